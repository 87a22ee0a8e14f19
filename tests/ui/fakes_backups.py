"""Backups as the owner tells of them, without any file."""

from pathlib import Path

from backplan_gui.store.backups import Backup
from backplan_gui.store.previews import Preview
from backplan_gui.ui.backup_words import Known

TODAY = "2026-11-24"
SUM = "0f3a9c2d71b4e688"
FULL = Preview(sessions=12, days=5, last_date="2026-11-23", check_ins=21, notes=2)


def backup(local: str = f"{TODAY}-103005", before: int | None = None) -> Backup:
    """One that was made at a local time, an hour east of UTC."""
    change = "" if before is None else f"-before-v{before}"
    name = f"backplan-{local}+0100-v2{change}-{SUM}.sqlite"
    day, hour = local[:10], int(local[11:13])
    made = f"{day}T{hour - 1:02}:{local[13:15]}:{local[15:]}Z"
    return Backup(Path("backups") / name, made, day, 2, before, SUM)


def many() -> tuple[Known, ...]:
    """As after some weeks: one that is not sound, one from before an update."""
    return (
        (backup(), FULL),
        (backup("2026-11-23-071500"), None),
        (backup("2026-11-22-190010", before=2), Preview(10, 4, "2026-11-21", 17, 0)),
        (backup("2026-11-16-180000"), Preview(3, 1, "2026-11-15", 5, 1)),
        (backup("2025-12-30-120000"), Preview(0, 0, None, 0, 0)),
    )
