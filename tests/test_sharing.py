"""Files out of the app and into it, with a real record in a real folder."""

import csv
import errno
import io
import os
import re
import shutil
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from backplan_gui.core.portable import decode
from backplan_gui.core.report import Report
from backplan_gui.core.schedule import DayState
from backplan_gui.keeping import Erasure
from backplan_gui.launch import _put_in_place
from backplan_gui.sharing import Sharing
from backplan_gui.sharing.working import AT_ONCE_MS, Working
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.store import Store
from backplan_gui.ui import export_sheet, import_sheet, paper
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("qapp")

NAME = "backplan-2026-11-24"
NOTE = "The left side felt easier."


class Sharer(Person):
    """Somebody who answers the system's dialogs with the paths that are laid out."""

    def __init__(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(person.app, person.clock, person.folder)
        self.store = store_of(person)
        self.sharing = Sharing(person.app._front, self.store, person.clock)
        self.sharing.brought_in.connect(self._on_brought_in)
        self.answers: list[str] = []
        self.suggested: list[str] = []
        monkeypatch.setattr(export_sheet, "file_to_write", self._name)
        monkeypatch.setattr(import_sheet, "file_to_read", self._pick)

    def export(self, kind: str, *paths: Path | str) -> None:
        """The file of a kind, under the first of these names, then the next."""
        self.answers += map(str, paths)
        self.sharing.ask_export()
        self.click(kind)
        if kind in ("For my physiotherapist", "Calendar"):
            self.click("Choose where")

    def take_in(self, path: Path) -> None:
        """What a file holds, if the sheet says that it is wanted."""
        self.answers.append(str(path))
        self.sharing.ask_import()
        QCoreApplication.processEvents()

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """On a sheet nothing behind it can be reached."""
        return super().button(text, inside or self._sheet)

    @property
    def sheet(self) -> str:
        """The title of the sheet in sight; "" for none."""
        return self._sheet.accessibleName() if self._sheet else ""

    @property
    def _sheet(self) -> Sheet | None:
        found = [s for s in self.app.window.findChildren(Sheet) if s.isVisible()]
        return found[-1] if found else None

    @property
    def said(self) -> str:
        """All words in sight."""
        return "\n".join(w.text() for w in self.app.window.findChildren(Label) if w.isVisible())

    @property
    def days_done(self) -> list[int]:
        days = self.app.journal.week().days
        return [day.number for day in days if day.state is DayState.DONE]

    def _on_brought_in(self, said: str) -> None:
        self.app._home.changes.tell(said, new_week=True)

    def _name(self, _window: QWidget, _kind: str, path: str) -> str:
        self.suggested.append(path)
        return self.answers.pop(0)

    def _pick(self, _window: QWidget, _folder: str) -> str:
        return self.answers.pop(0)


def store_of(person: Person) -> Store:
    """The record itself."""
    store = person.app.journal._store
    assert isinstance(store, Store)
    return store


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Where files go."""
    folder = tmp_path / "Papers"
    folder.mkdir()
    return folder


@contextmanager
def opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock | None = None
) -> Iterator[Sharer]:
    with somebody(folder, clock) as person:
        yield Sharer(person, monkeypatch)


@pytest.fixture(scope="module")
def record(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of somebody with day 1 done and a note about it, and a walk."""
    folder = tmp_path_factory.mktemp("record")
    with somebody(folder) as person:
        person.app.start(1)
        person.have_no_signs()
        person.follow()
        (session,) = store_of(person).sessions("seven-days")
        person.app.journal.save_note(session.id, NOTE)
        person.app.journal.log_walk(5, "walking", 25)
    return folder


@pytest.fixture
def anna(record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sharer]:
    """Whose record that is, at her settings."""
    shutil.copytree(record, tmp_path / "anna")
    with opened(tmp_path / "anna", monkeypatch) as anna:
        anna.app.show("settings")
        yield anna


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- out ---------------------------------------------------------------------------------


def test_everything_is_in_the_file_of_everything(anna: Sharer, elsewhere: Path) -> None:
    anna.export("Everything", elsewhere / f"{NAME}.json")
    assert anna.sheet == "Saved in Papers"
    assert decode((elsewhere / f"{NAME}.json").read_bytes()) == anna.store.everything()
    assert files(elsewhere) == [f"{NAME}.json"]


def test_a_file_is_suggested_by_its_day_and_for_its_owners_eyes(
    anna: Sharer, elsewhere: Path
) -> None:
    anna.export("Everything", elsewhere / f"{NAME}.json")
    anna.click("Close")
    anna.export("Spreadsheet", elsewhere / f"{NAME}.csv")
    assert [Path(path).name for path in anna.suggested] == [f"{NAME}.json", f"{NAME}.csv"]
    assert Path(anna.suggested[1]).parent == elsewhere, "the folder of the last one"
    if os.name == "posix":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in elsewhere.iterdir()}
        assert modes == {0o600}


