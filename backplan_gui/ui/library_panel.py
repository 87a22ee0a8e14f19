"""One picture of the library's stage: a figure on its ground, a line about it at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..core.shapes import Drawing
from .theme import Theme
from .widgets.area import PLAIN
from .widgets.figure_paint import Framing
from .widgets.figure_view import FigureView
from .widgets.ground import draw_ground
from .widgets.label import Label, broken
from .widgets.reading import put

RADIUS = 20
_ROLE = "smallStrong"
INSET, FOOT = 12, 10
"""From the edges to the line."""
CORNER, CORNER_EDGE = 44, 6
"""The control in the lower right corner, and how far it is from the edges."""
GROUND, HIGHEST = 0.71, 260
"""How far down the figure stands, as a share of the width and in pixels at most."""
HORIZON, MAT = 8, 10
"""The floor begins above the figure's ground; what stands on it is clear of the mat."""


class LibraryPanel(QWidget):
    """Keeps its height while its line changes: the longest one it will get is known before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[str, ...] = ()
        self._figure = FigureView(theme, self)
        self._line = Label(theme, "", _ROLE, "ink2", wrap=True, parent=self)
        self._corner: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def drawing(self) -> Drawing | None:
        """The figure on show."""
        return self._figure.drawing

    def set_corner(self, control: QWidget) -> None:
        """A control beside the line; its panel and the one beside it keep a place for it."""
        control.setParent(self)
        self._corner = control
        self._place()

    def expect(self, lines: Sequence[str]) -> None:
        """Everything that will be said here, so that the panel keeps its height."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._restyle()

    def show_picture(self, drawing: Drawing, line: str, described: str) -> None:
        """A figure, what to say about it, and what a screen reader says of it."""
        self._figure.describe(described)
        before = self._figure.drawing
        self._figure.show_drawing(drawing)
        self._line.setText(line)
        if before is None or (before.mat is None) is not (drawing.mat is None):
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(219, self.heightForWidth(219))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 100)

    def heightForWidth(self, width: int) -> int:
        return self._ground(width) + MAT + self._floor(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        horizon = 0 if self._is_flat else self._ground(self.width()) - HORIZON
        draw_ground(painter, self._theme, shape, horizon)

    @property
    def _is_flat(self) -> bool:
        """The figure is seen from above."""
        drawing = self._figure.drawing
        return drawing is not None and drawing.mat is not None

    def _ground(self, width: int) -> int:
        return min(HIGHEST, round(width * GROUND))

    def _floor(self, width: int) -> int:
        """The height of the longest line, and of what stands beside it."""
        font = self._theme.font(_ROLE)
        room = self._line_width(width)
        most = max((len(broken(line, font, room)) for line in self._lines), default=0)
        return max(CORNER + CORNER_EDGE, most * self._theme.line_height(_ROLE) + FOOT)

    def _line_width(self, width: int) -> int:
        return width - 2 * INSET - CORNER

    def _place(self) -> None:
        width, floor = self.width(), self._floor(self.width())
        top = self.height() - floor
        put(self._line, INSET, top, self._line_width(width), floor - CORNER_EDGE)
        edge = round(PLAIN) if self._theme.high_contrast else 0
        self._figure.setGeometry(self.rect().adjusted(edge, 0, -edge, 0))
        ground = self._ground(width)
        self._figure.set_framing(Framing(ground=ground, headroom=10, top=8, foot=floor))
        if self._corner is not None:
            put(self._corner, width - CORNER - CORNER_EDGE, top, CORNER, CORNER)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
