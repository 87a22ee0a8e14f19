"""The drawn person: bones that never stretch, hands that stay put, and every exercise there."""

from collections.abc import Iterator
from functools import cache
from math import hypot
from typing import Any, NamedTuple

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.exercise import Order, Version
from backplan_gui.core.figure import Figures
from backplan_gui.core.limits import LIMITS, bends
from backplan_gui.core.moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Moment,
    Moving,
    Ready,
    RowMotion,
    Standing,
)
from backplan_gui.core.plan import Side
from backplan_gui.core.played import NoSuchMomentError
from backplan_gui.core.plays import Form, PoseError, named, poses_from
from backplan_gui.core.poses import View
from backplan_gui.core.props import Step
from backplan_gui.core.rig import (
    BONES,
    Posture,
    Stance,
    bent,
    breathed,
    eased,
    held_points,
    mixed,
    other_side,
    posture_of,
)
from backplan_gui.core.shapes import Bar, Box, Drawing, Mass, Role, Seam, mat_below, mirrored, reach

from .drawn import BODY, BOOK, FIGURES, FILES, FORMS, RIG, STANCES, at, body, numbers_in

CONTENT = Content(resources.root())
FRAMES = 20
RADII = {"Elbow": 4.5, "Wrist": 3.1, "Ankle": 4.0, "Toes": 2.6, "Knee": 6.3, "head": 10.5}
FAR_RISE = RIG.far_offset[1]


class Pair(NamedTuple):
    """Two key poses with a way between them."""

    start: str
    end: str


def pairs_of(form: Form) -> Iterator[Pair]:
    if form.hold and form.enter:
        yield Pair(form.enter, form.hold)
    before = form.start or ""
    for phase in form.loop:
        for name in filter(None, (phase.via, phase.to)):
            yield Pair(before, name)
            before = name
    for segment in form.segments:
        if segment.slide:
            yield Pair(*segment.slide)
    if form.walk:
        yield Pair(*form.walk)


PAIRS = [pair for name, version in FORMS for pair in pairs_of(BOOK.plays[name].form(version))]


@cache
def frames(pair: Pair) -> list[tuple[float, Posture]]:
    start, end = STANCES[pair.start], STANCES[pair.end]
    shares = [eased(number / FRAMES) for number in range(FRAMES + 1)]
    return [(share, posture_of(RIG, mixed(RIG, start, end, share))) for share in shares]


def away(posture: Posture, joint: str, spot: tuple[float, float]) -> float:
    x, y = posture.joints[joint]
    return hypot(x - spot[0], y - spot[1])


def lengths_of(posture: Posture) -> dict[str, float]:
    ends = {
        "pelvis": ("hip", "l5"), "lumbar": ("l5", "t12"), "thorax": ("t12", "c7"),
        "neck": ("c7", "skull"), "head": ("skull", "head"),
    }  # fmt: skip
    for side in "nf":
        chain = [f"{side}{joint}" for joint in ("Shoulder", "Elbow", "Wrist", "Fingers")]
        chain += [f"{side}{joint}" for joint in ("Hip", "Knee", "Ankle", "Toes")]
        for bone, first in (
            ("UpperArm", 0),
            ("Forearm", 1),
            ("Hand", 2),
            ("Thigh", 4),
            ("Shank", 5),
            ("Foot", 6),
        ):
            ends[side + bone] = (chain[first], chain[first + 1])
    return {bone: away(posture, end, posture.joints[start]) for bone, (start, end) in ends.items()}


def full_length(bone: str) -> float:
    plain = (
        bone[1].lower() + bone[2:]
        if bone[:2] in {f"{s}{c}" for s in "nf" for c in "UFHTS"}
        else bone
    )
    return float(msgspec.to_builtins(RIG.bones)[plain])


# --- kinematics -------------------------------------------------------------------------


def test_bones_keep_their_lengths_on_every_way() -> None:
    tried = 0
    for pair in PAIRS:
        for _, posture in frames(pair):
            tried += 1
            shares = dict(zip(BONES, posture.stance.shares, strict=True))
            for bone, length in lengths_of(posture).items():
                wanted = abs(shares[bone]) * full_length(bone)
                assert length == pytest.approx(wanted, abs=1e-6), (pair, bone)
    assert tried >= 2394


