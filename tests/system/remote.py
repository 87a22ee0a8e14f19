"""The session as a player, in a process of its own; run by tests, told by lines.

A line is `["show", title, artist, playing, length_ms, position_ms]`, `["hide"]` or
`["hide when asked"]`. Each is answered, and what is wished for comes out.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Slot

from backplan_gui.services.media_keys import Remote
from tests.system.lines import Lines, say


class Session(QObject):
    """Shows what it is told to, and says what is asked of it."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._remote = Remote()
        self._hides = False
        lines.told.connect(self.do)
        self._remote.play_asked.connect(self.play)
        self._remote.pause_asked.connect(self.pause)
        self._remote.play_pause_asked.connect(self.play_pause)
        self._remote.next_asked.connect(self.next)
        self._remote.previous_asked.connect(self.previous)
        self._remote.stop_asked.connect(self.stop)
        self._remote.raise_asked.connect(self.come)

    @Slot(list)
    def do(self, told: list[object]) -> None:
        match told:
            case ["show", str(title), str(artist), bool(playing), int(length), int(position)]:
                self._remote.show(title, artist, playing, length, position)
            case ["hide"]:
                self._remote.hide()
            case ["hide when asked"]:
                self._hides = True
        say("done", str(told[0]))

    @Slot()
    def play(self) -> None:
        say("play")

    @Slot()
    def pause(self) -> None:
        say("pause")

    @Slot()
    def play_pause(self) -> None:
        say("play or pause")

    @Slot()
    def next(self) -> None:
        say("next")

    @Slot()
    def previous(self) -> None:
        say("previous")

    @Slot()
    def stop(self) -> None:
        if self._hides:
            self._remote.hide()
        say("stop")

    @Slot()
    def come(self) -> None:
        say("raise")


if __name__ == "__main__":
    app = QCoreApplication(sys.argv)
    lines = Lines(app)
    session = Session(lines)
    sys.exit(app.exec())
