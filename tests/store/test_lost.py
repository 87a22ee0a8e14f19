"""The disk misbehaves while the record is in use: said in a sentence, kept as soon as it can be."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Phase, Session
from backplan_gui.runner import SessionRunner
from backplan_gui.store.backups import listed
from backplan_gui.store.database import TIMEOUT
from backplan_gui.store.errors import Busy, StoreError, Unwritable
from backplan_gui.store.store import Store
from tests.fakes import FakeClock
from tests.store.conftest import Calendar, from_sql, is_one_sentence
from tests.store.samples import SCRIPT, WHOLE_MS, after, record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets no open file go")

KEPT = record()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In a folder of its own that can go."""
    (tmp_path / "own").mkdir()
    return tmp_path / "own" / "backplan.sqlite"


@pytest.fixture
def store(path: Path, calendar: Calendar) -> Iterator[Store]:
    """A record with a session under way."""
    with Store.open(path, now=calendar) as store:
        store.begin(KEPT)
        yield store


def save(store: Store) -> None:
    """Keep the first set."""
    store.save(KEPT.id, after(31_000))


def refused(store: Store) -> str:
    """The sentence with which a set is refused; the same when it is tried again."""
    told = set()
    for _ in range(3):
        with pytest.raises(StoreError) as fault:
            save(store)
        told.add(str(fault.value))
    (sentence,) = told
    assert is_one_sentence(sentence)
    return sentence


def sets(path: Path) -> int:
    """How many are in the file that another start would open."""
    with Store.open(path) as store:
        return len(store.done_sets("seven-days"))


class TestGone:
    def test_a_folder_that_comes_back_has_the_set_at_once(self, store: Store, path: Path) -> None:
        away = path.parent.with_name("away")
        path.parent.rename(away)
        assert refused(store).startswith("Backplan's file was moved or removed")
        assert store.unfinished()
        away.rename(path.parent)
        save(store)
        assert sets(path) == 1

    def test_a_file_that_was_removed_is_written_anew(self, store: Store, path: Path) -> None:
        path.unlink()
        with pytest.raises(Unwritable, match="removed"):
            save(store)
        save(store)
        save(store)
        store.close()
        assert sets(path) == 1
        assert not (path.parent / "set-aside").exists()

    def test_even_where_no_clock_tells_the_time(self, path: Path) -> None:
        with Store.open(path) as store:
            store.begin(KEPT)
            path.unlink()
            with pytest.raises(Unwritable, match="removed"):
                save(store)
            save(store)
        assert sets(path) == 1

    def test_a_folder_that_was_emptied_and_made_again_too(self, store: Store, path: Path) -> None:
        shutil.rmtree(path.parent)
        refused(store)
        path.parent.mkdir()
        save(store)
        assert sets(path) == 1

    def test_a_file_that_was_replaced_is_set_aside(
        self, store: Store, path: Path, calendar: Calendar
    ) -> None:
        """As a program does that keeps two computers alike."""
        other = path.with_name("other")
        with Store.open(other) as elsewhere:
            elsewhere.put("from", "elsewhere")
        other.replace(path)
        with pytest.raises(Unwritable, match="moved"):
            save(store)
        save(store)
        assert sets(path) == 1
        with Store.open(path.parent / "set-aside" / calendar.today / path.name) as elsewhere:
            assert elsewhere.value("from") == "elsewhere"

    def test_without_a_clock_what_is_set_aside_bears_its_own_date(self, path: Path) -> None:
        with Store.open(path) as store:
            store.begin(KEPT)
            other = path.with_name("other")
            from_sql(other, "CREATE TABLE places (url)")
            other.replace(path)
            os.utime(path, (0, 0))
            with pytest.raises(Unwritable, match="moved"):
                save(store)
            save(store)
        assert sets(path) == 1
        assert [place.name for place in (path.parent / "set-aside").iterdir()] == ["1970-01-01"]

    def test_a_disk_that_went_and_came_back_is_opened_again(self, store: Store, path: Path) -> None:
        """Its files have other numbers then, and what was open can never be read again."""
        shutil.copy(path, path.with_name("same"))
        path.with_name("same").replace(path)
        with pytest.raises(Unwritable, match="moved"):
            save(store)
        store._db.close()
        save(store)
        store.close()
        assert sets(path) == 1
        assert not (path.parent / "set-aside").exists()

    def test_what_came_back_is_looked_through(self, store: Store, path: Path) -> None:
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(Unwritable, match="moved"):
            save(store)
        path.write_bytes(whole[:8192])
        store._db.close()
        for _ in range(2):
            with pytest.raises(StoreError, match="damaged"):
                save(store)
        path.write_bytes(whole)
        save(store)
        assert sets(path) == 1


