"""Everything goes only by a tick and a press, after what goes and what stays was said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.erase_sheet import EraseSheet, Going, erased_sheet
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.theme import Theme

from .seeing import clipped, controls, grow, name_of, press, settle, show, tab_order, words_on

FOLDER = "/home/anna/.local/share/Backplan"
STICK = "/media/anna/Very long name of a stick/Backplan"
GOING = Going(FOLDER, 12, 11, aside=True, copies=STICK)
TICK, ERASE = "Yes, erase all of it", "Erase everything"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


@pytest.fixture
def sheet(theme: Theme, window: MainWindow) -> EraseSheet:
    sheet = EraseSheet(theme, window, GOING)
    settle()
    return sheet


def key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def focused() -> str:
    widget = QApplication.focusWidget()
    return name_of(widget) if widget else ""


def test_it_says_what_goes_and_what_it_cannot_reach(sheet: EraseSheet) -> None:
    said = "\n".join(words_on(sheet))
    assert "12 sessions, with your answers, notes and settings\n11 backups" in said
    assert "Records that were set aside" in said
    assert f"All that Backplan keeps in {FOLDER}" in said
    assert f"The copies of your backups in {STICK} stay there." in said
    assert "Files that you exported or copied yourself stay where they are." in said


def test_what_is_not_there_is_not_named(theme: Theme, window: MainWindow) -> None:
    sheet = EraseSheet(theme, window, Going(FOLDER, 1, 0))
    settle()
    said = "\n".join(words_on(sheet))
    assert "set aside" not in said
    assert "copies of your backups" not in said
    sheet.dismiss()


def test_without_the_tick_nothing_can_be_erased(qtbot: QtBot, sheet: EraseSheet) -> None:
    assert ERASE not in controls(sheet)
    press(sheet, TICK)
    assert ERASE in controls(sheet)
    press(sheet, TICK)
    assert ERASE not in controls(sheet)
    with qtbot.assertNotEmitted(sheet.erase_asked):
        key(Qt.Key.Key_Return)


def test_a_tick_and_a_press_erase(qtbot: QtBot, sheet: EraseSheet) -> None:
    press(sheet, TICK)
    with qtbot.waitSignal(sheet.erase_asked), qtbot.assertNotEmitted(sheet.dismissed):
        press(sheet, ERASE)


def test_enter_at_once_keeps_everything(qtbot: QtBot, sheet: EraseSheet) -> None:
    assert focused() == "Keep my data"
    with qtbot.assertNotEmitted(sheet.erase_asked), qtbot.waitSignal(sheet.dismissed):
        key(Qt.Key.Key_Return)


def test_enter_on_the_tick_only_ticks(qtbot: QtBot, sheet: EraseSheet) -> None:
    assert tab_order(sheet, 2) == ["Close", TICK]
    with qtbot.assertNotEmitted(sheet.erase_asked):
        key(Qt.Key.Key_Return)
    assert tab_order(sheet, 1) == [ERASE]
    with qtbot.waitSignal(sheet.erase_asked):
        key(Qt.Key.Key_Return)


def test_afterwards_what_would_not_go_is_named(theme: Theme, window: MainWindow) -> None:
    sheet = erased_sheet(theme, window, (f"{FOLDER}/backups/old.sqlite",), "")
    settle()
    assert sheet.accessibleName() == "Some files could not be erased."
    assert f"{FOLDER}/backups/old.sqlite" in "\n".join(words_on(sheet))
    sheet.dismiss()
    sheet = erased_sheet(theme, window, (), STICK)
    settle()
    assert sheet.accessibleName() == "Everything is erased."
    assert STICK in "\n".join(words_on(sheet))
    sheet.dismiss()


def test_the_settings_tell_what_is_wished(qtbot: QtBot, theme: Theme) -> None:
    page = SettingsPage(theme)
    show(qtbot, page)
    card = page.data
    wishes = {
        "Export": card.export_asked,
        "Import": card.import_asked,
        "Show folder": page.folder_asked,
        "Erase everything": card.erase_asked,
    }
    for name, signal in wishes.items():
        with qtbot.waitSignal(signal):
            press(page, name)


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_is_clipped(
    theme: Theme, window: MainWindow, per_cent: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    grow(theme, per_cent)
    for sheet in (
        EraseSheet(theme, window, GOING),
        erased_sheet(theme, window, (f"{FOLDER}/backups",), ""),
        erased_sheet(theme, window, (), STICK),
    ):
        settle()
        assert clipped(sheet) == []
        sheet.dismiss()
