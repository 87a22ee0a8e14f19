"""The app's icons, drawn in any colour from `resources/design/icons.json` and its SVG tiles."""

from collections.abc import Iterable
from functools import cache

import msgspec
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .. import resources
from ..core.exercise import Place


class _Icon(msgspec.Struct):
    svg: str


class _Icons(msgspec.Struct, rename="camel"):
    stroke_width: float
    icons: dict[str, _Icon]


@cache
def _icons() -> _Icons:
    return msgspec.json.decode(resources.file("design/icons.json").read_bytes(), type=_Icons)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    icons = _icons()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"'
        f' stroke="{colour}" stroke-width="{icons.stroke_width}"'
        f' stroke-linecap="round" stroke-linejoin="round">{icons.icons[name].svg}</svg>'
    ).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


_THINGS = {
    "mat": "mat",
    "chair": "chair",
    "band": "band",
    "roller": "roller",
    "step": "step",
    "stair": "step",
    "wall": "wall",
}
_TURNED = ("arrowRight", "chevronLeft", "chevronRight")
"""They point the way one reads; play, skip and back are the same everywhere."""
_PLACES = {Place.FLOOR: "floor", Place.SITTING: "chair", Place.STANDING: "stand"}


def of_things(things: Iterable[str]) -> str:
    """The first of so many pieces of equipment that has an icon; "" where none has."""
    return next((_THINGS[thing] for thing in things if thing in _THINGS), "")


def of_place(place: Place) -> str:
    """Where an exercise is done."""
    return _PLACES[place]


def names() -> list[str]:
    """Every icon there is."""
    return list(_icons().icons)


def is_drawable(name: str) -> bool:
    """The drawing of that name can be read."""
    return _renderer(name, "black").isValid()


def draw_icon(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """The icon of that name in one colour, filling a square; KeyError if there is none."""
    renderer = _renderer(name, colour.name())
    if name in _TURNED and painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.save()
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
        renderer.render(painter, rect)
        painter.restore()
        return
    renderer.render(painter, rect)


@cache
def app_pixmap(size: int) -> QPixmap:
    """The app's tile at a size in device pixels; small ones have a drawing of their own."""
    drawing = "app-icon-16" if size <= 16 else "app-icon-32" if size <= 32 else "app-icon"
    pixmap = QPixmap(size, size)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(str(resources.file(f"design/{drawing}.svg"))).render(painter)
    painter.end()
    return pixmap


def app_icon() -> QIcon:
    """The app's icon in the sizes that windows and task bars ask for.

    The large drawing is only read by a system that wants it.
    """
    icon = QIcon(str(resources.file("design/app-icon.svg")))
    for size in (16, 32):
        icon.addPixmap(app_pixmap(size))
    return icon
