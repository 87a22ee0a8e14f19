"""Another version in the middle of things: what was done stays, the rest is done anew."""

import msgspec
import pytest

from backplan_gui.core import engine
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.engine import NotAllowed
from backplan_gui.core.exercise import Exercise, Place, Variant, Version
from backplan_gui.core.plan import Day, Hold, Prescription, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import StepKind, script_for
from backplan_gui.core.session import Command, Phase, Session, StepStarted, Worked
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.core.switching import NewForm, version_on, why_not

from .samples import (
    BRIDGE,
    BRIDGES,
    BRISK,
    BUG,
    DEAD_BUG,
    EXERCISES,
    OWN_PACE,
    PLANK,
    PLANK_LEFT,
    REST,
    SCRIPT,
    SEVEN_DAYS,
    SWITCH,
    WALK,
    Person,
    after,
    doses_in,
    form_of,
    kinds,
    laid_out,
    own,
    parts,
    place,
    real,
    steps_begun,
    switched,
    timed,
    work_ended,
)

STANDARD, EASIER, HARDER, NO_FLOOR = Version
READY, LEAVE, LAST_LEAVE, BEFORE_BRIDGES = 0, 3, 15, 16

# --- what is left of a hold -------------------------------------------------------------


def test_12_of_30_seconds_on_the_toes_leave_10_and_8_on_the_knees_with_5_between() -> None:
    person = real(7, "plank")
    person.waits(20_000 + 3_000 + 12_000)
    events = person.switches(EASIER)
    toes = Worked(1, 1, None, 1, 12_000, complete=True, version=STANDARD)
    assert work_ended(events) == [toes]
    assert events[-1] == StepStarted(3, person.session.script[3], by_itself=False)
    short = [("enter", 3), ("work", 10), ("rest", 5)]
    whole = [*short, ("work", 10), ("rest", 5), ("work", 10), ("leave", 3)]
    assert timed(person.session.script) == [
        *[("ready", 20), ("enter", 3), ("work", 12)],
        *[*short, ("work", 8), ("leave", 3), ("rest", 45)],
        *[*whole, ("rest", 45), *whole],
    ]
    assert [s.version for s in person.session.script] == [STANDARD] * 3 + [EASIER] * 21
    first_set = [s for s in person.session.script if s.kind is StepKind.WORK and s.set_no == 1]
    assert [(s.part, s.dose) for s in first_set] == [(1, 12), (2, 10), (3, 8)]
    ends = [(3_000, []), (10_000, [10_000]), (5_000, []), (7_999, []), (1, [8_000])]
    for ms, worked in ends:
        assert [w.amount for w in work_ended(person.waits(ms))] == worked
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done, row.version) == (30, 30, True, EASIER)


def test_from_short_holds_the_standard_version_does_the_remainder_in_one() -> None:
    person = real(7, "plank", EASIER)
    person.waits(20_000 + 3_000 + 10_000 + 5_000 + 4_000)
    person.switches(STANDARD)
    assert timed(person.session.script, 2, 9) == [
        *[("work", 10), ("rest", 5), ("work", 4), ("enter", 3), ("work", 16), ("leave", 3)],
        ("rest", 45),
    ]
    assert [s.part for s in person.session.script[2:7]] == [1, 2, 2, 1, 3]
    person.waits(3_000 + 16_000)
    (row,) = done_records(person.session)
    assert (row.actual, row.done, row.version) == (30, True, STANDARD)


def test_there_and_back_within_one_hold_counts_every_second_once() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 6_000)
    person.switches(EASIER)
    person.waits(3_000 + 5_000)
    person.switches(STANDARD)
    assert not work_ended(person.waits(3_000 + 8_999))
    assert work_ended(person.waits(1))
    assert parts(person.session) == [
        (1, 6_000, True, STANDARD),
        (2, 5_000, True, EASIER),
        (3, 9_000, True, STANDARD),
    ]
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done) == (20, 20, True)


