"""What the page for the physiotherapist says.

It speaks as the person does, and claims nothing: the comparison is the display rule of
content/safety.md 2.2, the last lines are its sections 5.3 and 7 and the plain purpose of 5.4.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Version
from ..core.pain import Change, Direction
from ..core.plan import Side
from ..core.report import Numbers, Report, SessionLine
from ..core.tallies import Dates, DayLine, ExerciseLine
from ..words import counts

_DAY = "d MMMM"
_DAY_OF_YEAR = "d MMMM yyyy"
_SHORT = "d MMM"
_OF_WEEK = "ddd d MMM"
_SHORT_OF_YEAR = "d MMM yyyy"


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


# --- the head ---------------------------------------------------------------------------


def title() -> str:
    """What the page is, in the person's own words."""
    return _tr("What I did, and how it was")


def addressee() -> str:
    """Who it is for."""
    return _tr("For my physiotherapist")


def span(dates: Dates) -> str:
    """As in "16 to 22 November 2026 · 7 days"."""
    if dates.first == dates.last:
        return words.weekday(dates.last, _DAY_OF_YEAR)
    form = _DAY_OF_YEAR
    if dates.first[:4] == dates.last[:4]:
        form = "d" if dates.first[:7] == dates.last[:7] else _DAY
    first, last = words.weekday(dates.first, form), words.weekday(dates.last, _DAY_OF_YEAR)
    said = _tr("{} to {}").format(first, last)
    return words.MIDDLE_DOT.join((said, counts.days(dates.count)))


def made(local_date: str) -> str:
    """When it was written."""
    return _tr("Written on {}").format(words.weekday(local_date, _DAY_OF_YEAR))


# --- days and figures -------------------------------------------------------------------


def day_name(line: DayLine, content: Content) -> str:
    """As in "Gentle core"."""
    return content.day_text(line.number).short


def day_state(line: DayLine, dates: Dates) -> str:
    """As in "Done 16 Nov" or, of several times, "Done 3 times"; "" if nothing was done of it."""
    if line.times > 1:
        return _tr("Done {} times").format(line.times)
    if line.last is not None:
        return _tr("Done {}").format(words.weekday(line.last, _short(dates)))
    return _tr("Started") if line.begun else _tr("Not yet")


def figures(report: Report) -> tuple[tuple[str, str], ...]:
    """The three numbers, each with what it is."""
    if report.rounds > 1:
        days = str(report.days_done), words.in_rounds(report.rounds)
    else:
        days = words.part_of(report.days_done, len(report.days)), _tr("Days done")
    minutes = str(_minutes(report.guided_ms)), _tr("Minutes guided")
    if report.outside_ms:
        more = words.minutes(_minutes(report.outside_ms))
        minutes = minutes[0], _tr("Minutes guided, and {} outside").format(more)
    return days, (str(report.sessions), _tr("Sessions")), minutes


def _minutes(ms: int) -> int:
    """To the nearest one."""
    return round(ms / 60_000)


# --- pain -------------------------------------------------------------------------------


def pain_title() -> str:
    return _tr("Pain, before and after")


def before() -> str:
    return _tr("Before")


def after() -> str:
    return _tr("After")


def scale() -> str:
    """The two ends of the scale (content/safety.md 2.1)."""
    return _tr("0 is no pain, 10 is the worst pain I can imagine.")


def no_numbers() -> str:
    """Instead of the chart."""
    return _tr("No numbers about pain were kept on these days.")


def numbers(numbers: Numbers) -> str:
    """As in "5, then 3"; what was not said is left out, and said so."""
    match numbers:
        case Numbers(before=None, after=None):
            return _tr("not said")
        case Numbers(before=None, after=number):
            return _tr("{} after").format(number)
        case Numbers(before=number, after=None):
            return _tr("{} before").format(number)
        case _:
            return _tr("{}, then {}").format(numbers.before, numbers.after)


