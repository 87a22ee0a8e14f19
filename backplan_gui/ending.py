"""What follows a session: the question once more, what there is to say, and what is next."""

from collections.abc import Mapping
from functools import cached_property, partial

import msgspec
from PySide6.QtCore import QObject, Signal

from .asking import Asking
from .core.easing import After
from .core.exercise import Version
from .core.pain import change_said
from .core.records import SessionRecord
from .core.rules import Note
from .core.schedule import Week
from .diary import Diary
from .front import Front
from .home import Home
from .ui.finish_page import FinishPage
from .ui.widgets.spine_picture import SpinePicture


class Ending(QObject):
    """Asks and shows what there is to say of the session that has just ended."""

    signs_asked, calendar_asked = Signal(), Signal()
    start_asked, restart_asked = Signal(int), Signal(int)
    """What is left of a day, or all of it."""

    def __init__(self, front: Front, home: Home, diary: Diary, asking: Asking) -> None:
        super().__init__()
        self._front, self._home, self._diary, self._asking = front, home, diary, asking
        self._ended: SessionRecord | None = None
        self._began: Mapping[str, Version] = {}
        self._after: tuple[int, After] | None = None

    def finish(self, record: SessionRecord, began: Mapping[str, Version]) -> None:
        """A session has ended, whose exercises began in these versions."""
        self._ended, self._began, self._after = record, began, None
        if self._front.journal.settings.questions and self._before is not None:
            self._asking.ask_after(record)
            self._home.bring("pain")
        else:
            self.show()

    def tell(self, record: SessionRecord, pain: int | None, ache: bool | None) -> None:
        """The question was answered."""
        if pain is not None:
            week = self._front.journal.week()
            self._front.attempt(partial(self._keep, record, week, pain, ache))
        self.show()

    def show(self) -> None:
        """Bring what there is to say to the front."""
        self.refresh()
        self._home.bring("finish")

    def refresh(self) -> None:
        """Show what there is to say, as the record stands now."""
        record = self._record
        view = self._front.journal.outcome(record, self._began)
        before = self._before
        if self._after is not None and before is not None:
            pain, after = self._after
            change = change_said(before, pain)
            view = msgspec.structs.replace(view, pain=change, said=_notes_of(after))
        lines = tuple(line.line for line in self._diary.log(record.id))
        self._page.show_finish(msgspec.structs.replace(view, log=lines))

    def press_primary(self) -> None:
        """What Enter does."""
        self._page.press_primary()

    @cached_property
    def _page(self) -> FinishPage:
        theme = self._front.theme
        page = FinishPage(theme, self._front.content, SpinePicture(theme))
        page.done_asked.connect(self._home.show_next)
        page.continue_asked.connect(self._start_rest)
        page.again_asked.connect(self._start_again)
        page.count_asked.connect(self._count_done)
        page.note_written.connect(self._keep_note)
        page.version_kept.connect(self._home.changes.keep_version)
        page.signs_asked.connect(self.signs_asked)
        page.calendar_asked.connect(self.calendar_asked)
        page.week_asked.connect(self._home.show_week)
        self._front.window.add_page("finish", page, alone=True)
        return page

    def _keep(self, record: SessionRecord, week: Week, pain: int, ache: bool | None) -> None:
        self._after = (pain, self._diary.keep_after(record, week, pain, ache=ache))

    def _start_rest(self) -> None:
        self.start_asked.emit(self._day)

    def _start_again(self) -> None:
        self.restart_asked.emit(self._day)

    def _count_done(self) -> None:
        if self._home.changes.mark(self._day, True):
            self.refresh()

    def _keep_note(self, text: str) -> None:
        self._front.attempt(partial(self._front.journal.save_note, self._record.id, text))

    @property
    def _record(self) -> SessionRecord:
        assert self._ended is not None
        return self._ended

    @property
    def _before(self) -> int | None:
        """The number before it."""
        return self._diary.before_of(self._record.id)

    @property
    def _day(self) -> int:
        return self._record.day or 1


def _notes_of(after: After) -> tuple[Note, ...]:
    """What there is to say of the numbers at the end, in order."""
    return (*((after.fired,) if after.fired is not None else ()), *after.mentions)
