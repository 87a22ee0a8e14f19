"""Weeks and unfinished sessions, for stories about the pages at home."""

from collections.abc import Iterable

import msgspec

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.schedule import DayStanding, DayState, Week, week
from backplan_gui.core.script import script_for
from backplan_gui.core.session import Phase, Session

from .conftest import CALM

CONTENT = Content(resources.root())
TODAY = "2026-11-27"  # a Friday


def week_with(*days: DayStanding) -> Week:
    """The first round, all days coming but these."""
    given = {day.number: day for day in days}
    untouched = week(CONTENT.plan, [], [], 1).days
    return Week(1, tuple(given.get(day.number, day) for day in untouched))


def done(number: int, on: str = "2026-11-23") -> DayStanding:
    """A day that was completed."""
    exercises = frozenset(p.exercise for p in CONTENT.plan.day(number).exercises)
    sets = week(CONTENT.plan, [], [], 1).day(number).sets
    return _changed(
        number, state=DayState.DONE, sets_done=sets, done_on=on, exercises_done=exercises
    )


def started(number: int, sets: int, exercises: Iterable[str] = ()) -> DayStanding:
    """A day with some sets done."""
    return _changed(
        number, state=DayState.STARTED, sets_done=sets, exercises_done=frozenset(exercises)
    )


def skipped(number: int) -> DayStanding:
    """A day left out so far."""
    return _changed(number, state=DayState.SKIPPED)


def unfinished(day: int, *, left: int = 1, only: str | None = None) -> SessionRecord:
    """A paused session of a day with so many steps left."""
    script = script_for(CONTENT.plan.day(day), CONTENT.exercises, CALM, only=only)
    session = Session(script, index=len(script) - left, phase=Phase.PAUSED)
    begun = "2026-11-27T08:00:00Z"
    return SessionRecord("s", "seven-days", 1, day, begun, begun[:10], 60, session)


def _changed(number: int, **changes: object) -> DayStanding:
    untouched = week(CONTENT.plan, [], [], 1).day(number)
    return msgspec.structs.replace(untouched, **changes)