def test_the_spreadsheet_has_a_row_for_each_set(anna: Sharer, elsewhere: Path) -> None:
    anna.export("Spreadsheet", elsewhere / f"{NAME}.csv")
    text = (elsewhere / f"{NAME}.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(anna.store.done_sets("seven-days")) == 8
    assert {row["Exercise"] for row in rows} >= {"Child’s Pose", "Walking"}
    assert NOTE in {row["Note"] for row in rows}


def test_the_calendar_has_the_days_that_are_open(anna: Sharer, elsewhere: Path) -> None:
    anna.export("Calendar", elsewhere / f"{NAME}.ics")
    text = (elsewhere / f"{NAME}.ics").read_text("utf-8")
    assert re.findall(r"UID:\S+-day-(\d)", text) == ["2", "3", "4", "5", "6", "7"]
    starts = re.findall(r"DTSTART\S*:(2026\d{4}T\d+)", text)
    assert starts[0] == "20261125T183000", "day 1 was done today, so tomorrow is the first"
    assert NOTE not in text


def test_the_calendar_can_be_asked_for_from_the_finish_page(anna: Sharer, elsewhere: Path) -> None:
    anna.answers.append(str(elsewhere / "days.ics"))
    anna.sharing.ask_calendar()
    anna.click("A normal week")
    anna.click("Choose where")
    assert "FREQ=WEEKLY" in (elsewhere / "days.ics").read_text("utf-8")


def test_the_page_is_a_pdf_of_the_days_that_were_asked_for(anna: Sharer, elsewhere: Path) -> None:
    anna.export("For my physiotherapist", elsewhere / f"{NAME}.pdf")
    assert (elsewhere / f"{NAME}.pdf").read_bytes().startswith(b"%PDF-")
    assert "It is ready to print" in anna.said


@pytest.mark.parametrize("with_notes", [False, True])
def test_notes_are_on_the_page_only_if_ticked(
    anna: Sharer, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, with_notes: bool
) -> None:
    drawn: list[Report] = []

    def draw(report: Report, _content: object) -> bytes:
        drawn.append(report)
        return b"%PDF-"

    monkeypatch.setattr(paper, "report_pdf", draw)
    anna.answers.append(str(elsewhere / "page.pdf"))
    anna.sharing.ask_export()
    anna.click("For my physiotherapist")
    if with_notes:
        anna.click("With my notes")
    anna.click("Choose where")
    (report,) = drawn
    assert (report.dates.first, report.dates.last) == ("2026-11-24", "2026-11-24")
    assert [line.note for line in report.session_lines if line.note] == [NOTE] * with_notes


def test_this_week_begins_with_the_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FakeClock()
    with opened(tmp_path / "anna", monkeypatch, clock) as anna:
        contents = anna.sharing._contents
        assert (contents.kept.first, contents.kept.week) == ("2026-11-24", "2026-11-24")
        anna.app.journal.log_walk(5, "walking", 25)
        clock.local_date = "2026-11-30"
        anna.app.journal.start_again()
        assert contents.kept.week == "2026-11-30"
        anna.app.journal.log_walk(5, "walking", 25)
        clock.local_date = "2026-12-02"
        kept = contents.kept
        assert (kept.first, kept.week, kept.today) == ("2026-11-24", "2026-11-30", "2026-12-02")


def test_where_no_name_is_given_there_is_no_file(anna: Sharer, elsewhere: Path) -> None:
    anna.export("Everything", "")
    assert anna.sheet == ""
    assert files(elsewhere) == []


def test_without_a_name_one_is_back_at_the_form_with_its_answers(
    anna: Sharer, elsewhere: Path
) -> None:
    anna.answers = ["", "", str(elsewhere / "week.ics")]
    anna.sharing.ask_calendar()
    anna.click("A normal week")
    anna.click("Tue")
    anna.click("An hour later")
    anna.click("None")
    for _ in range(2):
        anna.click("Choose where")
        assert anna.sheet == "Add to my calendar"
        assert anna.button("A normal week").isChecked()
        assert anna.button("Tue").isChecked()
        assert anna.button("None").isChecked()
        assert "19" in anna.said.splitlines()
    assert files(elsewhere) == []
    anna.click("Choose where")
    assert anna.sheet == "Saved in Papers"
    ics = (elsewhere / "week.ics").read_text("utf-8")
    assert "BYDAY=MO,TU,TH" in ics
    assert "T193000" in ics
    assert "VALARM" not in ics


def test_without_a_name_the_page_keeps_its_answers_too(anna: Sharer, elsewhere: Path) -> None:
    anna.answers = ["", str(elsewhere / "page.pdf")]
    anna.sharing.ask_export()
    anna.click("For my physiotherapist")
    anna.click("With my notes")
    anna.click("Choose where")
    assert anna.sheet == "For my physiotherapist"
    assert anna.button("With my notes").isChecked()
    anna.click("Choose where")
    assert files(elsewhere) == ["page.pdf"]


def test_a_full_disk_leaves_nothing_and_another_place_may_be_chosen(
    anna: Sharer, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        anna.export("Everything", elsewhere / "stick.json", elsewhere / "disk.json")
    assert anna.sheet == "The file could not be saved."
    assert f"There is no room left in {elsewhere}. Nothing was written." in anna.said
    assert files(elsewhere) == []
    anna.click("Choose another place")
    assert anna.sheet == "Saved in Papers"
    assert files(elsewhere) == ["disk.json"]


def test_a_folder_that_can_only_be_read_is_told(
    anna: Sharer, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> tuple[int, str]:
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr("tempfile.mkstemp", closed)
    anna.export("Spreadsheet", elsewhere / "mine.csv")
    assert f"{elsewhere} can only be read. Nothing was written." in anna.said
    assert files(elsewhere) == []


def test_a_name_without_ending_replaces_no_file_unasked(anna: Sharer, elsewhere: Path) -> None:
    (elsewhere / "mine.json").write_bytes(b"mine")
    anna.export("Everything", elsewhere / "mine", elsewhere / "other")
    assert anna.sheet == "Replace this file?"
    anna.press(Qt.Key.Key_Return)
    assert files(elsewhere) == ["mine.json", "other.json"]
    assert (elsewhere / "mine.json").read_bytes() == b"mine"
    anna.click("Close")
    anna.export("Everything", elsewhere / "mine")
    anna.press(Qt.Key.Key_Escape)
    assert (elsewhere / "mine.json").read_bytes() == b"mine"
    anna.export("Everything", elsewhere / "mine")
    anna.click("Replace it")
    assert (elsewhere / "mine.json").read_bytes().startswith(b"{")


def test_a_record_that_cannot_be_read_is_told_and_no_file_is_there(
    anna: Sharer, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_store: Store) -> Generator[float, None, bytes]:
        yield 0.1
        raise Unwritable("Backplan’s folder is gone.")

    monkeypatch.setattr(Store, "gathering", gone)
    anna.export("Everything", elsewhere / "mine.json")
    assert "Backplan’s folder is gone." in anna.said
    assert files(elsewhere) == []


# --- what takes long ---------------------------------------------------------------------


def in_parts(clock: FakeClock, parts: int) -> Generator[float, None, bytes]:
    """Each part takes as long as is done at once."""
    for part in range(parts):
        clock.turn(AT_ONCE_MS)
        yield part / parts
    return b"all of it"


@pytest.fixture
def working(anna: Sharer) -> Working:
    return Working(anna.app._front, anna.clock)


def test_what_takes_long_shows_how_far_it_is_until_it_is_done(
    anna: Sharer, working: Working
) -> None:
    made: list[bytes] = []
    working.made.connect(made.append)
    working.start(in_parts(anna.clock, 5))
    assert anna.sheet == "Getting everything together"
    while not made:
        QCoreApplication.processEvents()
    assert made == [b"all of it"]
    assert anna.sheet == ""


def test_what_takes_long_can_be_cancelled(anna: Sharer, working: Working) -> None:
    made: list[bytes] = []
    working.made.connect(made.append)
    work = in_parts(anna.clock, 5)
    working.start(work)
    anna.press(Qt.Key.Key_Escape)
    for _ in range(20):
        QCoreApplication.processEvents()
    assert (anna.sheet, made, list(work)) == ("", [], [])


def test_closing_the_window_stops_it(anna: Sharer, working: Working) -> None:
    work = in_parts(anna.clock, 5)
    working.start(work)
    anna.app.window.close()
    assert list(work) == []


# --- in ----------------------------------------------------------------------------------


@pytest.fixture
def exported(anna: Sharer, elsewhere: Path) -> Path:
    """All of Anna's record."""
    path = elsewhere / "anna.json"
    anna.export("Everything", path)
    anna.click("Close")
    return path


def test_an_empty_record_becomes_the_one_in_the_file_and_empty_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Path, anna: Sharer
) -> None:
    with opened(tmp_path / "new", monkeypatch) as bert:
        bert.app.show("settings")
        bert.take_in(exported)
        assert bert.sheet == "Import this record?"
        assert "2 sessions" in bert.said
        assert bert.days_done == []
        bert.click("Import")
        assert bert.days_done == [1]
        assert bert.store.everything().sessions == anna.store.everything().sessions
        assert "Imported: 2 sessions" in bert.said
        bert.undo()
        assert bert.days_done == []
        assert bert.store.everything().sessions == ()
        assert "Imported" not in bert.said


def test_settings_come_into_an_empty_record_and_go_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Path, anna: Sharer
) -> None:
    text = exported.read_text("utf-8")
    exported.write_text(text.replace('"settings": {', '"settings": {"text_size": 150, '), "utf-8")
    with opened(tmp_path / "new", monkeypatch) as bert:
        bert.take_in(exported)
        bert.click("Import")
        assert bert.app.journal.settings.text_size == 150
        assert bert.app.theme.scale == 1.5
        bert.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert bert.app.journal.settings.text_size == 100
        assert bert.app.theme.scale == 1


def test_into_a_used_record_comes_what_is_new_and_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Path, anna: Sharer
) -> None:
    with opened(tmp_path / "used", monkeypatch) as bert:
        bert.app.journal.log_walk(5, "walking", 30)
        before = bert.store.everything()
        bert.take_in(exported)
        bert.click("Import")
        assert len(bert.store.everything().sessions) == 3
        bert.take_in(exported)
        assert bert.sheet == "It is all here already."
        bert.click("Close")
        bert.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert bert.store.everything() == before