def test_pinned_hands_and_feet_do_not_slide() -> None:
    pinned = 0
    for pair in PAIRS:
        for share, posture in frames(pair):
            start, end = STANCES[pair.start].pins, STANCES[pair.end].pins
            for joint, spot in posture.stance.pins.items():
                if joint in start and joint in end:
                    pinned += 1
                    (ax, ay), (bx, by) = start[joint], end[joint]
                    wanted = (ax + (bx - ax) * share, ay + (by - ay) * share)
                    assert away(posture, joint, wanted) <= 0.7, (pair, joint, share)
                assert away(posture, joint, spot) <= 0.7, (pair, joint, share)
    assert pinned > 500


def test_what_must_touch_the_mat_does() -> None:
    touching = 0
    for name, pose in BOOK.poses.items():
        if pose.view is View.TOP:
            continue
        posture = posture_of(RIG, STANCES[name])
        for joint in pose.contacts:
            radius = RADII[joint if joint == "head" else joint[1:]]
            rise = FAR_RISE if joint[0] == "f" and pose.view is View.SIDE else 0.0
            assert abs(posture.joints[joint][1] - radius - rise) <= 1, (name, joint)
            touching += 1
    assert touching > 130


def test_no_limb_sinks_into_the_mat_or_the_step_on_the_way() -> None:
    for pair in PAIRS:
        for share, posture in frames(pair):
            if posture.stance.view is View.TOP:
                continue
            for joint, radius in ((s + j, RADII[j]) for s in "nf" for j in RADII if j != "head"):
                x, y = posture.joints[joint]
                floor = max(
                    (
                        p.h
                        for p in posture.stance.props
                        if isinstance(p, Step) and p.x + 3 < x < p.x + p.w - 3
                    ),
                    default=0.0,
                )
                if joint[1:] in {"Ankle", "Toes"} or not floor:
                    assert y - radius >= floor - 1.5, (pair, joint, share)


def test_joints_bend_as_joints_do() -> None:
    for pair in PAIRS:
        for share, posture in frames(pair):
            if posture.stance.view is View.SIDE:
                for joint, angle in bends(posture):
                    low, high = LIMITS[joint]
                    assert low - 0.5 <= angle <= high + 0.5, (pair, share, joint)


def test_two_bones_reach_or_stretch() -> None:
    one, two = bent((0, 0), (0, -60), (40, 38), -1)
    assert one > -90 > two
    far = bent((0, 0), (200, 0), (40, 38), -1)
    assert far == pytest.approx((0, 0), abs=0.1)
    folded = bent((0, 0), (0, 0), (40, 38), 1)
    assert abs(folded[1] - folded[0]) == pytest.approx(180, abs=1)


def test_a_straight_pinned_limb_bends_the_way_it_can() -> None:
    stance = STANCES["standing"]
    angles = list(stance.angles)
    angles[5] = angles[6] = -90.0
    angles[8] = angles[9] = -90.0
    straight = posture_of(RIG, msgspec.structs.replace(stance, angles=tuple(angles)))
    (wx, wy), (ax, ay) = straight.joints["nWrist"], straight.joints["nAnkle"]
    pins = {"nWrist": (wx, wy + 3), "nAnkle": (ax, ay + 3)}
    spot = (stance.spot[0], stance.spot[1])
    bending = msgspec.structs.replace(straight.stance, pins=pins, joint="fAnkle", spot=spot)
    posture = posture_of(RIG, bending)
    assert posture.angles[6] > posture.angles[5]
    assert posture.angles[9] < posture.angles[8]


def test_the_other_side_of_the_other_side_is_the_same() -> None:
    for name, stance in STANCES.items():
        twice = other_side(RIG, other_side(RIG, stance))
        assert twice.angles == stance.angles
        assert twice.shares == stance.shares
        assert twice.joint == stance.joint
        for joint, spot in posture_of(RIG, stance).joints.items():
            assert away(posture_of(RIG, twice), joint, spot) < 1e-9, (name, joint)


def test_limbs_that_change_sides_stay_where_the_others_were() -> None:
    here = posture_of(RIG, STANCES["dead_bug_reach"])
    there = posture_of(RIG, other_side(RIG, STANCES["dead_bug_reach"]))
    dx, dy = RIG.far_offset
    for joint in ("Wrist", "Ankle"):
        x, y = here.joints[f"n{joint}"]
        assert away(there, f"f{joint}", (x + dx, y + dy)) < 1e-9
    assert there.joints["head"] == pytest.approx(here.joints["head"])


