"""What is offered before a session, one offer after the other."""

import pytest

from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import Choice, Offer, Start, Way, start_offer
from backplan_gui.core.pain import Moving, Settled
from backplan_gui.core.records import SafetyAnswer, SafetyGroup
from backplan_gui.core.rules import Kind
from backplan_gui.core.starting import Answers, Situation

from .pasts import (
    GENTLE,
    held,
    kinds,
    on,
    repeat,
    signed,
    starts,
    ways,
    weekly,
)

EMERGENCY, CHECKED, ASK = (signed(group) for group in list(SafetyGroup)[:3])
EASIER, STANDARD, PLAN = Choice(Way.EASIER), Choice(Way.STANDARD), Choice(Way.PLAN)


@pytest.mark.parametrize("signs", [EMERGENCY, CHECKED, ASK], ids=lambda signs: signs.group)
def test_signs_leave_only_closing_and_answering_again(signs: SafetyAnswer) -> None:
    offer = starts(2, signs=signs).offer
    assert ways(offer) == [Way.CLOSE, Way.SIGNS]
    assert not offer.timer


def test_an_emergency_answer_is_never_talked_away() -> None:
    assert not starts(0, signs=signed(SafetyGroup.EMERGENCY, checked=True)).offer.timer


def test_once_checked_the_plan_goes_on_in_the_easier_versions() -> None:
    for group in (SafetyGroup.CHECKED, SafetyGroup.ASK):
        offer = starts(0, signs=signed(group, checked=True)).offer
        assert (offer.rule, offer.chosen, offer.timer) == ("R2", EASIER, True)


def test_new_legs_open_the_signs_but_lock_nothing() -> None:
    offer = starts(2, legs=True).offer
    assert ways(offer) == [Way.SIGNS, Way.REST, Way.PLAN]
    assert offer.asks_signs
    assert (offer.chosen.way, offer.version) == (Way.SIGNS, Version.STANDARD)


def test_new_legs_at_8_begin_nothing() -> None:
    start = starts(8, legs=True)
    assert ways(start.offer) == [Way.SIGNS, Way.REST]
    assert kinds(start) == [Kind.NEW_IN_LEGS, Kind.NOT_TODAY]


def test_0_to_3_is_the_plan_as_written() -> None:
    start = starts(3)
    assert start.offer == Offer(
        Kind.AS_WRITTEN, (PLAN,), PLAN, Version.STANDARD, timer=True, asks_signs=False
    )
    assert start.notes == ()


def test_a_gentle_day_is_offered_with_the_day_all_the_same_last() -> None:
    offer = starts(6).offer
    assert ways(offer) == [Way.GENTLE, Way.WALK, Way.REST, Way.PLAN]
    assert (offer.chosen.way, offer.version) == (Way.GENTLE, Version.EASIER)


def test_not_settled_offers_a_gentle_day_and_asks_the_signs_once_a_day() -> None:
    offer = starts(5, held(3)).offer
    assert ways(offer) == [Way.GENTLE, Way.WALK, Way.REST, Way.PLAN]
    assert offer.asks_signs
    assert not starts(5, held(3), signs=signed(date=20)).offer.asks_signs
    assert not starts(5, held(4)).offer.asks_signs


def test_not_settled_outranks_6_and_7_which_is_said_beside_it() -> None:
    assert kinds(starts(6, held(3))) == [Kind.NOT_SETTLED, Kind.GENTLE_DAY]


def test_after_r8_the_easier_versions_come_first() -> None:
    offer = starts(3, held(1, 1, 4)).offer
    assert (offer.rule, offer.choices, offer.chosen) == ("R8", (EASIER, STANDARD), EASIER)
    assert starts(3, held(1, 1, 4, date=18), held(1, 1, 1)).offer.kind is Kind.AS_WRITTEN


def test_what_r8_promised_holds_without_a_number() -> None:
    """It said at the end of the last session that the easier versions come first."""
    offer = starts(None, held(1, 1, 4)).offer
    assert (offer.kind, offer.chosen) == (Kind.NO_NUMBERS, EASIER)


def test_r10_twice_in_a_row_pauses_the_plan() -> None:
    start = starts(6, held(2, date=18), held(4, kind=GENTLE))
    assert ways(start.offer) == [Way.REST, Way.SIGNS, Way.DAY_ONE, Way.PLAN]
    assert kinds(start) == [Kind.PLAN_PAUSED, Kind.GENTLE_DAY]
    assert start.offer.version is Version.EASIER
    assert start.offer.asks_signs


def test_up_three_times_pauses_the_plan_at_8_without_a_way_to_begin() -> None:
    ups = [held(1, 1, 4, date=date) for date in (15, 16, 17)]
    start = starts(8, *ups, held(7))
    assert start.offer.kind is Kind.PLAN_PAUSED
    assert ways(start.offer) == [Way.REST, Way.SIGNS]
    assert not start.offer.asks_signs
    assert kinds(start)[1:] == [Kind.NOT_TODAY]


