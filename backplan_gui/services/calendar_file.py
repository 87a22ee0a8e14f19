"""The days to come as a file that any calendar opens (iCalendar, RFC 5545).

A calendar that has an entry takes a later version of it in its place: the UID says which
entry it is, SEQUENCE and DTSTAMP say which version. Nothing is in it but the title of a day.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..core.coming import Appointment

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NOWHERE = ("UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu")
_YEARS = 10
"""So far ahead the file itself says when the clocks change; calendars know more on their own."""


def machine_zone() -> str | None:
    """The time zone of this machine by its IANA name; None where nobody knows it."""
    from PySide6.QtCore import QTimeZone

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if _zone(name) else None


def calendar(appointments: Sequence[Appointment], now: str, zone: str | None) -> bytes:
    """The file, made at the instant `now` (ISO 8601 UTC).

    Times are local ones in `zone`; without a zone they are meant wherever the calendar is.
    """
    from icalendar import Calendar, Timezone

    made = datetime.fromisoformat(now).astimezone(UTC).replace(microsecond=0)
    there = _zone(zone) if zone else None
    file = Calendar()
    file.add("version", "2.0")
    file.add("prodid", "-//Backplan//Backplan//EN")
    file.add("calscale", "GREGORIAN")
    if there is not None and appointments:
        first = min(date.fromisoformat(one.local_date) for one in appointments)
        from_year, to_year = date(first.year, 1, 1), date(first.year + _YEARS, 1, 1)
        tz = Timezone.from_tzinfo(there, there.key, first_date=from_year, last_date=to_year)
        file.add_component(tz)
    for event in _events(appointments, made, there):
        file.add_component(event)
    written: bytes = file.to_ical()
    return written


def _events(
    appointments: Iterable[Appointment], made: datetime, zone: ZoneInfo | None
) -> Iterable["Event"]:
    from icalendar import Event

    for one in appointments:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", made)
        # Nobody counts the files that were written, so the minute says which one is newer.
        event.add("sequence", int(made.timestamp()) // 60)
        event.add("dtstart", datetime.fromisoformat(one.starts).replace(tzinfo=zone))
        event.add("duration", timedelta(minutes=one.minutes))
        if one.weekdays:
            days = [_WEEKDAYS[day] for day in one.weekdays]
            event.add("rrule", {"freq": "WEEKLY", "byday": days})
        event.add("summary", one.summary)
        event.add("class", "PRIVATE")
        if one.alarm is not None:
            event.add_component(_alarm(one.alarm, one.summary))
        yield event


def _alarm(minutes: int, summary: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -timedelta(minutes=minutes))
    alarm.add("description", summary)
    return alarm


def _zone(name: str) -> ZoneInfo | None:
    """The zone of that name; None if there is none.

    UTC is what a machine has that was never told where it is: what its clock shows is the
    person's time all the same, and an instant in UTC would be another hour on their telephone.
    """
    try:
        return None if name in _NOWHERE else ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
