"""What everything that meets the person is given, and how a refusal is said to them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from .content import Content
from .journal import Journal
from .store.errors import StoreError
from .ui.main_window import MainWindow
from .ui.theme import Theme

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

    def __init__(self, theme: Theme, window: MainWindow, folder: Path) -> None:
        super().__init__()
        self._theme, self._window, self._folder = theme, window, folder

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do it; if the record refuses, say why and change nothing."""
        try:
            act()
        except StoreError as error:
            self._say(self.tr("That could not be kept."), str(error))
            return False
        return True

    def say_ours(self) -> None:
        """Tell that something of ours broke: once, plainly, and where to look."""
        text = self.tr("What you did is saved. Details are in the log in {}.")
        self._say(self.tr("Something in Backplan went wrong."), text.format(self._folder))

    def _say(self, title: str, text: str) -> None:
        from .ui.widgets.sheet import Sheet

        Sheet(self._theme, self._window, title, text, back=self.tr("Close"))