def test_two_rises_offer_the_last_day_again_or_a_day_of_rest() -> None:
    rises = held(2, 2, 3, date=18), held(2, 2, 3)
    offer = starts(3, *rises).offer
    assert offer.choices == (repeat(2), Choice(Way.REST), PLAN)
    assert (offer.chosen, offer.version) == (repeat(2), Version.EASIER)
    same_day = starts(3, *rises, day=2).offer
    assert same_day.choices == (EASIER, Choice(Way.REST), STANDARD)
    assert same_day.chosen == EASIER
    gentle = [held(6, 6, 7, kind=GENTLE, date=date) for date in (18, 19)]
    assert starts(3, *gentle).offer.choices == (EASIER, Choice(Way.REST), STANDARD)


def test_stuck_offers_the_easy_days_and_the_day_last() -> None:
    same = [held(1, day=4, date=date) for date in (16, 17, 18)]
    offer = starts(2, *same, day=4).offer
    assert offer.choices == (repeat(1), repeat(3), repeat(5), PLAN)
    assert (offer.chosen, offer.version) == (repeat(1), Version.STANDARD)


@pytest.mark.parametrize("day", [1, 3, 5])
def test_stuck_on_a_day_of_the_gentle_routine_stays_there_first(day: int) -> None:
    """R11 offers to stay with days 1, 3 and 5; nobody who is stuck is led on to a later one."""
    same = [held(3, day=day, date=date) for date in (16, 17, 18)]
    others = tuple(repeat(other) for other in (1, 3, 5) if other != day)
    offer = starts(2, *same, day=day).offer
    assert offer.kind is Kind.STUCK
    assert offer.choices == (EASIER, *others, STANDARD)
    assert offer.chosen == STANDARD
    assert starts(4, *same, day=day).offer.chosen == EASIER


@pytest.mark.parametrize(
    ("day", "choices"),
    [
        (4, (repeat(1), repeat(3), EASIER, STANDARD)),
        (6, (repeat(1), repeat(3), repeat(5), EASIER, STANDARD)),
        (7, (repeat(1), repeat(3), repeat(5), EASIER, STANDARD)),
    ],
)
def test_a_bigger_day_offers_an_easy_day_before_it_or_the_easier_level(
    day: int, choices: tuple[Choice, ...]
) -> None:
    for start in (starts(4, day=day), starts(2, held(1, 1, 4), day=day)):
        assert start.offer.kind is Kind.BIGGER_DAY
        assert start.offer.choices == choices
        assert start.offer.chosen == EASIER


@pytest.mark.parametrize("day", [1, 2, 3, 5])
def test_the_other_days_are_not_bigger(day: int) -> None:
    assert starts(4, day=day).offer.kind is Kind.EASIER_FIRST


def test_a_gap_offers_the_last_day_and_a_long_one_day_1() -> None:
    gap, long_gap = starts(2, done={1: 15, 2: 16}).offer, starts(2, done={2: 10}).offer
    assert gap.choices == (repeat(2), Choice(Way.CONTINUE))
    assert long_gap.choices == (Choice(Way.DAY_ONE), Choice(Way.CONTINUE))
    assert (gap.chosen, long_gap.chosen) == (gap.choices[0], long_gap.choices[0])


def test_a_second_day_today_is_only_a_note() -> None:
    start = starts(2, done={2: 20}, day=3)
    assert kinds(start) == [Kind.AS_WRITTEN, Kind.ONE_A_DAY]
    assert kinds(starts(2, done={2: 20}, day=1)) == [Kind.AS_WRITTEN]


def test_pain_relief_changes_nothing_but_a_note() -> None:
    plain, with_it = starts(5, held(4)), starts(5, held(4), medicine=True)
    assert with_it.offer == plain.offer
    assert [note.rule for note in with_it.notes] == ["R16"]


def test_without_a_number_it_is_asked_in_words_once() -> None:
    assert starts(None).asks_in_words
    assert not starts(None, moving=Moving.SAME).asks_in_words
    assert not starts(3).asks_in_words
    assert not starts(None, signs=CHECKED).asks_in_words
    assert starts(None, done={2: 10}).asks_in_words


@pytest.mark.parametrize(
    ("moving", "chosen"),
    [(Moving.HARDER, EASIER), (Moving.SAME, STANDARD), (Moving.EASIER, STANDARD)],
)
def test_hard_to_move_puts_the_easier_versions_first(moving: Moving, chosen: Choice) -> None:
    offer = starts(None, moving=moving).offer
    assert (offer.choices, offer.chosen) == ((EASIER, STANDARD), chosen)
    assert starts(3, moving=moving).offer.version is Version.STANDARD


def test_with_questions_off_only_the_legs_count() -> None:
    off = starts(9, held(1), questions=False, settled=Settled.NO, medicine=True)
    assert kinds(off) == [Kind.NO_NUMBERS]
    assert not off.asks_in_words
    assert off.offer.timer
    assert starts(9, questions=False, legs=True).offer.kind is Kind.NEW_IN_LEGS


def test_a_start_is_a_value() -> None:
    at = Situation(on(20), 3, signed(), weekly({1: 10}), (held(2),))
    once: Start = start_offer(at, Answers(5))
    assert once == start_offer(at, Answers(5))
