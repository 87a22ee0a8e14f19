"""What numbers say together, and how the past is put together from answers and sessions."""

from typing import Any

import pytest
from hypothesis import given

from backplan_gui.core.pain import (
    Asked,
    Change,
    CheckIn,
    Compared,
    Direction,
    Light,
    Settled,
    after_light,
    change_said,
    during_light,
)
from backplan_gui.core.past import (
    Past,
    PastSession,
    asks_ache,
    asks_settled,
    back_pain_before,
    past_of,
)
from backplan_gui.core.records import SessionKind, SessionSummary
from backplan_gui.core.session import Phase

from .pasts import GENTLE, TODAY, asked, held, numbers, on

GREEN, AMBER, RED = Light


def during_by_the_text(before: int, now: int) -> Light:
    """content/safety.md 2.3, word by word, read from the bottom up."""
    two_above = now >= before + 2
    if 6 <= now <= 10 or (now in (4, 5) and two_above):
        return RED
    if (now in (4, 5) and not two_above) or (two_above and now <= 3):
        return AMBER
    assert 0 <= now <= 3
    assert not two_above
    return GREEN


@given(numbers, numbers)
def test_every_pair_of_numbers_has_the_one_colour_of_the_text(before: int, now: int) -> None:
    assert during_light(before, now, gentle=False) is during_by_the_text(before, now)


@given(numbers, numbers)
def test_on_a_gentle_day_any_rise_is_red_and_the_rest_goes_on(before: int, now: int) -> None:
    rise = now > before or now >= 8
    assert during_light(before, now, gentle=True) is (RED if rise else GREEN)
    up = after_light(before, now, gentle=True)
    assert up is (RED if now > before else GREEN)


@given(numbers, numbers)
def test_after_is_red_exactly_where_it_is_not_fine(before: int, after: int) -> None:
    fine = after <= 5 and (after <= before + 1 or after <= 3)
    light = after_light(before, after, gentle=False)
    assert (light is RED) is not fine
    if fine:
        assert light is (AMBER if after > before else GREEN)


@pytest.mark.parametrize(
    ("word", "number", "asks"),
    [
        (Compared.LESS, 3, False),
        (Compared.SAME, 4, False),
        (Compared.LITTLE_MORE, 5, True),
        (Compared.LOT_MORE, 6, True),
    ],
)
def test_a_word_stands_for_a_number_and_more_asks_for_it(
    word: Compared, number: int, asks: bool
) -> None:
    assert word.number(4) == number
    assert word.asks_number is asks


def test_a_word_never_leaves_the_scale() -> None:
    assert Compared.LESS.number(0) == 0
    assert Compared.LOT_MORE.number(9) == 10


@pytest.mark.parametrize(
    ("start", "end", "direction"),
    [
        (6, 4, Direction.LOWER),  # the text's own example: 2 points, 33 %
        (4, 2, Direction.LOWER),
        (5, 4, Direction.ABOUT_THE_SAME),
        (5, 6, Direction.ABOUT_THE_SAME),
        (8, 8, Direction.ABOUT_THE_SAME),
        (4, 6, Direction.HIGHER),
        (4, 5, Direction.ABOUT_THE_SAME),
        (7, 5, Direction.NUMBERS_ONLY),  # 2 points, but 29 %
        (7, 4, Direction.LOWER),
        (8, 6, Direction.NUMBERS_ONLY),  # from 8 on 3 points
        (8, 5, Direction.LOWER),
        (10, 7, Direction.LOWER),  # 3 points and just 30 %
        (3, 0, Direction.NUMBERS_ONLY),
        (3, 9, Direction.NUMBERS_ONLY),
        (0, 0, Direction.NUMBERS_ONLY),
    ],
)
def test_a_change_says_no_more_than_it_may(start: int, end: int, direction: Direction) -> None:
    assert change_said(start, end) == Change(start, end, direction)


@given(numbers, numbers)
def test_lower_always_means_2_points_and_30_percent(start: int, end: int) -> None:
    change = change_said(start, end)
    if change.direction is Direction.LOWER:
        assert change.points >= 2
        assert change.percent >= 30
    if change.direction is Direction.ABOUT_THE_SAME:
        assert change.points < 2


def test_a_change_counts_its_points_and_its_share() -> None:
    change = change_said(6, 4)
    assert (change.points, change.percent) == (2, 33)
    assert (change_said(4, 6).points, change_said(0, 2).percent) == (2, 0)


# --- the past ---------------------------------------------------------------------------


def at(date: int, hour: int) -> str:
    return f"{on(date)}T{hour:02}:00:00Z"


def answer(
    pain: int | None, when: Asked, session: str | None, date: int, hour: int = 9, **more: Any
) -> CheckIn:
    return CheckIn(
        f"{session} {when} {date} {hour}", session, at(date, hour), on(date), when, pain, **more
    )


def summary(
    id: str, date: int, hour: int = 9, kind: SessionKind = SessionKind.PLAN, day: int | None = 2
) -> SessionSummary:
    return SessionSummary(id, kind, day, 1, at(date, hour), on(date), None, Phase.FINISHED)


