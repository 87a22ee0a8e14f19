"""The tables, and the way from every earlier version of the file to this one.

Ids are UUID text and instants ISO 8601 UTC text, so that files can be merged and read
elsewhere. `session` keeps its own script: editing a plan changes no session that was. A look
at the past reads none of those scripts: `session_of_plan` holds all the columns it needs,
what each session comes to among them.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from .database import transaction, written_whole
from .errors import DamagedFile, Finding, NewerFile

APPLICATION_ID = 0x4250_4C4E
"""In the file's header, "BPLN": tells Backplan's files from any other SQLite file."""

_SQLITE = b"SQLite format 3\0"

_V1 = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  day INTEGER,
  begun TEXT NOT NULL,
  local_date TEXT NOT NULL,
  utc_offset INTEGER NOT NULL,
  ended TEXT,
  step INTEGER NOT NULL,
  elapsed INTEGER NOT NULL,
  phase TEXT NOT NULL,
  state TEXT NOT NULL,
  script TEXT NOT NULL
) STRICT""",
    "CREATE UNIQUE INDEX session_open ON session (ended IS NULL) WHERE ended IS NULL",
    "CREATE INDEX session_of_plan ON session (plan, begun, id, round, day, local_date)",
    """
CREATE TABLE done_set (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  exercise_no INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  set_no INTEGER NOT NULL,
  side TEXT NOT NULL,
  version TEXT NOT NULL,
  planned INTEGER NOT NULL,
  actual INTEGER NOT NULL,
  unit TEXT NOT NULL,
  done INTEGER NOT NULL,
  UNIQUE (session, exercise_no, set_no, side)
) STRICT""",
    """
CREATE TABLE log (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  rule TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT""",
    "CREATE INDEX log_of_session ON log (session, at)",
    """
CREATE TABLE mark (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE check_in (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('before', 'during', 'after', 'next_day')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  legs INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE INDEX check_in_of_session ON check_in (session, at)",
    "CREATE UNIQUE INDEX check_in_after ON check_in (session) WHERE kind = 'after'",
    """
CREATE TABLE safety (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  "group" TEXT NOT NULL,
  codes TEXT NOT NULL,
  checked_on TEXT
) STRICT""",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)


def _to_v1(db: sqlite3.Connection) -> None:
    for statement in _V1:
        db.execute(statement.strip())


_LOCAL_DATE = "coalesce(date(c.at, s.utc_offset || ' minutes'), s.local_date)"
"""The date on which something was said in a session `s`; version 1 did not keep it."""

_V2 = (
    """
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'plan'
  CHECK (kind IN ('plan', 'gentle', 'practice')) CHECK (kind = 'plan' OR day IS NULL)""",
    "UPDATE session SET kind = 'practice' WHERE day IS NULL",
    "DROP INDEX session_of_plan",
    """
CREATE INDEX session_of_plan
  ON session (plan, begun, id, round, day, local_date, kind, ended, phase)""",
    "ALTER TABLE check_in RENAME TO check_in_v1",
    """
