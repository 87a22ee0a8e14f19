"""What the machine can do to a start: one sentence, status 2, and nothing half-written."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from backplan_gui.store.store import Store
from tests.app import somebody
from tests.conftest import needs
from tests.system.outside import (
    APP,
    RECORD,
    copy_of_the_app,
    ended,
    refused,
    rows,
    without_rights,
)

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits are POSIX ones"),
]

PAGE = 4096
IMPATIENT = """import sys
from backplan_gui import cli, launch
launch.PATIENCE_MS = 0
sys.exit(cli.main())"""
"""A start that asks the first one once. The app asks for five seconds, for the first may be
about to begin or to end; the one of the test has no window that could be asked.
"""


def start(folder: Path, *app: str) -> str:
    """The sentence with which the app refuses a folder."""
    return refused(ended("--data-dir", str(folder), app=app or APP))


def with_notes(folder: Path) -> Path:
    """A record with something in it, of several pages."""
    folder.mkdir()
    with Store.open(folder / RECORD) as store:
        store.save_settings({f"key {number}": "x" * 200 for number in range(200)})
    return folder / RECORD


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


# --- folder and disk --------------------------------------------------------------------


@pytest.mark.system
@needs("setpriv", package="util-linux")
@pytest.mark.parametrize("record", [False, True], ids=["empty", "with a record"])
def test_a_folder_that_cannot_be_written(tmp_path: Path, record: bool) -> None:
    folder = tmp_path / "own"
    if record:
        with_notes(folder)
    else:
        folder.mkdir()
    before = contents(folder)
    folder.chmod(0o555)
    try:
        sentence = start(folder, *without_rights())
    finally:
        folder.chmod(0o755)
    assert str(folder) in sentence
    assert contents(folder) == before


@pytest.mark.system
@needs("setpriv", package="util-linux")
def test_a_record_that_cannot_be_written(tmp_path: Path) -> None:
    record = with_notes(tmp_path / "own")
    record.chmod(0o400)
    (tmp_path / "own").chmod(0o500)
    try:
        start(tmp_path / "own", *without_rights())
    finally:
        (tmp_path / "own").chmod(0o700)


def test_a_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "Not a directory" in start(tmp_path / "file" / "data")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("blocks", [1, 40])
def test_a_disk_that_is_full_leaves_no_half_of_a_record(tmp_path: Path, blocks: int) -> None:
    folder = tmp_path / "own"
    small = ("sh", "-c", f'ulimit -f {blocks}; exec "$0" "$@"', *APP)
    assert "disk" in start(folder, *small)
    assert not (folder / RECORD).exists()
    assert not list(folder.glob("*.new"))


# --- two at once ------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_a_second_start_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    folder, second = tmp_path / "own", (sys.executable, "-c", IMPATIENT)
    with somebody(folder) as person:
        assert "already open" in start(folder, *second)
        person.app.journal.mark(1, done=True)
        assert "already open" in start(folder, *second)
    assert rows(folder, "SELECT day, state FROM mark") == [(1, "done")]


# --- files ------------------------------------------------------------------------------


def test_a_record_of_a_later_version_is_left_as_it_is(tmp_path: Path) -> None:
    record = with_notes(tmp_path / "own")
    with closing(sqlite3.connect(record)) as db:
        db.execute("PRAGMA user_version = 99")
    before = record.read_bytes()
    sentence = start(tmp_path / "own")
    assert "newer Backplan" in sentence
    assert "99" in sentence
    assert contents(tmp_path / "own") == {RECORD: before}


@pytest.mark.parametrize("harm", ["cut", "zeroed", "empty"])
def test_a_damaged_record_is_left_as_it_is(tmp_path: Path, harm: str) -> None:
    record = with_notes(tmp_path / "own")
    whole = record.read_bytes()
    assert len(whole) > 10 * PAGE
    middle = len(whole) // PAGE // 2 * PAGE
    harmed = {
        "cut": whole[:middle],
        "zeroed": whole[:middle] + bytes(4 * PAGE) + whole[middle + 4 * PAGE :],
        "empty": b"",
    }[harm]
    record.write_bytes(harmed)
    assert "damaged" in start(tmp_path / "own")
    assert record.read_bytes() == harmed


@pytest.mark.parametrize(
    "file",
    [
        "plans/seven_days.toml",
        "exercises/plank.toml",
        "design/tokens.json",
        "design/icons.json",
        "figure/body.json",
        "exercises/cat-cow.json",
    ],
)
def test_a_damaged_copy_of_the_app_says_so_and_harms_no_record(tmp_path: Path, file: str) -> None:
    folder = copy_of_the_app(tmp_path / "copy")
    (folder / "resources" / file).write_text("[half of")
    for own in (tmp_path / "new", tmp_path / "old"):
        if own.name == "old":
            shutil.copy2(with_notes(own), tmp_path / "kept")
        sentence = refused(ended("--data-dir", str(own), cwd=folder))
        assert sentence.startswith("This copy of Backplan is damaged, please install it again: ")
        assert [f.name for f in own.iterdir() if not f.name.endswith("-journal")] == [RECORD]
        with Store.open(own / RECORD) as store:  # it is sound
            assert store.unfinished() is None
    assert (tmp_path / "old" / RECORD).read_bytes() == (tmp_path / "kept").read_bytes()


def test_a_damaged_copy_of_the_app_cannot_play_the_demo(tmp_path: Path) -> None:
    folder = copy_of_the_app(tmp_path / "copy")
    (folder / "resources" / "plans" / "seven_days.toml").write_text("[half of")
    told = ended(cwd=folder, display="")
    told.stdout = ""
    assert "damaged" in refused(told)
