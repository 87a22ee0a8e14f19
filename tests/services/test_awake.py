"""The screen stays on while a session runs: when, and what is said where it cannot."""

import logging
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from wakepy import modecount

from backplan_gui.services.awake import PAUSE_MS, Answer, Awake, KeepAwake, Wake, Wakefulness
from backplan_gui.services.screen_ways import WAYS


class Screen:
    """A screen that does as it is told, unless it refuses, and remembers each wish."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.state, self.answer, self.why = Wake.OFF, Answer.UNASKED, ""
        self.refuses = refuses
        self.wishes: list[str] = []

    def hold(self) -> None:
        self.wishes.append("hold")
        self.state = Wake.REFUSED if self.refuses else Wake.ON
        self.answer = Answer.NO_WAY if self.refuses else Answer.KEPT
        self.why = "no desktop" if self.refuses else ""

    def look(self) -> None:
        self.wishes.append("look")
        self.answer = Answer.OFFERED

    def release(self) -> None:
        self.wishes.append("release")
        if self.state is Wake.ON:
            self.state = Wake.OFF


class Told:
    """How often the settings were told to look again."""

    def __init__(self, wakefulness: Wakefulness) -> None:
        self.times = 0
        wakefulness.changed.connect(self._count)

    def _count(self) -> None:
        self.times += 1


def is_on(screen: Screen | Wakefulness) -> bool:
    return screen.state is Wake.ON


def five_minutes_pass(wakefulness: Wakefulness) -> None:
    """What the timer says then; it must be running, and for five minutes."""
    assert wakefulness._pause.isActive()
    assert wakefulness._pause.isSingleShot()
    assert wakefulness._pause.interval() == PAUSE_MS == 300_000
    wakefulness._pause.timeout.emit()


# --- when -------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_the_screen_stays_on_while_a_session_runs() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    assert not screen.wishes
    wakefulness.running()
    assert is_on(wakefulness)
    wakefulness.ended()
    assert not is_on(wakefulness)


@pytest.mark.usefixtures("qapp")
def test_a_running_session_may_say_so_ten_times_a_second() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    told = Told(wakefulness)
    for _ in range(30):
        wakefulness.running()
    assert screen.wishes == ["hold"]
    assert told.times == 1


@pytest.mark.usefixtures("qapp")
def test_the_screen_may_go_dark_five_minutes_into_a_pause() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    wakefulness.running()
    wakefulness.paused()
    assert is_on(screen)
    five_minutes_pass(wakefulness)
    assert not is_on(screen)
    assert not wakefulness._pause.isActive()
    wakefulness.paused()
    assert not wakefulness._pause.isActive()
    wakefulness.running()
    assert is_on(screen)


@pytest.mark.usefixtures("qapp")
def test_what_is_done_during_a_pause_does_not_make_it_longer() -> None:
    wakefulness = Wakefulness(Screen())
    wakefulness.running()
    wakefulness.paused()
    begun = wakefulness._pause.id()
    wakefulness.paused()
    assert wakefulness._pause.id() == begun
    wakefulness.ended()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("then", ["running", "ended"])
def test_a_short_pause_leaves_no_timer_behind(then: str) -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    wakefulness.running()
    wakefulness.paused()
    getattr(wakefulness, then)()
    assert not wakefulness._pause.isActive()
    assert screen.wishes == (["hold"] if then == "running" else ["hold", "release"])
    wakefulness.ended()


@pytest.mark.usefixtures("qapp")
def test_a_session_that_is_only_taken_up_again_wakes_nothing() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    wakefulness.paused()
    wakefulness.ended()
    assert not screen.wishes
    assert not wakefulness._pause.isActive()


# --- the setting ------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_the_setting_is_obeyed_at_once() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen, allowed=False)
    wakefulness.running()
    assert not is_on(screen)
    wakefulness.allow(True)
    assert is_on(screen)
    wakefulness.allow(False)
    assert not is_on(screen)
    wakefulness.ended()
    wakefulness.allow(True)
    assert not is_on(screen)


@pytest.mark.usefixtures("qapp")
def test_a_refusal_is_told_once_and_asked_again_in_the_next_session() -> None:
    screen = Screen(refuses=True)
    wakefulness = Wakefulness(screen)
    told = Told(wakefulness)
    wakefulness.running()
    wakefulness.paused()
    wakefulness.running()
    assert screen.wishes == ["hold"]
    assert (wakefulness.state, wakefulness.why, told.times) == (Wake.REFUSED, "no desktop", 1)
    wakefulness.ended()
    assert wakefulness.state is Wake.REFUSED
    screen.refuses = False
    wakefulness.running()
    assert (wakefulness.state, wakefulness.why, told.times) == (Wake.ON, "", 2)
    wakefulness.ended()


# --- what is known of it ----------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_the_answer_is_still_known_when_the_session_is_over() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    known = [wakefulness.answer]
    for screen.refuses in (False, True):
        wakefulness.running()
        wakefulness.ended()
        known.append(wakefulness.answer)
    assert known == [Answer.UNASKED, Answer.KEPT, Answer.NO_WAY]


@pytest.mark.usefixtures("qapp")
def test_what_the_desktop_offers_is_looked_at_a_moment_later_and_told() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    told = Told(wakefulness)
    wakefulness.look_soon()
    assert not screen.wishes
    assert wakefulness._soon.isActive()
    wakefulness._soon.timeout.emit()
    assert (screen.wishes, wakefulness.answer, told.times) == (["look"], Answer.OFFERED, 1)
    wakefulness.close()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_held_or_waited_for_once_it_is_closed() -> None:
    screen = Screen()
    wakefulness = Wakefulness(screen)
    wakefulness.running()
    wakefulness.paused()
    wakefulness.look_soon()
    wakefulness.close()
    assert screen.wishes == ["hold", "release"]
    assert not any(timer.isActive() for timer in wakefulness.findChildren(QTimer))


# --- wakepy -----------------------------------------------------------------------------


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let wakepy say that it worked, and touch nothing."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")


@pytest.mark.usefixtures("works")
def test_holding_twice_is_holding_once() -> None:
    awake: KeepAwake = Awake()
    before = modecount()
    awake.hold()
    awake.hold()
    assert (awake.state, awake.why, modecount() - before) == (Wake.ON, "", 1)
    for _ in range(2):
        awake.release()
        assert (awake.state, modecount() - before) == (Wake.OFF, 0)
        assert awake.answer is Answer.KEPT


def test_a_refusal_has_a_cause_and_may_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    awake = Awake()
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    before = modecount()
    awake.hold()
    assert awake.state is Wake.REFUSED
    assert "Forced failure" in awake.why
    assert "\n" not in awake.why
    awake.release()
    assert (awake.state, modecount()) == (Wake.REFUSED, before)
    monkeypatch.delenv("WAKEPY_FORCE_FAILURE")
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake.hold()
    assert (awake.state, awake.why) == (Wake.ON, "")
    awake.release()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks no bus")
@pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere", "nonsense", None])
def test_without_a_bus_it_is_refused(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake = Awake()
    awake.look()
    assert awake.answer is Answer.NO_WAY
    awake.hold()
    assert (awake.state, awake.answer) == (Wake.REFUSED, Answer.NO_WAY)
    asked = [said.partition(": ")[0] for said in awake.why.split("; ")]
    assert tuple(asked) == WAYS


def test_why_it_was_refused_stands_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    awake = Awake()
    with caplog.at_level(logging.INFO, "backplan"):
        awake.hold()
    (line,) = caplog.messages
    assert line == f"The screen is not kept on: {awake.why}"


def test_a_copy_without_wakepy_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    awake = Awake()
    awake.hold()
    assert awake.state is Wake.REFUSED
    assert "wakepy" in awake.why


def test_wakepy_waits_for_the_first_session() -> None:
    code = "import sys, backplan_gui.services.awake; sys.exit('wakepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
