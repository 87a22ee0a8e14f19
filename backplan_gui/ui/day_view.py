"""What the page of a day draws from: the day, how it stands, what else is under way."""

from collections.abc import Mapping
from typing import NamedTuple

from ..content import Content
from ..core.plan import Day, Prescription, Timed
from ..core.records import SessionRecord
from ..core.schedule import DayStanding, DayState, Week
from ..core.settings import Settings
from ..core.shown import left_today_ms
from ..core.texts import DayText


class PartView(NamedTuple):
    """One exercise of a day in parts; `minutes` is the target chosen, 0 where there is none."""

    exercise: str
    name: str
    minutes: int
    low: int
    high: int
    length: int
    """Minutes it takes, getting ready included."""
    is_done: bool
    is_unfinished: bool
    outside: bool


class DayView(NamedTuple):
    """A day of the current round on a local date, `today`."""

    day: Day
    text: DayText
    week: Week
    span: tuple[int, int]
    """Fewest and most minutes."""
    unfinished: SessionRecord | None
    today: str
    parts: tuple[PartView, ...] = ()

    @property
    def number(self) -> int:
        """The number of the day."""
        return self.day.number

    @property
    def standing(self) -> DayStanding:
        """How it stands."""
        return self.week.day(self.number)

    @property
    def is_next(self) -> bool:
        """It is the lowest day not done."""
        return self.week.next_day == self.number

    @property
    def is_done(self) -> bool:
        """All its sets are, or the person said so."""
        return self.standing.state is DayState.DONE

    @property
    def is_started(self) -> bool:
        """Some of its sets are done, whatever came later."""
        return not self.is_done and self.standing.sets_done > 0

    @property
    def under_way(self) -> SessionRecord | None:
        """The unfinished session, if it is of this day."""
        return self.unfinished if self.unfinished and self.unfinished.day == self.number else None

    @property
    def elsewhere(self) -> int | None:
        """The other day that has an unfinished session."""
        return None if self.under_way or not self.unfinished else self.unfinished.day

    @property
    def minutes_left(self) -> int:
        """Of the session under way, rounded up."""
        return rounded_up(left_today_ms(self.under_way.session)) if self.under_way else 0

    @property
    def first_part(self) -> PartView | None:
        """The part to do next: the one under way, the first not done, else the first."""
        by_need = sorted(self.parts, key=lambda p: (not p.is_unfinished, p.is_done))
        return by_need[0] if by_need else None


def view_of(
    content: Content,
    number: int,
    week: Week,
    settings: Settings,
    *,
    unfinished: SessionRecord | None,
    today: str,
    chosen: Mapping[str, int],
) -> DayView:
    """The day as it stands; `chosen` has target minutes by exercise."""
    day = content.plan.day(number)
    bare = DayView(
        day,
        content.day_text(number),
        week,
        content.minutes(day, settings),
        unfinished,
        today,
    )
    if not day.parts:
        return bare
    parts = tuple(_part(content, bare, p, settings, chosen) for p in day.exercises)
    return DayView(day, bare.text, week, bare.span, unfinished, today, parts)


def rounded_up(ms: int) -> int:
    """Milliseconds in whole minutes, so that nothing takes longer than it says."""
    return -(-ms // 60_000)


def _part(
    content: Content,
    view: DayView,
    prescription: Prescription,
    settings: Settings,
    chosen: Mapping[str, int],
) -> PartView:
    exercise, dose = prescription.exercise, prescription.dose
    low, high = (dose.low, dose.high) if isinstance(dose, Timed) else (0, 0)
    minutes = chosen.get(exercise, low) if high > low else 0
    length = content.part_ms(view.day, prescription, settings, minutes=minutes or None)
    session = view.under_way.session if view.under_way else None
    return PartView(
        exercise,
        content.text(exercise).name,
        minutes,
        low,
        high,
        rounded_up(length),
        exercise in view.standing.exercises_done,
        session is not None and session.step.exercise == exercise,
        content.exercises[exercise].outside,
    )
