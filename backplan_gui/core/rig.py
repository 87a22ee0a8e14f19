"""From bone angles to joints: kinematics, pinned hands and feet, mixing, the other side.

A Stance is a pose made ready for reckoning. Angles are absolute and mixed as plain numbers,
never the shorter way round, so every bone keeps its length on the way.
"""

from collections.abc import Mapping
from math import acos, atan2, cos, degrees, hypot, pi, radians, sin
from typing import get_args

import msgspec

from .poses import Bone, Part, Pose, Rig, View
from .props import Prop, mixed_props
from .shapes import Point

BONES: tuple[str, ...] = get_args(Bone)
_PLACE = {bone: place for place, bone in enumerate(BONES)}
LUMBAR, THORAX, NECK, HEAD = 1, 2, 3, 4
_SPINE = ("l5", "t12", "c7", "skull", "head")
_LIMBS = (
    ("nShoulder", ("nElbow", "nWrist", "nFingers"), 5),
    ("nHip", ("nKnee", "nAnkle", "nToes"), 8),
    ("fShoulder", ("fElbow", "fWrist", "fFingers"), 11),
    ("fHip", ("fKnee", "fAnkle", "fToes"), 14),
)
"""Where a limb begins, its joints, and the place of its first bone."""
_PINS = {
    "nWrist": ("nShoulder", 5, 1),
    "nAnkle": ("nHip", 8, -1),
    "fWrist": ("fShoulder", 11, 1),
    "fAnkle": ("fHip", 14, -1),
}
"""The root of a pinned limb, the place of its first bone, and the way it bends."""

Turn = tuple[float, float, float]
"""Of pelvis, chest and head: 0 is seen from its side, 1 faces the viewer."""
Mat = tuple[float, float, float, float]
Joints = Mapping[str, Point]


class Stance(msgspec.Struct, frozen=True):
    """A pose, stored or on the way between two."""

    view: View
    angles: tuple[float, ...]
    """In the order of BONES."""
    shares: tuple[float, ...]
    """How much of its length a bone is drawn with; below 0 it has swung past the viewer."""
    turn: Turn
    joint: str
    """The joint that is put at `spot`."""
    spot: Point
    pins: dict[str, Point]
    order: tuple[Part, ...]
    even: bool
    mat: Mat | None
    props: tuple[Prop, ...]


class Posture(msgspec.Struct, frozen=True):
    """A stance and where its joints are."""

    stance: Stance
    angles: tuple[float, ...]
    """As pinned hands and feet leave them."""
    joints: dict[str, Point]


def stance_of(pose: Pose) -> Stance:
    """A stored pose, ready for reckoning."""
    usual = 1.0 if pose.view is View.FRONT else 0.0
    return Stance(
        view=pose.view,
        angles=msgspec.structs.astuple(pose.angles),
        shares=tuple(pose.foreshorten.get(bone, 1.0) for bone in get_args(Bone)),
        turn=pose.turn or (usual, usual, usual),
        joint=pose.anchor.joint,
        spot=(pose.anchor.x, pose.anchor.y),
        pins={joint: spot for joint, spot in pose.pins.items()},
        order=pose.order,
        even=pose.even,
        mat=pose.mat,
        props=pose.props,
    )


def posture_of(rig: Rig, stance: Stance) -> Posture:
    """The anchor is put in its place, then pinned hands and feet are led back to theirs."""
    angles = stance.angles
    joints = _joints(rig, stance, angles, (0.0, 0.0))
    anchor = joints[stance.joint]
    hip = (stance.spot[0] - anchor[0], stance.spot[1] - anchor[1])
    if stance.pins:
        angles = _pinned(rig, stance, joints, hip)
    return Posture(stance, angles, _joints(rig, stance, angles, hip))


