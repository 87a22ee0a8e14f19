"""The command line from outside: one sentence and status 2 for whatever cannot be."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from backplan_gui import __version__, cli
from backplan_gui.store.store import Store


def asked(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Status, output and errors of the command, in this process."""
    try:
        status = cli.main(arguments)
    except SystemExit as leave:
        status = int(leave.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("--version", capsys=capsys) == (0, f"Backplan {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--speed", "0", "--data-dir", "x"], "whole number from 1 to 200"),
        (["--speed", "201", "--data-dir", "x"], "whole number from 1 to 200"),
        (["--speed", "fast", "--data-dir", "x"], "whole number from 1 to 200"),
        (["--speed", "²", "--data-dir", "x"], "whole number from 1 to 200"),
        (["--language", "tlh"], "does not speak 'tlh'; it speaks en."),
        (["--nonsense"], "Unrecognized arguments: --nonsense."),
        (["--data"], "--data"),
        (["--data-dir"], "expected one argument"),
        (["somewhere"], "somewhere"),
    ],
)
def test_a_wrong_option_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    status, out, err = asked(*arguments, capsys=capsys)
    assert (status, out) == (2, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


def test_a_fast_clock_stays_out_of_the_persons_own_record(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BACKPLAN_DATA_DIR")
    status, _, err = asked("--speed", "20", capsys=capsys)
    assert status == 2
    assert err.startswith("--speed needs --data-dir")


@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is one")
def test_a_display_is_looked_for_before_qt_would_abort(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], display: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cli.has_display() is display


def test_both_ways_to_start_it_are_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "backplan_gui", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert told.stdout == f"Backplan {__version__}\n"


def started(tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The real command, off screen, with everything in a folder of the test."""
    return subprocess.run(
        [sys.executable, "-m", "backplan_gui", "--data-dir", str(tmp_path / "data"), *options],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
    )


def test_a_folder_that_cannot_be_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    told = started(tmp_path)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "cannot" in told.stderr
    assert (tmp_path / "data").read_text() == "a file where a folder should be"


def test_a_file_that_is_not_ours_gets_one_sentence_and_stays(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backplan.sqlite").write_text("not a database")
    told = started(tmp_path)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "damaged" in told.stderr
    assert (tmp_path / "data" / "backplan.sqlite").read_text() == "not a database"


def test_damage_inside_a_good_looking_file_is_found_once_the_window_is_there(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data" / "backplan.sqlite"
    path.parent.mkdir()
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO log (id, session, at, local_date, rule, line)"
            " VALUES ('1', 'no such session', '', '', '', '')"
        )
    told = started(tmp_path)
    assert (told.returncode, told.stderr) == (2, "Backplan's file is damaged.\n")
