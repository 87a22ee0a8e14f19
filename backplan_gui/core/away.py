"""How long a session has stood still, told by two clocks of which neither is enough.

The steady clock may stand still while the machine sleeps, and begins anew with the machine;
the wall clock can be set. The longer of the two is believed, and never less than nothing.
"""

from datetime import datetime
from typing import NamedTuple

from .records import SessionRecord

AWAY_MS = 60_000
"""Whoever was away for longer is told where they were (PRODUCT.md section 3)."""

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


class Instant(NamedTuple):
    """One instant in milliseconds, by both clocks."""

    steady: int
    wall: int


class Span(NamedTuple):
    """A length as one would say it: whole days, or hours and minutes."""

    days: int
    hours: int
    minutes: int


def passed_ms(then: Instant, now: Instant) -> int:
    """From one instant to the other."""
    return max(0, now.steady - then.steady, now.wall - then.wall)


def stood_since(record: SessionRecord, now: Instant) -> Instant:
    """When a session that was read back from disk stopped running; not after now."""
    ms = max(0, now.wall - ran_until(record))
    return Instant(now.steady - ms, now.wall - ms)


def ran_until(record: SessionRecord) -> int:
    """By the wall clock, in ms. A version that did not keep it left only how long it ran in all."""
    session = record.session
    if session.until is not None:
        return session.until
    return round(datetime.fromisoformat(record.begun).timestamp() * 1000) + session.guided


def span_of(ms: int) -> Span:
    """What is told of a length; seconds never, and of days nothing smaller."""
    if ms >= _DAY:
        return Span(ms // _DAY, 0, 0)
    return Span(0, ms // _HOUR, ms % _HOUR // _MINUTE)
