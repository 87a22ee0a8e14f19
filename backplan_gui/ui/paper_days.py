"""The seven days on a printed page: the spine, lying down, with what was done of each day."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from ..content import Content
from ..core.report import Report
from ..core.tallies import DayLine
from . import report_words as said
from .paper_pen import Pen, Style
from .theme import tokens
from .widgets.vertebra import svg_path, vertebra_path

DAYS_HEIGHT = 62.0
SCALE = 0.56
_CENTRE = 16.0
_SWAY = 0.45
_EDGE = 1.8


def draw_days(pen: Pen, report: Report, content: Content, room: QRectF) -> None:
    """The days from left to right, their names and states below them."""
    cell = room.width() / max(7, len(report.days))
    spine = tokens().spine
    places = [
        QPointF(
            room.left() + cell * (i + 0.5),
            room.top() + _CENTRE - _SWAY * spine.offset_x[i % len(spine.offset_x)],
        )
        for i in range(len(report.days))
    ]
    for start, end in pairwise(places):
        pen.line(start, end, "cord", spine.cord_width * SCALE)
    number = Style("badge", 9, "ink2")
    name, state = Style("smallStrong", 7.5), Style("small", 7.5, "ink2")
    for at, line in zip(places, report.days, strict=True):
        _draw_day(pen, line, at, number)
        pen.text(at.x(), room.top() + 44, _name(line, content, name, cell), name, share=0.5)
        pen.text(at.x(), room.top() + 54, said.day_state(line, report.dates), state, share=0.5)


def _name(line: DayLine, content: Content, style: Style, cell: float) -> str:
    return style.fitted(said.day_name(line, content), cell - 4)


def _draw_day(pen: Pen, line: DayLine, at: QPointF, number: Style) -> None:
    """Done: filled, with a check. Else its number, in the colour of effort once it is begun."""
    path, spine = vertebra_path(), tokens().spine
    if line.times:
        pen.shape(path, at, SCALE, "primary", "primary", _EDGE)
        pen.shape(svg_path(spine.check_path), at, SCALE, "", "onPrimary", spine.check_width)
        return
    fill, edge = ("primaryTint", "primary") if line.begun else ("surface", "lineStrong")
    pen.shape(path, at, SCALE, fill, edge, _EDGE)
    pen.text(at.x(), at.y() + 3.3, str(line.number), number, share=0.5)
