"""One session as it is looked at afterwards: all that was planned, done, passed over and said.

Nothing is stored for it. What was done is in the recorded sets; what was passed over follows
from the script and the place where the session ended; why, from the lines of the log.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from .exercise import Version
from .pain import Asked, CheckIn, LogLine
from .plan import Day, Hold, Reps, SetSide, Side, set_sides
from .records import Done, SessionKind, SessionRecord, Unit
from .script import Script, StepKind, length_ms
from .session import Phase, Session


class Fate(StrEnum):
    """What became of one set on one side."""

    DONE = "done"
    """By the rule of PRODUCT.md 2.6, though it may be less than was planned."""
    PART = "part"
    SKIPPED = "skipped"
    """It came up and was passed over."""
    NOT_REACHED = "not_reached"
    """The session ended before it."""
    LEFT_OUT = "left_out"
    """Taken off on the way, as by "fewer sets"."""


class OpenedSet(msgspec.Struct, frozen=True):
    """One set on one side."""

    set_no: int
    side: Side | None
    planned: int
    actual: int
    unit: Unit
    version: Version
    fate: Fate
    why: str = ""
    """The line of the log that tells why it was not done; "" where none does."""


class OpenedExercise(msgspec.Struct, frozen=True):
    """One exercise of the session with its sets, in the order of the script."""

    number: int
    exercise: str
    sets: tuple[OpenedSet, ...]


class OpenedSession(msgspec.Struct, frozen=True):
    """All there is to see of a session."""

    id: str
    plan: str
    kind: SessionKind
    day: int | None
    round: int
    begun: str
    local_date: str
    utc_offset: int
    phase: Phase
    is_unfinished: bool
    """It can still go on, so nothing of it is corrected yet."""
    length_ms: int
    """How long it was, pauses left out."""
    planned_ms: int
    """0 for a walk outside, which had no script."""
    exercises: tuple[OpenedExercise, ...]
    before: CheckIn | None
    during: tuple[CheckIn, ...]
    after: CheckIn | None
    log: tuple[LogLine, ...]
    note: str

    @property
    def is_outside(self) -> bool:
        """A walk away from the computer, whose minutes were told afterwards."""
        return not self.planned_ms

    @property
    def sets(self) -> int:
        """How many sets it has, whatever became of them; two sides are one set."""
        return sum(len({one.set_no for one in e.sets}) for e in self.exercises)

    @property
    def sets_done(self) -> int:
        """How many of them were done, on every side that they have."""
        found = 0
        for exercise in self.exercises:
            numbers = {one.set_no for one in exercise.sets}
            left = {one.set_no for one in exercise.sets if one.fate is not Fate.DONE}
            found += len(numbers - left)
        return found


def opened(
    record: SessionRecord,
    done: Sequence[Done],
    check_ins: Sequence[CheckIn],
    log: Sequence[LogLine],
    note: str,
    *,
    names: Mapping[str, str],
    day: Day | None = None,
) -> OpenedSession:
    """A session from its rows; `names` of exercises tell which line is about which.

    `day` is the plan's, where the session belongs to one: sets that the plan has and the
    script has not any more were taken off on the way, if a line speaks of that exercise.
    """
    session = record.session
    asked = [(c, c.asked) for c in check_ins]
    return OpenedSession(
        record.id,
        record.plan,
        record.kind,
        record.day,
        record.round,
        record.begun,
        record.local_date,
        record.utc_offset,
        session.phase,
        record.ended is None,
        length_of(record, done),
        length_ms(session.script),
        _exercises(record, done, log, names, day),
        next((c for c, when in reversed(asked) if when is Asked.BEFORE), None),
        tuple(c for c, when in asked if when is Asked.DURING),
        next((c for c, when in reversed(asked) if when is Asked.AFTER), None),
        tuple(log),
        note,
    )


def length_of(record: SessionRecord, done: Sequence[Done]) -> int:
    """Milliseconds of a session without its pauses; of a walk outside what was told."""
    if record.session.script:
        return record.session.guided
    return sum(1000 * one.actual for one in done if one.unit is Unit.SECONDS)


def why_of(log: Sequence[LogLine], name: str) -> str:
    """What the last line about the exercise of that name says after its place."""
    said = ""
    for line in log:
        place, _, rest = line.line.partition(": ")
        if place.split(", ")[-1] == name:
            said = rest[:1].upper() + rest[1:]
    return said


Key = tuple[int, int, Side | None]
"""Number of the exercise in the script, of the set, and the side."""


def _exercises(
    record: SessionRecord,
    done: Sequence[Done],
    log: Sequence[LogLine],
    names: Mapping[str, str],
    day: Day | None,
) -> tuple[OpenedExercise, ...]:
    sets: dict[tuple[int, str], dict[Key, OpenedSet]] = {}
    reasons = {e: why_of(log, name) for e, name in names.items()}
    for key, places in _wanted(record.session.script).items():
        exercise = record.session.script[places[0]].exercise
        row = _not_done(key, places, record.session, reasons.get(exercise, ""))
        sets.setdefault((key[0], exercise), {})[key] = row
    for one in done:
        key = (one.exercise_no, one.set_no, one.side)
        row = _recorded(one, reasons.get(one.exercise, ""))
        sets.setdefault((one.exercise_no, one.exercise), {})[key] = row
    found = []
    for (number, exercise), rows in sets.items():
        own = tuple(rows.values())
        gone = _left_out(exercise, own, day, reasons.get(exercise, ""))
        found.append(OpenedExercise(number, exercise, (*own, *gone)))
    return tuple(sorted(found, key=lambda one: one.number))


def _wanted(script: Script) -> dict[Key, list[int]]:
    """Where in the script the work of every set-side is; of both sides where they take turns."""
    wanted: dict[Key, list[int]] = {}
    for place, step in enumerate(script):
        if step.kind is not StepKind.WORK:
            continue
        first = step.side or Side.LEFT
        sides = (first, first.other) if step.alternates else (step.set_side.side,)
        for side in sides:
            wanted.setdefault((step.exercise_no, step.set_no, side), []).append(place)
    return wanted


def _not_done(key: Key, places: list[int], session: Session, why: str) -> OpenedSet:
    """A set-side of the script of which nothing is recorded."""
    _, set_no, side = key
    steps = [session.script[place] for place in places]
    unit = Unit.REPS if steps[0].reps else Unit.SECONDS
    passed = session.phase is Phase.FINISHED or places[-1] < session.index
    fate = Fate.SKIPPED if passed else Fate.NOT_REACHED
    planned = sum(step.dose for step in steps)
    said = why if passed else ""
    return OpenedSet(set_no, side, planned, 0, unit, steps[-1].version, fate, said)


def _recorded(one: Done, why: str) -> OpenedSet:
    fate = Fate.DONE if one.done else Fate.PART
    said = "" if one.done else why
    return OpenedSet(
        one.set_no, one.side, one.planned, one.actual, one.unit, one.version, fate, said
    )


def _left_out(
    exercise: str, rows: tuple[OpenedSet, ...], day: Day | None, why: str
) -> tuple[OpenedSet, ...]:
    """The last sets of the plan's dose that the script has not any more, where a line says why."""
    if day is None or not why:
        return ()
    last = max(row.set_no for row in rows)
    version = rows[-1].version
    found: list[OpenedSet] = []
    for prescription in day.exercises:
        dose = prescription.dose
        if prescription.exercise != exercise or not isinstance(dose, Hold | Reps):
            continue
        unit = Unit.SECONDS if isinstance(dose, Hold) else Unit.REPS
        planned = dose.seconds if isinstance(dose, Hold) else dose.count
        gone: list[SetSide] = [s for s in set_sides(prescription) if s.set_no > last]
        found += (
            OpenedSet(s.set_no, s.side, planned, 0, unit, version, Fate.LEFT_OUT, why) for s in gone
        )
    return tuple(found)
