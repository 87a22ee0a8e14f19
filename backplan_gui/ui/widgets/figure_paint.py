"""Painting a Drawing: where it goes in a rectangle, and how it is looked through."""

from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from ...core.shapes import Drawing, Mass, mirrored, reach
from ..theme import Theme
from .figure_paths import (
    Clipped,
    Fill,
    Line,
    Look,
    Pale,
    Palette,
    Shade,
    Touch,
    Where,
    fills,
    painting_of,
)

PAUSED_OPACITY = 0.45
AIR, BELOW = 10.0, 8.0
"""Centimetres left free around a figure, and below the floor it stands on."""
SHADES = 64
"""Pictures of shadows that are kept: those of a movement differ by a few pixels."""
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


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


def palette_of(theme: Theme, *, done: bool = False) -> Palette:
    """The figure's colours in the look in force."""
    return Palette(theme.dark, done, theme.high_contrast, theme.mirrors)


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
    palette: Palette,
    framing: Framing = Framing(),
    opacity: float = 1.0,
) -> None:
    """The mat and the figure on it; seen through as a whole where opacity is below 1."""
    if palette.mirrors:
        drawing, palette = mirrored(drawing), palette._replace(mirrors=False)
    if opacity < 1:
        _paint_layer(painter, rect, drawing, palette, framing, opacity)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    look = _look(rect, drawing, palette, framing)
    for touch in painting_of(drawing, look).touches:
        _paint(painter, touch, look.where)
    painter.restore()


def room_of(rect: QRectF, drawing: Drawing, palette: Palette, framing: Framing) -> QRectF:
    """What of a rectangle the figure covers, the mat aside."""
    seen = mirrored(drawing) if palette.mirrors else drawing
    return painting_of(seen, _look(rect, seen, palette._replace(mirrors=False), framing)).room


def _look(rect: QRectF, drawing: Drawing, palette: Palette, framing: Framing) -> Look:
    place = placement(rect, drawing, framing)
    where = (place.m11(), place.m22(), place.dx(), place.dy())
    return Look(palette, where, framing.mat, framing.mat_width)


def _paint(painter: QPainter, touch: Touch, where: Where) -> None:
    match touch:
        case Fill(path, colour):
            painter.fillPath(path, colour)
        case Line(path, pen):
            painter.strokePath(path, pen)
        case Clipped(clip, parts):
            painter.save()
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            for path, colour in parts:
                painter.fillPath(path, colour)
            painter.restore()
        case Pale(mass, colour):
            _paint_pale(painter, mass, colour, where)
        case Shade(rect, colour):
            ratio = painter.device().devicePixelRatio()
            picture = _shade(rect.width(), rect.height(), colour.rgba(), ratio)
            painter.drawImage(rect.topLeft(), picture)


def _paint_pale(painter: QPainter, mass: Mass, colour: QColor, where: Where) -> None:
    """A ghost or a shadow: one area, though its parts lie on each other."""
    ratio = painter.device().devicePixelRatio()
    image, left, top = _layer(mass, colour.rgb(), where, ratio)
    painter.save()
    painter.setOpacity(painter.opacity() * mass.opacity * colour.alphaF())
    painter.drawImage(QPointF(left, top), image)
    painter.restore()


@lru_cache(maxsize=SHADES)
def _shade(width: int, height: int, rgba: int, ratio: float) -> QImage:
    """An oval of a colour that is looked through. Kept, in whole pixels: Qt takes fifty times
    as long to fill one as to show a picture of it, and a shadow is in every frame.
    """
    image = QImage(round(width * ratio), round(height * ratio), _FORMAT)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    painter.drawEllipse(QRectF(0, 0, width, height))
    painter.end()
    return image


@lru_cache(maxsize=2)
def _layer(mass: Mass, rgb: int, where: Where, ratio: float) -> tuple[QImage, int, int]:
    """The area in full colour, and where it goes. Kept, as a ghost does not move."""
    place = QTransform(where[0], 0, 0, where[1], where[2], where[3])
    box = reach(mass)
    around = QRectF(box.left, box.low, box.right - box.left, box.high - box.low)
    rect = place.mapRect(around).toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(rect.size() * ratio, _FORMAT)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    moved = place * QTransform.fromTranslate(-rect.x(), -rect.y())
    for path, colour in fills(mass, QColor(rgb), moved):
        painter.fillPath(path, colour)
    painter.end()
    return image, rect.x(), rect.y()


def _paint_layer(
    painter: QPainter,
    rect: QRectF,
    drawing: Drawing,
    palette: Palette,
    framing: Framing,
    opacity: float,
) -> None:
    """Painted aside, so that what lies behind a limb does not shine through it."""
    ratio = painter.device().devicePixelRatio()
    size = (rect.size() * ratio).toSize()
    layer = QImage(size, _FORMAT)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    aside = QPainter(layer)
    paint_figure(aside, QRectF(0, 0, rect.width(), rect.height()), drawing, palette, framing)
    aside.end()
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.drawImage(rect.topLeft(), layer)
    painter.restore()
