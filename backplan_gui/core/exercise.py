"""How an exercise is done: position, times, tempo and order of sides; no words.

One `resources/exercises/<id>.toml` each, written from content/exercises.md section 5.
Times are whole seconds and never part of the dose, except the segments of the long
activities, whose seconds add up to it.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from .plan import Side

Seconds = Annotated[int, msgspec.Meta(ge=0, le=600)]
Identifier = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern="^[a-z0-9-]+$")]


class Place(StrEnum):
    """Where the body is for most of the exercise."""

    FLOOR = "floor"
    SITTING = "sitting"
    STANDING = "standing"


class Breath(StrEnum):
    """What the breath does during a phase."""

    IN = "in"
    OUT = "out"


class Order(StrEnum):
    """When the side changes: every rep, inside every set, or once in the middle."""

    ALTERNATE = "alternate"
    SET = "set"
    SIDE = "side"


class TempoPhase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a rep, or one breath of a hold's pacer."""

    id: Identifier
    seconds: Annotated[int, msgspec.Meta(ge=1, le=60)]
    breath: Breath


class Segment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a long activity (content/exercises.md section 4), `low` to `high` seconds."""

    id: Identifier
    low: Annotated[int, msgspec.Meta(ge=1, le=3600)]
    high: Annotated[int, msgspec.Meta(ge=1, le=3600)]
    change: bool = False
    """Only getting from one place to the next; its seconds count all the same."""
    side: Side | None = None
    fills: bool = False
    """Takes the rounding remainder when the target lies between low and high."""
    extends: bool = False
    """"Keep going" adds its minutes after this one."""


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One named movement or position."""

    id: Identifier
    place: Place
    equipment: tuple[Identifier, ...]
    get_ready: Seconds
    rest: Seconds = 0
    change: Seconds = 0
    enter: Seconds = 0
    leave: Seconds = 0
    order: Order | None = None
    """None: the exercise has no sides."""
    phases: tuple[TempoPhase, ...] = ()
    """The tempo of a rep, or the breath pacer of a hold or a long activity."""
    segments: tuple[Segment, ...] = ()
    outside: bool = False
    """May be done away from the computer and its minutes logged afterwards."""
    optional_equipment: tuple[Identifier, ...] = ()

    @property
    def rep_ms(self) -> int:
        """Milliseconds of one rep at the written tempo."""
        return 1000 * sum(phase.seconds for phase in self.phases)
