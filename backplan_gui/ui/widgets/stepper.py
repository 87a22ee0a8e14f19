"""A value between − and +: for what has many sizes and is tried one step at a time.

By keyboard the arrows up and down change it from either button, as in a box that spins.
"""

from operator import itemgetter

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ... import words
from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area, edge
from .button import pressable
from .card import row
from .label import Label

HEIGHT, TARGET, WIDEST_VALUE = 40, 44, 56


class _End(QAbstractButton):
    """The button at one end."""

    ring_colour = "focus"
    ring_radius = 8.0

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def ring_rect(self) -> QRect:
        """The part that lights up."""
        return self.rect().adjusted(6, 7, -6, -7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down belong to the stepper; here they would go to what stands around it."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = max(TARGET, self._theme.px(36))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, QRectF(self.ring_rect), self.ring_radius, fill)
        side = self._theme.px(18)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = self._theme.colour("primary" if self.isEnabled() else "disabledInk")
        draw_icon(painter, self._icon, ink, rect)


class Stepper(QWidget):
    """Shows a value; wishes for a smaller or a larger one are signals."""

    less_asked = Signal()
    more_asked = Signal()

    def __init__(self, theme: Theme, less: str, more: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._less = _End(theme, less, "minus")
        self._more = _End(theme, more, "plus")
        self._less.clicked.connect(self.less_asked)
        self._more.clicked.connect(self.more_asked)
        self._value = Label(theme, role="label", align=Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(row(self._less, self._value, self._more))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_value(self, text: str, *, smallest: bool = False, largest: bool = False) -> None:
        """The value in words; at either end the button there rests.

        From a button that rests Qt would move the keyboard to whatever comes next: who holds
        Space would switch that. It goes to the other button instead.
        """
        self._value.setText(text)
        ends = (self._less, smallest, self._more), (self._more, largest, self._less)
        for end, at_end, other in sorted(ends, key=itemgetter(1)):  # what wakes comes first
            end.setAccessibleDescription(text)
            if at_end and end.hasFocus() and other.isEnabled():
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            end.setEnabled(not at_end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up if self._more.isEnabled():
                self.more_asked.emit()
            case Qt.Key.Key_Down if self._less.isEnabled():
                self.less_asked.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                pass  # at an end, from where they lead nowhere
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge(self._theme, "surface", "lineStrong", 1.5))
        painter.setBrush(self._theme.colour("surface"))
        above = (TARGET - HEIGHT) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, above, -1, -above), 12, 12)

    def _restyle(self) -> None:
        self._value.setMinimumWidth(self._theme.px(WIDEST_VALUE))
        for end in (self._less, self._more):
            end.updateGeometry()
        self.update()


class MinutesStepper(Stepper):
    """Whole minutes between two ends, for the exercise of a name."""

    changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self._low = self._high = self._minutes = 0
        self.less_asked.connect(self._on_less)
        self.more_asked.connect(self._on_more)

    def show_minutes(self, minutes: int, low: int, high: int, name: str) -> None:
        """The minutes chosen, and how far they can go."""
        self._minutes, self._low, self._high = minutes, low, high
        self._less.setAccessibleName(self.tr("{}: less time").format(name))
        self._more.setAccessibleName(self.tr("{}: more time").format(name))
        self.show_value(words.minutes(minutes), smallest=minutes <= low, largest=minutes >= high)

    def _on_less(self) -> None:
        self.changed.emit(max(self._low, self._minutes - 1))

    def _on_more(self) -> None:
        self.changed.emit(min(self._high, self._minutes + 1))
