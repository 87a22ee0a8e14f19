"""The words of the content as values: plan, exercises and safety in one language.

They live in `resources/texts/<language>/`; these types are what planfile decodes them
into. Lines spoken for a side are written for the left turn; `mirrored` gives the other.
"""

import re
from collections.abc import Mapping
from typing import Annotated

import msgspec

from .exercise import Version

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class Titled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short title and a sentence or two."""

    title: Line
    text: Line


class DayText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person reads about a day."""

    title: Line
    """As the source plan writes it."""
    short: Line
    goal: Line
    why: Line
    tip: Line
    """Id of the tip in PlanText.tips that fits this day."""
    equipment: Line
    positions: Line


class FloorText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to get down to the floor, or up again, a line at a time."""

    title: Line
    lines: tuple[Line, ...]


class PlanText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person reads about the plan."""

    name: Line
    days: tuple[DayText, ...]
    tips: Mapping[str, Titled]
    floor: Mapping[str, FloorText]
    """By the names of core/floor.py."""
    about: tuple[Titled, ...]
    """What a spasm is and what to expect (content/exercises.md section 7, rows 19 to 21)."""


class Caution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One "take care" sentence; `codes` are those of the ask-first list (A1 to A10)."""

    text: Line
    codes: tuple[Annotated[str, msgspec.Meta(pattern="^A([1-9]|10)$")], ...] = ()


class SegmentText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The name of a segment and what to do in it."""

    title: Line
    text: Line


class VersionText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one version; what is empty is said as in the standard form."""

    title: Line
    text: Line
    setup: tuple[Line, ...] = ()
    move: tuple[Line, ...] = ()
    """All of it, not only what differs; of a hold, the last line is the way out."""
    cues: tuple[Line, ...] = ()
    phases: Mapping[str, Line] = {}
    """Words for phases that are called something else here."""
    segments: Mapping[str, SegmentText] = {}
    """All of them or, where nothing is done in another way, none."""
    review: str = ""
    """Not empty: the version is ours, and this is what it still needs."""


class ExerciseText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every word a person meets about one exercise."""

    name: Line
    works: Line
    """The few areas shown under the name."""
    muscles: Line
    aim: Line
    start: Line
    setup: tuple[Line, ...]
    move: tuple[Line, ...]
    breathing: Line
    cues: tuple[Line, ...]
    mistakes: tuple[Line, ...]
    easier: VersionText
    harder: VersionText
    """Where there is no harder version (yoga, walking) it only speaks of the longer end."""
    stop_if: tuple[Line, ...]
    take_care: tuple[Caution, ...]
    aliases: tuple[Line, ...] = ()
    phases: Mapping[str, Line] = {}
    """Phase id to the word a person reads ("round up"), for the phases of all versions."""
    segments: Mapping[str, SegmentText] = {}
    side: Line = "-"
    """What left and right name ("the leg that reaches"); "-" without sides."""
    limb: Line = "-"
    """The word for one side ("leg", "side", "hip"); "-" without sides."""
    dose_note: str = ""
    """What the source plan adds to a timed dose ("on back and legs")."""
    no_floor: VersionText | None = None

    def version(self, version: Version) -> VersionText | None:
        """The words of a version; None for the standard one, whose words are the exercise's."""
        words: VersionText | None = getattr(self, version, None)
        return words

    def phase(self, name: str, version: Version) -> str:
        """What a phase is called in that version."""
        words = self.version(version)
        return (words and words.phases.get(name)) or self.phases[name]


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tick line of the warning signs; `codes` are the rows of safety.md it condenses."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    text: Line
    codes: tuple[str, ...]
    details: tuple[Line, ...] = ()
    only_with: str | None = None
    """Shown only when the sign with this id is ticked too."""


class SignGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of the warning signs."""

    title: Line
    text: Line
    signs: tuple[Sign, ...]


class SafetyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the warning-sign pages (content/safety.md 1.6 and section 5)."""

    question: Line
    intro: Line
    purpose: Line
    disclaimer: tuple[Line, ...]
    emergency: SignGroup
    checked: SignGroup
    ask: SignGroup
    emergency_title: Line
    emergency_text: Line
    emergency_note: Line
    numbers: tuple[Titled, ...]
    """title: the number; text: where it works."""
    numbers_note: Line
    checked_title: Line
    checked_text: Line
    checked_block: Line
    checked_tick: Line
    ask_title: Line
    ask_text: Line
    ask_tick: Line
    stop_lines: tuple[Line, ...]
    """Reasons to stop that hold for every exercise (content/exercises.md 1.14)."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small tables a language needs around the content."""

    mirror: tuple[tuple[str, str], ...]
    """Pairs of words that change places for the other side ("left", "right")."""
    equipment: Mapping[str, str]


def mirrored(line: str, words: Words) -> str:
    """The line for the other side: every word of a mirror pair becomes its partner."""
    partner = {a: b for a, b in words.mirror} | {b: a for a, b in words.mirror}
    pattern = r"\b(" + "|".join(sorted(map(re.escape, partner), key=len, reverse=True)) + r")\b"
    return re.sub(pattern, lambda found: partner[found[0]], line)
