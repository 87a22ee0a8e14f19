"""The calendar file, as a program reads it that knows nothing of the one that wrote it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]  # it has no types
from PySide6.QtCore import QByteArray, QTimeZone

from backplan_gui.core.coming import Appointment, DayName, coming_days, normal_week
from backplan_gui.core.schedule import DayStanding, DayState, Week
from backplan_gui.services.calendar_file import calendar, machine_zone

NOW = "2026-03-26T09:30:00.250000Z"
BERLIN = "Europe/Berlin"
WEEK = Week(1, tuple(DayStanding(n, DayState.COMING, 0, 6) for n in range(1, 8)))
NAMES = {n: DayName(f"Day {n}, with a comma; and Ünïcödé", 10 + n) for n in range(1, 8)}
# Daylight saving begins on 29 March.
DAYS = coming_days(WEEK, "2026-03-27", "18:30", NAMES, plan="seven_days", alarm=10)
ROUTINE = normal_week(
    [0, 3], "2026-03-27", "07:00", DayName("Back exercises", 15), plan="seven_days", alarm=0
)


def read(file: bytes) -> Any:
    """The calendar in the file; vobject has no types."""
    return vobject.readOne(file.decode())


def events(file: bytes) -> list[Any]:
    return list(read(file).vevent_list)


def test_each_day_has_its_title_its_time_and_its_length() -> None:
    found = events(calendar(DAYS, NOW, BERLIN))
    assert [e.summary.value for e in found] == [NAMES[n].summary for n in range(1, 8)]
    assert [e.duration.value for e in found] == [timedelta(minutes=10 + n) for n in range(1, 8)]
    assert [e.uid.value for e in found] == [one.uid for one in DAYS]


def test_the_local_time_stays_when_the_clocks_change() -> None:
    starts = [e.dtstart.value for e in events(calendar(DAYS, NOW, BERLIN))]
    assert [(s.date(), s.hour, s.minute) for s in starts] == [
        (date(2026, 3, 27) + timedelta(days=n), 18, 30) for n in range(7)
    ]
    assert [s.utcoffset() for s in starts[1:3]] == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]
)
def test_the_rules_of_the_zone_lie_in_the_file_and_agree_with_it(zone: str) -> None:
    week = normal_week([0, 3], "2026-01-01", "07:00", NAMES[1], plan="seven_days")
    ((event,), there) = events(calendar([week], NOW, zone)), ZoneInfo(zone)
    own, first = event.dtstart.value.tzinfo, event.dtstart.value.replace(tzinfo=None)
    for n in range(200):  # of the first two years
        day = first + timedelta(days=4 * n)
        assert own.utcoffset(day) == day.replace(tzinfo=there).utcoffset(), day


def test_a_normal_week_comes_back_on_its_days_at_the_same_time() -> None:
    (event,) = events(calendar([ROUTINE], NOW, BERLIN))
    dates = [d.strftime("%a %d %b %H:%M") for d in event.rruleset[:4]]
    assert dates == ["Mon 30 Mar 07:00", "Thu 02 Apr 07:00", "Mon 06 Apr 07:00", "Thu 09 Apr 07:00"]
    assert event.rrule.value == "FREQ=WEEKLY;BYDAY=MO,TH"
    autumn = next(d for d in event.rruleset if d.month == 11)
    assert autumn.hour == 7


def test_the_alarm_comes_so_many_minutes_before_or_on_time_or_not_at_all() -> None:
    (day, *_), (week,) = (events(calendar(each, NOW, BERLIN)) for each in (DAYS, [ROUTINE]))
    assert day.valarm.trigger.value == timedelta(minutes=-10)
    assert week.valarm.trigger.value == timedelta(0)
    assert day.valarm.action.value == "DISPLAY"
    assert day.valarm.description.value == day.summary.value
    silent = coming_days(WEEK, "2026-03-27", "18:30", NAMES, plan="seven_days")
    assert not any(hasattr(e, "valarm") for e in events(calendar(silent, NOW, BERLIN)))


def test_a_second_file_replaces_what_the_first_one_wrote() -> None:
    later = coming_days(WEEK, "2026-04-01", "08:00", NAMES, plan="seven_days")
    first = events(calendar(DAYS, NOW, BERLIN))
    second = events(calendar(later, "2026-03-26T09:31:00.000000Z", BERLIN))
    for old, new in zip(first, second, strict=True):
        assert old.uid.value == new.uid.value
        assert int(old.sequence.value) < int(new.sequence.value) < 2**31
        assert old.dtstamp.value < new.dtstamp.value
    assert first[0].dtstamp.value == datetime(2026, 3, 26, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", [None, "Nowhere/Known", "Etc/UTC"])
def test_without_a_zone_the_time_is_meant_wherever_the_calendar_is(zone: str | None) -> None:
    file = calendar(DAYS, NOW, zone)
    assert b"VTIMEZONE" not in file
    assert b"DTSTART:20260327T183000\r\n" in file


def test_nothing_else_is_told_and_nobody_is_invited() -> None:
    file = calendar(DAYS, NOW, BERLIN)
    assert b"METHOD" not in file
    told = {child.name for event in events(file) for child in event.getChildren()}
    assert told == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DURATION", "SUMMARY", "CLASS", "VALARM"),
    }
    assert {event.getChildValue("class") for event in events(file)} == {"PRIVATE"}


def test_a_file_of_nothing_is_a_calendar_all_the_same() -> None:
    empty: list[Appointment] = []
    file = calendar(empty, NOW, BERLIN)
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"VEVENT" not in file


def test_lines_are_short_and_end_as_the_format_wants() -> None:
    file = calendar([*DAYS, ROUTINE], NOW, BERLIN)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert b"\n" not in file.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("told", "known"),
    [(b"Europe/Berlin", BERLIN), (b"", None), (b"Etc/UTC", None), (b"\xff", None)],
)
def test_the_machine_is_asked_where_it_is(
    told: bytes, known: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(told))
    assert machine_zone() == known
