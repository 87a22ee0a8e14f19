"""Cues as values: what is to be said or sounded, and what of it a person wants to hear.

A cue has no device and no clock. `score` lays out those of a step; this module has those
that answer an event, and the lines both are made of.
"""

import msgspec

from .exercise import Breath
from .script import StepKind
from .session import Event, Phase, PhaseChanged, RepCounted
from .settings import Settings
from .sounds import Sound

SECOND_MS = 1_000
WORD_MS, PAUSE_MS = 400, 3_000
"""How long a word takes to say, and a line to do (content/exercises.md 1.7)."""
GAP_MS = 200
"""Between two sentences at least."""
COUNT_MS = 3_000
"""The last seconds of a step, which are counted."""
TONES = (Sound.BREATH_IN, Sound.BREATH_OUT)


class Say(msgspec.Struct, frozen=True, tag=True):
    """A sentence to say."""

    text: str


class Chime(msgspec.Struct, frozen=True, tag=True):
    """A sound to make; `ms` is how long, for those that last as long as a breath."""

    sound: Sound
    ms: int = 0


Cue = Say | Chime


class MoveLine(msgspec.Struct, frozen=True):
    """One line of a movement, and the breath it goes with where it names one."""

    text: str
    breath: Breath | None = None
    bare: str = ""
    """The same without "Breathe out.", for where there is no time for that."""


class Lines(msgspec.Struct, frozen=True):
    """What may be said around one step, in the words of a language; empty where nothing is."""

    now: tuple[str, ...] = ()
    """Said as soon as it begins: the name, the side, how long."""
    todo: tuple[str, ...] = ()
    """Each is given time to be done."""
    moves: tuple[MoveLine, ...] = ()
    """The movement, for the side that begins."""
    other_moves: tuple[MoveLine, ...] = ()
    """For the other side, where sides take turns within a set."""
    begin: str = ""
    """The work begins."""
    breaths: tuple[str, ...] = ()
    """A word for each beat, with its breath where that begins."""
    phases: tuple[str, ...] = ()
    """For reps the same without the breath."""
    counts: tuple[str, ...] = ()
    """A word for each rep."""
    reminders: tuple[str, ...] = ()
    """What to think of meanwhile: at a third, and at two thirds."""
    halfway: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    """Milliseconds left of the step, and what is said then."""
    next: str = ""
    """What follows, said so that it ends before the last seconds."""
    countdown: tuple[str, ...] = ()
    """The last seconds, the first one first."""

    def tells_how(self, text: str, kind: StepKind) -> bool:
        """It says what to do or what comes next: no name, no count and no time."""
        moves = (*self.moves, *self.other_moves)
        how = {form for line in moves for form in (line.text, line.bare)}
        how.update(self.todo, self.reminders, (self.next,))
        if self.phases:
            how.update(self.breaths, self.phases)
        if kind in (StepKind.SWITCH, StepKind.LEAVE):
            how.update(self.now)
        return text in how


class Answers(msgspec.Struct, frozen=True):
    """What is said to what happens to a session."""

    paused: str
    suspended: str
    going_on: str
    finished: str


def said_ms(text: str) -> int:
    """About how long a sentence takes to say."""
    return WORD_MS * len(text.split())


def takes_ms(text: str, pause: int = 0) -> int:
    """From the beginning of a sentence to the next one, in full seconds."""
    return -(-(said_ms(text) + max(pause, GAP_MS)) // SECOND_MS) * SECOND_MS


def told_ms(now: tuple[str, ...], todo: tuple[str, ...]) -> int:
    """How long it takes to say some lines, to say and do others, and to count to the start."""
    said = sum(map(takes_ms, now)) + sum(takes_ms(text, PAUSE_MS) for text in todo)
    return said + COUNT_MS


def cues_for(event: Event, before: Phase, lines: Lines, answers: Answers) -> tuple[Cue, ...]:
    """What is given at once when something happened; `before` is the phase it happened in."""
    match event:
        case PhaseChanged(Phase.PAUSED, suspended):
            return Chime(Sound.PAUSE), Say(answers.suspended if suspended else answers.paused)
        case PhaseChanged(Phase.RESUMING):
            return Chime(Sound.RESUME), Say(answers.going_on)
        case PhaseChanged(Phase.RUNNING) if before in (Phase.RESUMING, Phase.PAUSED):
            return (Chime(Sound.START),)
        case PhaseChanged(Phase.FINISHED):
            return Chime(Sound.DAY_DONE), Say(answers.finished)
        case RepCounted(count):
            said = lines.counts[count - 1 : count]
            return (Chime(Sound.REP), *map(Say, said))
        case _:
            return ()


def is_wanted(cue: Cue, settings: Settings) -> bool:
    """The person has not turned it off."""
    if isinstance(cue, Say):
        return settings.voice
    return settings.breathing_tone if cue.sound in TONES else settings.chimes
