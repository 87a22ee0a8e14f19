"""Files that appear whole or not at all, and stay once they are there.

A rename is only on the disk when its folder has been written too; without that a power cut
takes back a file that was thought to be safe.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

SIDES = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside a file, under the file's name with one of these."""

_BLOCK = 1 << 20
_AS_IT_IS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/:")


def private(folder: Path) -> Path:
    """A folder within ours, made where needed, for its owner's eyes only."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        sync(folder.parent)
    return folder


def make_empty(path: Path) -> None:
    """A new file without anything in it that its owner alone can read."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy(source: Path, target: Path) -> None:
    """Another file with the same bytes, on the disk."""
    with copied(source, target):
        pass


@contextlib.contextmanager
def copied(source: Path, target: Path) -> Iterator[None]:
    """A copy to be looked through inside; it is gone again if that fails, or the copying."""
    with made(target):
        with source.open("rb") as old, target.open("r+b") as new:
            while block := old.read(_BLOCK):
                new.write(block)
            new.flush()
            os.fsync(new.fileno())
        yield


@contextlib.contextmanager
def made(path: Path) -> Iterator[None]:
    """An empty file to be filled inside; it is gone again if that fails."""
    make_empty(path)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def name(new: Path, path: Path) -> None:
    """Give a finished file its name, for good."""
    new.replace(path)
    sync(path.parent)


def sync(folder: Path) -> None:
    """What was made, named and removed in a folder survives a power cut from here on."""
    with contextlib.suppress(OSError):  # Windows does it by itself, some networks cannot
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def side_files(path: Path) -> Iterator[Path]:
    """Those files of SQLite that are there beside a file."""
    for side in SIDES:
        beside = path.with_name(path.name + side)
        if beside.exists():
            yield beside


def checksum(path: Path) -> str:
    """The first 16 digits of the SHA-256 of a file: enough against chance."""
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:16]


def address(path: Path, how: str) -> str:
    """A path as SQLite's URI with what follows the question mark."""
    text = path.absolute().as_posix()
    root = "" if text.startswith("/") else "/"
    named = "".join(chr(b) if b in _AS_IT_IS else f"%{b:02x}" for b in os.fsencode(text))
    return f"file://{root}{named}?{how}"
