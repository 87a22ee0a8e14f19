"""The mini window in the place of the large one: of the two, one is always in sight.

Whatever brings the large window back, whether a key, the end of the session or a question
that somebody else asks there, takes the mini window away.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from .mini_window import MiniWindow
from .player_keys import PlayerKeys
from .player_view import Shown
from .screens import Screens, area_around
from .theme import Theme
from .widgets.sheet import Sheet


class MiniPlayer(QObject):
    """Opens the mini window and takes it away."""

    wished = Signal(object)
    aside_asked = Signal(bool)
    """The large window should step aside, or come back."""
    opened = Signal()
    closed = Signal()
    placed = Signal(object)
    """Where the person has put it, to be kept."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._window: MiniWindow | None = None
        self._large: QWidget | None = None
        self._place: Any = None

    @property
    def window(self) -> MiniWindow | None:
        """The mini window while it is open."""
        return self._window if self.is_open else None

    @property
    def is_open(self) -> bool:
        """It is in sight, and the large window is not."""
        return self._large is not None

    def put(self, place: Any) -> None:
        """Where it was kept to be."""
        self._place = place

    def open(self) -> None:
        """In the place of the large window."""
        large, mini = self._page.window(), self._built()
        mini.put(self._place, area_around(large.frameGeometry()))
        self._large = large
        large.installEventFilter(self)
        mini.show()
        mini.activateWindow()
        mini.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keys.listen(True)
        self.opened.emit()
        self.aside_asked.emit(True)

    def leave(self) -> None:
        """Back to the large window."""
        if self.is_open:
            self.aside_asked.emit(False)
            self.close()

    def close(self) -> None:
        """The large window is in sight again, or everything ends."""
        if self._large is None or self._window is None:
            return
        self._large.removeEventFilter(self)
        self._large = None
        self._keys.listen(False)
        if self._window.place is not None:
            self._place = self._window.place
            self.placed.emit(self._place)
        self._window.hide()
        self.closed.emit()

    def show_player(self, shown: Shown) -> None:
        """Show this moment."""
        if self._window is not None:
            self._window.show_player(shown)

    def say(self, text: str) -> None:
        """What was refused or asked for, or with "" nothing."""
        if self._window is not None:
            self._window.say(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What happens to the large window meanwhile."""
        match event.type():
            case QEvent.Type.Show | QEvent.Type.Close:
                self.close()
            case QEvent.Type.ChildAdded:
                QTimer.singleShot(0, self, self._answer)
            case _:
                pass
        return False

    def _answer(self) -> None:
        """Something is asked in the large window, where nobody sees it."""
        sheets = self._large.findChildren(Sheet) if self._large is not None else []
        if any(not sheet.isHidden() for sheet in sheets):
            self.leave()

    def _built(self) -> MiniWindow:
        if self._window is None:
            self._window = MiniWindow(self._theme)
            self._window.wished.connect(self.wished)
            self._keys = PlayerKeys(self._window, self._window.pause)
            self._keys.wished.connect(self.wished)
            self._screens = Screens(self)
            self._screens.changed.connect(self._on_screens)
        return self._window

    def _on_screens(self) -> None:
        if self._window is not None and self.is_open:
            self._window.come_in_sight()
