"""The app's tile, as sharp as the screen can show it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..icons import app_pixmap
from ..theme import Theme


class Logo(QWidget):
    """The tile at a size in pixels; decoration, so screen readers pass it over."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._side = theme, size
        self._restyle()
        theme.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = app_pixmap(round(self.width() * self.devicePixelRatioF()))
        painter.drawPixmap(self.rect(), pixmap)

    def _restyle(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
