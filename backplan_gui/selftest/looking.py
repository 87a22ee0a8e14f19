"""Somebody who looks at the app as it stands on a record of its own, in every look."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from .. import resources
from ..app import App
from ..content import Content
from ..core.records import SafetyGroup
from ..core.script import StepKind
from ..core.session import Command
from ..core.settings import Settings, Theme
from ..launch import opened
from ..services.clock import SystemClock
from ..ui.main_window import MainWindow
from ..ui.mini_window import MiniWindow
from ..ui.widgets.card import Scroll
from ..ui.widgets.in_place import lay_out
from ..ui.widgets.sheet import Sheet
from .expecting import expect, expect_calm, uncaught

LOOKS = {
    "light": Settings(theme=Theme.LIGHT),
    "dark": Settings(theme=Theme.DARK),
    "high contrast": Settings(theme=Theme.LIGHT, high_contrast=True),
    "dark, high contrast": Settings(theme=Theme.DARK, high_contrast=True),
}
LOOK_MS, MOST_LOOKS = 1_500, 400
"""How often a session is looked at, and for how long at most: ten minutes."""

Painted = MainWindow | MiniWindow | Sheet
Kind = TypeVar("Kind", bound=QObject)
AnySheet = TypeVar("AnySheet", bound=Sheet)


class TurnedClock(SystemClock):
    """Stands still until it is turned: no machine is too slow for what is played here."""

    def __init__(self) -> None:
        super().__init__(speed=2)  # which is told on the screen, too
        self._steady, self._wall = super().steady_ms(), super().wall_ms()

    def ms(self) -> int:
        return self._steady * self.speed

    def steady_ms(self) -> int:
        return self._steady

    def wall_ms(self) -> int:
        return self._wall

    def turn(self, ms: int) -> None:
        """So many milliseconds pass."""
        self._steady += ms
        self._wall += ms


class Onlooker:
    """Looks at what is on show, and remembers in which look."""

    def __init__(
        self, app: App, clock: TurnedClock, language: str, faults: list[BaseException]
    ) -> None:
        self.app, self._clock, self._faults = app, clock, faults
        self.content = Content(resources.root(), language)
        self._look = "as the system has it"

    def looks(self) -> Iterator[str]:
        """Every look, one after the other."""
        for look, settings in LOOKS.items():
            self._look = look
            self.app.theme.apply(settings)
            yield look

    def see(self, page: str) -> None:
        """The page that is on show."""
        shown = self.app.window.page
        expect(shown == page, f"{shown or 'nothing'} instead of {page}")
        self.paint(self.app.window, page)

    def see_sheet(self, kind: type[Sheet]) -> None:
        """The sheet that is open, and is closed then."""
        self.paint_sheet(kind).dismiss()
        tidy()

    def paint_sheet(self, kind: type[AnySheet]) -> AnySheet:
        """The sheet that is open, and stays so."""
        sheet = self.sheet(kind)
        self.paint(sheet, f"{kind.__name__} over {self.app.window.page}")
        return sheet

    def sheet(self, kind: type[AnySheet]) -> AnySheet:
        """The sheet that is open."""
        found = [s for s in self.app.window.findChildren(Sheet) if not s.isHidden()]
        if len(found) == 1 and type(found[0]) is kind:
            return found[0]
        names = ", ".join(type(sheet).__name__ for sheet in found) or "nothing"
        raise AssertionError(f"{names} instead of {kind.__name__}")

    def paint(self, shown: Painted, what: str) -> None:
        """All of it, also what is further down."""
        lay_out()
        expect(not shown.grab().isNull(), f"{what} cannot be painted")
        for scroll in shown.findChildren(Scroll):
            if scroll.isVisible() and scroll.verticalScrollBar().maximum():
                inside = scroll.widget()
                assert inside is not None
                inside.grab()
        expect_calm(self._faults, f"{what} ({self._look})")

    def the(self, kind: type[Kind], name: str = "") -> Kind:
        """What there is of that kind, and with that name if one is given."""
        window = self.app.window
        found = window.findChild(kind, name) if name else window.findChild(kind)
        if found is None:
            raise AssertionError(f"there is no {kind.__name__} {name}")
        return found

    def have_no_signs(self) -> None:
        """None of the warning signs is there, so that nothing holds a session back."""
        self.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        self.app.show("day")

    def follow_to(self, kind: StepKind) -> None:
        """Follow the session to the next step of that kind; only sets take their time."""
        runner = self.app.runner
        for _ in range(MOST_LOOKS):
            session = runner.session
            if session is not None and session.step.kind is kind:
                return
            self._clock.turn(LOOK_MS)
            if session is None or session.step.kind is StepKind.WORK or not runner.do(Command.SKIP):
                runner.look()
        raise AssertionError(f"the session does not come to {kind}")


@contextmanager
def onlooker(language: str) -> Iterator[Onlooker]:
    """In front of an app on a folder of its own."""
    clock, found = TurnedClock(), None
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), clock, language) as app,
        uncaught() as faults,
    ):
        one = Onlooker(app, clock, language, faults)
        one.have_no_signs()
        app.window.show()
        app.window.activateWindow()
        QCoreApplication.processEvents()  # only what is in front has the keyboard
        try:
            yield one
            expect_calm(faults)
        except Exception as error:  # noqa: BLE001  # told once the app is closed as ever
            found = error
    tidy()
    if found is not None:
        raise found


def tidy() -> None:
    """What is closed is gone, and neither dresses with the others nor wakes up any more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
