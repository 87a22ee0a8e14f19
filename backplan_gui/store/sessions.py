"""The sessions, the sets done in them, and what was noted after them."""

import uuid
from collections.abc import Iterable, Sequence

from ..core.records import Done, DoneSet, SessionRecord, SessionSummary, done_records
from ..core.session import Session
from . import rows
from .errors import StoreError, reading
from .tables import Tables


class SessionTables(Tables):
    """Sessions with their sets and notes."""

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
                f"UPDATE session SET ended = ?, {rows.PUT_SESSION} WHERE id = ?",
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
        """Take a session back, with its sets, answers, note and log."""
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

    def sessions(self, plan: str, round: int | None = None) -> tuple[SessionSummary, ...]:
        """Every session of a plan (of one round of it), in order of time; reads no script."""
        with reading():
            found = self._db.execute(
                f"SELECT {rows.SUMMARY} FROM session"
                " WHERE plan = :plan AND (:round IS NULL OR round = :round) ORDER BY begun, id",
                {"plan": plan, "round": round},
            )
            return tuple(rows.summary(row) for row in found)

    def note(self, session_id: str) -> str:
        """What the person wrote after a session; empty if nothing."""
        with reading():
            row = self._db.execute(
                "SELECT text FROM note WHERE session = ?", (session_id,)
            ).fetchone()
        return str(row[0]) if row else ""

    def save_note(self, session_id: str, text: str, at: str) -> None:
        """Keep a note written at an instant in place of the one before; empty removes it."""
        with self._writing():
            self._db.execute("DELETE FROM note WHERE session = ?", (session_id,))
            if text:
                self._db.execute(
                    "INSERT INTO note (session, at, text) VALUES (?, ?, ?)", (session_id, at, text)
                )

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
