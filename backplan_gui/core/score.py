"""When in a step which cue is given: decided once, before the step begins.

The order is that of content/exercises.md 1.7. No two sentences overlap, by an estimate of
how long each takes; what finds no place is left out, never put off. Everything lies on full
seconds of what is left, or on a beat, where the session is looked at anyway.
"""

from collections.abc import Iterator

from .cues import COUNT_MS, GAP_MS, PAUSE_MS, SECOND_MS, Lines, takes_ms
from .exercise import Breath
from .movement import MOVES_REPS, Run, moves_left, runs, told
from .script import Script, Step, StepKind
from .sounds import Sound
from .track import Given, Track

HALF_FROM_MS = 20_000
"""A hold this long has its half called (design-system.md section 10)."""
BREATHS = 2
"""The breath is called so often in a hold (design-system.md section 11)."""
AFTER_COUNT_MS = 1_000
LATE_MS = 4_000
"""A reminder waits so long for its turn."""


def score(script: Script, index: int, lines: Lines) -> tuple[Given, ...]:
    """All cues of a step, in the order of their instants."""
    step = script[index]
    track = Track(step.ms)
    ended = _ends_before(script, index, track)
    match step.kind:
        case _ if step.help:
            track.say(0, lines.todo[0])
        case StepKind.READY:
            _ready(track, lines)
        case StepKind.ENTER:
            told(track, step, lines.moves, lines)
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
    told(track, step, moves_left(script, index, lines), lines)
    _breathe(track, step, lines)
    _remind_twice(track, step, lines)


def reminders(step: Step, lines: Lines) -> tuple[str, ...]:
    """Two of them, and in the next set or part the next two, so that all are heard."""
    every = lines.reminders
    first = 2 * (step.set_no + step.part - 2)
    return tuple(every[(first + n) % len(every)] for n in range(min(2, len(every))))


def _remind_twice(track: Track, step: Step, lines: Lines) -> None:
    for third, text in enumerate(reminders(step, lines), start=1):
        _remind(track, step, lines, track.second(step.ms * third // 3), text)


def _remind(track: Track, step: Step, lines: Lines, at: int, text: str) -> None:
    """A reminder at its time, or as soon after it as nobody speaks."""
    last = track.ms - COUNT_MS
    instants = range(at, at + LATE_MS + 1, SECOND_MS)
    any(track.say(late, as_breathed(step, lines, late, text), last) for late in instants)


def as_breathed(step: Step, lines: Lines, at: int, text: str) -> str:
    """A reminder without the breath that it names, during the other one: "Soften."."""
    for run in runs(step):
        if not run.begin <= at % step.beat_ms < run.end:
            text = text.removeprefix(f"{lines.breaths[run.beats[0]]} ")
    return text


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
    left = moves_left(script, index, lines)
    if step.own_pace:
        track.say(0, lines.begin)
        told(track, step, left, lines)
        return
    _beats(track, step)
    told(track, step, left, lines)
    for number in range(step.reps):
        if number:
            track.say(number * step.beat_ms, lines.counts[number])
    for third, text in enumerate(reminders(step, lines), start=1):
        rep = -(-step.reps * third // 3)
        track.say(rep * step.beat_ms + AFTER_COUNT_MS, text)
    _call_breaths(track, step, lines)


def _call_breaths(track: Track, step: Step, lines: Lines) -> None:
    """The words of the phases in the first two reps, where nothing else is said."""
    for rep in range(min(MOVES_REPS, step.reps)):
        for run in runs(step):
            _call_breath(track, step, lines, run, rep * step.beat_ms)


def _call_breath(track: Track, step: Step, lines: Lines, run: Run, rep_at: int) -> None:
    """The words of one breath: none outlasts it, for the next one has to be on time."""
    at, end = rep_at + run.begin, rep_at + run.end
    late = SECOND_MS if track.begins_within(at, end) else end - at  # after the count, or a line
    for number in run.beats:
        ends = at + step.beats[number].ms
        until = end if number == run.beats[0] else ends
        forms = lines.breaths[number], lines.phases[number]
        instants = range(at, min(at + late + 1, until), SECOND_MS)
        any(track.say(begin, form, end - GAP_MS) for begin in instants for form in forms)
        at = ends


def _beats(track: Track, step: Step) -> None:
    """A sound for every rep, a softer one for the turns inside it, a tone for each breath."""
    for place, at in enumerate(_starts(step, step.reps)):
        if place:
            track.chime(at, Sound.REP if place % len(step.beats) == 0 else Sound.REP_TURN)
    for rep in range(step.reps):
        for run in runs(step):
            tone = _tone(run.breath)
            track.chime(rep * step.beat_ms + run.begin, tone, run.end - run.begin)


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
