"""Days and sets of some dates, counted from what was recorded."""

from collections.abc import Sequence

from msgspec.structs import replace

from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Hold, Side
from backplan_gui.core.records import Mark, MarkState
from backplan_gui.core.tallies import (
    Completed,
    Dates,
    DayLine,
    ExerciseLine,
    SideSets,
    completed_days,
    day_lines,
    exercise_lines,
)

from .histories import GENTLE, Held, held, split, whole_week
from .samples import SEVEN_DAYS

WEEK = Dates("2026-11-16", "2026-11-22")
DEAD_BUG, CHILDS_POSE, PLANK = "dead-bug", "childs-pose", "plank"


def lines(story: Sequence[Held], *left_out: str) -> dict[str, ExerciseLine]:
    found = exercise_lines(SEVEN_DAYS, split(story)[1], {1: left_out})
    return {line.exercise: line for line in found}


def counts(line: ExerciseLine) -> list[tuple[int, int]]:
    """Done and planned, by side."""
    return [(side.done, side.planned) for side in line.sides]


def completed(story: Sequence[Held], *marks: Mark, dates: Dates = WEEK) -> list[tuple[int, str]]:
    found = completed_days(SEVEN_DAYS, dates, split(story)[1], marks, {})
    return [(one.day, one.local_date) for one in found]


def marked(day: int, state: MarkState, on: str = "2026-11-18", round: int = 1) -> Mark:
    return Mark("m", "seven_days", round, day, state, f"{on}T20:00:00Z", on)


def test_dates_include_both_ends() -> None:
    assert WEEK.count == 7
    assert Dates("2026-11-16", "2026-11-16").count == 1
    assert [WEEK.holds(f"2026-11-{n}") for n in (15, 16, 22, 23)] == [False, True, True, False]


def test_a_day_is_completed_on_the_date_of_its_last_set() -> None:
    parts = [one for one in whole_week() if one.session.day == 5]
    later = [held(5, 6, only=parts[2].session.id.rsplit("-5-")[1])]
    assert completed([*parts[:2], *later]) == [(5, "2026-11-22")]


def test_a_day_that_was_completed_before_or_after_is_not_counted() -> None:
    first = held(2, -1, leaving=1)
    rest = held(2, 0, only=first.sets[-1].set.exercise)
    assert completed([first, rest]) == [(2, "2026-11-16")]
    assert completed([first, rest], dates=Dates("2026-11-10", "2026-11-15")) == []


def test_a_day_counted_by_hand_counts_and_one_taken_back_does_not() -> None:
    assert completed([], marked(3, MarkState.DONE)) == [(3, "2026-11-18")]
    assert completed([], marked(3, MarkState.DONE, "2026-11-23")) == []
    assert completed([held(3, 1)], marked(3, MarkState.OPEN)) == []
    assert completed([], marked(0, MarkState.ROUND, round=2)) == []


def test_each_round_has_its_own_days() -> None:
    story = [held(1, 0), held(1, 3, round=2), held(2, 4, round=2, leaving=2)]
    found = completed_days(SEVEN_DAYS, WEEK, split(story)[1], (), {})
    assert found == (Completed(1, 1, "2026-11-16"), Completed(2, 1, "2026-11-19"))
    days = day_lines(SEVEN_DAYS, found, split(story)[1])
    assert days[:3] == (
        DayLine(1, 2, "2026-11-19", begun=True),
        DayLine(2, 0, None, begun=True),
        DayLine(3, 0, None, begun=False),
    )


def test_an_exercise_that_is_left_out_does_not_keep_a_day_open() -> None:
    day = held(2, 0)
    sets = tuple(s for s in day.sets if s.set.exercise != DEAD_BUG)
    without = completed_days(SEVEN_DAYS, WEEK, sets, (), {1: {DEAD_BUG}})
    assert [one.day for one in without] == [2]
    assert completed_days(SEVEN_DAYS, WEEK, sets, (), {2: {DEAD_BUG}}) == ()
    assert DEAD_BUG not in lines([Held(day.session, sets)], DEAD_BUG)
    assert DEAD_BUG in lines([day], DEAD_BUG), "it was done all the same"


def test_both_sides_are_counted_and_what_was_not_done_was_planned() -> None:
    found = lines([held(2, 0, leaving=1)])
    assert list(found) == [p.exercise for p in SEVEN_DAYS.day(2).exercises]
    assert found[DEAD_BUG].sides == (SideSets(Side.LEFT, 2, 2), SideSets(Side.RIGHT, 2, 2))
    assert counts(found["seated-knee-to-chest"]) == [(3, 3), (2, 3)]
    assert counts(found["glute-bridge"]) == [(2, 2)]


def test_a_set_that_was_never_begun_was_planned_too() -> None:
    day = held(1, 0)
    begun = Held(day.session, day.sets[:2])
    assert counts(lines([begun])[CHILDS_POSE]) == [(2, 3)]
    assert counts(lines([begun])["pelvic-tilts"]) == [(0, 2)]


def test_going_on_with_a_day_plans_nothing_twice_and_doing_it_again_does() -> None:
    first = held(1, 0, leaving=2)
    going_on = held(1, 1, only="pelvic-tilts")
    assert counts(lines([first, going_on])["pelvic-tilts"]) == [(2, 2)]
    assert counts(lines([held(1, 0), held(1, 2)])["pelvic-tilts"]) == [(4, 4)]
    assert counts(lines([held(1, 0), held(1, 9, round=2)])["pelvic-tilts"]) == [(4, 4)]


def test_of_a_gentle_day_what_was_begun_was_planned() -> None:
    found = lines([held(GENTLE, 0, leaving=1)])
    assert [counts(line) for line in found.values()] == [[(1, 1)], [(1, 1)], [(0, 1)]]


def test_the_dose_is_the_plans_and_the_versions_those_of_the_sets_that_were_done() -> None:
    easier = held(7, 1, version=Version.EASIER, leaving=6)
    found = lines([held(7, 0), easier])
    assert found[PLANK].dose == Hold(30, 3)
    assert found[PLANK].versions == ((Version.STANDARD, 3), (Version.EASIER, 3))
    again = Held(easier.session, easier.sets[3:])
    assert lines([again])["upper-back-extensions"].versions == ()


def test_exercises_of_another_plan_have_no_line() -> None:
    day = held(GENTLE, 0)
    strange = replace(day.sets[0], set=replace(day.sets[0].set, exercise="handstand"))
    assert lines([Held(day.session, (strange,))]) == {}


def test_without_sets_there_are_no_lines() -> None:
    assert exercise_lines(SEVEN_DAYS, (), {}) == ()
    assert {line.times for line in day_lines(SEVEN_DAYS, (), ())} == {0}
