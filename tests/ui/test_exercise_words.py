"""The blocks of words about an exercise."""

import pytest
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.exercise_words import ExerciseWords

from .seeing import clipped, grow, settle, show, words_on


@pytest.fixture
def words(qtbot: QtBot, theme: Theme) -> ExerciseWords:
    words = ExerciseWords(theme)
    show(qtbot, words, 700, 500)
    return words


def test_notes_for_the_person_stand_first_and_say_so(
    words: ExerciseWords, content: Content
) -> None:
    words.add(words.take_care(content.text("gentle-yoga"), ("A5", "A8")))
    settle()
    said = words_on(words)
    assert said[0] == "Take care"
    assert [line.partition(":")[0] for line in said[1:]] == [
        "For you",
        "For you",
        "Osteoporosis",
        "If you are pregnant, after about 16 weeks",
    ]
    assert said[1] == (
        "For you: High blood pressure, eye pressure problems: keep the head above the heart."
    )


def test_without_codes_all_notes_stand_as_they_are_written(
    words: ExerciseWords, content: Content
) -> None:
    text = content.text("gentle-yoga")
    words.add(words.take_care(text))
    settle()
    assert words_on(words) == ["Take care", *(care.text for care in text.take_care)]


def test_no_note_is_cut_off(words: ExerciseWords, content: Content, theme: Theme) -> None:
    words.add(words.take_care(content.text("side-plank"), ("A1", "A4")))
    grow(theme, 200)
    words.resize(460, words.heightForWidth(460))
    settle()
    assert words_on(words)
    assert not clipped(words)
