"""A walk outside is one exercise of a day, and counts by its minutes."""

import pytest

from backplan_gui.core.records import Unit
from backplan_gui.core.walking import outside, walked
from tests.core.samples import EXERCISES, SEVEN_DAYS


def test_the_walk_of_day_five_may_be_done_outside() -> None:
    assert outside(SEVEN_DAYS.day(5), EXERCISES) == ("walking", 20)


@pytest.mark.parametrize("day", [1, 2, 3, 4, 6, 7])
def test_no_other_day_has_one(day: int) -> None:
    with pytest.raises(KeyError):
        outside(SEVEN_DAYS.day(day), EXERCISES)


@pytest.mark.parametrize(("minutes", "done"), [(0, False), (19, False), (20, True), (60, True)])
def test_its_low_end_is_all_of_it(minutes: int, done: bool) -> None:
    walk = walked(SEVEN_DAYS.day(5), "walking", minutes)
    assert (walk.exercise, walk.actual, walk.planned) == ("walking", 60 * minutes, 1200)
    assert (walk.unit, walk.done) == (Unit.SECONDS, done)
