"""What leaves the app and comes into it: the sheets at the settings, in the way of scenes.py."""

from pathlib import Path

from backplan_gui.ui.calendar_sheet import CalendarSheet
from backplan_gui.ui.erase_sheet import EraseSheet, Going, erased_sheet
from backplan_gui.ui.export_sheet import export_sheet, refused_sheet, saved_sheet
from backplan_gui.ui.export_words import Export, Saved, coming
from backplan_gui.ui.import_sheet import Coming, ImportSheet
from backplan_gui.ui.report_sheet import Kept, ReportSheet
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.working_sheet import WorkingSheet
from tests.app import Person
from tests.scenes import Scene

TODAY = "2026-11-24"
PAPERS = Path("/home/anna/Documents")
STICK = "/media/anna/Backplan"


def data(person: Person) -> None:
    """The card with the ways out, in and away."""
    person.app.show("settings")
    page = person.app.window.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    page._reveal(page.data)


def export(person: Person) -> None:
    person.app.show("settings")
    export_sheet(person.app.theme, person.app.window)


def page(person: Person) -> None:
    """Since a date of the year before."""
    kept = Kept("2025-09-30", "2026-11-18", TODAY)
    ReportSheet(person.app.theme, person.app.window, kept)
    person.click("Since a date")


def calendar(person: Person) -> None:
    _calendar(person)


def normal_week(person: Person) -> None:
    _calendar(person)
    person.click("A normal week")


def saved(person: Person) -> None:
    file = Saved(PAPERS / "backplan-2026-11-24.pdf")
    saved_sheet(person.app.theme, person.app.window, Export.PAGE, file)


def refused(person: Person) -> None:
    reason = f"There is no room left in {STICK}. Nothing was written."
    refused_sheet(person.app.theme, person.app.window, reason)


def working(person: Person) -> None:
    sheet = WorkingSheet(person.app.theme, person.app.window, "Getting everything together")
    sheet.show_share(0.4)


def take_in(person: Person) -> None:
    """Into a record that is in use."""
    file = Coming("backplan-2026-11-20.json", 12, 21, 2, 3, 8, "2026-11-03", "2026-11-20")
    ImportSheet(person.app.theme, person.app.window, file, TODAY)


def erase(person: Person) -> None:
    """Ticked, so that it can be done."""
    going = Going("/home/anna/.local/share/Backplan", 12, 11, aside=True, copies=STICK)
    EraseSheet(person.app.theme, person.app.window, going)
    person.click("Yes, erase all of it")


def erased(person: Person) -> None:
    erased_sheet(person.app.theme, person.app.window, (), STICK)


def _calendar(person: Person) -> None:
    CalendarSheet(person.app.theme, person.app.window, _told)


def _told(_time: str) -> str:
    return coming((2, 3, 4, 5, 6, 7), "2026-11-25", TODAY)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("14-data", data),
    ("14b-export", export),
    ("14c-page", page),
    ("14d-calendar", calendar),
    ("14e-normal-week", normal_week),
    ("14f-saved", saved),
    ("14g-refused", refused),
    ("14h-working", working),
    ("14i-import", take_in),
    ("14j-erase", erase),
    ("14k-erased", erased),
)
