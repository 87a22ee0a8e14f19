"""The table of commands, a row at a time and at random: no order of them does harm."""

import json
from collections import Counter
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from backplan_gui.core import engine, shown
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.conditions import LONGEST_MS
from backplan_gui.core.engine import Held, NotAllowed
from backplan_gui.core.exercise import Version
from backplan_gui.core.passage import Outcome
from backplan_gui.core.plan import SetSide, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import Script, Step, StepKind, length_ms
from backplan_gui.core.session import (
    TRANSITIONS,
    Command,
    Event,
    Phase,
    PhaseChanged,
    Session,
    StepStarted,
    WorkEnded,
)
from backplan_gui.core.switching import NewForm, why_not
from tests import strategies

from .samples import (
    BRIDGES,
    BRISK,
    OWN_PACE,
    PLANK_LEFT,
    REST,
    SCRIPT,
    doses_in,
    form_of,
    place,
)

C, P = Command, Phase


class Row(NamedTuple):
    """A command a second after the last look, and where the session stands then."""

    phase: Phase
    command: Command
    where: Session
    then: str


def told(session: Session) -> str:
    """Where a session stands: "running 2 6000/20000", and what is special about it."""
    step = session.step
    special = {
        f"in {session.reentry}": session.reentry,
        f"{session.counted} counted": session.counted,
        "easier": step.version is Version.EASIER,
        f"{len(session.script)} steps": len(session.script) != len(SCRIPT),
    }
    place = f"{session.phase} {session.index} {session.elapsed}/{step.ms}"
    return " ".join([place, *(words for words, true in special.items() if true)])


READY = place(0, phase=P.READY)
HOLD = place(PLANK_LEFT, 5_000)
SECOND = place(6, 5_000)
WALKING = place(BRISK, 5_000)
RESUMING, RESUMING_SECOND, RESUMING_WALK = (
    place(index, 5_000, P.RESUMING) for index in (PLANK_LEFT, 6, BRISK)
)
PAUSED, PAUSED_SECOND, PAUSED_WALK = (
    place(index, 5_000, P.PAUSED) for index in (PLANK_LEFT, 6, BRISK)
)

