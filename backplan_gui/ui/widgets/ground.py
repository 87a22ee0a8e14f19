"""The ground that exercises stand on, large in the player and small on cards."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen

from ..theme import Theme
from .area import PLAIN


def draw_ground(
    painter: QPainter,
    theme: Theme,
    shape: QPainterPath,
    horizon: float,
    top: str = "stageTop",
    *,
    edged: bool = True,
) -> None:
    """A shape filled with a wall that fades from the token `top`, and the floor below it.

    In high contrast both have one colour, and lines tell where they end; not `edged` is for
    who draws the rim after what stands on the ground, or has another one around it.
    """
    wall = QLinearGradient(0, 0, 0, horizon)
    wall.setColorAt(0, theme.colour(top))
    wall.setColorAt(1, theme.colour("stageMid"))
    painter.fillPath(shape, wall)
    floor = QPainterPath()
    floor.addRect(QRectF(shape.boundingRect()).adjusted(0, horizon, 0, 0))
    painter.fillPath(shape.intersected(floor), theme.colour("stageFloor"))
    if theme.high_contrast:
        if horizon > 0:
            rect = shape.boundingRect()
            line = QRectF(rect.left(), horizon, rect.width(), 1)
            painter.fillRect(line, theme.colour("lineStrong"))
        if edged:
            draw_rim(painter, theme, shape)


def draw_rim(painter: QPainter, theme: Theme, shape: QPainterPath) -> None:
    """The edge inside of a shape, in high contrast."""
    if not theme.high_contrast:
        return
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.strokePath(shape, QPen(theme.colour("lineStrong"), 2 * PLAIN))  # half is clipped
    painter.restore()
