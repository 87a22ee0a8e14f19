"""Good files become values; every bad one becomes a sentence with its place."""

import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.exercise import (
    Breath,
    Exercise,
    Order,
    Place,
    Segment,
    TempoPhase,
    Variant,
    Version,
)
from backplan_gui.core.floor import LINES
from backplan_gui.core.plan import (
    Day,
    Dose,
    Each,
    Hold,
    Plan,
    PlanError,
    Prescription,
    Reps,
    Timed,
)
from backplan_gui.core.planfile import (
    MAX_BYTES,
    check_exercise_words,
    check_plan,
    check_plan_words,
    decoded,
    exercise_from,
    plan_from,
)
from backplan_gui.core.texts import (
    DayText,
    ExerciseText,
    FloorText,
    PlanText,
    SegmentText,
    Titled,
    VersionText,
)

SEVEN_DAYS = (Path(__file__).parents[2] / "resources" / "plans" / "seven_days.toml").read_text(
    encoding="utf-8"
)

PLAN = """
id = "two"
[[days]]
number = 1
exercises = [
  { exercise = "bridge", dose = { kind = "reps", count = 12, sets = 2 } },
  { exercise = "plank", dose = { kind = "hold", seconds = 30, sets = 3, each = "side" } },
]
[[days]]
number = 2
parts = true
exercises = [{ exercise = "walk", dose = { kind = "timed", low = 20, high = 30 } }]
"""

WALK = """
id = "walk"
place = "standing"
equipment = ["shoes"]
get_ready = 60
phases = [{ id = "in", seconds = 4, breath = "in" }, { id = "out", seconds = 6, breath = "out" }]
segments = [
  { id = "easy", low = 180, high = 240 },
  { id = "fast", low = 1020, high = 1560, fills = true, extends = true },
]
[no_floor]
place = "sitting"
phases = [
  { id = "march", seconds = 2, breath = "in" },
  { id = "stop", seconds = 3, breath = "out" },
]
bouts = { seconds = 10, rest = 5 }
"""

PHASE = TempoPhase("lift", 2, Breath.OUT)
SAME = Variant()


def made(name: str, **more: Any) -> Exercise:
    """An exercise on the floor with an easier version."""
    return Exercise(name, Place.FLOOR, (), 20, **{"easier": SAME, **more})


PLAIN = made("plain", phases=(PHASE,))
SIDED = made("sided", order=Order.SET, phases=(PHASE,))
CROSSED = made("crossed", order=Order.ALTERNATE, phases=(PHASE,))
STILL = made("still")
LONG = made("long", segments=(Segment("all", 1200, 1800),))
EMPTIED = made("emptied", phases=(PHASE,), no_floor=Variant(phases=()))
KNOWN = {exercise.id: exercise for exercise in (PLAIN, SIDED, CROSSED, STILL, LONG, EMPTIED)}


def one_day(exercise: str, dose: Dose) -> Plan:
    return Plan("one", (Day(1, (Prescription(exercise, dose),)),))


def exercise_words(**changes: Any) -> ExerciseText:
    one = ("a",)
    easier, harder = VersionText("A", "b", move=one), VersionText("A", "b")
    words = ExerciseText("A", "a", "a", "a", "a", one, one, "a", one, one, easier, harder, one, ())
    return msgspec.structs.replace(words, **changes)


TWO = {"all": SegmentText("All", "Walk."), "end": SegmentText("End", "Stop.")}


def version_words(**more: Any) -> VersionText:
    return VersionText("A", "b", move=("c",), **more)


def test_a_plan_is_read_with_its_days_in_order() -> None:
    plan = plan_from(PLAN)
    assert plan.day(1).exercises == (
        Prescription("bridge", Reps(12, 2)),
        Prescription("plank", Hold(30, 3, Each.SIDE)),
    )
    assert plan.day(2) == Day(2, (Prescription("walk", Timed(20, 30)),), parts=True)


