"""What is said about pain: offers, choices, ends, and the lines that stay (safety.md 2 and 3)."""

import re
from itertools import chain

import pytest

from backplan_gui.content import Content
from backplan_gui.core.easing import Ease
from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import GATES, Choice, Offer, Start, Way
from backplan_gui.core.pain import Settled, Symptom, change_said
from backplan_gui.core.records import SafetyGroup, SessionKind
from backplan_gui.core.rules import RULE_OF, Kind, Note, When
from backplan_gui.core.told import Told
from backplan_gui.ui.pain_words import (
    after_said,
    change_line,
    choice_of,
    choice_said,
    continue_said,
    key,
    note_said,
    offer_view,
    rested_said,
    told_line,
)
from tests.core.pasts import asked, held, signed, starts
from tests.test_wording import CLAIMS, UNKIND

pytestmark = pytest.mark.usefixtures("qapp")

STARTING = [kind for kind, rule in RULE_OF.items() if rule.asked is When.START]
SPOKEN = [kind for kind in STARTING if kind is not Kind.MEDICINE]
"""The box about pain relief says itself what its number may mean."""
WITH_DAY = {Way.REPEAT: 3}
GATE = "Please read the warning signs first. No timer starts from here."


def choice(way: Way) -> Choice:
    return Choice(way, WITH_DAY.get(way))


def sentence(text: str) -> bool:
    """Whole sentences: a capital at the beginning, a full stop at the end, no noise."""
    return bool(re.fullmatch(r"[A-Z0-9][^!]*[.?]", text)) and "  " not in text


def offered(kind: Kind, *choices: Way, chosen: Way, timer: bool = True) -> Start:
    """A start made up for its words."""
    made = tuple(choice(way) for way in choices)
    offer = Offer(kind, made, choice(chosen), Version.STANDARD, timer, asks_signs=False)
    return Start(offer, (), 0, asks_in_words=False)


# --- something is said for everything ---------------------------------------------------


@pytest.mark.parametrize("kind", SPOKEN)
def test_every_rule_at_the_start_has_its_own_words(kind: Kind) -> None:
    said = note_said(Note(kind))
    assert sentence(said)
    expected_gate = kind in GATES or kind is Kind.NO_NUMBERS
    assert (said == GATE) is expected_gate, "a gate, or never said as a note"


def test_no_two_rules_but_the_gates_are_said_alike() -> None:
    said = [note_said(Note(kind)) for kind in SPOKEN if kind not in GATES]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("kind", [Kind.UP, Kind.TWO_RISES, Kind.READY, Kind.WEEK_DONE])
def test_what_the_end_mentions_is_said(kind: Kind) -> None:
    assert sentence(after_said(Note(kind)))


def test_a_fine_end_has_no_more_to_say_than_its_numbers() -> None:
    assert after_said(Note(Kind.FINE)) == ""


@pytest.mark.parametrize("way", Way)
def test_every_way_has_a_button_and_a_main_button(way: Way) -> None:
    assert choice_said(choice(way))
    start = offered(Kind.GENTLE_DAY, way, chosen=way)
    assert continue_said(start.offer, choice(way))
    assert sentence(rested_said(way))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("ease", [None, *Ease])
def test_every_rule_and_ease_has_a_line(content: Content, kind: Kind, ease: Ease | None) -> None:
    line = told_line(Told(kind, RULE_OF[kind].number, 4, "side-plank", 3, 5, choice=ease), content)
    assert sentence(line)
    assert line.startswith("Day 4, Side Plank: pain 3, then 5.")
    assert (ease is None) or line.count(".") == 2


@pytest.mark.parametrize("way", Way)
def test_every_choice_at_the_start_has_a_line(content: Content, way: Way) -> None:
    told = Told(Kind.GENTLE_DAY, "R3", 4, before=6, choice=choice(way))
    chosen = "Not today" if way is Way.CLOSE else f"Chose: {choice_said(choice(way))}"
    assert told_line(told, content) == f"Day 4: pain 6. {chosen}."


@pytest.mark.parametrize("symptom", Symptom)
def test_every_symptom_is_named_in_its_line(content: Content, symptom: Symptom) -> None:
    told = Told(Kind.SYMPTOM, "R6", 1, "cat-cow", 2, symptom=symptom, choice=Ease.STOP)
    line = told_line(told, content)
    assert symptom.value in line
    assert line.startswith("Day 1, Cat-Cow Stretch: pain 2; ")
    assert line.endswith(". Stopped for today.")


