"""Before anything is written on a day there is a backup of what was."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from backplan_gui.store import daily
from backplan_gui.store.backups import listed
from backplan_gui.store.errors import Busy
from backplan_gui.store.previews import preview
from backplan_gui.store.store import Store
from tests.store.conftest import Calendar
from tests.store.samples import after, record


@pytest.fixture
def store(path: Path, calendar: Calendar) -> Iterator[Store]:
    """A record with a session in it, a day later."""
    with Store.open(path) as store:
        store.begin(record(after(31_000)))
    calendar.turn(days=1)
    with Store.open(path, now=calendar) as store:
        yield store


def dates(path: Path) -> list[str]:
    return [backup.local_date for backup in listed(path.parent)]


def test_reading_makes_none(store: Store, path: Path) -> None:
    store.unfinished()
    assert dates(path) == []


def test_the_first_write_of_a_day_makes_one_of_what_was_before(store: Store, path: Path) -> None:
    store.add_finished(record(ended="2026-11-25T10:00:00Z"), ())
    store.put("word", 2)
    (backup,) = listed(path.parent)
    assert (backup.local_date, backup.before) == ("2026-11-25", None)
    assert backup.sound
    assert preview(backup).sessions == 1


def test_it_can_be_made_before_the_first_write(
    store: Store, path: Path, calendar: Calendar
) -> None:
    store.back_up_today()
    calendar.turn(hours=1)
    store.back_up_today()
    store.put("word", 1)
    assert [backup.made[:13] for backup in listed(path.parent)] == ["2026-11-25T09"]


def test_every_day_has_one_however_often_the_app_starts(
    store: Store, path: Path, calendar: Calendar
) -> None:
    store.put("word", 1)
    store.close()
    for _ in range(2):
        with Store.open(path, now=calendar) as again:
            again.put("word", 2)
    calendar.turn(days=1)
    with Store.open(path, now=calendar) as again:
        again.put("word", 3)
    assert dates(path) == ["2026-11-26", "2026-11-25"]


def test_midnight_passes_with_the_window_open(store: Store, path: Path, calendar: Calendar) -> None:
    store.put("word", 1)
    calendar.turn(hours=13, minutes=29)
    store.put("word", 2)
    assert dates(path) == ["2026-11-25"]
    calendar.turn(minutes=1)
    store.put("word", 3)
    assert dates(path) == ["2026-11-26", "2026-11-25"]


def test_a_record_with_nothing_in_it_is_not_worth_one(tmp_path: Path, calendar: Calendar) -> None:
    """A first day ends without a backup, unless the app was closed within it."""
    path = tmp_path / "new" / "backplan.sqlite"
    path.parent.mkdir()
    with Store.open(path, now=calendar) as store:
        store.put("theme", "dark")
        store.begin(record())
        store.put("theme", "light")
        assert dates(path) == []
    with Store.open(path, now=calendar) as store:
        store.put("theme", "dark")
        assert dates(path) == ["2026-11-24"]


def test_old_ones_go(store: Store, path: Path, calendar: Calendar) -> None:
    for _ in range(30):
        store.put("day", calendar.today)
        calendar.turn(days=1)
    assert len(dates(path)) == 11


def test_without_room_for_one_the_write_goes_on_and_it_is_tried_again_later(
    store: Store, path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    asked: list[Path] = []

    def full(place: Path) -> Usage:
        asked.append(place)
        return Usage(0)

    assert store.backup_trouble == ""
    monkeypatch.setattr(shutil, "disk_usage", full)
    for number in range(3):
        store.put("word", number)
    assert store.value("word") == 2
    assert store.backup_trouble == "There is too little room on the disk for a backup."
    assert len(asked) == 1
    monkeypatch.undo()
    calendar.turn(hours=1)
    store.put("word", 4)
    assert store.backup_trouble == ""
    assert dates(path) == ["2026-11-25"]


def test_a_new_day_tries_at_once(
    store: Store, path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where midnight is within an hour of UTC, as in Nepal."""
    calendar.offset = 345
    calendar.turn(hours=8, minutes=40)
    (path.parent / "backups").write_text("in its place")
    store.put("word", 1)
    assert store.backup_trouble
    (path.parent / "backups").unlink()
    calendar.turn(minutes=10)
    store.put("word", 2)
    assert dates(path) == ["2026-11-26"]


def test_damage_that_only_a_backup_finds_holds_no_write_back(store: Store, path: Path) -> None:
    """What is done now would else be kept nowhere; the next start looks through the file."""
    store._db.execute("PRAGMA foreign_keys = OFF")
    store._db.execute("UPDATE done_set SET session = 'nobody'")
    store.put("word", 1)
    assert store.backup_trouble == "Backplan's file is damaged."
    assert store.value("word") == 1
    assert dates(path) == []


def test_while_another_program_has_the_file_it_waits_once(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    looks = daily._is_begun

    def looked(db: sqlite3.Connection) -> bool:
        tries.append("backup")
        return looks(db)

    monkeypatch.setattr(daily, "_is_begun", looked)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy):
            store.put("word", 1)
    assert (tries, store.backup_trouble) == (["backup"], "")
    store.put("word", 1)
    assert dates(path) == ["2026-11-25"]


def test_without_a_clock_there_are_no_backups(path: Path) -> None:
    with Store.open(path) as store:
        store.begin(record())
        store.put("word", 1)
        store.back_up_today()
        assert store.backup_trouble == ""
    assert dates(path) == []
