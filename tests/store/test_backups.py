"""Backups are whole, private, named by themselves, and thinned by a rule."""

import datetime as dt
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.store import backups
from backplan_gui.store.backups import Backup, back_up, kept, listed, lying_in, thin
from backplan_gui.store.database import copy_pages
from backplan_gui.store.errors import Busy, DamagedFile, StoreError, Unwritable
from backplan_gui.store.schema import MIGRATIONS
from backplan_gui.store.store import Store
from tests.store.conftest import Calendar, FullDisk, is_one_sentence, mode
from tests.store.samples import after, record

NOW = len(MIGRATIONS)
BackUp = Callable[[], Backup]


@pytest.fixture
def make(store: Store, path: Path, calendar: Calendar) -> BackUp:
    """Makes a backup of a record with a session in it."""
    store.begin(record(after(31_000)))

    def made() -> Backup:
        return back_up(store._db, path.parent, calendar())

    return made


def names(folder: Path) -> set[str]:
    return {file.name for file in (folder / "backups").iterdir()}


class TestMaking:
    def test_its_name_says_when_and_of_what(self, make: BackUp, path: Path) -> None:
        backup = make()
        name = f"backplan-2026-11-24-103005+0100-v{NOW}-{backup.checksum}.sqlite"
        assert names(path.parent) == {name}
        assert backup == Backup(
            path.parent / "backups" / name, "2026-11-24T09:30:05Z", "2026-11-24", NOW, None,
            backup.checksum,
        )  # fmt: skip
        assert listed(path.parent) == (backup,)

    @pytest.mark.parametrize(
        ("offset", "named", "local_date"),
        [
            (-570, "2026-11-24-000005-0930", "2026-11-24"),
            (-600, "2026-11-23-233005-1000", "2026-11-23"),
            (345, "2026-11-24-151505+0545", "2026-11-24"),
            (0, "2026-11-24-093005+0000", "2026-11-24"),
        ],
    )
    def test_it_is_named_by_the_clock_on_the_wall(
        self, make: BackUp, calendar: Calendar, offset: int, named: str, local_date: str
    ) -> None:
        calendar.offset = offset
        backup = make()
        assert backup.path.name.startswith(f"backplan-{named}-v")
        assert (backup.made, backup.local_date) == ("2026-11-24T09:30:05Z", local_date)

    def test_it_is_as_the_record_was_at_that_instant(self, make: BackUp, store: Store) -> None:
        backup = make()
        store.put("later", 1)
        with closing(sqlite3.connect(backup.path)) as db:
            assert db.execute("SELECT count(*) FROM session").fetchone() == (1,)
            assert db.execute("SELECT count(*) FROM setting").fetchone() == (0,)

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's folders private itself")
    def test_nobody_else_can_read_it(self, make: BackUp, path: Path) -> None:
        backup = make()
        assert (mode(path.parent / "backups"), mode(backup.path)) == (0o700, 0o600)

    def test_a_full_disk_leaves_no_half(
        self, make: BackUp, path: Path, full_disk: FullDisk
    ) -> None:
        with full_disk(8192), pytest.raises(Unwritable):
            make()
        assert names(path.parent) == set()

    def test_it_does_not_take_the_room_of_the_next_set(
        self, make: BackUp, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Usage(NamedTuple):
            free: int

        size = path.stat().st_size
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2 * size - 1))
        with pytest.raises(Unwritable, match="too little room") as told:
            make()
        assert is_one_sentence(str(told.value))
        assert names(path.parent) == set()

    def test_a_damaged_record_gives_none(self, make: BackUp, store: Store, path: Path) -> None:
        store._db.execute("PRAGMA foreign_keys = OFF")
        store._db.execute("UPDATE done_set SET session = 'nobody'")
        with pytest.raises(DamagedFile):
            make()
        assert names(path.parent) == set()

    @pytest.mark.timeout(20)
    def test_another_program_makes_it_wait_only_a_moment(
        self, make: BackUp, store: Store, path: Path
    ) -> None:
        """Without a lock of its own `Connection.backup` waits until the other one ends."""
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(Busy):
                make()
            with (
                closing(sqlite3.connect(":memory:")) as copy,
                pytest.raises(sqlite3.OperationalError, match="locked"),
            ):
                copy_pages(store._db, copy)
        assert make().sound

    def test_the_half_of_one_cut_short_is_in_nobodys_way(self, make: BackUp, path: Path) -> None:
        (path.parent / "backups").mkdir()
        (path.parent / "backups" / "backplan.new").write_bytes(b"half")
        backup = make()
        assert names(path.parent) == {backup.path.name}

    def test_a_change_that_is_tried_again_and_again_is_backed_up_once(
        self, make: BackUp, store: Store, path: Path, calendar: Calendar
    ) -> None:
        plain = make()
        for _ in range(3):
            calendar.turn(hours=1)
            before = back_up(store._db, path.parent, calendar(), before=NOW + 1)
            assert before.made == "2026-11-24T10:30:05Z"
        assert f"-v{NOW}-before-v{NOW + 1}-" in before.path.name
        store.put("changed", 1)
        later = back_up(store._db, path.parent, calendar(), before=NOW + 1)
        assert listed(path.parent) == (later, before, plain)


