"""A hairline at the foot of what scrolls, as long as more of it lies below."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ..theme import Theme
from .area import PLAIN


class FootLine(QWidget):
    """Parts what scrolls from the bar below it; without it words would end in the air."""

    def __init__(self, theme: Theme, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._theme, self._scroll = theme, scroll
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scroll.installEventFilter(self)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._place)
        bar.valueChanged.connect(self._place)
        theme.changed.connect(self._place)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("line"))

    def _place(self) -> None:
        high = round(PLAIN) if self._theme.high_contrast else 1
        rect = self._scroll.rect()
        self.setGeometry(0, rect.height() - high, rect.width(), high)
        bar = self._scroll.verticalScrollBar()
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
