"""Where everything meets: objects are built here, and every wish of a page ends here.

Reading it from top to bottom is reading the app: the record, the runner, the window, its
pages (each built when it is first shown, so that the window is there at once), and what
follows when a page asks for something.
"""

from __future__ import annotations  # page types are only imported to be checked

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from . import words
from .changes import Changes
from .content import Content
from .core.exercise import Version
from .core.records import SessionKind, SessionRecord
from .core.session import Command
from .core.settings import Settings
from .gate import Gate
from .journal import Journal
from .runner import SessionRunner
from .services.clock import Clock
from .store.errors import StoreError
from .store.store import Store
from .todays import Todays
from .ui.day_page import DayPage
from .ui.icons import app_icon
from .ui.main_window import MainWindow
from .ui.side_panel import SidePanel
from .ui.theme import Theme
from .ui.widgets.toast import UndoBar

if TYPE_CHECKING:
    from .asking import Asking, Going, Wanted
    from .core.easing import After
    from .core.rules import Note
    from .core.schedule import Week
    from .core.told import Told
    from .diary import Diary
    from .ui.about_page import AboutPage
    from .ui.finish_page import FinishPage
    from .ui.library_page import LibraryPage
    from .ui.moves_page import MovesPage
    from .ui.player_easing import Eased
    from .ui.player_page import PlayerPage
    from .ui.settings_page import SettingsPage

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
        facts: Callable[[], Sequence[tuple[str, str]]] = tuple,
    ) -> None:
        super().__init__()
        self._content, self._folder, self._facts = content, folder, facts
        self._clock = clock
        self.check = store.check
        self.journal = Journal(store, content, clock)
        self._store = store
        self.runner = SessionRunner(store, clock)
        self.window, self.theme = window, theme
        self._panel, self._bar = SidePanel(theme), UndoBar(theme)
        self._day = DayPage(theme, content)
        window.add_page("day", self._day)
        self._shown_day = self.journal.week().next_day or 1
        self._gate = Gate(theme, content, self.journal, window, self._try)
        self._todays = Todays(theme, content, self.journal, window, self._try)
        self._changes = Changes(theme, content, self.journal, window, self._bar, self._try)
        self._then: Callable[[], None] | None = None
        self._back_to = "day"
        self._drawn: object = None
        self._ended: SessionRecord | None = None
        self._after: tuple[int, After] | None = None
        self._began: dict[str, Version] = {}
        """In which version each exercise of the session on began."""
        self._connect_home()
        self.show("day")
        window.furnish(self._panel, self._bar)
        window.setWindowIcon(app_icon())

    def _connect_home(self) -> None:
        window, day = self.window, self._day
        self._panel.day_chosen.connect(self.show_day)
        self._panel.page_asked.connect(self.show)
        self._bar.undo_asked.connect(self._changes.undo)
        self._changes.made.connect(self._on_changed)
        window.day_asked.connect(self.show_day)
        window.page_asked.connect(self._on_page_key)
        window.primary_asked.connect(self._press_primary)
        window.keys_asked.connect(self._show_keys)
        window.undo_asked.connect(self._on_undo_key)
        window.back_asked.connect(self._go_back)
        window.woken.connect(self._refresh)
        window.closing.connect(self._close)
        day.start_asked.connect(self.start)
        day.continue_asked.connect(self._continue)
        day.restart_asked.connect(self._start_over)
        day.mark_asked.connect(self._changes.mark)
        day.moves_asked.connect(self.show_moves)
        day.log_walk_asked.connect(self._changes.ask_walk)
        day.round_asked.connect(self._changes.start_again)
        day.today_asked.connect(self._todays.ask)
        day.today_cleared.connect(self._todays.clear)
        day.equipment_asked.connect(self._todays.ask_equipment)
        self._todays.changed.connect(self._refresh_all)
        self.runner.ended.connect(self._finish)
        self._gate.passed.connect(self._go_on)
        self._gate.checked.connect(self._include_all)
        self._gate.left.connect(self._leave_signs)

    # The diary and the pages, built when they are first wanted

    @cached_property
    def diary(self) -> Diary:
        """What is said about pain, kept."""
        from .diary import Diary

        return Diary(self._store, self._clock, self._content.plan.id, self._line_of)

    @cached_property
    def _asking(self) -> Asking:
        from .asking import Asking

        now, window = self._clock.steady_ms, self.window
        asking = Asking(self.theme, self.journal, self.diary, window, now, self._try)
        asking.going.connect(self._on_going)
        asking.rested.connect(self._on_rested)
        asking.told_after.connect(self._on_told_after)
        asking.left.connect(self._leave_question)
        asking.signs_asked.connect(self._open_signs)
        return asking

    @cached_property
    def _player(self) -> PlayerPage:
        from .ui.player_page import PlayerPage

        now = self._clock.steady_ms
        page = PlayerPage(self.theme, self._content, self.runner, self._settings_now, now)
        page.easing.told.connect(self._keep_eased)
        page.easing.emergency_asked.connect(self._show_emergency)
        page.signs_asked.connect(self._open_signs)
        page.keys_asked.connect(self._show_keys)
        self.window.add_page("player", page, alone=True)
        return page

    @cached_property
    def _finished(self) -> FinishPage:
        from .ui.finish_page import FinishPage
        from .ui.widgets.spine_picture import SpinePicture

        page = FinishPage(self.theme, self._content, SpinePicture(self.theme))
        page.done_asked.connect(self._show_today)
        page.continue_asked.connect(self._start_rest)
        page.again_asked.connect(self._start_again)
        page.count_asked.connect(self._count_finished)
        page.note_written.connect(self._keep_note)
        page.version_kept.connect(self._changes.keep_version)
        page.signs_asked.connect(self._open_signs)
        self.window.add_page("finish", page, alone=True)
        return page

    @cached_property
    def _settings(self) -> SettingsPage:
        from .ui.settings_page import SettingsPage

        page = SettingsPage(self.theme)
        page.settings_changed.connect(self._changes.change_settings)
        page.signs_asked.connect(self._open_signs)
        page.about_asked.connect(self._show_about)
        page.keys_asked.connect(self._show_keys)
        page.folder_asked.connect(self._show_folder)
        page.equipment_asked.connect(self._todays.ask_equipment)
        self.window.add_page("settings", page)
        return page

    @cached_property
    def _about(self) -> AboutPage:
        from .ui.about_page import AboutPage

        page = AboutPage(self.theme, self._content, self._facts())
        page.back_asked.connect(self._go_back)
        self.window.add_page("about", page)
        return page

    @cached_property
    def _moves(self) -> MovesPage:
        from .ui.moves_page import MovesPage

        page = MovesPage(self.theme, self._content)
        page.back_asked.connect(self._go_back)
        self.window.add_page("moves", page)
        return page

    @cached_property
    def _library(self) -> LibraryPage:
        from .ui.library_page import LibraryPage

        page = LibraryPage(self.theme, self._content, self._clock.steady_ms)
        page.try_asked.connect(self._try_out)
        self.window.add_page("library", page)
        return page

    # Getting about

    def show(self, page: str) -> None:
        """Bring one of the pages that the panel names to the front."""
        match page:
            case "signs":
                self._open_signs()
                return
            case "settings":
                self._settings.show_settings(self.journal.settings, str(self._folder))
            case "about":
                assert self._about is not None
            case "library":
                self._library.show_codes(self.journal.asked_codes)
            case _:
                self._refresh()
        self._bring(page)

    def show_day(self, number: int) -> None:
        """Show a day of the plan, whichever it is."""
        self._shown_day = number
        self.show("day")

    def _show_today(self) -> None:
        self.show_day(self.journal.week().next_day or 1)

    def _show_about(self) -> None:
        self.show("about")

    def show_moves(self, day: int, exercise: str) -> None:
        """How the exercises of a day are done; that one first, if one is named."""
        self._moves.show_day(day, exercise, self.journal.asked_codes)
        self._bring("moves")

    def _bring(self, page: str) -> None:
        self.window.show_page(page)
        self._panel.set_current("day" if page == "moves" else page)
        if page != "day" or not self._bar.can_undo:
            self._bar.clear()

    def _refresh_all(self) -> None:
        """Something of today, or of what there is at home, was set."""
        if self.window.page == "settings":
            self.show("settings")
        self._refresh()

    def _refresh(self) -> None:
        """Panel and day as the record stands now; nothing where both stand so already."""
        week, settings, shown = self.journal.week(), self.journal.settings, self._shown_day
        today, unfinished = self.journal.today, self.journal.unfinished()
        now = (week, settings, shown, today, unfinished, self._todays.of(shown))
        if now == self._drawn:
            return
        self._drawn = now
        self._panel.show_week(week, self._content, settings, today=today, shown_day=shown)
        self._day.show_day(
            shown,
            week,
            settings,
            unfinished=unfinished,
            today=today,
            today_plan=self._todays.plan(shown),
        )

    def _on_page_key(self, page: str) -> None:
        if self.window.page not in HELD:
            self.show(page)

    def _on_undo_key(self) -> None:
        if self.window.page not in HELD:
            self._changes.undo()

    def _go_back(self) -> None:
        page = self.window.page
        if page in ("moves", "settings", "about") or (
            page == "library" and not self._library.go_back()
        ):
            self.show("day")
        elif page == "signs":
            self._leave_signs()
        elif page == "pain":
            self._leave_question()

    def _on_changed(self, new_week: bool) -> None:
        """Something was changed by hand, or taken back: every page on show tells it."""
        if new_week:
            self._shown_day = self.journal.week().next_day or 1
        if self.window.page == "settings":
            self.show("settings")
        elif self.window.page == "finish":
            self._show_finish()
        self._refresh()

    def _press_primary(self) -> None:
        if self.window.page == "day":
            self._day.press_primary()
        elif self.window.page == "finish":
            self._finished.press_primary()
        elif self.window.page == "pain":
            self._asking.press_primary()

    # Sessions

    def start(self, day: int, exercise: str = "", minutes: int = 0) -> None:
        """Start a day, or one exercise of it, once the warning signs allow it."""
        from .asking import Wanted

        self._want(Wanted(day, exercise, minutes))

    def answer(self, number: int | None) -> None:
        """Say how strong the pain is where that is asked; None: prefer not to say."""
        if self.window.page == "pain":
            self._asking.answer(number)

    def _want(self, wanted: Wanted) -> None:
        self._when_checked(partial(self._ask_first, wanted))

    def _ask_first(self, wanted: Wanted) -> None:
        """Ask how strong the pain is, unless the person wants no questions (R17)."""
        if self.journal.settings.questions:
            self._asking.ask_before(wanted)
            self._bring("pain")
        else:
            from .asking import Going

            self._begin(Going(wanted))

    def _on_going(self, going: Going) -> None:
        if going.asks_signs:
            self._then, self._back_to = partial(self._begin, going), "day"
            self._gate.ask(first=True)
        else:
            self._begin(going)

    def _begin(self, going: Going) -> None:
        if going.new_round and not self._try(self.journal.start_again):
            return
        if not self._try(self.journal.end_unfinished):
            return
        record = self._record_of(going)
        self._began = {step.exercise: step.version for step in record.session.script}
        if self._try(partial(self.runner.begin, record)):
            self._try(partial(going.keep, record.id))
            self._todays.clear(going.wanted.day)
            self._show_player()

    def _record_of(self, going: Going) -> SessionRecord:
        if going.kind is SessionKind.GENTLE:
            return self.journal.new_gentle(self._todays.of(going.wanted.day))
        wanted = going.wanted
        return self.journal.new_session(
            wanted.day,
            wanted.exercise,
            wanted.minutes,
            whole=wanted.whole,
            easier=going.easier,
            today=self._todays.of(wanted.day),
        )

    def _on_rested(self, said: str) -> None:
        """No session today: home, with a word."""
        self.show("day")
        self._bar.say(said)

    def _leave_question(self) -> None:
        """Back from the question: home before a session, on without a number after it."""
        if self._asking.is_before:
            self.show("day")
        else:
            assert self._ended is not None
            self._on_told_after(self._ended, None, None)

    def _try_out(self, exercise: str, version: str) -> None:
        self._when_checked(partial(self._practise, exercise, Version(version)))

    def _practise(self, exercise: str, version: Version) -> None:
        """An exercise for its own sake: timed and kept, and part of no day."""
        if self._try(self.journal.end_unfinished):
            record = self.journal.new_practice(exercise, version)
            if self._try(partial(self.runner.begin, record)):
                self._show_player()

    def _continue(self) -> None:
        self._when_checked(self._take_up)

    def _take_up(self) -> None:
        record = self.journal.unfinished()
        if record is not None:
            self._began = {}
            self.runner.adopt(record)
            self._show_player()

    def _start_over(self, day: int) -> None:
        from .asking import Wanted

        self._want(Wanted(day, whole=True))

    def _settings_now(self) -> Settings:
        return self.journal.settings

    def _show_player(self) -> None:
        record = self.runner.record
        assert record is not None
        gentle = record.kind is SessionKind.GENTLE
        self._player.open_session(self.diary.before_of(record.id), gentle=gentle)
        self._bring("player")

    def _keep_eased(self, eased: Eased) -> None:
        """Keep what was said and chosen when pain was worse."""
        record = self.runner.record
        if record is None:
            return
        from .core.told import during_told

        told = during_told(eased.during, eased.at, record.day, eased.exercise, eased.choice)
        self._try(partial(self.diary.keep_during, record.id, eased.at.now, told))
        if eased.during.excludes:
            self._try(partial(self.diary.exclude, eased.exercise, record.round))

    def _show_emergency(self) -> None:
        self._then, self._back_to = None, self.window.page
        self._gate.emergency(CHEST)

    def _line_of(self, told: Told) -> str:
        from .ui.pain_words import told_line

        return told_line(told, self._content)

    def _finish(self, record: SessionRecord) -> None:
        self._after = None
        if record.kind is SessionKind.PRACTICE:
            self.show("library")
            self._bar.say(words.practised(record.session))
            return
        self._ended = record
        if self.journal.settings.questions and self.diary.before_of(record.id) is not None:
            self._asking.ask_after(record)
            self._bring("pain")
        else:
            self._show_finish()
            self._bring("finish")

    def _on_told_after(self, record: SessionRecord, pain: int | None, ache: bool | None) -> None:
        if pain is not None:
            week = self.journal.week()
            self._try(partial(self._keep_after, record, week, pain, ache))
        self._show_finish()
        self._bring("finish")

    def _keep_after(self, record: SessionRecord, week: Week, pain: int, ache: bool | None) -> None:
        self._after = (pain, self.diary.keep_after(record, week, pain, ache=ache))

    def _show_finish(self) -> None:
        assert self._ended is not None
        view = self.journal.outcome(self._ended, self._began)
        before = self.diary.before_of(self._ended.id)
        if self._after is not None and before is not None:
            pain, after = self._after
            from .core.pain import change_said

            change = change_said(before, pain)
            view = msgspec.structs.replace(view, pain=change, said=_notes_of(after))
        lines = tuple(line.line for line in self.diary.log(self._ended.id))
        view = msgspec.structs.replace(view, log=lines)
        self._finished.show_finish(view)

    def _start_rest(self) -> None:
        self.start(self._ended_day)

    def _start_again(self) -> None:
        self._start_over(self._ended_day)

    def _count_finished(self) -> None:
        if self._changes.mark(self._ended_day, True):
            self._show_finish()

    @property
    def _ended_day(self) -> int:
        assert self._ended is not None
        return self._ended.day or 1

    def _keep_note(self, text: str) -> None:
        if self._ended is not None:
            self._try(partial(self.journal.save_note, self._ended.id, text))

    # Warning signs

    def _when_checked(self, then: Callable[[], None]) -> None:
        """Do it once the warning signs allow it; they are asked first if need be."""
        if self.journal.may_exercise:
            then()
        else:
            self._then, self._back_to = then, self.window.page
            self._gate.ask(first=True)

    def _open_signs(self) -> None:
        self._then, self._back_to = None, self.window.page
        self.runner.do(Command.PAUSE)
        self._gate.ask(first=False)

    def _include_all(self) -> None:
        """A clinician said that exercise is fine: nothing is left out any more (R6)."""
        self._try(partial(self.diary.include_all, self.journal.round))

    def _leave_signs(self) -> None:
        """Back to where the signs were opened; a session only if they do not hold it back."""
        if self._back_to == "player" and not self.journal.may_exercise:
            self.runner.release()
            self._back_to = "day"
        self.show(self._back_to)

    def _go_on(self) -> None:
        """What was asked for before the warning signs came between."""
        then, self._then = self._then, None
        if then is not None:
            then()
        elif self._back_to == "pain":
            self._asking.signs_answered()
            self._bring("pain")
        elif self.runner.session is not None:
            self._show_player()
        else:
            self.show(self._back_to)

    # The rest

    def _show_keys(self) -> None:
        from .ui.keys import open_keys

        open_keys(self.theme, self.window, self.window.page)

    def _show_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def say(self, title: str, text: str) -> None:
        """Tell the person something that went wrong, over whatever is on show."""
        from .ui.widgets.sheet import Sheet

        Sheet(self.theme, self.window, title, text, back=self.tr("Close"))

    def say_fault(self) -> None:
        """Tell that something of ours broke: once, plainly, and where to look."""
        text = self.tr("What you did is saved. Details are in the log in {}.")
        self.say(self.tr("Something in Backplan went wrong."), text.format(self._folder))

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it; if the record refuses, say why and change nothing."""
        try:
            act()
        except StoreError as error:
            self.say(self.tr("That could not be kept."), str(error))
            return False
        return True

    def _close(self) -> None:
        """Pause what runs, keep where the window was."""
        self.runner.release()
        self._try(partial(self.journal.keep, self.window.PLACE, self.window.place()))


def _notes_of(after: After) -> tuple[Note, ...]:
    """What there is to say of the numbers at the end, in order."""
    return (*((after.fired,) if after.fired is not None else ()), *after.mentions)
