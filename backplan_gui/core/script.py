"""A day laid out flat: every get-ready, hold, rep block, side change and rest as one list.

All nesting ends here; the session engine is a cursor over the result. Lengths are whole
milliseconds. A rest, a switch and a get-ready carry the exercise, set and side they lead
to, because that is what the person is shown and told during them.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from .exercise import Breath, Exercise, Order, Segment
from .plan import Day, Dose, Hold, Prescription, Reps, SetSide, Side, Timed, set_sides
from .settings import Pace, Settings

REST_BETWEEN_EXERCISES = 60
"""Seconds (content/exercises.md 1.11)."""


class StepKind(StrEnum):
    """What a stretch of time is for."""

    READY = "ready"
    ENTER = "enter"
    WORK = "work"
    LEAVE = "leave"
    SWITCH = "switch"
    REST = "rest"


class Version(StrEnum):
    """Which form of an exercise is done; all count as the full dose."""

    STANDARD = "standard"
    EASIER = "easier"


class Beat(msgspec.Struct, frozen=True):
    """One tempo phase at the person's pace."""

    id: str
    ms: int
    breath: Breath


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One stretch of time in a script."""

    kind: StepKind
    ms: int
    exercise: str
    exercise_no: int
    """Its place in the script, from 1."""
    set_no: int
    sets: int
    side: Side | None = None
    part: int = 1
    """Tells the work steps of one set-side apart: the segments of a long activity."""
    dose: int = 0
    """What this work adds to the set-side's dose: seconds, or reps of each side."""
    reps: int = 0
    """Movements in this step; 0 for time. An alternating exercise has twice its dose."""
    beats: tuple[Beat, ...] = ()
    alternates: bool = False
    """The side changes with every movement; `side` begins."""
    own_pace: bool = False
    """The person counts the reps; the step has no deadline and `ms` is an estimate."""
    segment: str = ""
    change: bool = False
    """A segment that only leads to the next place."""
    limit: int = 0
    """Where "keep going" is offered after this step: the most seconds the activity may take."""
    version: Version = Version.STANDARD

    @property
    def set_side(self) -> SetSide:
        """The set-side this step belongs to; the sides of segments are for the eye only."""
        return SetSide(self.exercise, self.set_no, None if self.segment else self.side)

    @property
    def beat_ms(self) -> int:
        """Milliseconds of one run through the beats; 0 without a pacer."""
        return sum(beat.ms for beat in self.beats)


Script = tuple[Step, ...]


def script_for(
    day: Day,
    exercises: Mapping[str, Exercise],
    settings: Settings,
    *,
    only: str | None = None,
    minutes: int | None = None,
    remaining: frozenset[SetSide] | None = None,
) -> Script:
    """The day (or, with `only`, one exercise of it) as steps.

    `minutes` is the target of a long activity; without it the low end is taken, which is
    the full dose. With `remaining` only the sets that hold one of these set-sides are laid
    out. KeyError if nothing of the day is asked for.
    """
    chosen = [
        p
        for p in day.exercises
        if only in (None, p.exercise)
        and (remaining is None or not remaining.isdisjoint(set_sides(p)))
    ]
    if not chosen:
        raise KeyError(only)
    steps: list[Step] = []
    for number, prescription in enumerate(chosen, start=1):
        exercise = exercises[prescription.exercise]
        block = _Block(exercise, prescription, number, settings, minutes, remaining)
        if steps:
            seconds = REST_BETWEEN_EXERCISES + settings.rest_extra
            steps.append(block.step(StepKind.REST, seconds * 1000, block.turns[0]))
        steps.extend(block.steps())
    return tuple(step for step in steps if step.ms)


def length_ms(script: Script) -> int:
    """How long a script takes from the first get-ready to the end."""
    return sum(step.ms for step in script)


class _Turn(msgspec.Struct, frozen=True):
    """One set on one side (or on none), as it comes."""

    set_no: int
    side: Side | None


