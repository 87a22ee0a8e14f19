"""What is remembered of a session, and when a set counts as done."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Day, Hold, Prescription, Side
from backplan_gui.core.records import (
    Done,
    SafetyAnswer,
    SafetyGroup,
    Unit,
    done_records,
)
from backplan_gui.core.script import StepKind, length_ms, script_for
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Settings
from tests import strategies

from .samples import (
    BRIDGE,
    BRIDGES,
    DAY,
    DEAD_BUG,
    EXERCISES,
    KNOWN,
    OWN_PACE,
    PLANK_LEFT,
    REST,
    SCRIPT,
    SEVEN_DAYS,
    Person,
    after,
    laid_out,
    place,
    switched,
)


def only(session: Session) -> Done:
    (row,) = done_records(session)
    return row


def done_of_one(session: Session) -> tuple[int, bool]:
    row = only(session)
    return row.actual, row.done


def test_before_anything_was_done_nothing_is_recorded() -> None:
    assert done_records(Session(SCRIPT)) == ()


def test_a_whole_day_has_a_row_for_every_set_side_in_its_order() -> None:
    person = Person()
    person.waits(length_ms(SCRIPT))
    left, right = Side.LEFT, Side.RIGHT
    seconds, reps, standard = Unit.SECONDS, Unit.REPS, Version.STANDARD
    assert done_records(person.session) == (
        Done(1, "plank", 1, left, standard, 20, 20, seconds, True),
        Done(1, "plank", 1, right, standard, 20, 20, seconds, True),
        Done(1, "plank", 2, left, standard, 20, 20, seconds, True),
        Done(1, "plank", 2, right, standard, 20, 20, seconds, True),
        Done(2, "bridge", 1, None, standard, 4, 4, reps, True),
        Done(2, "bridge", 2, None, standard, 4, 4, reps, True),
        Done(3, "dead-bug", 1, left, standard, 4, 4, reps, True),
        Done(3, "dead-bug", 1, right, standard, 4, 4, reps, True),
        Done(4, "walk", 1, None, standard, 120, 120, seconds, True),
    )


@pytest.mark.parametrize(
    ("elapsed", "actual", "done"),
    [(1_000, 1, False), (9_999, 9, False), (10_000, 10, True), (19_999, 19, True)],
)
def test_a_hold_left_early_is_done_from_half_its_dose(
    elapsed: int, actual: int, done: bool
) -> None:
    assert done_of_one(after(place(PLANK_LEFT, elapsed), Command.SKIP)) == (actual, done)


@given(st.integers(1, 600), st.data())
def test_half_a_hold_is_half_to_the_millisecond(seconds: int, data: st.DataObject) -> None:
    day = Day(1, (Prescription("bridge", Hold(seconds, 1)),))
    script = script_for(day, {"bridge": BRIDGE}, Settings())
    ms = data.draw(st.integers(1, 1000 * seconds - 1))
    session = Session(script, index=1, elapsed=ms, phase=Phase.RUNNING, seen=0)
    assert done_of_one(after(session, Command.SKIP)) == (ms // 1000, 2 * ms >= 1000 * seconds)


@pytest.mark.parametrize(
    ("elapsed", "actual", "done"), [(11_999, 1, False), (12_000, 2, True), (23_999, 3, True)]
)
def test_reps_left_early_are_done_from_half_their_count(
    elapsed: int, actual: int, done: bool
) -> None:
    assert done_of_one(after(place(BRIDGES, elapsed), Command.SKIP)) == (actual, done)


def test_the_last_rep_makes_a_set_done_however_many_there_were() -> None:
    session = after(place(BRIDGES, script=OWN_PACE), *[Command.LESS] * 3, Command.REP)
    assert done_of_one(session) == (1, True)


def test_a_hold_that_ended_by_itself_is_done_however_short_it_was_made() -> None:
    session = after(place(PLANK_LEFT), Command.LESS, Command.MORE, Command.LESS)
    session = after(session, Command.TICK, now=9_000)
    session, _ = engine.apply(session, Command.TICK, 10_000)
    assert done_of_one(session) == (10, True)


@pytest.mark.parametrize(
    ("movements", "left", "right", "done"),
    [
        (1, 1, 0, (False, False)),
        (3, 2, 1, (True, False)),
        (4, 2, 2, (True, True)),
        (7, 4, 3, (True, True)),
    ],
)
@pytest.mark.parametrize("first", Side)
def test_alternating_reps_are_shared_by_the_sides_in_their_order(
    first: Side, movements: int, left: int, right: int, done: tuple[bool, bool]
) -> None:
    script = laid_out(first_side=first)
    session = after(place(DEAD_BUG, 5_000 * movements, script=script), Command.SKIP)
    rows = done_records(session)
    assert [(r.side, r.actual, r.planned, r.done) for r in rows] == [
        (first, left, 4, done[0]),
        (first.other, right, 4, done[1]),
    ]


def test_an_alternating_session_kept_before_sides_were_noted_begins_left() -> None:
    step = msgspec.structs.replace(SCRIPT[DEAD_BUG], side=None)
    old = Session((step, SCRIPT[REST]), elapsed=15_000, phase=Phase.RUNNING, seen=0)
    assert [(r.side, r.actual) for r in done_records(after(old, Command.SKIP))] == [
        (Side.LEFT, 2),
        (Side.RIGHT, 1),
    ]


def test_a_long_activity_is_one_set_of_all_its_segments() -> None:
    person = Person(laid_out(only="walk"))
    person.waits(30_000 + 30_000 + 29_999)
    assert (only(person.session).actual, only(person.session).done) == (30, False)
    person.asks(Command.PAUSE)
    person.asks(Command.SKIP)
    row = only(person.session)
    assert (row.planned, row.actual, row.done) == (120, 59, False)
    person.asks(Command.RESUME)
    person.waits(3_000 + 30_000)
    row = only(person.session)
    assert (row.actual, row.done) == (89, True)


def test_a_skipped_segment_is_not_made_up_and_the_activity_may_still_be_done() -> None:
    person = Person(laid_out(only="walk"))
    person.waits(30_700)
    person.asks(Command.SKIP)
    person.waits(90_000)
    assert person.session.phase is Phase.FINISHED
    assert done_of_one(person.session) == (90, True)


def test_segments_of_both_sides_make_one_set_without_a_side() -> None:
    script = script_for(SEVEN_DAYS.day(5), EXERCISES, Settings(), only="foam-rolling")
    person = Person(script)
    person.waits(length_ms(script))
    row = only(person.session)
    assert (row.side, row.planned, row.actual, row.done) == (None, 300, 300, True)


def test_a_set_counts_in_the_version_in_which_it_was_last_worked() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 15_000)
    person.switches(Version.EASIER)
    row = only(person.session)
    assert (row.version, row.planned, row.actual, row.done) == (Version.STANDARD, 20, 15, True)
    person.waits(3_000 + 1_000)
    person.asks(Command.SKIP)
    row = only(person.session)
    assert (row.version, row.planned, row.actual, row.done) == (Version.EASIER, 20, 16, True)


def test_short_holds_add_up_to_one_set() -> None:
    person = Person(script_for(DAY, KNOWN, Settings(), versions={"plank": Version.EASIER}))
    person.waits(10_000 + 3_000 + 10_000)
    assert (done_of_one(person.session), only(person.session).planned) == ((10, True), 20)
    person.waits(5_000 + 10_000)
    assert (done_of_one(person.session), only(person.session).planned) == ((20, True), 20)


def test_where_sides_take_turns_each_part_gives_every_side_its_share() -> None:
    session = switched(place(DEAD_BUG, 15_000), Version.HARDER)
    session = after(session, Command.TICK, Command.SKIP, now=4 * 7_000)
    assert [w.amount for w in session.worked] == [3, 4]
    rows = [(r.side, r.actual, r.planned, r.done) for r in done_records(session)]
    assert rows == [(Side.LEFT, 4, 4, True), (Side.RIGHT, 3, 4, True)]


@given(strategies.sessions())
def test_what_is_recorded_belongs_to_the_script(session: Session) -> None:
    work = [step for step in session.script if step.kind is StepKind.WORK]
    dose = {(s.exercise_no, s.set_no): s for s in work}
    for row in done_records(session):
        step = dose[row.exercise_no, row.set_no]
        assert (row.exercise, row.unit) == (
            step.exercise,
            Unit.REPS if step.reps else Unit.SECONDS,
        )
        assert row.planned > 0
        assert row.actual >= 0
        assert row.done or 2 * row.actual <= row.planned


@pytest.mark.parametrize(
    ("group", "checked_on", "may"),
    [
        (SafetyGroup.NONE, None, True),
        (SafetyGroup.EMERGENCY, None, False),
        (SafetyGroup.EMERGENCY, "2026-11-24", False),
        (SafetyGroup.CHECKED, None, False),
        (SafetyGroup.CHECKED, "2026-11-24", True),
        (SafetyGroup.ASK, None, False),
        (SafetyGroup.ASK, "2026-11-24", True),
    ],
)
def test_a_warning_sign_starts_no_timer_until_it_may(
    group: SafetyGroup, checked_on: str | None, may: bool
) -> None:
    answer = SafetyAnswer("1", "2026-11-24T09:30:00Z", "2026-11-24", group, (), checked_on)
    assert answer.may_exercise is may
