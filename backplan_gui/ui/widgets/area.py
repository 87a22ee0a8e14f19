"""Areas and their edges: in high contrast nothing is told from its ground by a tint alone.

There tints are the colour of a surface (tokens.json, `contrast`), and what a tint said in
the other looks is said by the edge: 2 px around every area, more around what is lit or
chosen, dashes around what rests (design-system.md section 2).
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ..theme import Theme

PLAIN, LIT, CHOSEN = 2.0, 3.0, 4.0
"""Edges in high contrast."""
STRONG = {
    "primaryTint": "primary",
    "primarySoft": "primary",
    "breath": "primary",
    "restTint": "rest",
    "cautionTint": "caution",
    "disabledFill": "disabledInk",
}
"""The strong colour of a tint; that of any other is `lineStrong`."""


def edge(theme: Theme, fill: str, outline: str = "", width: float = 0.0) -> QPen:
    """The pen around an area; without an `outline`, its fill alone shows where it ends."""
    if theme.high_contrast:
        width = CHOSEN if width >= 2 else LIT if outline == "primary" else PLAIN
        outline = outline or _strong(theme, fill)
    if not outline:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(theme.colour(outline), width)
    if theme.high_contrast and fill == "disabledFill":
        pen.setDashPattern([2.0, 2.0])
    return pen


def draw_area(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    radius: float,
    fill: str,
    outline: str = "",
    width: float = 0.0,
) -> None:
    """A rounded rectangle in tokens; its edge lies inside of `rect`. A fill of "" is clear."""
    pen = edge(theme, fill, outline, width)
    inset = 0.0 if pen.style() is Qt.PenStyle.NoPen else pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_bar(painter: QPainter, theme: Theme, rect: QRectF, radius: float, done: float) -> None:
    """A bar on its track, so many pixels of it done from where one begins to read."""
    bar, part = QPainterPath(), QPainterPath()
    bar.addRoundedRect(rect, radius, radius)
    painter.fillPath(bar, theme.colour("track"))
    left = rect.left()
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        left = rect.right() - done
    part.addRect(QRectF(left, rect.top(), done, rect.height()))
    painter.fillPath(bar.intersected(part), theme.colour("primary"))
    if theme.high_contrast:
        draw_area(painter, theme, rect, radius, "", "lineStrong")


def _strong(theme: Theme, fill: str) -> str:
    """What an area's edge is drawn in; "" where its fill is no tint."""
    if not fill or theme.colour(fill) != theme.colour("surface"):
        return ""
    return STRONG.get(fill, "lineStrong")
