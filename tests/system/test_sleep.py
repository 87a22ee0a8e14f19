"""The machine goes to sleep, or is locked, as its buses tell it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from backplan_gui.runner import GAP_MS
from tests.conftest import needs
from tests.system.bus import SESSION, SYSTEM, Talker, desktop, private_bus, talking

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    needs("dbus-daemon", package="dbus"),
]

WATCHER = (sys.executable, "-m", "tests.system.watcher")
LOGIN, SCREENSAVER = "org.freedesktop.login1", "org.freedesktop.ScreenSaver"
MANAGER = ("/org/freedesktop/login1", f"{LOGIN}.Manager")
OURS, ANOTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_33"
PROPERTIES = ("org.freedesktop.DBus.Properties", "PropertiesChanged")


class Machine:
    """Its two buses, what tells on them, and who watches."""

    def __init__(self, login: Talker, saver: Talker, watcher: Talker) -> None:
        self.login, self.saver, self.watcher = login, saver, watcher

    def tell(self, by: Talker, *signal: str) -> None:
        by.tell(*signal)
        assert by.said() == ["emitted", signal[2]]

    def times_away(self) -> int:
        """How often the person was said to be away since this was last asked."""
        times = 0
        for by in (self.login, self.saver):
            self.tell(by, "/", "org.backplan.Test", "SoFar", "()")
            while (said := self.watcher.said()) != ["so far"]:
                assert said == ["away"]
                times += 1
        return times

    def watch(self) -> None:
        self.watcher.tell("watch")
        assert self.watcher.said() == ["done", "watch"]


@pytest.fixture
def buses(tmp_path: Path) -> Iterator[tuple[str, str]]:
    folders = [tmp_path / name for name in ("session", "system")]
    for folder in folders:
        folder.mkdir()
    with private_bus(folders[0]) as session, private_bus(folders[1]) as system:
        yield session, system


@pytest.fixture
def machine(buses: tuple[str, str]) -> Iterator[Machine]:
    session, system = buses
    with (
        desktop(system, LOGIN) as login,
        desktop(session, SCREENSAVER) as saver,
        talking(*WATCHER, **{SESSION: session, SYSTEM: system}) as watcher,
    ):
        machine = Machine(login, saver, watcher)
        machine.watch()
        yield machine
        assert watcher.end() == 0


def test_sleep_is_told_before_and_waking_up_is_not(machine: Machine) -> None:
    machine.tell(machine.login, *MANAGER, "PrepareForSleep", "(true,)")
    assert machine.times_away() == 1
    machine.tell(machine.login, *MANAGER, "PrepareForSleep", "(false,)")
    assert machine.times_away() == 0


def test_a_session_is_asked_to_lock(machine: Machine) -> None:
    machine.tell(machine.login, OURS, f"{LOGIN}.Session", "Lock", "()")
    assert machine.times_away() == 1
    machine.tell(machine.login, OURS, f"{LOGIN}.Session", "Unlock", "()")
    assert machine.times_away() == 0


def test_a_session_leaves_the_hint_that_it_is_locked(machine: Machine) -> None:
    for hint, times in (("true", 1), ("false", 0)):
        values = f"('{LOGIN}.Session', {{'LockedHint': <{hint}>}}, @as [])"
        machine.tell(machine.login, OURS, *PROPERTIES, values)
        assert machine.times_away() == times


def test_the_session_of_somebody_else_is_none_of_ours(machine: Machine) -> None:
    values = f"('{LOGIN}.Session', {{'LockedHint': <true>}}, @as [])"
    machine.tell(machine.login, ANOTHER, f"{LOGIN}.Session", "Lock", "()")
    machine.tell(machine.login, ANOTHER, *PROPERTIES, values)
    assert machine.times_away() == 0


@pytest.mark.parametrize("path", ["/ScreenSaver", "/org/freedesktop/ScreenSaver"])
def test_the_screen_saver_locks_wherever_it_says_so(machine: Machine, path: str) -> None:
    machine.tell(machine.saver, path, SCREENSAVER, "ActiveChanged", "(true,)")
    assert machine.times_away() == 1
    machine.tell(machine.saver, path, SCREENSAVER, "ActiveChanged", "(false,)")
    assert machine.times_away() == 0


def test_watching_twice_tells_once(machine: Machine) -> None:
    machine.watch()
    machine.tell(machine.login, *MANAGER, "PrepareForSleep", "(true,)")
    assert machine.times_away() == 1


def test_a_login_service_that_does_not_answer_costs_less_than_a_gap(
    buses: tuple[str, str],
) -> None:
    """Then nobody knows which session is ours, and only sleep is told."""
    session, system = buses
    with (
        desktop(system, LOGIN) as login,
        desktop(session, SCREENSAVER) as saver,
        talking(*WATCHER, **{SESSION: session, SYSTEM: system}) as watcher,
    ):
        login.tell("be silent")
        assert login.said() == ["silent"]
        watcher.tell("watch")
        assert login.said() == ["ignored", f"{LOGIN}.Manager", "GetSession"]
        begun = perf_counter()
        assert watcher.said() == ["done", "watch"]
        assert (perf_counter() - begun) * 1_000 < GAP_MS
        machine = Machine(login, saver, watcher)
        machine.tell(login, OURS, f"{LOGIN}.Session", "Lock", "()")
        assert machine.times_away() == 0
        machine.tell(login, *MANAGER, "PrepareForSleep", "(true,)")
        assert machine.times_away() == 1
        assert watcher.end() == 0


def test_without_a_login_service_the_screen_saver_still_tells(buses: tuple[str, str]) -> None:
    session, system = buses
    with (
        desktop(session, SCREENSAVER) as saver,
        talking(*WATCHER, **{SESSION: session, SYSTEM: system}) as watcher,
    ):
        watcher.tell("watch")
        assert watcher.said() == ["done", "watch"]
        saver.tell("/ScreenSaver", SCREENSAVER, "ActiveChanged", "(true,)")
        assert watcher.said() == ["away"]
        assert watcher.end() == 0
