"""Time that passes in a session, the steps it leads through, and what is noted of them."""

from msgspec.structs import replace

from .plan import Side
from .script import StepKind
from .session import Event, Phase, PhaseChanged, Session, StepStarted, Worked, WorkEnded
from .shown import reps_done

Outcome = tuple[Session, tuple[Event, ...]]
"""The session after something, and what happened, in order."""


def advanced(session: Session, now: int) -> Outcome:
    """Let the time since the last look pass; a clock that went back passes nothing."""
    if session.phase not in (Phase.RUNNING, Phase.RESUMING):
        return session, ()
    passed = max(0, now - session.seen) if session.seen is not None else 0
    session = replace(session, seen=now)
    events: tuple[Event, ...] = ()
    if session.phase is Phase.RESUMING:
        used = min(passed, session.reentry)
        session = replace(session, reentry=session.reentry - used)
        passed -= used
        if session.reentry:
            return session, ()
        session = replace(session, phase=Phase.RUNNING)
        events = (PhaseChanged(Phase.RUNNING),)
    while session.phase is Phase.RUNNING:
        step_left = session.step.ms - session.elapsed
        if session.step.own_pace or passed < step_left:
            moved = replace(
                session, elapsed=session.elapsed + passed, guided=session.guided + passed
            )
            return moved, events
        passed -= step_left
        session = replace(session, elapsed=session.step.ms, guided=session.guided + step_left)
        session, more = left(session, session.index + 1, by_itself=True)
        events += more
    return session, events


def left(session: Session, index: int, *, by_itself: bool = False, whole: bool = False) -> Outcome:
    """Leave the current step for another one, noting what was worked."""
    events: tuple[Event, ...] = ()
    if session.step.kind is StepKind.WORK:
        session, events = noted(session, complete=by_itself or whole)
    if index >= len(session.script):
        finished = replace(session, index=len(session.script), elapsed=0, phase=Phase.FINISHED)
        return finished, (*events, PhaseChanged(Phase.FINISHED))
    session = replace(session, index=index, elapsed=0, counted=0, by_itself=by_itself)
    return session, (*events, StepStarted(index, session.step, by_itself))


def noted(session: Session, *, complete: bool) -> Outcome:
    """Remember what was done of the current work step.

    What was recorded before stays unless this try is whole or goes further: a set once
    done is never lost by going back to it.
    """
    step = session.step
    amount = reps_done(session) if step.reps else session.elapsed
    worked = Worked(
        step.exercise_no, step.set_no, step.side, step.part, amount, complete, step.version
    )
    kept = tuple(w for w in session.worked if _key(w) != _key(worked))
    before = next((w for w in session.worked if _key(w) == _key(worked)), None)
    if before and not complete and (before.complete or before.amount >= amount):
        return session, ()
    if not amount:
        return session, ()
    return replace(session, worked=(*kept, worked)), (WorkEnded(session.index, worked),)


def _key(worked: Worked) -> tuple[int, int, Side | None, int]:
    return worked.exercise_no, worked.set_no, worked.side, worked.part
