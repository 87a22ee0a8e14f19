"""Full screen and mini player in the whole app: wired, kept, and offered once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Command, Phase
from backplan_gui.ui.mini_window import MiniWindow
from backplan_gui.ui.player_keys import Wish
from tests.app import Person, somebody

Key = Qt.Key
OFFER = "Far away? Press F for full screen"

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def player(folder: Path) -> Iterator[Person]:
    """Somebody who has begun day 1."""
    with somebody(folder) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        assert person.page == "player"
        yield person


def minis() -> list[MiniWindow]:
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if isinstance(w, MiniWindow) and w.isVisible()]


def in_mini(mini: MiniWindow, key: Qt.Key) -> None:
    QTest.keyClick(mini.windowHandle(), key)
    QApplication.processEvents()


def offers(person: Person) -> bool:
    buttons = person.app.window.findChildren(QAbstractButton)
    return any(b.isVisible() and b.text() == OFFER for b in buttons)


def test_full_screen_is_there_and_back_with_the_session_going_on(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.wait(3_000)
        before = person.app.window.geometry()
        person.press(Key.Key_F)
        assert person.app.window.isFullScreen()
        person.press(Key.Key_Escape)
        assert not person.app.window.isFullScreen()
        assert person.app.window.geometry() == before
        assert person.session.phase is Phase.RUNNING


def test_the_day_ends_in_the_window_also_from_the_full_screen(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_F)
        person.follow()
        assert person.page == "finish"
        assert not person.app.window.isFullScreen()


def test_the_day_ends_in_the_window_also_from_the_mini_player(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_C)
        assert minis()
        assert not person.app.window.isVisible()
        person.follow()
        assert person.page == "finish"
        assert person.app.window.isVisible()
        assert not minis()


def test_warning_signs_from_the_full_screen_are_read_in_the_window(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_F)
        person.press(Key.Key_P)
        person.press(Key.Key_5)
        assert person.page == "signs"
        assert not person.app.window.isFullScreen()


def test_a_fault_of_ours_is_said_where_it_is_seen(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_C)
        person.app.tell_fault()
        for _ in range(2):  # it is told a moment later
            QApplication.processEvents()
        assert person.app.window.isVisible()
        assert not minis()


def test_closing_the_app_takes_the_mini_player_along(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_C)
    assert not minis()


def test_the_mini_player_stands_where_it_was_put_also_after_a_restart(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_C)
        (mini,) = minis()
        mini.move(QPoint(31, 57))
        in_mini(mini, Key.Key_C)
        person.app.runner.do(Command.END)
    with player(tmp_path) as person:
        person.press(Key.Key_C)
        (mini,) = minis()
        assert mini.pos() == QPoint(31, 57)


def test_the_full_screen_is_offered_once_in_a_life(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        assert offers(person)
        person.press(Key.Key_Return)
        assert not offers(person)
        person.app.runner.do(Command.END)
        person.app.start(1)
        assert person.page == "player"
        assert not offers(person)
    with player(tmp_path) as person:
        assert not offers(person)


def test_who_left_before_it_began_is_offered_it_again(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        assert offers(person)
    with player(tmp_path) as person:
        assert offers(person)


def test_a_window_closed_in_full_screen_does_not_open_so(tmp_path: Path) -> None:
    with player(tmp_path) as person:
        person.press(Key.Key_F)
    with somebody(tmp_path) as person:
        assert not person.app.window.isFullScreen()


def test_a_key_of_the_desktop_starts_no_timer_after_a_warning_sign(tmp_path: Path) -> None:
    """content/safety.md R1: ticked mid-plan, no timer runs."""
    with player(tmp_path) as person:
        person.press(Key.Key_P)
        person.press(Key.Key_5)
        for page in ("signs", "result"):
            assert person.page == page
            for wish in (Wish.PAUSE, Wish.SKIP):
                person.app._sessions.senses.wished.emit(wish)
                assert person.session.phase is Phase.PAUSED
            if page == "signs":
                person.click("Chest pain, breathlessness or fainting")
                person.click("Continue")