def test_less_than_a_second_is_no_short_hold_of_its_own() -> None:
    session = switched(place(PLANK_LEFT, 9_500), EASIER)
    assert own(session, 3)[:3] == [("enter left", 3), ("work left", 10.5), ("leave left", 2)]
    session = switched(place(PLANK_LEFT, 9_000), EASIER)
    assert own(session, 4)[:3] == [("work left", 10), ("rest left", 5), ("work left", 1)]


def test_what_was_added_or_taken_by_hand_stays_so() -> None:
    longer = switched(after(place(PLANK_LEFT, 6_000), Command.MORE), EASIER)
    assert own(longer, 2)[:6:2] == [("work left", 6), ("work left", 10), ("work left", 10)]
    assert own(longer, 8)[0] == ("work left", 4)
    shorter = switched(after(place(PLANK_LEFT, 6_000), Command.LESS), EASIER)
    assert own(shorter, 2)[:3] == [("work left", 6), ("enter left", 3), ("work left", 4)]
    for session in (longer, shorter):
        assert doses_in(session.script) == doses_in(SCRIPT)


def test_other_exercises_are_left_alone() -> None:
    session = switched(place(PLANK_LEFT, 12_000), EASIER)
    later = [s for s in session.script if s.exercise_no != 1]
    assert later == [s for s in SCRIPT if s.exercise_no != 1]
    assert {s.version for s in session.script[3:] if s.exercise_no == 1} == {EASIER}


# --- reps -------------------------------------------------------------------------------


def test_finished_reps_stay_and_half_a_rep_is_begun_again() -> None:
    session, events = engine.apply(
        place(BRIDGES, 15_000), Command.VERSION, 0, form_of(place(BRIDGES), EASIER)
    )
    assert [(w.amount, w.complete) for w in work_ended(events)] == [(2, True)]
    assert steps_begun(events) == [BRIDGES + 1]
    assert [(s.reps, s.ms, s.part) for s in session.script[18:20]] == [
        (2, 12_000, 1),
        (2, 6_000, 2),
    ]
    assert (session.index, session.elapsed) == (BRIDGES + 1, 0)
    assert own(session, 20) == [("rest", 30), ("work", 12)]
    session = after(session, Command.TICK, now=6_000)
    (row,) = done_records(session)
    assert (row.planned, row.actual, row.done, row.version) == (4, 4, True, EASIER)


@pytest.mark.parametrize("elapsed", [0, 5_999])
def test_where_no_rep_is_finished_the_set_begins_again(elapsed: int) -> None:
    session, events = engine.apply(
        place(BRIDGES, elapsed, by_itself=True), Command.VERSION, 0, form_of(place(BRIDGES), EASIER)
    )
    assert events == (StepStarted(BRIDGES, session.step, by_itself=False),)
    assert (session.step.reps, session.step.ms, session.worked) == (4, 12_000, ())
    assert (session.index, session.elapsed, session.by_itself) == (BRIDGES, 0, False)


@pytest.mark.parametrize("first", Side)
@pytest.mark.parametrize(("done", "other"), [(3, True), (4, False)])
def test_after_an_odd_number_of_movements_the_other_side_goes_on(
    first: Side, done: int, other: bool
) -> None:
    person = Person(laid_out(only="dead-bug", first_side=first))
    person.waits(5_000 + 5_000 * done + 2_000)
    # Which side is the comfortable one may have been changed since.
    person.switches(HARDER, first_side=first.other)
    step = person.session.step
    assert (step.side, step.reps) == (first.other if other else first, 8 - done)
    person.finishes()
    assert [(r.side, r.planned, r.actual) for r in done_records(person.session)] == [
        (first, 4, 4),
        (first.other, 4, 4),
    ]


def test_each_side_keeps_its_count_through_two_odd_changes() -> None:
    person = Person(laid_out(only="dead-bug"))
    person.waits(5_000 + 3 * 5_000)
    person.switches(HARDER)
    person.waits(3 * 7_000)
    person.switches(EASIER)
    work = [s for s in person.session.script if s.kind is StepKind.WORK]
    assert [(s.side, s.reps) for s in work] == [(Side.LEFT, 3), (Side.RIGHT, 3), (Side.LEFT, 2)]
    assert [s.dose for s in work] == [1, 1, 2]
    person.finishes()
    assert [(r.side, r.actual) for r in done_records(person.session)] == [
        (Side.LEFT, 4),
        (Side.RIGHT, 4),
    ]


