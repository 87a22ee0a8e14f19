"""See the moves first: everything there is to read about a day's exercises."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.ui.moves_page import MovesPage
from backplan_gui.ui.moves_section import ExerciseSection
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.exercise_card import StagePicture

from .seeing import clipped, grow, press, show, words_on


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> MovesPage:
    made = MovesPage(theme, content)
    show(qtbot, made, 824)
    return made


def sections(page: MovesPage) -> list[ExerciseSection]:
    return [s for s in page.findChildren(ExerciseSection) if not s.isHidden()]


def scroll(page: MovesPage) -> QScrollArea:
    return page.findChildren(QScrollArea)[0]


def at_the_top(page: MovesPage) -> str:
    """The exercise whose section begins at the top of what is in sight."""
    view = scroll(page).viewport()
    near = [s for s in sections(page) if 0 <= s.mapTo(view, s.rect().topLeft()).y() <= 10]
    return near[0].objectName() if near else ""


@pytest.mark.parametrize("number", range(1, 8))
def test_every_word_of_every_exercise_is_there(
    page: MovesPage, content: Content, number: int
) -> None:
    page.show_day(number)
    shown = words_on(page)
    for section in sections(page):
        text = content.text(section.objectName())
        wanted = [text.name, text.aim, text.breathing, *text.setup, *text.move, *text.cues]
        wanted += [*text.mistakes, text.easier.text, text.harder.text, *text.stop_if]
        wanted += [caution.text for caution in text.take_care]
        assert [line for line in wanted if line not in shown] == []


def test_an_exercise_is_told_in_the_version_it_begins_in(page: MovesPage, content: Content) -> None:
    text = content.text("childs-pose")
    page.show_day(1)
    assert "Easier: Chair fold" not in words_on(sections(page)[0])[:5]
    page.show_day(1, versions={"childs-pose": Version.EASIER})
    said, first = words_on(page), sections(page)[0]
    assert "Easier: Chair fold" in words_on(first)[:5]
    assert [line for line in (*text.easier.setup, *text.easier.move) if line not in said] == []
    assert text.setup[0] not in words_on(first)
    assert first.findChildren(StagePicture)[0]._version is Version.EASIER
    page.show_day(1)
    assert text.setup[0] in words_on(sections(page)[0])


@pytest.mark.parametrize("version", Version)
def test_every_version_of_every_exercise_can_be_read(
    page: MovesPage, content: Content, version: Version
) -> None:
    for number in range(1, 8):
        page.show_day(number, versions=dict.fromkeys(content.exercises, version))
        for section in sections(page):
            text = content.text(section.objectName())
            own = text.version(version)
            shown = words_on(section)
            wanted = [*((own and own.move) or text.move), *((own and own.cues) or text.cues)]
            assert [line for line in wanted if line not in shown] == []


def test_the_exercises_come_in_the_order_of_the_day(page: MovesPage) -> None:
    page.show_day(1)
    assert [s.objectName() for s in sections(page)] == ["childs-pose", "cat-cow", "pelvic-tilts"]
    assert "Day 1 of 7 · Settle and stretch" in words_on(page)


def test_the_dose_is_the_one_of_the_plan(page: MovesPage) -> None:
    page.show_day(5)
    assert "20-30 minutes at a moderate pace" in words_on(page)


def test_a_long_activity_tells_its_parts_in_order(page: MovesPage, content: Content) -> None:
    page.show_day(5)
    yoga = content.text("gentle-yoga").segments
    told = [line for line in words_on(page) if line.startswith(("Sphinx", "Bridge", "Rest."))]
    assert told[:3] == [
        f"{yoga[name].title}. {yoga[name].text}" for name in ("sphinx", "small-bridge", "rest")
    ]


def test_it_opens_at_the_exercise_asked_for(page: MovesPage) -> None:
    page.show_day(1, "cat-cow")
    assert at_the_top(page) == "cat-cow"
    page.show_day(1)
    assert at_the_top(page) == "childs-pose"


def test_it_opens_there_also_when_it_was_hidden(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    page = MovesPage(theme, content)
    page.show_day(2, "glute-bridge")
    show(qtbot, page, 824)
    assert at_the_top(page) == "glute-bridge"


def test_another_day_brings_other_exercises(page: MovesPage) -> None:
    page.show_day(1)
    page.show_day(7)
    assert [s.objectName() for s in sections(page)] == ["plank", "lunges", "upper-back-extensions"]


def test_back_is_one_click(qtbot: QtBot, page: MovesPage) -> None:
    page.show_day(1)
    with qtbot.waitSignal(page.back_asked):
        press(page, "Back")


@pytest.mark.parametrize("width", [648, 824])
@pytest.mark.parametrize("text_size", [100, 160, 200])
def test_nothing_is_cut_off_at_any_text_size(
    page: MovesPage, theme: Theme, width: int, text_size: int
) -> None:
    page.set_compact(width < 700)
    page.resize(width - round((text_size - 100) * 0.8), 600)
    page.show_day(2)
    grow(theme, text_size)
    assert scroll(page).horizontalScrollBar().maximum() == 0
    assert clipped(page) == []
