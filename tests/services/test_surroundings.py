"""What the frozen app starts of others' does not load the app's libraries."""

import sys
from pathlib import Path

import pytest

from backplan_gui.services.surroundings import put_back

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is it changed")

OURS = {"LD_LIBRARY_PATH": "/app", "QT_PLUGIN_PATH": "/app/plugins", "QML2_IMPORT_PATH": "/app/qml"}


def started_with(folder: Path, *pairs: bytes) -> Path:
    """A file such as /proc/self/environ."""
    file = folder / "environ"
    file.write_bytes(b"".join(pair + b"\0" for pair in pairs))
    return file


def test_what_was_not_there_is_gone_again(tmp_path: Path) -> None:
    environment = {**OURS, "HOME": "/home/somebody", "_PYI_ARCHIVE_FILE": "/app/backplan"}
    put_back(environment, started_with(tmp_path, b"HOME=/home/somebody"))
    assert environment == {"HOME": "/home/somebody"}


def test_what_was_there_is_there_again(tmp_path: Path) -> None:
    environment = {**OURS, "LD_LIBRARY_PATH_ORIG": "/own=1"}
    put_back(environment, started_with(tmp_path, b"QT_PLUGIN_PATH=/own/plugins:/a=b", b"odd"))
    assert environment == {"LD_LIBRARY_PATH": "/own=1", "QT_PLUGIN_PATH": "/own/plugins:/a=b"}
