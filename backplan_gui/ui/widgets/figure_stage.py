"""What both stages are: words around a figure, on a wall and a floor painted once.

The one beside the ring and the one read from three metres differ in what they say and where
it lies; what they show, and how the ground below a moving figure is kept, is the same.
"""

from abc import abstractmethod

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ...core.shapes import Sight
from ..theme import Theme
from .figure_view import FigureView
from .ground import draw_ground
from .met_as import met_as, picture
from .numbered_lines import Lines
from .set_pills import SetPills
from .side_pair import SidePair, Sides

RADIUS = 28
WIDTH, GROUND, SCALE, MAT_WIDTH = 640, 18, 3.6, 168.0
"""At that width the floor lies so many pixels below the horizon, and a centimetre of the
figure takes at most so many; the mat is so many centimetres wide (picture 02)."""


class StageText(msgspec.Struct, frozen=True):
    """Everything the stage says at one moment."""

    overline: str = ""
    title: str = ""
    set_line: str = ""
    pills: tuple[float, ...] = ()
    lines: Lines = Lines()
    cue: str = ""
    line: str = ""
    """What the cue says instead where the list of lines has no room."""
    sides: Sides | None = None
    rest: bool = False
    mat: bool = False

    @property
    def whole(self) -> str:
        """All lines as one paragraph while one gets ready; "" while one of them is on."""
        lines = self.lines
        is_on = lines.current is not None or lines.quiet
        return "" if is_on else " ".join(lines.texts)


class FigureStage(QWidget):
    """Shows a StageText and a figure; a click on it is a wish to pause or go on."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, StageText()
        self._kept_ground: tuple[object, QPixmap] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # It paints the paper around its corners too, so a frame of the figure paints no more.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pills = SetPills(theme, parent=self)
        met_as(FigureView, picture)
        self._figure = FigureView(theme, self)
        self._figure.lower()
        self._sides = SidePair(theme, parent=self)

    def _read_in_order(self, *parts: QWidget) -> None:
        """A screen reader meets these last, in this order; it goes by who lies above whom."""
        for part in parts:
            part.raise_()

    def show_stage(self, text: StageText) -> None:
        """Say this from now on."""
        before, self._text = self._text, text
        self._pills.show_sets(text.pills)
        if msgspec.structs.replace(text, pills=()) == msgspec.structs.replace(before, pills=()):
            return
        self._say(text)
        if text.sides is not None:
            self._sides.show_sides(text.sides)
        self._place()
        self.update()

    def show_figure(self, sight: Sight, *, paused: bool) -> None:
        """The figure of this moment."""
        before, drawing = self._figure.drawing, sight.drawing
        self._figure.show_sight(sight)
        self._figure.set_paused(paused)
        if before is None or drawing.box != before.box:
            self._place()
            self.update()

    def describe_figure(self, text: str) -> None:
        """What a screen reader says of the figure."""
        self._figure.describe(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @abstractmethod
    def _say(self, text: StageText) -> None:
        """Have the words say what is new."""

    @abstractmethod
    def _place(self) -> None:
        """Lay out words and figure."""

    @abstractmethod
    def _horizon(self) -> int:
        """Where the floor begins."""

    @property
    def _is_flat(self) -> bool:
        """The figure lies on a mat that is seen from above: there is no horizon."""
        drawing = self._figure.drawing
        return drawing is not None and drawing.mat is not None

    def _ground(self, horizon: int) -> QPixmap:
        """The wall and the floor: painted once, shown under every frame of the figure."""
        top = "stageRestTop" if self._text.rest else "stageTop"
        look = (self.size(), self.devicePixelRatio(), horizon, top)
        if self._kept_ground is None or look != self._kept_ground[0]:
            self._kept_ground = (look, self._painted_ground(horizon, top))
        return self._kept_ground[1]

    def _painted_ground(self, horizon: int, top: str) -> QPixmap:
        ground = QPixmap(self.size() * self.devicePixelRatio())
        ground.setDevicePixelRatio(self.devicePixelRatio())
        ground.fill(self._theme.colour("paper"))
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        draw_ground(painter, self._theme, whole, horizon, top)
        painter.end()
        return ground

    def _look_changed(self) -> None:
        self._kept_ground = None
        self._place()
        self.update()
