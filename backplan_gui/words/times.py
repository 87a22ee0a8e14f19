"""Lengths, dates and other numbers that have no plural."""

from PySide6.QtCore import QDate, QLocale

from ..core.away import Span
from .counts import days, hours_spoken, minutes_spoken
from .translated import ISO, tr

_A_MONDAY = 23
"""Of November 2026."""


def minutes(low: int, high: int | None = None) -> str:
    """As in "12 min" or "44 to 59 min"."""
    if high is None or high == low:
        return tr("{} min").format(low)
    return tr("{} to {} min").format(low, high)


def span(span: Span) -> str:
    """How long ago something was, in one line with other facts: "9 min", "2 h 5 min"."""
    if span.days:
        return days(span.days)
    said = [tr("{} h").format(span.hours)] if span.hours else []
    if span.minutes or not said:
        said.append(minutes(span.minutes))
    return " ".join(said)


def span_spoken(span: Span) -> str:
    """The same as it is said: "9 minutes", "2 hours 5 minutes"."""
    if span.days:
        return days(span.days)
    said = [hours_spoken(span.hours)] if span.hours else []
    if span.minutes or not said:
        said.append(minutes_spoken(span.minutes))
    return " ".join(said)


def clock(ms: int) -> str:
    """Minutes and seconds, rounded up to the second: "10:05"."""
    whole = -(-ms // 1000)
    return f"{whole // 60}:{whole % 60:02d}"


def weekday(local_date: str, form: str = "ddd") -> str:
    """The short name of an ISO date's weekday, "Mon", or the date in another form of Qt's."""
    return QLocale().toString(QDate.fromString(local_date, ISO), form)


def day_of_week(number: int, form: str = "dddd") -> str:
    """The name of a weekday, Monday being 0: "Monday", or in another form of Qt's."""
    return weekday(f"2026-11-{_A_MONDAY + number}", form)


def seconds_more(n: int) -> str:
    """As in "+10 s"."""
    return tr("+{} s").format(n)


def percent(n: int) -> str:
    """As in "100 %"."""
    return tr("{} %").format(n)
