"""How long a session has stood: two clocks, neither to be trusted alone."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.away import Instant, Span, passed_ms, span_of, stood_since
from backplan_gui.core.session import Session
from tests.store.samples import record

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
EVENING = 1_795_000_000_000
NOW = Instant(5_000_000, EVENING)

lengths = st.integers(-40 * DAY, 40 * DAY)


@pytest.mark.parametrize(
    ("steady", "wall", "ms"),
    [
        (9 * MINUTE, 9 * MINUTE, 9 * MINUTE),
        (2_000, 9 * MINUTE, 9 * MINUTE),
        (9 * MINUTE, 9 * MINUTE - HOUR, 9 * MINUTE),
        (2_000, -DAY, 2_000),
        (-3 * DAY, 9 * MINUTE, 9 * MINUTE),
        (-3 * DAY, -HOUR, 0),
    ],
    ids=["awake", "asleep", "set back", "asleep and set back", "started anew", "anew, set back"],
)
def test_the_clock_that_counted_more_is_believed(steady: int, wall: int, ms: int) -> None:
    assert passed_ms(NOW, Instant(NOW.steady + steady, NOW.wall + wall)) == ms


def test_a_session_from_disk_stands_since_it_was_written_last() -> None:
    kept = record(Session((), until=EVENING - 9 * MINUTE))
    assert stood_since(kept, NOW) == Instant(NOW.steady - 9 * MINUTE, EVENING - 9 * MINUTE)


def test_one_that_was_written_in_the_future_has_not_stood_at_all() -> None:
    assert stood_since(record(Session((), until=EVENING + HOUR)), NOW) == NOW


def test_one_of_an_earlier_version_stands_since_it_can_have_run_at_the_latest() -> None:
    kept = record(Session((), guided=4 * MINUTE), begun="2026-11-18T11:00:00Z")
    now = Instant(0, 1_795_000_000_000)  # 11:06:40
    assert passed_ms(stood_since(kept, now), now) == 2 * MINUTE + 40_000


@given(lengths, lengths, lengths)
def test_from_disk_or_not_it_never_stood_for_less_than_nothing(
    until: int, steady: int, wall: int
) -> None:
    kept = record(Session((), until=EVENING + until))
    later = Instant(NOW.steady + steady, NOW.wall + wall)
    stood = passed_ms(stood_since(kept, NOW), later)
    assert stood >= 0
    if wall >= 0 >= until:
        assert stood >= wall - until


@pytest.mark.parametrize(
    ("ms", "span"),
    [
        (MINUTE + 1, Span(0, 0, 1)),
        (9 * MINUTE + 59_999, Span(0, 0, 9)),
        (HOUR, Span(0, 1, 0)),
        (2 * HOUR + 5 * MINUTE, Span(0, 2, 5)),
        (DAY - 1, Span(0, 23, 59)),
        (DAY, Span(1, 0, 0)),
        (3 * DAY + 7 * HOUR, Span(3, 0, 0)),
    ],
)
def test_a_length_is_told_in_whole_days_or_hours_and_minutes(ms: int, span: Span) -> None:
    assert span_of(ms) == span


def test_a_session_that_is_read_back_still_knows_until_when_it_ran() -> None:
    kept = msgspec.structs.replace(record().session, until=EVENING)
    again = msgspec.convert(msgspec.to_builtins(kept), Session)
    assert again.until == EVENING
