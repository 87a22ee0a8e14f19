"""What everything that meets the person is given, and how a refusal is said to them.

And what a refusal means for the end: the window does not close on a set that is nowhere but
in memory before the person has said that it may.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from . import words
from .content import Content
from .core.session import Command
from .journal import Journal
from .runner import SessionRunner
from .store.errors import StoreError
from .ui.main_window import MainWindow
from .ui.theme import Theme

if TYPE_CHECKING:
    from .ui.widgets.sheet import Sheet

AGAIN, LEAVE = "again", "leave"

Attempt = Callable[[Callable[[], object]], bool]
"""Does something with the record; False, after saying why, if the record refused."""


class Front(NamedTuple):
    """The window and how it looks, what there is to show in it, and the record behind it."""

    theme: Theme
    content: Content
    journal: Journal
    window: MainWindow
    attempt: Attempt


class Faults(QObject):
    """Says what went wrong, over whatever is on show."""

    def __init__(
        self, theme: Theme, window: MainWindow, folder: Path, runner: SessionRunner
    ) -> None:
        super().__init__()
        self._theme, self._window, self._folder, self._runner = theme, window, folder, runner
        self._told = False

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do it; if the record refuses, say why and change nothing."""
        try:
            act()
        except StoreError as error:
            self._say(self.tr("That could not be kept."), str(error))
            return False
        return True

    def tell(self) -> None:
        """Something of ours broke: told once, for the log has the rest; and soon, for this may
        be in the middle of painting, or of what a session does.
        """
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._pause_and_say)

    def _pause_and_say(self) -> None:
        """Nothing is counted behind what has to be read."""
        try:
            self._runner.do(Command.PAUSE)
        finally:
            self.say_ours()

    def say_ours(self) -> None:
        """Tell that something of ours broke: once, plainly, and where to look."""
        saved = self.tr("What you did is saved.")
        if self._runner.troubled:
            saved = words.unsaved(self._runner.unsaved) + " " + self.tr("Backplan keeps trying.")
        text = saved + " " + self.tr("Details are in the log in {}.").format(self._folder)
        self._say(self.tr("Something in Backplan went wrong."), text)

    def _say(self, title: str, text: str) -> None:
        from .ui.widgets.sheet import Sheet

        Sheet(self._theme, self._window, title, text, back=self.tr("Close"))


class Closing(QObject):
    """Asks before the window closes on what could not be saved yet."""

    def __init__(self, theme: Theme, window: MainWindow, runner: SessionRunner) -> None:
        super().__init__()
        self._theme, self._window, self._runner = theme, window, runner
        self._asking: Sheet | None = None
        self._leaves = False
        window.ask_before_closing(self._holds)
        # Later: the runner is in the middle of saving, and closing takes the session from it.
        runner.trouble.connect(self._on_trouble, Qt.ConnectionType.QueuedConnection)

    def _holds(self) -> bool:
        """Something would be lost. A window that is hidden closes with the app."""
        if self._leaves or not self._window.isVisible():
            return False
        self._runner.do(Command.PAUSE)  # which tries to save once more
        if not self._runner.troubled:
            return False
        if self._asking is None:
            self._ask()
        return True

    def _ask(self) -> None:
        from .ui.widgets.sheet import Option, Sheet

        again = self.tr("Try again"), self.tr("Once there is room, or the disk is back.")
        leave = self.tr("Close without it"), self.tr("What was saved before stays.")
        title = words.unsaved(self._runner.unsaved)
        text = self._runner.troubled + " " + self.tr("Backplan closes as soon as it is saved.")
        options = Option(AGAIN, "repeat", *again), Option(LEAVE, "close", *leave)
        self._asking = Sheet(
            self._theme, self._window, title, text, options, back=self.tr("Stay here")
        )
        self._asking.chosen.connect(self._on_chosen)
        self._asking.dismissed.connect(self._forget)

    def _on_chosen(self, answer: str) -> None:
        self._forget()
        self._leaves = answer == LEAVE
        self._window.close()

    def _on_trouble(self, said: str) -> None:
        """It is saved after all, while that was being asked."""
        if not said and self._asking is not None:
            self._asking.dismiss()
            self._window.close()

    def _forget(self) -> None:
        self._asking = None
