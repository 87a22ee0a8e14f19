"""Opening: a new file, a good one, an old one, and all that is refused."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from backplan_gui.store.backups import listed
from backplan_gui.store.errors import Busy, DamagedFile, NewerFile, StoreError, Unwritable
from backplan_gui.store.schema import APPLICATION_ID, MIGRATIONS, Migration
from backplan_gui.store.store import Store
from tests.store.conftest import (
    Calendar,
    FullDisk,
    from_sql,
    is_one_sentence,
    mode,
    no_rights,
    schema,
)
from tests.store.samples import after, record

NOW = len(MIGRATIONS)


class TestNewFile:
    def test_it_is_private_and_alone(self, path: Path) -> None:
        Store.open(path).close()
        assert mode(path) == 0o600
        assert {file.name for file in path.parent.iterdir()} <= {
            "backplan.sqlite",
            "backplan.sqlite-journal",
        }

    def test_it_promises_what_was_measured(self, store: Store) -> None:
        asked = {
            "journal_mode": "truncate",
            "synchronous": 3,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "fullfsync": 1,
            "checkpoint_fullfsync": 1,
            "secure_delete": 1,
            "application_id": APPLICATION_ID,
            "user_version": len(MIGRATIONS),
        }
        found = {name: store._db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
        assert found == asked

    def test_a_start_cut_short_does_not_look_like_damage(self, path: Path) -> None:
        path.with_name("backplan.sqlite.new").write_bytes(b"half")
        with Store.open(path) as store:
            assert store.unfinished() is None

    def test_the_journal_of_a_lost_file_is_not_applied(self, path: Path) -> None:
        journal = path.with_name(path.name + "-journal")
        with Store.open(path) as store:
            store.put("filler", "x" * 40_000)
            store._db.execute("PRAGMA cache_size = 1")
            store._db.execute("BEGIN")
            store._db.execute("UPDATE setting SET value = value || value")
            hot = journal.read_bytes()
            store._db.execute("ROLLBACK")
        assert hot.startswith(b"\xd9\xd5\x05\xf9")
        path.unlink()
        journal.write_bytes(hot)
        with Store.open(path) as store:
            assert store.settings() == {}

    def test_a_folder_may_have_any_name(self, tmp_path: Path) -> None:
        """SQLite takes a path as an address, in which some signs mean something."""
        for name in ("50% off?", "a#b&c=d", "Żółć", " "):
            path = tmp_path / name / "backplan.sqlite"
            path.parent.mkdir()
            for number in range(2):
                with Store.open(path) as store:
                    assert store.value("word") == (number or None)
                    store.put("word", number + 1)
            assert path.exists()

    @pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
    def test_even_one_that_is_no_text(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")) / "backplan.sqlite"
        path.parent.mkdir()
        Store.open(path).close()
        assert path.exists()

    def test_a_full_disk_leaves_nothing_half_written(self, path: Path, full_disk: FullDisk) -> None:
        with full_disk(4096), pytest.raises(Unwritable, match="disk is full") as told:
            Store.open(path)
        assert is_one_sentence(str(told.value))
        assert list(path.parent.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(Unwritable, match="No such file"):
            Store.open(tmp_path / "none" / "backplan.sqlite")


class TestRefused:
    @pytest.fixture
    def kept(self, path: Path) -> bytes:
        """The bytes of a good file with a session in it."""
        with Store.open(path) as store:
            store.begin(record(after(31_000)))
            store.put("filler", "x" * 40_000)
        return path.read_bytes()

    @pytest.mark.parametrize(
        "content", [b"", b"short", b"SQLite format 3\0", b"no database" * 1000]
    )
    def test_what_is_no_database(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        with pytest.raises(DamagedFile, match="damaged"):
            Store.open(path)
        assert path.read_bytes() == content

    def test_a_truncated_file(self, path: Path, kept: bytes) -> None:
        path.write_bytes(kept[:20_000])
        with pytest.raises(DamagedFile, match="damaged"):
            Store.open(path)
        assert path.read_bytes() == kept[:20_000]

    def test_a_page_of_zeros(self, path: Path, kept: bytes) -> None:
        holed = kept[:4096] + bytes(4096) + kept[8192:]
        path.write_bytes(holed)
        with pytest.raises(DamagedFile, match="damaged"):
            Store.open(path)
        assert path.read_bytes() == holed

    def test_a_scrambled_table_of_contents(self, path: Path, kept: bytes) -> None:
        path.write_bytes(kept[:100] + b"\xff" * 3000 + kept[3100:])
        with pytest.raises(DamagedFile, match="damaged"):
            Store.open(path)

    def test_a_set_without_its_session(self, path: Path, kept: bytes) -> None:
        assert kept
        from_sql(path, "DELETE FROM session")
        with pytest.raises(DamagedFile, match="damaged"):
            Store.open(path)

    def test_what_a_glance_from_outside_misses_a_later_check_finds(
        self, path: Path, kept: bytes
    ) -> None:
        with Store.open(path, check=False) as store:
            store.check()
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE done_set SET session = 'nobody'")
        with Store.open(path, check=False) as store, pytest.raises(DamagedFile, match="damaged"):
            store.check()

    def test_a_file_of_another_program(self, path: Path) -> None:
        from_sql(path, "PRAGMA journal_mode = WAL; CREATE TABLE places (url)")
        before = path.read_bytes()
        with pytest.raises(DamagedFile, match="not a file of Backplan"):
            Store.open(path)
        assert path.read_bytes() == before

    @pytest.mark.parametrize("version", [0, -1])
    def test_a_version_that_never_was(self, path: Path, kept: bytes, version: int) -> None:
        assert kept
        from_sql(path, f"PRAGMA user_version = {version}")
        with pytest.raises(DamagedFile, match="not a file of Backplan"):
            Store.open(path)

    @pytest.mark.parametrize("version", [NOW + 1, 99])
    def test_a_newer_file_is_left_alone(self, path: Path, kept: bytes, version: int) -> None:
        assert kept
        from_sql(path, f"PRAGMA user_version = {version}")
        before = path.read_bytes()
        with pytest.raises(NewerFile, match=f"version {version}, .* up to {NOW}"):
            Store.open(path)
        assert path.read_bytes() == before

    def test_an_earlier_backplan_leaves_our_file_alone(self, path: Path, kept: bytes) -> None:
        with pytest.raises(NewerFile, match=f"version {NOW}, .* up to {NOW - 1}"):
            Store.open(path, MIGRATIONS[:-1])
        assert path.read_bytes() == kept

    def test_a_file_another_program_holds(self, path: Path, kept: bytes) -> None:
        assert kept
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(Busy):
                Store.open(path)
        with Store.open(path) as store:
            assert store.unfinished()

    def test_a_file_that_may_only_be_read(self, public: Path) -> None:
        path = public / "backplan.sqlite"
        Store.open(path).close()
        path.chmod(0o444)
        with no_rights(public), pytest.raises(Unwritable, match="Permission denied"):
            Store.open(path)

    def test_a_folder_in_place_of_the_file(self, path: Path) -> None:
        path.mkdir()
        with pytest.raises(Unwritable):
            Store.open(path)


def rebuilds_sessions(db: sqlite3.Connection) -> None:
    """What a change of the session table takes in SQLite."""
    db.execute("CREATE TABLE renewed AS SELECT * FROM session")
    db.execute("DROP TABLE session")
    db.execute("CREATE TABLE session (id TEXT PRIMARY KEY, plan TEXT, step INTEGER) STRICT")
    db.execute("INSERT INTO session SELECT id, plan, step FROM renewed")
    db.execute("DROP TABLE renewed")


def gives_up(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM done_set")
    db.execute("CREATE TABLE session (id)")


def tears(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM session")


class TestMigrations:
    @pytest.fixture
    def old(self, path: Path) -> Path:
        with Store.open(path) as store:
            store.begin(record(after(31_000)))
        return path

    @staticmethod
    def counts(path: Path) -> Sequence[int]:
        with closing(sqlite3.connect(path)) as db:
            return [
                db.execute(sql).fetchone()[0]
                for sql in (
                    "PRAGMA user_version",
                    "SELECT count(*) FROM session",
                    "SELECT count(*) FROM done_set",
                )
            ]

    def test_an_old_file_is_brought_along_and_copied_first(self, old: Path) -> None:
        before = schema(old)
        with Store.open(old, (*MIGRATIONS, rebuilds_sessions)) as store:
            assert store._db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        (backup,) = listed(old.parent)
        assert (backup.version, backup.before, backup.sound) == (NOW, NOW + 1, True)
        assert self.counts(old) == [NOW + 1, 1, 1]
        assert self.counts(backup.path) == [NOW, 1, 1]
        assert schema(old) != before == schema(backup.path)
        assert mode(backup.path) == 0o600
        with Store.open(backup.path) as store:
            assert store.unfinished()

    def test_the_copy_says_when_it_was_made(self, old: Path, calendar: Calendar) -> None:
        Store.open(old, (*MIGRATIONS, rebuilds_sessions), now=calendar).close()
        assert [backup.made for backup in listed(old.parent)] == ["2026-11-24T09:30:05Z"]

    def test_without_a_clock_it_says_when_the_file_was_last_changed(self, old: Path) -> None:
        os.utime(old, (0, 0))
        Store.open(old, (*MIGRATIONS, rebuilds_sessions)).close()
        assert [backup.made for backup in listed(old.parent)] == ["1970-01-01T00:00:00Z"]

    def test_a_step_that_fails_again_and_again_leaves_one_copy(
        self, old: Path, calendar: Calendar
    ) -> None:
        for _ in range(3):
            calendar.turn(days=1)
            with pytest.raises(StoreError):
                Store.open(old, (*MIGRATIONS, tears), now=calendar)
        assert [backup.local_date for backup in listed(old.parent)] == ["2026-11-25"]

    @pytest.mark.parametrize("step", [gives_up, tears])
    def test_a_step_that_fails_changes_nothing(self, old: Path, step: Migration) -> None:
        before = schema(old)
        with pytest.raises(StoreError):
            Store.open(old, (*MIGRATIONS, step))
        assert self.counts(old) == [NOW, 1, 1]
        assert schema(old) == before
        with Store.open(old) as store:
            assert store.unfinished()

    def test_steps_before_a_failing_one_stay(self, old: Path) -> None:
        with pytest.raises(StoreError):
            Store.open(old, (*MIGRATIONS, rebuilds_sessions, gives_up))
        assert self.counts(old) == [NOW + 1, 1, 1]

    def test_without_room_for_the_copy_nothing_is_changed(
        self, old: Path, full_disk: FullDisk
    ) -> None:
        with full_disk(8192), pytest.raises(Unwritable):
            Store.open(old, (*MIGRATIONS, rebuilds_sessions))
        assert self.counts(old) == [NOW, 1, 1]
        assert not list(old.parent.rglob("*.new"))
        assert listed(old.parent) == ()
