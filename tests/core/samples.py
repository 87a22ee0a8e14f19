"""A small day, someone who does it, and the real week, for stories about the core.

The small day, by index, in seconds:

    0 ready 10 | 1 enter 3 | 2 plank left 20 | 3 leave 2 | 4 switch 8
               | 5 enter 3 | 6 plank right 20 | 7 leave 2 | 8 rest 15     set 1
               | 9 enter 3 | 10 plank left 20 | 11 leave 2 | 12 switch 8
               | 13 enter 3 | 14 plank right 20 | 15 leave 2              set 2
    16 rest 60 | 17 ready 5 | 18 bridge 4 x 6 | 19 rest 30 | 20 bridge 4 x 6
    21 rest 60 | 22 ready 5 | 23 dead bug 2 x 4 x 5
    24 rest 60 | 25 ready 30 | 26 warm-up 30 | 27 brisk 60 | 28 cool-down 30
"""

from pathlib import Path
from typing import Any

import msgspec

from backplan_gui.core import engine
from backplan_gui.core.exercise import Breath, Exercise, Order, Place, Segment, TempoPhase
from backplan_gui.core.plan import Day, Each, Hold, Plan, Prescription, Reps, Timed
from backplan_gui.core.planfile import exercise_from, plan_from
from backplan_gui.core.script import Script, StepKind, script_for
from backplan_gui.core.session import (
    Command,
    Event,
    Phase,
    Session,
    StepStarted,
    Worked,
    WorkEnded,
)
from backplan_gui.core.settings import Pace, Settings

RESOURCES = Path(__file__).parents[2] / "resources"
SEVEN_DAYS: Plan = plan_from((RESOURCES / "plans" / "seven_days.toml").read_bytes())
EXERCISES: dict[str, Exercise] = {
    path.stem: exercise_from(path.read_bytes(), path.stem)
    for path in sorted((RESOURCES / "exercises").glob("*.toml"))
}

BREATHS = (TempoPhase("in", 4, Breath.IN), TempoPhase("out", 6, Breath.OUT))
LIFTS = (TempoPhase("up", 2, Breath.OUT), TempoPhase("down", 4, Breath.IN))
REACHES = (TempoPhase("reach", 3, Breath.OUT), TempoPhase("return", 2, Breath.IN))
PLANK = Exercise(
    "plank",
    Place.FLOOR,
    ("mat",),
    get_ready=10,
    rest=15,
    change=8,
    enter=3,
    leave=2,
    order=Order.SET,
    phases=BREATHS,
)
BRIDGE = Exercise("bridge", Place.FLOOR, ("mat",), get_ready=5, rest=30, phases=LIFTS)
BUG = Exercise(
    "dead-bug",
    Place.FLOOR,
    ("mat",),
    get_ready=5,
    rest=30,
    order=Order.ALTERNATE,
    phases=REACHES,
)
WALK = Exercise(
    "walk",
    Place.STANDING,
    (),
    get_ready=30,
    phases=BREATHS,
    segments=(
        Segment("warm-up", 30, 30),
        Segment("brisk", 60, 180, fills=True, extends=True),
        Segment("cool-down", 30, 30),
    ),
)
KNOWN = {exercise.id: exercise for exercise in (PLANK, BRIDGE, BUG, WALK)}
DAY = Day(
    1,
    (
        Prescription("plank", Hold(20, 2, Each.SIDE)),
        Prescription("bridge", Reps(4, 2)),
        Prescription("dead-bug", Reps(4, 1, Each.SIDE)),
        Prescription("walk", Timed(2, 4)),
    ),
)


def laid_out(*, only: str | None = None, minutes: int | None = None, **choices: Any) -> Script:
    """The small day with these settings."""
    return script_for(DAY, KNOWN, Settings(**choices), only=only, minutes=minutes)


SCRIPT = laid_out()
OWN_PACE = laid_out(pace=Pace.OWN)
PLANK_LEFT, SWITCH, REST, BRIDGES, DEAD_BUG, BRISK, COOL_DOWN = 2, 4, 8, 18, 23, 27, 28


def place(index: int, elapsed: int = 0, phase: Phase = Phase.RUNNING, **more: Any) -> Session:
    """A session somewhere in the small day; while it runs, the last look was at instant 0.

    While it resumes, the three seconds have just begun.
    """
    script = more.pop("script", SCRIPT)
    seen = 0 if phase in (Phase.RUNNING, Phase.RESUMING) else None
    reentry = engine.REENTRY_MS if phase is Phase.RESUMING else 0
    return Session(
        script, index=index, elapsed=elapsed, phase=phase, reentry=reentry, seen=seen, **more
    )


def after(session: Session, *commands: Command, now: int = 0) -> Session:
    """The session after these commands, all at one instant."""
    for command in commands:
        session, _ = engine.apply(session, command, now)
    return session


def kinds(script: Script) -> list[str]:
    """What the steps are, in a word each: "work left"."""
    return [f"{s.kind} {s.side}" if s.side else str(s.kind) for s in script]


def resized(session: Session) -> tuple[int, int]:
    """Milliseconds and reps of the current step."""
    return session.step.ms, session.step.reps


def steps_begun(events: tuple[Event, ...]) -> list[int]:
    """Indices of the steps that began."""
    return [event.index for event in events if isinstance(event, StepStarted)]


def work_ended(events: tuple[Event, ...]) -> list[Worked]:
    """What was noted of the work steps that were left."""
    return [event.worked for event in events if isinstance(event, WorkEnded)]


class Person:
    """Someone who does a script: a clock, the session, and all that happened, in order."""

    def __init__(self, script: Script = SCRIPT, *, begun: int = 1_000_000) -> None:
        self.now = begun
        self.session = Session(script)
        self.events: list[Event] = []
        self.asks(Command.START)

    def asks(self, command: Command) -> tuple[Event, ...]:
        """Press a key; what happened by it."""
        self.session, events = engine.apply(self.session, command, self.now)
        self.events += events
        return events

    def waits(self, ms: int) -> tuple[Event, ...]:
        """Let time pass and look."""
        self.now += ms
        return self.asks(Command.TICK)

    def is_away(self, ms: int) -> None:
        """Let time pass unseen."""
        self.now += ms

    def reaches(self, kind: StepKind) -> None:
        """Wait until the next step of that kind has begun."""
        while True:
            self.waits(self.session.step.ms - self.session.elapsed)
            if self.session.step.kind is kind:
                return

    def crashes(self, kept: Session) -> None:
        """The process dies and a new one, with a clock of its own, finds what was kept."""
        read = msgspec.json.decode(msgspec.json.encode(kept), type=Session)
        self.session = engine.restored(read)
        self.now = 5
