"""Copies of the record that are made by themselves, each a whole file of one instant.

Its name says when it was made, of which version it is, and its checksum, so that nothing
can be lost beside it and a person may carry it anywhere:
`backplan-2026-11-24-103005+0100-v2-0f3a9c2d71b4e688.sqlite`.
"""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path

import msgspec

from . import files
from .database import copy_pages, filling, looked_at
from .errors import StoreError, Unwritable, in_plain_words
from .folder import BACKUPS
from .schema import check_header, check_whole, version_of

Moment = tuple[str, str, int]
"""An instant as the clock tells it: UTC text, the local date, minutes east of UTC."""
Now = Callable[[], Moment]

DAYS, WEEKS = 7, 4
PROTECTED_DAYS = 30
"""For so long a copy made before a change of version is there to go back to."""

_NEW = "backplan.new"
_NAME = re.compile(
    r"backplan-(?P<date>\d{4}-\d\d-\d\d)-(?P<time>\d{6})(?P<offset>[+-]\d{4})"
    r"-v(?P<version>\d+)(-before-v(?P<before>\d+))?-(?P<checksum>[0-9a-f]{16})\.sqlite"
)


class Backup(msgspec.Struct, frozen=True, dict=True):
    """A copy of the record, as its name describes it."""

    path: Path
    made: str
    """UTC, to the second."""
    local_date: str
    version: int
    before: int | None
    """The version of the file that it was made before, if it was."""
    checksum: str

    @cached_property
    def sound(self) -> bool:
        """Every byte is as it was written, and SQLite agrees; looked at once."""
        try:
            if files.checksum(self.path) != self.checksum:
                return False
            check_header(self.path, self.version, to_write=False)
            with closing(looked_at(self.path)) as db:
                check_whole(db)
        except (StoreError, sqlite3.Error, OSError):
            return False
        return True


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups of a data folder, the newest first."""
    return lying_in(folder / BACKUPS)


def lying_in(place: Path) -> tuple[Backup, ...]:
    """The backups in any folder, as one that copies were kept in too; the newest first."""
    with in_plain_words():
        found = [_described(path) for path in place.iterdir()] if place.is_dir() else []
    return tuple(sorted((b for b in found if b is not None), key=_age, reverse=True))


def back_up(
    db: sqlite3.Connection, folder: Path, moment: Moment, before: int | None = None
) -> Backup:
    """Copy an open record into the backups of its folder, whole or not at all.

    DamagedFile if the copy is not sound; it does not stay then. Before the same change of
    version the same content is kept once, however often that change is tried.
    """
    with in_plain_words():
        place = files.private(folder / BACKUPS)
        _refuse_without_room(db, place)
        new = place / _NEW
        with files.made(new):
            with filling(new) as copy:
                copy_pages(db, copy)
                check_whole(copy)
                version = version_of(copy)
            checksum = files.checksum(new)
            path = place / _name(moment, version, before, checksum)
            for known in listed(folder):
                if before is not None and (known.before, known.checksum) == (before, checksum):
                    path = known.path
            files.name(new, path)
    backup = _described(path)
    assert backup is not None
    return backup


def kept(backups: Iterable[Backup], today: str) -> frozenset[Backup]:
    """Which of them are to stay: a pure rule, and what it keeps it keeps again.

    The newest of each of the last 7 days that have one, then the newest of each of the last
    4 weeks before those; and each that was made before a change of version in the last 30
    days. What a wrong clock dated later than today counts as one day.
    """
    newest_first = sorted(backups, key=_age, reverse=True)
    days: dict[str, Backup] = {}
    for backup in newest_first:
        days.setdefault(_day(backup, today), backup)
    last_days = dict(list(days.items())[:DAYS])
    weeks: dict[tuple[int, int], Backup] = {}
    for backup in newest_first:
        if _day(backup, today) not in last_days:
            year, week, _ = date.fromisoformat(backup.local_date).isocalendar()
            weeks.setdefault((year, week), backup)
    protected = (b for b in newest_first if b.before is not None and _is_recent(b, today))
    return frozenset((*last_days.values(), *list(weeks.values())[:WEEKS], *protected))


def thin(folder: Path, today: str, good: Backup) -> None:
    """Remove the backups that need not stay, given one that was just made and is sound."""
    every = listed(folder)
    for backup in set(every) - kept(every, today) - {good}:
        with contextlib.suppress(OSError):  # it is tried again tomorrow
            backup.path.unlink()


def local_date(moment: Moment) -> str:
    """The date that a backup made at that instant bears."""
    return _local(moment).date().isoformat()


def _refuse_without_room(db: sqlite3.Connection, place: Path) -> None:
    """A backup must not take the room that the next set needs."""
    from shutil import disk_usage

    pages, size = (db.execute(f"PRAGMA {n}").fetchone()[0] for n in ("page_count", "page_size"))
    if disk_usage(place).free < 2 * pages * size:
        raise Unwritable("There is too little room on the disk for a backup.")


def _name(moment: Moment, version: int, before: int | None, checksum: str) -> str:
    sign = "-" if moment[2] < 0 else "+"
    hours, minutes = divmod(abs(moment[2]), 60)
    at = f"{_local(moment):%Y-%m-%d-%H%M%S}{sign}{hours:02}{minutes:02}"
    change = "" if before is None else f"-before-v{before}"
    return f"backplan-{at}-v{version}{change}-{checksum}.sqlite"


def _local(moment: Moment) -> datetime:
    utc, _, offset = moment
    return datetime.fromisoformat(utc) + timedelta(minutes=offset)


def _described(path: Path) -> Backup | None:
    """What a file's name says; None for any other file."""
    name = _NAME.fullmatch(path.name)
    if name is None:
        return None
    try:
        local = datetime.fromisoformat(f"{name['date']}T{name['time']}{name['offset']}")
        made = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    before = int(name["before"]) if name["before"] else None
    return Backup(
        path, f"{made:%Y-%m-%dT%H:%M:%SZ}", name["date"], int(name["version"]), before,
        name["checksum"],
    )  # fmt: skip


def _age(backup: Backup) -> tuple[str, str]:
    return backup.made, backup.path.name


def _day(backup: Backup, today: str) -> str:
    return backup.local_date if backup.local_date <= today else "later"


def _is_recent(backup: Backup, today: str) -> bool:
    age = date.fromisoformat(today) - date.fromisoformat(backup.local_date)
    return age.days <= PROTECTED_DAYS
