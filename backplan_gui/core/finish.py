"""What there is to say at the end of a session."""

from __future__ import annotations  # rules and pain are only named here, and read late

from typing import TYPE_CHECKING

import msgspec

from .schedule import DayState

if TYPE_CHECKING:
    from .exercise import Version
    from .pain import Change
    from .rules import Note


class FinishView(msgspec.Struct, frozen=True):
    """One finished session and how its day and the week stand after it."""

    day: int
    states: tuple[DayState, ...]
    """All days of the round, this session counted in."""
    sets_done: int
    sets: int
    """Of the day; of the part where the day comes in parts."""
    guided_ms: int
    planned_ms: int
    done: bool = False
    """The whole day is done."""
    first_time: bool = True
    """It was not done before in this round."""
    skipped: int = 0
    """Sets that were passed over in this session."""
    left_out: tuple[str, ...] = ()
    """Exercises of this session that are left out for now (R6); their sets count nowhere."""
    part: str = ""
    """The exercise that is done of a day in parts, as long as other parts are open."""
    parts_left: int = 0
    next_day: int | None = None
    next_minutes: tuple[int, int] = (0, 0)
    tip: str = "sleep"
    """Id of the tip that fits now."""
    note: str = ""
    gentle: bool = False
    """It was a gentle day, which completes no day of the plan."""
    pain: Change | None = None
    """The numbers before and after, where both were said."""
    changed: tuple[tuple[str, Version], ...] = ()
    """Exercises that the person changed to another version, and which."""
    log: tuple[str, ...] = ()
    """What happened, in plain lines (R20)."""
    said: tuple[Note, ...] = ()
    """What the number at the end says (R7, R8 and what is mentioned)."""

    @property
    def days_done(self) -> int:
        """How many days of the round are done."""
        return self.states.count(DayState.DONE)

    @property
    def stays_done(self) -> bool:
        """It was done before, and this time in part: nothing of it is left to do."""
        return not (self.done or self.first_time)

    @property
    def all_done(self) -> bool:
        """Every day of the round is done."""
        return self.days_done == len(self.states)
