"""What can go wrong with the person's file; the text of each is a sentence for them.

There is a class of its own only where the caller must do something of its own. Errors of
sqlite3 and of the system do not leave this package.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec


class StoreError(Exception):
    """The record could not be read or written; `str` of it can be shown as it is."""


class AlreadyOpen(StoreError):
    """Another Backplan uses the folder: show its window instead."""


class NewerFile(StoreError):
    """The file is of a later version: change nothing."""


class DamagedFile(StoreError):
    """Not a file of ours, or no longer whole: keep it aside and offer a copy."""


class Unwritable(StoreError):
    """Folder, file or disk refuse: choose another folder or make room, then try again."""


class Busy(StoreError):
    """Another program holds the file: the same call may succeed in a moment."""


_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_UNWRITABLE = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Any error of the database or the system inside becomes a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _said(error) from error
    except OSError as error:
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


def _said(error: sqlite3.Error) -> StoreError:
    # The low byte is the kind of fault; errors of the module itself have no code.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case code if code in _BUSY:
            return Busy("Another program is using Backplan's file. Close it and try again.")
        case code if code in _DAMAGED:
            return DamagedFile("Backplan's file is damaged.")
        case code if code in _UNWRITABLE:
            return Unwritable(
                "Backplan cannot write its file; the disk may be full or read-only. "
                "What was saved before is safe."
            )
    return StoreError(f"Backplan's file could not be used: {error}.")
