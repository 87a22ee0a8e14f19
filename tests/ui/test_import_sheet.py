"""A file is looked at before it comes in; one that cannot come says why."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.import_sheet import (
    Coming,
    ImportSheet,
    nothing_new_sheet,
    refused_sheet,
)
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.theme import Theme

from .seeing import clipped, grow, press, settle, show, words_on

TODAY = "2026-11-24"
USED = Coming("backplan-2026-11-20.json", 12, 21, 2, 1, 8, "2026-11-03", "2026-11-20")
EMPTY = msgspec.structs.replace(USED, known=0, settings=True)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


def said(theme: Theme, window: MainWindow, coming: Coming) -> str:
    sheet = ImportSheet(theme, window, coming, TODAY)
    settle()
    found = "\n".join(words_on(sheet))
    sheet.dismiss()
    return found


def test_it_says_what_comes_and_what_is_here(theme: Theme, window: MainWindow) -> None:
    found = said(theme, window, USED)
    assert "backplan-2026-11-20.json" in found
    assert "12 sessions · 21 answers about pain · 2 notes\n3 to 20 November 2026" in found
    assert "8 sessions. Nothing comes twice. Your settings here stay as they are." in found


def test_into_an_empty_record_the_settings_come_too(theme: Theme, window: MainWindow) -> None:
    found = said(theme, window, EMPTY)
    assert "Nothing yet. Your settings come from the file too." in found


@pytest.mark.parametrize(
    ("coming", "expected"),
    [
        (Coming("a", sessions=1), "1 session"),
        (Coming("a", notes=3, known=2), "3 notes"),
        (Coming("a", others=2), "Sets, days counted by hand, answers to the warning signs"),
        (Coming("a", settings=True), "Your settings"),
    ],
)
def test_what_there_is_none_of_is_left_out(
    theme: Theme, window: MainWindow, coming: Coming, expected: str
) -> None:
    assert expected in said(theme, window, coming).split("\n")


def test_a_session_that_comes_in_as_ended_is_told(theme: Theme, window: MainWindow) -> None:
    ended = "A session that is not finished in the file comes in as ended."
    assert ended in said(theme, window, msgspec.structs.replace(USED, closes=True))
    assert ended not in said(theme, window, USED)


def test_enter_brings_it_in(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    sheet = ImportSheet(theme, window, USED, TODAY)
    settle()
    with qtbot.waitSignal(sheet.taken):
        press(sheet, "Import")


def test_esc_leaves_the_record_as_it_is(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    sheet = ImportSheet(theme, window, USED, TODAY)
    settle()
    with qtbot.assertNotEmitted(sheet.taken), qtbot.waitSignal(sheet.dismissed):
        QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)


def test_a_refusal_gives_its_reason(theme: Theme, window: MainWindow) -> None:
    sheet = refused_sheet(theme, window, "This file is not a record of Backplan.")
    settle()
    text = "This file is not a record of Backplan. Your record is as it was."
    assert text in words_on(sheet)
    sheet.dismiss()


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_is_clipped(
    theme: Theme, window: MainWindow, per_cent: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    grow(theme, per_cent)
    for sheet in (
        ImportSheet(theme, window, USED, TODAY),
        nothing_new_sheet(theme, window, USED.name),
        refused_sheet(theme, window, "This file is not a record of Backplan."),
    ):
        settle()
        assert clipped(sheet) == []
        sheet.dismiss()
