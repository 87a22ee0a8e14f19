"""The only module that reads clocks.

A session runs on `ms`, which `--speed` makes faster; whether the machine slept is judged
by `steady_ms` and `wall_ms`, which it does not touch. On Linux the steady clock stands
still while the machine sleeps, elsewhere it may not, so no rule rests on either.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol, Self

_UTC = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(NamedTuple):
    """An instant as records keep it: UTC text, the local date, minutes east of UTC."""

    utc: str
    local_date: str
    utc_offset: int

    def after(self, utc: str) -> Self:
        """The moment, with an instant later than that one though the clock was set back.

        Where it matters what came first, that must not hang on a clock; the date is its own.
        """
        if self.utc > utc:
            return self
        later = datetime.fromisoformat(utc) + timedelta(microseconds=1)
        return self._replace(utc=later.strftime(_UTC))


class Clock(Protocol):
    """What the app asks about time."""

    speed: int

    def ms(self) -> int: ...
    def steady_ms(self) -> int: ...
    def wall_ms(self) -> int: ...
    def now(self) -> Moment: ...


class SystemClock:
    """The machine's clocks; a session runs `speed` times as fast."""

    def __init__(self, speed: int = 1) -> None:
        self.speed = speed

    def ms(self) -> int:
        """Milliseconds of the session clock, from an arbitrary zero."""
        return time.perf_counter_ns() * self.speed // 1_000_000

    def steady_ms(self) -> int:
        """Milliseconds of the machine's steady clock, from an arbitrary zero."""
        return time.perf_counter_ns() // 1_000_000

    def wall_ms(self) -> int:
        """Milliseconds since 1970 as the machine's clock shows them; it may jump."""
        return time.time_ns() // 1_000_000

    def now(self) -> Moment:
        """The present instant, for a record."""
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        return Moment(local.astimezone(UTC).strftime(_UTC), local.date().isoformat(), minutes)
