"""Which rules fire before a session (content/safety.md section 3), in the order they rank.

Rules look at what was said just now and at the past with today's question at its end.
"""

from collections.abc import Callable, Mapping

import msgspec

from .pain import Moving, Settled
from .past import (
    Past,
    PastSession,
    dates_on,
    days_between,
    followed_by,
    not_settled,
    sessions,
    two_rises,
)
from .records import SafetyAnswer, SafetyGroup
from .rules import RULE_OF, Kind
from .schedule import Week

BIG_DAYS = (4, 6, 7)


class Answers(msgspec.Struct, frozen=True):
    """What was said on the page before a session."""

    pain: int | None = None
    """None: preferred not to say."""
    legs: bool = False
    """Something new in the legs, and the warning signs not answered since."""
    settled: Settled | None = None
    ache: bool = False
    """A number higher than last time is the ordinary ache of muscles (2.1). R10 reads no rise
    from it; as a number it still counts, which is the careful reading."""
    medicine: bool = False
    moving: Moving | None = None


class Situation(msgspec.Struct, frozen=True):
    """Where a person stands who asks for a day."""

    today: str
    day: int
    signs: SafetyAnswer
    week: Week
    past: Past = ()
    """Of the current round, without the session that is to begin."""
    questions: bool = True
    """Questions about pain are on; off, of the answers only the legs count."""


class Look(msgspec.Struct, frozen=True):
    """A situation with its answers, as the rules see it."""

    at: Situation
    said: Answers
    asked: Past
    """The past with today's question at its end."""
    missed: int
    """Dates without a session since the last done day."""
    last_done: int | None
    """That day."""

    @property
    def checked(self) -> bool:
        """A sign is ticked, and may be exercised with (R2)."""
        group = self.at.signs.group
        return self.at.signs.may_exercise and group is not SafetyGroup.NONE

    @property
    def last_up(self) -> bool:
        """The last session was up (R8)."""
        return any(one.up for one in sessions(self.asked)[-1:])

    def pain(self, low: int, high: int = 10) -> bool:
        """The number was given and lies there."""
        return self.said.pain is not None and low <= self.said.pain <= high


def look_at(at: Situation, said: Answers) -> Look:
    """The situation with what was said in it."""
    if not at.questions:
        said = Answers(legs=said.legs)
    question = PastSession(at.today, None, before=said.pain, ache=said.ache)
    return Look(at, said, followed_by(at.past, question, said.settled), *_missed(at))


def fired(look: Look) -> tuple[Kind, ...]:
    """The kinds that fire, in the order they rank; without a number those that need none."""
    return _firing(START_ORDER, look)


def noted(look: Look) -> tuple[Kind, ...]:
    """What is only ever said beside an offer."""
    return _firing(NOTES, look)


def _firing(rules: Mapping[Kind, Callable[[Look], bool]], look: Look) -> tuple[Kind, ...]:
    numbers = look.said.pain is not None
    return tuple(
        kind
        for kind, fires in rules.items()
        if (numbers or not RULE_OF[kind].needs_number) and fires(look)
    )


def _missed(at: Situation) -> tuple[int, int | None]:
    """The dates without a session since the last done day (PRODUCT.md 2.7), and that day.

    A done day that was on again counts from then. In a week that is done nothing is
    missed, and before the first done day there is nothing to go back to.
    """
    done = {day.number: day.done_on for day in at.week.days if day.done_on is not None}
    if not done or at.week.next_day is None:
        return 0, None
    held = sessions(at.past)
    again = [(one.local_date, one.day) for one in held if one.day is not None and one.day in done]
    last, number = max([*((on, number) for number, on in done.items()), *again])
    between = {one.local_date for one in held if last < one.local_date < at.today}
    return max(0, days_between(last, at.today) - 1 - len(between)), number


def _held(group: SafetyGroup) -> Callable[[Look], bool]:
    return lambda look: look.at.signs.group is group and not look.at.signs.may_exercise


def _plan_paused(look: Look) -> bool:
    """R10 twice in a row, or R8 three times in this round.

    In a row are before-questions, with or without a session after them.
    """
    twice = not_settled(look.asked) and not_settled(look.asked[:-1])
    return twice or sum(one.up for one in look.asked) >= 3


def _stuck(look: Look) -> bool:
    """Three dates on the same day and no other, and the same again: the third repetition.

    It need not have been finished. In a week that is done there is nothing to move on to.
    """
    dates = dates_on(look.at.past, look.at.day) - {look.at.today}
    return look.at.week.next_day is not None and len(dates) >= 3


def _two_rises(look: Look) -> bool:
    """Until a date without a session has gone by: that is the day of rest it offers."""
    if not two_rises(look.asked):
        return False
    return days_between(sessions(look.asked)[-1].local_date, look.at.today) <= 1


def _bigger_day(look: Look) -> bool:
    return look.at.day in BIG_DAYS and (look.pain(4) or look.last_up)


def _one_a_day(look: Look) -> bool:
    """The stretches of day 1 may be repeated at any time."""
    return bool(look.at.week.done_on(look.at.today)) and look.at.day != 1


START_ORDER: Mapping[Kind, Callable[[Look], bool]] = {
    Kind.EMERGENCY: _held(SafetyGroup.EMERGENCY),
    Kind.CHECK_FIRST: _held(SafetyGroup.CHECKED),
    Kind.OK_FIRST: _held(SafetyGroup.ASK),
    Kind.NEW_IN_LEGS: lambda look: look.said.legs,
    Kind.PLAN_PAUSED: _plan_paused,
    Kind.NOT_TODAY: lambda look: look.pain(8),
    Kind.NOT_SETTLED: lambda look: not_settled(look.asked) and not not_settled(look.asked[:-1]),
    Kind.GENTLE_DAY: lambda look: look.pain(6, 7),
    Kind.STUCK: _stuck,
    Kind.TWO_RISES: _two_rises,
    Kind.BIGGER_DAY: _bigger_day,
    Kind.GAP: lambda look: 3 <= look.missed <= 6 and look.last_done != look.at.day,
    Kind.LONG_GAP: lambda look: look.missed >= 7 and look.at.day != 1,
    Kind.EASIER_FIRST: lambda look: look.pain(4, 5),
    Kind.EASIER_AFTER_UP: lambda look: look.last_up,
    Kind.CHECKED_EASIER: lambda look: look.checked,
}
"""PRODUCT.md 2.2; the last two are the plan, with the easier versions first. A gap is no
reason to go back to the day that is asked for anyway."""

NOTES: Mapping[Kind, Callable[[Look], bool]] = {
    Kind.ONE_A_DAY: _one_a_day,
    Kind.MEDICINE: lambda look: look.said.medicine,
}
