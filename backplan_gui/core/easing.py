"""What is offered while exercising and after it (content/safety.md section 3, R4 to R9)."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from .pain import Light, Symptom, during_light
from .past import Past, PastSession, ready_for_more, two_rises
from .rules import Kind, Note


class Ease(StrEnum):
    """What a person may choose when it hurts, in the order of every offer."""

    EASIER = "easier"
    FEWER = "fewer"
    SKIP = "skip"
    """End this exercise and go on to the next one."""
    STOP = "stop"
    """Finish for today."""
    CARRY_ON = "carry_on"


class Easier(StrEnum):
    """How it stands with the easier version of the exercise that is on."""

    NONE = "none"
    """There is none."""
    THERE = "there"
    ON = "on"
    """Since the exercise began."""
    SWITCHED = "switched"
    """The person changed to it during this exercise, for whatever reason."""


class Opens(StrEnum):
    """What opens by itself."""

    SIGNS = "signs"
    EMERGENCY = "emergency"
    """The emergency text of E8, without another question."""


class Moment(msgspec.Struct, frozen=True):
    """Where a person is who says how it feels."""

    before: int | None
    """None: the number was skipped, and no number counts in this session (R17)."""
    now: int | None
    """None: only "my pain is worse", or a symptom."""
    gentle: bool = False
    easier: Easier = Easier.THERE
    sets_left: int = 1
    """With the one that is on."""
    ended: int = 0
    """Exercises ended by R5 in this session."""
    symptom: Symptom | None = None


class During(msgspec.Struct, frozen=True):
    """What follows: one light, and choices of which none is made for the person."""

    light: Light
    fired: Note | None
    """None: green, and nothing to say."""
    choices: tuple[Ease, ...]
    default: Ease
    sets_to_come: int
    """After the one that is on, if FEWER is chosen; 0: this set is the last one."""
    ends_exercise: bool = False
    excludes: bool = False
    """The exercise is left out for the rest of the plan, unless a clinician says otherwise."""
    opens: Opens | None = None

    @property
    def pauses(self) -> bool:
        """The timer pauses at once."""
        return self.light is Light.RED


class Effect(msgspec.Struct, frozen=True):
    """What a symptom does besides ending the exercise."""

    choices: tuple[Ease, ...]
    opens: Opens
    excludes: bool = False


NEXT_OR_STOP = (Ease.SKIP, Ease.STOP)
SYMPTOMS: Mapping[Symptom, Effect] = {
    Symptom.SHARP: Effect(NEXT_OR_STOP, Opens.SIGNS),
    Symptom.SPREADING: Effect(NEXT_OR_STOP, Opens.SIGNS, excludes=True),
    Symptom.TINGLING: Effect(NEXT_OR_STOP, Opens.SIGNS, excludes=True),
    Symptom.WEAK: Effect(NEXT_OR_STOP, Opens.SIGNS, excludes=True),
    Symptom.DIZZY: Effect((Ease.STOP,), Opens.SIGNS),
    Symptom.CHEST: Effect((Ease.STOP,), Opens.EMERGENCY),
}
"""R6. Sharp and dizzy open the signs by content/exercises.md 1.14, the careful reading."""


def during_offer(at: Moment) -> During:
    """What is offered at this moment.

    A symptom outranks every number. Without numbers the key itself says that it is worse,
    so it is red, and on a gentle day only skip and stop are left.
    """
    if at.symptom is not None:
        return _symptom(SYMPTOMS[at.symptom], at)
    if at.before is None or at.now is None:
        kind = Kind.GENTLE_RISE if at.gentle else Kind.EASE_OFF
        kind = Kind.NO_NUMBERS if at.before is None else kind
        return _red(kind, at, only_stopping=at.gentle)
    light = during_light(at.before, at.now, gentle=at.gentle)
    if light is Light.RED:
        return _by_number(at, at.before, at.now)
    amber = light is Light.AMBER
    choices = (*_all(at), Ease.CARRY_ON)
    default = Ease.EASIER if amber and Ease.EASIER in choices else Ease.CARRY_ON
    fired = Note(Kind.EASIER_NEAR) if amber else None
    return During(light, fired, choices, default, _fewer(at))


def _by_number(at: Moment, before: int, now: int) -> During:
    rise = now > before and (at.gentle or before >= 6)
    if at.easier is Easier.SWITCHED:
        kind = Kind.ENOUGH_TODAY if at.ended else Kind.EXERCISE_ENDED
    elif now >= 8:
        kind = Kind.SKIP_OR_STOP
    else:
        kind = Kind.GENTLE_RISE if rise else Kind.EASE_OFF
    found = _red(kind, at, only_stopping=kind is not Kind.EASE_OFF)
    stop = now >= 8 or kind is Kind.ENOUGH_TODAY
    return msgspec.structs.replace(
        found,
        default=Ease.STOP if stop else found.default,
        ends_exercise=at.easier is Easier.SWITCHED,
    )


def _red(kind: Kind, at: Moment, *, only_stopping: bool) -> During:
    choices = NEXT_OR_STOP if only_stopping else _all(at)
    return During(Light.RED, Note(kind), choices, choices[0], _fewer(at))


def _symptom(effect: Effect, at: Moment) -> During:
    return During(
        Light.RED,
        Note(Kind.SYMPTOM),
        effect.choices,
        effect.choices[0],
        _fewer(at),
        ends_exercise=True,
        excludes=effect.excludes,
        opens=effect.opens,
    )


def _all(at: Moment) -> tuple[Ease, ...]:
    """Easier, fewer, skip, stop, as far as they make sense."""
    easier = (Ease.EASIER,) if at.easier is Easier.THERE else ()
    fewer = (Ease.FEWER,) if at.sets_left > 1 else ()
    return (*easier, *fewer, *NEXT_OR_STOP)


def _fewer(at: Moment) -> int:
    """Half of the sets that would still come, rounded down."""
    return max(0, at.sets_left - 1) // 2


class After(msgspec.Struct, frozen=True):
    """What there is to say at the end of a session."""

    light: Light | None
    """None: without both numbers, and where it was the ordinary ache, there is none."""
    fired: Note | None
    """R7 or R8; None as above."""
    asks_ache: bool
    """Ask whether it is the back, or the ordinary ache of muscles; until then it counts."""
    mentions: tuple[Note, ...]


def after_outcome(
    one: PastSession, past: Past, *, ache: bool | None = None, last_day: int = 7
) -> After:
    """What the session `one` says after `past`; `ache` is the answer, None while not given.

    What follows from it for the next session is never stored: it is seen in the past then.
    """
    asks_ache = one.rose and ache is None
    if ache:
        one = msgspec.structs.replace(one, after=None)
    light, so_far = one.light, (*past, one)
    mentions = {
        Kind.TWO_RISES: two_rises(so_far),
        Kind.READY: ready_for_more(so_far),
        Kind.WEEK_DONE: one.done_day and one.day == last_day,
    }
    fired = None if light is None else Note(Kind.UP if light is Light.RED else Kind.FINE)
    return After(light, fired, asks_ache, tuple(Note(k) for k, said in mentions.items() if said))
