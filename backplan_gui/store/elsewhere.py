"""Backups kept a second time, in a folder of the person's choice: another disk, a stick."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from . import files
from .backups import Backup, lying_in
from .database import looked_at
from .errors import DamagedFile, Unwritable

KEPT = 7
_NEW = "backplan-backup.new"
_WHY = {
    errno.ENOENT: "{} is not there any more, so no copy could be kept in it.",
    errno.ENOTDIR: "{} is not a folder, so no copy could be kept in it.",
    errno.EACCES: "Backplan may not write in {}, so no copy could be kept there.",
    errno.EPERM: "Backplan may not write in {}, so no copy could be kept there.",
    errno.EROFS: "{} can only be read, so no copy could be kept there.",
    errno.ENOSPC: "There is no room left in {}, so no copy could be kept there.",
    errno.EDQUOT: "There is no room left in {}, so no copy could be kept there.",
    errno.EFBIG: "There is no room left in {}, so no copy could be kept there.",
}


def copy_to(folder: Path, backup: Backup) -> Path:
    """Keep a copy of a backup in that folder too, whole or not at all, and where it is.

    Of those of the same record the 7 newest stay there. Nothing else in the folder is
    touched: neither other files nor the copies of another person with Backplan.
    """
    if not backup.sound:
        raise _damaged()
    there, new = folder / backup.path.name, folder / _NEW
    with _said_of(folder):
        if there.exists() and there.samefile(backup.path):
            return there
        with files.copied(backup.path, new):
            if files.checksum(new) != backup.checksum:
                raise _damaged()
            files.name(new, there)
        for older in _of_the_same(there, lying_in(folder))[KEPT:]:
            with suppress(OSError):  # it is tried again with the next one
                older.path.unlink()
    return there


def _damaged() -> DamagedFile:
    return DamagedFile("This backup is damaged, so no copy of it was kept.")


def _of_the_same(path: Path, backups: tuple[Backup, ...]) -> list[Backup]:
    """Those with the same beginning: the first answer to the warning signs, or session."""
    beginning = _beginning(path)
    return [b for b in backups if beginning and _beginning(b.path) == beginning]


def _beginning(path: Path) -> str:
    with suppress(sqlite3.Error), closing(looked_at(path)) as db:
        ids = "SELECT at, id FROM safety UNION ALL SELECT begun, id FROM session ORDER BY 1, 2"
        first = db.execute(ids).fetchone()
        return str(first[1]) if first else ""
    return ""


@contextmanager
def _said_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = _WHY.get(error.errno or 0, "No copy could be kept in {}.")
        raise Unwritable(why.format(folder)) from error
