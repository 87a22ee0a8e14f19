"""All of ours goes, nothing else does, and one session can leave the backups too."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from backplan_gui.core.pain import Asked, CheckIn
from backplan_gui.core.records import SessionRecord
from backplan_gui.services.attention import SOCKET
from backplan_gui.services.log_file import SIZE, LogFile
from backplan_gui.services.logs import LOG, Log
from backplan_gui.store.arriving import coming, half
from backplan_gui.store.backups import Backup, back_up, listed
from backplan_gui.store.erasing import Rewritten, erase, remove_from_backups, what_goes
from backplan_gui.store.errors import Finding, StoreError, Unwritable
from backplan_gui.store.folder import DATABASE, prepared
from backplan_gui.store.previews import preview
from backplan_gui.store.restoring import examine, restore, start_afresh
from backplan_gui.store.schema import MIGRATIONS
from backplan_gui.store.store import Store
from tests.store.conftest import Calendar, FullDisk, Mortal, is_one_sentence, no_rights, tear
from tests.store.samples import after, record
from tests.store.test_old_files import old

AT, DATE = "2026-11-24T09:30:00Z", "2026-11-24"
SECRET = "The note that must go."


def lived_in(folder: Path, calendar: Calendar) -> None:
    """A record with backups, files that were set aside twice, and a log."""
    path = folder / DATABASE
    for day in range(3):
        with Store.open(path, now=calendar) as store:
            store.add_finished(record(after(31_000), ended=AT), ())
            store.back_up_today()
        calendar.turn(days=1)
        if day:
            restore(folder, listed(folder)[0], calendar.today)
    start_afresh(folder, calendar.today)
    with Store.open(path, now=calendar) as store:
        store.add_finished(record(after(31_000), ended=AT), ())
    Log(folder).note(ValueError())
    shutil.copy(folder / LOG, folder / f"{LOG}.1")


def there(folder: Path) -> set[str]:
    """All files and folders, by their places."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def full(tmp_path: Path, calendar: Calendar) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    lived_in(folder, calendar)
    assert len(listed(folder)) == 2
    assert len(list((folder / "set-aside").iterdir())) == 3
    return folder


class TestErase:
    def test_nothing_is_left_in_the_folder(self, full: Path) -> None:
        lock = prepared(full)
        assert erase(full) == ()
        lock.release()
        assert there(full) == set()
        assert examine(full / DATABASE) is Finding.MISSING

    def test_it_says_before_what_goes(self, full: Path) -> None:
        goes = what_goes(full)
        files = {path for path in full.rglob("*") if path.is_file()}
        assert set(goes) == files
        assert [path.name for path in goes[-2:]] == [DATABASE, f"{DATABASE}-journal"]
        assert {path for path in full.rglob("*") if path.is_file()} == files

    def test_a_torn_record_and_what_was_cut_short_go_too(
        self, full: Path, calendar: Calendar
    ) -> None:
        path = full / DATABASE
        tear(path)
        for file in (coming(path), half(path), half(coming(path))):
            shutil.copy(path, file)
        name = listed(full)[0].path.name
        for unfinished in ("backplan.new", f"{name}.new"):
            (full / "backups" / unfinished).write_bytes(b"half")
        (full / "set-aside" / calendar.today / f"{DATABASE}-journal").write_bytes(b"journal")
        assert erase(full) == ()
        assert there(full) == set()

    def test_a_socket_that_nobody_listens_at_goes(self, public: Path) -> None:
        with closing(socket(AF_UNIX)) as line:
            line.bind(str(public / SOCKET))
        assert erase(public) == ()
        assert there(public) == set()

    def test_the_log_has_the_names_that_it_looks_for(self, tmp_path: Path) -> None:
        (tmp_path / LOG).write_bytes(b"x" * SIZE)
        file = LogFile(tmp_path / LOG)
        file._append(b"one more line")
        file.close()
        assert len(there(tmp_path)) == 2
        assert erase(tmp_path) == ()
        assert there(tmp_path) == set()

    def test_an_empty_folder_and_one_that_is_not_there(self, tmp_path: Path) -> None:
        assert erase(tmp_path) == ()
        assert what_goes(tmp_path / "nowhere") == ()
        assert erase(tmp_path / "nowhere") == ()


