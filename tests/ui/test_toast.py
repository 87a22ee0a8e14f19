"""What was changed is said, and can be undone."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import Filled, column
from backplan_gui.ui.widgets.toast import HELD_MS, UndoBar
from tests.fakes import FakeClock

from .seeing import clipped, controls, grow, press, show, words_on


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, clock: FakeClock) -> Filled:
    """A page with the bar at its foot."""
    made = Filled(theme, "paper")
    made.setLayout(column(UndoBar(theme, clock.steady_ms)))
    show(qtbot, made, 600, 300)
    return made


@pytest.fixture
def bar(page: Filled) -> UndoBar:
    return page.findChildren(UndoBar)[0]


def test_it_is_there_only_while_there_is_something_to_undo(bar: UndoBar) -> None:
    assert not bar.isVisible()
    bar.show_change("Day 2 counted as done.")
    assert bar.isVisible()
    assert words_on(bar) == ["Day 2 counted as done."]
    bar.clear()
    assert not bar.isVisible()


def test_what_cannot_be_undone_is_only_said(bar: UndoBar) -> None:
    bar.say("Practised 2 sets.")
    assert bar.isVisible()
    assert words_on(bar) == ["Practised 2 sets."]
    assert ("Undo" in controls(bar), bar.can_undo) == (False, False)
    bar.show_change("Day 2 counted as done.")
    assert ("Undo" in controls(bar), bar.can_undo) == (True, True)
    bar.say("Practised 2 sets.")
    assert ("Undo" in controls(bar), bar.can_undo) == (False, False)


def test_undo_is_one_click(qtbot: QtBot, bar: UndoBar, clock: FakeClock) -> None:
    bar.show_change("Day 2 counted as done.")
    clock.turn(HELD_MS)
    with qtbot.waitSignal(bar.undo_asked):
        press(bar, "Undo")


def test_a_screen_reader_hears_both(bar: UndoBar, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def note(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(note))
    bar.show_change("Day 2 counted as done.")
    bar.say("Practised 2 sets.")
    assert heard == ["Day 2 counted as done.", "Practised 2 sets."]


def test_large_text_takes_more_lines(bar: UndoBar, theme: Theme) -> None:
    bar.show_change("Day 2 counted as done.")
    grow(theme, 200)
    assert clipped(bar) == []
