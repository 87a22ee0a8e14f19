"""When a command makes sense, beyond the phase that a session is in."""

from collections.abc import Callable

from .fewer import sets_to_come
from .script import Step, StepKind
from .session import Command, Phase, Session

LONGEST_MS = 600_000
"""A step is made no longer (PRODUCT.md 2.5)."""
KEEP_GOING_MS = 60_000
WAITING = (StepKind.READY, StepKind.SWITCH, StepKind.REST)
"""Steps that Enter ends."""


def work_before(session: Session) -> int:
    """The index of the work step before this one; -1 where there is none.

    What is left out (R6) is passed over.
    """
    earlier = ((i, session.script[i]) for i in range(session.index - 1, -1, -1))
    mine = (i for i, step in earlier if step.exercise_no not in session.left_out)
    return next((i for i in mine if session.script[i].kind is StepKind.WORK), -1)


def ended_before(session: Session) -> Step | None:
    """In the rest before another exercise: the last step of the one that has ended."""
    here, before = session.step, session.script[max(0, session.index - 1)]
    rests = here.kind is StepKind.REST and before.exercise_no != here.exercise_no
    return before if rests else None


def _can_keep_going(session: Session) -> bool:
    step = session.step
    work = (s for s in session.script if s.kind is StepKind.WORK)
    planned = sum(s.ms for s in work if s.exercise_no == step.exercise_no)
    return planned + KEEP_GOING_MS <= 1000 * step.limit


def has_some_left(session: Session) -> bool:
    """Out of the last hold there is nothing of the exercise left to do in another version."""
    later = (s for s in session.script[session.index :] if s.kind is StepKind.WORK)
    return any(s.exercise_no == session.step.exercise_no for s in later)


def _can_grow(session: Session) -> bool:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        return step.ms + unit * step.beat_ms <= LONGEST_MS
    return step.ms < LONGEST_MS


CONDITIONS: dict[Command, Callable[[Session], bool]] = {
    Command.NEXT: lambda s: s.phase is Phase.RESUMING or s.step.kind in WAITING,
    Command.REP: lambda s: s.step.own_pace,
    Command.BACK: lambda s: work_before(s) >= 0,
    Command.MORE: _can_grow,
    Command.VERSION: has_some_left,
    Command.FEWER: lambda s: bool(sets_to_come(s)),
    Command.KEEP_GOING: _can_keep_going,
}
