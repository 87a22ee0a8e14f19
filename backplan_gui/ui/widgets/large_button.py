"""The one large button of a moment: as wide as its place, its words broken if they must be."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .area import draw_area
from .button import Button, Kind
from .label import broken


class LargeButton(Button):
    """Gives up its key cap, then its icon, then breaks its words, to stay in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Kind.PRIMARY, size=72, parent=parent)
        self._wanted = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_button(self, text: str, kind: Kind, icon: str, key: str) -> None:
        """What it is for from now on."""
        self.setText(text)
        self._kind, self._wanted = kind, (icon, key)
        self.setAccessibleName(text)
        self._shed()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shed()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline, width = self._state()
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, width)
        font = self._theme.font("label")
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        lines = broken(self.text(), font, self.width() - 24)
        high = self._theme.line_height("label")
        top = (self.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            row = QRect(0, top + number * high, self.width(), high)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)

    def _shed(self) -> None:
        """Keep of icon and key cap what there is room for."""
        icon, key = self._wanted
        for shown in ((icon, key), (icon, ""), ("", "")):
            self.set_icon(shown[0])
            self.set_key(shown[1])
            if self.sizeHint().width() <= self.width():
                return
