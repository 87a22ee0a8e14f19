"""Which rules fire before a session, and in which order: every combination, and the past."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import Way, start_offer
from backplan_gui.core.pain import Settled
from backplan_gui.core.past import PastSession
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.rules import RULE_OF, Kind, When
from backplan_gui.core.starting import START_ORDER, Answers, Situation

from .pasts import (
    GENTLE,
    answers,
    asked,
    held,
    kinds,
    numbers,
    pasts,
    repeat,
    situations,
    starts,
    ways,
)

RANKS: list[set[Kind]] = [
    {Kind.EMERGENCY},  # R1
    {Kind.CHECK_FIRST, Kind.OK_FIRST},  # R2
    {Kind.NEW_IN_LEGS},  # R6
    {Kind.PLAN_PAUSED},  # R10 twice or R8 three times
    {Kind.NOT_TODAY},  # before 8-10
    {Kind.NOT_SETTLED},  # R10
    {Kind.GENTLE_DAY},  # before 6-7
    {Kind.STUCK},  # R11
    {Kind.TWO_RISES},  # R9
    {Kind.BIGGER_DAY},  # R14
    {Kind.GAP, Kind.LONG_GAP},  # R12
    {Kind.EASIER_FIRST},  # before 4-5
    {Kind.EASIER_AFTER_UP, Kind.CHECKED_EASIER, Kind.AS_WRITTEN, Kind.NO_NUMBERS},  # plan
    {Kind.ONE_A_DAY, Kind.MEDICINE},
]
"""PRODUCT.md 2.2, and after it what is only said beside an offer."""

NOTHING_BEGINS = {Way.CLOSE, Way.SIGNS, Way.REST}


def rank(kind: Kind) -> int:
    return next(n for n, kinds in enumerate(RANKS) if kind in kinds)


# --- every combination ------------------------------------------------------------------


def test_the_order_is_that_of_the_product() -> None:
    order = [rank(kind) for kind in START_ORDER]
    assert order == sorted(order)
    assert set(order) == set(range(13))


@given(situations, answers)
def test_what_fires_first_is_the_offer_and_the_rest_are_notes_in_order(
    at: Situation, said: Answers
) -> None:
    found = kinds(start_offer(at, said))
    ranks = [rank(kind) for kind in found]
    assert ranks == sorted(ranks)
    assert len(found) == len(set(found))
    assert found[0] not in RANKS[-1]
    assert {RULE_OF[kind].asked for kind in found} == {When.START}


def sure(at: Situation, said: Answers) -> set[Kind]:
    """What must fire, told from the text without looking at the past."""
    fires = set()
    if not at.signs.may_exercise:
        gates = (Kind.EMERGENCY, Kind.CHECK_FIRST, Kind.OK_FIRST)
        fires.add(dict(zip(list(SafetyGroup)[:3], gates, strict=True))[at.signs.group])
    if said.legs:
        fires.add(Kind.NEW_IN_LEGS)
    if said.pain is not None and at.questions:
        bands = [Kind.AS_WRITTEN] * 4 + [Kind.EASIER_FIRST] * 2 + [Kind.GENTLE_DAY] * 2
        fires.add((bands + [Kind.NOT_TODAY] * 3)[said.pain])
        if said.pain >= 4 and at.day in (4, 6, 7):
            fires.add(Kind.BIGGER_DAY)
    return fires - {Kind.AS_WRITTEN}


@given(situations, answers)
def test_nothing_that_must_fire_is_passed_over(at: Situation, said: Answers) -> None:
    found = kinds(start_offer(at, said))
    must = sure(at, said)
    assert must <= set(found)
    assert all(rank(found[0]) <= rank(kind) for kind in must)
    bands = {Kind.NOT_TODAY, Kind.GENTLE_DAY, Kind.EASIER_FIRST}
    assert bands & set(found) == bands & must


@given(situations, answers)
def test_the_plan_is_the_offer_only_where_nothing_else_is(at: Situation, said: Answers) -> None:
    found = kinds(start_offer(at, said))
    plan = {Kind.AS_WRITTEN, Kind.NO_NUMBERS}
    assert not plan & set(found[1:])
    if found[0] in plan:
        assert set(found[1:]) <= RANKS[-1]
        assert (found[0] is Kind.NO_NUMBERS) is (said.pain is None or not at.questions)


@given(situations, answers)
def test_no_timer_starts_for_signs_or_at_8_to_10(at: Situation, said: Answers) -> None:
    offer = start_offer(at, said).offer
    strong = at.questions and said.pain is not None and said.pain >= 8
    assert offer.timer is (at.signs.may_exercise and not strong)
    if not offer.timer:
        assert set(ways(offer)) <= NOTHING_BEGINS


@given(situations, answers)
def test_one_choice_is_preselected_and_none_comes_twice(at: Situation, said: Answers) -> None:
    offer = start_offer(at, said).offer
    assert offer.chosen in offer.choices
    assert len(set(offer.choices)) == len(offer.choices)
    assert offer.version in (Version.EASIER, Version.STANDARD)
    assert all((c.day is not None) is (c.way is Way.REPEAT) for c in offer.choices)
    last = {Way.PLAN, Way.STANDARD, Way.CONTINUE}
    if offer.timer:
        assert offer.choices[-1].way in last
        assert not last & set(ways(offer)[:-1])


@given(situations, answers, st.booleans())
def test_without_a_number_only_signs_legs_and_the_calendar_fire(
    at: Situation, said: Answers, off: bool
) -> None:
    """R17, by "prefer not to say" and by questions that are switched off."""
    skipped = replace(said, pain=said.pain if off else None)
    start = start_offer(replace(at, questions=not off), skipped)
    rules = {note.rule for note in (start.offer, *start.notes)}
    assert rules <= {"R1", "R2", "R6", "R11", "R12", "R13", "R17"}
    assert not (off and start.asks_in_words)


@given(situations, answers)
def test_from_4_on_easier_is_preselected(at: Situation, said: Answers) -> None:
    offer = start_offer(at, said).offer
    if at.questions and said.pain is not None and said.pain >= 4:
        assert offer.version is Version.EASIER
    if offer.kind is Kind.AS_WRITTEN:
        assert offer.version is Version.STANDARD


@given(pasts, numbers)
def test_the_first_session_of_a_round_knows_no_past(
    past: tuple[PastSession, ...], pain: int
) -> None:
    """A past without sessions, only questions, gives nothing to compare with."""
    questions = [PastSession(one.local_date, None, before=one.before) for one in past]
    found = kinds(starts(pain, *questions))
    assert not {Kind.NOT_SETTLED, Kind.PLAN_PAUSED, Kind.TWO_RISES, Kind.STUCK} & set(found)


# --- what the past and the calendar say -------------------------------------------------


def test_a_question_answered_with_rest_counts_for_in_a_row() -> None:
    assert starts(4, held(2, date=18), asked(4)).offer.kind is Kind.PLAN_PAUSED
    assert starts(3, held(2, date=18), asked(4)).offer.kind is Kind.AS_WRITTEN


def test_a_no_counts_where_it_was_said() -> None:
    said_yesterday = held(2, date=18, settled=Settled.NO)
    assert starts(2, said_yesterday, held(2)).offer.kind is Kind.AS_WRITTEN
    again = starts(2, said_yesterday, held(2), settled=Settled.NO)
    assert again.offer.kind is Kind.PLAN_PAUSED


def test_answering_again_today_is_not_a_second_time() -> None:
    closed = asked(9, date=20)
    assert starts(5, held(3), closed).offer.kind is Kind.NOT_SETTLED
    said_no = held(3, settled=Settled.NO)
    assert starts(3, said_no, closed).offer.kind is Kind.NOT_SETTLED
    assert starts(3, said_no, closed, settled=Settled.YES).offer.kind is Kind.AS_WRITTEN


def test_r10_compares_with_the_last_back_pain() -> None:
    assert starts(4, held(2, date=18), held(None)).offer.kind is Kind.NOT_SETTLED
    ache_then = held(4, ache=True)
    assert starts(4, held(2, date=17), ache_then).offer.kind is Kind.NOT_SETTLED
    assert starts(5, held(3), ache=True).offer.kind is Kind.EASIER_FIRST
    assert starts(3, held(1), ache=True, settled=Settled.NO).offer.kind is Kind.NOT_SETTLED


def test_by_the_letter_a_no_without_a_number_is_silent() -> None:
    assert starts(None, held(3), settled=Settled.NO).offer.kind is Kind.NO_NUMBERS


def test_two_rises_are_quiet_after_the_day_of_rest() -> None:
    rises = held(2, 2, 3, date=17), held(2, 2, 3, date=18)
    assert starts(3, *rises).offer.kind is Kind.AS_WRITTEN
    assert starts(3, *rises, asked(3)).offer.kind is Kind.AS_WRITTEN


def test_one_rise_or_a_missing_number_is_not_two_in_a_row() -> None:
    assert starts(3, held(2, 2, 3)).offer.kind is Kind.AS_WRITTEN
    broken = held(2, 2, 3, date=17), held(2, date=18), held(2, 2, 3)
    assert starts(3, *broken).offer.kind is Kind.AS_WRITTEN


def stuck(*past: PastSession, done: dict[int, int] | None = None) -> bool:
    return starts(2, *past, done=done).offer.kind is Kind.STUCK


def test_stuck_counts_dates_and_not_sessions() -> None:
    twice = [held(1, day=3, date=date) for date in (17, 17, 18, 18)]
    assert not stuck(*twice)
    assert not stuck(*twice, held(1, day=3, date=20))
    assert stuck(*twice, held(1, day=3, date=19))


def test_another_day_is_moving_on_and_a_gentle_day_is_not() -> None:
    def past(between: PastSession) -> list[PastSession]:
        dates = (held(1, day=3, date=date) for date in (15, 16))
        return [*dates, between, held(1, day=3, date=18)]

    assert stuck(*past(held(6, kind=GENTLE, date=17)))
    assert not stuck(*past(held(1, day=4, date=17)))


def test_in_a_week_that_is_done_nothing_is_missed_and_nobody_is_stuck() -> None:
    same = [held(1, day=3, date=date) for date in (16, 17, 18)]
    whole = dict.fromkeys(range(1, 8), 8)
    assert not stuck(*same, done=whole)
    start = starts(2, done=whole)
    assert (start.offer.kind, start.missed) == (Kind.AS_WRITTEN, 0)


@pytest.mark.parametrize(
    ("done_on", "missed", "kind"),
    [
        (20, 0, Kind.AS_WRITTEN),
        (19, 0, Kind.AS_WRITTEN),
        (18, 1, Kind.AS_WRITTEN),
        (17, 2, Kind.AS_WRITTEN),
        (16, 3, Kind.GAP),
        (13, 6, Kind.GAP),
        (12, 7, Kind.LONG_GAP),
        (25, 0, Kind.AS_WRITTEN),  # the clock was set back
    ],
)
def test_a_gap_counts_the_dates_without_a_session(done_on: int, missed: int, kind: Kind) -> None:
    start = starts(2, done={1: 10, 2: done_on})
    assert (start.missed, start.offer.kind) == (missed, kind)


def test_sessions_since_then_are_no_missed_dates() -> None:
    since = held(1, date=17, day=3), held(1, date=17, day=3), asked(1, date=18)
    assert starts(2, *since, done={2: 15}).missed == 3
    assert starts(2, *since, done={2: 16}).missed == 2


def test_a_done_day_done_again_is_where_the_gap_begins() -> None:
    again = held(1, date=18, day=1)
    start = starts(2, again, done={1: 10, 2: 11})
    assert (start.missed, start.offer.kind) == (1, Kind.AS_WRITTEN)
    start = starts(2, held(1, date=16, day=1), done={1: 10, 2: 11})
    assert start.offer.choices[0] == repeat(1)


def test_the_day_one_would_go_back_to_needs_no_offer() -> None:
    assert starts(2, done={2: 16}, day=2).offer.kind is Kind.AS_WRITTEN
    assert starts(2, done={2: 10}, day=1).offer.kind is Kind.AS_WRITTEN
    assert starts(2, held(1, date=9, day=2)).missed == 0
