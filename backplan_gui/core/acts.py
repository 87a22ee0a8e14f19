"""What each command does to a session that it makes sense for.

Every act takes the session, with all time up to now passed, and the phase that follows.
"""

from collections.abc import Callable

from msgspec.structs import replace

from .conditions import (
    KEEP_GOING_MS,
    LONGEST_MS,
    WAITING,
    ended_before,
    has_some_left,
    work_before,
)
from .fewer import with_fewer_sets
from .floor import DOWN, UP
from .passage import Outcome, left, noted
from .script import Script, Step, StepKind
from .session import (
    TRANSITIONS,
    Command,
    Event,
    Phase,
    PhaseChanged,
    RepCounted,
    Session,
    StepStarted,
)
from .shown import reps_done
from .switching import NewForm, in_version, later_in_versions, why_not

REENTRY_MS = 3_000
"""Time to get back into position after a pause (PRODUCT.md 2.5)."""
NUDGE_MS = 10_000
SHORTEST_MS = 5_000


def _started(session: Session, phase: Phase) -> Outcome:
    begun = replace(session, phase=phase)
    return begun, (PhaseChanged(phase), StepStarted(session.index, session.step, False))


def _paused(session: Session, phase: Phase) -> Outcome:
    return replace(session, phase=phase, reentry=0), (PhaseChanged(phase),)


def _suspended(session: Session, phase: Phase) -> Outcome:
    return replace(session, phase=phase, reentry=0), (PhaseChanged(phase, suspended=True),)


def _resumed(session: Session, phase: Phase) -> Outcome:
    """Waiting steps go on at once; the body needs three seconds to get back into the others."""
    if session.step.kind in (StepKind.ENTER, StepKind.WORK, StepKind.LEAVE):
        phase = Phase.RESUMING
        session = replace(session, reentry=REENTRY_MS)
    return replace(session, phase=phase), (PhaseChanged(phase),)


def _ended(session: Session, phase: Phase) -> Outcome:
    events: tuple[Event, ...] = ()
    if session.step.kind is StepKind.WORK:
        session, events = noted(session, complete=False)
    return replace(session, phase=phase, reentry=0), (*events, PhaseChanged(phase))


def _next(session: Session, phase: Phase) -> Outcome:
    if session.phase is Phase.RESUMING:
        return replace(session, phase=phase, reentry=0), (PhaseChanged(phase),)
    return left(session, session.index + 1)


def _restarted(session: Session, phase: Phase) -> Outcome:
    again = replace(session, elapsed=0, counted=0, by_itself=False, phase=phase, reentry=0)
    return again, (StepStarted(again.index, again.step, False),)


def _moved(session: Session, phase: Phase, index: int) -> Outcome:
    return left(replace(session, phase=phase, reentry=0), index)


def _back(session: Session, phase: Phase) -> Outcome:
    """To the work step before this one, by way of the movement that leads into it."""
    session, index = _past_left_out(session, work_before(session))
    if session.script[index - 1].kind is StepKind.ENTER:
        index -= 1
    return _moved(session, phase, index)


def _past_left_out(session: Session, index: int) -> tuple[Session, int]:
    """What is left out (R6) lies behind where one goes back to, so that nobody comes to it again.

    The ways to the floor and up stay where they are.
    """
    script, number = session.script, session.script[index].exercise_no
    between = range(index + 1, session.index)
    gone = {i for i in between if script[i].exercise_no in session.left_out and not script[i].help}
    start = next(i for i, step in enumerate(script) if step.exercise_no == number)
    order = [*range(start), *sorted(gone), *(i for i in range(start, len(script)) if i not in gone)]
    return replace(session, script=tuple(script[i] for i in order)), index + len(gone)


def _skipped(session: Session, phase: Phase) -> Outcome:
    """The next step; the way to the floor, or up again, is skipped as a whole."""
    index, here = session.index + 1, session.step
    while here.help and index < len(session.script) and session.script[index].help == here.help:
        index += 1
    return _moved(session, phase, index)


def _exercise_skipped(session: Session, phase: Phase) -> Outcome:
    """To the next exercise; from the last one on the floor by the way up, where there is one."""
    here, later = session.step, session.script[session.index + 1 :]
    own = [step for step in later if step.exercise_no == here.exercise_no]
    ways = [step.help for step in own if step.help]
    is_down = not here.help and DOWN not in ways
    left = len(own) - (ways.count(UP) if is_down else 0)
    return _moved(session, phase, session.index + 1 + left)


