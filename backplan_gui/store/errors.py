"""What can go wrong with the person's file; the text of each is a sentence for them.

There is a class of its own only where the caller must do something of its own. Errors of
sqlite3 and of the system do not leave this package.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import msgspec


class Finding(StrEnum):
    """What stands where the record should be."""

    SOUND = "sound"
    MISSING = "missing"
    """Nothing, and no backup either: a new person."""
    EMPTY = "empty"
    """Nothing in it, or no file although there are backups."""
    FOREIGN = "foreign"
    """A file of another program."""
    DAMAGED = "damaged"
    NEWER = "newer"


class StoreError(Exception):
    """The record could not be read or written; `str` of it can be shown as it is."""


class AlreadyOpen(StoreError):
    """Another Backplan uses the folder: show its window instead."""


class NewerFile(StoreError):
    """The file is of a later version: change nothing."""

    finding = Finding.NEWER

    def __init__(self, sentence: str, version: int = 0) -> None:
        super().__init__(sentence)
        self.version = version


class DamagedFile(StoreError):
    """Not a file of ours, or no longer whole: keep it aside and offer a backup."""

    def __init__(self, sentence: str, finding: Finding = Finding.DAMAGED) -> None:
        super().__init__(sentence)
        self.finding = finding


class Unwritable(StoreError):
    """Folder, file or disk refuse: choose another folder or make room, then try again."""


class Busy(StoreError):
    """Another program holds the file: the same call may succeed in a moment."""


_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "The disk is full",
    sqlite3.SQLITE_IOERR: "The disk is full or fails",
    sqlite3.SQLITE_READONLY: "Backplan's file or its folder can only be read",
    sqlite3.SQLITE_CANTOPEN: "Backplan's folder is gone or can only be read",
    sqlite3.SQLITE_PERM: "Backplan may not use its file",
}
MOVED = "Backplan's file was moved or removed while it was in use; please put it back."
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Any error of the database or the system inside becomes a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _said(error) from error
    except OSError as error:
        if error.errno in _FULL:
            raise Unwritable(_safe("The disk is full")) from error
        raise Unwritable(f"Backplan cannot use its file: {error.strerror}.") from error
    except UnicodeEncodeError as error:
        raise StoreError("The text holds a character that cannot be kept.") from error


@contextmanager
def reading() -> Iterator[None]:
    """As `in_plain_words`; kept values that make no sense are damage."""
    try:
        with in_plain_words():
            yield
    except (msgspec.MsgspecError, KeyError, ValueError) as error:
        raise DamagedFile("A part of Backplan's file cannot be understood.") from error


def is_lost(error: sqlite3.Error) -> bool:
    """What the connection is open on may no longer be the file in the folder.

    SQLite takes a disk that cannot be read, as one that was pulled out, for a damaged one.
    """
    code = _code(error)
    faults = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT)
    return code == sqlite3.SQLITE_READONLY_DBMOVED or code & 0xFF in faults


def _said(error: sqlite3.Error) -> StoreError:
    code = _code(error)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Unwritable(MOVED)
    match code & 0xFF:  # the kind of fault
        case kind if kind in _BUSY:
            return Busy("Another program is using Backplan's file; close it and try again.")
        case kind if kind in _DAMAGED:
            return DamagedFile("Backplan's file is damaged.")
        case kind if kind in _UNWRITABLE:
            return Unwritable(_safe(_UNWRITABLE[kind]))
    return StoreError(f"Backplan's file could not be used: {str(error).rstrip('.')}.")


def _safe(fault: str) -> str:
    return f"{fault}, so nothing can be saved now; what was saved before is safe."


def _code(error: sqlite3.Error) -> int:
    """Errors of the module itself have none."""
    return getattr(error, "sqlite_errorcode", 0)
