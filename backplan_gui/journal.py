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

from .content import Content
from .core import schedule
from .core.exercise import Version
from .core.finish import FinishView
from .core.floor import with_floor_help
from .core.pain import Exclusion
from .core.plan import SetSide, Timed, set_sides
from .core.records import (
    Done,
    DoneSet,
    Mark,
    MarkState,
    SafetyAnswer,
    SafetyGroup,
    SessionKind,
    SessionRecord,
    Unit,
    done_records,
)
from .core.script import Script, StepKind, length_ms, script_for
from .core.session import Phase, Session
from .core.settings import Settings, settings_from
from .core.tailoring import Today, Wishes, fitting, gentle_day, gentle_versions, versions_for
from .services.clock import Clock

EVENING = 17
"""The hour from which a session ends in the evening."""


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
        """A session that has not begun: what is still open of a started day, else all of it.

        With `exercise` that one alone, for `minutes` where its length may be chosen; with
        `whole` all of the day, whatever was done before. `easier` and `today` fit it to the
        person: what is left out stays open. Without `today` it is as the settings have it.
        """
        script = self.script_of(day, exercise, minutes, whole=whole, easier=easier, today=today)
        return self._record(day, Session(script))

    def script_of(
        self,
        day: int,
        exercise: str = "",
        minutes: int = 0,
        *,
        whole: bool = False,
        easier: bool = False,
        today: Today | None = None,
    ) -> Script:
        """What such a session would play."""
        plan, exercises = self._content.plan.day(day), self._content.exercises
        today = Today(help=self.settings.floor_help) if today is None else today
        versions = self.versions_of(day, easier=easier, today=today)
        remaining = None if exercise else self.wanted_sets(day, whole=whole)
        if remaining is not None and today.minutes is not None and not plan.parts:
            remaining = fitting(
                plan,
                exercises,
                self.settings,
                today.minutes,
                remaining,
                versions,
                helped=today.help,
            )
        script = script_for(
            plan,
            exercises,
            self.settings,
            only=exercise or None,
            minutes=minutes or None,
            remaining=remaining,
            versions=versions,
        )
        return with_floor_help(script, exercises) if today.help else script

    def versions_of(
        self, day: int, *, easier: bool = False, today: Today = Today()
    ) -> dict[str, Version]:
        """In which versions the exercises of a day begin; those not named are standard."""
        wishes = self.wishes(easier=easier, today=today)
        return versions_for(self._content.plan.day(day), self._content.exercises, wishes)

    def wishes(self, *, easier: bool = False, today: Today = Today()) -> Wishes:
        """What the settings and the day of today ask of the exercises.

        Where the easier versions come first, no harder one that was kept stands before them.
        """
        there = self.settings.equipment
        kept = {
            exercise: version
            for exercise, version in self.settings.kept_versions
            if not easier or version in (Version.EASIER, Version.NO_FLOOR)
        }
        feet = dict.fromkeys(today.feet, Version.STANDARD)
        return Wishes(easier, today.floor, None if there is None else frozenset(there), kept | feet)

    def new_gentle(self, today: Today | None = None) -> SessionRecord:
        """The gentle day: day 1 in its easier form, one set each; it completes nothing (R3).

        What is left out (R6) is left out of it too.
        """
        today = Today(help=self.settings.floor_help) if today is None else today
        day = schedule.without(gentle_day(self._content.plan), self._left_out())
        exercises = self._content.exercises
        versions = gentle_versions(day, exercises, self.wishes(today=today))
        script = script_for(day, exercises, self.settings, versions=versions)
        script = with_floor_help(script, exercises) if today.help else script
        return self._record(None, Session(script), SessionKind.GENTLE)

    def wanted_sets(self, day: int, *, whole: bool = False) -> frozenset[SetSide]:
        """The open sets of a day that was started, or all; never what is left out (R6)."""
        standing = self.week().day(day)
        started = standing.state in (schedule.DayState.STARTED, schedule.DayState.SKIPPED)
        plan = self._content.plan.day(day)
        every = frozenset(side for p in plan.exercises for side in set_sides(p))
        chosen = standing.open_sets if started and not whole else every
        left_out = self._left_out()
        return frozenset(side for side in chosen if side.exercise not in left_out) or chosen

    def _left_out(self) -> frozenset[str]:
        known = self._store.exclusions(self._plan_id, self.round)
        return frozenset(one.exercise for one in known)

    def new_practice(self, exercise: str, version: Version) -> SessionRecord:
        """A session of one exercise in its plan's dose, which belongs to no day."""
        day = next(
            day
            for day in self._content.plan.days
            if any(p.exercise == exercise for p in day.exercises)
        )
        script = script_for(
            day,
            self._content.exercises,
            self.settings,
            only=exercise,
            versions={exercise: version},
        )
        return self._record(None, Session(script), SessionKind.PRACTICE)

    def end_unfinished(self) -> None:
        """Close the unfinished session, if there is one; what was done in it stays."""
        record = self._store.unfinished()
        if record is not None:
            session = msgspec.structs.replace(record.session, phase=Phase.ABANDONED)
            self._store.save(record.id, session, self._clock.now().utc)

    def log_walk(self, day: int, exercise: str, minutes: int) -> None:
        """Keep a walk outside, done away from the computer; the low end is all of it."""
        dose = next(p.dose for p in self._content.plan.day(day).exercises if p.exercise == exercise)
        assert isinstance(dose, Timed)
        seconds, planned = 60 * minutes, 60 * dose.low
        done = Done(
            1, exercise, 1, None, Version.STANDARD, planned, seconds, Unit.SECONDS,
            seconds >= planned,
        )  # fmt: skip
        record = self._record(day, Session((), phase=Phase.FINISHED))
        record = msgspec.structs.replace(record, ended=record.begun)
        self._store.add_finished(record, (done,))
        self._undo = partial(self._store.remove_session, record.id)

    def walk_of(self, day: int) -> tuple[str, int]:
        """The exercise of a day that may be done outside, and the minutes that are all of it."""
        for prescription in self._content.plan.day(day).exercises:
            dose = prescription.dose
            if self._content.exercises[prescription.exercise].outside and isinstance(dose, Timed):
                return prescription.exercise, dose.low
        raise KeyError(day)

    def outcome(
        self, record: SessionRecord, began: Mapping[str, Version] = MappingProxyType({})
    ) -> FinishView:
        """What there is to say of a session that has just ended.

        `began` says in which version each exercise began, where that is known.
        """
        if record.kind is SessionKind.GENTLE:
            return self._gentle_outcome(record)
        number = record.day or 1
        week, day = self.week(), self._content.plan.day(number)
        standing, session = week.day(number), record.session
        whole = standing.state is schedule.DayState.DONE
        exercise = session.script[0].exercise
        part = exercise if day.parts and not whole and exercise in standing.exercises_done else ""
        passed = {(s.exercise_no, s.set_no) for s in session.script[: session.index] if not s.help}
        skipped = passed - {(d.exercise_no, d.set_no) for d in done_records(session) if d.done}
        if session.phase is not Phase.FINISHED:
            skipped.discard((session.step.exercise_no, session.step.set_no))
        following = week.next_day
        return FinishView(
            number,
            tuple(d.state for d in week.days),
            1 if part else standing.sets_done,
            1 if part else standing.sets,
            session.guided,
            length_ms(session.script),
            done=whole,
            first_time=not self._was_done_before(record),
            skipped=len(skipped),
            part=part,
            parts_left=len({one.exercise for one in standing.open_sets}),
            next_day=following,
            next_minutes=self.minutes(following) if following else (0, 0),
            tip=self._tip(number if whole else 0),
            note=self.note(record.id),
            changed=self._changed(record, began),
        )

    def _tip(self, done_day: int) -> str:
        """Sleep in the evening and after days 5 and 7, else water (content/safety.md 4)."""
        now = self._clock.now()
        hour = (int(now.utc[11:13]) + now.utc_offset // 60) % 24
        return "sleep" if hour >= EVENING or done_day in (5, 7) else "hydrated"

    def _changed(
        self, record: SessionRecord, began: Mapping[str, Version]
    ) -> tuple[tuple[str, Version], ...]:
        """Exercises that ended in another version than they began in: the person changed them."""
        exercises = {step.exercise_no: step.exercise for step in record.session.script}
        last = {exercises[w.exercise_no]: w.version for w in record.session.worked}
        kept = dict(self.settings.kept_versions)
        return tuple(
            (exercise, version)
            for exercise, version in last.items()
            if version is not began.get(exercise, version) and kept.get(exercise) is not version
        )

    def _gentle_outcome(self, record: SessionRecord) -> FinishView:
        """The gentle day counts for itself; the day of the plan waits."""
        week, session = self.week(), record.session
        done = {(d.exercise_no, d.set_no) for d in done_records(session) if d.done}
        every = {(s.exercise_no, s.set_no) for s in session.script if s.kind is StepKind.WORK}
        return FinishView(
            0,
            tuple(d.state for d in week.days),
            len(done),
            len(every),
            session.guided,
            length_ms(session.script),
            tip=self._tip(0),
            note=self.note(record.id),
            gentle=True,
        )

    def minutes(self, day: int) -> tuple[int, int]:
        """How long a day takes with the settings as they are."""
        return self._content.minutes(self._content.plan.day(day), self.settings)

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
        """Count a day done, or not done."""
        self._add_mark(day, self.round, MarkState.DONE if done else MarkState.OPEN)

    def start_again(self) -> None:
        """Begin a new round of the plan; the old one stays in the record."""
        self._add_mark(0, self.round + 1, MarkState.ROUND)

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

    @property
    def _plan_id(self) -> str:
        return self._content.plan.id

    def _record(
        self, day: int | None, session: Session, kind: SessionKind = SessionKind.PLAN
    ) -> SessionRecord:
        now = self._clock.now()
        return SessionRecord(
            str(uuid4()),
            self._plan_id,
            self.round,
            day,
            now.utc,
            now.local_date,
            now.utc_offset,
            session,
            kind=kind,
        )

    def _add_mark(self, day: int, round: int, state: MarkState) -> None:
        now = self._clock.now()
        mark = Mark(str(uuid4()), self._plan_id, round, day, state, now.utc, now.local_date)
        self._store.add_mark(mark)
        self._undo = partial(self._store.remove_mark, mark.id)

    def _keep_settings(self, settings: Settings) -> None:
        self._store.save_settings(msgspec.to_builtins(settings))
        self.settings = settings
