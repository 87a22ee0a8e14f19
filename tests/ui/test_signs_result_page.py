"""What follows from a warning sign (content/safety.md 1.2 to 1.4)."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.records import SafetyAnswer, SafetyGroup
from backplan_gui.core.signs import answered, recalled
from backplan_gui.ui.signs_result_page import SignsResultPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.sheet import Sheet
from backplan_gui.ui.widgets.tick import Tick

from .fitting import painted
from .seeing import clipped, controls, grow, press, settle, show, words_on

CHECKED = "I have been checked and told that exercise is fine"
OK = "I have an OK, or I accept to go gently"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> SignsResultPage:
    page = SignsResultPage(theme, content)
    show(qtbot, page)
    return page


@pytest.fixture
def asked(page: SignsResultPage) -> list[str]:
    found: list[str] = []
    page.again_asked.connect(lambda: found.append("again"))
    page.quit_asked.connect(lambda: found.append("quit"))
    page.accepted.connect(lambda: found.append("accepted"))
    return found


def tell(page: SignsResultPage, content: Content, *ids: str, number: str = "") -> None:
    page.show_result(answered(content.safety, ids), number)
    settle()


def test_an_emergency_has_no_way_on(
    page: SignsResultPage, content: Content, asked: list[str]
) -> None:
    tell(page, content, "e2", "c1", "a1")
    assert "Please do not exercise now." in words_on(page)
    assert "New bladder, bowel or sexual problems" in words_on(page)
    names = ["Answer the check again", "Close Backplan", "Read all warning signs"]
    assert sorted(controls(page)) == names
    press(page, "Close Backplan")
    press(page, "Answer the check again")
    assert asked == ["quit", "again"]


def test_a_kept_answer_shows_its_group_and_day_and_what_is_known_of_it(
    page: SignsResultPage, content: Content
) -> None:
    answer = SafetyAnswer("", "", "2026-11-24", SafetyGroup.CHECKED, ("A1",))
    page.show_result(recalled(content.safety, answer), "", kept_on="2026-11-24")
    settle()
    read = words_on(page)
    assert "one of these lines on Tuesday, 24 November. Which one is not kept." in read
    assert "Pregnant, or gave birth in the last 3 months" in read
    assert [name for name in controls(page) if name in (CHECKED, OK)] == [CHECKED, OK]


def test_your_own_number_stands_before_all_others(page: SignsResultPage, content: Content) -> None:
    tell(page, content, "e5")
    numbers = [n.title for n in content.safety.numbers]
    assert [w for w in words_on(page) if w.isdigit()] == numbers == ["112", "999", "911", "000"]
    tell(page, content, "e5", number=" 144 ")
    assert [w for w in words_on(page) if w.strip().isdigit()] == ["144", *numbers]


def test_no_number_is_guessed_from_the_system(page: SignsResultPage, content: Content) -> None:
    before = QLocale()
    for language in ("de_CH", "en_AU", "en_US"):
        QLocale.setDefault(QLocale(language))
        tell(page, content, "e5")
        assert [w for w in words_on(page) if w.isdigit()] == ["112", "999", "911", "000"]
    QLocale.setDefault(before)


def test_nothing_on_an_emergency_page_counts_or_moves_on(
    page: SignsResultPage, content: Content
) -> None:
    for sign in content.safety.emergency.signs:
        tell(page, content, sign.id, "a1", "c1")
        assert page.findChildren(QTimer) == []
        assert "Continue" not in controls(page)
        assert not page.findChildren(Tick)


def test_reading_all_signs_takes_nothing_away(page: SignsResultPage, content: Content) -> None:
    tell(page, content, "e5")
    press(page, "Read all warning signs")
    (sheet,) = page.findChildren(Sheet)
    for group in (content.safety.emergency, content.safety.checked, content.safety.ask):
        for sign in group.signs:
            assert {sign.text, *sign.details} <= set(words_on(sheet))
    press(sheet, "Close")
    settle()
    assert "Please do not exercise now." in words_on(page)


def test_both_groups_need_a_word_of_their_own(
    page: SignsResultPage, content: Content, asked: list[str]
) -> None:
    tell(page, content, "c1", "a1")
    assert "Please get checked before you exercise." in words_on(page)
    assert "Continue" not in controls(page)
    press(page, CHECKED)
    assert "Continue" not in controls(page)
    press(page, OK)
    press(page, "Continue")
    assert asked == ["accepted"]
    press(page, OK)
    assert "Continue" not in controls(page)


def test_ask_first_alone_needs_one_word(page: SignsResultPage, content: Content) -> None:
    tell(page, content, "a1", "a5")
    assert "Please ask first, or go gently." in words_on(page)
    assert CHECKED not in controls(page)
    press(page, OK)
    assert "Continue" in controls(page)


def test_enter_takes_the_way_on_that_a_click_has_opened(
    page: SignsResultPage, content: Content, asked: list[str]
) -> None:
    tell(page, content, "c1", "a1")
    press(page, CHECKED)
    assert page.focusWidget() is page.first_focus
    press(page, OK)
    assert page.focusWidget() is controls(page)["Continue"]


def test_enter_on_a_box_goes_on_and_never_unticks_it(
    page: SignsResultPage, content: Content, asked: list[str]
) -> None:
    tell(page, content, "c1")
    box = controls(page)[CHECKED]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not asked
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert page.focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert asked == ["accepted"]


def test_what_to_ask_about_comes_with_its_notes(page: SignsResultPage, content: Content) -> None:
    """content/safety.md R2: any A line, show its notes."""
    tell(page, content, "c1", "a1", "a4")
    notes = {note for sign in content.safety.ask.signs[::3] for note in sign.details}
    assert len(notes) == 5
    assert notes <= set(words_on(page))
    assert not set(content.safety.checked.signs[0].details) & set(words_on(page))


def test_easier_versions_are_told_after_a_check_and_not_after_an_ok(
    page: SignsResultPage, content: Content
) -> None:
    easier = "Continue opens with the easier versions."
    tell(page, content, "c1")
    assert easier in words_on(page)
    tell(page, content, "a1")
    assert easier not in words_on(page)


def test_in_the_default_window_all_of_both_groups_is_in_sight(
    page: SignsResultPage, content: Content
) -> None:
    tell(page, content, "c1", "a1")
    (scroll,) = page.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0


def test_the_places_of_the_numbers_stand_below_each_other(
    page: SignsResultPage, content: Content
) -> None:
    tell(page, content, "e2")
    found = {text.text: text for text in painted(page)}
    places = ("Europe and many countries", "United States, Canada"), ("United Kingdom", "Australia")
    for above, below in places:
        ways = [found[at].on.mapTo(page, QPoint()).x() for at in (above, below)]
        assert ways[0] == ways[1]


def test_shown_again_nothing_is_agreed_any_more(page: SignsResultPage, content: Content) -> None:
    tell(page, content, "a1")
    press(page, OK)
    tell(page, content, "a1")
    assert "Continue" not in controls(page)
    assert words_on(page).count("Ask first") == 1


def test_close_is_always_there(page: SignsResultPage, content: Content, asked: list[str]) -> None:
    tell(page, content, "c3")
    press(page, "Close Backplan")
    assert asked == ["quit"]


def test_long_words_scroll_by_key(page: SignsResultPage, content: Content, theme: Theme) -> None:
    grow(theme, 200)
    tell(page, content, "e2", "e6")
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.value() == 0 < bar.maximum()
    QTest.keyClick(controls(page)["Close Backplan"], Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("ids", [("e2", "e6", "e8", "a1"), ("c1", "c5", "a4", "a5")])
@pytest.mark.parametrize(("width", "height", "size"), [(1120, 760, 100), (880, 600, 200)])
def test_no_words_are_cut_off(
    page: SignsResultPage,
    content: Content,
    theme: Theme,
    ids: tuple[str, ...],
    width: int,
    height: int,
    size: int,
) -> None:
    grow(theme, size)
    page.resize(width, height)
    tell(page, content, *ids, number="144")
    assert not clipped(page)
    assert page.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
