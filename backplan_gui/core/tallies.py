"""Days and sets of some dates, counted from the records: what was planned, what was done."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from .exercise import Version
from .plan import Dose, Plan, Prescription, SetSide, Side, set_sides
from .records import DoneSet, Mark
from .schedule import DayState, week, without

LeftOut = Mapping[int, Collection[str]]
"""The exercises that do not count (R6), by round."""


class Dates(msgspec.Struct, frozen=True):
    """Local dates from the first to the last, both included."""

    first: str
    last: str

    def holds(self, local_date: str) -> bool:
        """The date is one of them."""
        return self.first <= local_date <= self.last

    @property
    def count(self) -> int:
        """How many there are."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1


class DayLine(msgspec.Struct, frozen=True):
    """A day of the plan on these dates."""

    number: int
    times: int
    """It was completed so often."""
    last: str | None
    """When it was completed last."""
    begun: bool
    """A set of it was done."""


class SideSets(msgspec.Struct, frozen=True):
    """Sets of an exercise on one side; of one without sides all of them."""

    side: Side | None
    done: int
    planned: int


class ExerciseLine(msgspec.Struct, frozen=True):
    """One exercise of the days that were on."""

    exercise: str
    dose: Dose
    """As the plan has it."""
    sides: tuple[SideSets, ...]
    versions: tuple[tuple[Version, int], ...]
    """In which versions sets were done, and how many, each side counted."""


class Completed(NamedTuple):
    """A day of the plan that was completed."""

    round: int
    day: int
    local_date: str


def completed_days(
    plan: Plan, dates: Dates, done: Sequence[DoneSet], marks: Sequence[Mark], left_out: LeftOut
) -> tuple[Completed, ...]:
    """The days that were completed on these dates, by their sets or by hand."""
    rounds = {one.round for one in done if dates.holds(one.local_date)}
    rounds |= {mark.round for mark in marks if dates.holds(mark.local_date)}
    mine: defaultdict[int, list[DoneSet]] = defaultdict(list)
    for one in done:
        mine[one.round].append(one)
    return tuple(
        Completed(round, day.number, day.done_on)
        for round in sorted(rounds)
        for day in week(plan, mine[round], marks, round, left_out.get(round, ())).days
        if day.state is DayState.DONE and day.done_on is not None and dates.holds(day.done_on)
    )


def day_lines(
    plan: Plan, completed: Iterable[Completed], sets: Iterable[DoneSet]
) -> tuple[DayLine, ...]:
    """All days of the plan; `sets` are those of these dates."""
    begun = {one.day for one in sets if one.set.done}
    on: defaultdict[int, list[str]] = defaultdict(list)
    for one in completed:
        on[one.day].append(one.local_date)
    return tuple(
        DayLine(n, len(on[n]), max(on[n], default=None), n in begun)
        for n in (day.number for day in plan.days)
    )


class _Tally:
    """How often each set-side was planned and done, and in which versions."""

    def __init__(self) -> None:
        self.planned: Counter[tuple[str, Side | None]] = Counter()
        self.done: Counter[tuple[str, Side | None]] = Counter()
        self.versions: defaultdict[str, Counter[Version]] = defaultdict(Counter)

    def add(self, sets: Sequence[DoneSet], wanted: Iterable[SetSide]) -> None:
        """What was recorded of a day in one round, and what the plan wanted of it."""
        times = Counter({s: 0 for s in wanted})
        for one in sets:
            times[SetSide(one.set.exercise, one.set.set_no, one.set.side)] += one.set.done
            self.versions[one.set.exercise][one.set.version] += one.set.done
        for one_side, count in times.items():
            self.planned[one_side.exercise, one_side.side] += max(1, count)
            self.done[one_side.exercise, one_side.side] += count


def exercise_lines(
    plan: Plan, sets: Sequence[DoneSet], left_out: LeftOut
) -> tuple[ExerciseLine, ...]:
    """The exercises of the days of which there are sets, in the order of the plan.

    Each set of a day is planned once in a round, and as often as it was done if that is more:
    going on with a day plans nothing twice. Of a gentle day what was begun was planned.
    """
    days: defaultdict[tuple[int, int | None], list[DoneSet]] = defaultdict(list)
    for one in sets:
        days[one.round, one.day].append(one)
    tally = _Tally()
    for (round, number), mine in days.items():
        tally.add(mine, () if number is None else _wanted(plan, number, left_out.get(round, ())))
    lines = (_exercise_line(p, tally) for p in _prescriptions(plan))
    return tuple(line for line in lines if any(side.planned for side in line.sides))


def _exercise_line(prescription: Prescription, tally: _Tally) -> ExerciseLine:
    name = prescription.exercise
    sides = dict.fromkeys(s.side for s in set_sides(prescription))
    return ExerciseLine(
        name,
        prescription.dose,
        tuple(SideSets(s, tally.done[name, s], tally.planned[name, s]) for s in sides),
        tuple((v, n) for v in Version if (n := tally.versions[name][v])),
    )


def _wanted(plan: Plan, number: int, left_out: Collection[str]) -> Iterable[SetSide]:
    for prescription in without(plan.day(number), left_out).exercises:
        yield from set_sides(prescription)


def _prescriptions(plan: Plan) -> Iterable[Prescription]:
    """Each exercise of the plan once."""
    return {p.exercise: p for day in plan.days for p in day.exercises}.values()
