"""Help on the way down to the floor and up again: for many the hardest part.

Lines before the first floor exercise and after the last one, each for a few seconds; a key
ends them early, and none of them is part of the dose (content/exercises.md 1.12).
"""

from collections.abc import Mapping

from .exercise import Exercise, Place
from .script import Script, Step, StepKind

LINES = {"getting-down": 7, "getting-up": 8}
"""How many lines each way has; the figure has as many rows."""
WAY_MS = 40_000
"""About so long is each way."""


def with_floor_help(script: Script, exercises: Mapping[str, Exercise]) -> Script:
    """The script with both ways in it; as it is where nothing is done on the floor."""
    on_floor = [i for i, step in enumerate(script) if _is_on_floor(step, exercises)]
    if not on_floor:
        return script
    first, last = on_floor[0], on_floor[-1]
    down = _way("getting-down", script[first])
    up = _way("getting-up", script[last])
    return (*script[:first], *down, *script[first : last + 1], *up, *script[last + 1 :])


def _is_on_floor(step: Step, exercises: Mapping[str, Exercise]) -> bool:
    """The rest before an exercise is not yet spent there."""
    if step.kind is StepKind.REST and step.set_no == 1:
        return False
    return exercises[step.exercise].form(step.version).place is Place.FLOOR


def _way(help: str, at: Step) -> Script:
    """A line a step. They belong to the exercise they lead to, or come from."""
    count = LINES[help]
    return tuple(
        Step(
            StepKind.READY,
            round(WAY_MS / count / 1000) * 1000,
            at.exercise,
            at.exercise_no,
            at.set_no,
            at.sets,
            part=line,
            help=help,
            version=at.version,
        )
        for line in range(1, count + 1)
    )
