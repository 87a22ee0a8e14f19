"""The clock jumps, and neither a second of exercise nor a day is made up or lost by it.

Daylight saving, another time zone, midnight, a leap day, 2038, a clock that is set: sessions
through the whole app and the real store, on a wall clock that is turned by hand.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.records import SafetyGroup, SessionRecord
from backplan_gui.core.script import length_ms, script_for
from backplan_gui.core.session import Command, Event, Phase, PhaseChanged, Session
from backplan_gui.core.settings import Settings
from backplan_gui.journal import Journal
from backplan_gui.runner import GAP_MS, SessionRunner
from backplan_gui.store.store import Store
from tests.app import Person, somebody
from tests.fakes import InMemory, WallClock
from tests.store.samples import record

pytestmark = pytest.mark.usefixtures("qapp")

HOUR, DAY, YEAR = 3_600_000, 86_400_000, 31_536_000_000
WINTER, SUMMER = 60, 120
CONTENT = Content(resources.root())
WALK = script_for(CONTENT.plan.day(5), CONTENT.exercises, Settings(), only="walking")


class Night(NamedTuple):
    """When a session of about twelve minutes begins, and on which date that is."""

    begins: str
    date: str
    zones: Mapping[str, int] = {"": WINTER}


NIGHTS = {
    "an hour is left out": Night(
        "2027-03-28T00:55:00Z", "2027-03-28", {"": WINTER, "2027-03-28T01:00:00Z": SUMMER}
    ),
    "an hour comes twice": Night(
        "2027-10-31T00:55:00Z", "2027-10-31", {"": SUMMER, "2027-10-31T01:00:00Z": WINTER}
    ),
    "midnight": Night("2027-06-14T21:55:00Z", "2027-06-14", {"": SUMMER}),
    "midnight left out": Night(  # Beirut, where summer begins at midnight
        "2027-03-27T21:55:00Z", "2027-03-27", {"": 120, "2027-03-27T22:00:00Z": 180}
    ),
    "new year": Night("2026-12-31T22:55:00Z", "2026-12-31"),
    "into a leap day": Night("2028-02-28T22:55:00Z", "2028-02-28"),
    "out of a leap day": Night("2028-02-29T22:55:00Z", "2028-02-29"),
    "no leap day": Night("2027-02-28T22:55:00Z", "2027-02-28"),
    "2038": Night("2038-01-19T03:10:00Z", "2038-01-19"),
    "flown west": Night(
        "2027-06-14T22:05:00Z", "2027-06-15", {"": SUMMER, "2027-06-14T22:10:00Z": -300}
    ),
    "over the date line": Night(
        "2027-06-14T10:55:00Z", "2027-06-14", {"": -600, "2027-06-14T11:00:00Z": 840}
    ),
}


def begin(person: Person) -> list[Event]:
    """Start day 1; what is told of it from then on."""
    told: list[Event] = []
    person.app.runner.happened.connect(told.extend)
    person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
    person.app.start(1)
    return told


def suspended(told: list[Event]) -> int:
    return sum(isinstance(event, PhaseChanged) and event.suspended for event in told)


@pytest.mark.parametrize("night", NIGHTS.values(), ids=list(NIGHTS))
def test_a_session_belongs_to_the_date_on_which_it_began(tmp_path: Path, night: Night) -> None:
    clock = WallClock(night.begins, night.zones)
    ended: list[SessionRecord] = []
    with somebody(tmp_path, clock) as person:
        told = begin(person)
        script = person.session.script
        person.app.runner.ended.connect(ended.append)
        person.follow()
        assert suspended(told) == 0
        (one,) = ended
        assert one.session.phase is Phase.FINISHED
        assert one.session.guided == length_ms(script)
        assert one.local_date == night.date
        assert one.ended is not None
        assert one.ended > one.begun
        week = person.app.journal.week()
        assert (week.day(1).done_on, week.next_day) == (night.date, 2)


@pytest.mark.parametrize("name", ["an hour comes twice", "out of a leap day", "2038"])
def test_left_before_and_taken_up_after_it_is_still_of_that_date(tmp_path: Path, name: str) -> None:
    night = NIGHTS[name]
    clock = WallClock(night.begins, night.zones)
    with somebody(tmp_path, clock) as person:
        begin(person)
        person.wait(60_000)
        before = person.session
    clock.turn(10 * 60_000)
    with somebody(tmp_path, clock) as person:
        unfinished = person.app.journal.unfinished()
        assert unfinished is not None
        assert (unfinished.local_date, unfinished.session.index) == (night.date, before.index)
        person.app.runner.adopt(unfinished)
        assert person.app.runner.stood_ms == 10 * 60_000
        person.app.runner.do(Command.RESUME)
        person.follow()
        assert person.app.journal.week().day(1).done_on == night.date


@pytest.mark.parametrize("night", NIGHTS.values(), ids=list(NIGHTS))
def test_seven_days_around_it_are_seven_days(tmp_path: Path, night: Night) -> None:
    """One a date, from three dates before: the next one is there on the next date."""
    clock = WallClock(night.begins, night.zones)
    clock.wall -= 3 * DAY
    with Store.open(tmp_path / "backplan.sqlite") as store:
        journal, dates = Journal(store, CONTENT, clock), list[str]()
        for number in range(1, 8):
            week, today = journal.week(), journal.today
            again = (number - 1,) if today in dates else ()  # who flies west has it twice
            assert (week.next_day, week.done_on(today)) == (number, again)
            play(store, journal.new_session(number))
            dates.append(today)
            assert journal.week().day(number).done_on == today
            clock.turn(DAY)
        week = journal.week()
        assert (week.next_day, week.days_done) == (None, 7)
        assert [day.done_on for day in week.days] == dates
        assert dates == sorted(dates)


def play(store: Store, record: SessionRecord) -> None:
    """All of a session, at once."""
    session, _ = engine.apply(record.session, Command.START, 0)
    session, _ = engine.apply(session, Command.TICK, length_ms(session.script))
    store.begin(record)
    store.save(record.id, session, record.begun)


# A clock that is set in the middle of a session


@pytest.mark.parametrize("by", [-1, -HOUR, -9 * DAY, -40 * YEAR])
def test_set_back_it_goes_on_as_if_nothing_were(tmp_path: Path, by: int) -> None:
    clock = WallClock("2027-06-14T08:00:00Z", {"": SUMMER})
    with somebody(tmp_path, clock) as person:
        told = begin(person)
        person.wait(40_000)
        begun, before = person.session.guided, person.session
        assert before.phase is Phase.RUNNING
        clock.wall += by
        person.wait(9_000)
        assert suspended(told) == 0
        assert person.session.guided == begun + 9_000
        person.follow()
        assert person.app.journal.week().day(1).done_on == "2027-06-14"


@pytest.mark.parametrize("by", [GAP_MS + 1, 2 * HOUR, 9 * DAY, 40 * YEAR])
def test_set_ahead_it_pauses_at_the_last_good_instant(tmp_path: Path, by: int) -> None:
    """It looks as a sleep does: nothing is credited, whatever it was."""
    clock = WallClock("2027-06-14T08:00:00Z", {"": SUMMER})
    with somebody(tmp_path, clock) as person:
        told = begin(person)
        person.wait(40_000)
        before = person.session
        clock.turn(500)
        clock.wall += by
        person.app.runner.look()
        assert suspended(told) == 1
        now = person.session
        assert (now.phase, now.index, now.elapsed) == (Phase.PAUSED, before.index, before.elapsed)
        assert now.guided == before.guided
        kept = person.app.journal.unfinished()
        assert kept is not None
        assert (kept.session.guided, kept.local_date) == (before.guided, "2027-06-14")
        person.app.runner.do(Command.RESUME)
        person.follow()
        assert person.app.journal.week().day(1).done_on == "2027-06-14"


steps = st.tuples(
    st.integers(0, 3_000),
    st.sampled_from((0, 0, 0, 0, 900, -900, GAP_MS, GAP_MS + 1, -HOUR, HOUR, -DAY, DAY, 12 * YEAR)),
)


@given(st.lists(steps, max_size=40))
def test_whatever_the_clocks_do_only_time_that_was_seen_counts(
    looks: list[tuple[int, int]],
) -> None:
    """Between two looks so much passes by the steady clock, and the wall clock is set by that."""
    clock = WallClock("2027-03-28T00:55:00Z")
    runner = SessionRunner(InMemory(), clock)
    runner.begin(record(Session(WALK)))
    seen = 0

    def is_(phase: Phase) -> bool:
        return runner.session is not None and runner.session.phase is phase

    for steady, set_by in looks:
        clock.turn(steady)
        clock.wall += set_by
        runner.look()
        if steady <= GAP_MS and set_by <= GAP_MS:
            seen += steady
            assert is_(Phase.RUNNING)
        else:
            assert is_(Phase.PAUSED)
            assert runner.stood_ms == max(steady, steady + set_by)
            runner.do(Command.RESUME)
            if is_(Phase.RESUMING):
                runner.do(Command.NEXT)
        assert runner.session is not None
        assert runner.session.guided == seen
    runner.release()


# A clock that is set between sessions


@pytest.mark.parametrize("days", [9, 400])
def test_on_a_clock_set_back_by_days_the_next_day_begins_as_ever(tmp_path: Path, days: int) -> None:
    clock = WallClock("2027-06-14T08:00:00Z", {"": SUMMER})
    with somebody(tmp_path, clock, questions=True) as person:
        begin(person)
        person.app.answer(2)
        person.follow()
        person.app.answer(4)
    clock.wall -= days * DAY
    with somebody(tmp_path, clock, questions=True) as person:
        week = person.app.journal.week()
        assert (week.day(1).done_on, week.next_day) == ("2027-06-14", 2)
        person.app.start(2)
        person.app.answer(2)
        person.follow()
        person.app.answer(2)
        week = person.app.journal.week()
        assert (week.day(1).done_on, week.next_day) == ("2027-06-14", 3)
        assert week.day(2).done_on == person.app.journal.today


def test_a_day_that_was_unmarked_can_be_done_again_on_a_clock_that_was_set_back(
    tmp_path: Path,
) -> None:
    """The model of the week (test_week_model.py) found that it could not."""
    clock = WallClock("2027-06-14T08:00:00Z", {"": SUMMER})
    with Store.open(tmp_path / "backplan.sqlite") as store:
        journal = Journal(store, CONTENT, clock)
        play(store, journal.new_session(1))
        journal.mark(1, False)
        assert journal.week().next_day == 1
        clock.wall -= 2 * DAY
        play(store, journal.new_session(1))
        week = journal.week()
        assert (week.day(1).done_on, week.next_day) == ("2027-06-12", 2)


def test_a_day_can_be_unmarked_on_a_clock_that_was_set_back(tmp_path: Path) -> None:
    """The model of the week found that it could not, either."""
    clock = WallClock("2027-06-14T08:00:00Z", {"": SUMMER})
    with Store.open(tmp_path / "backplan.sqlite") as store:
        journal = Journal(store, CONTENT, clock)
        play(store, journal.new_session(1))
        clock.wall -= 2 * DAY
        journal.mark(1, False)
        assert journal.week().next_day == 1
        assert journal.undo()
        assert journal.week().next_day == 2