class TestNotOurs:
    @pytest.mark.parametrize(
        "name",
        [
            "notes.txt",
            "backplan-2026-11-26.pdf",
            "backplan.json",
            "backplan.sqlite.bak",
            "backups/holiday.jpg",
            "backups/backplan-old.sqlite",
            "set-aside/letter.odt",
            "set-aside/2026-11-24/letter.odt",
            "set-aside/other/backplan.sqlite",
            "own/backplan.sqlite",
        ],
    )
    def test_a_file_of_somebody_else_stays(self, full: Path, name: str) -> None:
        file = full / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine")
        assert erase(full) == ()
        assert {path for path in full.rglob("*") if not path.is_dir()} == {file}
        assert file.read_text() == "mine"

    def test_a_link_goes_and_what_it_leads_to_stays(self, tmp_path: Path, full: Path) -> None:
        mine = tmp_path / "mine.txt"
        mine.write_text("mine")
        (full / LOG).unlink()
        (full / LOG).symlink_to(mine)
        (full / f"{LOG}.1").unlink()
        (full / f"{LOG}.1").symlink_to(tmp_path / "nowhere")
        assert erase(full) == ()
        assert there(full) == set()
        assert mine.read_text() == "mine"

    def test_backups_behind_a_link_go_and_the_other_folder_stays(
        self, tmp_path: Path, full: Path
    ) -> None:
        place = tmp_path / "disk"
        (full / "backups").rename(place)
        (full / "backups").symlink_to(place)
        assert erase(full) == ()
        assert there(full) == {"backups"}
        assert there(place) == set()

    def test_a_folder_with_the_name_of_a_file_stays(self, full: Path) -> None:
        (full / LOG).unlink()
        (full / LOG / "inner").mkdir(parents=True)
        assert full / LOG not in what_goes(full)
        erase(full)
        assert there(full) == {LOG, f"{LOG}/inner"}


class TestWhatCannotGo:
    def test_it_is_told(self, public: Path, calendar: Calendar) -> None:
        lived_in(public, calendar)
        goes = what_goes(public)
        for place in (public / "backups", public / "set-aside"):
            place.chmod(0o755)
        for place in (public / "set-aside").iterdir():
            place.chmod(0o777)
        with no_rights(public):
            left = erase(public)
        aside = {path for path in goes if path.parent.parent == public / "set-aside"}
        assert set(left) == {*goes} - aside | set((public / "set-aside").iterdir())
        assert erase(public) == ()
        assert there(public) == set()

    def test_a_folder_that_cannot_be_looked_into_is_a_reason_to_begin_nothing(
        self, public: Path, calendar: Calendar
    ) -> None:
        lived_in(public, calendar)
        before = there(public)
        with no_rights(public), pytest.raises(Unwritable) as refused:
            erase(public)
        assert is_one_sentence(str(refused.value))
        assert there(public) == before

    def test_wherever_it_is_cut_short_the_record_is_whole_or_gone(
        self, full: Path, tmp_path: Path, mortal: Mortal
    ) -> None:
        shutil.copy(listed(full)[0].path, coming(full / DATABASE))
        whole = (full / DATABASE).read_bytes()
        for number in range(200):
            copy = tmp_path / f"copy {number}"
            shutil.copytree(full, copy)
            with mortal.dying(copy, number):
                erase(copy)
            finding = examine(copy / DATABASE)
            assert finding in (Finding.SOUND, Finding.MISSING)
            if finding is Finding.SOUND:
                assert (copy / DATABASE).read_bytes() == whole
            erase(copy)
            assert there(copy) == set()
            if finding is Finding.MISSING:
                break
        assert finding is Finding.MISSING


# --- one session --------------------------------------------------------------------------

BackUp = Callable[[], Backup]


@pytest.fixture
def gone(store: Store, path: Path, calendar: Calendar) -> SessionRecord:
    """A session in the second and third of four backups, with all that belongs to it."""
    store.add_finished(record(after(31_000), ended=AT), ())
    back_up(store._db, path.parent, calendar())
    gone = record(after(31_000), ended=AT)
    store.add_finished(gone, ())
    store.save_note(gone.id, SECRET, AT)
    store.add_check_in(CheckIn("answer", gone.id, AT, DATE, Asked.BEFORE, 4))
    for _ in range(2):
        calendar.turn(days=1)
        store.put("day", calendar.today)
        back_up(store._db, path.parent, calendar())
    store.remove_session(gone.id)
    calendar.turn(days=1)
    back_up(store._db, path.parent, calendar())
    return gone


def holding(folder: Path, text: str) -> int:
    """How many files in the backups have a text anywhere in them."""
    files = (folder / "backups").iterdir()
    return sum(text.encode() in file.read_bytes() for file in files)


