"""Every sheet outside of a session: in every look, or once if it only says something."""

from pathlib import Path

from ..core.session import Command
from ..keeping import Erasure
from ..store.errors import StoreError
from ..store.placing import Place, Placed
from ..store.restoring import Undo
from ..ui import export_sheet, import_sheet
from ..ui.backups_sheet import BackupList, BackupsSheet
from ..ui.calendar_sheet import CalendarSheet
from ..ui.day_page import DayPage
from ..ui.equipment_sheet import EquipmentSheet
from ..ui.erase_sheet import EraseSheet
from ..ui.export_words import Export, Saved
from ..ui.import_sheet import Coming, ImportSheet
from ..ui.keys_sheet import KeysSheet
from ..ui.place_sheet import say_place
from ..ui.report_sheet import ReportSheet
from ..ui.session_page import SessionPage
from ..ui.session_remove_sheet import SessionRemoveSheet
from ..ui.session_time_sheet import SessionTimeSheet
from ..ui.today_sheet import TodaySheet
from ..ui.walk_sheet import WalkSheet
from ..ui.widgets.sheet import Sheet
from ..ui.widgets.signs_answer import AllSigns
from ..ui.working_sheet import WorkingSheet
from .looking import Onlooker, onlooker
from .pages import BACKUPS, GOOD, ON

FILE = Path("folder", "file")
COMING = Coming(FILE.name, 1, 1, 1, 1, 1, ON, ON)
WALK = 5
"""A day with something to do outside."""


def every_sheet(language: str) -> None:
    """Light and dark, with and without high contrast."""
    with onlooker(language) as one:
        session = _past(one)
        _see_what_is_said(one)
        for _ in one.looks():
            _see_those_of_the_day(one)
            _see_those_of_a_session(one, session)
            _see_those_of_the_record(one)
            _see_those_of_files(one)


def _past(one: Onlooker) -> str:
    """The id of a session that was ended."""
    one.app.start(1)
    one.app.answer(2)
    record = one.app.runner.record
    assert record is not None
    one.app.runner.do(Command.END)
    one.app.answer(2)
    one.app.show("day")
    return record.id


def _see_those_of_the_day(one: Onlooker) -> None:
    day, window = one.the(DayPage), one.app.window
    day.today_asked.emit(1)
    one.see_sheet(TodaySheet)
    day.equipment_asked.emit()
    one.see_sheet(EquipmentSheet)
    day.log_walk_asked.emit(WALK)
    one.see_sheet(WalkSheet)
    window.keys_asked.emit()
    one.see_sheet(KeysSheet)
    Sheet(one.app.theme, window, "", body=AllSigns(one.app.theme, one.content.safety))
    one.see_sheet(Sheet)


def _see_those_of_a_session(one: Onlooker, session: str) -> None:
    one.app.progress.session_asked.emit(session)
    page = one.the(SessionPage)
    page.time_asked.emit()
    one.see_sheet(SessionTimeSheet)
    page.remove_asked.emit()
    one.see_sheet(SessionRemoveSheet)
    one.app.show("day")


def _see_those_of_the_record(one: Onlooker) -> None:
    theme, window, keeping = one.app.theme, one.app.window, one.app.keeping
    keeping.ask_which()
    one.see_sheet(BackupsSheet)
    BackupsSheet(theme, window, BACKUPS, ON)
    one.paint_sheet(BackupsSheet).pick(GOOD)
    one.see_sheet(Sheet)
    one.see_sheet(BackupsSheet)
    BackupList(theme, window, BACKUPS, ON)
    one.see_sheet(BackupList)
    keeping.ask_to_erase()
    one.see_sheet(EraseSheet)


def _see_those_of_files(one: Onlooker) -> None:
    """What is asked around the system's own dialogs."""
    theme, window, progress = one.app.theme, one.app.window, one.app.progress
    progress.calendar_asked.emit()
    one.see_sheet(CalendarSheet)
    progress.export_asked.emit()
    one.paint_sheet(Sheet).choose(Export.PAGE)
    one.see_sheet(ReportSheet)
    ImportSheet(theme, window, COMING, ON)
    one.see_sheet(ImportSheet)
    WorkingSheet(theme, window, "").show_share(0.4)
    one.see_sheet(WorkingSheet)


def _see_what_is_said(one: Onlooker) -> None:
    """Of the record, after the app has begun anew with another; of files; of the folder."""
    theme, window = one.app.theme, one.app.window
    for put in (Undo(FILE, None), StoreError(), Erasure(""), Erasure("", ("file",), "trouble")):
        one.app.keeping.tell(put)
        one.see_sheet(Sheet)
    for kind in Export:
        export_sheet.saved_sheet(theme, window, kind, Saved(FILE))
        one.see_sheet(Sheet)
    export_sheet.replace_sheet(theme, window, Saved(FILE))
    one.see_sheet(Sheet)
    export_sheet.refused_sheet(theme, window, "")
    one.see_sheet(Sheet)
    import_sheet.nothing_new_sheet(theme, window, FILE.name)
    one.see_sheet(Sheet)
    import_sheet.refused_sheet(theme, window, "")
    one.see_sheet(Sheet)
    say_place(theme, window, Placed(Place.NETWORK), FILE)
    one.see_sheet(Sheet)
