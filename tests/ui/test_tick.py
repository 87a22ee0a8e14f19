from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.focus_ring import REACH
from backplan_gui.ui.widgets.signs import SignCard
from backplan_gui.ui.widgets.tick import Tick

from .seeing import clipped, grow, name_of, role_of, show

LONG = "Sudden, very strong belly or back pain that is not like a spasm you know"


def in_a_column(qtbot: QtBot, *ticks: Tick, width: int = 300) -> QWidget:
    page = QWidget()
    layout = column(*ticks, gap=8)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, width, 1200)
    return page


def test_a_click_anywhere_on_the_row_ticks_it(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick(theme, "None of these")
    page = in_a_column(qtbot, tick)
    for pos in (QPoint(2, 2), QPoint(tick.width() - 2, tick.height() - 2)):
        before = tick.isChecked()
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=pos)
        assert tick.isChecked() is not before
    page.close()


def test_it_is_a_check_box_with_its_words_as_the_name(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick(theme, LONG)
    page = in_a_column(qtbot, tick)
    assert role_of(tick) is QAccessible.Role.CheckBox
    assert name_of(tick) == LONG
    QTest.keyClick(tick, Qt.Key.Key_Space)
    state = QAccessible.queryAccessibleInterface(tick).state()
    assert state.checked
    page.close()


def test_long_words_wrap_and_the_row_grows(qtbot: QtBot, theme: Theme) -> None:
    short, long = Tick(theme, "Fever"), Tick(theme, LONG)
    page = in_a_column(qtbot, short, long, Tick(theme, LONG, frame=48))
    assert short.height() == 44
    assert long.height() > 44
    assert not clipped(page)
    grow(theme, 200)
    assert not clipped(page)


def test_the_ring_has_room_around_the_box_of_a_sign(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    card = SignCard(theme, content.safety.emergency, "phone", urgent=True)
    show(qtbot, card, 340, 600)
    for size in (100, 200):
        grow(theme, size)
        for row in card.rows:
            around = row.tick.ring_rect.adjusted(-REACH, -REACH, REACH, REACH)
            assert row.rect().contains(around.translated(row.tick.pos()))
