"""What is on show of a session: time left, reps, beats, and when the next of them changes."""

import msgspec

from .session import Phase, Session


def left_ms(session: Session) -> int:
    """Milliseconds left of the current step (of the re-entry while resuming)."""
    if session.phase is Phase.RESUMING:
        return session.reentry
    return max(0, session.step.ms - session.elapsed)


def left_today_ms(session: Session) -> int:
    """Milliseconds from here to the end of the script, as planned."""
    here = max(0, session.step.ms - session.elapsed) if session.is_open else 0
    return here + sum(step.ms for step in session.script[session.index + 1 :])


def reps_done(session: Session) -> int:
    """Movements finished in the current step."""
    step = session.step
    if step.own_pace:
        return session.counted
    return min(session.elapsed // step.beat_ms, step.reps) if step.reps else 0


def reps_left(session: Session) -> int:
    """Movements still to do in the current step; of each side where they take turns."""
    left = session.step.reps - reps_done(session)
    return (left + 1) // 2 if session.step.alternates else left


def beat_at(session: Session) -> tuple[int, int] | None:
    """Index of the current beat and milliseconds into it; None without a pacer."""
    step = session.step
    if not step.beats or step.own_pace:
        return None
    index, rest = 0, session.elapsed % step.beat_ms
    while rest >= step.beats[index].ms:
        rest -= step.beats[index].ms
        index += 1
    return index, rest


def at_instant(session: Session, now: int) -> Session:
    """The session as it looks at an instant, without leaving the step it is in."""
    if session.phase is not Phase.RUNNING or session.seen is None:
        return session
    gone = session.elapsed + max(0, now - session.seen)
    last = gone if session.step.own_pace else max(session.elapsed, session.step.ms - 1)
    return msgspec.structs.replace(session, elapsed=min(gone, last))


def next_change_ms(session: Session) -> int | None:
    """Milliseconds until something on show changes: a second, a beat, the end of the step.

    None while nothing changes by itself.
    """
    if session.phase not in (Phase.RUNNING, Phase.RESUMING):
        return None
    left = left_ms(session)
    if session.phase is Phase.RUNNING and session.step.own_pace:
        return None
    until = (left - 1) % 1000 + 1 if left else 0
    beat = beat_at(session) if session.phase is Phase.RUNNING else None
    if beat is not None:
        until = min(until, session.step.beats[beat[0]].ms - beat[1])
    return until
