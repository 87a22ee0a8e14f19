"""Backups are kept in a folder of the person's choice too, and nothing else there is touched."""

import errno
import os
from pathlib import Path

import pytest

from backplan_gui.core.records import SafetyAnswer, SafetyGroup
from backplan_gui.store import files
from backplan_gui.store.backups import Backup, back_up, listed, lying_in
from backplan_gui.store.elsewhere import copy_to
from backplan_gui.store.errors import DamagedFile, Unwritable
from backplan_gui.store.store import Store
from tests.store.conftest import Calendar, FullDisk, is_one_sentence, no_rights
from tests.store.samples import record


def person(folder: Path, name: str) -> Path:
    """A record of somebody's own, who answered the warning signs."""
    path = folder / name / "backplan.sqlite"
    path.parent.mkdir()
    with Store.open(path) as store:
        answer = SafetyAnswer(name, "2026-11-01T08:00:00Z", "2026-11-01", SafetyGroup.NONE)
        store.add_answer(answer)
        store.put("filler", "x" * 40_000)
    return path


def backup_of(path: Path, calendar: Calendar) -> Backup:
    with Store.open(path) as store:
        store.put("day", calendar.today)
        return back_up(store._db, path.parent, calendar())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return person(tmp_path, "mine")


@pytest.fixture
def backup(mine: Path, calendar: Calendar) -> Backup:
    return backup_of(mine, calendar)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_copy_is_a_backup_like_any_other(stick: Path, backup: Backup) -> None:
    there = copy_to(stick, backup)
    (copied,) = lying_in(stick)
    assert copied.path == there
    assert copied.sound
    assert there.read_bytes() == backup.path.read_bytes()
    assert backup.sound
    copy_to(stick, backup)
    assert lying_in(stick) == (copied,)


def test_seven_are_kept_and_all_else_is_left_alone(
    tmp_path: Path, stick: Path, mine: Path, calendar: Calendar
) -> None:
    theirs = person(tmp_path, "theirs")
    empty = tmp_path / "empty" / "backplan.sqlite"
    empty.parent.mkdir()
    others = {"letter.txt": b"mine", "backplan.sqlite": b"", "backplan-old.sqlite": b""}
    for name, content in others.items():
        (stick / name).write_bytes(content)
    for path in (theirs, empty):
        calendar.turn(days=1)
        copy_to(stick, backup_of(path, calendar))
    damaged = stick / "backplan-2026-11-24-103005+0100-v2-0f3a9c2d71b4e688.sqlite"
    damaged.write_bytes(b"no backup of anybody")
    before = contents(stick)
    for _ in range(9):
        calendar.turn(days=1)
        copy_to(stick, backup_of(mine, calendar))
    after = contents(stick)
    assert before.items() <= after.items()
    new = [stick / name for name in after.keys() - before.keys()]
    assert len(new) == 7
    assert {b.path.name for b in listed(mine.parent)[:7]} == {path.name for path in new}


def test_copies_of_a_record_without_a_beginning_are_never_removed(
    tmp_path: Path, stick: Path, calendar: Calendar
) -> None:
    empty = tmp_path / "empty" / "backplan.sqlite"
    empty.parent.mkdir()
    for _ in range(9):
        calendar.turn(days=1)
        copy_to(stick, backup_of(empty, calendar))
    assert len(lying_in(stick)) == 9


def test_a_session_is_a_beginning_too(tmp_path: Path, stick: Path, calendar: Calendar) -> None:
    path = tmp_path / "young" / "backplan.sqlite"
    path.parent.mkdir()
    with Store.open(path) as store:
        store.begin(record())
    for _ in range(9):
        calendar.turn(days=1)
        copy_to(stick, backup_of(path, calendar))
    assert len(lying_in(stick)) == 7


def test_the_folder_of_the_backups_itself_is_no_second_place(
    mine: Path, calendar: Calendar
) -> None:
    for _ in range(9):
        calendar.turn(days=1)
        backup = backup_of(mine, calendar)
        assert copy_to(mine.parent / "backups", backup) == backup.path
    assert len(listed(mine.parent)) == 9


class TestRefused:
    def test_damage_is_not_carried_along(self, stick: Path, backup: Backup) -> None:
        backup.path.write_bytes(b"damaged")
        with pytest.raises(DamagedFile, match="This backup is damaged"):
            copy_to(stick, backup)
        assert contents(stick) == {}

    def test_what_arrives_otherwise_than_it_left_does_not_stay(
        self, stick: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert backup.sound
        monkeypatch.setattr(files, "checksum", lambda _: "0" * 16)
        with pytest.raises(DamagedFile):
            copy_to(stick, backup)
        assert contents(stick) == {}

    def test_a_folder_that_is_gone(self, stick: Path, backup: Backup) -> None:
        stick.rmdir()
        assert told(stick, backup) == (
            f"{stick} is not there any more, so no copy could be kept in it."
        )
        stick.touch()
        assert told(stick, backup) == f"{stick} is not a folder, so no copy could be kept in it."

    def test_a_folder_that_may_not_be_written(
        self, public: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert backup.sound
        content = backup.path.read_bytes()
        readable = public / backup.path.name
        readable.write_bytes(content)
        readable.chmod(0o444)
        own = public / "stick"
        own.mkdir()
        (found,) = lying_in(public)
        with no_rights(public):
            assert told(own, found).startswith(f"Backplan may not write in {own}, so")

    def test_a_full_one_keeps_no_half(
        self, stick: Path, backup: Backup, full_disk: FullDisk
    ) -> None:
        with full_disk(8192):
            assert told(stick, backup).startswith(f"There is no room left in {stick}, so")
        assert contents(stick) == {}

    @pytest.mark.parametrize("code", [errno.EROFS, errno.EDQUOT, errno.EIO])
    def test_other_faults(
        self, stick: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        assert backup.sound

        def fails(_: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "fsync", fails)
        assert str(stick) in told(stick, backup)
        assert contents(stick) == {}

    def test_an_old_one_that_cannot_be_removed_stays(
        self, stick: Path, mine: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for _ in range(7):
            calendar.turn(days=1)
            copy_to(stick, backup_of(mine, calendar))
        remove = Path.unlink

        def fails(path: Path, missing_ok: bool = False) -> None:
            if path.suffix == ".sqlite":
                raise PermissionError(errno.EACCES, "Permission denied")
            remove(path, missing_ok)

        calendar.turn(days=1)
        backup = backup_of(mine, calendar)
        monkeypatch.setattr(Path, "unlink", fails)
        copy_to(stick, backup)
        assert len(lying_in(stick)) == 8


def told(folder: Path, backup: Backup) -> str:
    with pytest.raises(Unwritable) as fault:
        copy_to(folder, backup)
    assert is_one_sentence(str(fault.value))
    return str(fault.value)
