"""How long a walk was, asked when the person is back."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.walk_sheet import WalkSheet

from .seeing import clipped, controls, grow, press, settle, show


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> WalkSheet:
    window = QWidget()
    show(qtbot, window, 880, 600)
    return WalkSheet(theme, window, 5, "walking", low=20, name="Walking")


@pytest.mark.parametrize("size", [100, 200])
def test_all_of_it_is_in_sight(qtbot: QtBot, theme: Theme, size: int) -> None:
    grow(theme, size)
    window = QWidget()
    show(qtbot, window)
    sheet = WalkSheet(theme, window, 5, "walking", low=20, name="Walking")
    settle()
    (scroll,) = sheet.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    assert not clipped(sheet)


def test_it_keeps_the_minutes_that_were_chosen(qtbot: QtBot, sheet: WalkSheet) -> None:
    press(sheet, "Walking: less time")
    with qtbot.waitSignal(sheet.logged) as kept:
        press(sheet, "Keep this walk")
    assert kept.args == [5, "walking", 19]


def test_going_back_keeps_nothing(qtbot: QtBot, sheet: WalkSheet) -> None:
    assert "Not yet, go back" in controls(sheet)
    with qtbot.assertNotEmitted(sheet.logged), qtbot.waitSignal(sheet.dismissed):
        press(sheet, "Not yet, go back")
