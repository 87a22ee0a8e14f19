"""The screen stays on as a strict desktop sees it, and as one that does not answer."""

from collections.abc import Iterator
from pathlib import Path
from socket import AF_UNIX, socket
from time import perf_counter

import pytest

from backplan_gui.runner import GAP_MS
from backplan_gui.services.awake import Answer, Awake, Wake
from tests.conftest import needs
from tests.system.bus import SESSION, desktop, private_bus

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    needs("dbus-daemon", package="dbus"),
]

SCREENSAVER, GNOME = "org.freedesktop.ScreenSaver", "org.gnome.SessionManager"
IDLE = 8
"""GNOME's number for "this session is not idle"."""
AT_ONCE_MS = 100
"""Nobody sees a window that stands still for so long."""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv(SESSION, address)
        yield address


@pytest.mark.parametrize(
    ("service", "wish"),
    [(SCREENSAVER, ["Backplan", "Day 1"]), (GNOME, ["Backplan", 42, "Day 1", IDLE])],
)
def test_a_desktop_is_asked_in_our_name_and_gets_its_cookie_back(
    bus: str, service: str, wish: list[object]
) -> None:
    awake = Awake("Day 1")
    with desktop(bus, service) as strict:
        for _ in range(2):
            awake.hold()
            assert (awake.state, awake.why) == (Wake.ON, "")
            granted, by, said, cookie = strict.said()
            assert (granted, by, said) == ("granted", service, wish)
            awake.hold()
            awake.release()
            assert strict.said() == ["returned", service, cookie]
            assert (awake.state, awake.answer, awake.why) == (Wake.OFF, Answer.KEPT, "")


@pytest.mark.parametrize("service", [SCREENSAVER, GNOME])
def test_what_a_desktop_offers_is_seen_without_asking_it(bus: str, service: str) -> None:
    awake = Awake()
    known = [awake.answer]
    awake.look()
    known.append(awake.answer)
    with desktop(bus, service) as strict:
        begun = perf_counter()
        awake.look()
        assert (perf_counter() - begun) * 1_000 < AT_ONCE_MS
        known.append(awake.answer)
        awake.hold()
        assert strict.said()[0] == "granted"
        awake.look()
        known.append(awake.answer)
        awake.release()
    assert known == [Answer.UNASKED, Answer.NO_WAY, Answer.OFFERED, Answer.KEPT]


def test_a_desktop_that_starts_its_service_when_it_is_asked_offers_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = f"[D-BUS Service]\nName={SCREENSAVER}\nExec=/bin/false\n"
    (tmp_path / "saver.service").write_text(described, encoding="utf-8")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv(SESSION, address)
        awake = Awake()
        awake.look()
        assert awake.answer is Answer.OFFERED


def test_a_bus_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is said of the desktop, for nothing is known."""
    place = tmp_path / "bus"
    with socket(AF_UNIX) as deaf:
        deaf.bind(str(place))
        deaf.listen()
        monkeypatch.setenv(SESSION, f"unix:path={place}")
        awake = Awake()
        begun = perf_counter()
        awake.look()
        assert (perf_counter() - begun) * 1_000 < AT_ONCE_MS
        assert awake.answer is Answer.UNASKED


@pytest.mark.usefixtures("bus")
def test_a_bus_without_a_desktop_refuses() -> None:
    awake = Awake()
    awake.hold()
    assert (awake.state, awake.answer) == (Wake.REFUSED, Answer.NO_WAY)
    for service in (SCREENSAVER, GNOME):
        assert f"The name {service} was not provided" in awake.why


def test_a_desktop_that_does_not_answer_costs_less_than_a_gap(bus: str) -> None:
    """And is told that we are gone, so that a yes that comes late holds nothing."""
    awake = Awake()
    with desktop(bus, SCREENSAVER, GNOME) as strict:
        strict.tell("be silent")
        assert strict.said() == ["silent"]
        begun = perf_counter()
        awake.hold()
        assert (perf_counter() - begun) * 1_000 < GAP_MS
        assert (awake.state, awake.answer) == (Wake.REFUSED, Answer.NO_ANSWER)
        assert awake.why == f"{SCREENSAVER}: no answer; {GNOME}: no answer"
        for service in (SCREENSAVER, GNOME):
            assert strict.said() == ["ignored", service, "Inhibit"]
            assert strict.said() == ["left"]


def test_a_bus_that_is_gone_at_the_end_troubles_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    awake = Awake()
    with private_bus(tmp_path) as address, desktop(address, SCREENSAVER):
        monkeypatch.setenv(SESSION, address)
        awake.hold()
        assert (awake.state, awake.why) == (Wake.ON, "")
    awake.release()
    assert (awake.state, bool(awake.why)) == (Wake.OFF, True)
