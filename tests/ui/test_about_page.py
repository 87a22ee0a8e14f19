import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.changelog import Release
from backplan_gui.core.exercise import Version
from backplan_gui.services.licences import Part
from backplan_gui.ui.about_page import AboutPage
from backplan_gui.ui.theme import Theme

from .seeing import clipped, grow, press, settle, show, words_on

FACTS = (("Version", "0.1.0"), ("Qt", "6.11.3"), ("SQLite", "3.40"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> AboutPage:
    page = AboutPage(theme, content, FACTS)
    show(qtbot, page)
    return page


def test_it_says_what_it_is_and_what_it_is_not(page: AboutPage, content: Content) -> None:
    said = "\n".join(words_on(page))
    assert "Version 0.1.0 · Qt 6.11.3 · SQLite 3.40" in said
    assert content.safety.purpose in said
    assert "does not diagnose, treat, monitor, predict or prevent" in said
    for line in content.safety.disclaimer:
        assert line in said
    assert "Not yet reviewed by a clinician. Not yet tried on Windows or macOS." in said
    for licence in ("MIT", "SIL Open Font Licence", "LGPL"):
        assert licence in said


def test_the_plans_own_name_is_said_to_be_its_name(page: AboutPage, content: Content) -> None:
    """PRODUCT.md 1: it stands here as a name, and beside it what to expect."""
    said = words_on(page)
    name = content.plan_text.name
    assert said.count(name) == 1
    assert said[said.index(name) - 1] == "The plan"
    for part in content.plan_text.about:
        assert {part.title, part.text} <= set(said)


def test_it_says_when_to_see_someone_without_any_warning_sign(page: AboutPage) -> None:
    """content/safety.md 1.5."""
    said = "\n".join(words_on(page))
    for reason in (
        "not better after about 2 weeks of these exercises",
        "after a few weeks of care at home",
        "gets worse",
        "keeps you from daily life",
        "simply worried",
    ):
        assert reason in said


def test_it_says_what_nobody_has_reviewed(page: AboutPage, content: Content) -> None:
    said = next(text for text in words_on(page) if text.startswith("Nobody with a clinical"))
    for what in ("warning signs", "words for the exercises", "rules for when pain gets worse"):
        assert what in said
    ours = [content.text(name).name for name in content.exercises if _needs_review(content, name)]
    assert ours
    for name in ours:
        assert name in said


def _needs_review(content: Content, name: str) -> bool:
    text = content.text(name)
    return any(own.review for version in Version if (own := text.version(version)))


def test_it_names_what_the_texts_rest_on(page: AboutPage) -> None:
    """By name, not by sentence (content/exercises.md section 8, safety.md section 9)."""
    said = "\n".join(words_on(page))
    for source in (
        "NHS inform",
        "NICE guidelines NG59 and NG65",
        "Finucane and others, 2020",
        "US National Institute on Aging",
        "Strong, Steady and Straight, 2022",
        "Bartsch and others, 2021",
        "Childs and others, 2005",
        "AHP Suffolk",
        "Cochrane review, 2023",
        "WalkBack, 2024",
        "Alsaadi and others, 2014",
    ):
        assert source in said
    assert "The words are ours." in said


def test_it_scrolls_by_key(page: AboutPage) -> None:
    page.resize(824, 600)
    settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    QTest.keyClick(page.first_focus, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_back_leads_back(page: AboutPage) -> None:
    asked: list[bool] = []
    page.back_asked.connect(lambda: asked.append(True))
    press(page, "Back")
    assert asked == [True]


@pytest.mark.parametrize(("width", "size"), [(824, 100), (648, 100), (648, 200)])
def test_no_words_are_cut_off(page: AboutPage, theme: Theme, width: int, size: int) -> None:
    grow(theme, size)
    page.resize(width, 600)
    settle()
    assert not clipped(page)
    assert page.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0


def test_the_long_name_of_a_system_does_not_widen_the_page(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    grow(theme, 200)
    page = AboutPage(theme, content, (("System", "Linux-6.8.0-31-generic-x86_64-with-glibc2.39"),))
    show(qtbot, page, 568, 600)
    assert page.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0


def test_it_says_what_is_new_and_what_is_on_board(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    news = (
        Release("0.2.0", "2027-01-02", ("Something came.", "Something else came.")),
        Release("0.1.0", "2026-11-26", ("It began.",)),
    )
    parts = (Part("PySide6", "6.11.3", "LGPL-3.0-only"), Part("wakepy", "1.0.0", "MIT License"))
    page = AboutPage(theme, content, FACTS, news, parts)
    show(qtbot, page)
    said = words_on(page)
    first = said.index("What’s new")
    assert said[first + 2 : first + 7] == [
        "0.2.0 · 2 January 2027",
        "Something came.",
        "Something else came.",
        "0.1.0 · 26 November 2026",
        "It began.",
    ]
    assert {"PySide6 6.11.3: LGPL-3.0-only", "wakepy 1.0.0: MIT License"} <= set(said)


def test_where_nothing_is_known_of_that_nothing_is_said(page: AboutPage) -> None:
    assert not {"What’s new", "All that is on board"} & set(words_on(page))


def test_the_head_says_the_version_and_leaves_the_machine_for_the_end(page: AboutPage) -> None:
    said = words_on(page)
    assert said.index("Version 0.1.0") < said.index("Please read")
    assert said.index("Version 0.1.0 · Qt 6.11.3 · SQLite 3.40") > said.index("Sources")
