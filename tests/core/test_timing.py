"""When a session began can be put right, within what makes sense."""

from datetime import date, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.timing import Fault, Timing, corrected

NOW = "2026-11-24T12:00:00Z"
TIMING = Timing("2026-11-24T09:30:12.500000Z", "2026-11-24", 60, "2026-11-24T09:45:00Z", 700_000)
"""Half past ten on the person's clock; 12 minutes in a quarter of an hour."""
DAY, CLOCK, MINUTES = date(2026, 11, 24), time(10, 30), 12


def change(
    day: date = DAY, clock: time = CLOCK, minutes: int = MINUTES, *, outside: bool = False
) -> Timing | Fault:
    return corrected(TIMING, day, clock, minutes, now=NOW, outside=outside)


def changed(day: date = DAY, clock: time = CLOCK, minutes: int = MINUTES) -> Timing:
    found = change(day, clock, minutes)
    assert isinstance(found, Timing)
    return found


def test_what_it_is_already_changes_nothing() -> None:
    assert change() is TIMING
    assert (TIMING.local.date(), TIMING.minutes) == (DAY, MINUTES)


def test_another_date_keeps_the_time_to_the_second_and_takes_the_end_along() -> None:
    moved = changed(date(2026, 11, 22))
    assert (moved.begun, moved.local_date) == ("2026-11-22T09:30:12.500000Z", "2026-11-22")
    assert (moved.ended, moved.length_ms) == ("2026-11-22T09:45:00.000000Z", TIMING.length_ms)


def test_another_time_is_that_of_the_clock_there_was() -> None:
    moved = changed(clock=time(0, 10))
    assert (moved.begun, moved.local_date) == ("2026-11-23T23:10:00.000000Z", "2026-11-24")
    assert (moved.local.time(), moved.utc_offset) == (time(0, 10), 60)


def test_another_length_moves_only_the_end() -> None:
    longer = changed(minutes=20)
    assert (longer.begun, longer.length_ms) == (TIMING.begun, 1_200_000)
    assert longer.ended == "2026-11-24T09:53:20.000000Z"


def test_it_never_ends_before_it_begins() -> None:
    walk = msgspec.structs.replace(TIMING, ended=TIMING.begun)
    shorter = corrected(walk, DAY, CLOCK, 1, now=NOW)
    assert isinstance(shorter, Timing)
    assert shorter.ended == TIMING.begun


@pytest.mark.parametrize(
    ("day", "clock", "fault"),
    [
        (date(1999, 12, 31), CLOCK, Fault.TOO_EARLY),
        (date(1, 1, 1), CLOCK, Fault.TOO_EARLY),
        (date(2026, 11, 25), CLOCK, Fault.FUTURE),
        (date(9999, 12, 31), CLOCK, Fault.FUTURE),
        (DAY, time(13, 1), Fault.FUTURE),
    ],
)
def test_it_is_neither_in_the_future_nor_before_2000(day: date, clock: time, fault: Fault) -> None:
    assert change(day, clock) is fault


def test_the_edges_of_what_makes_sense_are_inside() -> None:
    assert changed(date(2000, 1, 1)).local_date == "2000-01-01"
    assert changed(clock=time(13, 0)).begun == "2026-11-24T12:00:00.000000Z"


@pytest.mark.parametrize(
    ("minutes", "outside", "fits"),
    [(60, True, True), (61, True, False), (1440, False, True), (1441, False, False)],
)
def test_a_walk_has_an_hour_and_a_session_a_day_at_most(
    minutes: int, outside: bool, fits: bool
) -> None:
    found = change(minutes=minutes, outside=outside)
    assert isinstance(found, Timing) if fits else found is Fault.TOO_LONG


@given(
    st.dates(date(2000, 1, 1), date(2026, 11, 23)),
    st.times(),
    st.integers(0, 1440),
    st.integers(-14 * 60, 14 * 60),
)
def test_it_reads_as_it_was_put(day: date, clock: time, minutes: int, offset: int) -> None:
    timing = msgspec.structs.replace(TIMING, utc_offset=offset)
    found = corrected(timing, day, clock, minutes, now=NOW)
    assert isinstance(found, Timing)
    local = found.local
    assert (local.date(), local.hour, local.minute) == (day, clock.hour, clock.minute)
    assert (found.minutes, found.ended >= found.begun) == (minutes, True)
    assert corrected(found, day, clock, minutes, now=NOW) is found
