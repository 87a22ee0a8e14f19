"""No countdown without a way out: each can be paused for good, and lengthened or skipped
(design-system.md section 15).
"""

from collections.abc import Iterator

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.script import script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Pace, Settings

WAYS_OUT = {Command.MORE, Command.NEXT, Command.SKIP}
HOUR = 60 * 60 * 1000


def steps(day: int, settings: Settings) -> Iterator[tuple[Session, int]]:
    """A day a second into each of its steps, and the instant that is."""
    content = Content(resources.root())
    script = script_for(content.plan.day(day), content.exercises, settings)
    session, _ = engine.apply(Session(script), Command.START, 0)
    now = 0
    while session.is_open:
        index, now = session.index, now + 1_000
        session, _ = engine.apply(session, Command.TICK, now)
        yield session, now
        while session.is_open and session.index == index:
            now += 1_000
            command = Command.REP if Command.REP in engine.allowed(session) else Command.TICK
            session, _ = engine.apply(session, command, now)


@pytest.mark.parametrize("day", range(1, 8))
@pytest.mark.parametrize("settings", [Settings(), Settings(floor_help=True, pace=Pace.OWN)])
def test_every_step_can_be_paused_for_good_and_lengthened_or_skipped(
    day: int, settings: Settings
) -> None:
    seen = 0
    for session, now in steps(day, settings):
        allowed = engine.allowed(session)
        assert Command.PAUSE in allowed, session.step
        assert allowed & WAYS_OUT, session.step
        paused, _ = engine.apply(session, Command.PAUSE, now)
        again, _ = engine.apply(paused, Command.RESUME, now + HOUR)
        assert (again.index, again.elapsed) == (session.index, session.elapsed)
        seen += 1
    assert seen > 10
