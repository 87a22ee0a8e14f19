"""All that is remembered, in one SQLite file; SQL is spoken here and nowhere above.

Every method is one transaction on one connection, in the thread that draws: a commit takes
about a millisecond, so no queue can hold back what the screen already shows as kept. Every
write may simply be repeated after an error, since a commit that reports a failed disk may
have reached it all the same. All methods raise StoreError.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from ..core.records import Mark, SafetyAnswer
from . import rows, schema
from .amending import AmendingTables
from .errors import in_plain_words, reading
from .history import HistoryTables
from .merging import MergingTables
from .opening import Opening
from .pain import PainTables
from .portable import PortableTables
from .sessions import SessionTables

if TYPE_CHECKING:
    from .backups import Now
    from .daily import Daily

SQLITE_VERSION = sqlite3.sqlite_version


class Store(
    SessionTables, PainTables, HistoryTables, AmendingTables, PortableTables, MergingTables
):
    """One person's record; open it with `Store.open`."""

    def __init__(self, db: sqlite3.Connection, opening: Opening, now: "Now | None") -> None:
        super().__init__(db)
        self._opening, self._now = opening, now

    @classmethod
    def open(
        cls,
        path: Path,
        migrations: Sequence[schema.Migration] = schema.MIGRATIONS,
        *,
        check: bool = True,
        now: "Now | None" = None,
    ) -> Self:
        """The store in a file, which is created, checked and brought up to date as needed.

        NewerFile and DamagedFile leave the file as it is. A backup is made of a file that has
        to be brought up to date and, where `now` tells the time, of every day before anything
        is written on it. Without `check` a file that is up to date is only looked at from
        outside; call `check` before the first write.
        """
        opening = Opening(path, migrations, now)
        with in_plain_words():
            return cls(opening.first(check=check), opening, now)

    def back_up_today(self) -> None:
        """Make the backup of today now, at a quiet moment, if it is not there.

        The first write of the day would; ten years take 0.2 s, which a session would notice.
        """
        if self._now:
            with in_plain_words():
                self._daily.look(self._db)

    @property
    def backup_trouble(self) -> str:
        """Why there is no backup of today; empty while all is well."""
        return self._daily.trouble if self._now else ""

    def check(self) -> None:
        """DamagedFile unless all of the file is sound; 70 ms for ten years of days."""
        with in_plain_words():
            schema.check_whole(self._db)
            self._db.execute("PRAGMA shrink_memory")

    def _before_write(self) -> None:
        if self._is_lost:
            self._db = self._opening.again(self._db)
            self._is_lost = False
        if self._now:
            self._daily.look(self._db)

    @cached_property
    def _daily(self) -> "Daily":
        from .daily import Daily

        assert self._now is not None
        return Daily(self._opening.path.parent, self._now)

    def close(self) -> None:
        """Let go of the file."""
        with in_plain_words():
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Marks and answers

    def marks(self, plan: str, round: int | None = None) -> tuple[Mark, ...]:
        """What was said by hand about a plan's days (of one round), in the order it was said."""
        with reading():
            found = self._db.execute(
                "SELECT id, plan, round, day, state, at, local_date FROM mark WHERE plan = :plan"
                " AND (:round IS NULL OR round = :round) ORDER BY rowid",
                {"plan": plan, "round": round},
            )
            return tuple(rows.mark(row) for row in found)

    def add_mark(self, mark: Mark) -> None:
        """Keep a mark."""
        with self._writing():
            self._db.execute(
                "INSERT INTO mark (id, plan, round, day, state, at, local_date)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                msgspec.structs.astuple(mark),
            )

    def remove_mark(self, id: str) -> None:
        """Take a mark back."""
        self._remove("mark", id)

    def answers(self) -> tuple[SafetyAnswer, ...]:
        """Every answer to the warning signs, in the order in which they were given."""
        with reading():
            found = self._db.execute(
                'SELECT id, at, local_date, "group", codes, checked_on FROM safety ORDER BY rowid'
            )
            return tuple(rows.answer(row) for row in found)

    def last_answer(self) -> SafetyAnswer | None:
        """The answer that counts; None before there was one."""
        answers = self.answers()
        return answers[-1] if answers else None

    def add_answer(self, answer: SafetyAnswer) -> None:
        """Keep an answer."""
        with self._writing():
            self._db.execute(
                'INSERT INTO safety (id, at, local_date, "group", codes, checked_on)'
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                rows.from_answer(answer),
            )

    def remove_answer(self, id: str) -> None:
        """Take an answer back."""
        self._remove("safety", id)

    # Settings

    def settings(self) -> dict[str, Any]:
        """Every value kept by `save_settings` or `put`; an unreadable one is None."""
        with reading():
            found = self._db.execute("SELECT key, value FROM setting ORDER BY key").fetchall()
        return {key: rows.value(text) for key, text in found}

    def save_settings(self, values: Mapping[str, Any]) -> None:
        """Keep all these values; others stay as they are."""
        with self._writing():
            self._db.executemany(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [(key, rows.json(value)) for key, value in values.items()],
            )

    def value(self, key: str) -> Any:
        """One value, or None."""
        return self.settings().get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep one value, of any kind that JSON knows."""
        self.save_settings({key: value})
