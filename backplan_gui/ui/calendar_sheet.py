"""About the calendar file: the coming days or a normal week, at which time, with what alarm."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from .. import words
from .form_sheet import FormSheet
from .moment_steppers import TimeSteppers
from .theme import Theme
from .widgets.card import Card, column
from .widgets.choice import Choice
from .widgets.even import Even
from .widgets.flow import Flow
from .widgets.label import Label
from .widgets.tick import Tick

DAYS, ROUTINE = "days", "routine"
TIME = "18:30"
"""When nobody has chosen yet (design-system.md, picture 08)."""
ALARMS = (None, 0, 10, 30)
"""Minutes before; None for no alarm."""
WEEKDAYS = 7

NO_ROUTINE: Mapping[int, int] = MappingProxyType({})
"""The day of the plan for each weekday that has one, Monday is 0."""

Told = Callable[[str], str]
"""Which days the file would hold at that time of day; "" if none are open."""


class CalendarWish(msgspec.Struct, frozen=True):
    """What the file is to hold."""

    time: str
    """Local, as in "18:30"."""
    alarm: int | None
    """Minutes before the time; None for none."""
    weekdays: tuple[int, ...] = ()
    """Of a normal week, Monday is 0; none: the coming days of the plan, one a day."""


class CalendarForm(QWidget):
    """Which days in one card, when in another."""

    changed = Signal()

    def __init__(
        self, theme: Theme, told: Told, routine: Mapping[int, int], before: CalendarWish
    ) -> None:
        super().__init__()
        self._theme, self._told, self._coming = theme, told, bool(told(TIME))
        self._routine = routine
        self._what = DAYS if self._coming and not before.weekdays else ROUTINE
        self._time, self._alarm = before.time, before.alarm
        names = (words.day_of_week(n, "ddd") for n in range(WEEKDAYS))
        self._days = [Tick(theme, name, frame=48, tight=True) for name in names]
        self.setLayout(column(self._build_days(), self._build_time(), gap=10))
        # At first twice a week, with days of rest between.
        for day in before.weekdays or routine or (0, 3):
            self._days[day].setChecked(True)
        for tick in self._days:
            tick.toggled.connect(self._on_changed)
        self._refresh()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._choice.current if self._coming else self._days[0]

    @property
    def wish(self) -> CalendarWish | None:
        """The answers as they stand; None as long as no day is ticked."""
        if self._what == DAYS:
            return CalendarWish(self._time, self._alarm)
        ticked = tuple(n for n, tick in enumerate(self._days) if tick.isChecked())
        return CalendarWish(self._time, self._alarm, ticked) if ticked else None

    def _build_days(self) -> QWidget:
        name = self.tr("Which days")
        options = ((DAYS, self.tr("The coming days")), (ROUTINE, self.tr("A normal week")))
        self._choice = Choice(self._theme, name, options)
        self._choice.chosen.connect(self._on_what)
        self._line = Label(self._theme, ink="ink2", wrap=True)
        self._week = QWidget()
        self._week.setLayout(Even(*self._days, gap=8, line_gap=8))
        card, inside = Card(self._theme), column(gap=8, margins=(20, 12, 20, 12))
        self._which = QWidget()
        line = Flow(Label(self._theme, name), self._choice, gap=16, line_gap=4, spread=True)
        self._which.setLayout(line)
        for part in (self._which, self._week, self._line):
            inside.addWidget(part)
        card.setLayout(inside)
        return card

    def _build_time(self) -> QWidget:
        self._clock = TimeSteppers(self._theme)
        self._clock.changed.connect(self._on_time)
        before = self.tr("Alarm before")
        said = {None: self.tr("None"), 0: self.tr("On time")}
        options = [(str(n), said.get(n) or words.minutes(n or 0)) for n in ALARMS]
        self._alarms = Choice(self._theme, before, options)
        self._alarms.chosen.connect(self._on_alarm)
        card, inside = Card(self._theme), column(gap=8, margins=(20, 12, 20, 12))
        at = Label(self._theme, self.tr("Time of day"))
        inside.addLayout(Flow(at, self._clock, gap=16, line_gap=4, spread=True))
        label = Label(self._theme, before)
        inside.addLayout(Flow(label, self._alarms, gap=16, line_gap=4, spread=True))
        card.setLayout(inside)
        return card

    def _on_what(self, value: str) -> None:
        self._what = value
        self._on_changed()

    def _on_time(self, time: str) -> None:
        self._time = time
        self._on_changed()

    def _on_alarm(self, value: str) -> None:
        self._alarm = next(n for n in ALARMS if str(n) == value)
        self._on_changed()

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self._which.setVisible(self._coming)
        self._choice.show_choice(self._what)
        self._week.setVisible(self._what == ROUTINE)
        days = self._what == DAYS
        self._line.setText(self._told(self._time) if days else self._said_of_week())
        self._clock.show_time(self._time)
        self._alarms.show_choice(str(self._alarm))

    def _said_of_week(self) -> str:
        wish = self.wish
        if wish is None:
            return self.tr("Tick at least one day.")
        days = [
            self.tr("{} Day {}").format(words.day_of_week(n, "ddd"), self._routine[n])
            for n in wish.weekdays
            if n in self._routine
        ]
        every = self.tr("Every week, until you take it out of your calendar.")
        return f"{words.MIDDLE_DOT.join(days)}. {every}" if days else every


class CalendarSheet(FormSheet):
    """Asks; `wished` tells the answers, where they are taken."""

    wished = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        told: Told,
        routine: Mapping[int, int] = NO_ROUTINE,
        before: CalendarWish | None = None,
    ) -> None:
        """`before`: the answers of another time, to begin with."""
        form = CalendarForm(theme, told, routine, before or CalendarWish(TIME, ALARMS[2]))
        super().__init__(
            theme,
            window,
            self.tr("Add to my calendar"),
            self.tr("A file that your calendar opens. Nothing about pain is in it."),
            form,
            take=self.tr("Choose where"),
            leave=self.tr("Not now"),
        )
        self._form = form
        form.changed.connect(self._on_changed)
        form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Close, and tell what the file is to hold."""
        wish = self._form.wish
        if wish is not None:
            super().take()
            self.wished.emit(wish)

    def _on_changed(self) -> None:
        self._take.setEnabled(self._form.wish is not None)
        self.place()
