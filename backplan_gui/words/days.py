"""How a day of the plan stands."""

from PySide6.QtCore import QDate

from ..core.schedule import DayStanding, DayState
from .counts import minutes_spoken, sets_of
from .times import minutes, weekday
from .translated import ISO, MIDDLE_DOT, tr


def day_line(
    standing: DayStanding,
    span: tuple[int, int],
    today: str,
    *,
    is_today: bool,
    parts: bool = False,
) -> str:
    """What stands under a day's title: "Today · 12 min", "12 min · Done Mon", "Skipped".

    A day that is done may be today's again (core/routine.py).
    """
    length = minutes(*span)
    match standing.shown:
        case DayState.DONE if not is_today:
            return MIDDLE_DOT.join((length, done_on(standing, today)))
        case DayState.STARTED:
            far = sets_of(standing.sets_done, standing.sets, parts=parts)
            return MIDDLE_DOT.join((tr("Started"), far))
        case DayState.SKIPPED if not is_today:
            return tr("Skipped")
    return MIDDLE_DOT.join((tr("Today"), length)) if is_today else length


def day_sentence(
    standing: DayStanding,
    title: str,
    span: tuple[int, int],
    *,
    is_today: bool,
    parts: bool = False,
) -> str:
    """A day in one sentence: "Day 4, Build strength, 17 minutes, today"."""
    low, high = span
    length = minutes_spoken(low) if low == high else tr("{} to {} minutes").format(low, high)
    said = [tr("Day {}").format(standing.number), title, length]
    match standing.shown:
        case DayState.DONE:
            said.append(tr("done {}").format(weekday(standing.done_on or "", "dddd")))
        case DayState.STARTED:
            far = sets_of(standing.sets_done, standing.sets, parts=parts)
            said += [tr("started"), far]
        case DayState.SKIPPED if not is_today:
            said.append(tr("skipped"))
    return ", ".join([*said, tr("today")] if is_today else said)


def done_on(standing: DayStanding, today: str) -> str:
    """As in "Done Mon"; a week or more ago with the date, "Done 3 Nov"."""
    then, now = (QDate.fromString(d, ISO) for d in (standing.done_on or "", today))
    form = "ddd" if abs(then.daysTo(now)) < 7 else "d MMM"
    return tr("Done {}").format(weekday(standing.done_on or "", form))