class TestRefused:
    def test_another_program_makes_the_window_wait_only_a_moment(
        self, store: Store, path: Path
    ) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            clock = time.monotonic()
            with pytest.raises(Busy) as told:
                save(store)
            assert TIMEOUT - 0.05 < time.monotonic() - clock < TIMEOUT + 0.5
            assert is_one_sentence(str(told.value))
        save(store)

    def test_one_that_only_reads_does_too(self, store: Store, path: Path) -> None:
        """Nothing may be written over what it is reading."""
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM session").fetchone()
            with pytest.raises(Busy):
                save(store)
        save(store)
        assert sets(path) == 1

    def test_a_journal_that_cannot_be_written_is_said(self, store: Store, path: Path) -> None:
        """A folder in its place is as good as no permission, and root has every permission."""
        journal = path.with_name(path.name + "-journal")
        journal.unlink(missing_ok=True)
        journal.mkdir()
        assert "so nothing can be saved now" in refused(store)
        journal.rmdir()
        save(store)
        assert sets(path) == 1


class Watched:
    """A session run over a real store, with what it tells."""

    def __init__(self, store: Store) -> None:
        self.clock = FakeClock()
        self.runner = SessionRunner(store, self.clock)
        self.trouble: list[str] = []
        self.ended: list[SessionRecord] = []
        self.runner.trouble.connect(self.trouble.append)
        self.runner.ended.connect(self.ended.append)

    def turn(self, ms: int) -> None:
        for _ in range(0, ms, 500):
            self.clock.turn(500)
            self.runner.look()

    @property
    def timer(self) -> QTimer:
        (timer,) = self.runner.findChildren(QTimer)
        return timer


@pytest.mark.usefixtures("qapp")
class TestSession:
    @pytest.fixture
    def watched(self, path: Path, calendar: Calendar) -> Iterator[Watched]:
        with Store.open(path, now=calendar) as store:
            watched = Watched(store)
            watched.runner.begin(record(Session(SCRIPT)))
            yield watched
            watched.runner.release()

    def test_it_goes_on_without_its_folder_and_is_whole_afterwards(
        self, watched: Watched, path: Path
    ) -> None:
        away = path.parent.with_name("away")
        path.parent.rename(away)
        watched.turn(WHOLE_MS + 5000)
        assert len(watched.trouble) == 1
        assert watched.runner.session
        assert watched.runner.session.phase is Phase.FINISHED
        assert not watched.ended
        away.rename(path.parent)
        watched.runner.look()
        assert watched.trouble[1:] == [""]
        assert len(watched.ended) == 1
        assert sets(path) == 4

    def test_a_disk_in_trouble_makes_no_cue_late(self, watched: Watched, path: Path) -> None:
        """Seen to fail while every look in trouble was a second after the one before."""
        watched.runner.watch(True)
        away = path.parent.with_name("away")
        path.parent.rename(away)
        watched.turn(10_000)
        assert watched.trouble
        watched.clock.turn(750)
        watched.runner.look()
        assert watched.timer.interval() == 250
        watched.clock.turn(250)
        watched.runner.look()
        assert watched.timer.interval() == 1000  # not ten times a second, as it is watched
        away.rename(path.parent)


def test_the_backup_of_the_day_waits_for_the_folder_too(
    store: Store, path: Path, calendar: Calendar
) -> None:
    calendar.turn(days=1)
    away = path.parent.with_name("away")
    path.parent.rename(away)
    refused(store)
    assert store.backup_trouble
    away.rename(path.parent)
    calendar.turn(hours=1)
    save(store)
    assert store.backup_trouble == ""
    assert [backup.local_date for backup in listed(path.parent)] == [calendar.today]
