"""The mini player: in the place of the window, with the session going on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.cues import Say
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.settings import Settings
from backplan_gui.ui import mini_window
from backplan_gui.ui.mini_window import MiniWindow
from backplan_gui.ui.widgets.mini_words import MiniWords
from backplan_gui.ui.widgets.sheet import Sheet

from .fakes_far import FarAway
from .seeing import clipped, controls, name_of, press, settle, tab_order, words_on

Key = Qt.Key
READY, ENTER, WORK, REST = StepKind.READY, StepKind.ENTER, StepKind.WORK, StepKind.REST
Make = Callable[..., FarAway]
SCREEN = QRect(0, 0, 800, 800)
"""The one there is off screen."""


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[FarAway] = []

    def player(day: int = 1, only: str | None = None, **more: object) -> FarAway:
        made.append(FarAway(qtbot, day, only, **more))  # type: ignore[arg-type]  # choices by name
        return made[-1]

    yield player
    for one in made:
        one.end()


def minimised(make: Make, day: int = 1, only: str | None = None, **more: object) -> FarAway:
    """A session 13 seconds into its first set, in the mini player."""
    player = make(day, only, **more)
    player.reach(WORK, 13_000)
    player.key(Key.Key_C)
    return player


# There and back


@pytest.mark.parametrize("by", ["key", "button", "double click", "close"])
def test_the_window_steps_aside_and_comes_back_and_the_session_goes_on(make: Make, by: str) -> None:
    player = make()
    player.reach(WORK, 13_000)
    before = player.main.geometry()
    if by == "key":
        player.key(Key.Key_C)
    else:
        press(player.main, "Mini player")
    settle()
    assert player.has_mini
    assert not player.main.isVisible()
    player.turn(2_000)
    mini = player.mini
    match by:
        case "key":
            player.key(Key.Key_C)
        case "button":
            press(mini, "Back to the window")
        case "double click":
            QTest.mouseDClick(mini, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
        case _:
            mini.close()
    settle()
    assert not player.has_mini
    assert player.main.isVisible()
    assert player.main.geometry() == before
    assert (player.session.phase, player.session.elapsed) == (Phase.RUNNING, 15_000)


def test_from_the_full_screen_one_comes_back_to_the_full_screen(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_F)
    player.key(Key.Key_C)
    assert player.has_mini
    player.key(Key.Key_C)
    assert player.main.isFullScreen()
    assert player.far is not None
    assert player.far.isVisible()


def test_full_screen_is_one_key_away(make: Make) -> None:
    player = minimised(make)
    player.key(Key.Key_F)
    assert not player.has_mini
    assert player.far is not None
    assert player.session.phase is Phase.RUNNING


def test_it_is_a_window_of_its_own_that_stays_on_top_and_ends_nothing(make: Make) -> None:
    player = minimised(make)
    flags = player.mini.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert not player.mini.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert player.mini.windowTitle() == "Child’s Pose · Backplan"


# What it shows and does


def test_it_shows_phase_name_set_and_breath_and_the_ring(make: Make) -> None:
    player = minimised(make)
    assert words_on(player.mini) == ["Hold", "Child’s Pose", "Set 1 of 3", "Breathe in"]
    assert player.mini.ring.face.digits == "17"
    assert name_of(player.mini.ring) == "Hold, 17 seconds left"
    player.turn(2_000)
    assert player.mini.ring.face.digits == "15"
    assert words_on(player.mini)[-1] == "Breathe out"
    player.reach(REST, 1_000)
    assert words_on(player.mini)[:3] == ["Rest", "Child’s Pose", "Set 2 of 3"]


def test_on_the_way_into_a_position_it_says_what_to_do(make: Make) -> None:
    player = make()
    player.key(Key.Key_C)
    player.reach(ENTER, 100)
    assert words_on(player.mini) == ["Move in", "Child’s Pose", "Breathe in. Stay still."]


@pytest.mark.parametrize("by", ["key", "button"])
def test_pause_and_skip_work_there(make: Make, by: str) -> None:
    player = minimised(make)
    for key, name in ((Key.Key_Space, "Pause"), (Key.Key_Space, "Continue")):
        if by == "key":
            player.key(key)
        else:
            press(player.mini, name)
    assert player.session.phase is Phase.RESUMING
    player.turn(4_000)
    if by == "key":
        player.key(Key.Key_Right)
    else:
        press(player.mini, "Skip")
    assert player.session.step.kind is StepKind.LEAVE
    assert player.has_mini


def test_tab_reaches_its_three_buttons_and_enter_presses_them(make: Make) -> None:
    player = minimised(make)
    assert name_of(player.mini.focusWidget()) == "Pause"
    assert tab_order(player.mini, 3) == ["Skip", "Back to the window", "Pause"]
    tab_order(player.mini, 2)
    player.key(Key.Key_Return)
    settle()
    assert player.main.isVisible()


def test_what_is_refused_or_asked_for_is_said_there_for_a_while(make: Make) -> None:
    player = minimised(make)
    player.key(Key.Key_T)
    said = "Hold, 17 seconds left. 11:02 left today."
    assert words_on(player.mini) == ["Hold", said]
    assert player.said[-1] == said
    player.turn(5_100)
    assert words_on(player.mini)[1] == "Child’s Pose"


def test_what_the_voice_says_takes_no_room_there(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.page.show_cue(Say("Breathe into your back."))
    player.key(Key.Key_C)
    player.page.show_cue(Say("Breathe in."))
    assert words_on(player.mini)[1:3] == ["Child’s Pose", "Set 1 of 3"]


def test_screen_readers_hear_the_phases_in_the_name_of_its_ring(make: Make) -> None:
    player = minimised(make)
    assert player.page.announcer.parent() is player.mini.ring
    player.said.clear()
    player.reach(REST, 0)
    assert [line for line in player.said if line.startswith("Rest")]
    player.key(Key.Key_C)
    assert player.page.announcer.parent() is player.ring


def test_it_is_watched_like_the_window_but_no_frame_is_drawn(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK, 1_000)
    told: list[bool] = []
    monkeypatch.setattr(player.runner, "watch", told.append)
    assert player.frames.isActive()
    player.key(Key.Key_C)
    assert set(told) == {True}
    assert not player.frames.isActive()
    player.turn(300)
    assert not player.frames.isActive()
    player.key(Key.Key_C)
    player.turn(100)
    assert set(told) == {True}
    assert player.frames.isActive()


# What brings the window back


@pytest.mark.parametrize(
    ("key", "title"),
    [(Key.Key_P, "Let’s ease off."), (Key.Key_Escape, "Stop here?")],
)
def test_what_is_asked_is_asked_in_the_window(make: Make, key: Key, title: str) -> None:
    player = minimised(make)
    player.key(key)
    assert not player.has_mini
    assert player.main.isVisible()
    assert player.sheet is not None
    assert player.sheet.accessibleName() == title
    assert player.session.phase is Phase.PAUSED


def test_so_is_what_others_ask(make: Make) -> None:
    player = minimised(make)
    Sheet(player.theme, player.main, "Something in Backplan went wrong.")
    settle()
    assert not player.has_mini
    assert player.sheet is not None
    assert player.sheet.isVisible()
    assert player.session.phase is Phase.RUNNING


def test_trouble_with_the_disk_is_shown_in_the_window(make: Make) -> None:
    player = minimised(make)
    player.runner.trouble.emit("The disk is full.")
    settle()
    assert not player.has_mini
    assert "The disk is full." in words_on(player.page)
    assert player.said[-1] == "The disk is full."


def test_the_end_of_the_session_is_shown_in_the_window(make: Make) -> None:
    player = minimised(make)
    ended: list[SessionRecord] = []
    player.runner.ended.connect(ended.append)
    player.runner.do(Command.END)
    settle()
    assert ended
    assert player.main.isVisible()
    assert not player.has_mini


def test_a_window_that_is_shown_by_others_takes_its_place_again(make: Make) -> None:
    player = minimised(make)
    player.main.show_page("other")
    player.main.set_aside(False)
    settle()
    assert not player.has_mini
    assert player.main.page == "other"


def test_when_the_window_closes_it_goes_too(make: Make) -> None:
    player = minimised(make)
    player.main.close()
    settle()
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]


# Where it is


def test_at_first_it_stands_at_the_lower_right_of_its_screen(make: Make) -> None:
    player = minimised(make)
    corner = player.mini.geometry().bottomRight()
    assert SCREEN.bottomRight() - corner == QPoint(16, 16)


def drag(mini: MiniWindow, way: QPoint, start: QPoint = QPoint(180, 60)) -> None:
    """With the left button, as the window system tells of it."""
    QTest.mousePress(mini, Qt.MouseButton.LeftButton, pos=start)
    for share in (1, 2):
        at = mini.mapFromGlobal(mini.mapToGlobal(start) + way / 2)
        QTest.mouseMove(mini, at, delay=share)
    QTest.mouseRelease(mini, Qt.MouseButton.LeftButton, pos=start)
    settle()


@pytest.mark.parametrize("start", [QPoint(180, 60), QPoint(60, 60), QPoint(150, 40)])
def test_it_is_dragged_from_anywhere_and_its_place_is_kept(make: Make, start: QPoint) -> None:
    player = minimised(make)
    before = player.mini.pos()
    drag(player.mini, QPoint(-100, -200), start)
    there = player.mini.pos()
    assert there == before + QPoint(-100, -200)
    assert player.session.phase is Phase.RUNNING
    player.key(Key.Key_C)
    assert player.placed == [[there.x(), there.y()]]
    player.key(Key.Key_C)
    assert player.mini.pos() == there


def test_the_system_drags_it_where_it_can(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    player = minimised(make)
    before = player.mini.pos()
    asked: list[QWindow] = []

    def taken(handle: QWindow) -> bool:
        asked.append(handle)
        return True

    monkeypatch.setattr(QWindow, "startSystemMove", taken)
    drag(player.mini, QPoint(-100, -200))
    assert len(asked) == 1
    assert player.mini.pos() == before


def test_who_only_looks_at_it_has_chosen_no_place(make: Make) -> None:
    player = minimised(make)
    player.key(Key.Key_C)
    assert player.placed == []


@pytest.mark.parametrize(
    ("kept", "there"),
    [
        ([40, 50], QPoint(40, 50)),
        ([5_000, 300], QPoint(440, 300)),
        ([-900, -900], QPoint(0, 0)),
        ("nonsense", QPoint(424, 664)),
        ([1, "2"], QPoint(424, 664)),
        ([True, False], QPoint(424, 664)),
        (None, QPoint(424, 664)),
    ],
)
def test_a_kept_place_is_taken_up_if_it_is_one_and_can_be_seen(
    make: Make, kept: object, there: QPoint
) -> None:
    player = make()
    player.page.put_mini(kept)
    player.key(Key.Key_C)
    assert player.mini.pos() == there


def test_when_its_screen_is_unplugged_it_comes_to_another_and_the_place_stays_kept(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make()
    two = [SCREEN, SCREEN.translated(800, 0)]
    monkeypatch.setattr(mini_window, "areas", lambda: two)
    player.page.put_mini([1_200, 70])
    player.key(Key.Key_C)
    assert player.mini.pos() == QPoint(1_200, 70)
    monkeypatch.setattr(mini_window, "areas", lambda: two[:1])
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())
    settle()
    assert player.mini.pos() == QPoint(440, 70)
    assert player.session.phase is not Phase.PAUSED
    player.key(Key.Key_C)
    assert player.placed == []
    monkeypatch.setattr(mini_window, "areas", lambda: two)
    player.key(Key.Key_C)
    assert player.mini.pos() == QPoint(1_200, 70)


# Where it cannot stay on top


def test_where_windows_cannot_be_kept_on_top_it_says_so_when_it_comes(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    player = minimised(make)
    said = "This system does not keep it on top."
    assert said in words_on(player.mini)
    assert player.said[-1] == said
    player.key(Key.Key_C)
    told = controls(player.main)["Mini player"].toolTip()
    assert told == f"Mini player (C). {said}"


def test_elsewhere_it_does_not(make: Make) -> None:
    player = minimised(make)
    assert not [word for word in words_on(player.mini) if "on top" in word]
    player.key(Key.Key_C)
    assert controls(player.main)["Mini player"].toolTip() == "Mini player (C)"


# By eye


@pytest.mark.parametrize("per_cent", [90, 100, 130, 160, 200])
def test_it_grows_with_the_text_and_nothing_is_cut(make: Make, per_cent: int) -> None:
    for day, only in ((1, None), (2, "seated-knee-to-chest"), (7, "lunges")):
        player = minimised(make, day, only, text_size=per_cent)
        mini = player.mini
        assert mini.size() == QRect(0, 0, 360 * per_cent // 100, 120 * per_cent // 100).size()
        for asked in (None, Key.Key_T, Key.Key_Return):
            if asked is not None:
                player.key(asked)
            assert not clipped(mini)
            labels = [w for w in mini.findChildren(MiniWords)]
            assert all(mini.rect().contains(w.geometry()) for w in labels)
        least = 40 * min(100, per_cent) // 100
        assert all(w.width() >= least for w in controls(mini).values())
        player.end()


def test_it_follows_the_theme(make: Make) -> None:
    player = minimised(make)
    light = player.mini.grab().toImage().pixelColor(5, 5)
    player.theme.apply(Settings(theme=choices.Theme.DARK))
    settle()
    assert player.mini.grab().toImage().pixelColor(5, 5) != light
    assert player.mini.grab().toImage().pixelColor(0, 60) == player.theme.colour("lineStrong")
