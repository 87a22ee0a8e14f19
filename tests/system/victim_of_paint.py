"""The app as it is, off screen, whose countdown breaks with every frame of a session.

It tells what `victim` tells, and `sheet` for each sheet that the follower closes.

    python -m tests.system.victim_of_paint FOLDER SPEED
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPainter

from backplan_gui.core.records import SafetyGroup
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.ui.application import make_application
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.sheet import Sheet
from tests.system.victim import Follower, tell


def broken(self: CountdownRing, painter: QPainter, size: float) -> None:
    assert painter.isActive()
    raise ValueError("of ours")


class Patient(Follower):
    """Closes what is said and goes on."""

    def _go_on(self) -> None:
        sheets = [s for s in self._app.window.findChildren(Sheet) if s.isVisible()]
        for sheet in sheets:
            tell("sheet", sheet.accessibleName())
            sheet.dismiss()
        super()._go_on()


def main(folder: Path, speed: int) -> int:
    application = make_application()
    CountdownRing._paint_disc = broken  # type: ignore[method-assign]  # in this process only
    with opened(folder, SystemClock(speed), "en") as app:
        app.journal.answer(SafetyGroup.NONE, (), checked=False)
        app.window.show()
        patient = Patient(app)
        app.runner.ended.connect(QCoreApplication.quit)
        QTimer.singleShot(0, patient.begin)
        return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
