"""Keeps things in a real store, and says a line when each of them is kept."""

import datetime as dt
import os
import sys
from pathlib import Path

from backplan_gui.store.backups import Moment, listed
from backplan_gui.store.folder import DATABASE
from backplan_gui.store.restoring import restore, take_back
from backplan_gui.store.store import Store
from tests.store.samples import WHOLE_MS, after, record

SESSIONS = 15
SET_ENDS = (31_000, 51_000, 76_000, WHOLE_MS)
"""Milliseconds after which one more set is done."""


class Calendar:
    """Every session is on another day."""

    def __init__(self) -> None:
        self.day = dt.date(2026, 11, 24)

    def __call__(self) -> Moment:
        return f"{self.day}T09:30:00Z", str(self.day), 0


def say() -> None:
    """What was done is on the disk, by what the store promises."""
    os.write(1, b"kept\n")


def sets(folder: Path) -> None:
    """Sixty sets on fifteen days."""
    calendar = Calendar()
    with Store.open(folder / DATABASE, now=calendar) as store:
        for _ in range(SESSIONS):
            calendar.day += dt.timedelta(days=1)
            kept = record(begun=f"{calendar.day}T09:30:00Z")
            store.begin(kept)
            for ms in SET_ENDS:
                store.save(kept.id, after(ms), kept.begun if ms == WHOLE_MS else None)
                say()


def restores(folder: Path) -> None:
    """A backup in the place of the record, and taken back again."""
    calendar = Calendar()
    path = folder / DATABASE
    (backup,) = listed(folder)
    undo = restore(folder, backup, "2026-11-24")
    say()
    with Store.open(path, now=calendar) as store:
        store.put("said", "restored")
    say()
    take_back(undo, "2026-11-24")
    say()


def upgrades(folder: Path) -> None:
    """An old file becomes a new one."""
    Store.open(folder / DATABASE, now=Calendar()).close()
    say()


if __name__ == "__main__":
    {"sets": sets, "restores": restores, "upgrades": upgrades}[sys.argv[1]](Path(sys.argv[2]))
    os._exit(0)
