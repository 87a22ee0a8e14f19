"""The machine's own clocks jump under the running app; libfaketime makes them.

It stands before the C library, so that Python, Qt and SQLite all see the same clocks
(platform.md section 2, "Fault tests").
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import MISSING
from tests.system.bus import Talker, talking
from tests.system.outside import rows

READ_MS = 50
"""Between the reading of two clocks, on a busy machine."""
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(LIBRARY is None, reason=f"needs libfaketime.so.1, {MISSING} libfaketime"),
]


@pytest.fixture(autouse=True)
def _tell(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A line a jump, so that a log shows how often it was tried."""
    yield
    with capsys.disabled():
        sys.stdout.write(f"\nThe clocks jumped: {request.node.name}\n")


VICTIM = (sys.executable, "-m", "tests.system.victim_of_clock")
SEEN_MS = 1_000
"""So much of a session is seen before a jump, and after one that is none."""
ALL = {"all of them": {}, "the wall clock": {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}}
"""Which clocks jump: with all of them it is as on a system whose steady clock counts sleep."""
HOUR = 3_600


class Look(NamedTuple):
    """What the app told at one look."""

    phase: str
    guided: int
    steady: int
    utc: str
    local_date: str
    offset: int


class Watched:
    """The app, under clocks that can be set."""

    def __init__(self, talker: Talker, offset: Path) -> None:
        self._talker, self._offset = talker, offset
        assert talker.said() == ["there"]
        self.begun = ""

    def begin(self) -> None:
        """Day 1."""
        self._talker.tell("begin")
        name, self.begun = self._talker.said()
        assert name == "began"
        self.look()

    def look(self) -> Look:
        phase, guided, steady, utc, local_date, offset = self._talker.said()
        self.last = Look(phase, int(guided), int(steady), utc, local_date, int(offset))
        return self.last

    def run(self, ms: int) -> int:
        """Follow it for so long, in which it must not stop; how long by the steady clock."""
        begun = self.last
        while self.last.guided - begun.guided < ms:
            assert self.look().phase == "running"
        return self.last.steady - begun.steady

    def set(self, seconds: int) -> None:
        """Its clocks are so many seconds off the real ones from now on."""
        set_by(self._offset, seconds)

    def stop(self) -> Look:
        """Follow it until it stops; what it was at the look before that."""
        before = self.last
        while self.look().phase == "running":
            before = self.last
        assert self.last.phase == "paused"
        return before

    def card(self) -> str:
        """What is asked of who comes back; "" where nothing is."""
        name, said = self._talker.said()
        assert name == "card"
        assert isinstance(said, str)
        return said


def set_by(file: Path, seconds: int) -> None:
    """In one piece, for it is read all the while."""
    new = file.with_suffix(".new")
    new.write_text(f"{seconds:+}\n", encoding="ascii")
    new.replace(file)


@contextmanager
def watched(folder: Path, **clocks: str) -> Iterator[Watched]:
    """The app with its record in a folder, which it closes at the end as a person would."""
    offset = folder / "offset"
    set_by(offset, 0)
    env = {
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_TIMESTAMP_FILE": str(offset),
        "LD_PRELOAD": str(LIBRARY),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with talking(*VICTIM, str(folder / "own"), **env, **clocks) as talker:
        yield Watched(talker, offset)
        assert talker.end() == 0


@pytest.mark.parametrize("clocks", ALL.values(), ids=list(ALL))
def test_two_hours_ahead_it_stands_at_the_last_good_instant(
    tmp_path: Path, clocks: dict[str, str]
) -> None:
    """Seen to fail without the gap rule, and with it only for the steady clock."""
    with watched(tmp_path, **clocks) as app:
        app.begin()
        app.run(SEEN_MS)
        app.set(2 * HOUR)
        before = app.stop()
        assert app.last.guided == before.guided
        assert "Paused 2 hours ago." in app.card()
    assert rows(tmp_path / "own", "SELECT phase, elapsed FROM session") == [
        ("paused", before.guided)
    ]


def test_an_hour_back_it_goes_on(tmp_path: Path) -> None:
    """Seen to fail with a gap rule for clocks that are set back, too."""
    with watched(tmp_path, **ALL["the wall clock"]) as app:
        app.begin()
        app.run(SEEN_MS)
        then = app.last
        app.set(-HOUR)
        passed = app.run(2 * SEEN_MS)
        assert app.last.utc < then.utc
        assert abs(passed - (app.last.guided - then.guided)) <= READ_MS


def test_back_and_ahead_again_it_stands_once(tmp_path: Path) -> None:
    """Seen to fail without the gap rule, and with one for clocks that are set back."""
    with watched(tmp_path, **ALL["the wall clock"]) as app:
        app.begin()
        app.run(SEEN_MS)
        app.set(-HOUR)
        app.run(SEEN_MS)
        app.set(0)
        before = app.stop()
        assert app.last.guided == before.guided
        assert "Paused 1 hour ago." in app.card()


class Night(NamedTuple):
    """Something happens to the local time of Warsaw at an instant."""

    at: str
    begun_on: str
    after: tuple[str, int]
    """The local date and the minutes east of UTC from then on."""


NIGHTS = {
    "spring": Night("2027-03-28T01:00:00Z", "2027-03-28", ("2027-03-28", 120)),
    "autumn": Night("2027-10-31T01:00:00Z", "2027-10-31", ("2027-10-31", 60)),
    "new year": Night("2026-12-31T23:00:00Z", "2026-12-31", ("2027-01-01", 60)),
    "into a leap day": Night("2028-02-28T23:00:00Z", "2028-02-28", ("2028-02-29", 60)),
    "out of a leap day": Night("2028-02-29T23:00:00Z", "2028-02-29", ("2028-03-01", 60)),
    "2038": Night("2038-01-19T03:14:08Z", "2038-01-19", ("2038-01-19", 60)),
}
AHEAD_S = 3


@pytest.mark.parametrize("night", NIGHTS.values(), ids=list(NIGHTS))
def test_through_a_night_like_this_it_goes_on_and_keeps_its_date(
    tmp_path: Path, night: Night
) -> None:
    """Seen to fail with dates taken from UTC, and with a wall clock in local time."""
    at = datetime.fromisoformat(night.at)
    with watched(tmp_path, TZ="Europe/Warsaw", **ALL["the wall clock"]) as app:
        app.set(round((at - datetime.now(UTC)).total_seconds()) - AHEAD_S)
        app.begin()
        begun = app.last
        assert app.begun < night.at
        while app.last.utc < night.at:
            app.run(SEEN_MS // 2)
        app.run(SEEN_MS)
        assert (app.last.local_date, app.last.offset) == night.after
        assert abs(app.last.steady - begun.steady - app.last.guided + begun.guided) <= READ_MS
    assert rows(tmp_path / "own", "SELECT phase, local_date FROM session") == [
        ("paused", night.begun_on)
    ]
