"""A field to search with: a magnifying glass before the text, a cross behind it to clear it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent

from ..icons import draw_icon
from ..theme import Theme
from .button import IconButton
from .field import PADDING, Field
from .reading import as_read, margins_as_read, put

HEIGHT, ICON, GAP = 44, 18, 11


class _Clear(IconButton):
    """Lies inside the field, so its ring has to."""

    ring_radius = 7.0

    @property
    def ring_rect(self) -> QRect:
        """Small enough for the ring around it."""
        return self.rect().adjusted(8, 8, -8, -8)


class SearchField(Field):
    """What is looked for is its text; `list_asked` when the arrow leads to what was found."""

    list_asked = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str) -> None:
        super().__init__(theme, name, placeholder)
        self._clear = _Clear(theme, self.tr("Clear the search"), "close")
        self._clear.setParent(self)
        self._clear.clicked.connect(self._on_clear)
        self.textChanged.connect(self._on_text)
        self._on_text("")
        theme.changed.connect(self._place)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), max(HEIGHT, self._theme.px(36)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(ICON)
        top = (self.height() - side) / 2
        ink = self._theme.colour("ink2")
        square = as_read(self, QRectF(PADDING, top, side, side))
        draw_icon(painter, "search", ink, square)

    def _on_clear(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._place()

    def _place(self) -> None:
        """The text between the two icons."""
        clear = self._clear
        left = PADDING + self._theme.px(ICON) + GAP
        right = 0 if clear.isHidden() else clear.width()
        self.setTextMargins(*margins_as_read(left, 0, right, 0))
        top = (self.height() - clear.height()) // 2
        put(clear, self.width() - clear.width(), top, clear.width(), clear.height())
