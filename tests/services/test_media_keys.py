"""The session as a player: what the desktop is told, and what its keys ask for."""

import subprocess
import sys
from collections.abc import Collection

import pytest
from PySide6.QtCore import QCoreApplication

from backplan_gui.services.media_keys import Remote
from backplan_gui.services.now_playing import LEAP_MS, Ask, Change, Player, Shown, Wish

POSE = ("Child’s Pose", "Hold · Set 1 of 3")
HOLD_MS = 30_000


class Desk:
    """A desktop with one place for a player, who may turn up or not."""

    def __init__(self, *, has_bus: bool = True) -> None:
        self._has_bus = has_bus
        self.ask: Ask | None = None
        self.shown: Shown | None = None
        self.asked_for_a_place = 0
        self.told: list[set[Change]] = []

    def join(self, shown: Shown, ask: Ask) -> Player | None:
        self.asked_for_a_place += 1
        if not self._has_bus:
            return None
        self.shown, self.ask = shown, ask
        return self

    def tell(self, shown: Shown, changed: Collection[Change]) -> None:
        self.shown = shown
        if changed:
            self.told.append(set(changed))

    def leave(self) -> None:
        self.shown = None

    def press(self, wish: Wish) -> None:
        """A key is pressed, and the loop comes round."""
        assert self.ask
        self.ask(wish)
        QCoreApplication.processEvents()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def remote(qapp: QCoreApplication, desk: Desk) -> Remote:
    return Remote(desk.join)


def hold(remote: Remote, position_ms: int, *, playing: bool = True) -> None:
    remote.show(*POSE, playing, HOLD_MS, position_ms)


# --- what the desktop is told -----------------------------------------------------------


def test_a_player_is_there_from_the_first_title_to_the_end(remote: Remote, desk: Desk) -> None:
    assert desk.asked_for_a_place == 0
    hold(remote, 0)
    assert desk.shown == Shown(1, *POSE, True, HOLD_MS, 0)
    remote.hide()
    assert desk.shown is None
    remote.hide()
    hold(remote, 0)
    assert desk.shown is not None
    assert desk.asked_for_a_place == 2


def test_that_time_passes_is_told_to_nobody_and_known_to_who_asks(
    remote: Remote, desk: Desk
) -> None:
    for position in range(0, HOLD_MS, 100):
        hold(remote, position)
    assert not desk.told
    assert desk.shown
    assert desk.shown.position_ms == HOLD_MS - 100


def test_a_pause_is_told_once(remote: Remote, desk: Desk) -> None:
    hold(remote, 4_000)
    for _ in range(3):
        hold(remote, 4_100, playing=False)
    assert desk.told == [{Change.STATUS}]


@pytest.mark.parametrize("to", [0, 14_000])
def test_a_leap_is_told_as_a_leap(remote: Remote, desk: Desk, to: int) -> None:
    hold(remote, 4_000)
    hold(remote, 4_000 + LEAP_MS)
    assert not desk.told
    hold(remote, to)
    assert desk.told == [{Change.POSITION}]


def test_the_next_title_is_another_track_and_its_beginning_no_leap(
    remote: Remote, desk: Desk
) -> None:
    hold(remote, HOLD_MS)
    remote.show(POSE[0], "Rest", True, 15_000, 0)
    assert desk.told == [{Change.METADATA}]
    assert desk.shown
    assert desk.shown.track == 2
    remote.show("Cat-Cow", "Rest", False, 15_000, 0)
    assert desk.told[1:] == [{Change.METADATA, Change.STATUS}]
    assert desk.shown.track == 3


def test_ten_seconds_more_are_the_same_track_made_longer(remote: Remote, desk: Desk) -> None:
    hold(remote, 4_000)
    remote.show(*POSE, True, HOLD_MS + 10_000, 4_000)
    assert desk.told == [{Change.METADATA}]
    assert desk.shown
    assert desk.shown.track == 1


# --- what its keys ask for --------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "signal"),
    [
        (Wish.PLAY, "play_asked"),
        (Wish.PAUSE, "pause_asked"),
        (Wish.PLAY_PAUSE, "play_pause_asked"),
        (Wish.NEXT, "next_asked"),
        (Wish.PREVIOUS, "previous_asked"),
        (Wish.STOP, "stop_asked"),
        (Wish.RAISE, "raise_asked"),
    ],
)
def test_each_key_asks_for_its_own(remote: Remote, desk: Desk, wish: Wish, signal: str) -> None:
    heard: list[str] = []
    names = {
        "play_asked",
        "pause_asked",
        "play_pause_asked",
        "next_asked",
        "previous_asked",
        "stop_asked",
        "raise_asked",
    }
    for name in names:

        def hear(name: str = name) -> None:
            heard.append(name)

        getattr(remote, name).connect(hear)
    hold(remote, 0)
    desk.press(wish)
    assert heard == [signal]


def test_a_key_that_comes_too_late_asks_for_nothing(remote: Remote, desk: Desk) -> None:
    heard: list[str] = []

    def hear() -> None:
        heard.append("next")

    remote.next_asked.connect(hear)
    hold(remote, 0)
    remote.hide()
    desk.press(Wish.NEXT)
    assert not heard


def test_the_desktop_has_its_answer_before_the_wish_is_heard(remote: Remote, desk: Desk) -> None:
    """Whoever hears it may hide the player that is still answering."""
    remote.stop_asked.connect(remote.hide)
    hold(remote, 0)
    assert desk.ask
    desk.ask(Wish.STOP)
    assert desk.shown is not None
    QCoreApplication.processEvents()
    assert desk.shown is None


# --- where there is nothing -------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_one_place_is_asked_for_and_no_more() -> None:
    desk = Desk(has_bus=False)
    remote = Remote(desk.join)
    for position in (0, 100, 20_000):
        hold(remote, position)
    assert desk.asked_for_a_place == 1
    remote.hide()


@pytest.mark.usefixtures("qapp")
def test_the_real_thing_is_quiet_where_there_is_no_bus() -> None:
    remote = Remote()
    hold(remote, 0)
    hold(remote, 100, playing=False)
    remote.hide()


@pytest.mark.usefixtures("qapp")
def test_the_real_thing_is_quiet_without_qtdbus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "backplan_gui.services.mpris", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    remote = Remote()
    hold(remote, 0)
    remote.hide()


def test_qtdbus_waits_for_the_first_session() -> None:
    code = "import sys, backplan_gui.services.media_keys; sys.exit('PySide6.QtDBus' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
