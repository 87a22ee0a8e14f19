"""The environment of the frozen app as it was before PyInstaller changed it.

Its bootloader has the app load the libraries it brought along, and its hook points Qt to the
plug-ins beside them. What the app starts of other people's, a file manager or the speech
server, would inherit that and load our libraries instead of its own (pyinstaller #6825). By
the time Python runs, the loader has read its variable and Qt finds its plug-ins by itself, so
nothing is lost by putting everything back. The bootloader's notes to itself go too: a child
that is the app again then prepares its environment anew.
"""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

LIBRARIES = "LD_LIBRARY_PATH"
QT = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
NOTES = "_PYI_"
BEFORE = Path("/proc/self/environ")


def put_back(environment: MutableMapping[str, str] = os.environ, before: Path = BEFORE) -> None:
    """Undo what was changed; only Linux has something to undo."""
    if sys.platform != "linux":
        return
    _put(environment, LIBRARIES, environment.pop(f"{LIBRARIES}_ORIG", None))
    was = _read(before)
    for name in QT:
        _put(environment, name, was.get(name))
    for name in [name for name in environment if name.startswith(NOTES)]:
        del environment[name]


def _put(environment: MutableMapping[str, str], name: str, value: str | None) -> None:
    if value is None:
        environment.pop(name, None)
    else:
        environment[name] = value


def _read(before: Path) -> dict[str, str]:
    """With what this process was started, before any of its Python ran."""
    pairs = before.read_bytes().split(b"\0")
    return dict(os.fsdecode(pair).split("=", 1) for pair in pairs if b"=" in pair)
