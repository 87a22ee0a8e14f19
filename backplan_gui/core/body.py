"""The drawn person out of joints: limbs, torso, neck and head, and what they shade."""

from math import cos, hypot, radians, sin

from .poses import Part, Rig
from .rig import HEAD, Posture
from .shapes import (
    Box,
    Capsule,
    Chain,
    Circle,
    Crescent,
    Mass,
    Point,
    Role,
    Seam,
    Shape,
    reach,
)
from .torso import beads, torso_outline

SEAM = 1.0
GHOST_OPACITY = 0.55
_NOSE = 1.7

ARM = (
    ("hand", "Wrist", "Fingers"),
    ("forearm", "Elbow", "Wrist"),
    ("upper_arm", "Shoulder", "Elbow"),
)
LEG = (("foot", "Ankle", "Toes"), ("shank", "Knee", "Ankle"), ("thigh", "Hip", "Knee"))
"""Bones with the joints they run between; outer ones first, as they are painted."""

Limb = tuple[tuple[str, str, str], ...]


def body_shapes(rig: Rig, posture: Posture) -> tuple[Shape, ...]:
    """The person in the order of painting."""
    order = posture.stance.order
    leg_over = order.index(Part.NEAR_LEG) > order.index(Part.NEAR_ARM)
    parts: dict[Part, tuple[Shape, ...]] = {
        Part.FAR_ARM: _limb(rig, posture, "f", ARM),
        Part.FAR_LEG: _limb(rig, posture, "f", LEG),
        Part.NECK: (Mass(Role.TORSO, (_neck(rig, posture),)),),
        Part.HEAD: _head(rig, posture),
        Part.TORSO: (
            Mass(Role.TORSO, outlines=(torso_outline(rig, posture),)),
            *beads(rig, posture),
        ),
        Part.NEAR_LEG: _limb(rig, posture, "n", LEG),
        Part.NEAR_ARM: _limb(rig, posture, "n", ARM),
    }
    over, below = (LEG, ARM) if leg_over else (ARM, LEG)
    crossing = _seam(
        Role.SEAM,
        _limb_chains(rig, posture, "n", over, SEAM),
        _limb_chains(rig, posture, "n", below),
    )
    top = Part.NEAR_LEG if leg_over else Part.NEAR_ARM
    parts[top] = (*crossing, *parts[top])
    return tuple(shape for part in order for shape in parts[part])


def ghost_shape(rig: Rig, posture: Posture) -> Mass:
    """The whole person as one pale area."""
    limbs = [(side, bones) for side in "nf" for bones in (ARM, LEG)]
    chains: tuple[Chain, ...] = (
        *(chain for side, bones in limbs for chain in _limb_chains(rig, posture, side, bones)),
        _neck(rig, posture),
        *((circle,) for circle in _face(rig, posture)),
    )
    return Mass(Role.GHOST, chains, (torso_outline(rig, posture),), GHOST_OPACITY)


def _capsule(
    rig: Rig, posture: Posture, side: str, bone: tuple[str, str, str], grow: float
) -> Capsule:
    name, start, end = bone
    (px, py), (qx, qy) = posture.joints[side + start], posture.joints[side + end]
    thick: tuple[float, float] = getattr(rig.radii, name)
    return (px, py, thick[0] + grow), (qx, qy, thick[1] + grow)


def _limb_chains(
    rig: Rig,
    posture: Posture,
    side: str,
    bones: Limb,
    grow: float = 0.0,
) -> tuple[Capsule, ...]:
    return tuple(_capsule(rig, posture, side, bone, grow) for bone in bones)


def _limb(rig: Rig, posture: Posture, side: str, bones: Limb) -> tuple[Shape, ...]:
    """An arm or leg; where it folds over itself a seam keeps the two halves readable."""
    near = side == "n" or posture.stance.even
    role, line = (Role.NEAR, Role.SEAM) if near else (Role.FAR, Role.SEAM_FAR)
    end, middle, top = _limb_chains(rig, posture, side, bones)
    fold = _seam(line, (_capsule(rig, posture, side, bones[2], SEAM),), (_beyond(middle, top), end))
    return Mass(role, (end, middle)), *fold, Mass(role, (top,))


def _beyond(middle: Capsule, top: Capsule) -> Capsule:
    """The outer bone without the joint, where it always meets the inner one."""
    (px, py, start), (qx, qy, end) = middle
    length = hypot(qx - px, qy - py) or 1.0
    thin = start * 0.85
    share = min(0.8, (top[1][2] + 3.4 + thin) / length)
    return (px + (qx - px) * share, py + (qy - py) * share, thin), (qx, qy, end)


def _seam(role: Role, chains: tuple[Chain, ...], within: tuple[Chain, ...]) -> tuple[Seam, ...]:
    """Nothing where the two cannot meet."""
    a, b = reach(Mass(role, chains)), reach(Mass(role, within))
    if a.left > b.right or b.left > a.right or a.low > b.high or b.low > a.high:
        return ()
    return (Seam(role, chains, within),)


