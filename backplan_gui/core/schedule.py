"""Which day is next, and how each of the seven stands; computed from the records alone.

A round is one going-through of the plan. Nothing is counted along: every look at the week
starts from the sets and marks of the current round (PRODUCT.md 2.6 and 2.7), so a lost or
late record can never shift the days.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

import msgspec

from .plan import Day, Plan, Prescription, SetSide, Timed, set_sides
from .records import DoneSet, Mark, MarkState


class DayState(StrEnum):
    """How a day of the current round stands."""

    COMING = "coming"
    STARTED = "started"
    DONE = "done"
    SKIPPED = "skipped"
    """Not done, and a later one is; it is never lost and never blamed."""


class DayStanding(msgspec.Struct, frozen=True):
    """One day of the round: its state, its sets, and when it was completed."""

    number: int
    state: DayState
    sets_done: int
    sets: int
    done_on: str | None = None
    """Local date."""
    by_hand: bool = False
    exercises_done: frozenset[str] = frozenset()
    open_sets: frozenset[SetSide] = frozenset()

    @property
    def shown(self) -> DayState:
        """The state in one word: of a skipped day some sets of which are done, that it is begun."""
        if self.state is DayState.SKIPPED and self.sets_done:
            return DayState.STARTED
        return self.state


class Week(msgspec.Struct, frozen=True):
    """The current round of a plan as it stands."""

    round: int
    days: tuple[DayStanding, ...]

    @property
    def next_day(self) -> int | None:
        """The lowest day not done in this round; None when all are."""
        return next((d.number for d in self.days if d.state is not DayState.DONE), None)

    @property
    def days_done(self) -> int:
        """How many days of the round are done."""
        return sum(d.state is DayState.DONE for d in self.days)

    def day(self, number: int) -> DayStanding:
        """The standing of that day; KeyError if there is none."""
        for day in self.days:
            if day.number == number:
                return day
        raise KeyError(number)

    def done_on(self, local_date: str) -> tuple[int, ...]:
        """The days completed on that date: the next one may well wait until tomorrow."""
        return tuple(d.number for d in self.days if d.done_on == local_date)


def current_round(rounds: Iterable[int]) -> int:
    """The newest round any record belongs to; the first when there is none."""
    return max(rounds, default=1)


def week(
    plan: Plan,
    done: Sequence[DoneSet],
    marks: Sequence[Mark],
    round: int,
    left_out: Collection[str] = (),
) -> Week:
    """How the days of a round stand; `done` and `marks` may hold other rounds too.

    Exercises that are left out (R6) do not count.
    """
    mine = [d for d in done if d.round == round and d.day is not None and d.set.done]
    by_hand: dict[int, Mark] = {}
    for mark in marks:
        if mark.round == round and mark.state is not MarkState.ROUND:
            by_hand[mark.day] = mark
    standings = [
        _standing(
            without(day, left_out),
            [d for d in mine if d.day == day.number],
            by_hand.get(day.number),
        )
        for day in plan.days
    ]
    last_done = max((s.number for s in standings if s.state is DayState.DONE), default=0)
    return Week(
        round,
        tuple(
            msgspec.structs.replace(s, state=DayState.SKIPPED)
            if s.state is not DayState.DONE and s.number < last_done
            else s
            for s in standings
        ),
    )


def without(day: Day, left_out: Collection[str]) -> Day:
    """The day without what is left out; all of it where nothing would be left."""
    kept = tuple(p for p in day.exercises if p.exercise not in left_out)
    return msgspec.structs.replace(day, exercises=kept) if kept else day


def _standing(day: Day, done: list[DoneSet], mark: Mark | None) -> DayStanding:
    if mark is not None and mark.state is MarkState.OPEN:
        done = [d for d in done if d.begun > mark.at]
    completed: dict[SetSide, str] = {}
    for d in sorted(done, key=lambda d: d.begun):
        completed.setdefault(SetSide(d.set.exercise, d.set.set_no, d.set.side), d.local_date)
    wanted = {s for p in day.exercises for s in set_sides(p)}
    missing = frozenset(wanted - completed.keys())
    standing = DayStanding(
        day.number,
        DayState.STARTED if wanted & completed.keys() else DayState.COMING,
        sum(_sets_done(p, missing) for p in day.exercises),
        sum(_sets(p) for p in day.exercises),
        exercises_done=frozenset(
            p.exercise for p in day.exercises if missing.isdisjoint(set_sides(p))
        ),
        open_sets=missing,
    )
    if not missing:
        latest = max(completed[s] for s in wanted)
        return msgspec.structs.replace(standing, state=DayState.DONE, done_on=latest)
    if mark is not None and mark.state is MarkState.DONE:
        return msgspec.structs.replace(
            standing, state=DayState.DONE, done_on=mark.local_date, by_hand=True
        )
    return standing


def _sets(prescription: Prescription) -> int:
    dose = prescription.dose
    return 1 if isinstance(dose, Timed) else dose.sets


def _sets_done(prescription: Prescription, missing: frozenset[SetSide]) -> int:
    open_numbers = {s.set_no for s in set_sides(prescription) if s in missing}
    return _sets(prescription) - len(open_numbers)
