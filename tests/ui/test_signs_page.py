"""The warning signs as a person meets them (content/safety.md 1.6)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.signs import Answered
from backplan_gui.ui.signs_page import SignsPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.signs import MoreButton
from backplan_gui.ui.widgets.tick import Tick

from .seeing import clipped, controls, grow, press, settle, show, tab_order, words_on

LEGS = "Numb or odd feeling between the legs"
FEVER = "Fever, shivering, feeling ill, or burning or blood when you pee"
PREGNANT = "Pregnant, or gave birth in the last 3 months"
BLEEDING = (
    "Bleeding, waters breaking, regular tightenings, or the baby moving less:"
    " call the maternity unit now"
)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> SignsPage:
    page = SignsPage(theme, content)
    show(qtbot, page)
    return page


@pytest.fixture
def answers(page: SignsPage) -> list[Answered]:
    found: list[Answered] = []
    page.answered.connect(found.append)
    return found


def ticks(page: SignsPage) -> dict[str, bool]:
    return {t.accessibleName(): t.isChecked() for t in page.findChildren(Tick) if t.isVisible()}


def test_every_box_starts_empty_and_there_is_no_way_on(page: SignsPage) -> None:
    assert len(ticks(page)) == 7 + 7 + 6 + 1
    assert not any(ticks(page).values())
    assert "Continue" not in controls(page)
    assert "Back" not in controls(page)


def test_none_of_these_is_an_answer_too(page: SignsPage, answers: list[Answered]) -> None:
    press(page, "None of these")
    press(page, "Continue")
    assert answers == [Answered(SafetyGroup.NONE, (), ())]


def test_the_most_urgent_tick_is_told_with_all_signs(
    page: SignsPage, answers: list[Answered]
) -> None:
    for name in (PREGNANT, FEVER, LEGS):
        press(page, name)
    press(page, "Continue")
    assert answers == [Answered(SafetyGroup.EMERGENCY, ("e1", "c1", "a1"), ("A1",))]


def test_none_and_a_sign_exclude_each_other(page: SignsPage) -> None:
    press(page, LEGS)
    press(page, "None of these")
    assert [name for name, on in ticks(page).items() if on] == ["None of these"]
    press(page, FEVER)
    assert [name for name, on in ticks(page).items() if on] == [FEVER]


def test_taking_the_last_tick_back_closes_the_way_on(page: SignsPage) -> None:
    press(page, FEVER)
    assert "Continue" in controls(page)
    press(page, FEVER)
    assert "Continue" not in controls(page)


def test_bleeding_is_asked_only_in_pregnancy(page: SignsPage, answers: list[Answered]) -> None:
    assert BLEEDING not in ticks(page)
    press(page, PREGNANT)
    press(page, BLEEDING)
    press(page, PREGNANT)
    assert BLEEDING not in ticks(page)
    assert "Continue" not in controls(page)
    press(page, PREGNANT)
    assert not ticks(page)[BLEEDING]
    press(page, "Continue")
    assert answers[0].group is SafetyGroup.ASK


def test_the_line_that_appears_is_brought_into_sight(page: SignsPage) -> None:
    page.resize(880, 600)
    settle()
    page.findChildren(QScrollArea)[0].ensureWidgetVisible(controls(page)[PREGNANT])
    press(page, PREGNANT)
    settle()
    assert not controls(page)[BLEEDING].visibleRegion().isEmpty()


def test_details_come_on_demand_and_go_again(page: SignsPage) -> None:
    (detail,) = page._safety.emergency.signs[0].details
    more = page.findChildren(MoreButton)[0]
    assert more.accessibleDescription() == LEGS
    assert detail not in words_on(page)
    more.click()
    assert detail in words_on(page)
    assert more.text() == "Less"
    more.click()
    assert detail not in words_on(page)


def test_opened_again_it_is_empty_and_can_be_left(page: SignsPage) -> None:
    press(page, LEGS)
    page.findChildren(MoreButton)[0].click()
    page.open_signs(first=False)
    page.open_signs(first=False)
    assert not any(ticks(page).values())
    assert "Less" not in [b.text() for b in page.findChildren(MoreButton)]
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    press(page, "Back")
    assert closed == [True]


def test_tab_goes_down_the_groups_and_then_to_the_answer(page: SignsPage) -> None:
    order = [name for name in tab_order(page, 60) if name not in ("More", "")]
    signs = [s.text for s in page._safety.emergency.signs if s.only_with is None]
    assert order[: len(signs) - 1] == signs[1:]  # the first one has the focus already
    assert order.index(FEVER) < order.index(PREGNANT) < order.index("None of these")


def test_space_ticks_and_enter_on_continue_answers(
    page: SignsPage, answers: list[Answered]
) -> None:
    first = QApplication.focusWidget()
    assert isinstance(first, Tick)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert first.isChecked()
    continue_ = controls(page)["Continue"]
    assert isinstance(continue_, QAbstractButton)
    continue_.click()
    assert answers[0].ticked == ("e1",)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1120, 760, 100), (880, 600, 100), (1120, 760, 160), (880, 600, 200), (1440, 900, 90)],
)
def test_no_words_are_cut_off(
    page: SignsPage, theme: Theme, width: int, height: int, size: int
) -> None:
    grow(theme, size)
    page.resize(width, height)
    for more in page.findChildren(MoreButton):
        more.setChecked(True)
    settle()
    assert not clipped(page)
    bar = page.findChildren(QScrollArea)[0].horizontalScrollBar()
    assert bar.maximum() == 0
    assert page.rect().contains(controls(page)["None of these"].geometry())


def test_all_groups_fit_the_default_window_without_scrolling(page: SignsPage) -> None:
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


def test_groups_stand_below_each_other_where_the_window_is_narrow(page: SignsPage) -> None:
    titles = ("Emergency now", "Get checked first", "Ask first")

    def corners() -> list[tuple[int, int]]:
        cards = [card.geometry().topLeft() for card in page._cards]
        return [(corner.x(), corner.y()) for corner in cards]

    assert len({y for _, y in corners()}) == 1
    page.resize(980, 760)
    settle()
    assert len({x for x, _ in corners()}) == 1
    assert [y for _, y in corners()] == sorted(y for _, y in corners())
    assert [w for w in words_on(page) if w in titles] == list(titles)
