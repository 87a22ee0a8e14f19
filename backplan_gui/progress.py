"""Progress, and a week in numbers: filled from the record when they are opened, and told what
is asked there.
"""

from __future__ import annotations  # the page type is only imported to be checked

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from .core.records import DoneSet
from .front import Front

if TYPE_CHECKING:
    from .core.history import HistorySession
    from .ui.progress_page import ProgressPage
    from .ui.week_page import WeekPage


class HistoryStore(Protocol):
    """What is asked of the store."""

    def history(self, plan: str) -> tuple[HistorySession, ...]: ...
    def done_sets(self, plan: str, round: int | None = None) -> tuple[DoneSet, ...]: ...


class Progress(QObject):
    """Shows the history of the plan, and passes on what a person wants of it."""

    PAGE, WEEK = "progress", "week"

    session_asked = Signal(str)
    """The id of a session that is to be looked at."""
    export_asked, calendar_asked = Signal(), Signal()
    back_asked = Signal()
    suggestion_asked = Signal(str)
    day_asked = Signal(int, int)
    """For the routine of a normal week, as WeekPage has them."""

    def __init__(self, front: Front, store: HistoryStore) -> None:
        super().__init__()
        self._front, self._store = front, store

    def open(self) -> None:
        """Make the page ready, as the record stands now."""
        from .ui.progress_page import ProgressView

        journal, plan = self._front.journal, self._front.content.plan.id
        sessions = self._store.history(plan)
        self._page.show_progress(ProgressView(sessions, journal.week(), journal.today))

    def open_week(self) -> None:
        """Make the page of the week ready, as the record stands now."""
        from .core.week_numbers import week_numbers
        from .ui.week_page import WeekView

        journal, plan = self._front.journal, self._front.content.plan
        week = journal.week()
        sessions, done = self._store.history(plan.id), self._store.done_sets(plan.id, week.round)
        numbers = week_numbers(plan, week, sessions, done)
        self._week.show_week(WeekView(numbers, journal.settings.routine, journal.today))

    @cached_property
    def _page(self) -> ProgressPage:
        from .ui.progress_page import ProgressPage

        page = ProgressPage(self._front.theme, self._front.content)
        page.session_asked.connect(self.session_asked)
        page.export_asked.connect(self.export_asked)
        self._front.window.add_page(self.PAGE, page)
        return page

    @cached_property
    def _week(self) -> WeekPage:
        from .ui.week_page import WeekPage

        page = WeekPage(self._front.theme, self._front.content)
        page.back_asked.connect(self.back_asked)
        page.calendar_asked.connect(self.calendar_asked)
        page.suggestion_asked.connect(self.suggestion_asked)
        page.day_asked.connect(self.day_asked)
        self._front.window.add_page(self.WEEK, page)
        return page
