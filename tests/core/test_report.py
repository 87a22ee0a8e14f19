"""The page for the physiotherapist: what stands on it, and what is summed up."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from backplan_gui.core.pain import Change, Direction, Exclusion
from backplan_gui.core.plan import Day, Hold, Prescription
from backplan_gui.core.records import Mark, MarkState, SessionKind
from backplan_gui.core.report import (
    GROUPS,
    LEAST_SESSIONS,
    MOST_EXERCISES,
    NOTE_LENGTH,
    POINTS,
    ROWS,
    Numbers,
    Report,
    report,
    shared_out,
)
from backplan_gui.core.tallies import Dates

from .histories import GENTLE, Held, held, split, stories, whole_week
from .samples import SEVEN_DAYS

WEEK = Dates("2026-11-16", "2026-11-22")
YEARS = Dates("2026-11-16", "2037-11-16")


def page(story: Sequence[Held], dates: Dates = WEEK, **more: Any) -> Report:
    return report(SEVEN_DAYS, dates, "2026-11-23", *split(story), **more)


def test_a_week_is_told_session_by_session() -> None:
    found = page(list(whole_week()))
    assert (found.days_done, found.rounds, found.sessions) == (7, 1, 9)
    assert found.guided_ms == 9 * 720_000
    assert [line.day for line in found.session_lines] == [1, 2, 3, 4, 5, 5, 5, 6, 7]
    assert found.session_lines[0].numbers == Numbers(6, 5)
    assert len(found.exercise_lines) == 21
    assert (found.sessions_more, found.exercises_more, found.weeks) == (0, 0, 0)
    assert [p.numbers for p in found.points] == [line.numbers for line in found.session_lines]


def test_only_what_lies_on_the_dates_is_told() -> None:
    story = [held(1, -1, 9), held(2, 0, 6), held(3, 6, 4), held(4, 7, 1)]
    found = page(story)
    assert [line.day for line in found.session_lines] == [2, 3]
    assert found.change == Change(6, 4, Direction.LOWER)
    assert {line.exercise for line in found.exercise_lines} == {
        p.exercise for n in (2, 3) for p in SEVEN_DAYS.day(n).exercises
    }


def test_practice_and_what_was_begun_by_mistake_are_not_told() -> None:
    practice = held(GENTLE, 0, kind=SessionKind.PRACTICE)
    nothing = held(2, 1, leaving=13, guided_ms=0, sets_done=0)
    found = page([practice, nothing])
    assert (found.sessions, found.exercise_lines, found.session_lines) == (0, (), ())
    walk = held(5, 2, only="walking", guided_ms=0, outside_ms=1_500_000)
    words = held(3, 3, guided_ms=0, sets_done=0, note="My leg was tired")
    assert page([walk, words]).sessions == 2
    assert page([walk, words]).outside_ms == 1_500_000


def test_rounds_are_counted_and_a_day_that_came_twice_counts_twice() -> None:
    found = page([held(1, 0), held(1, 3, round=2), held(GENTLE, 4, round=2)])
    assert (found.days_done, found.rounds) == (2, 2)
    by_hand = Mark("m", "seven_days", 3, 2, MarkState.DONE, "2026-11-20T09:00:00Z", "2026-11-20")
    assert page([held(1, 0)], marks=[by_hand]).rounds == 2


def test_what_a_symptom_left_out_was_not_planned_in_its_round() -> None:
    left_out = Exclusion("x", "seven_days", 1, "dead-bug", "2026-11-16T09:00:00Z", "2026-11-16")
    day, later = held(2, 0), held(2, 5, round=2)
    sets = tuple(s for s in day.sets if s.set.exercise != "dead-bug")
    found = page([Held(day.session, sets), later], exclusions=[left_out])
    dead_bug = next(line for line in found.exercise_lines if line.exercise == "dead-bug")
    assert [(side.done, side.planned) for side in dead_bug.sides] == [(2, 2), (2, 2)]
    assert found.days_done == 2


# --- the numbers ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "direction"),
    [
        (6, 4, Direction.LOWER),
        (5, 4, Direction.ABOUT_THE_SAME),
        (4, 5, Direction.ABOUT_THE_SAME),
        (5, 3, Direction.LOWER),
        (7, 5, Direction.NUMBERS_ONLY),
        (8, 6, Direction.NUMBERS_ONLY),
        (8, 5, Direction.LOWER),
        (10, 8, Direction.NUMBERS_ONLY),
        (10, 7, Direction.LOWER),
        (3, 0, Direction.NUMBERS_ONLY),
        (4, 6, Direction.HIGHER),
    ],
)
def test_before_is_compared_with_before_by_the_display_rule(
    first: int, last: int, direction: Direction
) -> None:
    """2.2: from 3 down only numbers, under 2 points the same, 2 points and 30 %, from 8 on 3."""
    story = [held(1, 0, first, 0), held(2, 1, 10, 10), held(3, 2, last, 10)]
    assert page(story).change == Change(first, last, direction)


def test_one_number_is_compared_with_nothing_and_never_with_one_after() -> None:
    assert page([held(1, 0, 6, 2), held(2, 1, None, 1)]).change is None
    assert page([]).change is None


def test_a_session_without_a_number_is_no_point() -> None:
    found = page([held(1, 0), held(2, 1, 5, None), held(3, 2, None, 4)])
    assert [p.numbers for p in found.points] == [Numbers(5, None), Numbers(None, 4)]
    assert [p.local_date for p in found.points] == ["2026-11-17", "2026-11-18"]
    assert found.session_lines[0].numbers == Numbers(None, None)


def test_many_sessions_are_drawn_by_weeks_with_numbers_that_were_said() -> None:
    story = [held(1, 7 * n, 2 + n % 5, 2 if n % 2 else None, round=n) for n in range(POINTS + 1)]
    found = page(story, Dates("2026-11-16", "2027-05-31"))
    assert found.weeks == 3
    assert [p.local_date for p in found.points][:2] == ["2026-11-16", "2026-12-07"]
    assert [p.numbers for p in found.points][:3] == [Numbers(3, 2), Numbers(5, 2), Numbers(4, 2)]
    assert len(found.points) == 9
    assert len(page(story[:-1], Dates("2026-11-16", "2027-05-31")).points) == POINTS


@pytest.mark.parametrize(("count", "weeks", "points"), [(25, 3, 9), (60, 5, 12), (61, 6, 11)])
def test_there_are_never_more_groups_than_the_chart_holds(
    count: int, weeks: int, points: int
) -> None:
    story = [held(1, 7 * n, 4, round=n) for n in range(count)]
    found = page(story, Dates("2026-11-16", story[-1].session.local_date))
    assert (found.weeks, len(found.points)) == (weeks, points)


def test_of_two_numbers_in_the_middle_the_lower_one_is_drawn() -> None:
    story = [held(1, 0, 4, round=n, hour=9) for n in range(POINTS - 12)]
    story += [held(1, 1, 7, round=n) for n in range(POINTS - 12)]
    assert page([*story, held(1, 2)]).weeks == 0
    found = page([*story, *[held(1, 2, round=n, after=1) for n in range(2)]])
    assert [p.numbers for p in found.points] == [Numbers(4, 1)]


# --- what has no place ------------------------------------------------------------------


def test_with_few_exercises_there_is_room_for_more_sessions() -> None:
    story = [held(1, n, round=n + 1, note=f"note {n}" * (n % 2)) for n in range(40)]
    found = page(story, YEARS, with_notes=True)
    assert len(found.session_lines) == ROWS - 3 - 1
    assert found.sessions_more == 40 - 26
    assert found.session_lines[-1].local_date == "2026-12-25"
    assert found.sessions == 40
    assert found.notes_more == 7
    assert page(story, YEARS).notes_more == 0


def test_as_many_sessions_as_rows_all_have_one() -> None:
    story = [held(1, n, round=n + 1) for n in range(ROWS - 3)]
    assert page(story, YEARS).sessions_more == 0
    assert len(page(story, YEARS).session_lines) == ROWS - 3


def test_the_last_exercises_of_a_very_long_plan_are_counted() -> None:
    names = [f"exercise-{n}" for n in range(MOST_EXERCISES + 2)]
    days = tuple(Day(n + 1, (Prescription(name, Hold(30, 1)),)) for n, name in enumerate(names))
    story = [held(1, n) for n in range(len(names))]
    sets = tuple(
        replace(one.sets[0], day=n + 1, set=replace(one.sets[0].set, exercise=name))
        for n, (one, name) in enumerate(zip(story, names, strict=True))
    )
    plan = replace(SEVEN_DAYS, days=days)
    found = report(plan, YEARS, "2026-12-31", split(story)[0], sets)
    assert [line.exercise for line in found.exercise_lines] == names[: MOST_EXERCISES - 1]
    assert found.exercises_more == 3
    assert len(found.session_lines) == LEAST_SESSIONS - 1


# --- notes ------------------------------------------------------------------------------


def test_notes_are_told_only_if_asked_for() -> None:
    story = [held(1, 0, note="  Slept\nbetter ")]
    assert page(story).session_lines[0].note == ""
    told = page(story, with_notes=True).session_lines[0]
    assert (told.note, told.is_cut) == ("Slept better", False)


def test_a_very_long_note_ends_with_a_whole_word() -> None:
    (line,) = page([held(1, 0, note="seven77 " * 60)], with_notes=True).session_lines
    assert line.is_cut
    assert len(line.note) <= NOTE_LENGTH
    assert set(line.note.split()) == {"seven77"}


def test_signs_that_turn_a_line_around_are_left_out() -> None:
    note = "\u202eback\u2066 to\x07 front \N{PERSEVERING FACE} \u0645\u06cc\u200c\u062e"
    (line,) = page([held(1, 0, note=note)], with_notes=True).session_lines
    assert line.note == "back to front \N{PERSEVERING FACE} \u0645\u06cc\u200c\u062e"


def test_room_goes_to_the_newest_note_first_and_no_note_is_without_a_line() -> None:
    assert shared_out([3, 0, 1, 3], 5) == (2, 0, 1, 2)
    assert shared_out([3, 0, 1, 3], 4) == (1, 0, 1, 2)
    assert shared_out([2, 2], 9) == (2, 2)
    assert shared_out([4, 2, 0], 0) == (1, 1, 0)
    assert shared_out([], 5) == ()


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(-5, 80))
def test_room_is_never_given_twice_nor_left_over(wanted: list[int], room: int) -> None:
    given_lines = shared_out(wanted, room)
    assert all(min(1, w) <= g <= w for w, g in zip(wanted, given_lines, strict=True))
    least = sum(min(1, w) for w in wanted)
    assert sum(given_lines) == max(least, min(room, sum(wanted)))


# --- of any history ---------------------------------------------------------------------


@settings(max_examples=30)
@given(stories, st.booleans())
def test_whatever_happened_the_page_is_one_page_and_nothing_is_lost_from_its_sums(
    story: list[Held], with_notes: bool
) -> None:
    found = page(story, YEARS, with_notes=with_notes)
    shown = len(found.session_lines) + bool(found.sessions_more)
    assert shown + len(found.exercise_lines) + bool(found.exercises_more) <= ROWS
    assert len(found.session_lines) + found.sessions_more == found.sessions
    assert len(found.points) <= (GROUPS if found.weeks else POINTS)
    history, sets = split(story)
    said = {n for one in history for n in (one.before, one.after)}
    assert {n for p in found.points for n in (p.numbers.before, p.numbers.after)} <= said
    told = {one.id for one in history if one.guided_ms or one.outside_ms or one.note}
    told |= {one.id for one in history if one.sets_done}
    done = sum(s.set.done for s in sets if s.session in told)
    assert sum(side.done for line in found.exercise_lines for side in line.sides) == done
    assert sum(n for line in found.exercise_lines for _, n in line.versions) == done
    for line in found.exercise_lines:
        assert all(0 <= side.done <= side.planned for side in line.sides)
