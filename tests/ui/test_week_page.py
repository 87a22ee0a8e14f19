"""The week in numbers and a normal week: what is said, what is asked for, how it fits."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.history import Figures
from backplan_gui.core.pain import change_said
from backplan_gui.core.routine import REST, Routine, RoutineNow, Suggestion, Turn, suggested
from backplan_gui.core.week_numbers import WeekNumbers
from backplan_gui.ui import week_words
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.week_page import WeekPage, WeekView
from backplan_gui.ui.widgets.choice import Part
from backplan_gui.ui.widgets.picker import Picker
from backplan_gui.ui.widgets.weekday_row import WeekdayRow

from .seeing import click, clipped, controls, grow, name_of, press, settle, show, words_on

WIDTH = 824
MONDAY, TODAY = "2026-11-30", "2026-12-01"
ODD = suggested(Suggestion.ODD)
NUMBERS = WeekNumbers(
    Figures(7, 7, 44, 44, 147 * 60_000),
    ("2026-11-16", "2026-11-22"),
    change_said(6, 4),
    ((Version.STANDARD, 38), (Version.EASIER, 6)),
)
GOES = "Pain goes up and down on its own, so this may or may not be because of the plan."
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Asked:
    """Every wish of the page, in order."""

    def __init__(self, page: WeekPage) -> None:
        self.wishes: list[tuple[object, ...]] = []
        page.suggestion_asked.connect(self._suggestion)
        page.day_asked.connect(self._day)
        page.calendar_asked.connect(self._calendar)
        page.back_asked.connect(self._back)

    def _suggestion(self, value: str) -> None:
        self.wishes.append((value,))

    def _day(self, weekday: int, day: int) -> None:
        self.wishes.append((weekday, day))

    def _calendar(self) -> None:
        self.wishes.append(("calendar",))

    def _back(self) -> None:
        self.wishes.append(("back",))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> WeekPage:
    made = WeekPage(theme, content)
    show_week(made)
    show(qtbot, made, WIDTH)
    return made


@pytest.fixture
def asked(page: WeekPage) -> Asked:
    return Asked(page)


def show_week(page: WeekPage, routine: Routine = (), numbers: WeekNumbers = NUMBERS) -> None:
    page.show_week(WeekView(numbers, routine, TODAY))
    settle()


def said(page: WeekPage) -> str:
    return " ".join(words_on(page))


def picked(page: WeekPage) -> list[str]:
    """What stands on the buttons, as a screen reader hears it."""
    pickers = page.findChildren(Picker)
    assert [name_of(picker) for picker in pickers] == WEEKDAYS
    return [picker.accessibleDescription().split(". ")[0] for picker in pickers]


def options(page: WeekPage, weekday: str) -> list[Part]:
    """The lines of the list that is open for a weekday."""
    found = [p for p in page.findChildren(Part) if p.accessibleDescription() == weekday]
    return [part for part in found if part.isVisible()]


def option(page: WeekPage, weekday: str, name: str) -> Part:
    return next(part for part in options(page, weekday) if part.text() == name)


# --- the numbers ------------------------------------------------------------------------


def test_the_numbers_stand_for_themselves(page: WeekPage) -> None:
    read = said(page)
    for words in ("16 to 22 November 2026", "7 of 7 days", "44 of 44 sets", "147 min"):
        assert words in read
    assert "38 sets in the standard form · 6 sets in the easier form" in read
    assert "Pain before the first and the last session 6 4" in read


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (6, 4, "went from 6 to 4, that is 2 points (33 %) lower."),
        (8, 6, "went from 8 to 6."),
        (5, 4, "went from 5 to 4, about the same."),
        (5, 5, "was 5 both times."),
        (4, 6, "went from 4 to 6, that is 2 points higher."),
        (3, 0, "went from 3 to 0."),
        (2, 5, "went from 2 to 5."),
    ],
)
def test_pain_is_said_by_the_display_rule_and_never_as_a_promise(
    start: int, end: int, expected: str
) -> None:
    said = week_words.pain(change_said(start, end))
    assert said == f"Your pain before exercise {expected} {GOES}"


def test_without_two_numbers_nothing_is_compared(page: WeekPage) -> None:
    show_week(page, numbers=msgspec.structs.replace(NUMBERS, pain=None))
    read = said(page)
    assert "Not enough pain numbers to compare yet." in read
    assert "Pain before the first" not in read


def test_what_is_not_there_is_not_said(page: WeekPage) -> None:
    show_week(page, numbers=WeekNumbers(Figures(7, 7, 0, 0, 0), None, None))
    read = said(page)
    assert "7 of 7 days" in read
    for words in ("sets", "min", "2026", "form"):
        assert words not in read


def test_every_form_has_a_name() -> None:
    told = tuple((version, 2) for version in Version)
    assert week_words.forms(told) == (
        "2 sets in the standard form · 2 sets in the easier form · 2 sets in the harder form"
        " · 2 sets off the floor"
    )


def test_when_to_see_somebody_is_said(page: WeekPage) -> None:
    assert "if your back is not better after about 2 weeks" in said(page)


# --- a normal week ----------------------------------------------------------------------


def test_nothing_is_picked_at_first_and_the_calendar_has_nothing_to_take(page: WeekPage) -> None:
    assert picked(page) == ["Rest"] * 7
    assert "Nothing is picked." in said(page)
    assert "Add to my calendar" not in controls(page)


def test_one_press_asks_for_three_days(page: WeekPage, asked: Asked) -> None:
    for part in page.findChildren(Part):
        if part.text() in ("Three days: 1, 3 and 5", "Three days: 2, 4 and 6"):
            click(part)
    assert asked.wishes == [("odd",), ("even",)]


def test_what_is_picked_stands_at_its_weekday(page: WeekPage, asked: Asked) -> None:
    show_week(page, ODD)
    assert picked(page) == [
        "Day 1 · Settle and stretch",
        "Rest",
        "Day 3 · Loosen up",
        "Rest",
        "Day 5 · Easy recovery",
        "Rest",
        "Rest",
    ]
    press(page, "Add to my calendar")
    press(page, "Back")
    assert asked.wishes == [("calendar",), ("back",)]


@pytest.mark.parametrize(
    ("routine", "chosen"),
    [
        ((), "As I like"),
        (ODD, "Three days: 1, 3 and 5"),
        (suggested(Suggestion.EVEN), "Three days: 2, 4 and 6"),
        ((0, 0, 0, 0, 0, 0, 7), "As I like"),
    ],
)
def test_the_choice_says_what_is_picked(page: WeekPage, routine: Routine, chosen: str) -> None:
    show_week(page, routine)
    checked = [p.text() for p in page.findChildren(Part) if p.isChecked() and p.isVisible()]
    assert checked == [chosen]


def test_a_day_is_picked_with_the_pointer_and_the_list_goes(page: WeekPage, asked: Asked) -> None:
    press(page, "Saturday")
    settle()
    assert [part.text() for part in options(page, "Saturday")][:2] == [
        "Rest",
        "Day 1 · Settle and stretch",
    ]
    assert len(options(page, "Saturday")) == 8
    click(option(page, "Saturday", "Day 4 · Build strength"))
    assert asked.wishes == [(5, 4)]
    assert options(page, "Saturday") == []


def test_with_the_keyboard_the_list_stays_until_it_is_left(page: WeekPage, asked: Asked) -> None:
    sunday = controls(page)["Sunday"]
    sunday.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sunday, Qt.Key.Key_Space)
    settle()
    QTest.keyClick(sunday, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Part)
    assert (focused.text(), focused.accessibleDescription()) == ("Rest", "Sunday")
    QTest.keyClick(focused, Qt.Key.Key_Down)
    show_week(page, (0, 0, 0, 0, 0, 0, 1))
    assert asked.wishes == [(6, 1)]
    focused = QApplication.focusWidget()
    assert isinstance(focused, Part)
    assert focused.text() == "Day 1 · Settle and stretch"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is sunday
    assert options(page, "Sunday") == []


def test_only_one_list_is_open_and_it_is_in_sight(page: WeekPage) -> None:
    page.resize(WIDTH, 500)
    for weekday in ("Monday", "Sunday"):
        press(page, weekday)
        settle()
    assert options(page, "Monday") == []
    (area,) = (s for s in page.findChildren(QScrollArea) if s.parent() is page)
    seen = area.viewport().rect()
    for part in options(page, "Sunday")[:5]:
        assert seen.contains(part.mapTo(area.viewport(), part.rect().center()))
    press(page, "Sunday")
    assert options(page, "Sunday") == []


# --- what it says of today --------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (None, ""),
        (RoutineNow(1, False, Turn(3, TODAY)), "Today is Day 1."),
        (
            RoutineNow(1, True, Turn(3, "2026-12-02")),
            "Day 1 is done for today. Day 3 is next, on Wednesday.",
        ),
        (
            RoutineNow(REST, False, Turn(3, TODAY)),
            "Today is a rest day. Day 3 is next, tomorrow.",
        ),
        (
            RoutineNow(7, True, Turn(7, "2026-12-07")),
            "Day 7 is done for today. Day 7 is next, on Monday.",
        ),
    ],
)
def test_the_day_of_today_is_said_calmly(now: RoutineNow | None, expected: str) -> None:
    assert week_words.routine_said(now, MONDAY) == expected


def test_what_was_changed_is_said() -> None:
    assert week_words.picked(0, 3) == "Monday: Day 3."
    assert week_words.picked(6, REST) == "Sunday: Rest."
    assert week_words.suggestion_kept(Suggestion.ODD) == "Three days: 1, 3 and 5."
    assert week_words.suggestion_kept(Suggestion.OWN) == "No day is picked any more."


# --- how it fits ------------------------------------------------------------------------


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("width", [824, 568])
def test_nothing_is_cut_off(page: WeekPage, theme: Theme, per_cent: int, width: int) -> None:
    show_week(page, ODD)
    page.set_compact(width < WIDTH)
    page.resize(width, 560)
    grow(theme, per_cent)
    press(page, "Wednesday")
    settle()
    assert clipped(page) == []
    (area,) = (s for s in page.findChildren(QScrollArea) if s.parent() is page)
    assert area.horizontalScrollBar().maximum() == 0


def test_it_may_be_shown_twice(page: WeekPage) -> None:
    show_week(page, ODD)
    before = words_on(page)
    show_week(page, ODD)
    assert words_on(page) == before
    assert len(page.findChildren(WeekdayRow)) == 7


def test_all_days_of_the_week_have_buttons_of_one_width_next_to_their_names(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    page = WeekPage(theme, content)
    page.show_week(WeekView(NUMBERS, ODD, TODAY))
    show(qtbot, page, WIDTH)
    buttons = page.findChildren(Picker)
    assert len({button.width() for button in buttons}) == 1
    (left,) = {button.x() for button in buttons}
    assert left < 140
