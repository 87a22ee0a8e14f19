"""`run`: what it understands, what it sets up and when, and what it says when it cannot."""

import ast
import importlib.machinery
import importlib.util
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import REAL_ENVIRONMENT

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command as a module of its own for each test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = importlib.machinery.SourceFileLoader("run", str(ROOT / "run"))
    spec = importlib.util.spec_from_loader("run", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def asked(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What `run` would set up and start, instead of doing it."""
    said: list[tuple[str, ...]] = []
    monkeypatch.setattr(run, "set_up", lambda *parts: said.append(("set up", *parts)))
    monkeypatch.setattr(run, "become", lambda *command: said.append(command))
    monkeypatch.setattr(run, "together", lambda *commands: said.extend(commands))
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.chdir(ROOT)
    return said


# --- what it understands ----------------------------------------------------------------


def test_options_go_to_the_app(run: ModuleType, asked: list[tuple[str, ...]]) -> None:
    run.main(["--data-dir", "here", "--speed", "20"])
    app = ("-P", "-m", "backplan_gui", "--data-dir", "here", "--speed", "20")
    assert asked == [("set up", "app", "qt"), app]


def test_a_display_asks_for_its_libraries(
    run: ModuleType, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    run.main([])
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    run.main([])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    run.main([])
    assert [a[1:] for a in asked if a[0] == "set up"] == [
        ("app", "qt", "x11"),
        ("app", "qt", "x11", "wayland"),
        ("app", "qt"),
    ]


def test_the_whole_run_of_tests_is_in_parts_that_leave_nothing_out(
    run: ModuleType, asked: list[tuple[str, ...]]
) -> None:
    run.main(["test"])
    parts = [part for part in asked if "pytest" in part]
    (counted,) = (part for part in parts if "--cov" in part)
    assert {"tests/core", "tests/store"} <= set(counted)
    assert "tests/system" in {part[-1] for part in parts}
    named = [word for part in parts for word in part if word.startswith("tests/ui/")]
    assert sorted(named) == sorted(str(file) for file in Path("tests/ui").glob("test_*.py"))
    folders = ("tests/ui", "tests/core", "tests/store", "tests/system")
    (others,) = (part for part in parts if not any(w.startswith("tests/") for w in part))
    assert {f"--ignore={folder}" for folder in folders} <= set(others)
    run.main(["test", "--long"])
    again = [part for part in asked if "pytest" in part][len(parts) :]
    assert len(again) == len(parts)
    assert all("--hypothesis-profile=long" in part for part in again)
    run.main(["test", "tests/core", "-x"])
    assert asked[-1] == ("-m", "pytest", "tests/core", "-x")


@pytest.mark.parametrize("statuses", [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 2)])
def test_a_part_that_fails_fails_the_whole_and_all_are_heard(
    run: ModuleType,
    statuses: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    parts = [
        ("-c", f"print('part {number}', flush=True); raise SystemExit({status})")
        for number, status in enumerate(statuses)
    ]
    assert run.together(*parts) == max(statuses)
    assert capfdbinary.readouterr().out.split() == b"part 0 part 1 part 2".split()


def test_pictures_go_where_the_person_stands(
    run: ModuleType, asked: list[tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run.main(["shots", "pictures"])
    assert asked[-1] == ("-m", "tests.shots", str(tmp_path / "pictures"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["tset"], "There is no command 'tset'; ./run --help lists them.\n"),
        (["shots"], "Please say where the pictures go: ./run shots DIR\n"),
        (["check", "core"], "This command takes nothing more; there was 'core'.\n"),
    ],
)
def test_a_wrong_command_gets_one_sentence(
    run: ModuleType,
    asked: list[tuple[str, ...]],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    assert run.main(arguments) == 2
    assert capsys.readouterr() == ("", sentence)
    assert not asked


def test_help_names_every_command(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"./run {name} " in text for name in run.COMMANDS)


def test_an_old_python_can_read_far_enough_to_be_told() -> None:
    ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 7))


# --- what it sets up, and when ----------------------------------------------------------


@pytest.fixture
def made(run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A checkout where each part of the set-up only says that it was done."""
    said: list[str] = []
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    python = venv / "bin" / "python"
    python.touch()
    places = {"ROOT": tmp_path, "VENV": venv, "PYTHON": python, "STAMP": venv / "stamp.json"}
    for name, value in {**places, "LOCK": tmp_path / "requirements.lock"}.items():
        monkeypatch.setattr(run, name, value)

    def saying(name: str) -> Any:
        return lambda: said.append(name)

    monkeypatch.setattr(run, "PARTS", {name: saying(name) for name in run.PARTS})
    return said


def test_each_part_is_set_up_once(run: ModuleType, made: list[str]) -> None:
    run.set_up("app", "qt")
    run.set_up("app", "qt")
    run.set_up("app", "dev", "qt")
    assert made == ["venv", "app", "qt", "dev"]


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml"])
def test_a_change_sets_everything_up_again(run: ModuleType, made: list[str], file: str) -> None:
    run.set_up("app")
    (run.ROOT / file).write_text("changed")
    run.set_up("app")
    assert made == ["venv", "app"] * 2


@pytest.mark.parametrize(
    "stamp", [None, "", "[]", "{}", '{"key": "other", "done": ["venv", "app"]}']
)
def test_a_venv_without_our_stamp_is_not_trusted(
    run: ModuleType, made: list[str], stamp: str | None
) -> None:
    if stamp is not None:
        run.STAMP.write_text(stamp)
    run.set_up("app")
    assert made == ["venv", "app"]


def test_a_venv_without_its_python_is_made_again(run: ModuleType, made: list[str]) -> None:
    run.set_up("app")
    run.PYTHON.unlink()
    run.set_up("app")
    assert made == ["venv", "app"] * 2


def test_what_was_done_before_a_failure_stays_done(
    run: ModuleType, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise run.Stop("no network")

    monkeypatch.setitem(run.PARTS, "app", fail)
    with pytest.raises(run.Stop):
        run.set_up("app")
    assert json.loads(run.STAMP.read_text())["done"] == ["venv"]


def test_half_a_source_tree_is_said(
    run: ModuleType, made: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run.LOCK.unlink()
    assert run.main([]) == 2
    assert "requirements.lock is missing" in capsys.readouterr().err


# --- what the system lacks --------------------------------------------------------------


@pytest.fixture
def machine(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A Debian machine, its user, and the commands that were run on it."""
    machine: dict[str, Any] = {"apt": True, "user": 1000, "cures": False, "ran": []}

    def fault(command: list[str]) -> str:
        machine["ran"].append(command)
        if command[0] == "apt-get":
            return ""
        installed = any(c[:2] == ["apt-get", "install"] for c in machine["ran"])
        return "" if installed and machine["cures"] else "it does not load"

    monkeypatch.setattr(run, "fault", fault)
    monkeypatch.setattr(run, "loads", lambda library: "EGL" not in library)
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/x" if machine["apt"] else None)
    monkeypatch.setattr(run.os, "geteuid", lambda: machine["user"], raising=False)
    monkeypatch.setattr(run.sys, "platform", "linux")
    return machine


def test_a_user_gets_one_line_to_copy(run: ModuleType, machine: dict[str, Any]) -> None:
    with pytest.raises(run.Stop) as stop:
        run.PARTS["qt"]()
    assert str(stop.value) == (
        "Qt needs system libraries that are missing: libEGL.so.1."
        " Please run this line and start again:\n\n    sudo apt install libegl1\n"
    )
    assert len(machine["ran"]) == 1


def test_root_gets_it_installed(
    run: ModuleType, machine: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    machine.update(user=0, cures=True)
    run.PARTS["qt"]()
    apt = [command for command in machine["ran"] if command[0] == "apt-get"]
    assert apt[0] == ["apt-get", "update"]
    assert apt[1][-1] == "libegl1"
    assert capsys.readouterr().err == "Installing with apt: libegl1\n"


def test_what_apt_did_not_cure_is_said(run: ModuleType, machine: dict[str, Any]) -> None:
    machine.update(user=0)
    with pytest.raises(run.Stop, match="Qt does not start on this system: it does not load"):
        run.PARTS["qt"]()


def test_without_apt_the_package_is_named(run: ModuleType, machine: dict[str, Any]) -> None:
    machine.update(apt=False)
    with pytest.raises(run.Stop, match="Please install what Debian calls libegl1"):
        run.PARTS["qt"]()


def test_a_missing_venv_is_one_more_missing_library(
    run: ModuleType, machine: dict[str, Any], made: list[str]
) -> None:
    with pytest.raises(run.Stop, match=rf"sudo apt install python{run.VERSION}-venv\n"):
        run.make_venv()
    machine.update(user=0, cures=True)
    run.make_venv()
    assert machine["ran"][-1][1:3] == ["-m", "venv"]


# --- for real ---------------------------------------------------------------------------


@pytest.mark.long
def test_a_fresh_copy_starts_and_the_second_start_is_quick(tmp_path: Path) -> None:
    """From a copy of the files to the app's version; needs the network or pip's own cache."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in files.strip("\0").split("\0"):
        if (ROOT / name).is_file():
            (tmp_path / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / "copy" / name)
    environment = {**REAL_ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen"}

    def started() -> tuple[float, subprocess.CompletedProcess[str]]:
        command = [sys.executable, str(tmp_path / "copy" / "run"), "--version"]
        before = time.monotonic()
        ended = subprocess.run(command, env=environment, capture_output=True, text=True)
        return time.monotonic() - before, ended

    _, first = started()
    assert first.returncode == 0, first.stderr
    assert "Installing what Backplan runs on" in first.stderr
    seconds, second = started()
    assert (second.returncode, second.stdout, second.stderr) == (0, first.stdout, "")
    assert seconds < 2
