"""A tick box on a quiet card: a title that is its name, and a sentence about it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ..theme import Theme
from .area import draw_area
from .label import Label
from .reading import as_read
from .tick import Tick

BEFORE, AFTER = 26, 20
LOWEST, LOW = 76, 64
SIDE = 30
"""Of the box."""


class TickCard(Tick):
    """All of the card can be pressed."""

    ring_radius = 20.0

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        self._is_low = False
        super().__init__(theme, title, "h3")
        self.setAccessibleDescription(text)
        note = Label(theme, text, ink="ink2", wrap=True)
        note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setSpacing(1)
        self._words.addWidget(note)
        self._words.insertStretch(0, 1)  # an alignment would keep them as low as in one line
        self._words.addStretch(1)

    def set_tight(self, tight: bool) -> None:
        """With less air above and below the words."""
        if tight != self._is_low:
            self._is_low = tight
            self._restyle()

    @property
    def ring_rect(self) -> QRect:
        """The card."""
        return self.rect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        rect, outline = QRectF(self.rect()), "primary" if lit else ""
        draw_area(painter, self._theme, rect, self.ring_radius, "sunken", outline, 1.5)
        side = self._theme.px(SIDE)
        box = QRectF(self._indent(), (self.height() - side) / 2, side, side)
        self._draw_box(painter, as_read(self, box), lit=lit)

    def _indent(self) -> int:
        return BEFORE

    def _restyle(self) -> None:
        left = BEFORE + self._theme.px(SIDE) + 18
        air = 8 if self._is_low else 13
        self._words.setContentsMargins(left, air, AFTER, air)
        self.setMinimumHeight(LOW if self._is_low else LOWEST)
        self.updateGeometry()
        self.update()
