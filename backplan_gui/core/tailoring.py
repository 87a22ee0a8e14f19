"""A day as it suits a person today: in other versions, shorter, or the gentle day instead.

Nothing here changes the dose of the plan. What is left out stays open, and is never called
complete (PRODUCT.md 2.6).
"""

from collections.abc import Collection, Mapping
from itertools import zip_longest

import msgspec

from .exercise import Exercise, Place, Version
from .floor import with_floor_help
from .plan import Day, Plan, Prescription, SetSide, Timed, set_sides
from .script import length_ms, script_for
from .settings import Settings

ASKED = {"plank": Version.EASIER, "side-plank": Version.EASIER}
"""Exercises for which knees or feet is asked, and what is preselected: the knees
(content/exercises.md 1.6 and section 7, row 5)."""


class Wishes(msgspec.Struct, frozen=True):
    """What a person wants of a day, or cannot do today."""

    easier: bool = False
    """The easier versions come first (rules R3, R8)."""
    floor: bool = True
    """The floor is possible today."""
    equipment: frozenset[str] | None = None
    """What there is; None: nobody was asked, and everything may be."""
    chosen: Mapping[str, Version] = {}
    """What was chosen for single exercises; only the floor and what there is outrank it."""


def versions_for(day: Day, exercises: Mapping[str, Exercise], wishes: Wishes) -> dict[str, Version]:
    """In which version each exercise of a day begins; those not named are standard."""
    found: dict[str, Version] = {}
    for prescription in day.exercises:
        exercise = exercises[prescription.exercise]
        version = _version(exercise, wishes)
        if version is not Version.STANDARD:
            found[exercise.id] = version
    return found


def _version(exercise: Exercise, wishes: Wishes) -> Version:
    preselected = Version.EASIER if wishes.easier else ASKED.get(exercise.id)
    wished = (wishes.chosen.get(exercise.id), preselected)
    version = next((v for v in wished if v in exercise.versions), None) or Version.STANDARD
    if not is_equipped(exercise, version, wishes.equipment):
        calm = (v for v in exercise.versions if v is not Version.HARDER)
        ways = (v for v in calm if is_equipped(exercise, v, wishes.equipment))
        version = next(ways, version)
    if not wishes.floor and exercise.form(version).place is Place.FLOOR:
        version = exercise.off_floor or version
    return version


def is_equipped(exercise: Exercise, version: Version, there: Collection[str] | None) -> bool:
    """Everything that the version needs is there, as far as anybody asked."""
    needed = set(exercise.form(version).equipment) & ASKABLE
    return there is None or needed <= set(there)


ASKABLE = frozenset(("mat", "chair", "band", "roller", "step"))
"""What is asked about, once (content/exercises.md 1.15); walls and floors are everywhere."""


def gentle_day(plan: Plan) -> Day:
    """The first day's exercises, one set each: done in easier form, and no day of the plan (R3)."""
    first = plan.days[0]
    once = tuple(
        msgspec.structs.replace(p, dose=msgspec.structs.replace(p.dose, sets=1))
        for p in first.exercises
        if not isinstance(p.dose, Timed)
    )
    return msgspec.structs.replace(first, exercises=once)


def gentle_versions(
    day: Day, exercises: Mapping[str, Exercise], wishes: Wishes
) -> dict[str, Version]:
    """In which version the exercises of a gentle day begin.

    Easier, whatever was chosen for the days of the plan: only off the floor may stay.
    """
    calm = (Version.EASIER, Version.NO_FLOOR)
    chosen = {exercise: v for exercise, v in wishes.chosen.items() if v in calm}
    return versions_for(day, exercises, msgspec.structs.replace(wishes, easier=True, chosen=chosen))


def fitting(
    day: Day,
    exercises: Mapping[str, Exercise],
    settings: Settings,
    minutes: int,
    open_sets: frozenset[SetSide],
    versions: Mapping[str, Version],
    *,
    helped: bool = False,
    opening_ms: int = 0,
) -> frozenset[SetSide]:
    """The open set-sides that fit into so many minutes, in the order of the day.

    First one set of each exercise, as far as the time goes, then the second ones: so that
    a short session is a little of everything. At least one set is always there. With
    `helped` the ways to the floor and up again take their time too, and so does what is said
    once a session.
    """
    chosen: frozenset[SetSide] = frozenset()
    for block in _by_turns(day, open_sets):
        more = chosen | block
        script = script_for(day, exercises, settings, remaining=more, versions=versions)
        script = with_floor_help(script, exercises) if helped else script
        if not chosen or opening_ms + length_ms(script) <= 60_000 * minutes:
            chosen = more
    return chosen


def _by_turns(day: Day, open_sets: frozenset[SetSide]) -> list[frozenset[SetSide]]:
    """Set 1 of every exercise, then set 2 of every exercise: the open sides of each."""
    rows = [_sets_of(prescription, open_sets) for prescription in day.exercises]
    return [block for turn in zip_longest(*rows) for block in turn if block]


def _sets_of(prescription: Prescription, open_sets: frozenset[SetSide]) -> list[frozenset[SetSide]]:
    found: dict[int, set[SetSide]] = {}
    for one in set_sides(prescription):
        if one in open_sets:
            found.setdefault(one.set_no, set()).add(one)
    return [frozenset(sides) for _, sides in sorted(found.items())]


class Today(msgspec.Struct, frozen=True):
    """What a person set for a day of today; the defaults are the day as the plan has it."""

    minutes: int | None = None
    """No more than so many; None: all of it."""
    floor: bool = True
    """The floor is possible today."""
    help: bool = False
    """Say the way down to the floor and up again; this one is kept for other days too."""
    feet: frozenset[str] = frozenset()
    """Those of ASKED that are done from the feet or toes: in the standard form."""