ROWS = [
    Row(P.READY, C.START, READY, "running 0 0/10000"),
    Row(P.READY, C.END, READY, "abandoned 0 0/10000"),
    Row(P.RUNNING, C.TICK, HOLD, "running 2 6000/20000"),
    Row(P.RUNNING, C.REP, place(BRIDGES, script=OWN_PACE), "running 18 1000/24000 1 counted"),
    Row(P.RUNNING, C.NEXT, place(REST, 5_000), "running 9 0/3000"),
    Row(P.RUNNING, C.RESTART, HOLD, "running 2 0/20000"),
    Row(P.RUNNING, C.BACK, SECOND, "running 1 0/3000"),
    Row(P.RUNNING, C.SKIP, HOLD, "running 3 0/2000"),
    Row(P.RUNNING, C.SKIP_EXERCISE, HOLD, "running 16 0/60000"),
    Row(P.RUNNING, C.LEAVE_OUT, HOLD, "running 16 0/60000"),
    Row(P.RUNNING, C.LESS, HOLD, "running 2 6000/10000"),
    Row(P.RUNNING, C.MORE, HOLD, "running 2 6000/30000"),
    Row(P.RUNNING, C.VERSION, HOLD, "running 3 0/3000 easier 39 steps"),
    Row(P.RUNNING, C.VERSIONS, HOLD, "running 3 0/3000 easier 39 steps"),
    Row(P.RUNNING, C.FEWER, HOLD, "running 2 6000/20000 21 steps"),
    Row(P.RUNNING, C.KEEP_GOING, WALKING, "running 27 6000/60000 30 steps"),
    Row(P.RUNNING, C.PAUSE, HOLD, "paused 2 6000/20000"),
    Row(P.RUNNING, C.SUSPEND, HOLD, "paused 2 6000/20000"),
    Row(P.RUNNING, C.END, HOLD, "abandoned 2 6000/20000"),
    Row(P.RESUMING, C.TICK, RESUMING, "resuming 2 5000/20000 in 2000"),
    Row(P.RESUMING, C.NEXT, RESUMING, "running 2 5000/20000"),
    Row(P.RESUMING, C.RESTART, RESUMING, "running 2 0/20000"),
    Row(P.RESUMING, C.BACK, RESUMING_SECOND, "running 1 0/3000"),
    Row(P.RESUMING, C.SKIP, RESUMING, "running 3 0/2000"),
    Row(P.RESUMING, C.SKIP_EXERCISE, RESUMING, "running 16 0/60000"),
    Row(P.RESUMING, C.LEAVE_OUT, RESUMING, "running 16 0/60000"),
    Row(P.RESUMING, C.LESS, RESUMING, "resuming 2 5000/10000 in 2000"),
    Row(P.RESUMING, C.MORE, RESUMING, "resuming 2 5000/30000 in 2000"),
    Row(P.RESUMING, C.VERSION, RESUMING, "resuming 3 0/3000 in 2000 easier 39 steps"),
    Row(P.RESUMING, C.VERSIONS, RESUMING, "resuming 3 0/3000 in 2000 easier 39 steps"),
    Row(P.RESUMING, C.FEWER, RESUMING, "resuming 2 5000/20000 in 2000 21 steps"),
    Row(P.RESUMING, C.KEEP_GOING, RESUMING_WALK, "resuming 27 5000/60000 in 2000 30 steps"),
    Row(P.RESUMING, C.PAUSE, RESUMING, "paused 2 5000/20000"),
    Row(P.RESUMING, C.SUSPEND, RESUMING, "paused 2 5000/20000"),
    Row(P.RESUMING, C.END, RESUMING, "abandoned 2 5000/20000"),
    Row(P.PAUSED, C.RESUME, PAUSED, "resuming 2 5000/20000 in 3000"),
    Row(P.PAUSED, C.RESTART, PAUSED, "paused 2 0/20000"),
    Row(P.PAUSED, C.BACK, PAUSED_SECOND, "paused 1 0/3000"),
    Row(P.PAUSED, C.SKIP, PAUSED, "paused 3 0/2000"),
    Row(P.PAUSED, C.SKIP_EXERCISE, PAUSED, "paused 16 0/60000"),
    Row(P.PAUSED, C.LEAVE_OUT, PAUSED, "paused 16 0/60000"),
    Row(P.PAUSED, C.LESS, PAUSED, "paused 2 5000/10000"),
    Row(P.PAUSED, C.MORE, PAUSED, "paused 2 5000/30000"),
    Row(P.PAUSED, C.VERSION, PAUSED, "paused 3 0/3000 easier 39 steps"),
    Row(P.PAUSED, C.VERSIONS, PAUSED, "paused 3 0/3000 easier 39 steps"),
    Row(P.PAUSED, C.FEWER, PAUSED, "paused 2 5000/20000 21 steps"),
    Row(P.PAUSED, C.KEEP_GOING, PAUSED_WALK, "paused 27 5000/60000 30 steps"),
    Row(P.PAUSED, C.END, PAUSED, "abandoned 2 5000/20000"),
]
WITH_FORM = (C.VERSION, C.VERSIONS)
LISTED = {(phase, command) for phase, row in TRANSITIONS.items() for command in row}
NOT_LISTED = sorted({(phase, command) for phase in Phase for command in Command} - LISTED)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phase}-{row.command}")
def test_every_row_of_the_table_does_what_it_says(row: Row) -> None:
    assert row.where.phase is row.phase
    new = form_of(row.where, Version.EASIER) if row.command in WITH_FORM else None
    session, _ = engine.apply(row.where, row.command, 1_000, new)
    assert told(session) == row.then
    assert session.seen == (1_000 if session.phase in (P.RUNNING, P.RESUMING) else None)


def test_every_row_of_the_table_has_an_example() -> None:
    assert Counter((row.phase, row.command) for row in ROWS) == Counter(LISTED)


@pytest.mark.parametrize(("phase", "command"), NOT_LISTED)
def test_what_is_not_in_the_table_is_refused(phase: Phase, command: Command) -> None:
    session = place(BRIDGES, script=OWN_PACE, phase=phase)
    with pytest.raises(NotAllowed, match=f"^{command} while {phase}$"):
        engine.apply(session, command, 1_000, form_of(session, Version.EASIER))
    assert command not in engine.allowed(session)


def test_only_the_last_two_phases_are_over() -> None:
    over = [phase for phase in Phase if not place(0, phase=phase).is_open]
    assert over == [phase for phase, row in TRANSITIONS.items() if not row]


def test_of_a_finished_session_the_last_step_is_on_show() -> None:
    assert place(len(SCRIPT), phase=P.FINISHED).step == SCRIPT[-1]


