"""All that is remembered, in one SQLite file; SQL is spoken here and nowhere above.

Every method is one transaction on one connection, in the thread that draws: a commit takes
about a millisecond, so no queue can hold back what the screen already shows as kept. Every
write may simply be repeated after an error, since a commit that reports a failed disk may
have reached it all the same. All methods raise StoreError.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from ..core.records import Mark, SafetyAnswer
from . import rows, schema
from .database import connected
from .errors import in_plain_words, reading
from .pain import PainTables
from .sessions import SessionTables

SQLITE_VERSION = sqlite3.sqlite_version


class Store(SessionTables, PainTables):
    """One person's record; open it with `Store.open`."""

    @classmethod
    def open(
        cls,
        path: Path,
        migrations: Sequence[schema.Migration] = schema.MIGRATIONS,
        *,
        check: bool = True,
    ) -> Self:
        """The store in a file, which is created, checked and brought up to date as needed.

        NewerFile and DamagedFile leave the file as it is. A copy stays beside a file that
        had to be brought up to date. Without `check` a file that is up to date is only
        looked at from outside; call `check` before the first write.
        """
        with in_plain_words():
            if not path.exists():
                schema.create(path, migrations)
            schema.check_header(path, len(migrations))
            db = connected(path)
            try:
                is_old = schema.version_of(db) < len(migrations)
                if check or is_old:
                    schema.check_whole(db)
                if is_old:
                    schema.copy_aside(db, path, len(migrations))
                    schema.migrate(db, migrations)
            except BaseException:
                db.close()
                raise
        return cls(db)

    def check(self) -> None:
        """DamagedFile unless all of the file is sound; 70 ms for ten years of days."""
        with in_plain_words():
            schema.check_whole(self._db)
            self._db.execute("PRAGMA shrink_memory")

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
