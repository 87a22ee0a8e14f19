"""Connections to SQLite, the same everywhere, and the promises they rest on.

`TRUNCATE` with `EXTRA`: when COMMIT returns, the set is on the disk. In 900 simulated power
cuts neither lost a committed set; WAL with `NORMAL` lost sets in 279 of them. A commit
takes about 1 ms, so there is nothing to gain from less. With WAL a copy of the file alone
lacks what is still in its log, a file put back beside an old log turns into the old state,
and a commit into a deleted file succeeds; with TRUNCATE all is in the one file.
`secure_delete` makes erased notes unreadable, `trusted_schema` keeps a crafted file from
running functions, and the `fullfsync` pair makes macOS write through to the disk.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from . import files

TIMEOUT = 0.25
"""Seconds to wait for another program's lock; the window stands still meanwhile."""

_PRAGMAS = (
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    "cache_size = -128",  # KiB; a week is read in a moment, a decade need not stay in memory
)


def connected(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun by `transaction`.

    Never makes a file: an empty one in place of one that is gone would look like damage.
    """
    where = files.address(path, "mode=rw")
    db = sqlite3.connect(where, timeout=TIMEOUT, isolation_level=None, uri=True)
    try:
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        db.close()
        raise
    return db


def looked_at(path: Path) -> sqlite3.Connection:
    """A connection to a file that nobody else uses; the file and its folder stay as they are."""
    where = files.address(path, "mode=ro&immutable=1")
    db = sqlite3.connect(where, isolation_level=None, uri=True)
    db.execute("PRAGMA trusted_schema = OFF")
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; after an error the connection can be used again."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A full disk or a failed write has already rolled back.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def copy_pages(db: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """All that is in a database, as it is at one instant.

    The lock is taken before: `backup` alone waits without end for another program's.
    """
    db.execute("BEGIN")
    try:
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
        db.backup(into)
    finally:
        db.rollback()


@contextmanager
def filling(empty: Path) -> Iterator[sqlite3.Connection]:
    """A new database in an empty file, on the disk when it is left."""
    with closing(sqlite3.connect(empty, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA synchronous = EXTRA")
        yield db


@contextmanager
def written_whole(path: Path) -> Iterator[sqlite3.Connection]:
    """A new database that takes its name only when it is complete and on the disk.

    A start that is cut short thus never leaves an empty file behind, which would look
    like damage. Side files of a lost one under that name go, lest SQLite apply them.
    """
    new = path.with_name(path.name + ".new")
    with files.made(new):
        with filling(new) as db:
            yield db
        for side in files.side_files(path):
            side.unlink()
        files.name(new, path)
