"""The rules R1 to R20: the table itself, its worked examples, and a story for every row."""

import re
from typing import Any, NamedTuple

import pytest

from backplan_gui.core.easing import Ease, Easier, Moment, after_outcome, during_offer
from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import Way
from backplan_gui.core.pain import Light, Settled, Symptom
from backplan_gui.core.past import PastSession
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.rules import RULE_OF, RULES, Kind, Note, Rule, When

from .pasts import GENTLE, asked, held, kinds, signed, starts

GREEN, AMBER, RED = Light


# --- the table --------------------------------------------------------------------------


def test_every_rule_is_there_in_the_order_of_the_text() -> None:
    numbers = list(dict.fromkeys(rule.number for rule in RULES))
    assert [n for n in numbers if n != "R4a"] == [f"R{n}" for n in range(1, 21)]
    assert numbers.index("R4a") == numbers.index("R4") + 1


def test_every_kind_has_one_row_and_knows_its_number() -> None:
    assert set(RULE_OF) == set(Kind)
    assert len(RULE_OF) == len([rule for rule in RULES if rule.kind])
    assert Note(Kind.EASIER_NEAR).rule == "R4a"


def test_what_binds_always_never_fires() -> None:
    always = [rule.number for rule in RULES if rule.asked is When.ALWAYS]
    assert always == ["R19", "R20"] == [rule.number for rule in RULES if rule.kind is None]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.kind or rule.number))
def test_every_row_has_a_sentence_a_grade_and_a_source_or_is_our_own_caution(rule: Rule) -> None:
    assert rule.says.endswith(".")
    assert re.match(r"[ABCD](/[BCD])?(,|$)", rule.grade)
    assert all(re.fullmatch(r"S\d+", code) for code in rule.source.split())
    assert rule.source or rule.grade == "D"


def test_without_a_number_only_signs_symptoms_and_the_calendar_are_left() -> None:
    free = {r.number for r in RULES if not r.needs_number and r.asked in (When.START, When.DURING)}
    assert free == {"R1", "R2", "R6", "R11", "R12", "R13", "R17"}


# --- the worked examples of content/safety.md section 3 ---------------------------------


class Example(NamedTuple):
    """B, D and A of one session; what the text says of them."""

    text: str
    before: int
    now: int
    light: Light
    rule: str | None


WHILE = [
    Example("B 2, D 4 → red, R4", 2, 4, RED, "R4"),
    Example("B 0, D 3 → amber, R4a, timer goes on", 0, 3, AMBER, "R4a"),
    Example("B 0, D 1 → green", 0, 1, GREEN, None),
    Example("B 4, D 5 → amber", 4, 5, AMBER, "R4a"),
    Example("B 5, D 6 → red", 5, 6, RED, "R4"),
    Example("B 3, D 4 → amber during", 3, 4, AMBER, "R4a"),
]
AFTER = [
    Example("A 4 after B 3 → R7 after", 3, 4, AMBER, "R7"),
    Example("B 4, A 5 → R7", 4, 5, AMBER, "R7"),
    Example("B 5, A 6 → R8", 5, 6, RED, "R8"),
    Example("B 1, A 3 → R7", 1, 3, AMBER, "R7"),
    Example("B 1, A 4 → R8", 1, 4, RED, "R8"),
]


@pytest.mark.parametrize("example", WHILE, ids=lambda example: example.text)
def test_the_worked_examples_during(example: Example) -> None:
    found = during_offer(Moment(example.before, example.now))
    assert found.light is example.light
    assert found.pauses is (example.light is RED)
    assert (found.fired.rule if found.fired else None) == example.rule


@pytest.mark.parametrize("example", AFTER, ids=lambda example: example.text)
def test_the_worked_examples_after(example: Example) -> None:
    found = after_outcome(held(example.before, None, example.now), ())
    assert found.light is example.light
    assert found.fired is not None
    assert found.fired.rule == example.rule


def test_b_3_d_4_a_4_is_r9_too_if_pain_also_rose_yesterday() -> None:
    today = held(3, 4, 4, date=20)
    assert after_outcome(today, (held(2, 2, 3),)).mentions == (Note(Kind.TWO_RISES),)
    assert after_outcome(today, (held(3, 3, 3),)).mentions == ()


def test_b_6_is_a_gentle_day_and_d_7_on_it_is_skip_or_stop() -> None:
    assert starts(6).offer.kind is Kind.GENTLE_DAY
    found = during_offer(Moment(6, 7, gentle=True, sets_left=3))
    assert found.choices == (Ease.SKIP, Ease.STOP)
    assert found.pauses


def test_b_8_is_no_start() -> None:
    start = starts(8)
    assert (start.offer.kind, start.offer.timer) == (Kind.NOT_TODAY, False)


def test_yesterday_b_3_today_n_5_is_r10() -> None:
    assert starts(5, held(3)).offer.rule == "R10"


def test_yesterday_b_3_today_n_4_goes_on_with_easier_preselected_because_4() -> None:
    offer = starts(4, held(3)).offer
    assert (offer.kind, offer.version) == (Kind.EASIER_FIRST, Version.EASIER)
    assert [choice.way for choice in offer.choices] == [Way.EASIER, Way.STANDARD]


def test_yesterday_b_1_today_n_3_and_not_settled_is_r10() -> None:
    assert starts(3, held(1), settled=Settled.NO).offer.rule == "R10"
    assert starts(3, held(1), settled=Settled.YES).offer.kind is Kind.AS_WRITTEN


# --- a story for every row --------------------------------------------------------------


