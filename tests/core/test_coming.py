"""The days to come in a calendar: which, when, and what replaces what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.coming import (
    Appointment,
    DayName,
    coming_days,
    first_date,
    normal_week,
    routine_week,
)
from backplan_gui.core.schedule import Week

from .pasts import on, weekly

NAMES = {n: DayName(f"Day {n}", 10 + n) for n in range(1, 8)}
PLAN = "seven_days"
THURSDAY = "2026-11-26"


def coming(week: Week, first: str = on(20), alarm: int | None = None) -> tuple[Appointment, ...]:
    return coming_days(week, first, "18:30", NAMES, plan=PLAN, alarm=alarm)


def test_the_days_that_are_left_come_one_a_date_the_lowest_first() -> None:
    found = coming(weekly({1: 17, 3: 19}), on(29))
    assert [(one.summary, one.starts) for one in found] == [
        ("Day 2", "2026-11-29T18:30"),
        ("Day 4", "2026-11-30T18:30"),
        ("Day 5", "2026-12-01T18:30"),
        ("Day 6", "2026-12-02T18:30"),
        ("Day 7", "2026-12-03T18:30"),
    ]
    assert [one.local_date for one in found[:2]] == ["2026-11-29", "2026-11-30"]
    assert [one.minutes for one in found] == [12, 14, 15, 16, 17]


def test_nothing_comes_when_all_seven_are_done() -> None:
    assert coming(weekly({n: 10 + n for n in range(1, 8)})) == ()


def test_the_alarm_is_the_persons_own() -> None:
    assert {one.alarm for one in coming(weekly(), alarm=10)} == {10}
    assert {one.alarm for one in coming(weekly())} == {None}


def test_a_day_is_the_same_entry_whenever_it_is_planned_and_another_in_the_next_round() -> None:
    monday, later = coming(weekly(), on(23)), coming(weekly({1: 23}), on(27))
    assert {one.uid for one in later} < {one.uid for one in monday}
    assert len({one.uid for one in monday}) == 7
    again = coming(Week(2, weekly().days))
    assert not {one.uid for one in again} & {one.uid for one in monday}


@pytest.mark.parametrize(
    ("done", "now", "first"),
    [({}, "09:00", 20), ({}, "18:30", 21), ({}, "20:15", 21), ({1: 20}, "09:00", 21)],
)
def test_the_first_day_is_today_if_it_is_still_to_come_and_none_was_done(
    done: dict[int, int], now: str, first: int
) -> None:
    assert first_date(weekly(done), on(20), now, "18:30") == on(first)


def test_a_normal_week_begins_on_its_first_day_from_the_date_on() -> None:
    name = DayName("Back exercises", 15)
    found = normal_week([3, 0, 3], "2026-11-27", "07:00", name, plan=PLAN, alarm=0)
    assert found.starts == "2026-11-30T07:00"
    assert found.weekdays == (0, 3)
    assert (found.summary, found.minutes, found.alarm) == ("Back exercises", 15, 0)
    assert normal_week([3], THURSDAY, "07:00", name, plan=PLAN).starts == f"{THURSDAY}T07:00"


def test_a_normal_week_replaces_the_last_one_and_no_day_of_the_plan() -> None:
    name = DayName("Back exercises", 15)
    one = normal_week([0], THURSDAY, "07:00", name, plan=PLAN)
    other = normal_week([1, 4], THURSDAY, "18:00", name, plan=PLAN)
    assert one.uid == other.uid
    assert one.uid not in {day.uid for day in coming(weekly())}


def test_a_week_without_a_day_is_none() -> None:
    with pytest.raises(ValueError, match="without a day"):
        normal_week([], THURSDAY, "07:00", NAMES[1], plan=PLAN)


@given(st.sets(st.integers(0, 6), min_size=1), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_normal_week_begins_within_seven_days_on_one_of_its_days(
    weekdays: set[int], first: date
) -> None:
    found = normal_week(weekdays, first.isoformat(), "07:00", NAMES[1], plan=PLAN)
    begins = date.fromisoformat(found.local_date)
    assert begins.weekday() in weekdays
    assert 0 <= (begins - first).days < 7


def test_each_weekday_of_a_routine_is_an_entry_with_its_own_name() -> None:
    names = {4: NAMES[5], 0: NAMES[1]}
    found = routine_week(names, THURSDAY, "07:00", plan=PLAN, alarm=10)
    assert [(one.summary, one.starts, one.weekdays) for one in found] == [
        ("Day 1", "2026-11-30T07:00", (0,)),
        ("Day 5", "2026-11-27T07:00", (4,)),
    ]
    assert {one.alarm for one in found} == {10}
    assert [one.minutes for one in found] == [11, 15]


def test_another_routine_replaces_the_entries_of_its_weekdays() -> None:
    one = routine_week({0: NAMES[1], 2: NAMES[3]}, THURSDAY, "07:00", plan=PLAN)
    other = routine_week({0: NAMES[2]}, THURSDAY, "18:00", plan=PLAN)
    assert {entry.uid for entry in other} < {entry.uid for entry in one}
    assert routine_week({}, THURSDAY, "07:00", plan=PLAN) == ()
