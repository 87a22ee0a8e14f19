"""The shapes a figure is made of: lengths in centimetres, x to the right, y up.

Each says by the name of a token which colour it has, so whoever paints them decides nothing.
"""

from enum import StrEnum

import msgspec

Point = tuple[float, float]
Circle = tuple[float, float, float]
"""Middle and radius."""
Capsule = tuple[Circle, Circle]
Chain = tuple[Circle] | Capsule
"""A circle, or the hull of two: a tapered limb."""
Outline = tuple[Point, ...]
"""A closed line, counter-clockwise."""


class Role(StrEnum):
    """A colour of the tokens' `figure`."""

    NEAR = "near"
    TORSO = "torso"
    FAR = "far"
    HEAD = "head"
    HAIR = "hair"
    BEAD = "bead"
    SEAM = "seam"
    SEAM_FAR = "seamFar"
    MAT = "mat"
    MAT_EDGE = "matEdge"
    SHADOW = "shadow"
    PROP = "prop"
    PROP_DARK = "propDark"
    BAND = "band"
    GHOST = "ghost"


class Mass(msgspec.Struct, frozen=True, cache_hash=True, gc=False, tag=True):
    """What counts as one area, evenly seen through where `opacity` is below 1."""

    role: Role
    chains: tuple[Chain, ...] = ()
    outlines: tuple[Outline, ...] = ()
    opacity: float = 1.0


class Seam(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The part of some chains that lies on others: keeps equal colours readable."""

    role: Role
    chains: tuple[Chain, ...]
    within: tuple[Chain, ...]


class Crescent(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A circle without what another covers of it."""

    role: Role
    circle: Circle
    bite: Circle


class Bar(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A rectangle with round corners around its middle, turned by `angle` degrees."""

    role: Role
    x: float
    y: float
    width: float
    height: float
    radius: float
    angle: float = 0.0
    edge: Role | None = None
    """Colour of an outline `EDGE` wide."""


EDGE = 1.4


class Oval(msgspec.Struct, frozen=True, gc=False, tag=True):
    """An ellipse around its middle."""

    role: Role
    x: float
    y: float
    half_width: float
    half_height: float


class Ring(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The outline of a circle."""

    role: Role
    circle: Circle
    width: float


class Stroke(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A line with round ends."""

    role: Role
    points: tuple[Point, ...]
    width: float


Shape = Mass | Seam | Crescent | Bar | Oval | Ring | Stroke


class Box(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the picture."""

    left: float
    low: float
    right: float
    high: float

    def __or__(self, other: "Box") -> "Box":
        """Both, and what lies between."""
        return Box(
            min(self.left, other.left),
            min(self.low, other.low),
            max(self.right, other.right),
            max(self.high, other.high),
        )


def between(a: Box, b: Box, share: float) -> Box:
    """A stretch so far on the way from one to another."""
    return Box(
        a.left + (b.left - a.left) * share,
        a.low + (b.low - a.low) * share,
        a.right + (b.right - a.right) * share,
        a.high + (b.high - a.high) * share,
    )


def reach(mass: Mass) -> Box:
    """What a mass covers."""
    circles = [circle for chain in mass.chains for circle in chain]
    circles += [(x, y, 0.0) for outline in mass.outlines for x, y in outline]
    return Box(
        min(x - r for x, _, r in circles),
        min(y - r for _, y, r in circles),
        max(x + r for x, _, r in circles),
        max(y + r for _, y, r in circles),
    )


class Drawing(msgspec.Struct, frozen=True, cache_hash=True):
    """A figure at one moment."""

    shapes: tuple[Shape, ...]
    """In the order in which they are painted."""
    box: Box
    """What to make room for: everything the exercise does, so that it never zooms."""
    mat: Bar | None = None
    """The mat seen from above, below the shapes. None: seen from the side, see `mat_below`."""
    flip: bool = False
    """Painted with left and right exchanged, around the middle of the box."""


class Sight(msgspec.Struct, frozen=True):
    """A figure and, while it fades in, the one before it."""

    drawing: Drawing
    before: Drawing | None = None
    share: float = 1.0
    """How much of the figure is there, 0 to 1."""


MAT_WIDTH, MAT_MARGIN = 92.0, 22.0
"""A mat seen from the side is at least so wide, and so much wider than the box."""


def mat_below(drawing: Drawing, width: float | None = None) -> tuple[Bar, ...]:
    """The mat in the order of painting; seen from the side at least in the width wished for."""
    if drawing.mat is not None:
        return (drawing.mat,)
    box = drawing.box
    middle = (box.left + box.right) / 2
    needed = box.right - box.left + MAT_MARGIN
    wide = max(needed, MAT_WIDTH if width is None else width)
    return (
        Bar(Role.MAT, middle, -0.9, wide, 5.0, 2.5),
        Bar(Role.MAT_EDGE, middle, -2.55, wide, 1.7, 0.85),
    )


def mirrored(drawing: Drawing) -> Drawing:
    """The same with left and right exchanged."""
    return msgspec.structs.replace(drawing, flip=not drawing.flip)
