"""Where everything meets: the record, the runner, the window, home, and the way of a session.

Reading it from top to bottom is reading the app: what there is, what is connected to what,
and what follows from a key and from the warning signs. What there is at home is in home.py,
what a session needs in sessions.py.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .archive import Archive
from .content import Content
from .core.session import Command
from .front import Closing, Faults, Front
from .gate import Gate
from .home import Home
from .journal import Journal
from .keeping import Keeping
from .pages import Facts
from .progress import Progress
from .runner import SessionRunner
from .services.clock import Clock
from .sessions import Sessions
from .store.store import Store
from .ui.icons import app_icon
from .ui.main_window import MainWindow
from .ui.theme import Theme

if TYPE_CHECKING:
    from .diary import Diary

CHEST = "e5"
"""The sign of chest pain and breathlessness (E8)."""
HELD = ("player", "signs", "result", "pain")
"""Pages that are left by what they ask, not by a key: a session never runs out of sight."""


class App(QObject):
    """One running Backplan."""

    def __init__(
        self,
        content: Content,
        store: Store,
        clock: Clock,
        window: MainWindow,
        theme: Theme,
        folder: Path,
        facts: Facts = tuple,
        *,
        heard: bool = False,
    ) -> None:
        super().__init__()
        self.check = store.check
        self.journal = Journal(store, content, clock)
        self.runner = SessionRunner(store, clock)
        self.window, self.theme = window, theme
        self._faults = Faults(theme, window, folder, self.runner)
        self._closing = Closing(theme, window, self.runner)
        front = Front(theme, content, self.journal, window, self._faults.attempt)
        self._front, self._gate = front, Gate(front)
        self.progress = Progress(front, store)
        self._home = Home(front, folder, facts, clock.steady_ms, self.progress)
        runner, gate = self.runner, self._gate
        self._sessions = Sessions(front, self._home, gate, runner, store, clock, heard=heard)
        self.keeping = Keeping(front, store, clock, folder)
        self._archive = Archive(front, self._home, self.progress, store, clock, folder)
        self._connect_window()
        self._connect_pages()
        self._connect_backups()
        self._connect_signs()
        window.setWindowIcon(app_icon())

    def _connect_window(self) -> None:
        window = self.window
        window.day_asked.connect(self.show_day)
        window.page_asked.connect(self._on_page_key)
        window.primary_asked.connect(self._press_primary)
        window.keys_asked.connect(self._show_keys)
        window.undo_asked.connect(self._on_undo_key)
        window.close_asked.connect(self._on_close_key)
        window.back_asked.connect(self._go_back)
        window.woken.connect(self._home.look_again)
        window.closing.connect(self._close)

    def _connect_pages(self) -> None:
        day, pages, sessions = self._home.day, self._home.pages, self._sessions
        self._home.panel.page_asked.connect(self.show)
        day.start_asked.connect(sessions.start)
        day.continue_asked.connect(sessions.take_up)
        day.restart_asked.connect(sessions.start_over)
        pages.try_asked.connect(sessions.try_out)
        pages.keys_asked.connect(self._show_keys)
        pages.state_asked.connect(sessions.show_sound)
        pages.example_asked.connect(sessions.give_example)
        sessions.keys_asked.connect(self._show_keys)
        sessions.calendar_asked.connect(self._archive.ask_calendar)

    def _connect_backups(self) -> None:
        pages, keeping = self._home.pages, self.keeping
        pages.state_asked.connect(self._show_backups)
        pages.backups_asked.connect(keeping.ask_which)
        pages.copy_folder_asked.connect(keeping.ask_where)
        pages.copy_folder_cleared.connect(keeping.stop_copies)
        pages.erase_asked.connect(keeping.ask_to_erase)
        keeping.changed.connect(self._show_backups)
        keeping.restart_asked.connect(self.window.close)

    def _show_backups(self) -> None:
        self._home.pages.show_backups(self.keeping.state)

    def _connect_signs(self) -> None:
        self._home.pages.signs_asked.connect(self._open_signs)
        self._sessions.signs_asked.connect(self._open_signs)
        self._sessions.emergency_asked.connect(self._show_emergency)
        self._gate.passed.connect(self._sessions.go_on)
        self._gate.checked.connect(self._sessions.include_all)
        self._gate.left.connect(self._leave_signs)

    # What can be asked of it from outside

    @property
    def diary(self) -> "Diary":
        """What is said about pain, kept."""
        return self._sessions.diary

    def show(self, page: str) -> None:
        """Bring one of the pages that the panel names to the front."""
        if page == "signs":
            self._open_signs()
        else:
            self._home.show(page)

    def show_day(self, number: int) -> None:
        """Show a day of the plan, whichever it is."""
        self._home.show_day(number)

    def show_moves(self, day: int, exercise: str) -> None:
        """How the exercises of a day are done; that one first, if one is named."""
        self._home.show_moves(day, exercise)

    def start(self, day: int, exercise: str = "", minutes: int = 0) -> None:
        """Start a day, or one exercise of it, once what has to be asked is answered."""
        self._sessions.start(day, exercise, minutes)

    def answer(self, number: int | None) -> None:
        """Say how strong the pain is where that is asked; None: prefer not to say."""
        if self.window.page == "pain":
            self._sessions.answer(number)

    def tell_fault(self) -> None:
        """Tell that something of ours broke, once."""
        self._faults.tell()

    # Keys

    def _on_page_key(self, page: str) -> None:
        if self.window.page not in HELD:
            self.show(page)

    def _on_undo_key(self) -> None:
        if self.window.page not in HELD:
            self._home.changes.undo()

    def _on_close_key(self) -> None:
        if self.window.page != "player":
            self.window.close()

    def _press_primary(self) -> None:
        if self.window.page == "day":
            self._home.day.press_primary()
        else:
            self._sessions.press_primary()

    def _go_back(self) -> None:
        match self.window.page:
            case "signs":
                self._gate.leave()
            case "pain":
                self._sessions.leave_question()
            case "session":
                self._archive.leave()
            case _:
                self._home.go_back()

    def _show_keys(self) -> None:
        from .ui.keys import open_keys

        open_keys(self.theme, self.window, self.window.page)

    # Warning signs

    def _open_signs(self) -> None:
        self.runner.do(Command.PAUSE)
        self._gate.ask()

    def _show_emergency(self) -> None:
        self._gate.emergency(CHEST)

    def _leave_signs(self, page: str) -> None:
        """Back to where they were opened; to a session only if they do not hold it back."""
        if page == "player" and not self._gate.is_open:
            self.runner.release()
            page = "day"
        self.show(page)

    def _close(self) -> None:
        """Pause what runs, let go of voice and sound, keep where the window was."""
        self.runner.release()
        self._sessions.close()
        self._front.attempt(partial(self.journal.keep, self.window.PLACE, self.window.place()))
