"""What is offered while exercising and after it, and the line it leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backplan_gui.core.easing import (
    SYMPTOMS,
    Ease,
    Easier,
    Moment,
    Opens,
    after_outcome,
    during_offer,
)
from backplan_gui.core.offers import Choice, Way, start_offer
from backplan_gui.core.pain import Light, Symptom
from backplan_gui.core.past import Past, PastSession
from backplan_gui.core.rules import RULE_OF, Kind, Note, When
from backplan_gui.core.starting import Answers, Situation
from backplan_gui.core.told import Told, after_told, during_told, start_told

from .pasts import GENTLE, TODAY, held, moments, numbers, past_sessions, pasts, signed, weekly

EASIER, FEWER, SKIP, STOP, CARRY_ON = Ease
GREEN, AMBER, RED = Light


# --- every combination ------------------------------------------------------------------


@given(moments)
def test_every_moment_has_one_light_and_choices_in_the_order_of_the_text(at: Moment) -> None:
    found = during_offer(at)
    order = list(Ease)
    places = [order.index(choice) for choice in found.choices]
    assert places == sorted(set(places))
    assert found.default in found.choices
    assert found.pauses is (found.light is RED)
    assert (found.fired is None) is (found.light is GREEN)
    if found.fired and found.fired.kind is not Kind.NO_NUMBERS:
        assert RULE_OF[found.fired.kind].asked is When.DURING


@given(moments)
def test_red_never_offers_to_carry_on_and_the_others_offer_it_last(at: Moment) -> None:
    found = during_offer(at)
    assert (CARRY_ON in found.choices) is (found.light is not RED)
    assert STOP in found.choices


@given(moments)
def test_only_what_makes_sense_is_offered(at: Moment) -> None:
    choices = during_offer(at).choices
    assert at.easier is Easier.THERE or EASIER not in choices
    assert at.sets_left > 1 or FEWER not in choices


@given(moments)
def test_from_8_on_nothing_but_skip_and_stop_is_left(at: Moment) -> None:
    if at.before is not None and at.now is not None and at.now >= 8:
        found = during_offer(at)
        assert found.light is RED
        assert set(found.choices) <= {SKIP, STOP}
        assert at.symptom or found.default is STOP


@given(moments, st.sampled_from(Symptom))
def test_a_symptom_outranks_every_number(at: Moment, symptom: Symptom) -> None:
    found = during_offer(replace(at, symptom=symptom))
    plain = during_offer(Moment(None, None, symptom=symptom))
    assert (found.choices, found.opens, found.excludes) == (
        plain.choices,
        plain.opens,
        plain.excludes,
    )
    assert found.ends_exercise
    assert found.pauses


@given(moments)
def test_without_numbers_only_symptoms_and_the_keys_work(at: Moment) -> None:
    fired = during_offer(replace(at, before=None)).fired
    assert fired is not None
    assert fired.rule == ("R6" if at.symptom else "R17")


@given(moments)
def test_only_symptoms_and_r5_end_an_exercise(at: Moment) -> None:
    found = during_offer(at)
    assert found.ends_exercise is (found.fired is not None and found.fired.rule in ("R5", "R6"))
    assert (found.opens is not None) is (at.symptom is not None)


# --- during, one by one -----------------------------------------------------------------


def test_red_offers_easier_first_and_all_four() -> None:
    found = during_offer(Moment(2, 4, sets_left=2))
    assert found.choices == (EASIER, FEWER, SKIP, STOP)
    assert found.default is EASIER


def test_with_easier_on_from_the_start_fewer_comes_first() -> None:
    found = during_offer(Moment(5, 6, easier=Easier.ON, sets_left=3))
    assert (found.choices, found.default) == ((FEWER, SKIP, STOP), FEWER)
    assert not found.ends_exercise
    last = during_offer(Moment(5, 6, easier=Easier.NONE, sets_left=1))
    assert (last.choices, last.default) == ((SKIP, STOP), SKIP)


@pytest.mark.parametrize(("left", "to_come"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 2)])
def test_fewer_sets_are_half_of_those_to_come_rounded_down(left: int, to_come: int) -> None:
    """On set 2 of 3 two are left with this one: "This set is the last one"."""
    assert during_offer(Moment(2, 4, sets_left=left)).sets_to_come == to_come


def test_amber_goes_on_with_easier_one_tap_away() -> None:
    found = during_offer(Moment(0, 3, sets_left=2))
    assert not found.pauses
    assert found.choices == (EASIER, FEWER, SKIP, STOP, CARRY_ON)
    assert found.default is EASIER
    assert during_offer(Moment(4, 5, easier=Easier.ON)).default is CARRY_ON


def test_green_carries_on() -> None:
    found = during_offer(Moment(2, 3))
    assert (found.light, found.fired, found.default) == (GREEN, None, CARRY_ON)


def test_still_red_after_easier_ends_the_exercise() -> None:
    found = during_offer(Moment(2, 5, easier=Easier.SWITCHED, sets_left=3))
    assert (found.choices, found.default) == ((SKIP, STOP), SKIP)
    assert found.ends_exercise
    assert during_offer(Moment(2, 3, easier=Easier.SWITCHED)).ends_exercise is False


def test_the_second_exercise_ended_so_offers_to_finish() -> None:
    found = during_offer(Moment(2, 5, easier=Easier.SWITCHED, ended=1))
    assert (found.choices, found.default) == ((SKIP, STOP), STOP)


def test_from_8_on_stop_is_highlighted() -> None:
    assert during_offer(Moment(2, 8, sets_left=3)).default is STOP
    assert during_offer(Moment(7, 8, gentle=True)).default is STOP
    assert during_offer(Moment(2, 8, easier=Easier.SWITCHED)).default is STOP


def test_a_gentle_day_goes_on_at_the_number_it_began_with() -> None:
    found = during_offer(Moment(6, 6, gentle=True))
    assert (found.light, found.fired) == (GREEN, None)
    assert during_offer(Moment(3, 4, gentle=True)).choices == (SKIP, STOP)


def test_a_day_of_the_plan_begun_at_6_is_red_and_any_rise_is_skip_or_stop() -> None:
    assert during_offer(Moment(6, 6, sets_left=2)).choices == (EASIER, FEWER, SKIP, STOP)
    rise = during_offer(Moment(6, 7, sets_left=2))
    assert (rise.fired, rise.choices) == (Note(Kind.GENTLE_RISE), (SKIP, STOP))


def test_the_key_alone_is_red_and_offers_all_but_on_a_gentle_day() -> None:
    assert during_offer(Moment(3, None, sets_left=2)).choices == (EASIER, FEWER, SKIP, STOP)
    assert during_offer(Moment(None, None, sets_left=2)).choices == (EASIER, FEWER, SKIP, STOP)
    assert during_offer(Moment(6, None, gentle=True)).choices == (SKIP, STOP)


@pytest.mark.parametrize(
    ("symptom", "choices", "opens", "excludes"),
    [
        (Symptom.SHARP, (SKIP, STOP), Opens.SIGNS, False),
        (Symptom.SPREADING, (SKIP, STOP), Opens.SIGNS, True),
        (Symptom.TINGLING, (SKIP, STOP), Opens.SIGNS, True),
        (Symptom.WEAK, (SKIP, STOP), Opens.SIGNS, True),
        (Symptom.DIZZY, (STOP,), Opens.SIGNS, False),
        (Symptom.CHEST, (STOP,), Opens.EMERGENCY, False),
    ],
)
def test_what_each_symptom_does(
    symptom: Symptom, choices: tuple[Ease, ...], opens: Opens, excludes: bool
) -> None:
    found = during_offer(Moment(1, 1, symptom=symptom, sets_left=3))
    assert (found.choices, found.opens, found.excludes) == (choices, opens, excludes)
    assert found.fired == Note(Kind.SYMPTOM)


def test_every_symptom_is_in_the_table() -> None:
    assert SYMPTOMS.keys() == set(Symptom)


# --- after ------------------------------------------------------------------------------


@given(numbers, numbers, st.booleans())
def test_every_end_is_either_fine_or_up_and_has_one_light(
    before: int, after: int, gentle: bool
) -> None:
    one = held(before, None, after, kind=GENTLE) if gentle else held(before, None, after)
    found = after_outcome(one, ())
    assert found.light is not None
    assert found.fired in (Note(Kind.FINE), Note(Kind.UP))
    assert RULE_OF[found.fired.kind].asked is When.AFTER
    assert (found.fired == Note(Kind.UP)) is (found.light is RED)
    assert found.asks_ache is (after > before)


@given(past_sessions.filter(lambda one: one.kind), pasts)
def test_without_both_numbers_there_is_no_light(one: PastSession, past: Past) -> None:
    found = after_outcome(one, past)
    missing = one.before is None or one.after is None
    assert (found.light is None) is missing is (found.fired is None)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [(6, 6, Kind.FINE), (6, 5, Kind.FINE), (6, 7, Kind.UP), (2, 3, Kind.UP)],
)
def test_a_gentle_day_compares_only_with_the_number_before(
    before: int, after: int, kind: Kind
) -> None:
    assert after_outcome(held(before, None, after, kind=GENTLE), ()).fired == Note(kind)


def test_the_ordinary_ache_counts_for_nothing_and_is_asked_once() -> None:
    one, rose = held(2, 2, 6, date=20), (held(2, 2, 3),)
    asks = after_outcome(one, rose)
    assert (asks.asks_ache, asks.fired) == (True, Note(Kind.UP))
    assert asks.mentions == (Note(Kind.TWO_RISES),)
    ache = after_outcome(one, rose, ache=True)
    assert (ache.asks_ache, ache.fired, ache.light, ache.mentions) == (False, None, None, ())
    back = after_outcome(one, rose, ache=False)
    assert (back.asks_ache, back.fired) == (False, Note(Kind.UP))


EASY = held(1, 2, 1, date=17), held(2, 2, 2, date=18), held(0, None, 1, date=19)


def ready(*three: PastSession) -> bool:
    *past, one = three
    return Note(Kind.READY) in after_outcome(one, tuple(past)).mentions


def test_a_harder_version_is_mentioned_after_three_easy_sessions() -> None:
    assert ready(*EASY)
    assert ready(held(5, 6, 6, date=16), *EASY)
    assert not ready(*EASY[:2])


@pytest.mark.parametrize(
    "one",
    [
        held(3, 3, 3),
        held(None, 2, 2),
        held(2, 2, None),
        held(2, 2, 4),
        held(2, 4, 2),
        held(2, 2, 2, red_ended=1),
        held(2, 2, 2, kind=GENTLE),
        held(2, 2, 2, date=18),
        held(2, 2, 2, idle=True),
    ],
)
def test_one_session_that_was_not_easy_is_enough_to_say_nothing(one: PastSession) -> None:
    assert not ready(*EASY[:2], one)


def test_harder_is_not_mentioned_with_or_soon_after_the_easier_repeat() -> None:
    """R9 stood before the last of them, or stands now (R15 is no answer to two rises)."""
    rises = held(1, 1, 2, date=15), held(2, 2, 3, date=16)
    assert not ready(*rises, held(2, 2, 2, date=17))
    assert not ready(*rises, held(2, 2, 2, date=17), held(2, 2, 2, date=18))
    calm = [held(2, 2, 2, date=date) for date in (17, 18, 19)]
    assert not ready(*rises, *calm)
    assert ready(*rises, *calm, held(2, 2, 2, date=20))
    assert not ready(held(2, 2, 2, date=17), held(1, 1, 2, date=18), held(2, 2, 3, date=19))


def test_day_7_done_is_the_end_of_the_week() -> None:
    one = held(2, 2, 2, day=7, done_day=True)
    assert after_outcome(one, ()).mentions == (Note(Kind.WEEK_DONE),)
    assert after_outcome(held(2, 2, 2, day=6, done_day=True), ()).mentions == ()
    assert after_outcome(held(2, 2, 2, day=3, done_day=True), (), last_day=3).mentions


# --- the line it leaves (R20) -----------------------------------------------------------


def test_a_start_leaves_the_choice_and_its_notes() -> None:
    at = Situation(TODAY, 4, signed(), weekly({3: 16}), (held(4),))
    start = start_offer(at, Answers(4, medicine=True))
    lines = start_told(start, at, 4, Choice(Way.EASIER))
    assert lines == (
        Told(Kind.BIGGER_DAY, "R14", 4, before=4, missed=2, choice=Choice(Way.EASIER)),
        Told(Kind.EASIER_FIRST, "R3", 4, before=4, missed=2),
        Told(Kind.MEDICINE, "R16", 4, before=4, missed=2),
    )


def test_a_note_about_easier_versions_says_that_the_standard_ones_were_chosen() -> None:
    """Each rule that fired has its line (R20), and none says what did not happen."""
    at = Situation(TODAY, 4, signed(), weekly({3: 16}), (held(4),))
    start = start_offer(at, Answers(4, medicine=True))

    def declined(way: Way, *, began: bool = True) -> list[bool]:
        told = start_told(start, at, 4, Choice(way), began=began)
        assert [line.kind for line in told] == [start.offer.kind, *(n.kind for n in start.notes)]
        return [line.declined for line in told]

    assert declined(Way.STANDARD) == [False, True, False]
    assert declined(Way.EASIER) == [False] * 3
    assert declined(Way.STANDARD, began=False) == [False] * 3


def test_easing_off_leaves_the_numbers_and_the_choice() -> None:
    at = Moment(3, 5, sets_left=2)
    assert during_told(during_offer(at), at, 4, "side-plank", Ease.EASIER) == (
        Told(Kind.EASE_OFF, "R4", 4, "side-plank", before=3, during=5, choice=Ease.EASIER),
    )
    dizzy = Moment(None, None, symptom=Symptom.DIZZY)
    assert during_told(during_offer(dizzy), dizzy, None, "plank", None) == (
        Told(Kind.SYMPTOM, "R6", None, "plank", symptom=Symptom.DIZZY),
    )


def test_nothing_fired_leaves_nothing() -> None:
    at = Moment(3, 3)
    assert during_told(during_offer(at), at, 4, "plank", None) == ()
    one = held(None, None, None)
    assert after_told(after_outcome(one, ()), one) == ()


def test_an_end_leaves_all_three_numbers() -> None:
    one = held(3, 5, 4, date=20, day=7, done_day=True)
    assert after_told(after_outcome(one, (held(1, 1, 2),)), one) == (
        Told(Kind.FINE, "R7", 7, before=3, during=5, after=4),
        Told(Kind.TWO_RISES, "R9", 7, before=3, during=5, after=4),
        Told(Kind.WEEK_DONE, "R18", 7, before=3, during=5, after=4),
    )
