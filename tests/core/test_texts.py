"""The line for the other side: every word of a pair changes places, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.texts import Words, mirrored

ENGLISH = Words((("left", "right"), ("Left", "Right")), {})
GERMAN = Words((("links", "rechts"), ("linke", "rechte"), ("linkes", "rechtes")), {})


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Left foot down.", "Right foot down."),
        ("Right arm, left leg.", "Left arm, right leg."),
        ("left, left, right", "right, right, left"),
        ("Cleft, leftover, upright, rightly.", "Cleft, leftover, upright, rightly."),
        ("left-hand side (left)", "right-hand side (right)"),
        ("LEFT stays", "LEFT stays"),
        ("Both knees.", "Both knees."),
        ("", ""),
    ],
)
def test_whole_words_of_a_pair_change_places(line: str, other: str) -> None:
    assert mirrored(line, ENGLISH) == other


def test_a_longer_word_of_a_pair_is_not_taken_for_a_shorter_one() -> None:
    line = "linkes Knie, linke Hand, links"
    assert mirrored(line, GERMAN) == "rechtes Knie, rechte Hand, rechts"


def test_of_two_pairs_that_fit_the_longer_one_is_taken() -> None:
    words = Words((("left", "right"), ("left side up", "face down")), {})
    assert mirrored("left leg, left side up", words) == "right leg, face down"


def test_words_with_marks_are_taken_as_they_are() -> None:
    words = Words((("a.b", "c+d"), ("left side", "right side")), {})
    assert mirrored("a.b and axb on the left side", words) == "c+d and axb on the right side"


@given(st.lists(st.sampled_from(["left", "right", "Left", "Right", "leg", "up"])))
def test_mirrored_twice_a_line_is_the_line(words: list[str]) -> None:
    line = " ".join(words)
    assert mirrored(mirrored(line, ENGLISH), ENGLISH) == line