def test_sets_that_alternate_later_begin_as_they_would_have() -> None:
    person = real(2, "dead-bug")
    person.waits(25_000 + 8_000)
    person.switches(EASIER)
    work = [s for s in person.session.script if s.kind is StepKind.WORK]
    assert [(s.set_no, s.side, s.reps) for s in work] == [
        (1, Side.LEFT, 1),
        (1, Side.RIGHT, 19),
        (2, Side.LEFT, 20),
    ]


def test_at_ones_own_pace_only_what_was_counted_is_done() -> None:
    person = Person(OWN_PACE)
    person.session, person.now = place(BRIDGES, script=OWN_PACE), 0
    person.asks(Command.REP)
    person.is_away(60_000)
    person.switches(EASIER, pace=Pace.OWN)
    assert [w.amount for w in person.session.worked] == [1]
    step = person.session.step
    assert (step.own_pace, step.reps, person.session.counted) == (True, 3, 0)
    for _ in range(3):
        person.asks(Command.REP)
    (row,) = done_records(person.session)
    assert (row.actual, row.done) == (4, True)


def test_a_pace_that_was_changed_holds_for_what_is_left() -> None:
    session = switched(place(BRIDGES, 12_000), EASIER, pace=Pace.SLOWEST)
    assert (session.step.reps, session.step.ms) == (2, 2 * 4_500)


# --- where the body is ------------------------------------------------------------------


def test_a_change_of_place_begins_with_a_get_ready() -> None:
    session = switched(place(PLANK_LEFT, 12_000), NO_FLOOR)
    assert (session.step.kind, session.step.ms) == (StepKind.READY, 12_000)
    assert own(session, 2)[:5] == [
        ("work left", 12),
        ("ready left", 12),
        ("enter left", 3),
        ("work left", 8),
        ("leave left", 2),
    ]
    assert own(session, 7)[0] == ("switch right", 4)


@pytest.mark.parametrize("index", [1, PLANK_LEFT])
def test_before_anything_was_done_a_change_of_place_gets_ready_first(index: int) -> None:
    where = place(index, 2_000 if index == 1 else 0)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, NO_FLOOR))
    assert events == (StepStarted(index, session.step, by_itself=False),)
    assert own(session, index)[:2] == [("ready left", 12), ("enter left", 3)]
    assert (session.elapsed, session.worked) == (0, ())


@pytest.mark.parametrize("index", [1, PLANK_LEFT])
def test_before_anything_was_done_the_way_in_begins_again_at_the_same_place(index: int) -> None:
    where = place(index, 2_000 if index == 1 else 0)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, EASIER))
    assert events == (StepStarted(index, session.step, by_itself=False),)
    assert own(session, index)[:3] == [("enter left", 3), ("work left", 10), ("rest left", 5)]
    assert session.elapsed == 0


@pytest.mark.parametrize(
    ("version", "elapsed", "ms"),
    [
        (EASIER, 2_000, 10_000),
        (EASIER, 8_000, 13_000),
        (NO_FLOOR, 2_000, 14_000),
        (NO_FLOOR, 8_000, 20_000),
    ],
)
def test_a_get_ready_goes_on_long_enough_for_the_new_version(
    version: Version, elapsed: int, ms: int
) -> None:
    where = place(READY, elapsed)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, version))
    assert events == ()
    assert (session.index, session.elapsed, session.step.ms) == (READY, elapsed, ms)
    assert session.step.version is version
    assert own(session, 1)[:2] == [("enter left", 3), ("work left", 10)]


