"""Ways that nothing was written for: from any pose to any other, as a body could go."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import hypot

import msgspec
import pytest

from backplan_gui.core.exercise import Version
from backplan_gui.core.limits import LIMITS, bends, out_of_reach
from backplan_gui.core.moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Look,
    Moment,
    Moving,
    Ready,
    Standing,
    Turning,
)
from backplan_gui.core.plan import Side
from backplan_gui.core.played import NoSuchMomentError
from backplan_gui.core.poses import View
from backplan_gui.core.rig import Stance, above_floor, mixed, posture_of
from backplan_gui.core.shapes import Bar, Box, Drawing, Mass, Role, between, reach

from .drawn import BOOK, FIGURES, FORMS, RIG, STANCES, at, body, numbers_in
from .samples import EXERCISES, SEVEN_DAYS

SHARES = [number / 20 for number in range(21)]
CHILD, CAT = Look("childs-pose", Holding()), Look("cat-cow", Ready())
BRIDGE, KNEE = Look("glute-bridge", Ready()), Look("seated-knee-to-chest", Ready())
STAND = Look("standing-back-extensions", Ready())
BACK, FRONT = Look("gentle-yoga", Holding(row=8)), Look("gentle-yoga", Holding(row=7))
DOG, SQUAT = Look("bird-dog", Ready()), Look("bodyweight-squats", Moving(0, 1.0))
HUG = {side: Look("seated-knee-to-chest", Holding(), side) for side in Side}
ABOVE = Look("thoracic-rotations", Ready())


def last_of(name: str, version: Version, side: Side | None = None) -> Look:
    """Where an exercise leaves the person."""
    form = BOOK.plays[name].form(version)
    moment: Moment = Leaving(1.0)
    if form.loop:
        moment = Moving(len(form.loop) - 1, 1.0)
    elif form.walk:
        moment = Cycling(0.0, 5)
    elif form.segments:
        moment = Ready(form.segments[-1].rows[-1])
    return Look(name, moment, side, version)


def changes() -> Iterator[tuple[Look, Look]]:
    """Everything that follows on something in the plan, in all versions."""
    for day in SEVEN_DAYS.days:
        for one, other in pairwise(p.exercise for p in day.exercises):
            for version in Version:
                yield (
                    last_of(
                        one, version if version in EXERCISES[one].versions else Version.STANDARD
                    ),
                    Look(other, Ready(), None, version),
                )
    for name, exercise in EXERCISES.items():
        for version in exercise.versions:
            yield last_of(name, Version.STANDARD), Look(name, Ready(), None, version)
            yield last_of(name, version), Look(name, Ready(), None, version)


CHANGES = list(changes())


@cache
def pose_of(look: Look) -> str:
    return FIGURES.pose_at(look.exercise, look.moment, look.version)


def test_a_way_begins_and_ends_where_it_should() -> None:
    first, last = (FIGURES.figure_between(CHILD, CAT, share) for share in (0.0, 1.0))
    assert first is not None
    assert last is not None
    for drawing, look in ((first, CHILD), (last, CAT)):
        there = [list(numbers_in(shape)) for shape in body(drawn(look))]
        for numbers, wanted in zip(map(numbers_in, body(drawing)), there, strict=True):
            assert list(numbers) == pytest.approx(wanted, abs=0.5)
        box, wanted_box = (msgspec.structs.astuple(d.box) for d in (drawing, drawn(look)))
        assert box == pytest.approx(wanted_box, abs=0.5)


def test_there_is_no_way_from_a_view_to_another_nor_to_a_mirrored_picture() -> None:
    assert FIGURES.figure_between(ABOVE, CAT, 0.5) is None
    assert FIGURES.figure_between(HUG[Side.LEFT], HUG[Side.RIGHT], 0.5) is None
    assert FIGURES.figure_between(HUG[Side.LEFT], HUG[Side.LEFT], 0.5) is not None
    assert FIGURES.figure_between(ABOVE, ABOVE, 0.5) is not None


def test_there_is_no_way_that_a_body_could_not_go() -> None:
    assert FIGURES.figure_between(FRONT, BACK, 0.0) is None
    assert FIGURES.figure_between(BACK, FRONT, 0.9) is None
    front, back = STANCES["sphinx"], STANCES["rest_supine"]
    faults = [out_of_reach(posture_of(RIG, on_way(front, back, share)), 15) for share in SHARES]
    assert any("knee" in fault for fault in faults)


def on_way(start: Stance, end: Stance, share: float) -> Stance:
    return above_floor(RIG, msgspec.structs.replace(mixed(RIG, start, end, share), pins={}))


def test_most_exercises_are_reached_by_a_way() -> None:
    """What is seen from one side, and not mirrored, is gone to but for a few."""
    ways = faded = 0
    for start, end in CHANGES:
        views = {STANCES[pose_of(look)].view for look in (start, end)}
        flips = {drawn(look).flip for look in (start, end)}
        if len(views) == len(flips) == 1:
            there = FIGURES.figure_between(start, end, 0.5) is not None
            ways, faded = ways + there, faded + (not there)
    assert ways > 100
    assert faded <= 4


def drawn(look: Look) -> Drawing:
    return at(look.exercise, look.moment, look.side, look.version)


def test_on_a_way_joints_bend_as_joints_do() -> None:
    """Fifteen degrees more are not seen in passing."""
    for start, end in CHANGES:
        if FIGURES.figure_between(start, end, 0.5) is None:
            continue
        a, b = (STANCES[pose_of(look)] for look in (start, end))
        for share in SHARES:
            stance = on_way(a, b, share)
            if stance.view is View.SIDE:
                for joint, angle in bends(posture_of(RIG, stance)):
                    low, high = LIMITS[joint]
                    assert low - 16 <= angle <= high + 16, (start, end, share, joint)


def test_on_a_way_no_hand_and_no_foot_goes_through_the_floor() -> None:
    """Those of a pose may lie 1.5 cm deep in the mat."""
    low = 0
    for start, end in CHANGES:
        a, b = (STANCES[pose_of(look)] for look in (start, end))
        if a.view is not View.SIDE or FIGURES.figure_between(start, end, 0.5) is None:
            continue
        for share in SHARES[1:-1]:
            bare = msgspec.structs.replace(mixed(RIG, a, b, share), pins={})
            low += lowest(posture_of(RIG, bare).joints) < -1.5
            assert lowest(posture_of(RIG, on_way(a, b, share)).joints) >= -1.5, (start, end)
    assert low > 20


def lowest(joints: dict[str, tuple[float, float]]) -> float:
    radii = {"Wrist": 3.1, "Fingers": 2.4, "Ankle": 4.0, "Toes": 2.6}
    return min(joints[side + joint][1] - radius for side in "nf" for joint, radius in radii.items())


def test_seen_from_above_there_is_no_floor_to_keep_above() -> None:
    stance = STANCES["open_book_half"]
    assert above_floor(RIG, stance) is stance


def test_a_limb_that_points_at_the_viewer_is_left_alone() -> None:
    deep = (0.0, -60.0)
    stance = msgspec.structs.replace(STANCES["all_fours"], joint="hip", spot=deep, pins={})
    assert set(above_floor(RIG, stance).pins) == {"nWrist", "fWrist", "nAnkle", "fAnkle"}
    shares = list(stance.shares)
    shares[5] = 0.5
    turned = msgspec.structs.replace(stance, shares=tuple(shares))
    assert set(above_floor(RIG, turned).pins) == {"fWrist", "nAnkle", "fAnkle"}


def test_what_lies_on_the_floor_already_is_left_alone() -> None:
    stance = STANCES["all_fours"]
    raised = msgspec.structs.replace(stance, spot=(stance.spot[0], stance.spot[1] + 20), pins={})
    assert above_floor(RIG, raised) == raised


def test_on_a_way_the_box_holds_the_body_so_it_never_reaches_the_words() -> None:
    for start, end in ((STAND, Look("upper-back-extensions", Ready())), (BRIDGE, KNEE), (CAT, DOG)):
        for share in SHARES:
            drawing = FIGURES.figure_between(start, end, share)
            if drawing is not None:
                masses = [s for s in drawing.shapes if isinstance(s, Mass)]
                for box in (reach(mass) for mass in masses if mass.role is not Role.SHADOW):
                    assert box.high <= drawing.box.high + 2, share
                    assert drawing.box.left - 3 <= box.left, share
                    assert box.right <= drawing.box.right + 3, share


def test_on_a_way_the_box_grows_and_shrinks_little_by_little() -> None:
    way = (FIGURES.figure_between(CAT, SQUAT, share / 50) for share in range(51))
    boxes = [drawing.box for drawing in way if drawing is not None]
    assert len(boxes) == 51
    for one, other in pairwise(boxes):
        sides = zip(msgspec.structs.astuple(one), msgspec.structs.astuple(other), strict=True)
        assert max(abs(a - b) for a, b in sides) < 6


def test_things_change_half_way() -> None:
    def chairs(share: float) -> int:
        drawing = FIGURES.figure_between(CAT, SQUAT, share)
        assert drawing is not None
        return sum(shape.role in (Role.PROP, Role.PROP_DARK) for shape in drawing.shapes)

    assert (chairs(0.0), chairs(0.4)) == (0, 0)
    assert chairs(0.6) == chairs(1.0) > 0


def test_a_version_without_its_band_has_none_on_the_way_either() -> None:
    easier = Look("seated-band-row", Ready(), None, Version.EASIER)
    with_band = Look("seated-band-row", Ready())
    for start, end, band in ((easier, with_band, True), (with_band, easier, False)):
        drawing = FIGURES.figure_between(start, end, 0.9)
        assert drawing is not None
        assert any(shape.role is Role.BAND for shape in drawing.shapes) is band


def test_on_a_way_there_is_no_ghost() -> None:
    drawing = FIGURES.figure_between(CHILD, Look("cat-cow", Moving(0, 0.5)), 0.9)
    assert drawing is not None
    assert not [shape for shape in drawing.shapes if shape.role is Role.GHOST]


def test_boxes_lie_between() -> None:
    assert between(Box(0, 0, 10, 10), Box(4, -8, 30, 50), 0.25) == Box(1, -2, 15, 20)


def test_two_looks_at_one_pose_are_told_from_others() -> None:
    ended, other = Look("cat-cow", Moving(1, 1.0)), Look("cat-cow", Moving(0, 1.0))
    assert not FIGURES.is_one_pose(ended, CAT)
    assert FIGURES.is_one_pose(ended, Look("cat-cow", Moving(0, 0.0)))
    assert not FIGURES.is_one_pose(ended, other)
    assert FIGURES.is_one_pose(Look("cat-cow", Moving(0, 0.0, first=True)), CAT)
    assert FIGURES.is_one_pose(Look("childs-pose", Leaving(1.0)), Look("childs-pose", Ready()))


# Which pose it is


@pytest.mark.parametrize(
    ("name", "moment", "version", "pose"),
    [
        ("cat-cow", Ready(), Version.STANDARD, "all_fours"),
        ("cat-cow", Moving(0, 0.1), Version.STANDARD, "cat"),
        ("cat-cow", Moving(1, 0.1), Version.STANDARD, "cow"),
        ("cat-cow", Moving(1, 0.1), Version.EASIER, "seated_cow"),
        ("cat-cow", Standing(), Version.STANDARD, "cat"),
        ("cat-cow", Standing("cow"), Version.STANDARD, "cow"),
        ("cat-cow", Standing(), Version.EASIER, "seated_cat"),
        ("childs-pose", Entering(0.1), Version.STANDARD, "childs_pose"),
        ("childs-pose", Holding(), Version.STANDARD, "childs_pose"),
        ("childs-pose", Leaving(0.1), Version.STANDARD, "all_fours"),
        ("childs-pose", Turning(0, 0.5), Version.HARDER, "childs_pose_above_left"),
        ("childs-pose", Turning(3, 0.5), Version.HARDER, "childs_pose_above_right"),
        ("childs-pose", Turning(1, 0.5), Version.STANDARD, "all_fours"),
        ("childs-pose", Standing(), Version.HARDER, "childs_pose_above_left"),
        ("plank", Standing(), Version.EASIER, "plank_knees"),
        ("foam-rolling", Cycling(0.9, 1), Version.STANDARD, "roll_upper_a"),
        ("foam-rolling", Standing(), Version.EASIER, "wall_roll_a"),
        ("foam-rolling", Holding(row=2), Version.STANDARD, "roll_upper_rest"),
        ("gentle-yoga", Holding(row=5), Version.STANDARD, "childs_pose_cushion"),
        ("gentle-yoga", Moving(0, 0.5, 4), Version.STANDARD, "cat"),
        ("gentle-yoga", Moving(1, 0.5, 4), Version.EASIER, "seated_cow"),
        ("walking", Cycling(0.6), Version.STANDARD, "walk_contact"),
        ("walking", Ready(), Version.EASIER, "walk_contact"),
        ("cat-cow", Moving(7, 0.5), Version.STANDARD, "all_fours"),
        ("cat-cow", Holding(), Version.STANDARD, "all_fours"),
        ("cat-cow", Leaving(0.5), Version.STANDARD, "all_fours"),
    ],
)
def test_a_moment_has_the_name_of_the_pose_it_leads_to(
    name: str, moment: Moment, version: Version, pose: str
) -> None:
    assert FIGURES.pose_at(name, moment, version) == pose


def test_every_pose_that_is_drawn_at_its_end_is_the_one_named() -> None:
    for name, version in FORMS:
        form = BOOK.plays[name].form(version)
        if form.range == 1.0:
            for phase in range(len(form.loop)):
                ended = Look(name, Moving(phase, 1.0), None, version)
                assert FIGURES.is_one_pose(ended, Look("cat-cow", Standing(pose_of(ended))))


def test_only_rows_that_are_on_one_side_say_so() -> None:
    sides = [FIGURES.side_at("gentle-yoga", Holding(row=row)) for row in (8, 9, 10, 11, 12)]
    assert sides == [None, Side.LEFT, Side.RIGHT, Side.RIGHT, None]
    rows = [2, 4, 6, 7, 10, 12, 13, 15]
    sides = [FIGURES.side_at("foam-rolling", Cycling(0.5, row), Version.EASIER) for row in rows]
    left, right = Side.LEFT, Side.RIGHT
    assert sides == [None, left, right, left, right, left, right, None]
    assert FIGURES.side_at("bird-dog", Moving(0, 0.5)) is None


def test_all_poses_and_rows_are_told() -> None:
    assert set(FIGURES.poses) == set(BOOK.poses)
    assert FIGURES.rows("gentle-yoga") == 22
    assert FIGURES.rows("getting-up") == 8
    assert FIGURES.rows("cat-cow") == 0


# Turns of a hold


def test_a_hold_with_turns_stays_so_long_in_each() -> None:
    assert FIGURES.turn_ms("childs-pose", Version.HARDER) == 15_000
    assert FIGURES.turn_ms("plank", Version.HARDER) == 5_000
    assert FIGURES.turn_ms("plank") == 0


def test_the_first_turn_comes_from_the_hold_and_the_others_from_each_other() -> None:
    def turning(number: int, share: float) -> Drawing:
        return at("plank", Turning(number, share), None, Version.HARDER)

    hold = at("plank", Holding(), None, Version.HARDER)
    assert body(turning(0, 0.0)) == body(hold)
    assert body(turning(0, 1.0)) == body(turning(1, 0.0)) != body(hold)
    assert body(turning(1, 1.0)) == body(turning(2, 0.0))
    assert body(turning(2, 1.0)) == body(turning(0, 1.0)) != body(turning(1, 1.0))
    assert turning(1, 1.0) != at("plank", Turning(1, 1.0, breath=1.0), None, Version.HARDER)
    with pytest.raises(NoSuchMomentError):
        at("plank", Turning(0, 0.5))


def test_two_turns_lead_to_either_side() -> None:
    def hands(number: int) -> float:
        drawing = at("childs-pose", Turning(number, 1.0), None, Version.HARDER)
        arms = [s for s in drawing.shapes if isinstance(s, Mass) and s.role is Role.NEAR]
        return sum(circle[0] for arm in arms for chain in arm.chains for circle in chain)

    middle = at("childs-pose", Holding(), None, Version.HARDER).box
    assert middle == at("childs-pose", Turning(1, 0.5), None, Version.HARDER).box
    assert hands(0) != pytest.approx(hands(1))
    assert hands(0) == pytest.approx(hands(2))


def test_from_behind_the_back_is_seen_and_no_face() -> None:
    """The turn of a body that looks at the floor, seen from above, is below 0."""
    behind = at("childs-pose", Holding(), None, Version.HARDER)
    beside = at("childs-pose", Holding())
    assert [s.role for s in behind.shapes if s.role is Role.HEAD] == []
    assert [s.role for s in beside.shapes if s.role is Role.HEAD]
    assert sum(s.role is Role.BEAD for s in behind.shapes) == 7
    spine = [
        (bar.x, bar.y) for bar in behind.shapes if isinstance(bar, Bar) and bar.role is Role.BEAD
    ]
    hip = posture_of(RIG, STANCES["childs_pose_above"]).joints["hip"]
    neck = posture_of(RIG, STANCES["childs_pose_above"]).joints["c7"]
    for x, y in spine:
        across = (x - hip[0]) * (neck[1] - hip[1]) - (y - hip[1]) * (neck[0] - hip[0])
        assert abs(across) / hypot(neck[0] - hip[0], neck[1] - hip[1]) < 3


def test_hands_on_the_floor_cast_their_shadow_beside_them() -> None:
    """A bone drawn shorter lifts a limb toward the viewer, unless the person looks down."""
    pose = "childs_pose_above_start"
    shadow = next(s for s in at("cat-cow", Standing(pose)).shapes if s.role is Role.SHADOW)
    assert isinstance(shadow, Mass)
    ends = [circle[:2] for chain in shadow.chains for circle in chain]
    joints = posture_of(RIG, STANCES[pose]).joints
    for hand in ("nWrist", "fWrist"):
        x, y = joints[hand]
        assert min(hypot(x + 1.6 - p, y - 2.4 - q) for p, q in ends) < 0.1
    lifted = "open_book_half"
    shadow = next(s for s in at("cat-cow", Standing(lifted)).shapes if s.role is Role.SHADOW)
    assert isinstance(shadow, Mass)
    x, y = posture_of(RIG, STANCES[lifted]).joints["nWrist"]
    ends = [circle[:2] for chain in shadow.chains for circle in chain]
    assert min(hypot(x + 1.6 - p, y - 2.4 - q) for p, q in ends) > 5
