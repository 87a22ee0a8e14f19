"""One of a few values, all of them in sight: radio buttons that look like one control.

They lie beside each other where there is room and below each other where there is not.
Tab reaches the chosen one and the arrow keys move the choice, as in every radio group.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ..theme import Theme
from .area import draw_area, edge
from .button import pressable
from .reading import put
from .toggling import Toggling

HEIGHT, TARGET = 40, 44
EDGE = 5
"""From the edge to the chosen part; the outline lies between."""
PADDING, TIGHT = 13, 8
"""Before and after each word: as wished, and where there is little room."""


class Part(Toggling, QRadioButton):
    """One value; all of its rectangle can be pressed."""

    ring_colour = "focus"

    def __init__(self, theme: Theme, group: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAccessibleDescription(group)
        pressable(self)
        self.hear_toggles()

    @property
    def advance(self) -> int:
        """How wide its word is."""
        return round(QFontMetricsF(self._theme.font("label")).horizontalAdvance(self.text())) + 1

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class _Segment(Part):
    """A part of the one control."""

    ring_radius = 9.0

    @property
    def ring_rect(self) -> QRect:
        """The chosen part as drawn."""
        above = (TARGET - HEIGHT) // 2 + EDGE - 1
        return self.rect().adjusted(0, above, 0, -above)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "ink2" if self.isEnabled() else "disabledInk"
        fill = ""
        if self.isChecked():
            fill, ink = "primary", "onPrimary"
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = "primaryTint" if self.isDown() else "primarySoft"
        if fill:
            draw_area(painter, self._theme, QRectF(self.ring_rect), self.ring_radius, fill)
        painter.setPen(self._theme.colour(ink))
        painter.setFont(self._theme.font("label"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class OneOf(QWidget):
    """The values as (value, word); `chosen` tells what the person picked."""

    chosen = Signal(str)
    part: type[Part]

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._parts: dict[str, Part] = {}
        for value, text in options:
            part = self.part(theme, name, text, self)
            part.setObjectName(value)
            part.clicked.connect(self._on_part)
            self._parts[value] = part
        self._value = ""

    @property
    def current(self) -> QWidget:
        """The part that is chosen, where Tab stops."""
        return self._parts[self._value]

    def show_choice(self, value: str) -> None:
        """The value in force; KeyError if it is none of the options."""
        self._parts[value].setChecked(True)
        self._settle(value)

    def _on_part(self) -> None:
        sender = self.sender()
        assert sender is not None
        value = sender.objectName()
        if value != self._value:
            self._settle(value)
            self.chosen.emit(value)

    def _settle(self, value: str) -> None:
        """Qt lets Tab reach only the chosen one, but not before one has had the focus."""
        self._value = value
        for own, part in self._parts.items():
            policy = Qt.FocusPolicy.TabFocus if own == value else Qt.FocusPolicy.NoFocus
            part.setFocusPolicy(policy)


class Choice(OneOf):
    """All values in one outline."""

    part = _Segment

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, name, options)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._across(self._theme.px(PADDING)), self._high())

    def minimumSizeHint(self) -> QSize:
        widest = max(part.advance for part in self._parts.values())
        return QSize(widest + 2 * (EDGE + self._theme.px(TIGHT)), self._high())

    def heightForWidth(self, width: int) -> int:
        rows = 1 if width >= self._across(self._theme.px(TIGHT)) else len(self._parts)
        return rows * self._high()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge(self._theme, "sunken", "lineStrong", 1.5))
        painter.setBrush(self._theme.colour("sunken"))
        above = (TARGET - HEIGHT) / 2
        rect = QRectF(self.rect()).adjusted(1, above, -1, -above)
        painter.drawRoundedRect(rect, 12, 12)

    def _place(self) -> None:
        high, left = self._high(), EDGE
        if self.heightForWidth(self.width()) > high:
            for number, part in enumerate(self._parts.values()):
                put(part, left, number * high, self.width() - 2 * left, high)
            return
        spare = self.width() - self._across(0)
        for number, part in enumerate(self._parts.values(), start=1):
            spent = spare * number // len(self._parts) - spare * (number - 1) // len(self._parts)
            put(part, left, 0, part.advance + spent, high)
            left += part.width()

    def _across(self, padding: int) -> int:
        """The width of all parts beside each other."""
        return 2 * EDGE + sum(part.advance + 2 * padding for part in self._parts.values())

    def _high(self) -> int:
        return max(TARGET, self._theme.px(36))

    def _restyle(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()