@pytest.mark.parametrize(
    ("index", "version", "elapsed", "ms"),
    [
        (SWITCH, EASIER, 5_000, 8_000),
        (SWITCH, NO_FLOOR, 5_000, 17_000),
        (REST, EASIER, 5_000, 15_000),
        (REST, NO_FLOOR, 2_000, 15_000),
        (REST, NO_FLOOR, 5_000, 17_000),
    ],
)
def test_a_rest_lasts_at_least_as_long_as_a_change_of_place_takes(
    index: int, version: Version, elapsed: int, ms: int
) -> None:
    where = place(index, elapsed)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, version))
    assert events == ()
    assert (session.index, session.elapsed, session.step.ms) == (index, elapsed, ms)
    assert (session.step.kind, session.step.version) == (SCRIPT[index].kind, version)
    assert [kind for kind, _ in own(session, index + 1)[:2]] == kinds(SCRIPT[index + 1 : index + 3])
    assert StepKind.READY not in {s.kind for s in session.script[index : index + 8]}


def test_the_rest_between_two_short_holds_leads_on_to_what_is_left() -> None:
    person = Person()
    person.switches(EASIER)
    person.waits(10_000 + 3_000 + 10_000 + 1_000)
    assert (person.session.step.kind, person.session.step.part) == (StepKind.REST, 2)
    person.switches(STANDARD)
    assert own(person.session, person.session.index)[:4] == [
        ("rest left", 5),
        ("enter left", 3),
        ("work left", 10),
        ("leave left", 2),
    ]
    assert person.session.script[person.session.index + 2].part == 2


def test_before_the_exercise_the_rest_and_a_get_ready_of_the_new_version_stay() -> None:
    session = switched(place(BEFORE_BRIDGES, 50_000), NO_FLOOR)
    assert (session.index, session.elapsed, session.step.version) == (16, 50_000, NO_FLOOR)
    assert own(session, 16) == [
        ("rest", 60),
        ("ready", 6),
        ("work", 12),
        ("rest", 30),
        ("work", 12),
    ]
    assert session.script[:16] == SCRIPT[:16]


@pytest.mark.parametrize(
    ("index", "version", "pause"),
    [
        (LEAVE, EASIER, ("switch right", 8)),
        (LEAVE, NO_FLOOR, ("switch right", 12)),
        (7, EASIER, ("rest left", 15)),
        (7, NO_FLOOR, ("rest left", 15)),
    ],
)
def test_the_way_out_of_a_hold_is_finished_as_it_was_begun(
    index: int, version: Version, pause: tuple[str, int]
) -> None:
    where = place(index, 1_000)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, version))
    assert events == ()
    assert (session.step, session.elapsed) == (SCRIPT[index], 1_000)
    assert own(session, index + 1)[0] == pause
    assert {s.version for s in session.script[index + 1 : index + 6]} == {version}


def test_on_the_way_out_the_version_that_follows_is_the_one_that_is_on() -> None:
    session = switched(place(LEAVE, 1_000), EASIER)
    assert version_on(session) is EASIER
    assert version_on(switched(session, STANDARD)) is STANDARD
    assert switched(session, STANDARD) == place(LEAVE, 1_000)
    for index in (LAST_LEAVE, PLANK_LEFT):
        assert version_on(place(index)) is STANDARD
    with pytest.raises(NotAllowed):
        switched(session, EASIER)


def test_after_the_last_hold_there_is_nothing_left_to_do_in_another_version() -> None:
    session = place(LAST_LEAVE, 1_000)
    assert Command.VERSION not in engine.allowed(session)
    with pytest.raises(NotAllowed):
        switched(session, EASIER)
    assert all(Command.VERSION in engine.allowed(place(i)) for i in (*range(15), 16, 28))


@pytest.mark.parametrize("version", [EASIER, HARDER, NO_FLOOR])
@pytest.mark.parametrize("number", range(1, 8))
def test_one_gets_ready_again_where_and_only_where_the_place_is_another(
    number: int, version: Version
) -> None:
    for prescription in SEVEN_DAYS.day(number).exercises:
        exercise = EXERCISES[prescription.exercise]
        if exercise.segments or version not in exercise.versions:
            continue
        person = real(number, exercise.id)
        person.reaches(StepKind.WORK)
        person.waits(person.session.step.beat_ms + 1_000)
        person.switches(version)
        moves = exercise.form(version).place is not exercise.place
        assert (person.session.step.kind is StepKind.READY) is moves
        assert all(
            s.kind is not StepKind.READY for s in person.session.script[person.session.index + 1 :]
        )


