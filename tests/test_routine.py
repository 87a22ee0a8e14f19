"""After the seven days, in the whole app: the numbers, a normal week, and what follows from it."""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from backplan_gui.core.portable import decode, encode
from backplan_gui.core.routine import Suggestion, suggested
from backplan_gui.core.schedule import DayState
from backplan_gui.sharing import Sharing
from backplan_gui.store.errors import Unwritable
from backplan_gui.ui import export_sheet
from backplan_gui.ui.day_page import DayPage
from backplan_gui.ui.side_panel import SidePanel
from backplan_gui.ui.week_page import WeekPage
from backplan_gui.ui.widgets.choice import Part
from backplan_gui.ui.widgets.sheet import Sheet
from backplan_gui.ui.widgets.spine import SpineList
from tests import scenes, scenes_week
from tests.app import Person, somebody
from tests.fakes import FakeClock
from tests.scenes_progress import store_of
from tests.ui.seeing import words_on

pytestmark = pytest.mark.usefixtures("qapp")

NUMBERS = "Your week in numbers"
ODD = suggested(Suggestion.ODD)
MONDAY = scenes_week.AFTERWARDS
Z, Control = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


def on(person: Person, days: int) -> None:
    """So many days after MONDAY somebody comes to the window."""
    scenes_week.stand_on(person, MONDAY + dt.timedelta(days=days))
    QCoreApplication.processEvents()


def home(person: Person) -> list[str]:
    """What is to be read on the page of the day."""
    (page,) = person.app.window.findChildren(DayPage)
    return words_on(page)


def week_page(person: Person) -> WeekPage:
    (page,) = person.app.window.findChildren(WeekPage)
    return page


def lines(person: Person) -> list[str]:
    """What stands below the days in the panel."""
    (panel,) = person.app.window.findChildren(SidePanel)
    (spine,) = panel.findChildren(SpineList)
    return [row.line for row in spine._days.rows]


def routine(person: Person) -> tuple[int, ...]:
    """What is picked, as it is kept in the record."""
    kept = store_of(person).settings().get("routine", [])
    assert tuple(kept) == person.app.journal.settings.routine
    return tuple(kept)


def pick(person: Person) -> None:
    """Days 1, 3 and 5, with one press on the page that the day leads to."""
    scenes_week.week_done(person)
    person.click(NUMBERS)
    person.click("Three days: 1, 3 and 5")


# --- the way there ----------------------------------------------------------------------


