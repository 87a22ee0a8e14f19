"""A day as it suits a person today: what they begin with, what fits, and the gentle day."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.exercise import Exercise, Place, Variant, Version
from backplan_gui.core.floor import with_floor_help
from backplan_gui.core.plan import Day, Plan, Prescription, Reps, SetSide, Timed, set_sides
from backplan_gui.core.records import Done, DoneSet, Unit
from backplan_gui.core.schedule import DayState, week
from backplan_gui.core.script import Script, StepKind, length_ms, script_for
from backplan_gui.core.settings import Settings
from backplan_gui.core.tailoring import (
    ASKABLE,
    ASKED,
    Today,
    Wishes,
    fitting,
    gentle_day,
    gentle_versions,
    is_equipped,
    versions_for,
)
from tests import strategies

from .samples import EXERCISES, SEVEN_DAYS

STANDARD, EASIER, HARDER, NO_FLOOR = Version
EVERYTHING = ASKABLE
NUMBERS = [day.number for day in SEVEN_DAYS.days]


def versions(number: int, **wishes: object) -> dict[str, Version]:
    """In which version the exercises of a day of the week begin."""
    return versions_for(SEVEN_DAYS.day(number), EXERCISES, Wishes(**wishes))  # type: ignore[arg-type]  # wishes by name


# --- in which version -------------------------------------------------------------------


@pytest.mark.parametrize("number", NUMBERS)
def test_without_a_wish_a_day_is_as_written_but_for_planks_on_the_knees(number: int) -> None:
    names = {p.exercise for p in SEVEN_DAYS.day(number).exercises}
    assert versions(number) == dict.fromkeys(names & ASKED.keys(), EASIER)


def test_planks_are_done_from_the_knees_unless_the_feet_were_chosen() -> None:
    assert versions(7)["plank"] is EASIER
    assert versions(4)["side-plank"] is EASIER
    assert "plank" not in versions(7, chosen={"plank": STANDARD})
    assert "side-plank" not in versions(4, chosen={"side-plank": STANDARD}, easier=True)


@pytest.mark.parametrize("number", NUMBERS)
def test_easier_first_is_easier_for_all(number: int) -> None:
    names = [p.exercise for p in SEVEN_DAYS.day(number).exercises]
    assert versions(number, easier=True) == dict.fromkeys(names, EASIER)


def test_what_was_chosen_outranks_easier() -> None:
    found = versions(1, easier=True, chosen={"cat-cow": HARDER, "childs-pose": STANDARD})
    assert found == {"cat-cow": HARDER, "pelvic-tilts": EASIER}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("easier", [True, False])
def test_without_the_floor_every_exercise_of_the_week_is_off_it(number: int, easier: bool) -> None:
    day = SEVEN_DAYS.day(number)
    chosen = {p.exercise: HARDER for p in day.exercises if HARDER in _versions(p)}
    for wished in ({}, chosen):
        found = versions(number, floor=False, easier=easier, chosen=wished)
        for prescription in day.exercises:
            exercise = EXERCISES[prescription.exercise]
            form = exercise.form(found.get(exercise.id, STANDARD))
            assert form.place is not Place.FLOOR


def test_off_the_floor_is_its_own_version_only_where_easier_is_on_it_too() -> None:
    assert versions(1, floor=False) == {
        "childs-pose": EASIER,
        "cat-cow": EASIER,
        "pelvic-tilts": NO_FLOOR,
    }


@pytest.mark.parametrize(
    ("number", "missing", "exercise", "version"),
    [
        (4, {"band"}, "seated-band-row", EASIER),
        (5, {"roller"}, "foam-rolling", EASIER),
        (6, {"step"}, "step-ups", EASIER),
        (1, {"mat"}, "cat-cow", EASIER),
        (1, {"mat"}, "pelvic-tilts", NO_FLOOR),
        (7, {"mat"}, "plank", NO_FLOOR),
    ],
)
def test_what_is_not_at_home_is_done_another_way(
    number: int, missing: set[str], exercise: str, version: Version
) -> None:
    assert versions(number, equipment=EVERYTHING - missing)[exercise] is version


def test_a_wish_that_needs_what_is_missing_is_met_by_what_there_is() -> None:
    found = versions(6, equipment=EVERYTHING - {"chair"}, easier=True)
    assert "bodyweight-squats" not in found
    harder = {"standing-hamstring-stretch": HARDER}
    found = versions(3, equipment=frozenset({"mat"}), chosen=harder)
    assert found["standing-hamstring-stretch"] is HARDER, "no other way needs less"


def test_the_floor_outranks_what_is_at_home() -> None:
    found = versions(1, floor=False, equipment=frozenset({"mat"}))
    assert found["cat-cow"] is EASIER
    assert not is_equipped(EXERCISES["cat-cow"], EASIER, {"mat"})


def test_nobody_asked_is_not_nothing_there() -> None:
    roller = EXERCISES["foam-rolling"]
    assert is_equipped(roller, STANDARD, None)
    assert not is_equipped(roller, STANDARD, ())
    assert is_equipped(EXERCISES["walking"], STANDARD, ()), "nobody is asked about shoes"


things = st.frozensets(st.sampled_from(sorted(ASKABLE)), max_size=2).map(tuple)
forms = st.builds(Variant, place=st.none() | st.sampled_from(Place), equipment=st.none() | things)
made = st.builds(
    Exercise,
    id=st.sampled_from(("plank", "bridge")),
    place=st.sampled_from(Place),
    equipment=things,
    get_ready=st.just(5),
    easier=st.none() | forms,
    harder=st.none() | forms,
    no_floor=st.none() | forms,
)


@given(
    made,
    st.booleans(),
    st.booleans(),
    st.none() | st.frozensets(st.sampled_from(sorted(ASKABLE))),
    st.none() | st.sampled_from(Version),
)
def test_the_floor_then_what_is_there_then_what_was_chosen_then_easier(
    exercise: Exercise,
    easier: bool,
    floor: bool,
    there: frozenset[str] | None,
    chosen: Version | None,
) -> None:
    day = Day(1, (Prescription(exercise.id, Reps(4, 2)),))
    wishes = Wishes(easier, floor, there, {exercise.id: chosen} if chosen else {})
    found = versions_for(day, {exercise.id: exercise}, wishes)
    version = found.get(exercise.id, STANDARD)
    assert version in exercise.versions
    assert STANDARD not in found.values(), "what is not named is standard"
    assert version is not HARDER or chosen is HARDER
    on_floor = exercise.form(version).place is Place.FLOOR
    if not floor and exercise.off_floor is not None:
        assert not on_floor
        return
    calm = [v for v in exercise.versions if v is not HARDER and is_equipped(exercise, v, there)]
    if not is_equipped(exercise, version, there):
        assert not calm
        assert floor or on_floor
        return
    wished = [chosen, EASIER if easier or exercise.id in ASKED else None, STANDARD]
    wanted = next(v for v in wished if v in exercise.versions)
    if is_equipped(exercise, wanted, there):
        assert version is wanted


def test_a_version_that_an_exercise_has_not_is_no_wish() -> None:
    assert versions(5, chosen={"walking": HARDER}) == {}
    assert versions(5, chosen={"walking": HARDER}, easier=True)["walking"] is EASIER


def _versions(prescription: Prescription) -> tuple[Version, ...]:
    return EXERCISES[prescription.exercise].versions


# --- the gentle day ---------------------------------------------------------------------


def test_a_gentle_day_is_day_1_with_one_set_of_each() -> None:
    day = gentle_day(SEVEN_DAYS)
    assert [p.exercise for p in day.exercises] == ["childs-pose", "cat-cow", "pelvic-tilts"]
    for gentle, written in zip(day.exercises, SEVEN_DAYS.day(1).exercises, strict=True):
        assert len(set_sides(gentle)) == 1
        assert not isinstance(written.dose, Timed)
        assert gentle.dose == msgspec.structs.replace(written.dose, sets=1)


def test_a_gentle_day_has_no_long_activity_in_it() -> None:
    walk = Prescription("walking", Timed(20, 30))
    plan = Plan("p", (Day(1, (walk, Prescription("cat-cow", Reps(4, 3)))),))
    assert [p.exercise for p in gentle_day(plan).exercises] == ["cat-cow"]


def test_a_gentle_day_is_easier_whatever_was_chosen_for_the_plan() -> None:
    day = gentle_day(SEVEN_DAYS)
    chosen = {"cat-cow": HARDER, "childs-pose": STANDARD, "pelvic-tilts": NO_FLOOR}
    easier = {"childs-pose": EASIER, "cat-cow": EASIER, "pelvic-tilts": EASIER}
    assert gentle_versions(day, EXERCISES, Wishes()) == easier
    stays = {**easier, "pelvic-tilts": NO_FLOOR}
    assert gentle_versions(day, EXERCISES, Wishes(chosen=chosen)) == stays
    assert gentle_versions(day, EXERCISES, Wishes(floor=False)) == stays


# --- fewer minutes ----------------------------------------------------------------------


class Case(NamedTuple):
    """A day of which some sets are open, and who does it."""

    day: Day
    exercises: Mapping[str, Exercise]
    settings: Settings
    open_sets: frozenset[SetSide]
    versions: Mapping[str, Version]
    helped: bool

    def fit(self, minutes: int) -> frozenset[SetSide]:
        return fitting(
            self.day,
            self.exercises,
            self.settings,
            minutes,
            self.open_sets,
            self.versions,
            helped=self.helped,
        )

    def script(self, chosen: frozenset[SetSide]) -> Script:
        script = script_for(
            self.day, self.exercises, self.settings, remaining=chosen, versions=self.versions
        )
        return with_floor_help(script, self.exercises) if self.helped else script


def of_the_week(number: int, *, helped: bool = False) -> Case:
    """A day of the week, all of it open."""
    day = SEVEN_DAYS.day(number)
    every = frozenset(side for p in day.exercises for side in set_sides(p))
    return Case(day, EXERCISES, Settings(), every, {}, helped)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    doses = draw(st.lists(strategies.doses, min_size=1, max_size=4))
    prescriptions = tuple(Prescription(f"exercise-{i}", dose) for i, dose in enumerate(doses))
    known = {p.exercise: draw(strategies.exercises(p.exercise, p.dose)) for p in prescriptions}
    every = [side for p in prescriptions for side in set_sides(p)]
    return Case(
        Day(1, prescriptions),
        known,
        draw(strategies.settings),
        draw(st.frozensets(st.sampled_from(every), min_size=1)),
        draw(st.dictionaries(st.sampled_from(sorted(known)), st.sampled_from(Version))),
        draw(st.booleans()),
    )


def sets_of(chosen: frozenset[SetSide]) -> list[tuple[str, int]]:
    return sorted({(one.exercise, one.set_no) for one in chosen})


def test_five_minutes_of_day_1_are_a_little_of_it() -> None:
    assert sets_of(of_the_week(1).fit(5)) == [
        ("cat-cow", 1),
        ("childs-pose", 1),
        ("childs-pose", 2),
    ]


def test_first_one_set_of_each_then_the_second_ones() -> None:
    assert sets_of(of_the_week(7).fit(10)) == [
        ("lunges", 1),
        ("plank", 1),
        ("plank", 2),
        ("upper-back-extensions", 1),
    ]


def test_one_set_is_always_there_even_if_it_takes_longer() -> None:
    assert sets_of(of_the_week(3).fit(1)) == [("thoracic-rotations", 1)]


def test_the_ways_to_the_floor_and_up_again_take_their_time_too() -> None:
    assert length_ms(of_the_week(1).script(of_the_week(1).fit(10))) > 9 * 60_000
    helped = of_the_week(1, helped=True)
    script = helped.script(helped.fit(10))
    assert any(step.help for step in script)
    assert length_ms(script) <= 10 * 60_000


@given(cases(), st.integers(1, 20))
def test_a_short_session_is_no_longer_than_asked_unless_it_is_one_set(
    case: Case, minutes: int
) -> None:
    chosen = case.fit(minutes)
    assert chosen
    assert chosen <= case.open_sets
    assert len(sets_of(chosen)) == 1 or length_ms(case.script(chosen)) <= 60_000 * minutes
    for exercise, set_no in sets_of(chosen):
        sides = {s for s in case.open_sets if (s.exercise, s.set_no) == (exercise, set_no)}
        assert sides <= chosen, "a set is done on both sides"


@given(cases(), st.integers(1, 20))
def test_a_short_session_keeps_the_order_of_the_day(case: Case, minutes: int) -> None:
    short = case.script(case.fit(minutes))
    work = [s for s in short if s.kind is StepKind.WORK]
    whole = [s for s in case.script(case.open_sets) if s.kind is StepKind.WORK]
    places = [[(s.exercise, s.set_no, s.side, s.part) for s in steps] for steps in (work, whole)]
    assert places[0] == [one for one in places[1] if one in places[0]]


@given(cases(), st.integers(1, 20), st.integers(1, 20))
def test_more_minutes_are_never_less_exercise(case: Case, few: int, more: int) -> None:
    few, more = sorted((few, more))
    short, long = (length_ms(case.script(case.fit(minutes))) for minutes in (few, more))
    assert short <= long
    assert case.fit(1_000) == case.open_sets


@given(cases(), st.integers(1, 20))
def test_a_day_is_complete_only_if_nothing_was_left_out(case: Case, minutes: int) -> None:
    every = {side for p in case.day.exercises for side in set_sides(p)}
    chosen = case.fit(minutes)
    done = [_done(side) for side in (every - case.open_sets) | chosen]
    standing = week(Plan("p", (case.day,)), done, [], 1).day(1)
    assert (standing.state is DayState.DONE) is (chosen == case.open_sets)
    assert standing.open_sets == case.open_sets - chosen


def _done(side: SetSide) -> DoneSet:
    row = Done(1, side.exercise, side.set_no, side.side, STANDARD, 9, 9, Unit.REPS, True)
    return DoneSet("s", 1, 1, "2026-11-24T09:00:00Z", "2026-11-24", row)


def test_nothing_set_is_the_day_as_the_plan_has_it() -> None:
    assert Today() == Today(None, floor=True, help=False, feet=frozenset())
    assert Wishes() == Wishes(easier=False, floor=True, equipment=None, chosen={})
