"""One row of the seven days: its value, its measures and how it is painted."""

from collections.abc import Sequence
from math import atan2, degrees
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from ...core.schedule import DayState
from ..icons import draw_icon
from ..theme import Theme, tokens
from .label import broken
from .vertebra import draw_cord, draw_disc, draw_vertebra

_GROWTH = 0.25
"""How much of the text's growth the vertebrae take part in."""
_PADDING = 16
_CHEVRON = 18


class SpineRow(NamedTuple):
    """A day as the list shows it; `sentence` is what a screen reader says."""

    number: int
    title: str
    line: str
    state: DayState
    is_today: bool
    sentence: str


class Measures(NamedTuple):
    """Lengths of a row in pixels, at the person's text size."""

    row: int
    left: int
    right: int
    centre: float
    text: float
    scale: float
    """Of the vertebrae."""
    compact: bool
    """The title only."""


def measures(theme: Theme, *, compact: bool) -> Measures:
    """The panel's column (design-system.md sections 1 and 7)."""
    spine = tokens().spine
    growth = 1 + _GROWTH * (max(1.0, theme.scale) - 1)
    if compact:
        return Measures(47, 12, 13, 43 * growth, 76 * growth, 0.85 * growth, compact)
    centre, text = spine.column_centre_x * growth, spine.text_x * growth
    return Measures(60, 16, 17, centre, text, growth, compact)


class RowPainter:
    """Paints rows at given measures; told again whenever they change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.look = measures(theme, compact=False)
        self.width = 0
        self.turned = False
        """One reads from right to left."""
        self.shown = 0
        """The number of the day on show; 0 for none."""

    def height(self, row: SpineRow) -> int:
        """How high a row is: more where its text has to break."""
        lines = len(self._title_lines(row)) + len(self._lines(row))
        return max(self.look.row, lines * self._line_height() + _PADDING)

    def draw(self, painter: QPainter, rows: Sequence[SpineRow], index: int, rect: QRect) -> None:
        """The row of that index into its rectangle, without its ground."""
        painter.save()
        painter.setClipRect(rect)
        centre = self._centre(index, rect)
        open_today = (i for i, row in enumerate(rows) if row.is_today and not _is_done(row))
        today = next(open_today, len(rows))  # a day that is done again parts no cord
        if index > 0:
            above = QRect(rect)
            above.moveBottom(rect.top() - 1)
            above.setTop(above.bottom() + 1 - self.height(rows[index - 1]))
            start = self._centre(index - 1, above)
            self._draw_link(painter, start, centre, rect.top(), done=index <= today)
        if index + 1 < len(rows):
            below = QRect(rect)
            below.moveTop(rect.bottom() + 1)
            below.setHeight(self.height(rows[index + 1]))
            end = self._centre(index + 1, below)
            self._draw_link(painter, centre, end, rect.bottom() + 1, done=index < today)
        row = rows[index]
        tilt = tokens().spine.tilt_degrees[index]
        at_spine(painter, centre, self.look.scale, -tilt if self.turned else tilt)
        draw_vertebra(
            painter,
            self._theme,
            row.number,
            row.state,
            today=row.is_today,
            scale=self.look.scale,
        )
        painter.restore()
        self._draw_text(painter, row, rect)

    def _centre(self, index: int, rect: QRect) -> QPointF:
        x = self.look.centre + tokens().spine.offset_x[index] * self.look.scale
        return QPointF(self.width - x if self.turned else x, rect.top() + rect.height() / 2)

    def _draw_link(
        self, painter: QPainter, start: QPointF, end: QPointF, edge: float, *, done: bool
    ) -> None:
        """Cord and disc between two days; the disc lies across the rows' common edge."""
        share = (edge - start.y()) / (end.y() - start.y())
        draw_link(painter, self._theme, start, end, share, self.look.scale, done=done)

    def _draw_text(self, painter: QPainter, row: SpineRow, rect: QRect) -> None:
        theme, high = self._theme, self._line_height()
        title, lines = self._title_lines(row), self._lines(row)
        top = rect.top() + (rect.height() - high * (len(title) + len(lines))) / 2
        top += 0 if self.look.compact else 1
        painter.setFont(self._title_font(row))
        quiet = row.state is DayState.DONE and row.number != self.shown
        painter.setPen(theme.colour("ink2" if quiet else "ink"))
        for line in title:
            top = self._draw_line(painter, line, top)
        top -= 1
        painter.setFont(self._line_font(row))
        painter.setPen(theme.colour("primary" if row.is_today else "ink3"))
        for line in lines:
            top = self._draw_line(painter, line, top)
        if row.is_today and not self.look.compact:
            side = theme.px(_CHEVRON)
            x = self.width - self.look.right - 12 - side
            icon = self._as_read(QRectF(x, rect.center().y() + 0.5 - side / 2, side, side))
            draw_icon(painter, "chevronRight", theme.colour("primary"), icon)

    def _draw_line(self, painter: QPainter, text: str, top: float) -> float:
        """One line of text; where the next one starts."""
        high = self._line_height()
        rect = QRectF(self.look.text, top, self.width, high)
        painter.drawText(self._as_read(rect), Qt.AlignmentFlag.AlignVCenter, text)
        return top + high

    def _as_read(self, rect: QRectF) -> QRectF:
        if self.turned:
            rect.moveLeft(self.width - rect.right())
        return rect

    def _title_lines(self, row: SpineRow) -> list[str]:
        return broken(row.title, self._title_font(row), self._text_width(row))

    def _lines(self, row: SpineRow) -> list[str]:
        if self.look.compact:
            return []
        # Between two facts rather than inside one, and then with nothing between them.
        facts = row.line.replace(" ", "\u00a0").replace("\u00b7\u00a0", "\u00b7 ")
        lines = broken(facts, self._line_font(row), self._text_width(row))
        return [line.removesuffix("\u00a0\u00b7") for line in lines]

    def _title_font(self, row: SpineRow) -> QFont:
        strong = row.is_today or row.number == self.shown
        return self._theme.font("body", 600 if strong else 400)

    def _line_font(self, row: SpineRow) -> QFont:
        return self._theme.font("small", 600 if row.is_today else 400)

    def _line_height(self) -> int:
        return self._theme.line_height("label")

    def _text_width(self, row: SpineRow) -> int:
        chevron = row.is_today and not self.look.compact
        end = self._theme.px(_CHEVRON) + 16 if chevron else 8
        return round(self.width - self.look.right - self.look.text) - end


def draw_link(
    painter: QPainter,
    theme: Theme,
    start: QPointF,
    end: QPointF,
    share: float,
    scale: float,
    *,
    done: bool,
) -> None:
    """The cord between two days, and their disc at a share of the way, square to it."""
    draw_cord(painter, theme, start, end, done=done, scale=scale)
    way = end - start
    painter.save()
    at_spine(painter, start + way * share, scale, degrees(atan2(way.y(), way.x())) - 90)
    draw_disc(painter, theme, done=done)
    painter.restore()


def at_spine(painter: QPainter, point: QPointF, scale: float, tilt: float) -> None:
    """Move the painter's origin to a point of the column, turned and scaled."""
    painter.translate(point)
    painter.rotate(tilt)
    painter.scale(scale, scale)


def _is_done(row: SpineRow) -> bool:
    return row.state is DayState.DONE
