"""What a backup holds, in numbers by which a person recognises it."""

import sqlite3
from contextlib import closing

import msgspec

from .backups import Backup
from .database import looked_at
from .errors import StoreError, reading
from .schema import MIGRATIONS, check_header, check_whole, migrate


class Preview(msgspec.Struct, frozen=True):
    """What would be there after a backup was restored."""

    sessions: int
    days: int
    """Days of the plan that came to their end, or were counted as done by hand."""
    last_date: str | None
    """The local date of the last session."""
    check_ins: int
    notes: int


_COUNTS = """
SELECT
  (SELECT count(*) FROM session),
  (SELECT count(*) FROM (
    SELECT plan, round, day FROM session WHERE day IS NOT NULL AND phase = 'finished'
    UNION SELECT plan, round, day FROM mark WHERE state = 'done')),
  (SELECT max(local_date) FROM session),
  (SELECT count(*) FROM check_in),
  (SELECT count(*) FROM note)"""


def preview(backup: Backup) -> Preview:
    """Of a backup of any version that can be restored; StoreError of any other.

    The file stays as it is: an earlier version is brought up to date in memory.
    """
    with reading():
        check_header(backup.path, len(MIGRATIONS), to_write=False)
        with closing(looked_at(backup.path)) as file, closing(_in_memory()) as db:
            check_whole(file)
            file.backup(db)
            migrate(db, MIGRATIONS)
            return Preview(*db.execute(_COUNTS).fetchone())


def _in_memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA trusted_schema = OFF")
    return db


def known(backup: Backup) -> tuple[Backup, Preview | None]:
    """A backup with what it holds; None where it is not sound or cannot be read here."""
    try:
        return backup, preview(backup) if backup.sound else None
    except StoreError:
        return backup, None
