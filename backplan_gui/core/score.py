"""When in a step which cue is given: decided once, before the step begins.

The order is that of content/exercises.md 1.7. No two sentences overlap, by an estimate of
how long each takes; what finds no place is left out, never put off. Everything lies on full
seconds of what is left, or on a beat, where the session is looked at anyway.
"""

from collections.abc import Iterator

import msgspec

from .cues import (
    COUNT_MS,
    GAP_MS,
    PAUSE_MS,
    SECOND_MS,
    Chime,
    Cue,
    Lines,
    MoveLine,
    Say,
    said_ms,
    takes_ms,
)
from .exercise import Breath
from .script import Script, Step, StepKind
from .sounds import Sound

HALF_FROM_MS = 20_000
"""A hold this long has its half called (design-system.md section 10)."""
MOVES_MS = 10_000
"""So far into a hold go the lines of its movement; with reps it is the first two."""
MOVES_REPS = BREATHS = 2
"""The breath is called so often in a hold (design-system.md section 11)."""
AFTER_COUNT_MS = 1_000
LATE_MS = 4_000
"""A reminder waits so long for its turn."""


class Given(msgspec.Struct, frozen=True):
    """A cue and its instant: milliseconds into the step."""

    at: int
    cue: Cue


class Track:
    """A step that is being filled: what is given when, and when somebody speaks."""

    def __init__(self, ms: int) -> None:
        self.ms = ms
        self._given: list[Given] = []
        self._spoken: list[tuple[int, int]] = []

    @property
    def given(self) -> tuple[Given, ...]:
        """All of it, in order; a sound before the sentence of the same instant."""
        return tuple(sorted(self._given, key=lambda g: (g.at, isinstance(g.cue, Say))))

    def chime(self, at: int, sound: Sound, ms: int = 0) -> None:
        """A sound, whatever is said meanwhile."""
        self._given.append(Given(at, Chime(sound, ms)))

    def say(self, at: int, text: str, until: int | None = None) -> bool:
        """A sentence, if there is time for all of it until then (or to the end of the step)."""
        ends = at + said_ms(text)
        if not text or at < 0 or ends > (self.ms if until is None else until):
            return False
        if any(at < end + GAP_MS and begin < ends + GAP_MS for begin, end in self._spoken):
            return False
        self._spoken.append((at, ends))
        self._given.append(Given(at, Say(text)))
        return True

    def second(self, at: int) -> int:
        """The next full second of what is left; the step's beginning counts as one."""
        return at + (self.ms - at) % SECOND_MS if at else 0

    def say_all(self, at: int, texts: tuple[str, ...], until: int, pause: int = 0) -> int:
        """Sentences one after the other, each with a pause to do it: how many found a place."""
        for place, text in enumerate(texts):
            if not self.say(at, text, until):
                return place
            at = self.second(at + takes_ms(text, pause))
        return len(texts)


def score(script: Script, index: int, lines: Lines) -> tuple[Given, ...]:
    """All cues of a step, in the order of their instants."""
    step = script[index]
    track = Track(step.ms)
    ended = _ends_before(script, index, track)
    match step.kind:
        case _ if step.help:
            track.say(0, lines.now[0])
        case StepKind.READY:
            _ready(track, lines)
        case StepKind.ENTER:
            _told(track, step, lines.moves, lines)
        case StepKind.WORK if step.segment:
            _segment(track, step, lines)
        case StepKind.WORK if step.reps:
            _reps(track, script, index, lines)
        case StepKind.WORK:
            _hold(track, script, index, lines)
        case StepKind.LEAVE:
            track.say_all(0, lines.now, step.ms)
        case _:
            _between(track, step, lines, ended)
    return track.given


def _ends_before(script: Script, index: int, track: Track) -> int:
    """The sound of work that ended by itself just now; how long it sounds."""
    if not index or script[index - 1].kind is not StepKind.WORK or script[index].segment:
        return 0
    track.chime(0, Sound.END)
    return SECOND_MS if track.ms > SECOND_MS else 0


def _ready(track: Track, lines: Lines) -> None:
    """Name and side, the way into position, and three, two, one."""
    last = track.ms - COUNT_MS
    at = track.second(_said(lines.now[: track.say_all(0, lines.now, last)]))
    track.say_all(at, lines.todo, last, PAUSE_MS)
    _count_down(track, lines)


def _between(track: Track, step: Step, lines: Lines, ended: int) -> None:
    """The other side, or a rest: what it is for, and what comes next."""
    sound = Sound.SWITCH_SIDES if step.kind is StepKind.SWITCH else Sound.REST
    at = track.second(ended)
    track.chime(at, sound)
    last = track.ms - (COUNT_MS if track.ms >= 2 * COUNT_MS else 0)
    # Who changes sides has to know how; the last seconds tick all the same.
    begun = track.say_all(at, lines.now, step.ms if step.kind is StepKind.SWITCH else last)
    track.say_all(track.second(at + _said(lines.now[:begun])), lines.todo, last)
    track.say(last - takes_ms(lines.next), lines.next, last)
    _count_down(track, lines)


