"""All of ours in a data folder, gone; and one session gone from the backups too.

What is ours is known by its name, also within our own folders: whatever else a person or a
program put there stays, and so does the folder around it.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import msgspec

from . import files
from .arriving import coming, half
from .backups import Backup, listed
from .database import looked_at
from .errors import in_plain_words
from .folder import BACKUPS, DATABASE, SET_ASIDE
from .schema import MIGRATIONS, check_whole

_LOGS = ("backplan.log", "backplan.log.1")
_SOCKET = "backplan.socket"
_UNFINISHED = re.compile(r"backplan(-.*\.sqlite)?\.new")
"""What a backup that was cut short may leave."""
_ASIDE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?")
"""A folder of what was set aside on a date."""


def what_goes(folder: Path) -> tuple[Path, ...]:
    """The files that `erase` would remove, in the order in which they go."""
    with in_plain_words():
        return tuple(path for path in _ours(folder) if path.is_symlink() or not path.is_dir())


def erase(folder: Path) -> tuple[Path, ...]:
    """Remove everything of ours; what could not be removed.

    The record must be closed, and the folder's lock held: its file goes when it is let go of.
    The record goes last. An erasing that is cut short leaves it as it was, to be erased again,
    and never a folder that looks like one whose record was lost.
    """
    left = [path for path in what_goes(folder) if not _is_removed(path)]
    with in_plain_words():
        empty = (place for place in _folders(folder) if not any(place.iterdir()))
        left += [place for place in empty if not _is_removed(place)]
        files.sync(folder)
    return tuple(left)


class Rewritten(msgspec.Struct, frozen=True):
    """What became of the backups when a session was taken out of them."""

    changed: int
    left: tuple[Path, ...]
    """Those that are damaged or of a newer version: whether they hold it is not known."""


def remove_from_backups(folder: Path, session_id: str) -> Rewritten:
    """Take a session out of every backup that holds it; StoreError, and then out of none.

    Each is written anew beside the old one, with its own checksum, and looked through before
    any of them takes its name.
    """
    left, old = [], []
    with in_plain_words(), ExitStack() as until_all_are_made:
        for backup in listed(folder):
            if backup.version > len(MIGRATIONS) or not backup.sound:
                left.append(backup.path)
            elif _holds(backup, session_id):
                old.append(backup)
        new = []
        for backup in old:
            path = backup.path.with_name(f"{backup.path.name}.new")
            until_all_are_made.enter_context(files.copied(backup.path, path))
            _take_out(path, session_id)
            new.append((path, path.with_name(_renamed(backup, files.checksum(path)))))
        for path, named in new:
            files.name(path, named)
        for backup in old:
            backup.path.unlink()
        files.sync(folder / BACKUPS)
    return Rewritten(len(old), tuple(left))


# --- what is ours -------------------------------------------------------------------------


def _ours(folder: Path) -> Iterator[Path]:
    yield from (backup.path for backup in listed(folder))
    yield from (path for path in _within(folder / BACKUPS) if _UNFINISHED.fullmatch(path.name))
    record = folder / DATABASE
    for place in _dated(folder):
        yield from _there(place / record.name)
    for name in (*_LOGS, _SOCKET):
        yield from _there(folder / name)
    # One that waits would become the record at the next start.
    for path in (half(coming(record)), coming(record), half(record), record):
        yield from _there(path)


def _there(path: Path) -> Iterator[Path]:
    """A file, then what SQLite left beside it: without its journal it might look damaged."""
    if path.exists() or path.is_symlink():
        yield path
    yield from files.side_files(path)


def _folders(folder: Path) -> Iterator[Path]:
    """Those of our own, the inner ones first; a link to another place is not ours."""
    inner = (*_dated(folder), folder / SET_ASIDE, folder / BACKUPS)
    return (place for place in inner if place.is_dir() and not place.is_symlink())


def _dated(folder: Path) -> list[Path]:
    return [path for path in _within(folder / SET_ASIDE) if _ASIDE.fullmatch(path.name)]


def _within(place: Path) -> list[Path]:
    return sorted(place.iterdir()) if place.is_dir() else []


def _is_removed(path: Path) -> bool:
    try:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    except OSError:
        return False
    return True


# --- one session --------------------------------------------------------------------------


def _holds(backup: Backup, session_id: str) -> bool:
    with closing(looked_at(backup.path)) as db:
        found = db.execute("SELECT 1 FROM session WHERE id = ?", (session_id,)).fetchone()
    return found is not None


def _take_out(path: Path, session_id: str) -> None:
    """With all that belongs to it, and so that nothing of it can be read in the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in (
            "journal_mode = MEMORY",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "secure_delete = ON",
        ):
            db.execute(f"PRAGMA {pragma}")
        db.execute("DELETE FROM session WHERE id = ?", (session_id,))
        check_whole(db)


def _renamed(backup: Backup, checksum: str) -> str:
    return backup.path.name.replace(backup.checksum, checksum)
