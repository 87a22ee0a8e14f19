"""When a session began and how long it was, and what that may be corrected to.

A session belongs to the local date on which it began, whatever time zones do (PRODUCT.md
section 3): a correction is made on the clock that the person had then, so the minutes east
of UTC stay as they were.
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

import msgspec

FIRST = date(2000, 1, 1)
MINUTE = 60_000
"""Milliseconds."""
LONGEST = 24 * 60
"""Minutes of a session; no day has more."""
LONGEST_WALK = 60
"""Minutes of a walk outside (PRODUCT.md 2.4)."""
_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class Timing(msgspec.Struct, frozen=True):
    """When a session began and ended, and how long it was without its pauses."""

    begun: str
    """ISO 8601 UTC, as `ended` is."""
    local_date: str
    utc_offset: int
    ended: str
    length_ms: int

    @property
    def local(self) -> datetime:
        """The date it belongs to, and what the person's clock showed when it began."""
        shown = _instant(self.begun) + timedelta(minutes=self.utc_offset)
        return datetime.combine(date.fromisoformat(self.local_date), shown.time())

    @property
    def minutes(self) -> int:
        """Its length, to the nearest minute."""
        return round(self.length_ms / MINUTE)


class Fault(StrEnum):
    """Why a correction cannot be."""

    FUTURE = "future"
    TOO_EARLY = "too_early"
    """Before 2000: the year was mistyped, or the computer's clock was never set."""
    TOO_LONG = "too_long"


def corrected(
    timing: Timing, day: date, clock: time, minutes: int, *, now: str, outside: bool = False
) -> Timing | Fault:
    """The timing with another date, time and length, as far as they can be at an instant.

    What was not changed stays as it was, to the second. The end moves with the beginning, and
    by as much as the session is longer or shorter.
    """
    if day < FIRST:
        return Fault.TOO_EARLY
    if day > _instant(now).date() + timedelta(days=1):  # the farthest east it may be that date
        return Fault.FUTURE
    began = timing.local
    same = (clock.hour, clock.minute) == (began.hour, began.minute)
    moved = datetime.combine(day, began.time() if same else clock) - began
    length = timing.length_ms if minutes == timing.minutes else MINUTE * minutes
    if not moved and length == timing.length_ms:
        return timing
    begun = _instant(timing.begun) + moved
    longer = timedelta(milliseconds=length - timing.length_ms)
    ended = max(begun, _instant(timing.ended) + moved + longer)
    if begun > _instant(now):
        return Fault.FUTURE
    if minutes > (LONGEST_WALK if outside else LONGEST):
        return Fault.TOO_LONG
    written = begun.strftime(_FORM) if moved else timing.begun
    return Timing(written, day.isoformat(), timing.utc_offset, ended.strftime(_FORM), length)


def _instant(utc: str) -> datetime:
    return datetime.fromisoformat(utc).astimezone(UTC)
