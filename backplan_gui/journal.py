"""The person's record as the pages need it: the week, the next session, changes by hand.

It knows what a day, a round and an answer mean and asks the store for rows; the pages get
values from it and never see the store. Every change by hand can be taken back until the
next one (PRODUCT.md 2.6).
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Protocol
from uuid import uuid4

import msgspec

from .composing import Composing
from .content import Content
from .core import schedule, walking
from .core.exercise import Version
from .core.finish import FinishView
from .core.pain import Exclusion
from .core.plan import SetSide
from .core.records import (
    Done,
    DoneSet,
    Mark,
    MarkState,
    SafetyAnswer,
    SafetyGroup,
    SessionKind,
    SessionRecord,
)
from .core.routine import RoutineNow, is_picked, routine_now
from .core.session import Phase, Session
from .core.settings import Settings, settings_from
from .core.tailoring import Today
from .outcome import Outcome
from .services.clock import Clock


class JournalStore(Protocol):
    """What the journal asks of the store."""

    def save(self, id: str, session: Session, ended: str | None = None) -> None: ...
    def add_finished(self, record: SessionRecord, done: tuple[Done, ...]) -> None: ...
    def unfinished(self) -> SessionRecord | None: ...
    def remove_session(self, id: str) -> None: ...
    def done_sets(self, plan: str, round: int | None = None) -> tuple[DoneSet, ...]: ...
    def rounds(self, plan: str) -> tuple[int, ...]: ...
    def marks(self, plan: str, round: int | None = None) -> tuple[Mark, ...]: ...
    def add_mark(self, mark: Mark) -> None: ...
    def remove_mark(self, id: str) -> None: ...
    def last_answer(self) -> SafetyAnswer | None: ...
    def add_answer(self, answer: SafetyAnswer) -> None: ...
    def exclusions(self, plan: str, round: int) -> tuple[Exclusion, ...]: ...
    def settings(self) -> dict[str, Any]: ...
    def save_settings(self, values: dict[str, Any]) -> None: ...
    def value(self, key: str) -> Any: ...
    def put(self, key: str, value: Any) -> None: ...
    def note(self, session_id: str) -> str: ...
    def save_note(self, session_id: str, text: str, at: str) -> None: ...


class Journal:
    """One person's days. Methods that write raise StoreError."""

    def __init__(self, store: JournalStore, content: Content, clock: Clock) -> None:
        self._store, self._content, self._clock = store, content, clock
        self._undo: Callable[[], None] | None = None
        self.settings, self.unusable_settings = settings_from(store.settings())

    # The week

    @property
    def today(self) -> str:
        """The local date."""
        return self._clock.now().local_date

    @property
    def round(self) -> int:
        """The going-through of the plan that is under way."""
        return schedule.current_round(self._store.rounds(self._plan_id))

    def week(self) -> schedule.Week:
        """How the seven days of this round stand."""
        number = self.round
        done = self._store.done_sets(self._plan_id, number)
        marks = self._store.marks(self._plan_id, number)
        return schedule.week(self._content.plan, done, marks, number, self._left_out())

    def routine(self, week: schedule.Week) -> RoutineNow | None:
        """How the routine of a normal week stands today; None before the week is done."""
        routine = self.settings.routine
        if week.next_day is not None or not is_picked(routine):
            return None
        done = self._store.done_sets(self._plan_id, week.round)
        plan, left_out = self._content.plan, self._left_out()
        return routine_now(routine, plan, week, done, self.today, left_out)

    def unfinished(self) -> SessionRecord | None:
        """The session that can go on."""
        return self._store.unfinished()

    # Sessions

    def new_session(
        self,
        day: int,
        exercise: str = "",
        minutes: int = 0,
        *,
        whole: bool = False,
        easier: bool = False,
        today: Today | None = None,
    ) -> SessionRecord:
        """A session of a day that has not begun; `Composing.script` says of what."""
        script = self.composing.script(
            day, exercise, minutes, whole=whole, easier=easier, today=today
        )
        return self._record(day, Session(script))

    def new_gentle(self, today: Today | None = None) -> SessionRecord:
        """A gentle day, which belongs to no day of the plan."""
        return self._record(None, Session(self.composing.gentle(today)), SessionKind.GENTLE)

    def new_practice(self, exercise: str, version: Version) -> SessionRecord:
        """A session of one exercise for its own sake, which belongs to no day."""
        script = self.composing.practice(exercise, version)
        return self._record(None, Session(script), SessionKind.PRACTICE)

    def versions_of(self, day: int, *, easier: bool = False) -> dict[str, Version]:
        """In which versions the exercises of a day would begin; those not named are standard."""
        return self.composing.versions(day, easier=easier)

    def wanted_sets(self, day: int) -> frozenset[SetSide]:
        """The sets that a session of that day would have."""
        return self.composing.wanted_sets(day)

    @property
    def composing(self) -> Composing:
        """What sessions are composed with, as the record stands now."""
        return Composing(self._content, self.settings, self.week(), self._left_out())

    def end_unfinished(self) -> None:
        """Close the unfinished session, if there is one; what was done in it stays."""
        record = self._store.unfinished()
        if record is not None:
            session = msgspec.structs.replace(record.session, phase=Phase.ABANDONED)
            self._store.save(record.id, session, self._clock.now().utc)

    def log_walk(self, day: int, exercise: str, minutes: int) -> None:
        """Keep a walk outside, done away from the computer; the low end is all of it."""
        done = walking.walked(self._content.plan.day(day), exercise, minutes)
        record = self._record(day, Session((), phase=Phase.FINISHED))
        record = msgspec.structs.replace(record, ended=record.begun)
        self._store.add_finished(record, (done,))
        self._undo = partial(self._store.remove_session, record.id)

    def walk_of(self, day: int) -> tuple[str, int]:
        """The exercise of a day that may be done outside, and the minutes that are all of it."""
        return walking.outside(self._content.plan.day(day), self._content.exercises)

    def outcome(
        self, record: SessionRecord, began: Mapping[str, Version] = MappingProxyType({})
    ) -> FinishView:
        """What there is to say of a session that has just ended.

        `began` says in which version each exercise began, where that is known.
        """
        ended = Outcome(record, began, self.composing, self._clock.now())
        first_time = not self._was_done_before(record)
        return ended.view(first_time=first_time, note=self.note(record.id))

    def _was_done_before(self, record: SessionRecord) -> bool:
        done = self._store.done_sets(self._plan_id, record.round)
        before = [d for d in done if d.session != record.id]
        marks = self._store.marks(self._plan_id, record.round)
        marks = tuple(m for m in marks if m.at < record.begun)
        left_out = self._left_out()
        week = schedule.week(self._content.plan, before, marks, record.round, left_out)
        return week.day(record.day or 1).state is schedule.DayState.DONE

    def note(self, session: str) -> str:
        """What was written about a session."""
        return self._store.note(session)

    def save_note(self, session: str, text: str) -> None:
        """Keep what was written about a session."""
        self._store.save_note(session, text.strip(), self._clock.now().utc)

    # Changes by hand

    def mark(self, day: int, done: bool) -> None:
        """Count a day done, or not done, whatever was done of it until now."""
        round, state = self.round, MarkState.DONE if done else MarkState.OPEN
        sets = (d for d in self._store.done_sets(self._plan_id, round) if d.day == day)
        self._add_mark(day, round, state, after=max((d.begun for d in sets), default=""))

    def start_again(self) -> None:
        """Begin a new round of the plan; the old one stays in the record.

        What is under way belongs to the old one: it ends with it, and comes back with it.
        """
        left = self._store.unfinished()
        self.end_unfinished()
        undo = self._add_mark(0, self.round + 1, MarkState.ROUND)
        if left is not None:
            self._undo = partial(self._go_back_to, left, undo)

    def _go_back_to(self, left: SessionRecord, undo: Callable[[], None]) -> None:
        """Take a new round back, with what was under way before it unless something else is now."""
        undo()
        if self.round == left.round and self._store.unfinished() is None:
            self._store.save(left.id, left.session)

    def keep_version(self, exercise: str, version: Version) -> None:
        """Begin an exercise in a version from now on, because the person said so."""
        kept = {**dict(self.settings.kept_versions), exercise: version}
        self.change_settings(
            msgspec.structs.replace(self.settings, kept_versions=tuple(kept.items()))
        )

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings."""
        before = self.settings
        self._keep_settings(settings)
        self._undo = partial(self._keep_settings, before)

    def changed_by(self, undo: Callable[[], None]) -> None:
        """Something else was changed in the record; from now on that is what is taken back."""
        self._undo = undo

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return self._undo is not None

    def undo(self) -> bool:
        """Take back the last change; False if there is none."""
        if self._undo is None:
            return False
        undo, self._undo = self._undo, None
        undo()
        return True

    # Warning signs

    @property
    def answered(self) -> str:
        """Which answer to the warning signs is the last one; "" where there is none."""
        answer = self._store.last_answer()
        return answer.id if answer is not None else ""

    @property
    def asked_codes(self) -> tuple[str, ...]:
        """The ask-first codes of the last answer, whose notes stand on the exercises."""
        answer = self._store.last_answer()
        return answer.codes if answer is not None else ()

    @property
    def last_answer(self) -> SafetyAnswer | None:
        """The last answer to the warning signs."""
        return self._store.last_answer()

    @property
    def may_exercise(self) -> bool:
        """The warning signs were answered, and nothing in the answer holds a timer back."""
        answer = self._store.last_answer()
        return answer is not None and answer.may_exercise

    def answer(self, group: SafetyGroup, codes: tuple[str, ...], *, checked: bool) -> None:
        """Keep an answer to the warning signs: date, group, and codes for notes only."""
        now = self._clock.now()
        on = now.local_date if checked else None
        self._store.add_answer(
            SafetyAnswer(str(uuid4()), now.utc, now.local_date, group, codes, on)
        )

    # Odds and ends of the window

    def kept(self, key: str) -> Any:
        """A value of the window's own, as its place on the screen."""
        return self._store.value(key)

    def keep(self, key: str, value: Any) -> None:
        """Keep such a value."""
        self._store.put(key, value)

    def _left_out(self) -> frozenset[str]:
        known = self._store.exclusions(self._plan_id, self.round)
        return frozenset(one.exercise for one in known)

    @property
    def _plan_id(self) -> str:
        return self._content.plan.id

    def _record(
        self, day: int | None, session: Session, kind: SessionKind = SessionKind.PLAN
    ) -> SessionRecord:
        round = self.round
        marks = (m for m in self._store.marks(self._plan_id, round) if m.state is MarkState.OPEN)
        now = self._clock.now().after(max((m.at for m in marks if m.day == day), default=""))
        return SessionRecord(
            str(uuid4()),
            self._plan_id,
            round,
            day,
            now.utc,
            now.local_date,
            now.utc_offset,
            session,
            kind=kind,
        )

    def _add_mark(
        self, day: int, round: int, state: MarkState, after: str = ""
    ) -> Callable[[], None]:
        """Keep a mark; what takes it back."""
        now = self._clock.now().after(after)
        mark = Mark(str(uuid4()), self._plan_id, round, day, state, now.utc, now.local_date)
        self._store.add_mark(mark)
        self._undo = undo = partial(self._store.remove_mark, mark.id)
        return undo

    def _keep_settings(self, settings: Settings) -> None:
        self._store.save_settings(msgspec.to_builtins(settings))
        self.settings = settings
