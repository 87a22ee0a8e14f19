"""A disk that refuses, a window that closes and a fault of ours: nothing is lost unsaid."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from backplan_gui.core.records import SafetyGroup, done_records
from backplan_gui.core.session import Phase, Session
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.store import Store
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody

FULL = "The disk is full."


class Disk:
    """The one below the record, which may refuse the session."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = False
        save = Store.save

        def refusing(store: Store, id: str, session: Session, ended: str | None = None) -> None:
            if self.refuses:
                raise Unwritable(FULL)
            save(store, id, session, ended)

        monkeypatch.setattr(Store, "save", refusing)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def person(tmp_path: Path, qapp: QApplication, disk: Disk) -> Iterator[Person]:
    """Somebody whose disk has been full since day 1 began, with one set behind them."""
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        disk.refuses = True
        do_a_set(person)
        yield person


def do_a_set(person: Person) -> None:
    before = len(person.session.worked)
    while len(person.session.worked) == before:
        person.wait(1_500)


def close(person: Person) -> bool:
    """As by the cross of the window."""
    closed = person.app.window.close()
    QCoreApplication.processEvents()
    return closed


def sheets(person: Person) -> list[Sheet]:
    return [sheet for sheet in person.app.window.findChildren(Sheet) if sheet.isVisible()]


def texts(person: Person) -> list[str]:
    (sheet,) = sheets(person)
    return [label.text() for label in sheet.findChildren(Label) if label.isVisible()]


def sets_kept(folder: Path) -> int:
    with somebody(folder) as person:
        found = person.app.journal.unfinished()
        assert found is not None
        return len(done_records(found.session))


# --- closing ----------------------------------------------------------------------------


def test_a_window_with_a_set_that_is_nowhere_else_asks_before_it_closes(person: Person) -> None:
    """Seen to fail with a window that simply closes."""
    assert not close(person)
    assert person.app.window.isVisible()
    assert person.session.phase is Phase.PAUSED
    said = texts(person)
    assert "One set could not be saved yet." in said
    assert any(text.startswith(FULL) for text in said)
    assert not close(person)
    assert len(sheets(person)) == 1, "it is asked once"
    person.press(Qt.Key.Key_Escape)
    assert not sheets(person)
    assert person.app.window.isVisible()


def test_closing_without_it_is_a_choice(tmp_path: Path, disk: Disk, qapp: QApplication) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        do_a_set(person)
        disk.refuses = True
        do_a_set(person)
        do_a_set(person)
        close(person)
        assert "2 sets could not be saved yet." in texts(person)
        person.click("Close without it")
        assert not person.app.window.isVisible()
        assert person.app.runner.session is None
    disk.refuses = False
    assert sets_kept(tmp_path) == 1


def test_trying_again_asks_again_until_it_is_saved_and_then_closes(
    tmp_path: Path, disk: Disk, qapp: QApplication
) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        disk.refuses = True
        do_a_set(person)
        close(person)
        person.click("Try again")
        assert len(sheets(person)) == 1
        assert person.app.window.isVisible()
        disk.refuses = False
        person.click("Try again")
        assert not person.app.window.isVisible()
    assert sets_kept(tmp_path) == 1


def test_what_can_be_saved_meanwhile_closes_by_itself(
    tmp_path: Path, disk: Disk, qapp: QApplication
) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        disk.refuses = True
        do_a_set(person)
        close(person)
        disk.refuses = False
        person.app.runner.look()
        QCoreApplication.processEvents()
        assert not person.app.window.isVisible()
    assert sets_kept(tmp_path) == 1


def test_a_disk_that_has_room_again_is_not_asked_about(
    tmp_path: Path, disk: Disk, qapp: QApplication
) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        disk.refuses = True
        do_a_set(person)
        disk.refuses = False
        assert close(person)
    assert sets_kept(tmp_path) == 1


def test_a_whole_session_that_could_not_be_saved_is_kept_before_it_closes(
    tmp_path: Path, disk: Disk, qapp: QApplication
) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        disk.refuses = True
        while person.session.is_open:
            person.wait(1_500)
        close(person)
        assert "7 sets could not be saved yet." in texts(person)
        disk.refuses = False
        person.app.runner.look()
        QCoreApplication.processEvents()
        assert not person.app.window.isVisible()
    with somebody(tmp_path) as person:
        assert person.app.journal.unfinished() is None
        assert person.app.journal.week().day(1).sets_done == 7


def test_no_window_outlives_its_record_whatever_breaks(tmp_path: Path, qapp: QApplication) -> None:
    windows: list[MainWindow] = []

    def break_off() -> None:
        with somebody(tmp_path) as person:
            windows.append(person.app.window)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert not windows[0].isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(windows[0])


# --- a fault of ours --------------------------------------------------------------------


def test_a_fault_does_not_call_saved_what_is_not(person: Person, disk: Disk) -> None:
    person.app._faults.say_ours()
    said = " ".join(texts(person))
    assert "One set could not be saved yet. Backplan keeps trying." in said
    assert "What you did is saved." not in said
    person.press(Qt.Key.Key_Escape)
    disk.refuses = False
    person.app.runner.look()
    person.app._faults.say_ours()
    assert "What you did is saved." in " ".join(texts(person))