def test_ways_start_and_end_at_the_key_poses_and_are_slow_there() -> None:
    a, b = STANCES["all_fours"], STANCES["childs_pose"]
    assert mixed(RIG, a, b, 0) is a
    assert mixed(RIG, a, b, 1) is b
    assert [eased(-1), eased(0.5), eased(2)] == pytest.approx([0, 0.5, 1])
    assert eased(0.1) < 0.05


def test_angles_are_mixed_as_numbers_never_the_shorter_way_round() -> None:
    a = STANCES["standing"]
    b = msgspec.structs.replace(a, angles=tuple(angle + 300 for angle in a.angles))
    half = mixed(RIG, a, b, 0.5)
    assert half.angles == pytest.approx([angle + 150 for angle in a.angles])


def test_different_anchors_meet_on_the_way() -> None:
    a = STANCES["all_fours"]
    where = posture_of(RIG, a).joints["hip"]
    b = msgspec.structs.replace(a, joint="hip", spot=(where[0] + 10, where[1]))
    half = posture_of(RIG, mixed(RIG, a, b, 0.5))
    assert half.joints["hip"][0] == pytest.approx(where[0] + 5)


def test_a_swung_arm_points_the_other_way() -> None:
    ahead = posture_of(RIG, STANCES["open_book_closed"])
    behind = posture_of(RIG, STANCES["open_book_open"])
    assert ahead.joints["nWrist"][0] > ahead.joints["nShoulder"][0] + 40
    assert behind.joints["nWrist"][0] < behind.joints["nShoulder"][0] - 40


def test_the_chest_breathes_but_not_seen_from_above() -> None:
    stance = STANCES["childs_pose"]
    moved = [b - a for a, b in zip(stance.angles, breathed(stance, 1).angles, strict=True)]
    assert moved[1:4] == pytest.approx([1.2, 1.2, 0.8])
    assert moved[0] == 0
    assert not any(moved[4:])
    assert breathed(stance, 0) is stance
    above = STANCES["butterfly"]
    assert breathed(above, 1) is above


# --- what is drawn ----------------------------------------------------------------------


def moments_of(name: str, version: Version) -> Iterator[Moment]:
    form = BOOK.plays[name].form(version)
    yield from (Standing(), Ready())
    if form.hold:
        yield from (Entering(0.3), Holding(0.5), Leaving(0.3))
    for phase in range(len(form.loop)):
        yield from (Moving(phase, 0.2), Moving(phase, 0.8), Moving(phase, 0.4, first=True))
    if form.walk:
        yield from (Cycling(share / 10) for share in range(10))
    for row in (row for segment in form.segments for row in segment.rows):
        motion = FIGURES.row_motion(name, row, version)
        if motion.like:
            yield from (Moving(0, 0.5, row), Ready(row))
        elif motion.cycle_ms:
            yield from (Cycling(0.2, row), Cycling(0.7, row), Ready(row))
        else:
            yield from (Holding(0.0, row), Ready(row))


@pytest.mark.parametrize(("name", "version"), FORMS)
@pytest.mark.parametrize("side", [None, *Side])
def test_every_exercise_has_a_drawing_at_every_moment(
    name: str, version: Version, side: Side | None
) -> None:
    for moment in moments_of(name, version):
        drawing = FIGURES.figure_at(name, side, moment, version)
        beads = [s for s in drawing.shapes if isinstance(s, Bar) and s.role is Role.BEAD]
        assert len(beads) == 7
        assert all(abs(number) < 1000 for number in numbers_in(drawing.shapes))
        masses = [s for s in drawing.shapes if isinstance(s, Mass) and s.role is not Role.SHADOW]
        for box in map(reach, masses):
            assert drawing.box.left - 12 < box.left, moment
            assert box.right < drawing.box.right + 12, moment
            assert box.high < drawing.box.high + 12, moment


