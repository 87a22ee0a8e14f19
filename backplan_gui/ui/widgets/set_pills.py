"""How far each set of an exercise is, as a row of small pills beside "Set 2 of 3"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .area import PLAIN
from .reading import as_read

PILL, GAP, HIGH, OUTLINE = 34, 6, 10, 1.2


class SetPills(QWidget):
    """One pill a set; decoration, for the words beside it say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[float, ...] = ()
        self._filled: tuple[int, ...] = ()
        self._pill, self._high = PILL, HIGH
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_times(self, times: float) -> None:
        """So many times as large as in the window."""
        self._pill, self._high = round(PILL * times), round(HIGH * times)
        self.show_sets(self._shares)
        self.updateGeometry()
        self.update()

    def show_sets(self, shares: tuple[float, ...]) -> None:
        """How much of each set is done, 0 to 1."""
        self._shares = shares
        filled = tuple(round(self._pill * share) for share in shares)
        if filled == self._filled:
            return
        if len(filled) != len(self._filled):
            self.updateGeometry()
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._filled)
        return QSize(max(0, count * (self._pill + GAP) - GAP), self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = PLAIN if self._theme.high_contrast else OUTLINE
        inset = width / 2
        for number, filled in enumerate(self._filled):
            rect = QRectF(number * (self._pill + GAP), 0, self._pill, self._high)
            rect.adjust(inset, inset, -inset, -inset)
            pill = QPainterPath()
            pill.addRoundedRect(as_read(self, rect), rect.height() / 2, rect.height() / 2)
            painter.fillPath(pill, self._theme.colour("surface"))
            done = QPainterPath()
            done.addRect(as_read(self, QRectF(rect.left(), 0, filled, self._high)))
            painter.fillPath(pill.intersected(done), self._theme.colour("primary"))
            outline = self._theme.colour("primary" if filled else "lineStrong")
            painter.setPen(QPen(outline, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(pill)
