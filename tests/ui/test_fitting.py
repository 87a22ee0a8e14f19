"""The checker of layouts finds what it is for: a text, a control and a scroll area gone wrong."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import Filled, Scroll, column
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.ring_face import RingFace
from backplan_gui.ui.widgets.sheet import Sheet

from .fitting import contrast_of, faint, faults, painted
from .seeing import settle, show

WORDS = "Breathe out slowly"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    show(qtbot, page, 400, 300)
    return page


def label(
    theme: Theme, page: QWidget, place: tuple[int, int, int, int], text: str = WORDS
) -> Label:
    made = Label(theme, text, wrap=True, parent=page)
    made.setGeometry(*place)
    made.show()
    return made


def button(theme: Theme, page: QWidget, place: tuple[int, int, int, int]) -> Button:
    made = Button(theme, "Skip", parent=page)
    made.setGeometry(*place)
    made.show()
    return made


def test_where_everything_has_its_room_there_is_nothing_to_say(theme: Theme, page: QWidget) -> None:
    label(theme, page, (10, 10, 200, 22))
    label(theme, page, (10, 32, 200, 22))
    button(theme, page, (10, 60, 120, 48))
    button(theme, page, (130, 60, 120, 48))
    assert not faults(page)


@pytest.mark.parametrize(
    "place", [(10, 10, 80, 22), (10, 10, 200, 10), (-40, 10, 200, 22), (300, 10, 200, 22)]
)
def test_a_text_with_too_little_room_is_cut_off(
    theme: Theme, page: QWidget, place: tuple[int, int, int, int]
) -> None:
    label(theme, page, place)
    found = faults(page)
    assert found
    assert all(fault.startswith("cut off: ") for fault in found)


def test_texts_over_each_other_are_found(theme: Theme, page: QWidget) -> None:
    label(theme, page, (10, 10, 200, 22))
    label(theme, page, (60, 14, 200, 22), "Hold")
    assert faults(page) == [f"over each other: {WORDS!r} and 'Hold'"]


def test_what_is_hidden_is_in_nobodys_way(theme: Theme, page: QWidget) -> None:
    label(theme, page, (10, 10, 200, 22))
    label(theme, page, (60, 14, 20, 5), "Hold").hide()
    assert not faults(page)


def test_a_text_painted_by_hand_is_looked_at_too(theme: Theme, page: QWidget) -> None:
    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setFont(theme.font("body"))
            painter.translate(0, 10)
            room = QRectF(60, 0, 200, 20)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, WORDS)

    by_hand = Painted(page)
    by_hand.setGeometry(0, 0, 260, 40)
    by_hand.show()
    (text,) = painted(page)
    assert (text.text, text.on) == (WORDS, by_hand)
    assert text.ink.right() == pytest.approx(260, abs=1)
    assert 10 <= text.ink.top() < text.ink.bottom() <= 32
    assert not faults(page)
    by_hand.resize(250, 40)
    assert faults(page) == [f"cut off: {WORDS!r} in Painted ''"]


def test_the_words_of_a_ring_are_seen(theme: Theme, page: QWidget) -> None:
    ring = CountdownRing(theme, parent=page)
    ring.setGeometry(0, 0, 300, 300)
    ring.show_face(RingFace(word="Hold", digits="17", unit="seconds left"))
    ring.show()
    page.grab()  # now it keeps a picture of them
    assert [text.text for text in painted(page)] == ["Hold", "seconds left"]
    assert not faults(page)


def test_controls_in_each_others_way_are_found(theme: Theme, page: QWidget) -> None:
    button(theme, page, (10, 10, 120, 48))
    button(theme, page, (110, 30, 120, 48))
    assert faults(page) == ["over each other: Button 'Skip' and Button 'Skip'"]


def test_a_control_that_is_cut_off_or_small_is_found(theme: Theme, page: QWidget) -> None:
    button(theme, page, (320, 10, 120, 48))
    assert "cut off: Button 'Skip'" in faults(page)
    page.resize(500, 300)
    assert not faults(page)
    button(theme, page, (10, 10, 120, 40))
    assert faults(page) == ["smaller than 44: Button 'Skip', 120 x 40"]


def test_what_can_be_scrolled_to_is_not_cut_off(theme: Theme, qtbot: QtBot) -> None:
    content = QWidget()
    content.setLayout(column(*(Label(theme, WORDS) for _ in range(30))))
    page = QWidget()
    page.setLayout(column(Scroll(theme, content)))
    show(qtbot, page, 400, 300)
    assert len(painted(page)) == 30
    assert not faults(page)
    content.setFixedHeight(250)
    settle()
    assert "over each other" in {fault.split(":")[0] for fault in faults(page)}


def test_what_scrolls_sideways_or_in_a_slit_is_found(theme: Theme, qtbot: QtBot) -> None:
    content = QWidget()
    content.setLayout(column(*(Label(theme, WORDS) for _ in range(30))))
    page = QWidget()
    page.setLayout(column(Scroll(theme, content)))
    show(qtbot, page, 100, 60)
    said = [fault.split(":")[0] for fault in faults(page)]
    assert said[0].startswith("scrolls sideways, ")
    assert said[1].startswith("only ")


def test_of_a_sheet_only_the_sheet_is_looked_at(theme: Theme, page: QWidget) -> None:
    label(theme, page, (10, 10, 80, 22))
    assert faults(page)
    sheet = Sheet(theme, page, "Stop here?", "What you did is saved.")
    settle()
    assert not faults(page)
    sheet.dismiss()
    settle()
    assert faults(page)


def test_a_text_too_faint_for_its_ground_is_found(theme: Theme, qtbot: QtBot) -> None:
    page = Filled(theme, "paper")
    show(qtbot, page, 400, 300)
    made = Label(theme, WORDS, ink="primary", parent=page)
    made.setGeometry(10, 10, 200, 22)
    made.show()
    assert not faint(page, theme, 4.5)
    assert faint(page, theme, 7.5) == [f"faint, 7.4: {WORDS!r} in Label {WORDS!r}"]
    made.set_role("body", "line")
    assert faint(page, theme, 4.5) == [f"faint, 1.3: {WORDS!r} in Label {WORDS!r}"]
    made.setEnabled(False)
    assert not faint(page, theme, 4.5)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast_of(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast_of(QColor("#777777"), QColor("#777777")) == 1
