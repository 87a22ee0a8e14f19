"""All sessions of a plan in one look that reads no script, no matter how many there are.

Answers and notes are read in one pass each and put beside their sessions here: looking each
of them up takes five times as long in a record of ten years.
"""

from typing import TYPE_CHECKING

from . import rows
from .errors import reading
from .tables import Tables

if TYPE_CHECKING:
    from ..core.history import HistorySession

Walk = tuple[int, int, int]
"""Sets, sets done and seconds of a session that was logged afterwards."""


class _Told:
    """What was said of all sessions, by their ids."""

    def __init__(self) -> None:
        self.before: dict[str, int | None] = {}
        self.after: dict[str, int | None] = {}
        self.aches: set[tuple[str, str]] = set()
        self.notes: dict[str, str] = {}

    def of(self, id: str) -> rows.Told:
        """All of one session."""
        ached = (id, "before") in self.aches, (id, "after") in self.aches
        return self.before.get(id), self.after.get(id), self.notes.get(id, ""), *ached


class HistoryTables(Tables):
    """What was held, and how it was."""

    def history(self, plan: str) -> tuple["HistorySession", ...]:
        """Every session of a plan day and every gentle day, in order of time; no practice."""
        with reading():
            told, walks = self._told(), self._walks(plan)
            found = self._db.execute(
                f"SELECT {rows.HISTORY} FROM session WHERE plan = ? AND kind <> 'practice'"
                " ORDER BY begun, id",
                (plan,),
            )
            # No row is kept: thousands more things to look through would set off the
            # collector, which takes longer than all of this.
            return tuple(rows.history(row, told.of(row[0]), walks.get(row[0])) for row in found)

    def _told(self) -> _Told:
        told = _Told()
        for session, asked, pain, ache in self._db.execute(
            "SELECT session, asked, pain, ache FROM check_in"
            " WHERE asked <> 'during' AND session IS NOT NULL"
        ):
            (told.before if asked == "before" else told.after)[session] = pain
            if ache:
                told.aches.add((session, asked))
        told.notes = dict(self._db.execute("SELECT session, text FROM note"))
        return told

    def _walks(self, plan: str) -> dict[str, Walk]:
        """Of sessions that had no script, or none that can be understood."""
        found = self._db.execute(
            "SELECT d.session, count(*), sum(d.done), sum(iif(d.unit = 's', d.actual, 0))"
            " FROM session AS s CROSS JOIN done_set AS d ON d.session = s.id"
            " WHERE s.plan = ? AND s.sets = 0 GROUP BY d.session",
            (plan,),
        )
        return {session: (sets, done, seconds) for session, sets, done, seconds in found}
