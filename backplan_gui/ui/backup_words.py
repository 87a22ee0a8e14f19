"""What is said of a backup: when it was made, and what would be there with it.

Pure functions. The owner reads the files; here are only their values.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from .. import words
from ..store.backups import Backup
from ..store.previews import Preview

Known = tuple[Backup, Preview | None]
"""A backup and what it holds; None where it is not sound or cannot be read here."""

_TIME = re.compile(r"-(\d\d)(\d\d)\d\d[+-]\d{4}-v")


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)


def made(backup: Backup, today: str) -> str:
    """As in "Yesterday, 10:30": the day and time of where the person was then."""
    day = day_said(backup.local_date, today)
    said = f"{day[:1].upper()}{day[1:]}"
    # `made` is UTC; the time that the person's clock showed stands in the file's name.
    time = _TIME.search(backup.path.name)
    return f"{said}, {time[1]}:{time[2]}" if time else said


def title(backup: Backup, today: str) -> str:
    """As in "Yesterday, 10:30 · before an update"."""
    said = made(backup, today)
    if backup.before is None:
        return said
    return words.MIDDLE_DOT.join((said, _tr("before an update")))


def held(preview: Preview, today: str) -> str:
    """What a backup holds, in one or two lines; what there is none of is left out."""
    counted = (
        (preview.days, words.finished_days),
        (preview.check_ins, words.answers),
        (preview.notes, words.notes),
    )
    parts = [words.sessions(preview.sessions) if preview.sessions else _tr("No session yet")]
    parts += [said(n) for n, said in counted if n]
    first = words.MIDDLE_DOT.join(parts)
    if preview.last_date is None:
        return first
    last = _tr("Last session: {}").format(day_said(preview.last_date, today))
    return f"{first}\n{last}"


def unreadable() -> str:
    """Of a backup that cannot be brought back."""
    return _tr("This one cannot be read, so it cannot be brought back.")


def newest_good(backups: Sequence[Known]) -> Known | None:
    """The first of them that can be brought back; they are the newest first."""
    return next((known for known in backups if known[1] is not None), None)


def day_said(local_date: str, today: str) -> str:
    """As in "today", "yesterday" or "Monday, 23 November"; of another year with the year."""
    if local_date == today:
        return _tr("today")
    now = date.fromisoformat(today)
    if local_date == (now - timedelta(days=1)).isoformat():
        return _tr("yesterday")
    form = "dddd, d MMMM" if local_date[:4] == today[:4] else "d MMMM yyyy"
    return words.weekday(local_date, form)
