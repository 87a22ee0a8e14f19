"""What was just changed, said calmly at the bottom of a page, with the way back."""

from PySide6.QtCore import Qt, Signal

from ..theme import Theme
from .button import Button, Kind
from .card import Filled, Icon, row
from .label import Label


class UndoBar(Filled):
    """A bar that is there while a change can be undone; it never goes by itself."""

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

    def show_change(self, text: str) -> None:
        """Say what was changed, on screen and to a screen reader."""
        self._text.setText(text)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # seldom, and large

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Nothing can be undone any more."""
        self.hide()
