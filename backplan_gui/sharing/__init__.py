"""What leaves Backplan as a file, and what comes back from one.

Each file is made when the person has said where it goes, whole or not at all (saving.py).
Nothing is sent anywhere.
"""

from __future__ import annotations  # the sheets' values are only imported to be checked

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..front import Front
from ..services.clock import Clock
from ..store.store import Store
from .calendars import Calendars
from .contents import Contents
from .saving import Saving
from .taking_in import TakingIn

if TYPE_CHECKING:
    from ..ui.calendar_sheet import CalendarWish
    from ..ui.report_sheet import PageWish


class Sharing(QObject):
    """Asks what is to be written or brought in, and does it."""

    brought_in = Signal(str)
    """There is more in the record now; what to say of it, and it can be taken back."""

    def __init__(self, front: Front, store: Store, clock: Clock) -> None:
        super().__init__()
        self._front, self._contents = front, Contents(front, store)
        self._calendars, self._saving = Calendars(front, clock), Saving(front, clock)
        self._taking_in = TakingIn(front, store)
        self._taking_in.brought_in.connect(self.brought_in)
        self._back: Callable[[], object] | None = None
        """To the form that was filled in before the file was to get its name."""
        self._saving.given_up.connect(self._on_given_up)

    def ask_export(self) -> None:
        """Ask what is to be written."""
        from ..ui.export_sheet import export_sheet

        sheet = export_sheet(self._front.theme, self._front.window)
        sheet.chosen.connect(self._on_kind)

    def ask_calendar(self) -> None:
        """Ask which days the calendar is to have, and when."""
        if self._front.attempt(self._calendars.look):
            self._open_calendar()

    def ask_import(self) -> None:
        """Ask for a file, and show what comes with it."""
        self._taking_in.ask(self._saving.folder)

    def _on_kind(self, kind: str) -> None:
        from ..ui.export_words import Export

        self._back = None
        match Export(kind):
            case Export.PAGE:
                self._front.attempt(self._ask_about_page)
            case Export.SHEET:
                self._saving.save(Export.SHEET, self._contents.spreadsheet)
            case Export.WHOLE:
                self._saving.save(Export.WHOLE, self._contents.whole)
            case Export.CALENDAR:
                self.ask_calendar()

    def _on_given_up(self) -> None:
        """Back to the form, with the answers as they were."""
        if self._back is not None:
            self._back()

    def _ask_about_page(self, before: PageWish | None = None) -> None:
        from ..ui.report_sheet import ReportSheet

        sheet = ReportSheet(self._front.theme, self._front.window, self._contents.kept, before)
        sheet.wished.connect(self._on_page)

    def _on_page(self, wish: PageWish) -> None:
        from ..ui.export_words import Export

        self._back = partial(self._front.attempt, partial(self._ask_about_page, wish))
        self._saving.save(Export.PAGE, partial(self._contents.page, wish))

    def _open_calendar(self, before: CalendarWish | None = None) -> None:
        from ..ui.calendar_sheet import CalendarSheet

        told, routine = self._calendars.told, self._calendars.routine
        sheet = CalendarSheet(self._front.theme, self._front.window, told, routine, before)
        sheet.wished.connect(self._on_calendar)

    def _on_calendar(self, wish: CalendarWish) -> None:
        from ..ui.export_words import Export

        self._back = partial(self._open_calendar, wish)
        self._saving.save(Export.CALENDAR, partial(self._calendars.file, wish))
