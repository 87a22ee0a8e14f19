"""A second start asks the first: it is heard, and nobody else is."""

import logging
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backplan_gui.services.attention import DONE, RAISE, SOCKET, Attention, ask

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there a second start only says a sentence"),
    pytest.mark.usefixtures("qapp"),
]

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder that would be locked by whoever listens; all may reach what it lies in."""
    with tempfile.TemporaryDirectory(prefix="bp-") as name:
        Path(name).chmod(0o755)
        folder = Path(name, "own")
        folder.mkdir(mode=0o700)
        yield folder


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the login."""
    with tempfile.TemporaryDirectory(prefix="bp-") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        monkeypatch.delenv("TMPDIR", raising=False)
        yield Path(name)


class First:
    """The Backplan that is open, and how often it was asked to come to the front."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.attention, self._qtbot = Attention(folder), qtbot
        self.times = 0
        self.attention.asked.connect(self._count)

    def is_asked(self, folder: Path) -> bool:
        """What a second start with that folder is told."""
        with ThreadPoolExecutor(1) as aside:
            second = aside.submit(ask, folder)
            self._qtbot.waitUntil(second.done)
        return second.result()

    def answer_to(self, said: bytes, place: Path) -> bytes:
        """What anybody is told who says that at the place."""
        with ThreadPoolExecutor(1) as aside:
            other = aside.submit(_answer, said, place)
            self._qtbot.waitUntil(other.done)
        return other.result()

    def _count(self) -> None:
        self.times += 1


def _answer(said: bytes, place: Path) -> bytes:
    with connected(place) as line:
        line.sendall(said)
        return _heard(line)


def _heard(line: socket.socket) -> bytes:
    try:
        return line.recv(100)
    except ConnectionResetError:
        return b""


@contextmanager
def connected(place: Path) -> Iterator[socket.socket]:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as line:
        line.settimeout(10)
        line.connect(str(place))
        yield line


Listener = Callable[[Path], First]


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[Listener]:
    """Makes one that listens for a folder."""
    made: list[First] = []

    def make(folder: Path) -> First:
        made.append(First(folder, qtbot))
        made[-1].attention.listen()
        return made[-1]

    yield make
    for first in made:
        first.attention.close()


@pytest.fixture
def first(folder: Path, listening: Listener) -> First:
    return listening(folder)


def sockets(*folders: Path) -> list[Path]:
    return [file for folder in folders for file in folder.iterdir() if file.is_socket()]


@contextmanager
def somebody_else(*folders: Path) -> Iterator[None]:
    """Another user, for whom folders and sockets are open by a mistake of somebody's."""
    if os.geteuid():
        pytest.skip("only root can be somebody else")
    for folder in folders:
        folder.chmod(0o755)
    for file in sockets(*folders):
        file.chmod(0o666)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


# --- heard ------------------------------------------------------------------------------


def test_a_second_start_is_heard_and_told_so(first: First, folder: Path) -> None:
    assert first.is_asked(folder)
    assert first.is_asked(folder)
    assert first.times == 2


def test_the_folder_may_be_spelled_in_another_way(first: First, folder: Path) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder)
    assert first.is_asked(link)
    assert first.is_asked(folder / ".." / folder.name)


def test_another_folder_is_another_backplan(first: First, folder: Path) -> None:
    other = folder.with_name("other")
    other.mkdir()
    assert not ask(other)
    assert first.times == 0


