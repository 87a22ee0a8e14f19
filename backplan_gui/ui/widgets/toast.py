"""What was just changed, said calmly at the bottom of a page, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from ..theme import Theme
from .button import Button, Kind
from .card import Filled, Icon, row
from .label import Label

HELD_MS = 600
"""So long it takes no click: it comes where the button may have been that made the change, and
the second click of two would take it back unseen. A key is pressed on purpose."""
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class UndoBar(Filled):
    """A bar that is there while a change can be undone, or until one leaves the page.

    It never goes by itself. `now` tells steady milliseconds.
    """

    undo_asked = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(theme, "primarySoft", edges=Qt.Edge.TopEdge)
        self._now, self._came = now, 0
        self._text = Label(theme, wrap=True)
        self._undo = Button(theme, self.tr("Undo"), Kind.QUIET, size=44, key=self.tr("Ctrl+Z"))
        self._undo.clicked.connect(self.undo_asked)
        self._undo.installEventFilter(self)
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
        if self.isHidden() or not self.can_undo:
            self._came = self._now()
        self._undo.show()
        self._tell(text)

    def say(self, text: str) -> None:
        """Say what happened where there is nothing to undo."""
        self._undo.hide()
        self._tell(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _CLICKS and self._now() - self._came < HELD_MS

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # seldom, and large

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Nothing can be undone any more."""
        self.hide()
