"""What is said of a week that is done, and of the normal one after it. Pure functions.

Numbers stand for themselves: nothing praises, nothing counts what was left (R19). Pain before
exercise is compared with pain before exercise, in the words of content/safety.md 2.2.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from .. import words
from ..core.exercise import Version
from ..core.pain import Change, Direction
from ..core.routine import REST, RoutineNow, Suggestion, Turn


def _tr(text: str) -> str:
    return QCoreApplication.translate("week", text)


# --- the numbers ------------------------------------------------------------------------


def pain(change: Change) -> str:
    """What may be said of the numbers before the first session and before the last."""
    goes = _tr("Pain goes up and down on its own, so this may or may not be because of the plan.")
    if change.start == change.end:
        return f"{_tr('Your pain before exercise was {} both times.').format(change.end)} {goes}"
    said = _tr("Your pain before exercise went from {} to {}").format(change.start, change.end)
    match change.direction:
        case Direction.NUMBERS_ONLY:
            return f"{said}. {goes}"
        case Direction.ABOUT_THE_SAME:
            return f"{said}, {_tr('about the same')}. {goes}"
        case Direction.HIGHER:
            by = _tr("that is {} points higher").format(change.points)
        case Direction.LOWER:
            by = _tr("that is {} points ({} %) lower").format(change.points, change.percent)
    return f"{said}, {by}. {goes}"


def forms(told: Iterable[tuple[Version, int]]) -> str:
    """As in "35 sets in the standard form · 8 easier"; "" for none."""
    names = {
        Version.STANDARD: _tr("{} in the standard form"),
        Version.EASIER: _tr("{} in the easier form"),
        Version.HARDER: _tr("{} in the harder form"),
        Version.NO_FLOOR: _tr("{} off the floor"),
    }
    return words.MIDDLE_DOT.join(names[version].format(words.sets(n)) for version, n in told)


# --- a normal week ----------------------------------------------------------------------


def suggestions() -> Sequence[tuple[str, str]]:
    """What can be picked with one press."""
    return (
        (Suggestion.ODD, _tr("Three days: 1, 3 and 5")),
        (Suggestion.EVEN, _tr("Three days: 2, 4 and 6")),
        (Suggestion.OWN, _tr("As I like")),
    )


def day(number: int, title: str) -> str:
    """As in "Day 3 · Loosen up", or "Rest"."""
    if number == REST:
        return _tr("Rest")
    return words.MIDDLE_DOT.join((_tr("Day {}").format(number), title))


def picked(weekday: int, number: int) -> str:
    """What was changed: "Monday: Day 3.", "Monday: Rest."."""
    what = _tr("Day {}").format(number) if number else _tr("Rest")
    return f"{words.day_of_week(weekday)}: {what}."


def suggestion_kept(suggestion: Suggestion) -> str:
    """What was changed with one press."""
    if suggestion is Suggestion.OWN:
        return _tr("No day is picked any more.")
    return f"{dict(suggestions())[suggestion]}."


def routine_said(now: RoutineNow | None, today: str) -> str:
    """What the routine says of today: "Today is a rest day. Day 3 is next, on Wednesday."."""
    if now is None:
        return ""
    if now.is_on:
        return _tr("Today is Day {}.").format(now.today)
    following = _following(now.following, today)
    if now.is_done:
        return f"{_tr('Day {} is done for today.').format(now.today)} {following}"
    return f"{_tr('Today is a rest day.')} {following}"


def _following(turn: Turn, today: str) -> str:
    ahead = (date.fromisoformat(turn.local_date) - date.fromisoformat(today)).days
    if ahead == 1:
        return _tr("Day {} is next, tomorrow.").format(turn.day)
    on = words.weekday(turn.local_date, "dddd")
    return _tr("Day {} is next, on {}.").format(turn.day, on)
