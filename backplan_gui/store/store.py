"""All that is remembered, in one SQLite file; SQL is spoken here and nowhere above.

Every method is one transaction on one connection, in the thread that draws: a commit takes
about a millisecond, so no queue can hold back what the screen already shows as kept. Every
write may simply be repeated after an error, since a commit that reports a failed disk may
have reached it all the same. All methods raise StoreError.
"""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from ..core.records import Done, DoneSet, Mark, SafetyAnswer, SessionRecord, done_records
from ..core.session import Session
from . import rows, schema
from .database import connected, transaction
from .errors import StoreError, in_plain_words, reading

SQLITE_VERSION = sqlite3.sqlite_version


class Store:
    """One person's record; open it with `Store.open`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

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

    # Sessions

    def begin(self, record: SessionRecord) -> None:
        """Keep a session that is beginning; refused while another one is unfinished."""
        self._add_session(record, done_records(record.session))

    def add_finished(self, record: SessionRecord, done: Sequence[Done]) -> None:
        """Keep a session with the sets given, as for a walk that is logged afterwards."""
        self._add_session(record, done)

    def save(self, id: str, session: Session, ended: str | None = None) -> None:
        """Keep where a session stands and every set done in it, whole or not at all.

        `ended` is the instant it ended, None while it goes on. A set that is not in
        `session` any more stays as it was recorded.
        """
        done = done_records(session)
        with self._writing():
            found = self._db.execute(
                "UPDATE session SET ended = ?, step = ?, elapsed = ?, phase = ?, state = ?,"
                " script = ? WHERE id = ?",
                (ended, *rows.from_session(session), id),
            )
            if not found.rowcount:
                raise StoreError("This session is no longer in Backplan's file.")
            self._put_sets(id, done)

    def unfinished(self) -> SessionRecord | None:
        """The one session that has not ended, as it was saved last."""
        return self._one_session("ended IS NULL")

    def session(self, id: str) -> SessionRecord | None:
        """The session of that id."""
        return self._one_session("id = ?", id)

    def remove_session(self, id: str) -> None:
        """Take a session back, with its sets, notes and log."""
        self._remove("session", id)

    def done_sets(self, plan: str, round: int | None = None) -> tuple[DoneSet, ...]:
        """Every recorded set of a plan (of one round of it), the earliest session first."""
        with reading():
            found = self._db.execute(
                "SELECT s.id, s.round, s.day, s.begun, s.local_date, d.exercise_no, d.exercise,"
                " d.set_no, d.side, d.version, d.planned, d.actual, d.unit, d.done"
                " FROM session AS s JOIN done_set AS d ON d.session = s.id"
                " WHERE s.plan = :plan AND (:round IS NULL OR s.round = :round)"
                " ORDER BY s.begun, s.id, d.exercise_no, d.set_no, d.side",
                {"plan": plan, "round": round},
            )
            return tuple(rows.done_set(row) for row in found)

    def rounds(self, plan: str) -> tuple[int, ...]:
        """Every round of a plan that has a session or a mark, in order."""
        with reading():
            found = self._db.execute(
                "SELECT round FROM session WHERE plan = :plan"
                " UNION SELECT round FROM mark WHERE plan = :plan ORDER BY round",
                {"plan": plan},
            )
            return tuple(round for (round,) in found)

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

    # Notes

    def note(self, session_id: str) -> str:
        """What the person wrote after a session; empty if nothing."""
        with reading():
            row = self._db.execute(
                "SELECT note FROM check_in WHERE session = ? AND kind = 'after'", (session_id,)
            ).fetchone()
        return str(row[0]) if row else ""

    def save_note(self, session_id: str, text: str, at: str) -> None:
        """Keep a note written at an instant in place of the one before; empty removes it."""
        with self._writing():
            self._db.execute(
                "INSERT INTO check_in (id, session, at, kind, note) VALUES (?, ?, ?, 'after', ?)"
                " ON CONFLICT (session) WHERE kind = 'after'"
                " DO UPDATE SET at = excluded.at, note = excluded.note",
                (str(uuid.uuid4()), session_id, at, text),
            )
            self._db.execute(
                "DELETE FROM check_in WHERE session = ? AND kind = 'after'"
                " AND note = '' AND pain IS NULL AND legs = 0",
                (session_id,),
            )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with in_plain_words(), transaction(self._db):
            yield

    def _add_session(self, record: SessionRecord, done: Sequence[Done]) -> None:
        with self._writing():
            self._db.execute(
                f"INSERT INTO session ({rows.SESSION}) VALUES ({rows.SESSION_MARKS})"
                " ON CONFLICT (id) DO NOTHING",
                rows.from_record(record),
            )
            self._put_sets(record.id, done)

    def _put_sets(self, session_id: str, done: Iterable[Done]) -> None:
        """A set that is done again takes the place of its earlier row."""
        self._db.executemany(
            "INSERT INTO done_set (id, session, exercise_no, exercise, set_no, side, version,"
            " planned, actual, unit, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (session, exercise_no, set_no, side) DO UPDATE SET"
            " exercise = excluded.exercise, version = excluded.version,"
            " planned = excluded.planned, actual = excluded.actual, unit = excluded.unit,"
            " done = excluded.done",
            [(str(uuid.uuid4()), session_id, *rows.from_done(d)) for d in done],
        )

    def _one_session(self, where: str, *values: str) -> SessionRecord | None:
        with reading():
            row = self._db.execute(
                f"SELECT {rows.SESSION} FROM session WHERE {where}", values
            ).fetchone()
            return rows.record(row) if row else None

    def _remove(self, table: str, id: str) -> None:
        with self._writing():
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
