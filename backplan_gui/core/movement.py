"""The lines of a movement: which are said where, over all sets of an exercise.

They are said with the breath they belong to and in the order of the movement: in every rep
no line of a later phase comes before one of an earlier phase. What finds no time goes to a
later rep, and then to the next set (content/exercises.md 1.7: the first two reps, or the
first ten seconds of a hold).
"""

from collections.abc import Iterator

import msgspec

from .cues import COUNT_MS, GAP_MS, SECOND_MS, Lines, MoveLine, said_ms, takes_ms
from .cues import PAUSE_MS as TO_DO_MS
from .exercise import Breath
from .script import Script, Step, StepKind
from .track import Track

MOVES_MS = 10_000
"""So far into a hold go the lines of its movement; with reps it is the first two."""
MOVES_REPS = 2
OUTLAST_MS = SECOND_MS - GAP_MS
"""So much longer than its breath a second line may last: the next word is a second late."""


class Run(msgspec.Struct, frozen=True):
    """A stretch of a rep with one breath, and the numbers of its beats."""

    begin: int
    end: int
    breath: Breath
    beats: tuple[int, ...]


def runs(step: Step) -> tuple[Run, ...]:
    """The breaths of a rep."""
    found: list[Run] = []
    at = 0
    for number, beat in enumerate(step.beats):
        begin: int = at
        beats: tuple[int, ...] = (number,)
        if found and found[-1].breath is beat.breath:
            before = found.pop()
            begin, beats = before.begin, (*before.beats, number)
        at += beat.ms
        found.append(Run(begin, at, beat.breath, beats))
    return tuple(found)


def moves_left(script: Script, index: int, lines: Lines) -> tuple[MoveLine, ...]:
    """The lines that are still to be said when a step begins; none once all have been."""
    here, left = script[index], lines.moves
    for step in script[:index]:
        if (step.exercise_no, step.version) == (here.exercise_no, here.version):
            left = told(Track(step.ms), step, left, lines)
    return left


