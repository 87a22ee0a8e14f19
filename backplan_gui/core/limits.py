"""How far a body bends: what no pose may ask of it (design-system.md section 8)."""

from collections.abc import Iterator

from .poses import View
from .rig import BONES, Posture

LIMITS: dict[str, tuple[float, float]] = {
    "knee": (0, 162),
    "elbow": (0, 150),
    "hip": (-25, 145),
    "ankle": (-12, 124.3),
    "shoulder": (-70, 185),
    "low back": (-40, 30),
    "chest": (-60, 52),
}
"""Degrees in the side view. The ankle from a pointed foot to tucked toes; the shoulder from
leaning on the hands behind to the arms overhead."""
SLACK = 0.5
"""Degrees that rounding may add."""


def bends(posture: Posture) -> Iterator[tuple[str, float]]:
    """Joints and their angles, as a side view shows them.

    A bone that is drawn shortened points at the viewer or away; its angle cannot be seen.
    """
    angles = dict(zip(BONES, posture.angles, strict=True))
    shares = dict(zip(BONES, posture.stance.shares, strict=True))
    yield "low back", angles["lumbar"] - angles["pelvis"]
    yield "chest", angles["thorax"] - angles["lumbar"]
    for side in "nf":
        yield "knee", angles[f"{side}Thigh"] - angles[f"{side}Shank"]
        yield "hip", angles[f"{side}Thigh"] - angles["pelvis"] + 180
        yield "ankle", angles[f"{side}Foot"] - angles[f"{side}Shank"]
        yield "shoulder", angles[f"{side}UpperArm"] - angles["thorax"] + 180
        if shares[f"{side}Forearm"] == 1:
            yield "elbow", angles[f"{side}Forearm"] - angles[f"{side}UpperArm"]


def out_of_reach(posture: Posture, slack: float = SLACK) -> str:
    """Which joint would have to bend too far, as a sentence; empty if none has to."""
    if posture.stance.view is not View.SIDE:
        return ""
    for joint, angle in bends(posture):
        low, high = LIMITS[joint]
        if not low - slack <= angle <= high + slack:
            return f"the {joint} cannot bend by {angle:.0f} degrees"
    return ""
