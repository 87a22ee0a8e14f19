"""The ring shows where the keyboard is, to who uses the keyboard."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.mini_window import MiniWindow
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets import focus_ring
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import column

from .seeing import settle, show


class Page(QWidget):
    """Two buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first_focus = Button(theme, "First")
        self.second = Button(theme, "Second")
        self.setLayout(column(self.first_focus, self.second))


def window_with(qtbot: QtBot, theme: Theme, *pages: Page) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    for number, page in enumerate(pages):
        window.add_page(str(number), page)
    show(qtbot, window)
    window.show_page("1")
    window.show_page("0")
    settle()
    return window


def rings(window: MainWindow) -> int:
    return sum(w.isVisible() for w in window.findChildren(focus_ring._Ring))


def test_a_page_gives_the_keyboard_to_its_first_control(qtbot: QtBot, theme: Theme) -> None:
    page = Page(theme)
    window = window_with(qtbot, theme, page, Page(theme))
    assert window.focusWidget() is page.first_focus


def test_pages_that_come_and_go_under_the_pointer_show_no_ring(qtbot: QtBot, theme: Theme) -> None:
    window = window_with(qtbot, theme, Page(theme), Page(theme))
    assert rings(window) == 0


def test_a_window_that_is_let_go_of_with_the_focus_in_it_goes_in_silence(theme: Theme) -> None:
    window = MiniWindow(theme)
    window.show()
    window.activateWindow()
    settle()
    window.pause.setFocus()
    assert QApplication.focusWidget() is window.pause
    window.itself = window  # type: ignore[attr-defined]  # as parts that know each other
    del window
    gc.collect()
    settle()
    assert QApplication.focusWidget() is None


def test_tab_shows_one_ring_that_goes_with_its_page(qtbot: QtBot, theme: Theme) -> None:
    page = Page(theme)
    window = window_with(qtbot, theme, page, Page(theme))
    QTest.keyClick(page.first_focus, Qt.Key.Key_Tab)
    assert window.focusWidget() is page.second
    assert rings(window) == 1
    for name in ("1", "0"):
        window.show_page(name)
        assert rings(window) == 1
