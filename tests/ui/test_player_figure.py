"""The figure follows the session: every step of every day has a pose, and only time moves it."""

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.plan import Side
from backplan_gui.core.script import StepKind, Version, script_for
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.ui.player_figure import figure_now

CONTENT = Content(resources.root())
LOOK_MS = 700


def begun(day: int, settings: Settings = Settings(), only: str | None = None) -> Session:
    """A day of the plan, or one exercise of it, started."""
    script = script_for(CONTENT.plan.day(day), CONTENT.exercises, settings, only=only)
    return engine.apply(Session(script), Command.START, 0)[0]


@pytest.mark.parametrize("easier", [False, True], ids=["standard", "easier"])
@pytest.mark.parametrize("day", range(1, 8))
def test_every_instant_of_every_day_has_a_figure(day: int, easier: bool) -> None:
    session = begun(day)
    now = 0
    while session.phase is not Phase.FINISHED:
        wanted = Version.EASIER if easier else Version.STANDARD
        if session.step.version is not wanted:
            session, _ = engine.apply(session, Command.VERSION, now)
        assert figure_now(session, CONTENT).shapes
        assert figure_now(session, CONTENT, reduce_motion=True).shapes
        now += LOOK_MS if day != 5 else 5 * LOOK_MS
        session, _ = engine.apply(session, Command.TICK, now)


def test_a_hold_breathes_and_stands_still_where_motion_is_reduced() -> None:
    session, _ = engine.apply(begun(1), Command.TICK, 26_000)
    later, _ = engine.apply(session, Command.TICK, 28_000)
    assert figure_now(session, CONTENT) != figure_now(later, CONTENT)
    still = figure_now(session, CONTENT, reduce_motion=True)
    assert still == figure_now(later, CONTENT, reduce_motion=True)


def test_it_never_zooms_within_an_exercise() -> None:
    session = begun(1)
    boxes = set()
    for now in range(0, 150_000, 900):
        session, _ = engine.apply(session, Command.TICK, now)
        if session.step.exercise == "childs-pose":
            boxes.add(figure_now(session, CONTENT).box)
    assert len(boxes) == 1


def test_the_other_side_is_the_other_picture() -> None:
    script = begun(3).script
    work = [s for s in script if s.kind is StepKind.WORK and s.exercise == "hip-flexor-stretch"]
    pictures = []
    for step in work[:2]:
        here = msgspec.structs.replace(begun(3), index=script.index(step))
        pictures.append(figure_now(here, CONTENT, reduce_motion=True))
    left, right = pictures
    assert (work[0].side, work[1].side) == (Side.LEFT, Side.RIGHT)
    assert left != right
    assert msgspec.structs.replace(left, flip=right.flip) == right


def test_at_ones_own_pace_the_figure_waits() -> None:
    session = begun(1, Settings(pace=Pace.OWN), only="cat-cow")
    session, _ = engine.apply(session, Command.TICK, 21_000)
    later, _ = engine.apply(session, Command.TICK, 25_000)
    assert session.step.own_pace
    assert figure_now(session, CONTENT) == figure_now(later, CONTENT)
