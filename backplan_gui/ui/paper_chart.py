"""Pain before and after on a printed page, as picture 09 of the design draws it."""

from PySide6.QtCore import QPointF, QRectF

from ..core.report import Point, Report
from . import report_words as said
from .paper_pen import Pen, Style

CHART_HEIGHT = 142.0
"""With its title; what is said of it stands below."""
_LEFT = 18.0
"""For the numbers of the scale."""
_DOT = 3.0
_LINE = 10.8


def draw_chart(pen: Pen, report: Report, room: QRectF) -> float:
    """The chart and what may be said of it; where that ends."""
    pen.text(room.left(), room.top() + 9, said.pain_title(), Style("h3", 10.5))
    plain = Style("small", 8.5, "ink2")
    if not report.points:
        pen.text(room.left(), room.top() + 28, said.no_numbers(), plain)
        return room.bottom()
    _draw_legend(pen, room)
    plot = room.adjusted(_LEFT, 24, 0, -18)
    _draw_grid(pen, plot)
    _draw_points(pen, report, plot)
    y = room.bottom()
    for text in (said.grouped(report.weeks), said.change(report.change), said.scale()):
        for line in plain.lines(text, room.width()) if text else ():
            y += _LINE
            pen.text(room.left(), y, line, plain)
    return y


def _draw_legend(pen: Pen, room: QRectF) -> None:
    style, x = Style("small", 8.5, "ink2"), room.right()
    y = room.top() + 9
    x -= style.width(said.after())
    pen.text(x, y, said.after(), style)
    pen.dot(QPointF(x - 8, y - 3), _DOT, "primary", "primary", 1)
    x -= 22 + style.width(said.before())
    pen.text(x, y, said.before(), style)
    pen.dot(QPointF(x - 8, y - 3), _DOT, "surface", "cautionFill", 1.4)


def _draw_grid(pen: Pen, plot: QRectF) -> None:
    style = Style("small", 7.5, "ink3")
    for number in range(0, 11, 2):
        y = _y(plot, number)
        pen.text(plot.left() - 7, y + 2.7, str(number), style, share=1)
        pen.rule(plot.left(), y, plot.width(), "chartGrid", 0.7)


def _draw_points(pen: Pen, report: Report, plot: QRectF) -> None:
    style, free = Style("small", 7.5, "ink2"), plot.left() - _LEFT
    pitch = plot.width() / max(7, len(report.points))
    for place, point in enumerate(report.points):
        x = plot.left() + pitch * (place + 0.5)
        _draw_point(pen, point, x, plot)
        text = said.point_date(point.local_date, report.dates)
        left = x - style.width(text) / 2
        if left >= free:
            pen.text(left, plot.bottom() + 16, text, style)
            free = left + style.width(text) + 6


def _draw_point(pen: Pen, point: Point, x: float, plot: QRectF) -> None:
    """Its two numbers, and the way from one to the other."""
    before, after = point.numbers.before, point.numbers.after
    if before is not None and after is not None:
        start, end = QPointF(x, _y(plot, before)), QPointF(x, _y(plot, after))
        pen.line(start, end, "ink2", 0.9)
    if before is not None:
        is_upper = after is None or before >= after
        larger = 1.6 if before == after else 0.0  # a ring around the mark after
        _draw_mark(pen, x, before, plot, is_upper=is_upper, away=larger)
        pen.dot(QPointF(x, _y(plot, before)), _DOT + larger, "surface", "cautionFill", 1.4)
    if after is not None:
        if before != after:
            _draw_mark(
                pen, x, after, plot, is_upper=before is None or after > before, ink="primary"
            )
        pen.dot(QPointF(x, _y(plot, after)), _DOT, "primary", "primary", 1)


def _draw_mark(
    pen: Pen,
    x: float,
    number: int,
    plot: QRectF,
    *,
    is_upper: bool,
    ink: str = "caution",
    away: float = 0.0,
) -> None:
    """The number beside its mark, away from the other one."""
    y = _y(plot, number) + (-6 - away if is_upper else 11.5)
    pen.text(x, y, str(number), Style("smallStrong", 7.5, ink), share=0.5)


def _y(plot: QRectF, number: int) -> float:
    return plot.bottom() - plot.height() * number / 10