CREATE TABLE note (
  session TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT""",
    """
INSERT INTO note (session, at, text)
  SELECT session, max(at), group_concat(note, char(10))
  FROM (SELECT session, at, note FROM check_in_v1 WHERE note <> '' ORDER BY at, rowid)
  GROUP BY session""",
    """
CREATE TABLE check_in (
  id TEXT PRIMARY KEY,
  session TEXT REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (asked IN ('before', 'during', 'after')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  legs INTEGER NOT NULL,
  settled TEXT CHECK (settled IN ('yes', 'no', 'none')),
  medicine INTEGER NOT NULL,
  ache INTEGER NOT NULL
) STRICT""",
    "CREATE UNIQUE INDEX check_in_once ON check_in (session, asked) WHERE asked <> 'during'",
    # An answer of the next day was given before some other session, which is not known; a row
    # that only held a note was no answer. Of two answers before a session the later counts.
    f"""
INSERT OR REPLACE INTO check_in
  SELECT c.id, iif(c.kind = 'next_day', NULL, c.session), c.at, {_LOCAL_DATE},
    iif(c.kind = 'next_day', 'before', c.kind), c.pain, c.legs <> 0, NULL, 0, 0
  FROM check_in_v1 AS c JOIN session AS s ON s.id = c.session
  WHERE c.note = '' OR c.pain IS NOT NULL OR c.legs <> 0 OR c.kind <> 'after'
  ORDER BY c.at, c.rowid""",
    "DROP TABLE check_in_v1",
    "CREATE INDEX check_in_of_session ON check_in (session)",
    "CREATE INDEX check_in_at ON check_in (at)",
    """
CREATE TABLE exclusion (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  round INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  UNIQUE (plan, round, exercise)
) STRICT""",
    "ALTER TABLE log RENAME TO log_v1",
    """
CREATE TABLE log (
  id TEXT PRIMARY KEY,
  session TEXT REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  local_date TEXT NOT NULL,
  rule TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT""",
    f"""
INSERT INTO log
  SELECT c.id, c.session, c.at, {_LOCAL_DATE}, c.rule, c.line
  FROM log_v1 AS c JOIN session AS s ON s.id = c.session ORDER BY c.rowid""",
    "DROP TABLE log_v1",
    "CREATE INDEX log_of_session ON log (session, at)",
)


def _to_v2(db: sqlite3.Connection) -> None:
    """Answers without a session, notes of their own, exercises left out, kinds of sessions."""
    for statement in _V2:
        db.execute(statement.strip())


_V3 = (
    "ALTER TABLE session ADD COLUMN guided INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE session ADD COLUMN sets INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE session ADD COLUMN sets_done INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX session_of_plan",
    """
CREATE INDEX session_of_plan
  ON session (plan, begun, id, round, day, local_date, kind, ended, phase,
    utc_offset, guided, sets, sets_done)""",
)


def _to_v3(db: sqlite3.Connection) -> None:
    """What each session comes to, in milliseconds and sets, beside it."""
    from .counting import count_sessions

    for statement in _V3[:-2]:
        db.execute(statement)
    count_sessions(db)
    for statement in _V3[-2:]:
        db.execute(statement.strip())


Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (_to_v1, _to_v2, _to_v3)
"""Position n takes a file from version n to n + 1. Append, never edit."""


def create(path: Path, migrations: Sequence[Migration]) -> None:
    """An empty file of the newest version, readable by its owner only."""
    with written_whole(path) as db:
        migrate(db, migrations)


def check_header(path: Path, newest: int, *, to_write: bool = True) -> None:
    """Refuse what is not a Backplan file of version 1 to `newest`, without changing it.

    Looks at the bytes, because SQLite may already write when it only opens a file; opens
    them for writing, because SQLite does not say before the first write that it may not.
    """
    with path.open("r+b" if to_write else "rb") as file:
        header = file.read(100)
    if not header:
        raise DamagedFile(f"{path} is damaged: there is nothing in it.", Finding.EMPTY)
    if len(header) < 100 or not header.startswith(_SQLITE):
        raise DamagedFile(f"{path} is damaged: it cannot be read as Backplan's file.")
    version = int.from_bytes(header[60:64], signed=True)
    if int.from_bytes(header[68:72]) != APPLICATION_ID or version < 1:
        raise DamagedFile(f"{path} is not a file of Backplan.", Finding.FOREIGN)
    if version > newest:
        raise NewerFile(
            f"{path} was written by a newer Backplan: it needs one that reads version "
            f"{version}, and this one reads up to {newest}; nothing was changed.",
            version,
        )


def is_sqlite(path: Path) -> bool:
    """Whether a file is one of SQLite's at all, to whomever it belongs."""
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def check_whole(db: sqlite3.Connection) -> None:
    """DamagedFile unless every page, index and reference is sound.

    SQLite reports a page that the disk did not read as damaged; damage is there again.
    """
    if not (_is_whole(db) or _is_whole(db)):
        raise DamagedFile("Backplan's file is damaged.")


def version_of(db: sqlite3.Connection) -> int:
    """The version of the tables in the file; 0 before there are any."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Take the file to the newest version, each step whole or not at all."""
    # Else a step that builds a table anew would delete what refers to it.
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        for version in range(version_of(db), len(migrations)):
            with transaction(db):
                migrations[version](db)
                if _loose_ends(db):
                    raise DamagedFile("Backplan's file could not be brought up to date.")
                db.execute(f"PRAGMA user_version = {version + 1}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _is_whole(db: sqlite3.Connection) -> bool:
    report = db.execute("PRAGMA integrity_check(1)").fetchone()
    return report == ("ok",) and not _loose_ends(db)


def _loose_ends(db: sqlite3.Connection) -> bool:
    return db.execute("PRAGMA foreign_key_check").fetchone() is not None