def _left_out(session: Session, phase: Phase) -> Outcome:
    """In the rest before another exercise it is the one before that hurt, and that has ended."""
    before = ended_before(session)
    number = (before or session.step).exercise_no
    session = replace(session, left_out=tuple(sorted({*session.left_out, number})))
    return (session, ()) if before is not None else _exercise_skipped(session, phase)


def _less(session: Session, phase: Phase) -> Outcome:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        if step.reps - reps_done(session) <= unit:
            return _moved(session, TRANSITIONS[session.phase][Command.SKIP], session.index + 1)
        return _resized(session, step.ms - unit * step.beat_ms, step.reps - unit)
    if step.ms - session.elapsed <= NUDGE_MS:
        return _moved(session, TRANSITIONS[session.phase][Command.SKIP], session.index + 1)
    return _resized(session, max(SHORTEST_MS, step.ms - NUDGE_MS), 0)


def _more(session: Session, phase: Phase) -> Outcome:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        return _resized(session, step.ms + unit * step.beat_ms, step.reps + unit)
    return _resized(session, min(LONGEST_MS, step.ms + NUDGE_MS), 0)


def _resized(session: Session, ms: int, reps: int) -> Outcome:
    step = replace(session.step, ms=ms, reps=reps)
    return replace(session, script=_replaced(session, step)), ()


def _replaced(session: Session, *steps: Step) -> Script:
    return session.script[: session.index] + steps + session.script[session.index + 1 :]


def _rep(session: Session, phase: Phase) -> Outcome:
    count = session.counted + 1
    session = replace(session, counted=count)
    counted: tuple[Event, ...] = (RepCounted(count),)
    if count < session.step.reps:
        return session, counted
    session, events = left(session, session.index + 1, whole=True)
    return session, counted + events


def switched(session: Session, new: NewForm) -> Outcome:
    """What is left of this exercise in another version; what was done stays done."""
    step, done = session.step, 0
    if step.kind is StepKind.WORK and not step.segment:
        done = reps_done(session) if step.reps else session.elapsed
    session = in_version(session, done, new)
    events: tuple[Event, ...] = ()
    if done:
        session, events = left(session, session.index + 1, whole=True)
    elif step.kind in (StepKind.WORK, StepKind.ENTER) and not step.segment:
        session = replace(session, elapsed=0, counted=0, by_itself=False)
        events = (StepStarted(session.index, session.step, False),)
    if session.phase is Phase.RESUMING and session.step.kind in WAITING:
        session = replace(session, phase=Phase.RUNNING, reentry=0)
    return session, events


def all_switched(session: Session, new: NewForm) -> Outcome:
    """All that is left of the session in other versions, as far as they are others."""
    session = later_in_versions(session, new)
    here = next((form for form in (new, *new.later) if not why_not(session, form)), None)
    return switched(session, here) if here and has_some_left(session) else (session, ())


def back_switched(session: Session, new: NewForm) -> Outcome:
    """Back, but not to a version that was left: what is redone is done in the new one."""
    session, events = _back(session, TRANSITIONS[session.phase][Command.BACK])
    if why_not(session, new):
        return session, events
    here = replace(session.step, version=new.version)  # nobody has to move
    session = in_version(replace(session, script=_replaced(session, here)), 0, new)
    return session, (*events[:-1], StepStarted(session.index, session.step, False))


def _with_fewer(session: Session, phase: Phase) -> Outcome:
    return replace(session, script=with_fewer_sets(session)), ()


def _kept_going(session: Session, phase: Phase) -> Outcome:
    """One more minute, on top of the dose: what is offered never makes a done set undone."""
    step = session.step
    parts = [s.part for s in session.script if s.exercise_no == step.exercise_no]
    minute = replace(step, ms=KEEP_GOING_MS, dose=0, part=max(parts) + 1)
    return replace(session, script=_replaced(session, step, minute)), ()


ACTIONS: dict[Command, Callable[[Session, Phase], Outcome]] = {
    Command.START: _started,
    Command.PAUSE: _paused,
    Command.SUSPEND: _suspended,
    Command.RESUME: _resumed,
    Command.NEXT: _next,
    Command.RESTART: _restarted,
    Command.BACK: _back,
    Command.SKIP: _skipped,
    Command.SKIP_EXERCISE: _exercise_skipped,
    Command.LEAVE_OUT: _left_out,
    Command.LESS: _less,
    Command.MORE: _more,
    Command.REP: _rep,
    Command.FEWER: _with_fewer,
    Command.KEEP_GOING: _kept_going,
    Command.END: _ended,
}
