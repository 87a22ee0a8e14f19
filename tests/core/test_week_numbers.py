"""The week in numbers: what is counted, what is compared, and where it ends."""

import msgspec
import pytest

from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import Change, Direction
from backplan_gui.core.records import Mark, MarkState
from backplan_gui.core.schedule import week
from backplan_gui.core.week_numbers import WeekNumbers, week_numbers

from .histories import GENTLE, Held, held, split, whole_week
from .samples import SEVEN_DAYS

WEEK = tuple(whole_week())
FIRST, LAST = "2026-11-16", "2026-11-22"
EASIER, HARDER, STANDARD = Version.EASIER, Version.HARDER, Version.STANDARD


def numbers(
    *story: Held,
    round: int = 1,
    marks: tuple[Mark, ...] = (),
    left_out: tuple[str, ...] = (),
) -> WeekNumbers:
    """What is said of a round of that story."""
    sessions, sets = split(story)
    this = week(SEVEN_DAYS, sets, marks, round, left_out)
    return week_numbers(SEVEN_DAYS, this, sessions, sets)


def test_a_whole_week_is_counted_and_compared_before_with_before() -> None:
    found = numbers(*WEEK)
    assert (found.figures.days_done, found.figures.days) == (7, 7)
    assert found.figures.sets_done == found.figures.sets > 0
    assert found.figures.guided_ms == 9 * 720_000
    assert found.dates == (FIRST, LAST)
    assert found.pain == Change(6, 3, Direction.LOWER), "the 2 after the last one is no part of it"


def test_what_is_done_again_later_changes_nothing() -> None:
    later = held(1, 20, 0, 0, version=EASIER)
    assert numbers(*WEEK, later) == numbers(*WEEK)


def test_another_round_is_another_week() -> None:
    second = tuple(whole_week(30, round=2))
    assert numbers(*WEEK, *second) == numbers(*WEEK)
    assert numbers(*WEEK, *second, round=2).dates == ("2026-12-16", "2026-12-22")


def test_before_the_week_is_done_everything_of_it_counts() -> None:
    found = numbers(held(1, 0, 5), held(2, 3, 5))
    assert found.figures.days_done == 2
    assert found.dates == (FIRST, "2026-11-19")
    assert found.pain == Change(5, 5, Direction.ABOUT_THE_SAME)


def test_without_two_numbers_nothing_is_compared() -> None:
    assert numbers(held(1, 0, 5), held(2, 1)).pain is None


def test_a_week_that_was_counted_by_hand_has_no_dates() -> None:
    marks = tuple(
        Mark(f"m{n}", "seven_days", 1, n, MarkState.DONE, f"{FIRST}T10:00:0{n}Z", FIRST)
        for n in range(1, 8)
    )
    found = numbers(marks=marks)
    assert (found.figures.days_done, found.figures.sets, found.dates) == (7, 0, None)
    assert found.forms == ()


def test_all_in_the_standard_form_is_not_worth_a_word() -> None:
    assert numbers(*WEEK).forms == ()


def test_forms_are_counted_by_sets_and_not_by_sides() -> None:
    week_two = [held(d, d, version=EASIER if d == 4 else STANDARD) for d in (1, 4)]
    assert numbers(*week_two).forms == ((STANDARD, 7), (EASIER, 6))
    assert sum(n for _, n in numbers(*week_two).forms) == numbers(*week_two).figures.sets_done


def test_a_set_counts_in_the_version_that_completed_it_first() -> None:
    again = held(1, 1, version=HARDER)
    assert numbers(held(1, 0, version=EASIER), again).forms == ((EASIER, 7),)


def test_one_side_in_another_version_makes_the_set_one_of_that() -> None:
    day = held(4, 0)
    one, *others = day.sets
    eased = msgspec.structs.replace(one, set=msgspec.structs.replace(one.set, version=EASIER))
    found = numbers(Held(day.session, (eased, *others)))
    assert dict(found.forms)[EASIER] == 1
    assert sum(n for _, n in found.forms) == found.figures.sets_done


@pytest.mark.parametrize("leaving", [1, 2])
def test_a_set_that_is_not_whole_is_in_no_form(leaving: int) -> None:
    """Of day 4 the last exercise has no sides, the others two."""
    found = numbers(held(4, 0, leaving=leaving, version=EASIER))
    assert sum(n for _, n in found.forms) == found.figures.sets_done == 6 - leaving


def test_what_is_open_again_or_left_out_is_in_no_form() -> None:
    story = held(1, 0), held(4, 1, version=EASIER)
    opened = Mark("m", "seven_days", 1, 4, MarkState.OPEN, "2026-11-18T08:00:00Z", "2026-11-18")
    assert numbers(*story, marks=(opened,)).forms == ()
    first = SEVEN_DAYS.day(4).exercises[0].exercise
    found = numbers(*story, left_out=(first,))
    assert found.forms == ((STANDARD, 7), (EASIER, 4))
    assert found.figures.sets_done == 11


def test_a_gentle_day_gives_time_and_numbers_but_no_sets_of_the_plan() -> None:
    found = numbers(held(GENTLE, 0, 7, version=EASIER), held(1, 1, 5))
    assert found.figures.guided_ms == 2 * 720_000
    assert found.forms == ()
    assert found.pain is not None
    assert (found.pain.start, found.pain.end) == (7, 5)
