"""Fewer sets of the exercise that is on: half of those still to come, rounded down (R4)."""

import msgspec

from .script import Script
from .session import Session


def sets_to_come(session: Session) -> tuple[int, ...]:
    """The numbers of the sets after the one that is on, in order.

    A set of which something is recorded is not to come, even after going back before it:
    what was done is never lost.
    """
    here = session.step
    number = here.exercise_no
    own = [s for s in session.script[session.index :] if s.exercise_no == number and not s.help]
    worked = {(w.exercise_no, w.set_no, w.side, w.part) for w in session.worked}
    begun = {s.set_no for s in own if (s.exercise_no, s.set_no, s.side, s.part) in worked}
    later = {s.set_no for s in own if s.set_no > here.set_no}
    return tuple(sorted(later - begun))


def with_fewer_sets(session: Session) -> Script:
    """The script without the second half of the sets to come; what leads to them goes too.

    The exercise has no more sets then than its last one says: none looks done that is only
    gone.
    """
    script, index, here = session.script, session.index, session.step
    later = sets_to_come(session)
    gone = set(later[len(later) // 2 :])
    kept = tuple(
        step
        for place, step in enumerate(script)
        if place <= index
        or step.exercise_no != here.exercise_no
        or step.set_no not in gone
        or step.help
    )
    own = (step for step in kept if step.exercise_no == here.exercise_no and not step.help)
    sets = max(step.set_no for step in own)
    return tuple(
        msgspec.structs.replace(step, sets=sets, set_no=min(step.set_no, sets))
        if step.exercise_no == here.exercise_no
        else step
        for step in kept
    )
