"""What is offered before a session (content/safety.md section 3, PRODUCT.md 2.2).

The first rule that fires is the offer, the others are notes beside it; where none fires,
the plan is the offer. Nothing is decided for a person: an offer puts choices in an order,
one of them first, and the day that was asked for last.
"""

from enum import StrEnum

import msgspec

from .exercise import Version
from .pain import Moving
from .past import last_plan_day, not_settled
from .rules import Kind, Note
from .starting import Answers, Look, Situation, fired, look_at, noted

EASY_DAYS = (1, 3, 5)
GATES = (Kind.EMERGENCY, Kind.CHECK_FIRST, Kind.OK_FIRST)


class Way(StrEnum):
    """What a person may choose before a session."""

    EASIER = "easier"
    """The day asked for, in the easier versions."""
    STANDARD = "standard"
    """The day asked for, in the standard versions."""
    GENTLE = "gentle"
    """The exercises of day 1 in easier form, one set each; the day of the plan waits."""
    WALK = "walk"
    REST = "rest"
    REPEAT = "repeat"
    """The day of the choice first, in the version that is preselected."""
    DAY_ONE = "day_one"
    """The week again from day 1, which is a new round, in the version that is preselected."""
    CONTINUE = "continue"
    """After days away, the day asked for."""
    PLAN = "plan"
    """The day asked for, in the version that is preselected."""
    CLOSE = "close"
    SIGNS = "signs"
    """Answer the warning signs (again)."""


class Choice(msgspec.Struct, frozen=True):
    """One of the choices; `day` goes with REPEAT."""

    way: Way
    day: int | None = None


class Offer(Note, frozen=True):
    """What is offered."""

    choices: tuple[Choice, ...]
    """In the order to show them."""
    chosen: Choice
    """The one that is preselected."""
    version: Version
    """EASIER or STANDARD, preselected for whatever is begun from here."""
    timer: bool
    """A session may begin from here."""
    asks_signs: bool
    """The warning signs are to be answered again first (R6, R10)."""


class Start(msgspec.Struct, frozen=True):
    """The offer and what there is to say beside it."""

    offer: Offer
    notes: tuple[Note, ...]
    """In the order they rank."""
    missed: int
    """Dates without a session since the last done day (R12)."""
    asks_in_words: bool
    """How moving is today is asked in words, in place of the number (R17)."""


def start_offer(at: Situation, said: Answers) -> Start:
    """What is offered to a person who asks for a day and said this.

    Without a number only R1, R2, R6 and the calendar's R11 to R13 fire; by the letter of R17
    R10 is silent then even after "not settled". The easier versions that R8 promised at the
    end of the last session come first all the same.
    """
    look = look_at(at, said)
    fire = fired(look)
    numbers = look.said.pain is not None
    kind, *others = fire or (Kind.AS_WRITTEN if numbers else Kind.NO_NUMBERS,)
    words = at.questions and not numbers and look.said.moving is None and kind not in GATES
    return Start(
        _offer(kind, fire, look),
        tuple(Note(other) for other in (*others, *noted(look))),
        look.missed,
        words,
    )


def _offer(kind: Kind, fire: tuple[Kind, ...], look: Look) -> Offer:
    version = _version(fire, look)
    choices = tuple(Choice(c) if isinstance(c, Way) else c for c in _choices(kind, look))
    first = Choice(Way(version)) if _both_versions(choices) else choices[0]
    if look.pain(8):
        choices = tuple(c for c in choices if c.way in (Way.CLOSE, Way.SIGNS, Way.REST))
    return Offer(
        kind,
        choices,
        first,
        version,
        timer=kind not in GATES and not look.pain(8),
        asks_signs=_asks_signs(fire, look),
    )


def _version(fire: tuple[Kind, ...], look: Look) -> Version:
    """Easier from 4 (exercises.md 1.6), after R8, R9, R10, once checked, or hard to move."""
    easier = {Kind.PLAN_PAUSED, Kind.NOT_SETTLED, Kind.TWO_RISES, Kind.CHECKED_EASIER}
    hard = look.said.pain is None and look.said.moving is Moving.HARDER
    if look.pain(4) or look.last_up or hard or not easier.isdisjoint(fire):
        return Version.EASIER
    return Version.STANDARD


def _both_versions(choices: tuple[Choice, ...]) -> bool:
    return Choice(Way.EASIER) in choices and Choice(Way.STANDARD) in choices


def _asks_signs(fire: tuple[Kind, ...], look: Look) -> bool:
    """R6 always, R10 once a day."""
    if look.said.legs:
        return True
    unsettled = Kind.NOT_SETTLED in fire or (Kind.PLAN_PAUSED in fire and not_settled(look.asked))
    return unsettled and look.at.signs.local_date < look.at.today


def _choices(kind: Kind, look: Look) -> tuple[Way | Choice, ...]:
    match kind:
        case Kind.EMERGENCY | Kind.CHECK_FIRST | Kind.OK_FIRST | Kind.NOT_TODAY:
            return Way.CLOSE, Way.SIGNS
        case Kind.NEW_IN_LEGS:
            return Way.SIGNS, Way.REST, Way.PLAN
        case Kind.PLAN_PAUSED:
            return Way.REST, Way.SIGNS, Way.DAY_ONE, Way.PLAN
        case Kind.NOT_SETTLED | Kind.GENTLE_DAY:
            return Way.GENTLE, Way.WALK, Way.REST, Way.PLAN
        case Kind.STUCK:
            return _easy_routine(look)
        case Kind.TWO_RISES:
            return _after_rises(look)
        case Kind.BIGGER_DAY:
            return *_easy_days(look, up_to=look.at.day), Way.EASIER, Way.STANDARD
        case Kind.GAP:
            return Choice(Way.REPEAT, look.last_done), Way.CONTINUE
        case Kind.LONG_GAP:
            return Way.DAY_ONE, Way.CONTINUE
        case Kind.AS_WRITTEN:
            return (Way.PLAN,)
        case _:
            return Way.EASIER, Way.STANDARD


def _after_rises(look: Look) -> tuple[Way | Choice, ...]:
    """The last day again at the easier level; where it is the one asked for, as its version."""
    day = last_plan_day(look.asked)
    if day is None or day == look.at.day:
        return Way.EASIER, Way.REST, Way.STANDARD
    return Choice(Way.REPEAT, day), Way.REST, Way.PLAN


def _easy_routine(look: Look) -> tuple[Way | Choice, ...]:
    """R11 offers to stay with days 1, 3 and 5: whoever is on one of them stays there first."""
    others = _easy_days(look, up_to=7)
    if look.at.day in EASY_DAYS:
        return Way.EASIER, *others, Way.STANDARD
    return *others, Way.PLAN


def _easy_days(look: Look, *, up_to: int) -> tuple[Choice, ...]:
    """Days 1, 3 and 5 but for the one asked for; before a bigger day only those before it."""
    days = (day for day in EASY_DAYS if day != look.at.day and day <= up_to)
    return tuple(Choice(Way.REPEAT, day) for day in days)
