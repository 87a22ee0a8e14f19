"""The media keys of a keyboard and of the desktop: Play only goes on, Pause and Stop only pause."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.ui.player_controls import ControlBar
from backplan_gui.ui.player_keys import Wish

from .fakes_player import Player
from .seeing import settle

Key = Qt.Key


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Player]:
    """Somebody in the middle of a hold."""
    player = Player(qtbot)
    player.reach(StepKind.WORK)
    yield player
    player.end()


def phase(player: Player) -> Phase:
    return player.session.phase


def press(player: Player, key: Key) -> None:
    """As the window system does; QTest knows none of these keys."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(player.window, event)
    settle()


def status(player: Player) -> str:
    (bar,) = player.page.findChildren(ControlBar)
    return bar.said


@pytest.mark.parametrize("key", [Key.Key_MediaPause, Key.Key_MediaStop])
def test_pause_and_stop_pause_and_never_go_on(player: Player, key: Key) -> None:
    press(player, key)
    assert phase(player) is Phase.PAUSED
    said = status(player)
    press(player, key)
    assert phase(player) is Phase.PAUSED
    assert status(player) == said


def test_play_goes_on_and_never_pauses(player: Player) -> None:
    said = status(player)
    press(player, Key.Key_MediaPlay)
    assert (phase(player), status(player)) == (Phase.RUNNING, said)
    player.runner.do(Command.PAUSE)
    press(player, Key.Key_MediaPlay)
    gone_on = phase(player)
    assert gone_on in (Phase.RESUMING, Phase.RUNNING)
    press(player, Key.Key_MediaPlay)
    assert phase(player) is gone_on


def test_play_and_pause_on_one_key_is_both(player: Player) -> None:
    press(player, Key.Key_MediaTogglePlayPause)
    assert phase(player) is Phase.PAUSED
    press(player, Key.Key_MediaTogglePlayPause)
    assert phase(player) in (Phase.RESUMING, Phase.RUNNING)


def test_from_the_desktop_they_do_the_same_where_nobody_looks(player: Player) -> None:
    player.window.hide()
    for wish, expected in (
        (Wish.PLAY, {Phase.RUNNING}),
        (Wish.HALT, {Phase.PAUSED}),
        (Wish.HALT, {Phase.PAUSED}),
        (Wish.PLAY, {Phase.RESUMING, Phase.RUNNING}),
        (Wish.PLAY, {Phase.RESUMING, Phase.RUNNING}),
    ):
        player.page.wish(wish)
        assert phase(player) in expected


def test_the_desktop_does_not_go_on_behind_a_question(player: Player) -> None:
    player.key(Key.Key_P)
    for wish in (Wish.PLAY, Wish.HALT):
        player.page.wish(wish)
        assert phase(player) is Phase.PAUSED
    assert player.sheet is not None


def test_the_desktop_pauses_also_what_runs_behind_another_page(player: Player) -> None:
    player.page.hide()
    player.page.wish(Wish.HALT)
    assert phase(player) is Phase.PAUSED
    player.page.wish(Wish.PLAY)
    assert phase(player) is Phase.PAUSED


def test_who_was_away_is_asked_before_play_goes_on(player: Player) -> None:
    player.runner.do(Command.SUSPEND)
    player.clock.wall += 9 * 60_000
    press(player, Key.Key_MediaPlay)
    assert phase(player) is Phase.PAUSED
    assert player.sheet is not None
    player.page.wish(Wish.PLAY)
    assert phase(player) is Phase.RESUMING
