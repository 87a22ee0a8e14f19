"""What a ring shows at one moment, and how much of its diameter each part takes."""

from enum import StrEnum
from typing import NamedTuple

import msgspec

SMALLEST_BREATH = 0.84


class Shares(NamedTuple):
    """How large the parts are and where they stand, in diameters; heights from the middle."""

    stroke: float = 0.048
    digits: float = 0.457
    minutes: float = 0.30
    """Digits with a colon."""
    role: str = "phase"
    """The type of the phase word."""
    digits_role: str = "countdown"
    word: float = 0.08
    """The phase word; 0: neither it nor any other words stand in the ring."""
    rep_word: float = 0.06
    word_most: float = 0.1
    """It grows with the text size up to here."""
    word_at: float = -0.243
    unit: float = 0.048
    rep_unit: float = 0.058
    unit_most: float = 0.07
    unit_at: float = 0.273
    note: float = 0.042
    line: float = 0.085
    """The movement line where digits would stand."""


FULL = Shares(
    digits=0.5,
    role="phaseFull", digits_role="countdownFull",
    word=0.1205, rep_word=0.1205, word_most=0.1205, word_at=-0.255,
    unit=0.0615, rep_unit=0.072, unit_most=0.08, unit_at=0.288, note=0.055, line=0.1,
)  # fmt: skip
"""Read from three metres (design-system.md section 7, picture 16)."""
MINI = Shares(stroke=0.087, digits=0.5, word=0.0, digits_role="countdownMini")
"""Beside its words (picture 13)."""


class RingMode(StrEnum):
    """What the ring counts."""

    TIME = "time"
    REPS = "reps"
    MOVE = "move"
    """Getting into or out of a position: a line instead of digits, an empty track."""


class RingFace(msgspec.Struct, frozen=True):
    """All that the ring shows at one moment."""

    mode: RingMode = RingMode.TIME
    colour: str = "ink3"
    """Token of the arc."""
    ink: str = "ink2"
    """Token of the phase word."""
    word: str = ""
    icon: str = ""
    """Before the phase word."""
    digits: str = ""
    unit: str = ""
    note: str = ""
    """A second, smaller line under the unit."""
    line: str = ""
    """MOVE: where the digits would stand."""
    share: float = 0.0
    """TIME: what is left, 1 to 0. REPS: how much of the current rep is done."""
    reps: int = 0
    done: int = 0
    disc: str = ""
    """Token of the disc behind the digits; "" for none."""
    breath: float = 1.0
    """Size of the disc, 0.84 to 1."""
    name: str = ""
    """What a screen reader says."""
