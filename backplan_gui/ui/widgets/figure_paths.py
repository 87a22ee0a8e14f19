"""The shapes of a drawing as paths in pixels, ready to be painted as often as they are shown.

Making the paths takes longer than painting them, and a rep comes round to the same drawings
again and again; so a drawing's strokes are kept for as long as nothing about it changes.
"""

from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from itertools import groupby
from math import acos, atan2, degrees, hypot, sqrt
from operator import or_
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF, QTransform

from ... import resources
from ...core.shapes import (
    EDGE,
    Bar,
    Chain,
    Circle,
    Crescent,
    Drawing,
    Mass,
    Oval,
    Ring,
    Role,
    Seam,
    Shape,
    Stroke,
    mat_below,
    reach,
)
from ..theme import colour_of

Colours = dict[Role, QColor]
Where = tuple[float, float, float, float]
"""Scale across and down, and the origin, of the way from centimetres to pixels."""
KEPT = 256
OUTLINE = 1.0
"""Pixels of line around the far limbs in high contrast."""


class Palette(NamedTuple):
    """Which colours a figure has."""

    dark: bool
    done: bool = False
    """The pale ones of a side that is done."""
    contrast: bool = False
    mirrors: bool = False
    """Shown as in a mirror."""


class Fill(NamedTuple):
    """An area."""

    path: QPainterPath
    colour: QColor


class Line(NamedTuple):
    """An outline or a line."""

    path: QPainterPath
    pen: QPen


class Clipped(NamedTuple):
    """The part of some areas that lies on others."""

    clip: QPainterPath
    fills: tuple[Fill, ...]


class Pale(NamedTuple):
    """Many parts as one area that is looked through."""

    mass: Mass
    colour: QColor


class Shade(NamedTuple):
    """A shadow: an oval that is looked through."""

    rect: QRect
    colour: QColor


Touch = Fill | Line | Clipped | Pale | Shade


class Look(NamedTuple):
    """Everything but the drawing that decides how it looks."""

    palette: Palette
    where: Where
    mat: bool
    mat_width: float | None


class Painting(NamedTuple):
    """A drawing made ready."""

    touches: tuple[Touch, ...]
    """All that is painted, in order; the mat first."""
    room: QRectF
    """What the figure covers, in pixels, and what it stands in front of."""


@lru_cache(maxsize=KEPT)
def painting_of(drawing: Drawing, look: Look) -> Painting:
    """All that is painted of a drawing."""
    colours = figure_colours(look.palette)
    across, down, x, y = look.where
    place = QTransform(across, 0, 0, down, x, y)
    contrast = look.palette.contrast
    mat = mat_below(drawing, look.mat_width) if look.mat else ()
    figure = tuple(_all(drawing.shapes, colours, place, contrast))
    rooms = (_room(touch, place) for touch in figure)
    return Painting((*_all(mat, colours, place, contrast), *figure), reduce(or_, rooms, QRectF()))


def _room(touch: Touch, place: QTransform) -> QRectF:
    match touch:
        case Fill(path, _):
            return path.boundingRect()
        case Line(path, pen):
            wide = pen.widthF()
            return path.boundingRect().adjusted(-wide, -wide, wide, wide)
        case Clipped(clip, _):
            return clip.boundingRect()
        case Shade(rect, _):
            return QRectF(rect)
        case Pale(mass, _):
            box = reach(mass)
            return place.mapRect(
                QRectF(box.left, box.low, box.right - box.left, box.high - box.low)
            )


class _Figure(msgspec.Struct):
    figure: dict[str, dict[str, str]]


@cache
def figure_colours(palette: Palette) -> Colours:
    """A side that is done has pale colours, and pale things beside it."""
    text = resources.file("design/tokens.json").read_bytes()
    palettes = msgspec.json.decode(text, type=_Figure).figure
    name = "dark" if palette.dark else "light"
    colours = dict(palettes[name])
    if palette.contrast:
        colours |= palettes[f"{name}_contrast"]
    if palette.done:
        colours |= palettes[f"{name}_done"]
        colours |= {"prop": colours["mat"], "propDark": colours["matEdge"]}
        colours |= {"seam": colours["bead"], "seamFar": colours["torso"]}
    return {Role(role): colour_of(value) for role, value in colours.items()}


def _all(
    shapes: tuple[Shape, ...], colours: Colours, place: QTransform, contrast: bool
) -> Iterator[Touch]:
    """Paths are moved to their place first: Qt is slow to fill them under a transform."""
    for kind, run in groupby(shapes, _kind):
        together = list(run)
        if kind is Role.BEAD:
            yield Fill(_together(together, place), colours[kind])
            continue
        if kind is Role.FAR and contrast:
            for shape in together:
                yield from _outlined(shape, colours[Role.NEAR], place)
        for shape in together:
            yield from _touch(shape, colours, place)


def _kind(shape: Shape) -> Role | None:
    """What is painted together: beads, which lie apart from each other, as one path, and the
    far limbs, so that their outline runs around all of them.
    """
    if shape.role in (Role.FAR, Role.SEAM_FAR):
        return Role.FAR
    return Role.BEAD if isinstance(shape, Bar) and shape.role is Role.BEAD else None


