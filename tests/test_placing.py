"""A data folder on a network or in a cloud is told of once, calmly, and never refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from backplan_gui.core.records import SafetyGroup
from backplan_gui.launch import _Checker
from backplan_gui.store import placing
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.placing import Place, Placed
from backplan_gui.store.restoring import Undo
from backplan_gui.store.store import Store
from backplan_gui.ui import place_sheet
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody

pytestmark = pytest.mark.usefixtures("qapp")


def told(person: Person) -> list[str]:
    """What is said after the start."""
    _Checker(person.app).check()
    QCoreApplication.processEvents()
    sheets = [s for s in person.app.window.findChildren(Sheet) if s.isVisible()]
    return [label.text() for sheet in sheets for label in sheet.findChildren(Label)]


def test_a_cloud_is_told_once_with_the_way_out_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "Backplan"
    with somebody(folder) as person:
        said = told(person)
        assert "Your record is in a Dropbox folder." in said
        assert any(str(folder) in text and "--data-dir" in text for text in said)
        person.press(Qt.Key.Key_Escape)
        assert not told(person)
    with somebody(folder) as person:
        assert not told(person)
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        assert person.page == "player"


def test_another_folder_is_told_anew(tmp_path: Path) -> None:
    one, other = tmp_path / "Dropbox", tmp_path / "Nextcloud"
    with somebody(one) as person:
        assert told(person)
    one.rename(other)
    with somebody(other) as person:
        assert "Your record is in a Nextcloud folder." in told(person)


def test_a_disk_of_this_computer_is_nothing_to_tell(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        assert not told(person)


def test_a_network_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_volume", lambda _: ("nfs4", ""))
    with somebody(tmp_path) as person:
        assert "Your record is on the network." in told(person)


def test_it_waits_for_the_next_start_where_something_else_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    with somebody(folder) as person:
        person.app.keeping.tell(Undo(folder, None))
        assert "Your record is in a Dropbox folder." not in told(person)
    with somebody(folder) as person:
        assert "Your record is in a Dropbox folder." in told(person)


def test_a_record_that_cannot_keep_that_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Unwritable("The disk is full.")

    folder = tmp_path / "Dropbox"
    with somebody(folder) as person:
        with monkeypatch.context() as patch:
            patch.setattr(Store, "put", refuse)
            assert "The disk is full." not in told(person)
        person.press(Qt.Key.Key_Escape)
        assert told(person), "it is said once more"


@pytest.mark.parametrize("place", [Placed(Place.NETWORK), Placed(Place.CLOUD, "Dropbox")])
@pytest.mark.parametrize("say", [place_sheet.title, lambda p: place_sheet.text(p, Path("/own"))])
def test_what_is_said_is_calm(
    qapp: QApplication, place: Placed, say: Callable[[Placed], str]
) -> None:
    text = say(place)
    assert text.endswith(".")
    assert "!" not in text
    assert "{}" not in text
