"""One page about some days, for a physiotherapist to read: what was done, and how it was.

Only what the person did and said is on it, and nothing is concluded from it: two numbers
are compared by the display rule of content/safety.md 2.2 alone (comparison.py, pain.py).
The page is one page always: what has no place on it is counted instead, and said so.
Practice stands on no page. The words are in ui/report_words.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median_low
from typing import TypeVar

import msgspec

from .comparison import before_with_before
from .history import HistorySession, Sessions
from .pain import Change, Exclusion
from .plan import Plan
from .records import DoneSet, Mark, SessionKind
from .tallies import (
    Dates,
    DayLine,
    ExerciseLine,
    LeftOut,
    completed_days,
    day_lines,
    exercise_lines,
)

POINTS = 24
"""More sessions than this with numbers are drawn together, by weeks."""
GROUPS = 12
"""So many groups of weeks at the most."""
ROWS = 30
"""So many lines of both tables fit on the page."""
LEAST_SESSIONS = 9
"""A week in which day 5 comes in its three parts."""
MOST_EXERCISES = ROWS - LEAST_SESSIONS
NOTE_LENGTH = 400
"""Characters of a note that are on the page at the most."""

L = TypeVar("L")
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""Invisible, and part of a word in some languages."""


class Numbers(msgspec.Struct, frozen=True):
    """Pain before and after, as said; None where no number was said."""

    before: int | None
    after: int | None


class Point(msgspec.Struct, frozen=True):
    """One place in the chart: a session, or the middle numbers of some weeks."""

    local_date: str
    """Of the session, or the first of the weeks."""
    numbers: Numbers


class SessionLine(msgspec.Struct, frozen=True):
    """One session in the table."""

    local_date: str
    day: int | None
    """None is a gentle day."""
    sets_done: int
    sets: int
    guided_ms: int
    outside_ms: int
    numbers: Numbers
    note: str = ""
    """"" too where notes are not asked for."""
    is_cut: bool = False
    """The note goes on in the record."""


class Report(msgspec.Struct, frozen=True):
    """Everything that stands on the page."""

    dates: Dates
    made: str
    """The local date on which it was written."""
    days: tuple[DayLine, ...]
    rounds: int
    """In how many rounds of the plan there was something on these dates."""
    sessions: int
    guided_ms: int
    outside_ms: int
    change: Change | None
    """The first and the last number before exercise; None where there are no two."""
    points: tuple[Point, ...]
    weeks: int
    """So many weeks are one point; 0 where a point is a session."""
    session_lines: tuple[SessionLine, ...]
    """In order of time, the last ones if there are more."""
    sessions_more: int
    exercise_lines: tuple[ExerciseLine, ...]
    exercises_more: int
    with_notes: bool
    notes_more: int
    """Notes of the sessions that have no line."""

    @property
    def days_done(self) -> int:
        """How many days were completed; one that came twice counts twice."""
        return sum(day.times for day in self.days)


def report(
    plan: Plan,
    dates: Dates,
    made: str,
    history: Sessions,
    done: Sequence[DoneSet],
    *,
    marks: Sequence[Mark] = (),
    exclusions: Iterable[Exclusion] = (),
    with_notes: bool = False,
) -> Report:
    """The page; everything handed in may hold other dates and rounds too.

    `done` and `marks` should be all there are of each round of which something lies on these
    dates, because a day may be completed on several.
    """
    held = [one for one in history if dates.holds(one.local_date) and _is_held(one)]
    ids = {one.id for one in held}
    sets = [one for one in done if one.session in ids]
    left_out = _left_out(exclusions)
    completed = completed_days(plan, dates, done, marks, left_out)
    exercises = exercise_lines(plan, sets, left_out)
    points, weeks = _points(held, dates.last)
    hidden, listed = _fitted(held, max(LEAST_SESSIONS, ROWS - len(exercises)))
    unlisted, shown = _fitted(exercises[::-1], MOST_EXERCISES)
    return Report(
        dates,
        made,
        day_lines(plan, completed, sets),
        len({one.round for one in held} | {one.round for one in completed}),
        len(held),
        sum(one.guided_ms for one in held),
        sum(one.outside_ms for one in held),
        before_with_before(held),
        points,
        weeks,
        tuple(_line(one, with_notes=with_notes) for one in listed),
        len(hidden),
        tuple(reversed(shown)),
        len(unlisted),
        with_notes,
        sum(bool(one.note) for one in hidden) if with_notes else 0,
    )


def shared_out(wanted: Sequence[int], room: int) -> tuple[int, ...]:
    """How many lines each text gets that wants some: one each, then in turn until none is left.

    The last rows are the newest, so they are the first in turn.
    """
    given = [min(1, lines) for lines in wanted]
    room -= sum(given)
    while room > 0 and sum(given) < sum(wanted):
        for i in reversed(range(len(wanted))):
            if room > 0 and given[i] < wanted[i]:
                given[i] += 1
                room -= 1
    return tuple(given)


def _is_held(session: HistorySession) -> bool:
    """Something was done in it, or said of it; one begun by mistake is no session."""
    found = session.guided_ms, session.outside_ms, session.sets_done, session.note
    return session.kind is not SessionKind.PRACTICE and any(found)


def _fitted(lines: Sequence[L], rows: int) -> tuple[Sequence[L], Sequence[L]]:
    """The first ones, which have no row but one together, and the last ones, which have one."""
    hidden = 0 if len(lines) <= rows else len(lines) - (rows - 1)
    return lines[:hidden], lines[hidden:]


def _left_out(exclusions: Iterable[Exclusion]) -> LeftOut:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for exclusion in exclusions:
        found[exclusion.round].add(exclusion.exercise)
    return found


def _line(session: HistorySession, *, with_notes: bool) -> SessionLine:
    line = SessionLine(
        session.local_date,
        session.day,
        session.sets_done,
        session.sets,
        session.guided_ms,
        session.outside_ms,
        Numbers(session.before, session.after),
    )
    if not with_notes:
        return line
    note = _printable(session.note)
    is_cut = len(note) > NOTE_LENGTH
    if is_cut:
        note = note[:NOTE_LENGTH].rsplit(" ", 1)[0]
    return msgspec.structs.replace(line, note=note, is_cut=is_cut)


def _printable(text: str) -> str:
    """A note in one line, without signs that would turn or break what stands beside it."""
    kept = (c for c in " ".join(text.split()) if c.isprintable() or c in _JOINERS)
    return "".join(kept)


def _points(held: Sessions, last: str) -> tuple[tuple[Point, ...], int]:
    """Each session with a number, or where there are many the middle numbers of some weeks.

    Middle ones and not averages: each of them is a number that was said.
    """
    told = [one for one in held if one.has_numbers]
    if len(told) <= POINTS:
        return tuple(Point(s.local_date, Numbers(s.before, s.after)) for s in told), 0
    first = told[0].local_date
    weeks = -(-Dates(first, last).count // (7 * GROUPS))
    groups: defaultdict[int, list[HistorySession]] = defaultdict(list)
    for one in told:
        groups[(Dates(first, one.local_date).count - 1) // (7 * weeks)].append(one)
    return tuple(
        Point(
            (date.fromisoformat(first) + timedelta(weeks=weeks * place)).isoformat(),
            Numbers(_middle(s.before for s in group), _middle(s.after for s in group)),
        )
        for place, group in groups.items()
    ), weeks


def _middle(numbers: Iterable[int | None]) -> int | None:
    said = [number for number in numbers if number is not None]
    return median_low(said) if said else None
