"""The record as something to look at, correct, take along and bring back.

Each part is built when it is first wanted; what they ask of each other is connected here.
"""

from __future__ import annotations  # what is built later is only imported to be checked

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .front import Front
from .home import Home
from .progress import Progress
from .services.clock import Clock
from .store.store import Store

if TYPE_CHECKING:
    from .amending import Amending
    from .sharing import Sharing

SESSION = "session"
"""The page of one session."""


class Archive(QObject):
    """What progress and the settings ask for."""

    def __init__(
        self,
        front: Front,
        home: Home,
        progress: Progress,
        store: Store,
        clock: Clock,
        folder: Path,
    ) -> None:
        super().__init__()
        self._front, self._home, self._store = front, home, store
        self._clock, self._folder = clock, folder
        progress.session_asked.connect(self.open)
        progress.export_asked.connect(self.ask_export)
        progress.calendar_asked.connect(self.ask_calendar)
        home.pages.export_asked.connect(self.ask_export)
        home.pages.import_asked.connect(self.ask_import)
        home.changes.made.connect(self._on_changed)

    def open(self, id: str) -> None:
        """Show one session."""
        self._amending.open(id)

    def leave(self) -> None:
        """From a session back to progress."""
        self._home.show(Progress.PAGE)

    def ask_export(self) -> None:
        """Ask what is to be written as a file."""
        self._sharing.ask_export()

    def ask_import(self) -> None:
        """Ask what is to be brought in."""
        self._sharing.ask_import()

    def ask_calendar(self) -> None:
        """Ask which of the days to come a calendar is to have."""
        self._sharing.ask_calendar()

    @cached_property
    def _amending(self) -> Amending:
        from .amending import Amending

        amending = Amending(self._front, self._store, self._clock, self._forget)
        amending.page_asked.connect(self._home.bring)
        amending.back_asked.connect(self.leave)
        amending.changed.connect(self._home.changes.tell)
        return amending

    @cached_property
    def _sharing(self) -> Sharing:
        from .sharing import Sharing

        sharing = Sharing(self._front, self._store, self._clock)
        sharing.brought_in.connect(self._on_brought_in)
        return sharing

    def _forget(self, id: str) -> object:
        """Take a session out of the backups too."""
        from .store.erasing import remove_from_backups

        return remove_from_backups(self._folder, id)

    def _on_brought_in(self, said: str) -> None:
        self._home.changes.tell(said, new_week=True)  # the next day may be another one now

    def _on_changed(self) -> None:
        """Something was changed by hand, or taken back, which may be what is on show."""
        if self._front.window.page == SESSION:
            self._amending.refresh()
