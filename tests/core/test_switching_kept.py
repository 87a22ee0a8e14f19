"""After a switch: what the other keys do, and that nothing that was done is lost."""

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import SetSide, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import StepKind, length_ms, script_for
from backplan_gui.core.session import Command, Phase, Session, StepStarted
from backplan_gui.core.settings import Settings
from backplan_gui.core.switching import NewForm, version_on, why_not
from tests import strategies

from .samples import (
    BRIDGES,
    DEAD_BUG,
    EXERCISES,
    PLANK_LEFT,
    SCRIPT,
    SEVEN_DAYS,
    Person,
    after,
    doses_in,
    doses_of,
    form_of,
    own,
    parts,
    place,
    real,
    switched,
)

STANDARD, EASIER, HARDER, NO_FLOOR = Version
SECOND_PLANK = 6

# --- other keys afterwards --------------------------------------------------------------


def test_restart_begins_what_is_left_again_and_no_more() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 12_000)
    person.switches(EASIER)
    person.waits(3_000 + 4_000)
    person.asks(Command.RESTART)
    assert (person.session.step.ms, person.session.elapsed) == (8_000, 0)
    person.waits(8_000)
    (row,) = done_records(person.session)
    assert (row.actual, row.done) == (20, True)


def test_skip_leaves_the_short_hold_and_the_others_stay() -> None:
    session = switched(place(PLANK_LEFT), EASIER)
    session = after(session, Command.SKIP, Command.SKIP)
    assert (session.step.kind, session.step.part) == (StepKind.REST, 2)
    session = after(session, Command.SKIP_EXERCISE)
    assert session.step.exercise == "bridge"


def test_ten_seconds_and_reps_more_or_less_after_a_switch() -> None:
    session = after(switched(place(PLANK_LEFT, 6_000), EASIER), Command.SKIP)
    longer = after(session, Command.MORE)
    assert (session.step.ms, longer.step.ms) == (10_000, 20_000)
    assert after(longer, Command.TICK, Command.LESS, now=5_000).step.ms == 10_000
    reps = switched(place(DEAD_BUG, 15_000), HARDER)
    assert after(reps, Command.MORE).step.reps == 7
    assert after(reps, Command.LESS).step.reps == 3
    for one in (longer, after(reps, Command.MORE), after(reps, Command.LESS)):
        assert doses_in(one.script) == doses_in(SCRIPT)


def test_back_leads_to_the_part_before_as_it_was_done() -> None:
    session = switched(place(PLANK_LEFT, 12_000), EASIER)
    session = after(session, Command.SKIP, Command.BACK)
    assert (session.index, session.step.version) == (1, STANDARD)
    assert session.script[2].ms == 12_000


def test_going_back_does_not_bring_the_version_back_that_was_left() -> None:
    where = switched(place(SECOND_PLANK, 5_000), EASIER)
    noted = where.worked
    session, events = engine.apply(where, Command.BACK, 0, form_of(where, EASIER))
    assert (session.index, session.step.version) == (5, EASIER)
    assert events == (StepStarted(5, session.step, by_itself=False),)
    assert own(session, 5)[:5] == [
        *[("enter right", 3), ("work right", 10), ("rest right", 5), ("work right", 10)],
        ("leave right", 2),
    ]
    session, _ = engine.apply(session, Command.BACK, 0, form_of(where, EASIER))
    assert (session.index, session.step.version) == (1, EASIER)
    assert {s.version for s in session.script[1:] if s.exercise_no == 1} == {EASIER}
    assert sum(w.amount for w in session.worked) == sum(w.amount for w in noted) == 5_000


def test_going_back_to_where_one_already_stands_needs_no_get_ready() -> None:
    where = switched(place(SECOND_PLANK, 5_000), NO_FLOOR)
    session, _ = engine.apply(where, Command.BACK, 0, form_of(where, NO_FLOOR))
    assert own(session, 5)[:2] == [("enter right", 3), ("work right", 10)]


def test_going_back_to_another_exercise_leaves_its_version_alone() -> None:
    session = place(BRIDGES, 1_000)
    back, _ = engine.apply(session, Command.BACK, 0, form_of(session, EASIER))
    assert back == after(session, Command.BACK)
    assert (back.step.exercise, back.step.version) == ("plank", STANDARD)


