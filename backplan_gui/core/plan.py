"""The plan as values: seven days, their exercises and the dose of each.

Doses are those of the source plan, word for word (PRODUCT.md section 1); how an
exercise is done (tempo, times, words) is not part of the plan.
"""

from enum import StrEnum
from typing import Annotated

import msgspec


class PlanError(Exception):
    """A file that cannot be used: where in it, and what is wrong, in a person's words."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class Side(StrEnum):
    """Left or right; what the word names is fixed for each exercise."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Each(StrEnum):
    """The source plan's own word for a dose that both sides get."""

    SIDE = "side"
    LEG = "leg"


Sets = Annotated[int, msgspec.Meta(ge=1, le=10)]


class Hold(msgspec.Struct, frozen=True, tag_field="kind", tag="hold", forbid_unknown_fields=True):
    """Keep a position for whole seconds, `sets` times; with `each`, on both sides."""

    seconds: Annotated[int, msgspec.Meta(ge=1, le=600)]
    sets: Sets
    each: Each | None = None


class Reps(msgspec.Struct, frozen=True, tag_field="kind", tag="reps", forbid_unknown_fields=True):
    """A count at a steady pace, `sets` times; with `each`, `count` on both sides."""

    count: Annotated[int, msgspec.Meta(ge=1, le=100)]
    sets: Sets
    each: Each | None = None


class Timed(msgspec.Struct, frozen=True, tag_field="kind", tag="timed", forbid_unknown_fields=True):
    """A long activity, once, for `low` to `high` minutes; any length between is the full dose."""

    low: Annotated[int, msgspec.Meta(ge=1, le=60)]
    high: Annotated[int, msgspec.Meta(ge=1, le=60)]


Dose = Hold | Reps | Timed


class Prescription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise of a day, by id, and its dose."""

    exercise: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    dose: Dose


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One numbered part of a plan."""

    number: Annotated[int, msgspec.Meta(ge=1, le=31)]
    exercises: Annotated[tuple[Prescription, ...], msgspec.Meta(min_length=1, max_length=20)]
    parts: bool = False
    """Each exercise is a session of its own, in any order (day 5)."""


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days of a plan, in order."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    days: Annotated[tuple[Day, ...], msgspec.Meta(min_length=1, max_length=31)]

    def day(self, number: int) -> Day:
        """The day with that number; KeyError if the plan has none."""
        for day in self.days:
            if day.number == number:
                return day
        raise KeyError(number)


class SetSide(msgspec.Struct, frozen=True, order=True):
    """One set of one exercise on one side (None: the exercise has no sides).

    The unit of "done": a day is done when all its set-sides are (PRODUCT.md 2.6).
    """

    exercise: str
    set_no: int
    side: Side | None = None


def set_sides(prescription: Prescription) -> tuple[SetSide, ...]:
    """Every set-side of a prescription, by set, left before right."""
    dose = prescription.dose
    if isinstance(dose, Timed):
        return (SetSide(prescription.exercise, 1),)
    sides: tuple[Side | None, ...] = (Side.LEFT, Side.RIGHT) if dose.each else (None,)
    return tuple(
        SetSide(prescription.exercise, set_no, side)
        for set_no in range(1, dose.sets + 1)
        for side in sides
    )
