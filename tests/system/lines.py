"""How a process with Qt is told things by a test, and answers: lines of JSON."""

import json
import os
import sys

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal, Slot


class Lines(QObject):
    """What comes in; the application ends when no more can come."""

    told = Signal(list)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self._app = app
        self._input = sys.stdin.fileno()
        self._notifier = QSocketNotifier(self._input, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        lines = os.read(self._input, 65_536).splitlines()
        for line in lines:
            self.told.emit(json.loads(line))
        if not lines:
            self._app.quit()


def say(*what: str) -> None:
    """A line that goes out."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()