def test_going_back_into_a_set_that_alternates_makes_it_one_again() -> None:
    where = switched(place(DEAD_BUG, 15_000), HARDER)
    session, _ = engine.apply(where, Command.BACK, 0, form_of(where, HARDER))
    assert (session.index, session.step.reps, session.step.side) == (DEAD_BUG, 8, Side.LEFT)
    assert parts(session) == [(1, 3, False, STANDARD)]


# --- what was done stays done -----------------------------------------------------------


def back_in_the_first_plank() -> Person:
    """The left side was held whole, and now for four seconds again."""
    person = Person()
    person.waits(10_000 + 3_000 + 20_000 + 1_000)
    person.asks(Command.BACK)
    person.waits(3_000 + 4_000)
    return person


def test_a_set_that_was_done_is_still_done_when_its_repetition_is_switched() -> None:
    person = back_in_the_first_plank()
    person.switches(EASIER)
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done) == (20, 20, True)
    person.asks(Command.END)
    (row,) = done_records(person.session)
    assert (row.actual, row.done) == (20, True)


def test_a_whole_set_made_short_by_hand_is_still_whole_in_parts() -> None:
    session = after(place(PLANK_LEFT), Command.LESS)
    session = engine.apply(session, Command.TICK, 10_000)[0]
    session = after(session, Command.RESTART, Command.BACK, Command.SKIP, Command.MORE, now=10_000)
    session = engine.apply(session, Command.TICK, 14_000)[0]
    session = switched(session, EASIER, now=14_000)
    (row,) = done_records(session)
    assert (row.planned, row.actual, row.done) == (20, 10, True)
    assert parts(session) == [
        (1, 4_000, True, STANDARD),
        (2, 6_000, True, STANDARD),
        (3, 0, True, STANDARD),
    ]


def test_what_was_done_of_an_unfinished_set_is_not_lost_either() -> None:
    session = after(place(PLANK_LEFT, 18_000), Command.SKIP, Command.BACK, Command.SKIP)
    session = engine.apply(session, Command.TICK, 4_000)[0]
    session = switched(session, EASIER, now=4_000)
    assert parts(session) == [
        (1, 4_000, True, STANDARD),
        (2, 10_000, True, STANDARD),
        (3, 4_000, False, STANDARD),
    ]
    (row,) = done_records(session)
    assert (row.actual, row.done) == (18, True)


def test_sets_done_in_short_holds_are_still_done_after_going_back_before_them() -> None:
    person = Person()
    person.switches(EASIER)
    person.waits(length_ms(person.session.script[:10]) + 700)
    done = [(r.side, r.actual, r.done) for r in done_records(person.session)]
    assert done == [(Side.LEFT, 20, True), (Side.RIGHT, 10, True)]
    person.asks(Command.PAUSE)
    for _ in range(3):
        person.asks(Command.BACK)
    assert (person.session.step.kind, person.session.step.side) == (StepKind.ENTER, Side.LEFT)
    person.switches(STANDARD)
    assert [(r.side, r.actual, r.done) for r in done_records(person.session)] == done
    assert parts(person.session) == [(1, 20_000, True, EASIER), (1, 10_700, False, EASIER)]


def test_more_than_is_asked_for_now_is_not_lost() -> None:
    person = back_in_the_first_plank()
    person.asks(Command.LESS)
    person.switches(EASIER)
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done) == (20, 20, True)
    assert parts(person.session) == [(1, 4_000, True, STANDARD), (2, 16_000, True, STANDARD)]


def test_one_of_three_short_holds_is_no_whole_hold() -> None:
    person = real(7, "plank", EASIER)
    person.waits(20_000 + 3_000 + 10_000 + 1_000)
    person.asks(Command.BACK)
    person.switches(STANDARD)
    assert parts(person.session) == [(1, 10_000, False, EASIER)]
    assert [(d.actual, d.done) for d in done_records(person.session)] == [(10, False)]


def test_what_was_not_reached_before_is_not_done_by_a_switch() -> None:
    session = switched(place(PLANK_LEFT, 4_000), EASIER)
    assert [d.done for d in done_records(session)] == [False]
    session = switched(after(session, Command.SKIP, Command.SKIP), STANDARD)
    assert [(d.actual, d.done) for d in done_records(session)] == [(4, False)]


# --- a crash ----------------------------------------------------------------------------