def change(change: Change | None) -> str:
    """The first number before exercise and the last (content/safety.md 2.2); "" for no two."""
    if change is None:
        return ""
    match change.direction:
        case Direction.NUMBERS_ONLY:
            return _tr("Pain before exercise: {}, then {}.").format(change.start, change.end)
        case Direction.ABOUT_THE_SAME:
            said = _tr(
                "Pain before exercise: {}, then {}, about the same."
                " Pain goes up and down on its own."
            )
            return said.format(change.start, change.end)
        case Direction.LOWER:
            said = _tr("Pain before exercise went from {} to {}, that is {} points ({}) lower.")
        case Direction.HIGHER:
            said = _tr("Pain before exercise went from {} to {}, that is {} points ({}) higher.")
    percent = words.percent(change.percent)
    return (
        said.format(change.start, change.end, change.points, percent)
        + " "
        + _tr("Pain goes up and down on its own, so this may or may not be because of the plan.")
    )


def point_date(local_date: str, dates: Dates) -> str:
    """Under a mark of the chart."""
    return words.weekday(local_date, _short(dates))


def grouped(weeks: int) -> str:
    """What a mark is where there are too many sessions; "" where it is one."""
    return words.middle_of_weeks(weeks) if weeks else ""


# --- the tables -------------------------------------------------------------------------


def session_heads(report: Report) -> tuple[str, ...]:
    """Of the columns."""
    heads = (_tr("Date"), _tr("Session"), _tr("Sets"), _tr("Time"), _tr("Pain"))
    return (*heads, _tr("Note")) if report.with_notes else heads


def session_cells(line: SessionLine, dates: Dates, content: Content) -> tuple[str, ...]:
    """One session, without its note."""
    length = words.minutes(_minutes(line.guided_ms))
    if line.outside_ms:
        length = _tr("{} outside").format(words.minutes(_minutes(line.outside_ms)))
    return (
        words.weekday(line.local_date, _OF_WEEK if dates.count < 300 else _SHORT_OF_YEAR),
        _session(line, content),
        words.part_of(line.sets_done, line.sets),
        length,
        numbers(line.numbers),
    )


def _session(line: SessionLine, content: Content) -> str:
    if line.day is None:
        return _tr("Gentle day")
    return _tr("Day {}, {}").format(line.day, content.day_text(line.day).short)


def sessions_more(report: Report) -> str:
    """As in "12 more sessions before these, with 3 notes"; "" if all have their line."""
    if not report.sessions_more:
        return ""
    said = words.sessions_before(report.sessions_more)
    if report.notes_more:
        said = _tr("{}, with {}").format(said, words.notes(report.notes_more))
    return said


def notes_cut() -> str:
    """Where not all of a note is on the page."""
    return _tr("Long notes are cut short on this page.")


def exercise_heads() -> tuple[str, ...]:
    return _tr("Exercise"), _tr("Planned"), _tr("Sets done"), _tr("Done as")


def exercise_cells(line: ExerciseLine, content: Content) -> tuple[str, ...]:
    """One exercise: as in "Dead Bug", "10 per side × 2", "left 2 of 2 · right 2 of 2"."""
    sides = []
    for one in line.sides:
        count = words.part_of(one.done, one.planned)
        sides.append(count if one.side is None else f"{_side(one.side)} {count}")
    return (
        content.text(line.exercise).name,
        words.dose_short(line.dose),
        words.MIDDLE_DOT.join(sides),
        _versions(line),
    )


def exercises_more(report: Report) -> str:
    """As in "and 3 more exercises"; "" if all have their line."""
    return words.exercises_more(report.exercises_more) if report.exercises_more else ""


def _side(side: Side) -> str:
    return _tr("left") if side is Side.LEFT else _tr("right")


def _versions(line: ExerciseLine) -> str:
    """As in "standard", or "standard 4 · easier 2" where it was done in several."""
    names = {
        Version.STANDARD: _tr("standard"),
        Version.EASIER: _tr("easier"),
        Version.HARDER: _tr("harder"),
        Version.NO_FLOOR: _tr("off the floor"),
    }
    if len(line.versions) == 1:
        return names[line.versions[0][0]]
    return words.MIDDLE_DOT.join(f"{names[version]} {n}" for version, n in line.versions)


# --- the foot ---------------------------------------------------------------------------


def foot() -> tuple[str, str]:
    """What the app does, and what it does not."""
    return (
        _tr(
            "Backplan shows, tells and times gentle exercises, for general fitness and well-being."
            " The pain numbers are what I said."
        ),
        _tr(
            "It measures nothing about me and claims nothing."
            " It does not find, treat or prevent any illness or injury."
        ),
    )


def _short(dates: Dates) -> str:
    """The form of a date where there is little room."""
    return _SHORT if dates.count < 300 else "MMM yyyy"
