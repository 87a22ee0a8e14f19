"""The app's icon in the files that the systems want: `python icons.py FOLDER`.

They are drawn at each build and never kept in the repository, so they cannot differ from the
drawings. A PNG for each size, an .ico for Windows and an .icns for macOS, both of which hold
PNG files behind a table of contents.
"""  # noqa: INP001  # a script beside its templates

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from backplan_gui.ui.icons import app_pixmap

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""What the icon theme hicolor has folders for."""
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip
"""Type by type, the last five for screens of twice the density."""


def png(size: int) -> bytes:
    """The icon as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    app_pixmap(size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """All sizes in one file of Windows, where 0 stands for 256."""
    pictures = [png(size) for size in ICO]
    at = 6 + 16 * len(ICO)
    head = struct.pack("<HHH", 0, 1, len(ICO))
    for size, picture in zip(ICO, pictures, strict=True):
        edge = size % 256
        head += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures)


def icns() -> bytes:
    """All sizes in one file of macOS."""
    parts = b""
    for kind, size in ICNS.items():
        picture = png(size)
        parts += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write(folder: Path) -> None:
    """backplan.ico, backplan.icns and N.png for each size N."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None  # there is no pixmap without
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(png(size))
    (folder / "backplan.ico").write_bytes(ico())
    (folder / "backplan.icns").write_bytes(icns())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