class Asked(NamedTuple):
    """A command after some time, and which exercise and version are meant by VERSION."""

    passed: int
    command: Command
    exercise: int = 0
    version: Version = Version.STANDARD

    def new(self, laid: strategies.Laid) -> NewForm:
        ways = [laid.exercises[name] for name in sorted(laid.exercises)]
        return NewForm(ways[self.exercise % len(ways)], self.version, laid.settings)


timelines: st.SearchStrategy[list[Asked]] = st.lists(
    st.builds(
        Asked,
        passed=st.integers(0, 40_000),
        command=st.sampled_from(sorted(set(Command) - {C.END})),
        exercise=st.integers(0, 2),
        version=st.sampled_from(Version),
    ),
    max_size=12,
)


def played(
    laid: strategies.Laid, timeline: list[Asked], look_every: int | None
) -> tuple[Session, object]:
    """A session after a timeline, looked at only for its commands or every so often too."""
    session, now, looked = Session(laid.script), 0, 0
    events: tuple[Event, ...] = ()
    for asked in (Asked(0, C.START), *timeline, Asked(10_000, C.TICK)):
        now += asked.passed
        while look_every and looked + look_every < now:
            looked += look_every
            session, more = looked_at(session, C.TICK, looked, None)
            events += more
        looked = now
        session, more = looked_at(session, asked.command, now, asked.new(laid))
        events += more
    return msgspec.structs.replace(session, seen=None), events


def looked_at(session: Session, command: Command, now: int, new: NewForm | None) -> Outcome:
    try:
        return engine.apply(session, command, now, new)
    except NotAllowed:
        return session, ()


@given(strategies.days(), timelines, st.integers(1_000, 30_000))
def test_how_often_anybody_looks_does_not_matter(
    laid: strategies.Laid, timeline: list[Asked], look_every: int
) -> None:
    assert played(laid, timeline, look_every) == played(laid, timeline, None)


@given(strategies.scripts(), st.lists(st.integers(1, 100_000), min_size=1))
def test_a_script_takes_exactly_its_length(script: Script, looks: list[int]) -> None:
    guided = tuple(msgspec.structs.replace(step, own_pace=False) for step in script)
    session, length = engine.apply(Session(guided), C.START, 0)[0], length_ms(guided)
    instants = sorted({sum(looks[: i + 1]) % length for i in range(len(looks))} | {length - 1})
    for now in instants:
        session, _ = engine.apply(session, C.TICK, now)
        assert session.phase is P.RUNNING
        assert session.guided == now
    session, events = engine.apply(session, C.TICK, length)
    assert session.phase is P.FINISHED
    assert events[-1] == PhaseChanged(P.FINISHED)
    assert session.guided == length
    assert all(row.done and row.actual == row.planned for row in done_records(session))


@given(strategies.scripts())
def test_at_ones_own_pace_a_script_ends_with_its_last_rep(script: Script) -> None:
    session, _ = engine.apply(Session(script), C.START, 0)
    now = 0
    while session.is_open:
        if not session.step.own_pace:
            now += session.step.ms - session.elapsed
            session, _ = engine.apply(session, C.TICK, now)
            continue
        session, _ = engine.apply(session, C.REP, now)
    assert all(row.done and row.actual == row.planned for row in done_records(session))


@given(strategies.sessions(), st.integers(0, 10**9))
def test_time_away_is_never_counted(session: Session, away: int) -> None:
    if session.seen is None or not session.is_open:
        return
    last = session.seen
    gone, _ = engine.apply(session, C.SUSPEND, last)
    back, _ = engine.apply(gone, C.RESUME, last + away)
    assert gone.phase is P.PAUSED
    assert (back.guided, back.elapsed, back.index) == (
        session.guided,
        session.elapsed,
        session.index,
    )


@given(strategies.sessions(), st.integers(0, 10**9))
def test_a_clock_that_goes_back_takes_nothing_and_gives_nothing(session: Session, ms: int) -> None:
    if session.seen is None or not session.is_open:
        return
    later, events = engine.apply(session, C.TICK, session.seen - ms)
    assert not events
    assert msgspec.structs.replace(later, seen=session.seen) == session


def kept(session: Session) -> Session:
    """As it comes back from disk."""
    return msgspec.json.decode(msgspec.json.encode(session), type=Session)


@given(strategies.sessions())
def test_a_session_is_kept_whole(session: Session) -> None:
    assert kept(session) == session
    assert json.loads(msgspec.json.encode(session))


