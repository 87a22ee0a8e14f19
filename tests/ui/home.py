"""Weeks and unfinished sessions, for stories about the pages at home."""

from collections.abc import Iterable

import msgspec

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import SetSide, set_sides
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.schedule import DayStanding, DayState, Week, week
from backplan_gui.core.script import length_ms, script_for
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.core.tailoring import ASKABLE, Today, Wishes, fitting, versions_for
from backplan_gui.ui.day_view import TodayPlan

from .conftest import CALM

HOME = msgspec.structs.replace(CALM, equipment=tuple(sorted(ASKABLE)))
"""Somebody who has said that everything is there."""
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


def plan_of(number: int, today: Today, settings: Settings = HOME) -> TodayPlan:
    """A whole day as it is set for today."""
    day = CONTENT.plan.day(number)
    chosen = {exercise: Version.STANDARD for exercise in today.feet}
    there = None if settings.equipment is None else frozenset(settings.equipment)
    wishes = Wishes(floor=today.floor, equipment=there, chosen=chosen)
    versions = versions_for(day, CONTENT.exercises, wishes)
    every = frozenset(one for p in day.exercises for one in set_sides(p))
    held = every
    if today.minutes is not None:
        held = fitting(day, CONTENT.exercises, settings, today.minutes, every, versions)
    script = script_for(day, CONTENT.exercises, settings, remaining=held, versions=versions)
    minutes = -(-length_ms(script) // 60_000)
    exercises = len({one.exercise for one in held})
    return TodayPlan(today, (minutes, minutes), exercises, _sets(held), _sets(every), versions)


def _sets(of: frozenset[SetSide]) -> int:
    return len({(one.exercise, one.set_no) for one in of})


def _changed(number: int, **changes: object) -> DayStanding:
    untouched = week(CONTENT.plan, [], [], 1).day(number)
    return msgspec.structs.replace(untouched, **changes)
