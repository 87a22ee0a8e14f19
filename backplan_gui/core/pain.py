"""What a person says about pain, and what two numbers say together.

Numbers are 0 (no pain) to 10 (the worst pain you can imagine), always for the back. None
means that nobody was asked, or that the person preferred not to say. Lights and changes
are those of content/safety.md 2.2 and 2.3; what follows from them is in rules.py.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

Pain = Annotated[int, msgspec.Meta(ge=0, le=10)]


class Asked(StrEnum):
    """When the question was asked."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Settled(StrEnum):
    """Whether extra pain from last time settled within a day (content/safety.md 2.1)."""

    YES = "yes"
    NO = "no"
    NONE = "none"
    """There was none."""


class CheckIn(msgspec.Struct, frozen=True):
    """One answer. `session` is None where no session followed."""

    id: str
    session: str | None
    at: str
    """ISO 8601 UTC."""
    local_date: str
    asked: Asked
    pain: Pain | None = None
    legs: bool = False
    """Something new in the legs."""
    settled: Settled | None = None
    medicine: bool = False
    """Took pain relief before (R16: kept, and changes nothing)."""
    ache: bool = False
    """The ordinary ache of muscles that were used, and not the back: no rule counts it."""


class Symptom(StrEnum):
    """What outranks every number (R6)."""

    SHARP = "sharp"
    SPREADING = "spreading"
    TINGLING = "tingling"
    WEAK = "weak"
    DIZZY = "dizzy"
    CHEST = "chest"


class Exclusion(msgspec.Struct, frozen=True):
    """An exercise left out for the rest of the round (R6), until a clinician says otherwise."""

    id: str
    plan: str
    round: int
    exercise: str
    at: str
    local_date: str


class LogLine(msgspec.Struct, frozen=True):
    """One plain line of what happened and what was chosen (R20)."""

    id: str
    session: str | None
    at: str
    local_date: str
    rule: str
    """As in "R4"."""
    line: str


class Light(StrEnum):
    """The traffic light of content/safety.md 2.3; it is no meter of damage."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def during_light(before: int, now: int, *, gentle: bool) -> Light:
    """The one light of two numbers; on a gentle day any rise is red and the rest is green.

    A day of the plan begun at 6 or 7 all the same is not a gentle day: 6 and more is red.
    """
    rise = now - before
    if gentle:
        return Light.RED if rise >= 1 or now >= 8 else Light.GREEN
    if now >= 6 or (now >= 4 and rise >= 2):
        return Light.RED
    return Light.AMBER if now >= 4 or rise >= 2 else Light.GREEN


def after_light(before: int, after: int, *, gentle: bool) -> Light:
    """Red is "up" (R8); amber is a bit up; green is back to the number before."""
    if gentle:
        return Light.RED if after > before else Light.GREEN
    if after >= 6 or (after >= 4 and after >= before + 2):
        return Light.RED
    return Light.AMBER if after > before else Light.GREEN


class Compared(StrEnum):
    """The pain compared with the start of the session (content/safety.md 2.1)."""

    LESS = "less"
    SAME = "same"
    LITTLE_MORE = "little_more"
    LOT_MORE = "lot_more"

    @property
    def asks_number(self) -> bool:
        """More is followed by the number itself; the word is only what it is at least."""
        return self in (Compared.LITTLE_MORE, Compared.LOT_MORE)

    def number(self, before: int) -> int:
        """What the word stands for as long as no number is given."""
        step = {Compared.LESS: -1, Compared.LITTLE_MORE: 1, Compared.LOT_MORE: 2}.get(self, 0)
        return min(max(before + step, 0), 10)


class Moving(StrEnum):
    """How moving is today against last time, where no number was given (R17)."""

    EASIER = "easier"
    SAME = "same"
    HARDER = "harder"


class Direction(StrEnum):
    """What may be said of two numbers (content/safety.md 2.2)."""

    LOWER = "lower"
    """Noticeably: by 2 points and 30 %, which from 8 on are 3 points, as the text asks."""
    ABOUT_THE_SAME = "about_the_same"
    HIGHER = "higher"
    NUMBERS_ONLY = "numbers_only"


class Change(msgspec.Struct, frozen=True):
    """Two numbers, and what may be said of them; points and percent are never negative."""

    start: int
    end: int
    direction: Direction

    @property
    def points(self) -> int:
        """How far apart they are."""
        return abs(self.end - self.start)

    @property
    def percent(self) -> int:
        """The points as a share of the start, 0 where it is 0."""
        return round(100 * self.points / self.start) if self.start else 0


def change_said(start: int, end: int) -> Change:
    """Before with after of one session, or before with before of two; never across.

    From 3 down there is no label. 30 % ask for 3 points from 7 on; 2 points that are less
    than 30 % are neither "about the same" nor noticeably lower, so only the numbers are said.
    """
    if start <= 3:
        return Change(start, end, Direction.NUMBERS_ONLY)
    if abs(end - start) < 2:
        return Change(start, end, Direction.ABOUT_THE_SAME)
    if end > start:
        return Change(start, end, Direction.HIGHER)
    enough = 10 * (start - end) >= 3 * start
    return Change(start, end, Direction.LOWER if enough else Direction.NUMBERS_ONLY)
