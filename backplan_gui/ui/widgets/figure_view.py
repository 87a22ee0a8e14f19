"""The drawn person on show: paints the Drawing it was given, and again only for another one."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ... import resources
from ...core.figure import Figures
from ...core.plays import poses_from
from ...core.shapes import Drawing
from ..theme import Theme
from .figure_paint import PAUSED_OPACITY, Framing, figure_colours, paint_figure, placement

MARGIN = 14.0
"""Centimetres around the box that limbs, mat and shadow may reach into."""


@cache
def figures() -> Figures:
    """All exercises as drawings; read when the first is shown."""
    return Figures(poses_from(resources.file("design/poses.json").read_bytes()))


class FigureView(QWidget):
    """One figure, see-through around it; clicks go to what lies below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        self._framing = Framing()
        self._paused, self._done = False, False
        self._still: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._look_changed)

    @property
    def drawing(self) -> Drawing | None:
        """What is on show."""
        return self._drawing

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show this from now on; nothing with None."""
        before, self._drawing = self._drawing, drawing
        if drawing == before:
            return
        self._still = None
        if before is None or drawing is None or before.box != drawing.box:
            self.update()
        else:
            self.update(self._reach(drawing).toAlignedRect())

    def set_framing(self, framing: Framing) -> None:
        """Where the figure goes from now on."""
        if framing != self._framing:
            self._framing = framing
            self._look_changed()

    def set_paused(self, paused: bool) -> None:
        """Faded as a whole while the session stands still."""
        if paused != self._paused:
            self._paused = paused
            self._look_changed()

    def set_done(self, done: bool) -> None:
        """In the pale colours of a side that is done."""
        if done != self._done:
            self._done = done
            self._look_changed()

    def describe(self, text: str) -> None:
        """What a screen reader says of the figure: one sentence."""
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(242, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._drawing
        if drawing is None:
            return
        painter = QPainter(self)
        if not self._paused:
            self._paint(painter, drawing, 1.0)
            return
        if self._still is None or self._still.size() != self.size() * self.devicePixelRatio():
            self._still = self._faded(drawing)
        painter.drawPixmap(0, 0, self._still)

    def _faded(self, drawing: Drawing) -> QPixmap:
        """A figure that stands still and is looked through: painted once, shown often."""
        ratio = self.devicePixelRatio()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        self._paint(painter, drawing, PAUSED_OPACITY)
        painter.end()
        return still

    def _paint(self, painter: QPainter, drawing: Drawing, opacity: float) -> None:
        colours = figure_colours(self._theme.dark, self._done)
        paint_figure(painter, QRectF(self.rect()), drawing, colours, self._framing, opacity)

    def _reach(self, drawing: Drawing) -> QRectF:
        box = drawing.box
        wide, tall = box.right - box.left + 2 * MARGIN, box.high - box.low + 2 * MARGIN
        around = QRectF(box.left - MARGIN, box.low - MARGIN, wide, tall)
        return placement(QRectF(self.rect()), drawing, self._framing).mapRect(around)

    def _look_changed(self) -> None:
        self._still = None
        self.update()
