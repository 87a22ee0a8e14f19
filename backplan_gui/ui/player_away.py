"""Whoever comes back to a session that stood still for long is told where it stands.

Somebody is back when the window or the page comes to the front, when the machine wakes up
again, and when anybody asks the session to go on. They are asked once a return: who has
answered, or done anything else with the session, was here.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.away import AWAY_MS
from ..core.session import Command, Event, Phase, PhaseChanged
from ..runner import SessionRunner
from .away_sheet import AGAIN, END, GO_ON, AwaySheet
from .theme import Theme
from .widgets.sheet import Sheet

COMMANDS = {
    GO_ON: (Command.RESUME,),
    AGAIN: (Command.RESTART, Command.RESUME),
    END: (Command.END,),
}
_BACK = (QEvent.Type.WindowActivate, QEvent.Type.WindowStateChange)


class PlayerAway(QObject):
    """Asks how to go on, over the page."""

    wanted = Signal(object)
    """The Commands that were chosen, in order."""
    told = Signal(str)
    """What is asked, in words, for who does not look."""

    def __init__(
        self, theme: Theme, content: Content, runner: SessionRunner, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme, self._content, self._runner, self._page = theme, content, runner, page
        self._sheet: AwaySheet | None = None
        self._asked_of: object = None
        self._here_at = 0
        """How long the session had stood when the person was here last."""
        self._owed = False
        """They came back while something else was asked."""
        runner.changed.connect(self._on_changed)
        runner.happened.connect(self._on_happened)
        page.installEventFilter(self)

    def note(self) -> None:
        """The person is here, and does something with the session."""
        self._here_at = self._runner.stood_ms

    def holds(self) -> bool:
        """The session is asked to go on. True if it does not yet: the person is asked first.

        Asked once more, as by a key of the desktop, it does go on.
        """
        if self._sheet is not None:
            self._sheet.choose(GO_ON)
            return True
        return self._ask()

    def asks_late(self) -> bool:
        """Another question was answered, and the session is to go on. True if the person was
        away while it was asked: they are told where the session stands instead.
        """
        owed, self._owed = self._owed, False
        return owed and self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is brought to the front, or the window that it is in."""
        if watched is self._page and event.type() is QEvent.Type.Show:
            self._page.window().installEventFilter(self)
            self._come_back()
        elif watched is not self._page and event.type() in _BACK:
            self._come_back()
        return False

    def _come_back(self) -> None:
        """Once all has happened that belongs to it: the page may take the keyboard first."""
        if self._runner.stood_ms > AWAY_MS:
            QTimer.singleShot(0, self, self._on_back)

    def _on_back(self) -> None:
        if self._sheet is not None:
            self._sheet.show_stood(self._runner.stood_ms)
        else:
            self._ask()

    def _on_changed(self) -> None:
        """The session runs, or is another one by now: nothing is to be asked of the old one."""
        session = self._runner.session
        if self._sheet is not None and session is not self._asked_of:
            self._sheet.dismiss()
        if session is None or session.phase is not Phase.PAUSED:
            self._here_at, self._owed = 0, False

    def _on_happened(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, PhaseChanged) and event.suspended for event in events):
            self._come_back()

    def _ask(self) -> bool:
        """Ask, if there is anything to ask and somebody sees it."""
        session, stood = self._runner.session, self._runner.stood_ms
        window = self._page.window()
        if session is None or stood - self._here_at <= AWAY_MS or not self._is_seen(window):
            return False
        if any(not sheet.isHidden() for sheet in window.findChildren(Sheet)):
            self._owed = True
            return False
        self._here_at, self._asked_of = stood, session
        self._sheet = AwaySheet(self._theme, window, session, self._content, stood)
        self._sheet.chosen.connect(self._on_chosen)
        self._sheet.dismissed.connect(self._on_dismissed)
        self.told.emit(self._sheet.spoken)
        return True

    def _is_seen(self, window: QWidget) -> bool:
        """The page is in sight, or the mini player in the place of its window."""
        return window.isHidden() or (self._page.isVisible() and not window.isMinimized())

    def _on_chosen(self, answer: str) -> None:
        self._on_dismissed()
        self.wanted.emit(COMMANDS[answer])

    def _on_dismissed(self) -> None:
        self._sheet = None
        self.note()
