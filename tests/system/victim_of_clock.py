"""The app as it is, off screen, which begins day 1 when it is told to, by whatever clocks.

It tells, a line of JSON each, where the session is by every look at it and what the clocks
say then, and what is asked of who comes back.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from backplan_gui.app import App
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Phase
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.ui.application import make_application
from backplan_gui.ui.away_sheet import AwaySheet
from tests.system.lines import Lines, say


class Teller(QObject):
    """Begins the session, and then does nothing to it."""

    def __init__(self, app: App, clock: SystemClock) -> None:
        super().__init__()
        self._app, self._clock = app, clock

    @Slot()
    def begin(self) -> None:
        """Day 1, with no warning signs and hardly any pain."""
        self._app.journal.answer(SafetyGroup.NONE, (), checked=False)
        self._app.start(1)
        self._app.answer(2)
        record = self._app.runner.record
        assert record is not None
        say("began", record.begun)
        self._app.runner.changed.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        session, now = self._app.runner.session, self._clock.now()
        if session is None:
            return
        clocks = (str(self._clock.steady_ms()), now.utc, now.local_date, str(now.utc_offset))
        say(session.phase, str(session.guided), *clocks)
        if session.phase is Phase.PAUSED:
            QTimer.singleShot(0, self, self._tell_card)

    @Slot()
    def _tell_card(self) -> None:
        """Once all that was to happen has happened."""
        QCoreApplication.processEvents()
        card = self._app.window.findChild(AwaySheet)
        say("card", card.spoken if isinstance(card, AwaySheet) else "")


def main(folder: Path) -> None:
    application = make_application()
    clock = SystemClock()
    with opened(folder, clock, "en") as app:
        app.window.show()
        teller, lines = Teller(app, clock), Lines(application)
        lines.told.connect(teller.begin)
        say("there")
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