def test_all_exercises_of_the_plan_are_here_with_their_phases_sides_and_rows() -> None:
    assert set(BOOK.plays) >= set(CONTENT.exercises)
    for name, whole in CONTENT.exercises.items():
        play = BOOK.plays[name]
        for version in whole.versions:
            exercise, form = whole.form(version), play.form(version)
            phases = [phase.phase for phase in form.loop]
            assert not phases or phases == [phase.id for phase in exercise.phases], (name, version)
            rows = [row for segment in form.segments for row in segment.rows]
            assert not rows or len(rows) == len(exercise.segments), (name, version)
        assert (whole.order is None) == (play.side is None or bool(play.standard.segments)), name
        if whole.order is Order.ALTERNATE:
            assert play.side is not None


def test_the_rows_of_one_side_look_the_same_way() -> None:
    for name in ("foam-rolling", "gentle-yoga"):
        for segment in BOOK.plays[name].standard.segments:
            written = [CONTENT.exercises[name].segments[row - 1].side for row in segment.rows]
            if segment.side:
                assert set(written) <= {segment.side, None}, (name, segment.rows)


def test_no_pose_is_left_unused() -> None:
    used = {play.picture for play in BOOK.plays.values()}
    for play in BOOK.plays.values():
        for form in map(play.form, play.versions):
            used |= set(named(form))
    assert used == set(BOOK.poses)


def test_a_hold_is_entered_and_left_the_same_way() -> None:
    assert at("childs-pose", Entering(0)).shapes == at("childs-pose", Ready()).shapes
    assert at("childs-pose", Entering(1)) == at("childs-pose", Holding())
    assert at("childs-pose", Leaving(0)) == at("childs-pose", Holding())
    assert at("childs-pose", Leaving(0.3)).box == at("childs-pose", Entering(0.7)).box
    assert at("childs-pose", Holding(1)) != at("childs-pose", Holding(-1))


def test_a_rep_goes_on_where_the_phase_before_it_ended() -> None:
    for name, version in FORMS:
        form = BOOK.plays[name].form(version)
        for phase in range(len(form.loop)):
            ended = at(name, Moving(phase - 1 if phase else len(form.loop) - 1, 1.0), None, version)
            assert body(at(name, Moving(phase, 0.0), None, version)) == body(ended), (name, phase)


def test_the_first_rep_comes_from_the_start() -> None:
    assert body(at("cat-cow", Moving(0, 0.0, first=True))) == body(at("cat-cow", Ready()))
    assert body(at("cat-cow", Moving(0, 0.0))) != body(at("cat-cow", Ready()))
    assert body(at("cat-cow", Moving(1, 0.0, first=True))) == body(at("cat-cow", Moving(1, 0.0)))


def test_half_of_a_way_over_a_step_is_the_lifted_foot() -> None:
    passing = at("step-ups", Moving(0, 0.5))
    assert shapes_near(passing, at("step-ups", Standing("step_lift")))
    assert at("step-ups", Moving(0, 0.4)) != passing != at("step-ups", Moving(0, 0.6))


def shapes_near(one: Drawing, other: Drawing) -> bool:
    """The same limbs, props aside."""
    a, b = (
        [n for s in d.shapes if s.role in {Role.NEAR, Role.FAR, Role.TORSO} for n in numbers_in(s)]
        for d in (one, other)
    )
    return a == pytest.approx(b, abs=1e-6)


def test_the_ghost_stands_still_where_the_rep_leads() -> None:
    ghosts = {
        s
        for share in (0.1, 0.5, 0.9)
        for s in at("cat-cow", Moving(1, share)).shapes
        if s.role is Role.GHOST
    }
    assert len(ghosts) == 1
    resting = at("glute-bridge", Moving(1, 0.5))
    assert not [s for s in resting.shapes if s.role is Role.GHOST]
    assert not [s for s in at("childs-pose", Holding()).shapes if s.role is Role.GHOST]


def test_the_other_side_is_the_mirrored_picture() -> None:
    right, left = (at("hip-flexor-stretch", Holding(), side) for side in (Side.RIGHT, Side.LEFT))
    assert not right.flip
    assert left == mirrored(right)
    assert mirrored(left) == right


def test_the_other_side_of_crosswise_work_changes_the_limbs() -> None:
    left, right = (at("dead-bug", Moving(1, 0.5), side) for side in (Side.LEFT, Side.RIGHT))
    assert not right.flip
    assert left.box == right.box
    assert body(left) != body(right)


