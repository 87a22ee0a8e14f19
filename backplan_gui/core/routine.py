"""The days a person picks for a normal week, once all seven are done.

A routine has a number for each weekday from Monday on: a day of the plan, or REST. Nobody has
to pick one: then it is empty, and every date is as it was without it. It orders nothing. It
says which day opens by itself, and a date that went by without its day is never told (R19 of
content/safety.md).
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from .plan import Plan
from .records import DoneSet
from .schedule import DayState, Week, week

Routine = tuple[int, ...]
REST = 0
WEEKDAYS = 7


class Suggestion(StrEnum):
    """What can be picked with one press."""

    ODD = "odd"
    """Days 1, 3 and 5, the gentle ones (R11)."""
    EVEN = "even"
    """Days 2, 4 and 6."""
    OWN = "own"
    """Each weekday by itself, from an empty week on."""


_PICKED: dict[Suggestion, Routine] = {
    Suggestion.ODD: (1, REST, 3, REST, 5, REST, REST),
    Suggestion.EVEN: (2, REST, 4, REST, 6, REST, REST),
    Suggestion.OWN: (),
}
"""With a night and a day between two of them (R13)."""


class Turn(NamedTuple):
    """A day of the plan, and a date it is picked for."""

    day: int
    local_date: str


class RoutineNow(NamedTuple):
    """How a routine stands on a date."""

    today: int
    """The day of this date; REST where it is one without."""
    is_done: bool
    """All of that day was done on this date."""
    following: Turn
    """What is picked for the dates after this one."""

    @property
    def is_on(self) -> bool:
        """There is a day today, and it is still to come."""
        return self.today != REST and not self.is_done

    @property
    def opens(self) -> int:
        """The day to show: today's, or the next one where today has none, or had it."""
        return self.today if self.is_on else self.following.day


def suggested(suggestion: Suggestion) -> Routine:
    """The routine of a suggestion."""
    return _PICKED[suggestion]


def suggestion_of(routine: Routine) -> Suggestion:
    """Which suggestion a routine is."""
    own = Suggestion.OWN
    return next((one for one, picked in _PICKED.items() if picked == routine), own)


def is_picked(routine: Routine) -> bool:
    """Somebody picked a day. One that has not seven numbers was written by something else."""
    return len(routine) == WEEKDAYS and any(routine)


def whole(routine: Routine) -> Routine:
    """All seven weekdays, whether anything is picked or not."""
    return routine if is_picked(routine) else (REST,) * WEEKDAYS


def with_day(routine: Routine, weekday: int, day: int) -> Routine:
    """The routine with another day on a weekday, Monday being 0; empty where only rest is left."""
    days = list(whole(routine))
    days[weekday] = day
    return tuple(days) if any(days) else ()


def day_on(routine: Routine, local_date: str) -> int | None:
    """The day picked for a date, or REST; None where nothing is picked at all."""
    if not is_picked(routine):
        return None
    return routine[date.fromisoformat(local_date).weekday()]


def routine_now(
    routine: Routine,
    plan: Plan,
    this: Week,
    done: Iterable[DoneSet],
    local_date: str,
    left_out: Collection[str] = (),
) -> RoutineNow | None:
    """How a routine stands on a date; None before all seven days are done, and without one.

    Exercises that are left out (R6) do not count.
    """
    today = day_on(routine, local_date)
    if today is None or this.next_day is not None:
        return None
    held = [one for one in done if one.local_date == local_date]
    standings = week(plan, held, (), this.round, left_out)
    is_done = today != REST and standings.day(today).state is DayState.DONE
    return RoutineNow(today, is_done, _following(routine, local_date))


def _following(routine: Routine, local_date: str) -> Turn:
    """The first day that is picked after a date: the same weekday again at the latest."""
    first = date.fromisoformat(local_date)
    later = (first + timedelta(days=n) for n in range(1, WEEKDAYS + 1))
    turns = (Turn(routine[one.weekday()], one.isoformat()) for one in later)
    return next(turn for turn in turns if turn.day != REST)
