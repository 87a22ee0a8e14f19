"""TOML text into plans, exercises and their words; text in, values out, no disk.

A plan file may come from anyone. Size, line length and dotted keys are looked at before
tomllib sees the text, because its time is quadratic in the parts of a dotted key; msgspec
then checks shape and ranges; what lies between two values is checked here. Every fault is
a PlanError with a sentence for the person who wrote the file.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from .exercise import Exercise, Order, Version
from .floor import LINES
from .plan import Hold, Plan, PlanError, Prescription, Reps, Timed
from .texts import ExerciseText, PlanText, VersionText

T = TypeVar("T")

MAX_BYTES = 256 * 1024
MAX_LINE = 2_000
MAX_DOTS = 8

_PART = r"""(?:[\w-]++|"[^"]*"|'[^']*')"""
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:\s*\.\s*{_PART}){{{MAX_DOTS + 1}}}")

_RANGES = {
    "dose.kind": "kind must be hold, reps or timed",
    "dose.seconds": "hold must be 1 to 600 seconds",
    "dose.count": "reps must be 1 to 100",
    "dose.sets": "sets must be 1 to 10",
    "dose.each": "each must be side or leg",
    "dose.low": "low must be 1 to 60 minutes",
    "dose.high": "high must be 1 to 60 minutes",
    "days.number": "number must be 1 to 31",
}
_FAULTS = (
    (r"Object missing required field `(.*)`", r"\1 is missing"),
    (r"Object contains unknown field `(.*)`", r"\1 is not known here"),
    (r"Expected `(?:array|str)` of length >= 1", "{} must not be empty"),
    (r"Expected `(?:array|str)` of length <= (\d+)", r"{} must not be longer than \1"),
    (r"Expected `int` >= (\d+)", r"{} must be at least \1"),
    (r"Expected `int` <= (\d+)", r"{} must be at most \1"),
    (r".*", "{} has the wrong form"),
)


def plan_from(text: str | bytes) -> Plan:
    """The plan in a TOML text; whether its exercises exist is `check_plan`'s to say."""
    plan = decoded(text, Plan, "")
    for place, day in enumerate(plan.days, start=1):
        if day.number != place:
            raise PlanError(f"day {place}", f"number must be {place}, not {day.number}")
        _check_once((p.exercise for p in day.exercises), f"day {place}")
    for where, prescription in _prescriptions(plan):
        dose = prescription.dose
        if isinstance(dose, Timed) and dose.high < dose.low:
            raise PlanError(where, "high must not be less than low")
    return plan


def exercise_from(text: str | bytes, name: str) -> Exercise:
    """The exercise in a TOML text that came under `name`, which must be its id."""
    exercise = decoded(text, Exercise, name)
    if exercise.id != name:
        raise PlanError(name, f"id must be {name}, not {exercise.id}")
    if exercise.bouts is not None:
        raise PlanError(name, "only a version comes in bouts")
    for version in exercise.versions:
        phases = exercise.form(version).phases
        _check_once((phase.id for phase in phases), _in_version(name, version))
    _check_once((segment.id for segment in exercise.segments), name)
    _check_once(("fills" for segment in exercise.segments if segment.fills), name)
    _check_once(("extends" for segment in exercise.segments if segment.extends), name)
    for place, segment in enumerate(exercise.segments, start=1):
        if segment.high < segment.low:
            raise PlanError(f"{name}, segment {place}", "high must not be less than low")
    return exercise


def check_plan(plan: Plan, exercises: Mapping[str, Exercise]) -> None:
    """PlanError unless every exercise of the plan is known and every version fits its dose."""
    for where, prescription in _prescriptions(plan):
        if prescription.exercise not in exercises:
            raise PlanError(where, f"there is no exercise {prescription.exercise}")
        exercise = exercises[prescription.exercise]
        for version in exercise.versions:
            if fault := _misfit(prescription, exercise.form(version)):
                raise PlanError(_in_version(where, version), fault)


def check_plan_words(plan: Plan, text: PlanText) -> None:
    """PlanError unless the words have as many days as the plan, and the tips they name."""
    if len(text.days) != len(plan.days):
        raise PlanError("the plan", f"{len(plan.days)} days, but words for {len(text.days)}")
    for place, words in enumerate(text.days, start=1):
        if words.tip not in text.tips:
            raise PlanError(f"day {place}", f"there is no tip {words.tip}")
    for way, count in LINES.items():
        told = text.floor[way].lines if way in text.floor else ()
        if len(told) != count:
            raise PlanError(way, f"{count} lines, but words for {len(told)}")


def check_exercise_words(exercise: Exercise, text: ExerciseText) -> None:
    """PlanError unless phases, segments, sides and versions have words, and nothing else has.

    Only harder words may stand alone: those of yoga and walking speak of the longer end.
    """
    forms = [exercise.form(version) for version in exercise.versions]
    _check_words((phase.id for form in forms for phase in form.phases), text.phases, exercise.id)
    _check_words((segment.id for segment in exercise.segments), text.segments, exercise.id)
    if exercise.order is not None and "-" in (text.side, text.limb):
        raise PlanError(exercise.id, "side and limb have no words")
    for version in Version:
        if words := text.version(version):
            _check_version(exercise, version, words)
        elif version is not Version.STANDARD and version in exercise.versions:
            raise PlanError(exercise.id, f"{_name(version)} has no words")


