"""The app's tile, as sharp as the screen can show it, alone and beside the name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..icons import app_pixmap
from ..theme import Theme, sized_font
from .card import row
from .reading import as_read


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


class Brand(QWidget):
    """The app's tile and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Backplan")
        self._tile = Logo(theme, 32)
        layout = row(self._tile)
        layout.addStretch(1)
        self.setLayout(layout)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(sized_font("h1", 20 * self._theme.scale))
        painter.setPen(self._theme.colour("ink"))
        text = QRectF(self.rect()).adjusted(self._tile.width() + 11, 0, 0, 0)
        painter.drawText(as_read(self, text), Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