class TestListing:
    def test_without_backups_there_are_none(self, tmp_path: Path) -> None:
        assert listed(tmp_path) == ()
        (tmp_path / "backups").touch()
        assert listed(tmp_path) == ()

    def test_the_newest_comes_first_whatever_its_zone(
        self, make: BackUp, path: Path, calendar: Calendar
    ) -> None:
        first = make()
        calendar.turn(minutes=1)
        calendar.offset = -600
        second = make()
        assert second.local_date < first.local_date
        assert listed(path.parent) == (second, first)

    @pytest.mark.parametrize(
        "name",
        [
            "backplan.sqlite",
            "notes.txt",
            "backplan-2026-11-24-103005+0100-v2-0f3a9c2d71b4e688.sqlite.new",
            "backplan-2026-11-24-103005+0100-v2-0f3a.sqlite",
            "backplan-2026-13-24-103005+0100-v2-0f3a9c2d71b4e688.sqlite",
            "backplan-2026-11-24-103005+9900-v2-0f3a9c2d71b4e688.sqlite",
            "backplan-0001-01-01-000000+0100-v2-0f3a9c2d71b4e688.sqlite",
            "backplan-2026-11-24-103005+0100-v-0f3a9c2d71b4e688.sqlite",
        ],
    )
    def test_other_files_are_no_backups_and_stay(self, make: BackUp, path: Path, name: str) -> None:
        backup = make()
        (path.parent / "backups" / name).touch()
        assert listed(path.parent) == (backup,)
        thin(path.parent, "2030-01-01", backup)
        assert names(path.parent) == {name, backup.path.name}

    def test_a_folder_that_cannot_be_read_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(_: Path) -> None:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Path, "iterdir", fails)
        with pytest.raises(StoreError, match="Input/output error"):
            lying_in(tmp_path)


