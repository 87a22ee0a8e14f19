"""The days to come as dates in a calendar: when each of them would be, and for how long.

Dates and times are local ones without a zone, as in "2026-11-26" and "18:30": a person who
writes down half past six means half past six, wherever they are and whatever daylight saving
does in between.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import msgspec

from .schedule import DayState, Week

APPLICATION = "org.backplan.Backplan"


class Appointment(msgspec.Struct, frozen=True):
    """One entry of a calendar; with `weekdays` it comes back every week on these days."""

    uid: str
    """The same for the same day of the same round: taken in again it replaces the first."""
    summary: str
    starts: str
    """Local date and time, as in "2026-11-26T18:30"."""
    minutes: int
    alarm: int | None = None
    """So many minutes before; None for none."""
    weekdays: tuple[int, ...] = ()
    """Monday is 0."""

    @property
    def local_date(self) -> str:
        """The day it begins on; of a week, the first one."""
        return self.starts[:10]


class DayName(msgspec.Struct, frozen=True):
    """What a calendar shows of a day, and the time to keep free for it."""

    summary: str
    minutes: int


def first_date(week: Week, today: str, now: str, time: str) -> str:
    """The first date for a day at `time`: today, unless it is later than that by now.

    After a day of the plan muscles like a night between (R13), so it is tomorrow then, too.
    """
    if week.done_on(today) or now >= time:
        return _later(today, 1)
    return today


def coming_days(
    week: Week,
    first: str,
    time: str,
    names: Mapping[int, DayName],
    *,
    plan: str,
    alarm: int | None = None,
) -> tuple[Appointment, ...]:
    """The days that are not done in this round, one a date, the lowest first."""
    still = [day.number for day in week.days if day.state is not DayState.DONE]
    return tuple(
        Appointment(
            f"{plan}-round-{week.round}-day-{number}@{APPLICATION}",
            names[number].summary,
            f"{_later(first, place)}T{time}",
            names[number].minutes,
            alarm,
        )
        for place, number in enumerate(still)
    )


def normal_week(
    weekdays: Collection[int],
    first: str,
    time: str,
    name: DayName,
    *,
    plan: str,
    alarm: int | None = None,
) -> Appointment:
    """The same time on some days of every week, from the first of these days on.

    ValueError where there is no day.
    """
    days = tuple(sorted(set(weekdays)))
    if not days:
        raise ValueError("a week without a day")
    dates = [_later(first, n) for n in range(7)]
    begins = next(day for day in dates if date.fromisoformat(day).weekday() in days)
    uid = f"{plan}-normal-week@{APPLICATION}"
    return Appointment(uid, name.summary, f"{begins}T{time}", name.minutes, alarm, days)


def routine_week(
    names: Mapping[int, DayName],
    first: str,
    time: str,
    *,
    plan: str,
    alarm: int | None = None,
) -> tuple[Appointment, ...]:
    """The same time on some days of every week, each with a name of its own; Monday is 0.

    Another routine replaces the entries of the weekdays it has a day for.
    """
    weeks = {
        day: normal_week((day,), first, time, names[day], plan=plan, alarm=alarm)
        for day in sorted(names)
    }
    return tuple(
        msgspec.structs.replace(week, uid=f"{plan}-normal-week-{day}@{APPLICATION}")
        for day, week in weeks.items()
    )


def _later(local_date: str, days: int) -> str:
    return (date.fromisoformat(local_date) + timedelta(days=days)).isoformat()