def test_a_row_has_its_own_side_unless_another_is_asked_for() -> None:
    flipped = [at("foam-rolling", Cycling(0.2, row)).flip for row in (4, 6)]
    assert flipped == [True, False]
    assert not at("foam-rolling", Cycling(0.2, 4), Side.RIGHT).flip


def test_the_figure_never_zooms_within_an_exercise() -> None:
    for name, version in FORMS:
        form = BOOK.plays[name].form(version)
        if not form.segments:
            moving = [m for m in moments_of(name, version) if not isinstance(m, Standing)]
            boxes = {at(name, m, side, version).box for m in moving for side in Side}
            assert len(boxes) == 1, name


def test_an_easier_form_goes_only_part_of_the_way() -> None:
    low, half, high = (
        at("glute-bridge", Moving(3, 0.5)),
        at("glute-bridge", Moving(1, 0.5), None, Version.EASIER),
        at("glute-bridge", Moving(1, 0.5)),
    )
    heights = [torso_height(drawing) for drawing in (low, half, high)]
    assert heights[0] + 2 < heights[1] < heights[2] - 2


def torso_height(drawing: Drawing) -> float:
    torsos = [s for s in drawing.shapes if isinstance(s, Mass) and s.outlines]
    return max(reach(torso).high for torso in torsos if torso.role is Role.TORSO)


def test_an_easier_form_leaves_out_the_band() -> None:
    assert [s for s in at("seated-band-row", Moving(0, 0.5)).shapes if s.role is Role.BAND]
    assert not [
        s
        for s in at("seated-band-row", Moving(0, 0.5), None, Version.EASIER).shapes
        if s.role is Role.BAND
    ]


def test_a_band_runs_from_the_hand_to_the_sole_and_a_towel_under_the_thigh() -> None:
    for name, end in (("row_long", "nSole"), ("low_hug", "nUnderThigh")):
        posture = posture_of(RIG, STANCES[name])
        points = held_points(posture)
        limbs = ("nAnkle", "nToes") if end == "nSole" else ("nHip", "nKnee")
        assert min(away(posture, limb, points[end]) for limb in limbs) < 25, name


def test_a_picture_shows_what_the_form_is_about() -> None:
    assert at("cat-cow", Standing()).shapes == at("cat-cow", Standing("cat")).shapes
    assert body(at("cat-cow", Standing(), None, Version.EASIER)) == body(
        at("cat-cow", Standing("seated_cat"))
    )
    assert (
        at("plank", Standing(), None, Version.EASIER).shapes
        == at("plank", Standing("plank_knees")).shapes
    )
    wall = at("foam-rolling", Standing(), None, Version.EASIER)
    assert wall.shapes == at("foam-rolling", Standing("wall_roll_a")).shapes


def test_a_walk_comes_round_and_changes_feet_half_way() -> None:
    assert at("walking", Cycling(0.0)) == at("walking", Cycling(1.0))
    start = STANCES["walk_contact"]
    here = posture_of(RIG, start)
    there = posture_of(RIG, other_side(RIG, start))
    assert here.joints["nAnkle"][0] - there.joints["nAnkle"][0] > 20
    shown = at("walking", Cycling(0.5))
    assert shown != at("walking", Cycling(0.0))
    assert len({at("walking", Cycling(share / 8)).shapes for share in range(8)}) > 4


def test_a_roller_goes_there_and_back() -> None:
    assert at("foam-rolling", Cycling(0.2, 1)).shapes != at("foam-rolling", Cycling(0.4, 1)).shapes
    there, back = (numbers_in(at("foam-rolling", Cycling(s, 1)).shapes) for s in (0.2, 0.8))
    assert list(there) == pytest.approx(list(back))


def test_a_row_says_how_it_moves() -> None:
    assert FIGURES.row_motion("foam-rolling", 1) == RowMotion(cycle_ms=6000)
    assert FIGURES.row_motion("foam-rolling", 2) == RowMotion()
    assert FIGURES.row_motion("gentle-yoga", 4) == RowMotion(like="cat-cow")
    assert FIGURES.row_motion("gentle-yoga", 4, Version.EASIER) == RowMotion(like="cat-cow")
    assert FIGURES.row_motion("walking", 1) == RowMotion(cycle_ms=1300)
    assert FIGURES.row_motion("walking", 2, Version.EASIER) == RowMotion(cycle_ms=1150)
    with pytest.raises(NoSuchMomentError):
        FIGURES.row_motion("gentle-yoga", 99)


