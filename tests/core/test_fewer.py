"""Fewer sets: half of those to come, and never one that is on or was done (R4)."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.exercise import Exercise, Order, Place
from backplan_gui.core.fewer import sets_to_come, with_fewer_sets
from backplan_gui.core.floor import with_floor_help
from backplan_gui.core.plan import Day, Each, Hold, Prescription, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import Script, Step, StepKind, script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Settings
from tests import strategies

from .samples import BRIDGES, DAY, KNOWN, PLANK_LEFT, Person, laid_out, place

WORK, REST = StepKind.WORK, StepKind.REST
MOVES = (Command.TICK, Command.SKIP, Command.BACK, Command.PAUSE, Command.RESUME, Command.NEXT)


def planks(sets: int, each: Each | None = None, order: Order = Order.SET) -> Script:
    """So many sets of a plank, then a bridge."""
    plank = Exercise("plank", Place.FLOOR, (), 10, rest=15, change=8, order=order if each else None)
    day = Day(1, (Prescription("plank", Hold(20, sets, each)), DAY.exercises[1]))
    return script_for(day, {**KNOWN, "plank": plank}, Settings())


def in_set(script: Script, number: int, side: Side | None = None) -> Session:
    """Somebody in the middle of that set, who did all that comes before."""
    person = Person(script)
    while (person.session.step.kind, person.session.step.set_no, person.session.step.side) != (
        WORK,
        number,
        side,
    ):
        person.finishes(1)
    person.waits(5_000)
    return person.session


def sets_in(session: Session, exercise_no: int = 1) -> list[int]:
    """The sets of an exercise that are done or on or to come, each side of them once."""
    own = [s for s in session.script if s.exercise_no == exercise_no and s.kind is WORK]
    return [step.set_no for step in own]


def fewer(session: Session) -> Session:
    return engine.apply(session, Command.FEWER, session.seen or 0)[0]


def bare(step: Step) -> tuple[object, ...]:
    """A step but for how many sets it says there are; help is of no set."""
    number = 0 if step.help else step.set_no
    return (step.kind, step.ms, step.exercise, number, step.side, step.part, step.help)


# --- half of those to come, rounded down ------------------------------------------------


@pytest.mark.parametrize(
    ("sets", "on", "left"),
    [
        (3, 1, [1, 2]),
        (2, 1, [1]),
        (3, 2, [1, 2]),
        (5, 1, [1, 2, 3]),
        (6, 1, [1, 2, 3]),
        (10, 4, [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_half_of_the_sets_to_come_are_left_rounded_down(
    sets: int, on: int, left: list[int]
) -> None:
    assert sets_in(fewer(in_set(planks(sets), on))) == left


@pytest.mark.parametrize("sets", [1, 2, 3])
def test_in_the_last_set_there_are_none_to_leave_out(sets: int) -> None:
    session = in_set(planks(sets), sets)
    assert sets_to_come(session) == ()
    assert Command.FEWER not in engine.allowed(session)
    with pytest.raises(engine.NotAllowed):
        fewer(session)


def test_the_next_exercise_follows_at_once_and_nothing_else_changed() -> None:
    before = in_set(planks(3), 2)
    after = fewer(before)
    here = before.index
    assert after.step.set_no == before.step.set_no == 2
    assert (after.elapsed, after.phase) == (before.elapsed, before.phase)
    then = after.script[here + 1]
    assert (then.kind, then.exercise, then.ms) == (REST, "bridge", 60_000)
    assert after.script[here + 1 :] == tuple(s for s in before.script if s.exercise == "bridge")


def test_in_the_rest_before_a_set_that_set_is_the_one_that_is_on() -> None:
    person = Person(planks(3))
    person.reaches(REST)
    assert person.session.step.set_no == 2
    assert sets_in(fewer(person.session)) == [1, 2]


def test_the_exercise_says_how_many_sets_it_has_now() -> None:
    after = fewer(in_set(planks(3), 1))
    assert {step.sets for step in after.script if step.exercise == "plank"} == {2}
    assert {step.sets for step in after.script if step.exercise == "bridge"} == {2}


def test_asked_again_it_is_half_of_what_is_left_until_none_is() -> None:
    session = in_set(planks(8), 1)
    seen = [len(sets_to_come(session))]
    while Command.FEWER in engine.allowed(session):
        session = fewer(session)
        seen.append(len(sets_to_come(session)))
    assert seen == [7, 3, 1, 0]


# --- sides ------------------------------------------------------------------------------


def test_both_sides_of_a_set_go_together() -> None:
    after = fewer(in_set(planks(3, Each.SIDE), 1, Side.LEFT))
    assert sets_in(after) == [1, 1, 2, 2]


def test_one_side_after_the_other_keeps_the_same_sets_on_both() -> None:
    script = planks(3, Each.SIDE, Order.SIDE)
    assert sets_in(fewer(in_set(script, 1, Side.LEFT))) == [1, 2, 1, 2]
    assert sets_in(fewer(in_set(script, 2, Side.LEFT))) == [1, 2, 1, 2]


def test_on_the_second_side_the_sets_of_the_first_stay_done() -> None:
    before = in_set(planks(3, Each.SIDE, Order.SIDE), 1, Side.RIGHT)
    after = fewer(before)
    assert sets_in(after) == [1, 2, 3, 1, 2]
    assert done_records(after) == done_records(before)


# --- what was done ----------------------------------------------------------------------


def test_a_set_that_was_done_stays_even_after_going_back_before_it() -> None:
    person = Person(planks(4))
    for _ in range(2):
        person.reaches(REST)
    person.waits(1_000)
    for _ in range(2):
        person.asks(Command.BACK)
    assert person.session.step.set_no == 1
    assert sets_to_come(person.session) == (3, 4)
    after = fewer(person.session)
    assert sets_in(after) == [1, 2, 3]
    assert [d.set_no for d in done_records(after) if d.done] == [1, 2]


def test_the_ways_to_the_floor_and_up_again_stay_and_are_no_sets() -> None:
    plank = Day(1, (DAY.exercises[0],))
    script = with_floor_help(script_for(plank, KNOWN, Settings()), KNOWN)
    person = Person(script)
    person.reaches(WORK)
    after = fewer(person.session)
    assert [s.part for s in after.script if s.help == "getting-up"] == list(range(1, 9))
    assert sets_to_come(after) == ()
    assert {step.set_no for step in after.script} == {1}


def test_on_the_way_to_the_floor_the_sets_can_be_fewer_already() -> None:
    plank = Day(1, (DAY.exercises[0],))
    script = with_floor_help(script_for(plank, KNOWN, Settings()), KNOWN)
    on_the_way = Person(script).session
    assert on_the_way.step.help == "getting-down"
    after = fewer(on_the_way)
    assert sets_in(after) == [1, 1]
    assert [step.help for step in after.script[:7]] == ["getting-down"] * 7


def test_on_the_last_side_the_way_up_is_not_one_more_set() -> None:
    """The exercise still has three sets: those of the side that is done."""
    alone = tuple(s for s in planks(3, Each.SIDE, Order.SIDE) if s.exercise == "plank")
    script = with_floor_help(alone, KNOWN)
    after = fewer(in_set(script, 1, Side.RIGHT))
    assert sets_in(after) == [1, 2, 3, 1, 2]
    assert sets_to_come(after) == (2,)


# --- always -----------------------------------------------------------------------------


@st.composite
def on_the_way(draw: st.DrawFn) -> Session:
    """Somebody on the way through a day, who waits, skips and goes back, perhaps with help."""
    laid = draw(strategies.days())
    script = with_floor_help(laid.script, laid.exercises) if draw(st.booleans()) else laid.script
    session, now = engine.apply(Session(script), Command.START, 0)[0], 0
    for command in draw(st.lists(st.sampled_from(MOVES), max_size=8)):
        now += draw(st.integers(engine.HELD_MS, 60_000))
        if command in engine.allowed(session):
            with suppress(engine.Held):
                session = engine.apply(session, command, now)[0]
    return session


@profile(suppress_health_check=[HealthCheck.filter_too_much])
@given(on_the_way())
def test_whatever_happened_before_nothing_done_goes_and_half_of_the_rest_stays(
    session: Session,
) -> None:
    assume(Command.FEWER in engine.allowed(session))
    here, to_come = session.step, sets_to_come(session)
    script = with_fewer_sets(session)
    after = engine.apply(session, Command.FEWER, session.seen or 0)[0]
    assert after.script == script
    assert after.worked == session.worked
    assert done_records(after) == done_records(session)
    upto = session.index + 1
    assert list(map(bare, script[:upto])) == list(map(bare, session.script[:upto]))
    number = here.exercise_no
    others = tuple(step for step in session.script if step.exercise_no != number)
    assert tuple(step for step in script if step.exercise_no != number) == others
    gone = set(to_come[len(to_come) // 2 :])
    kept = [
        step
        for place, step in enumerate(session.script)
        if step.exercise_no == number and (place < upto or step.set_no not in gone or step.help)
    ]
    own = [step for step in script if step.exercise_no == number]
    assert list(map(bare, own)) == list(map(bare, kept))
    assert here.set_no not in gone
    assert {step.sets for step in own} == {max(step.set_no for step in own)}
    assert len(sets_to_come(after)) == len(to_come) // 2


def test_a_session_without_sets_to_come_has_nothing_to_leave_out() -> None:
    assert sets_to_come(place(BRIDGES + 2)) == ()
    assert sets_to_come(place(PLANK_LEFT)) == (2,)
    assert sets_to_come(Session(laid_out(only="walk"))) == ()