def test_nothing_claims_frightens_or_blames(content: Content) -> None:
    said = chain(
        (note_said(Note(kind)) for kind in Kind),
        (after_said(Note(kind)) for kind in Kind),
        (choice_said(choice(way)) for way in Way),
        (rested_said(way) for way in Way),
        (
            told_line(Told(kind, rule.number, 4, symptom=symptom, choice=ease), content)
            for kind, rule in RULE_OF.items()
            for symptom in (None, *Symptom)
            for ease in (None, *Ease)
        ),
    )
    for text in said:
        for pattern, why in (*CLAIMS, *UNKIND):
            assert not re.search(pattern, text, re.IGNORECASE), f"{text}: {why}"
        for word in ("great", "well done", "good job", "sorry", "unfortunately", "warning:", ":)"):
            assert word not in text.lower(), text


# --- the card below the numbers ---------------------------------------------------------


def test_0_to_3_is_the_plan_and_there_is_nothing_to_choose() -> None:
    view = offer_view(starts(2), 2, Choice(Way.PLAN))
    assert (view.number, view.title) == (2, "The plan as written")
    assert (view.choices, view.chosen, view.notes, view.signs) == ((), "", (), False)


def test_4_to_5_is_easier_or_standard_with_easier_chosen() -> None:
    start = starts(4)
    view = offer_view(start, 4, start.offer.chosen)
    assert view.title == "The easier versions come first"
    assert view.choices == (("easier", "Easier"), ("standard", "Standard"))
    assert view.chosen == "easier"


def test_6_to_7_is_a_gentle_day_with_the_day_itself_last() -> None:
    start = starts(6)
    view = offer_view(start, 6, start.offer.chosen)
    assert [word for _, word in view.choices] == [
        "Gentle day",
        "Short walk",
        "Rest",
        "Do the day anyway",
    ]
    assert (view.chosen, view.text) == (
        "gentle",
        "Day 1 in its easier form, one set each, or a short walk, or rest. Your day waits.",
    )


def test_8_to_10_only_closes_and_shows_the_way_to_the_signs() -> None:
    start = starts(8)
    view = offer_view(start, 8, start.offer.chosen)
    assert (view.title, view.choices, view.signs) == ("Not today", (), True)
    assert continue_said(start.offer, start.offer.chosen) == "Close"


def test_new_legs_put_the_signs_first_among_the_choices() -> None:
    start = starts(2, legs=True)
    view = offer_view(start, 2, start.offer.chosen)
    assert view.choices[0] == ("signs", "Warning signs")
    assert (view.chosen, view.signs) == ("signs", False)
    assert continue_said(start.offer, start.offer.chosen) == "Warning signs"
    assert continue_said(start.offer, Choice(Way.REST)) == "Done for now"


def test_every_start_shows_the_choice_in_force_among_its_choices() -> None:
    """Or none to choose from: a choice that is not there could not be shown."""
    made = [
        starts(pain, *past, day=day, done=done, signs=signs, legs=legs, settled=settled)
        for pain in (None, 0, 4, 6, 8)
        for past in ((), (held(1, None, 4),), (held(2, None, 3), held(2, None, 3)), (asked(5),))
        for day in (1, 4)
        for done in ({}, {1: 20}, {1: 12}, {1: 5})
        for signs in (signed(), signed(SafetyGroup.CHECKED, checked=True))
        for legs in (False, True)
        for settled in (None, Settled.NO)
    ]
    for start in made:
        view = offer_view(start, 4, start.offer.chosen)
        assert sentence(f"{view.title.rstrip('.')}.")
        assert not view.choices or view.chosen in dict(view.choices)
        for id, word in view.choices:
            found = choice_of(id, start.offer)
            assert (key(found), choice_said(found)) == (id, word)
        assert len({id for id, _ in view.choices}) == len(view.choices)


def test_without_a_number_the_plan_is_the_offer_beside_a_note() -> None:
    start = starts(None, held(2, None, 2, day=1, date=20), day=2, done={1: 20})
    view = offer_view(start, None, start.offer.chosen)
    assert (view.title, view.chosen) == ("The plan as written", "standard")
    assert view.notes == ("You did a day today. Muscles like a night between. You decide.",)


def test_without_a_number_easier_after_a_session_that_ended_higher_is_said() -> None:
    start = starts(None, held(1, None, 4))
    view = offer_view(start, None, start.offer.chosen)
    assert (view.title, view.chosen) == ("The easier versions come first", "easier")


def test_notes_stand_beside_the_offer_in_their_order() -> None:
    start = starts(5, held(3, None, 3), held(2, None, 2, day=1, date=20), day=4, done={1: 20})
    view = offer_view(start, 5, start.offer.chosen)
    assert view.title == "Give it time to settle"
    assert [note.split(".")[0] for note in view.notes] == [
        "This is one of the bigger days",
        "If you do the day, the easier versions come first",
        "You did a day today",
    ]


