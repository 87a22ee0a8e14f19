"""The self-test looks at everything there is to draw, in every look, and sees what breaks."""

import inspect
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from types import CodeType, FrameType, ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from backplan_gui import selftest, ui
from backplan_gui.core.settings import Settings
from backplan_gui.selftest import CHECKS, looking, pages, player, sheets
from backplan_gui.selftest.looking import LOOKS
from backplan_gui.ui.erase_sheet import EraseSheet
from backplan_gui.ui.far_view import FarView
from backplan_gui.ui.mini_window import MiniWindow
from backplan_gui.ui.recovery_page import RecoveryPage
from backplan_gui.ui.session_page import SessionPage
from backplan_gui.ui.settings_data import DataCard
from backplan_gui.ui.signs_result_page import SignsResultPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.walk_sheet import WalkSheet
from backplan_gui.ui.widgets.numbered_lines import NumberedLines
from backplan_gui.ui.widgets.sheet import Sheet

Look = tuple[bool, bool]
Painted = dict[type[QWidget], set[Look]]

ALL: set[Look] = {(dark, contrast) for dark in (False, True) for contrast in (False, True)}
NOT_MET = {NumberedLines}
"""In place of a figure that large text leaves no room; here all text is at 100 or 120 %."""
DEEP = 6
"""So far down is what made a sheet, at most: whose own making may take several calls."""

pytestmark = pytest.mark.usefixtures("qapp")


def modules() -> list[ModuleType]:
    """All of ui/, also what nobody has imported."""
    found = pkgutil.walk_packages(ui.__path__, f"{ui.__name__}.")
    return [import_module(module.name) for module in found]


def widgets() -> set[type[QWidget]]:
    """Every class of something that can be drawn."""
    return {
        kind
        for module in modules()
        for kind in vars(module).values()
        if inspect.isclass(kind)
        and issubclass(kind, QWidget)
        and kind.__module__ == module.__name__
    }


def makers() -> dict[CodeType, str]:
    """Every function that makes a sheet."""
    return {
        function.__code__: f"{module.__name__}.{name}"
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and makes_a_sheet(function)
    }


def makes_a_sheet(function: Callable[..., Any]) -> bool:
    kind = inspect.signature(function).return_annotation
    return inspect.isclass(kind) and issubclass(kind, Sheet)


