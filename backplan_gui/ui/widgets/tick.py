"""A tick box with its words beside it; the whole row can be pressed.

The words are a Label of ours, because a QCheckBox neither wraps its text nor sets the
height of a line; to screen readers it stays the check box it is.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .button import pressable
from .card import column
from .label import Label
from .reading import as_read
from .toggling import Toggling

BOX, GAP, SMALLEST = 24, 8, 44
EDGE, TIGHT = 16, 8
"""Before the box and after the words in a frame: as wished, and where many stand in a line."""
_RADII = {48: 14.0, 60: 18.0}
_ROUND = 0.29
"""The corner radius of the box as a share of its side."""


class Tick(Toggling, QCheckBox):
    """A tick box; with `frame`, a height of the design, it lies in an outlined field.

    In a `tight` frame there is just enough room for a short word.
    """

    ring_colour = "focus"

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str = "body",
        *,
        frame: int = 0,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._frame, self._tight = theme, frame, tight
        self.setAccessibleName(text)
        pressable(self)
        self.hear_toggles()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = Label(theme, text, role, wrap=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = column(self._label)
        self.setLayout(self._words)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def ring_radius(self) -> float:
        """Corner radius for the focus ring."""
        return _RADII.get(self._frame, self._theme.px(BOX) * _ROUND)

    @property
    def ring_rect(self) -> QRect:
        """The frame, or the box where there is none: who asks gives it room before it."""
        if self._frame:
            return self.rect()
        side = self._theme.px(BOX)
        box = QRectF(0, (self.height() - side) // 2, side, side)
        return as_read(self, box).toRect()

    def sizeHint(self) -> QSize:
        size = self._words.totalSizeHint()
        return QSize(size.width(), max(self.minimumHeight(), size.height()))

    def minimumSizeHint(self) -> QSize:
        return self._words.totalMinimumSize().expandedTo(QSize(0, self.minimumHeight()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._frame:
            outline = "primary" if lit or self.isChecked() else "lineStrong"
            fill, rect = "primarySoft" if lit else "surface", QRectF(self.rect())
            draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1.5)
        side = self._theme.px(BOX)
        box = QRectF(self._indent(), (self.height() - side) / 2, side, side)
        self._draw_box(painter, as_read(self, box), lit=lit)

    def _draw_box(self, painter: QPainter, box: QRectF, *, lit: bool) -> None:
        fill, outline = "surface", "primary" if lit else "lineStrong"
        if self.isChecked():
            fill = outline = "primaryHover" if lit else "primary"
        elif self.isDown():
            fill = "primaryTint"
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        draw_area(painter, self._theme, box, box.width() * _ROUND, fill, outline, 1.5)
        if self.isChecked():
            draw_check(painter, box, self._theme.colour("onPrimary"))

    def _indent(self) -> int:
        if not self._frame:
            return 0
        return TIGHT if self._tight else EDGE

    def _restyle(self) -> None:
        edge = 4 if self._frame else 0
        gap = 12 if self._frame and not self._tight else GAP
        left = self._indent() + self._theme.px(BOX) + gap
        self._words.setContentsMargins(left, edge, self._indent(), edge)
        self.setMinimumHeight(max(SMALLEST, self._frame, self._theme.px(self._frame * 0.8)))
        self.updateGeometry()
        self.update()


def draw_check(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A check mark in the middle of a box."""
    side = box.width() * 0.75
    corner = box.center() - QPointF(side / 2, side / 2)
    draw_icon(painter, "check", ink, QRectF(corner.x(), corner.y(), side, side))
