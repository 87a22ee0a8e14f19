"""Help on the way down to the floor and up again: for many the hardest part.

Lines before the first floor exercise and after the last one, each for a few seconds; a key
ends them early, and none of them is part of the dose (content/exercises.md 1.12).
"""

from collections.abc import Mapping

from .exercise import Exercise, Place
from .script import Script, Step, StepKind

DOWN, UP = "getting-down", "getting-up"
LINES = {DOWN: 7, UP: 8}
"""How many lines each way has; the figure has as many rows."""
WAY_MS = 40_000
"""About so long is each way."""
BEGINS_STANDING = {"gentle-yoga": "down-to-the-mat"}
"""Floor exercises that do not begin there: the part that leads down (content/exercises.md 4.2)."""


def with_floor_help(script: Script, exercises: Mapping[str, Exercise]) -> Script:
    """The script with both ways in it; as it is where nothing is done on the floor."""
    on_floor = [i for i in range(len(script)) if _is_on_floor(script, i, exercises)]
    if not on_floor:
        return script
    first, last = on_floor[0], on_floor[-1]
    down = _way(DOWN, script[first])
    up = _way(UP, script[last])
    return (*script[:first], *down, *script[first : last + 1], *up, *script[last + 1 :])


def _is_on_floor(script: Script, index: int, exercises: Mapping[str, Exercise]) -> bool:
    """The rest before an exercise is not yet spent there."""
    step, before = script[index], script[index - 1]
    if step.kind is StepKind.REST and before.exercise_no != step.exercise_no:
        return False
    if exercises[step.exercise].form(step.version).place is not Place.FLOOR:
        return False
    way = BEGINS_STANDING.get(step.exercise)
    earlier = script[: index + 1]
    return way is None or any((s.exercise, s.segment) == (step.exercise, way) for s in earlier)


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