def test_bytes_and_text_are_read_alike() -> None:
    assert plan_from(PLAN.encode()) == plan_from(PLAN)


def test_an_exercise_is_read_with_its_phases_and_segments() -> None:
    walk = exercise_from(WALK, "walk")
    assert walk.rep_ms == 10_000
    assert [segment.id for segment in walk.segments if segment.fills] == ["fast"]
    assert walk.form(Version.NO_FLOOR).rep_ms == 5_000


HOLD = "seconds = 30, sets = 3"
FAULTY_PLANS = [
    (HOLD, "seconds = 0, sets = 3", "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, "seconds = 601, sets = 3", "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, 'seconds = "30", sets = 3', "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, "seconds = 1.5, sets = 3", "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, "seconds = nan, sets = 3", "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, "seconds = true, sets = 3", "day 1, exercise 2: hold must be 1 to 600 seconds"),
    (HOLD, "seconds = 30, sets = 11", "day 1, exercise 2: sets must be 1 to 10"),
    (HOLD, "sets = 3", "day 1, exercise 2: seconds is missing"),
    (HOLD, "seconds = 30, sets = 3, hour = 1", "day 1, exercise 2: hour is not known here"),
    (HOLD, '"{x}\\\\1" = 1, ' + HOLD, "day 1, exercise 2: {x}\\1 is not known here"),
    (HOLD, '"a\\nb - at `$.c`" = 1, ' + HOLD, "day 1, exercise 2: dose has the wrong form"),
    ('each = "side"', 'each = "arm"', "day 1, exercise 2: each must be side or leg"),
    ("count = 12", "count = 101", "day 1, exercise 1: reps must be 1 to 100"),
    ('kind = "reps"', 'kind = "jump"', "day 1, exercise 1: kind must be hold, reps or timed"),
    ('kind = "reps", ', "", "day 1, exercise 1: kind is missing"),
    ('"bridge"', '""', "day 1, exercise 1: exercise must not be empty"),
    ('"bridge"', '"' + "b" * 61 + '"', "day 1, exercise 1: exercise must not be longer than 60"),
    ('"plank"', '"bridge"', "day 1: bridge is there 2 times"),
    ("low = 20", "low = 0", "day 2, exercise 1: low must be 1 to 60 minutes"),
    ("high = 30", "high = 61", "day 2, exercise 1: high must be 1 to 60 minutes"),
    ("high = 30", "high = 19", "day 2, exercise 1: high must not be less than low"),
    ("number = 1", "number = 0", "day 1: number must be 1 to 31"),
    ("number = 2", "number = 3", "day 2: number must be 2, not 3"),
    ("parts = true", "parts = 1", "day 2: parts has the wrong form"),
    ('id = "two"', "id = 2020-01-01", "the plan: id has the wrong form"),
    ('id = "two"', "", "the plan: id is missing"),
    ('id = "two"', 'id = "two"\nid = "two"', "the plan: not a plan: line 3 cannot be read"),
    (PLAN, 'id = "none"\ndays = []', "the plan: days must not be empty"),
    (PLAN, 'id = "none"\ndays = [1]', "day 1: it has the wrong form"),
    (PLAN, "days = ", "the plan: not a plan: it cannot be read"),
    (PLAN, "days = " + "[" * 1900 + "]" * 90, "the plan: not a plan: it cannot be read"),
    (PLAN, "n = " + "[\n" * 9000, "the plan: not a plan: it cannot be read"),
    (PLAN, "n = 1" + "0" * 1990, "the plan: n is not known here"),
    (PLAN, "\udcff", "the plan: not a plan: it cannot be read"),
    (PLAN, "#" * 2001, "the plan: not a plan: line 1 is longer than 2,000 characters"),
    (PLAN, "#\n" * (MAX_BYTES // 2 + 1), "the plan: not a plan: it is larger than 256 KiB"),
    (
        PLAN,
        "\na.b.c.d.e.f.g.h.i.j = 1",
        "the plan: not a plan: line 2 has more than 8 dots in a key",
    ),
    (
        PLAN,
        "['a b' . \"c\" .d.e.f.g.h.i.j.k]",
        "the plan: not a plan: line 1 has more than 8 dots in a key",
    ),
]


@pytest.mark.parametrize(("good", "bad", "sentence"), FAULTY_PLANS)
def test_a_faulty_plan_is_refused_with_place_and_fault(good: str, bad: str, sentence: str) -> None:
    assert good in PLAN
    with pytest.raises(PlanError) as refused:
        plan_from(PLAN.replace(good, bad))
    assert str(refused.value) == sentence
    assert str(refused.value) == f"{refused.value.where}: {refused.value.what}"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(PlanError, match="not a plan"):
        plan_from(b'id = "\xff"')


def test_a_key_of_nine_parts_and_prose_with_many_dots_are_read() -> None:
    assert decoded("a.b.c.d.e.f.g.h.i = 1", dict[str, Any], "")
    assert decoded(
        'a = "One two. Three four. Five six. Seven. Eight nine. .........."', dict[str, str], ""
    )


@pytest.mark.parametrize(
    "line",
    [
        "a" * 1990 + "." * 9,
        '"' * 1990 + "." * 9,
        "a " * 900 + "." * 9,
        "a.b.c.d.e.f.g." + " " * 1900 + "..",
    ],
)
def test_no_text_of_the_allowed_size_keeps_the_reader_busy(line: str) -> None:
    begin = time.process_time()
    with pytest.raises(PlanError):
        plan_from("\n".join([line] * 128))
    assert time.process_time() - begin < 1


FAULTY_EXERCISES = [
    ('id = "walk"', 'id = "run"', "walk: id must be walk, not run"),
    ('"shoes"', '"Old Shoes"', "walk, equipment 1: it has the wrong form"),
    ('"standing"', '"flying"', "walk: place has the wrong form"),
    ("get_ready = 60", "get_ready = 601", "walk: get_ready must be at most 600"),
    ("seconds = 6", "seconds = 0", "walk, phase 2: seconds must be at least 1"),
    ('id = "out"', 'id = "in"', "walk: in is there 2 times"),
    ('id = "fast"', 'id = "easy"', "walk: easy is there 2 times"),
    ("high = 240", "high = 240, fills = true", "walk: fills is there 2 times"),
    ("high = 240", "high = 240, extends = true", "walk: extends is there 2 times"),
    ("high = 1560", "high = 1000", "walk, segment 2: high must not be less than low"),
    ("high = 1560", 'high = 1560, side = "up"', "walk, segment 2: side has the wrong form"),
    ('"sitting"', '"flying"', "walk, no-floor version: place has the wrong form"),
    ("seconds = 3", "seconds = 0", "walk, no-floor version, phase 2: seconds must be at least 1"),
    ("seconds = 10", "seconds = 0", "walk, no-floor version: seconds must be at least 1"),
    ("rest = 5", "rest = 61", "walk, no-floor version: rest must be at most 60"),
    ("rest = 5", "sets = 5", "walk, no-floor version: sets is not known here"),
    ('id = "stop"', 'id = "march"', "walk, no-floor version: march is there 2 times"),
    ("[no_floor]", "[no_floor]\nsets = 1", "walk, no-floor version: sets is not known here"),
    ("[no_floor]", "easier = 1\n[no_floor]", "walk, easier version: easier has the wrong form"),
    (
        "[no_floor]",
        "bouts = { seconds = 10, rest = 5 }\n[no_floor]",
        "walk: only a version comes in bouts",
    ),
    (WALK, "=", "walk: not a plan: line 1 cannot be read"),
]


@pytest.mark.parametrize(("good", "bad", "sentence"), FAULTY_EXERCISES)
def test_a_faulty_exercise_is_refused_with_place_and_fault(
    good: str, bad: str, sentence: str
) -> None:
    assert good in WALK
    with pytest.raises(PlanError) as refused:
        exercise_from(WALK.replace(good, bad), "walk")
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("exercise", "dose"),
    [
        ("plain", Hold(30, 3)),
        ("plain", Reps(10, 2)),
        ("sided", Hold(30, 3, Each.LEG)),
        ("crossed", Reps(10, 2, Each.SIDE)),
        ("still", Hold(30, 3)),
        ("long", Timed(20, 30)),
    ],
)
def test_an_exercise_fits_the_doses_it_can_be_done_at(exercise: str, dose: Dose) -> None:
    check_plan(one_day(exercise, dose), KNOWN)


@pytest.mark.parametrize(
    ("exercise", "dose", "fault"),
    [
        ("flight", Hold(30, 3), "there is no exercise flight"),
        ("plain", Hold(30, 3, Each.SIDE), "the dose has two sides, plain has not"),
        ("sided", Reps(10, 2), "sided has two sides, the dose has not"),
        ("sided", Timed(20, 30), "sided has two sides, the dose has not"),
        (
            "crossed",
            Hold(30, 2, Each.SIDE),
            "crossed changes side with every rep, so it needs reps",
        ),
        ("still", Reps(10, 2), "still has no phases, so it cannot be done in reps"),
        ("long", Timed(20, 31), "the segments of long take 1200 to 1800 seconds"),
        ("long", Timed(19, 30), "the segments of long take 1200 to 1800 seconds"),
        ("plain", Timed(5, 5), "the segments of plain take 0 to 0 seconds"),
    ],
)
def test_an_exercise_that_cannot_be_done_at_its_dose_is_refused(
    exercise: str, dose: Dose, fault: str
) -> None:
    with pytest.raises(PlanError) as refused:
        check_plan(one_day(exercise, dose), KNOWN)
    assert (refused.value.where, refused.value.what) == ("day 1, exercise 1", fault)


def test_a_version_that_cannot_be_done_at_the_dose_is_refused_by_its_name() -> None:
    check_plan(one_day("emptied", Hold(30, 3)), KNOWN)
    with pytest.raises(PlanError) as refused:
        check_plan(one_day("emptied", Reps(10, 2)), KNOWN)
    assert str(refused.value) == (
        "day 1, exercise 1, no-floor version: emptied has no phases, so it cannot be done in reps"
    )


def test_words_for_every_phase_segment_and_side_are_enough() -> None:
    words = {"lift": "lift"}
    check_exercise_words(STILL, exercise_words())
    check_exercise_words(SIDED, exercise_words(phases=words, side="the leg you hug", limb="leg"))
    check_exercise_words(LONG, exercise_words(segments={"all": SegmentText("All", "Walk.")}))


def test_words_for_every_version_and_for_what_differs_in_it_are_enough() -> None:
    march = made(
        "march",
        harder=SAME,
        no_floor=Variant(phases=(PHASE,)),
        segments=(Segment("all", 60, 60), Segment("end", 60, 60)),
    )
    easier = version_words(segments=TWO)
    no_floor = version_words(phases={"lift": "up"})
    check_exercise_words(
        march,
        exercise_words(
            phases={"lift": "lift"},
            segments=TWO,
            easier=easier,
            harder=version_words(),
            no_floor=no_floor,
        ),
    )


@pytest.mark.parametrize(
    ("exercise", "changes", "sentence"),
    [
        (PLAIN, {}, "plain: lift has no words"),
        (STILL, {"phases": {"jump": "jump"}}, "still: there is no jump"),
        (LONG, {}, "long: all has no words"),
        (SIDED, {"phases": {"lift": "lift"}}, "sided: side and limb have no words"),
        (SIDED, {"phases": {"lift": "lift"}, "limb": "leg"}, "sided: side and limb have no words"),
        (made("a", no_floor=Variant(phases=(PHASE,))), {}, "a: lift has no words"),
        (made("a", no_floor=SAME), {}, "a: no-floor version has no words"),
        (made("a", harder=SAME), {}, "a: harder version has no words"),
        (STILL, {"easier": VersionText("A", "b")}, "still: easier version has no words"),
        (made("a", easier=None), {}, "a: there is no easier version"),
        (STILL, {"harder": version_words()}, "still: there is no harder version"),
        (STILL, {"no_floor": VersionText("A", "b")}, "still: there is no no-floor version"),
        (
            STILL,
            {"easier": version_words(phases={"jump": "jump"})},
            "still, easier version: there is no jump",
        ),
        (
            STILL,
            {"harder": VersionText("A", "b", segments={"end": SegmentText("A", "b")})},
            "still, harder version: there is no end",
        ),
        (
            made("a", segments=(Segment("all", 60, 60), Segment("end", 60, 60))),
            {"segments": TWO, "easier": version_words(segments={"all": TWO["all"]})},
            "a, easier version: end has no words",
        ),
    ],
)
def test_missing_and_homeless_words_are_refused(
    exercise: Exercise, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(PlanError) as refused:
        check_exercise_words(exercise, exercise_words(**changes))
    assert str(refused.value) == sentence


def test_a_plan_needs_words_for_each_day_each_tip_and_the_way_to_the_floor() -> None:
    plan = one_day("plain", Hold(30, 3))
    day = DayText("A", "a", "a", "a", "rest", "a", "a")
    tips = {"rest": Titled("A", "a")}
    floor = {way: FloorText("A", ("a",) * count) for way, count in LINES.items()}
    check_plan_words(plan, PlanText("A", (day,), tips, floor, ()))
    with pytest.raises(PlanError, match=r"^the plan: 1 days, but words for 0$"):
        check_plan_words(plan, PlanText("A", (), {}, floor, ()))
    with pytest.raises(PlanError, match=r"^day 1: there is no tip rest$"):
        check_plan_words(plan, PlanText("A", (day,), {}, floor, ()))
    down = {"getting-down": floor["getting-down"]}
    with pytest.raises(PlanError, match=r"^getting-up: 8 lines, but words for 0$"):
        check_plan_words(plan, PlanText("A", (day,), tips, down, ()))


def test_a_fault_below_a_table_of_names_says_what_it_can() -> None:
    faulty = 'name = "A"\ndays = []\nabout = []\n[tips.rest]\ntitle = ""\ntext = "b"'
    with pytest.raises(PlanError, match=r"^plan\.toml: title must not be empty$"):
        decoded(faulty, PlanText, "plan.toml")


def assert_read_or_refused(text: str | bytes) -> None:
    try:
        days = plan_from(text).days
    except PlanError:
        return
    assert days


@given(st.text() | st.binary())
def test_any_text_is_a_plan_or_a_plan_error(text: str | bytes) -> None:
    assert_read_or_refused(text)


@given(
    start=st.integers(0, len(SEVEN_DAYS)),
    length=st.integers(0, 40),
    put=st.text(
        st.characters(codec="utf-8") | st.sampled_from("[]{}=\"'.,#\n0123456789"), max_size=20
    ),
)
def test_a_damaged_plan_is_a_plan_or_a_plan_error(start: int, length: int, put: str) -> None:
    assert_read_or_refused(SEVEN_DAYS[:start] + put + SEVEN_DAYS[start + length :])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_a_dose_of_any_value_is_a_plan_or_a_plan_error(value: object) -> None:
    inline = msgspec.json.encode(value).decode().replace(":", "=").replace("null", "''")
    assert_read_or_refused(
        f'id = "x"\n[[days]]\nnumber = 1\nexercises = [{{ exercise = "x", dose = {inline} }}]'
    )
