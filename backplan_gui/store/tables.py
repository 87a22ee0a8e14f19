"""What the parts of the store share: one connection, and one transaction a write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from .database import transaction
from .errors import in_plain_words, is_lost


class Tables:
    """Some of the tables in the file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._is_lost = False
        """The last write found that the file may be another one by now."""

    def _before_write(self) -> None:
        """What must be true of the file before anything is written to it."""

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with in_plain_words():
            self._before_write()
            try:
                with transaction(self._db):
                    yield
            except sqlite3.Error as error:
                self._is_lost = is_lost(error)
                raise

    def _remove(self, table: str, id: str) -> None:
        with self._writing():
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
