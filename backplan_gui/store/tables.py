"""What the parts of the store share: one connection, and one transaction a write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from .database import transaction
from .errors import in_plain_words


class Tables:
    """Some of the tables in the file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with in_plain_words(), transaction(self._db):
            yield

    def _remove(self, table: str, id: str) -> None:
        with self._writing():
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
