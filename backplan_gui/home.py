"""Home: the day with the panel beside it, the bar below, and the other pages around it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from .changes import Changes
from .front import Front
from .pages import Facts, Pages
from .progress import Progress
from .todays import Todays
from .ui.day_page import DayPage
from .ui.side_panel import SidePanel
from .ui.widgets.toast import UndoBar

WITHIN = {"moves": "day", "session": Progress.PAGE}
"""Which way of the panel leads to the pages that it does not name."""


class Home(QObject):
    """Where every way leads back to; it knows which day is on show."""

    def __init__(
        self,
        front: Front,
        folder: Path,
        facts: Facts,
        now: Callable[[], int],
        progress: Progress,
    ) -> None:
        super().__init__()
        self._front, self._bar, self._progress = front, UndoBar(front.theme), progress
        self.todays, self.changes = Todays(front), Changes(front, self._bar)
        self.pages = Pages(front, folder, facts, now)
        self.panel = SidePanel(front.theme)
        self.day = DayPage(front.theme, front.content)
        front.window.add_page("day", self.day)
        self._drawn: object = None
        self._turn_to_next()
        self._connect()
        self.show("day")
        front.window.furnish(self.panel, self._bar)

    def _connect(self) -> None:
        day, pages = self.day, self.pages
        self.panel.day_chosen.connect(self.show_day)
        day.mark_asked.connect(self.changes.mark)
        day.moves_asked.connect(self.show_moves)
        day.log_walk_asked.connect(self.changes.ask_walk)
        day.round_asked.connect(self.changes.start_again)
        day.today_asked.connect(self.todays.ask)
        day.today_cleared.connect(self.todays.clear)
        day.equipment_asked.connect(self.todays.ask_equipment)
        pages.settings_changed.connect(self.changes.change_settings)
        pages.equipment_asked.connect(self.todays.ask_equipment)
        pages.page_asked.connect(self.show)
        pages.back_asked.connect(self.go_back)
        self._bar.undo_asked.connect(self.changes.undo)
        self.changes.made.connect(self._on_changed)
        self.todays.changed.connect(self._show_anew)

    def show(self, page: str) -> None:
        """Bring a page to the front, as the record stands now."""
        if page in self.pages.NAMES:
            self.pages.open(page)
        elif page == Progress.PAGE:
            self._progress.open()
            self.refresh()
        else:
            self.refresh()
        self.bring(page)

    def show_day(self, number: int) -> None:
        """Show a day of the plan, whichever it is."""
        self._shown_day = number
        self.show("day")

    def show_next(self) -> None:
        """Show the day that comes next."""
        self._turn_to_next()
        self.show("day")

    def show_moves(self, day: int, exercise: str) -> None:
        """How the exercises of a day are done; that one first, if one is named."""
        self.pages.open_moves(day, exercise)
        self.bring("moves")

    def bring(self, page: str) -> None:
        """Bring a page to the front as it is; the bar stays where it leads back."""
        self._front.window.show_page(page)
        self.panel.set_current(WITHIN.get(page, page))
        if page != "day" or not self._bar.can_undo:
            self._bar.clear()

    def say(self, said: str) -> None:
        """Say in the bar what happened where there is nothing to undo."""
        self._bar.say(said)

    def go_back(self) -> None:
        """From one of the other pages to the day."""
        page = self._front.window.page
        if page == Progress.PAGE or self.pages.leaves(page):
            self.show("day")

    def look_again(self) -> None:
        """The window has come to the front: it may be another day."""
        self.refresh()
        if self._front.window.page == Progress.PAGE:
            self._progress.open()

    def refresh(self) -> None:
        """Panel and day as the record stands now; nothing where both stand so already."""
        journal, shown = self._front.journal, self._shown_day
        week, settings = journal.week(), journal.settings
        today, unfinished, spans = journal.today, journal.unfinished(), self.todays.spans()
        now = (week, settings, shown, today, unfinished, spans, self.todays.of(shown))
        if now == self._drawn:
            return
        self._drawn = now
        self.panel.show_week(week, self._front.content, spans, today=today, shown_day=shown)
        self.day.show_day(
            shown,
            week,
            settings,
            unfinished=unfinished,
            today=today,
            today_plan=self.todays.plan(shown),
        )

    def _turn_to_next(self) -> None:
        self._shown_day = self._front.journal.week().next_day or 1

    def _on_changed(self, new_week: bool) -> None:
        """Something was changed by hand, or taken back."""
        if new_week:
            self._turn_to_next()
        self._show_anew()

    def _show_anew(self) -> None:
        """Something else is in the record, or set for today: what is on show tells it."""
        if self._front.window.page in ("settings", Progress.PAGE):
            self.show(self._front.window.page)
        self.refresh()
