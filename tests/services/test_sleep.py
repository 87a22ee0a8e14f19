"""The person goes away: what is told of it, and that nothing is where nothing can be."""

import subprocess
import sys

import pytest

from backplan_gui.services.sleep import Sleep


class Told:
    """How often somebody was said to be away."""

    def __init__(self, watching: Sleep) -> None:
        self.times = 0
        watching.away.connect(self._count)

    def _count(self) -> None:
        self.times += 1


@pytest.fixture
def watching(monkeypatch: pytest.MonkeyPatch) -> Sleep:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
    return Sleep()


def test_what_begins_is_told_and_what_is_over_is_not(watching: Sleep) -> None:
    told = Told(watching)
    watching.prepare(False)
    assert told.times == 0
    watching.prepare(True)
    assert told.times == 1
    watching.lock()
    assert told.times == 2


@pytest.mark.parametrize(
    ("values", "times"),
    [({"LockedHint": True}, 1), ({"LockedHint": False}, 0), ({"Idle": True}, 0)],
)
def test_of_what_changes_in_a_session_only_a_lock_is_told(
    watching: Sleep, values: dict[str, object], times: int
) -> None:
    told = Told(watching)
    watching.changed("org.freedesktop.login1.Session", values, [])
    assert told.times == times


@pytest.mark.usefixtures("qapp")
def test_it_is_quiet_where_there_is_no_bus(watching: Sleep) -> None:
    watching.watch()
    watching.watch()


def test_it_is_quiet_without_qtdbus(watching: Sleep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    watching.watch()


def test_qtdbus_waits_until_somebody_watches() -> None:
    code = "import sys, backplan_gui.services.sleep; sys.exit('PySide6.QtDBus' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
