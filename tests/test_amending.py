"""A session of the record is opened, put right and taken out; one key takes the change back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from backplan_gui.amending import Amending
from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import Asked, CheckIn
from backplan_gui.core.records import SessionRecord, done_records
from backplan_gui.core.schedule import DayState
from backplan_gui.core.session import Command
from backplan_gui.store.backups import back_up, listed
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.store import Store
from backplan_gui.ui.session_page import SessionPage
from backplan_gui.ui.widgets.field import NoteField
from backplan_gui.ui.widgets.sheet import Sheet
from tests import scenes, scenes_session
from tests.app import Person, somebody
from tests.ui.seeing import controls, words_on


class Reader:
    """Somebody who opens a session, as from the table of the progress page."""

    def __init__(self, person: Person) -> None:
        self.person, self.store = person, scenes_session.store_of(person)
        self.said: list[str] = []
        self.forgotten: list[str] = []
        self.refuses = False
        self.amending.changed.connect(self.said.append)

    @property
    def amending(self) -> Amending:
        """That of the app."""
        return self.person.app._archive._amending

    def open(self, record: SessionRecord | None = None) -> SessionRecord:
        """That session, or the one that began last."""
        record = record or scenes_session.last(self.person)
        self.person.app._archive.open(record.id)
        QCoreApplication.processEvents()
        return record

    def do(self, day: int) -> SessionRecord:
        """All of a day, in no time."""
        record = self.person.app.journal.new_session(day, whole=True)
        session, _ = engine.apply(record.session, Command.START, 0)
        session, _ = engine.apply(session, Command.TICK, 10**9)
        record = msgspec.structs.replace(record, session=session, ended=record.begun)
        self.store.add_finished(record, done_records(session))
        return record

    def undo(self) -> None:
        """Ctrl+Z, wherever the keyboard is."""
        self.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def forget(self, id: str) -> None:
        """What takes a session out of the backups, in place of the real one."""
        if self.refuses:
            raise Unwritable("The disk is full.")
        self.forgotten.append(id)

    @property
    def page(self) -> SessionPage:
        (page,) = self.person.app.window.findChildren(SessionPage)
        return page

    @property
    def words(self) -> list[str]:
        return words_on(self.page)

    def write(self, text: str) -> None:
        """A note, and on to the next control."""
        (note,) = self.page.findChildren(NoteField)
        note.setFocus()
        note.setPlainText(text)
        self.page.first_focus.setFocus()

    def sheet(self) -> Sheet:
        """What lies over the page."""
        (sheet,) = [s for s in self.person.app.window.findChildren(Sheet) if s.isVisible()]
        return sheet

    def press(self, name: str, inside: QWidget | None = None) -> None:
        self.person.click(name, inside)

    def remove(self, *, from_backups: bool = False) -> None:
        """Ask for it, and say yes."""
        self.press("Remove this session")
        if from_backups:
            self.press("Also from the backups; that cannot be undone")
        self.press("Remove it")

    def state(self, day: int) -> DayState:
        return self.person.app.journal.week().day(day).state


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("session", "done_set", "check_in", "note", "log", "mark")
    return {
        name: store._db.execute(f"SELECT rowid, * FROM {name} ORDER BY rowid").fetchall()
        for name in tables
    }


@pytest.fixture
def reader(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Before day 1 was done, with numbers."""
    with somebody(tmp_path, questions=True) as person:
        reader = Reader(person)
        monkeypatch.setattr(reader.amending, "_forget", reader.forget)
        yield reader


@pytest.fixture
def done(reader: Reader) -> SessionRecord:
    """Day 1, done whole with a number before and after, and opened."""
    record = reader.do(1)
    for number, asked in ((4, Asked.BEFORE), (2, Asked.AFTER)):
        at, date = record.begun, record.local_date
        reader.store.add_check_in(CheckIn(asked, record.id, at, date, asked, number))
    return reader.open(record)


# --- looking -----------------------------------------------------------------------------


