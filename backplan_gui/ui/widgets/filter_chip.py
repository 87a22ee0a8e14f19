"""Filters as chips beside each other, one of them chosen; in more lines where they must."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ..theme import Theme
from .area import draw_area
from .choice import TARGET, OneOf, Part
from .flow import Flow
from .focus_ring import REACH

HEIGHT, PADDING, GAP = 36, 10, 8
ABOVE = REACH - (TARGET - HEIGHT) // 2
"""What the ring needs above a target; at its sides, it needs all of its reach."""


class _Chip(Part):
    """One filter: filled while it is chosen, else an outline."""

    def sizeHint(self) -> QSize:
        width = self.advance + 2 * self._theme.px(PADDING)
        return QSize(max(TARGET, width), max(TARGET, self._high + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def ring_rect(self) -> QRect:
        """The chip as drawn."""
        above = (self.height() - self._high) // 2
        return self.rect().adjusted(0, above, 0, -above)

    @property
    def ring_radius(self) -> float:
        """Corner radius for the focus ring."""
        return self._high / 2

    @property
    def _high(self) -> int:
        return max(HEIGHT, self._theme.px(HEIGHT * 0.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = self._state()
        rect = QRectF(self.ring_rect)
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1.5)
        painter.setPen(self._theme.colour(ink))
        painter.setFont(self._theme.font("label"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _state(self) -> tuple[str, str, str]:
        """Fill, ink and outline."""
        if self.isChecked():
            return "primary", "onPrimary", "primary"
        if self.isDown():
            return "primaryTint", "ink", "primary"
        if self.underMouse():
            return "primarySoft", "ink", "primary"
        return "surface", "ink2", "lineStrong"


class FilterChips(OneOf):
    """The filters as (value, word)."""

    part = _Chip

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, name, options)
        flow = Flow(*self._parts.values(), gap=GAP, line_gap=0)
        flow.setContentsMargins(REACH, ABOVE, REACH, ABOVE)
        self.setLayout(flow)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        for part in self._parts.values():
            part.updateGeometry()
            part.update()
