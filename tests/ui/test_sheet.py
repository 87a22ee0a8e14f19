"""A sheet is all that can be reached while it is open, and shows where the keyboard is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.settings import Settings
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.focus_ring import _Ring
from backplan_gui.ui.widgets.sheet import Option, OptionRow, Sheet

from .seeing import settle, show

OPTIONS = (
    Option("stop", "rest", "Stop for today", "What you did is saved."),
    Option("go", "play", "Go on", "Back to where you were."),
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


def ringed(window: MainWindow) -> list[QWidget]:
    """What has a ring around it."""
    return [ring._target for ring in window.findChildren(_Ring) if ring.isVisible()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_the_first_key_that_moves_shows_the_ring(
    theme: Theme, window: MainWindow, key: Qt.Key
) -> None:
    sheet = Sheet(theme, window, "Stop here?", "", OPTIONS)
    settle()
    assert not ringed(window)
    before = window.focusWidget()
    assert before is not None
    QTest.keyClick(before, key)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not before
    assert sheet.isAncestorOf(focused)
    assert ringed(window) == [focused]


def test_the_scroll_bar_takes_no_width_from_what_it_scrolls(
    theme: Theme, window: MainWindow
) -> None:
    def across(sheet: Sheet) -> int:
        settle()
        return sheet.findChildren(OptionRow)[0].width()

    whole = Sheet(theme, window, "Stop here?", "", OPTIONS)
    assert whole._scroll.verticalScrollBar().maximum() == 0
    long = Sheet(theme, window, "Stop here?", "", OPTIONS * 6)
    assert across(long) == across(whole)
    assert long._scroll.verticalScrollBar().maximum() > 0


def shade(sheet: Sheet, below: int) -> int:
    """How light it is so far below the card."""
    card = sheet._card.geometry()
    image = sheet.grab().toImage()
    return image.pixelColor(card.center().x(), card.bottom() + below).lightness()


def test_a_sheet_has_a_soft_shadow_and_in_high_contrast_none(
    theme: Theme, window: MainWindow
) -> None:
    """Picture 07: darkest under the edge, gone a hand's breadth below."""
    sheet = Sheet(theme, window, "Stop here?", "", OPTIONS)
    settle()
    assert shade(sheet, 4) < shade(sheet, 30) < shade(sheet, 140)
    theme.apply(Settings(high_contrast=True))
    settle()
    assert shade(sheet, 4) == shade(sheet, 140)
