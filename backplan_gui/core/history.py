"""The sessions that were, one row each, and what a person is shown of them together.

A row is made without a session's script: what the script and its sets come to is counted by
`core.counted` when a session is saved, and kept beside it. Practice is no progress and stands in
no history. Nothing here counts days in a row, and nothing compares a person with a plan they
did not follow (R19 of content/safety.md).
"""

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from .records import SessionKind
from .schedule import Week
from .session import Phase

CHARTED = 12
"""So many of the last sessions are drawn where there is more than one week."""
MOST_GENTLE = 3
"""So many gentle days fit between the days of one week."""
LISTED = 50
"""So many rows at a time."""


class HistorySession(msgspec.Struct, frozen=True, gc=False):
    """One session of a plan day or a gentle day, without its script and its sets.

    `gc=False`: it holds no containers, and thousands of them need not be looked through.
    """

    id: str
    kind: SessionKind
    day: int | None
    round: int
    begun: str
    local_date: str
    utc_offset: int
    ended: str | None
    phase: Phase
    guided_ms: int
    sets: int
    sets_done: int
    before: int | None = None
    after: int | None = None
    note: str = ""
    before_ache: bool = False
    """The number before was the ordinary ache of muscles: it is compared with nothing."""
    after_ache: bool = False
    outside_ms: int = 0
    """What was logged of a walk outside, where no clock of ours ran."""

    @property
    def has_numbers(self) -> bool:
        """Something was said about pain."""
        return self.before is not None or self.after is not None


Sessions = Sequence[HistorySession]
"""In order of time."""


class Figures(msgspec.Struct, frozen=True):
    """The three figures: two of the round that is on, and all the time that was guided."""

    days_done: int
    days: int
    sets_done: int
    sets: int
    guided_ms: int


def figures(week: Week, sessions: Sessions) -> Figures:
    """How far the round is. Only days of which a set is done have sets to finish: a day that
    is still to come, or was counted by hand, is nothing left undone.
    """
    begun = [day for day in week.days if day.sets_done]
    return Figures(
        week.days_done,
        len(week.days),
        sum(day.sets_done for day in begun),
        sum(day.sets for day in begun),
        sum(one.guided_ms for one in sessions),
    )


# --- the calendar -----------------------------------------------------------------------


class Month(msgspec.Struct, frozen=True, order=True):
    """A month of a year."""

    year: int
    number: int

    @property
    def first(self) -> str:
        """Its first day as an ISO date."""
        return f"{self.year:04}-{self.number:02}-01"

    def moved(self, by: int) -> "Month":
        """So many months later."""
        years, number = divmod(self.number - 1 + by, 12)
        return Month(self.year + years, number + 1)


class CalendarDay(msgspec.Struct, frozen=True):
    """One day of a month."""

    number: int
    sessions: int
    """How many were held on it."""
    is_today: bool


CalendarWeek = tuple[CalendarDay | None, ...]
"""Monday to Sunday; None belongs to another month."""


def month_of(local_date: str) -> Month:
    """The month a date lies in."""
    there = date.fromisoformat(local_date)
    return Month(there.year, there.month)


def held_on(sessions: Sessions) -> Counter[str]:
    """How many sessions were held on each date. One in which no set was done yet is none."""
    return Counter(one.local_date for one in sessions if one.sets_done)


def weeks_of(month: Month, held: Mapping[str, int], today: str) -> tuple[CalendarWeek, ...]:
    """The weeks of a month."""

    def day(number: int) -> CalendarDay | None:
        if not number:
            return None
        there = date(month.year, month.number, number).isoformat()
        return CalendarDay(number, held.get(there, 0), there == today)

    weeks = calendar.Calendar().monthdayscalendar(month.year, month.number)
    return tuple(tuple(day(number) for number in week) for week in weeks)


# --- the chart --------------------------------------------------------------------------


class ChartPoint(msgspec.Struct, frozen=True):
    """The numbers of one session; one of them may be missing."""

    session: str
    before: int | None
    after: int | None


class ChartColumn(msgspec.Struct, frozen=True):
    """One place on the way from left to right: a day of the plan, or one session."""

    day: int | None
    """None is a gentle day."""
    local_date: str
    """"" where nothing was held yet."""
    points: tuple[ChartPoint, ...] = ()
    is_next: bool = False


class PainChart(msgspec.Struct, frozen=True):
    """What is drawn of the numbers."""

    columns: tuple[ChartColumn, ...] = ()
    by_day: bool = True
    """A column for each day of the plan; else one for each of the last sessions."""

    @property
    def is_empty(self) -> bool:
        """No number was ever said."""
        return not any(column.points for column in self.columns)


def pain_chart(sessions: Sessions, week: Week) -> PainChart:
    """The week, day by day, while it is the only one; later the last sessions with numbers."""
    told = [one for one in sessions if one.has_numbers]
    gentle = [one for one in told if one.day is None]
    if any(one.round != week.round for one in told) or len(gentle) > MOST_GENTLE:
        columns = (ChartColumn(s.day, s.local_date, (_point(s),)) for s in told[-CHARTED:])
        return PainChart(tuple(columns), by_day=False)
    return PainChart(tuple(_days_of(week, told, gentle)))


def _days_of(week: Week, told: Sessions, gentle: Sessions) -> Iterable[ChartColumn]:
    """The days in their order, each gentle day before the first that had not begun by then."""
    waiting = list(gentle)
    for day in week.days:
        mine = [one for one in told if one.day == day.number]
        while waiting and not any(one.begun < waiting[0].begun for one in mine):
            yield _gentle(waiting.pop(0))
        last = mine[-1].local_date if mine else ""
        is_next = day.number == week.next_day
        yield ChartColumn(day.number, last, tuple(map(_point, mine)), is_next)
    yield from map(_gentle, waiting)


def _gentle(session: HistorySession) -> ChartColumn:
    return ChartColumn(None, session.local_date, (_point(session),))


def _point(session: HistorySession) -> ChartPoint:
    return ChartPoint(session.id, session.before, session.after)


# --- the table --------------------------------------------------------------------------


def newest(sessions: Sessions, most: int = LISTED) -> tuple[HistorySession, ...]:
    """The last sessions, the newest first."""
    return tuple(reversed(sessions[-most:])) if most else ()
