"""A real file for every test, and real faults: no rights, no room."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from backplan_gui.store.store import Store

FullDisk = Callable[[int], AbstractContextManager[None]]


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


def tables(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    names = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {n: store._db.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for (n,) in names}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backplan.sqlite"


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
