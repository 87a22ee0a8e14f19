"""A backup in a list: a wide button, or a quiet block where it cannot be brought back."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from ..store.backups import Backup
from .icons import draw_icon
from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import pressable
from .widgets.card import Card, column
from .widgets.label import Label
from .widgets.reading import as_read
from .widgets.sheet import REST

SIDE, AIR = 20, 12
CHEVRON = 20


class BackupRow(QAbstractButton):
    """A backup that can be chosen."""

    ring_radius = 16.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, backup: Backup, title: str, text: str) -> None:
        super().__init__()
        self._theme, self.backup = theme, backup
        pressable(self)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text.replace("\n", ". "))
        # Fixed would keep a row as low as it is at the width of its hint.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = _words(theme, title, text)
        self.setLayout(self._words)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return self._words.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.underMouse() or self.isDown()
        fill, outline, width = ("primarySoft", "primary", 2) if lit else REST
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, width)
        side = self._theme.px(CHEVRON)
        chevron = QRectF(self.width() - SIDE - side, (self.height() - side) / 2, side, side)
        draw_icon(painter, "chevronRight", self._theme.colour("ink3"), as_read(self, chevron))

    def _restyle(self) -> None:
        right = SIDE + self._theme.px(CHEVRON) + AIR
        self._words.setContentsMargins(SIDE, AIR, right, AIR)
        self.update()


class UnreadableBackup(Card):
    """A backup that is there and of no use; nothing to press."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__(theme, "disabledFill", outline="", radius=BackupRow.ring_radius)
        words = _words(theme, title, text)
        words.setContentsMargins(SIDE, AIR, SIDE, AIR)
        self.setLayout(words)


def _words(theme: Theme, title: str, text: str) -> QVBoxLayout:
    return column(
        Label(theme, title, "h3", wrap=True), Label(theme, text, ink="ink2", wrap=True), gap=2
    )
