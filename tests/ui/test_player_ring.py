"""The face of the ring at every kind of moment."""

import pytest

from backplan_gui import words
from backplan_gui.core import engine
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Session
from backplan_gui.ui.player_ring import breath_size, ring_face
from backplan_gui.ui.widgets.ring_face import RingFace, RingMode

from .fakes_player import CONTENT, at, begun, laid_out

READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
DAY1 = laid_out(1)
CAT_COW = laid_out(1, "cat-cow")
DEAD_BUG = laid_out(2, "dead-bug")


def face(session: Session) -> RingFace:
    return ring_face(session, CONTENT)


def after(session: Session, *commands: Command) -> Session:
    for command in commands:
        session = engine.apply(session, command, session.seen or 0)[0]
    return session


def test_a_hold_counts_down_and_shows_what_is_left() -> None:
    shown = face(at(DAY1, WORK, 13_000))
    assert (shown.word, shown.digits, shown.unit) == ("Hold", "17", "seconds left")
    assert (shown.mode, shown.colour) == (RingMode.TIME, "primary")
    assert shown.share == pytest.approx(17 / 30)
    assert shown.name == f"Hold, {words.seconds_left(17)}"


def test_a_second_is_shown_until_it_is_over() -> None:
    digits = [face(at(DAY1, WORK, ms)).digits for ms in (0, 999, 1_000, 1_001, 29_999)]
    assert digits == ["30", "30", "29", "29", "1"]


@pytest.mark.parametrize(
    ("session", "word", "colour", "unit"),
    [
        (begun(DAY1), "Get ready", "ink3", "seconds to settle"),
        (at(laid_out(4, "side-plank"), SWITCH), "Switch sides", "primary", "seconds to change"),
        (at(DAY1, REST), "Rest", "restFill", "seconds left"),
        (at(laid_out(5, "walking"), WORK), "Walking", "primary", "minutes left"),
        (at(laid_out(5, "gentle-yoga"), WORK, nth=3), "Change", "primary", "seconds left"),
        (after(at(DAY1, WORK), Command.PAUSE), "Paused", "ink3", "seconds left"),
        (
            after(at(DAY1, WORK), Command.PAUSE, Command.RESUME),
            "Going on",
            "ink3",
            "seconds to settle",
        ),
    ],
)
def test_every_phase_has_its_word_and_colour(
    session: Session, word: str, colour: str, unit: str
) -> None:
    shown = face(session)
    assert (shown.word, shown.colour, shown.unit) == (word, colour, unit)


def test_from_a_hundred_seconds_on_there_are_minutes() -> None:
    walk = laid_out(5, "walking")
    assert face(at(walk, WORK, 15_000)).digits == "2:45"
    assert face(at(walk, WORK, 15_000)).name == "Walking, 2:45 minutes left"
    assert face(at(walk, WORK, 80_000)).digits == "1:40"
    assert face(at(walk, WORK, 81_000)).digits == "99"


def test_the_way_into_a_hold_shows_a_line_and_no_digits() -> None:
    shown = face(at(DAY1, ENTER, 3_300))
    assert (shown.mode, shown.digits, shown.share) == (RingMode.MOVE, "", 0.0)
    assert shown.line == "Breathe out.\nSlide your hips back toward your heels."
    assert shown.name == "Move in. Breathe out. Slide your hips back toward your heels."
    assert face(at(DAY1, LEAVE)).line == "Walk your hands back in."


def test_reps_count_up_and_the_current_one_fills() -> None:
    shown = face(at(CAT_COW, WORK, 5 * 8_000 + 6_000))
    assert (shown.word, shown.digits, shown.unit) == ("Rep", "6", "of 10")
    assert (shown.mode, shown.reps, shown.done, shown.share) == (RingMode.REPS, 10, 5, 0.75)
    assert shown.name == "Rep, 6 of 10"


