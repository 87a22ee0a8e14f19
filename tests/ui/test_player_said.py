"""What is announced: phases in words and a few marks of time, never each second."""

import pytest

from backplan_gui import words
from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.script import Script, StepKind, script_for
from backplan_gui.core.session import Command, Phase, PhaseChanged, Session, StepStarted
from backplan_gui.core.settings import Settings
from backplan_gui.ui.player_ring import time_left_said
from backplan_gui.ui.player_said import (
    events_said,
    mark_said,
    progress_said,
    step_said,
)
from backplan_gui.ui.player_steps import shares

from .fakes_player import CONTENT, at, begun, laid_out

WORK = StepKind.WORK
DAY1 = laid_out(1)
HAMSTRING = laid_out(3, "standing-hamstring-stretch")
KNEES = script_for(
    CONTENT.plan.day(7),
    CONTENT.exercises,
    Settings(),
    only="plank",
    versions={"plank": Version.EASIER},
)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (begun(DAY1), "Get ready. Child’s Pose."),
        (at(DAY1, StepKind.ENTER), "Move in. Breathe in. Stay still."),
        (at(DAY1, WORK), "Hold, {seconds}."),
        (at(KNEES, StepKind.ENTER), "Move in. Lift your hips. Knees stay down."),
        (at(HAMSTRING, WORK, nth=2), "Hold, right leg, {seconds}."),
        (at(DAY1, StepKind.LEAVE), "Walk your hands back in."),
        (at(HAMSTRING, StepKind.SWITCH), "Switch sides. Now the right leg."),
        (at(DAY1, StepKind.REST, nth=3), "Rest, {seconds}. Next, Cat-Cow Stretch, set 1 of 2."),
        (
            at(HAMSTRING, StepKind.REST),
            "Rest, {seconds}. Next, Standing Hamstring Stretch, left leg, set 2 of 3.",
        ),
        (at(KNEES, StepKind.REST), "Rest, {seconds}. Then hold {hold}."),
        (at(KNEES, WORK, nth=2), "Hold, {seconds}."),
        (at(DAY1, WORK, nth=4), "Set 1 of 2, {reps}."),
        (at(laid_out(3, "thoracic-rotations"), WORK, nth=3), "Right side, set 1 of 2, {reps}."),
        (at(laid_out(5, "walking"), WORK), "Warm-up, easy pace, {minutes}."),
        (at(laid_out(5, "foam-rolling"), WORK), "Upper back, {seconds}."),
    ],
)
def test_a_step_is_told_in_a_sentence(session: Session, said: str) -> None:
    step = session.step
    assert step_said(session, CONTENT) == said.format(
        seconds=words.seconds(step.ms // 1000),
        minutes=words.minutes_spoken(step.ms // 60_000),
        reps=words.slow_reps(step.reps),
        hold=words.seconds(10),
    )


def marks(script: Script, kind: StepKind, nth: int = 1) -> list[str]:
    """Everything said while a step runs, looked at ten times a second."""
    session = at(script, kind, nth=nth)
    found, index, now = [], session.index, session.seen or 0
    while session.index == index:
        before, now = session, now + 100
        session = engine.apply(session, Command.TICK, now)[0]
        found.append(mark_said(before, session))
    return [said for said in found if said]


def test_a_hold_says_half_ten_and_five_seconds_once_each() -> None:
    assert marks(DAY1, WORK) == ["Halfway", words.seconds_left(10), words.seconds_left(5)]


def test_a_rest_has_no_half() -> None:
    assert marks(DAY1, StepKind.REST, nth=3) == [words.seconds_left(10), words.seconds_left(5)]
    assert marks(DAY1, StepKind.REST) == [words.seconds_left(5)]


def test_reps_and_ways_in_and_out_are_left_in_peace() -> None:
    assert marks(laid_out(1, "cat-cow"), WORK) == []
    assert marks(DAY1, StepKind.ENTER) == []


def test_ten_seconds_more_or_less_are_no_mark_that_was_passed() -> None:
    before = at(DAY1, WORK, 16_000)
    assert mark_said(before, engine.apply(before, Command.LESS, before.seen or 0)[0]) == ""


def test_of_several_events_the_last_is_told() -> None:
    session = at(DAY1, WORK)
    step = session.step
    events = (StepStarted(0, step, True), StepStarted(session.index, step, True))
    assert events_said(events, session, CONTENT) == step_said(session, CONTENT)
    assert events_said((PhaseChanged(Phase.PAUSED),), session, CONTENT) == "Paused."
    assert events_said((PhaseChanged(Phase.RESUMING),), session, CONTENT) == "Going on."
    away = events_said((PhaseChanged(Phase.PAUSED, suspended=True),), session, CONTENT)
    assert away == "Paused while the computer was asleep or busy."
    assert events_said((), session, CONTENT) == ""


def test_the_time_is_told_when_asked() -> None:
    session = at(DAY1, WORK, 13_000, nth=2)
    assert time_left_said(session, CONTENT) == f"Hold, {words.seconds_left(17)}. 10:05 left today."


def test_the_progress_is_one_sentence() -> None:
    said = [
        progress_said(shares(session, CONTENT))
        for session in (begun(DAY1), at(DAY1, StepKind.REST, nth=3), at(DAY1, WORK, nth=4))
    ]
    assert said == [
        "Exercise 1 of 3, Child’s Pose.",
        "Done: Child’s Pose.",
        "Exercise 2 of 3, Cat-Cow Stretch. Done: Child’s Pose.",
    ]