def _neck(rig: Rig, posture: Posture) -> Capsule:
    (tx, ty), (cx, cy) = posture.joints["t12"], posture.joints["c7"]
    x, y = posture.joints["head"]
    start, end = rig.radii.neck
    return (tx + (cx - tx) * 0.86, ty + (cy - ty) * 0.86, start), (x, y, end)


def _face(rig: Rig, posture: Posture) -> tuple[Circle, ...]:
    """The head, and the nose unless it points at the viewer."""
    (x, y), r = posture.joints["head"], rig.head_radius
    side = 1 - abs(posture.stance.turn[2])
    head = (x, y, r)
    if side <= 0.25:
        return (head,)
    up = radians(posture.angles[HEAD])
    ahead = (r - 0.4) * min(1.0, side * 1.02)
    return head, (x + ahead * sin(up) - 1.2 * cos(up), y - ahead * cos(up) - 1.2 * sin(up), _NOSE)


def _head(rig: Rig, posture: Posture) -> tuple[Shape, ...]:
    """The cap of hair tells where the face looks."""
    head, *nose = _face(rig, posture)
    x, y, r = head
    up = radians(posture.angles[HEAD])
    side = 1 - abs(posture.stance.turn[2])
    down = 6.2 + (4.4 - 6.2) * side
    bite = (
        x + 5.0 * side * sin(up) - down * cos(up),
        y - 5.0 * side * cos(up) - down * sin(up),
        r * 0.98,
    )
    if posture.stance.turn[2] < -0.5:
        return (Mass(Role.HAIR, ((head,),)),)
    return (
        Mass(Role.HEAD, ((head,),)),
        Crescent(Role.HAIR, head, bite),
        *(Mass(Role.HEAD, ((circle,),)) for circle in nose),
    )


_ENDS = (
    ("Elbow", 4.5),
    ("Wrist", 3.1),
    ("Fingers", 2.4),
    ("Knee", 6.3),
    ("Ankle", 4.0),
    ("Toes", 2.6),
)
_TRUNK = (("head", 10.5), ("hip", 10.0), ("t12", 9.0), ("c7", 6.6))
_NEAR_FLOOR = 16.0
_LOW = (
    *(side + joint for side in "nf" for joint in ("Knee", "Ankle", "Toes", "Wrist", "Fingers")),
    "nElbow", "hip", "t12", "c7", "head",
)  # fmt: skip


def room_of(posture: Posture) -> Box:
    """What the person takes up."""
    ends = [(side + joint, r) for side in "nf" for joint, r in _ENDS]
    circles = tuple(((*posture.joints[joint], r),) for joint, r in (*ends, *_TRUNK))
    return reach(Mass(Role.SHADOW, circles))


def shadow_span(posture: Posture) -> Point | None:
    """From where to where something is so low that it shades the floor, seen from the side."""
    low = [x for x, y in (posture.joints[joint] for joint in _LOW) if y < _NEAR_FLOOR]
    return (min(low) - 7, max(low) + 7) if low else None


def shadow_from_above(rig: Rig, posture: Posture) -> Mass:
    """The whole person's, which parts from limbs that are lifted toward the viewer."""
    chains: list[Chain] = []
    up = -1 if posture.stance.turn[1] < 0 else 1  # of one who looks at the floor limbs go down
    for side, shares in (("f", posture.stance.shares[11:]), ("n", posture.stance.shares[5:11])):
        chains += _limb_shadow(rig, posture, side, ARM, shares[:3], (up, up, up))
        chains += _limb_shadow(rig, posture, side, LEG, shares[3:], (up, -1, -1))
    torso = tuple(_shaded(x, y, 0.0, 0.0)[:2] for x, y in torso_outline(rig, posture))
    (cx, cy), (hx, hy) = posture.joints["c7"], posture.joints["head"]
    chains.append((_shaded(cx, cy, 0.0, 7.0), _shaded(hx, hy, 0.0, rig.head_radius)))
    return Mass(Role.SHADOW, tuple(chains), (torso,))


def _limb_shadow(
    rig: Rig,
    posture: Posture,
    side: str,
    bones: Limb,
    shares: tuple[float, ...],
    ways: tuple[int, int, int],
) -> list[Capsule]:
    """Bones from the body outward; a share of a bone below 1 lifts (or lowers) its end."""
    chains, high = [], 0.0
    for (name, start, end), share, way in zip(reversed(bones), shares, ways, strict=True):
        rise = float(getattr(rig.bones, name)) * max(0.0, 1 - share * share) ** 0.5
        before, high = high, max(0.0, high + way * rise)
        thick: tuple[float, float] = getattr(rig.radii, name)
        (px, py), (qx, qy) = posture.joints[side + start], posture.joints[side + end]
        chains.append((_shaded(px, py, before, thick[0]), _shaded(qx, qy, high, thick[1])))
    return chains


def _shaded(x: float, y: float, high: float, radius: float) -> Circle:
    """Where the light throws what is so high above the floor."""
    return x + 1.6 + 0.2 * high, y - 2.4 - 0.34 * high, radius