def still(exercise: Exercise, version: Version) -> list[tuple[str, float]]:
    """Two holds of 20 s, changed to that version after 5 s of the first."""
    day = Day(1, (Prescription("still", Hold(20, 2)),))
    script = script_for(day, {"still": exercise}, Settings())
    where = Session(script, index=0, elapsed=5_000, phase=Phase.RUNNING, seen=0)
    new = NewForm(exercise, version, Settings())
    return timed(engine.apply(where, Command.VERSION, 0, new)[0].script)


def test_what_takes_no_time_is_no_step() -> None:
    none = Variant(Place.STANDING, get_ready=0, rest=0)
    exercise = Exercise("still", Place.FLOOR, (), get_ready=0, rest=15, easier=none)
    assert still(exercise, EASIER) == [("work", 5), ("work", 15), ("work", 20)]
    where = Session(SCRIPT, elapsed=9_999, phase=Phase.RUNNING, seen=0)
    exercise = msgspec.structs.replace(PLANK, no_floor=none)
    new = NewForm(exercise, NO_FLOOR, Settings())
    assert engine.apply(where, Command.VERSION, 0, new)[0].step.ms == 9_999 + 5_000
    slow = Variant(get_ready=9, rest=7, enter=1, leave=2)
    exercise = Exercise("still", Place.FLOOR, (), get_ready=0, harder=slow)
    assert still(exercise, HARDER) == [
        *[("work", 5), ("enter", 1), ("work", 15), ("leave", 2), ("rest", 7)],
        *[("enter", 1), ("work", 20), ("leave", 2)],
    ]


# --- sides ------------------------------------------------------------------------------


def test_with_the_comfortable_side_first_what_is_left_keeps_its_order() -> None:
    script = laid_out(only="plank", first_side=Side.RIGHT)
    session = switched(place(PLANK_LEFT, 12_000, script=script), HARDER, first_side=Side.RIGHT)
    work = [(s.set_no, s.side) for s in session.script if s.kind is StepKind.WORK]
    left, right = Side.LEFT, Side.RIGHT
    assert work == [(1, right), (1, right), (1, left), (2, right), (2, left)]


def test_with_fewer_changes_of_side_what_is_left_keeps_its_order() -> None:
    script = laid_out(only="plank", fewer_changes=True)
    session = switched(place(PLANK_LEFT, 12_000, script=script), HARDER, fewer_changes=True)
    between = (StepKind.WORK, StepKind.REST, StepKind.SWITCH)
    assert kinds(tuple(s for s in session.script if s.kind in between)) == [
        *["work left", "work left", "rest left", "work left"],
        *["switch right", "work right", "rest right", "work right"],
    ]


def test_a_turn_to_the_other_side_takes_as_long_as_in_the_new_version() -> None:
    person = real(3, "thoracic-rotations")
    person.waits(30_000 + 30_000)
    person.switches(EASIER)
    assert [s.ms for s in person.session.script if s.kind is StepKind.SWITCH] == [5_000]


# --- long activities --------------------------------------------------------------------


@pytest.mark.parametrize("index", [25, 26, BRISK, 28])
def test_a_long_activity_keeps_its_seconds(index: int) -> None:
    where = place(index, 12_345)
    session, events = engine.apply(where, Command.VERSION, 0, form_of(where, EASIER))
    assert events == ()
    assert timed(session.script, 0) == timed(SCRIPT)
    assert (session.index, session.elapsed) == (index, 12_345)
    changed = [i for i, step in enumerate(session.script) if step.version is EASIER]
    assert changed == [i for i, s in enumerate(SCRIPT) if s.exercise == "walk" and i >= index]


