"""The record from within the app: a session opened and changed, files that leave and come."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from backplan_gui.ui.export_words import Export
from backplan_gui.ui.session_page import SessionPage
from backplan_gui.ui.widgets.session_row import SessionRow
from backplan_gui.ui.widgets.sheet import Sheet
from tests import scenes
from tests.app import Person, somebody
from tests.ui.seeing import words_on

pytestmark = pytest.mark.usefixtures("qapp")

Escape, Return = Qt.Key.Key_Escape, Qt.Key.Key_Return


def do_day_1(person: Person) -> None:
    scenes.start(person, 1)
    person.follow()
    person.click("Done")


def open_newest(person: Person) -> SessionPage:
    """From the table of the progress page."""
    person.click("Progress")
    row = next(r for r in person.app.window.findChildren(SessionRow) if r.isVisible())
    row.click()
    (page,) = person.app.window.findChildren(SessionPage)
    assert page.isVisible()
    return page


def test_a_session_opens_from_progress_and_escape_leads_back(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=False) as person:
        do_day_1(person)
        page = open_newest(person)
        assert "Child’s Pose" in words_on(page)
        assert person.button("Progress").accessibleDescription() == "on show"
        person.press(Escape)
        assert person.page == "progress"
        person.press(Escape)
        assert person.page == "day"


def test_one_that_was_a_mistake_goes_and_comes_back(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=False) as person:
        do_day_1(person)
        open_newest(person)
        person.click("Remove this session")
        person.click("Remove it")
        assert person.page == "progress"
        assert person.app.journal.week().next_day == 1
        person.undo()
        assert person.app.journal.week().next_day == 2


def test_a_day_counted_by_hand_there_shows_at_once_and_so_does_its_undo(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=False) as person:
        do_day_1(person)
        page = open_newest(person)
        person.click("Count as open")
        assert person.button("Count as done", page).isEnabled()
        assert person.app.journal.week().next_day == 1
        person.undo()
        assert person.button("Count as open", page).isEnabled()


@pytest.mark.parametrize("place", ["Progress", "Settings"])
def test_files_are_asked_for_on_both_pages(tmp_path: Path, place: str) -> None:
    with somebody(tmp_path, questions=False) as person:
        do_day_1(person)
        person.click(place)
        person.click("Export")
        (sheet,) = person.app.window.findChildren(Sheet)
        assert len(list(Export)) == 4
        said = "\n".join(words_on(sheet))
        assert all(kind in said for kind in ("PDF", "CSV", "JSON", "ICS"))
        person.press(Escape)


def test_the_finish_page_leads_to_the_calendar(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=False) as person:
        scenes.start(person, 1)
        person.follow()
        assert person.page == "finish"
        person.click("Add to my calendar")
        assert person.app.window.findChildren(Sheet)
        person.press(Escape)
