"""What can be written says what is in it first, and each kind asks what it has to know."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui import export_words as said
from backplan_gui.ui.calendar_sheet import CalendarSheet, CalendarWish
from backplan_gui.ui.export_sheet import (
    FOLDER,
    OTHER,
    REPLACE,
    export_sheet,
    replace_sheet,
    saved_sheet,
)
from backplan_gui.ui.export_words import Export, Saved
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.report_sheet import Kept, PageWish, ReportSheet
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.sheet import OptionRow, Sheet
from backplan_gui.ui.widgets.tick import Tick
from backplan_gui.ui.working_sheet import WorkingSheet

from .seeing import click, clipped, controls, grow, name_of, press, settle, show, words_on

TODAY = "2026-11-24"
KEPT = Kept("2026-09-30", "2026-11-18", TODAY)
FILE = Saved(Path("/home/anna/Documents/backplan-2026-11-24.pdf"))


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


@pytest.fixture
def page(theme: Theme, window: MainWindow) -> ReportSheet:
    sheet = ReportSheet(theme, window, KEPT)
    settle()
    return sheet


@pytest.fixture
def calendar(theme: Theme, window: MainWindow) -> CalendarSheet:
    sheet = CalendarSheet(theme, window, coming)
    settle()
    return sheet


def coming(time: str) -> str:
    """Told at six in the evening."""
    first = TODAY if time > "18:00" else "2026-11-25"
    return said.coming((2, 3, 4, 5, 6, 7), first, TODAY)


def no_days(time: str) -> str:
    return ""


def choose(sheet: Sheet, name: str, count: int = 1) -> None:
    """Clicks; of a choice Tab reaches only what is chosen, the pointer all."""
    for _ in range(count):
        buttons = sheet.findChildren(QAbstractButton)
        click(next(b for b in buttons if b.isVisible() and name_of(b) == name))
        settle()


def key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def answer(page: ReportSheet) -> PageWish:
    """What is told when it is taken."""
    told: list[PageWish] = []
    page.wished.connect(told.append)
    choose(page, "Choose where")
    return told[0]


def wish(calendar: CalendarSheet) -> CalendarWish:
    told: list[CalendarWish] = []
    calendar.wished.connect(told.append)
    choose(calendar, "Choose where")
    return told[0]


# --- which kind --------------------------------------------------------------------------


def test_each_kind_says_in_one_sentence_what_is_in_it(theme: Theme, window: MainWindow) -> None:
    sheet = export_sheet(theme, window)
    rows = sheet.findChildren(OptionRow)
    assert [row.text() for row in rows] == [
        "For my physiotherapist",
        "Spreadsheet",
        "Everything",
        "Calendar",
    ]
    for row, kind in zip(rows, Export, strict=True):
        assert row.accessibleDescription().endswith(f". {kind.upper()}.")
    sheet.dismiss()


@pytest.mark.parametrize(("number", "kind"), list(enumerate(Export, start=1)))
def test_a_key_chooses_a_kind(
    qtbot: QtBot, theme: Theme, window: MainWindow, number: int, kind: Export
) -> None:
    sheet = export_sheet(theme, window)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        QTest.keyClicks(sheet, str(number))
    assert chosen.args == [kind]


# --- words -------------------------------------------------------------------------------


def test_a_file_is_named_by_its_day() -> None:
    assert [said.file_name(kind, TODAY) for kind in Export] == [
        "backplan-2026-11-24.pdf",
        "backplan-2026-11-24.csv",
        "backplan-2026-11-24.json",
        "backplan-2026-11-24.ics",
    ]


def test_a_name_without_an_ending_gets_the_one_that_opens_it() -> None:
    assert said.with_ending("/home/anna/mine", Export.PAGE) == Path("/home/anna/mine.pdf")
    assert said.with_ending("/home/anna/mine.PDF", Export.PAGE) == Path("/home/anna/mine.PDF")
    assert said.with_ending("/home/anna/mine.v2", Export.PAGE) == Path("/home/anna/mine.v2.pdf")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-11-18", TODAY, "18 to 24 November 2026"),
        ("2026-09-30", TODAY, "30 September to 24 November 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
        (TODAY, TODAY, "Today"),
        ("2026-11-20", "2026-11-20", "Friday, 20 November"),
    ],
)
def test_a_span_is_said_as_people_say_it(first: str, last: str, expected: str) -> None:
    assert said.dates(first, last, TODAY) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), ""),
        ((7,), "Day 7, tomorrow."),
        ((5, 6, 7), "Days 5 to 7, one a day from tomorrow on."),
        ((2, 5, 7), "Days 2, 5 and 7, one a day from tomorrow on."),
    ],
)
def test_the_coming_days_are_told_by_their_numbers(numbers: list[int], expected: str) -> None:
    assert said.coming(numbers, "2026-11-25", TODAY) == expected


def test_a_folder_is_called_by_its_own_name() -> None:
    assert FILE.folder == "Documents"
    assert Saved(Path("/backplan.pdf")).folder == "/"


# --- the page ----------------------------------------------------------------------------


def test_the_page_is_about_this_week_without_notes_unless_told(page: ReportSheet) -> None:
    assert "18 to 24 November 2026" in words_on(page)
    assert answer(page) == PageWish("2026-11-18", TODAY, notes=False)


def test_everything_begins_with_the_first_session(page: ReportSheet) -> None:
    choose(page, "Everything")
    assert "30 September to 24 November 2026" in words_on(page)
    choose(page, "With my notes")
    assert answer(page) == PageWish("2026-09-30", TODAY, notes=True)


def test_any_day_that_the_record_knows_can_be_chosen(page: ReportSheet) -> None:
    assert "A day later" not in controls(page)
    choose(page, "Since a date")
    choose(page, "A month later")
    choose(page, "A day later", 2)
    assert "1 to 24 November 2026" in words_on(page)
    assert answer(page) == PageWish("2026-11-01", TODAY, notes=False)


def test_a_date_stays_between_the_first_day_and_today(page: ReportSheet) -> None:
    choose(page, "Since a date")
    assert "A month earlier" not in controls(page)
    choose(page, "A month later", 2)
    assert "A month later" not in controls(page)
    assert "Today" in words_on(page)
    assert "A year earlier" not in controls(page)


@pytest.mark.parametrize("first", [KEPT.first, KEPT.week, "2026-11-01"])
def test_the_page_can_begin_with_the_answers_of_another_time(
    theme: Theme, window: MainWindow, first: str
) -> None:
    before = PageWish(first, TODAY, notes=True)
    assert answer(ReportSheet(theme, window, KEPT, before)) == before


def test_a_month_later_than_the_31st_is_its_last_day(theme: Theme, window: MainWindow) -> None:
    page = ReportSheet(theme, window, Kept("2025-12-31", "2026-11-18", TODAY))
    choose(page, "Since a date")
    choose(page, "A month later", 2)
    assert answer(page).first == "2026-02-28"


def test_the_keyboard_stays_in_the_date_when_it_reaches_its_end(page: ReportSheet) -> None:
    choose(page, "Since a date")
    controls(page)["A month later"].setFocus()
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "A month earlier"


def test_the_keyboard_alone_gets_the_page(page: ReportSheet) -> None:
    told: list[PageWish] = []
    page.wished.connect(told.append)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Return)
    assert told == [PageWish("2026-09-30", TODAY, notes=True)]


# --- the calendar ------------------------------------------------------------------------


def test_the_coming_days_are_at_half_past_six_unless_told(calendar: CalendarSheet) -> None:
    assert "Days 2 to 7, one a day from today on." in words_on(calendar)
    assert wish(calendar) == CalendarWish("18:30", 10)


def test_time_and_alarm_are_as_chosen(calendar: CalendarSheet) -> None:
    choose(calendar, "An hour earlier", 11)
    choose(calendar, "Five minutes later", 8)
    choose(calendar, "None")
    assert "Days 2 to 7, one a day from tomorrow on." in words_on(calendar)
    assert wish(calendar) == CalendarWish("08:10", None)


def test_a_time_stays_on_its_day(calendar: CalendarSheet) -> None:
    choose(calendar, "An hour later", 5)
    assert "An hour later" not in controls(calendar)
    choose(calendar, "Five minutes later", 5)
    assert "Five minutes later" not in controls(calendar)
    choose(calendar, "An hour earlier", 23)
    assert "An hour earlier" not in controls(calendar)
    choose(calendar, "On time")
    assert wish(calendar) == CalendarWish("00:55", 0)


def test_a_normal_week_has_the_days_that_are_ticked(calendar: CalendarSheet) -> None:
    choose(calendar, "A normal week")
    for day in ("Mon", "Tue", "Sun"):
        choose(calendar, day)
    assert wish(calendar) == CalendarWish("18:30", 10, (1, 3, 6))


def test_a_week_without_a_day_is_not_taken(qtbot: QtBot, calendar: CalendarSheet) -> None:
    choose(calendar, "A normal week")
    choose(calendar, "Mon")
    choose(calendar, "Thu")
    assert "Tick at least one day." in words_on(calendar)
    assert "Choose where" not in controls(calendar)
    with qtbot.assertNotEmitted(calendar.wished):
        key(Qt.Key.Key_Return)
    choose(calendar, "Sat")
    assert wish(calendar).weekdays == (5,)


def test_when_no_day_is_open_a_normal_week_is_asked_for(theme: Theme, window: MainWindow) -> None:
    calendar = CalendarSheet(theme, window, no_days)
    settle()
    assert "Which days" not in words_on(calendar)
    assert wish(calendar).weekdays == (0, 3)


# --- afterwards --------------------------------------------------------------------------


def test_it_says_where_the_file_is_and_shows_the_folder(
    qtbot: QtBot, theme: Theme, window: MainWindow
) -> None:
    sheet = saved_sheet(theme, window, Export.PAGE, FILE)
    assert sheet.accessibleName() == "Saved in Documents"
    assert any("backplan-2026-11-24.pdf" in text for text in words_on(sheet))
    with qtbot.waitSignal(sheet.chosen) as chosen:
        press(sheet, "Show folder")
    assert chosen.args == [FOLDER]


def test_a_file_is_kept_unless_replacing_it_is_chosen(
    qtbot: QtBot, theme: Theme, window: MainWindow
) -> None:
    sheet = replace_sheet(theme, window, FILE)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        key(Qt.Key.Key_Return)
    assert chosen.args == [OTHER]
    sheet = replace_sheet(theme, window, FILE)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        press(sheet, "Replace it")
    assert chosen.args == [REPLACE]


def test_what_takes_long_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, theme: Theme, window: MainWindow
) -> None:
    sheet = WorkingSheet(theme, window, "Getting everything together")
    sheet.show_share(0.42)
    assert "42 %" in [child.accessibleName() for child in sheet.findChildren(QWidget)]
    with qtbot.waitSignal(sheet.dismissed):
        press(sheet, "Cancel")


# --- how it looks ------------------------------------------------------------------------


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_is_clipped(
    theme: Theme, window: MainWindow, per_cent: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    grow(theme, per_cent)
    long = Kept("2025-09-30", "2026-11-18", TODAY)
    for sheet in (
        export_sheet(theme, window),
        ReportSheet(theme, window, long),
        CalendarSheet(theme, window, coming),
        saved_sheet(theme, window, Export.WHOLE, FILE),
        replace_sheet(theme, window, FILE),
        WorkingSheet(theme, window, "Getting everything together"),
    ):
        if isinstance(sheet, ReportSheet):
            choose(sheet, "Since a date")
        if isinstance(sheet, CalendarSheet):
            choose(sheet, "A normal week")
        settle()
        assert clipped(sheet) == []
        (scroll,) = sheet.findChildren(QScrollArea)
        assert scroll.horizontalScrollBar().maximum() == 0
        sheet.dismiss()


def test_no_day_of_the_week_is_left_alone_in_a_line(theme: Theme, calendar: CalendarSheet) -> None:
    choose(calendar, "A normal week")

    def in_lines() -> list[int]:
        settle()
        tops = [tick.y() for tick in calendar.findChildren(Tick)]
        return [tops.count(top) for top in sorted(set(tops))]

    assert in_lines() == [7]
    grow(theme, 160)
    calendar.place()
    assert in_lines() == [4, 3]


def test_each_kind_is_told_in_one_line(theme: Theme, window: MainWindow) -> None:
    sheet = export_sheet(theme, window)
    settle()
    assert len({row.height() for row in sheet.findChildren(OptionRow)}) == 1