def during(before: int | None, now: int | None, **more: Any) -> list[Kind]:
    found = during_offer(Moment(before, now, **more)).fired
    return [found.kind] if found else []


def after(one: PastSession, *past: PastSession) -> list[Kind]:
    found = after_outcome(one, past)
    return [note.kind for note in (found.fired, *found.mentions) if note]


EASY = (held(1, 2, 1, date=17), held(2, 2, 2, date=18))
SAME_DAY = tuple(held(1, day=3, date=date) for date in (16, 17, 18))
UPS = (held(1, 1, 4, date=15), held(1, 1, 4, date=16), held(2, 2, 4, date=17), held(2, 2, 2))
SWITCHED = Easier.SWITCHED

STORIES: dict[Kind, tuple[list[Kind], list[Kind]]] = {
    Kind.EMERGENCY: (
        kinds(starts(2, signs=signed(SafetyGroup.EMERGENCY))),
        kinds(starts(2)),
    ),
    Kind.CHECK_FIRST: (
        kinds(starts(2, signs=signed(SafetyGroup.CHECKED))),
        kinds(starts(2, signs=signed(SafetyGroup.CHECKED, checked=True))),
    ),
    Kind.OK_FIRST: (
        kinds(starts(2, signs=signed(SafetyGroup.ASK))),
        kinds(starts(2, signs=signed(SafetyGroup.ASK, checked=True))),
    ),
    Kind.CHECKED_EASIER: (
        kinds(starts(2, signs=signed(SafetyGroup.CHECKED, checked=True))),
        kinds(starts(2)),
    ),
    Kind.AS_WRITTEN: (kinds(starts(3)), kinds(starts(4))),
    Kind.EASIER_FIRST: (kinds(starts(4)), kinds(starts(3))),
    Kind.GENTLE_DAY: (kinds(starts(7)), kinds(starts(5))),
    Kind.NOT_TODAY: (kinds(starts(8)), kinds(starts(7))),
    Kind.EASE_OFF: (during(5, 6), during(5, 5)),
    Kind.SKIP_OR_STOP: (during(3, 8), during(3, 7)),
    Kind.GENTLE_RISE: (during(6, 7, gentle=True), during(6, 6, gentle=True)),
    Kind.EASIER_NEAR: (during(0, 2), during(0, 1)),
    Kind.EXERCISE_ENDED: (during(2, 4, easier=SWITCHED), during(2, 4)),
    Kind.ENOUGH_TODAY: (during(2, 4, easier=SWITCHED, ended=1), during(2, 4, easier=SWITCHED)),
    Kind.NEW_IN_LEGS: (kinds(starts(0, legs=True)), kinds(starts(0))),
    Kind.SYMPTOM: (during(0, 0, symptom=Symptom.SHARP), during(0, 0)),
    Kind.FINE: (after(held(3, 3, 4)), after(held(3, 3, 5))),
    Kind.UP: (after(held(3, 3, 5)), after(held(3, 3, 4))),
    Kind.EASIER_AFTER_UP: (kinds(starts(3, held(3, 3, 5))), kinds(starts(3, held(3, 3, 4)))),
    Kind.TWO_RISES: (
        kinds(starts(3, held(2, 2, 3, date=18), held(2, 2, 3))),
        kinds(starts(3, held(2, 2, 3, date=18), held(3, 3, 3))),
    ),
    Kind.NOT_SETTLED: (kinds(starts(4, held(2))), kinds(starts(3, held(1)))),
    Kind.PLAN_PAUSED: (kinds(starts(6, held(2, date=18), asked(5))), kinds(starts(3, *UPS[1:]))),
    Kind.STUCK: (kinds(starts(2, *SAME_DAY)), kinds(starts(2, *SAME_DAY, day=4))),
    Kind.GAP: (kinds(starts(2, done={2: 16})), kinds(starts(2, done={2: 17}))),
    Kind.LONG_GAP: (kinds(starts(2, done={2: 12})), kinds(starts(2, done={2: 13}))),
    Kind.ONE_A_DAY: (kinds(starts(2, done={2: 20})), kinds(starts(2, done={2: 19}))),
    Kind.BIGGER_DAY: (kinds(starts(4, day=4)), kinds(starts(3, day=4))),
    Kind.READY: (after(held(2, 2, 2), *EASY), after(held(3, 3, 3), *EASY)),
    Kind.MEDICINE: (kinds(starts(2, medicine=True)), kinds(starts(2))),
    Kind.NO_NUMBERS: (kinds(starts(None)), kinds(starts(0))),
    Kind.WEEK_DONE: (
        after(held(2, 2, 2, day=7, done_day=True)),
        after(held(2, 2, 2, day=7)),
    ),
}
"""What fires where the row holds, and what where it just does not."""


def test_every_row_that_can_fire_has_a_story() -> None:
    assert STORIES.keys() == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_row_fires_where_it_holds_and_not_where_it_just_does_not(kind: Kind) -> None:
    holds, just_not = STORIES[kind]
    assert kind in holds
    assert kind not in just_not


def test_up_three_times_pauses_the_plan_and_gentle_rises_count() -> None:
    assert kinds(starts(3, *UPS))[0] is Kind.PLAN_PAUSED
    gentle = (*UPS[1:], held(6, 7, 7, kind=GENTLE))
    assert kinds(starts(3, *gentle))[0] is Kind.PLAN_PAUSED


def test_days_off_are_never_blamed() -> None:
    """R19: one or two days away are nothing to say, and rest is offered where the day waits."""
    assert kinds(starts(2, done={2: 17})) == [Kind.AS_WRITTEN]
    assert Way.REST in {choice.way for choice in starts(6).offer.choices}
