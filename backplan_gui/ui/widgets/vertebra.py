"""One vertebra of the spine, the disc below it and the cord through all of them, at any size.

A day is a vertebra (design-system.md section 1). Lengths here are those of the panel at
100 %; `scale` makes them larger or smaller.
"""

import re
from functools import cache
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ...core.schedule import DayState
from ..theme import Theme, sized_font, tokens
from .area import PLAIN

_HALO = 9.0
_DISC = QRectF(-17, -4.25, 34, 8.5)
_OUTLINE = 1.5
_TODAY_OUTLINE = 2.6
_BELOW_NUMBER = 0.24
"""The share of a day's height that is clear of its number."""
_CHECK_FROM = 0.7
"""Filling takes this share of becoming done, drawing the check the rest."""


def draw_vertebra(
    painter: QPainter,
    theme: Theme,
    number: int,
    state: DayState,
    *,
    today: bool = False,
    grown: float = 1.0,
    scale: float = 1.0,
) -> None:
    """A day around the painter's origin; `grown` below 1 is a day that is becoming done.

    The painter is scaled already; `scale` keeps outlines from growing as much.
    """
    path = vertebra_path()
    thin, strong = _OUTLINE / sqrt(scale), _TODAY_OUTLINE / sqrt(scale)
    main = theme.colour("primary")
    if today:
        painter.strokePath(path, _pen(_faint(main, 0.16), _HALO))
    if state is DayState.DONE:
        _draw_done(painter, theme, number, grown, strong)
        painter.strokePath(path, _pen(main, thin))
        return
    ours = today or state is DayState.STARTED
    painter.fillPath(path, theme.colour("surface" if ours else "panel"))
    if state is DayState.STARTED:
        _draw_started(painter, theme)
    if ours:
        painter.strokePath(path, _pen(main, strong))
    else:
        pen = _pen(theme.colour("lineStrong"), thin)
        if state is DayState.SKIPPED:
            pen.setDashPattern([3.0, 2.6])
        painter.strokePath(path, pen)
    _draw_number(painter, number, main if ours else theme.colour("ink2"))


def draw_disc(painter: QPainter, theme: Theme, *, done: bool) -> None:
    """The disc between two days around the painter's origin, lying flat."""
    outlined = theme.high_contrast and not done
    colour = _cord_colour(theme, done=done)
    painter.setPen(_pen(colour, PLAIN) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface") if outlined else colour)
    painter.drawRoundedRect(_DISC, _DISC.height() / 2, _DISC.height() / 2)


def draw_cord(
    painter: QPainter, theme: Theme, start: QPointF, end: QPointF, *, done: bool, scale: float
) -> None:
    """The cord from the middle of one day towards the next."""
    width = tokens().spine.cord_width * scale
    painter.setPen(_pen(_cord_colour(theme, done=done), width))
    painter.drawLine(start, end)


@cache
def vertebra_path() -> QPainterPath:
    """The outline of a vertebra around the origin, in a box of 46 x 34."""
    return svg_path(tokens().spine.vertebra_path)


def svg_path(text: str) -> QPainterPath:
    """A path as design files write it: absolute M, L, C and Z; ValueError for anything else."""
    path = QPainterPath()
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", text):
        n = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        match letter:
            case "M":
                path.moveTo(n[0], n[1])
            case "L":
                path.lineTo(n[0], n[1])
            case "C":
                for i in range(0, len(n), 6):
                    path.cubicTo(*n[i : i + 6])
            case "Z":
                path.closeSubpath()
            case _:
                raise ValueError(letter)
    return path


def _draw_done(painter: QPainter, theme: Theme, number: int, grown: float, outline: float) -> None:
    path = vertebra_path()
    main = theme.colour("primary")
    filled = min(1.0, grown / _CHECK_FROM)
    if filled < 1:
        painter.fillPath(path, theme.colour("surface"))
        painter.fillPath(path.intersected(_lower(filled)), main)
        painter.strokePath(path, _pen(main, outline))
        if filled < 0.5:
            _draw_number(painter, number, main)
        return
    painter.fillPath(path, main)
    spine = tokens().spine
    drawn = (grown - _CHECK_FROM) / (1 - _CHECK_FROM)
    painter.strokePath(
        _begun(svg_path(spine.check_path), drawn),
        _pen(theme.colour("onPrimary"), spine.check_width),
    )


def _draw_started(painter: QPainter, theme: Theme) -> None:
    """The lower half in a tint; in high contrast as much of it as the number leaves, in full."""
    main = theme.colour("primary")
    if theme.high_contrast:
        painter.fillPath(vertebra_path().intersected(_lower(_BELOW_NUMBER)), main)
        return
    lower = vertebra_path().intersected(_lower(0.5))
    painter.fillPath(lower, theme.colour("primaryTint"))
    painter.fillPath(lower, _faint(main, 0.16))


def _draw_number(painter: QPainter, number: int, ink: QColor) -> None:
    painter.setPen(ink)
    painter.setFont(sized_font("badge", tokens().type.roles["badge"].px))
    box = QRectF(-23, -17, 46, 34)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def _begun(path: QPainterPath, share: float) -> QPainterPath:
    """The first part of a path of straight lines."""
    if share >= 1:
        return path
    begun = QPainterPath(path.pointAtPercent(0))
    for step in range(1, 13):
        begun.lineTo(path.pointAtPercent(share * step / 12))
    return begun


def _lower(share: float) -> QPainterPath:
    """Everything below a share of a vertebra's height."""
    box = vertebra_path().boundingRect()
    lower = QPainterPath()
    lower.addRect(box.adjusted(-1, box.height() * (1 - share), 1, 1))
    return lower


def _cord_colour(theme: Theme, *, done: bool) -> QColor:
    return theme.colour("cordDone" if done else "cord")


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _faint(colour: QColor, share: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(share)
    return faint
