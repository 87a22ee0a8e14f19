"""A real file for every test, and real faults: no rights, no room."""

import datetime as dt
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from backplan_gui.store.backups import Moment
from backplan_gui.store.database import looked_at
from backplan_gui.store.errors import DamagedFile
from backplan_gui.store.schema import check_whole
from backplan_gui.store.store import Store

FullDisk = Callable[[int], AbstractContextManager[None]]


class Calendar:
    """Tells the time that it was set to: half past ten, an hour east of UTC."""

    def __init__(self, date: str = "2026-11-24") -> None:
        self.at = dt.datetime.fromisoformat(f"{date}T09:30:05Z")
        self.offset = 60

    def __call__(self) -> Moment:
        local = self.at + dt.timedelta(minutes=self.offset)
        utc = self.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return utc, local.date().isoformat(), self.offset

    @property
    def today(self) -> str:
        return self()[1]

    def turn(self, **time: int) -> None:
        """So much time passes: days=1, hours=2."""
        self.at += dt.timedelta(**time)


def is_one_sentence(text: str) -> bool:
    """Something that can be shown as it is."""
    begins = text[0].isupper() or text[0] == "/"
    return begins and text.endswith(".") and not any(s in text for s in (". ", "..", "\n"))


def mode(path: Path) -> int:
    """What the owner, the group and others may do."""
    return stat.S_IMODE(path.stat().st_mode)


class Died(BaseException):
    """What a process does between two operations on its files."""


class Mortal:
    """Dies before the file operation of a number, and does nothing to files from then on.

    Looks at what Python tells its audit hooks, which cannot be taken away again.
    """

    _TOLD = ("open", "os.mkdir", "os.remove", "os.rename", "sqlite3.connect", "fsync")

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._left = 0
        sys.addaudithook(self._see)

    @contextmanager
    def dying(self, folder: Path, before: int) -> Iterator[None]:
        """Let what is done inside die; if it lives on, there are not so many operations."""
        self._folder, self._left = folder, before
        try:
            yield
        except Died:
            pass
        finally:
            self._folder = None

    def _see(self, event: str, what: tuple[Any, ...]) -> None:
        if self._folder is None or event not in self._TOLD:
            return
        if event == "fsync" or str(self._folder) in os.fsdecode(str(what[0])):
            self._left -= 1
            if self._left < 0:
                raise Died


_MORTAL = Mortal()


@pytest.fixture
def mortal(monkeypatch: pytest.MonkeyPatch) -> Mortal:
    """Writing through to the disk is an operation too, though Python does not tell of it."""
    fsync = os.fsync

    def told(number: int) -> None:
        sys.audit("fsync", number)
        fsync(number)

    monkeypatch.setattr(os, "fsync", told)
    return _MORTAL


def from_sql(path: Path, sql: str) -> None:
    """Run statements on a file as any program could."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(sql)


def schema(path: Path) -> list[tuple[str, ...]]:
    """All tables and indices in a file, as they were written down."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 2"
        ).fetchall()


def tear(path: Path) -> None:
    """Leave a record as a death within a write does: only its journal makes it whole."""
    journal, kept = path.with_name(path.name + "-journal"), path.with_name("kept")
    with Store.open(path) as store:
        store.save_settings({f"word {number}": "x" * 400 for number in range(99)})
        store._db.execute("PRAGMA cache_size = 1")
        store._db.execute("PRAGMA cache_spill = 1")
        store._db.execute("BEGIN")
        store._db.execute("UPDATE setting SET value = value || value")
        kept.mkdir()
        for file in (path, journal):
            shutil.copy(file, kept)
        store._db.execute("ROLLBACK")
    for file in (path, journal):
        shutil.copy(kept / file.name, file)
    shutil.rmtree(kept)
    assert journal.stat().st_size
    with closing(looked_at(path)) as db, pytest.raises((DamagedFile, sqlite3.DatabaseError)):
        check_whole(db)


def tables(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    names = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {n: store._db.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for (n,) in names}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backplan.sqlite"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store
        assert not store._db.in_transaction


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can reach and read."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def no_rights(folder: Path) -> Iterator[None]:
    """Nothing in the public folder may be changed; root turns into another user."""
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


@pytest.fixture
def full_disk() -> FullDisk:
    """No file can grow beyond so many bytes."""
    resource = pytest.importorskip("resource")

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited
