"""What a person changes by hand, said in a bar at the foot of the page, with the way back.

Until the next change each can be taken back, there or with Ctrl+Z (PRODUCT.md 2.6).
"""

from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from . import words
from .core.exercise import Version
from .core.routine import Routine, Suggestion, suggested, with_day
from .core.settings import Settings
from .front import Front
from .ui.widgets.toast import UndoBar


class Changes(QObject):
    """Makes changes, says them, and takes them back."""

    made = Signal(bool)
    """The record says something else now; true where another day may be the next one."""

    def __init__(self, front: Front, bar: UndoBar) -> None:
        super().__init__()
        self._front, self._journal, self._bar = front, front.journal, bar

    def mark(self, day: int, done: bool) -> bool:
        """Count a day done, or not done; False if that could not be kept."""
        if not self._front.attempt(partial(self._journal.mark, day, done)):
            return False
        said = self.tr("Day {} counted as done.") if done else self.tr("Day {} is open again.")
        self.tell(said.format(day))
        return True

    def start_again(self) -> None:
        """Begin a new week."""
        if self._front.attempt(self._journal.start_again):
            said = self.tr("A new week begins. The old one stays in your record.")
            self.tell(said, new_week=True)

    def ask_walk(self, day: int) -> None:
        """Ask how long a walk outside was, and keep it."""
        from .ui.walk_sheet import WalkSheet

        exercise, low = self._journal.walk_of(day)
        name = self._front.content.text(exercise).name
        sheet = WalkSheet(self._front.theme, self._front.window, day, exercise, low=low, name=name)
        sheet.logged.connect(self._on_walk)

    def keep_version(self, exercise: str, version: Version) -> None:
        """Begin an exercise in that version from now on."""
        if self._front.attempt(partial(self._journal.keep_version, exercise, version)):
            self.tell(words.next_time(self._front.content.text(exercise), version))

    def pick_suggestion(self, suggestion: str) -> None:
        """Have a normal week as one of the suggestions has it."""
        from .ui import week_words

        one = Suggestion(suggestion)
        self._keep_routine(suggested(one), week_words.suggestion_kept(one))

    def pick_day(self, weekday: int, day: int) -> None:
        """Have another day, or rest, on a weekday of a normal week."""
        from .ui import week_words

        routine = with_day(self._journal.settings.routine, weekday, day)
        self._keep_routine(routine, week_words.picked(weekday, day))

    def _keep_routine(self, routine: Routine, said: str) -> None:
        settings = msgspec.structs.replace(self._journal.settings, routine=routine)
        if self._front.attempt(partial(self._journal.change_settings, settings)):
            self.tell(said, new_week=True)  # today's day may be another one now

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings; they show at once, so nothing more is said."""
        if self._front.attempt(partial(self._journal.change_settings, settings)):
            self._front.theme.apply(settings)

    def undo(self) -> None:
        """Take back the last change, if there is one."""
        if self._journal.can_undo and self._front.attempt(self._journal.undo):
            self._bar.clear()
            self._front.theme.apply(self._journal.settings)
            self.made.emit(False)

    def _on_walk(self, day: int, exercise: str, minutes: int) -> None:
        if self._front.attempt(partial(self._journal.log_walk, day, exercise, minutes)):
            self.tell(self.tr("Walk kept: {}.").format(words.minutes_spoken(minutes)))

    def tell(self, said: str, *, new_week: bool = False) -> None:
        """Say a change that was made, with the way back; the record says something else now."""
        self.made.emit(new_week)
        self._bar.show_change(said)