def _pinned(rig: Rig, stance: Stance, joints: Joints, hip: Point) -> tuple[float, ...]:
    angles = list(stance.angles)
    lengths = _lengths(rig)
    for joint, spot in stance.pins.items():
        root, first, usual = _PINS[joint]
        start = joints[root][0] + hip[0], joints[root][1] + hip[1]
        bend = angles[first + 1] - angles[first]
        way = usual if abs(bend) < 0.5 else 1 if bend > 0 else -1
        pair = bent(start, spot, (lengths[first], lengths[first + 1]), way)
        angles[first] = _turned_near(pair[0], angles[first])
        angles[first + 1] = _turned_near(pair[1], angles[first + 1])
    return tuple(angles)


_TIPS = {
    "nWrist": "nFingers",
    "fWrist": "fFingers",
    "nAnkle": "nToes",
    "fAnkle": "fToes",
}


def above_floor(rig: Rig, stance: Stance) -> Stance:
    """Hands and feet that would go through the floor on a way are led along it."""
    if stance.view is View.TOP:
        return stance
    joints, pins, radii = posture_of(rig, stance).joints, dict(stance.pins), rig.radii
    for joint, tip in _TIPS.items():
        limb = (radii.forearm, radii.hand) if joint.endswith("Wrist") else (radii.shank, radii.foot)
        first = _PINS[joint][1]
        (x, y), low = joints[joint], joints[tip][1] - limb[1][1]
        low = min(low, y - limb[0][1])
        if low < 0 and stance.shares[first : first + 2] == (1.0, 1.0):
            pins[joint] = (x, y - low)
    return msgspec.structs.replace(stance, pins=pins)


def bent(start: Point, end: Point, lengths: tuple[float, float], way: int) -> tuple[float, float]:
    """The angles of two bones that reach from start to end; stretched if that is too far.

    `way` 1: the second one turns counter-clockwise, as an elbow; -1: clockwise, as a knee.
    """
    one, two = lengths
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = min(max(hypot(dx, dy), abs(one - two) + 1e-6), one + two - 1e-6)
    lift = acos((one * one + far * far - two * two) / (2 * one * far))
    inner = acos((one * one + two * two - far * far) / (2 * one * two))
    first = atan2(dy, dx) - way * lift
    return degrees(first), degrees(first + way * (pi - inner))


def _turned_near(angle: float, reference: float) -> float:
    """The same direction, on the turn on which the pose was written."""
    return angle + 360 * round((reference - angle) / 360)


def _lengths(rig: Rig) -> tuple[float, ...]:
    bones = msgspec.structs.astuple(rig.bones)
    return bones + bones[5:]


def _joints(rig: Rig, stance: Stance, angles: tuple[float, ...], hip: Point) -> dict[str, Point]:
    turns = [radians(angle) for angle in angles]
    sized = [length * share for length, share in zip(_lengths(rig), stance.shares, strict=True)]
    bones = [(r * cos(a), r * sin(a)) for r, a in zip(sized, turns, strict=True)]
    joints = _along("hip", hip, _SPINE, bones)
    chest, at = bones[THORAX], joints["t12"]
    up = rig.shoulder_at
    shoulder = at[0] + chest[0] * up, at[1] + chest[1] * up
    wide = rig.spread.front.shoulder * stance.turn[1], rig.spread.front.hip * stance.turn[0]
    shift = rig.far_offset if stance.view is View.SIDE else (0.0, 0.0)
    for near, (dx, dy) in ((1.0, (0.0, 0.0)), (-1.0, shift)):
        for middle, spread, bone, limb in (
            (shoulder, wide[0], THORAX, _LIMBS[0 if near > 0 else 2]),
            (hip, wide[1], 0, _LIMBS[1 if near > 0 else 3]),
        ):
            root, names, first = limb
            out = near * spread
            start = middle[0] - out * sin(turns[bone]) + dx, middle[1] + out * cos(turns[bone]) + dy
            joints.update(_along(root, start, names, bones[first : first + 3]))
    return joints


