"""What the figure shows when somebody only looks: an exercise over and over, without a session.

Times are the looker's own milliseconds from when the look began. What only the poses know is
passed in as Ways; the player shares the parts that mean the same in a session.
"""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from .exercise import Breath, Exercise, Order, Segment
from .moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Moment,
    Moving,
    Ready,
    RowMotion,
    Turning,
)
from .plan import Side

ROW_MS = 6_000
"""About so long is each part of a long activity on show, in whole movements."""
BREATHS = 2
"""Of a hold; its dose is longer."""
REST_MS = 1_000
"""Between two goes at a hold."""
WAY_MS = 2_000
"""From one turn of a hold to the next."""
BREATH_STEPS = 8
"""A breath moves the back by a pixel or two; finer steps would not be seen."""


class Ways(msgspec.Struct, frozen=True):
    """How the poses of an exercise move."""

    rows: Callable[[int], RowMotion]
    """A part of a long activity, by its number from 1."""
    others: Mapping[str, Exercise]
    """The exercises that such a part may be like."""
    turn_ms: int = 0
    """How long a hold stays in each of its turns; 0: it has none."""


class Preview(msgspec.Struct, frozen=True):
    """What is on show."""

    moment: Moment
    phase: str = ""
    """Id of the tempo phase that is on."""
    segment: str = ""
    side: Side | None = None
    """Whose turn it is where sides take turns."""


