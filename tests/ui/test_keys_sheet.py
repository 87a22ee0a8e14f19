import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.keys import open_keys
from backplan_gui.ui.keys_sheet import KeysSheet
from backplan_gui.ui.theme import Theme

from .seeing import clipped, grow, settle, show, words_on

KEYS = [("Space", "Pause or continue"), ("Ctrl+,", "Settings"), ("Esc", "End")]


def test_it_lists_keys_with_what_they_do_and_esc_closes_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    show(qtbot, window)
    sheet = KeysSheet(theme, window, "Keys", KEYS)
    said = words_on(sheet)
    assert said[0] == "Keys"
    assert said[1:] == [word for row in KEYS for word in row]
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(
    ("page", "key", "does"),
    [
        ("day", "Ctrl+3", "exercises"),
        ("library", "↑ ↓", "the exercise before or after"),
        ("library", "Esc", "back to the plan"),
        ("settings", "Ctrl+1", "the plan"),
        ("day", "Page Up Page Down", "turn the page"),
        ("day", "Home End", "in the days: the first one, the last"),
        ("settings", "Home End", "to its beginning, its end"),
        ("library", "Home End", "the first exercise, the last one"),
        ("player", "Page Up Page Down", "turn the page"),
        ("player", "E", "easier version, or the standard one"),
        ("player", "V", "other ways: easier, harder, off the floor"),
    ],
)
def test_every_page_tells_its_own_keys(
    qtbot: QtBot, theme: Theme, page: str, key: str, does: str
) -> None:
    window = QWidget()
    show(qtbot, window)
    sheet = open_keys(theme, window, page)
    said = words_on(sheet)
    assert does in said
    assert said[said.index(does) - 1] == key
    sheet.dismiss()


@pytest.mark.parametrize("page", ["day", "library", "progress", "player"])
def test_no_key_is_told_to_mean_two_things(qtbot: QtBot, theme: Theme, page: str) -> None:
    window = QWidget()
    show(qtbot, window)
    sheet = open_keys(theme, window, page)
    assert words_on(sheet).count("Home End") == (page != "player")
    sheet.dismiss()


def test_in_the_player_no_key_leads_away(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    show(qtbot, window)
    sheet = open_keys(theme, window, "player")
    assert not [said for said in words_on(sheet) if said.startswith("Ctrl+")]
    sheet.dismiss()


def test_many_keys_scroll_and_stay_whole(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    show(qtbot, window, 880, 600)
    grow(theme, 200)
    sheet = KeysSheet(theme, window, "Keys", KEYS * 6)
    settle()
    assert not clipped(sheet)
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    sheet.dismiss()