@given(strategies.sessions())
def test_a_session_read_back_is_paused_where_it_was_or_over(session: Session) -> None:
    back = engine.restored(kept(session))
    assert back.phase is (P.PAUSED if session.is_open else session.phase)
    same = ("script", "index", "elapsed", "counted", "guided", "worked")
    assert all(getattr(back, name) == getattr(session, name) for name in same)
    assert back.seen is None or not back.is_open
    assert engine.restored(back) == back


def sets_done(session: Session) -> set[SetSide]:
    return {SetSide(d.exercise, d.set_no, d.side) for d in done_records(session) if d.done}


def set_sides_of(step: Step) -> set[SetSide]:
    """Those a work step counts for: both sides where they alternate."""
    sides = tuple(Side) if step.alternates else (step.set_side.side,)
    return {SetSide(step.exercise, step.set_no, side) for side in sides}


def sizes(session: Session) -> Counter[tuple[int, SetSide]]:
    """Milliseconds or movements of every set-side of the script."""
    found: Counter[tuple[int, SetSide]] = Counter()
    for step in session.script:
        if step.kind is StepKind.WORK:
            found[step.exercise_no, step.set_side] += step.reps or step.ms
    return found


def amounts(session: Session) -> Counter[tuple[int, SetSide]]:
    """What was done of it."""
    found: Counter[tuple[int, SetSide]] = Counter()
    known = {(w.exercise_no, w.set_no, w.side, w.part): w for w in session.worked}
    for step in session.script:
        key = (step.exercise_no, step.set_no, step.side, step.part)
        if step.kind is StepKind.WORK and key in known:
            found[step.exercise_no, step.set_side] += known[key].amount
    return found


