"""What the page of a day draws from: the day, how it stands, what else is under way."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from .. import words
from ..content import Content
from ..core.exercise import Exercise, Place, Version
from ..core.plan import Day, Prescription, Timed
from ..core.records import SessionRecord
from ..core.routine import RoutineNow
from ..core.schedule import DayStanding, DayState, Week
from ..core.settings import Settings
from ..core.shown import left_today_ms
from ..core.tailoring import ASKABLE, ASKED, Today
from ..core.texts import DayText

STEP = 5
"""By so many minutes a day can be shorter."""
_NONE: Mapping[str, Version] = MappingProxyType({})


class TodayPlan(NamedTuple):
    """What Start would play of a day, as it is set for today."""

    today: Today
    span: tuple[int, int]
    """Fewest and most minutes."""
    exercises: int
    sets: int
    whole: int
    """How many sets are open; `sets` of them are played."""
    versions: Mapping[str, Version] = _NONE
    """In which version exercises begin; those not named are standard."""

    @property
    def said(self) -> str:
        """All of it in one line."""
        return words.holds(self.span, self.exercises, self.sets, self.whole)


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
    equipment: str
    things: tuple[str, ...]
    """The same by id."""
    place: Place
    """Where it begins."""
    has_floor: bool
    """As the plan writes it."""
    places: tuple[Place, ...] = ()
    """One after the other, where other versions lead elsewhere than the plan writes."""
    parts: tuple[PartView, ...] = ()
    plan: TodayPlan | None = None
    ways: Mapping[str, str] = MappingProxyType({})
    """By exercise: which version begins, without what, or what is needed, where worth a word."""
    versions: Mapping[str, Version] = _NONE
    """In which version exercises begin, or are going on; those not named are standard."""
    set_for_today: str = ""
    """What the person set, in words."""
    routine: RoutineNow | None = None
    """How the routine of a normal week stands."""

    def version_of(self, exercise: str) -> Version:
        """In which version it begins, or goes on."""
        return self.versions.get(exercise, Version.STANDARD)

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
    def turn(self) -> str:
        """The date on which the routine comes to it, if it is the one it opens; else ""."""
        now = self.routine
        if now is None or now.opens != self.number:
            return ""
        return self.today if now.is_on else now.following.local_date

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
    def is_to_start(self) -> bool:
        """What is set for today counts; a session under way goes on as it began."""
        return self.under_way is None or bool(self.parts)

    @property
    def can_fit(self) -> bool:
        """There is something to set, or to set back."""
        worth = self.has_floor or self.span[1] > STEP or bool(self.set_for_today)
        return self.is_to_start and worth

    @property
    def left_out(self) -> frozenset[str]:
        """Exercises of which no set counts (R6), until somebody has looked at the person."""
        counting = {one.exercise for one in self.standing.open_sets}
        counting |= self.standing.exercises_done
        return frozenset(p.exercise for p in self.day.exercises) - counting

    @property
    def minutes_left(self) -> int:
        """Of the session under way, rounded up."""
        return rounded_up(left_today_ms(self.under_way.session)) if self.under_way else 0

    @property
    def first_part(self) -> PartView | None:
        """The part to do next: the one under way, the first not done, else the first.

        What is left out (R6) is never offered before another one.
        """
        still_open = {one.exercise for one in self.standing.open_sets}
        by_need = sorted(
            self.parts,
            key=lambda p: (
                not p.is_done and p.exercise not in still_open,
                not p.is_unfinished,
                p.is_done,
            ),
        )
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
    plan: TodayPlan | None = None,
    routine: RoutineNow | None = None,
) -> DayView:
    """The day as it stands; `chosen` has target minutes by exercise."""
    day = content.plan.day(number)
    versions = versions_now(number, plan, unfinished)
    written = [content.exercises[p.exercise] for p in day.exercises]
    forms = [_form(exercise, versions) for exercise in written]
    view = DayView(
        day,
        content.day_text(number),
        week,
        content.minutes(day, settings),
        unfinished,
        today,
        _equipment(content, day, versions),
        tuple(_needed(forms)),
        forms[0].place,
        any(exercise.place is Place.FLOOR for exercise in written),
        _places(written, forms),
        ways=_ways(content, day, settings, versions, off_floor=bool(plan and not plan.today.floor)),
        versions=versions,
        routine=routine,
    )
    parts = tuple(_part(content, view, p, settings, chosen) for p in day.exercises if day.parts)
    view = view._replace(parts=parts)
    return _as_set(content, view, plan) if plan and view.is_to_start else view


def versions_now(
    number: int, plan: TodayPlan | None, unfinished: SessionRecord | None
) -> dict[str, Version]:
    """In which versions the exercises of a day begin, or are going on."""
    versions = dict(plan.versions) if plan else {}
    if unfinished is not None and unfinished.day == number:
        versions |= {step.exercise: step.version for step in unfinished.session.script}
    return versions


def _as_set(content: Content, view: DayView, plan: TodayPlan) -> DayView:
    """What Start would play instead of what the plan writes."""
    names = [p.exercise for p in view.day.exercises if p.exercise in ASKED]
    said = words.fitted(plan.today, {name: content.text(name).name for name in names})
    return view._replace(plan=plan, span=plan.span, set_for_today=said)


def _form(exercise: Exercise, versions: Mapping[str, Version]) -> Exercise:
    """As it begins; in the standard form where it has not the version named for it."""
    version = versions.get(exercise.id, Version.STANDARD)
    return exercise.form(version if version in exercise.versions else Version.STANDARD)


def _equipment(content: Content, day: Day, versions: Mapping[str, Version]) -> str:
    """What the day needs: in the words of the plan, or by name where other versions are done."""
    exercises = [content.exercises[p.exercise] for p in day.exercises]
    needed = _needed(_form(exercise, versions) for exercise in exercises)
    if set(needed) == set(_needed(exercises)):
        return content.day_text(day.number).equipment
    said = ", ".join(content.words.equipment[thing] for thing in needed)
    return said[:1].upper() + said[1:]


def _places(written: Sequence[Exercise], forms: Sequence[Exercise]) -> tuple[Place, ...]:
    """Where the body goes, where that is not as written."""
    if all(one.place is other.place for one, other in zip(written, forms, strict=True)):
        return ()
    return tuple(place for place, _ in groupby(form.place for form in forms))


def _needed(forms: Iterable[Exercise]) -> list[str]:
    """Each thing once, in the order of the day."""
    return list(dict.fromkeys(thing for form in forms for thing in form.equipment))


def _ways(
    content: Content,
    day: Day,
    settings: Settings,
    versions: Mapping[str, Version],
    *,
    off_floor: bool,
) -> dict[str, str]:
    """What is worth a word at each exercise."""
    missing = ASKABLE.difference(ASKABLE if settings.equipment is None else settings.equipment)
    found = {}
    for prescription in day.exercises:
        exercise = content.exercises[prescription.exercise]
        form = _form(exercise, versions)
        moved = exercise.place is Place.FLOOR and form.place is not Place.FLOOR
        why = _why(exercise, form, missing, off_floor=moved and off_floor)
        version = versions.get(exercise.id, Version.STANDARD)
        title = content.text(exercise.id).version(version)
        needs = [thing for thing in form.equipment if thing in missing]
        lines = [_begins(version, title.title, why)] if title else []
        lines += [words.needs(needs)] if needs else []
        if lines:
            found[exercise.id] = "\n".join(line[:1].upper() + line[1:] for line in lines)
    return found


def _begins(version: Version, title: str, why: str) -> str:
    """Which version, and why; but not "without the band: No band"."""
    twice = bool(why) and why.rsplit(maxsplit=1)[-1] in title.lower()
    return why if twice else words.begins_as(version, title, why)


def _why(exercise: Exercise, form: Exercise, missing: frozenset[str], *, off_floor: bool) -> str:
    """Why it is another version, where today or what there is at home is the reason."""
    if off_floor:
        return words.off_floor()
    return words.without(
        thing for thing in exercise.equipment if thing in missing and thing not in form.equipment
    )


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
