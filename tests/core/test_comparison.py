"""Pain before exercise, then and now: only before with before, and never more than is so."""

from typing import NamedTuple

import pytest

from backplan_gui.core.comparison import before_with_before
from backplan_gui.core.pain import Change, Direction

LOWER, SAME, HIGHER, NUMBERS = Direction


class Day(NamedTuple):
    local_date: str
    before: int | None
    before_ache: bool = False


def days(*before: int | None) -> list[Day]:
    """A session a day, from the first of the month on."""
    return [Day(f"2026-11-{n:02}", pain) for n, pain in enumerate(before, start=1)]


@pytest.mark.parametrize(
    ("before", "direction"),
    [
        ((6, 4), LOWER),
        ((6, 5), SAME),
        ((6, 7), SAME),
        ((4, 6), HIGHER),
        ((3, 0), NUMBERS),
        ((3, 9), NUMBERS),
        ((8, 6), NUMBERS),  # 2 points, and less than 30 %
        ((8, 5), LOWER),
        ((7, 5), NUMBERS),
        ((10, 7), LOWER),
    ],
)
def test_what_may_be_said_is_the_display_rule(
    before: tuple[int, int], direction: Direction
) -> None:
    assert before_with_before(days(*before)) == Change(*before, direction)


def test_the_first_is_compared_with_the_last() -> None:
    assert before_with_before(days(5, 9, 0, 4)) == Change(5, 4, SAME)


def test_who_did_not_say_a_number_is_passed_over() -> None:
    assert before_with_before(days(None, 6, None, 4, None)) == Change(6, 4, LOWER)


def test_one_number_is_compared_with_nothing() -> None:
    assert before_with_before(days(5, None)) is None
    assert before_with_before(days(None)) is None
    assert before_with_before([]) is None


def test_two_numbers_of_one_day_are_no_change() -> None:
    morning, evening = Day("2026-11-01", 6), Day("2026-11-01", 3)
    assert before_with_before([morning, evening]) is None


def test_the_ache_of_muscles_is_no_number_of_the_back() -> None:
    sore = Day("2026-11-03", 8, before_ache=True)
    assert before_with_before([*days(5, 4), sore]) == Change(5, 4, SAME)
