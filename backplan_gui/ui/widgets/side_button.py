"""A button that can break its words in two, to stay beside others where text is large."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from .area import draw_area
from .button import Button

AIR = 10
"""Above and below two lines of words."""


class SideButton(Button):
    """On one line with its icon and its key, or on two lines without them."""

    _is_stacked = False

    @property
    def is_stacked(self) -> bool:
        """Its words stand on two lines."""
        return self._is_stacked

    def set_stacked(self, stacked: bool) -> None:
        """Words alone, on two lines."""
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            self._restyle()

    def width_for(self, text: str) -> int:
        """How wide it is with this text, which it may have later."""
        metrics = QFontMetricsF(self._theme.font(self._look[0]))
        if not self._is_stacked:
            extra = metrics.horizontalAdvance(text) - metrics.horizontalAdvance(self.text())
            return super().sizeHint().width() + ceil(extra) + 1
        words = max(metrics.horizontalAdvance(line) for line in halved(text, metrics))
        return ceil(words) + 2 * self._look[2] + 2

    def sizeHint(self) -> QSize:
        if not self._is_stacked:
            return super().sizeHint()
        lines = 2 * self._theme.line_height(self._look[0])
        return QSize(self.width_for(self.text()), max(self._size, lines + 2 * AIR))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_stacked:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, radius, _, _ = self._look
        fill, ink, outline, width = self._state()
        draw_area(painter, self._theme, QRectF(self.rect()), radius, fill, outline, width)
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(ink))
        lines = halved(self.text(), QFontMetricsF(self._theme.font(role)))
        high = self._theme.line_height(role)
        top = (self.height() - high * len(lines)) / 2
        for number, line in enumerate(lines):
            row = QRectF(0, top + number * high, self.width(), high)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


def halved(text: str, metrics: QFontMetricsF) -> list[str]:
    """A text on two lines as equally long as its words allow; one word stays one line."""
    words = text.split()
    ways = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if not ways:
        return [text]
    return list(min(ways, key=lambda way: max(map(metrics.horizontalAdvance, way))))
