"""A process that is killed at any instant loses no set and less than five seconds."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import pytest

from backplan_gui.runner import CHECKPOINT_MS, UNWATCHED_MS
from backplan_gui.store.store import Store
from tests.system.outside import PATIENCE_S, RECORD, environment, rows, started
from tests.system.victim import position

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal"),
]

KILLS = 70
SPEEDS = (20, 60)
"""Of the sessions of two persons, at once: the one so slow that most looks at it are not written
and a kill costs something, the other so fast that it comes far."""
TO_THE_END = 200
START_S, LONGEST_S = 0.8, 1.2
"""Of a process's life: until its window is there, and from then on."""
DAY_1 = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2)]
Told = list[list[str]]


class Day:
    """Day 1 of somebody, and what is known of it after each life of the app."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[tuple[int, int]] = []
        self.reached = 0
        self.lost: list[int] = []
        self.killed_within: set[int] = set()
        self._begun = False

    def survives(self, told: Told) -> bool:
        """What a life has told is on the disk, and nothing else; it resumed where it had been.

        False: it came to its end.
        """
        if told and self._begun:
            assert told[0][:3] == ["offered", "Continue", "Day"]
            assert positions(told)[:1] in ([], [self.reached])
        acknowledged = self.kept + sets(told)
        seen = max([self.reached, *positions(told)])

        with Store.open(self.folder / RECORD) as store:  # whole, and every reference in it
            record, done = store.unfinished(), store.done_sets("seven-days")
        if record is None:
            if self._begun:
                self.ends(told)
            else:  # killed before there was anything
                assert not positions(told)
            return not self._begun
        recorded = [(d.set.exercise_no, d.set.set_no) for d in done]
        assert recorded[: len(acknowledged)] == acknowledged
        assert len(recorded) <= len(acknowledged) + 1  # one may be on disk, but not yet told
        assert recorded == DAY_1[: len(recorded)]
        assert all(d.set.done for d in done)
        assert rows(self.folder, "SELECT count(*), count(ended) FROM session") == [(1, 0)]

        self.kept, self.reached, self._begun = recorded, position(record.session), True
        self.killed_within.add(record.session.index)
        self.lost.append(seen - self.reached)
        assert self.lost[-1] < CHECKPOINT_MS
        return True

    def ends(self, told: Told) -> None:
        """It came to its end, with every set once."""
        assert told[0][:3] == ["offered", "Continue", "Day"]
        assert self.kept + sets(told) == DAY_1
        assert rows(self.folder, "SELECT phase, count(ended) FROM session") == [("finished", 1)]
        assert rows(self.folder, "SELECT count(*), sum(done) FROM done_set") == [(7, 7)]
        assert rows(self.folder, "SELECT asked, pain FROM check_in") == [("before", 2)]


# --- lives of the app -------------------------------------------------------------------


def lived(folder: Path, speed: int, kill: int, chance: random.Random) -> Told:
    """What the app told until it was killed: mostly while a session runs, now and then as soon
    as a set was told, or within its start.
    """
    with victim(folder, speed) as process:
        assert process.stdout
        lines = []
        if kill % 8 == 7:
            pause(process, chance.uniform(0.05, START_S))
        else:
            lines.append(process.stdout.readline())
            if kill % 6 == 1:
                while lines[-1] and not lines[-1].startswith("set"):
                    lines.append(process.stdout.readline())
            else:
                pause(process, chance.uniform(0, LONGEST_S))
        process.kill()
        lines += process.stdout.readlines()
    return [line.split() for line in lines if line.endswith("\n")]


def lived_to_the_end(folder: Path) -> Told:
    with victim(folder, TO_THE_END) as process:
        told, _ = process.communicate(timeout=PATIENCE_S)
    return [line.split() for line in told.splitlines()]


def victim(folder: Path, speed: int) -> AbstractContextManager[subprocess.Popen[str]]:
    command = (sys.executable, "-m", "tests.system.victim", str(folder), str(speed))
    return started(*command, env=environment(QT_QPA_PLATFORM="offscreen"))


def pause(process: subprocess.Popen[str], seconds: float) -> None:
    """Let it live so long."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


def sets(told: Told) -> list[tuple[int, int]]:
    return [(int(line[1]), int(line[2])) for line in told if line[0] == "set"]


def positions(told: Told) -> list[int]:
    return [int(line[1]) for line in told if line[0] == "at"]


def killed_again_and_again(folder: Path, speed: int) -> list[Day]:
    """Half of all kills; what comes after a day's end is another day."""
    chance = random.Random(speed)
    days = [Day(folder / "0")]
    for kill in range(KILLS // 2):
        if not days[-1].survives(lived(days[-1].folder, speed, kill, chance)):
            days.append(Day(folder / str(len(days))))
    if days[-1].lost:
        days[-1].ends(lived_to_the_end(days[-1].folder))
    return days


# --- the tests --------------------------------------------------------------------------


def test_killed_again_and_again_day_1_comes_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seen to fail with a runner that tells before it writes, with one that writes only what
    has happened and no checkpoints between, and with a session that is taken up at the
    beginning of its step.
    """
    with ThreadPoolExecutor() as persons:
        folders = [tmp_path / str(speed) for speed in SPEEDS]
        met = list(persons.map(killed_again_and_again, folders, SPEEDS))
    days = [day for person in met for day in person]
    lost = [ms for day in days for ms in day.lost]
    within = {index for day in days for index in day.killed_within}
    assert len(lost) >= 60
    assert len(within) > 10
    assert max(lost) > 0
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(lost)} kills within {len(within)} steps of {len(days)} days: no set lost, "
            f"{max(lost) / 1000:.2f} s of a step at most\n"
        )


def test_what_is_not_written_yet_is_less_than_five_seconds() -> None:
    """At the speed of life there is a look at least every second, and a write after some."""
    assert CHECKPOINT_MS + UNWATCHED_MS <= 5_000
