"""The full screen as a person uses it: there and back, with the session going on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.cues import Say
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.ui import main_window
from backplan_gui.ui.far_bars import FarBars
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.player_column import RingColumn
from backplan_gui.ui.player_controls import ControlBar
from backplan_gui.ui.player_top import TopBar
from backplan_gui.ui.widgets.far_offer import FarOffer

from .fakes_far import FarAway
from .seeing import click, clipped, controls, name_of, press, settle, tab_order, words_on

Key = Qt.Key
READY, WORK, REST = StepKind.READY, StepKind.WORK, StepKind.REST
Make = Callable[..., FarAway]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[FarAway] = []

    def player(day: int = 1, only: str | None = None, **more: object) -> FarAway:
        made.append(FarAway(qtbot, day, only, **more))  # type: ignore[arg-type]  # choices by name
        return made[-1]

    yield player
    for one in made:
        one.end()


def bars(player: FarAway) -> list[QWidget]:
    """Those of the window, if they are in sight."""
    found: list[QWidget] = [*player.page.findChildren(TopBar)]
    found += player.page.findChildren(ControlBar)
    return [bar for bar in found if bar.isVisible()]


def three_seconds(player: FarAway) -> None:
    """The time in which the pointer rests."""
    (timer,) = (t for b in player.page.findChildren(FarBars) for t in b.findChildren(QTimer))
    assert timer.isActive()
    assert timer.interval() == 3_000
    timer.timeout.emit()
    settle()


# There and back


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_there_and_back_the_window_is_just_where_it_was_and_the_session_goes_on(
    make: Make, by: str
) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.main.setGeometry(37, 41, 931, 677)
    settle()
    for is_full in (True, False):
        if by == "key":
            player.key(Key.Key_F)
        else:
            player.move_pointer()
            press(player.main, "Full screen" if is_full else "Leave full screen")
            settle()
        assert player.main.isFullScreen() is is_full
        assert (player.far is not None) is is_full
        assert player.session.phase is Phase.RUNNING
    assert player.main.geometry() == QRect(37, 41, 931, 677)
    assert player.session.elapsed == 5_000
    assert len(bars(player)) == 2


def test_escape_leaves_the_full_screen_first_and_then_asks(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.key(Key.Key_Escape)
    assert not player.main.isFullScreen()
    assert player.sheet is None
    assert player.session.phase is Phase.RUNNING
    player.key(Key.Key_Escape)
    assert player.sheet is not None


def test_the_end_button_asks_in_full_screen_too_and_stays_there(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.move_pointer()
    press(player.main, "End")
    assert player.sheet is not None
    assert player.main.isFullScreen()


def test_what_the_window_system_does_is_followed(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.main.showFullScreen()
    settle()
    assert player.far is not None
    player.main.showNormal()
    settle()
    assert player.far is None
    assert player.session.phase is Phase.RUNNING


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Right, Key.Key_E, Key.Key_Up])
def test_every_key_does_there_what_it_does_in_the_window(
    make: Make, monkeypatch: pytest.MonkeyPatch, key: Key
) -> None:
    near, far = make(), make()
    asked: list[list[Command]] = []
    for player in (near, far):
        player.reach(WORK, 5_000)
        if player is far:
            player.key(Key.Key_F)
        asked.append([])
        told = asked[-1]
        do = player.runner.do

        def noted(wanted, new=None, told=told, do=do):  # type: ignore[no-untyped-def]  # as do is
            told.append(wanted)
            return do(wanted, new)

        monkeypatch.setattr(player.runner, "do", noted)
        player.key(key)
    assert asked[0] == asked[1] != []


@pytest.mark.parametrize(
    ("name", "command"),
    [("Pause", Command.PAUSE), ("Skip", Command.SKIP), ("Easier version", Command.VERSION)],
)
def test_the_keys_at_the_foot_can_be_pressed(
    make: Make, monkeypatch: pytest.MonkeyPatch, name: str, command: Command
) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.key(Key.Key_F)
    asked: list[Command] = []
    monkeypatch.setattr(player.runner, "do", lambda wanted, new=None: asked.append(wanted))
    press(player.main, name)
    assert asked == [command]


def test_pain_that_got_worse_is_one_press_away(make: Make) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.key(Key.Key_F)
    press(player.main, "My pain is worse")
    assert player.sheet is not None
    assert player.session.phase is Phase.PAUSED
    assert player.main.isFullScreen()
    assert player.sheet.size() == player.main.size()


def test_a_click_on_stage_or_ring_pauses_and_goes_on(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    assert player.far is not None
    phases = []
    for part in (player.far.stage, player.far.ring) * 2:
        click(part)
        phases.append(player.session.phase)
    assert phases == [Phase.PAUSED, Phase.RESUMING, Phase.PAUSED, Phase.RESUMING]


def test_the_keyboard_is_at_pause_there_and_when_one_is_back(make: Make) -> None:
    player = make()
    player.reach(WORK)
    for _ in range(2):
        player.key(Key.Key_F)
        focused = player.main.focusWidget()
        assert focused.isVisible()
        assert name_of(focused) == "Pause"
        assert focused is player.page.first_focus
        player.key(Key.Key_Space)
        assert player.session.phase is Phase.PAUSED
        player.key(Key.Key_Space)
        player.turn(4_000)


def test_what_is_offered_can_be_done_by_key_and_by_pointer(make: Make) -> None:
    player = make()
    player.key(Key.Key_F)
    press(player.main, "I’m ready, start now")
    assert player.session.step.kind is StepKind.ENTER
    player.reach(REST, 2_000)
    player.key(Key.Key_Return)
    assert player.session.step.kind is not REST


def test_what_is_refused_is_said_at_the_foot_for_a_while(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.key(Key.Key_F)
    player.key(Key.Key_Return)
    said = "Enter starts a step that waits. This one runs by itself."
    assert player.far is not None
    assert said in words_on(player.far)
    assert not clipped(player.far)
    player.turn(5_100)
    assert said not in words_on(player.far)
    assert "Next: rest 15 s, then set 2 of 3" in words_on(player.far)


def test_what_the_voice_says_takes_nothing_away_there(make: Make) -> None:
    player = make()
    player.key(Key.Key_F)
    player.page.show_cue(Say("Press space any time to pause."))
    assert player.far is not None
    assert "I’m ready, start now" in controls(player.far)
    assert "Press space any time to pause." not in words_on(player.far)


def test_what_was_said_in_the_window_is_still_said(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.key(Key.Key_T)
    player.key(Key.Key_F)
    assert player.far is not None
    assert "Hold, 17 seconds left. 11:02 left today." in words_on(player.far)


# The bars of the window


def test_they_come_with_the_pointer_and_go_three_seconds_after(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    assert bars(player) == []
    player.move_pointer()
    assert len(bars(player)) == 2
    assert name_of(player.main.focusWidget()) == "Pause"
    assert "left today" in words_on(player.page)
    three_seconds(player)
    assert bars(player) == []
    assert name_of(player.main.focusWidget()) == "Pause"
    assert player.main.focusWidget().isVisible()


def test_a_window_that_moves_under_a_resting_pointer_is_not_somebody(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.move_pointer()
    three_seconds(player)
    player.rest_pointer()
    assert bars(player) == []


def test_they_come_with_tab_and_stay_while_one_of_their_controls_has_the_keyboard(
    make: Make,
) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    assert tab_order(player.main, 5) == [
        "10 seconds more", "Skip", "My pain is worse", "End", "Warning signs",
    ]  # fmt: skip
    three_seconds(player)
    assert len(bars(player)) == 2
    player.page.first_focus.setFocus()
    controls(player.main)["Pause"].setFocus()
    three_seconds(player)
    assert bars(player) == []


def test_a_screen_reader_always_finds_them(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backplan_gui.ui.far_bars.QAccessible.isActive", lambda: True)
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    assert len(bars(player)) == 2
    player.move_pointer()
    three_seconds(player)
    assert len(bars(player)) == 2


@pytest.mark.parametrize("per_cent", [100, 160, 200])
def test_they_cover_nothing_but_head_and_foot(make: Make, per_cent: int) -> None:
    player = make(text_size=per_cent)
    player.reach(WORK, exercise="cat-cow")
    player.key(Key.Key_F)
    player.move_pointer()
    assert player.far is not None
    top, below = bars(player)
    for part in (player.far.stage, player.far.ring, player.far.line):
        place = QRect(part.mapTo(player.page, QPoint(0, 0)), part.size())
        assert place.bottom() < below.mapTo(player.page, QPoint(0, 0)).y() + 8
        assert place.top() > top.geometry().bottom() - 8
    assert not clipped(player.far)


def test_their_time_does_not_run_while_nobody_looks(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.move_pointer()
    player.main.hide()
    timers = [t for b in player.page.findChildren(FarBars) for t in b.findChildren(QTimer)]
    assert not any(t.isActive() for t in timers)
    player.main.show()
    settle()


# What it does not disturb


def test_only_what_moves_is_drawn_frame_by_frame_there(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK, 1_000)
    player.key(Key.Key_F)
    assert player.far is not None
    assert player.frames.isActive()
    drawings = set()
    figure = next(v for v in player.far.stage.children() if hasattr(v, "drawing"))
    for _ in range(4):
        player.frame()
        drawings.add(figure.drawing)
    assert len(drawings) == 4
    player.key(Key.Key_Space)
    assert not player.frames.isActive()


def test_announcements_are_made_in_the_name_of_the_ring_in_sight(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    assert player.far is not None
    assert player.page.announcer.parent() is player.far.ring
    player.said.clear()
    player.reach(StepKind.LEAVE, 0)
    assert "Halfway" in player.said
    player.key(Key.Key_F)
    assert player.page.announcer.parent() is player.page.findChild(RingColumn).ring  # type: ignore[union-attr]  # it is there


def test_another_page_has_its_window_back(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.main.show_page("other")
    settle()
    assert not player.main.isFullScreen()
    player.main.show_page("player")
    settle()
    assert player.far is None
    assert len(bars(player)) == 2


def test_the_end_of_the_session_leaves_it(make: Make) -> None:
    player = make()
    ended: list[SessionRecord] = []
    player.runner.ended.connect(ended.append)
    player.reach(WORK, 20_000)
    player.key(Key.Key_F)
    player.runner.do(Command.END)
    settle()
    assert ended
    assert not player.main.isFullScreen()


def test_a_window_closed_in_full_screen_opens_as_it_was_before(make: Make, qtbot: QtBot) -> None:
    player = make()
    player.main.setGeometry(10, 20, 900, 700)
    player.key(Key.Key_F)
    kept = player.main.place()
    again = MainWindow(player.theme)
    qtbot.addWidget(again)
    again.put(kept)
    again.show()
    settle()
    assert not again.isFullScreen()
    assert again.height() == 700
    again.close()


# Any screen, also one that is unplugged


def test_back_from_a_screen_that_is_gone_the_window_is_in_sight(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.main.setGeometry(5_000, 300, 900, 640)
    player.key(Key.Key_F)
    left = QRect(0, 0, 1920, 1040)
    monkeypatch.setattr(main_window, "areas", lambda: [left])
    player.key(Key.Key_Escape)
    assert left.contains(player.main.geometry())
    assert player.main.size().width() == 900
    assert player.session.phase is Phase.RUNNING


def test_when_its_screen_is_unplugged_it_takes_all_of_another(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.key(Key.Key_F)
    gone = QRect(0, 0, 3_840, 2_160)
    monkeypatch.setattr(main_window, "screen_around", lambda window: gone)
    shown: list[bool] = []
    monkeypatch.setattr(player.main, "showFullScreen", lambda: shown.append(True))
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())
    settle()
    assert shown == [True]
    assert player.session.phase is Phase.RUNNING


def test_an_ordinary_window_on_a_screen_that_goes_comes_back_too(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make()
    left = QRect(0, 0, 1920, 1040)
    monkeypatch.setattr(main_window, "areas", lambda: [left])
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    for place, there in (
        (QRect(5_000, 300, 900, 640), QRect(1020, 300, 900, 640)),
        (QRect(1_300, 100, 900, 640), QRect(1_300, 100, 900, 640)),
    ):
        player.main.setGeometry(place)
        application.screenRemoved.emit(QGuiApplication.primaryScreen())
        settle()
        assert player.main.geometry() == there


# Offered once


def offer(player: FarAway) -> QWidget | None:
    return next((w for w in player.page.findChildren(FarOffer) if w.isVisible()), None)


def test_it_is_offered_while_one_gets_ready_for_the_first_time(make: Make) -> None:
    player = make()
    assert offer(player) is None
    player.page.open_session(offer_far=True)
    settle()
    shown = offer(player)
    assert shown is not None
    assert name_of(shown) == "Far away? Press F for full screen"
    assert player.offered == []
    player.key(Key.Key_Return)
    assert offer(player) is None
    assert player.offered == ["full screen"]
    player.reach(REST)
    player.reach(READY) if player.session.step.kind is READY else None
    assert offer(player) is None
    assert player.offered == ["full screen"]


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_used_it_is_not_offered_again(make: Make, by: str) -> None:
    player = make()
    player.page.open_session(offer_far=True)
    settle()
    if by == "key":
        player.key(Key.Key_F)
    else:
        press(player.main, "Far away? Press F for full screen")
        settle()
    assert player.main.isFullScreen()
    assert player.offered == ["full screen"]
    player.key(Key.Key_F)
    assert offer(player) is None


def test_who_leaves_before_it_began_may_be_offered_it_again(make: Make) -> None:
    player = make()
    player.page.open_session(offer_far=True)
    settle()
    player.runner.release()
    assert player.offered == []


def test_later_in_a_session_it_is_not_offered(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.page.open_session(offer_far=True)
    settle()
    assert offer(player) is None
    assert player.offered == []


@pytest.mark.parametrize("per_cent", [90, 100, 160, 200])
@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
def test_the_offer_lies_on_nothing_else(make: Make, per_cent: int, size: tuple[int, int]) -> None:
    player = make(size=size, text_size=per_cent)
    player.page.open_session(offer_far=True)
    settle()
    shown = offer(player)
    assert shown is not None
    (column,) = player.page.findChildren(RingColumn)
    assert shown.geometry().bottom() < column.button.y()
    assert shown.height() >= 44
    words = QRect(shown.x(), shown.geometry().center().y() - 14, shown.width(), 28)
    assert not words.intersects(column.ring.geometry())
    assert column.rect().contains(shown.geometry())
    assert not clipped(player.page)


def test_the_pointer_alone_finds_the_full_screen_and_the_keys_tell_of_it(make: Make) -> None:
    player = make()
    names = controls(player.main)
    assert {"Full screen", "Mini player"} <= set(names)
    assert names["Full screen"].toolTip() == "Full screen (F)"
    QTest.mouseMove(player.main.windowHandle(), names["Full screen"].pos())
    assert bars(player)
