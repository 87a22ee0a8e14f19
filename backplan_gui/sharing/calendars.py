"""The days to come, as the plan and the record have them, for a calendar."""

from __future__ import annotations  # the sheets' values are only imported to be checked

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..core.coming import (
    Appointment,
    DayName,
    coming_days,
    first_date,
    normal_week,
    routine_week,
)
from ..core.routine import whole
from ..core.schedule import DayState
from ..front import Front
from ..services.clock import Clock
from .contents import Making

if TYPE_CHECKING:
    from ..ui.calendar_sheet import CalendarWish


class Calendars(QObject):
    """Knows which days are to come, as they stood when it last looked, and writes them down."""

    def __init__(self, front: Front, clock: Clock) -> None:
        super().__init__()
        self._front, self._clock = front, clock

    def look(self) -> None:
        """How the week stands now."""
        self._week = self._front.journal.week()
        self._names = {day.number: self._name(day.number) for day in self._week.days}

    @property
    def routine(self) -> dict[int, int]:
        """The day of the plan for each weekday of a normal week that has one, Monday is 0."""
        picked = enumerate(whole(self._front.journal.settings.routine))
        return {weekday: number for weekday, number in picked if number}

    def told(self, time: str) -> str:
        """Which days the file would hold at that time of day; "" if none are open."""
        from ..ui.export_words import coming

        still = [day.number for day in self._week.days if day.state is not DayState.DONE]
        return coming(still, self._first(time), self._clock.now().local_date)

    def file(self, wish: CalendarWish) -> Making:
        """What a calendar opens."""
        from ..services.calendar_file import calendar, machine_zone

        yield 0.0
        return calendar(self._appointments(wish), self._clock.now().utc, machine_zone())

    def _appointments(self, wish: CalendarWish) -> tuple[Appointment, ...]:
        first, names, plan = self._first(wish.time), self._names, self._front.content.plan.id
        if not wish.weekdays:
            return coming_days(self._week, first, wish.time, names, plan=plan, alarm=wish.alarm)
        routine = {n: names[day] for n, day in self.routine.items() if n in wish.weekdays}
        weeks = routine_week(routine, first, wish.time, plan=plan, alarm=wish.alarm)
        others = [n for n in wish.weekdays if n not in routine]
        if not others:
            return weeks
        usual = sorted(name.minutes for name in names.values())[len(names) // 2]
        name = DayName(self.tr("Backplan: a day of your choice"), usual)
        free = normal_week(others, first, wish.time, name, plan=plan, alarm=wish.alarm)
        return (*weeks, free)

    def _name(self, number: int) -> DayName:
        title = self._front.content.day_text(number).short
        low, _ = self._front.journal.composing.span(number)
        return DayName(self.tr("Backplan, day {}: {}").format(number, title), low)

    def _first(self, time: str) -> str:
        now = self._clock.now()
        local = datetime.fromisoformat(now.utc) + timedelta(minutes=now.utc_offset)
        return first_date(self._week, now.local_date, f"{local:%H:%M}", time)
