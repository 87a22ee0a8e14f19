"""The plan, its exercises and their words, read from `resources/`.

How exercises are done is needed at once, because the minutes of every day follow from it;
words are read when a page first shows them.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec

from .core import planfile
from .core.exercise import Exercise, Version
from .core.plan import Day, Plan, PlanError, Prescription, Side
from .core.script import Step, length_ms, script_for
from .core.settings import Settings
from .core.texts import (
    DayText,
    ExerciseText,
    PlanText,
    SafetyText,
    SegmentText,
    Words,
    mirrored,
)

PLAN = "seven_days"


class Content:
    """All content in one language; PlanError names the place and the fault in a file."""

    def __init__(self, root: Path, language: str = "en") -> None:
        self._root = root
        self._texts = root / "texts" / language
        self._exercise_texts: dict[str, ExerciseText] = {}
        self.plan: Plan = planfile.plan_from(_read(root / "plans" / f"{PLAN}.toml"))
        names = {p.exercise for day in self.plan.days for p in day.exercises}
        self.exercises: dict[str, Exercise] = {
            name: planfile.exercise_from(_read(root / "exercises" / f"{name}.toml"), name)
            for name in sorted(names)
        }
        planfile.check_plan(self.plan, self.exercises)

        self.opening_ms = 0
        """How long it takes to say what is said once a session."""

    def give_time(self, told_ms: Callable[[Exercise, Version], int], opening_ms: int) -> None:
        """Have every get-ready last as long as it takes to say, in the words of the language."""
        self.opening_ms = opening_ms
        for name, exercise in self.exercises.items():
            told = {v: told_ms(exercise, v) for v in exercise.versions}
            variants = {
                str(version): msgspec.structs.replace(getattr(exercise, version), told=ms)
                for version, ms in told.items()
                if version is not Version.STANDARD
            }
            standard = told[Version.STANDARD]
            self.exercises[name] = msgspec.structs.replace(exercise, told=standard, **variants)

    @cached_property
    def plan_text(self) -> PlanText:
        """Titles, goals, tips and the about texts."""
        text = planfile.decoded(_read(self._texts / "plan.toml"), PlanText, "the plan's words")
        planfile.check_plan_words(self.plan, text)
        return text

    @cached_property
    def safety(self) -> SafetyText:
        """The warning signs and what follows from them."""
        return planfile.decoded(_read(self._texts / "safety.toml"), SafetyText, "the safety words")

    @cached_property
    def words(self) -> Words:
        """Left and right, and the names of equipment."""
        return planfile.decoded(_read(self._texts / "words.toml"), Words, "the words")

    @cached_property
    def _figures(self) -> dict[str, str]:
        toml = _read(self._texts / "figures.toml")
        return planfile.decoded(toml, dict[str, str], "the figure's words")

    def figure(self, pose: str, side: Side | None) -> str:
        """What a key pose shows, in one sentence, for the side that it is on."""
        said = self._figures[pose]
        return mirrored(said, self.words) if side is Side.RIGHT else said

    def day_text(self, number: int) -> DayText:
        """The words of a day of the plan."""
        return self.plan_text.days[number - 1]

    def text(self, exercise: str) -> ExerciseText:
        """The words of an exercise; KeyError if the plan does not have it."""
        if exercise not in self._exercise_texts:
            how = self.exercises[exercise]
            toml = _read(self._texts / "exercises" / f"{exercise}.toml")
            text = planfile.decoded(toml, ExerciseText, exercise)
            planfile.check_exercise_words(how, text)
            self._exercise_texts[exercise] = text
        return self._exercise_texts[exercise]

    def segment(self, step: Step) -> SegmentText:
        """The words of the segment that a step is, for the side that it is on."""
        words = self.text(step.exercise)
        version = words.version(step.version)
        text = ((version.segments if version else None) or words.segments)[step.segment]
        segments = self.exercises[step.exercise].segments
        written = next(s.side for s in segments if s.id == step.segment)
        if written in (None, step.side):
            return text
        return SegmentText(mirrored(text.title, self.words), mirrored(text.text, self.words))

    def minutes(self, day: Day, settings: Settings) -> tuple[int, int]:
        """The shortest and longest time a day takes, in minutes rounded up."""
        opening = self._opening(settings)
        low = opening + length_ms(script_for(day, self.exercises, settings))
        longest = max((getattr(p.dose, "high", 0) for p in day.exercises), default=0)
        if not longest:
            return _minutes(low), _minutes(low)
        high = length_ms(script_for(day, self.exercises, settings, minutes=longest))
        return _minutes(low), _minutes(opening + high)

    def part_ms(
        self, day: Day, part: Prescription, settings: Settings, *, minutes: int | None = None
    ) -> int:
        """How long one exercise of a day takes on its own."""
        script = script_for(day, self.exercises, settings, only=part.exercise, minutes=minutes)
        return self._opening(settings) + length_ms(script)

    def _opening(self, settings: Settings) -> int:
        return self.opening_ms if settings.voice else 0


def _minutes(ms: int) -> int:
    return -(-ms // 60_000)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PlanError(path.name, f"cannot be read: {error.strerror}") from error
