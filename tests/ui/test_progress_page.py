"""The page of progress: nothing, one session, a week, ten years; numbers, words and ways on."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core import history
from backplan_gui.core.history import HistorySession
from backplan_gui.core.pain import Change, Direction
from backplan_gui.core.schedule import Week
from backplan_gui.ui import progress_words
from backplan_gui.ui.progress_page import ProgressPage, ProgressView
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.month_calendar import MonthCalendar, MonthGrid
from backplan_gui.ui.widgets.pain_chart import PainChartCard
from backplan_gui.ui.widgets.session_row import SessionRow
from backplan_gui.ui.widgets.session_table import SessionTable
from backplan_gui.ui.widgets.stat_card import FigureCard, Stat

from .histories import FOUR_DONE, TODAY, WEEK, held, week
from .seeing import (
    click,
    clipped,
    controls,
    grow,
    name_of,
    press,
    settle,
    show,
    tab_order,
    words_on,
)

SIZES = [(592, 600), (824, 760), (1304, 1000)]
"""The page in the smallest window, the usual one, and a wide one."""

GOES = "Pain goes up and down on its own"
OR_NOT = "so this may or may not be because of the plan"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> ProgressPage:
    page = ProgressPage(theme, content)
    show(qtbot, page, *SIZES[1])
    return page


def fill(page: ProgressPage, *sessions: HistorySession, of: Week = FOUR_DONE) -> None:
    page.show_progress(ProgressView(sessions, of, TODAY))
    settle()


def rows(page: ProgressPage) -> list[SessionRow]:
    return [row for row in page.findChildren(SessionRow) if row.isVisible()]


def figures(page: ProgressPage) -> list[str]:
    return [card.accessibleName() for card in page.findChildren(FigureCard)]


def years(count: int) -> list[HistorySession]:
    """A session a day, seven a round."""
    first = dt.date.fromisoformat(TODAY) - dt.timedelta(days=365 * count - 1)
    dates = [(first + dt.timedelta(days=n)).isoformat() for n in range(365 * count)]
    return [
        held(date, n % 7 + 1, round=n // 7 + 1, before=n % 5, after=n % 4)
        for n, date in enumerate(dates)
    ]


def test_before_the_first_session_it_says_so_kindly(page: ProgressPage) -> None:
    fill(page, of=week())
    assert words_on(page) == [
        "Progress", "Nothing here yet.", "After your first session you will see it here.",
    ]  # fmt: skip
    assert controls(page) == {}
    assert page.first_focus is page


def test_a_week_reads_as_in_the_picture(page: ProgressPage) -> None:
    fill(page, *WEEK)
    assert figures(page) == [
        "4 of 7 days on the plan",
        "28 of 28 sets finished",
        "67 min guided so far",
    ]
    seen = words_on(page)
    assert {"June", "Pain, before and after", "Before", "After"} <= set(seen)
    assert "Before exercise: from 5 to 4, about the same. Pain goes up and down on its own." in seen
    assert [row.cells.day for row in rows(page)] == ["Day 4", "Day 3", "Day 2", "Day 1"]
    assert page.first_focus is rows(page)[0]


def test_to_be_told_twice_changes_nothing(page: ProgressPage) -> None:
    fill(page, *WEEK)
    before = page.grab().toImage()
    fill(page, *WEEK)
    assert page.grab().toImage() == before


def test_the_first_session_takes_the_place_of_the_empty_page(page: ProgressPage) -> None:
    fill(page, of=week())
    fill(page, *WEEK[:1], of=week(7))
    assert figures(page)[0] == "1 of 7 days on the plan"
    assert "Nothing here yet." not in words_on(page)
    assert not [line for line in words_on(page) if line.startswith("Before exercise")]
    fill(page, of=week())
    assert rows(page) == []


def test_every_number_that_is_drawn_is_in_the_table_too(page: ProgressPage) -> None:
    fill(page, *WEEK)
    (chart,) = page.findChildren(PainChartCard)
    drawn = [(mark.before, mark.after) for mark in chart._plot.marks]
    listed = [(row.cells.before, row.cells.after) for row in reversed(rows(page))]
    assert [(str(before), str(after)) for before, after in drawn] == listed


def test_a_row_asks_for_its_session_and_the_button_for_an_export(
    page: ProgressPage, qtbot: QtBot
) -> None:
    fill(page, *WEEK)
    with qtbot.waitSignal(page.session_asked) as asked:
        click(rows(page)[0])
    assert asked.args == [WEEK[-1].id]
    with qtbot.waitSignal(page.export_asked):
        press(page, "Export")


def test_many_sessions_are_shown_fifty_at_a_time(page: ProgressPage) -> None:
    fill(page, *years(1)[:120], of=week(round=60))
    assert len(rows(page)) == 50
    press(page, "Show more")
    settle()
    assert len(rows(page)) == 100
    press(page, "Show more")
    settle()
    assert len(rows(page)) == 120
    assert "Show more" not in controls(page)


def test_ten_years_show_the_last_sessions_and_all_the_hours(page: ProgressPage) -> None:
    sessions = years(10)
    fill(page, *sessions, of=week(7, 7, round=sessions[-1].round))
    assert figures(page) == [
        "2 of 7 days on the plan",
        "14 of 14 sets finished",
        "608 h guided so far",
    ]
    assert "The last 12 sessions" in words_on(page)
    assert [row.cells.date for row in rows(page)][:2] == ["Sat 6 Jun", "Fri 5 Jun"]
    (calendar,) = page.findChildren(MonthCalendar)
    for _ in range(3):
        press(page, "Month before")
    assert "March" in words_on(calendar)


def test_the_page_follows_the_room_there_is(page: ProgressPage) -> None:
    fill(page, *WEEK)
    (calendar,), (chart,) = page.findChildren(MonthCalendar), page.findChildren(PainChartCard)
    assert calendar.y() == chart.y()
    assert calendar.width() == 338
    page.set_compact(True)
    page.set_compact(True)
    page.resize(*SIZES[0])
    settle()
    assert calendar.geometry().bottom() < chart.y()
    assert calendar.width() == chart.width()
    page.set_compact(False)
    page.resize(*SIZES[2])
    settle()
    (table,) = page.findChildren(SessionTable)
    assert calendar.y() == chart.y()
    assert (table.mapTo(page, table.rect().topLeft()).x(), table.width()) == (48, 960)


def test_the_usual_window_shows_the_week_without_scrolling(page: ProgressPage) -> None:
    fill(page, *WEEK)
    assert page._scroll.verticalScrollBar().maximum() == 0


def test_keys_scroll_where_nothing_else_needs_them(page: ProgressPage) -> None:
    fill(page, *years(1)[:30])
    bar = page._scroll.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    there = bar.value()
    QTest.keyClick(page, Qt.Key.Key_X)
    assert bar.value() == there


def test_tab_goes_through_the_page_as_it_is_read(page: ProgressPage) -> None:
    fill(page, *years(1)[:80])
    controls(page)["Export"].setFocus()
    days, newest = page.findChildren(MonthGrid)[0], rows(page)[0]
    following = ["Month before", name_of(days), name_of(newest), "Show more"]
    assert tab_order(page, 4) == following
    assert len(controls(page)) == 5  # one row for all of the table


@pytest.mark.parametrize("per_cent", [90, 100, 160, 200])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_and_nothing_sticks_out(
    page: ProgressPage, theme: Theme, per_cent: int, size: tuple[int, int]
) -> None:
    fill(page, *WEEK, held("2026-06-06", 5, before=10, after=0, note="A long note, " * 20))
    page.set_compact(size[0] < 700)
    grow(theme, per_cent)
    page.resize(*size)
    settle()
    assert clipped(page) == []
    assert page._scroll.horizontalScrollBar().maximum() == 0
    for name, control in controls(page).items():
        assert min(control.width(), control.height()) >= 44, name


def test_the_empty_page_is_not_clipped_either(page: ProgressPage, theme: Theme) -> None:
    fill(page, of=week())
    grow(theme, 200)
    page.resize(*SIZES[0])
    settle()
    assert clipped(page) == []


@pytest.mark.parametrize(
    ("start", "end", "direction", "said"),
    [
        (6, 4, Direction.LOWER, f"from 6 to 4, 2 points (33 %) lower. {GOES}, {OR_NOT}."),
        (5, 4, Direction.ABOUT_THE_SAME, f"from 5 to 4, about the same. {GOES}."),
        (4, 7, Direction.HIGHER, f"from 4 to 7, 3 points higher. {GOES}."),
        (3, 1, Direction.NUMBERS_ONLY, "from 3 to 1."),
    ],
)
def test_a_change_is_only_named_where_it_may_be(
    start: int, end: int, direction: Direction, said: str
) -> None:
    change = Change(start, end, direction)
    assert progress_words.change(change, only_week=True) == f"Before exercise: {said}"
    assert progress_words.change(change, only_week=False) == f"Before exercise this week: {said}"


def test_only_this_round_is_compared(page: ProgressPage) -> None:
    earlier = held("2026-05-01", 7, before=9, after=9)
    now = [held(one.local_date, one.day, before=one.before, round=2) for one in WEEK]
    fill(page, earlier, *now, of=week(7, 7, 7, 7, round=2))
    assert any(line.startswith("Before exercise this week: from 5 to 4") for line in words_on(page))


def test_without_sets_none_is_missing() -> None:
    figures = history.figures(week(), ())
    assert progress_words.sets(figures) == Stat("0", "sets", "finished")


def test_the_names_of_figures_and_rows_are_whole_sentences(page: ProgressPage) -> None:
    fill(page, *WEEK)
    assert all(name_of(row).count(". ") >= 5 for row in rows(page))
