"""A short session and its record, for tests that need any."""

from uuid import uuid4

import msgspec

from backplan_gui.core import engine
from backplan_gui.core.exercise import Exercise, Order, Place, Version
from backplan_gui.core.plan import Day, Each, Hold, Prescription
from backplan_gui.core.records import Done, SessionKind, SessionRecord, Unit
from backplan_gui.core.script import script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Settings

PLANK = Exercise("plank", Place.FLOOR, (), get_ready=10, rest=5, order=Order.SET)
SCRIPT = script_for(
    Day(1, (Prescription("plank", Hold(20, 2, Each.SIDE)),)), {"plank": PLANK}, Settings()
)
WHOLE_MS = sum(step.ms for step in SCRIPT)


def started() -> Session:
    """A session that began at instant 0."""
    return engine.apply(Session(SCRIPT), Command.START, 0)[0]


def after(ms: int) -> Session:
    """A session that began at instant 0, so many milliseconds later."""
    return engine.apply(started(), Command.TICK, ms)[0]


def record(
    session: Session | None = None,
    *,
    ended: str | None = None,
    plan: str = "seven-days",
    round: int = 1,
    day: int | None = 1,
    begun: str = "2026-11-24T09:30:00Z",
    kind: SessionKind = SessionKind.PLAN,
) -> SessionRecord:
    """A record with an id of its own."""
    session = session or started()
    return SessionRecord(
        str(uuid4()), plan, round, day, begun, begun[:10], 60, session, ended, kind
    )


def with_session(record: SessionRecord, session: Session, ended: str | None) -> SessionRecord:
    """The record as it is after a save."""
    return msgspec.structs.replace(record, session=session, ended=ended)


def walk(minutes: int) -> Done:
    """What is kept of a walk outside."""
    return Done(
        1, "walking", 1, None, Version.STANDARD, 1200, 60 * minutes, Unit.SECONDS, minutes >= 20
    )