def _hold(track: Track, script: Script, index: int, lines: Lines) -> None:
    """The rest of the movement, the breath, two reminders and the half; then the last seconds."""
    step = script[index]
    track.chime(0, Sound.START)
    track.say(0, lines.begin)
    _count_down(track, lines)
    if step.ms >= HALF_FROM_MS:
        half = track.second(step.ms // 2)
        track.chime(half, Sound.HALFWAY)
        track.say(half, lines.halfway)
    _told(track, step, _moves_left(script, index, lines), lines)
    _breathe(track, step, lines)
    _remind_twice(track, step, lines)


def _reminders(step: Step, lines: Lines) -> tuple[str, ...]:
    """Two of them, and in the next set or part the next two, so that all are heard."""
    every = lines.reminders
    first = 2 * (step.set_no + step.part - 2)
    return tuple(every[(first + n) % len(every)] for n in range(min(2, len(every))))


def _remind_twice(track: Track, step: Step, lines: Lines) -> None:
    for third, text in enumerate(_reminders(step, lines), start=1):
        _remind(track, track.second(step.ms * third // 3), text)


def _remind(track: Track, at: int, text: str) -> None:
    """A reminder at its time, or as soon after it as nobody speaks."""
    last = track.ms - COUNT_MS
    any(track.say(late, text, last) for late in range(at, at + LATE_MS + 1, SECOND_MS))


def _breathe(track: Track, step: Step, lines: Lines) -> None:
    """A tone with every breath, and a word with the first two that have room for it."""
    if not step.beats:
        return
    called = 0
    at = number = 0
    while at < step.ms:
        place = number % len(step.beats)
        beat = step.beats[place]
        track.chime(at, _tone(beat.breath), min(beat.ms, step.ms - at))
        if called < BREATHS * len(step.beats) and (place == 0 or called % len(step.beats)):
            text, last = lines.breaths[place], step.ms - COUNT_MS
            called += track.say(at, text, last) or track.say(at + SECOND_MS, text, last)
        at, number = at + beat.ms, number + 1


def _segment(track: Track, step: Step, lines: Lines) -> None:
    """A part of a long activity: what it is, the time that is left, and what follows."""
    track.chime(0, Sound.SWITCH_SIDES if step.change else Sound.START)
    begun = track.say_all(0, lines.now, step.ms)
    at = track.second(_said(lines.now[:begun]))
    track.say_all(at, lines.todo, step.ms, 0 if step.change else PAUSE_MS)
    if step.change:
        _count_down(track, lines)
        return
    for left, text in lines.marks:
        track.say(step.ms - left, text)
    last = step.ms - COUNT_MS
    track.say(last - takes_ms(lines.next), lines.next, last)
    _count_down(track, lines)
    if step.ms >= HALF_FROM_MS:
        half = track.second(step.ms // 2)
        track.chime(half, Sound.HALFWAY)
        track.say(half, lines.halfway)
    _breathe(track, step, lines)
    _remind_twice(track, step, lines)


def _reps(track: Track, script: Script, index: int, lines: Lines) -> None:
    """The movement in the first two reps, in time with the breath; then the count."""
    step = script[index]
    track.chime(0, Sound.START)
    left = _moves_left(script, index, lines)
    if step.own_pace:
        track.say(0, lines.begin)
        _told(track, step, left, lines)
        return
    _beats(track, step)
    _told(track, step, left, lines)
    for number in range(step.reps):
        if number:
            track.say(number * step.beat_ms, lines.counts[number])
    for third, text in enumerate(_reminders(step, lines), start=1):
        rep = -(-step.reps * third // 3)
        track.say(rep * step.beat_ms + AFTER_COUNT_MS, text)
    _call_breaths(track, step, lines)


def _call_breaths(track: Track, step: Step, lines: Lines) -> None:
    """The words of the phases in the first two reps, where nothing else is said."""
    for place, at in enumerate(_starts(step, MOVES_REPS)):
        beat, text = step.beats[place % len(step.beats)], lines.breaths[place % len(step.beats)]
        if not track.say(at, text):  # after the count, while the phase lasts
            track.say(at + SECOND_MS, text, at + beat.ms - GAP_MS)


def _beats(track: Track, step: Step) -> None:
    """A sound for every rep, a softer one for the turns inside it, a tone for each breath."""
    for place, at in enumerate(_starts(step, step.reps)):
        if place:
            track.chime(at, Sound.REP if place % len(step.beats) == 0 else Sound.REP_TURN)
    for rep in range(step.reps):
        for begin, end, breath in _runs(step):
            track.chime(rep * step.beat_ms + begin, _tone(breath), end - begin)


def _tone(breath: Breath) -> Sound:
    return Sound.BREATH_IN if breath is Breath.IN else Sound.BREATH_OUT


def _starts(step: Step, reps: int) -> Iterator[int]:
    """When every beat of the first reps begins."""
    at = 0
    for _ in range(min(reps, step.reps)):
        for beat in step.beats:
            yield at
            at += beat.ms


def _count_down(track: Track, lines: Lines) -> None:
    """Each of the last seconds ticks, and is counted where nobody speaks."""
    for left in range(COUNT_MS // SECOND_MS, 0, -1):
        at = track.ms - left * SECOND_MS
        if at <= 0:
            continue
        track.chime(at, Sound.TICK)
        track.say(at, lines.countdown[-left] if lines.countdown else "")


def _said(texts: tuple[str, ...]) -> int:
    return sum(map(takes_ms, texts))


# The lines of a movement, over all sets of an exercise: what finds no time goes to the next.


def _moves_left(script: Script, index: int, lines: Lines) -> tuple[MoveLine, ...]:
    """The lines that are still to be said when a step begins; none once all have been."""
    here, left = script[index], lines.moves
    for step in script[:index]:
        if (step.exercise_no, step.version) == (here.exercise_no, here.version):
            left = _told(Track(step.ms), step, left, lines)
    return left


def _told(
    track: Track, step: Step, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """Say as many of the lines as a step has time for; those that are left."""
    match step.kind:
        case StepKind.ENTER:  # the way in is the same in every set
            begun = lines.moves[: _say_moves(track, 0, lines.moves, step.ms)]
            return tuple(line for line in left if line not in begun)
        case StepKind.WORK if step.own_pace:
            return left[_say_moves(track, takes_ms(lines.begin), left, step.ms, PAUSE_MS) :]
        case StepKind.WORK if step.reps:
            return _told_in_reps(track, step, left, lines)
        case StepKind.WORK:
            until = min(MOVES_MS, step.ms - COUNT_MS)
            return left[_say_moves(track, takes_ms(lines.begin), left, until) :]
        case _:
            return left


def _say_moves(
    track: Track, at: int, moves: tuple[MoveLine, ...], until: int, pause: int = 0
) -> int:
    return track.say_all(at, tuple(line.text for line in moves), until, pause)


def _told_in_reps(
    track: Track, step: Step, left: tuple[MoveLine, ...], lines: Lines
) -> tuple[MoveLine, ...]:
    """In each of the first two reps a line for every breath, while that breath lasts.

    Where sides take turns and the lines no longer tell which begins, that comes before them.
    """
    runs = _runs(step)
    places = _places(lines.moves, runs)
    waiting = list(left)
    last = min(MOVES_REPS * step.beat_ms - GAP_MS, step.ms)
    if step.alternates and left != lines.moves:
        track.say(0, lines.counts[0])
    for rep in range(min(MOVES_REPS, step.reps)):
        turned = step.alternates and rep % 2 == 1
        words = lines.other_moves if turned else lines.moves
        for place, (begin, end, _) in enumerate(runs):
            for line in [m for m in waiting if places[m] == place]:
                text = words[lines.moves.index(line)].text
                beats = range(rep * step.beat_ms + begin, rep * step.beat_ms + end, SECOND_MS)
                if not any(track.say(at, text, last) for at in beats):
                    break
                waiting.remove(line)
    return tuple(waiting)


def before_moving(
    moves: tuple[MoveLine, ...], first: Breath | None
) -> tuple[tuple[MoveLine, ...], tuple[MoveLine, ...]]:
    """The lines of a movement to be said before it starts, and those said while it is done.

    `first` is the breath with which a rep begins. "Breathe in. Grow tall." comes before a
    movement that begins with the breath out, and so does what stands before "Breathe out".
    """
    named = [place for place, line in enumerate(moves) if line.breath is not None]
    if first is None or not named:
        return (), moves
    begins = named[0]
    if moves[begins].breath is not first:
        if begins or len(named) == 1:
            return (), moves
        begins = named[1]
    return moves[:begins], moves[begins:]


def _places(
    moves: tuple[MoveLine, ...], runs: list[tuple[int, int, Breath]]
) -> dict[MoveLine, int]:
    """With which breath of a rep each line goes: lines that name none go on from those before.

    The last one named is the way back, so it goes with the last such breath of the rep.
    """
    found: dict[MoveLine, int] = {}
    last = max((n for n, line in enumerate(moves) if line.breath is not None), default=0)
    place = 0
    for number, line in enumerate(moves):
        if line.breath is not None:
            fits = [p for p, run in enumerate(runs) if run[2] is line.breath and p >= place]
            fits = fits or [place]
            place = fits[-1] if number == last else fits[0]
        found[line] = place
    return found


def _runs(step: Step) -> list[tuple[int, int, Breath]]:
    """The stretches of a rep with one breath: when each begins and ends."""
    runs: list[tuple[int, int, Breath]] = []
    at = 0
    for beat in step.beats:
        if runs and runs[-1][2] is beat.breath:
            runs[-1] = (runs[-1][0], at + beat.ms, beat.breath)
        else:
            runs.append((at, at + beat.ms, beat.breath))
        at += beat.ms
    return runs
