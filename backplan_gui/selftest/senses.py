"""What is around this copy: what can be heard, which is told and never a fault of the copy, and
what others' programs are given that it starts.
"""

import sys

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QProcess,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from .. import resources
from ..services.chime import Sounding
from ..services.voice import Silence, Spoken
from .expecting import expect

PATIENCE_MS = 8_000
"""A voice starts in under 2 s where there is one (platform.md section 4)."""


def voice(language: str) -> str:
    """Start it as for a session, in a process of its own, and say nothing."""
    spoken, loop, limit = Spoken(), QEventLoop(), QTimer(singleShot=True, interval=PATIENCE_MS)
    spoken.changed.connect(loop.quit)
    limit.timeout.connect(loop.quit)
    spoken.use("", 0, 100, language)
    limit.start()
    spoken.start()
    while spoken.silence is Silence.STARTING and limit.isActive():
        loop.exec()
    told = spoken.engine if spoken.silence is Silence.NONE else f"none, {spoken.silence}"
    spoken.close()
    return told


def sound(_language: str) -> str:
    """Find the device that chimes would be played on."""
    chimes = Sounding(resources.file("sounds"))
    before = qInstallMessageHandler(_leave_out)
    chimes.warm_up()
    qInstallMessageHandler(before)
    told = "there is a device" if chimes.available else "none, no device"
    chimes.close()
    return told


def others(_language: str) -> None:
    """A file manager, say, loads no library of ours: nothing in its environment leads here."""
    if sys.platform != "linux":
        return
    program = QProcess()
    program.start("env", [])
    expect(program.waitForFinished(PATIENCE_MS), "no program can be started")
    given = bytes(program.readAllStandardOutput().data()).decode(errors="replace")
    for variable in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        for line in given.splitlines():
            here = line.startswith(f"{variable}=") and str(resources.root().parents[1]) in line
            expect(not here, f"{line} is handed on")


def _leave_out(_kind: QtMsgType, _where: QMessageLogContext, _text: str) -> None:
    """Which sound servers Qt looked for in vain says less than what came of it."""
