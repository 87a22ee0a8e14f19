"""A file outside the data folder, written whole or not at all, and read back.

What is written first lies beside its place under a name of its own. Only when all of it is on
the disk does it get its name, in one step; a disk that is full, a stick that is pulled out or
a process that dies leaves what was there before. Errors of the system do not leave here.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

LARGEST = 256 << 20
"""Bytes that are read at most: ten years of days are a small part of that."""
_PART = ".backplan-", ".part"
_FULL = "There is no room left in {}."
_CLOSED = "Backplan may not write in {}."
_WHY = {
    errno.ENOENT: "{} is not there any more.",
    errno.ENOTDIR: "{} is not a folder.",
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: "{} can only be read.",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "The file is too large for {}.",
    errno.ENAMETOOLONG: "That name is too long for {}.",
    errno.EINVAL: "{} does not take a file of that name.",
    errno.EISDIR: "In {} a folder has that name.",
}
_UNREAD = {
    errno.ENOENT: "{} is not there any more.",
    errno.EACCES: "Backplan may not read {}.",
    errno.EPERM: "Backplan may not read {}.",
    errno.EISDIR: "{} is a folder.",
}


class FileRefused(Exception):
    """The file could not be written or read; `str` of it can be shown as it is."""


def write(path: Path, content: bytes) -> None:
    """Put a file there that its owner alone can read, in place of one that is there.

    Through a link the file is written that it leads to. Ask before there is one already.
    """
    place = Path(os.path.realpath(path))
    with _said_of(place.parent), _beside(place) as (number, part):
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
        _sync(place.parent)


def read(path: Path) -> bytes:
    """All of a file that a person chose."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        why = _UNREAD.get(error.errno or 0, "{} could not be read.")
        raise FileRefused(why.format(path)) from error
    if len(content) > LARGEST:
        raise FileRefused(f"{path} is too large to be a file of Backplan.")
    return content


@contextlib.contextmanager
def _beside(place: Path) -> Iterator[tuple[int, Path]]:
    """An empty file in the same folder, 0600 from its first moment; it is gone afterwards."""
    import tempfile  # seldom needed, and it brings much along

    before, after = _PART
    number, name = tempfile.mkstemp(after, before, place.parent)
    part = Path(name)
    try:
        yield number, part
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _said_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = _WHY.get(error.errno or 0, "The file could not be written in {}.")
        raise FileRefused(f"{why.format(folder)} Nothing was written.") from error


def _sync(folder: Path) -> None:
    """The name is on the disk too; Windows does that by itself, some networks cannot."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
