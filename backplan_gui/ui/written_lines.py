"""What is written of the movement at this moment, and what there is to think of meanwhile.

Pure functions: Session and Content in, words out. A step is laid out once, however often it
is looked at.
"""

from functools import lru_cache
from typing import NamedTuple

from .. import words
from ..content import Content
from ..core.cues import Lines
from ..core.exercise import Breath
from ..core.script import Script
from ..core.session import Session
from ..core.shown import beat_at
from ..core.written import Written, reminded, written
from . import player_steps as steps
from .voice_words import lines_for

KEPT = 2
"""Steps to keep: the one that is on, and the one that somebody looks at meanwhile."""


def line_now(session: Session, content: Content) -> Written | None:
    """The movement line that is on: the one that the voice is given, with voice or without."""
    on = _laid(session, content).written
    return next((one for one in on if one.begin <= session.elapsed < one.end), None)


def moves_now(session: Session, content: Content) -> tuple[str, ...]:
    """The lines of the movement for the side that moves now, that one as it is said."""
    lines = _laid(session, content).lines
    turned = session.step.alternates and steps.side_now(session) is not session.step.side
    moves = [line.text for line in (lines.other_moves if turned else lines.moves)]
    now = line_now(session, content)
    if now is not None:
        moves[now.line] = now.text
    return tuple(moves)


def way_in(session: Session, content: Content) -> str:
    """The movement line that is on while one gets into a hold; where none finds time, the first."""
    now = line_now(session, content)
    return now.text if now is not None else moves_now(session, content)[0]


def cue_now(session: Session, content: Content) -> str:
    """What to think of: the reminders of this set, as the voice has them; at one's own pace, where
    it has none, all of them.

    "Breathe out. Soften." is on without its breath during the other one.
    """
    cue = _counted_cue(session, content) if session.step.own_pace else _cue(session, content)
    beat = beat_at(session)
    if beat is None:
        return cue
    other = Breath.IN if session.step.beats[beat[0]].breath is Breath.OUT else Breath.OUT
    return cue.removeprefix(f"{words.breath(other)}. ")


def _cue(session: Session, content: Content) -> str:
    on = _laid(session, content).reminded
    return next((one.text for one in on if session.elapsed < one.end), on[-1].text)


def _counted_cue(session: Session, content: Content) -> str:
    cues = _laid(session, content).lines.reminders
    return cues[min(len(cues) - 1, session.counted * len(cues) // session.step.reps)]


class _Laid(NamedTuple):
    """A step, laid out."""

    lines: Lines
    written: tuple[Written, ...]
    reminded: tuple[Written, ...]


def _laid(session: Session, content: Content) -> _Laid:
    """Of the current step; of a finished session the last one."""
    last = len(session.script) - 1
    return _laid_out(session.script, min(session.index, last), content)


@lru_cache(maxsize=KEPT)
def _laid_out(script: Script, index: int, content: Content) -> _Laid:
    lines = lines_for(Session(script, index=index), content)
    return _Laid(lines, written(script, index, lines), reminded(script, index, lines))
