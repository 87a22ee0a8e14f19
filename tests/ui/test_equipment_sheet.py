"""What there is at home, asked once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.tailoring import ASKABLE
from backplan_gui.ui.equipment_sheet import EquipmentSheet
from backplan_gui.ui.theme import Theme

from .seeing import clipped, controls, grow, name_of, press, settle, show, words_on

EVERYTHING = [
    "Mat or soft carpet",
    "Firm chair without wheels",
    "Light resistance band",
    "Foam roller or rolled towel",
    "Low step or stair with a rail",
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    show(qtbot, made, 880, 600)
    return made


@pytest.fixture
def sheet(theme: Theme, window: QWidget) -> EquipmentSheet:
    return EquipmentSheet(theme, window)


def test_it_asks_about_five_things_and_takes_none_for_granted(sheet: EquipmentSheet) -> None:
    ticks = sheet.findChildren(QCheckBox)
    assert [name_of(tick) for tick in ticks] == EVERYTHING
    assert not any(tick.isChecked() for tick in ticks)
    assert "Most exercises have a way without it. Any firm seat can be the chair." in words_on(
        sheet
    )


def test_it_tells_what_is_ticked(qtbot: QtBot, sheet: EquipmentSheet) -> None:
    press(sheet, "Foam roller or rolled towel")
    press(sheet, "Mat or soft carpet")
    with qtbot.waitSignal(sheet.kept) as kept:
        press(sheet, "Keep")
    assert kept.args == [("mat", "roller")]


def test_everything_is_all_that_the_plan_asks_about(qtbot: QtBot, sheet: EquipmentSheet) -> None:
    for name in EVERYTHING:
        press(sheet, name)
    with qtbot.waitSignal(sheet.kept) as kept:
        press(sheet, "Keep")
    (told,) = kept.args
    assert set(told) == ASKABLE
    assert len(told) == len(ASKABLE)


def test_nothing_at_all_is_an_answer_too(qtbot: QtBot, sheet: EquipmentSheet) -> None:
    with qtbot.waitSignal(sheet.kept) as kept:
        press(sheet, "Keep")
    assert kept.args == [()]


def test_it_opens_with_what_was_said_before(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    sheet = EquipmentSheet(theme, window, ("chair", "step"))
    press(sheet, "Firm chair without wheels")
    with qtbot.waitSignal(sheet.kept) as kept:
        press(sheet, "Keep")
    assert kept.args == [("step",)]


def test_space_ticks_and_enter_keeps(qtbot: QtBot, sheet: EquipmentSheet) -> None:
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == EVERYTHING[0]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    with qtbot.waitSignal(sheet.kept) as kept:
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert kept.args == [("mat",)]


@pytest.mark.parametrize("way", ["Not now, go back", "Close"])
def test_going_back_keeps_nothing(qtbot: QtBot, sheet: EquipmentSheet, way: str) -> None:
    press(sheet, EVERYTHING[0])
    with qtbot.assertNotEmitted(sheet.kept), qtbot.waitSignal(sheet.dismissed):
        press(sheet, way)


def test_all_of_it_is_in_sight_in_the_smallest_window(sheet: EquipmentSheet) -> None:
    settle()
    (scroll,) = sheet.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    assert [n for n, c in controls(sheet).items() if min(c.width(), c.height()) < 44] == []


@pytest.mark.parametrize("size", [160, 200])
def test_nothing_is_cut_off_at_any_text_size(theme: Theme, window: QWidget, size: int) -> None:
    grow(theme, size)
    sheet = EquipmentSheet(theme, window)
    settle()
    (scroll,) = sheet.findChildren(QScrollArea)
    assert not clipped(sheet)
    assert scroll.horizontalScrollBar().maximum() == 0
