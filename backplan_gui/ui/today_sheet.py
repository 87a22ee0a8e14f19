"""A day fitted to today: less time, not on the floor, help on the way down, knees or feet.

It changes nothing but today; help with the floor is kept, and has a card of its own. What a
choice comes to in sets and minutes is worked out by whoever opened the sheet, and stands in one
line under the time.
"""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.exercise import Place
from ..core.tailoring import ASKED, Today
from .day_view import STEP
from .form_sheet import FormSheet
from .theme import Theme
from .widgets.card import Card, column
from .widgets.choice import Choice
from .widgets.flow import Flow
from .widgets.label import Label
from .widgets.stepper import Stepper
from .widgets.switch import Switch

ALL, LESS = "all", "less"
KNEES, FEET = "knees", "feet"


class Asks(NamedTuple):
    """What makes sense to ask about a day."""

    minutes: tuple[int, ...]
    """The lengths there are below all of it; none where the day comes in parts."""
    floor: bool
    feet: tuple[tuple[str, str], ...]
    """Exercises done from the knees or the feet: id and name."""


def asks_of(content: Content, number: int, minutes: int) -> Asks:
    """For a day of the plan of which so many minutes are open."""
    day = content.plan.day(number)
    names = [p.exercise for p in day.exercises]
    return Asks(
        () if day.parts else tuple(range(STEP, minutes, STEP)),
        any(content.exercises[name].place is Place.FLOOR for name in names),
        tuple((name, content.text(name).name) for name in names if name in ASKED),
    )


class TodayForm(QWidget):
    """The questions on cards; what an answer has made moot is not in sight."""

    changed = Signal()

    def __init__(
        self, theme: Theme, asks: Asks, today: Today, told: Callable[[Today], str]
    ) -> None:
        super().__init__()
        self._theme, self._asks, self._told = theme, asks, told
        offered = today.minutes if today.minutes in asks.minutes else None
        self._today = msgspec.structs.replace(today, minutes=offered)
        self._feet: dict[str, Choice] = {}
        self._time, self._body = self._build_time(), self._build_floor()
        self._kneeling, self._kept = self._build_feet(), self._build_help()
        self.setLayout(column(self._time, self._body, self._kneeling, self._kept, gap=8))
        self._refresh()

    @property
    def today(self) -> Today:
        """The answers as they stand."""
        return self._today

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._amount.current if self._asks.minutes else self._off_floor

    def _build_time(self) -> QWidget:
        name = self.tr("I have")
        options = ((ALL, self.tr("Time for all of it")), (LESS, self.tr("Less time")))
        self._amount = Choice(self._theme, name, options)
        self._amount.chosen.connect(self._on_amount)
        self._minutes = Stepper(self._theme, self.tr("Fewer minutes"), self.tr("More minutes"))
        self._minutes.less_asked.connect(self._on_fewer)
        self._minutes.more_asked.connect(self._on_more)
        self._line = Label(self._theme, ink="ink2", wrap=True)
        card, inside = _card(self._theme)
        label = Label(self._theme, name)
        inside.addLayout(Flow(label, self._amount, self._minutes, gap=16, line_gap=8))
        inside.addWidget(self._line)
        return card

    def _build_floor(self) -> QWidget:
        self._off_floor = Switch(
            self._theme,
            self.tr("The floor is not possible today"),
            self.tr("Every floor exercise has a chair or standing form."),
        )
        self._off_floor.clicked.connect(self._on_off_floor)
        card, inside = _card(self._theme)
        inside.addWidget(self._off_floor)
        return card

    def _build_help(self) -> QWidget:
        self._help = Switch(
            self._theme,
            self.tr("Help me get down and up"),
            self.tr("A line at a time, about 40 s each way. Kept for the next days too."),
        )
        self._help.clicked.connect(self._on_help)
        card, inside = _card(self._theme)
        inside.addWidget(self._help)
        return card

    def _build_feet(self) -> QWidget:
        card, inside = _card(self._theme)
        inside.setSpacing(2)
        for exercise, name in self._asks.feet:
            options = ((KNEES, self.tr("Knees")), (FEET, words.feet(exercise)))
            choice = Choice(self._theme, name, options)
            choice.setObjectName(exercise)
            choice.chosen.connect(self._on_feet)
            self._feet[exercise] = choice
            inside.addLayout(
                Flow(Label(self._theme, name), choice, gap=16, line_gap=2, spread=True)
            )
        inside.addWidget(
            Label(self._theme, self.tr("Both count in full."), "small", "ink2", wrap=True)
        )
        return card

    def _on_amount(self, value: str) -> None:
        self._change(minutes=self._asks.minutes[-1] if value == LESS else None)

    def _on_fewer(self) -> None:
        self._step(-1)

    def _on_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        offered = self._asks.minutes
        ends = self._minutes.findChildren(QAbstractButton)
        had_focus = any(end.hasFocus() for end in ends)
        self._change(minutes=offered[offered.index(self._today.minutes or STEP) + by])
        if had_focus:  # what rests now at its end would let the keyboard go
            at_hand = ends if by > 0 else ends[::-1]
            next(end for end in reversed(at_hand) if end.isEnabled()).setFocus()

    def _on_off_floor(self, off: bool) -> None:
        self._change(floor=not off)

    def _on_help(self, on: bool) -> None:
        self._change(help=on)

    def _on_feet(self, value: str) -> None:
        sender = self.sender()
        assert sender is not None
        exercise = frozenset((sender.objectName(),))
        feet = self._today.feet
        self._change(feet=feet | exercise if value == FEET else feet - exercise)

    def _change(self, **answers: object) -> None:
        self._today = msgspec.structs.replace(self._today, **answers)
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        asks, today = self._asks, self._today
        less = today.minutes is not None
        self._time.setVisible(bool(asks.minutes))
        self._amount.show_choice(LESS if less else ALL)
        self._minutes.setVisible(less)
        self._minutes.show_value(
            words.minutes(today.minutes or 0),
            smallest=less and today.minutes == asks.minutes[0],
            largest=less and today.minutes == asks.minutes[-1],
        )
        self._line.setText(self._told(today))
        self._body.setVisible(asks.floor)
        self._off_floor.setChecked(not today.floor)
        self._help.setChecked(today.help)
        self._kept.setVisible(asks.floor and today.floor)
        for exercise, choice in self._feet.items():
            choice.show_choice(FEET if exercise in today.feet else KNEES)
        self._kneeling.setVisible(bool(asks.feet) and today.floor)


def _card(theme: Theme) -> tuple[Card, QVBoxLayout]:
    card = Card(theme)
    inside = column(gap=8, margins=(20, 10, 20, 10))
    card.setLayout(inside)
    return card, inside


class TodaySheet(FormSheet):
    """Asks; `chosen` tells the answers, where they are taken."""

    chosen = Signal(Today)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        asks: Asks,
        today: Today,
        told: Callable[[Today], str],
    ) -> None:
        form = TodayForm(theme, asks, today, told)
        super().__init__(
            theme,
            window,
            self.tr("Fit it to today"),
            self.tr("For today. The plan stays as it is."),
            form,
            take=self.tr("Done"),
            leave=self.tr("Leave it as it was"),
        )
        self._form = form
        form.changed.connect(self.place)
        form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Close, and tell how the day shall be."""
        super().take()
        self.chosen.emit(self._form.today)