def test_what_was_recorded_of_a_long_activity_stays_row_by_row() -> None:
    session = after(place(26, 10_000), Command.SKIP)
    session = engine.apply(session, Command.TICK, 60_000)[0]
    noted = session.worked
    assert [(w.part, w.amount, w.complete) for w in noted] == [
        (1, 10_000, False),
        (2, 60_000, True),
    ]
    session = after(session, Command.PAUSE, Command.BACK, Command.BACK, now=60_000)
    assert session.step.segment == "warm-up"
    assert switched(session, EASIER).worked == noted


# --- pauses -----------------------------------------------------------------------------


def test_while_paused_it_stays_paused_and_goes_on_with_the_new_version() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 12_000, Phase.PAUSED)
    person.switches(EASIER)
    assert (person.session.phase, person.session.index, person.session.seen) == (
        Phase.PAUSED,
        3,
        None,
    )
    assert [w.amount for w in person.session.worked] == [12_000]
    person.asks(Command.RESUME)
    assert (person.session.phase, person.session.reentry) == (Phase.RESUMING, REENTRY_MS)


def test_a_get_ready_after_a_pause_begins_at_once() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 12_000, Phase.PAUSED)
    person.switches(NO_FLOOR)
    person.asks(Command.RESUME)
    assert (person.session.phase, person.session.step.kind) == (Phase.RUNNING, StepKind.READY)


@pytest.mark.parametrize("index", [1, PLANK_LEFT, LEAVE, BRIDGES, BRISK])
def test_the_time_to_get_back_into_position_stays_at_the_same_place(index: int) -> None:
    person = Person()
    person.session, person.now = place(index, 1_000, Phase.RESUMING), 0
    person.waits(1_000)
    person.switches(EASIER)
    assert (person.session.phase, person.session.reentry) == (Phase.RESUMING, 2_000)
    person.waits(2_500)
    assert person.session.phase is Phase.RUNNING
    assert person.session.guided == 500


@pytest.mark.parametrize("index", [1, PLANK_LEFT, BRIDGES])
def test_getting_ready_at_another_place_ends_getting_back_into_position(index: int) -> None:
    session = switched(place(index, 1_000, Phase.RESUMING), NO_FLOOR)
    assert (session.phase, session.reentry, session.seen) == (Phase.RUNNING, 0, 0)
    assert (session.step.kind, session.elapsed) == (StepKind.READY, 0)


# --- what is refused --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("index", "new"),
    [
        (PLANK_LEFT, None),
        (PLANK_LEFT, NewForm(PLANK, STANDARD, Settings())),
        (PLANK_LEFT, NewForm(BRIDGE, EASIER, Settings())),
        (BEFORE_BRIDGES, NewForm(PLANK, EASIER, Settings())),
        (DEAD_BUG, NewForm(BUG, NO_FLOOR, Settings())),
        (BRISK, NewForm(WALK, HARDER, Settings())),
    ],
)
def test_what_is_no_other_version_of_this_exercise_is_refused_and_changes_nothing(
    index: int, new: NewForm | None
) -> None:
    session = place(index, 5_000)
    assert why_not(session, new)
    with pytest.raises(NotAllowed):
        engine.apply(session, Command.VERSION, 1_000, new)
    assert session == place(index, 5_000)


def test_the_version_that_is_on_is_refused_after_a_switch_too() -> None:
    session = switched(place(PLANK_LEFT, 12_000), EASIER)
    with pytest.raises(NotAllowed, match="no other version easier"):
        switched(session, EASIER)


def test_when_the_exercise_has_ended_meanwhile_only_the_time_passes() -> None:
    where = place(LAST_LEAVE, 1_000)
    session, events = engine.apply(where, Command.VERSION, 1_500, form_of(where, EASIER))
    assert (session.index, session.elapsed, steps_begun(events)) == (BEFORE_BRIDGES, 500, [16])
    assert session.script == SCRIPT


def test_the_time_before_it_passes_first() -> None:
    where = place(PLANK_LEFT, 12_000)
    session, _ = engine.apply(where, Command.VERSION, 3_000, form_of(where, EASIER))
    assert [w.amount for w in session.worked] == [15_000]
    assert own(session, 4)[0] == ("work left", 5)
