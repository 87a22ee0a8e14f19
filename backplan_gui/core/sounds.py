"""The sounds there are (design-system.md section 10)."""

from enum import StrEnum


class Sound(StrEnum):
    """By the name of its file."""

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
