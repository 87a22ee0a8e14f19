"""A sheet over the window: a question with a few options, one key each.

It is a child of the window, not a window of its own, so it cannot be lost behind it and
full screen stays full. While it is open everything behind it is out of reach of pointer
and keyboard; Esc or the cross closes it and changes nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .button import Button, IconButton, Kind, draw_key, key_width, pressable
from .card import Card, Scroll, column, row
from .focus_ring import FocusRing
from .label import Label
from .met_as import dialog, met_as
from .reading import as_read
from .scrim import Scrim

WIDTH = 720
TOP = 42
MARGIN = 24
GAP = 8
RADIUS = 28
REST = ("surface", "lineStrong", 1.5)
"""Fill, outline and its width of an option that is not looked at."""


class Option(NamedTuple):
    """One thing to choose: its id, icon, title and what it does."""

    id: str
    icon: str
    title: str
    text: str
    key: str = ""
    """Empty: its place among the options."""


class OptionRow(QAbstractButton):
    """One option as a wide button with a key cap."""

    ring_radius = 16.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, option: Option, key: str) -> None:
        super().__init__()
        self._theme, self._option, self._key = theme, option, key
        pressable(self)
        self.setText(option.title)
        self.setAccessibleName(option.title)
        self.setAccessibleDescription(option.text)
        # Fixed would keep a row as low as it is at the width of its hint.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        title = Label(theme, option.title, "h3", wrap=True, parent=self)
        text = Label(theme, option.text, ink="ink2", wrap=True, parent=self)
        for label in (title, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = column(title, text)
        self.setLayout(self._words)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 64, self.heightForWidth(WIDTH - 64))

    def heightForWidth(self, width: int) -> int:
        return max(72, self._words.totalHeightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.hasFocus() or self.underMouse() or self.isDown()
        fill, outline, width = ("primarySoft", "primary", 2) if chosen else REST
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, width)
        middle, tile, icon = self.height() / 2, self._tile(), self._theme.px(22)
        around = QRectF(15, middle - tile / 2, tile, tile)
        draw_area(painter, self._theme, as_read(self, around), 12, "primaryTint")
        square = QRectF(15 + (tile - icon) / 2, middle - icon / 2, icon, icon)
        draw_icon(painter, self._option.icon, self._theme.colour("primary"), as_read(self, square))
        side, end = self._theme.px(20), self.width() - 20
        chevron = QRectF(end - side, middle - side / 2, side, side)
        draw_icon(painter, "chevronRight", self._theme.colour("ink3"), as_read(self, chevron))
        wide = key_width(self._theme, self._key)
        cap = as_read(self, QRectF(end - side - 12 - wide, 0, wide, self.height()))
        draw_key(painter, self._theme, self._key, cap.center(), self._theme.colour("ink2"))

    def _tile(self) -> int:
        return max(48, self._theme.px(36))

    def _restyle(self) -> None:
        right = round(key_width(self._theme, self._key)) + self._theme.px(20) + 46
        self._words.setContentsMargins(15 + self._tile() + 15, 13, right, 13)
        self.update()


class Sheet(QWidget):
    """A scrim over `window` with a card on it; `chosen` tells the id, `dismissed` says none."""

    chosen = Signal(str)
    dismissed = Signal()
    beside = 0
    """Room for the rings of what stands in the body, which is in line with the head."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        text: str = "",
        options: Sequence[Option] = (),
        *,
        back: str = "",
        body: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._before = window.focusWidget()
        self._keys: dict[str, str] = {}
        met_as(Sheet, dialog)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._card = Card(theme, "paper", outline="line", radius=RADIUS, parent=self)
        self._scrim = Scrim(theme)
        inside = QWidget()
        self._inside = column(gap=GAP)
        inside.setLayout(self._inside)
        self._build_head(title, text)
        if body is not None:
            self._inside.addWidget(body)
        self._rows = [
            self._build_option(o, o.key or str(n)) for n, o in enumerate(options, start=1)
        ]
        if back:
            self._build_back(back)
        self._scroll = Scroll(theme, inside)
        self._card.setLayout(column(self._scroll, margins=(0, 20, 6, 20)))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_margins)
        self.place()
        self.show()
        self.raise_()
        (self._rows[0] if self._rows else self._close).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def body(self) -> QVBoxLayout:
        """Where more can be added below the options."""
        return self._inside

    def choose(self, id: str) -> None:
        """Close with an answer."""
        self._end()
        self.chosen.emit(id)

    def dismiss(self) -> None:
        """Close without one."""
        self._end()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.text() in self._keys and not event.isAutoRepeat():
            self.choose(self._keys[event.text()])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()

    def mousePressEvent(self, event: object) -> None:
        """A click beside the card does nothing: it is too easily made by accident."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside the sheet."""
        inside = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
        if not inside:
            return False
        ring = self._window.findChild(FocusRing)
        if ring is not None:
            ring.wake()
        focused = self.focusWidget()
        here = inside.index(focused) if focused in inside else -1 if next else 0
        inside[(here + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        self._scrim.draw(QPainter(self), self.size(), self._card.geometry(), RADIUS)

    def _build_head(self, title: str, text: str) -> None:
        self._close = IconButton(self._theme, self.tr("Close"), "close")
        self._close.clicked.connect(self.dismiss)
        said = column(Label(self._theme, title, "h2", wrap=True), margins=(0, 2, 0, 0))
        if text:
            said.addSpacing(4)
            said.addWidget(Label(self._theme, text, "bodyLarge", "ink2", wrap=True))
            said.addSpacing(8)
        said.addStretch(1)
        head = row(gap=12, margins=(self.beside, 0, self.beside, 0))
        head.addLayout(said, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(head)

    def _build_option(self, option: Option, key: str) -> OptionRow:
        made = OptionRow(self._theme, option, key)
        made.setObjectName(option.id)
        made.clicked.connect(self._on_option)
        self._keys[key] = option.id
        self._inside.addWidget(made)
        return made

    def _build_back(self, text: str) -> None:
        button = Button(self._theme, text, Kind.QUIET, key="Esc")
        button.clicked.connect(self.dismiss)
        self._inside.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _on_option(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.choose(sender.objectName())

    def place(self) -> None:
        """Over all of the window, the card as high as what is in it; call when either changes."""
        self.setGeometry(self._window.rect())
        width = min(WIDTH, self.width() - 2 * MARGIN)
        self._leave_margins(0)
        wanted = self._inside.totalHeightForWidth(width - 6) + 40
        top = min(TOP, MARGIN) if self.height() < 700 else TOP
        height = min(wanted, self.height() - top - MARGIN)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()
        self._fit_margins()

    def _fit_margins(self) -> None:
        """The scroll bar lies in the right margin, so that no line breaks when it comes."""
        bar = self._scroll.verticalScrollBar()
        self._leave_margins(bar.sizeHint().width() if bar.maximum() else 0)

    def _leave_margins(self, taken: int) -> None:
        beside = self.beside
        self._inside.setContentsMargins(32 - beside, 5, 26 - beside - taken, 8)

    def _end(self) -> None:
        self.hide()
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()
