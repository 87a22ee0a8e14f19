"""From one pose to the next: a way without a jump, or a fade (design-system.md section 5).

Where motion is reduced there are only key poses and short fades.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import pytest

from backplan_gui.core.exercise import Version
from backplan_gui.core.script import Script, Step, StepKind
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.core.shapes import Drawing, Sight
from backplan_gui.ui.player_figure import figure_said, is_moving, sight_now
from backplan_gui.ui.widgets.figure_view import figures

from .fakes_player import CONTENT
from .figure_seen import (
    DAYS,
    FRAME_MS,
    at_ms,
    index_of,
    mainly,
    moved,
    on_stage,
    row_of,
    script_of,
)

READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
MOVE_MS, FADE_MS = 900, 200
FASTEST = 45
"""Pixels in a frame: a head that comes down from standing to lying within 900 ms."""
JUMP = 12
"""Pixels in a millisecond that would be seen as one; the fastest moves by 1.4."""


def sight(script: Script, index: int, ms: int) -> Sight:
    return sight_now(at_ms(script, index, ms), CONTENT)


def still(script: Script, index: int, ms: int) -> Sight:
    return sight_now(at_ms(script, index, ms), CONTENT, reduce_motion=True)


# A way


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("day", DAYS)
def test_no_step_begins_with_a_jump(day: int, version: Version) -> None:
    script = script_of(day, version)
    for index, step in on_stage(script, version):
        if index and script[index - 1].kind is not SWITCH:
            before = mainly(sight(script, index - 1, script[index - 1].ms - 1))
            assert moved(before, mainly(sight(script, index, 0))) < JUMP, (step, index)


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("day", DAYS)
def test_from_frame_to_frame_nothing_leaps(day: int, version: Version) -> None:
    """In the first second of every step, and wherever a phase of its first reps ends."""
    script = script_of(day, version)
    for index, step in on_stage(script, version, sets=2):
        for ms in frames_of(step):
            one, other = sight(script, index, ms), sight(script, index, ms + FRAME_MS)
            if one.before is other.before is None:
                far = moved(one.drawing, other.drawing)
                assert far < FASTEST, (step.exercise, step.kind, step.segment, ms)


def frames_of(step: Step) -> Iterator[int]:
    starts = list(range(0, 1_000, FRAME_MS))
    if step.reps:
        beats = [sum(beat.ms for beat in step.beats[:n]) for n in range(len(step.beats))]
        starts += [rep * step.beat_ms + beat - 17 for rep in (1, 2) for beat in beats]
    yield from (ms for ms in starts if ms + FRAME_MS < step.ms)


def test_the_next_exercise_is_reached_in_nine_tenths_of_a_second() -> None:
    script = script_of(1)
    index = index_of(script, REST, "cat-cow")
    seen = [sight(script, index, ms) for ms in (0, 300, 600, 899, 900, 5_000)]
    assert all(one.before is None for one in seen)
    drawings = [one.drawing for one in seen]
    assert len(set(drawings[:4])) == 4
    assert moved(drawings[3], drawings[4]) < 1
    assert drawings[4] == drawings[5] == sight(script, index + 1, 0).drawing


def test_the_way_is_slow_at_both_ends() -> None:
    script = script_of(1)
    index = index_of(script, REST, "pelvic-tilts")
    shown = [sight(script, index, ms).drawing for ms in (0, 100, 400, 500, 800, 900)]
    first, middle, last = (moved(shown[n], shown[n + 1]) for n in (0, 2, 4))
    assert first < middle / 2
    assert last < middle / 2


def test_half_way_the_box_is_between_both_so_nothing_zooms_at_once() -> None:
    script = script_of(2)
    index = index_of(script, REST, "glute-bridge")
    first, half, last = (sight(script, index, ms).drawing.box for ms in (0, 450, 900))
    assert half.right == pytest.approx((first.right + last.right) / 2)
    assert half.high == pytest.approx((first.high + last.high) / 2)


def test_the_last_rep_leads_to_where_the_next_set_begins() -> None:
    """A cat and cow end in the cow; the next set starts from a level back."""
    script = script_of(1, only="cat-cow")
    index = index_of(script, REST)
    first, last = sight(script, index, 0).drawing, sight(script, index, 900).drawing
    assert moved(sight(script, index - 1, script[index - 1].ms - 1).drawing, first) < 1
    assert moved(first, last) > 30
    assert is_moving(at_ms(script, index, 800), CONTENT)


@pytest.mark.parametrize(("day", "exercise"), [(1, "childs-pose"), (7, "plank")])
def test_out_of_a_turn_it_comes_by_way_of_the_hold(day: int, exercise: str) -> None:
    script = script_of(day, Version.HARDER, only=exercise)
    index = index_of(script, LEAVE)
    turned = sight(script, index - 1, script[index - 1].ms - 1).drawing
    assert moved(turned, sight(script, index, 0).drawing) < 1
    assert moved(turned, sight(script, index, 900).drawing) > JUMP


def test_at_ones_own_pace_the_next_exercise_is_reached_the_same_way() -> None:
    script = script_of(1, settings=Settings(pace=Pace.OWN))
    index = index_of(script, REST, "pelvic-tilts")
    first, half, last = (sight(script, index, ms).drawing for ms in (0, 450, 900))
    assert moved(sight(script, index - 1, 3_000).drawing, first) < 1
    assert moved(first, half) > JUMP
    assert moved(half, last) > JUMP


def test_a_new_version_is_reached_from_the_old_one() -> None:
    script = script_of(1, only="childs-pose")
    work = index_of(script, WORK)
    easier = script_of(1, Version.EASIER, only="childs-pose")
    switched = (*script[: work + 1], *easier)
    first, last = (sight(switched, work + 1, ms).drawing for ms in (0, 900))
    assert moved(sight(script, work, script[work].ms - 1).drawing, first) < 4
    assert last == sight(easier, 0, 900).drawing
    assert is_moving(at_ms(switched, work + 1, 899), CONTENT)


# A fade


def fade(script: Script, index: int, *, earlier: Drawing) -> None:
    """For 200 ms both are there, the later one more and more."""
    for ms in (0, 50, 100, 199):
        seen = sight(script, index, ms)
        assert seen.before is not None
        assert moved(seen.before, earlier) < 1
        assert seen.share == pytest.approx(ms / FADE_MS)
    for ms in (200, 450, 899, 900):
        assert sight(script, index, ms).before is None
    here, there = sight(script, index, 0).drawing, sight(script, index, 200).drawing
    assert moved(here, there) < JUMP


def test_from_a_picture_from_above_to_one_from_the_side_it_fades() -> None:
    script = script_of(3)
    index = index_of(script, REST, "standing-hamstring-stretch")
    earlier = sight(script, index - 1, script[index - 1].ms - 1).drawing
    assert (earlier.mat is None) is not (sight(script, index, 0).drawing.mat is None)
    fade(script, index, earlier=earlier)
    assert is_moving(at_ms(script, index, 199), CONTENT)


def test_from_one_side_to_the_mirrored_one_it_fades() -> None:
    script = script_of(5, only="foam-rolling")
    index = row_of(script, "to-the-right-buttock")
    earlier = sight(script, index - 1, script[index - 1].ms - 1).drawing
    assert earlier.flip is not sight(script, index, 0).drawing.flip
    fade(script, index, earlier=earlier)


def test_where_a_body_could_not_go_it_fades() -> None:
    """From lying on the front to lying on the back, the knees would bend the other way."""
    script = script_of(5, only="gentle-yoga")
    index = row_of(script, "onto-your-back")
    fade(script, index, earlier=sight(script, index - 1, script[index - 1].ms - 1).drawing)


def test_after_a_change_of_side_the_new_one_stands_there_at_once() -> None:
    script = script_of(3, only="hip-flexor-stretch")
    index = index_of(script, SWITCH) + 1
    assert script[index].kind is ENTER
    assert sight(script, index, 0).before is None
    assert sight(script, index, 0).drawing.shapes == sight(script, index - 1, 0).drawing.shapes


# Put into a step while the session stands still


def paused(script: Script, index: int, ms: int) -> Session:
    return at_ms(script, index, ms, Phase.PAUSED)


def test_an_exercise_that_is_skipped_to_in_a_pause_is_the_one_on_show() -> None:
    script = script_of(1)
    index = index_of(script, REST, "cat-cow")
    waiting = paused(script, index, 0)
    ready = sight(script, index + 1, 1_000)
    assert sight_now(waiting, CONTENT, at_once=True) == ready
    assert sight_now(waiting, CONTENT, reduce_motion=True, at_once=True) == ready
    on = at_ms(script, index, 300)
    assert sight_now(on, CONTENT, at_once=True) == ready
    assert not is_moving(on, CONTENT, at_once=True)
    assert "hands and knees" in figure_said(waiting, CONTENT)


# Without motion


LIKE_ENDS = {"cat-cow": [4_000, 8_000], "glute-bridge": [2_000, 4_000, 7_000, 8_000]}
"""In the yoga both last eight seconds, four for each breath (content/exercises.md 4.2)."""


def stretches_of(script: Script, index: int) -> list[tuple[int, int]]:
    """From where to where in a step one key pose is on show."""
    step = script[index]
    ends = [step.ms]
    if step.reps:
        ends = [sum(beat.ms for beat in step.beats[:n]) for n in range(1, len(step.beats) + 1)]
        ends += [step.beat_ms + ms for ms in ends]
    elif step.segment and (like := _like(step)):
        ends = LIKE_ENDS[like]
    elif step.kind is WORK and (turn := figures().turn_ms(step.exercise, step.version)):
        ends = list(range(turn, step.ms + 1, turn))
    return list(pairwise([0, *(ms for ms in ends if ms <= step.ms)]))


def _like(step: Step) -> str | None:
    segments = CONTENT.exercises[step.exercise].segments
    row = 1 + [segment.id for segment in segments].index(step.segment)
    return figures().row_motion(step.exercise, row, step.version).like


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("day", DAYS)
def test_without_motion_there_are_key_poses_and_short_fades(day: int, version: Version) -> None:
    script = script_of(day, version)
    for index, step in on_stage(script, version, sets=2):
        earlier: Drawing | None = None
        if index and script[index - 1].kind is not SWITCH:
            earlier = still(script, index - 1, script[index - 1].ms - 1).drawing
        for start, end in stretches_of(script, index):
            rest = [
                still(script, index, ms) for ms in (start + FADE_MS, (start + end) // 2, end - 1)
            ]
            (pose,) = {one.drawing for one in rest}
            assert all(one.before is None for one in rest), (step, start)
            fades_in(script, index, start, earlier=earlier, pose=pose)
            earlier = pose


def fades_in(
    script: Script, index: int, start: int, *, earlier: Drawing | None, pose: Drawing
) -> None:
    """At a change of pose the old one gives way; a pose that stays just stays."""
    for ms in (0, 100, FADE_MS - 1):
        seen = still(script, index, start + ms)
        assert seen.drawing == pose
        if earlier is None or earlier == pose:
            assert seen.before is None
        else:
            assert seen.before == earlier
            assert seen.share == pytest.approx(ms / FADE_MS)
    here = at_ms(script, index, start + FADE_MS)
    assert not is_moving(here, CONTENT, reduce_motion=True)
    if earlier is not None and earlier != pose:
        here = msgspec.structs.replace(here, elapsed=start + FADE_MS - 1)
        assert is_moving(here, CONTENT, reduce_motion=True)