def preview_at(exercise: Exercise, ms: int, ways: Ways) -> Preview:
    """So long after the look began."""
    if exercise.segments:
        return _row_at(exercise, ms, ways)
    if exercise.enter:
        return _hold_at(exercise, ms, ways)
    moving = moving_at(exercise, ms)
    return _of_rep(exercise, moving, ms // exercise.rep_ms)


def stills(exercise: Exercise, ways: Ways) -> tuple[Preview, ...]:
    """The key poses one after the other, for who wants no motion; the first is the start."""
    if exercise.segments:
        return tuple(_still_rows(exercise, ways))
    if exercise.enter:
        turns = (Turning(0, 1.0), Turning(1, 1.0)) if ways.turn_ms else ()
        return tuple(map(Preview, (Ready(), Holding(), *turns)))
    reps = 2 if exercise.order is Order.ALTERNATE else 1
    ends = [Moving(index, 1.0) for index in range(len(exercise.phases))]
    moves = (_of_rep(exercise, end, rep) for rep in range(reps) for end in ends)
    return (Preview(Ready(), side=_turn(exercise, 0)), *moves)


def moving_at(exercise: Exercise, ms: int, row: int = 1) -> Moving:
    """The phase of an exercise's written tempo, over and over."""
    reps, rest = divmod(ms, exercise.rep_ms)
    index, gone = phase_at(exercise, rest)
    return Moving(index, gone / (1000 * exercise.phases[index].seconds), row, first=not reps)


def row_moment(
    motion: RowMotion, row: int, ms: int, like: Exercise | None, breath: float
) -> Moment:
    """A part of a long activity moves as another exercise does, rolls, walks, or rests."""
    if like is not None:
        return moving_at(like, ms, row)
    if motion.cycle_ms:
        return Cycling(ms % motion.cycle_ms / motion.cycle_ms, row)
    return Holding(breath, row)


def like_in(segment: Segment, motion: RowMotion, others: Mapping[str, Exercise]) -> Exercise | None:
    """The exercise that a part of a long activity moves like, in time with the part's breath.

    What a breath lasts longer there is added to the last phase that goes with it.
    """
    if motion.like is None:
        return None
    like = others[motion.like]
    phases = list(like.phases)
    for breath in segment.phases:
        own = [n for n, phase in enumerate(phases) if phase.breath is breath.breath]
        longer = breath.seconds - sum(phases[n].seconds for n in own)
        last = phases[own[-1]]
        phases[own[-1]] = msgspec.structs.replace(last, seconds=last.seconds + longer)
    return msgspec.structs.replace(like, phases=tuple(phases))


def turning_at(turn_ms: int, ms: int, breath: float) -> Turning:
    """On the way to a turn of a hold, then in it."""
    number, gone = divmod(ms, turn_ms)
    return Turning(number, min(1.0, gone / min(WAY_MS, turn_ms)), breath)


def breath_at(breath: Breath, share: float) -> float:
    """From out (-1) to in (1) or back, so far into it."""
    level = round(BREATH_STEPS * (2 * share - 1)) / BREATH_STEPS
    return level if breath is Breath.IN else -level


def phase_at(exercise: Exercise, ms: int) -> tuple[int, int]:
    """The index of the phase that is on at an instant of a rep, and the milliseconds into it."""
    gone, index = ms, 0
    while gone >= 1000 * exercise.phases[index].seconds:
        gone -= 1000 * exercise.phases[index].seconds
        index += 1
    return index, gone


def _of_rep(exercise: Exercise, moving: Moving, rep: int) -> Preview:
    return Preview(moving, exercise.phases[moving.phase].id, side=_turn(exercise, rep))


def _turn(exercise: Exercise, rep: int) -> Side | None:
    """Left begins (content/exercises.md 1.3)."""
    if exercise.order is not Order.ALTERNATE:
        return None
    return Side.RIGHT if rep % 2 else Side.LEFT


def _hold_at(exercise: Exercise, ms: int, ways: Ways) -> Preview:
    enter, leave = 1000 * exercise.enter, 1000 * exercise.leave
    stay = max(BREATHS * exercise.rep_ms, 2 * ways.turn_ms)
    gone = ms % (enter + stay + leave + REST_MS)
    if gone < enter:
        return Preview(Entering(gone / enter))
    gone -= enter
    if gone >= stay:
        gone -= stay
        return Preview(Leaving(gone / leave) if gone < leave else Ready())
    phase, breath = _breath_of(exercise, gone)
    if ways.turn_ms:
        return Preview(turning_at(ways.turn_ms, gone, breath), phase)
    return Preview(Holding(breath), phase)


def _breath_of(exercise: Exercise, ms: int) -> tuple[str, float]:
    """The id of the pacer's phase and how full the chest is; a walk has no pacer."""
    if not exercise.phases:
        return "", 0.0
    index, gone = phase_at(exercise, ms % exercise.rep_ms)
    phase = exercise.phases[index]
    return phase.id, breath_at(phase.breath, gone / (1000 * phase.seconds))


def _rows(exercise: Exercise) -> Iterator[tuple[int, Segment]]:
    """Number and segment of each part that is more than the way to the next."""
    for row, segment in enumerate(exercise.segments, start=1):
        if not segment.change:
            yield row, segment


def _row_at(exercise: Exercise, ms: int, ways: Ways) -> Preview:
    rows = [
        (row, segment.id, ways.rows(row), like_in(segment, ways.rows(row), ways.others))
        for row, segment in _rows(exercise)
    ]
    lengths = [_row_ms(motion, like) for _, _, motion, like in rows]
    gone, index = ms % sum(lengths), 0
    while gone >= lengths[index]:
        gone -= lengths[index]
        index += 1
    row, name, motion, like = rows[index]
    _, breath = _breath_of(exercise, gone)
    return Preview(row_moment(motion, row, gone, like, breath), segment=name)


def _row_ms(motion: RowMotion, like: Exercise | None) -> int:
    once = like.rep_ms if like is not None else motion.cycle_ms
    return once * max(1, round(ROW_MS / once)) if once else ROW_MS


def _still_rows(exercise: Exercise, ways: Ways) -> Iterator[Preview]:
    for row, segment in _rows(exercise):
        like, name = ways.rows(row).like, segment.id
        yield Preview(Ready(row), segment=name)
        for index in range(len(ways.others[like].phases) if like is not None else 0):
            yield Preview(Moving(index, 1.0, row), segment=name)
