"""Where a session is, in terms of the script: what a step leads to, what each set has done.

Pure functions over a session; the words for it are in player_words.
"""

from collections.abc import Mapping

from ..content import Content
from ..core.plan import Side
from ..core.records import done_records
from ..core.script import Step, StepKind
from ..core.session import Phase, Session, Worked
from ..core.shown import reps_done
from .widgets.session_progress import ExerciseShare


def coming(session: Session) -> Step:
    """The work step this step is, leads to or leads out of."""
    here = session.step
    if here.kind is StepKind.LEAVE:
        candidates = session.script[: session.index][::-1]
    else:
        candidates = session.script[session.index :]
    return next((step for step in candidates if step.kind is StepKind.WORK), here)


def after(session: Session) -> Step | None:
    """The step that follows this work and the movement out of it; None at the end."""
    later = session.script[session.index + 1 :]
    return next((step for step in later if step.kind is not StepKind.LEAVE), None)


def side_now(session: Session) -> Side | None:
    """The side that works: the one to move now where sides take turns."""
    step = coming(session)
    if session.step.alternates and step.side is not None:
        return step.side if reps_done(session) % 2 == 0 else step.side.other
    return None if step.segment or step.alternates else step.side


def holds_of(session: Session, step: Step) -> tuple[int, ...]:
    """Seconds of each short hold that a set still has; one for a plain hold, none for reps."""
    if step.reps or step.segment:
        return ()
    later = (s for s in session.script[session.index :] if s.kind is StepKind.WORK)
    mine = (step.exercise_no, step.set_side)
    return tuple(s.dose or s.ms // 1000 for s in later if (s.exercise_no, s.set_side) == mine)


def rests_within(session: Session) -> bool:
    """A breather between two short holds of one set, in the same version: nothing changes."""
    here, script = session.step, session.script
    if here.kind is not StepKind.REST or here.part < 2:
        return False
    return script[session.index - 1].version is script[session.index + 1].version


def set_shares(session: Session, exercise_no: int) -> tuple[float, ...]:
    """How much of every set of an exercise is done, 0 to 1.

    A set that is not in the script was done in an earlier session of the same day.
    """
    found = {(w.exercise_no, w.set_no, w.side, w.part): w for w in session.worked}
    steps = [
        (i, s)
        for i, s in enumerate(session.script)
        if s.kind is StepKind.WORK and s.exercise_no == exercise_no
    ]
    shares: list[float] = []
    for number in range(1, steps[0][1].sets + 1):
        of_set = [(i, s) for i, s in steps if s.set_no == number]
        dose = sum(s.dose for _, s in of_set)
        done = sum(_done_share(session, i, s, found) * s.dose for i, s in of_set)
        shares.append(done / dose if dose else 1.0)
    return tuple(shares)


def _done_share(
    session: Session,
    index: int,
    step: Step,
    found: Mapping[tuple[int, int, Side | None, int], Worked],
) -> float:
    """How much of a work step is done: what was noted of it, or as far as it is now."""
    whole = step.reps or step.ms
    worked = found.get((step.exercise_no, step.set_no, step.side, step.part))
    done = 0.0
    if worked is not None:
        done = 1.0 if worked.complete else worked.amount / whole
    if index == session.index and session.phase is not Phase.READY:
        here = reps_done(session) / step.reps if step.own_pace else session.elapsed / step.ms
        done = max(done, here)
    return min(1.0, done)


def shares(session: Session, content: Content) -> tuple[ExerciseShare, ...]:
    """Every exercise of the session, in order, with what is done of it."""
    exercises = {s.exercise_no: s.exercise for s in session.script}
    resting = session.step.kind is StepKind.REST and _is_first(session)
    here = 0 if resting else session.step.exercise_no
    return tuple(
        ExerciseShare(
            content.text(exercise).name,
            set_shares(session, number),
            done=number != here and _is_done(session, number),
            current=number == here,
        )
        for number, exercise in exercises.items()
    )


def _is_first(session: Session) -> bool:
    """The rest leads to another exercise than the one before it."""
    before = session.script[session.index - 1] if session.index else session.step
    return before.exercise_no != session.step.exercise_no


def _is_done(session: Session, exercise_no: int) -> bool:
    """Every set-side of the exercise that is in the script counts as done."""
    steps = [s for s in session.script if s.kind is StepKind.WORK and s.exercise_no == exercise_no]
    sides = {(s.set_no, s.set_side.side): 2 if s.alternates else 1 for s in steps}
    done = [r for r in done_records(session) if r.exercise_no == exercise_no and r.done]
    return len(done) == sum(sides.values())


def was_worked(session: Session, step: Step, side: Side) -> bool:
    """Something of this set was done on a side."""
    return any(
        (w.exercise_no, w.set_no, w.side) == (step.exercise_no, step.set_no, side)
        for w in session.worked
    )
