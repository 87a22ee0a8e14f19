"""The page of progress: filled from the record when it is opened, and told what is asked there."""

from __future__ import annotations  # the page type is only imported to be checked

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from .core.history import HistorySession
from .front import Front

if TYPE_CHECKING:
    from .ui.progress_page import ProgressPage


class HistoryStore(Protocol):
    """What is asked of the store."""

    def history(self, plan: str) -> tuple[HistorySession, ...]: ...


class Progress(QObject):
    """Shows the history of the plan, and passes on what a person wants of it."""

    PAGE = "progress"

    session_asked = Signal(str)
    """The id of a session that is to be looked at."""
    export_asked = Signal()

    def __init__(self, front: Front, store: HistoryStore) -> None:
        super().__init__()
        self._front, self._store = front, store

    def open(self) -> None:
        """Make the page ready, as the record stands now."""
        from .ui.progress_page import ProgressView

        journal, plan = self._front.journal, self._front.content.plan.id
        sessions = self._store.history(plan)
        self._page.show_progress(ProgressView(sessions, journal.week(), journal.today))

    @cached_property
    def _page(self) -> ProgressPage:
        from .ui.progress_page import ProgressPage

        page = ProgressPage(self._front.theme, self._front.content)
        page.session_asked.connect(self.session_asked)
        page.export_asked.connect(self.export_asked)
        self._front.window.add_page(self.PAGE, page)
        return page
