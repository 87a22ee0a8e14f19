"""A day and a time of day, chosen part by part between − and +: nothing is typed, so nothing
can be typed wrongly, and a date reads the same in every country.
"""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from .. import words
from .theme import Theme
from .widgets.flow import Flow
from .widgets.stepper import Stepper

GAP = 12
MINUTES = 5
"""From one time to the next."""
_LATEST = 24 * 60 - MINUTES


class DaySteppers(QWidget):
    """Day, month and year of a date between two; each part moves the whole date."""

    changed = Signal(str)
    """An ISO date."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._day = Stepper(theme, self.tr("A day earlier"), self.tr("A day later"))
        self._month = Stepper(theme, self.tr("A month earlier"), self.tr("A month later"))
        self._year = Stepper(theme, self.tr("A year earlier"), self.tr("A year later"))
        self._parts = self._day, self._month, self._year
        for part in self._parts:
            part.less_asked.connect(self._on_earlier)
            part.more_asked.connect(self._on_later)
        self.setLayout(Flow(*self._parts, gap=GAP, line_gap=GAP))

    def show_day(self, day: str, first: str, last: str) -> None:
        """The ISO date chosen, and between which ones it lies."""
        self._first, self._last = date.fromisoformat(first), date.fromisoformat(last)
        self._shown = min(max(date.fromisoformat(day), self._first), self._last)
        local = self._shown.isoformat()
        for part, form in zip(self._parts, ("d", "MMM", "yyyy"), strict=True):
            part.show_value(
                words.weekday(local, form),
                smallest=self._shown <= self._first,
                largest=self._shown >= self._last,
            )
        self._year.setVisible(self._first.year != self._last.year)

    def _on_earlier(self) -> None:
        self._move(-1)

    def _on_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        sender = self.sender()
        if sender is self._day:
            moved = self._shown + timedelta(days=by)
        else:
            moved = _months_on(self._shown, by if sender is self._month else 12 * by)
        moved = min(max(moved, self._first), self._last)
        self.show_day(moved.isoformat(), self._first.isoformat(), self._last.isoformat())
        self.changed.emit(moved.isoformat())


class TimeSteppers(QWidget):
    """Hour and minutes of a time of day."""

    changed = Signal(str)
    """As in "18:30"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every clock
        self._hour = Stepper(theme, self.tr("An hour earlier"), self.tr("An hour later"))
        earlier, later = self.tr("Five minutes earlier"), self.tr("Five minutes later")
        self._minute = Stepper(theme, earlier, later)
        for part in (self._hour, self._minute):
            part.less_asked.connect(self._on_earlier)
            part.more_asked.connect(self._on_later)
        self.setLayout(Flow(self._hour, self._minute, gap=GAP, line_gap=GAP))

    def show_time(self, time: str) -> None:
        """The time chosen, as in "18:30"."""
        hour, minute = map(int, time.split(":"))
        self._shown = 60 * hour + minute
        for part, text in ((self._hour, f"{hour:02}"), (self._minute, f":{minute:02}")):
            far = 60 if part is self._hour else MINUTES
            part.show_value(text, smallest=self._shown < far, largest=self._shown + far > _LATEST)

    def _on_earlier(self) -> None:
        self._move(-1)

    def _on_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        moved = self._shown + by * (60 if self.sender() is self._hour else MINUTES)
        time = f"{moved // 60:02}:{moved % 60:02}"
        self.show_time(time)
        self.changed.emit(time)


def _months_on(day: date, by: int) -> date:
    """The same day of another month, or its last one."""
    year, month = divmod(12 * day.year + day.month - 1 + by, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))
