import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.signs import Answered, answered
from backplan_gui.core.texts import SafetyText


@pytest.fixture(scope="module")
def safety() -> SafetyText:
    return Content(resources.root()).safety


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


def test_bleeding_counts_only_with_pregnancy(safety: SafetyText) -> None:
    """safety.md 1.6: the line is there only when "pregnant" is ticked."""
    assert answered(safety, {"e8"}).group is SafetyGroup.NONE
    assert answered(safety, {"e8", "a1"}).group is SafetyGroup.EMERGENCY
