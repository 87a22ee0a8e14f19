"""Sessions that have ended, corrected and taken out afterwards, always with the way back.

Whole rows are taken as they are, whatever columns they have, so that putting them back
leaves the file row by row as it was.
"""

from typing import TYPE_CHECKING, Any

import msgspec

from ..core.pain import CheckIn
from ..core.records import Done, SessionRecord
from . import rows
from .errors import StoreError, reading
from .tables import Tables

if TYPE_CHECKING:
    from ..core.timing import Timing

CHILDREN = ("done_set", "check_in", "note", "log")
"""The tables whose rows belong to a session and go with it."""


class TakenRows(msgspec.Struct, frozen=True):
    """Rows of one table, whole; the first column is the place among the others (rowid)."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Taken(msgspec.Struct, frozen=True):
    """A session with all that belongs to it, as it stood in the file."""

    id: str
    parts: tuple[TakenRows, ...]
    """The session first, for the others refer to it."""

    def count(self, table: str) -> int:
        """How many rows of a table it holds."""
        return sum(len(part.rows) for part in self.parts if part.table == table)


class AmendingTables(Tables):
    """Looks at one session, corrects it, takes it out and puts it back."""

    def sets_of(self, id: str) -> tuple[Done, ...]:
        """What was done in a session."""
        with reading():
            found = self._db.execute(
                "SELECT s.id, s.round, s.day, s.begun, s.local_date, d.exercise_no, d.exercise,"
                " d.set_no, d.side, d.version, d.planned, d.actual, d.unit, d.done"
                " FROM session AS s JOIN done_set AS d ON d.session = s.id WHERE s.id = ?"
                " ORDER BY d.exercise_no, d.set_no, d.side",
                (id,),
            )
            return tuple(rows.done_set(row).set for row in found)

    def check_ins_of(self, id: str) -> tuple[CheckIn, ...]:
        """What was said about pain in a session, in order of time."""
        with reading():
            found = self._db.execute(
                f"SELECT {rows.CHECK_IN} FROM check_in WHERE session = ? ORDER BY at, rowid", (id,)
            )
            return tuple(rows.check_in(row) for row in found)

    def as_it_is(self, id: str) -> Taken:
        """A session as it stands, to be put back after it was changed."""
        with reading():
            return self._taken(id)

    def take_out(self, id: str) -> Taken:
        """Take a session that has ended out of the record, with all that belongs to it."""
        with self._writing():
            self._check_ended(id)
            taken = self._taken(id)
            self._db.execute("DELETE FROM session WHERE id = ?", (id,))
        return taken

    def put_back(self, taken: Taken) -> None:
        """The session is as it was when it was taken, whatever became of it since.

        A row has its old place in its table again, unless another one has taken it meanwhile.
        """
        with self._writing():
            self._db.execute("DELETE FROM session WHERE id = ?", (taken.id,))
            for part in taken.parts:
                marks = ", ".join("?" * (len(part.columns) - 1))
                self._db.executemany(
                    f"INSERT INTO {part.table} ({', '.join(part.columns)}) VALUES"
                    f" ((SELECT iif(EXISTS (SELECT 1 FROM {part.table} WHERE rowid = ?1),"
                    f" NULL, ?1)), {marks})",
                    part.rows,
                )

    def correct(self, id: str, timing: "Timing") -> None:
        """Say when a session that has ended began and how long it was.

        A walk outside has no script: its length is what was done of it, and by the rule of
        every long activity all of it is done from the planned time on.
        """
        with self._writing():
            self._check_ended(id)
            record = self._record(id)
            session = record.session
            if session.script:
                session = msgspec.structs.replace(session, guided=timing.length_ms)
            else:
                self._db.execute(
                    "UPDATE done_set SET actual = :s, done = :s >= planned WHERE session = :id",
                    {"s": timing.length_ms // 1000, "id": id},
                )
            new = msgspec.structs.replace(
                record,
                begun=timing.begun,
                local_date=timing.local_date,
                utc_offset=timing.utc_offset,
                ended=timing.ended,
                session=session,
            )
            self._db.execute(
                f"UPDATE session SET ({rows.SESSION}) = ({rows.SESSION_MARKS}) WHERE id = ?",
                (*rows.from_record(new), id),
            )

    def _check_ended(self, id: str) -> None:
        found = self._db.execute("SELECT ended FROM session WHERE id = ?", (id,)).fetchone()
        if found is None:
            raise StoreError("This session is no longer in Backplan's file.")
        if found == (None,):
            raise StoreError("This session is not finished, so it cannot be changed yet.")

    def _record(self, id: str) -> SessionRecord:
        with reading():
            found = self._db.execute(
                f"SELECT {rows.SESSION} FROM session WHERE id = ?", (id,)
            ).fetchone()
            return rows.record(found)

    def _taken(self, id: str) -> Taken:
        parts = [self._rows("session", "id", id)]
        parts += [self._rows(table, "session", id) for table in CHILDREN]
        return Taken(id, tuple(parts))

    def _rows(self, table: str, column: str, id: str) -> TakenRows:
        found = self._db.execute(
            f"SELECT rowid, * FROM {table} WHERE {column} = ? ORDER BY rowid", (id,)
        )
        columns = tuple(name for name, *_ in found.description)
        return TakenRows(table, columns, tuple(found))
