"""The keys of the player, and the wishes they stand for.

One event filter on the application, because a shortcut would take Space and Enter away from
a focused control, and a page's own key events come too late: arrows would move the focus.
Letters and arrows are always ours; Space and Enter only unless a control other than Pause
has the keyboard.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from .widgets.sheet import Sheet


class Wish(StrEnum):
    """What a person may want while a session is on."""

    PAUSE = "pause"
    """Pause, or go on."""
    PLAY = "play"
    """Go on or begin; what runs already runs on."""
    HALT = "halt"
    """Pause; what is paused stays so."""
    MAIN = "main"
    """What the large button says."""
    BACK = "back"
    LESS = "less"
    MORE = "more"
    SKIP = "skip"
    EASIER = "easier"
    WAYS = "ways"
    """Another version of the exercise."""
    PAIN = "pain"
    RESTART = "restart"
    TIME = "time"
    AGAIN = "again"
    """Say the last sentence again."""
    QUIET = "quiet"
    """Neither voice nor sound until this session ends, or both again."""
    END = "end"
    KEYS = "keys"
    UP = "up"
    """See what is above, where large text does not fit the window."""
    DOWN = "down"
    FULL = "full"
    """All of the screen, or back."""
    MINI = "mini"
    """The small window, or back."""


_KEYS = {
    Qt.Key.Key_Space: Wish.PAUSE,
    Qt.Key.Key_Return: Wish.MAIN,
    Qt.Key.Key_Enter: Wish.MAIN,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_Up: Wish.MORE,
    Qt.Key.Key_Down: Wish.LESS,
    Qt.Key.Key_E: Wish.EASIER,
    Qt.Key.Key_V: Wish.WAYS,
    Qt.Key.Key_P: Wish.PAIN,
    Qt.Key.Key_Backspace: Wish.RESTART,
    Qt.Key.Key_T: Wish.TIME,
    Qt.Key.Key_R: Wish.AGAIN,
    Qt.Key.Key_M: Wish.QUIET,
    Qt.Key.Key_Escape: Wish.END,
    Qt.Key.Key_F: Wish.FULL,
    Qt.Key.Key_C: Wish.MINI,
    Qt.Key.Key_MediaTogglePlayPause: Wish.PAUSE,
    Qt.Key.Key_MediaPlay: Wish.PLAY,
    Qt.Key.Key_MediaPause: Wish.HALT,
    Qt.Key.Key_MediaStop: Wish.HALT,
    Qt.Key.Key_MediaNext: Wish.SKIP,
    Qt.Key.Key_MediaPrevious: Wish.BACK,
    Qt.Key.Key_PageUp: Wish.UP,
    Qt.Key.Key_PageDown: Wish.DOWN,
}
_SHARED = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""These belong to a focused control first."""
_REPEATING = (Wish.LESS, Wish.MORE, Wish.UP, Wish.DOWN)
_OURS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class PlayerKeys(QObject):
    """Turns keys into wishes while it listens."""

    wished = Signal(object)

    def __init__(self, page: QWidget, pause: QAbstractButton) -> None:
        super().__init__(page)
        self._page, self._pauses = page, {pause}
        self._listening = False
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._stop)

    def add_pause(self, pause: QAbstractButton) -> None:
        """Another button that Space and Enter need not press: it means what they mean."""
        self._pauses.add(pause)

    def listen(self, listening: bool) -> None:
        """Whether keys are the player's: while it is on show."""
        application = QCoreApplication.instance()
        if application is None or listening == self._listening:
            return
        self._listening = listening
        if listening:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _stop(self) -> None:
        """A filter of ours must not outlive the event loop."""
        self.listen(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        wish = _wish(event)
        if wish is None or not self._is_ours(watched, Qt.Key(event.key())):
            return False
        if not event.isAutoRepeat() or wish in _REPEATING:
            self.wished.emit(wish)
        return True

    def _is_ours(self, watched: QObject, key: Qt.Key) -> bool:
        window = self._page.window()
        inside = isinstance(watched, QWidget) and watched.window() is window
        if not inside and watched is not window.windowHandle():
            return False
        if any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
            return False
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        focused = window.focusWidget()
        elsewhere = isinstance(focused, QAbstractButton) and focused not in self._pauses
        return not (key in _SHARED and elsewhere)


def _wish(event: QKeyEvent) -> Wish | None:
    if event.modifiers() & ~_OURS:
        return None
    if event.text() == "?":
        return Wish.KEYS
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
