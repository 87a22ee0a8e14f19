"""A fault in what Qt calls: told once, and neither the session nor the process ends by it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Phase
from backplan_gui.services.logs import LOG
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody
from tests.system.outside import PATIENCE_S, ROOT, environment, rows


@pytest.fixture
def person(tmp_path: Path, qapp: QApplication) -> Iterator[Person]:
    """Somebody with day 1 running."""
    with somebody(tmp_path, breaks=True) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        person.wait(3_000)
        yield person


def sheets(person: Person) -> list[Sheet]:
    return [sheet for sheet in person.app.window.findChildren(Sheet) if sheet.isVisible()]


def paint(person: Person) -> None:
    person.app.window.grab()
    QCoreApplication.processEvents()


def broken(*_: object) -> None:
    raise ValueError("of ours")


def test_a_part_that_cannot_be_painted_is_told_once_and_the_session_goes_on(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail without the guard: what painted next failed too, and the process ended."""
    monkeypatch.setattr(CountdownRing, "_paint_disc", broken)
    paint(person)
    (sheet,) = sheets(person)
    assert sheet.accessibleName() == "Something in Backplan went wrong."
    assert person.session.phase is Phase.PAUSED
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Space)
    while not person.session.worked:
        person.wait(1_500)
        paint(person)
        assert not sheets(person)
    assert person.app.runner.unsaved == 0
    log = (person.folder / LOG).read_text("utf-8")
    assert log.count("uncaught") == 1, "what breaks with every frame is logged once"
    assert "WARNING" not in log


def test_a_key_that_breaks_something_does_no_more(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The player's keys come through a filter of ours."""
    with monkeypatch.context() as patch:
        patch.setattr("backplan_gui.ui.player_keys._wish", broken)
        person.press(Qt.Key.Key_M)
        assert len(sheets(person)) == 1
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Space)
    assert person.session.phase in (Phase.RUNNING, Phase.RESUMING)


# --- what Qt does instead ---------------------------------------------------------------


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What nobody catches, kept with all that it holds."""
    found: list[BaseException] = []

    def keep(_kind: type[BaseException], fault: BaseException, _trace: object) -> None:
        found.append(fault)

    monkeypatch.setattr(sys, "excepthook", keep)
    return found


class Breaking(QWidget):
    """Breaks whatever is asked of it, in the middle of painting too."""

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.drawLine(0, 0, 9, 9)
        raise ValueError("of ours")

    def keyPressEvent(self, event: object) -> None:
        raise ValueError("of ours")

    def sizeHint(self) -> QSize:
        raise ValueError("of ours")

    def heightForWidth(self, width: int) -> int:
        raise ValueError("of ours")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        raise ValueError("of ours")


@pytest.mark.usefixtures("qapp")
def test_qt_gets_an_answer_and_whoever_takes_faults_the_fault(faults: list[BaseException]) -> None:
    breaking = Breaking()
    assert breaking.sizeHint() == QWidget().sizeHint()
    assert breaking.heightForWidth(100) == -1
    assert breaking.eventFilter(breaking, QEvent(QEvent.Type.User)) is False
    QTest.keyClick(breaking, Qt.Key.Key_A)
    assert [type(fault) for fault in faults] == [ValueError] * 4
    assert not breaking.grab().isNull()
    assert len(faults) > 4


@pytest.mark.usefixtures("qapp")
def test_a_painter_does_not_outlive_its_fault(faults: list[BaseException]) -> None:
    """Qt would complain, which fails a test; a second painter could not begin."""
    breaking = Breaking()
    breaking.show()
    breaking.repaint()
    assert faults
    assert not breaking.paintingActive()
    breaking.close()


class Twice(Breaking):
    """Asks the one below first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # type: ignore[override]  # a narrower one
        super().keyPressEvent(event)
        raise KeyError("of ours")


@pytest.mark.usefixtures("qapp")
def test_a_class_below_is_guarded_as_well(faults: list[BaseException]) -> None:
    QTest.keyClick(Twice(), Qt.Key.Key_A)
    assert [type(fault) for fault in faults] == [ValueError, KeyError]


# --- in a process of its own ------------------------------------------------------------


@pytest.mark.long
def test_an_app_that_breaks_with_every_frame_plays_a_whole_day(tmp_path: Path) -> None:
    """Seen to fail without the guard: a segmentation fault, and a log full of the same."""
    folder = tmp_path / "own"
    command = [sys.executable, "-m", "tests.system.victim_of_paint", str(folder), "100"]
    told = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    shown = [line for line in lines if line.startswith("sheet")]
    assert shown == ["sheet Something in Backplan went wrong."]
    assert rows(folder, "SELECT phase FROM session") == [("finished",)]
    log = (folder / LOG).read_text("utf-8")
    assert log.count("uncaught") == 1
