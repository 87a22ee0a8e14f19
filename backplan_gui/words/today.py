"""How a day is fitted to today, and with what or without."""

from collections.abc import Iterable, Mapping

from ..core.tailoring import Today
from .counts import exercises, sets, sets_of
from .times import minutes
from .translated import MIDDLE_DOT, tr


def holds(span: tuple[int, int], count: int, n: int, whole: int) -> str:
    """What there is time for: "About 9 min. 3 exercises, 4 of 7 sets. The rest stays ..."."""
    length = tr("About {}.").format(minutes(*span))
    if n >= whole:
        return f"{length} {exercises(count)}, {sets(n)}."
    said = f"{length} {exercises(count)}, {sets_of(n, whole)}."
    return said + " " + tr("The rest stays for another time.")


def fitted(today: Today, names: Mapping[str, str]) -> str:
    """How a day is set for today, "10 min · without the floor"; "" if as the plan has it.

    `names` are those of the exercises that may be done from the knees or the feet.
    """
    said = [] if today.minutes is None else [minutes(today.minutes)]
    if not today.floor:
        return MIDDLE_DOT.join([*said, tr("without the floor")])
    for exercise, name in names.items():
        if exercise in today.feet:
            said.append(tr("{} on the {}").format(name, feet(exercise).lower()))
    return MIDDLE_DOT.join(said)


def feet(exercise: str) -> str:
    """What an exercise is done on where not on the knees (content/exercises.md 1.6)."""
    return tr("Toes") if exercise == "plank" else tr("Feet")


def off_floor() -> str:
    """Of an exercise that is done sitting or standing today."""
    return tr("off the floor")


def without(things: Iterable[str]) -> str:
    """As in "without the band"."""
    said = {
        "mat": tr("without the mat"),
        "chair": tr("without the chair"),
        "band": tr("without the band"),
        "roller": tr("without the roller"),
        "step": tr("without the step"),
    }
    return MIDDLE_DOT.join(said[thing] for thing in things)


def needs(things: Iterable[str]) -> str:
    """As in "needs a chair", where there is no way without."""
    said = {
        "mat": tr("needs a mat or soft carpet"),
        "chair": tr("needs a firm chair"),
        "band": tr("needs a light band"),
        "roller": tr("needs a roller or towel"),
        "step": tr("needs a step"),
    }
    return MIDDLE_DOT.join(said[thing] for thing in things)