def past_from(check_ins: list[CheckIn], *summaries: SessionSummary) -> Past:
    return past_of(check_ins, summaries, red_ended={"a": 2}, completed={"a"}, idle={"idle"})


BEFORE, DURING, AFTER = Asked


def test_a_session_of_which_nothing_was_done_is_known_as_such() -> None:
    past = past_from([], summary("idle", 18), summary("a", 19))
    assert [one.idle for one in past] == [True, False]


def test_a_session_has_the_highest_number_during_it() -> None:
    past = past_from(
        [
            answer(2, BEFORE, "a", 18),
            answer(3, DURING, "a", 18, 10),
            answer(5, DURING, "a", 18, 11),
            answer(4, DURING, "a", 18, 12),
            answer(8, DURING, "a", 18, 13, ache=True),
            answer(None, DURING, "a", 18, 14),
            answer(3, AFTER, "a", 18, 15),
            answer(6, BEFORE, "b", 19),
        ],
        summary("a", 18),
        summary("b", 19, kind=GENTLE, day=None),
    )
    assert past == (
        held(2, 5, 3, date=18, red_ended=2, done_day=True),
        held(6, kind=GENTLE),
    )


def test_what_was_not_answered_is_not_known() -> None:
    assert past_from([], summary("b", 19)) == (held(),)
    assert past_from([]) == ()


def test_the_ordinary_ache_is_no_back_pain() -> None:
    past = past_from(
        [answer(4, BEFORE, "b", 19, ache=True), answer(7, AFTER, "b", 19, ache=True)],
        summary("b", 19),
    )
    assert past == (held(4, ache=True),)
    assert back_pain_before(past) is None


def test_the_next_question_says_what_settled() -> None:
    past = past_from(
        [answer(3, BEFORE, "b", 18), answer(2, BEFORE, "c", 19, settled=Settled.NO)],
        summary("b", 18),
        summary("c", 19),
    )
    assert [one.settled for one in past] == [Settled.NO, None]


def test_a_question_without_a_session_is_remembered_in_its_place() -> None:
    past = past_from(
        [answer(9, BEFORE, None, 18), answer(3, BEFORE, "c", 19, settled=Settled.YES)],
        summary("c", 19),
        summary("b", 17),
    )
    assert past == (held(date=17), asked(9, date=18, settled=Settled.YES), held(3))


def test_of_two_answers_on_one_date_the_last_counts_and_nothing_said_is_lost() -> None:
    past = past_from(
        [
            answer(9, BEFORE, None, 19, 8, settled=Settled.NO),
            answer(4, BEFORE, None, 19, 9),
            answer(3, BEFORE, "c", 19, 10),
        ],
        summary("b", 18),
        summary("c", 19, 10),
    )
    assert past == (held(date=18, settled=Settled.NO), held(3))
    first_ever = past_from(
        [answer(9, BEFORE, None, 19, 8), answer(3, BEFORE, None, 19, 10)],
    )
    assert first_ever == (asked(3),)


def test_no_number_does_not_take_back_a_number() -> None:
    past = past_from(
        [answer(9, BEFORE, None, 19, 8), answer(None, BEFORE, "c", 19, 10)], summary("c", 19, 10)
    )
    assert past == (asked(9), held())


def test_practice_and_other_questions_are_left_out() -> None:
    past = past_from(
        [answer(2, BEFORE, "p", 19), answer(9, AFTER, "p", 19), answer(7, DURING, None, 19)],
        summary("p", 19, kind=SessionKind.PRACTICE, day=None),
    )
    assert past == ()


@pytest.mark.parametrize(
    ("past", "asks"),
    [
        ((), False),
        ((held(3),), True),
        ((held(3, date=20),), False),
        ((held(3, settled=Settled.YES),), False),
        ((asked(9),), False),
        ((held(3, date=18, settled=Settled.NO), asked(9)), False),
    ],
)
def test_whether_it_settled_is_asked_once_and_not_on_the_same_date(past: Past, asks: bool) -> None:
    assert asks_settled(past, TODAY) is asks


def test_the_ache_is_asked_about_only_if_higher_than_last_time() -> None:
    past = (held(3, date=17), held(date=18), held(6, ache=True), asked(9))
    assert asks_ache(past, 4)
    assert not asks_ache(past, 3)
    assert not asks_ache((), 9)


@pytest.mark.parametrize(
    ("one", "up", "rose", "red"),
    [
        (held(2, 5, 4), True, True, True),
        (held(2, 3, 3), False, True, False),
        (held(2, 3, 2), False, False, False),
        (held(6, 6, 6, kind=GENTLE), False, False, False),
        (held(6, 7, 7, kind=GENTLE), True, True, True),
        (held(6, 6, 6), True, False, True),
        (held(None, 9, 9), False, False, False),
        (held(2, None, None), False, False, False),
        (held(2, None, None, red_ended=1), False, False, True),
        (held(2, 2, 2, red_ended=1), False, False, True),
    ],
)
def test_what_a_session_was(one: PastSession, up: bool, rose: bool, red: bool) -> None:
    assert (one.up, one.rose, one.red) == (up, rose, red)
