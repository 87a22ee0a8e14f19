"""What a person says about pain, kept; and what the rules make of it.

It turns the record into the past that the rules look at, and every rule that fires into one
plain line (content/safety.md section 3). It decides nothing and never changes a plan.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import uuid4

import msgspec

from .core import past as pasts
from .core.easing import After, after_outcome
from .core.offers import Choice, Start, start_offer
from .core.pain import Asked, CheckIn, Exclusion, LogLine
from .core.records import DoneSet, Mark, MarkState, SafetyAnswer, SessionRecord, SessionSummary
from .core.rules import Kind
from .core.schedule import Week
from .core.starting import Answers, Situation
from .core.told import Told, after_told, start_told
from .services.clock import Clock


class DiaryStore(Protocol):
    """What the diary asks of the store."""

    def add_check_in(self, check_in: CheckIn) -> None: ...
    def check_ins(self, since: str | None = None) -> tuple[CheckIn, ...]: ...
    def sessions(self, plan: str, round: int | None = None) -> tuple[SessionSummary, ...]: ...
    def marks(self, plan: str, round: int | None = None) -> tuple[Mark, ...]: ...
    def add_exclusion(self, exclusion: Exclusion) -> None: ...
    def remove_exclusions(self, plan: str, round: int) -> None: ...
    def exclusions(self, plan: str, round: int) -> tuple[Exclusion, ...]: ...
    def add_log(self, line: LogLine) -> None: ...
    def log(self, session: str | None = None) -> tuple[LogLine, ...]: ...
    def done_sets(self, plan: str, round: int | None = None) -> tuple[DoneSet, ...]: ...
    def last_answer(self) -> SafetyAnswer | None: ...


Line = Callable[[Told], str]
"""Makes the plain line of what happened."""


class Diary:
    """One person's answers. Methods that write raise StoreError."""

    def __init__(self, store: DiaryStore, clock: Clock, plan: str, line: Line) -> None:
        self._store, self._clock, self._plan, self._line = store, clock, plan, line

    # Before

    def situation(self, day: int, week: Week, *, questions: bool = True) -> Situation:
        """Where a person stands who asks for a day; the warning signs must be answered."""
        signs = self._store.last_answer()
        assert signs is not None
        today = self._clock.now().local_date
        return Situation(today, day, signs, week, self.past(week), questions)

    def asks_settled(self, week: Week) -> bool:
        """Ask whether extra pain from last time settled."""
        return pasts.asks_settled(self.past(week), self._clock.now().local_date)

    def asks_ache(self, week: Week, pain: int) -> bool:
        """Ask whether a number before a session is the back, or the ache of muscles (2.1)."""
        return pasts.asks_ache(self.past(week), pain)

    def keep_start(
        self,
        at: Situation,
        said: Answers,
        choice: Choice,
        session: str | None,
        *,
        legs: bool = False,
        id: str = "",
    ) -> Start:
        """Keep an answer and what was offered and chosen, with the session that follows.

        `legs` is the box as it was ticked: the rules look at it only until the signs are read.
        An answer of that `id` that was kept before is replaced.
        """
        start = start_offer(at, said)
        now = self._clock.now()
        self._store.add_check_in(
            CheckIn(
                id or str(uuid4()),
                session,
                now.utc,
                now.local_date,
                Asked.BEFORE,
                said.pain,
                said.legs or legs,
                said.settled,
                said.medicine,
                said.ache,
            )
        )
        if start.offer.kind is not Kind.AS_WRITTEN or start.notes:
            began, moving = session is not None, said.moving
            told = start_told(start, at, said.pain, choice, began=began, moving=moving)
            self._tell(told, session)
        return start

    def start_keeper(
        self, at: Situation, said: Answers, choice: Choice, *, legs: bool = False
    ) -> Callable[[str | None], Start]:
        """Keeps one answer: without a session, and with it if one follows after all."""
        return partial(self.keep_start, at, said, choice, legs=legs, id=str(uuid4()))

    def past(self, week: Week, *, without: str = "") -> pasts.Past:
        """The sessions and answers of a round; one that was left unfinished was held too."""
        summaries = [one for one in self._sessions(week) if one.id != without]
        ids = {one.id for one in summaries}
        answers = [
            c
            for c in self._store.check_ins(self._round_began(week.round))
            if c.session in ids or c.session is None
        ]
        return self._past_of(week, answers, summaries)

    def _sessions(self, week: Week) -> tuple[SessionSummary, ...]:
        return self._store.sessions(self._plan, week.round)

    def _past_of(
        self, week: Week, answers: list[CheckIn], summaries: list[SessionSummary]
    ) -> pasts.Past:
        red = Counter(line.session or "" for line in self._store.log() if line.rule == "R5")
        completed = _completed(week, self._sessions(week))
        done = {
            one.session for one in self._store.done_sets(self._plan, week.round) if one.set.done
        }
        idle = {one.id for one in summaries} - done
        return pasts.past_of(answers, summaries, red_ended=red, completed=completed, idle=idle)

    # During

    def before_of(self, session: str) -> int | None:
        """The number before a session."""
        mine = [c for c in self._store.check_ins() if c.session == session]
        return next((c.pain for c in mine if c.asked is Asked.BEFORE), None)

    def keep_during(self, session: str, pain: int | None, told: tuple[Told, ...]) -> None:
        """Keep a number said meanwhile, if one was, and what followed."""
        if pain is not None:
            now = self._clock.now()
            self._store.add_check_in(
                CheckIn(str(uuid4()), session, now.utc, now.local_date, Asked.DURING, pain)
            )
        self._tell(told, session)

    def exclude(self, exercise: str, round: int) -> None:
        """Leave an exercise out for the rest of the round (R6)."""
        now = self._clock.now()
        self._store.add_exclusion(
            Exclusion(str(uuid4()), self._plan, round, exercise, now.utc, now.local_date)
        )

    def excluded(self, round: int) -> frozenset[str]:
        """The exercises that are left out."""
        return frozenset(one.exercise for one in self._store.exclusions(self._plan, round))

    def include_all(self, round: int) -> None:
        """A clinician says otherwise: nothing is left out any more."""
        self._store.remove_exclusions(self._plan, round)

    # After

    def after(
        self, record: SessionRecord, week: Week, pain: int | None, *, ache: bool | None = None
    ) -> After:
        """What the number at the end says."""
        one = msgspec.structs.replace(self._one(record, week), after=pain)
        before = self.past(week, without=record.id)
        return after_outcome(one, before, ache=ache, last_day=len(week.days))

    def keep_after(
        self, record: SessionRecord, week: Week, pain: int | None, *, ache: bool | None = None
    ) -> After:
        """Keep the number at the end and what it says."""
        now = self._clock.now()
        self._store.add_check_in(
            CheckIn(
                str(uuid4()),
                record.id,
                now.utc,
                now.local_date,
                Asked.AFTER,
                pain,
                ache=bool(ache),
            )
        )
        after = self.after(record, week, pain, ache=ache)
        one = msgspec.structs.replace(self._one(record, week), after=pain)
        told = after_told(after, one)
        self._tell(tuple(line for line in told if line.kind is not Kind.FINE), record.id)
        return after

    def log(self, session: str | None = None) -> tuple[LogLine, ...]:
        """The plain lines of a session, or all of them."""
        return self._store.log(session)

    def _one(self, record: SessionRecord, week: Week) -> pasts.PastSession:
        """A session that has ended, as the rules see it."""
        summaries = [one for one in self._sessions(week) if one.id == record.id]
        answers = [
            c
            for c in self._store.check_ins(self._round_began(week.round))
            if c.session == record.id
        ]
        (one,) = self._past_of(week, answers, summaries)
        return one

    def _round_began(self, round: int) -> str:
        begun = (m.at for m in self._store.marks(self._plan, round) if m.state is MarkState.ROUND)
        return max(begun, default="")

    def _tell(self, told: tuple[Told, ...], session: str | None) -> None:
        for one in told:
            now = self._clock.now()
            line = LogLine(
                str(uuid4()), session, now.utc, now.local_date, one.rule, self._line(one)
            )
            self._store.add_log(line)


def _completed(week: Week, summaries: Sequence[SessionSummary]) -> set[str]:
    """The session that completed each done day: the last of that day on that date."""
    found: dict[int, str] = {}
    done = {day.number: day.done_on for day in week.days if day.done_on and not day.by_hand}
    for one in summaries:
        if one.day is not None and done.get(one.day) == one.local_date:
            found[one.day] = one.id
    return set(found.values())
