"""A process that is killed at any instant loses no set and less than five seconds."""

import random
import subprocess
import sys
from contextlib import suppress
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

KILLS, SPEED = 8, 50
LONGEST_S = 1.6
"""Of a process's life after its window is there: all of them stay within Day 1."""
DAY_1 = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2)]


def lived(folder: Path, seconds: float | None) -> list[list[str]]:
    """What the app told until it was killed, after so long or as soon as a set was told.

    Given long enough it comes to the end of the day.
    """
    victim = (sys.executable, "-m", "tests.system.victim", str(folder), str(SPEED))
    env = environment(QT_QPA_PLATFORM="offscreen")
    with started(*victim, env=env) as process:
        assert process.stdout
        told = [process.stdout.readline()]
        if seconds is None:
            while told[-1] and not told[-1].startswith("set"):
                told.append(process.stdout.readline())
        else:
            with suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
        process.kill()
        told += process.stdout.readlines()
    return [line.split() for line in told]


def sets(told: list[list[str]]) -> list[tuple[int, int]]:
    return [(int(line[1]), int(line[2])) for line in told if line[0] == "set"]


def positions(told: list[list[str]]) -> list[int]:
    return [int(line[1]) for line in told if line[0] == "at"]


def test_killed_again_and_again_day_1_comes_to_its_end(tmp_path: Path) -> None:
    folder, chance = tmp_path / "own", random.Random(7)
    kept: list[tuple[int, int]] = []
    reached, killed_within = 0, set()
    for kill in range(KILLS):
        told = lived(folder, chance.uniform(0.05, LONGEST_S) if kill % 2 else None)
        assert (told[0][:3] == ["offered", "Continue", "Day"]) is (kill > 0)
        acknowledged = kept + sets(told)
        seen = max([reached, *positions(told)])

        with Store.open(folder / RECORD) as store:  # whole, and every reference in it
            record, done = store.unfinished(), store.done_sets("seven-days")
        assert record
        recorded = [(d.set.exercise_no, d.set.set_no) for d in done]
        assert recorded[: len(acknowledged)] == acknowledged
        assert len(recorded) <= len(acknowledged) + 1  # one may be on disk, but not yet told
        assert recorded == DAY_1[: len(recorded)]
        assert all(d.set.done for d in done)

        kept, reached = recorded, position(record.session)
        assert seen - reached < CHECKPOINT_MS
        assert rows(folder, "SELECT count(*), count(ended) FROM session") == [(1, 0)]
        killed_within.add(record.session.index)
    assert len(killed_within) > KILLS // 2

    told = lived(folder, PATIENCE_S)
    assert kept + sets(told) == DAY_1
    assert rows(folder, "SELECT phase, count(ended) FROM session") == [("finished", 1)]
    assert rows(folder, "SELECT count(*), sum(done) FROM done_set") == [(7, 7)]
    assert rows(folder, "SELECT asked, pain FROM check_in") == [("before", 2)]


def test_what_is_not_written_yet_is_less_than_five_seconds() -> None:
    """At the speed of life there is a look at least every second, and a write after some."""
    assert CHECKPOINT_MS + UNWATCHED_MS <= 5_000
