"""A walk outside, done away from the computer: which exercise it is, and what was done of it."""

from collections.abc import Mapping

from .exercise import Exercise, Version
from .plan import Day, Timed
from .records import Done, Unit


def outside(day: Day, exercises: Mapping[str, Exercise]) -> tuple[str, int]:
    """The exercise of a day that may be done outside, and the minutes that are all of it.

    KeyError where there is none.
    """
    for prescription in day.exercises:
        dose = prescription.dose
        if exercises[prescription.exercise].outside and isinstance(dose, Timed):
            return prescription.exercise, dose.low
    raise KeyError(day.number)


def walked(day: Day, exercise: str, minutes: int) -> Done:
    """So many minutes of it; the low end is all of it (PRODUCT.md 2.4)."""
    dose = next(p.dose for p in day.exercises if p.exercise == exercise)
    assert isinstance(dose, Timed)
    actual, planned = 60 * minutes, 60 * dose.low
    whole = actual >= planned
    return Done(1, exercise, 1, None, Version.STANDARD, planned, actual, Unit.SECONDS, whole)
