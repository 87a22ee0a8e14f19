"""Pain before and after, drawn: a ring and a dot for each session, joined, with their numbers.

The ring is before and the dot is after wherever they stand, so that nothing rests on colour;
a rise looks as a fall does (content/safety.md 2.2). Where everything stands is found by
`placed`, which knows no painter.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...core.history import ChartColumn
from ..theme import Theme
from .area import draw_area
from .met_as import chart, met_as

WORST, GRID = 10, 2
HIGH, LEAST_HIGH = 172, 140
"""From 0 to 10, at 100 %."""
ABOVE, BELOW = 24, 30
"""Room for the number over a 10, and for the names of the columns."""
BESIDE, MORE = 22, 0.5
"""How far apart several sessions of one column stand at most, and how much wider each makes it."""
CLEAR = 4
"""Between two names below the plot."""
RADIUS, AROUND, INSIDE = 6.5, 8.5, 4.5
"""Of a mark; and where both numbers are the same, of the ring around the dot, and of the dot."""


class ColumnSaid(NamedTuple):
    """The name of a column, the same in little room, and what it holds in words."""

    name: str
    short: str
    sentence: str


class Mark(NamedTuple):
    """One session in the plot: its numbers and where they stand."""

    x: float
    before: int | None
    after: int | None
    before_y: float
    after_y: float


def spans(columns: Sequence[ChartColumn], plot: QRectF) -> tuple[QRectF, ...]:
    """The part of the plot that each column has: more where several sessions share one."""
    shares = [1 + MORE * max(0, len(one.points) - 1) for one in columns]
    unit = plot.width() / max(1.0, sum(shares))
    return tuple(
        QRectF(plot.left() + unit * sum(shares[:n]), plot.top(), unit * share, plot.height())
        for n, share in enumerate(shares)
    )


def placed(columns: Sequence[ChartColumn], plot: QRectF, beside: float) -> tuple[Mark, ...]:
    """Every session in its column, 0 at the foot of the plot and 10 at its top."""

    def height(number: int | None) -> float:
        return plot.bottom() - plot.height() * (number or 0) / WORST

    marks = []
    for one, span in zip(columns, spans(columns, plot), strict=True):
        apart = min(beside, span.width() / max(1, len(one.points)))
        for number, point in enumerate(one.points):
            x = span.center().x() + (number - (len(one.points) - 1) / 2) * apart
            before, after = height(point.before), height(point.after)
            marks.append(Mark(x, point.before, point.after, before, after))
    return tuple(marks)


def step(widths: Sequence[float], spans: Sequence[QRectF]) -> int:
    """Every how many columns there is room for a name of that width, the last one named."""
    for every in range(1, len(widths)):
        named = list(range(len(widths) - 1, -1, -every))
        pairs = pairwise(named)
        if all(
            (widths[n] + widths[m]) / 2 + CLEAR <= spans[n].center().x() - spans[m].center().x()
            for n, m in pairs
        ):
            return every
    return max(1, len(widths))


class PainPlot(QWidget):
    """The numbers of some sessions between 0 and 10."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        met_as(PainPlot, chart)
        self._theme = theme
        self._columns: tuple[ChartColumn, ...] = ()
        self._said: tuple[ColumnSaid, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)

    def show_columns(self, columns: tuple[ChartColumn, ...], said: tuple[ColumnSaid, ...]) -> None:
        """Other numbers, and what is said of each column."""
        self._columns, self._said = columns, said
        self.setAccessibleDescription(" ".join(one.sentence for one in said if one.sentence))
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is drawn now."""
        return placed(self._columns, self._plot, self._theme.px(BESIDE))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(340), self._high(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._high(LEAST_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time goes this way everywhere
        self._draw_next(painter)
        self._draw_grid(painter)
        self._draw_names(painter)
        for mark in self.marks:
            self._draw_mark(painter, mark)
            self._draw_numbers(painter, mark)

    @property
    def _plot(self) -> QRectF:
        theme = self._theme
        left = QFontMetricsF(theme.font("small")).horizontalAdvance(str(WORST)) + theme.px(12)
        return QRectF(self.rect()).adjusted(left, theme.px(ABOVE), 0, -theme.px(BELOW))

    def _high(self, plot: int) -> int:
        return self._theme.px(plot + ABOVE + BELOW)

    @property
    def _spans(self) -> tuple[QRectF, ...]:
        return spans(self._columns, self._plot)

    def _draw_next(self, painter: QPainter) -> None:
        """The day that comes next stands in a light of its own."""
        for one, span in zip(self._columns, self._spans, strict=True):
            if one.is_next:
                rect = span.adjusted(0, -6, 0, 6)
                draw_area(painter, self._theme, rect, 12, "primarySoft")

    def _draw_grid(self, painter: QPainter) -> None:
        plot, high = self._plot, self._theme.line_height("small")
        painter.setFont(self._theme.font("small"))
        for number in range(0, WORST + 1, GRID):
            y = plot.bottom() - plot.height() * number / WORST
            painter.setPen(QPen(self._theme.colour("chartGrid"), 1.2))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.colour("ink2"))
            rect = QRectF(0, y - high / 2, plot.left() - self._theme.px(10), high)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, align, str(number))

    def _draw_names(self, painter: QPainter) -> None:
        """Below the columns, all in full, or short, or as many as there is room for."""
        names, every = self._names()
        top, high = self._plot.bottom() + self._theme.px(BELOW), self._theme.line_height("small")
        for place in range(len(names) - 1, -1, -every):
            is_next = self._columns[place].is_next
            painter.setFont(self._theme.font("smallStrong" if is_next else "small"))
            painter.setPen(self._theme.colour("primary" if is_next else "ink2"))
            wide = painter.fontMetrics().horizontalAdvance(names[place]) + 2
            left = min(self._spans[place].center().x() - wide / 2, self.width() - wide)
            rect = QRectF(left, top - high, wide, high)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, names[place])

    def _names(self) -> tuple[list[str], int]:
        """What stands below the columns, and below every how many of them."""
        advance = QFontMetricsF(self._theme.font("small")).horizontalAdvance
        names = [one.name for one in self._said]
        every = step([advance(name) for name in names], self._spans)
        if every > 1:
            names = [one.short for one in self._said]
            every = step([advance(name) for name in names], self._spans)
        return names, every

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        theme, same = self._theme, mark.before == mark.after
        before, after = QPointF(mark.x, mark.before_y), QPointF(mark.x, mark.after_y)
        if mark.before is not None and mark.after is not None and not same:
            painter.setPen(QPen(theme.colour("ink3"), 2.5))
            painter.drawLine(before, after)
        if mark.before is not None:
            draw_ring(painter, theme, before, self._grown(AROUND if same else RADIUS))
        if mark.after is not None:
            draw_dot(painter, theme, after, self._grown(INSIDE if same else RADIUS + 0.5))

    def _draw_numbers(self, painter: QPainter, mark: Mark) -> None:
        """The higher one over its mark, the lower one under it; one alone over it."""
        painter.setFont(self._theme.font("smallStrong"))
        rises = mark.before is not None and mark.after is not None and mark.after > mark.before
        alone = mark.before is None
        self._draw_number(painter, mark.before, mark.x, mark.before_y, "caution", over=not rises)
        over = rises or alone
        self._draw_number(painter, mark.after, mark.x, mark.after_y, "primary", over=over)

    def _draw_number(
        self, painter: QPainter, number: int | None, x: float, y: float, ink: str, *, over: bool
    ) -> None:
        if number is None:
            return
        high, away = self._theme.line_height("small"), self._grown(AROUND) + 1
        rect = QRectF(x - 30, 0, 60, high)
        align = Qt.AlignmentFlag.AlignCenter
        if over:
            rect.moveBottom(y - away + 1)
        elif y + away + high > self._plot.bottom() + self._theme.px(BELOW) - high:
            # Below are the names of the columns.
            rect = QRectF(x + away + 1, y - high / 2, 60, high)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        else:
            rect.moveTop(y + away - 1)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, align, str(number))

    def _grown(self, radius: float) -> float:
        return radius * (1 + 0.5 * (self._theme.scale - 1))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def draw_ring(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    """Before."""
    painter.setPen(QPen(theme.colour("cautionFill"), 3))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(centre, radius, radius)


def draw_dot(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    """After."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawEllipse(centre, radius, radius)
