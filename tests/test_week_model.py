"""The seven days under everything a person and a clock can do to them, against a plain model.

The model keeps a list of what was done in the order in which it was done, and knows neither
instants nor dates: whatever the clock says, a day that was done is done, and the next day is
the lowest one that is not.
"""

import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import SetSide, Side, set_sides
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.schedule import DayState
from backplan_gui.core.script import Script, StepKind, length_ms
from backplan_gui.core.session import Command
from backplan_gui.journal import Journal
from backplan_gui.store.store import Store
from tests.fakes import WallClock

CONTENT = Content(resources.root())
DAYS = range(1, 8)
WANTED = {
    day.number: {side for p in day.exercises for side in set_sides(p)} for day in CONTENT.plan.days
}
HOUR = 3_600_000
WALK = SetSide("walking", 1, None)

days = st.sampled_from((1, 1, 1, 1, 5, 5, *DAYS))
"""A few more often than the others, so that much meets on the same one."""
shares = st.sampled_from((1.0, 1.0, 1.0, 0.0, 0.2, 0.5, 0.8))
hours = st.sampled_from((1, 1, 30, 24 * 9))


class Entry(NamedTuple):
    """Something that is in the record: sets that were done, or what was said by hand."""

    round: int
    day: int | None
    sets: frozenset[SetSide] = frozenset()
    said: bool | None = None
    """Count the day done, or not done."""


