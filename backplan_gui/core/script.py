"""A day laid out flat: every get-ready, hold, rep block, side change and rest as one list.

All nesting ends here; the session engine is a cursor over the result. Lengths are whole
milliseconds. A rest, a switch and a get-ready carry the exercise, set and side they lead
to, because that is what the person is shown and told during them.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from .exercise import Breath, Exercise, Order, Segment, TempoPhase, Version
from .plan import Day, Dose, Hold, Reps, SetSide, Side, Timed, set_sides
from .settings import Pace, Settings

REST_BETWEEN_EXERCISES = 60
"""Seconds (content/exercises.md 1.11)."""
SHORTEST_BOUT_MS = 1_000
"""What would be left for a shorter one is held on to the end of the one before."""


class StepKind(StrEnum):
    """What a stretch of time is for."""

    READY = "ready"
    ENTER = "enter"
    WORK = "work"
    LEAVE = "leave"
    SWITCH = "switch"
    REST = "rest"


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
    """Tells the work steps of one set-side apart: the segments of a long activity, short holds,
    and what was done in different versions. A rest between short holds has the next one's."""
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
    help: str = ""
    """A line of the way to the floor or up again (core/floor.py); `part` is its number."""

    @property
    def set_side(self) -> SetSide:
        """The set-side this step belongs to, without a side where both take turns.

        The sides of segments are for the eye only.
        """
        shared = self.segment or self.alternates
        return SetSide(self.exercise, self.set_no, None if shared else self.side)

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
    versions: Mapping[str, Version] = MappingProxyType({}),
) -> Script:
    """The day (or, with `only`, one exercise of it) as steps, in the versions chosen.

    An exercise that has not the version chosen for it is done in its standard form.
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
        version = versions.get(exercise.id, Version.STANDARD)
        version = version if version in exercise.versions else Version.STANDARD
        block = Block(exercise, version, number, settings)
        turns = block.turns(prescription.dose, remaining)
        if steps:
            seconds = REST_BETWEEN_EXERCISES + settings.rest_extra
            steps.append(block.step(StepKind.REST, seconds * 1000, turns[0]))
        steps.append(block.ready(turns[0]))
        steps.extend(block.steps(turns, prescription.dose, minutes))
    return tuple(step for step in steps if step.ms)


def length_ms(script: Script) -> int:
    """How long a script takes from the first get-ready to the end."""
    return sum(step.ms for step in script)


def with_opening(script: Script, ms: int) -> Script:
    """The script with so much time at its start for what is said once a session."""
    first = script[0]
    return (msgspec.structs.replace(first, ms=first.ms + ms), *script[1:])


class Turn(msgspec.Struct, frozen=True):
    """One set on one side (or on none), as it comes."""

    set_no: int
    side: Side | None


class Load(msgspec.Struct, frozen=True):
    """What there is to do in a turn: milliseconds of a hold, or movements.

    `dose` is what that adds to the set-side's, `first` the part number of its first work step,
    `begins` the side of the first movement where sides alternate.
    """

    dose: int
    ms: int = 0
    movements: int = 0
    first: int = 1
    begins: Side | None = None


class Block:
    """The steps of one exercise in one of its versions."""

    def __init__(
        self, exercise: Exercise, version: Version, number: int, settings: Settings, sets: int = 0
    ) -> None:
        self.version = version
        self.exercise = exercise.form(version)
        self.number = number
        self.settings = settings
        self.sets = sets
        self.side_by_side = self.exercise.order is Order.SIDE or settings.fewer_changes

    def step(self, kind: StepKind, ms: int, turn: Turn) -> Step:
        return Step(
            kind,
            ms,
            self.exercise.id,
            self.number,
            turn.set_no,
            self.sets,
            turn.side,
            version=self.version,
        )

    def ready(self, turn: Turn) -> Step:
        """Getting into position for the first time; no shorter than what is said of it."""
        seconds = self.exercise.get_ready + self.settings.get_ready_extra
        told = self.exercise.told if self.settings.voice else 0
        return self.step(StepKind.READY, max(seconds * 1000, told), turn)

    def turns(self, dose: Dose, remaining: frozenset[SetSide] | None) -> tuple[Turn, ...]:
        """All sets and sides in the order of the exercise, or those of them that remain."""
        self.sets = 1 if isinstance(dose, Timed) else dose.sets
        return tuple(t for t in self._all_turns(dose) if self._is_wanted(t, remaining))

    def steps(self, turns: tuple[Turn, ...], dose: Dose, minutes: int | None) -> Iterator[Step]:
        """Everything after getting ready."""
        before: Turn | None = None
        for turn in turns:
            if before is not None:
                yield self.between(before, turn)
            match dose:
                case Hold(seconds=seconds):
                    yield from self.turn(turn, Load(seconds, ms=1000 * seconds))
                case Reps(count=count):
                    movements = 2 * count if self._alternates else count
                    load = Load(count, movements=movements, begins=self.settings.first_side)
                    yield from self.turn(turn, load)
                case timed:
                    yield from self._segments(timed, turn, minutes)
            before = turn

    def turn(self, turn: Turn, load: Load) -> Iterator[Step]:
        """One set on one side: into it, the work, out of it."""
        yield self.step(StepKind.ENTER, self.exercise.enter * 1000, turn)
        if load.movements:
            yield self._reps(load, turn)
        else:
            yield from self._hold(load, turn)
        yield self.step(StepKind.LEAVE, self.exercise.leave * 1000, turn)

    def between(self, before: Turn, turn: Turn) -> Step:
        """The other side, or a rest."""
        if before.side is not turn.side and (before.set_no == turn.set_no or self.side_by_side):
            return self.step(StepKind.SWITCH, self.exercise.change * 1000, turn)
        seconds = self.exercise.rest + self.settings.rest_extra
        return self.step(StepKind.REST, seconds * 1000, turn)

    def _all_turns(self, dose: Dose) -> tuple[Turn, ...]:
        numbers = range(1, self.sets + 1)
        first = self.settings.first_side
        if isinstance(dose, Timed) or dose.each is None or self._alternates:
            return tuple(Turn(n, None) for n in numbers)
        sides = (first, first.other)
        if self.side_by_side:
            return tuple(Turn(n, side) for side in sides for n in numbers)
        return tuple(Turn(n, side) for n in numbers for side in sides)

    def _is_wanted(self, turn: Turn, remaining: frozenset[SetSide] | None) -> bool:
        """Alternating sides share a turn, which stays while either is open."""
        if remaining is None:
            return True
        sides = (turn.side,) if turn.side else (None, *Side)
        return any(SetSide(self.exercise.id, turn.set_no, side) in remaining for side in sides)

    def _hold(self, load: Load, turn: Turn) -> Iterator[Step]:
        """The whole hold, or short ones with rests between that add up to it."""
        bouts = self.exercise.bouts
        longest = 1000 * bouts.seconds if bouts else load.ms
        left, dose, part = load.ms, load.dose, load.first
        while left > 0:
            if bouts and part > load.first:
                rest = self.step(StepKind.REST, 1000 * bouts.rest, turn)
                yield msgspec.structs.replace(rest, part=part)
            ms = longest if left - longest >= SHORTEST_BOUT_MS else left
            share = dose if ms == left else min(dose, ms // 1000)
            work = self.step(StepKind.WORK, ms, turn)
            beats = _beats(self.exercise.phases, 1000)
            yield msgspec.structs.replace(work, part=part, dose=share, beats=beats)
            left, dose, part = left - ms, dose - share, part + 1

    @property
    def _alternates(self) -> bool:
        return self.exercise.order is Order.ALTERNATE

    def _reps(self, load: Load, turn: Turn) -> Step:
        pace = self.settings.pace
        beats = _beats(self.exercise.phases, pace.permille)
        step = self.step(StepKind.WORK, load.movements * sum(b.ms for b in beats), turn)
        return msgspec.structs.replace(
            step,
            part=load.first,
            dose=load.dose,
            reps=load.movements,
            side=load.begins if self._alternates else turn.side,
            beats=beats,
            alternates=self._alternates,
            own_pace=pace is Pace.OWN,
        )

    def _swapped(self, side: Side | None) -> Side | None:
        """Segments are written left first; the comfortable side first swaps them all."""
        return side.other if side and self.settings.first_side is Side.RIGHT else side

    def _segments(self, dose: Timed, turn: Turn, minutes: int | None) -> Iterator[Step]:
        target = 60 * min(max(minutes or dose.low, dose.low), dose.high)
        lengths = segment_seconds(self.exercise.segments, target)
        pacer = self.exercise.phases
        for part, (segment, seconds) in enumerate(
            zip(self.exercise.segments, lengths, strict=True), start=1
        ):
            yield msgspec.structs.replace(
                self.step(StepKind.WORK, seconds * 1000, turn),
                side=self._swapped(segment.side),
                part=part,
                dose=seconds,
                beats=() if segment.change else _beats(segment.phases or pacer, 1000),
                segment=segment.id,
                change=segment.change,
                limit=60 * dose.high if segment.extends and dose.high > dose.low else 0,
            )


def _beats(phases: tuple[TempoPhase, ...], permille: int) -> tuple[Beat, ...]:
    return tuple(Beat(p.id, p.seconds * permille, p.breath) for p in phases)


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
