"""The warning signs as a person meets them (content/safety.md 1.6)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.signs import Answered
from backplan_gui.ui.signs_page import SignsPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.signs import MoreButton, SignRow
from backplan_gui.ui.widgets.tick import Tick

from .seeing import clipped, controls, grow, press, settle, show, tab_order, words_on

LEGS = "Numb or odd feeling between the legs"
FEVER = "Fever, shivering, feeling ill, or burning or blood when you pee"
PREGNANT = "Pregnant, or gave birth in the last 3 months"
BLEEDING = (
    "Bleeding, waters breaking, regular tightenings, or the baby moving less:"
    " call the maternity unit now"
)
ROWS = {
    "E1": ("genitals, buttocks, back passage", "toilet paper feels different"),
    "E2": ("hard to start", "leaking", "cannot feel when you are full or when you pee"),
    "E3": ("cannot hold stool", "cannot feel it"),
    "E4": ("change in sexual feeling or function together with the back pain",),
    "E5": ("Pain, tingling, numbness or weakness in both legs",),
    "E6": ("fast-growing weakness", "a foot that drags", "walking or keeping balance"),
    "E7": ("serious accident or a hard fall",),
    "E8": ("pain into arm, jaw or neck", "unusual breathlessness", "cold sweat"),
    "E9": ("not like a muscle spasm you know", "grey clammy skin", "collapse", "palms or soles"),
    "E10": ("confused, very drowsy, fast breathing, mottled or pale skin",),
    "E11": ("pregnant", "bleeding, waters breaking, regular tightenings"),
    "C1": ("High temperature, shivering or feeling ill with the back pain",),
    "C2": ("weak immune system, a drug drip", "infection", "injection in the spine", "Diabetes"),
    "C3": ("have had cancer, and this back pain is new or different",),
    "C4": ("Losing weight without trying", "heavy night sweats"),
    "C5": ("constant, does not ease in any position, or is clearly worse at night",),
    "C6": ("A lump, a swelling, or your back has changed shape",),
    "C7": ("between the shoulder blades or in a band around the chest",),
    "C8": ("A fall, a knock or even a hard cough or lift", "osteoporosis", "steroid", "older"),
    "C9": ("pain below the knee, pins and needles or numb patches in one leg",),
    "C10": ("coughing, sneezing or straining",),
    "C11": ("One calf hot, red, swollen or very tender",),
    "C12": ("Burning or blood when you pee", "below the ribs with fever"),
    "C13": ("cannot sleep, get out of bed, wash or dress",),
    "A1": ("gave birth in the last 3 months", "belly doming, pelvic heaviness or leaking"),
    "A2": ("Osteoporosis", "broke from a small knock", "long-term steroid tablets"),
    "A3": ("back, belly, hip, knee or shoulder in the last 3 months", "movement rules"),
    "A4": ("Heart or lung disease", "blood pressure", "fainting", "someone who watches over"),
    "A5": ("stenosis", "spondylolisthesis", "scoliosis surgery", "inflammatory arthritis"),
    "A6": ("Blood thinners, easy bruising, varicose veins, or loss of feeling",),
    "A7": ("Falls, poor balance, or a condition that affects movement",),
    "A8": ("Glaucoma, recent eye surgery, severe reflux, or vertigo",),
    "A9": ("Under 16",),
    "A10": ("3 months or more that began before age 45", "over half an hour", "psoriasis"),
}
"""Words of each row of content/safety.md 1.2 to 1.4, as they stand in the details."""


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


def test_enter_ticks_nothing_and_goes_on_once_something_is_answered(
    page: SignsPage, answers: list[Answered]
) -> None:
    """The keyboard is on the first emergency sign, also for who only clicks."""
    QTest.keyClick(page.first_focus, Qt.Key.Key_Return)
    assert not any(ticks(page).values())
    assert not answers
    press(page, "None of these")
    QTest.keyClick(page.first_focus, Qt.Key.Key_Return)
    assert answers == [Answered(SafetyGroup.NONE, (), ())]


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


def more_of(page: SignsPage, code: str) -> MoreButton:
    """What opens the details of the line that holds a row of safety.md."""
    (line,) = [r for r in page._rows() if code in r.sign.codes]
    (more,) = line.findChildren(MoreButton)
    return more


def test_all_rows_of_the_safety_file_are_known() -> None:
    assert list(ROWS) == [
        f"{x}{n}" for x, last in (("E", 11), ("C", 13), ("A", 10)) for n in range(1, last + 1)
    ]


@pytest.mark.parametrize("code", ROWS)
def test_every_row_of_the_safety_file_is_one_press_away(page: SignsPage, code: str) -> None:
    more = more_of(page, code)
    if code == "E11":
        assert not more.isVisible()
        press(page, PREGNANT)
    before = words_on(page)
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    come = "\n".join(line for line in words_on(page) if line not in before)
    assert [part for part in ROWS[code] if part not in come] == []


def test_a_screen_reader_hears_what_has_opened(
    page: SignsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    more = more_of(page, "C13")
    more.click()
    assert heard == [" ".join(page._safety.checked.signs[3].details)]
    more.click()
    assert len(heard) == 1
    assert more.accessibleDescription() == page._safety.checked.signs[3].text


def test_details_that_open_below_the_edge_are_brought_into_sight(
    page: SignsPage, theme: Theme
) -> None:
    grow(theme, 200)
    page.resize(880, 600)
    settle()
    more = more_of(page, "A9")
    page._scroll.ensureWidgetVisible(more)
    more.click()
    settle()
    last = page.findChildren(SignRow)[-1].findChildren(Label)[-1]
    assert last.text() == "Under 16: this plan is for adults."
    assert last.visibleRegion().boundingRect() == last.rect()


def test_opened_again_it_is_empty_and_can_be_left(page: SignsPage) -> None:
    press(page, LEGS)
    page.findChildren(MoreButton)[0].click()
    page.open_signs()
    page.open_signs()
    assert not any(ticks(page).values())
    assert "Less" not in [b.text() for b in page.findChildren(MoreButton)]
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    press(page, "Back")
    assert closed == [True]


def test_why_it_is_asked_by_itself_stands_above_the_question(page: SignsPage) -> None:
    why = "You said that something in your legs is new. Please answer this before you go on."
    page.open_signs(why="legs")
    read = words_on(page)
    assert read.index(why) < read.index("Does any of this fit you today?")
    page.open_signs()
    assert why not in words_on(page)


def test_n_is_none_of_these_from_every_line(page: SignsPage, answers: list[Answered]) -> None:
    press(page, FEVER)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_N)
    assert [name for name, on in ticks(page).items() if on] == ["None of these"]
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_N)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert answers == [Answered(SafetyGroup.NONE, (), ())]
    assert "N" in words_on(page)


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
    page.open_signs(why="spreading")
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
