"""The app as it is, off screen, with a session that it takes up or begins and then follows.

It tells, a line each, what it was shown: sets that are done, and how far the session is.
A page that listens to the runner gets both at the same instants, after they are on disk.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from backplan_gui.app import App
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Event, Phase, Session, WorkEnded
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.ui.application import make_application


def position(session: Session) -> int:
    """Milliseconds from the beginning of the script."""
    return sum(step.ms for step in session.script[: session.index]) + session.elapsed


def tell(*words: object) -> None:
    """A line for the test, in one piece."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Follower(QObject):
    """A person who begins or goes on, and goes on again whenever the machine stalled."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        app.runner.happened.connect(self._tell_sets)
        app.runner.changed.connect(self._tell_position)
        app.runner.ended.connect(QCoreApplication.quit)

    def begin(self) -> None:
        """By the key that presses the home page's one obvious button, and a number if asked."""
        buttons = self._app.window.findChildren(QAbstractButton)
        texts = [b.text() for b in buttons if b.isVisible() and b.text().startswith("Continue Day")]
        tell("offered", *texts)
        self._press(Qt.Key.Key_Return)
        if self._app.window.page == "pain":
            self._press(Qt.Key.Key_2)
            self._press(Qt.Key.Key_Return)

    def _tell_sets(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, WorkEnded):
                tell("set", event.worked.exercise_no, event.worked.set_no)

    def _tell_position(self) -> None:
        session = self._app.runner.session
        if session is not None:
            tell("at", position(session))
            if session.phase is Phase.PAUSED:
                QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        session = self._app.runner.session
        if session is not None and session.phase is Phase.PAUSED:
            self._press(Qt.Key.Key_Space)

    def _press(self, key: Qt.Key) -> None:
        window: QWidget = self._app.window
        focused: QWidget | None = window.focusWidget()
        QTest.keyClick(window if focused is None else focused, key)


def main(folder: Path, speed: int) -> None:
    application = make_application()
    with opened(folder, SystemClock(speed), "en") as app:
        if app.journal.unfinished() is None:
            app.journal.answer(SafetyGroup.NONE, (), checked=False)
        app.window.show()
        follower = Follower(app)
        QTimer.singleShot(0, follower.begin)
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
