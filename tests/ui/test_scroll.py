"""Nobody presses what they do not see, and a page turns wherever the keyboard is."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import Scroll, column
from backplan_gui.ui.widgets.field import Field
from tests.app import Person, somebody

from .seeing import name_of, settle, show

Key = Qt.Key


class Page(QWidget):
    """Two buttons and a field far from each other that scroll, and one that stands below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.last = Button(theme, "First"), Button(theme, "Last")
        self.field = Field(theme, "Words", "")
        inside = QWidget()
        layout = column(self.first, self.field)
        layout.addSpacing(2_000)
        layout.addWidget(self.last)
        inside.setLayout(layout)
        self.area = Scroll(theme, inside)
        self.first_focus = Button(theme, "Start")
        self.setLayout(column(self.area, self.first_focus))

    @property
    def at(self) -> int:
        """How far down it is."""
        return self.area.verticalScrollBar().value()

    @property
    def end(self) -> int:
        return self.area.verticalScrollBar().maximum()

    def shows(self, part: QWidget) -> bool:
        """All of it is in sight."""
        surface = self.area.viewport()
        place = part.rect().translated(part.mapTo(surface, QPoint(0, 0)))
        return surface.rect().contains(place)


class Window(MainWindow):
    """A panel with one button that scrolls too, and a page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.nav = Button(theme, "Panel")
        inside = QWidget()
        layout = column(self.nav)
        layout.addSpacing(3_000)
        inside.setLayout(layout)
        panel = Scroll(theme, inside)
        panel.turns = False
        self.panel, self.shown = panel, Page(theme)
        self.furnish(panel, QWidget())
        self.add_page("page", self.shown)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    window = Window(theme)
    show(qtbot, window)
    window.shown.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def press(window: MainWindow, key: Key) -> None:
    QTest.keyClick(window.focusWidget(), key)
    settle()


def test_what_tab_reaches_from_outside_is_scrolled_into_view(window: Window) -> None:
    page = window.shown
    press(window, Key.Key_Backtab)
    assert window.focusWidget() is page.last
    assert page.shows(page.last)
    window.nav.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not page.shows(page.first)
    press(window, Key.Key_Tab)
    assert window.focusWidget() is page.first
    assert page.shows(page.first)


def test_who_only_points_sees_no_page_move_when_the_focus_does(window: Window) -> None:
    """Qt moves it on by itself from what rests or goes."""
    page = window.shown
    page.first_focus.setEnabled(False)
    settle()
    assert window.focusWidget() is not page.first_focus
    page.area.verticalScrollBar().setValue(200)
    window.nav.setFocus()
    window.nav.hide()
    settle()
    assert window.focusWidget() is page.first
    assert page.at == 200


def test_who_uses_the_keyboard_sees_where_it_goes_then(window: Window) -> None:
    page = window.shown
    press(window, Key.Key_Tab)
    window.nav.setFocus()
    page.area.verticalScrollBar().setValue(200)
    window.nav.hide()
    settle()
    assert window.focusWidget() is page.first
    assert page.shows(page.first)


@pytest.mark.parametrize("part", ["first_focus", "first", "nav"])
def test_a_page_turns_wherever_the_keyboard_is(window: Window, part: str) -> None:
    page = window.shown
    getattr(window if part == "nav" else page, part).setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_PageDown)
    down = page.at
    assert 0 < down < page.end
    press(window, Key.Key_PageUp)
    assert page.at == 0
    press(window, Key.Key_End)
    assert page.at == page.end
    press(window, Key.Key_Home)
    assert page.at == 0
    assert window.panel.verticalScrollBar().value() == 0


def test_a_field_keeps_the_keys_it_has_a_use_for(window: Window) -> None:
    field = window.shown.field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "112")
    press(window, Key.Key_Home)
    assert field.cursorPosition() == 0
    press(window, Key.Key_End)
    assert field.cursorPosition() == 3
    assert window.shown.at == 0
    press(window, Key.Key_PageDown)
    assert window.shown.at > 0


# In the app, where there is least room


@pytest.fixture
def large(qapp: object, tmp_path: Path) -> Iterator[Person]:
    """A person with large text in a small window."""
    with somebody(tmp_path) as person:
        app = person.app
        app.journal.settings = msgspec.structs.replace(app.journal.settings, text_size=200)
        app.theme.apply(app.journal.settings)
        app.window.resize(880, 600)
        settle()
        yield person


def in_sight(person: Person) -> bool:
    """What has the keyboard is seen, all of it or as much as there is room for."""
    focused = QApplication.focusWidget()
    assert focused is not None
    seen = focused.visibleRegion().boundingRect()
    needed = min(focused.height(), 60)
    return seen.height() >= needed


@pytest.mark.parametrize("page", ["day", "progress", "settings", "library", "about"])
@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_the_keyboard_is_always_in_sight(large: Person, page: str, key: Key) -> None:
    large.app.show(page)
    settle()
    for _ in range(60):
        large.press(key)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert in_sight(large), (name_of(focused), focused.visibleRegion().boundingRect())
