"""A week in plain numbers: what was done in it, in which form, and pain before it and at its end.

It is about the seven days alone. What is done again later in the same round changes nothing.
"""

from collections.abc import Iterable, Sequence

import msgspec

from .comparison import before_with_before
from .exercise import Version
from .history import Figures, HistorySession, figures
from .pain import Change
from .plan import Plan, SetSide, set_sides
from .records import DoneSet
from .schedule import DayStanding, Week

_NEVER = "9999-12-31"


class WeekNumbers(msgspec.Struct, frozen=True):
    """What there is to say of a week."""

    figures: Figures
    dates: tuple[str, str] | None
    """The first and the last on which something was held; None where nothing was."""
    pain: Change | None
    """Before the first session and before the last (content/safety.md 2.2)."""
    forms: tuple[tuple[Version, int], ...] = ()
    """In which versions sets were done, and how many; none where all are standard, which would
    say nothing."""


def week_numbers(
    plan: Plan, week: Week, sessions: Sequence[HistorySession], done: Sequence[DoneSet]
) -> WeekNumbers:
    """The numbers of a round; `sessions` are in order of time and may hold others, too."""
    until = _until(week)
    held = [one for one in sessions if one.round == week.round and one.local_date <= until]
    sets = [one for one in done if one.round == week.round and one.local_date <= until]
    dates = [one.local_date for one in held if one.sets_done]
    return WeekNumbers(
        figures(week, held),
        (dates[0], dates[-1]) if dates else None,
        before_with_before(held),
        _forms(plan, week, sets),
    )


def _until(week: Week) -> str:
    """The date on which the last day of the week was completed."""
    on = [day.done_on for day in week.days if day.done_on is not None]
    return max(on) if len(on) == len(week.days) else _NEVER


def _forms(plan: Plan, week: Week, done: Iterable[DoneSet]) -> tuple[tuple[Version, int], ...]:
    """Each set in the version that first completed it; with one side in another, in that one."""
    first: dict[tuple[int, SetSide], Version] = {}
    for one in done:
        if one.day is not None and one.set.done:
            side = SetSide(one.set.exercise, one.set.set_no, one.set.side)
            first.setdefault((one.day, side), one.set.version)
    found = [version for day in week.days for version in _of_day(plan, day, first)]
    counts = tuple((version, found.count(version)) for version in Version)
    told = tuple((version, n) for version, n in counts if n)
    return told if any(version is not Version.STANDARD for version, _ in told) else ()


def _of_day(
    plan: Plan, standing: DayStanding, first: dict[tuple[int, SetSide], Version]
) -> Iterable[Version]:
    """The version of every set that counts and is done on all its sides."""
    counting = standing.exercises_done | {side.exercise for side in standing.open_sets}
    sides: dict[tuple[str, int], list[Version | None]] = {}
    for prescription in plan.day(standing.number).exercises:
        for side in set_sides(prescription) if prescription.exercise in counting else ():
            version = first.get((standing.number, side))
            is_open = side in standing.open_sets
            sides.setdefault((side.exercise, side.set_no), []).append(None if is_open else version)
    for versions in sides.values():
        if None not in versions:
            others = (v for v in versions if v is not None and v is not Version.STANDARD)
            yield next(others, Version.STANDARD)