def test_a_row_like_another_exercise_is_drawn_like_it() -> None:
    assert body(at("gentle-yoga", Moving(0, 0.5, 4))) == body(at("cat-cow", Moving(0, 0.5)))
    assert body(at("gentle-yoga", Ready(4), None, Version.EASIER)) == body(
        at("cat-cow", Ready(), None, Version.EASIER)
    )


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("childs-pose", Moving(0, 0.5)),
        ("cat-cow", Holding()),
        ("cat-cow", Moving(2, 0.5)),
        ("cat-cow", Entering(0.5)),
        ("cat-cow", Leaving(0.5)),
        ("cat-cow", Cycling(0.5)),
        ("gentle-yoga", Cycling(0.5, 1)),
        ("gentle-yoga", Ready(99)),
    ],
)
def test_what_an_exercise_does_not_do_is_told(name: str, moment: Moment) -> None:
    with pytest.raises(NoSuchMomentError):
        at(name, moment)


def test_a_mat_lies_below_the_figure_or_under_it() -> None:
    above, beside = at("thoracic-rotations", Ready()), at("childs-pose", Holding())
    assert mat_below(above) == (above.mat,)
    assert [bar.role for bar in mat_below(beside)] == [Role.MAT, Role.MAT_EDGE]
    assert mat_below(beside, 168)[0].width == 168
    assert mat_below(beside)[0].width > beside.box.right - beside.box.left
    assert mat_below(at("walking", Standing("standing")))[0].width == 92


def test_boxes_join() -> None:
    assert Box(0, 0, 1, 1) | Box(-1, 2, 0, 3) == Box(-1, 0, 1, 3)


def test_where_a_limb_folds_over_itself_a_seam_parts_the_two() -> None:
    folded = [s for s in at("childs-pose", Holding()).shapes if isinstance(s, Seam)]
    assert folded
    long = at("childs-pose", Standing("standing"))
    assert len([s for s in long.shapes if isinstance(s, Seam)]) < 5


def test_a_torso_folded_sharply_still_has_a_plain_outline() -> None:
    stance = STANCES["seated_cat"]
    angles = (200.0, 90.0, -20.0, *stance.angles[3:])
    poses = {**BOOK.poses}
    pose = poses["seated_cat"]
    bent_angles = type(pose.angles)(*angles)
    poses["seated_cat"] = msgspec.structs.replace(pose, angles=bent_angles)
    figures = Figures(msgspec.structs.replace(BOOK, poses=poses))
    drawing = figures.figure_at("cat-cow", None, Standing("seated_cat"))
    (outline,) = (s.outlines[0] for s in drawing.shapes if isinstance(s, Mass) and s.outlines)
    whole = figures.figure_at("cat-cow", None, Standing("cat"))
    (usual,) = (s.outlines[0] for s in whole.shapes if isinstance(s, Mass) and s.outlines)
    assert len(outline) < len(usual)


def test_nothing_shades_the_floor_from_high_above_it() -> None:
    pose = BOOK.poses["standing"]
    anchor = msgspec.structs.replace(pose.anchor, y=90.0)
    poses = {**BOOK.poses, "standing": msgspec.structs.replace(pose, anchor=anchor)}
    figures = Figures(msgspec.structs.replace(BOOK, poses=poses))
    drawing = figures.figure_at("cat-cow", None, Standing("standing"))
    assert not [s for s in drawing.shapes if s.role is Role.SHADOW]
    assert drawing.box.low == 0


def test_things_move_with_the_pose_or_stay() -> None:
    a, b = STANCES["roll_upper_a"], STANCES["roll_upper_b"]
    (start,), (end,), (half,) = a.props, b.props, mixed(RIG, a, b, 0.5).props
    wanted = [(p + q) / 2 for p, q in zip(numbers_in(start), numbers_in(end), strict=True)]
    assert list(numbers_in(half)) == pytest.approx(wanted)
    rest, press = STANCES["pelvic_tilt_rest"], STANCES["pelvic_tilt_press"]
    assert mixed(RIG, rest, press, 0.5).props == press.props


# --- broken files -----------------------------------------------------------------------


