"""What was just changed, said calmly at the bottom of a page, with the way back."""

from PySide6.QtCore import Qt, Signal

from ..theme import Theme
from .button import Button, Kind
from .card import Filled, Icon, row
from .label import Label


class UndoBar(Filled):
    """A bar that is there while a change can be undone, or until one leaves the page.

    It never goes by itself.
    """

    undo_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "primarySoft", edges=Qt.Edge.TopEdge)
        self._text = Label(theme, wrap=True)
        self._undo = Button(theme, self.tr("Undo"), Kind.QUIET, size=44, key=self.tr("Ctrl+Z"))
        self._undo.clicked.connect(self.undo_asked)
        layout = row(Icon(theme, "check", size=20), self._text, self._undo, gap=12)
        layout.setContentsMargins(32, 8, 14, 8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """What it says can be taken back there."""
        return not self._undo.isHidden()

    def show_change(self, text: str) -> None:
        """Say what was changed, on screen and to a screen reader."""
        self._undo.show()
        self._tell(text)

    def say(self, text: str) -> None:
        """Say what happened where there is nothing to undo."""
        self._undo.hide()
        self._tell(text)

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # seldom, and large

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Nothing can be undone any more."""
        self.hide()
