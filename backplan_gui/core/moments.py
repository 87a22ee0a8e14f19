"""Moments of an exercise: how far into a rep, a breath, an entrance.

Seconds are the session's; here are only shares from 0 to 1.
"""

import msgspec

from .exercise import Version
from .plan import Side


class Standing(msgspec.Struct, frozen=True):
    """Still, in a pose of that name, and alone in its box; without one, the exercise's picture."""

    pose: str = ""


class Ready(msgspec.Struct, frozen=True):
    """In the first pose, before anything moves."""

    row: int = 1


class Entering(msgspec.Struct, frozen=True):
    """On the way into a hold."""

    share: float


class Holding(msgspec.Struct, frozen=True):
    """In a hold, so far in (1) or out (-1) of a breath; `row` of a long activity."""

    breath: float = 0.0
    row: int = 1


class Turning(msgspec.Struct, frozen=True):
    """In a hold, on the way to its turn of that number, counted from 0 and never back to it."""

    number: int
    share: float
    breath: float = 0.0


class Leaving(msgspec.Struct, frozen=True):
    """On the way out of a hold."""

    share: float


class Moving(msgspec.Struct, frozen=True):
    """In a rep: the index of its phase and how much of that has gone by."""

    phase: int
    share: float
    row: int = 1
    """Of a long activity, where that row does another exercise's reps."""
    first: bool = False
    """The first rep, which comes from where the exercise starts."""


class Cycling(msgspec.Struct, frozen=True):
    """Back and forth on a roller, or two steps of a walk: how much of that has gone by."""

    share: float
    row: int = 1


Moment = Standing | Ready | Entering | Holding | Turning | Leaving | Moving | Cycling


class Look(msgspec.Struct, frozen=True):
    """One thing to look at: a moment of an exercise, on a side, in a version."""

    exercise: str
    moment: Moment
    side: Side | None = None
    version: Version = Version.STANDARD


class RowMotion(msgspec.Struct, frozen=True):
    """Which moments a row of a long activity takes."""

    like: str | None = None
    """Moving, at the tempo of this exercise."""
    cycle_ms: int = 0
    """Cycling, once in so many milliseconds. With neither: Holding."""