def read_broken(change: dict[str, Any], file: str, *path: str) -> None:
    """Read everything with some fields of one object changed; None leaves a field out."""
    texts = {"body": BODY, **FILES}
    data = msgspec.json.decode(texts[file])
    spot = data
    for step in path:
        spot = spot[int(step)] if isinstance(spot, list) else spot[step]
    for key, value in change.items():
        spot.pop(key, None)
        if value is not None:
            spot[key] = value
    texts[file] = msgspec.json.encode(data)
    poses_from(texts.pop("body"), texts)


CAT = ("cat-cow", "poses", "cat")
YOGA = ("gentle-yoga", "standard", "segments")


@pytest.mark.parametrize(
    ("change", "path", "said"),
    [
        ({"version": 2}, ("body",), "body: Invalid enum value 2"),
        ({"nThigh": None}, (*CAT, "angles"), "cat: Object missing required field `nThigh`"),
        ({"nThigh": 9000}, (*CAT, "angles"), "cat: Expected `float` <= 720"),
        ({"tail": 1}, (*CAT, "angles"), "cat: Object contains unknown field `tail`"),
        ({"nShank": -60}, (*CAT, "angles"), "cat: the knee cannot bend by -32 degrees"),
        ({"lumbar": 120}, (*CAT, "angles"), "cat: the low back cannot bend by 74 degrees"),
        ({"joint": "nose"}, (*CAT, "anchor"), "cat: Invalid enum value 'nose'"),
        ({"order": ["head"]}, CAT, "cat: order must name every part once"),
        ({"view": "top"}, CAT, "cat: a pose seen from above needs mat and turn"),
        ({"props": [{"type": "sofa"}]}, CAT, "cat: Invalid value 'sofa'"),
        ({"cat": {}}, ("body", "poses"), "cat: Object missing required field"),
        ({"hold": "nowhere"}, ("childs-pose", "standard"), "standard: there is no pose nowhere"),
        ({"picture": "nowhere"}, ("childs-pose",), "childs-pose: there is no pose nowhere"),
        ({"hold": None}, ("childs-pose", "standard"), "childs-pose: there is no hold, loop"),
        ({"enter": None}, ("childs-pose", "standard"), "standard: the pose before the first"),
        ({"start": None}, ("cat-cow", "standard"), "cat-cow standard: the pose before the first"),
        ({"hold": "cat"}, ("cat-cow", "standard"), "cat-cow standard: only one of hold, loop"),
        ({"turns": ["cat"]}, ("cat-cow", "standard"), "cat-cow standard: only a hold has turns"),
        ({"hold": "nowhere"}, ("plank", "easier"), "plank easier: there is no pose nowhere"),
        ({"enter": "butterfly"}, ("plank", "easier"), "plank easier: its poses have two views"),
        ({"rows": [2]}, (*YOGA, "0"), "gentle-yoga standard: segments must name"),
        ({"like": "cat-cow"}, (*YOGA, "0"), "a segment is one of"),
        ({"like": "sofa"}, (*YOGA, "3"), "no exercise like sofa"),
        ({"version": "hard"}, (*YOGA, "3"), "gentle-yoga: Invalid enum value 'hard'"),
        ({"like": "gentle-yoga"}, (*YOGA, "3"), "gentle-yoga has no reps to be like"),
    ],
)
def test_a_broken_file_is_told_in_one_sentence(
    change: dict[str, Any], path: tuple[str, ...], said: str
) -> None:
    with pytest.raises(PoseError) as caught:
        read_broken(change, *path)
    assert said in str(caught.value)
    assert caught.value.where
    assert "\n" not in caught.value.what


def test_two_poses_of_one_name_are_told() -> None:
    own = msgspec.json.decode(FILES["cat-cow"])["poses"]["cat"]
    with pytest.raises(PoseError, match="cat-cow: there already is a pose cat"):
        read_broken({"cat": own}, "body", "poses")


def test_what_is_no_json_is_told() -> None:
    with pytest.raises(PoseError, match="cat-cow"):
        poses_from(BODY, {**FILES, "cat-cow": b"{"})


def test_every_stored_stance_keeps_the_order_of_bones() -> None:
    stance: Stance = STANCES["standing"]
    assert len(stance.angles) == len(BONES) == len(stance.shares)
    assert stance.angles[BONES.index("fFoot")] == BOOK.poses["standing"].angles.f_foot
