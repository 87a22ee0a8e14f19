"""All that is remembered, taken out as one value that can be written down and merged again.

Rows come in the order in which they were kept, because that is what says which answer or
mark is the last one.
"""

import sqlite3
from collections.abc import Callable, Generator
from typing import TypeVar

from ..core.pain import Exclusion, LogLine
from ..core.portable import OF_THIS_MACHINE, KeptSession, KeptSet, Note, Portable
from . import rows
from .errors import reading
from .identity import MARK, NOTE, SAFETY

AT_ONCE = 100
"""Sessions between two looks at whether to go on; about 20 ms."""

T = TypeVar("T")


def gathering(db: sqlite3.Connection) -> Generator[float, None, Portable]:
    """A part at a time, with the share that is done after each; in the end, all of it."""
    sessions: list[KeptSession] = []
    with reading():
        (whole,) = db.execute("SELECT count(*) FROM session").fetchone()
        notes = _notes(db)
    last = -1
    while True:
        with reading():
            found, last = _sessions_after(db, last, notes)
        if not found:
            break
        sessions += found
        yield len(sessions) / (whole + 1)
    with reading():
        return Portable(
            tuple(sessions),
            _all(db, "check_in", rows.CHECK_IN, rows.check_in),
            _all(db, "log", rows.LOG, lambda row: LogLine(*row)),
            _all(db, "mark", MARK, rows.mark),
            _all(db, "safety", SAFETY, rows.answer),
            _all(db, "exclusion", rows.EXCLUSION, lambda row: Exclusion(*row)),
            _portable_settings(db),
        )


def _sessions_after(
    db: sqlite3.Connection, last: int, notes: dict[str, Note]
) -> tuple[list[KeptSession], int]:
    """The next sessions, and the rowid of the last of them."""
    found = db.execute(
        f"SELECT rowid, {rows.SESSION} FROM session WHERE rowid > ? ORDER BY rowid LIMIT ?",
        (last, AT_ONCE),
    ).fetchall()
    until = found[-1][0] if found else last
    sets = _sets_between(db, last, until)
    records = [rows.record(row[1:]) for row in found]
    return [KeptSession(r, tuple(sets.get(r.id, ())), notes.get(r.id)) for r in records], until


def _sets_between(db: sqlite3.Connection, after: int, until: int) -> dict[str, list[KeptSet]]:
    """By session what was done in those of a stretch of rows."""
    found = db.execute(
        "SELECT d.id, s.id, s.round, s.day, s.begun, s.local_date, d.exercise_no, d.exercise,"
        " d.set_no, d.side, d.version, d.planned, d.actual, d.unit, d.done"
        " FROM session AS s JOIN done_set AS d ON d.session = s.id"
        " WHERE s.rowid > ? AND s.rowid <= ? ORDER BY d.rowid",
        (after, until),
    )
    sets: dict[str, list[KeptSet]] = {}
    for id, *row in found:
        done = rows.done_set(tuple(row))
        sets.setdefault(done.session, []).append(KeptSet(id, done.set))
    return sets


def _notes(db: sqlite3.Connection) -> dict[str, Note]:
    found = db.execute(f"SELECT {NOTE} FROM note")
    return {session: Note(at, text) for session, at, text in found}


def _all(
    db: sqlite3.Connection, table: str, columns: str, value: Callable[[rows.Row], T]
) -> tuple[T, ...]:
    found = db.execute(f"SELECT {columns} FROM {table} ORDER BY rowid")
    return tuple(value(row) for row in found)


def _portable_settings(db: sqlite3.Connection) -> dict[str, object]:
    found = db.execute("SELECT key, value FROM setting ORDER BY key")
    return {key: rows.value(text) for key, text in found if key not in OF_THIS_MACHINE}
