"""How an exercise is done: position, times, tempo and order of sides; no words.

One `resources/exercises/<id>.toml` each, written from content/exercises.md section 5.
Times are whole seconds and never part of the dose, except the segments of the long
activities, whose seconds add up to it.
"""

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from .plan import Side

Seconds = Annotated[int, msgspec.Meta(ge=0, le=600)]
Milliseconds = Annotated[int, msgspec.Meta(ge=0, le=600_000)]
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


class Version(StrEnum):
    """Which form of an exercise is done; all count as the full dose."""

    STANDARD = "standard"
    EASIER = "easier"
    HARDER = "harder"
    NO_FLOOR = "no_floor"


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
    phases: tuple[TempoPhase, ...] = ()
    """Its own breath, where it moves with it; else it has that of the exercise."""


class Bouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hold done in short parts with rests between (content/exercises.md section 7, row 5).

    Only the parts count: three of 10 s make a hold of 30 s.
    """

    seconds: Annotated[int, msgspec.Meta(ge=1, le=60)]
    rest: Annotated[int, msgspec.Meta(ge=1, le=60)]


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What differs from the standard form; None: as in the standard form.

    How much is done is never here: it is the plan's, and the same in every version.
    """

    place: Place | None = None
    equipment: tuple[Identifier, ...] | None = None
    optional_equipment: tuple[Identifier, ...] | None = None
    get_ready: Seconds | None = None
    rest: Seconds | None = None
    change: Seconds | None = None
    enter: Seconds | None = None
    leave: Seconds | None = None
    phases: tuple[TempoPhase, ...] | None = None
    bouts: Bouts | None = None
    told: Milliseconds | None = None


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One named movement or position; read from a file, its fields are the standard form."""

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
    bouts: Bouts | None = None
    """Only a version sets it."""
    told: Milliseconds = 0
    """How long its name and its set-up lines take to say; depends on the language, so it is in
    no file."""
    easier: Variant | None = None
    harder: Variant | None = None
    no_floor: Variant | None = None
    """Only where the easier version is on the floor too."""

    @property
    def versions(self) -> tuple[Version, ...]:
        """Those there are, the standard one first."""
        return tuple(v for v in Version if v is Version.STANDARD or getattr(self, v) is not None)

    @property
    def off_floor(self) -> Version | None:
        """The version to use when the floor is not possible; None if all are on it."""
        ways = (Version.NO_FLOOR, Version.EASIER, Version.STANDARD)
        there = (v for v in ways if v in self.versions)
        return next((v for v in there if self.form(v).place is not Place.FLOOR), None)

    def form(self, version: Version) -> "Exercise":
        """The exercise as it is done in that version; KeyError if it has none."""
        if version not in self.versions:
            raise KeyError(version)
        if version is Version.STANDARD:
            return self
        variant: Variant = getattr(self, version)
        changes: dict[str, Any] = msgspec.structs.asdict(variant)
        return msgspec.structs.replace(self, **{k: v for k, v in changes.items() if v is not None})

    @property
    def rep_ms(self) -> int:
        """Milliseconds of one rep at the written tempo."""
        return 1000 * sum(phase.seconds for phase in self.phases)