def test_the_page_of_the_day_leads_to_the_numbers_and_esc_back(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_week.week_done(person)
        person.click(NUMBERS)
        assert person.page == "week"
        assert "16 to 22 November 2026" in words_on(week_page(person))
        person.press(Qt.Key.Key_Escape)
        assert person.page == "day"
        person.click(NUMBERS)
        person.click("Back")
        assert person.page == "day"


def test_the_last_session_of_the_week_leads_there_and_no_other(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        for day in range(1, 6):
            person.app.journal.mark(day, True)
        for day in (6, 7):
            scenes.start(person, day)
            person.follow()
            there = [b for b in _buttons(person) if b == NUMBERS]
            assert there == [NUMBERS] * (day == 7)
            if day == 6:
                person.click("Done")
        person.click(NUMBERS)
        assert person.page == "week"
        assert "13 of 13 sets" in " ".join(words_on(week_page(person)))


def test_before_the_week_is_done_there_is_no_such_way(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        for day in range(1, 7):
            person.app.journal.mark(day, True)
        person.app.show_day(7)
        assert NUMBERS not in _buttons(person)


def test_the_numbers_are_those_of_the_record(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_week.week_done(person)
        person.click(NUMBERS)
        read = " ".join(words_on(week_page(person)))
        assert "7 of 7 days" in read
        assert "44 of 44 sets" in read
        assert "38 sets in the standard form · 6 sets in the easier form" in read
        assert "went from 5 to 3, that is 2 points (40 %) lower. Pain goes up and down" in read


# --- picking ----------------------------------------------------------------------------


def test_one_press_is_kept_at_once_and_undone_with_one(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        assert person.page == "week"
        assert routine(person) == ODD
        assert "Three days: 1, 3 and 5." in words_on(person.app.window)
        person.undo()
        assert routine(person) == ()
        assert "Nothing is picked." in " ".join(words_on(week_page(person)))


def test_a_single_day_is_picked_changed_and_taken_back(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        person.click("Sunday")
        person.click("Day 7 · Put it together")
        assert routine(person) == (*ODD[:6], 7)
        assert "Sunday: Day 7." in words_on(person.app.window)
        assert _chosen(person) == "As I like"
        person.press(Z, Control)
        assert routine(person) == ODD
        assert _chosen(person) == "Three days: 1, 3 and 5"


def test_it_is_there_after_a_new_start_and_goes_along_with_an_export(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        whole = store_of(person).everything()
    clock = FakeClock()
    clock.local_date = MONDAY.isoformat()
    with somebody(tmp_path, clock) as person:
        assert routine(person) == ODD
        assert "Day 1 of 7 · Routine · Today" in home(person)
    assert tuple(decode(encode(whole)).settings["routine"]) == ODD


def test_what_cannot_be_kept_is_said_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Unwritable(tmp_path, "full")

    with somebody(tmp_path) as person:
        scenes_week.week_done(person)
        person.click(NUMBERS)
        monkeypatch.setattr(store_of(person), "save_settings", refuse)
        person.click("Three days: 2, 4 and 6")
        assert "That could not be kept." in words_on(person.app.window)
        person.press(Qt.Key.Key_Escape)
        assert person.app.journal.settings.routine == ()
        assert _chosen(person) == "As I like"
        person.click("Friday")
        person.click("Day 2 · Gentle core")
        person.press(Qt.Key.Key_Escape)
        assert person.button("Friday").accessibleDescription().startswith("Rest")


# --- what follows -----------------------------------------------------------------------


def test_the_next_monday_opens_its_day(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        on(person, 7)
        person.app.show("day")
        assert "Day 1 of 7 · Routine · Today" in home(person)
        assert "Today is Day 1." in home(person)
        assert "Seven of seven." not in home(person)
        assert [line for line in lines(person) if "Today" in line] == ["Today · 12 min"]
        on(person, 9)
        assert "Day 3 of 7 · Routine · Today" in home(person)
        assert lines(person)[2] == "Today · 22 min"


def test_a_rest_day_is_said_calmly_and_shows_what_is_next(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        on(person, 8)
        person.app.show("day")
        assert "Today is a rest day. Day 3 is next, tomorrow." in home(person)
        assert "Day 3 of 7 · Routine · Wednesday" in home(person)
        assert not [line for line in lines(person) if "Today" in line]
        on(person, 12)
        assert "Today is a rest day. Day 1 is next, on Monday." in home(person)


def test_starting_it_is_the_day_again_and_completes_nothing_new(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        on(person, 9)
        person.app.show("day")
        before = person.app.journal.week()
        scenes.allow(person)
        person.click("Do Day 3 again")
        assert person.session.step.exercise == "thoracic-rotations"
        person.follow()
        assert "Day 3 is done again." in words_on(person.app.window)
        assert NUMBERS in _buttons(person), "all seven are done still"
        after = person.app.journal.week()
        assert [day.done_on for day in after.days] == [day.done_on for day in before.days]
        person.click("Done")
        assert "Day 3 is done for today. Day 5 is next, on Friday." in home(person)
        assert "Day 5 of 7 · Routine · Friday" in home(person)
        assert not [line for line in lines(person) if "Today" in line]


def test_another_day_than_the_routines_may_be_looked_at_all_day(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        person.app.show_day(6)
        on(person, 0)
        assert any(line.startswith("Day 6 of 7") for line in home(person))
        assert not [line for line in home(person) if "Routine" in line]


def test_without_a_routine_coming_to_the_window_turns_no_page(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_week.week_done(person)
        person.app.show_day(6)
        on(person, 1)
        assert any(line.startswith("Day 6 of 7") for line in home(person))


def test_a_new_week_is_led_by_the_plan_and_the_routine_waits(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        person.app.show("day")
        person.click("Start the week again")
        assert "Day 1 of 7 · Today" in home(person)
        assert routine(person) == ODD
        for day in range(1, 8):
            person.app.journal.mark(day, True)
        on(person, 2)
        person.app._home.show_next()
        assert "Day 3 of 7 · Routine · Today" in home(person)


def test_it_can_be_changed_from_the_day_and_dropped(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        pick(person)
        person.app.show("day")
        person.click("Change your days")
        person.click("As I like")
        assert routine(person) == ()
        person.press(Qt.Key.Key_Escape)
        assert "Seven of seven." in home(person)
        assert person.app.journal.week().day(1).state is DayState.DONE


# --- the calendar -----------------------------------------------------------------------


def test_the_calendar_has_each_weekday_with_its_own_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "week.ics"

    def name(*_: object, **__: object) -> str:
        return str(file)

    monkeypatch.setattr(export_sheet, "file_to_write", name)
    with somebody(tmp_path / "data") as person:
        pick(person)
        person.click("Add to my calendar")
        sheet = _sheet(person)
        assert "Mon Day 1 · Wed Day 3 · Fri Day 5. Every week" in " ".join(words_on(sheet))
        person.click("Wed", sheet)
        person.click("Sat", sheet)
        person.click("Choose where", sheet)
        text = file.read_text("utf-8").replace("\r\n ", "")
        assert _entries(text) == [
            ("MO", "Backplan\\, day 1: Settle and stretch"),
            ("FR", "Backplan\\, day 5: Easy recovery"),
            ("SA", "Backplan: a day of your choice"),
        ]
        person.press(Qt.Key.Key_Escape)


def test_a_calendar_without_a_routine_is_as_it_was(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_week.week_done(person)
        sharing = Sharing(person.app._front, store_of(person), person.clock)
        sharing.ask_calendar()
        read = " ".join(words_on(_sheet(person)))
        assert "Every week, until you take it out of your calendar." in read
        assert "Day 1" not in read
        person.press(Qt.Key.Key_Escape)


# --- helpers ----------------------------------------------------------------------------


def _entries(text: str) -> list[tuple[str, str]]:
    events = text.split("BEGIN:VEVENT")[1:]
    found = (re.search(r"BYDAY=(\w+)", e) for e in events)
    days = [match[1] for match in found if match]
    return list(zip(days, re.findall(r"SUMMARY:(.+?)\r?\n", text), strict=True))


def _buttons(person: Person) -> list[str]:
    found = person.app.window.findChildren(QAbstractButton)
    return [button.text() for button in found if button.isVisible()]


def _chosen(person: Person) -> str:
    parts = week_page(person).findChildren(Part)
    return next(p.text() for p in parts if p.isChecked() and p.isVisible())


def _sheet(person: Person) -> QWidget:
    (sheet,) = (s for s in person.app.window.findChildren(Sheet) if s.isVisible())
    return sheet
