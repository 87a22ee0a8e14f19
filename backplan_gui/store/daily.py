"""The backup of a day, made before anything is written on it."""

import sqlite3
from pathlib import Path

from .backups import Now, back_up, listed, local_date, thin
from .errors import Busy, StoreError, in_plain_words


class Daily:
    """Looks before every write whether its day has a backup, and makes it if not.

    A backup that cannot be made holds no write back: what a person does is worth more than
    a copy of what was. It is tried again an hour later at the earliest, for it takes time.
    """

    def __init__(self, folder: Path, now: Now) -> None:
        self._folder, self._now = folder, now
        self._has_one = ""
        self._tried = ("", "")
        self.trouble = ""
        """Why there is no backup of today; empty while all is well."""

    def look(self, db: sqlite3.Connection) -> None:
        """Make the backup of today if it is not there; Busy if the record is."""
        moment = self._now()
        today, hour = local_date(moment), moment[0][:13]
        if today == self._has_one or (today, hour) == self._tried:
            return
        try:
            with in_plain_words():
                if _is_begun(db) and all(b.local_date != today for b in listed(self._folder)):
                    thin(self._folder, today, back_up(db, self._folder, moment))
            self._has_one, self.trouble = today, ""
        except Busy:
            raise  # so will the write be, and the window has waited enough
        except StoreError as error:
            self._tried, self.trouble = (today, hour), str(error)


def _is_begun(db: sqlite3.Connection) -> bool:
    """There is something in the record that a person would miss."""
    tables = ("session", "check_in", "mark", "safety")
    any_row = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables)
    return bool(db.execute(f"SELECT {any_row}").fetchone()[0])
