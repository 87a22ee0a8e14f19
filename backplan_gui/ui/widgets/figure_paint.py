"""Painting a Drawing: where it goes in a rectangle, and its shapes as paths."""

from functools import cache, lru_cache
from math import acos, atan2, degrees, hypot, sqrt

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

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
PAUSED_OPACITY = 0.45
AIR, BELOW = 10.0, 8.0
"""Centimetres left free around a figure, and below the floor it stands on."""


class Framing(msgspec.Struct, frozen=True):
    """Where in a rectangle the figure goes; lengths in pixels but for the mat's."""

    ground: float | None = None
    """From the top down to the floor; None: the figure is in the middle."""
    headroom: float = 6.0
    """Kept free above the highest it ever gets."""
    top: float = 0.0
    foot: float = 0.0
    """Kept free above and below a mat seen from above."""
    max_scale: float | None = None
    """Pixels a centimetre at most."""
    mat: bool = True
    mat_width: float | None = None
    """Centimetres; None: as wide as the figure needs."""


class _Figure(msgspec.Struct):
    figure: dict[str, dict[str, str]]


@cache
def figure_colours(dark: bool, done: bool = False) -> Colours:
    """The figure's palette; a side that is done has a pale one, and pale things beside it."""
    text = resources.file("design/tokens.json").read_bytes()
    palettes = msgspec.json.decode(text, type=_Figure).figure
    name = "dark" if dark else "light"
    colours = dict(palettes[name])
    if done:
        colours |= palettes[f"{name}_done"]
        colours |= {"prop": colours["mat"], "propDark": colours["matEdge"]}
        colours |= {"seam": colours["bead"], "seamFar": colours["torso"]}
    return {Role(role): colour_of(value) for role, value in colours.items()}


def placement(rect: QRectF, drawing: Drawing, framing: Framing) -> QTransform:
    """From centimetres of the drawing to pixels of the rectangle."""
    box = drawing.box
    wide, tall = box.right - box.left, box.high - min(0.0, box.low)
    if drawing.mat is not None:
        room = rect.adjusted(0, framing.top, 0, -framing.foot)
        tall = box.high - box.low
        scale = min(room.width() / (wide + AIR), room.height() / (tall + AIR))
        scale = min(scale, framing.max_scale or scale)
        ground = room.center().y() + (box.low + box.high) / 2 * scale
    else:
        scale = min(rect.width() / (wide + 2 * AIR), rect.height() / (tall + AIR + BELOW))
        scale = min(scale, framing.max_scale or scale)
        if framing.ground is not None:
            scale = min(scale, (framing.ground - framing.headroom) / box.high)
            ground = rect.top() + framing.ground
        else:
            ground = rect.center().y() + box.high * scale / 2
    across = -scale if drawing.flip else scale
    middle = (box.left + box.right) / 2
    return QTransform(across, 0, 0, -scale, rect.center().x() - middle * across, ground)


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    drawing: Drawing,
    colours: Colours,
    framing: Framing = Framing(),
    opacity: float = 1.0,
) -> None:
    """The mat and the figure on it; seen through as a whole where opacity is below 1."""
    if opacity < 1:
        _paint_layer(painter, rect, drawing, colours, framing, opacity)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    place = placement(rect, drawing, framing)
    mat = mat_below(drawing, framing.mat_width) if framing.mat else ()
    for shape in (*mat, *drawing.shapes):
        _paint(painter, shape, colours, place)
    painter.restore()


def _is_pale(mass: Mass, colours: Colours) -> bool:
    """What lies below shines through."""
    return mass.opacity < 1 or colours[mass.role].alpha() < 255


