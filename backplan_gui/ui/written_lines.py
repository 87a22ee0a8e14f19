"""What is written of the movement at this moment, and what there is to think of meanwhile.

Pure functions: Session and Content in, words out. A step is laid out once, however often it
is looked at.
"""

from functools import lru_cache

from .. import words
from ..content import Content
from ..core.cues import Lines
from ..core.exercise import Breath
from ..core.script import Script
from ..core.session import Session
from ..core.shown import beat_at
from ..core.written import Written, written
from . import player_steps as steps
from . import step_lines
from .voice_words import lines_for

KEPT = 2
"""Steps to keep: the one that is on, and the one that somebody looks at meanwhile."""


def line_now(session: Session, content: Content) -> Written | None:
    """The movement line that is on: the one that the voice is given, with voice or without."""
    _, on = _lines(session, content)
    return next((one for one in on if one.begin <= session.elapsed < one.end), None)


def moves_now(session: Session, content: Content) -> tuple[str, ...]:
    """The lines of the movement for the side that moves now, that one as it is said."""
    lines, _ = _lines(session, content)
    turned = session.step.alternates and steps.side_now(session) is not session.step.side
    moves = [line.text for line in (lines.other_moves if turned else lines.moves)]
    now = line_now(session, content)
    if now is not None:
        moves[now.line] = now.text
    return tuple(moves)


def cue_now(session: Session, content: Content) -> str:
    """What to think of: the cues share what is left after the movement lines.

    "Breathe out. Soften." is on without its breath during the other one.
    """
    step = steps.coming(session)
    cues = step_lines.cues(step, content)
    cue = step_lines.written_for(cues[_cue_number(session, content, len(cues))], step, content)
    beat = beat_at(session)
    if beat is None:
        return cue
    other = Breath.IN if session.step.beats[beat[0]].breath is Breath.OUT else Breath.OUT
    return cue.removeprefix(f"{words.breath(other)}. ")


def _cue_number(session: Session, content: Content, count: int) -> int:
    step = session.step
    if step.own_pace:
        return min(count - 1, session.counted * count // step.reps)
    _, on = _lines(session, content)
    start = on[-1].end if on else 0
    rest = max(1, step.ms - start)
    return max(0, min(count - 1, (session.elapsed - start) * count // rest))


def _lines(session: Session, content: Content) -> tuple[Lines, tuple[Written, ...]]:
    """Of the current step; of a finished session the last one."""
    last = len(session.script) - 1
    return _laid_out(session.script, min(session.index, last), content)


@lru_cache(maxsize=KEPT)
def _laid_out(script: Script, index: int, content: Content) -> tuple[Lines, tuple[Written, ...]]:
    lines = lines_for(Session(script, index=index), content)
    return lines, written(script, index, lines)
