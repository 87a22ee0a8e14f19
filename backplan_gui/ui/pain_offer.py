"""What an answer about pain offers, on a card under it.

Which offer that is, and its words, are decided elsewhere (content/safety.md section 3); the
person decides what comes of it, so every way stands here in full, the plan as written last.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from .pain_ways import Ways
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, column, row
from .widgets.choice import Choice, OneOf
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.reading import as_read

STACKED = 700
"""Below this width of the card, which grows with the text, two ways stand below the words."""
_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OfferView(NamedTuple):
    """An offer: `choices` as (id, word), `chosen` the id in force or "", `notes` beside it."""

    number: int | None
    title: str
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""
    notes: tuple[str, ...] = ()
    signs: bool = False
    """The warning signs can be opened from here."""

    @property
    def said(self) -> str:
        """All of it as one text."""
        parts = (
            self.title.rstrip("."),
            self.text.rstrip("."),
            *(n.rstrip(".") for n in self.notes),
        )
        return ". ".join(part for part in parts if part) + "."


class OfferCard(Card):
    """Shows one offer after the other; `choice_made` tells the id of a way."""

    choice_made = Signal(str)
    signs_asked = Signal()
    unfolded = Signal()
    """Its notes were opened or closed, and it needs another height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sunken", outline="")
        self._view: OfferView | None = None
        self._ways: OneOf | None = None
        self._notes: list[QWidget] = []
        self._tight = self._lean = self._open = False
        self._number = Label(theme, role="countdownMini", align=Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(theme, role="h3", wrap=True)
        self._text = Label(theme, ink="ink2", wrap=True)
        self._signs = Button(theme, self.tr("Warning signs"), icon="help")
        self._signs.clicked.connect(self.signs_asked)
        self._more = Button(theme, "", Kind.QUIET, size=44)
        self._more.clicked.connect(self._on_more)
        head = row(gap=12)
        head.addLayout(column(self._title, self._text, gap=2, margins=(REACH, 0, 0, 0)), 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._words = column()
        self._words.addLayout(head)
        self._beside, self._at_side = QWidget(), row(self._signs)
        self._beside.setLayout(self._at_side)
        self._body = row(gap=16)
        self._body.addLayout(self._words, 1)
        self._body.addWidget(self._beside, 0, _AT)
        self._frame = row()
        self._frame.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._frame.addLayout(self._body, 1)
        self.setLayout(self._frame)
        theme.changed.connect(self._arrange)

    @property
    def controls(self) -> list[QAbstractButton]:
        """What can be pressed, in reading order."""
        ways = self._ways.findChildren(QAbstractButton) if self._ways is not None else []
        return [self._more, *ways, self._signs]

    @property
    def is_open(self) -> bool:
        """The person wants to read what was folded away."""
        return self._open

    def show_offer(self, view: OfferView) -> None:
        """What is offered now; the same ways keep their place and the keyboard."""
        if self._view is None or (view.choices, view.title) != (
            self._view.choices,
            self._view.title,
        ):
            self._build_ways(view)
        self._view = view
        if self._ways is not None and view.chosen:
            self._ways.show_choice(view.chosen)
        self._number.setText("" if view.number is None else str(view.number))
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._text.setVisible(bool(view.text))
        self._signs.setVisible(view.signs)
        self._beside.setVisible(view.signs or isinstance(self._ways, Choice))
        self._build_notes(view.notes)
        self._open = False
        number = "" if view.number is None else f"{view.number}. "
        self.setAccessibleName(number + view.said)
        self._arrange()

    def set_density(self, *, tight: bool, lean: bool) -> None:
        """With less air; `lean`: the number, which its tile shows too, gives its room to the
        words, and what stands beside the offer waits behind a button.
        """
        self._tight, self._lean = tight, lean
        self._arrange()
        self._frame.activate()  # at once, so that it can be asked how high it is now

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._number.isVisible():
            number = as_read(self, QRectF(self._number.geometry()))
            line = as_read(self, QRectF(number.right() + 20, 24, 0, self.height() - 48))
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("lineStrong"), 1))
            painter.drawLine(line.topLeft(), line.bottomLeft())

    def _build_ways(self, view: OfferView) -> None:
        if self._ways is not None:
            _drop(self._ways)
            self._ways = None
        if not view.choices:
            return
        kind = Choice if len(view.choices) == 2 else Ways
        self._ways = kind(self._theme, view.title, view.choices)
        self._ways.chosen.connect(self.choice_made)
        if kind is Choice:
            self._at_side.insertWidget(0, self._ways)
        else:
            self._words.insertWidget(1, self._ways)
        self._ways.show()

    def _show_notes(self) -> None:
        """All of them, unless they are folded away."""
        for note in self._notes:
            note.setVisible(self._open or not self._lean)
        self._more.setText(self.tr("Show less") if self._open else self.tr("More to know"))
        self._more.set_icon("minus" if self._open else "plus")
        self._more.setVisible(self._lean and bool(self._notes))

    def _build_notes(self, notes: Sequence[str]) -> None:
        for old in self._notes:
            _drop(old)
        self._notes = [_Note(self._theme, note) for note in notes]
        for note in self._notes:
            self._words.addWidget(note)
            note.show()

    def _on_more(self) -> None:
        self._open = not self._open
        self.unfolded.emit()

    def _arrange(self) -> None:
        narrow = self.width() < STACKED * max(1, self._theme.scale)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._at_side.setContentsMargins(REACH if narrow else 0, 0, 0, 0)  # in line with the words
        self._number.setFixedWidth(self._theme.px(58))
        numbered = not self._lean and self._view is not None and self._view.number is not None
        self._number.setVisible(numbered)
        self._frame.setSpacing(41 - REACH if numbered else 0)
        if isinstance(self._ways, Ways):
            self._ways.set_air(8 if self._tight else 12)
        air = 12 if self._tight else 22
        self._frame.setContentsMargins(26 if numbered else 26 - REACH, air, 26, air)
        self._show_notes()
        self.update()


class _Note(QWidget):
    """One more thing to know."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        icon = Icon(theme, "info", "ink2", 18)
        layout = row(
            icon, Label(theme, text, ink="ink2", wrap=True), gap=8, margins=(REACH, 4, 0, 0)
        )
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _drop(widget: QWidget) -> None:
    """Out of sight at once, and gone a little later; a layout passes over what is hidden."""
    widget.hide()
    widget.deleteLater()
