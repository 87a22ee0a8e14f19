"""Real chimes in a process of their own, which does what it is told, a line each.

`play NAME [MS]`, `rush HOW_MANY`, `use PER_CENT`, `duck on`, `fade`, `close`. It answers with
whether it can be heard: when it is ready, whenever that changes, and after `rush`. A fault of
Qt's event loop ends it: the complaints of one would fill the disk.
"""

import os
import sys

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from backplan_gui import resources
from backplan_gui.core.sounds import Sound
from backplan_gui.services.chime import Sounding

RUSH_MS = 120
RUSH = [sound for sound in Sound if sound not in (Sound.BREATH_IN, Sound.BREATH_OUT)]


class Chiming(QObject):
    """The chimes and whoever tells them what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.chimes = Sounding(resources.file("sounds"))
        self._left = 0
        self._rush = QTimer(self, interval=RUSH_MS)
        self._rush.timeout.connect(self._on_rush)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_line)

    def begin(self) -> None:
        self.chimes.warm_up()
        self.answer()
        self.chimes.changed.connect(self.answer)

    def answer(self) -> None:
        sys.stdout.write("heard\n" if self.chimes.available else "not heard\n")
        sys.stdout.flush()

    def _on_line(self) -> None:
        for line in os.read(sys.stdin.fileno(), 4096).decode().splitlines():
            self._do(line.split())

    def _do(self, words: list[str]) -> None:
        match words:
            case ["play", name]:
                self.chimes.play(Sound(name))
            case ["play", name, ms]:
                self.chimes.play(Sound(name), int(ms))
            case ["rush", count]:
                self._left = int(count)
                self._rush.start()
            case ["use", volume]:
                self.chimes.use(int(volume))
            case ["duck", state]:
                self.chimes.duck(state == "on")
            case ["fade"]:
                self.chimes.fade()
            case _:
                self.chimes.close()
                QCoreApplication.quit()

    def _on_rush(self) -> None:
        """One after the other, so fast that they overlap."""
        self._left -= 1
        self.chimes.play(RUSH[self._left % len(RUSH)])
        if self._left == 0:
            self._rush.stop()
            self.answer()


def on_message(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
    if "QSocketNotifier" in message:
        os._exit(3)


if __name__ == "__main__":
    qInstallMessageHandler(on_message)
    application = QCoreApplication()
    chiming = Chiming()
    chiming.begin()
    application.exec()
