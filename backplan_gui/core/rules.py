"""The rules R1 to R20 of content/safety.md section 3, as one table.

A row says when a rule is asked, what it says, how good its evidence is and where that comes
from; how it is found out stands in offers.py (start) and easing.py (during and after), and
refers to a row by its `Kind`. Every rule only offers: the person decides, and nothing but
R1, R2 and a number of 8 to 10 keeps a timer from starting.
"""

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What fired; a rule with several lines has a kind for each."""

    EMERGENCY = "emergency"
    CHECK_FIRST = "check_first"
    OK_FIRST = "ok_first"
    CHECKED_EASIER = "checked_easier"
    AS_WRITTEN = "as_written"
    EASIER_FIRST = "easier_first"
    GENTLE_DAY = "gentle_day"
    NOT_TODAY = "not_today"
    EASE_OFF = "ease_off"
    SKIP_OR_STOP = "skip_or_stop"
    GENTLE_RISE = "gentle_rise"
    EASIER_NEAR = "easier_near"
    EXERCISE_ENDED = "exercise_ended"
    ENOUGH_TODAY = "enough_today"
    NEW_IN_LEGS = "new_in_legs"
    SYMPTOM = "symptom"
    FINE = "fine"
    UP = "up"
    EASIER_AFTER_UP = "easier_after_up"
    TWO_RISES = "two_rises"
    NOT_SETTLED = "not_settled"
    PLAN_PAUSED = "plan_paused"
    STUCK = "stuck"
    GAP = "gap"
    LONG_GAP = "long_gap"
    ONE_A_DAY = "one_a_day"
    BIGGER_DAY = "bigger_day"
    READY = "ready"
    MEDICINE = "medicine"
    NO_NUMBERS = "no_numbers"
    WEEK_DONE = "week_done"


class When(StrEnum):
    """When a rule is asked."""

    START = "start"
    """After the questions before a session."""
    DURING = "during"
    """After an exercise, and whenever it hurts."""
    AFTER = "after"
    """After the question at the end."""
    ALWAYS = "always"
    """It binds how everything is said and kept, and never fires."""


START, DURING, AFTER, ALWAYS = When
FREE, NUMBER = False, True


class Rule(msgspec.Struct, frozen=True):
    """One row. In `says`, as in the text: B before, D during, A after, N the next before."""

    number: str
    kind: Kind | None
    """None for what binds always."""
    asked: When
    needs_number: bool
    """Silent where the number was skipped (R17)."""
    grade: str
    """A guideline or review, B by analogy, C expert advice, D our own caution."""
    source: str
    """Codes of content/safety.md section 9; none where it is our own caution."""
    says: str


RULES: tuple[Rule, ...] = (
    Rule("R1", Kind.EMERGENCY, START, FREE, "A/C", "S1 S2 S3 S4 S6 S7 S10 S11 S12 S68",
        "An emergency sign is ticked: no timer, the emergency text; only a new answer leads on."),
    Rule("R2", Kind.CHECK_FIRST, START, FREE, "A/C", "S1 S3 S6 S11 S12",
        "A clinician sign is ticked: no timer until somebody has looked at it, with the date."),
    Rule("R2", Kind.OK_FIRST, START, FREE, "A/C", "S9 S28 S30 S34 S35 S38 S67",
        "An ask-first sign is ticked: its notes; on after an OK, or the word to go gently."),
    Rule("R2", Kind.CHECKED_EASIER, START, FREE, "A/C", "S1 S3 S6 S11 S12",
        "Checked, or going gently: the easier versions are preselected."),
    Rule("R3", Kind.AS_WRITTEN, START, NUMBER, "C", "S23 S24",
        "B 0 to 3: the plan as written."),
    Rule("R3", Kind.EASIER_FIRST, START, NUMBER, "C/D", "S23 S24",
        "B 4 or 5: the plan, easier preselected."),
    Rule("R3", Kind.GENTLE_DAY, START, NUMBER, "C/D", "S23 S27",
        "B 6 or 7: a gentle day, a short walk or rest; the day of the plan waits."),
    Rule("R3", Kind.NOT_TODAY, START, NUMBER, "C/D", "S14",
        "B 8 to 10: do not start; what may ease it, and a clinician if it stays this strong."),
    Rule("R4", Kind.EASE_OFF, DURING, NUMBER, "C, 2 points B", "S17 S18 S23 S24",
        "D 6 or more, or D 4 or more and up by 2: pause; easier, fewer, skip, stop."),
    Rule("R4", Kind.SKIP_OR_STOP, DURING, NUMBER, "D", "",
        "D 8 or more: pause; only skip or stop."),
    Rule("R4", Kind.GENTLE_RISE, DURING, NUMBER, "D", "",
        "Gentle day, or begun at 6 or 7, and D above B: pause; only skip or stop."),
    Rule("R4a", Kind.EASIER_NEAR, DURING, NUMBER, "C/D", "S22 S23 S24",
        "D 4 or 5, or up by 2 and still 3 or less: the timer goes on; easier is one tap away."),
    Rule("R5", Kind.EXERCISE_ENDED, DURING, NUMBER, "D", "",
        "Red after switching to easier: end the exercise; the next one, or finish."),
    Rule("R5", Kind.ENOUGH_TODAY, DURING, NUMBER, "D", "",
        "The second exercise that ends so: finish for today; it was what was right today."),
    Rule("R6", Kind.NEW_IN_LEGS, START, FREE, "C", "S5 S71",
        "Something new in the legs: the warning signs first."),
    Rule("R6", Kind.SYMPTOM, DURING, FREE, "C", "S5 S68 S71",
        "A symptom outranks every number: stop the exercise, and what SYMPTOMS says of it."),
    Rule("R7", Kind.FINE, AFTER, NUMBER, "C, gentle day D", "S23 S24",
        "A 5 or less, and up by 1 or still 3 or less (gentle day: A not above B): as planned."),
    Rule("R8", Kind.UP, AFTER, NUMBER, "C, gentle day D", "S23 S24",
        "A 6 or more, or A 4 or more and up by 2 (gentle day: A above B): it may settle."),
    Rule("R8", Kind.EASIER_AFTER_UP, START, NUMBER, "C", "S23 S24",
        "The last session was up: easier preselected."),
    Rule("R9", Kind.TWO_RISES, START, NUMBER, "D", "S21",
        "A above B on two sessions in a row: this day again, easier, or a day of rest."),
    Rule("R10", Kind.NOT_SETTLED, START, NUMBER, "C", "S23 S24",
        "N 4 or more and 2 above the last B, or not settled: rest or gentle day; signs again."),
    Rule("R10", Kind.PLAN_PAUSED, START, NUMBER, "C/D", "S1 S5",
        "R10 twice in a row, or R8 three times: the plan pauses; a clinician, then day 1 easier."),
    Rule("R11", Kind.STUCK, START, FREE, "D", "",
        "The same day a third time again: a clinician; days 1, 3 and 5 as a gentle routine."),
    Rule("R12", Kind.GAP, START, FREE, "D", "",
        "3 to 6 days missed: the last day again, or go on; 1 or 2 missed are nothing to say."),
    Rule("R12", Kind.LONG_GAP, START, FREE, "D", "",
        "7 or more days missed: day 1 again, or go on."),
    Rule("R13", Kind.ONE_A_DAY, START, FREE, "D", "",
        "A day was completed today: muscles like a night between; Start stays."),
    Rule("R14", Kind.BIGGER_DAY, START, NUMBER, "D", "",
        "Day 4, 6 or 7, and B 4 or more or last session up: day 1, 3 or 5 first, or easier."),
    Rule("R15", Kind.READY, AFTER, NUMBER, "D", "",
        "B 2 or less in three sessions in a row, all fine, none red: harder may be mentioned."),
    Rule("R16", Kind.MEDICINE, START, NUMBER, "D", "",
        "Pain relief taken: kept, changes nothing; the number may read lower."),
    Rule("R17", Kind.NO_NUMBERS, START, FREE, "D", "",
        "No number: only the signs, the symptoms and the keys; asked in words instead."),
    Rule("R18", Kind.WEEK_DONE, AFTER, FREE, "A/B", "S16",
        "Day 7 is done: show the change, no promise; any day again, walk regularly."),
    Rule("R19", None, ALWAYS, FREE, "D", "",
        "No streaks, no red crosses, no blame; rest days count as good decisions."),
    Rule("R20", None, ALWAYS, FREE, "D", "",
        "Whatever fires leaves a plain line that can be read, printed and deleted."),
)  # fmt: skip
"""In the order of the text. R9 is an offer at the start and may be mentioned after, too."""

RULE_OF: dict[Kind, Rule] = {rule.kind: rule for rule in RULES if rule.kind is not None}


class Note(msgspec.Struct, frozen=True):
    """A rule that fired."""

    kind: Kind

    @property
    def rule(self) -> str:
        """Its number in content/safety.md."""
        return RULE_OF[self.kind].number