def test_that_easier_comes_first_is_not_said_twice() -> None:
    start = starts(5, held(2, None, 6), day=2)
    view = offer_view(start, 5, start.offer.chosen)
    assert sum("easier versions come first" in said for said in (view.title, *view.notes)) == 1


def test_where_two_rules_put_easier_first_one_says_so_and_both_say_why() -> None:
    checked = signed(SafetyGroup.CHECKED, checked=True)
    plain = starts(2, held(2, None, 6), day=2, signs=checked)
    view = offer_view(plain, 2, plain.offer.chosen)
    assert view.title == "The easier versions come first"
    assert view.notes == ("You said you would go gently.",)
    bigger = starts(2, held(2, None, 6), day=4, signs=checked)
    view = offer_view(bigger, 2, bigger.offer.chosen)
    assert view.notes == (
        "Last time ended a little higher, so the easier versions come first.",
        "You said you would go gently.",
    )
    numb = starts(4, day=2, signs=checked)
    view = offer_view(numb, 4, numb.offer.chosen)
    assert view.notes == ("You said you would go gently.",)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Way.GENTLE, "Start the gentle day"),
        (Way.WALK, "Done for now"),
        (Way.REST, "Done for now"),
        (Way.CLOSE, "Close"),
        (Way.SIGNS, "Warning signs"),
        (Way.REPEAT, "Start Day 3"),
        (Way.DAY_ONE, "Start Day 1"),
        (Way.PLAN, "Continue"),
        (Way.EASIER, "Continue"),
        (Way.STANDARD, "Continue"),
        (Way.CONTINUE, "Continue"),
    ],
)
def test_the_main_button_says_what_it_does(way: Way, said: str) -> None:
    assert continue_said(offered(Kind.STUCK, way, chosen=way).offer, choice(way)) == said


def test_where_no_timer_may_start_the_main_button_never_says_continue() -> None:
    start = offered(Kind.EMERGENCY, Way.CLOSE, Way.PLAN, chosen=Way.PLAN, timer=False)
    assert continue_said(start.offer, choice(Way.PLAN)) == "Close"


# --- the end, and the lines -------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (6, 4, "2 points lower"),
        (4, 5, "About the same"),
        (5, 4, "About the same"),
        (4, 7, "3 points higher"),
        (8, 6, ""),
        (3, 0, ""),
        (2, 6, ""),
    ],
)
def test_what_two_numbers_may_be_called(before: int, after: int, said: str) -> None:
    assert change_line(change_said(before, after)) == said


def test_a_line_is_as_plain_as_in_the_rule(content: Content) -> None:
    told = Told(Kind.EASE_OFF, "R4", 4, "side-plank", 3, 5, 3, choice=Ease.EASIER)
    line = told_line(told, content)
    assert line == "Day 4, Side Plank: pain 3, then 5, then 3. Took the easier version."


def test_a_line_never_says_that_the_easier_versions_came_first_when_they_did_not(
    content: Content,
) -> None:
    told = Told(Kind.CHECKED_EASIER, "R2", 1, before=2, declined=True)
    assert told_line(told, content) == "Day 1: pain 2. The easier versions were offered."


def test_a_line_without_a_number_says_so(content: Content) -> None:
    told = Told(Kind.NO_NUMBERS, "R17", 2, choice=Choice(Way.STANDARD))
    assert told_line(told, content) == "Day 2: no number. Chose: Standard."


def test_who_said_no_number_at_the_start_is_not_sent_to_the_signs_by_the_line(
    content: Content,
) -> None:
    """Nothing was chosen, or another rule was the offer: the line says what was said."""
    during = Told(Kind.NO_NUMBERS, "R17", 1, "cat-cow", during=9)
    assert told_line(during, content) == "Day 1, Cat-Cow Stretch: pain 9."
    assert told_line(Told(Kind.NO_NUMBERS, "R17", 2), content) == "Day 2: no number."


def test_a_line_of_no_day_is_of_a_gentle_day_or_names_the_exercise(content: Content) -> None:
    assert told_line(Told(Kind.UP, "R8", before=6, after=7), content) == (
        "Gentle day: pain 6, then 7."
    )
    practised = Told(Kind.NO_NUMBERS, "R17", exercise="cat-cow", choice=Ease.STOP)
    assert told_line(practised, content) == "Cat-Cow Stretch: no number. Stopped for today."
    assert SessionKind.PRACTICE.value not in told_line(practised, content)


@pytest.mark.parametrize("kind", [Kind.GAP, Kind.LONG_GAP])
def test_days_away_are_no_blame(content: Content, kind: Kind) -> None:
    line = told_line(Told(kind, "R12", 2, before=2, missed=9), content)
    assert line == "Day 2: pain 2. Some days lay between."
    assert "9" not in note_said(Note(kind))