def told(
    track: Track, step: Step, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """Say as many of the lines as a step has time for; those that are left."""
    match step.kind:
        case StepKind.ENTER:
            return _told_on_the_way_in(track, left, lines)
        case StepKind.WORK if step.own_pace:
            return left[_say(track, takes_ms(lines.begin), left, step.ms, TO_DO_MS) :]
        case StepKind.WORK if step.reps:
            return _told_in_reps(track, step, left, lines)
        case StepKind.WORK:
            return _told_in_a_hold(track, step, left, lines)
        case _:
            return left


def _say(track: Track, at: int, moves: tuple[MoveLine, ...], until: int, pause: int = 0) -> int:
    return track.say_all(at, tuple(line.text for line in moves), until, pause)


def _told_on_the_way_in(
    track: Track, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """The same in every set. What gets one into the hold comes first where there is no time
    for the breath before it, and without its own breath where there is none for that.
    """
    moves = lines.moves
    first = [line.breath for line in moves[:2]]
    if first == [Breath.IN, Breath.OUT] and takes_ms(moves[0].text) + said_ms(moves[1].text) > (
        track.ms
    ):
        moves = moves[1:]
    said = _say(track, 0, moves, track.ms)
    if not said and moves and track.say(0, moves[0].bare):
        said = 1
    still = lines.moves[len(lines.moves) - len(moves) + said :]
    return tuple(line for line in left if line in still)


def _told_in_a_hold(
    track: Track, step: Step, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """One after the other. A line that names a breath waits for it, or is said without where
    there is no time for that.

    What begins in the first ten seconds may last longer by what was waited, but not to the half.
    """
    last = step.ms - COUNT_MS
    at, until = takes_ms(lines.begin), min(MOVES_MS, last)
    for place, line in enumerate(left):
        due = _breathed(step, line.breath, at)
        longer = max(until, min(until + due - at, step.ms // 2 - GAP_MS, last))
        if due < MOVES_MS and track.say(due, line.text, longer):
            at, until = track.second(due + takes_ms(line.text)), longer
        elif track.say(at, line.bare, until):
            at = track.second(at + takes_ms(line.bare))
        else:
            return left[place:]
    return ()


def _breathed(step: Step, breath: Breath | None, at: int) -> int:
    """The first instant from `at` on that has this breath; at once where none is asked for."""
    fits = [run for run in runs(step) if run.breath is breath]
    if not fits:
        return at
    cycle = at - at % step.beat_ms
    begins = (cycle, cycle + step.beat_ms)
    return min(
        max(at, since + run.begin) for run in fits for since in begins if at < since + run.end
    )


def _told_in_reps(
    track: Track, step: Step, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """In the first two reps, each line while its breath lasts.

    The very first rep is heard whole: a breath whose lines do not all fit has the words of
    its phases instead. Where sides take turns those words do not say which arm and leg, so
    there the lines come one after the other, and the breaths after them have words as long.
    Where the lines no longer tell which side begins, that comes before them.
    """
    anew = left == lines.moves
    if step.alternates and not anew:
        track.say(0, lines.counts[0])
    waiting = left
    for rep in range(min(MOVES_REPS, step.reps)):
        turned = step.alternates and rep % 2 == 1
        texts = dict(zip(lines.moves, lines.other_moves if turned else lines.moves, strict=True))
        whole = anew and rep == 0 and not step.alternates
        for run, lines_of_it in _by_breath(step, lines.moves):
            due = tuple(line for line in lines_of_it if line in waiting)
            first = run.beats[0]
            calls = (lines.breaths[first], lines.phases[first]) if due != lines_of_it else ()
            stretch = _Stretch(track, step, run, rep, calls)
            said = stretch.say(tuple(texts[line].text for line in due), whole=whole)
            waiting = tuple(line for line in waiting if line not in due[:said])
            if step.alternates and said < len(due):
                break
    return waiting


class _Stretch:
    """One breath of one rep, to be filled with lines."""

    def __init__(
        self, track: Track, step: Step, run: Run, rep: int, calls: tuple[str, ...]
    ) -> None:
        self._track, self._calls = track, calls
        self._begin, self._end = rep * step.beat_ms + run.begin, rep * step.beat_ms + run.end
        self._last = min(MOVES_REPS * step.beat_ms - GAP_MS, step.ms)

    def say(self, texts: tuple[str, ...], *, whole: bool) -> int:
        """How many lines found a place; `whole`: all or none.

        The first may outlast the breath, or it would never be said.
        """
        if whole and _end(self._begin, texts) > self._end - GAP_MS:
            return 0
        self._say_call(texts)
        until = self._last
        for number, text in enumerate(texts):
            instants = range(self._begin, self._end, SECOND_MS)
            if not any(self._track.say(at, text, until) for at in instants):
                return number
            until = min(self._last, self._end + OUTLAST_MS)
        return len(texts)

    def _say_call(self, texts: tuple[str, ...]) -> None:
        """What begins, before a line that goes on from one said earlier: "Round up. Let your
        head hang down.". Only where there is time for both, and the line does not say it itself.
        """
        last = self._end - GAP_MS
        any(
            self._track.say(self._begin, call)
            for call in self._calls
            if texts
            and not texts[0].startswith(call.rstrip("."))
            and _end(self._begin, (call, texts[0])) <= last
        )


def _end(at: int, texts: tuple[str, ...]) -> int:
    """When the last of some sentences is over, if they begin then."""
    return at + sum(map(takes_ms, texts[:-1])) + said_ms(texts[-1]) if texts else at


def _by_breath(
    step: Step, moves: tuple[MoveLine, ...]
) -> Iterator[tuple[Run, tuple[MoveLine, ...]]]:
    """The breaths of a rep, each with the lines that go with it."""
    every = runs(step)
    places = _places(moves, every)
    for place, run in enumerate(every):
        yield run, tuple(line for line in moves if places[line] == place)


def _places(moves: tuple[MoveLine, ...], every: tuple[Run, ...]) -> dict[MoveLine, int]:
    """With which breath of a rep each line goes: lines that name none go on from those before.

    The last one named is the way back, so it goes with the last such breath of the rep.
    """
    found: dict[MoveLine, int] = {}
    last = max((n for n, line in enumerate(moves) if line.breath is not None), default=0)
    place = 0
    for number, line in enumerate(moves):
        if line.breath is not None:
            fits = [p for p, run in enumerate(every) if run.breath is line.breath and p >= place]
            fits = fits or [place]
            place = fits[-1] if number == last else fits[0]
        found[line] = place
    return found


def before_moving(
    moves: tuple[MoveLine, ...], first: Breath | None
) -> tuple[tuple[MoveLine, ...], tuple[MoveLine, ...]]:
    """The lines of a movement to be said before it starts, and those said while it is done.

    `first` is the breath with which a rep begins; None: nothing is told before. "Breathe in.
    Grow tall." comes before a movement that begins with the breath out, and so does what
    stands before the first breath: a foot is put on the step before one rises.
    """
    named = [place for place, line in enumerate(moves) if line.breath is not None]
    if first is None or not named:
        return (), moves
    begins = named[0]
    if begins == 0 and moves[0].breath is not first:
        begins = named[1] if len(named) > 1 else 0
    return moves[:begins], moves[begins:]
