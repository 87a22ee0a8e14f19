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
from .ui.day_view import versions_now
from .ui.side_panel import SidePanel
from .ui.widgets.toast import UndoBar

WITHIN = {"moves": "day", "session": Progress.PAGE, Progress.WEEK: "day"}
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
        self._front, self._bar, self._progress = front, UndoBar(front.theme, now), progress
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
        day.week_asked.connect(self.show_week)
        day.today_asked.connect(self.todays.ask)
        day.today_cleared.connect(self.todays.clear)
        day.equipment_asked.connect(self.todays.ask_equipment)
        pages.settings_changed.connect(self.changes.change_settings)
        pages.equipment_asked.connect(self.todays.ask_equipment)
        pages.page_asked.connect(self.show)
        pages.back_asked.connect(self.go_back)
        self._progress.suggestion_asked.connect(self.changes.pick_suggestion)
        self._progress.day_asked.connect(self.changes.pick_day)
        self._progress.back_asked.connect(self.go_back)
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
        elif page == Progress.WEEK:
            self._progress.open_week()
            self.refresh()
        else:
            self.refresh()
        self.bring(page)

    def show_day(self, number: int) -> None:
        """Show a day of the plan, whichever it is."""
        self._shown_day = number
        self.show("day")

    def show_next(self) -> None:
        """Show the day that comes next, or that is under way."""
        self._turn_to_next()
        self.show("day")

    def show_week(self) -> None:
        """Show what the week came to, and a normal one."""
        self.show(Progress.WEEK)

    def show_moves(self, day: int, exercise: str) -> None:
        """How the exercises of a day are done today; that one first, if one is named."""
        left = self._front.journal.unfinished()
        versions = versions_now(day, self.todays.plan(day), left)
        self.pages.open_moves(day, exercise, versions)
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
        if page in (Progress.PAGE, Progress.WEEK) or self.pages.leaves(page):
            self.show("day")

    def look_again(self) -> None:
        """The window has come to the front: it may be another day, and the routine's next."""
        journal = self._front.journal
        if journal.today != self._turned_on and journal.settings.routine:
            self._turn_to_next()
        self.refresh()
        match self._front.window.page:
            case Progress.PAGE:
                self._progress.open()
            case Progress.WEEK:
                self._progress.open_week()

    def refresh(self) -> None:
        """Panel and day as the record stands now; nothing where both stand so already."""
        journal, shown = self._front.journal, self._shown_day
        week, settings = journal.week(), journal.settings
        today, unfinished, spans = journal.today, journal.unfinished(), self.todays.spans()
        routine = journal.routine(week)
        now = (week, settings, shown, today, unfinished, spans, self.todays.of(shown), routine)
        if now == self._drawn:
            return
        self._drawn = now
        self.panel.show_week(
            week,
            self._front.content,
            spans,
            today=today,
            shown_day=shown,
            routine_day=routine.today if routine and routine.is_on else 0,
        )
        self.day.show_day(
            shown,
            week,
            settings,
            unfinished=unfinished,
            today=today,
            today_plan=self.todays.plan(shown),
            routine=routine,
        )

    def _turn_to_next(self) -> None:
        journal = self._front.journal
        week = journal.week()
        routine, left = journal.routine(week), journal.unfinished()
        following = week.next_day or (routine.opens if routine else 1)
        self._shown_day = (left.day if left is not None else None) or following
        self._turned_on = journal.today

    def _on_changed(self, new_week: bool) -> None:
        """Something was changed by hand, or taken back."""
        if new_week:
            self._turn_to_next()
        self._show_anew()

    def _show_anew(self) -> None:
        """Something else is in the record, or set for today: what is on show tells it."""
        if self._front.window.page in ("settings", Progress.PAGE, Progress.WEEK):
            self.show(self._front.window.page)
        self.refresh()
