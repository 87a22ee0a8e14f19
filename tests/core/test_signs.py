import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.records import SafetyAnswer, SafetyGroup
from backplan_gui.core.signs import Answered, answered, notes_for, recalled
from backplan_gui.core.texts import SafetyText


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(resources.root())


@pytest.fixture(scope="module")
def safety(content: Content) -> SafetyText:
    return content.safety


def test_nothing_ticked_is_none(safety: SafetyText) -> None:
    assert answered(safety, ()) == Answered(SafetyGroup.NONE, (), ())


@pytest.mark.parametrize(
    ("ticked", "group"),
    [
        ({"a1"}, SafetyGroup.ASK),
        ({"a1", "c3"}, SafetyGroup.CHECKED),
        ({"c3"}, SafetyGroup.CHECKED),
        ({"a1", "c3", "e2"}, SafetyGroup.EMERGENCY),
        ({"e7"}, SafetyGroup.EMERGENCY),
    ],
)
def test_the_most_urgent_group_counts(
    safety: SafetyText, ticked: set[str], group: SafetyGroup
) -> None:
    assert answered(safety, ticked).group is group


def test_ask_first_codes_stand_in_the_order_of_their_numbers(safety: SafetyText) -> None:
    found = answered(safety, {"a6", "a5", "a4", "c1", "e1"})
    assert found.codes == ("A4", "A5", "A6", "A7", "A8", "A9", "A10")
    assert found.ticked == ("e1", "c1", "a4", "a5", "a6")


def test_of_a_kept_answer_the_group_is_known_and_the_lines_of_its_codes(
    safety: SafetyText,
) -> None:
    kept = SafetyAnswer("", "", "2026-11-24", SafetyGroup.CHECKED, ("A4", "A8"))
    assert recalled(safety, kept) == Answered(SafetyGroup.CHECKED, ("a4",), ("A4", "A8"))


def test_bleeding_counts_only_with_pregnancy(safety: SafetyText) -> None:
    """safety.md 1.6: the line is there only when "pregnant" is ticked."""
    assert answered(safety, {"e8"}).group is SafetyGroup.NONE
    assert answered(safety, {"e8", "a1"}).group is SafetyGroup.EMERGENCY


def test_an_exercise_has_its_notes_for_the_codes_of_a_person(content: Content) -> None:
    text = content.text("childs-pose")
    own = notes_for(text, ("A1", "A3", "A4"))
    assert own == (
        "Knee replacement or sore knees: chair fold.",
        "If you are pregnant: knees wide, or chair fold.",
    )


def test_a_note_for_two_codes_comes_once(content: Content) -> None:
    text = content.text("foam-rolling")
    (note,) = notes_for(text, ("A1", "A2"))
    assert note == "If you are pregnant, or have osteoporosis: ask first."


def test_without_codes_no_note_is_for_the_person(content: Content) -> None:
    assert all(not notes_for(content.text(name), ()) for name in content.exercises)
    assert notes_for(content.text("childs-pose"), ("A9", "A10")) == ()