class TestSound:
    def test_a_good_one_is(self, make: BackUp) -> None:
        assert make().sound

    def test_a_flipped_bit_that_sqlite_does_not_see_is_seen(
        self, make: BackUp, store: Store
    ) -> None:
        store.put("word", "pelvic")
        backup = make()
        backup.path.write_bytes(backup.path.read_bytes().replace(b"pelvic", b"pelvis"))
        with closing(sqlite3.connect(backup.path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not listed(backup.path.parent.parent)[0].sound

    def test_one_that_was_damaged_before_it_was_copied_is_seen(
        self, make: BackUp, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(backups, "check_whole", lambda _: None)
        store._db.execute("PRAGMA foreign_keys = OFF")
        store._db.execute("UPDATE done_set SET session = 'nobody'")
        backup = make()
        monkeypatch.undo()
        assert not backup.sound

    def test_one_that_is_gone_is_not(self, make: BackUp) -> None:
        backup = make()
        backup.path.unlink()
        assert not backup.sound

    def test_looking_at_it_leaves_no_trace(self, make: BackUp, path: Path) -> None:
        backup = make()
        before = backup.path.stat()
        assert backup.sound
        assert names(path.parent) == {backup.path.name}
        assert backup.path.stat().st_mtime_ns == before.st_mtime_ns


# --- which ones stay ----------------------------------------------------------------------

days = st.dates(dt.date(2026, 9, 1), dt.date(2026, 12, 31))
made = st.builds(
    lambda date, hour, before, number: Backup(
        Path(f"{number}"), f"{date}T{hour:02}:00:00Z", date.isoformat(), 2, before, "0" * 16
    ),
    days,
    st.integers(0, 23),
    st.none() | st.none() | st.just(3),
    st.integers(0, 10**9),
)
some = st.lists(made, max_size=60, unique_by=lambda backup: backup.path)
todays = days.map(str)


def of(*dates: str) -> list[Backup]:
    """Backups of these dates at nine."""
    return [Backup(Path(d), f"{d}T09:00:00Z", d, 2, None, "0" * 16) for d in dates]


def dates(backups: Sequence[Backup] | frozenset[Backup]) -> list[str]:
    return sorted(backup.local_date for backup in backups)


class TestRule:
    @given(some, todays)
    def test_there_are_never_more_than_seven_and_four_and_the_protected(
        self, backups: list[Backup], today: str
    ) -> None:
        stay = kept(backups, today)
        protected = [b for b in backups if b.before is not None]
        assert len(stay - set(protected)) <= 11
        assert len(stay) <= 11 + len(protected)
        per_day = Counter(b.local_date for b in stay if b.before is None)
        assert all(number == 1 for date, number in per_day.items() if date <= today)

    @given(some, todays)
    def test_the_newest_always_stays(self, backups: list[Backup], today: str) -> None:
        stay = kept(backups, today)
        assert bool(stay) is bool(backups)
        if backups:
            assert max(b.made for b in backups) in {b.made for b in stay}
        until_now = [b for b in backups if b.local_date <= today]
        if until_now:
            assert max(b.made for b in until_now) in {b.made for b in stay}

    @given(some, todays)
    def test_what_stays_would_stay_again(self, backups: list[Backup], today: str) -> None:
        stay = kept(backups, today)
        assert kept(stay, today) == stay

    @given(some, todays)
    def test_a_change_of_version_can_be_gone_back_on_for_a_month(
        self, backups: list[Backup], today: str
    ) -> None:
        month_ago = str(dt.date.fromisoformat(today) - dt.timedelta(days=30))
        stay = kept(backups, today)
        assert all(b in stay for b in backups if b.before and b.local_date >= month_ago)

    def test_of_daily_backups_a_week_and_four_weeks_stay(self) -> None:
        """Tuesday 24 November 2026 is in the week that begins on the 23rd."""
        first = dt.date(2026, 9, 1)
        daily = of(*(str(first + dt.timedelta(days=n)) for n in range(85)))
        assert dates(daily)[-1] == "2026-11-24"
        last_days = [f"2026-11-{day}" for day in range(18, 25)]
        weeks = ["2026-11-01", "2026-11-08", "2026-11-15", "2026-11-17"]
        assert dates(kept(daily, "2026-11-24")) == weeks + last_days

    def test_days_without_one_do_not_count(self) -> None:
        monthly = [f"2026-{month:02}-01" for month in range(1, 12)]
        stay = kept(of(*monthly, "2026-01-02"), "2026-11-24")
        assert dates(stay) == ["2026-01-02", *monthly[1:]]

    def test_the_days_of_a_wrong_clock_count_as_one(self) -> None:
        wrong = of(*(f"2099-01-{day:02}" for day in range(1, 10)))
        right = of("2026-11-23", "2026-11-24")
        assert dates(kept(wrong + right, "2026-11-24")) == [
            "2026-11-23",
            "2026-11-24",
            "2099-01-09",
        ]


class TestThinning:
    def test_years_of_daily_backups_never_pile_up(
        self, store: Store, path: Path, calendar: Calendar
    ) -> None:
        store.begin(record(after(31_000)))
        for _ in range(60):
            calendar.turn(days=1)
            store.put("day", calendar.today)
            thin(path.parent, calendar.today, back_up(store._db, path.parent, calendar()))
            assert len(listed(path.parent)) <= 11
        assert listed(path.parent)[0].local_date == calendar.today
        assert all(backup.sound for backup in listed(path.parent))

    def test_the_one_just_made_stays_however_wrong_the_clock(
        self, make: BackUp, path: Path, calendar: Calendar
    ) -> None:
        for _ in range(9):
            calendar.turn(days=1)
            make()
        calendar.turn(days=-400)
        made = make()
        thin(path.parent, "2026-12-03", made)
        assert made in listed(path.parent)

    def test_what_cannot_be_removed_stays(
        self, make: BackUp, path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(_: Path) -> None:
            raise PermissionError

        make()
        calendar.turn(hours=1)
        made = make()
        monkeypatch.setattr(Path, "unlink", fails)
        thin(path.parent, calendar.today, made)
        assert len(listed(path.parent)) == 2
        monkeypatch.undo()
        thin(path.parent, calendar.today, made)
        assert listed(path.parent) == (made,)
