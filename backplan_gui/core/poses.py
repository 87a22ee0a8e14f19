"""The body and its key poses, as the files of `resources` write them down."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from .props import Prop
from .shapes import Point

Degrees = Annotated[float, msgspec.Meta(ge=-720, le=720)]
Length = Annotated[float, msgspec.Meta(ge=-1000, le=1000)]
Share = Annotated[float, msgspec.Meta(ge=-1, le=1)]
Spot = tuple[Length, Length]

Joint = Literal[
    "hip", "l5", "t12", "c7", "skull", "head",
    "nShoulder", "nElbow", "nWrist", "nFingers", "nHip", "nKnee", "nAnkle", "nToes",
    "fShoulder", "fElbow", "fWrist", "fFingers", "fHip", "fKnee", "fAnkle", "fToes",
]  # fmt: skip
Pinned = Literal["nWrist", "fWrist", "nAnkle", "fAnkle"]
Bone = Literal[
    "pelvis", "lumbar", "thorax", "neck", "head",
    "nUpperArm", "nForearm", "nHand", "nThigh", "nShank", "nFoot",
    "fUpperArm", "fForearm", "fHand", "fThigh", "fShank", "fFoot",
]  # fmt: skip
"""In the order of the angles; n is the near side of the body, f the far one."""


class View(StrEnum):
    """Where the person is looked at from."""

    SIDE = "side"
    FRONT = "front"
    TOP = "top"


class Part(StrEnum):
    """What is painted as one, in an order that a pose may change."""

    FAR_ARM = "fArm"
    FAR_LEG = "fLeg"
    NECK = "neck"
    HEAD = "head"
    TORSO = "torso"
    NEAR_LEG = "nLeg"
    NEAR_ARM = "nArm"


class Bones(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Lengths, the same for both sides."""

    pelvis: float
    lumbar: float
    thorax: float
    neck: float
    head: float
    upper_arm: float
    forearm: float
    hand: float
    thigh: float
    shank: float
    foot: float


Taper = tuple[float, float]


class Radii(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Half the thickness of a limb at its start and its end."""

    upper_arm: Taper
    forearm: Taper
    hand: Taper
    thigh: Taper
    shank: Taper
    foot: Taper
    neck: Taper


Girth = tuple[float, float, float]
"""Place along the spine from 0 to 1, half the thickness to the front and to the back."""


class Torso(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    side: tuple[Girth, ...]
    front: tuple[Girth, ...]


class Spread(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far shoulders and hips lie from the spine."""

    shoulder: float
    hip: float


class Spreads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    side: Spread
    front: Spread


class Rig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """The body all poses share."""

    units: Literal["cm"]
    facing: Literal["right"]
    bones: Bones
    shoulder_at: float
    head_radius: float
    radii: Radii
    torso: Torso
    spread: Spreads
    far_offset: Point


class Angles(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Directions of the bones, absolute; 0 to the right, 90 up, counter-clockwise."""

    pelvis: Degrees
    lumbar: Degrees
    thorax: Degrees
    neck: Degrees
    head: Degrees
    n_upper_arm: Degrees
    n_forearm: Degrees
    n_hand: Degrees
    n_thigh: Degrees
    n_shank: Degrees
    n_foot: Degrees
    f_upper_arm: Degrees
    f_forearm: Degrees
    f_hand: Degrees
    f_thigh: Degrees
    f_shank: Degrees
    f_foot: Degrees


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The joint that is put somewhere; all else follows from it."""

    joint: Joint
    x: Length
    y: Length


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key pose as it is written."""

    title: str
    view: View
    angles: Angles
    anchor: Anchor
    contacts: tuple[Joint, ...]
    """What must touch the mat."""
    pins: dict[Pinned, Spot] = {}
    foreshorten: dict[Bone, Share] = {}
    turn: tuple[Share, Share, Share] | None = None
    mat: tuple[Length, Length, Length, Length] | None = None
    even: bool = False
    order: tuple[Part, ...] = tuple(Part)
    props: tuple[Prop, ...] = ()
