"""The keys of the player: which are ours, and when."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.player_keys import PlayerKeys, Wish
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import row
from backplan_gui.ui.widgets.sheet import Sheet

from .seeing import show

Key = Qt.Key


class Desk:
    """A window with a page of two buttons, and the keys listening."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.theme = theme
        self.window = QMainWindow()
        self.page = QWidget()
        self.pause, self.skip = Button(theme, "Pause"), Button(theme, "Skip")
        self.pressed: list[str] = []
        self.pause.clicked.connect(self._on_pause)
        self.skip.clicked.connect(self._on_skip)
        self.page.setLayout(row(self.pause, self.skip))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.window.setCentralWidget(self.stack)
        self.keys = PlayerKeys(self.page, self.pause)
        self.wishes: list[Wish] = []
        self.keys.wished.connect(self.wishes.append)
        show(qtbot, self.window, 600, 300)
        self.keys.listen(True)
        self.pause.setFocus()

    def _on_pause(self) -> None:
        self.pressed.append("Pause")

    def _on_skip(self) -> None:
        self.pressed.append("Skip")

    def key(self, key: Key, *, modifier: str = "NoModifier") -> None:
        """Press a key as the window system does: to the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, Qt.KeyboardModifier[modifier])

    def repeat(self, key: Key) -> None:
        """A key that is held down."""
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, none, "", True)
        QApplication.sendEvent(self.window, event)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, theme)
    yield desk
    desk.keys.listen(False)
    desk.window.close()


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_Space, Wish.PAUSE),
        (Key.Key_Return, Wish.MAIN),
        (Key.Key_Enter, Wish.MAIN),
        (Key.Key_Left, Wish.BACK),
        (Key.Key_Right, Wish.SKIP),
        (Key.Key_Up, Wish.MORE),
        (Key.Key_Down, Wish.LESS),
        (Key.Key_E, Wish.EASIER),
        (Key.Key_V, Wish.WAYS),
        (Key.Key_P, Wish.PAIN),
        (Key.Key_T, Wish.TIME),
        (Key.Key_R, Wish.AGAIN),
        (Key.Key_M, Wish.QUIET),
        (Key.Key_Backspace, Wish.RESTART),
        (Key.Key_Escape, Wish.END),
        (Key.Key_PageUp, Wish.UP),
        (Key.Key_PageDown, Wish.DOWN),
        (Key.Key_F, Wish.FULL),
        (Key.Key_C, Wish.MINI),
    ],
)
def test_a_key_is_one_wish(desk: Desk, key: Key, wish: Wish) -> None:
    desk.key(key)
    assert desk.wishes == [wish]
    assert not desk.pressed


def test_a_question_mark_asks_for_the_keys_whatever_makes_it(desk: Desk) -> None:
    event = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?"
    )
    QApplication.sendEvent(desk.window, event)
    assert desk.wishes == [Wish.KEYS]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_MediaTogglePlayPause, Wish.PAUSE),
        (Key.Key_MediaPlay, Wish.PLAY),
        (Key.Key_MediaPause, Wish.HALT),
        (Key.Key_MediaStop, Wish.HALT),
        (Key.Key_MediaNext, Wish.SKIP),
        (Key.Key_MediaPrevious, Wish.BACK),
    ],
)
def test_media_keys_work_whatever_has_the_keyboard(desk: Desk, key: Key, wish: Wish) -> None:
    desk.skip.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, event)
    assert desk.wishes == [wish]


@pytest.mark.parametrize("modifier", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_keys_with_a_modifier_are_not_ours(desk: Desk, modifier: str) -> None:
    desk.key(Key.Key_P, modifier=modifier)
    desk.key(Key.Key_Left, modifier=modifier)
    assert not desk.wishes


def test_the_key_pad_is_a_keyboard_too(desk: Desk) -> None:
    desk.key(Key.Key_Enter, modifier="KeypadModifier")
    assert desk.wishes == [Wish.MAIN]


def test_space_on_a_focused_skip_skips_and_does_not_pause(desk: Desk) -> None:
    desk.skip.setFocus()
    desk.key(Key.Key_Space)
    assert desk.pressed == ["Skip"]
    assert not desk.wishes


def test_enter_on_a_focused_skip_is_left_to_the_window(desk: Desk) -> None:
    desk.skip.setFocus()
    desk.key(Key.Key_Return)
    assert not desk.wishes


def test_a_second_pause_is_pressed_by_nobody_either(desk: Desk) -> None:
    desk.keys.add_pause(desk.skip)
    desk.skip.setFocus()
    desk.key(Key.Key_Space)
    desk.key(Key.Key_Return)
    assert desk.wishes == [Wish.PAUSE, Wish.MAIN]
    assert not desk.pressed


def test_letters_and_arrows_are_ours_wherever_the_focus_is(desk: Desk) -> None:
    desk.skip.setFocus()
    desk.key(Key.Key_Left)
    desk.key(Key.Key_P)
    assert desk.wishes == [Wish.BACK, Wish.PAIN]
    assert desk.window.focusWidget() is desk.skip


def test_a_key_held_down_repeats_only_more_and_less(desk: Desk) -> None:
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_P, Key.Key_Up, Key.Key_Down):
        desk.repeat(key)
    assert desk.wishes == [Wish.MORE, Wish.LESS]
    assert not desk.pressed


def test_an_open_sheet_has_the_keys(desk: Desk) -> None:
    sheet = Sheet(desk.theme, desk.window, "Stop here?")
    desk.key(Key.Key_Right)
    desk.key(Key.Key_P)
    assert not desk.wishes
    sheet.dismiss()
    desk.key(Key.Key_Right)
    assert desk.wishes == [Wish.SKIP]


def test_keys_of_another_window_are_its_own(desk: Desk, qtbot: QtBot) -> None:
    other = QWidget()
    show(qtbot, other, 200, 100)
    QTest.keyClick(other, Key.Key_Right)
    assert not desk.wishes
    other.close()


def test_who_does_not_listen_hears_nothing(desk: Desk) -> None:
    desk.keys.listen(False)
    desk.key(Key.Key_Right)
    assert not desk.wishes
