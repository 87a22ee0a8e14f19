"""The ground that exercises stand on, large in the player and small on cards."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath

from ..theme import Theme


def draw_ground(
    painter: QPainter, theme: Theme, shape: QPainterPath, horizon: float, top: str = "stageTop"
) -> None:
    """A shape filled with a wall that fades from the token `top`, and the floor below it."""
    wall = QLinearGradient(0, 0, 0, horizon)
    wall.setColorAt(0, theme.colour(top))
    wall.setColorAt(1, theme.colour("stageMid"))
    painter.fillPath(shape, wall)
    floor = QPainterPath()
    floor.addRect(QRectF(shape.boundingRect()).adjusted(0, horizon, 0, 0))
    painter.fillPath(shape.intersected(floor), theme.colour("stageFloor"))
