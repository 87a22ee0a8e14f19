"""What ships: doses and times equal their sources, and every word is there."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from backplan_gui.core.exercise import Breath, Exercise, Order, Version
from backplan_gui.core.plan import Dose, Each, Hold, Plan, Reps, Side, Timed
from backplan_gui.core.planfile import (
    check_exercise_words,
    check_plan,
    check_plan_words,
    decoded,
    exercise_from,
    plan_from,
)
from backplan_gui.core.texts import (
    ExerciseText,
    PlanText,
    SafetyText,
    SignGroup,
    Words,
    mirrored,
)

RESOURCES = Path(__file__).parents[2] / "resources"
ENGLISH = RESOURCES / "texts" / "en"
DATA = Path(__file__).parents[1] / "data"

T = TypeVar("T")


def words(name: str, kind: type[T]) -> T:
    return decoded((ENGLISH / name).read_bytes(), kind, name)


PLAN: Plan = plan_from((RESOURCES / "plans" / "seven_days.toml").read_bytes())
EXERCISES: dict[str, Exercise] = {
    path.stem: exercise_from(path.read_bytes(), path.stem)
    for path in sorted((RESOURCES / "exercises").glob("*.toml"))
}
TEXTS = {name: words(f"exercises/{name}.toml", ExerciseText) for name in EXERCISES}
PLAN_TEXT = words("plan.toml", PlanText)
SAFETY = words("safety.toml", SafetyText)
WORDS = words("words.toml", Words)
DOSES = {p.exercise: p.dose for day in PLAN.days for p in day.exercises}
ROWS = {
    row["id"]: row
    for row in csv.DictReader((DATA / "exercises.csv").read_text(encoding="utf-8").splitlines())
}

each_exercise = pytest.mark.parametrize("name", sorted(EXERCISES))


def dose_words(dose: Dose, note: str) -> str:
    """The dose as the source plan writes it."""
    match dose:
        case Hold(seconds=seconds, sets=sets, each=each):
            return f"{seconds} seconds{f' per {each}' if each else ''} x {sets} sets"
        case Reps(count=count, sets=sets, each=each):
            return f"{count} reps{f' per {each}' if each else ''} x {sets} sets"
        case Timed(low=low, high=high):
            length = f"{low}-{high}" if high > low else f"{low}"
            return f"{length} minutes {note}".strip()


def spoken(text: ExerciseText) -> Iterator[str]:
    """Every line that is said, in every version."""
    yield from (*text.setup, *text.move, *text.cues)
    for words in filter(None, map(text.version, Version)):
        yield from (*words.setup, *words.move, *words.cues)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def seconds(value: str) -> int:
    return int(value or 0)


def test_the_21_doses_are_those_of_the_source_plan_word_for_word() -> None:
    rendered = [
        f"{day.number} {text.name} ({dose_words(p.dose, text.dose_note)})".replace("\u2019", "'")
        for day in PLAN.days
        for p in day.exercises
        for text in (TEXTS[p.exercise],)
    ]
    assert rendered == (DATA / "doses.txt").read_text(encoding="utf-8").splitlines()
    assert len(rendered) == 21


def test_only_day_5_comes_in_parts() -> None:
    assert [day.number for day in PLAN.days if day.parts] == [5]


def test_plan_exercises_and_words_fit_each_other() -> None:
    check_plan(PLAN, EXERCISES)
    check_plan_words(PLAN, PLAN_TEXT)
    assert sorted(EXERCISES) == sorted(DOSES) == sorted(ROWS)
    assert sorted(path.stem for path in (ENGLISH / "exercises").glob("*")) == sorted(EXERCISES)


@each_exercise
def test_times_and_order_are_those_of_the_table(name: str) -> None:
    exercise, row = EXERCISES[name], ROWS[name]
    assert (exercise.get_ready, exercise.rest, exercise.change) == (
        seconds(row["get_ready_s"]),
        seconds(row["rest_s"]),
        seconds(row["change_s"]),
    )
    assert (exercise.enter, exercise.leave) == (seconds(row["entry_s"]), seconds(row["exit_s"]))
    orders = {"alt": Order.ALTERNATE, "set": Order.SET, "side": Order.SIDE, "": None}
    assert exercise.order is orders[row["order"]]


@each_exercise
def test_phases_are_those_of_the_table(name: str) -> None:
    rows = [phase.split(":") for phase in ROWS[name]["phases"].split(";") if phase]
    slugs = [re.sub(r"[^a-z]+", "-", title).strip("-") for title, _, _ in rows]
    phases = EXERCISES[name].phases
    assert [(p.id, p.seconds, p.breath.value) for p in phases] == [
        (slug, int(length), breath) for slug, (_, length, breath) in zip(slugs, rows, strict=True)
    ]
    words = [TEXTS[name].phase(phase.id, Version.STANDARD) for phase in phases]
    assert words == [title.split(" (")[0] for title, _, _ in rows]


@each_exercise
def test_the_dose_is_that_of_the_table(name: str) -> None:
    row = ROWS[name]
    each = Each(row["sided"]) if row["sided"] else None
    expected: Dose
    if row["kind"] == "hold":
        expected = Hold(int(row["hold_s"]), int(row["sets"]), each)
    elif row["kind"] == "reps":
        expected = Reps(int(row["reps"]), int(row["sets"]), each)
    else:
        expected = Timed(int(row["low_s"]) // 60, int(row["high_s"]) // 60)
    assert DOSES[name] == expected


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("foam-rolling", 300, 300), ("gentle-yoga", 900, 1200), ("walking", 1200, 1800)],
)
def test_the_segments_of_a_long_activity_add_up_to_its_minutes(
    name: str, low: int, high: int
) -> None:
    segments = EXERCISES[name].segments
    assert sum(segment.low for segment in segments) == low
    assert sum(segment.high for segment in segments) == high


def test_foam_rolling_gives_the_back_80_seconds_and_the_legs_174() -> None:
    segments = EXERCISES["foam-rolling"].segments
    assert sum(s.low for s in segments if s.id.startswith("upper-back")) == 80
    assert sum(s.low for s in segments if s.side and not s.change) == 174
    assert sum(s.low for s in segments if s.change) + segments[-1].low == 46


def test_each_side_of_a_long_activity_gets_the_same_time_left_first() -> None:
    for name in ("foam-rolling", "gentle-yoga"):
        sided = [s for s in EXERCISES[name].segments if s.side and not s.change]
        for left, right in zip(sided[::2], sided[1::2], strict=True):
            assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
            assert (left.low, left.high) == (right.low, right.high)


@pytest.mark.parametrize(("name", "low", "high"), [("cat-cow", 10, 15), ("small-bridge", 5, 7)])
def test_a_moving_pose_of_the_yoga_breathes_in_whole_rounds_of_eight_seconds(
    name: str, low: int, high: int
) -> None:
    """Content/exercises.md 4.2; out when one folds or presses, in when one opens."""
    pose = next(s for s in EXERCISES["gentle-yoga"].segments if s.id == name)
    assert [(p.breath, p.seconds) for p in pose.phases] == [(Breath.OUT, 4), (Breath.IN, 4)]
    assert (pose.low, pose.high) == (8 * low, 8 * high)
    for version in (None, TEXTS["gentle-yoga"].easier):
        text = (version.segments if version else TEXTS["gentle-yoga"].segments)[name].text
        assert "8 s for each" in text
        assert text.index("Breathe out") < text.index("Breathe in")


def test_keep_going_comes_before_the_final_rest_and_before_the_cool_down() -> None:
    yoga, walk = EXERCISES["gentle-yoga"].segments, EXERCISES["walking"].segments
    assert [s.id for s in yoga if s.extends] == ["reclined-butterfly"]
    assert [s.id for s in yoga if s.fills] == ["rest"]
    assert [s.id for s in walk if s.extends and s.fills] == [walk[-2].id]
    assert EXERCISES["walking"].outside


@each_exercise
def test_every_exercise_has_all_its_words(name: str) -> None:
    text = TEXTS[name]
    check_exercise_words(EXERCISES[name], text)
    lists = (text.aliases, text.setup, text.move, text.cues, text.mistakes, text.stop_if)
    assert all(lists)
    assert text.take_care
    assert (text.side == "-") == (text.limb == "-")


@each_exercise
def test_a_line_mirrored_twice_is_the_line(name: str) -> None:
    lines = list(strings(msgspec.to_builtins(TEXTS[name])))
    assert [mirrored(mirrored(line, WORDS), WORDS) for line in lines] == lines


def test_the_other_turn_swaps_left_and_right() -> None:
    move = TEXTS["step-ups"].move
    assert move[0] == "Put your whole left foot on the step."
    assert mirrored(move[0], WORDS) == "Put your whole right foot on the step."
    assert mirrored(move[3], WORDS) == "Breathe in. Left foot down slowly."


@each_exercise
def test_a_spoken_line_names_a_side_only_where_there_are_sides(name: str) -> None:
    sided = EXERCISES[name].order is not None
    for line in spoken(TEXTS[name]):
        assert sided or mirrored(line, WORDS) == line


@each_exercise
def test_every_piece_of_equipment_has_a_word(name: str) -> None:
    for form in map(EXERCISES[name].form, EXERCISES[name].versions):
        assert {*form.equipment, *form.optional_equipment} <= set(WORDS.equipment)
        assert not set(form.equipment) & set(form.optional_equipment)


def test_titles_and_goals_are_those_of_the_source_plan() -> None:
    assert [(day.title, day.goal) for day in PLAN_TEXT.days] == [
        ("Gentle Stretching for Immediate Relief", "Relax tight muscles and restore mobility"),
        (
            "Light Core Engagement to Stabilize the Spine",
            "Activate core muscles to support the back",
        ),
        ("Mobility Drills to Improve Movement", "Enhance flexibility and reduce stiffness"),
        (
            "Strengthening Key Muscles for Long-Term Relief",
            "Build strength in muscles that support the lower back",
        ),
        ("Active Recovery and Soft Tissue Release", "Promote circulation and reduce tension"),
        (
            "Functional Movements to Improve Daily Motion",
            "Train muscles to work efficiently during everyday tasks",
        ),
        ("Full-Body Integration and Prevention", "Reinforce gains and keep the habit"),
    ]


def test_all_three_tips_are_used() -> None:
    assert set(PLAN_TEXT.tips) == {day.tip for day in PLAN_TEXT.days}


@pytest.mark.parametrize(
    ("group", "letter", "lines", "codes"),
    [
        (SAFETY.emergency, "E", 7, 11),
        (SAFETY.checked, "C", 7, 13),
        (SAFETY.ask, "A", 6, 10),
    ],
)
def test_the_short_lines_cover_every_warning_sign_once(
    group: SignGroup, letter: str, lines: int, codes: int
) -> None:
    assert len([sign for sign in group.signs if not sign.only_with]) == lines
    covered = [code for sign in group.signs for code in sign.codes]
    assert sorted(covered) == sorted(f"{letter}{number}" for number in range(1, codes + 1))
    assert all(sign.details for sign in group.signs)


def test_sign_ids_are_unique_and_the_pregnancy_line_follows_its_sign() -> None:
    signs = [s for g in (SAFETY.emergency, SAFETY.checked, SAFETY.ask) for s in g.signs]
    by_id = {sign.id: sign for sign in signs}
    assert len(by_id) == len(signs)
    asked = [(sign.codes, by_id[sign.only_with].codes) for sign in signs if sign.only_with]
    assert asked == [(("E11",), ("A1",))]


def test_every_ask_first_sign_but_age_and_stiff_mornings_has_notes_in_exercises() -> None:
    noted = {code for text in TEXTS.values() for care in text.take_care for code in care.codes}
    assert noted == {f"A{number}" for number in range(1, 9)}