@pytest.mark.usefixtures("done")
def test_it_shows_what_is_in_the_record(reader: Reader) -> None:
    assert reader.person.page == "session"
    told = reader.words
    assert {"Day 1, Settle and stretch", "7 of 7 sets", "Day 1 is done."} <= set(told)
    assert {"Before", "4", "After", "2", "2 points lower"} <= set(told)
    assert "Tuesday, 24 November 2026, 11:00" in told


def test_a_session_that_is_not_there_is_not_opened(reader: Reader) -> None:
    page = reader.person.page
    reader.amending.open("nobody")
    assert reader.person.page == page


def test_practice_and_a_gentle_day_open_too(reader: Reader) -> None:
    scenes.allow(reader.person)
    runner, journal = reader.person.app.runner, reader.person.app.journal
    for record, title in (
        (journal.new_practice("side-plank", Version.EASIER), "Practice, Side Plank"),
        (journal.new_gentle(), "Gentle day"),
    ):
        runner.begin(record)
        runner.do(Command.END)
        reader.open(record)
        assert title in reader.words
        assert not {"Count as done", "Count as open"} & set(controls(reader.page))


def test_one_that_is_not_finished_is_only_looked_at(reader: Reader) -> None:
    scenes.unfinished(reader.person)
    reader.open()
    assert "Not finished yet" in reader.words
    assert not {"Correct the time", "Remove this session"} & set(controls(reader.page))


def test_a_session_of_a_week_that_is_over_counts_no_day_from_here(
    reader: Reader, done: SessionRecord
) -> None:
    reader.person.app.journal.start_again()
    reader.open(done)
    assert not {"Count as done", "Count as open"} & set(controls(reader.page))


# --- the time ----------------------------------------------------------------------------


def test_the_time_is_put_right_and_taken_back(reader: Reader, done: SessionRecord) -> None:
    before = everything(reader.store)
    reader.press("Correct the time")
    reader.press("A day earlier", reader.sheet())
    reader.press("Keep this time")
    assert "Monday, 23 November 2026, 11:00" in reader.words
    assert reader.said == ["Time corrected."]
    assert reader.person.app.journal.week().day(1).done_on == "2026-11-23"
    reader.undo()
    assert "Tuesday, 24 November 2026, 11:00" in reader.words
    assert everything(reader.store) == before


@pytest.mark.usefixtures("done")
def test_a_time_left_alone_is_no_change(reader: Reader) -> None:
    before = everything(reader.store)
    reader.press("Correct the time")
    reader.press("Keep this time")
    assert (reader.said, everything(reader.store)) == ([], before)


def test_a_shorter_walk_may_open_its_day_again_and_says_so(reader: Reader) -> None:
    journal = reader.person.app.journal
    journal.log_walk(5, "walking", 20)
    record = reader.open()
    assert "Day 5 is open, with 1 of 3 parts done." in reader.words
    reader.press("Correct the time")
    reader.press("Session: less time", reader.sheet())
    reader.press("Keep this time")
    assert "Day 5 is open." in reader.words
    (walked,) = reader.store.sets_of(record.id)
    assert (walked.actual, walked.done) == (19 * 60, False)
    reader.undo()
    (walked,) = reader.store.sets_of(record.id)
    assert (walked.actual, walked.done) == (20 * 60, True)


# --- removing ----------------------------------------------------------------------------


def test_before_it_goes_it_is_said_what_goes(reader: Reader, done: SessionRecord) -> None:
    reader.write("Slept better")
    reader.press("Remove this session")
    goes = [text for text in words_on(reader.sheet()) if "sets" in text]
    assert goes == ["7 sets · 2 answers about pain · 1 note\nDay 1 will be open again."]
    reader.press("Keep it")
    assert reader.store.session(done.id) is not None


def test_it_goes_with_all_of_it_and_comes_back_row_by_row(
    reader: Reader, done: SessionRecord
) -> None:
    before = everything(reader.store)
    reader.remove()
    assert reader.store.session(done.id) is None
    assert reader.person.page == "progress"
    assert reader.said == ["Session removed. Day 1 is open again."]
    assert reader.state(1) is DayState.COMING
    reader.undo()
    assert everything(reader.store) == before
    assert reader.state(1) is DayState.DONE
    assert reader.forgotten == []


