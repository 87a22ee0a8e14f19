"""A backup is found by its day and what it holds, and brought back after one question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.store.backups import Backup
from backplan_gui.store.previews import Preview
from backplan_gui.ui import backup_words as said
from backplan_gui.ui.backup_row import BackupRow
from backplan_gui.ui.backups_sheet import BackupList, BackupsSheet
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.sheet import Sheet

from .fakes_backups import FULL, TODAY, backup, many
from .seeing import clipped, controls, grow, name_of, press, settle, show, tab_order, words_on

NEWEST, UPDATE = "Today, 10:30", "Sunday, 22 November, 19:00 · before an update"
UNREADABLE = "This one cannot be read, so it cannot be brought back."


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


@pytest.fixture
def sheet(theme: Theme, window: MainWindow) -> BackupsSheet:
    sheet = BackupsSheet(theme, window, many(), TODAY)
    settle()
    return sheet


@pytest.fixture
def asked(sheet: BackupsSheet) -> list[Backup]:
    found: list[Backup] = []
    sheet.restore_asked.connect(found.append)
    return found


def key(key: Qt.Key) -> None:
    """To whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def open_sheets(window: MainWindow) -> list[str]:
    return [s.accessibleName() for s in window.findChildren(Sheet) if s.isVisible()]


# --- the words ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-11-24-000105", "Today, 00:01"),
        ("2026-11-23-235959", "Yesterday, 23:59"),
        ("2026-11-22-190010", "Sunday, 22 November, 19:00"),
        ("2025-12-30-120000", "30 December 2025, 12:00"),
    ],
)
def test_a_day_is_said_as_people_say_it(local: str, expected: str) -> None:
    assert said.title(backup(local), TODAY) == expected


def test_of_a_backup_before_an_update_that_is_said_too() -> None:
    assert said.title(backup(before=3), TODAY) == "Today, 10:30 · before an update"


@pytest.mark.usefixtures("theme")
def test_what_there_is_none_of_is_left_out(window: MainWindow) -> None:
    assert said.held(FULL, TODAY) == (
        "12 sessions · 5 days done · 21 answers about pain · 2 notes\nLast session: yesterday"
    )
    assert said.held(Preview(1, 0, "2026-11-21", 1, 0), TODAY) == (
        "1 session · 1 answer about pain\nLast session: Saturday, 21 November"
    )
    assert said.held(Preview(0, 0, None, 0, 0), TODAY) == "No session yet"


# --- the list ----------------------------------------------------------------------------


def test_all_of_them_are_shown_in_the_order_given(sheet: BackupsSheet) -> None:
    shown = words_on(sheet)
    titles = [said.title(found, TODAY) for found, _ in many()]
    assert [text for text in shown if text in titles] == titles
    assert said.held(FULL, TODAY) in shown


def test_one_that_is_not_sound_says_so_and_cannot_be_chosen(sheet: BackupsSheet) -> None:
    assert words_on(sheet).count(UNREADABLE) == 1
    assert "Yesterday, 07:15" not in controls(sheet)
    assert NEWEST in controls(sheet)


def test_the_newest_has_the_keyboard_and_tab_goes_down_the_list(sheet: BackupsSheet) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == NEWEST
    assert tab_order(sheet, 3) == [UPDATE, "Monday, 16 November, 18:00", "30 December 2025, 12:00"]


def test_a_screen_reader_hears_what_each_holds(sheet: BackupsSheet) -> None:
    row = sheet.findChildren(BackupRow)[0]
    assert row.accessibleDescription().endswith("2 notes. Last session: yesterday")


def test_without_any_it_says_so(theme: Theme, window: MainWindow) -> None:
    sheet = BackupsSheet(theme, window, (), TODAY)
    settle()
    assert "There is none yet. The first one is made automatically." in words_on(sheet)
    sheet.dismiss()


# --- choosing ----------------------------------------------------------------------------


def test_it_asks_once_and_then_tells_which(
    window: MainWindow, sheet: BackupsSheet, asked: list[Backup]
) -> None:
    press(sheet, UPDATE)
    settle()
    assert open_sheets(window) == ["Bring back this record?"]
    assert not asked
    question = window.findChildren(Sheet)[-1]
    assert "The present one is set aside, and you can take this back." in words_on(question)
    assert f"As it was: {UPDATE}" in words_on(question)
    press(question, "Bring it back")
    settle()
    assert asked == [many()[2][0]]
    assert open_sheets(window) == []


def test_a_no_leads_back_to_the_same_row(
    window: MainWindow, sheet: BackupsSheet, asked: list[Backup]
) -> None:
    key(Qt.Key.Key_Return)
    settle()
    key(Qt.Key.Key_Escape)
    settle()
    assert open_sheets(window) == ["Backups"]
    assert isinstance(QApplication.focusWidget(), BackupRow)
    key(Qt.Key.Key_Escape)
    settle()
    assert (open_sheets(window), asked) == ([], [])


def test_the_keyboard_alone_brings_one_back(sheet: BackupsSheet, asked: list[Backup]) -> None:
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    settle()
    key(Qt.Key.Key_Return)
    assert asked == [many()[2][0]]


def test_after_another_choice_only_that_one_is_told(
    window: MainWindow, sheet: BackupsSheet, asked: list[Backup]
) -> None:
    press(sheet, UPDATE)
    settle()
    press(window.findChildren(Sheet)[-1], "Keep the present one")
    settle()
    press(sheet, NEWEST)
    settle()
    press(window.findChildren(Sheet)[-1], "Bring it back")
    assert asked == [many()[0][0]]


def test_the_plain_list_does_not_ask(theme: Theme, window: MainWindow) -> None:
    found: list[Backup] = []
    plain = BackupList(theme, window, many(), TODAY)
    plain.picked.connect(found.append)
    settle()
    press(plain, UPDATE)
    settle()
    assert found == [many()[2][0]]
    assert open_sheets(window) == []


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_is_clipped(
    theme: Theme, window: MainWindow, per_cent: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    grow(theme, per_cent)
    sheet = BackupsSheet(theme, window, many(), TODAY)
    settle()
    assert clipped(sheet) == []
    sheet.pick(many()[0][0])
    settle()
    assert clipped(window) == []
