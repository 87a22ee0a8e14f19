"""A round button with its name and its key below it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .button import RoundButton, draw_key, key_width
from .focus_ring import REACH


class RoundControl(QWidget):
    """A round button with its name and key below; the name is the button's own."""

    def __init__(self, theme: Theme, button: RoundButton, caption: str, key: str) -> None:
        super().__init__()
        self._theme, self.button = theme, button
        self._caption, self._key = caption, key
        self._names = [caption]
        self._with_key = True
        button.setParent(self)

    def reserve(self, caption: str) -> None:
        """There is room for this name too, so that nothing moves when it comes."""
        self._names.append(caption)

    def set_caption(self, caption: str) -> None:
        """Another name under the button, for which room was reserved."""
        if caption != self._caption:
            self._caption = caption
            self.update()

    def set_key_shown(self, shown: bool) -> None:
        """With or without the key cap."""
        self._with_key = shown
        self.update()

    def caption_width(self, with_key: bool) -> float:
        """How wide the words under the button can be."""
        return max(self._width_of(name, with_key=with_key) for name in self._names)

    def place(self, centre: float, width: float, middle: float, caption: float) -> None:
        """Lie around `centre` with the button's and the caption's middle at these heights."""
        size = self.button.sizeHint().width()
        width = max(width, size + 2 * REACH, self.caption_width(self._with_key) + 4)
        high = self._theme.px(22)
        self.setGeometry(QRect(
            round(centre - width / 2), 0, round(width), round(caption + high / 2) + 2
        ))  # fmt: skip
        corner = round(middle - size / 2)
        self.button.setGeometry(round((width - size) / 2), corner, size, size)
        self._caption_middle = caption

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._width_of(self._caption, with_key=self._with_key)
        name = self._width_of(self._caption, with_key=False)
        left = (self.width() - wide) / 2
        enabled = self.button.isEnabled()
        ink = self._theme.colour("ink2" if enabled else "disabledInk")
        painter.setFont(self._theme.font("smallStrong"))
        painter.setPen(ink)
        high = self._theme.px(22)
        rect = QRectF(left, self._caption_middle - high / 2, name + 2, high)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._caption)
        if self._with_key:
            centre = left + wide - key_width(self._theme, self._key) / 2
            draw_key(painter, self._theme, self._key, QPointF(centre, self._caption_middle), ink)

    def _width_of(self, name: str, *, with_key: bool) -> float:
        wide = QFontMetricsF(self._theme.font("smallStrong")).horizontalAdvance(name)
        return wide + 6 + key_width(self._theme, self._key) if with_key else wide
