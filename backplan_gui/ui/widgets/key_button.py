"""A key cap with what the key does beside it, which can be pressed as well."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..theme import Theme, sized_font
from .area import draw_area
from .button import pressable
from .reading import as_read

PX, TARGET = 13.0, 44
REACH_X = 8
"""How far the target goes beyond what is drawn, to the left and to the right."""


class KeyButton(QAbstractButton):
    """Drawn as large as its owner says; `ink` names the colour of its words."""

    ring_radius = 12.0

    def __init__(
        self, theme: Theme, key: str, ink: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._key, self._ink = theme, key, ink
        self._px, self._type = PX, sized_font("label", PX)
        pressable(self)
        theme.changed.connect(self.update)

    @property
    def ring_colour(self) -> str:
        """Token of the focus ring."""
        return "caution" if self._ink == "caution" else "focus"

    def set_px(self, px: float) -> None:
        """How large the words are; everything else follows from it."""
        if px != self._px:
            self._px, self._type = px, sized_font("label", px)
            self.updateGeometry()
            self.update()

    def show_key(self, key: str, text: str, name: str = "") -> None:
        """What is pressed, and what it does; `name` is for who does not see the rest."""
        if (key, text) != (self._key, self.text()):
            self._key = key
            self.setText(text)
            self.setAccessibleName(name or text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_for((self.text(),)), max(TARGET, round(2.3 * self._px)))

    def width_for(self, texts: Iterable[str]) -> int:
        """How wide it is with the widest of several words."""
        widest = max(self._width(text) for text in texts)
        return ceil(self._cap() + self._gap() + widest) + 2 * REACH_X

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (self.underMouse() or self.isDown()) and self.isEnabled():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, QRectF(self.rect()), self.ring_radius, fill)
        ink = self._theme.colour(self._ink if self.isEnabled() else "disabledInk")
        edge = "lineStrong" if self._ink == "ink2" else self._ink
        outline = self._theme.colour(edge if self.isEnabled() else "disabledInk")
        high = 2 * self._px
        stroke = max(1.0, self._px / 13)
        cap = QRectF(REACH_X, (self.height() - high) / 2, self._cap(), high)
        painter.setPen(QPen(outline, stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = stroke / 2
        corner = self._px * 6 / 13
        drawn = as_read(self, cap)
        painter.drawRoundedRect(drawn.adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.setPen(ink)
        painter.setFont(self._type)
        painter.drawText(drawn, Qt.AlignmentFlag.AlignCenter, self._key)
        words = QRectF(cap.right() + self._gap(), 0, self.width(), self.height())
        painter.drawText(as_read(self, words), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _cap(self) -> float:
        """How wide the cap is: never narrower than high."""
        return max(2 * self._px, self._width(self._key) + 1.4 * self._px)

    def _gap(self) -> float:
        return 0.58 * self._px

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._type).horizontalAdvance(text)
