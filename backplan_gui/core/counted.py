"""What a session comes to in time and sets, counted whenever it is saved."""

from typing import NamedTuple

from .plan import Side
from .records import done_records
from .script import StepKind
from .session import Session


class Counted(NamedTuple):
    """What a session comes to."""

    guided: int
    """Milliseconds that ran."""
    sets: int
    """Sets its script has; both sides of one are one set, as everywhere a person reads it."""
    sets_done: int
    """Those that are done on every side the script has of them."""


def counted(session: Session) -> Counted:
    """What a session comes to as it stands. Exercises that are left out (R6) leave no set to do;
    what was done of them counts all the same.
    """
    wanted: dict[tuple[int, int], set[Side | None]] = {}
    for step in session.script:
        if step.kind is StepKind.WORK:
            sides = tuple(Side) if step.alternates else (step.set_side.side,)
            wanted.setdefault((step.exercise_no, step.set_no), set()).update(sides)
    done: dict[tuple[int, int], set[Side | None]] = {}
    for one in done_records(session):
        if one.done:
            done.setdefault((one.exercise_no, one.set_no), set()).add(one.side)
    whole = {key for key, sides in wanted.items() if sides <= done.get(key, set())}
    counting = {key for key in wanted if key[0] not in session.left_out}
    return Counted(session.guided, len(counting | whole), len(whole))