def test_not_now_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Path, anna: Sharer
) -> None:
    with opened(tmp_path / "new", monkeypatch) as bert:
        bert.take_in(exported)
        bert.press(Qt.Key.Key_Escape)
        assert bert.sheet == ""
        assert bert.store.everything().sessions == ()
        assert not bert.app.journal.can_undo


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 a page", "was not exported by Backplan"),
        (b'{"name": "another"}', "was not exported by Backplan"),
        (b'{"format": "backplan-record", "version": 99}', "newer Backplan"),
        (b'{"format": "backplan-record", "version": 1, "sess', "broken"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_with_its_reason(
    anna: Sharer, elsewhere: Path, content: bytes, reason: str
) -> None:
    before = anna.store.everything()
    (elsewhere / "odd.json").write_bytes(content)
    anna.take_in(elsewhere / "odd.json")
    assert anna.sheet == "This file cannot be imported."
    assert reason in anna.said
    anna.click("Close")
    assert anna.store.everything() == before


def test_a_file_that_is_gone_is_told(anna: Sharer, elsewhere: Path) -> None:
    anna.take_in(elsewhere / "gone.json")
    assert f"{elsewhere / 'gone.json'} is not there any more." in anna.said


# --- away with it ------------------------------------------------------------------------


def erase(person: Person) -> Erasure:
    """By hand, from the settings."""
    person.app.keeping.ask_to_erase()
    person.click("Yes, erase all of it")
    person.click("Erase everything")
    wanted = person.app.keeping.wanted
    assert isinstance(wanted, Erasure)
    return wanted


def a_record_with_backups(folder: Path, stick: Path) -> Erasure:
    """Which somebody wants to be rid of."""
    stick.mkdir()
    clock = FakeClock()
    with somebody(folder, clock) as person:
        person.app.journal.log_walk(5, "walking", 25)
    clock.local_date = "2026-11-25"
    with somebody(folder, clock) as person:
        person.app.keeping.back_up()
        person.app.keeping.keep_copies(str(stick))
        return erase(person)


def test_everything_is_gone_and_the_app_begins_anew(tmp_path: Path) -> None:
    folder, stick = tmp_path / "data", tmp_path / "stick"
    wanted = a_record_with_backups(folder, stick)
    copies = files(stick)
    put = _put_in_place(folder, wanted, FakeClock())
    assert put == Erasure(str(stick))
    assert files(folder) == []
    assert files(stick) == copies != []
    with somebody(folder) as person:
        person.app.keeping.tell(put)
        person.click("Close")
        assert person.app.keeping.wanted is None
        assert person.app.journal.week().days_done == 0


def test_a_file_of_somebody_else_stays_and_ours_go(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    wanted = a_record_with_backups(folder, tmp_path / "stick")
    (folder / "letter.txt").write_text("not ours")
    _put_in_place(folder, wanted, FakeClock())
    assert files(folder) == ["letter.txt"]


def test_what_would_not_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    wanted = a_record_with_backups(folder, tmp_path / "stick")
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "backups":
            raise OSError(errno.EACCES, "no")
        unlink(path, missing_ok)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", refuse)
        put = _put_in_place(folder, wanted, FakeClock())
    assert isinstance(put, Erasure)
    (left,) = put.left
    with opened(folder, monkeypatch) as anna:
        anna.app.keeping.tell(put)
        assert anna.sheet == "Some files could not be erased."
        assert left in anna.said


def test_keeping_the_data_changes_nothing(anna: Sharer) -> None:
    before = anna.store.everything()
    anna.app.keeping.ask_to_erase()
    anna.click("Yes, erase all of it")
    anna.click("Keep my data")
    assert anna.app.keeping.wanted is None
    assert anna.app.window.isVisible()
    assert anna.store.everything() == before


def test_where_the_window_stays_nothing_is_erased_later(anna: Sharer) -> None:
    anna.app.keeping.restart_asked.disconnect(anna.app.window.close)
    anna.app.keeping.ask_to_erase()
    anna.click("Yes, erase all of it")
    anna.click("Erase everything")
    assert anna.app.window.isVisible()
    assert anna.app.keeping.wanted is None
