"""Ways on from an answer about pain, each a radio button of its own; see pain_offer.py."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from .theme import Theme
from .widgets.area import draw_area
from .widgets.choice import OneOf, Part
from .widgets.flow import Flow
from .widgets.focus_ring import REACH
from .widgets.reading import as_read

_HEIGHT, _DOT, _PADDING = 48, 20, 16


class _Way(Part):
    """One way on: a radio button in an outline, or without one where it is the quiet one."""

    ring_radius = 14.0
    is_quiet = False

    def sizeHint(self) -> QSize:
        dot = self._theme.px(_DOT)
        return QSize(self.advance + dot + 10 + 2 * _PADDING, max(_HEIGHT, self._theme.px(40)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = self._state()
        width = 2 if self.isChecked() else 1.5
        draw_area(painter, self._theme, QRectF(self.rect()), self.ring_radius, fill, outline, width)
        self._draw_dot(painter)
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.colour(ink))
        words = QRectF(self.rect()).adjusted(_PADDING + self._theme.px(_DOT) + 10, 0, 0, 0)
        painter.drawText(as_read(self, words), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _state(self) -> tuple[str, str, str]:
        """Fill, ink and outline."""
        ink = "primary" if self.is_quiet else "ink"
        if self.isChecked():
            return "primarySoft", ink, "primary"
        if self.isDown() or self.underMouse():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            return fill, ink, "" if self.is_quiet else "primary"
        return ("", ink, "") if self.is_quiet else ("surface", ink, "lineStrong")

    def _draw_dot(self, painter: QPainter) -> None:
        radius = self._theme.px(_DOT) / 2
        dot = QRectF(_PADDING, self.height() / 2 - radius, 2 * radius, 2 * radius)
        centre = as_read(self, dot).center()
        colour = self._theme.colour("primary" if self.isChecked() else "lineStrong")
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius - 0.75, radius - 0.75)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)


class Ways(OneOf):
    """More ways than two, in as many lines as they need; the last one is quiet."""

    part = _Way

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, name, options)
        parts = list(self._parts.values())
        if len(parts) > 2 and isinstance(parts[-1], _Way):
            parts[-1].is_quiet = True
        self.setLayout(Flow(*parts, gap=8, line_gap=8))
        self.set_air(12)
        theme.changed.connect(self._restyle)

    def set_air(self, above: int) -> None:
        """How far below the words they stand."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(REACH, above, REACH, REACH)

    def _restyle(self) -> None:
        for part in self._parts.values():
            part.updateGeometry()
            part.update()
