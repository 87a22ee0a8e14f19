"""The window: the panel with the seven days, a stack of pages, and the keys of all of them.

It knows which page is on show and how much room there is; what a page shows and what
follows from a wish is decided in app.py. It can be shown before it has any page: then it
is the ground they will stand on, which is there long before they are built.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QStackedWidget, QWidget

from .screens import Screens, areas, in_sight, is_lost, screen_around
from .theme import Theme

if TYPE_CHECKING:
    from .widgets.focus_ring import FocusRing

SIZE, SMALLEST = QSize(1120, 760), QSize(880, 600)
COMPACT_WIDTH, COMPACT_HEIGHT = 1040, 700
"""Below either the panel is narrow and pages show rows instead of cards."""
PANEL, PANEL_COMPACT = 296, 232
PANEL_GROWTH = 80
"""How many pixels wider the panel is at twice the text size."""

_PAGE_KEYS = {
    Qt.Key.Key_1: "day",
    Qt.Key.Key_2: "progress",
    Qt.Key.Key_3: "library",
    Qt.Key.Key_Comma: "settings",
}
_TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


def panel_width(theme: Theme, *, compact: bool) -> int:
    """How wide the panel is."""
    width = PANEL_COMPACT if compact else PANEL
    return width + round(PANEL_GROWTH * (max(1.0, theme.scale) - 1))


class MainWindow(QMainWindow):
    """Shows one page at a time, with the panel beside those that are at home."""

    PLACE = "window"
    """Under this key its place is kept."""

    day_asked = Signal(int)
    primary_asked = Signal()
    page_asked = Signal(str)
    keys_asked = Signal()
    undo_asked, close_asked = Signal(), Signal()
    back_asked = Signal()
    woken = Signal()
    """The window has come to the front, perhaps on another day."""
    closing = Signal()
    painted = Signal()
    """The ground is on the screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panel: QWidget | None = None
        self._ring: FocusRing | None = None
        self._pages: dict[str, QWidget] = {}
        self._alone: set[str] = set()
        self._holds: Callable[[], bool] = bool
        self._before: QRect | None = None
        """Where it was before it took all of the screen."""
        self._stack = QStackedWidget()
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)

    def furnish(self, panel: QWidget, bar: QWidget) -> None:
        """The panel beside the pages, and the bar below them."""
        from .widgets.card import Filled, column, row
        from .widgets.focus_ring import FocusRing

        self._panel = panel
        self._ring = FocusRing(self._theme, self)
        Screens(self).changed.connect(self._come_in_sight)
        inside = Filled(self._theme, "paper")
        layout = row(panel)
        layout.addLayout(column(self._stack, bar), 1)
        inside.setLayout(layout)
        self._tell_room(panel)
        self.setCentralWidget(inside)

    @property
    def is_compact(self) -> bool:
        """There is little room."""
        return self.width() < COMPACT_WIDTH or self.height() < COMPACT_HEIGHT

    @property
    def page(self) -> str:
        """The name of the page on show."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    def add_page(self, name: str, page: QWidget, *, alone: bool = False) -> None:
        """Another page; `alone` without the panel."""
        self._pages[name] = page
        if alone:
            self._alone.add(name)
        self._stack.addWidget(page)
        self._tell_room(page)

    def show_page(self, name: str) -> None:
        """Bring a page to the front; where it is new, its first control has the keyboard."""
        page = self._pages[name]
        if self._panel is not None:
            self._panel.setVisible(name not in self._alone)
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)
            getattr(page, "first_focus", page).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """Where the window is, as text to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put(self, place: Any) -> None:
        """Back to a kept place; what is not one, or not on any screen, is passed over.

        A window that was closed in full screen comes back as it was before.
        """
        if isinstance(place, str):
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "replace")))
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def set_full(self, full: bool) -> None:
        """Take all of the screen the window is on, or go back to just where it was."""
        if full == self.isFullScreen():
            return
        if full:
            self._before = self.geometry()
            self.showFullScreen()
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        before, self._before = self._before, None
        if before is not None and not self.isMaximized():
            self.setGeometry(in_sight(before, areas()) if is_lost(before, areas()) else before)

    def set_aside(self, aside: bool) -> None:
        """Out of sight while a smaller window takes its place, and back again."""
        if aside:
            self.hide()
        else:
            self.show()
            self.activateWindow()

    def attend(self) -> None:
        """Come to the front, from wherever it is: minimised, behind others, or set aside."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def ask_before_closing(self, holds: Callable[[], bool]) -> None:
        """The window stays open while that says so, which may ask the person meanwhile."""
        self._holds = holds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if control and key in _PAGE_KEYS:
            self.page_asked.emit(_PAGE_KEYS[key])
        elif control and key == Qt.Key.Key_Z:
            self.undo_asked.emit()
        elif control and key == Qt.Key.Key_Q:
            self.close_asked.emit()
        elif control:
            super().keyPressEvent(event)
        elif event.text() == "?" or key == Qt.Key.Key_F1:
            self.keys_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.text() in tuple("1234567") and self.page == "day":
            self.day_asked.emit(int(event.text()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press_enter()
        elif not self._turn_page(key):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.woken.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        if self._ring is not None and not _is_gone(self.focusWidget()):
            self._ring.wake()
        moved = super().focusNextPrevChild(next)
        focused: QWidget | None = self.focusWidget()
        if moved and focused is not None and self._ring is not None and self._ring.is_awake:
            from .widgets.card import reveal

            reveal(focused)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for page in (self._panel, *self._pages.values()):
            self._tell_room(page)
        for child in self.children():
            place = getattr(child, "place", None)  # a sheet lies over all of it
            if place is not None:
                place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        if self._panel is None:
            width = panel_width(self._theme, compact=self.is_compact)
            left = self.width() - width if self.isRightToLeft() else 0
            painter.fillRect(left, 0, width, self.height(), self._theme.colour("panel"))
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._holds():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _come_in_sight(self) -> None:
        """Screens have changed: onto one that there is, in full screen onto all of it."""
        if not self.isFullScreen():
            if is_lost(self.geometry(), areas()) and not self.isMaximized():
                self.setGeometry(in_sight(self.geometry(), areas()))
        elif self.geometry() != screen_around(self.geometry()):
            before = self._before
            self.set_full(False)
            self.set_full(True)
            self._before = before

    def _press_enter(self) -> None:
        """Enter presses what has the keyboard, else the page's main button."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self.primary_asked.emit()

    def _turn_page(self, key: int) -> bool:
        """Page up and the like are for the page wherever the keyboard is, as in its panel."""
        if key not in _TURNS:
            return False
        from .widgets.card import turn_page

        page = self._stack.currentWidget()
        return page is not None and turn_page(page, key)

    def _tell_room(self, page: QWidget | None) -> None:
        tell = getattr(page, "set_compact", None)
        if tell is not None:
            tell(self.is_compact)


def _is_gone(focused: QWidget | None) -> bool:
    """What has the focus is hidden or rests: then Qt moves it on by itself, and no key was
    pressed.
    """
    return focused is not None and not (focused.isVisible() and focused.isEnabled())
