"""Watches for the person going away, in a process of its own; run by tests, told by lines.

`["watch"]` is answered; `["away"]` comes out when it is so, and `["so far"]` when all that
was sent before a test's own signal on the same bus has been heard.
"""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from backplan_gui.services.sleep import Sleep
from tests.system.lines import Lines, say


class Watcher(QObject):
    """Says when the person goes away."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._sleep = Sleep()
        self._sleep.away.connect(self.away)
        lines.told.connect(self.do)

    @Slot(list)
    def do(self, told: list[str]) -> None:
        self._sleep.watch()
        slot: Any = SLOT("so_far()")  # the stub asks for bytes, QtDBus for text
        for bus in (QDBusConnection.systemBus(), QDBusConnection.sessionBus()):
            bus.connect("", "", "org.backplan.Test", "SoFar", self, slot)
        say("done", *told)

    @Slot()
    def away(self) -> None:
        say("away")

    @Slot()
    def so_far(self) -> None:
        say("so far")


if __name__ == "__main__":
    app = QCoreApplication(sys.argv)
    lines = Lines(app)
    watcher = Watcher(lines)
    sys.exit(app.exec())
