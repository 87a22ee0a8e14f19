"""One session of the record, opened: looked at, corrected, taken out.

Every change is the last one until the next (PRODUCT.md 2.6): a session is put back whole, as
it stood, and how its day stands follows from the records then as it does now.
"""

from __future__ import annotations  # pages and sheets are only imported to be checked

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from .core import schedule
from .core.opened import OpenedSession, opened
from .core.pain import CheckIn, Exclusion, LogLine
from .core.records import Done, DoneSet, Mark, SessionRecord
from .core.schedule import DayStanding
from .core.timing import Timing
from .front import Front
from .services.clock import Clock
from .store.amending import Taken

if TYPE_CHECKING:
    from .ui.session_page import SessionPage


class AmendingStore(Protocol):
    """What this asks of the store."""

    def session(self, id: str) -> SessionRecord | None: ...
    def sets_of(self, id: str) -> tuple[Done, ...]: ...
    def check_ins_of(self, id: str) -> tuple[CheckIn, ...]: ...
    def log(self, session: str | None = None) -> tuple[LogLine, ...]: ...
    def note(self, session_id: str) -> str: ...
    def done_sets(self, plan: str, round: int | None = None) -> tuple[DoneSet, ...]: ...
    def marks(self, plan: str, round: int | None = None) -> tuple[Mark, ...]: ...
    def exclusions(self, plan: str, round: int) -> tuple[Exclusion, ...]: ...
    def as_it_is(self, id: str) -> Taken: ...
    def take_out(self, id: str) -> Taken: ...
    def put_back(self, taken: Taken) -> None: ...
    def correct(self, id: str, timing: Timing) -> None: ...


class Amending(QObject):
    """Opens a session, and makes the changes that are asked for there."""

    PAGE = "session"

    page_asked = Signal(str)
    """The page is ready to be brought to the front."""
    back_asked = Signal()
    changed = Signal(str)
    """The record says something else now: what was done, to be said where it can be undone."""

    def __init__(
        self,
        front: Front,
        store: AmendingStore,
        clock: Clock,
        forget: Callable[[str], object],
    ) -> None:
        """`forget` takes the session of an id out of the backups."""
        super().__init__()
        self._front, self._journal, self._store = front, front.journal, store
        self._clock, self._forget = clock, forget
        self._id = ""

    def open(self, id: str) -> None:
        """Show a session."""
        if "_page" in self.__dict__:
            self._page.write_note()
        self._id = id
        if self.refresh():
            self._page.to_top()
            self.page_asked.emit(self.PAGE)

    def refresh(self) -> bool:
        """The session as the record stands now; False, and back from it, where it is gone."""
        session = self._opened()
        if session is None:
            self._id = ""
            if self._front.window.page == self.PAGE:
                self.back_asked.emit()
            return False
        local = _timing(self._record(), session).local
        clock = f"{local.hour:02}:{local.minute:02}"
        self._page.show_session(session, clock, self._standing(session))
        return True

    # What is seen

    def _record(self) -> SessionRecord:
        record = self._store.session(self._id)
        assert record is not None
        return record

    def _opened(self) -> OpenedSession | None:
        record = self._store.session(self._id)
        if record is None:
            return None
        content = self._front.content
        done = self._store.sets_of(record.id)
        shown = {one.exercise for one in done} | {s.exercise for s in record.session.script}
        names = {name: content.text(name).name for name in shown if name in content.exercises}
        days = {day.number: day for day in content.plan.days if content.plan.id == record.plan}
        return opened(
            record,
            done,
            self._store.check_ins_of(record.id),
            self._store.log(record.id),
            self._store.note(record.id),
            names=names,
            day=days.get(record.day or 0),
        )

    def _standing(self, session: OpenedSession, without: str = "") -> DayStanding | None:
        """How the day of a session of this round stands, without one of the sessions."""
        plan = self._front.content.plan
        if session.day is None or session.plan != plan.id or session.round != self._journal.round:
            return None
        done = self._store.done_sets(plan.id, session.round)
        left_out = {one.exercise for one in self._store.exclusions(plan.id, session.round)}
        week = schedule.week(
            plan,
            [one for one in done if one.session != without],
            self._store.marks(plan.id, session.round),
            session.round,
            left_out,
        )
        return week.day(session.day)

    @cached_property
    def _page(self) -> SessionPage:
        from .ui.session_page import SessionPage

        page = SessionPage(self._front.theme, self._front.content)
        page.back_asked.connect(self._leave)
        page.time_asked.connect(self._ask_time)
        page.remove_asked.connect(self._ask_remove)
        page.mark_asked.connect(self._on_mark)
        page.note_written.connect(self._on_note)
        self._front.window.add_page(self.PAGE, page)
        return page

    # What is changed

    def _ask_time(self) -> None:
        from .ui.session_time_sheet import SessionTimeSheet

        session = self._opened()
        if session is None:
            return
        now = self._clock.now()
        sheet = SessionTimeSheet(
            self._front.theme,
            self._front.window,
            _timing(self._record(), session),
            now=now.utc,
            today=now.local_date,
            outside=session.is_outside,
        )
        sheet.corrected.connect(self._on_timing)

    def _on_timing(self, timing: Timing) -> None:
        self._change(partial(self._store.correct, self._id, timing), self.tr("Time corrected."))

    def _on_note(self, text: str) -> None:
        if self._id:
            keep = partial(self._journal.save_note, self._id, text)
            self._change(keep, self.tr("Note kept.") if text.strip() else self.tr("Note removed."))

    def _on_mark(self, day: int, done: bool) -> None:
        if self._front.attempt(partial(self._journal.mark, day, done)):
            said = self.tr("Day {} counted as done.") if done else self.tr("Day {} is open again.")
            self._tell(said.format(day))

    def _ask_remove(self) -> None:
        from .ui.session_remove_sheet import SessionRemoveSheet
        from .ui.session_words import day_will_change, goes

        session = self._opened()
        if session is None:
            return
        taken = self._store.as_it_is(session.id)
        sets = len({(one.exercise_no, one.set_no) for one in self._store.sets_of(session.id)})
        before, after = self._standing(session), self._standing(session, without=session.id)
        sheet = SessionRemoveSheet(
            self._front.theme,
            self._front.window,
            goes(sets, taken.count("check_in"), taken.count("note")),
            day_will_change(before, after) if before and after else "",
        )
        sheet.remove_asked.connect(self._on_remove)

    def _on_remove(self, from_backups: bool) -> None:
        id = self._id
        if not self._change(partial(self._store.take_out, id), self.tr("Session removed.")):
            return
        if from_backups:
            self._front.attempt(partial(self._forget, id))

    def _change(self, act: Callable[[], object], said: str) -> bool:
        """Change the session on show; what is undone is the whole of it, as it stood before."""
        from .ui.session_words import day_changed

        session = self._opened()
        if session is None:
            return False
        taken, before = self._store.as_it_is(session.id), self._standing(session)
        if not self._front.attempt(act):
            self.refresh()
            return False
        self._journal.changed_by(partial(self._store.put_back, taken))
        after = self._standing(session)
        more = day_changed(before, after) if before and after else ""
        self._tell(" ".join(filter(None, (said, more))))
        return True

    def _tell(self, said: str) -> None:
        """Show how it is now, or go back from what is gone, and say what was done there."""
        self.refresh()
        self.changed.emit(said)

    def _leave(self) -> None:
        self._id = ""
        self.back_asked.emit()


def _timing(record: SessionRecord, session: OpenedSession) -> Timing:
    return Timing(
        record.begun,
        record.local_date,
        record.utc_offset,
        record.ended or record.begun,
        session.length_ms,
    )
