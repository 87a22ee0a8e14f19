"""One app at a time: a second start asks the first window to come to the front.

It asks through a socket that is a file and no network (AF_UNIX): only its owner reaches it,
the other end is looked at as well, and one word is understood. Windows has no such sockets
in Python; there a second start only says that Backplan is open.

The socket lies in a folder that the login made for its owner, where there is one: whoever
copies the record's folder while Backplan runs would trip over it.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    import socket

RAISE, DONE = b"raise", b"done"
PATIENCE_S = 2.0
"""For the first Backplan to answer, which may just be busy."""
SOCKET = "backplan.socket"
LONGEST = 100
"""Bytes of a path that fits into a socket's address: Linux takes 107, macOS 103."""
RUNTIME = ("XDG_RUNTIME_DIR", "TMPDIR")
"""What names a folder of the login; macOS has only the second one."""


def ask(folder: Path) -> bool:
    """Ask the Backplan that has this folder open to come to the front; False: it did not."""
    if sys.platform == "win32":
        return False
    with suppress(OSError):
        return any(_is_heard(place) for place in _places(folder))
    return False


class Attention(QObject):
    """Hears that Backplan was started once more with the same folder."""

    asked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._listening: tuple[Path, socket.socket, QSocketNotifier] | None = None
        self._callers: list[_Caller] = []

    @Slot()
    def listen(self) -> None:
        """From now on. The folder must be locked: what a Backplan left that is gone is taken over.

        Where there can be no such socket, nobody is heard.
        """
        if sys.platform == "win32":
            return
        try:
            place, line = _first_bound(self._folder)
        except OSError as error:
            _log(f"A second start will not be heard: {error.strerror or error}")
            return
        notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_call)
        self._listening = place, line, notifier

    def close(self) -> None:
        """Hear nobody any more; before the folder is let go of."""
        for caller in self._callers:
            caller.close()
        self._callers.clear()
        if self._listening is not None:
            place, line, notifier = self._listening
            self._listening = None
            notifier.setEnabled(False)
            line.close()
            with suppress(OSError):
                place.unlink()

    @Slot()
    def _on_call(self) -> None:
        if self._listening is None:
            return
        with suppress(OSError):  # it has gone already
            line, _ = self._listening[1].accept()
            if not _is_of_the_same_person(line):
                line.close()
                return
            caller = _Caller(line, self)
            caller.asked.connect(self.asked)
            caller.gone.connect(self._on_gone)
            self._callers.append(caller)

    @Slot()
    def _on_gone(self) -> None:
        self._callers = [caller for caller in self._callers if caller.is_there]


class _Caller(QObject):
    """The other end of a second start, until it has said its word."""

    asked, gone = Signal(), Signal()

    def __init__(self, line: "socket.socket", parent: QObject) -> None:
        super().__init__(parent)
        line.setblocking(False)
        self._line = line
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    @property
    def is_there(self) -> bool:
        return self._line.fileno() >= 0

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._line.close()
        self.deleteLater()

    @Slot()
    def _hear(self) -> None:
        with suppress(OSError):
            if self._line.recv(len(RAISE) + 1) == RAISE:
                self.asked.emit()
                self._line.send(DONE)
        self.close()
        self.gone.emit()


# --- sockets ----------------------------------------------------------------------------


def _places(folder: Path) -> Iterator[Path]:
    """Where the socket may be. A folder has the same name for all, however it was spelled."""
    is_here = folder.stat()
    for variable in RUNTIME:
        runtime = Path(os.environ.get(variable, ""))
        if runtime.is_absolute() and _is_private(runtime):
            yield runtime / f"backplan-{is_here.st_dev:x}-{is_here.st_ino:x}.socket"
    yield folder / SOCKET


def _is_private(folder: Path) -> bool:
    try:
        found = folder.stat()
    except OSError:
        return False
    own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    return own and not found.st_mode & 0o077


def _first_bound(folder: Path) -> "tuple[Path, socket.socket]":
    """A socket in the first place where one can be."""
    refusal = OSError("nowhere")
    for place in _places(folder):
        try:
            return place, _bound(place)
        except OSError as error:
            refusal = error
    raise refusal


def _bound(place: Path) -> "socket.socket":
    import socket

    if place.is_socket():  # of a Backplan that is gone
        place.unlink()
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.setblocking(False)
        with _address(place) as address:
            line.bind(address)
        place.chmod(0o600)
        line.listen()  # before that, nobody gets through
    except OSError:
        line.close()
        raise
    return line


def _is_heard(place: Path) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line, _address(place) as address:
            line.settimeout(PATIENCE_S)
            line.connect(address)
            if not _is_of_the_same_person(line):
                return False
            line.sendall(RAISE)
            return line.recv(len(DONE)) == DONE
    except OSError:
        return False


@contextmanager
def _address(place: Path) -> Iterator[str]:
    """The place by a name that fits into a socket's address."""
    if sys.platform != "linux" or len(os.fsencode(place)) <= LONGEST:
        yield str(place)
        return
    folder = os.open(place.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{place.name}"
    finally:
        os.close(folder)


def _is_of_the_same_person(line: "socket.socket") -> bool:
    """Whether the other end belongs to who we are; elsewhere only the file's rights say so."""
    if sys.platform != "linux":
        return True
    import socket
    import struct

    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _, owner, _ = struct.unpack("3i", credentials)
    return bool(owner == os.geteuid())


def _log(text: str) -> None:
    import logging

    logging.getLogger("backplan.attention").warning("%s", text)