@pytest.mark.parametrize("runtime_is", ["not there", "not said", "open to others", "relative"])
def test_without_a_folder_of_the_login_the_record_s_own_will_do(
    folder: Path,
    runtime: Path,
    listening: Listener,
    monkeypatch: pytest.MonkeyPatch,
    runtime_is: str,
) -> None:
    match runtime_is:
        case "not said":
            monkeypatch.delenv("XDG_RUNTIME_DIR")
        case "open to others":
            runtime.chmod(0o750)
        case _:
            place = str(runtime / "gone") if runtime_is == "not there" else "gone"
            monkeypatch.setenv("XDG_RUNTIME_DIR", place)
    first = listening(folder)
    assert sockets(folder, runtime) == [folder / SOCKET]
    assert first.is_asked(folder)
    first.attention.close()
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="longer than an address elsewhere can be")
def test_a_folder_may_have_a_longer_name_than_an_address(
    tmp_path: Path, listening: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    folder = tmp_path / ("long" * 30) / "own"
    folder.mkdir(parents=True)
    first = listening(folder)
    assert sockets(folder) == [folder / SOCKET]
    assert first.is_asked(folder)
    first.attention.close()
    assert not list(folder.iterdir())


def test_nothing_lies_in_the_record_s_folder_where_the_login_has_one(
    first: First, folder: Path, runtime: Path
) -> None:
    (place,) = sockets(runtime)
    assert first.answer_to(RAISE, place) == DONE
    assert not list(folder.iterdir())


# --- nobody there -----------------------------------------------------------------------


def test_with_nobody_there_it_is_said_at_once(folder: Path) -> None:
    assert not ask(folder)
    assert not ask(folder / "gone")


def test_afterwards_nobody_is_there(first: First, folder: Path, runtime: Path) -> None:
    first.attention.close()
    assert not ask(folder)
    assert not list(runtime.iterdir())
    first.attention.close()


def test_what_one_left_that_is_gone_is_taken_over(
    first: First, folder: Path, runtime: Path, listening: Listener
) -> None:
    (place,) = sockets(runtime)
    first.attention.close()
    with closing(socket.socket(socket.AF_UNIX)) as killed:
        killed.bind(str(place))
    assert sockets(runtime) == [place]
    assert not ask(folder)
    second = listening(folder)
    assert second.is_asked(folder)


def test_one_that_hangs_is_not_waited_for_for_long(
    folder: Path, first: First, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not look here, for this test does not turn its event loop."""
    monkeypatch.setattr("backplan_gui.services.attention.PATIENCE_S", 0.05)
    assert not ask(folder)
    assert first.times == 0


def test_where_there_can_be_no_socket_nobody_is_heard_and_nothing_is_harmed(
    folder: Path,
    listening: Listener,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    (folder / SOCKET).write_text("mine")
    first = listening(folder)
    assert caplog.record_tuples == [
        (
            "backplan.attention",
            logging.WARNING,
            "A second start will not be heard: Address already in use",
        )
    ]
    assert not ask(folder)
    first.attention.close()
    assert (folder / SOCKET).read_text() == "mine"


# --- nobody else ------------------------------------------------------------------------


@pytest.mark.parametrize("said", [b"quit", b"", b"rais", RAISE + b"d", RAISE * 100, b"\x00"])
def test_no_other_word_is_understood(
    first: First, folder: Path, runtime: Path, said: bytes
) -> None:
    (place,) = sockets(runtime)
    if said:
        assert first.answer_to(said, place) == b""
    else:
        with connected(place):
            pass
    assert first.is_asked(folder)
    assert first.times == 1


def test_who_says_nothing_keeps_nobody_waiting(first: First, folder: Path, runtime: Path) -> None:
    (place,) = sockets(runtime)
    with connected(place) as silent:
        assert first.is_asked(folder)
        assert first.times == 1
        first.attention.close()
        assert silent.recv(1) == b""


def test_only_the_owner_can_reach_it(first: First, runtime: Path) -> None:
    (place,) = sockets(runtime)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who is at the other end")
def test_somebody_else_who_gets_there_all_the_same_is_not_heard(
    folder: Path, listening: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail without the look at the other end."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    first = listening(folder)
    with somebody_else(folder), connected(folder / SOCKET) as line:
        line.sendall(RAISE)
        os.seteuid(0)
        assert first.is_asked(folder)
        assert first.times == 1
        assert _heard(line) == b""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who is at the other end")
def test_what_somebody_else_has_put_there_is_not_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a folder that all share. Seen to fail without the look at the other end."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    with closing(socket.socket(socket.AF_UNIX)) as other:
        other.bind(str(folder / SOCKET))
        with somebody_else(folder):
            other.listen()
        other.settimeout(10)
        assert not ask(folder)
        line, _ = other.accept()
        with closing(line):
            assert line.recv(100) == b""
