"""The full screen, offered once: a line that can be pressed, with its key in the middle."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..theme import Theme
from .area import draw_area
from .button import draw_key, key_width, pressable
from .reading import as_read

HIGH, SIDE, GAP = 44, 14, 8
KEY = "F"


class FarOffer(QAbstractButton):
    """The whole sentence where there is room for it, else its two last words and the key."""

    ring_radius = 12.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        whole = self.tr("Far away? Press {} for full screen")
        self._parts = tuple(part.strip() for part in whole.split("{}"))
        self._short = ("", self.tr("Full screen"))
        self.setText(whole.format(KEY))
        pressable(self)
        theme.changed.connect(self._restyle)

    def width_for(self, room: int) -> int:
        """How much of a width it takes."""
        whole = self._advance(self._parts)
        return ceil(whole if whole <= room else min(room, self._advance(self._short)))

    def sizeHint(self) -> QSize:
        return QSize(ceil(self._advance(self._parts)), max(HIGH, self._theme.px(36)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, QRectF(self.rect()), self.ring_radius, fill)
        parts = self._parts if self._advance(self._parts) <= self.width() else self._short
        ink = self._theme.colour("ink2")
        painter.setFont(self._theme.font("body"))
        painter.setPen(ink)
        left, key = float(SIDE), key_width(self._theme, KEY)
        for number, part in enumerate(parts):
            wide = self._width(part)
            text = QRectF(left, 0, wide + 1, self.height())
            painter.drawText(as_read(self, text), Qt.AlignmentFlag.AlignVCenter, part)
            left += wide + (GAP if part else 0)
            if number == 0:
                cap = as_read(self, QRectF(left, 0, key, self.height()))
                draw_key(painter, self._theme, KEY, cap.center(), ink)
                painter.setFont(self._theme.font("body"))
                left += key + GAP

    def _advance(self, parts: tuple[str, ...]) -> float:
        gaps = GAP * sum(1 for part in parts if part)
        words = sum(self._width(part) for part in parts)
        return 2 * SIDE + words + gaps + key_width(self._theme, KEY) + 1

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._theme.font("body")).horizontalAdvance(text)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
