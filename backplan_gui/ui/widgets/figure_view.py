"""The drawn person on show: paints the Drawing it was given, and again only for another one."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ... import resources
from ...core.figure import Figures
from ...core.plays import poses_from
from ...core.shapes import Drawing, Sight
from ..theme import Theme
from .figure_paint import PAUSED_OPACITY, Framing, paint_figure, palette_of, room_of


@cache
def figures() -> Figures:
    """All exercises as drawings; read when the first is shown.

    OSError or PoseError if a file is missing or broken: every exercise has its poses beside it.
    """
    root = resources.root()
    names = {file.stem for file in (root / "exercises").iterdir()}
    texts = {name: (root / "exercises" / f"{name}.json").read_bytes() for name in sorted(names)}
    return Figures(poses_from((root / "figure" / "body.json").read_bytes(), texts))


class FigureView(QWidget):
    """One figure, see-through around it; clicks go to what lies below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sight: Sight | None = None
        self._framing = Framing()
        self._paused, self._done = False, False
        self._still: QPixmap | None = None
        self._covered = QRectF()
        """What of it the figure on show covers."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._look_changed)

    @property
    def drawing(self) -> Drawing | None:
        """What is on show."""
        return self._sight.drawing if self._sight else None

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show this from now on; nothing with None."""
        self.show_sight(Sight(drawing) if drawing is not None else None)

    def show_sight(self, sight: Sight | None) -> None:
        """Show this from now on, perhaps with the figure before it shining through."""
        before, self._sight = self._sight, sight
        if sight == before:
            return
        self._still = None
        if before is not None and sight is not None and _in_one_place(before, sight):
            room = self._room(sight.drawing)
            self.update((room | self._covered).toAlignedRect().adjusted(-1, -1, 1, 1))
            self._covered = room
        else:
            self._covered = QRectF(self.rect())
            self.update()

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
        if text != self.accessibleName():
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(242, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        sight = self._sight
        if sight is None:
            return
        painter = QPainter(self)
        if self._paused:
            if self._still is None or self._still.size() != self.size() * self.devicePixelRatio():
                self._still = self._faded(sight.drawing)
            painter.drawPixmap(0, 0, self._still)
            return
        if sight.before is not None:
            self._paint(painter, sight.before, 1.0 - sight.share)
        self._paint(painter, sight.drawing, sight.share)

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
        colours = palette_of(self._theme, done=self._done)
        paint_figure(painter, QRectF(self.rect()), drawing, colours, self._framing, opacity)

    def _room(self, drawing: Drawing) -> QRectF:
        palette = palette_of(self._theme, done=self._done)
        return room_of(QRectF(self.rect()), drawing, palette, self._framing)

    def _look_changed(self) -> None:
        self._still, self._covered = None, QRectF(self.rect())
        self.update()


def _in_one_place(one: Sight, other: Sight) -> bool:
    """Neither fades, and both stand in the same box."""
    return one.before is other.before is None and one.drawing.box == other.drawing.box
