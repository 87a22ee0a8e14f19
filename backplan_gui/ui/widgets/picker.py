"""A value with a chevron: pressing it shows or hides what there is to choose from."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .button import pressable
from .card import column
from .label import Label
from .reading import as_read

TARGET, INSET = 44, 2
"""The least that reacts, and how much less of it is drawn above and below."""
PADDING, GAP, CHEVRON = 14, 8, 20


class Picker(QAbstractButton):
    """Closed, until whoever opens what belongs to it says so."""

    ring_colour = "focus"
    ring_radius = 12.0

    def __init__(self, theme: Theme, name: str, *, wide: int = 0) -> None:
        """At 100 % text `wide` pixels, however short its value is, where there is room."""
        super().__init__()
        self._theme, self._open, self._wide = theme, False, wide
        self.setAccessibleName(name)
        pressable(self)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._value = Label(theme, role="label", wrap=True)
        self._value.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = column(self._value)
        self.setLayout(self._words)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def ring_rect(self) -> QRect:
        """The box as drawn."""
        return self.rect().adjusted(0, INSET, 0, -INSET)

    @property
    def is_open(self) -> bool:
        """What there is to choose from is shown."""
        return self._open

    def show_value(self, text: str, *, is_open: bool) -> None:
        """The value in words, and whether the list is open."""
        self._open = is_open
        self._value.setText(text)
        hint = self.tr("{}. Hides the list.") if is_open else self.tr("{}. Shows the list.")
        self.setAccessibleDescription(hint.format(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        least = QSize(self._theme.px(self._wide), self.minimumHeight())
        return self._words.totalSizeHint().expandedTo(least)

    def minimumSizeHint(self) -> QSize:
        return self._words.totalMinimumSize().expandedTo(QSize(0, self.minimumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        fill = "primaryTint" if self.isDown() else "primarySoft" if lit else "surface"
        outline = "primary" if lit else "lineStrong"
        rect = QRectF(self.ring_rect)
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1.5)
        side = self._theme.px(CHEVRON)
        square = QRectF(self.width() - PADDING - side, (self.height() - side) / 2, side, side)
        painter.translate(as_read(self, square).center())
        if self._open:
            painter.rotate(180)
        square.moveCenter(QPointF(0, 0))
        draw_icon(painter, "chevronDown", self._theme.colour("ink2"), square)

    def _restyle(self) -> None:
        right = PADDING + self._theme.px(CHEVRON) + GAP
        self._words.setContentsMargins(PADDING, 10, right, 10)
        self.setMinimumHeight(max(TARGET, self._theme.px(36)))
        self.updateGeometry()
        self.update()