class TestOneSession:
    def test_it_leaves_the_backups_that_hold_it(self, gone: SessionRecord, path: Path) -> None:
        folder, before = path.parent, listed(path.parent)
        assert holding(folder, gone.id) == holding(folder, SECRET) == 2
        assert remove_from_backups(folder, gone.id) == Rewritten(2, ())
        after = listed(folder)
        assert holding(folder, gone.id) == holding(folder, SECRET) == 0
        assert [b.made for b in after] == [b.made for b in before]
        assert [b.local_date for b in after] == [b.local_date for b in before]
        assert [b.checksum == c.checksum for b, c in zip(after, before, strict=True)] == [
            True, False, False, True,
        ]  # fmt: skip
        assert len(list((folder / "backups").iterdir())) == 4
        for backup in after:
            assert backup.sound
            held = preview(backup)
            assert (held.sessions, held.check_ins, held.notes) == (1, 0, 0)

    def test_a_second_time_there_is_nothing_to_do(self, gone: SessionRecord, path: Path) -> None:
        remove_from_backups(path.parent, gone.id)
        before = listed(path.parent)
        assert remove_from_backups(path.parent, gone.id) == Rewritten(0, ())
        assert listed(path.parent) == before

    def test_one_that_was_rewritten_can_be_brought_back(
        self, gone: SessionRecord, path: Path, tmp_path: Path
    ) -> None:
        remove_from_backups(path.parent, gone.id)
        (tmp_path / "new").mkdir()
        restore(tmp_path / "new", listed(path.parent)[1], DATE)
        with Store.open(tmp_path / "new" / DATABASE) as restored:
            assert restored.session(gone.id) is None
            assert len(restored.everything().sessions) == 1

    @pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
    def test_it_leaves_those_of_an_earlier_version_too(self, path: Path, version: int) -> None:
        old(path, version)
        with Store.open(path) as store:
            id = next(k.record.id for k in store.everything().sessions if k.record.ended)
        assert remove_from_backups(path.parent, id) == Rewritten(1, ())
        (backup,) = listed(path.parent)
        assert (backup.version, backup.before) == (version, len(MIGRATIONS))
        assert holding(path.parent, id) == 0
        assert preview(backup).sessions >= 1

    def test_one_that_is_damaged_stays_as_it_is_and_is_told(
        self, gone: SessionRecord, path: Path
    ) -> None:
        damaged = listed(path.parent)[1].path
        data = bytearray(damaged.read_bytes())
        data[-1] ^= 1
        damaged.write_bytes(data)
        assert remove_from_backups(path.parent, gone.id) == Rewritten(1, (damaged,))
        assert damaged.read_bytes() == data

    def test_one_of_a_newer_version_too(self, gone: SessionRecord, path: Path) -> None:
        backup = listed(path.parent)[1]
        name = backup.path.name.replace(f"-v{backup.version}-", "-v99-")
        newer = backup.path.rename(backup.path.with_name(name))
        assert remove_from_backups(path.parent, gone.id) == Rewritten(1, (newer,))
        assert newer.exists()

    def test_a_full_disk_changes_none(
        self, gone: SessionRecord, path: Path, full_disk: FullDisk
    ) -> None:
        before = listed(path.parent)
        with full_disk(20_000), pytest.raises(Unwritable) as refused:
            remove_from_backups(path.parent, gone.id)
        assert is_one_sentence(str(refused.value))
        assert listed(path.parent) == before
        assert len(list((path.parent / "backups").iterdir())) == 4

    def test_a_second_one_that_fails_leaves_the_first_as_it_was(
        self, gone: SessionRecord, path: Path
    ) -> None:
        before = listed(path.parent)
        oldest = before[2].path
        (oldest.with_name(f"{oldest.name}.new") / "in the way").mkdir(parents=True)
        with pytest.raises(StoreError):
            remove_from_backups(path.parent, gone.id)
        assert listed(path.parent) == before

    def test_wherever_it_is_cut_short_every_backup_is_sound_and_it_can_be_done_again(
        self, gone: SessionRecord, path: Path, tmp_path: Path, mortal: Mortal
    ) -> None:
        for number in range(200):
            copy = tmp_path / f"copy {number}"
            shutil.copytree(path.parent / "backups", copy / "backups")
            with mortal.dying(copy, number):
                remove_from_backups(copy, gone.id)
            days = {backup.local_date for backup in listed(copy)}
            assert len(days) == 4
            assert all(backup.sound for backup in listed(copy))
            done = not holding(copy, SECRET)
            remove_from_backups(copy, gone.id)
            assert holding(copy, SECRET) == 0
            if done and len(list((copy / "backups").iterdir())) == 4:
                break
        assert done

    def test_a_folder_without_backups(self, tmp_path: Path) -> None:
        assert remove_from_backups(tmp_path, "id") == Rewritten(0, ())