def _together(bars: list[Shape], place: QTransform) -> QPainterPath:
    path = QPainterPath()
    for bar in bars:
        assert isinstance(bar, Bar)
        path.addPath(_bar(bar))
    return place.map(path)


def _touch(shape: Shape, colours: Colours, place: QTransform) -> Iterator[Touch]:
    colour = colours[shape.role]
    match shape:
        case Mass() if shape.opacity < 1 or colour.alpha() < 255:
            yield Pale(shape, colour)
        case Mass():
            yield from fills(shape, colour, place)
        case Seam(role, chains, within):
            yield Clipped(place.map(_path(within)), tuple(fills(Mass(role, chains), colour, place)))
        case Crescent(_, circle, bite):
            yield Fill(place.map(_crescent(circle, bite)), colour)
        case Bar():
            path = place.map(_bar(shape))
            yield Fill(path, colour)
            if shape.edge is not None:
                yield Line(path, _pen(colours[shape.edge], EDGE, place))
        case Oval(_, x, y, half_width, half_height):
            around = QRectF(x - half_width, y - half_height, 2 * half_width, 2 * half_height)
            yield Shade(place.mapRect(around).toAlignedRect(), colour)
        case Ring(_, circle, width):
            yield Line(place.map(_path(((circle,),))), _pen(colour, width, place))
        case Stroke(_, points, width):
            path = QPainterPath(QPointF(*points[0]))
            for point in points[1:]:
                path.lineTo(*point)
            yield Line(place.map(path), _pen(colour, width, place))


def _outlined(shape: Shape, colour: QColor, place: QTransform) -> Iterator[Line]:
    """What is pale is told from the ground by a line around it, of which half is painted over
    (design-system.md section 2).
    """
    if isinstance(shape, Mass):
        pen = QPen(colour, 2 * OUTLINE)
        for chain in shape.chains:
            yield Line(place.map(_path((chain,))), pen)


def fills(mass: Mass, colour: QColor, place: QTransform) -> Iterator[Fill]:
    """Part by part: Qt takes much longer over one path with many outlines."""
    for outline in mass.outlines:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
        yield Fill(place.map(path), colour)
    for chain in mass.chains:
        yield Fill(place.map(_path((chain,))), colour)


def _pen(colour: QColor, width: float, place: QTransform) -> QPen:
    pen = QPen(colour, width * abs(place.m22()))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _bar(bar: Bar) -> QPainterPath:
    path = QPainterPath()
    rect = QRectF(-bar.width / 2, -bar.height / 2, bar.width, bar.height)
    path.addRoundedRect(rect, bar.radius, bar.radius)
    if bar.angle:
        path = QTransform().rotate(bar.angle).map(path)
    path.translate(bar.x, bar.y)
    return path


def _path(chains: tuple[Chain, ...]) -> QPainterPath:
    """One area; all its parts run the same way round, so that overlaps do not cancel out."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        if len(chain) == 1:
            _add_circle(path, chain[0])
        else:
            _add_hull(path, *chain)
    return path


def _add_circle(path: QPainterPath, circle: Circle) -> None:
    x, y, r = circle
    path.addEllipse(QPointF(x, y), r, r)


def _add_hull(path: QPainterPath, p: Circle, q: Circle) -> None:
    """Two circles and the strip between their outer tangents."""
    (px, py, start), (qx, qy, end) = p, q
    far = hypot(qx - px, qy - py)
    if far <= abs(start - end) + 0.01:
        _add_circle(path, p if start > end else q)
        return
    way = degrees(atan2(qy - py, qx - px))
    lean = degrees(acos((start - end) / far))
    # Qt's angles run the other way round than those of a drawing, whose y points up.
    path.arcMoveTo(px - start, py - start, 2 * start, 2 * start, -(way + lean))
    path.arcTo(px - start, py - start, 2 * start, 2 * start, -(way + lean), 2 * lean - 360)
    path.arcTo(qx - end, qy - end, 2 * end, 2 * end, lean - way, -2 * lean)
    path.closeSubpath()


def _crescent(circle: Circle, bite: Circle) -> QPainterPath:
    """What is left of a circle: its far arc, then back along the other's."""
    (cx, cy, r), (kx, ky, q) = circle, bite
    apart = hypot(kx - cx, ky - cy)
    along = (apart * apart + r * r - q * q) / (2 * apart)
    off = sqrt(max(0.0, r * r - along * along))
    way = degrees(atan2(ky - cy, kx - cx))
    half = degrees(atan2(off, along))
    inner = degrees(atan2(off, along - apart))
    path = QPainterPath()
    path.arcMoveTo(cx - r, cy - r, 2 * r, 2 * r, -(way + half))
    path.arcTo(cx - r, cy - r, 2 * r, 2 * r, -(way + half), 2 * half - 360)
    path.arcTo(kx - q, ky - q, 2 * q, 2 * q, inner - way, 360 - 2 * inner)
    path.closeSubpath()
    return path
