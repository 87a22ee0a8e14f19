"""Numbers and names of the core as sentences in the person's language.

Pages translate their own fixed words with `self.tr`; content has its words in
resources/texts. Everything that counts is in counts.py, because other languages have other
plurals.
"""

from .counts import (
    days_done,
    exercises,
    holds_each,
    in_words,
    minutes_spoken,
    moved,
    part_in_words,
    part_of,
    parts_left,
    practised,
    reps,
    seconds,
    seconds_left,
    sets,
    sets_left,
    sets_more,
    sets_of,
    skipped,
    slow_reps,
    started,
)
from .days import day_line, day_sentence, done_on
from .steps import breath, dose, dose_short, kind, order, paced, set_line, side, side_limb
from .times import clock, minutes, percent, seconds_more, weekday
from .today import feet, fitted, holds, needs, off_floor, without
from .translated import MIDDLE_DOT, MINUS, TIMES
from .versions import begins_as, next_time, version_of, version_said

__all__ = [
    "MIDDLE_DOT",
    "MINUS",
    "TIMES",
    "begins_as",
    "breath",
    "clock",
    "day_line",
    "day_sentence",
    "days_done",
    "done_on",
    "dose",
    "dose_short",
    "exercises",
    "feet",
    "fitted",
    "holds",
    "holds_each",
    "in_words",
    "kind",
    "minutes",
    "minutes_spoken",
    "moved",
    "needs",
    "next_time",
    "off_floor",
    "order",
    "paced",
    "part_in_words",
    "part_of",
    "parts_left",
    "percent",
    "practised",
    "reps",
    "seconds",
    "seconds_left",
    "seconds_more",
    "set_line",
    "sets",
    "sets_left",
    "sets_more",
    "sets_of",
    "side",
    "side_limb",
    "skipped",
    "slow_reps",
    "started",
    "version_of",
    "version_said",
    "weekday",
    "without",
]
