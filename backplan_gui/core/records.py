"""What is remembered: sessions, the sets done in them, marks by hand, answers, notes.

Instants are ISO 8601 UTC text ("2026-11-24T09:30:00Z"), days local dates in ISO text, so
that they sort, survive any time zone and read the same in every export.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from .exercise import Version
from .plan import Side
from .script import Step, StepKind
from .session import Phase, Session, Worked


class Unit(StrEnum):
    """What a set is counted in."""

    SECONDS = "s"
    REPS = "reps"


class Done(msgspec.Struct, frozen=True):
    """What was done of one set on one side; `done` by the rule of PRODUCT.md 2.6."""

    exercise_no: int
    exercise: str
    set_no: int
    side: Side | None
    version: Version
    planned: int
    actual: int
    unit: Unit
    done: bool


class SessionKind(StrEnum):
    """What a session is for; a gentle day never completes a day of the plan."""

    PLAN = "plan"
    GENTLE = "gentle"
    PRACTICE = "practice"


class SessionRecord(msgspec.Struct, frozen=True):
    """One session as kept: whose day it was, when it began, and where it stands.

    A gentle day and practice belong to no day of the plan: `day` is None. A session
    belongs to `local_date`, the date on which it began, whatever midnight or time zones do
    later; `utc_offset` is in minutes.
    """

    id: str
    plan: str
    round: int
    day: int | None
    begun: str
    local_date: str
    utc_offset: int
    session: Session
    ended: str | None = None
    kind: SessionKind = SessionKind.PLAN


class SessionSummary(msgspec.Struct, frozen=True):
    """Of a session what the rules look at, without its script and its sets."""

    id: str
    kind: SessionKind
    day: int | None
    round: int
    begun: str
    local_date: str
    ended: str | None
    phase: Phase


class DoneSet(msgspec.Struct, frozen=True):
    """A recorded set-side with the session it was done in, for schedules and histories."""

    session: str
    round: int
    day: int | None
    begun: str
    local_date: str
    set: Done


class MarkState(StrEnum):
    """What a person said about a day, or that a new round begins."""

    DONE = "done"
    OPEN = "open"
    ROUND = "round"


class Mark(msgspec.Struct, frozen=True):
    """A day counted done or not done by hand; a ROUND mark (day 0) starts the week again."""

    id: str
    plan: str
    round: int
    day: int
    state: MarkState
    at: str
    local_date: str


class SafetyGroup(StrEnum):
    """The most urgent group a person ticked in the warning signs."""

    EMERGENCY = "E"
    CHECKED = "C"
    ASK = "A"
    NONE = "none"


class SafetyAnswer(msgspec.Struct, frozen=True):
    """One answer to the warning signs: date, group and, for notes on exercises, ask-first codes.

    `checked_on` is the local date on which the person said they may exercise after all.
    """

    id: str
    at: str
    local_date: str
    group: SafetyGroup
    codes: tuple[str, ...] = ()
    checked_on: str | None = None

    @property
    def may_exercise(self) -> bool:
        """An emergency or clinician answer starts no timer until it is answered again."""
        match self.group:
            case SafetyGroup.EMERGENCY:
                return False
            case SafetyGroup.NONE:
                return True
            case _:
                return self.checked_on is not None


def done_records(session: Session) -> tuple[Done, ...]:
    """What was done so far, one row a set-side, in the order of the script.

    A set-side is done when all its work ended by itself or by its last rep, or early after
    at least half its dose. An alternating exercise gives a row for each side.
    """
    groups: dict[tuple[int, int, Side | None], list[Step]] = {}
    for step in session.script:
        if step.kind is StepKind.WORK:
            key = (step.exercise_no, step.set_no, step.set_side.side)
            groups.setdefault(key, []).append(step)
    found = {(w.exercise_no, w.set_no, w.side, w.part): w for w in session.worked}
    rows: list[Done] = []
    for steps in groups.values():
        worked = [found.get((s.exercise_no, s.set_no, s.side, s.part)) for s in steps]
        rows.extend(_rows(steps, worked))
    return tuple(rows)


def _rows(steps: list[Step], worked: list[Worked | None]) -> Iterable[Done]:
    known = [w for w in worked if w is not None]
    if not known:
        return
    step = steps[0]
    whole = all(w is not None and w.complete for w in worked)
    unit, size = (Unit.REPS, 1) if step.reps else (Unit.SECONDS, 1000)
    shares: Counter[Side | None] = Counter()
    for part, done in zip(steps, worked, strict=True):
        shares.update(_shares(part, done.amount if done else 0))
    planned = sum(s.dose for s in steps)
    for side, share in shares.items():
        yield Done(
            step.exercise_no,
            step.exercise,
            step.set_no,
            side,
            known[-1].version,
            planned,
            share // size,
            unit,
            whole or 2 * share >= planned * size,
        )


def _shares(step: Step, amount: int) -> dict[Side | None, int]:
    """What each side did of a step; where they alternate the one that begins may be one ahead."""
    if not step.alternates:
        return {step.set_side.side: amount}
    first = step.side or Side.LEFT
    return {first: (amount + 1) // 2, first.other: amount // 2}
