"""The focus ring: drawn around whatever has the keyboard, outside its shape.

It is a sibling of the focused widget, so it scrolls and clips with it, and a new one is
made for every widget, so it can go wherever that goes. It sleeps until somebody moves the
focus by keyboard; who only points never meets it.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ..theme import Theme

GAP, WIDTH = 2.0, 2.5
REACH = 5
"""How many pixels around a control the ring needs."""


class FocusRing(QObject):
    """Follows the focus inside a window.

    Widgets may say `ring_radius` and `ring_colour`; those that draw their own focus say
    "" for the colour. Where the drawn shape is smaller than the target, `ring_rect` is the
    shape in the widget's own coordinates.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._ring: _Ring | None = None
        self.is_awake = False
        """Somebody uses the keyboard."""
        self._listener = _Listener(self)

    def wake(self) -> None:
        """The keyboard moves the focus: from now on it shows."""
        self.is_awake = True

    def go_to(self, new: QWidget | None) -> None:
        """Around that one, if it is in the window and the keyboard is in use."""
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
        if new is None or not self.is_awake or new.window() is not self._window:
            return
        if getattr(new, "ring_colour", "focus"):
            self._ring = _Ring(self._theme, new)


class _Listener:
    """Tells a ring where the focus goes.

    No QObject: a window that has the focus when it is let go of loses it with half of its
    children gone, and Qt would look for the slot in one of those.
    """

    def __init__(self, ring: FocusRing) -> None:
        self._ring = ring
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isValid(self._ring):
            self._ring.go_to(new)


class _Ring(QWidget):
    """The ring around one widget."""

    def __init__(self, theme: Theme, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._theme, self._target = theme, target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Go for good, also where the target comes to the front again at once."""
        self._target.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = getattr(self._target, "ring_colour", "focus")
        width = REACH - GAP if self._theme.high_contrast else WIDTH
        painter.setPen(QPen(self._theme.colour(colour), width))
        inset = width / 2
        radius = float(getattr(self._target, "ring_radius", 12)) + GAP + inset
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._follow()
        elif event.type() is QEvent.Type.Hide:
            self.hide()
        return False

    def _follow(self) -> None:
        shape = getattr(self._target, "ring_rect", self._target.rect())
        around = shape.translated(self._target.pos()).adjusted(-REACH, -REACH, REACH, REACH)
        self.setGeometry(around)
        self.raise_()
        self.setVisible(not self._target.isHidden())
