"""What an answer about pain offers, on a card under it.

Which offer that is, and its words, are decided elsewhere (content/safety.md section 3); the
person decides what comes of it, so every way stands here in full, the plan as written last.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import Button
from .widgets.card import Card, Icon, column, row
from .widgets.choice import Choice, OneOf, Part
from .widgets.flow import Flow
from .widgets.focus_ring import REACH
from .widgets.label import Label

STACKED = 700
"""Below this width of the card, which grows with the text, two ways stand below the words."""
_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEIGHT, _DOT, _PADDING = 48, 20, 16


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


class _Way(Part):
    """One way on: a radio button in an outline, or without one where it is the quiet one."""

    ring_radius = 14.0
    is_quiet = False

    def sizeHint(self) -> QSize:
        dot = self._theme.px(_DOT)
        return QSize(self.advance + dot + 10 + 2 * _PADDING, max(_HEIGHT, self._theme.px(40)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = self._state()
        width = 2 if self.isChecked() else 1.5
        draw_area(painter, self._theme, QRectF(self.rect()), self.ring_radius, fill, outline, width)
        self._draw_dot(painter)
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.colour(ink))
        words = self.rect().adjusted(_PADDING + self._theme.px(_DOT) + 10, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _state(self) -> tuple[str, str, str]:
        """Fill, ink and outline."""
        ink = "primary" if self.is_quiet else "ink"
        if self.isChecked():
            return "primarySoft", ink, "primary"
        if self.isDown() or self.underMouse():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            return fill, ink, "" if self.is_quiet else "primary"
        return ("", ink, "") if self.is_quiet else ("surface", ink, "lineStrong")

    def _draw_dot(self, painter: QPainter) -> None:
        radius = self._theme.px(_DOT) / 2
        centre = QPointF(_PADDING + radius, self.height() / 2)
        colour = self._theme.colour("primary" if self.isChecked() else "lineStrong")
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius - 0.75, radius - 0.75)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)


class Ways(OneOf):
    """More ways than two, in as many lines as they need; the last one is quiet."""

    part = _Way

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, name, options)
        parts = list(self._parts.values())
        if len(parts) > 2 and isinstance(parts[-1], _Way):
            parts[-1].is_quiet = True
        flow = Flow(*parts, gap=8, line_gap=8)
        flow.setContentsMargins(REACH, 12, REACH, REACH)
        self.setLayout(flow)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        for part in self._parts.values():
            part.updateGeometry()
            part.update()


class OfferCard(Card):
    """Shows one offer after the other; `choice_made` tells the id of a way."""

    choice_made = Signal(str)
    signs_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sunken", outline="")
        self._view: OfferView | None = None
        self._ways: OneOf | None = None
        self._notes: list[QWidget] = []
        self._number = Label(theme, role="countdownMini", align=Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(theme, role="h3", wrap=True)
        self._text = Label(theme, ink="ink2", wrap=True)
        self._signs = Button(theme, self.tr("Warning signs"), icon="help")
        self._signs.clicked.connect(self.signs_asked)
        self._words = column()
        self._words.addLayout(column(self._title, self._text, gap=2, margins=(REACH, 0, 0, 0)))
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
        return [*ways, self._signs]

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
        self._number.setVisible(view.number is not None)
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._text.setVisible(bool(view.text))
        self._signs.setVisible(view.signs)
        self._beside.setVisible(view.signs or isinstance(self._ways, Choice))
        self._build_notes(view.notes)
        number = "" if view.number is None else f"{view.number}. "
        self.setAccessibleName(number + view.said)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._number.isVisible():
            x = self._number.geometry().right() + 21
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("lineStrong"), 1))
            painter.drawLine(x, 24, x, self.height() - 24)

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

    def _build_notes(self, notes: Sequence[str]) -> None:
        for old in self._notes:
            _drop(old)
        self._notes = [_Note(self._theme, note) for note in notes]
        for note in self._notes:
            self._words.addWidget(note)
            note.show()

    def _arrange(self) -> None:
        narrow = self.width() < STACKED * max(1, self._theme.scale)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._at_side.setContentsMargins(REACH if narrow else 0, 0, 0, 0)  # in line with the words
        self._number.setFixedWidth(self._theme.px(58))
        numbered = self._view is not None and self._view.number is not None
        self._frame.setSpacing(41 - REACH if numbered else 0)
        self._frame.setContentsMargins(26 if numbered else 26 - REACH, 22, 26, 22)
        self.update()


class _Note(QWidget):
    """One more thing to know."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        icon = Icon(theme, "info", "ink2", 18)
        layout = row(
            icon, Label(theme, text, ink="ink2", wrap=True), gap=8, margins=(REACH, 6, 0, 0)
        )
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _drop(widget: QWidget) -> None:
    """Out of sight at once, and gone a little later; a layout passes over what is hidden."""
    widget.hide()
    widget.deleteLater()
