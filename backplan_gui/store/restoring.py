"""What stands in the record's place, and how a backup takes it, which can be taken back.

The store must be closed, and the folder's lock held.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from . import files, schema
from .arriving import coming, half, settle, swap
from .backups import Backup, listed
from .database import connected, looked_at
from .errors import DamagedFile, Finding, NewerFile, in_plain_words
from .folder import DATABASE


class Undo(msgspec.Struct, frozen=True):
    """What `take_back` needs: where the file went that was the record before."""

    folder: Path
    aside: Path | None
    """None if there was no file."""


def examine(path: Path, newest: int = len(schema.MIGRATIONS)) -> Finding:
    """What is in the record's place; nothing is changed but what a cut-short write left."""
    with in_plain_words():
        settle(path)
        if not path.exists():
            return Finding.EMPTY if listed(path.parent) else Finding.MISSING
    try:
        with in_plain_words():
            schema.check_header(path, newest)
            with closing(connected(path)) as db:
                schema.check_whole(db)
    except (DamagedFile, NewerFile) as error:
        return error.finding
    return Finding.SOUND


def restore(folder: Path, backup: Backup, today: str) -> Undo:
    """Put a copy of a backup in the record's place; DamagedFile if it is not sound.

    One of an earlier version is brought up to date when the record is opened.
    """
    record = folder / DATABASE
    with in_plain_words():
        settle(record)
        new = half(record)
        with files.copied(backup.path, new):
            _refuse_unsound(new, backup)
            files.name(new, coming(record))
        return Undo(folder, swap(record, today))


def start_afresh(folder: Path, today: str) -> Undo:
    """Put an empty record in the place of one that is of no use."""
    record = folder / DATABASE
    with in_plain_words():
        settle(record)
        schema.create(coming(record), schema.MIGRATIONS)
        return Undo(folder, swap(record, today))


def take_back(undo: Undo, today: str) -> Undo:
    """Put the file back that was there before; what came meanwhile is set aside in turn."""
    record = undo.folder / DATABASE
    with in_plain_words():
        settle(record)
        if undo.aside is not None:
            _bring(undo.aside / record.name, record)
        return Undo(undo.folder, swap(record, today))


def _bring(old: Path, record: Path) -> None:
    """Let a copy come of a file that was set aside, with what its side files still hold."""
    new = half(record)
    for file in files.side_files(old):
        files.copy(file, new.with_name(new.name + file.name.removeprefix(old.name)))
    files.copy(old, new)
    if schema.is_sqlite(new):
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(new)) as db:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()
    for side in files.side_files(new):
        side.unlink()
    files.name(new, coming(record))


def _refuse_unsound(path: Path, backup: Backup) -> None:
    if files.checksum(path) != backup.checksum:
        raise DamagedFile("This backup is damaged; please choose another one.")
    schema.check_header(path, len(schema.MIGRATIONS))
    with closing(looked_at(path)) as db:
        schema.check_whole(db)