def test_a_session_survives_a_crash_after_a_switch() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 12_000)
    person.switches(EASIER)
    person.waits(3_000 + 2_000)
    before = person.session
    person.crashes(before)
    found = person.session
    assert (found.script, found.index, found.worked) == (before.script, before.index, before.worked)
    assert (found.phase, found.elapsed) == (Phase.PAUSED, 2_000)
    person.switches(STANDARD)
    person.asks(Command.RESUME)
    person.waits(REENTRY_MS)
    person.finishes()
    assert all(d.done and d.actual == d.planned for d in done_records(person.session))


# --- the real week, at random instants --------------------------------------------------


class Wish(NamedTuple):
    """After so many steps, and so long or so many reps into the next, another version.

    Or, with `back`, the work before once more.
    """

    steps: int
    ms: int
    reps: int
    version: Version
    back: bool


wishes = st.lists(
    st.builds(
        Wish,
        steps=st.integers(0, 4),
        ms=st.integers(0, 40_000),
        reps=st.integers(0, 5),
        version=st.sampled_from(Version),
        back=st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def do(person: Person, wish: Wish, settings: Settings) -> None:
    """Go on to there and ask, where there is something to ask for."""
    person.finishes(wish.steps)
    if Command.TICK in engine.allowed(person.session):
        person.waits(wish.ms)
    for _ in range(wish.reps):
        if Command.REP in engine.allowed(person.session):
            person.asks(Command.REP)
    allowed, exercise = engine.allowed(person.session), EXERCISES[person.session.step.exercise]
    if wish.back and Command.BACK in allowed:
        if not engine.is_held(person.session, Command.BACK):
            person.asks(Command.BACK, NewForm(exercise, version_on(person.session), settings))
    elif Command.VERSION in allowed:
        new = NewForm(exercise, wish.version, settings)
        if not why_not(person.session, new):
            person.asks(Command.VERSION, new)


def assert_nothing_is_added_or_taken(session: Session, number: int) -> None:
    """The work of every set-side is the plan's to the millisecond, in parts of their own."""
    assert doses_in(session.script) == doses_of(SEVEN_DAYS.day(number))
    assert all(step.ms > 0 for step in session.script)
    work = [s for s in session.script if s.kind is StepKind.WORK]
    parts = [(s.exercise_no, s.set_side, s.part) for s in work]
    assert len(set(parts)) == len(parts)
    sizes: Counter[SetSide] = Counter()
    for step in work:
        each = 2 if step.alternates else 1
        sizes[step.set_side] += step.reps * 1000 // each if step.reps else step.ms
    for one, dose in doses_of(SEVEN_DAYS.day(number)).items():
        shared = SetSide(one.exercise, one.set_no)
        assert 1000 * dose == sizes[one if one in sizes else shared]


@given(st.integers(1, 7), strategies.settings, st.integers(0, 60), wishes)
def test_whatever_is_switched_when_every_set_of_the_real_week_is_done_exactly_once(
    number: int, settings: Settings, begun: int, wanted: list[Wish]
) -> None:
    day = SEVEN_DAYS.day(number)
    person = Person(script_for(day, EXERCISES, settings))
    person.finishes(begun)
    for wish in wanted:
        do(person, wish, settings)
        assert_nothing_is_added_or_taken(person.session, number)
        assert 0 <= person.session.index <= len(person.session.script)
    person.finishes()
    assert person.session.phase is Phase.FINISHED
    rows = [(SetSide(r.exercise, r.set_no, r.side), r) for r in done_records(person.session)]
    assert sorted(one for one, _ in rows) == sorted(doses_of(day))
    for one, row in rows:
        assert (row.planned, row.actual, row.done) == (doses_of(day)[one], row.planned, True)


@given(st.integers(1, 7), strategies.settings, st.integers(0, 60), st.integers(0, 40_000))
def test_a_switch_there_and_back_leaves_the_rest_of_the_day_as_it_was(
    number: int, settings: Settings, begun: int, ms: int
) -> None:
    script = script_for(SEVEN_DAYS.day(number), EXERCISES, settings)
    person = Person(script)
    person.finishes(begun)
    if person.session.is_open:
        person.waits(ms)
    if Command.VERSION not in engine.allowed(person.session):
        return
    here = person.session.step
    exercise = EXERCISES[here.exercise]
    for version in (EASIER, STANDARD):
        person.asks(Command.VERSION, NewForm(exercise, version, settings))
    later = [
        s
        for s in person.session.script
        if (s.exercise_no, s.set_no) > (here.exercise_no, here.set_no)
    ]
    assert later == [
        s for s in script if (s.exercise_no, s.set_no) > (here.exercise_no, here.set_no)
    ]
