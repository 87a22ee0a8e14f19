"""The folder that holds all there is, for its owner's eyes and one Backplan at a time."""

import contextlib
import os
import stat
from pathlib import Path

from PySide6.QtCore import QLockFile

from .errors import AlreadyOpen, Unwritable

DATABASE = "backplan.sqlite"
LOCK = "backplan.lock"
BACKUPS = "backups"
SET_ASIDE = "set-aside"
"""Where files go that another one took the place of, in a folder of their own each."""


class Folder:
    """A prepared and locked folder; the lock lasts until `release` or the process ends."""

    def __init__(self, path: Path, lock: QLockFile) -> None:
        self.path = path
        self._lock = lock

    @property
    def database(self) -> Path:
        """Where the record is, whether or not it exists yet."""
        return self.path / DATABASE

    def release(self) -> None:
        """Let another Backplan use the folder; close the store first."""
        self._lock.unlock()


def prepared(folder: Path) -> Folder:
    """The folder, created where needed, private to its owner, and locked.

    From here on all that the process creates is private. Unwritable or AlreadyOpen with a
    sentence for the person.
    """
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(
            f"Backplan cannot create its folder {folder}: {error.strerror}."
        ) from error
    lock = _locked(folder)
    _tighten(folder)
    return Folder(folder, lock)


def _locked(folder: Path) -> QLockFile:
    """A lock of a process that is gone is taken over.

    Qt tells that by the process id in the lock file. After a power cut the lock file may
    be empty, and a machine may have got another name; then the lock that the system keeps
    on the open file decides, which a living Backplan always holds.
    """
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is not QLockFile.LockError.LockFailedError:
        raise Unwritable(
            f"Backplan cannot write in its folder {folder}. "
            "Choose another one, or check its permissions and that the disk is not full."
        )
    if lock.removeStaleLockFile() and lock.tryLock(0):
        return lock
    raise AlreadyOpen(f"Backplan is already open with the folder {folder}.")


def _tighten(folder: Path) -> None:
    """Folder 0700, our files in it 0600, however they came to be otherwise.

    A folder meant for sharing (sticky, as /tmp) stays as it is; so does one on a disk
    without permissions. The folders within are ours alone: closed, they close what they hold.
    """
    if not folder.stat().st_mode & stat.S_ISVTX:
        _allow(folder, 0o700)
    for name in (BACKUPS, SET_ASIDE):
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            _allow(folder / name, 0o700)
    for file in folder.glob("backplan*"):
        if file.is_file() and not file.is_symlink():
            _allow(file, 0o600)


def _allow(path: Path, mode: int) -> None:
    with contextlib.suppress(OSError):
        path.chmod(mode)