class Sessions(RuleBasedStateMachine):
    """Any command at any time, crashes at will, and a clock that may run backwards."""

    @initialize(laid=strategies.days(), now=st.integers(-(10**9), 10**9))
    def begin(self, laid: strategies.Laid, now: int) -> None:
        self.laid = laid
        self.fewer = False
        self.session = Session(laid.script)
        self.now = now
        self.ask(C.START)

    @rule(ms=st.integers(0, 30_000))
    def time_passes_unseen(self, ms: int) -> None:
        self.now += ms

    @rule(ms=st.integers(0, 90_000))
    def time_passes(self, ms: int) -> None:
        self.now += ms
        self.ask(C.TICK)

    @rule(ms=st.integers(1, 10**6))
    def the_clock_goes_back(self, ms: int) -> None:
        self.now -= ms

    @rule(command=st.sampled_from(sorted(set(Command) - {C.END, *WITH_FORM})))
    def ask(self, command: Command) -> None:
        before = self.session
        passed = 0 if before.seen is None else max(0, self.now - before.seen)
        try:
            self.session, events = engine.apply(before, command, self.now)
        except Held:
            assert command in (C.SKIP, C.BACK, C.NEXT)
            return
        except NotAllowed:
            assert passed or command not in engine.allowed(before)
            return
        self.fewer |= command is C.FEWER
        assert before.guided <= self.session.guided <= before.guided + passed
        self.nothing_done_is_lost(before, events)
        self.events_tell_what_happened(before, events)

    @rule(version=st.sampled_from(Version))
    def switch(self, version: Version) -> None:
        self.ask_for_version(C.VERSION, version)

    @rule(version=st.sampled_from(Version))
    def switch_all(self, version: Version) -> None:
        self.ask_for_version(C.VERSIONS, version)

    @rule(version=st.sampled_from(Version))
    def go_back_in_a_version(self, version: Version) -> None:
        self.ask_for_version(C.BACK, version)

    def ask_for_version(self, command: Command, version: Version) -> None:
        """The time that has passed is out of the way first."""
        self.ask(C.TICK)
        before, new = self.session, self.laid.form(self.session, version)
        if command is C.VERSIONS:
            later = (
                NewForm(one, version, self.laid.settings) for one in self.laid.exercises.values()
            )
            new = msgspec.structs.replace(new, later=tuple(later))
        try:
            self.session, events = engine.apply(before, command, self.now, new)
        except Held:
            assert command is C.BACK
            return
        except NotAllowed:
            assert command not in engine.allowed(before) or why_not(before, new)
            return
        assert self.session.guided == before.guided
        assert sets_done(before) <= sets_done(self.session)
        assert sizes(before) == sizes(self.session)
        assert amounts(before) <= amounts(self.session)
        assert all(e.step == self.session.step for e in events if isinstance(e, StepStarted))
        self.events_tell_what_happened(before, events)

    @rule(sure=st.integers(0, 9))
    def end(self, sure: int) -> None:
        if sure == 9 and self.session.is_open:
            self.ask(C.END)

    @rule(restart=st.integers(-(10**6), 10**6))
    def crash(self, restart: int) -> None:
        self.session = engine.restored(kept(self.session))
        self.now = restart

    def nothing_done_is_lost(self, before: Session, events: tuple[Event, ...]) -> None:
        ended = [before.script[event.index] for event in events if isinstance(event, WorkEnded)]
        redone = {one for step in ended for one in set_sides_of(step)}
        assert sets_done(before) - sets_done(self.session) <= redone
        whole = {(w.exercise_no, w.set_no, w.side, w.part) for w in before.worked if w.complete}
        assert whole <= {
            (w.exercise_no, w.set_no, w.side, w.part) for w in self.session.worked if w.complete
        }

    def events_tell_what_happened(self, before: Session, events: tuple[Event, ...]) -> None:
        started = [e for e in events if isinstance(e, StepStarted)]
        if started and self.session.phase is not P.FINISHED:
            assert started[-1].index == self.session.index
        for event in started:
            there = self.session.script[event.index]
            assert (event.step.kind, event.step.set_side) == (there.kind, there.set_side)
        if self.session.index != before.index and self.session.is_open:
            assert started
        if self.session.phase in (P.PAUSED, P.ABANDONED, P.FINISHED) and (
            before.phase is not self.session.phase
        ):
            assert PhaseChanged(self.session.phase) in [
                msgspec.structs.replace(e, suspended=False)
                for e in events
                if isinstance(e, PhaseChanged)
            ]

    @invariant()
    def the_place_is_sane(self) -> None:
        session = self.session
        assert (session.index == len(session.script)) is (session.phase is P.FINISHED)
        assert session.elapsed >= 0
        assert session.step.own_pace or session.elapsed < session.step.ms
        assert 0 <= session.counted <= session.step.reps
        assert session.step.own_pace or not session.counted
        assert bool(session.reentry) is (session.phase is P.RESUMING)
        assert 0 <= session.reentry <= REENTRY_MS
        if session.phase in (P.RUNNING, P.RESUMING):
            assert session.seen is not None

    @invariant()
    def the_script_is_sane(self) -> None:
        for step in self.session.script:
            assert 0 < step.ms <= LONGEST_MS
            assert not step.reps or step.ms == step.reps * step.beat_ms
        work = [s for s in self.session.script if s.kind is StepKind.WORK]
        parts = Counter((s.exercise_no, s.set_side, s.part) for s in work)
        assert set(parts.values()) == {1}

    @invariant()
    def the_dose_stays_the_plans(self) -> None:
        """But for sets that the person wanted fewer of: those are gone as a whole."""
        now, planned = doses_in(self.session.script), doses_in(self.laid.script)
        assert now.items() <= planned.items()
        assert self.fewer or now == planned

    @invariant()
    def the_records_are_sane(self) -> None:
        worked = Counter((w.exercise_no, w.set_no, w.side, w.part) for w in self.session.worked)
        assert set(worked.values()) <= {1}
        assert all(w.amount > 0 or w.complete for w in self.session.worked)
        work = [s for s in self.session.script if s.kind is StepKind.WORK]
        assert set(worked) <= {(s.exercise_no, s.set_no, s.side, s.part) for s in work}
        rows = Counter((d.exercise_no, d.set_no, d.side) for d in done_records(self.session))
        assert set(rows.values()) <= {1}

    @invariant()
    def what_is_left_out_lies_behind(self) -> None:
        ahead = [s for s in self.session.script[self.session.index :] if not s.help]
        assert not {s.exercise_no for s in ahead} & set(self.session.left_out)

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        allowed = engine.allowed(self.session)
        assert allowed <= set(TRANSITIONS[self.session.phase])
        assert bool(allowed) is self.session.is_open
        assert (C.END in allowed) is self.session.is_open

    @invariant()
    def what_is_shown_is_sane(self) -> None:
        change = shown.next_change_ms(self.session)
        moving = self.session.phase in (P.RUNNING, P.RESUMING)
        assert change is None or (moving and 0 < change <= 1_000)
        assert shown.left_ms(self.session) >= 0
        assert shown.left_today_ms(self.session) >= 0


TestSessions = Sessions.TestCase
TestSessions.settings = settings(stateful_step_count=40)
