"""What the page of progress says: rows, days and numbers as sentences. Pure functions.

Numbers before and after stand beside each other without praise or blame; a change is only
named where content/safety.md 2.2 allows it, and then always with how pain is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from .. import words
from ..core.history import ChartColumn, Figures, HistorySession, Month, PainChart
from ..core.pain import Change, Direction
from .widgets.month_calendar import MonthSaid
from .widgets.pain_plot import ColumnSaid
from .widgets.session_row import Cells
from .widgets.stat_card import Stat

HOURS_FROM = 600
"""Minutes from which whole hours are said instead."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("progress", text)


# --- the three figures ------------------------------------------------------------------


def days(figures: Figures) -> Stat:
    """As in "4 of 7 days", "on the plan"."""
    return Stat(str(figures.days_done), words.of_days(figures.days), _tr("on the plan"))


def sets(figures: Figures) -> Stat:
    """As in "27 of 28 sets", "finished"; "0 sets" where none is begun."""
    said = words.of_sets(figures.sets) if figures.sets else _tr("sets")
    return Stat(str(figures.sets_done), said, _tr("finished"))


def guided(figures: Figures) -> Stat:
    """As in "67 min", "guided so far"; from ten hours on in hours."""
    minutes = figures.guided_ms // 60_000
    if minutes >= HOURS_FROM:
        return Stat(f"{minutes // 60:,}", _tr("h"), _tr("guided so far"))
    return Stat(str(minutes), _tr("min"), _tr("guided so far"))


# --- a session --------------------------------------------------------------------------


def name(session: HistorySession, titles: Mapping[int, str]) -> tuple[str, str]:
    """Which day it was, and the day's title: "Day 4", "Build strength"."""
    if session.day is None:
        return _tr("Gentle day"), ""
    return _tr("Day {}").format(session.day), titles.get(session.day, "")


def date(local_date: str, today: str) -> str:
    """As in "Fri 5 Jun"; of another year "5 Jun 2025"."""
    form = "ddd d MMM" if local_date[:4] == today[:4] else "d MMM yyyy"
    return words.weekday(local_date, form)


def cells(session: HistorySession, titles: Mapping[int, str], today: str) -> Cells:
    """A session as a row of the table."""
    day, title = name(session, titles)
    length = session.guided_ms or session.outside_ms
    before, after = (_number(n) for n in (session.before, session.after))
    return Cells(
        session.id,
        day,
        title,
        date(session.local_date, today),
        f"{session.sets_done} / {session.sets}",
        words.clock(length),
        before,
        after,
        _change(session.before, session.after),
        _line(session, today, length),
        session.note,
        _sentence(session, day, title, length),
    )


def _number(pain: int | None) -> str:
    return "" if pain is None else str(pain)


def _change(before: int | None, after: int | None) -> str:
    if before is None:
        return "" if after is None else _tr("after")
    if after is None:
        return _tr("before")
    sign = words.MINUS if after < before else "+" if after > before else ""
    return f"({sign}{abs(after - before)})"


def _line(session: HistorySession, today: str, length: int) -> str:
    """All but the name and the note, where there is no room for columns."""
    sets = words.sets_of(session.sets_done, session.sets)
    facts = date(session.local_date, today), sets, words.clock(length), _pain(session)
    return words.MIDDLE_DOT.join(filter(None, facts))


def _pain(session: HistorySession) -> str:
    """The numbers where there is no column for them: "Pain 4, then 2"."""
    match session.before, session.after:
        case None, None:
            return ""
        case None, after:
            return _tr("Pain {} after").format(after)
        case before, None:
            return _tr("Pain {} before").format(before)
        case before, after:
            return _tr("Pain {}, then {}").format(before, after)


def _sentence(session: HistorySession, day: str, title: str, length: int) -> str:
    """The whole row, as it is heard."""
    said = [
        ", ".join(filter(None, (day, title))),
        words.weekday(session.local_date, "dddd d MMMM yyyy"),
        words.sets_of(session.sets_done, session.sets),
        words.minutes_spoken(round(length / 60_000)),
        numbers(session.before, session.after) or _tr("no number for pain"),
        _tr("Note: {}").format(session.note) if session.note else _tr("no note"),
    ]
    return ". ".join(said)


def numbers(before: int | None, after: int | None) -> str:
    """As in "4 before, 2 after"."""
    told = [_tr("{} before").format(before)] if before is not None else []
    return ", ".join([*told, _tr("{} after").format(after)] if after is not None else told)


# --- the calendar -----------------------------------------------------------------------


def month(month: Month, held: Mapping[str, int], today: str) -> MonthSaid:
    """Its title, and what there is to see in it as a sentence."""
    title = words.weekday(month.first, "MMMM" if month.first[:4] == today[:4] else "MMMM yyyy")
    on = sorted(day for day in held if day.startswith(month.first[:8]))
    said = [words.weekday(month.first, "MMMM yyyy")]
    said += [_held(on, sum(held[day] for day in on)) if on else _tr("No session")]
    if today.startswith(month.first[:8]):
        said.append(_tr("Today is {}").format(words.weekday(today, "dddd d MMMM")))
    return MonthSaid(title, ". ".join(said) + ".")


def _held(on: list[str], sessions: int) -> str:
    """As in "4 sessions, on 1, 2, 4, 5"."""
    dates = ", ".join(str(int(day[8:])) for day in on)
    return _tr("{}, on {}").format(words.sessions(sessions), dates)


# --- the chart --------------------------------------------------------------------------


def column(column: ChartColumn, *, by_day: bool, today: str) -> ColumnSaid:
    """What stands below a column, the same where there is little room, and as it is heard."""
    if not by_day:
        form = "d MMM" if column.local_date[:4] == today[:4] else "d MMM yy"
        told = short = words.weekday(column.local_date, form)
        full = words.weekday(column.local_date, "d MMMM yyyy")
    elif column.day is None:
        told = short = full = _tr("Gentle")
    else:
        told = full = _tr("Day {}").format(column.day)
        short = str(column.day)
    points = filter(None, (numbers(point.before, point.after) for point in column.points))
    heard = "; ".join(points)
    return ColumnSaid(told, short, f"{full}: {heard}." if heard else "")


def of_last(chart: PainChart) -> str:
    """Where it is not a week that is drawn: how much is."""
    return "" if chart.by_day else words.last_sessions(len(chart.columns))


def change(change: Change, *, only_week: bool) -> str:
    """Before exercise then and now, by the display rule."""
    first = (
        _tr("Before exercise: from {} to {}")
        if only_week
        else _tr("Before exercise this week: from {} to {}")
    )
    said = first.format(change.start, change.end)
    goes = _tr("Pain goes up and down on its own")
    match change.direction:
        case Direction.NUMBERS_ONLY:
            return f"{said}."
        case Direction.ABOUT_THE_SAME:
            return f"{said}, {_tr('about the same')}. {goes}."
        case Direction.HIGHER:
            return f"{said}, {_tr('{} points higher').format(change.points)}. {goes}."
        case Direction.LOWER:
            lower = _tr("{} points ({} %) lower").format(change.points, change.percent)
            either = _tr("so this may or may not be because of the plan")
            return f"{said}, {lower}. {goes}, {either}."
