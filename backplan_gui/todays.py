"""How a day is fitted to today: fewer minutes, off the floor, with what there is at home.

What is set holds for that day until midnight, or until it is played; only what a person
says for good (help to the floor, the things at home) goes to the settings.
"""

from __future__ import annotations  # sheet types are only imported to be checked

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from .core.plan import SetSide
from .core.script import StepKind
from .core.tailoring import Today
from .front import Front

if TYPE_CHECKING:
    from .ui.day_view import TodayPlan


class Todays(QObject):
    """Asks how a day should be today, and knows what Start would play."""

    changed = Signal()

    def __init__(self, front: Front) -> None:
        super().__init__()
        self._front, self._journal = front, front.journal
        self._set: dict[int, Today] = {}
        self._date = ""
        self._asked = 0

    def of(self, day: int) -> Today:
        """What is set for a day; help to the floor is as the settings have it."""
        self._forget_yesterday()
        helped = self._journal.settings.floor_help
        return msgspec.structs.replace(self._set.get(day, Today()), help=helped)

    def plan(self, day: int, today: Today | None = None) -> TodayPlan:
        """What Start would play of a day."""
        from .ui.day_view import TodayPlan

        today = today if today is not None else self.of(day)
        composing = self._journal.composing
        script = composing.script(day, today=today)
        held = {(s.exercise, s.set_no) for s in script if s.kind is StepKind.WORK}
        return TodayPlan(
            today,
            composing.span(day, today),
            len({exercise for exercise, _ in held}),
            len(held),
            _sets(composing.wanted_sets(day)),
            composing.versions(day, today=today),
        )

    def spans(self) -> dict[int, tuple[int, int]]:
        """How many minutes Start would play of each day, fewest and most."""
        composing = self._journal.composing
        numbers = (day.number for day in self._front.content.plan.days)
        return {number: composing.span(number, self.of(number)) for number in numbers}

    def ask(self, day: int) -> None:
        """Ask how the day should be today."""
        from .ui.today_sheet import TodaySheet, asks_of

        self._asked = day
        whole = self.plan(day, msgspec.structs.replace(self.of(day), minutes=None))
        asks = asks_of(self._front.content, day, whole.span[0])
        sheet = TodaySheet(self._front.theme, self._front.window, asks, self.of(day), self._told)
        sheet.chosen.connect(self._on_chosen)

    def clear(self, day: int) -> None:
        """The day as the plan has it."""
        self._set.pop(day, None)
        self.changed.emit()

    def ask_equipment(self) -> None:
        """Ask what there is at home."""
        from .ui.equipment_sheet import EquipmentSheet

        there = self._journal.settings.equipment or ()
        sheet = EquipmentSheet(self._front.theme, self._front.window, there)
        sheet.kept.connect(self._on_equipment)

    def _forget_yesterday(self) -> None:
        if self._journal.today != self._date:
            self._set, self._date = {}, self._journal.today

    def _told(self, today: Today) -> str:
        return self.plan(self._asked, today).said

    def _on_chosen(self, today: Today) -> None:
        settings = msgspec.structs.replace(self._journal.settings, floor_help=today.help)
        if settings == self._journal.settings or self._front.attempt(
            partial(self._journal.change_settings, settings)
        ):
            self._forget_yesterday()
            self._set[self._asked] = today
            self.changed.emit()

    def _on_equipment(self, there: tuple[str, ...]) -> None:
        settings = msgspec.structs.replace(self._journal.settings, equipment=there)
        if self._front.attempt(partial(self._journal.change_settings, settings)):
            self.changed.emit()


def _sets(of: frozenset[SetSide]) -> int:
    return len({(one.exercise, one.set_no) for one in of})
