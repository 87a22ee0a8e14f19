"""A small day, someone who does it, and the real week, for stories about the core.

The small day, by index, in seconds:

    0 ready 10 | 1 enter 3 | 2 plank left 20 | 3 leave 2 | 4 switch 8
               | 5 enter 3 | 6 plank right 20 | 7 leave 2 | 8 rest 15     set 1
               | 9 enter 3 | 10 plank left 20 | 11 leave 2 | 12 switch 8
               | 13 enter 3 | 14 plank right 20 | 15 leave 2              set 2
    16 rest 60 | 17 ready 5 | 18 bridge 4 x 6 | 19 rest 30 | 20 bridge 4 x 6
    21 rest 60 | 22 ready 5 | 23 dead bug 2 x 4 x 5
    24 rest 60 | 25 ready 30 | 26 warm-up 30 | 27 brisk 60 | 28 cool-down 30

In other versions: the plank in holds of 10 s with 5 s between, easier on the floor or, with
a get-ready of 12 s, standing; the bridge at other tempos, sitting after a get-ready of 6 s.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from backplan_gui.core import engine
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.exercise import (
    Bouts,
    Breath,
    Exercise,
    Order,
    Place,
    Segment,
    TempoPhase,
    Variant,
    Version,
)
from backplan_gui.core.plan import (
    Day,
    Each,
    Hold,
    Plan,
    Prescription,
    Reps,
    SetSide,
    Side,
    Timed,
    set_sides,
)
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
from backplan_gui.core.switching import NewForm

RESOURCES = Path(__file__).parents[2] / "resources"
SEVEN_DAYS: Plan = plan_from((RESOURCES / "plans" / "seven_days.toml").read_bytes())
EXERCISES: dict[str, Exercise] = {
    path.stem: exercise_from(path.read_bytes(), path.stem)
    for path in sorted((RESOURCES / "exercises").glob("*.toml"))
}

BREATHS = (TempoPhase("in", 4, Breath.IN), TempoPhase("out", 6, Breath.OUT))
SHORT_LIFTS = (TempoPhase("up", 1, Breath.OUT), TempoPhase("down", 2, Breath.IN))
LONG_LIFTS = (*SHORT_LIFTS, TempoPhase("rest", 4, Breath.IN))
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
    easier=Variant(bouts=Bouts(10, 5)),
    harder=Variant(),
    no_floor=Variant(Place.STANDING, get_ready=12, change=4, bouts=Bouts(10, 5)),
)
BRIDGE = Exercise(
    "bridge",
    Place.FLOOR,
    ("mat",),
    get_ready=5,
    rest=30,
    phases=LIFTS,
    easier=Variant(phases=SHORT_LIFTS),
    harder=Variant(phases=LONG_LIFTS),
    no_floor=Variant(Place.SITTING, get_ready=6, phases=SHORT_LIFTS),
)
BUG = Exercise(
    "dead-bug",
    Place.FLOOR,
    ("mat",),
    get_ready=5,
    rest=30,
    order=Order.ALTERNATE,
    phases=REACHES,
    easier=Variant(),
    harder=Variant(phases=LONG_LIFTS),
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
    easier=Variant(Place.SITTING, get_ready=5),
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
    reentry = REENTRY_MS if phase is Phase.RESUMING else 0
    return Session(
        script, index=index, elapsed=elapsed, phase=phase, reentry=reentry, seen=seen, **more
    )


def after(session: Session, *commands: Command, now: int = 0) -> Session:
    """The session after these commands, all at one instant."""
    for command in commands:
        session, _ = engine.apply(session, command, now)
    return session


def form_of(session: Session, version: Version, **choices: Any) -> NewForm:
    """A version of the exercise that is on in the small day."""
    return NewForm(KNOWN[session.step.exercise], version, Settings(**choices))


def switched(session: Session, version: Version, *, now: int = 0, **choices: Any) -> Session:
    """The session with its exercise in another version from here on."""
    return engine.apply(session, Command.VERSION, now, form_of(session, version, **choices))[0]


def kinds(script: Script) -> list[str]:
    """What the steps are, in a word each: "work left"."""
    return [f"{s.kind} {s.side}" if s.side else str(s.kind) for s in script]


def timed(script: Script, first: int = 0, last: int | None = None) -> list[tuple[str, float]]:
    """Steps in a word each, and their seconds."""
    steps = script[first:last]
    return list(zip(kinds(steps), [step.ms / 1000 for step in steps], strict=True))


def own(session: Session, first: int) -> list[tuple[str, float]]:
    """The steps of the exercise that is on, from that index on."""
    number = session.step.exercise_no
    return timed(tuple(s for s in session.script[first:] if s.exercise_no == number))


def parts(session: Session) -> list[tuple[int, int, bool, Version]]:
    """What was recorded, in the order of the parts."""
    noted = sorted(session.worked, key=lambda w: (w.exercise_no, w.set_no, w.part))
    return [(w.part, w.amount, w.complete, w.version) for w in noted]


def doses_in(script: Script) -> dict[SetSide, int]:
    """What the work of a script adds up to; an alternating step stands for both sides."""
    found: dict[SetSide, int] = {}
    for step in script:
        if step.kind is StepKind.WORK:
            for side in tuple(Side) if step.alternates else (step.set_side.side,):
                key = SetSide(step.exercise, step.set_no, side)
                found[key] = found.get(key, 0) + step.dose
    return found


def doses_of(day: Day) -> dict[SetSide, int]:
    """What the plan asks for."""
    wanted: dict[SetSide, int] = {}
    for prescription in day.exercises:
        match prescription.dose:
            case Hold(seconds=amount) | Reps(count=amount):
                pass
            case Timed(low=minutes):
                amount = 60 * minutes
        wanted |= dict.fromkeys(set_sides(prescription), amount)
    return wanted


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

    def __init__(
        self,
        script: Script = SCRIPT,
        *,
        begun: int = 1_000_000,
        known: Mapping[str, Exercise] = KNOWN,
    ) -> None:
        self.now = begun
        self.known = known
        self.session = Session(script)
        self.events: list[Event] = []
        self.asks(Command.START)

    def asks(self, command: Command, new: NewForm | None = None) -> tuple[Event, ...]:
        """Press a key; what happened by it."""
        self.session, events = engine.apply(self.session, command, self.now, new)
        self.events += events
        return events

    def switches(self, version: Version, **choices: Any) -> tuple[Event, ...]:
        """Ask for another version of the exercise that is on."""
        exercise = self.known[self.session.step.exercise]
        return self.asks(Command.VERSION, NewForm(exercise, version, Settings(**choices)))

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

    def finishes(self, steps: int | None = None) -> None:
        """Do so many more steps, one after the other, or all that are left."""
        last = len(self.session.script) if steps is None else self.session.index + steps
        while self.session.is_open and self.session.index < last:
            if self.session.step.own_pace:
                self.asks(Command.REP)
            else:
                self.waits(self.session.step.ms - self.session.elapsed)

    def crashes(self, kept: Session) -> None:
        """The process dies and a new one, with a clock of its own, finds what was kept."""
        read = msgspec.json.decode(msgspec.json.encode(kept), type=Session)
        self.session = engine.restored(read)
        self.now = 5


def real(number: int, only: str, version: Version = Version.STANDARD) -> Person:
    """Someone who does one exercise of the real week."""
    day, versions = SEVEN_DAYS.day(number), {only: version}
    script = script_for(day, EXERCISES, Settings(), only=only, versions=versions)
    return Person(script, known=EXERCISES)
