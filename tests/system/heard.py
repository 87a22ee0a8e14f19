"""The app as it is, off screen, with its real voice and chimes: one set of Child's Pose.

    python -m tests.system.heard FOLDER [quick] SETTING=VALUE ...

It tells, a line each: how the voice stands once that is known; every cue with the wall
clock's milliseconds at which it was given; and what the person is told at the end. Who is
quick skips every step.
"""

import json
import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from backplan_gui.app import App
from backplan_gui.core.cues import Cue, Say
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Event, StepStarted
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.services.voice import Silence
from backplan_gui.ui.application import make_application
from tests.system.victim import tell

WAIT_MS = 60_000
"""For a voice that starts; beside other tests and under a trace that may take twice 20 s."""
AWHILE_MS = 100
HELD_MS = 700
"""A step that began by itself is not skipped sooner."""


class Follower(QObject):
    """Somebody who waits until the voice is known to speak or not, and then does one set."""

    def __init__(self, app: App, *, quick: bool) -> None:
        super().__init__()
        self._app, self._waited = app, 0
        self._quick = quick
        self._timer = QTimer(self, interval=AWHILE_MS)
        self._timer.timeout.connect(self._look)
        app.runner.happened.connect(self._shorten)
        app.runner.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Begin, and listen for cues."""
        self._app.start(1, "childs-pose")
        self._app._sessions.senses.cueing.given.connect(self._tell_cue)
        self._timer.start()

    def _look(self) -> None:
        self._waited += AWHILE_MS
        state = self._app._sessions.senses.state
        if self._is_known or self._waited >= WAIT_MS:
            self._timer.stop()
            tell("voice", state.silence or "speaks")
            tell("sounds", state.sounds)
            self._app.runner.do(Command.NEXT)

    @property
    def _is_known(self) -> bool:
        """The voice speaks, or why it does not; or nobody wants one."""
        starting = self._app._sessions.senses.state.silence is Silence.STARTING
        return not (starting and self._app.journal.settings.voice)

    def _shorten(self, events: tuple[Event, ...]) -> None:
        """A hold of ten seconds, and after the first set no more."""
        begun = [e.step for e in events if isinstance(e, StepStarted)]
        if not begun:
            return
        if self._quick or begun[-1].set_no > 1:
            QTimer.singleShot(HELD_MS, self._skip)
        elif begun[-1].kind is StepKind.WORK:
            QTimer.singleShot(0, self._less)

    def _less(self) -> None:
        for _ in range(2):
            self._app.runner.do(Command.LESS)

    def _skip(self) -> None:
        self._app.runner.do(Command.SKIP)

    def _tell_cue(self, cue: Cue) -> None:
        now = f"{time.time() * 1000:.0f}"
        if isinstance(cue, Say):
            tell("said", now, cue.text)
        else:
            tell("chimed", now, cue.sound)

    def _on_ended(self) -> None:
        QTimer.singleShot(AWHILE_MS, self._leave)

    def _leave(self) -> None:
        tell("page", self._app.window.page)
        self._app.show("settings")  # which tries the voice again
        self._timer.timeout.disconnect(self._look)
        self._timer.timeout.connect(self._read)
        self._timer.start()

    def _read(self) -> None:
        """What stands on the page, once it is known how the voice is."""
        from backplan_gui.ui.widgets.label import Label

        if not self._is_known:
            return
        self._timer.stop()
        labels = self._app.window.findChildren(Label)
        tell("told", json.dumps([label.text() for label in labels if label.isVisible()]))
        QCoreApplication.quit()


def main(folder: Path, *changes: str) -> None:
    """One set, heard or not."""
    application = make_application()
    with opened(folder, SystemClock(), "en", heard=True) as app:
        pairs = (c.partition("=") for c in changes if c != "quick")
        chosen = {name: json.loads(value) for name, _, value in pairs}
        app.journal.answer(SafetyGroup.NONE, (), checked=False)
        settings = msgspec.structs.replace(app.journal.settings, questions=False, **chosen)
        app.journal.change_settings(settings)
        app.window.show()
        follower = Follower(app, quick="quick" in changes)
        QTimer.singleShot(0, follower.begin)
        application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
