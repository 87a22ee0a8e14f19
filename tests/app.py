"""A whole app in a folder of the test, with a clock in hand and a person's ways to use it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from backplan_gui.app import App
from backplan_gui.core.session import Session
from backplan_gui.launch import opened
from backplan_gui.services.logs import LOG
from backplan_gui.ui.widgets.toast import HELD_MS
from tests.fakes import FakeClock

LOOK_MS = 1_500
_FAULT = re.compile(r"^\S+ \S+ CRITICAL |^\S+ \S+ WARNING Qt: (?!This plugin does not support )")
"""A line of the log that tells of a fault of ours, or of what Qt complains of."""


class Person:
    """Uses the app as a person does: keys, clicks on what can be seen, and waiting."""

    def __init__(self, app: App, clock: FakeClock, folder: Path) -> None:
        self.app, self.clock, self.folder = app, clock, folder

    @property
    def page(self) -> str:
        """What is on show."""
        return self.app.window.page

    @property
    def session(self) -> Session:
        """The session that is on."""
        session = self.app.runner.session
        assert session is not None
        return session

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key, wherever the keyboard is."""
        focused: QWidget | None = self.app.window.focusWidget()
        QTest.keyClick(self.app.window if focused is None else focused, key, modifier)
        QCoreApplication.processEvents()

    def click(self, text: str, inside: QWidget | None = None) -> None:
        """The button with that text or name, which must be there to be seen."""
        QTest.mouseClick(self.button(text, inside), Qt.MouseButton.LeftButton)
        QCoreApplication.processEvents()

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button with that text or name."""
        window = inside or self.app.window
        seen = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
        found = [b for b in seen if text in (b.text(), b.accessibleName())]
        assert found, f"no {text!r} among {[b.text() or b.accessibleName() for b in seen]}"
        return found[0]

    def undo(self) -> None:
        """Undo a change by mouse, once that takes a click."""
        self.clock.turn(HELD_MS)
        self.click("Undo")

    def wait(self, ms: int) -> None:
        """Let time pass while the machine is awake."""
        while ms > 0 and self.app.runner.session is not None:
            self.clock.turn(min(LOOK_MS, ms))
            self.app.runner.look()
            ms -= LOOK_MS

    def follow(self) -> None:
        """Follow the session to its end."""
        while self.app.runner.session is not None:
            self.wait(LOOK_MS)
            assert not faults(self.folder), faults(self.folder)  # it stands still after one
        QCoreApplication.processEvents()

    def have_no_signs(self) -> None:
        """Answer the warning signs: none of these."""
        assert self.page == "signs"
        self.click("None of these")
        self.click("Continue")


@contextmanager
def somebody(
    folder: Path,
    clock: FakeClock | None = None,
    *,
    questions: bool = False,
    voice: bool = False,
    breaks: bool = False,
    heard: bool = False,
) -> Iterator[Person]:
    """An app that somebody has just opened, who wants no questions about pain and no voice
    unless said so: a get-ready is as long as it is written.

    Whatever is uncaught goes to the app's log here and not to pytest. So the log is looked at
    in the end, unless the test lets something break. With `heard` its sessions have the means of
    `senses.means_here`.
    """
    clock = clock or FakeClock()
    with opened(folder, clock, "en", heard=heard) as app:
        chosen = msgspec.structs.replace(app.journal.settings, questions=questions, voice=voice)
        app.journal.settings = chosen
        app.window.show()
        QCoreApplication.processEvents()
        yield Person(app, clock, folder)
    assert breaks or not faults(folder), faults(folder)


def faults(folder: Path) -> str:
    """The log of an app in which something of ours broke, or Qt complained; "" without any."""
    log = folder / LOG
    text = log.read_text("utf-8") if log.exists() else ""
    return text if any(map(_FAULT.match, text.splitlines())) else ""
