"""A session over a real store on a disk that misbehaves, and what a person is told of it.

Each scenario asserts what must be so and ends with status 0; `told` comes out as JSON.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Phase, Session
from backplan_gui.runner import SessionRunner
from backplan_gui.store.backups import back_up, listed
from backplan_gui.store.elsewhere import copy_to
from backplan_gui.store.errors import StoreError
from backplan_gui.store.folder import DATABASE
from backplan_gui.store.restoring import restore
from backplan_gui.store.store import Store
from tests.fakes import FakeClock
from tests.store.samples import SCRIPT, WHOLE_MS, after, record

SETS = 4
"""In the session of the samples."""
SET_MS = 32_000
"""The first of them is done by then."""
LOOK_MS = 2000


class Watched:
    """A session and all that is told about it."""

    def __init__(self, folder: Path) -> None:
        self.path, self.clock = folder / DATABASE, FakeClock()
        self.store = Store.open(self.path, now=self.clock.now)
        self.runner = SessionRunner(self.store, self.clock)
        self.trouble: list[str] = []
        self.ended: list[SessionRecord] = []
        self.longest = 0.0
        """Seconds that a look took, at the most: so long the window stood still."""
        self.runner.trouble.connect(self.trouble.append)
        self.runner.ended.connect(self.ended.append)
        self.runner.begin(record(Session(SCRIPT)))

    def turn(self, ms: int) -> None:
        for _ in range(0, ms, LOOK_MS):
            self.clock.turn(LOOK_MS)
            begun = time.monotonic()
            self.runner.look()
            self.longest = max(self.longest, time.monotonic() - begun)

    def goes_on_in_memory(self) -> None:
        """All of the session, while nothing can be kept; the person is told once."""
        self.turn(WHOLE_MS + 5000)
        assert self.runner.session
        assert self.runner.session.phase is Phase.FINISHED
        assert not self.ended
        assert len(self.trouble) == 1, self.trouble

    def is_kept_at_the_next_look(self) -> None:
        self.turn(LOOK_MS)
        assert self.trouble[1:] == [""], self.trouble
        assert [record.session.phase for record in self.ended] == [Phase.FINISHED]
        self.store.close()
        with Store.open(self.path) as store:
            assert len(store.done_sets("seven-days")) == SETS
            assert store.unfinished() is None


def full(folder: Path) -> list[str]:
    """A disk of 256 KiB without any room left."""
    watched = Watched(folder)
    with filled(folder):
        watched.goes_on_in_memory()
    watched.is_kept_at_the_next_look()
    return watched.trouble[:1]


def full_at_the_start(folder: Path) -> list[str]:
    """Nothing half-written stays, and it works once there is room."""
    with filled(folder):
        told = refused(lambda: Store.open(folder / DATABASE))
        assert not list(folder.glob("backplan*"))
    Store.open(folder / DATABASE).close()
    return [told]


def full_of_backups(folder: Path) -> list[str]:
    """A backup that finds no room takes none, and holds no set back."""
    watched = Watched(folder)
    watched.clock.local_date = "2026-11-25"
    size = (folder / DATABASE).stat().st_size
    with filled(folder, spare=size + 16_384):  # enough for a backup, not for what follows
        watched.turn(WHOLE_MS)
        assert not watched.trouble
        assert listed(folder) == ()
        told = watched.store.backup_trouble
    watched.store.close()
    return [told]


def full_when_restoring(folder: Path) -> list[str]:
    """The record stays, and so does what is in the folder of the second copies."""
    with Store.open(folder / DATABASE) as store:
        store.begin(record())
        backup = back_up(store._db, folder, FakeClock().now())
    before = (folder / DATABASE).read_bytes()
    with filled(folder, spare=8192):
        told = [
            refused(lambda: restore(folder, backup, "2026-11-24")),
            refused(lambda: copy_to(folder, backup)),
        ]
    assert (folder / DATABASE).read_bytes() == before
    assert not list(folder.rglob("*.new"))
    assert {file.name for file in folder.iterdir()} >= {DATABASE, "backups"}
    restore(folder, backup, "2026-11-24")
    return told


def read_only(folder: Path) -> list[str]:
    """Permissions that are taken away, and given back."""
    watched = Watched(folder)
    (folder / f"{DATABASE}-journal").unlink()  # SQLite would give itself rights to it
    folder.chmod(0o500)
    watched.goes_on_in_memory()
    told = refused(lambda: Store.open(folder / "other.sqlite"))
    folder.chmod(0o700)
    watched.is_kept_at_the_next_look()
    (folder / DATABASE).chmod(0o400)
    return [*watched.trouble[:1], told, refused(lambda: Store.open(folder / DATABASE))]


def held(folder: Path) -> list[str]:
    """Another program has the file; it lets go when its lines end."""
    watched = Watched(folder)
    say("begun")
    sys.stdin.readline()
    watched.turn(SET_MS)
    assert len(watched.trouble) == 1, watched.trouble
    assert watched.runner.session
    assert len(watched.runner.session.worked) == 1
    assert watched.longest < 0.25 + 0.25, watched.longest
    say("a set is done")
    sys.stdin.readline()
    watched.turn(WHOLE_MS - SET_MS)
    watched.is_kept_at_the_next_look()
    return watched.trouble[:1]


def failing(folder: Path) -> list[str]:
    """Sixty sets on a disk that fails now and then; each is tried until it is kept."""
    with patient(lambda: Store.open(folder / DATABASE, check=False)) as store:
        for _ in range(15):
            kept = record()
            tried(partial(store.begin, kept))
            for ms in (31_000, 51_000, 76_000, WHOLE_MS):
                ended = kept.begun if ms == WHOLE_MS else None
                tried(partial(store.save, kept.id, after(ms), ended))
    return []


def tried(write: Callable[[], None]) -> None:
    """As the runner does, but at once."""
    for _ in range(100):
        with suppress(StoreError):
            write()
            return
    raise AssertionError("the disk never let it be kept")


@contextmanager
def patient(opened: Callable[[], Store]) -> Iterator[Store]:
    """A store that is opened as soon as the disk lets it."""
    for _ in range(100):
        with suppress(StoreError):
            store = opened()
            break
    yield store
    with suppress(StoreError):
        store.close()


def refused(does: Callable[[], object]) -> str:
    try:
        does()
    except StoreError as error:
        return str(error)
    raise AssertionError("it was not refused")


@contextmanager
def filled(folder: Path, spare: int = 0) -> Iterator[None]:
    """All room on the disk is taken but so many bytes."""
    ballast = folder.parent / "ballast"
    with ballast.open("wb", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(bytes(4096))
        file.truncate(max(0, file.tell() - spare))
    try:
        yield
    finally:
        ballast.unlink()


def say(*what: object) -> None:
    os.write(1, json.dumps(what).encode() + b"\n")


SCENARIOS = {
    scenario.__name__: scenario
    for scenario in (
        full,
        full_at_the_start,
        full_of_backups,
        full_when_restoring,
        read_only,
        held,
        failing,
    )
}

if __name__ == "__main__":
    application = QCoreApplication([])
    say("told", SCENARIOS[sys.argv[1]](Path(sys.argv[2])))
