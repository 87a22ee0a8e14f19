"""Stand-ins that work: a clock that tests turn, a store that can be made to refuse."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import msgspec

from backplan_gui.core.cues import said_ms
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Session
from backplan_gui.core.sounds import Sound
from backplan_gui.services.clock import Moment
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.store import Store

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class FakeClock:
    """Stands still until it is turned; day 0 is 24 November 2026."""

    def __init__(self, speed: int = 1) -> None:
        self.speed = speed
        self.steady = 5_000_000
        self.wall = 1_795_000_000_000
        self.local_date = "2026-11-24"
        self.hour = 10
        """UTC; local time is an hour later."""
        self._told = 0

    def ms(self) -> int:
        return self.steady * self.speed

    def steady_ms(self) -> int:
        return self.steady

    def wall_ms(self) -> int:
        return self.wall

    def now(self) -> Moment:
        """Every instant asked for is a little later than the one before."""
        self._told += 1
        seconds, rest = divmod(self._told, 1000)
        return Moment(
            f"{self.local_date}T{self.hour:02d}:00:{seconds:02d}.{rest:03d}000Z",
            self.local_date,
            60,
        )

    def turn(self, ms: int) -> None:
        """So many milliseconds pass while the machine is awake."""
        self.steady += ms
        self.wall += ms


class WallClock(FakeClock):
    """One whose dates follow from its wall clock and the zone it is in, as a machine's do.

    `zones` says from which instant on clocks are how many minutes east, as of summer time.
    """

    def __init__(self, utc: str, zones: Mapping[str, int] = MappingProxyType({"": 60})) -> None:
        super().__init__()
        self.set(utc)
        self.zones = dict(zones)

    def set(self, utc: str) -> None:
        """Somebody sets the wall clock."""
        self.wall = round(datetime.fromisoformat(utc).timestamp() * 1000)

    def now(self) -> Moment:
        """Every instant asked for is a little later than the one before, until the clock is
        set back.
        """
        self._told += 1
        at = _EPOCH + timedelta(milliseconds=self.wall, microseconds=self._told)
        utc = at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        east = self.zones[max(since for since in self.zones if since <= utc)]
        local = at + timedelta(minutes=east)
        return Moment(utc, local.date().isoformat(), east)


class StubbornStore:
    """A real store whose disk can be made to refuse."""

    def __init__(self, path: Path) -> None:
        self.store = Store.open(path)
        self.refuses = False
        self.saved: list[Session] = []
        self.begin = self.store.begin

    def save(self, id: str, session: Session, ended: str | None = None) -> None:
        if self.refuses:
            raise Unwritable("The disk is full.")
        self.store.save(id, session, ended)
        self.saved.append(session)


class InMemory:
    """A store that keeps the last session, for as long as it is there itself."""

    def __init__(self) -> None:
        self.record: SessionRecord | None = None

    def begin(self, record: SessionRecord) -> None:
        self.record = record

    def save(self, id: str, session: Session, ended: str | None = None) -> None:
        assert self.record is not None
        assert self.record.id == id
        self.record = msgspec.structs.replace(self.record, session=session, ended=ended)


class HeardVoice:
    """A voice that takes its time; what it said is written down, with the clock's time."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock, self._until = clock, 0
        self._saying = (0, "")
        self.said: list[tuple[int, str]] = []
        self.stopped: list[tuple[int, str]] = []
        """What was cut short."""

    @property
    def busy(self) -> bool:
        return self._clock.steady < self._until

    def say(self, text: str) -> None:
        assert not self.busy, f"{self.said[-1]} is still being said, and now {text!r}"
        self._saying = (self._clock.steady, text)
        self.said.append(self._saying)
        self._until = self._clock.steady + said_ms(text)

    def stop(self) -> None:
        if self.busy:
            self.stopped.append(self._saying)
        self._until = 0


class HeardChimes:
    """Chimes that write down what they play."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.played: list[tuple[int, Sound]] = []
        self.ducked: list[bool] = []
        self.faded = 0

    def play(self, sound: Sound, ms: int = 0) -> None:
        self.played.append((self._clock.steady, sound))

    def duck(self, on: bool) -> None:
        self.ducked.append(on)

    def fade(self) -> None:
        self.faded += 1
