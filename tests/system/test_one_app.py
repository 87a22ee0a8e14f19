"""One app at a time: a second start brings the first window to the front, and nobody else can."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Phase
from backplan_gui.services.attention import ask
from backplan_gui.store.folder import prepared
from tests.app import Person, somebody
from tests.conftest import needs
from tests.system.outside import (
    APP,
    PATIENCE_S,
    ended,
    environment,
    refused,
    rows,
    started,
    until,
)
from tests.system.screen import Screen, Window, screen

posix = pytest.mark.skipif(sys.platform == "win32", reason="there a second start says a sentence")
NOBODY = 65534


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the login."""
    with tempfile.TemporaryDirectory(prefix="bp-") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)


class First:
    """An app in a process of its own, and what it tells."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tells(self, wanted: str = "") -> str:
        """The next thing, or what is wanted; waits for it, or for the end."""
        assert self.process.stdout
        for line in self.process.stdout:
            if wanted in line:
                return line.strip()
        return "ended"


@contextmanager
def first(folder: Path) -> Iterator[First]:
    """Started, as by a click."""
    env = environment(QT_QPA_PLATFORM="offscreen")
    with started(sys.executable, "-m", "tests.system.first", str(folder), env=env) as process:
        yield First(process)


def second(folder: Path) -> subprocess.CompletedProcess[str]:
    """Backplan, started once more."""
    return ended("--data-dir", str(folder))


def is_quiet(told: subprocess.CompletedProcess[str]) -> bool:
    """It has done what was wished, and there is nothing to say."""
    return (told.returncode, told.stdout, told.stderr) == (0, "", "")


# --- the second start -------------------------------------------------------------------


@posix
@pytest.mark.long
class TestASecondStart:
    """Of the real app."""

    def test_asks_the_first_and_ends(self, tmp_path: Path) -> None:
        """Seen to fail with a window that does not listen."""
        folder = tmp_path / "own"
        with first(folder) as one:
            assert one.tells() == "listening"
            for _ in range(2):
                assert is_quiet(second(folder))
                assert one.tells() == "asked"
            assert one.process.poll() is None
        assert rows(folder, "SELECT count(*) FROM session") == [(0,)]

    def test_at_the_same_instant_waits_until_the_first_can_be_asked(self, tmp_path: Path) -> None:
        """A double click. Seen to fail with a second start that asks only once."""
        folder = tmp_path / "own"
        with first(folder) as one, first(folder) as other:
            ends = {each.tells("listening"): each for each in (one, other)}
            assert set(ends) == {"listening", "ended"}
            assert ends["ended"].process.wait(PATIENCE_S) == 0
            assert ends["listening"].tells() == "asked"
            assert ends["listening"].process.poll() is None

    def test_while_the_first_is_closing_takes_its_place(self, tmp_path: Path) -> None:
        """Seen to fail with a second start that tries to open only once."""
        folder = tmp_path / "own"
        closing = prepared(folder)
        with first(folder) as other:
            assert other.tells() == "not heard"
            closing.release()
            assert other.tells("listening") == "listening"

    def test_takes_over_what_a_killed_one_left(self, tmp_path: Path, runtime: Path) -> None:
        folder = tmp_path / "own"
        with first(folder) as one:
            assert one.tells() == "listening"
            one.process.kill()
            one.process.wait()
        assert (folder / "backplan.lock").exists()
        left = list(runtime.iterdir())
        assert left
        with first(folder) as one:
            assert one.tells() == "listening"
            assert is_quiet(second(folder))
            assert one.tells() == "asked"
        assert list(runtime.iterdir()) == left

    def test_says_so_when_the_first_does_not_answer(self, tmp_path: Path) -> None:
        folder = tmp_path / "own"
        with first(folder) as one:
            assert one.tells() == "listening"
            one.process.send_signal(signal.SIGSTOP)
            sentence = refused(second(folder))
            assert sentence == f"Backplan is already open with the folder {folder}."
            one.process.send_signal(signal.SIGCONT)
            assert one.tells() == "asked"

    def test_in_another_folder_is_another_backplan(self, tmp_path: Path) -> None:
        with first(tmp_path / "one") as one, first(tmp_path / "other") as other:
            assert one.tells() == other.tells() == "listening"


@posix
@pytest.mark.long
@pytest.mark.system
@needs("Xvfb", package="xvfb")
@needs("xdotool", package="xdotool")
@needs("dbus-run-session", package="dbus")
def test_the_window_comes_to_the_front_of_a_real_screen(tmp_path: Path) -> None:
    """What lies under the pointer is on top. Seen to fail with a window that is not raised."""
    with screen() as shown, ExitStack() as living:
        one = living.enter_context(window_on(shown, tmp_path / "one"))
        other = living.enter_context(window_on(shown, tmp_path / "other"))
        assert under_pointer(shown) == other
        assert is_quiet(second(tmp_path / "one"))
        until(lambda: under_pointer(shown) == one, "the first window is on top")
        until(lambda: int(shown.ask("getwindowfocus")) == one, "it has the keyboard")


@contextmanager
def window_on(shown: Screen, folder: Path) -> Iterator[int]:
    """The window of another Backplan."""
    before = windows(shown)
    command = ("dbus-run-session", "--", *APP, "--data-dir", str(folder))
    with started(*command, env=shown.environment):
        until(lambda: windows(shown) > before, "its window is there")
        (id,) = windows(shown) - before
        Window(shown, id).wait_for_icon()
        yield id


def windows(shown: Screen) -> set[int]:
    """All windows of ours."""
    found = ["search", "--onlyvisible", "--class", "Backplan"]
    try:
        return {int(id) for id in shown.ask(*found).split()}
    except subprocess.CalledProcessError:  # none
        return set()


def under_pointer(shown: Screen) -> int:
    """The window that is seen in the middle of the screen."""
    told = shown.ask("mousemove", "500", "400", "getmouselocation", "--shell")
    return int(dict(line.split("=") for line in told.split())["WINDOW"])


# --- the window -------------------------------------------------------------------------


@pytest.fixture
def person(tmp_path: Path, qapp: QApplication) -> Iterator[Person]:
    """Somebody with day 1 running."""
    with somebody(tmp_path / "own") as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        assert person.session.phase is Phase.RUNNING
        yield person
        QApplication.processEvents()


def is_in_sight(person: Person) -> bool:
    window = person.app.window
    return window.isVisible() and not window.isMinimized() and window.isActiveWindow()


def attend(person: Person) -> None:
    person.app.window.attend()
    QApplication.processEvents()


def test_a_minimised_window_is_restored(person: Person) -> None:
    person.app.window.showMinimized()
    assert not is_in_sight(person)
    attend(person)
    assert is_in_sight(person)
    assert person.session.phase is Phase.RUNNING


def test_the_mini_player_makes_room_for_the_window(person: Person) -> None:
    person.press(Qt.Key.Key_C)
    assert not person.app.window.isVisible()
    attend(person)
    assert is_in_sight(person)
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert shown == [person.app.window]
    assert person.session.phase is Phase.RUNNING


@pytest.mark.parametrize("state", [Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized])
def test_a_large_window_stays_large(person: Person, state: Qt.WindowState) -> None:
    window = person.app.window
    window.setWindowState(state)
    window.setWindowState(state | Qt.WindowState.WindowMinimized)
    attend(person)
    assert window.windowState() & state
    assert is_in_sight(person)


def test_a_window_that_is_in_front_stays_as_it_is(person: Person) -> None:
    before = person.app.window.geometry()
    attend(person)
    assert is_in_sight(person)
    assert person.app.window.geometry() == before


# --- nobody else ------------------------------------------------------------------------


@posix
@pytest.mark.long
def test_nobody_else_can_talk_to_it_or_read_its_files(runtime: Path) -> None:
    """Seen to fail with a folder that is left as it was, and with a record made 0644."""
    if os.geteuid():
        pytest.skip("only root can be somebody else")
    with tempfile.TemporaryDirectory(prefix="bp-") as name:
        folder = Path(name, "own")
        Path(name).chmod(0o755)
        folder.mkdir(mode=0o755)
        with first(folder) as one:
            assert one.tells() == "listening"
            with somebody_else():
                for place in (folder, runtime):
                    with pytest.raises(PermissionError):
                        list(place.iterdir())
                assert not ask(folder)
            for place in (folder, runtime):
                place.chmod(0o755)
            files = [*folder.rglob("*"), *runtime.rglob("*")]
            assert {file.name.partition(".")[2] for file in files} >= {"sqlite", "socket", "lock"}
            with somebody_else():
                for file in files:
                    assert not os.access(file, os.R_OK, effective_ids=True), file
                    assert not os.access(file, os.W_OK, effective_ids=True), file
                assert not ask(folder)
            for place in (folder, runtime):
                place.chmod(0o700)
            assert is_quiet(second(folder))
            assert one.tells() == "asked"


@contextmanager
def somebody_else() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