def test_from_the_backups_it_goes_only_with_the_tick(reader: Reader, done: SessionRecord) -> None:
    reader.remove(from_backups=True)
    assert reader.forgotten == [done.id]


def test_what_the_backups_refuse_is_said(reader: Reader, done: SessionRecord) -> None:
    reader.refuses = True
    reader.remove(from_backups=True)
    assert "The disk is full." in words_on(reader.sheet())
    assert reader.store.session(done.id) is None


def test_a_day_done_twice_stays_done_with_one_of_them(reader: Reader, done: SessionRecord) -> None:
    reader.do(1)
    reader.open(done)
    reader.press("Remove this session")
    assert any("Day 1 stays as it is." in text for text in words_on(reader.sheet()))
    reader.press("Remove it")
    assert (reader.said, reader.state(1)) == (["Session removed."], DayState.DONE)


def test_what_the_record_refuses_changes_nothing(
    reader: Reader, done: SessionRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(id: str) -> None:
        raise Unwritable("The disk is full.")

    monkeypatch.setattr(reader.store, "take_out", refuse)
    reader.remove(from_backups=True)
    assert "The disk is full." in words_on(reader.sheet())
    assert (reader.said, reader.forgotten, reader.person.page) == ([], [], "session")
    assert not reader.person.app.journal.can_undo
    assert reader.store.session(done.id) is not None


# --- day and note ------------------------------------------------------------------------


@pytest.mark.usefixtures("done")
def test_its_day_is_counted_by_hand_or_not(reader: Reader) -> None:
    reader.press("Count as open")
    assert (reader.said, reader.state(1)) == (["Day 1 is open again."], DayState.COMING)
    reader.press("Count as done")
    assert reader.said[1:] == ["Day 1 counted as done."]
    assert "Day 1 is done." in reader.words
    reader.undo()
    assert reader.state(1) is DayState.COMING


def test_the_note_is_kept_when_the_person_goes_on(reader: Reader, done: SessionRecord) -> None:
    reader.write("Slept better")
    assert reader.store.note(done.id) == "Slept better"
    reader.write("")
    assert reader.said == ["Note kept.", "Note removed."]
    reader.undo()
    assert reader.store.note(done.id) == "Slept better"
    (note,) = reader.page.findChildren(NoteField)
    assert note.toPlainText() == "Slept better"


def test_a_note_half_written_goes_to_its_own_session(reader: Reader, done: SessionRecord) -> None:
    reader.person.app.journal.log_walk(5, "walking", 25)
    (note,) = reader.page.findChildren(NoteField)
    note.setPlainText("For day 1")
    other = reader.open()
    assert other.id != done.id
    assert (reader.store.note(done.id), reader.store.note(other.id)) == ("For day 1", "")
    assert note.toPlainText() == ""


def test_only_the_last_change_is_taken_back(reader: Reader, done: SessionRecord) -> None:
    reader.write("Slept better")
    reader.press("Count as open")
    reader.undo()
    reader.undo()
    assert (reader.store.note(done.id), reader.state(1)) == ("Slept better", DayState.DONE)


def test_a_session_that_is_gone_by_an_undo_leads_back(reader: Reader) -> None:
    reader.person.app.journal.log_walk(5, "walking", 25)
    reader.open()
    reader.undo()
    assert reader.person.page == "progress"
    reader.person.app.show_day(5)
    assert not reader.amending.refresh()
    assert reader.person.page == "day"


@pytest.mark.parametrize("ticked", [False, True])
def test_with_the_tick_no_backup_holds_it_any_more(
    tmp_path: Path, qapp: object, ticked: bool
) -> None:
    with somebody(tmp_path) as person:
        reader = Reader(person)
        record = reader.do(1)
        back_up(reader.store._db, tmp_path, person.clock.now())
        reader.open(record)
        reader.remove(from_backups=ticked)
        held = [record.id.encode() in one.path.read_bytes() for one in listed(tmp_path)]
        assert any(held) is not ticked
