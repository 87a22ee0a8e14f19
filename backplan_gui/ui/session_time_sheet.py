"""When a session began and how long it was, put right: nothing is typed, all is stepped."""

from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..core.timing import FIRST, LONGEST, LONGEST_WALK, Fault, Timing, corrected
from . import session_words as said
from .form_sheet import FormSheet
from .moment_steppers import DaySteppers, TimeSteppers
from .theme import Theme
from .widgets.card import Card, column
from .widgets.label import Label
from .widgets.stepper import MinutesStepper


class TimeForm(QWidget):
    """Date, time of day and minutes, and below them how it reads, or why it cannot be."""

    def __init__(
        self, theme: Theme, timing: Timing, now: str, today: str, *, outside: bool
    ) -> None:
        super().__init__()
        self._theme, self._timing, self._now, self._outside = theme, timing, now, outside
        began = timing.local
        self._day, self._clock = timing.local_date, f"{began.hour:02}:{began.minute:02}"
        self._minutes, self._today = timing.minutes, max(today, timing.local_date)
        self._days, self._times = DaySteppers(theme), TimeSteppers(theme)
        self._length = MinutesStepper(theme)
        for end in self._length.findChildren(QAbstractButton):
            end.setAutoRepeat(True)  # an hour is many steps
        self._line = Label(theme, role="label", wrap=True)
        card = Card(theme)
        inside = column(margins=(20, 16, 20, 16))
        for name, part in self._named():
            inside.addWidget(Label(theme, name, "smallStrong", "ink2"))
            inside.addSpacing(4)
            inside.addWidget(part)
            inside.addSpacing(14)
        inside.addWidget(self._line)
        card.setLayout(inside)
        self.setLayout(column(card))
        self._connect()
        self._show()

    @property
    def found(self) -> Timing | Fault:
        """What it comes to as it stands."""
        day, clock = date.fromisoformat(self._day), time.fromisoformat(self._clock)
        return corrected(
            self._timing, day, clock, self._minutes, now=self._now, outside=self._outside
        )

    def _named(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (self.tr("Date"), self._days),
            (self.tr("Began at"), self._times),
            (self.tr("Minutes"), self._length),
        )

    def _connect(self) -> None:
        self._days.changed.connect(self._on_day)
        self._times.changed.connect(self._on_time)
        self._length.changed.connect(self._on_minutes)

    def _on_day(self, day: str) -> None:
        self._day = day
        self._show()

    def _on_time(self, clock: str) -> None:
        self._clock = clock
        self._show()

    def _on_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._show()

    def _show(self) -> None:
        self._days.show_day(self._day, FIRST.isoformat(), self._today)
        self._times.show_time(self._clock)
        longest = max(LONGEST_WALK if self._outside else LONGEST, self._minutes)
        self._length.show_minutes(self._minutes, 0, longest, self.tr("Session"))
        found = self.found
        if isinstance(found, Fault):
            self._line.setText(said.fault_said(found, outside=self._outside))
        else:
            self._line.setText(said.when(self._day, self._clock))


class SessionTimeSheet(FormSheet):
    """Asks for them; `corrected` tells the new timing, if it is another one."""

    corrected = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        timing: Timing,
        *,
        now: str,
        today: str,
        outside: bool = False,
    ) -> None:
        self._timing = timing
        self._form = TimeForm(theme, timing, now, today, outside=outside)
        super().__init__(
            theme,
            window,
            self.tr("When was this session?"),
            self.tr("What you did and said in it stays as it is."),
            self._form,
            take=self.tr("Keep this time"),
            leave=self.tr("Leave it"),
        )
        self._take.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Close with the new timing; one that cannot be stays on show, with the reason."""
        found = self._form.found
        if isinstance(found, Fault):
            return
        super().take()
        if found != self._timing:
            self.corrected.emit(found)
