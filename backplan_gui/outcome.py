"""What there is to say of a session that has just ended, from the record as it stands after it."""

from collections.abc import Mapping
from typing import NamedTuple

from .composing import Composing
from .core.exercise import Version
from .core.finish import FinishView
from .core.records import SessionKind, SessionRecord, done_records
from .core.schedule import DayState, Week
from .core.script import Script, length_ms
from .core.session import Phase
from .services.clock import Moment

EVENING = 17
"""The hour from which a session ends in the evening."""


class Outcome(NamedTuple):
    """One session that has ended, and what it is looked at with."""

    record: SessionRecord
    began: Mapping[str, Version]
    """In which version each exercise began, where that is known."""
    composing: Composing
    """With the week as it stands after it."""
    now: Moment

    def view(self, *, first_time: bool, note: str) -> FinishView:
        """What is shown of it; `first_time`: its day was not done before in this round."""
        if self.record.kind is SessionKind.GENTLE:
            return self._gentle(note)
        number, session = self.record.day or 1, self.record.session
        standing = self._week.day(number)
        again = standing.state is DayState.DONE and not first_time
        if again and session.phase is not Phase.FINISHED:
            return self._stopped_again(note)
        whole = standing.state is DayState.DONE
        part = "" if whole else self._part(number)
        following = self._week.next_day
        return FinishView(
            number,
            tuple(d.shown for d in self._week.days),
            1 if part else standing.sets_done,
            1 if part else standing.sets,
            session.guided,
            length_ms(session.script),
            done=whole,
            first_time=first_time,
            skipped=self._skipped,
            left_out=self._left_out,
            part=part,
            parts_left=len({one.exercise for one in standing.open_sets}),
            next_day=following,
            next_minutes=self.composing.span(following) if following else (0, 0),
            tip=self._tip(number if whole else 0),
            note=note,
            changed=self._changed(),
        )

    def _gentle(self, note: str) -> FinishView:
        """The gentle day counts for itself; the day of the plan waits."""
        session = self.record.session
        return FinishView(
            0,
            tuple(d.shown for d in self._week.days),
            *self._own_sets,
            session.guided,
            length_ms(session.script),
            tip=self._tip(0),
            note=note,
            gentle=True,
            left_out=self._left_out,
        )

    def _stopped_again(self, note: str) -> FinishView:
        """A day that was done before, and this time in part: it stays done, and this counts."""
        session = self.record.session
        return FinishView(
            self.record.day or 1,
            tuple(d.shown for d in self._week.days),
            *self._own_sets,
            session.guided,
            length_ms(session.script),
            first_time=False,
            skipped=self._skipped,
            left_out=self._left_out,
            tip=self._tip(0),
            note=note,
            changed=self._changed(),
        )

    @property
    def _own_sets(self) -> tuple[int, int]:
        """How many sets were done in this session, and how many it has."""
        every = self._sets_of(self.record.session.script)
        return len(every & self._done), len(every)

    @property
    def _skipped(self) -> int:
        """How many sets were passed over."""
        session = self.record.session
        passed = self._sets_of(session.script[: session.index]) - self._done
        if session.phase is not Phase.FINISHED:
            passed.discard((session.step.exercise_no, session.step.set_no))
        return len(passed)

    @property
    def _left_out(self) -> tuple[str, ...]:
        """What is left out of it (R6), in the order of the session."""
        exercises = dict.fromkeys(step.exercise for step in self.record.session.script)
        return tuple(one for one in exercises if one in self.composing.left_out)

    @property
    def _done(self) -> set[tuple[int, int]]:
        return {(d.exercise_no, d.set_no) for d in done_records(self.record.session) if d.done}

    def _sets_of(self, steps: Script) -> set[tuple[int, int]]:
        """The sets that steps belong to, but for what is left out."""
        counting = (step for step in steps if step.exercise not in self.composing.left_out)
        return {(step.exercise_no, step.set_no) for step in counting if not step.help}

    def _part(self, day: int) -> str:
        """The exercise that is done of a day that comes in parts."""
        exercise = self.record.session.script[0].exercise
        in_parts = self.composing.content.plan.day(day).parts
        return exercise if in_parts and exercise in self._week.day(day).exercises_done else ""

    @property
    def _week(self) -> Week:
        return self.composing.week

    def _tip(self, done_day: int) -> str:
        """Sleep in the evening and after days 5 and 7, else water (content/safety.md 4)."""
        hour = (int(self.now.utc[11:13]) + self.now.utc_offset // 60) % 24
        return "sleep" if hour >= EVENING or done_day in (5, 7) else "hydrated"

    def _changed(self) -> tuple[tuple[str, Version], ...]:
        """Exercises that ended in another version than they began in: the person changed them."""
        session, began = self.record.session, self.began
        exercises = {step.exercise_no: step.exercise for step in session.script}
        last = {exercises[w.exercise_no]: w.version for w in session.worked}
        kept = dict(self.composing.settings.kept_versions)
        return tuple(
            (exercise, version)
            for exercise, version in last.items()
            if version is not began.get(exercise, version) and kept.get(exercise) is not version
        )
