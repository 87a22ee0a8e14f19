"""A day laid out flat: what comes when, for how long, and on which side."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.exercise import Breath, Segment, Version
from backplan_gui.core.plan import (
    Day,
    Each,
    Hold,
    Prescription,
    Reps,
    SetSide,
    Side,
    Timed,
    set_sides,
)
from backplan_gui.core.script import (
    Beat,
    Script,
    Step,
    StepKind,
    length_ms,
    script_for,
    segment_seconds,
    with_opening,
)
from backplan_gui.core.settings import Pace, Settings
from tests import strategies

from . import samples
from .samples import (
    BRIDGES,
    BRISK,
    DAY,
    DEAD_BUG,
    EXERCISES,
    KNOWN,
    SCRIPT,
    SEVEN_DAYS,
    WALK,
    doses_in,
    doses_of,
    kinds,
    laid_out,
)

PLANK_BREATH = (Beat("in", 4_000, Breath.IN), Beat("out", 6_000, Breath.OUT))
GOLDEN = Path(__file__).parents[1] / "data" / "scripts"

seven_days = pytest.mark.parametrize("number", range(1, 8))


def rendered(script: Script) -> str:
    """A script as text: a line a step, and what it takes in all."""
    lines = [line_of(number, step) for number, step in enumerate(script, start=1)]
    seconds = length_ms(script) // 1000
    return "\n".join([*lines, f"{seconds} s, about {shown_minutes(script)} minutes", ""])


def line_of(number: int, step: Step) -> str:
    columns = (
        f"{number:2}",
        f"{step.kind:6}",
        f"{step.ms // 1000:3} s",
        step.exercise,
        f"set {step.set_no} of {step.sets}",
        step.side or "",
        step.segment,
        work_of(step),
    )
    return "  ".join(column for column in columns if column)


def work_of(step: Step) -> str:
    """What a work step asks for, and what else holds of it."""
    if step.kind is not StepKind.WORK:
        return ""
    beats = "+".join(f"{beat.ms // 1000}{beat.breath}" for beat in step.beats)
    parts = [f"{step.reps} x {beats}" if step.reps else f"breath {beats}" if beats else ""]
    parts.append("alternating" if step.alternates else "")
    parts.append("change" if step.change else "")
    parts.append(f"then up to {step.limit} s" if step.limit else "")
    return ", ".join(part for part in parts if part)


def shown_minutes(script: Script) -> int:
    """Rounded up: a session never runs longer than promised."""
    return -(-length_ms(script) // 60_000)


def real_day(number: int, minutes: int | None = None) -> Script:
    return script_for(SEVEN_DAYS.day(number), EXERCISES, Settings(), minutes=minutes)


def test_what_is_said_once_a_session_lengthens_the_first_step_alone() -> None:
    opened = with_opening(SCRIPT, 4_500)
    assert opened[0].ms == SCRIPT[0].ms + 4_500
    assert opened[1:] == SCRIPT[1:]


@seven_days
def test_each_real_day_is_laid_out_as_reviewed(number: int) -> None:
    golden = (GOLDEN / f"day-{number}.txt").read_text(encoding="utf-8")
    assert rendered(real_day(number)) == golden


@seven_days
def test_each_real_day_takes_the_minutes_that_are_shown(number: int) -> None:
    assert shown_minutes(real_day(number)) == [12, 18, 22, 17, 44, 16, 17][number - 1]


def test_day_5_takes_59_minutes_with_the_longest_targets() -> None:
    assert shown_minutes(real_day(5, minutes=30)) == 59


def test_day_1_takes_701_seconds() -> None:
    assert length_ms(real_day(1)) == 701_000


@seven_days
def test_the_work_of_each_real_day_is_its_dose(number: int) -> None:
    assert doses_in(real_day(number)) == doses_of(SEVEN_DAYS.day(number))


@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize("fewer_changes", [True, False])
@seven_days
def test_no_setting_changes_the_dose(number: int, pace: Pace, fewer_changes: bool) -> None:
    settings = Settings(pace=pace, fewer_changes=fewer_changes, get_ready_extra=20, rest_extra=30)
    settings_right = Settings(pace=pace, first_side=Side.RIGHT)
    for chosen in (settings, settings_right):
        script = script_for(SEVEN_DAYS.day(number), EXERCISES, chosen)
        assert doses_in(script) == doses_of(SEVEN_DAYS.day(number))


@given(strategies.scripts())
def test_every_step_takes_time_and_every_exercise_begins_with_something_to_do(
    script: Script,
) -> None:
    assert all(step.ms > 0 for step in script)
    assert {s.exercise_no for s in script} == {
        s.exercise_no for s in script if s.kind is StepKind.WORK
    }


def test_a_hold_is_entered_held_and_left_on_one_side_and_then_on_the_other() -> None:
    one_set = ["enter left", "work left", "leave left", "switch right"]
    one_set += ["enter right", "work right", "leave right"]
    assert kinds(SCRIPT[:16]) == ["ready left", *one_set, "rest left", *one_set]


def test_a_waiting_step_names_the_set_and_side_it_leads_to() -> None:
    rest, between = SCRIPT[samples.REST], SCRIPT[16]
    assert (rest.exercise, rest.set_no, rest.side) == ("plank", 2, Side.LEFT)
    assert (between.exercise, between.set_no, between.exercise_no) == ("bridge", 1, 2)


def test_sixty_seconds_lie_between_two_exercises_and_then_one_gets_ready() -> None:
    pairs = [
        (before, after)
        for before, after in pairwise(SCRIPT)
        if before.exercise_no != after.exercise_no
    ]
    assert [(after.kind, after.ms) for _, after in pairs] == [(StepKind.REST, 60_000)] * 3


def test_fewer_changes_of_side_finish_one_side_first() -> None:
    script = laid_out(only="plank", fewer_changes=True)
    assert [s for s in kinds(script) if not s.startswith(("enter", "leave"))] == [
        "ready left",
        "work left",
        "rest left",
        "work left",
        "switch right",
        "work right",
        "rest right",
        "work right",
    ]
    assert [s.ms for s in script if s.kind is StepKind.SWITCH] == [8_000]


def test_one_side_first_is_how_thoracic_rotations_are_done_anyway() -> None:
    script = script_for(SEVEN_DAYS.day(3), EXERCISES, Settings(), only="thoracic-rotations")
    assert kinds(script) == [
        "ready left",
        "work left",
        "rest left",
        "work left",
        "switch right",
        "work right",
        "rest right",
        "work right",
    ]


def test_with_one_set_each_finishing_a_side_first_is_a_switch_too() -> None:
    day = Day(3, (Prescription("thoracic-rotations", Reps(10, 1, Each.SIDE)),))
    script = script_for(day, EXERCISES, Settings())
    assert kinds(script) == ["ready left", "work left", "switch right", "work right"]


def test_the_more_comfortable_side_comes_first() -> None:
    script = laid_out(first_side=Side.RIGHT)
    assert kinds(script)[:7] == [
        "ready right",
        "enter right",
        "work right",
        "leave right",
        "switch left",
        "enter left",
        "work left",
    ]
    assert (SCRIPT[DEAD_BUG].side, script[DEAD_BUG].side) == (Side.LEFT, Side.RIGHT)


def test_an_alternating_set_is_one_step_with_the_dose_of_each_side() -> None:
    step = SCRIPT[DEAD_BUG]
    assert step.alternates
    assert (step.dose, step.reps, step.ms) == (4, 8, 40_000)


def test_other_reps_do_not_alternate_and_take_reps_times_tempo() -> None:
    step = SCRIPT[BRIDGES]
    assert not step.alternates
    assert (step.dose, step.reps, step.ms, step.own_pace) == (4, 4, 24_000, False)
    assert step.beats == (Beat("up", 2_000, Breath.OUT), Beat("down", 4_000, Breath.IN))
    assert step.beat_ms == 6_000


@pytest.mark.parametrize(
    ("pace", "ms", "own"),
    [
        (Pace.WRITTEN, 24_000, False),
        (Pace.SLOWER, 30_000, False),
        (Pace.SLOWEST, 36_000, False),
        (Pace.OWN, 24_000, True),
    ],
)
def test_pace_stretches_reps_and_own_pace_lets_the_person_count(
    pace: Pace, ms: int, own: bool
) -> None:
    step = laid_out(pace=pace)[BRIDGES]
    assert (step.ms, step.own_pace, step.reps) == (ms, own, 4)
    assert step.beat_ms * step.reps == ms


def test_pace_leaves_holds_and_their_breath_alone() -> None:
    assert laid_out(pace=Pace.SLOWEST)[: samples.REST] == SCRIPT[: samples.REST]
    assert not any(step.own_pace for step in laid_out(pace=Pace.OWN)[: samples.REST])


def test_longer_rests_do_not_lengthen_anything_else() -> None:
    longer = laid_out(rest_extra=15)
    grown = [(b.kind, a.ms - b.ms) for a, b in zip(longer, SCRIPT, strict=True) if a.ms != b.ms]
    assert grown == [(StepKind.REST, 15_000)] * 5


def test_longer_get_ready_does_not_lengthen_anything_else() -> None:
    longer = laid_out(get_ready_extra=20)
    grown = [(b.kind, a.ms - b.ms) for a, b in zip(longer, SCRIPT, strict=True) if a.ms != b.ms]
    assert grown == [(StepKind.READY, 20_000)] * 4


def test_one_exercise_of_a_day_stands_alone() -> None:
    script = laid_out(only="bridge")
    assert kinds(script) == ["ready", "work", "rest", "work"]
    assert {step.exercise_no for step in script} == {1}


def test_an_exercise_that_is_not_of_the_day_is_refused() -> None:
    with pytest.raises(KeyError, match="swim"):
        laid_out(only="swim")


def in_version(version: Version, only: str | None = None, **choices: Any) -> Script:
    """The small day with every exercise that has it in that version."""
    versions = dict.fromkeys(KNOWN, version)
    return script_for(DAY, KNOWN, Settings(**choices), only=only, versions=versions)


def test_in_an_easier_version_every_set_is_held_in_short_parts_that_add_up() -> None:
    hold = [("enter", 3, 0), ("work", 10, 10), ("rest", 5, 0), ("work", 10, 10), ("leave", 2, 0)]
    script = in_version(Version.EASIER, only="plank")
    assert [(str(s.kind), s.ms // 1000, s.dose) for s in script] == [
        ("ready", 10, 0),
        *hold,
        ("switch", 8, 0),
        *hold,
        ("rest", 15, 0),
        *hold,
        ("switch", 8, 0),
        *hold,
    ]
    assert [s.part for s in script[1:6]] == [1, 1, 2, 2, 1]
    assert all(s.beats == PLANK_BREATH for s in script if s.kind is StepKind.WORK)


def test_what_does_not_fill_a_short_hold_is_the_last_of_them() -> None:
    day = Day(1, (Prescription("plank", Hold(25, 1)),))
    script = script_for(day, KNOWN, Settings(), versions={"plank": Version.EASIER})
    work = [(s.ms, s.dose) for s in script if s.kind is StepKind.WORK]
    assert work == [(10_000, 10), (10_000, 10), (5_000, 5)]


def test_another_version_brings_its_own_times_and_tempo_and_the_same_count() -> None:
    script = in_version(Version.NO_FLOOR, get_ready_extra=10)
    ready = {s.exercise: s.ms for s in script if s.kind is StepKind.READY}
    assert ready == {"plank": 22_000, "bridge": 16_000, "dead-bug": 15_000, "walk": 40_000}
    assert {s.ms for s in script if s.kind is StepKind.SWITCH} == {4_000}
    bridge = next(s for s in script if s.exercise == "bridge" and s.reps)
    assert (bridge.reps, bridge.beat_ms, bridge.ms) == (4, 3_000, 12_000)


@pytest.mark.parametrize("version", Version)
def test_an_exercise_without_that_version_is_done_in_its_standard_form(version: Version) -> None:
    script = in_version(version)
    for exercise in KNOWN.values():
        there = version if version in exercise.versions else Version.STANDARD
        assert {s.version for s in script if s.exercise == exercise.id} == {there}
    assert doses_in(script) == doses_of(DAY)


def test_a_version_is_chosen_for_each_exercise_alone() -> None:
    script = script_for(DAY, KNOWN, Settings(), versions={"bridge": Version.HARDER})
    assert {s.exercise for s in script if s.version is Version.HARDER} == {"bridge"}
    assert [s for s in script if s.exercise != "bridge"] == [
        s for s in SCRIPT if s.exercise != "bridge"
    ]


@pytest.mark.parametrize("version", Version)
@seven_days
def test_no_version_changes_the_dose(number: int, version: Version) -> None:
    day, versions = SEVEN_DAYS.day(number), dict.fromkeys(EXERCISES, version)
    script = script_for(day, EXERCISES, Settings(), versions=versions)
    assert doses_in(script) == doses_of(day)
    assert all(step.ms for step in script)


def left_over(*open_sets: SetSide, **choices: Any) -> Script:
    """What is still to do of the small day."""
    return script_for(DAY, KNOWN, Settings(**choices), remaining=frozenset(open_sets))


def test_with_everything_still_open_a_day_is_laid_out_whole() -> None:
    every = (one for prescription in DAY.exercises for one in set_sides(prescription))
    assert left_over(*every) == SCRIPT


def test_only_the_sides_and_sets_still_open_are_laid_out() -> None:
    script = left_over(
        SetSide("plank", 1, Side.RIGHT), SetSide("plank", 2, Side.LEFT), SetSide("bridge", 2)
    )
    assert [(s.kind.value, s.exercise, s.set_no, s.side) for s in script] == [
        ("ready", "plank", 1, Side.RIGHT),
        ("enter", "plank", 1, Side.RIGHT),
        ("work", "plank", 1, Side.RIGHT),
        ("leave", "plank", 1, Side.RIGHT),
        ("rest", "plank", 2, Side.LEFT),
        ("enter", "plank", 2, Side.LEFT),
        ("work", "plank", 2, Side.LEFT),
        ("leave", "plank", 2, Side.LEFT),
        ("rest", "bridge", 2, None),
        ("ready", "bridge", 2, None),
        ("work", "bridge", 2, None),
    ]
    assert {(s.exercise, s.exercise_no, s.sets) for s in script} == {
        ("plank", 1, 2),
        ("bridge", 2, 2),
    }


def test_what_was_finished_leaves_no_rest_behind() -> None:
    script = left_over(SetSide("bridge", 1))
    assert kinds(script) == ["ready", "work"]
    assert script[0].exercise_no == 1


@pytest.mark.parametrize(
    ("fewer_changes", "between"), [(True, StepKind.SWITCH), (False, StepKind.REST)]
)
def test_turning_round_after_other_sets_is_a_switch_only_where_sides_are_done_in_one_go(
    fewer_changes: bool, between: StepKind
) -> None:
    left, right = SetSide("plank", 1, Side.LEFT), SetSide("plank", 2, Side.RIGHT)
    script = left_over(left, right, fewer_changes=fewer_changes)
    assert script[4].kind is between


@pytest.mark.parametrize("side", Side)
def test_an_alternating_set_stays_while_either_side_is_open(side: Side) -> None:
    script = left_over(SetSide("dead-bug", 1, side))
    assert kinds(script) == ["ready", "work left"]


def test_a_long_activity_is_still_open_as_a_whole() -> None:
    script = left_over(SetSide("walk", 1))
    assert [step.segment for step in script] == ["", "warm-up", "brisk", "cool-down"]


def test_with_nothing_left_to_do_there_is_no_script() -> None:
    with pytest.raises(KeyError):
        left_over()
    with pytest.raises(KeyError):
        script_for(DAY, KNOWN, Settings(), only="walk", remaining=frozenset([SetSide("bridge", 1)]))


@given(st.sets(st.sampled_from([s for p in DAY.exercises for s in set_sides(p)]), min_size=1))
def test_what_is_open_is_what_there_is_work_for(open_sets: set[SetSide]) -> None:
    script = left_over(*open_sets)
    worked = {step.set_side for step in script if step.kind is StepKind.WORK}
    wanted = {SetSide("dead-bug", 1) if one.exercise == "dead-bug" else one for one in open_sets}
    assert worked == wanted


@pytest.mark.parametrize(
    ("minutes", "total"), [(None, 120), (1, 120), (2, 120), (3, 180), (4, 240), (9, 240)]
)
def test_a_target_is_kept_between_low_and_high(minutes: int | None, total: int) -> None:
    script = laid_out(only="walk", minutes=minutes)
    assert sum(step.dose for step in script) == total
    assert length_ms(script) == 30_000 + 1000 * total


def test_the_segments_of_an_activity_are_the_work_of_one_set() -> None:
    walk = [step for step in SCRIPT if step.segment]
    assert [(s.segment, s.part, s.dose) for s in walk] == [
        ("warm-up", 1, 30),
        ("brisk", 2, 60),
        ("cool-down", 3, 30),
    ]
    assert {step.set_side for step in walk} == {SetSide("walk", 1)}


def test_the_side_of_a_segment_is_for_the_eye_only() -> None:
    rolling = script_for(SEVEN_DAYS.day(5), EXERCISES, Settings(), only="foam-rolling")
    assert {step.side for step in rolling} == {None, Side.LEFT, Side.RIGHT}
    assert {s.set_side for s in rolling if s.segment} == {SetSide("foam-rolling", 1)}


def test_a_segment_that_leads_to_the_next_place_has_no_breath_pacer() -> None:
    yoga = script_for(SEVEN_DAYS.day(5), EXERCISES, Settings(), only="gentle-yoga")
    work = [step for step in yoga if step.segment]
    assert any(step.change for step in work)
    assert all(bool(step.beats) is not step.change for step in work)


def test_keep_going_is_offered_on_the_extending_segment_only() -> None:
    offered = [(i, step.limit) for i, step in enumerate(SCRIPT) if step.limit]
    assert offered == [(BRISK, 240)]
    day5 = [(s.exercise, s.segment, s.limit) for s in real_day(5) if s.limit]
    assert day5 == [
        ("gentle-yoga", "reclined-butterfly", 1200),
        ("walking", "moderate-3", 1800),
    ]


def test_without_a_range_there_is_nothing_to_keep_going_to() -> None:
    exact = Day(1, (Prescription("walk", Timed(2, 2)),))
    assert not any(step.limit for step in script_for(exact, KNOWN, Settings()))


def test_a_target_between_stretches_each_segment_and_the_filling_one_takes_the_rest() -> None:
    segments = (
        Segment("a", 10, 20),
        Segment("b", 10, 21, fills=True),
        Segment("c", 40, 99),
    )
    assert segment_seconds(segments, 60) == (10, 10, 40)
    assert segment_seconds(segments, 140) == (20, 21, 99)
    assert segment_seconds(segments, 100) == (15, 16, 69)


def test_without_a_filling_segment_the_last_one_takes_the_rest() -> None:
    assert segment_seconds((Segment("a", 10, 15), Segment("b", 10, 15)), 25) == (12, 13)
    assert segment_seconds((Segment("a", 10, 10), Segment("b", 20, 20)), 30) == (10, 20)


@given(st.integers(15, 20))
def test_any_target_of_the_real_yoga_is_kept_to_the_second(minutes: int) -> None:
    segments = EXERCISES["gentle-yoga"].segments
    lengths = segment_seconds(segments, 60 * minutes)
    assert sum(lengths) == 60 * minutes
    for segment, seconds in zip(segments, lengths, strict=True):
        slack = len(segments) if segment.fills else 0
        assert segment.low <= seconds <= segment.high + slack


def test_the_longest_target_is_the_high_end_of_every_segment() -> None:
    assert segment_seconds(WALK.segments, 240) == (30, 180, 30)
