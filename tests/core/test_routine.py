"""A routine for a normal week: what is picked, which day opens, and when it is silent."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import routine as routines
from backplan_gui.core.records import DoneSet
from backplan_gui.core.routine import (
    REST,
    Routine,
    RoutineNow,
    Suggestion,
    Turn,
    day_on,
    is_picked,
    routine_now,
    suggested,
    suggestion_of,
    with_day,
)
from backplan_gui.core.schedule import Week, week
from backplan_gui.core.settings import Settings, settings_from

from .histories import held, split, whole_week
from .samples import SEVEN_DAYS

MONDAY, TUESDAY, FRIDAY, SUNDAY = "2026-11-30", "2026-12-01", "2026-12-04", "2026-12-06"
ODD = suggested(Suggestion.ODD)
_, SETS = split(tuple(whole_week()))
DONE = week(SEVEN_DAYS, SETS, (), 1)

picks = st.lists(st.integers(0, 7), min_size=7, max_size=7).map(tuple)


def stands(
    routine: Routine = ODD,
    on: str = MONDAY,
    *,
    this: Week = DONE,
    more: tuple[DoneSet, ...] = (),
    left_out: tuple[str, ...] = (),
) -> RoutineNow | None:
    """How it stands when the week of MONDAY's fortnight before is done."""
    return routine_now(routine, SEVEN_DAYS, this, (*SETS, *more), on, left_out)


def again(day: int, on: str, leaving: int = 0) -> tuple[DoneSet, ...]:
    """A day that is done once more on that date."""
    after_days = (date.fromisoformat(on) - date(2026, 11, 16)).days
    return held(day, after_days, leaving=leaving).sets


class TestPicking:
    def test_one_press_picks_three_days_with_a_day_between(self) -> None:
        assert suggested(Suggestion.ODD) == (1, 0, 3, 0, 5, 0, 0)
        assert suggested(Suggestion.EVEN) == (2, 0, 4, 0, 6, 0, 0)
        assert suggested(Suggestion.OWN) == ()

    @pytest.mark.parametrize("suggestion", Suggestion)
    def test_a_suggestion_is_known_again_until_a_day_is_changed(
        self, suggestion: Suggestion
    ) -> None:
        routine = suggested(suggestion)
        assert suggestion_of(routine) is suggestion
        assert suggestion_of(with_day(routine, 6, 7)) is Suggestion.OWN

    def test_the_first_day_that_is_picked_leaves_the_others_to_rest(self) -> None:
        assert with_day((), 1, 4) == (0, 4, 0, 0, 0, 0, 0)

    def test_a_week_of_rest_alone_is_no_routine(self) -> None:
        assert with_day((0, 4, 0, 0, 0, 0, 0), 1, REST) == ()
        assert with_day((), 3, REST) == ()
        assert not is_picked((REST,) * 7)

    @given(picks, st.integers(0, 6), st.integers(0, 7))
    def test_only_the_weekday_that_was_asked_for_changes(
        self, routine: Routine, weekday: int, day: int
    ) -> None:
        changed = with_day(routine, weekday, day)
        before, after = list(routines.whole(routine)), list(routines.whole(changed))
        assert after[weekday] == day
        del before[weekday], after[weekday]
        assert before == after

    @pytest.mark.parametrize("broken", [(), (1,), (1,) * 6, (1,) * 8])
    def test_what_has_not_seven_numbers_is_no_routine(self, broken: Routine) -> None:
        assert day_on(broken, MONDAY) is None
        assert routines.whole(broken) == (REST,) * 7


class TestTheDayOfADate:
    def test_the_week_begins_on_monday(self) -> None:
        routine = (1, 2, 3, 4, 5, 6, 7)
        dates = [(date(2026, 11, 30) + timedelta(days=n)).isoformat() for n in range(7)]
        assert [day_on(routine, one) for one in dates] == list(routine)

    def test_rest_is_an_answer_and_nothing_picked_is_none(self) -> None:
        assert day_on(ODD, TUESDAY) == REST
        assert day_on((), TUESDAY) is None

    @given(picks.filter(is_picked), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
    def test_it_is_the_same_every_week(self, routine: Routine, one: date) -> None:
        later = one + timedelta(days=7)
        assert day_on(routine, one.isoformat()) == day_on(routine, later.isoformat())


class TestHowItStands:
    def test_the_day_of_today_opens(self) -> None:
        now = stands()
        assert now == RoutineNow(1, False, Turn(3, "2026-12-02"))
        assert now is not None
        assert (now.is_on, now.opens) == (True, 1)

    def test_on_a_day_of_rest_the_next_one_opens(self) -> None:
        now = stands(on=TUESDAY)
        assert now == RoutineNow(REST, False, Turn(3, "2026-12-02"))
        assert now is not None
        assert (now.is_on, now.opens) == (False, 3)

    def test_after_the_last_of_a_week_the_first_is_next(self) -> None:
        now = stands(on=SUNDAY)
        assert now is not None
        assert now.following == Turn(1, "2026-12-07")

    def test_once_it_is_done_today_the_next_one_opens(self) -> None:
        now = stands(more=again(1, MONDAY))
        assert now is not None
        assert (now.is_done, now.is_on, now.opens) == (True, False, 3)

    def test_a_part_of_it_or_another_day_is_not_all_of_it(self) -> None:
        for more in (again(1, MONDAY, leaving=1), again(2, MONDAY), again(1, "2026-11-29")):
            now = stands(more=more)
            assert now is not None
            assert now.is_on

    def test_what_is_left_out_does_not_keep_it_open(self) -> None:
        first = SEVEN_DAYS.day(1).exercises[0].exercise
        without = tuple(s for s in again(1, MONDAY) if s.set.exercise != first)
        open_still, closed = stands(more=without), stands(more=without, left_out=(first,))
        assert open_still is not None
        assert closed is not None
        assert (open_still.is_done, closed.is_done) == (False, True)

    def test_it_is_silent_before_the_week_is_done(self) -> None:
        assert stands(this=week(SEVEN_DAYS, SETS[:-1], (), 1)) is None

    def test_it_is_silent_where_nothing_is_picked(self) -> None:
        assert stands(()) is None

    def test_one_day_a_week_comes_back_in_a_week(self) -> None:
        now = stands((0, 0, 0, 0, 7, 0, 0), FRIDAY)
        assert now is not None
        assert now.following == Turn(7, "2026-12-11")


class TestKept:
    @given(picks)
    def test_it_comes_back_as_it_was_kept(self, routine: Routine) -> None:
        found, bad = settings_from({"routine": list(routine)})
        assert (found.routine, bad) == (routine, ())

    @pytest.mark.parametrize("broken", [[8], [-1] * 7, [1] * 8, "1030500", [1.5] * 7, None])
    def test_what_is_none_falls_back_to_none_picked_and_leaves_the_rest(
        self, broken: object
    ) -> None:
        found, bad = settings_from({"routine": broken, "text_size": 120})
        assert found == Settings(text_size=120)
        assert bad == ("routine",)