def _along(root: str, start: Point, names: tuple[str, ...], bones: list[Point]) -> dict[str, Point]:
    """Joints one after the other, each a bone further on."""
    x, y = start
    joints = {root: start}
    for name, (dx, dy) in zip(names, bones, strict=False):
        x, y = x + dx, y + dy
        joints[name] = (x, y)
    return joints


def held_points(posture: Posture) -> dict[str, Point]:
    """The joints, and where bands and towels run: under the feet and under the thighs."""
    points = dict(posture.joints)
    for side in "nf":
        (ax, ay), (tx, ty) = points[f"{side}Ankle"], points[f"{side}Toes"]
        points[f"{side}Sole"] = (ax * 0.45 + tx * 0.55, ay * 0.45 + ty * 0.55 - 2.4)
        (hx, hy), (kx, ky) = points[f"{side}Hip"], points[f"{side}Knee"]
        thigh = radians(posture.angles[_PLACE[f"{side}Thigh"]])
        points[f"{side}UnderThigh"] = (
            hx * 0.45 + kx * 0.55 + 6.6 * sin(thigh),
            hy * 0.45 + ky * 0.55 - 6.6 * cos(thigh),
        )
    return points


def _mix(a: tuple[float, ...], b: tuple[float, ...], share: float) -> tuple[float, ...]:
    return tuple(p + (q - p) * share for p, q in zip(a, b, strict=True))


def _mix_point(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def eased(share: float) -> float:
    """Slow at both ends: InOutSine."""
    return 0.5 - 0.5 * cos(pi * min(1.0, max(0.0, share)))


def mixed(rig: Rig, a: Stance, b: Stance, share: float) -> Stance:
    """The stance so far on the way from a to b; both must have the same view."""
    if share <= 0 or a is b:
        return a
    if share >= 1:
        return b
    end = b.spot if a.joint == b.joint else posture_of(rig, b).joints[a.joint]
    turn = _mix(a.turn, b.turn, share)
    return Stance(
        view=a.view,
        angles=_mix(a.angles, b.angles, share),
        shares=_mix(a.shares, b.shares, share),
        turn=(turn[0], turn[1], turn[2]),
        joint=a.joint,
        spot=_mix_point(a.spot, end, share),
        pins={j: _mix_point(p, b.pins[j], share) for j, p in a.pins.items() if j in b.pins},
        order=a.order if share < 0.5 else b.order,
        even=a.even,
        mat=a.mat,
        props=mixed_props(a.props, b.props, share),
    )


def breathed(stance: Stance, breath: float) -> Stance:
    """The chest so far in (1) or out (-1) of a breath; seen from above it lies still."""
    if stance.view is View.TOP or not breath:
        return stance
    angles = list(stance.angles)
    for place, reach in ((LUMBAR, 1.2), (THORAX, 1.2), (NECK, 0.8)):
        angles[place] += reach * breath
    return msgspec.structs.replace(stance, angles=tuple(angles))


def other_side(rig: Rig, stance: Stance) -> Stance:
    """Near and far limbs change places, and nothing else moves."""
    dx, dy = rig.far_offset if stance.view is View.SIDE else (0.0, 0.0)

    def moved(joint: str, spot: Point) -> Point:
        way = {"n": 1, "f": -1}.get(joint[0] if joint[1:2].isupper() else "", 0)
        return spot[0] + way * dx, spot[1] + way * dy

    a, s = stance.angles, stance.shares
    return msgspec.structs.replace(
        stance,
        angles=a[:5] + a[11:] + a[5:11],
        shares=s[:5] + s[11:] + s[5:11],
        joint=swapped(stance.joint),
        spot=moved(stance.joint, stance.spot),
        pins={swapped(joint): moved(joint, spot) for joint, spot in stance.pins.items()},
    )


def swapped(joint: str) -> str:
    """The same joint on the other side of the body."""
    if not joint[1:2].isupper():
        return joint
    return ("f" if joint[0] == "n" else "n") + joint[1:]