class Notes:
    """What was painted, and in which look; and who made a sheet."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.painted: Painted = defaultdict(set)
        self.makers: set[CodeType] = set()
        self._look: Look = False, False
        for kind in widgets():
            patch.setattr(kind, "paintEvent", self._noted(kind.paintEvent))
        patch.setattr(Theme, "apply", self._worn(Theme.apply))
        patch.setattr(Sheet, "__init__", self._made(Sheet.__init__))

    def _noted(self, paint: Callable[[Any, QPaintEvent], None]) -> Callable[..., None]:
        def painted(widget: QWidget, event: QPaintEvent) -> None:
            for kind in type(widget).__mro__:
                self.painted[kind].add(self._look)
            paint(widget, event)

        return painted

    def _worn(self, apply: Callable[[Theme, Settings], None]) -> Callable[..., None]:
        def applied(theme: Theme, settings: Settings) -> None:
            self._look = settings.theme == "dark", settings.high_contrast
            apply(theme, settings)

        return applied

    def _made(self, make: Callable[..., None]) -> Callable[..., None]:
        def made(sheet: Sheet, *given: Any, **named: Any) -> None:
            frame: FrameType | None = sys._getframe(1)
            for _ in range(DEEP):
                if frame is not None:
                    self.makers.add(frame.f_code)
                    frame = frame.f_back
            make(sheet, *given, **named)

        return made


@pytest.fixture(scope="module")
def notes(qapp: QApplication) -> Iterator[Notes]:
    """Of one self-test, as far as it looks at the window."""
    with pytest.MonkeyPatch.context() as patch:
        taken = Notes(patch)
        for look in (pages.every_page, sheets.every_sheet, player.every_moment):
            look("en")
        yield taken


def test_there_is_something_to_look_for() -> None:
    assert len(widgets()) > 150
    assert {SessionPage, EraseSheet, MiniWindow, Sheet} <= widgets()
    assert len(makers()) > 8


def test_every_look_is_worn() -> None:
    worn = {(look.theme == "dark", look.high_contrast) for look in LOOKS.values()}
    assert worn == ALL


def test_all_that_can_be_drawn_is_painted_in_every_look(notes: Notes) -> None:
    """A page, a sheet or a part that is new is forgotten in backplan_gui/selftest/."""
    missing = {
        f"{kind.__module__}.{kind.__name__}": ALL - notes.painted[kind]
        for kind in widgets() - NOT_MET
        if ALL - notes.painted[kind]
    }
    assert not missing


def test_what_is_not_met_is_never_painted(notes: Notes) -> None:
    assert not [kind for kind in NOT_MET if notes.painted[kind]]


def test_every_sheet_that_a_function_makes_is_painted(notes: Notes) -> None:
    assert not [name for code, name in makers().items() if code not in notes.makers]


def test_these_looks_are_part_of_the_self_test() -> None:
    checks = [check for _, check in CHECKS]
    for look in (pages.every_page, sheets.every_sheet, player.every_moment):
        assert look in checks


# What breaks


def break_painting(
    patch: pytest.MonkeyPatch, kind: type[QWidget], look: Look | None = None
) -> None:
    """From now on it cannot be painted, or only in that look."""
    paint: Callable[[Any, QPaintEvent], None] = kind.paintEvent

    def paintEvent(widget: Any, event: QPaintEvent) -> None:
        theme = widget._theme
        if look is None or look == (theme.dark, theme.high_contrast):
            raise ValueError("of ours")
        paint(widget, event)

    broken: Any = type("Broken", (kind,), {"paintEvent": paintEvent})
    patch.setattr(kind, "paintEvent", broken.paintEvent)


@pytest.mark.parametrize(
    ("kind", "look", "named"),
    [
        (SessionPage, pages.every_page, "session"),
        (SignsResultPage, pages.every_page, "result"),
        (RecoveryPage, pages.every_page, "recovery"),
        (EraseSheet, sheets.every_sheet, "EraseSheet over day"),
        (FarView, player.every_moment, "player"),
        (MiniWindow, player.every_moment, "mini window"),
    ],
)
def test_what_cannot_be_painted_is_found_and_named(
    monkeypatch: pytest.MonkeyPatch,
    kind: type[QWidget],
    look: Callable[[str], None],
    named: str,
) -> None:
    monkeypatch.setattr(looking, "LOOKS", {"light": LOOKS["light"]})
    break_painting(monkeypatch, kind)
    with pytest.raises(AssertionError, match=re.escape(f"{named} (light): ValueError: of ours")):
        look("en")


def test_what_breaks_in_one_look_alone_is_found_there(monkeypatch: pytest.MonkeyPatch) -> None:
    break_painting(monkeypatch, WalkSheet, (True, True))
    with pytest.raises(AssertionError, match=r"^WalkSheet over day \(dark, high contrast\): "):
        sheets.every_sheet("en")


def test_what_is_further_down_is_painted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOKS", {"light": LOOKS["light"]})
    break_painting(monkeypatch, DataCard)
    with pytest.raises(AssertionError, match=r"^settings \(light\): "):
        pages.every_page("en")


def test_a_fault_that_nobody_catches_fails_a_check_without_an_onlooker(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(_language: str) -> None:
        sys.excepthook(ValueError, ValueError("of ours"), None)

    monkeypatch.setattr(selftest, "CHECKS", (("one", breaks),))
    monkeypatch.setattr(selftest, "make_application", str)
    before = sys.excepthook
    assert selftest.self_test("en", None) == 1
    assert sys.excepthook is before
    assert capsys.readouterr().out.startswith("FAILED  one: AssertionError: ValueError: of ours\n")
