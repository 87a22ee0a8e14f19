"""Something that takes longer than a second: how far it is, and a way out."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .. import words
from .theme import Theme
from .widgets.area import draw_bar
from .widgets.sheet import Sheet

HIGH = 8


class _Bar(QWidget):
    """How much is done, 0 to 1; to a screen reader a percentage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        self._share = share
        self.setAccessibleName(words.percent(round(100 * share)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 3 * HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, HIGH, self.width(), HIGH)
        draw_bar(painter, self._theme, rect, HIGH / 2, round(self.width() * self._share))


class WorkingSheet(Sheet):
    """`dismissed` tells that it is not wanted any more."""

    def __init__(self, theme: Theme, window: QWidget, title: str) -> None:
        self._bar = _Bar(theme)
        text = self.tr("Your record is long, so this takes a moment.")
        super().__init__(theme, window, title, text, back=self.tr("Cancel"), body=self._bar)
        self.show_share(0)

    def show_share(self, share: float) -> None:
        """How far it is, 0 to 1."""
        self._bar.show_share(share)

    def finish(self) -> None:
        """It is done."""
        self._end()
