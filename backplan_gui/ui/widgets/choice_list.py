"""One of many values: radio buttons in lines below each other, which scroll in their frame."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .card import Scroll, column
from .choice import TARGET, OneOf, Part
from .focus_ring import REACH
from .label import Label
from .reading import as_read

FRAME, PADDING, CHECK = 2, 13, 18
MOST = 5.5
"""Lines in sight at once; the half one shows that there are more."""


class _Line(Part):
    """One value; the chosen one is filled and has a check."""

    ring_radius = 9.0

    def __init__(self, theme: Theme, group: str, text: str, parent: QWidget) -> None:
        super().__init__(theme, group, text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._word = Label(theme, text, "label", "ink2", wrap=True)
        self._word.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = column(self._word)
        self.setLayout(self._words)
        self._restyle()
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return self._words.totalSizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return self._words.totalMinimumSize().expandedTo(QSize(0, self.minimumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked():
            draw_area(painter, self._theme, rect, self.ring_radius, "primary")
            side = self._theme.px(CHECK)
            corner = rect.right() - PADDING - side
            square = QRectF(corner, (self.height() - side) / 2, side, side)
            draw_icon(painter, "check", self._theme.colour("onPrimary"), as_read(self, square))
        elif self.underMouse() or self.isDown():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, rect, self.ring_radius, fill)

    def _on_toggled(self, chosen: bool) -> None:
        self._word.set_role("label", "onPrimary" if chosen else "ink2")

    def _restyle(self) -> None:
        right = PADDING + self._theme.px(CHECK) + 8
        self._words.setContentsMargins(PADDING, 8, right, 8)
        self.setMinimumHeight(max(TARGET, self._theme.px(36)))
        self.updateGeometry()
        self.update()


class _Lines(OneOf):
    """All of them, with room for the focus ring."""

    part = _Line

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, name, options)
        self.setLayout(column(*self._parts.values(), margins=(REACH, REACH, REACH, REACH)))

    @property
    def stops(self) -> list[QWidget]:
        return list(self._parts.values())


class ChoiceList(QWidget):
    """The frame around the lines; which there are may change while it is used."""

    chosen = Signal(str)
    moved = Signal(QWidget)
    """The keyboard has gone to another line, perhaps out of sight of the page."""
    left = Signal()
    """By Esc."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._options: tuple[tuple[str, str], ...] = ()
        self._lines = _Lines(theme, name, ())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inside = QWidget()
        self._inside.setLayout(column(self._lines))
        self._scroll = Scroll(theme, self._inside)
        self._scroll.setParent(self)  # no layout: that of a scroll area knows no height
        theme.changed.connect(self.updateGeometry)

    @property
    def has_keyboard(self) -> bool:
        """One of its lines has the focus."""
        focused: QWidget | None = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def show_options(self, options: Sequence[tuple[str, str]], value: str, before: QWidget) -> None:
        """The values as (value, words), and the one in force; Tab comes there from `before`."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._refill(value, before)
        self._lines.show_choice(value)

    def reveal(self) -> None:
        """Scroll to the chosen one, once there are any."""
        if self._options:
            self._scroll.ensureWidgetVisible(self._lines.current, 0, REACH)

    def sizeHint(self) -> QSize:
        width = self._lines.sizeHint().width() + 2 * FRAME
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._lines.minimumSizeHint().width() + 2 * FRAME, TARGET)

    def heightForWidth(self, width: int) -> int:
        inside = self._lines.heightForWidth(width - 2 * FRAME)
        return min(inside + 2 * FRAME, self._highest())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME))
        self.reveal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_area(painter, self._theme, QRectF(self.rect()), 12, "sunken", "lineStrong", 1.5)

    def _refill(self, value: str, before: QWidget) -> None:
        """Other lines; the keyboard stays in them, and Qt moves it nowhere meanwhile."""
        old, self._lines = self._lines, _Lines(self._theme, self._name, self._options)
        new = self._lines
        new.chosen.connect(self._on_chosen)
        layout = self._inside.layout()
        assert layout is not None
        layout.addWidget(new)
        for stop in new.stops:  # before one is chosen: Qt passes over what Tab cannot reach
            QWidget.setTabOrder(before, stop)
            before = stop
        new.show_choice(value)
        new.show()
        if self.has_keyboard:
            new.current.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        layout.removeWidget(old)
        old.deleteLater()
        self.updateGeometry()

    def _on_chosen(self, value: str) -> None:
        self.chosen.emit(value)
        self.reveal()
        if self.has_keyboard:  # the line before: Qt chooses a line, then moves there
            self.moved.emit(self._lines.current)

    def _highest(self) -> int:
        return round(MOST * max(TARGET, self._theme.px(36))) + REACH + FRAME
