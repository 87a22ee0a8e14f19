"""How another file takes the record's place: at every instant the old or the new one is there.

The file that comes is laid beside the record first, whole and on the disk. Then the one that
goes is moved to a folder of its own below `set-aside`, and only then the other takes its name.
A process that dies in between leaves no record but the one that was coming: `settle` lets it
arrive. What is set aside is never deleted.
"""

from itertools import count
from pathlib import Path

from . import files
from .folder import SET_ASIDE


def coming(record: Path) -> Path:
    """Under which name a file waits that is to become the record."""
    return record.with_name(f"{record.name}.coming")


def half(path: Path) -> Path:
    """Under which name a file is made that is not whole yet."""
    return path.with_name(f"{path.name}.new")


def swap(record: Path, today: str) -> Path | None:
    """Set the record aside, and let the one arrive that is coming, if there is one.

    The folder of what went; None if there was nothing.
    """
    aside = None
    sides = [side for side in files.side_files(record) if side.stat().st_size]
    if record.exists() or sides:
        aside = _own_folder(record.parent, today)
        for side in sides:
            files.copy(side, aside / side.name)
        if record.exists():
            record.rename(aside / record.name)
        files.sync(aside)
    _arrive(record)
    return aside


def settle(record: Path) -> None:
    """Bring to its end what a process began that died over it."""
    for path in (half(record), half(coming(record))):
        for file in (path, *files.side_files(path)):
            file.unlink(missing_ok=True)
    if coming(record).exists():
        if record.exists():
            coming(record).unlink()  # nothing had been moved yet
        else:
            _arrive(record)


def _arrive(record: Path) -> None:
    """The side files of the one that went are in its folder; SQLite must not apply them."""
    for side in files.side_files(record):
        side.unlink()
    files.sync(record.parent)
    if coming(record).exists():
        files.name(coming(record), record)


def _own_folder(folder: Path, today: str) -> Path:
    """A new folder for what is set aside on a date."""
    place = files.private(folder / SET_ASIDE)
    names = (today if number == 1 else f"{today}-{number}" for number in count(1))
    return files.private(next(place / name for name in names if not (place / name).exists()))
