"""The one module that reads clocks."""

import re
from datetime import UTC, datetime

import pytest

from backplan_gui.services.clock import Moment, SystemClock


def test_the_session_clock_runs_as_much_faster_as_asked() -> None:
    plain, fast = SystemClock(), SystemClock(200)
    begun, fast_begun = plain.ms(), fast.ms()
    while plain.ms() - begun < 20:
        pass
    passed, fast_passed = plain.ms() - begun, fast.ms() - fast_begun
    assert 190 * passed <= fast_passed <= 230 * (passed + 1)


def test_the_speed_leaves_the_real_clocks_alone() -> None:
    plain, fast = SystemClock(), SystemClock(200)
    assert abs(plain.steady_ms() - fast.steady_ms()) < 1_000
    assert abs(plain.wall_ms() - fast.wall_ms()) < 1_000


@pytest.mark.parametrize(
    ("zone", "offset"), [("UTC", 0), ("Asia/Kolkata", 330), ("Etc/GMT+9", -540)]
)
def test_an_instant_has_utc_the_local_date_and_the_way_between(
    monkeypatch: pytest.MonkeyPatch, zone: str, offset: int
) -> None:
    time = pytest.importorskip("time")
    if not hasattr(time, "tzset"):
        pytest.skip("this system takes its zone from elsewhere")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        now = SystemClock().now()
        expected = datetime.now(UTC).astimezone().date().isoformat()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", now.utc)
    assert (now.local_date, now.utc_offset) == (expected, offset)


def test_a_moment_is_later_than_another_though_the_clock_was_set_back() -> None:
    now = Moment("2027-03-28T08:00:00.000000Z", "2027-03-28", 120)
    for earlier in ("", "2027-03-28T07:59:59.999999Z"):
        assert now.after(earlier) is now
    for later in (now.utc, "2027-12-31T23:59:59.999999Z", "2026-11-24T09:30:00Z"):
        moved = now.after(later)
        assert moved.utc > later
        assert (moved.local_date, moved.utc_offset) == ("2027-03-28", 120)
    assert now.after("2027-12-31T23:59:59.999999Z").utc == "2028-01-01T00:00:00.000000Z"
