"""Whether the screen stays on during a session stands in the settings, before one and after."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from backplan_gui import senses
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Command
from backplan_gui.senses import Means
from backplan_gui.services import screen_ways
from backplan_gui.services.awake import Awake
from backplan_gui.ui.settings_sound import ScreenCard
from backplan_gui.ui.widgets.label import Label
from tests.app import Person, somebody
from tests.test_senses import FakeRemote, FakeSleep, FakeSounding, FakeVoice

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks no bus"),
]

KEPT = "This computer keeps it on."
OFFERED = "The screen can be kept on here. That is asked for when a session begins."
NO_WAY = "The screen cannot be kept on here: this desktop offers no way."
HELP = "The system’s own settings can keep it on for longer."


@pytest.fixture(autouse=True)
def _only_the_screen_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    def means() -> Means:
        fakes: Any = (FakeVoice(), FakeSounding(), Awake(), FakeRemote(), FakeSleep())
        return Means(*fakes)

    monkeypatch.setattr(senses, "means_here", means)


def said(person: Person) -> str:
    """What the settings say of the screen, once all is known that can be without a session."""
    person.app.show("settings")
    person.app._sessions.senses._wakefulness._soon.timeout.emit()
    QCoreApplication.processEvents()
    (card,) = person.app.window.findChildren(ScreenCard)
    texts = [label.text() for label in card.findChildren(Label) if label.isVisible()]
    assert texts[:-1] == ["Screen", "Keep the screen on during a session"]
    return texts[-1]


def hold_a_session(person: Person) -> None:
    person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
    person.app.start(1)
    person.wait(3_000)
    person.app.runner.do(Command.END)
    QCoreApplication.processEvents()


def test_after_a_session_that_held_the_screen_the_settings_say_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    monkeypatch.setattr(screen_ways, "offered", lambda: True)
    with somebody(tmp_path, heard=True) as person:
        assert said(person) == OFFERED
        hold_a_session(person)
        assert said(person) == KEPT


def test_where_there_is_no_way_they_say_so_before_a_session_and_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    with somebody(tmp_path, heard=True) as person:
        assert said(person) == f"{NO_WAY} {HELP}"
        hold_a_session(person)
        assert said(person) == f"{NO_WAY} {HELP}"
