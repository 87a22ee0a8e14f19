"""A switch with its words before it: a setting that is on or off. The row can be pressed."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ..theme import Theme
from .button import pressable
from .card import column
from .label import Label
from .reading import as_read
from .toggling import Toggling

WIDTH, HEIGHT, SMALLEST = 46, 28, 44


class Switch(Toggling, QCheckBox):
    """On or off; `note` is a second, quieter line."""

    ring_colour = "focus"

    def __init__(self, theme: Theme, text: str, note: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        pressable(self)
        self.hear_toggles()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        labels = [Label(theme, text, wrap=True)]
        if note:
            labels.append(Label(theme, note, "small", "ink2", wrap=True))
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = column(*labels)
        self.setLayout(self._words)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def ring_radius(self) -> float:
        """Corner radius for the focus ring."""
        return self.ring_rect.height() / 2

    @property
    def ring_rect(self) -> QRect:
        """The drawn switch, at the far end of the row."""
        width, height = self._theme.px(WIDTH), self._theme.px(HEIGHT)
        drawn = QRectF(self.width() - width, (self.height() - height) // 2, width, height)
        return as_read(self, drawn).toRect()

    def sizeHint(self) -> QSize:
        return self._words.totalSizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return self._words.totalMinimumSize().expandedTo(QSize(0, self.minimumHeight()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        body = QRectF(self.ring_rect)
        wider = 2 if self.isDown() else 0
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("primaryHover" if lit else "primary"))
            side = body.height() - 6
            thumb = QRectF(body.right() - 3 - side - wider, body.top() + 3, side + wider, side)
            thumb = as_read(self, thumb, body)
            ink = "onPrimary"
        else:
            ink = "primary" if lit else "lineStrong"
            painter.setPen(QPen(self._theme.colour(ink), 2))
            painter.setBrush(self._theme.colour("surface"))
            body = body.adjusted(1, 1, -1, -1)
            side = body.height() - 8
            thumb = QRectF(body.left() + 4, body.top() + 4, side + wider, side)
            thumb = as_read(self, thumb, body)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ink))
        painter.drawRoundedRect(thumb, side / 2, side / 2)

    def _restyle(self) -> None:
        self._words.setContentsMargins(0, 0, self._theme.px(WIDTH) + 16, 0)
        self.setMinimumHeight(max(SMALLEST, self._theme.px(36)))
        self.updateGeometry()
        self.update()