def _paint_pale(painter: QPainter, mass: Mass, colour: QColor, place: QTransform) -> None:
    """A ghost or a shadow: one area, though its parts lie on each other."""
    ratio = painter.device().devicePixelRatio()
    where = (place.m11(), place.m22(), place.dx(), place.dy())
    image, left, top = _layer(mass, colour.rgb(), where, ratio)
    painter.save()
    painter.setOpacity(painter.opacity() * mass.opacity * colour.alphaF())
    painter.drawImage(QPointF(left, top), image)
    painter.restore()


@lru_cache(maxsize=2)
def _layer(
    mass: Mass, rgb: int, where: tuple[float, float, float, float], ratio: float
) -> tuple[QImage, int, int]:
    """The area in full colour, and where it goes. Kept, as a ghost does not move."""
    place = QTransform(where[0], 0, 0, where[1], where[2], where[3])
    box = reach(mass)
    around = QRectF(box.left, box.low, box.right - box.left, box.high - box.low)
    rect = place.mapRect(around).toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(rect.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fill(painter, mass, QColor(rgb), place * QTransform.fromTranslate(-rect.x(), -rect.y()))
    painter.end()
    return image, rect.x(), rect.y()


def _paint_layer(
    painter: QPainter,
    rect: QRectF,
    drawing: Drawing,
    colours: Colours,
    framing: Framing,
    opacity: float,
) -> None:
    """Painted aside, so that what lies behind a limb does not shine through it."""
    ratio = painter.device().devicePixelRatio()
    size = (rect.size() * ratio).toSize()
    layer = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    aside = QPainter(layer)
    paint_figure(aside, QRectF(0, 0, rect.width(), rect.height()), drawing, colours, framing)
    aside.end()
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.drawImage(rect.topLeft(), layer)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, colours: Colours, place: QTransform) -> None:
    """Paths are moved to their place first: Qt is slow to fill them under a transform."""
    colour = colours[shape.role]
    match shape:
        case Mass() if _is_pale(shape, colours):
            _paint_pale(painter, shape, colour, place)
        case Mass():
            _fill(painter, shape, colour, place)
        case Seam(role, chains, within):
            painter.save()
            painter.setClipPath(place.map(_path(within)), Qt.ClipOperation.IntersectClip)
            _fill(painter, Mass(role, chains), colour, place)
            painter.restore()
        case Crescent(_, circle, bite):
            painter.fillPath(place.map(_crescent(circle, bite)), colour)
        case Bar():
            _paint_bar(painter, shape, colours, place)
        case Oval(_, x, y, half_width, half_height):
            path = QPainterPath()
            path.addEllipse(QPointF(x, y), half_width, half_height)
            painter.fillPath(place.map(path), colour)
        case Ring(_, circle, width):
            painter.strokePath(place.map(_path(((circle,),))), _pen(colour, width, place))
        case Stroke(_, points, width):
            path = QPainterPath(QPointF(*points[0]))
            for point in points[1:]:
                path.lineTo(*point)
            painter.strokePath(place.map(path), _pen(colour, width, place))


def _pen(colour: QColor, width: float, place: QTransform) -> QPen:
    pen = QPen(colour, width * abs(place.m22()))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _fill(painter: QPainter, mass: Mass, colour: QColor, place: QTransform) -> None:
    """Part by part: Qt takes much longer over one path with many outlines."""
    for outline in mass.outlines:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
        painter.fillPath(place.map(path), colour)
    for chain in mass.chains:
        painter.fillPath(place.map(_path((chain,))), colour)


def _paint_bar(painter: QPainter, bar: Bar, colours: Colours, place: QTransform) -> None:
    path = QPainterPath()
    rect = QRectF(-bar.width / 2, -bar.height / 2, bar.width, bar.height)
    path.addRoundedRect(rect, bar.radius, bar.radius)
    if bar.angle:
        path = QTransform().rotate(bar.angle).map(path)
    path.translate(bar.x, bar.y)
    path = place.map(path)
    painter.fillPath(path, colours[bar.role])
    if bar.edge is not None:
        painter.strokePath(path, _pen(colours[bar.edge], EDGE, place))


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
