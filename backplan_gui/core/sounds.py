"""The names of the sounds; what they are is in design-system.md section 10.

All but the two breaths have a file, `resources/sounds/<name>.wav`, made by tests/sounds.py.
"""

from enum import StrEnum

SILENCE_MS = 600
"""What follows every sound in its file; services/chime.py says why."""


class Sound(StrEnum):
    """What can be sounded."""

    TICK = "tick"
    START = "start"
    HALFWAY = "halfway"
    END = "end"
    REP_TURN = "repTurn"
    REP = "rep"
    SWITCH_SIDES = "switchSides"
    REST = "rest"
    PAUSE = "pause"
    RESUME = "resume"
    EASE = "ease"
    DAY_DONE = "dayDone"
    BREATH_IN = "breathIn"
    BREATH_OUT = "breathOut"
