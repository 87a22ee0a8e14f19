"""What a person ticked in the warning signs, and how urgent it is (content/safety.md section 1).

Ticks are never counted or weighed: the most urgent group decides what is shown next.
"""

from collections.abc import Collection, Iterator

import msgspec

from .records import SafetyAnswer, SafetyGroup
from .texts import ExerciseText, SafetyText, Sign


class Answered(msgspec.Struct, frozen=True):
    """The answer: its most urgent group, the ids of the signs, and their ask-first codes."""

    group: SafetyGroup = SafetyGroup.NONE
    ticked: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """A1 to A10, in that order; exercises keep notes for them."""


def answered(safety: SafetyText, ticked: Collection[str]) -> Answered:
    """The answer that these ticked signs give, in the order of the page."""
    groups = {
        SafetyGroup.EMERGENCY: tuple(_holding(safety.emergency.signs, ticked)),
        SafetyGroup.CHECKED: tuple(_holding(safety.checked.signs, ticked)),
        SafetyGroup.ASK: tuple(_holding(safety.ask.signs, ticked)),
    }
    codes = {code for sign in groups[SafetyGroup.ASK] for code in sign.codes}
    return Answered(
        next((group for group, signs in groups.items() if signs), SafetyGroup.NONE),
        tuple(sign.id for signs in groups.values() for sign in signs),
        tuple(sorted(codes, key=lambda code: int(code[1:]))),
    )


def recalled(safety: SafetyText, answer: SafetyAnswer) -> Answered:
    """An answer that was kept, as far as it was: its group, and the lines its codes tell.

    Which lines of the other groups were ticked is kept nowhere (content/safety.md 1.6).
    """
    signs = (sign for sign in safety.ask.signs if not set(answer.codes).isdisjoint(sign.codes))
    return Answered(answer.group, tuple(sign.id for sign in signs), answer.codes)


def notes_for(text: ExerciseText, codes: Collection[str]) -> tuple[str, ...]:
    """The "take care" sentences of an exercise that a person's ask-first codes touch."""
    return tuple(care.text for care in text.take_care if not set(codes).isdisjoint(care.codes))


def _holding(signs: tuple[Sign, ...], ticked: Collection[str]) -> Iterator[Sign]:
    """The ticked signs; one that goes only with another counts only with it."""
    for sign in signs:
        if sign.id in ticked and (sign.only_with is None or sign.only_with in ticked):
            yield sign
