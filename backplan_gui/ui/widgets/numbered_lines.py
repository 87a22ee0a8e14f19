"""Short instructions below each other, numbered, the one to do now marked by its number."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .area import PLAIN
from .label import Label
from .reading import as_read

STEPS = (("cue", 0.4), ("cueMin", 0.4), ("cueMin", 0.2), ("bodyLarge", 0.4), ("bodyLarge", 0.2))
"""Styles to try, each with the gap between two instructions in line heights."""


class Lines(msgspec.Struct, frozen=True):
    """Instructions in order; `current` is the one to do now, None when all are equal."""

    texts: tuple[str, ...] = ()
    numbered: bool = True
    current: int | None = None
    quiet: bool = False
    """They have been said; something else is on now."""


class NumberedLines(QWidget):
    """A list that takes the largest text that fits its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = Lines()
        self._labels: list[Label] = []
        self._badge = 0
        self._role = STEPS[0][0]
        theme.changed.connect(self.update)

    def show_lines(self, lines: Lines) -> None:
        """What to do; the owner fits it to its place afterwards."""
        self._lines = lines
        while len(self._labels) < len(lines.texts):
            label = Label(self._theme, wrap=True, parent=self)
            self._labels.append(label)
        for number, label in enumerate(self._labels):
            label.setText(lines.texts[number] if number < len(lines.texts) else "")
            label.setVisible(number < len(lines.texts))
        self.update()

    def fit(self, width: int, height: int, *, small: bool = False) -> int:
        """Lay the lines out in the largest style that fits; their height, 0 if none does."""
        for role, gap in STEPS[1:] if small else STEPS:
            needed = self._laid_out(width, role, gap)
            if needed <= height:
                return needed
        return 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._badge:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("smallStrong"))
        high = self._theme.line_height(self._role)
        for number, label in enumerate(self._labels[: len(self._lines.texts)]):
            place = as_read(self, QRectF(0, label.y(), self._badge, high))
            self._paint_mark(painter, number, place.center())

    def _laid_out(self, width: int, role: str, share: float) -> int:
        """Place the labels; returns the height they take."""
        lines, self._role = self._lines, role
        marked = len(lines.texts) > 1
        line = self._theme.line_height(role)
        self._badge = min(line, self._theme.px(26)) if marked else 0
        left = self._badge + self._theme.px(14) if marked else 0
        gap = round(line * share)
        top = 0
        for number, label in enumerate(self._labels[: len(lines.texts)]):
            label.set_role(role, self._ink(number))
            high = label.heightForWidth(max(1, width - left))
            label.setGeometry(0 if self.isRightToLeft() else left, top, max(1, width - left), high)
            top += high + gap
        return max(0, top - gap)

    def _ink(self, number: int) -> str:
        lines = self._lines
        if lines.quiet:
            return "ink2"
        return "ink" if lines.current in (None, number) else "ink2"

    def _paint_mark(self, painter: QPainter, number: int, centre: QPointF) -> None:
        """A number in a circle, or a dot; filled for the line to do now."""
        theme, lines = self._theme, self._lines
        now = number == lines.current
        radius = self._badge / 2 - 1 if lines.numbered else 4.0
        painter.setBrush(theme.colour("primary" if now else "surface"))
        outline = "primary" if now or not lines.quiet else "lineStrong"
        painter.setPen(QPen(theme.colour(outline), PLAIN if theme.high_contrast else 1))
        painter.drawEllipse(centre, radius, radius)
        if lines.numbered:
            painter.setPen(theme.colour("onPrimary" if now else "primary"))
            rect = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number + 1))