def test_reps_of_a_side_say_the_side() -> None:
    rotations = laid_out(3, "thoracic-rotations")
    assert face(at(rotations, WORK)).word == "Left, rep"
    assert face(at(rotations, WORK, nth=3)).word == "Right, rep"


def test_sides_in_turn_are_counted_on_their_own() -> None:
    shown = face(at(DEAD_BUG, WORK, 5 * 8_000 + 1_000))
    assert (shown.word, shown.digits, shown.unit) == ("Right, rep", "3", "of 10")
    assert shown.note == "left 3 · right 2"
    assert (shown.reps, shown.done) == (20, 5)
    assert shown.name == "Right, rep, 3 of 10, left 3 · right 2"


def test_who_begins_on_the_right_is_counted_from_the_right() -> None:
    shown = face(at(laid_out(2, "dead-bug", first_side="right"), WORK, 8_500))
    assert (shown.word, shown.note) == ("Left, rep", "left 0 · right 1")


def test_at_ones_own_pace_the_ring_shows_the_count() -> None:
    session = at(laid_out(1, "cat-cow", pace="own"), WORK, 30_000)
    assert (face(session).digits, face(session).done) == ("0", 0)
    shown = face(after(session, Command.REP, Command.REP))
    assert (shown.word, shown.digits, shown.unit) == ("Reps done", "2", "of 10")
    assert (shown.done, shown.share, shown.disc) == (2, 0.0, "")


def test_the_disc_grows_with_the_breath_in_and_shrinks_with_the_breath_out() -> None:
    sizes = [breath_size(at(DAY1, WORK, ms)) for ms in (0, 2_000, 4_000, 7_000, 9_999)]
    assert sizes == pytest.approx([0.84, 0.92, 1.0, 0.92, 0.84], abs=0.001)


def test_a_breath_over_several_phases_is_one_breath() -> None:
    squats = laid_out(6, "bodyweight-squats")  # in 3, in 1, out 2, out 1
    sizes = [breath_size(at(squats, WORK, ms)) for ms in (0, 2_000, 3_999, 4_000, 5_500)]
    assert sizes == pytest.approx([0.84, 0.92, 1.0, 1.0, 0.92], abs=0.001)


def test_a_breath_across_the_end_of_a_rep_does_not_jump() -> None:
    step_ups = laid_out(6, "step-ups")  # in 1, out 2, out 1, in 3, in 1
    before, following = (breath_size(at(step_ups, WORK, ms)) for ms in (7_999, 8_001))
    assert before == pytest.approx(following, abs=0.001)
    assert 0.9 < before < 1.0


def test_paused_there_is_no_disc_and_a_sign() -> None:
    shown = face(after(at(DAY1, WORK, 13_000), Command.PAUSE))
    assert (shown.icon, shown.disc, shown.digits) == ("pause", "", "17")


def test_going_on_counts_three_seconds() -> None:
    paused = after(at(DAY1, WORK, 13_000), Command.PAUSE)
    session = engine.apply(paused, Command.RESUME, 50_000)[0]
    assert (face(session).digits, face(session).share) == ("3", 1.0)
    session = engine.apply(session, Command.TICK, 51_500)[0]
    assert (face(session).digits, face(session).share) == ("2", 0.5)


def test_while_resting_the_disc_lies_still() -> None:
    discs = {(face(at(DAY1, REST, ms)).disc, face(at(DAY1, REST, ms)).breath) for ms in (0, 3_210)}
    assert discs == {("restTint", 1.0)}


def test_with_less_motion_it_steps_once_a_second_and_the_disc_stays() -> None:
    faces = {
        ring_face(at(DAY1, WORK, ms), CONTENT, reduce_motion=True)
        for ms in (10_100, 10_500, 10_900)
    }
    assert len(faces) == 1
    (shown,) = faces
    assert (shown.share, shown.breath, shown.disc) == (20 / 30, 1.0, "breath")
    reps = {
        ring_face(at(CAT_COW, WORK, ms), CONTENT, reduce_motion=True).share for ms in (1_000, 1_900)
    }
    assert reps == {1 / 8}
