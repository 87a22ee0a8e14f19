"""The calendar says which days had a session, in signs, in words, and month by month."""

from collections.abc import Mapping
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core.history import Month
from backplan_gui.ui import progress_words
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.month_calendar import MonthCalendar, MonthGrid, MonthSaid

from .histories import TODAY
from .seeing import clipped, controls, grow, name_of, press, settle, show, words_on

HELD = {"2026-04-30": 1, "2026-06-01": 1, "2026-06-02": 2, "2026-06-06": 1}
JUNE = Month(2026, 6)


def held_in(calendar: MonthCalendar, held: Mapping[str, int], today: str = TODAY) -> None:
    def said(month: Month) -> MonthSaid:
        return progress_words.month(month, held, today)

    calendar.show_held(held, today, said)
    settle()


@pytest.fixture
def calendar(qtbot: QtBot, theme: Theme) -> MonthCalendar:
    calendar = MonthCalendar(theme)
    held_in(calendar, HELD)
    show(qtbot, calendar, 338, 320)
    return calendar


def grid(calendar: MonthCalendar) -> MonthGrid:
    (found,) = calendar.findChildren(MonthGrid)
    return found


def cell(calendar: MonthCalendar, line: int, place: int) -> QImage:
    """The picture of one day, by its week and weekday."""
    days = grid(calendar)
    wide, head, high = days.width() / 7, days._theme.px(26), days._theme.px(40)
    image = days.grab().toImage()
    return image.copy(round(place * wide), head + line * high, round(wide), high)


def colours(image: QImage) -> set[str]:
    places = product(range(image.width()), range(image.height()))
    return {QColor(image.pixel(x, y)).name() for x, y in places}


def test_it_opens_on_this_month_and_says_what_is_in_it(calendar: MonthCalendar) -> None:
    assert "June" in words_on(calendar)
    assert name_of(grid(calendar)) == (
        "June 2026. 4 sessions, on 1, 2, 6. Today is Saturday 6 June."
    )
    assert {"Session done", "Today"} <= set(words_on(calendar))


def test_a_day_with_a_session_has_a_tick_and_not_a_colour_alone(
    calendar: MonthCalendar, theme: Theme
) -> None:
    done, free = cell(calendar, 0, 0), cell(calendar, 0, 2)
    fill, tick = theme.colour("primary").name(), theme.colour("onPrimary").name()
    assert {fill, tick} <= colours(done)
    below = done.copy(0, round(0.62 * done.height()), done.width(), round(0.2 * done.height()))
    assert tick in colours(below)  # under the number
    assert fill not in colours(free)


def test_today_has_a_ring_whether_or_not_there_was_a_session(
    calendar: MonthCalendar, theme: Theme
) -> None:
    primary, surface = theme.colour("primary").name(), theme.colour("surface").name()
    today = cell(calendar, 0, 5)
    edge = [QColor(today.pixel(x, today.height() // 2)).name() for x in range(today.width() // 2)]
    assert edge.index(primary) < edge.index(surface, edge.index(primary))
    held_in(calendar, {"2026-06-01": 1})
    middle = cell(calendar, 0, 5)
    assert primary in colours(middle)
    assert QColor(middle.pixel(middle.width() // 2, 9)).name() == surface


def test_the_arrows_turn_the_month_as_far_as_there_are_sessions(calendar: MonthCalendar) -> None:
    assert "Month after" not in controls(calendar)
    press(calendar, "Month before")
    assert name_of(grid(calendar)) == "May 2026. No session."
    press(calendar, "Month before")
    assert name_of(grid(calendar)) == "April 2026. 1 session, on 30."
    assert "Month before" not in controls(calendar)
    press(calendar, "Month after")
    assert calendar.month == Month(2026, 5)


def test_keys_turn_the_month_too_and_home_leads_back(calendar: MonthCalendar) -> None:
    days = grid(calendar)
    days.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Left):
        QTest.keyClick(days, key)
    assert calendar.month == Month(2026, 4)
    QTest.keyClick(days, Qt.Key.Key_PageDown)
    QTest.keyClick(days, Qt.Key.Key_Right)
    assert calendar.month == JUNE
    QTest.keyClick(days, Qt.Key.Key_Left)
    QTest.keyClick(days, Qt.Key.Key_Home)
    assert calendar.month == JUNE


def test_other_keys_go_where_they_would(calendar: MonthCalendar) -> None:
    QTest.keyClick(grid(calendar), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(grid(calendar), Qt.Key.Key_X)
    assert calendar.month == JUNE


def test_the_keyboard_stays_in_the_calendar_at_its_end(calendar: MonthCalendar) -> None:
    controls(calendar)["Month before"].setFocus()
    for _ in range(2):
        press(calendar, "Month before")
    assert QApplication.focusWidget() is grid(calendar)


def test_a_month_that_was_turned_to_stays_when_the_record_changes(
    calendar: MonthCalendar,
) -> None:
    press(calendar, "Month before")
    held_in(calendar, HELD | {"2026-05-09": 1})
    assert name_of(grid(calendar)) == "May 2026. 1 session, on 9."


def test_the_new_month_is_on_show_when_it_has_come(calendar: MonthCalendar) -> None:
    held_in(calendar, HELD, "2026-07-01")
    assert calendar.month == Month(2026, 7)


def test_a_month_that_is_no_longer_there_is_left(calendar: MonthCalendar) -> None:
    for _ in range(2):
        press(calendar, "Month before")
    held_in(calendar, {"2026-06-01": 1})
    assert calendar.month == JUNE


def test_another_year_is_named(calendar: MonthCalendar) -> None:
    held_in(calendar, {"2025-12-24": 1}, "2026-01-10")
    press(calendar, "Month before")
    assert "December 2025" in words_on(calendar)


@pytest.mark.parametrize("per_cent", [90, 160, 200])
def test_nothing_is_clipped(calendar: MonthCalendar, theme: Theme, per_cent: int) -> None:
    grow(theme, per_cent)
    calendar.resize(calendar.minimumSizeHint())
    settle()
    assert clipped(calendar) == []
    assert grid(calendar).width() >= grid(calendar).minimumSizeHint().width()
    for name, control in controls(calendar).items():
        assert min(control.width(), control.height()) >= 44, name
