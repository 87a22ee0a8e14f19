"""How much of every set is done, told from what was noted and where the session is."""

from backplan_gui.core import engine
from backplan_gui.core.plan import Side
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Session
from backplan_gui.ui.player_steps import set_shares, shares, side_now
from backplan_gui.ui.step_lines import sentences

from .fakes_player import CONTENT, at, begun, laid_out

WORK, REST = StepKind.WORK, StepKind.REST
DAY1 = laid_out(1)


def after(session: Session, *commands: Command) -> Session:
    for command in commands:
        session = engine.apply(session, command, session.seen or 0)[0]
    return session


def names(session: Session, claim: str) -> list[str]:
    return [share.name for share in shares(session, CONTENT) if getattr(share, claim)]


def test_a_set_fills_as_it_is_done() -> None:
    assert set_shares(begun(DAY1), 1) == (0.0, 0.0, 0.0)
    assert set_shares(at(DAY1, WORK, 12_000), 1) == (0.4, 0.0, 0.0)
    assert set_shares(at(DAY1, REST), 1) == (1.0, 0.0, 0.0)
    assert set_shares(at(DAY1, WORK, nth=4), 1) == (1.0, 1.0, 1.0)


def test_a_skipped_set_stays_empty() -> None:
    session = at(DAY1, StepKind.ENTER, 1_000)
    while session.step.set_no == 1:
        session = after(session, Command.SKIP)
    assert set_shares(session, 1) == (0.0, 0.0, 0.0)


def test_both_sides_make_a_set() -> None:
    plank = laid_out(4, "side-plank")
    assert set_shares(at(plank, WORK, 15_000), 1) == (0.25, 0.0)
    assert set_shares(at(plank, WORK, 15_000, nth=2), 1) == (0.75, 0.0)


def test_one_side_after_the_other_leaves_halves() -> None:
    rotations = laid_out(3, "thoracic-rotations")
    assert set_shares(at(rotations, StepKind.SWITCH), 1) == (0.5, 0.5)


def test_at_ones_own_pace_the_count_fills_the_set() -> None:
    session = at(laid_out(1, "cat-cow", pace="own"), WORK, 60_000)
    assert set_shares(after(session, Command.REP, Command.REP), 1) == (0.2, 0.0)


def test_a_minute_more_does_not_make_the_rest_look_less_done() -> None:
    session = at(laid_out(5, "walking"), WORK, 60_000, nth=4)
    assert set_shares(after(session, Command.KEEP_GOING), 1) == set_shares(session, 1)


def test_a_set_done_in_an_earlier_session_of_the_day_is_full() -> None:
    later = tuple(s for s in laid_out(1, "childs-pose") if s.set_no == 3)
    assert set_shares(Session(later), 1) == (1.0, 1.0, 0.0)


def test_an_exercise_gets_its_check_when_all_of_it_counts_as_done() -> None:
    assert names(at(DAY1, WORK, nth=3), "done") == []
    assert names(at(DAY1, REST, nth=3), "done") == ["Child’s Pose"]
    half = at(DAY1, WORK, 16_000)
    half = after(half, Command.SKIP)
    while half.step.exercise_no == 1:
        half = after(half, Command.SKIP)
    assert names(half, "done") == []


def test_nothing_is_current_between_two_exercises() -> None:
    assert names(at(DAY1, REST), "current") == ["Child’s Pose"]
    assert names(at(DAY1, REST, nth=3), "current") == []
    assert names(at(DAY1, WORK, nth=4), "current") == ["Cat-Cow Stretch"]


def test_what_is_under_way_has_no_check_yet() -> None:
    walking = at(laid_out(5, "walking"), WORK, nth=5)
    assert names(walking, "current") == ["Walking"]
    assert names(walking, "done") == []


def test_sides_in_turn_change_with_every_movement() -> None:
    bug = laid_out(2, "dead-bug")
    sides = [side_now(at(bug, WORK, ms)) for ms in (0, 7_999, 8_000, 16_000)]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT]
    assert side_now(at(laid_out(4, "side-plank"), WORK, nth=2)) is Side.RIGHT
    assert side_now(at(laid_out(5, "foam-rolling"), WORK, nth=4)) is None


def test_sentences_come_apart_at_their_ends_only() -> None:
    assert sentences("Sit down. Lean on it (about 5 cm). Breathe.") == (
        "Sit down.",
        "Lean on it (about 5 cm).",
        "Breathe.",
    )
    assert sentences("Can you still talk? Good.") == ("Can you still talk?", "Good.")
