"""What is written of a step: how to get into position, how to move, what to think of.

Pure functions over Content. Texts of exercises are written for the left turn.
"""

import re

from ..content import Content
from ..core.plan import Side
from ..core.script import Step
from ..core.texts import mirrored


def written_for(line: str, step: Step, content: Content) -> str:
    """A line of an exercise for the side of this step; texts are written for the left."""
    if step.side is Side.RIGHT and not step.segment:
        return mirrored(line, content.words)
    return line


def setup_lines(step: Step, content: Content) -> tuple[str, ...]:
    """How to get into position in this version."""
    text = content.text(step.exercise)
    version = text.version(step.version)
    return (version.setup if version else ()) or text.setup


def move_lines(step: Step, content: Content) -> tuple[str, ...]:
    """What to do in this version, without the way out of a hold."""
    if step.segment:
        return sentences(content.segment(step).text)
    lines = _all_moves(step, content)
    return lines if step.reps else lines[:-1]


def leave_line(step: Step, content: Content) -> str:
    """The way out of a hold: the last of its movement lines."""
    return _all_moves(step, content)[-1]


def _all_moves(step: Step, content: Content) -> tuple[str, ...]:
    text = content.text(step.exercise)
    version = text.version(step.version)
    return (version.move if version else ()) or text.move


def cues(step: Step, content: Content) -> tuple[str, ...]:
    """What to think of meanwhile, in this version."""
    text = content.text(step.exercise)
    version = text.version(step.version)
    return (version.cues if version else ()) or text.cues


def sentences(text: str) -> tuple[str, ...]:
    """A paragraph in its sentences."""
    return tuple(re.split(r"(?<=[.?]) +(?=[A-Z])", text))
