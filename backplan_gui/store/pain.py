"""What was said about pain, what was left out because of it, and what was chosen."""

import msgspec

from ..core.pain import CheckIn, Exclusion, LogLine
from . import rows
from .errors import reading
from .tables import Tables


class PainTables(Tables):
    """The check-ins, the exclusions and the log."""

    def check_ins(self, since: str | None = None) -> tuple[CheckIn, ...]:
        """Every answer about pain (from an instant on), in order of time."""
        with reading():
            found = self._db.execute(
                f"SELECT {rows.CHECK_IN} FROM check_in WHERE at >= ? ORDER BY at, rowid",
                (since or "",),
            )
            return tuple(rows.check_in(row) for row in found)

    def add_check_in(self, check_in: CheckIn) -> None:
        """Keep an answer; it takes the place of the one with its id.

        One given before or after a session also takes the place of the earlier such answer
        of that session: a person corrects the number.
        """
        with self._writing():
            self._db.execute(
                f"INSERT OR REPLACE INTO check_in ({rows.CHECK_IN})"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                msgspec.structs.astuple(check_in),
            )

    def remove_check_in(self, id: str) -> None:
        """Take an answer back."""
        self._remove("check_in", id)

    def exclusions(self, plan: str, round: int) -> tuple[Exclusion, ...]:
        """The exercises left out for the rest of a round, in order of time."""
        with reading():
            found = self._db.execute(
                f"SELECT {rows.EXCLUSION} FROM exclusion WHERE plan = ? AND round = ?"
                " ORDER BY at, rowid",
                (plan, round),
            )
            return tuple(Exclusion(*row) for row in found)

    def add_exclusion(self, exclusion: Exclusion) -> None:
        """Leave an exercise out; one that is left out already stays as it was."""
        with self._writing():
            self._db.execute(
                f"INSERT INTO exclusion ({rows.EXCLUSION}) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                msgspec.structs.astuple(exclusion),
            )

    def remove_exclusions(self, plan: str, round: int) -> None:
        """Leave nothing out of a round any more."""
        with self._writing():
            self._db.execute("DELETE FROM exclusion WHERE plan = ? AND round = ?", (plan, round))

    def log(self, session: str | None = None) -> tuple[LogLine, ...]:
        """Every line of what happened and what was chosen (in one session), in order of time."""
        with reading():
            found = self._db.execute(
                f"SELECT {rows.LOG} FROM log WHERE :session IS NULL OR session = :session"
                " ORDER BY at, rowid",
                {"session": session},
            )
            return tuple(LogLine(*row) for row in found)

    def add_log(self, line: LogLine) -> None:
        """Keep a line."""
        with self._writing():
            self._db.execute(
                f"INSERT INTO log ({rows.LOG}) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO NOTHING",
                msgspec.structs.astuple(line),
            )