class _Block:
    """The steps of one exercise."""

    def __init__(
        self,
        exercise: Exercise,
        prescription: Prescription,
        number: int,
        settings: Settings,
        minutes: int | None,
        remaining: frozenset[SetSide] | None,
    ) -> None:
        self.exercise = exercise
        self.dose: Dose = prescription.dose
        self.number = number
        self.settings = settings
        self.minutes = minutes
        self.sets = 1 if isinstance(self.dose, Timed) else self.dose.sets
        self.side_by_side = exercise.order is Order.SIDE or settings.fewer_changes
        self.turns = tuple(t for t in self._turns() if self._is_wanted(t, remaining))

    def step(self, kind: StepKind, ms: int, turn: _Turn) -> Step:
        return Step(kind, ms, self.exercise.id, self.number, turn.set_no, self.sets, turn.side)

    def steps(self) -> Iterator[Step]:
        ready = self.exercise.get_ready + self.settings.get_ready_extra
        yield self.step(StepKind.READY, ready * 1000, self.turns[0])
        before: _Turn | None = None
        for turn in self.turns:
            if before is not None:
                yield self._between(before, turn)
            yield self.step(StepKind.ENTER, self.exercise.enter * 1000, turn)
            yield from self._work(turn)
            yield self.step(StepKind.LEAVE, self.exercise.leave * 1000, turn)
            before = turn

    def _turns(self) -> tuple[_Turn, ...]:
        numbers = range(1, self.sets + 1)
        order = self.exercise.order
        first = self.settings.first_side
        if isinstance(self.dose, Timed) or self.dose.each is None or order is Order.ALTERNATE:
            return tuple(_Turn(n, None) for n in numbers)
        sides = (first, first.other)
        if self.side_by_side:
            return tuple(_Turn(n, side) for side in sides for n in numbers)
        return tuple(_Turn(n, side) for n in numbers for side in sides)

    def _is_wanted(self, turn: _Turn, remaining: frozenset[SetSide] | None) -> bool:
        """Alternating sides share a turn, which stays while either is open."""
        if remaining is None:
            return True
        sides = (turn.side,) if turn.side else (None, *Side)
        return any(SetSide(self.exercise.id, turn.set_no, side) in remaining for side in sides)

    def _between(self, before: _Turn, turn: _Turn) -> Step:
        if before.side is not turn.side and (before.set_no == turn.set_no or self.side_by_side):
            return self.step(StepKind.SWITCH, self.exercise.change * 1000, turn)
        seconds = self.exercise.rest + self.settings.rest_extra
        return self.step(StepKind.REST, seconds * 1000, turn)

    def _work(self, turn: _Turn) -> Iterator[Step]:
        match self.dose:
            case Hold(seconds=seconds):
                step = self.step(StepKind.WORK, seconds * 1000, turn)
                yield msgspec.structs.replace(step, dose=seconds, beats=self._beats(1000))
            case Reps(count=count):
                yield self._reps(count, turn)
            case timed:
                yield from self._segments(timed, turn)

    def _beats(self, permille: int) -> tuple[Beat, ...]:
        return tuple(Beat(p.id, p.seconds * permille, p.breath) for p in self.exercise.phases)

    def _reps(self, count: int, turn: _Turn) -> Step:
        pace = self.settings.pace
        beats = self._beats(pace.permille)
        alternates = self.exercise.order is Order.ALTERNATE
        movements = 2 * count if alternates else count
        step = self.step(StepKind.WORK, movements * sum(b.ms for b in beats), turn)
        return msgspec.structs.replace(
            step,
            dose=count,
            reps=movements,
            side=self.settings.first_side if alternates else turn.side,
            beats=beats,
            alternates=alternates,
            own_pace=pace is Pace.OWN,
        )

    def _swapped(self, side: Side | None) -> Side | None:
        """Segments are written left first; the comfortable side first swaps them all."""
        return side.other if side and self.settings.first_side is Side.RIGHT else side

    def _segments(self, dose: Timed, turn: _Turn) -> Iterator[Step]:
        target = 60 * min(max(self.minutes or dose.low, dose.low), dose.high)
        lengths = segment_seconds(self.exercise.segments, target)
        for part, (segment, seconds) in enumerate(
            zip(self.exercise.segments, lengths, strict=True), start=1
        ):
            yield msgspec.structs.replace(
                self.step(StepKind.WORK, seconds * 1000, turn),
                side=self._swapped(segment.side),
                part=part,
                dose=seconds,
                beats=() if segment.change else self._beats(1000),
                segment=segment.id,
                change=segment.change,
                limit=60 * dose.high if segment.extends and dose.high > dose.low else 0,
            )


def segment_seconds(segments: tuple[Segment, ...], target: int) -> tuple[int, ...]:
    """Seconds of each segment so that they add up to `target`.

    Each lies linearly between its low and its high; what rounding leaves over goes to the
    one that fills (content/exercises.md 4.2).
    """
    low = sum(segment.low for segment in segments)
    spread = sum(segment.high for segment in segments) - low
    extra = target - low
    lengths = [s.low + ((s.high - s.low) * extra // spread if spread else 0) for s in segments]
    filler = next((i for i, s in enumerate(segments) if s.fills), len(segments) - 1)
    lengths[filler] += target - sum(lengths)
    return tuple(lengths)