class Weeks(RuleBasedStateMachine):
    """One person's record, and the list beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = WallClock("2027-03-26T08:00:00Z")
        self.entries: dict[int, Entry] = {}
        self.last, self.undoable = 0, 0
        self.open_store()

    def open_store(self) -> None:
        self.store = Store.open(Path(self.folder.name) / "backplan.sqlite", check=False)
        self.journal = Journal(self.store, CONTENT, self.clock)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    # The list

    def enter(self, entry: Entry, *, undoable: bool = False) -> None:
        self.last += 1
        self.entries[self.last] = entry
        if undoable:
            self.undoable = self.last

    @property
    def round(self) -> int:
        return max((entry.round for entry in self.entries.values()), default=1)

    def sets_of(self, day: int) -> frozenset[SetSide]:
        """What counts of a day: nothing from before it was last said not to be done."""
        found: frozenset[SetSide] = frozenset()
        hidden: frozenset[SetSide] = frozenset()
        for entry in self.entries.values():
            if (entry.round, entry.day) != (self.round, day):
                continue
            found |= entry.sets
            if entry.said is False:
                found, hidden = frozenset(), found | hidden
            elif entry.said:
                found, hidden = found | hidden, frozenset()
        return found

    def is_done(self, day: int) -> bool:
        said = [e.said for e in self.entries.values() if (e.round, e.day) == (self.round, day)]
        by_hand = [one for one in said if one is not None]
        return self.sets_of(day) >= WANTED[day] or bool(by_hand and by_hand[-1])

    # What a person does

    @rule(day=days, share=shares, whole=st.booleans(), ended=st.booleans())
    def plays_a_day(self, day: int, share: float, whole: bool, ended: bool) -> None:
        self.play(self.journal_open().new_session(day, whole=whole), day, share, ended=ended)

    @rule(share=shares)
    def plays_the_next_day(self, share: float) -> None:
        day = self.journal.week().next_day or 1
        self.play(self.journal_open().new_session(day), day, share)

    @rule(exercise=st.sampled_from(("foam-rolling", "gentle-yoga", "walking")))
    def plays_a_part_of_day_5(self, exercise: str) -> None:
        self.play(self.journal_open().new_session(5, exercise), 5, 1.0)

    @rule(share=shares)
    def has_a_gentle_day(self, share: float) -> None:
        self.play(self.journal_open().new_gentle(), None, share)

    @rule(exercise=st.sampled_from(sorted(CONTENT.exercises)), share=shares)
    def practises(self, exercise: str, share: float) -> None:
        self.play(self.journal_open().new_practice(exercise, Version.STANDARD), None, share)

    def journal_open(self) -> Journal:
        self.journal.end_unfinished()
        return self.journal

    def play(
        self, record: SessionRecord, day: int | None, share: float, *, ended: bool = True
    ) -> None:
        """So much of a session, to the end of a set, a minute of the machine's clock a minute."""
        until, sets = so_far(record.session.script, share)
        self.store.begin(record)
        session, _ = engine.apply(record.session, Command.START, 0)
        session, _ = engine.apply(session, Command.TICK, until)
        if session.is_open and ended:
            session, _ = engine.apply(session, Command.END, until)
        self.clock.turn(until)
        self.store.save(record.id, session, self.clock.now().utc if ended else None)
        self.enter(Entry(record.round, day, sets))

    @rule(day=days, done=st.booleans())
    def says_how_a_day_is(self, day: int, done: bool) -> None:
        self.journal.mark(day, done)
        self.enter(Entry(self.round, day, said=done), undoable=True)

    @rule(minutes=st.integers(0, 60))
    def logs_a_walk(self, minutes: int) -> None:
        self.journal.log_walk(5, "walking", minutes)
        sets = frozenset({WALK} if minutes >= 20 else ())
        self.enter(Entry(self.round, 5, sets), undoable=True)

    @rule()
    def starts_the_week_again(self) -> None:
        self.journal.start_again()
        self.enter(Entry(self.round + 1, 0), undoable=True)

    @rule()
    def takes_back(self) -> None:
        assert self.journal.undo() is bool(self.undoable)
        self.entries.pop(self.undoable, None)
        self.undoable = 0

    @precondition(lambda self: self.last)
    @rule()
    def closes_and_opens_the_app(self) -> None:
        self.store.close()
        self.open_store()
        self.undoable = 0

    # What the clock does, which changes nothing

    @rule(hours=hours)
    def days_go_by(self, hours: int) -> None:
        before = self.journal.week()
        self.clock.turn(hours * HOUR)
        assert self.journal.week() == before

    @rule(hours=hours)
    def the_clock_is_set_back(self, hours: int) -> None:
        before = self.journal.week()
        self.clock.wall -= hours * HOUR
        assert self.journal.week() == before

    @rule(east=st.integers(-12 * 60, 14 * 60))
    def the_person_travels(self, east: int) -> None:
        before = self.journal.week()
        self.clock.zones = {"": east}
        assert self.journal.week() == before

    # What is always so

    @invariant()
    def every_day_stands_as_it_was_left(self) -> None:
        """There is no day 8 and none is lost; the next is the lowest that is not done."""
        week = self.journal.week()
        assert (week.round, [day.number for day in week.days]) == (self.round, list(DAYS))
        done = [day for day in DAYS if self.is_done(day)]
        assert [d.number for d in week.days if d.state is DayState.DONE] == done
        assert (week.days_done, week.next_day) == (len(done), min({*DAYS} - {*done}, default=None))
        assert all(day.done_on for day in week.days if day.state is DayState.DONE)
        for day in week.days:
            if day.number not in done:
                assert day.open_sets == WANTED[day.number] - self.sets_of(day.number)
                assert day.state is self.state_of(day.number, done)

    def state_of(self, day: int, done: list[int]) -> DayState:
        if any(later > day for later in done):
            return DayState.SKIPPED
        started = bool(self.sets_of(day) & WANTED[day])
        return DayState.STARTED if started else DayState.COMING

    @invariant()
    def what_the_next_day_is_made_of_finishes_it(self) -> None:
        week = self.journal.week()
        if week.next_day is not None:
            held = so_far(self.journal.new_session(week.next_day).session.script, 1.0)[1]
            assert held | self.sets_of(week.next_day) >= WANTED[week.next_day]


def so_far(script: Script, share: float) -> tuple[int, frozenset[SetSide]]:
    """Milliseconds to the end of a set about that far into a script, and the sets till then."""
    ends: dict[SetSide, int] = {}
    now = 0
    for step in script:
        now += step.ms
        if step.kind is StepKind.WORK:
            one = step.set_side
            both = (Side.LEFT, Side.RIGHT) if step.alternates else (one.side,)
            ends |= {SetSide(one.exercise, one.set_no, side): now for side in both}
    limit = share * length_ms(script)
    until = max((end for end in ends.values() if end <= limit), default=0)
    until = length_ms(script) if share == 1.0 else until
    return until, frozenset(one for one, end in ends.items() if end <= until)


TestWeeks = Weeks.TestCase
TestWeeks.settings = settings(
    stateful_step_count=30,
    deadline=None,
    phases=set(Phase) - {Phase.explain},  # it follows every line, which takes minutes here
)
