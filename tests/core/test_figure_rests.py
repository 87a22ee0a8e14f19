"""Where hands, backs and heads are, as the words of the exercises say (content/exercises.md)."""

from math import hypot

import pytest

from backplan_gui.core.exercise import Version
from backplan_gui.core.moments import Moving, Ready
from backplan_gui.core.props import Wall
from backplan_gui.core.rig import posture_of
from backplan_gui.core.shapes import Bar, Box, Drawing, Mass, Point, Role, reach

from .drawn import FIGURES, RIG, STANCES, at

WALL_THICK = 5.0


def joints_of(pose: str) -> dict[str, Point]:
    return posture_of(RIG, STANCES[pose]).joints


def places(drawing: Drawing) -> tuple[float, float, float]:
    """How far to the right the chair, the middle of the head and the lower back are seen."""
    bars = [shape for shape in drawing.shapes if isinstance(shape, Bar)]
    chair = next(bar.x for bar in bars if bar.role is Role.PROP)
    head = (head_of(drawing).left + head_of(drawing).right) / 2
    back = max((bar.x for bar in bars if bar.role is Role.BEAD), key=lambda x: abs(x - head))
    return (-chair, -head, -back) if drawing.flip else (chair, head, back)


def head_of(drawing: Drawing) -> Box:
    masses = [shape for shape in drawing.shapes if isinstance(shape, Mass)]
    return reach(next(mass for mass in masses if mass.role is Role.HEAD))


@pytest.mark.parametrize("way", ["getting-down", "getting-up"])
def test_on_the_way_to_the_floor_nobody_turns_round(way: str) -> None:
    """Who kneels before a chair and lies down has the chair at the head, not at the feet."""
    for row in range(1, FIGURES.rows(way) + 1):
        chair, head, back = places(at(way, Ready(row)))
        assert chair < head < back, row


@pytest.mark.parametrize("pose", ["knee_hug", "knee_hug_close"])
def test_hugging_hands_hold_the_thigh_and_not_the_shin(pose: str) -> None:
    """Pulling on the shin is the mistake that the words warn of."""
    joints = joints_of(pose)
    (hx, hy), (kx, ky) = joints["nHip"], joints["nKnee"]
    length = hypot(kx - hx, ky - hy)
    for hand in ("nWrist", "nFingers", "fWrist", "fFingers"):
        x, y = joints[hand][0] - hx, joints[hand][1] - hy
        along = (x * (kx - hx) + y * (ky - hy)) / length**2
        below = (x * (ky - hy) - y * (kx - hx)) / length
        assert 0.2 < along < 0.65, hand
        assert -2 < below < 14, hand


def test_the_free_hand_rests_on_the_thigh_of_the_stretched_leg() -> None:
    joints = joints_of("hamstring_stretch")
    (hx, hy), (kx, ky) = joints["nHip"], joints["nKnee"]
    x, y = joints["nFingers"][0] - hx, joints["nFingers"][1] - hy
    before = abs(x * (ky - hy) - y * (kx - hx)) / hypot(kx - hx, ky - hy)
    assert before - RIG.radii.hand[1] < RIG.radii.thigh[0]


def test_hands_on_the_bent_knee_do_not_reach_past_it() -> None:
    joints = joints_of("hamstring_seated")
    assert joints["fFingers"][0] < joints["fKnee"][0] + RIG.radii.thigh[1]


@pytest.mark.parametrize("pose", ["pelvic_tilt_wall_rest", "pelvic_tilt_wall_press"])
def test_buttocks_and_head_stay_at_the_wall_when_the_low_back_lets_go(pose: str) -> None:
    wall = next(prop for prop in STANCES[pose].props if isinstance(prop, Wall))
    face, joints = wall.x + WALL_THICK, joints_of(pose)
    behind = RIG.torso.side[0][2]
    assert -0.5 <= joints["hip"][0] - behind - face < 1.6
    assert -0.5 <= joints["head"][0] - RIG.head_radius - face < 1.0


@pytest.mark.parametrize("phase", [0, 2])
def test_who_stands_up_from_a_chair_leans_forward_first(phase: int) -> None:
    """Half-way the head is over the feet, or the person would fall back into the chair."""
    drawing = at("glute-bridge", Moving(phase, 0.5), None, Version.NO_FLOOR)
    assert head_of(drawing).left > joints_of("sit_stand_up")["nAnkle"][0]
