"""From a path to a connection: looked at first, checked, backed up and brought up to date.

Also while the record is in use: its file may be removed or replaced, or its disk go away
and come back. What is open can often still be read, and is what the person sees; so it is
written anew, and a file that was put in its place is set aside.
"""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import schema
from .arriving import coming, settle, swap
from .database import connected, copy_pages, written_whole
from .errors import MOVED, DamagedFile, Finding, Unwritable

if TYPE_CHECKING:  # most starts need no backup, and none waits for what makes them
    from .backups import Moment, Now


class Opening:
    """How one record is opened, the first time and again."""

    def __init__(
        self, path: Path, migrations: Sequence[schema.Migration], now: "Now | None"
    ) -> None:
        self.path, self._migrations, self._now = path, migrations, now
        self._opened: os.stat_result

    def first(self, *, check: bool) -> sqlite3.Connection:
        """The record, made if there never was one."""
        settle(self.path)
        if not self.path.exists():
            _refuse_lost(self.path)
            schema.create(self.path, self._migrations)
        return self._connected(check=check)

    def again(self, lost: sqlite3.Connection) -> sqlite3.Connection:
        """A connection that can be written to, for one that could not; the same if it can now.

        Raises, and leaves the lost one as it is, while there is none to get.
        """
        if not self.path.parent.is_dir():
            raise Unwritable(MOVED)
        if _can_be_read(lost):
            if self._is_there():
                return lost
            self._write_anew(lost)
        found = self._connected(check=True)
        lost.close()
        return found

    def _connected(self, *, check: bool) -> sqlite3.Connection:
        newest = len(self._migrations)
        schema.check_header(self.path, newest)
        db = connected(self.path)
        try:
            is_old = schema.version_of(db) < newest  # the header may tell of a write cut short
            if check or is_old:
                schema.check_whole(db)
            if is_old:
                _back_up(db, self.path.parent, self._moment(), newest)
                schema.migrate(db, self._migrations)
            self._opened = self.path.stat()
        except BaseException:
            db.close()
            raise
        return db

    def _is_there(self) -> bool:
        return self.path.exists() and os.path.samestat(self.path.stat(), self._opened)

    def _write_anew(self, lost: sqlite3.Connection) -> None:
        with written_whole(coming(self.path)) as new:
            copy_pages(lost, new)
            schema.check_whole(new)
        swap(self.path, self._moment()[1])

    def _moment(self) -> "Moment":
        """Now; where nobody says when that is, when what is there was last changed."""
        from datetime import UTC, datetime

        if self._now is not None:
            return self._now()
        there = self.path if self.path.exists() else self.path.parent
        at = datetime.fromtimestamp(there.stat().st_mtime, UTC)
        return at.isoformat(), at.date().isoformat(), 0


def _refuse_lost(path: Path) -> None:
    """Who has backups is no new person."""
    from .backups import listed

    if listed(path.parent):
        raise DamagedFile(f"{path} is gone, but there are backups.", Finding.EMPTY)


def _back_up(db: sqlite3.Connection, folder: Path, moment: "Moment", newest: int) -> None:
    from .backups import back_up

    back_up(db, folder, moment, before=newest)


def _can_be_read(db: sqlite3.Connection) -> bool:
    try:
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return False
    return True
