"""Which line of a movement, and which reminder, stands on the screen when: what the voice is given.

It is read out of the score, which is the same whether or not anybody speaks, so that what is
read and what is heard cannot be about two breaths.
"""

from collections.abc import Iterator

import msgspec

from .cues import PAUSE_MS, SECOND_MS, Lines, Say, takes_ms
from .movement import MOVES_MS, MOVES_REPS, moves_left, runs
from .score import as_breathed, reminders, score
from .script import Script, Step, StepKind


class Written(msgspec.Struct, frozen=True):
    """A line while it is on: milliseconds into the step, its number, and as it is said."""

    begin: int
    end: int
    line: int
    text: str


def written(script: Script, index: int, lines: Lines) -> tuple[Written, ...]:
    """The movement lines of a step in their order; while there is none, none is on."""
    step = script[index]
    said = tuple(_said(script, index, lines))
    if step.kind is StepKind.ENTER or step.own_pace:
        return tuple(_one_by_one(step, said, lines))
    on = _with_the_reps(step, said, lines) if step.reps else _one_by_one(step, said, lines)
    return tuple(_with_their_breath(step, on, lines) if step.beats else on)


def reminded(script: Script, index: int, lines: Lines) -> tuple[Written, ...]:
    """The reminders of a step, each until the next one: the first from its beginning, for
    whenever no line is on. One that finds no time to be said does not come alone.
    """
    step = script[index]
    due = reminders(step, lines)
    given = [(g.at, g.cue.text) for g in score(script, index, lines) if isinstance(g.cue, Say)]
    said = [
        Written(at, at, lines.reminders.index(text), text)
        for text in due
        for at, heard in given
        if heard == as_breathed(step, lines, at, text)
    ] or [Written(0, 0, lines.reminders.index(text), text) for text in due[:1]]
    begins = [0, *(one.begin for one in said[1:])]
    ends = [*begins[1:], step.ms]
    return tuple(
        msgspec.structs.replace(one, begin=begin, end=end)
        for one, begin, end in zip(said, begins, ends, strict=False)
    )


def _said(script: Script, index: int, lines: Lines) -> Iterator[Written]:
    """The lines that are said, when each begins.

    The word of a phase may be the same as a line: "Stand tall.". Only a line that was not
    said before is one, and only once.
    """
    numbers = _numbers(script, index, lines)
    waiting = set(numbers.values())
    for given in score(script, index, lines) if numbers else ():
        text = given.cue.text if isinstance(given.cue, Say) else ""
        if numbers.get(text) in waiting:
            waiting.remove(numbers[text])
            yield Written(given.at, given.at, numbers[text], text)


def _numbers(script: Script, index: int, lines: Lines) -> dict[str, int]:
    """What may be said of which line; those of a hold also without their breath."""
    step = script[index]
    left = lines.moves if step.kind is StepKind.ENTER else moves_left(script, index, lines)
    numbers: dict[str, int] = {}
    for moves in (lines.moves, lines.other_moves) if step.alternates else (lines.moves,):
        for number, line in enumerate(moves):
            if lines.moves[number] in left:
                numbers[line.text] = number
                if line.bare and not step.reps:
                    numbers[line.bare] = number
    return numbers


def _one_by_one(step: Step, said: tuple[Written, ...], lines: Lines) -> Iterator[Written]:
    """Each until the next one; the first of a hold also while the hold is called, unless it
    waits for its breath.
    """
    for place, one in enumerate(said):
        waits = step.own_pace or one.begin > takes_ms(lines.begin)
        begin = one.begin if place or waits else 0
        if place + 1 < len(said):
            end = said[place + 1].begin
        elif step.kind is StepKind.ENTER:
            end = step.ms
        elif step.own_pace:
            end = one.begin + takes_ms(one.text, PAUSE_MS)
        else:
            end = min(step.ms, max(MOVES_MS, one.begin + takes_ms(one.text)))
        yield msgspec.structs.replace(one, begin=begin, end=end)


def _with_the_reps(step: Step, said: tuple[Written, ...], lines: Lines) -> Iterator[Written]:
    """Each to the end of its breath; from its beginning, where a word of it is said before.

    Where a breath has nothing new, the line is on that was said with it in the rep before.
    """
    kept: dict[int, int] = {}
    for rep in range(min(MOVES_REPS, step.reps)):
        moves = lines.other_moves if step.alternates and rep % 2 else lines.moves
        for place, run in enumerate(runs(step)):
            begin, end = rep * step.beat_ms + run.begin, rep * step.beat_ms + run.end
            new = [one for one in said if begin <= one.begin < end]
            begins = [one.begin for one in new]
            if new and begins[0] - begin <= SECOND_MS:
                begins[0] = begin
            elif place in kept:
                number = kept[place]
                yield Written(begin, (*begins, end)[0], number, moves[number].text)
            for one, since, until in zip(new, begins, (*begins[1:], end), strict=False):
                yield msgspec.structs.replace(one, begin=since, end=until)
                kept[place] = one.line


def _with_their_breath(step: Step, on: Iterator[Written], lines: Lines) -> Iterator[Written]:
    """A line that names a breath is on without that during the other one, or not at all."""
    for one in on:
        line = lines.moves[one.line]
        if line.breath is None:
            yield one
            continue
        for at in range(one.begin - one.begin % step.beat_ms, one.end, step.beat_ms):
            for run in runs(step):
                begin, end = max(one.begin, at + run.begin), min(one.end, at + run.end)
                text = one.text if run.breath is line.breath else line.bare
                if text and begin < end:
                    yield Written(begin, end, one.line, text)
