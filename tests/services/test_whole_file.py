"""A file is there whole or not at all, for its owner's eyes, and what refuses says why."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from backplan_gui.services import whole_file
from backplan_gui.services.whole_file import FileRefused, read, write

OLD, NEW = b"what was there", b"what comes" * 1000
NAME = "backplan-2026-11-24.json"
needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


def in_folder(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path / NAME, NEW)
    assert in_folder(tmp_path) == {NAME: NEW}
    assert read(tmp_path / NAME) == NEW


def test_another_file_takes_the_place_of_one_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(OLD)
    write(tmp_path / NAME, NEW)
    assert in_folder(tmp_path) == {NAME: NEW}


@needs_modes
def test_its_owner_alone_can_read_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(OLD)
    (tmp_path / NAME).chmod(0o644)
    write(tmp_path / NAME, NEW)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


@needs_modes
def test_through_a_link_the_file_is_written_that_it_leads_to(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.mkdir()
    (there / NAME).write_bytes(OLD)
    link.symlink_to(there / NAME)
    write(link, NEW)
    assert link.is_symlink()
    assert in_folder(there) == {NAME: NEW}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "There is no room left in {}."),
        (errno.EROFS, "{} can only be read."),
        (errno.EIO, "The file could not be written in {}."),
    ],
)
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, where: str
) -> None:
    (tmp_path / NAME).write_bytes(OLD)

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os if where == "fsync" else Path, where, refuse)
    with pytest.raises(FileRefused) as refused:
        write(tmp_path / NAME, NEW)
    assert str(refused.value) == f"{said.format(tmp_path)} Nothing was written."
    assert in_folder(tmp_path) == {NAME: OLD}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_is_told_by_the_system_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / "part"
    part.touch()

    def full(*_: object) -> tuple[int, str]:
        return os.open("/dev/full", os.O_WRONLY), str(part)

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(FileRefused, match="no room left"):
        write(tmp_path / NAME, NEW)
    assert in_folder(tmp_path) == {}


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(FileRefused) as refused:
        write(gone / NAME, NEW)
    assert str(refused.value) == f"{gone} is not there any more. Nothing was written."


def test_a_folder_of_that_name_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(FileRefused):
        write(tmp_path / NAME, NEW)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_can_only_be_read_stays_as_it_is(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(FileRefused, match="may not write"):
        write(closed / NAME, NEW)
    assert in_folder(closed) == {}


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is not there any more"):
        read(tmp_path / "gone.json")
    with pytest.raises(FileRefused):
        read(tmp_path)


def test_a_file_without_end_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_file, "LARGEST", 8)
    (tmp_path / NAME).write_bytes(b"12345678")
    assert read(tmp_path / NAME) == b"12345678"
    (tmp_path / NAME).write_bytes(b"123456789")
    with pytest.raises(FileRefused, match="too large"):
        read(tmp_path / NAME)
