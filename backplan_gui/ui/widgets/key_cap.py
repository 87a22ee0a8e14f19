"""The name of a key, drawn as the key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from ..theme import Theme
from .button import draw_key, key_width
from .label import Label
from .reading import as_read


class KeyCap(Label):
    """A key's name in its cap; a text to screen readers, nothing to press."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, key, "key", "ink2")

    def sizeHint(self) -> QSize:
        width = round(key_width(self._theme, self.text())) + 2
        return QSize(width, self._theme.px(20) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = as_read(self, QRectF(1, 0, key_width(self._theme, self.text()), self.height()))
        draw_key(painter, self._theme, self.text(), cap.center(), self._theme.colour(self._ink))
