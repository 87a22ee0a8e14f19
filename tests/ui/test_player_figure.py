"""The figure follows the session: every step of every day has a pose, and only time moves it."""

from itertools import pairwise

import msgspec
import pytest

from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.moments import Moving
from backplan_gui.core.plan import Side
from backplan_gui.core.script import Script, Step, StepKind
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.core.shapes import Drawing, mirrored
from backplan_gui.core.switching import NewForm, version_on
from backplan_gui.ui.player_figure import figure_ready, figure_said, is_moving, sight_now
from backplan_gui.ui.widgets.figure_view import figures

from .fakes_player import CONTENT, begun
from .figure_seen import DAYS, at_ms, index_of, moved, on_stage, row_of, script_of

READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
WAY_MS = 900
STILL_MS = 0.2
"""A breath that moves the back less far in pixels in a frame is not seen to move."""


def instants(step: Step) -> list[int]:
    """Within a step: its beginning, its ends and turns, and some in between."""
    found = {0, 1, 33, 450, 899, 900, step.ms // 3, step.ms // 2, step.ms - 1}
    for beat in range(8):
        ends = beat * step.beat_ms, *(beat * step.beat_ms + each.ms for each in step.beats)
        found |= {ms + late for ms in ends for late in (-1, 0, 1)}
    return sorted(ms for ms in found if 0 <= ms < step.ms)


def is_shown(session: Session) -> None:
    """There is a figure, with motion and without, and a sentence that says what it does."""
    for still in (False, True):
        assert sight_now(session, CONTENT, reduce_motion=still).drawing.shapes
        is_moving(session, CONTENT, reduce_motion=still)
    assert figure_said(session, CONTENT).endswith(".")


# Always there


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("day", DAYS)
def test_every_instant_of_every_day_has_a_figure(day: int, version: Version) -> None:
    script = script_of(day, version)
    assert {step.version for step in script} <= {version, Version.STANDARD}
    for index, step in enumerate(script):
        for ms in instants(step):
            is_shown(at_ms(script, index, ms))


@pytest.mark.parametrize("segment", ["cat-cow", "small-bridge"])
def test_a_moving_pose_of_the_yoga_is_in_time_with_its_breath(segment: str) -> None:
    script = script_of(5, only="gentle-yoga")
    index = next(n for n, step in enumerate(script) if step.segment == segment)

    def drawn(ms: int) -> Drawing:
        return sight_now(at_ms(script, index, ms), CONTENT).drawing

    up, down = drawn(12_000), drawn(16_000)
    assert up != down
    assert [drawn(ms) for ms in (20_000, 24_000, 28_000, 32_000)] == [up, down, up, down]


@pytest.mark.parametrize("day", DAYS)
def test_a_change_of_version_in_the_middle_has_a_figure_at_once(day: int) -> None:
    """Whatever can be asked for is asked for, in the middle of every step."""
    session, now, changes = begun(script_of(day)), 0, 0
    while session.phase is Phase.RUNNING:
        now += session.step.ms // 2
        session, _ = engine.apply(session, Command.TICK, now)
        exercise = CONTENT.exercises[session.step.exercise]
        others = [v for v in exercise.versions if v is not version_on(session)]
        if Command.VERSION in engine.allowed(session) and changes % 5 < len(others):
            form = NewForm(exercise, others[changes % 5], Settings())
            session, _ = engine.apply(session, Command.VERSION, now, form)
        changes += 1
        for later in (0, 16, 500):
            if session.phase is Phase.RUNNING:
                session, _ = engine.apply(session, Command.TICK, now + later)
                is_shown(session)
        now += 500
        if session.phase is Phase.RUNNING:
            now += session.step.ms - session.elapsed
            session, _ = engine.apply(session, Command.TICK, now)
    assert session.phase is Phase.FINISHED
    assert len({step.version for step in session.script}) > 1


def test_it_never_zooms_within_an_exercise() -> None:
    script = script_of(1, only="childs-pose")
    boxes = {
        sight_now(at_ms(script, index, ms), CONTENT).drawing.box
        for index, step in enumerate(script)
        for ms in instants(step)
    }
    assert len(boxes) == 1


# What it shows


def test_the_other_side_is_the_other_picture() -> None:
    script = script_of(3)
    pictures = []
    for side in Side:
        index = index_of(script, WORK, "hip-flexor-stretch", side=side)
        pictures.append(sight_now(at_ms(script, index, 5_000), CONTENT).drawing)
    left, right = pictures
    assert left != right
    assert mirrored(left) == right


def test_each_version_is_shown_as_it_is_done() -> None:
    shown = []
    for version in Version:
        script = script_of(4, version, only="side-plank")
        shown.append(sight_now(at_ms(script, index_of(script, WORK), 2_000), CONTENT).drawing)
    assert len(set(shown)) == 4


def test_where_sides_take_turns_every_rep_is_on_the_other() -> None:
    script = script_of(2, only="dead-bug")
    index, rep = index_of(script, WORK), 8_000
    sides = []
    for ms in (2_900, rep + 2_900):
        shown = sight_now(at_ms(script, index, ms), CONTENT).drawing
        share = 2_900 // 33 * 33 / 3_000
        for side in Side:
            moment = Moving(0, share, first=ms < rep)
            if shown == figures().figure_at("dead-bug", side, moment):
                sides.append(side)
    assert sides == [Side.LEFT, Side.RIGHT]


def test_the_comfortable_side_comes_first_in_every_part_of_a_long_activity() -> None:
    left = script_of(5, only="gentle-yoga")
    right = script_of(5, settings=Settings(first_side=Side.RIGHT), only="gentle-yoga")
    for segment in ("knee-to-chest-left", "lying-twist-right", "change-leg"):
        one, other = (at_ms(s, row_of(s, segment), 4_000) for s in (left, right))
        assert mirrored(sight_now(one, CONTENT).drawing) == sight_now(other, CONTENT).drawing
        assert "left" in figure_said(one, CONTENT) + figure_said(other, CONTENT)
        assert figure_said(one, CONTENT) != figure_said(other, CONTENT)
    one, other = (at_ms(s, row_of(s, "rest"), 4_000) for s in (left, right))
    assert sight_now(one, CONTENT) == sight_now(other, CONTENT)


def test_the_pictures_of_a_change_of_side_are_the_first_poses() -> None:
    script = script_of(3, only="hip-flexor-stretch")
    step = script[index_of(script, SWITCH)]
    ready = sight_now(at_ms(script, 0, 5_000), CONTENT).drawing
    assert figure_ready(step, Side.LEFT) == ready
    assert figure_ready(step, Side.RIGHT) == mirrored(ready)


# Only time moves it


def still_at(script: Script, index: int, ms: int) -> bool:
    """Nothing is to be seen moving within a frame."""
    here, later = (at_ms(script, index, ms + more) for more in (0, 33))
    return moved(sight_now(here, CONTENT).drawing, sight_now(later, CONTENT).drawing) <= STILL_MS


def test_a_hold_breathes_and_stands_still_where_motion_is_reduced() -> None:
    script = script_of(1)
    index = index_of(script, WORK)
    first, later = (at_ms(script, index, ms) for ms in (2_000, 4_000))
    assert sight_now(first, CONTENT) != sight_now(later, CONTENT)
    still = sight_now(first, CONTENT, reduce_motion=True)
    assert still == sight_now(later, CONTENT, reduce_motion=True)


def test_a_rep_comes_round_to_the_same_drawings() -> None:
    script = script_of(1, only="pelvic-tilts")
    index, rep = index_of(script, WORK), 8_000
    for ms in range(0, rep, 250):
        second, third = (at_ms(script, index, n * rep + ms) for n in (1, 2))
        assert sight_now(second, CONTENT).drawing is sight_now(third, CONTENT).drawing


@pytest.mark.parametrize("day", DAYS)
def test_whatever_moves_is_looked_at_from_frame_to_frame(day: int) -> None:
    script = script_of(day, Version.HARDER)
    for index, step in on_stage(script, Version.HARDER):
        for ms in instants(step):
            if ms + 33 < step.ms and not is_moving(at_ms(script, index, ms), CONTENT):
                breathes = step.kind is WORK and not step.reps
                assert breathes or still_at(script, index, ms), (step, ms)


def test_a_session_that_stands_still_has_a_figure_that_does() -> None:
    script = script_of(1)
    for index, step in on_stage(script):
        for ms in (1, 450, step.ms // 2):
            here = at_ms(script, index, ms)
            for phase in (Phase.PAUSED, Phase.RESUMING):
                waiting = msgspec.structs.replace(here, phase=phase, seen=None)
                assert sight_now(waiting, CONTENT) == sight_now(here, CONTENT)
                assert not is_moving(waiting, CONTENT)


def test_a_plain_hold_is_looked_at_no_more_often_than_it_breathes() -> None:
    for day in DAYS:
        script = script_of(day)
        for index, step in enumerate(script):
            if step.kind is WORK and not step.reps and not step.segment:
                seen = range(WAY_MS, step.ms, 500)
                assert not any(is_moving(at_ms(script, index, ms), CONTENT) for ms in seen)


def test_what_waits_stands_still_after_the_way_to_it() -> None:
    script = script_of(1)
    rest, ready = index_of(script, REST, "cat-cow"), index_of(script, READY, "cat-cow")
    assert is_moving(at_ms(script, rest, WAY_MS - 1), CONTENT)
    assert not is_moving(at_ms(script, rest, WAY_MS), CONTENT)
    assert not any(is_moving(at_ms(script, index, 1), CONTENT) for index in (0, ready))


def test_a_change_of_side_shows_two_figures_that_stand_still() -> None:
    script = script_of(3)
    index = index_of(script, SWITCH)
    assert not any(is_moving(at_ms(script, index, ms), CONTENT) for ms in (0, 100, 5_000))


def test_reps_and_the_ways_in_and_out_move_all_the_time() -> None:
    script = script_of(1)
    for kind, exercise in ((ENTER, "childs-pose"), (LEAVE, "childs-pose"), (WORK, "cat-cow")):
        index = index_of(script, kind, exercise)
        assert is_moving(at_ms(script, index, 0), CONTENT)
        assert is_moving(at_ms(script, index, script[index].ms - 1), CONTENT)


@pytest.mark.parametrize(
    ("segment", "moves"), [("upper-back-rolling", True), ("upper-back-breathing", False)]
)
def test_a_part_of_a_long_activity_moves_if_its_pose_does(segment: str, moves: bool) -> None:
    script = script_of(5, only="foam-rolling")
    assert is_moving(at_ms(script, row_of(script, segment), 10_000), CONTENT) is moves


def test_a_turn_of_a_hold_moves_for_its_way_and_then_stands() -> None:
    script = script_of(1, Version.HARDER, only="childs-pose")
    index = index_of(script, WORK)
    moves = [is_moving(at_ms(script, index, ms), CONTENT) for ms in (1_900, 2_000, 14_999)]
    assert moves == [True, False, False]
    assert [is_moving(at_ms(script, index, ms), CONTENT) for ms in (15_000, 16_999, 17_000)] == [
        True,
        True,
        False,
    ]
    lean, other = (
        sight_now(at_ms(script, index, ms), CONTENT, reduce_motion=True).drawing
        for ms in (10_000, 20_000)
    )
    assert lean != other


def test_between_two_short_holds_it_comes_out_rests_and_goes_in_again() -> None:
    script = script_of(7, Version.EASIER, only="plank")
    index = next(i for i, step in enumerate(script) if step.kind is REST and step.part > 1)
    ready, hold = (
        sight_now(at_ms(script, at, 2_000), CONTENT).drawing for at in (0, index_of(script, WORK))
    )
    shown = [sight_now(at_ms(script, index, ms), CONTENT).drawing for ms in (0, 2_500, 4_999)]
    assert moved(shown[0], hold) < 4
    assert shown[1].shapes == ready.shapes
    assert moved(shown[2], hold) < 4
    assert is_moving(at_ms(script, index, 1_000), CONTENT)


def test_at_ones_own_pace_the_figure_waits() -> None:
    script = script_of(1, settings=Settings(pace=Pace.OWN), only="cat-cow")
    index = index_of(script, WORK)
    assert script[index].own_pace
    shown = {sight_now(at_ms(script, index, ms), CONTENT) for ms in (0, 1_500, 90_000, 200_000)}
    assert len(shown) == 1
    assert not any(is_moving(at_ms(script, index, ms), CONTENT) for ms in (0, 1_500, 200_000))


# In words


def said(script: Script, index: int, ms: int) -> str:
    return figure_said(at_ms(script, index, ms), CONTENT)


def test_the_sentence_changes_with_every_phase_of_a_rep() -> None:
    script = script_of(1, only="cat-cow")
    index = index_of(script, WORK)
    sentences = [said(script, index, ms) for ms in (0, 3_999, 4_000, 7_999, 8_000)]
    cat, cow = sentences[0], sentences[2]
    assert sentences == [cat, cat, cow, cow, cat]
    assert "rounded" in cat
    assert cow != cat != said(script, 0, 0)


def test_a_hold_is_told_on_the_way_in_and_left_on_the_way_out() -> None:
    script = script_of(1, only="childs-pose")
    before, hold, after = (
        said(script, 0, 0), said(script, index_of(script, WORK), 9_000),
        said(script, index_of(script, LEAVE), 0),
    )  # fmt: skip
    assert said(script, index_of(script, ENTER), 0) == hold
    assert before == after != hold


def test_the_sentence_names_the_side_that_is_on() -> None:
    script = script_of(3, only="standing-hamstring-stretch")
    left, right = (said(script, index_of(script, WORK, side=side), 9_000) for side in Side)
    assert "left heel in front, right knee bent" in left
    assert "right heel in front, left knee bent" in right
    bug = script_of(2, only="dead-bug")
    reps = [said(bug, index_of(bug, WORK), ms) for ms in (1_000, 9_000)]
    assert "left leg reaching away" in reps[0]
    assert "right leg reaching away" in reps[1]


def test_the_parts_of_a_long_activity_name_their_own_side() -> None:
    script = script_of(5, only="foam-rolling")
    for segment in ("left-buttock", "right-buttock"):
        assert f"the {segment.replace('-', ' ')} on a roller" in said(
            script, row_of(script, segment), 9_000
        )


def test_the_turns_of_a_hold_are_told_apart() -> None:
    script = script_of(7, Version.HARDER, only="plank")
    index = index_of(script, WORK)
    sentences = [said(script, index, ms) for ms in (0, 4_999, 5_000, 9_999, 10_000)]
    assert sentences[0] == sentences[1] == sentences[4] != sentences[2] == sentences[3]


def test_the_sentence_says_where_the_figure_ends_that_is_on_show() -> None:
    """Without motion what is drawn is what is told: as many drawings as sentences."""
    for day in DAYS:
        script = script_of(day)
        for index, step in on_stage(script):
            ends = [ms for ms in instants(step) if ms % 1000 == 999]
            for one, other in pairwise(at_ms(script, index, ms) for ms in ends):
                drawn = [sight_now(s, CONTENT, reduce_motion=True).drawing for s in (one, other)]
                same = figure_said(one, CONTENT) == figure_said(other, CONTENT)
                if same and not step.alternates:
                    assert drawn[0].shapes == drawn[1].shapes, step