def decoded(text: str | bytes, kind: type[T], where: str) -> T:
    """`text` as a value of `kind`; places in a PlanError begin with `where`."""
    try:
        return msgspec.convert(_table(text, where or "the plan"), kind)
    except msgspec.ValidationError as error:
        raise _in_words(str(error), where) from None


def _table(text: str | bytes, where: str) -> dict[str, object]:
    """The TOML table, once the text is known to be harmless to read."""
    try:
        data = text.encode() if isinstance(text, str) else text
        toml = data.decode()
        if fault := _harm(data, toml):
            raise PlanError(where, f"not a plan: {fault}")
        return tomllib.loads(toml)
    except (RecursionError, ValueError) as error:  # every UnicodeError is a ValueError
        line = re.search(r"line \d+", str(error))
        raise PlanError(where, f"not a plan: {line[0] if line else 'it'} cannot be read") from None


def _harm(data: bytes, toml: str) -> str | None:
    if len(data) > MAX_BYTES:
        return "it is larger than 256 KiB"
    for number, line in enumerate(toml.split("\n"), start=1):
        if len(line) > MAX_LINE:
            return f"line {number} is longer than 2,000 characters"
        if line.count(".") > MAX_DOTS and _LONG_KEY.search(line):
            return f"line {number} has more than 8 dots in a key"
    return None


def _in_words(message: str, where: str) -> PlanError:
    """A PlanError from msgspec's message ("Expected `int` >= 1 - at `$.days[0].number`")."""
    fault, *path = message.split(" - at `$")
    fields = re.findall(r"\.(\w+)(?:\[(\d+)\])?", "".join(path[-1:]))
    places = [
        f"{name.removesuffix('s')} {int(no) + 1}" if no else _name(name)
        for name, no in fields
        if no or name in {*Version}
    ]
    here = ", ".join([where, *places] if where else places) or "the plan"
    names = [name for name, _ in fields]
    if known := _RANGES.get(".".join(names[-2:])):
        return PlanError(here, known)
    subject = names[-1] if fields and not fields[-1][1] else "it"
    found, words = next((m, w) for p, w in _FAULTS if (m := re.fullmatch(p, fault, re.DOTALL)))
    return PlanError(here, found.expand(words.replace("{}", subject)))


def _prescriptions(plan: Plan) -> Iterable[tuple[str, Prescription]]:
    """Every prescription with its place in words."""
    for day in plan.days:
        for place, prescription in enumerate(day.exercises, start=1):
            yield f"day {day.number}, exercise {place}", prescription


def _misfit(prescription: Prescription, exercise: Exercise) -> str | None:
    """Why this exercise cannot be done at this dose, if it cannot."""
    dose, name = prescription.dose, exercise.id
    sided = not isinstance(dose, Timed) and dose.each is not None
    if sided and exercise.order is None:
        return f"the dose has two sides, {name} has not"
    if not sided and exercise.order is not None:
        return f"{name} has two sides, the dose has not"
    if isinstance(dose, Hold) and exercise.order is Order.ALTERNATE:
        return f"{name} changes side with every rep, so it needs reps"
    if isinstance(dose, Reps) and not exercise.phases:
        return f"{name} has no phases, so it cannot be done in reps"
    if isinstance(dose, Timed):
        seconds = (sum(s.low for s in exercise.segments), sum(s.high for s in exercise.segments))
        if seconds != (60 * dose.low, 60 * dose.high):
            return f"the segments of {name} take {seconds[0]} to {seconds[1]} seconds"
    return None


def _check_version(exercise: Exercise, version: Version, words: VersionText) -> None:
    """PlanError unless these words fit a version that there is."""
    there = version in exercise.versions
    if there and not words.move:
        raise PlanError(exercise.id, f"{_name(version)} has no words")
    if not there and (version is not Version.HARDER or words.move):
        raise PlanError(exercise.id, f"there is no {_name(version)}")
    where = _in_version(exercise.id, version)
    if words.segments:
        _check_words((segment.id for segment in exercise.segments), words.segments, where)
    phases = (exercise.form(version) if there else exercise).phases
    for name in sorted(words.phases.keys() - {phase.id for phase in phases}):
        raise PlanError(where, f"there is no {name}")


def _name(version: str) -> str:
    return f"{version.replace('_', '-')} version"


def _in_version(where: str, version: Version) -> str:
    return where if version is Version.STANDARD else f"{where}, {_name(version)}"


def _check_once(ids: Iterable[str], where: str) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise PlanError(where, f"{name} is there {times} times")


def _check_words(ids: Iterable[str], words: Mapping[str, object], where: str) -> None:
    wanted = set(ids)
    for name in sorted(wanted ^ set(words)):
        raise PlanError(where, f"{name} has no words" if name in wanted else f"there is no {name}")
