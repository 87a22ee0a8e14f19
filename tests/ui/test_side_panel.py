"""The panel: how the seven days stand, and the way to the other pages."""

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.schedule import DayState, Week
from backplan_gui.core.settings import Settings
from backplan_gui.ui.side_panel import SidePanel
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.spine import SpineList

from .conftest import CALM
from .home import TODAY, done, skipped, started, week_with
from .seeing import click, clipped, controls, grow, press, settle, show, words_on

TALL = 820
"""With room for the way to every page."""
THREE_DONE = week_with(done(1, "2026-11-23"), done(2, "2026-11-24"), done(3, "2026-11-26"))


def spans_of(content: Content, settings: Settings) -> dict[int, tuple[int, int]]:
    """How long the days take, as the plan has them."""
    return {day.number: content.minutes(day, settings) for day in content.plan.days}


def panel_with(qtbot: QtBot, theme: Theme, content: Content, week: Week, day: int) -> SidePanel:
    """The panel on screen, with that day's page beside it."""
    panel = SidePanel(theme)
    panel.show_week(week, content, spans_of(content, CALM), today=TODAY, shown_day=day)
    panel.set_current("day")
    show(qtbot, panel, panel.width(), TALL)
    return panel


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, content: Content) -> SidePanel:
    return panel_with(qtbot, theme, content, THREE_DONE, 4)


def days(panel: SidePanel) -> SpineList:
    return panel.findChildren(SpineList)[0]


def lines(panel: SidePanel) -> list[str]:
    """Title and line of every row, as they are painted."""
    return [f"{row.title}: {row.line}" for row in days(panel)._days.rows]


def heard(panel: SidePanel) -> list[str]:
    """What a screen reader says of every row."""
    table = QAccessible.queryAccessibleInterface(days(panel))
    return [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]


def shown_day(panel: SidePanel) -> list[int]:
    return [index.row() + 1 for index in days(panel).selectionModel().selectedIndexes()]


def test_days_done_say_when_and_the_next_one_is_today(panel: SidePanel) -> None:
    assert lines(panel) == [
        "Settle and stretch: 12 min · Done Mon",
        "Gentle core: 18 min · Done Tue",
        "Loosen up: 22 min · Done Thu",
        "Build strength: Today · 17 min",
        "Easy recovery: 44 to 59 min",
        "Everyday moves: 16 min",
        "Put it together: 17 min",
    ]
    assert "3 of 7" in words_on(panel)


def test_a_started_day_says_how_far_and_one_left_out_that_it_was(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    week = week_with(done(1), skipped(2), skipped(3), done(4), started(5, 1))
    said = lines(panel_with(qtbot, theme, content, week, 2))
    assert said[1] == "Gentle core: Today · 18 min"
    assert said[2] == "Loosen up: Skipped"
    assert said[4] == "Easy recovery: Started · 1 of 3 parts"


def test_a_day_left_out_in_the_middle_says_how_far_it_is_and_looks_like_it(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    left = msgspec.structs.replace(skipped(1), sets_done=2)
    panel = panel_with(qtbot, theme, content, week_with(left, skipped(2), done(3)), 3)
    assert lines(panel)[:2] == ["Settle and stretch: Started · 2 of 7 sets", "Gentle core: Skipped"]
    assert heard(panel)[0].startswith("Day 1, Settle and stretch, 12 minutes, started, 2 of 7 sets")
    painted = [row.state for row in days(panel)._days.rows[:2]]
    assert painted == [DayState.STARTED, DayState.SKIPPED]


def test_a_day_done_long_ago_says_the_date(qtbot: QtBot, theme: Theme, content: Content) -> None:
    week = week_with(done(1, "2026-11-03"))
    assert lines(panel_with(qtbot, theme, content, week, 2))[0].endswith("Done 3 Nov")


def test_a_screen_reader_hears_number_title_length_and_state(panel: SidePanel) -> None:
    said = heard(panel)
    assert said[0] == "Day 1, Settle and stretch, 12 minutes, done Monday"
    assert said[3] == "Day 4, Build strength, 17 minutes, today"
    assert said[4] == "Day 5, Easy recovery, 44 to 59 minutes"


def test_when_all_are_done_no_day_is_today(qtbot: QtBot, theme: Theme, content: Content) -> None:
    panel = panel_with(qtbot, theme, content, week_with(*(done(n) for n in range(1, 8))), 7)
    assert not any("Today" in line for line in lines(panel))
    assert "7 of 7" in words_on(panel)


def test_a_day_is_chosen_by_a_click(qtbot: QtBot, panel: SidePanel) -> None:
    with qtbot.waitSignal(panel.day_chosen) as chosen:
        spine = days(panel)
        click(spine.viewport(), spine.visualRect(spine.model().index(5, 0)).center())
    assert chosen.args == [6]


def test_the_other_pages_are_one_click_away(panel: SidePanel) -> None:
    asked: list[str] = []
    panel.page_asked.connect(asked.append)
    for name in ("Progress", "Exercises", "Warning signs", "Settings", "About"):
        press(panel, name)
    assert asked == ["progress", "library", "signs", "settings", "about"]


def test_the_library_is_marked_when_it_is_on_show(panel: SidePanel) -> None:
    panel.set_current("library")
    described = {name: w.accessibleDescription() for name, w in controls(panel).items()}
    assert [name for name, said in described.items() if said == "on show"] == ["Exercises"]
    assert shown_day(panel) == []


def test_a_small_window_leaves_out_what_the_settings_lead_to(panel: SidePanel) -> None:
    panel.set_compact(True)
    settle()
    assert "About" not in controls(panel)
    assert {"Progress", "Exercises", "Warning signs", "Settings"} <= set(controls(panel))
    panel.set_compact(False)
    assert "About" in controls(panel)


@pytest.mark.parametrize(("height", "compact"), [(760, False), (600, True)])
def test_all_days_and_all_ways_fit_in_without_scrolling(
    panel: SidePanel, height: int, compact: bool
) -> None:
    panel.set_compact(compact)
    panel.resize(panel.width(), height)
    settle()
    (scroll,) = (area for area in panel.findChildren(QScrollArea) if area.widget())
    assert scroll.verticalScrollBar().maximum() == 0
    assert "About" not in controls(panel)


def test_the_page_on_show_is_marked_and_no_day_with_it(panel: SidePanel) -> None:
    assert shown_day(panel) == [4]
    panel.set_current("settings")
    assert shown_day(panel) == []
    assert controls(panel)["Settings"].accessibleDescription() == "on show"
    assert controls(panel)["About"].accessibleDescription() == ""
    panel.set_current("day")
    assert shown_day(panel) == [4]
    assert controls(panel)["Settings"].accessibleDescription() == ""


def test_the_marked_page_looks_different(panel: SidePanel) -> None:
    row = controls(panel)["Settings"]
    before = row.grab().toImage()
    panel.set_current("settings")
    assert row.grab().toImage() != before


def test_it_has_the_widths_of_the_design(panel: SidePanel) -> None:
    assert panel.width() == 296
    panel.set_compact(True)
    assert panel.width() == 232
    assert "Private. Stays on this computer." not in words_on(panel)


def test_everything_fits_the_windows_of_the_design(panel: SidePanel) -> None:
    scroll = panel.findChildren(QScrollArea)[0]
    assert scroll.verticalScrollBar().maximum() == 0
    panel.set_compact(True)
    panel.resize(panel.width(), 600)
    settle()
    assert scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("compact", [False, True])
def test_large_text_scrolls_and_is_never_cut(panel: SidePanel, theme: Theme, compact: bool) -> None:
    panel.set_compact(compact)
    grow(theme, 200)
    panel.resize(panel.width(), 600)
    scroll = next(s for s in panel.findChildren(QScrollArea) if not isinstance(s, SpineList))
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.horizontalScrollBar().maximum() == 0
    assert clipped(panel) == []


def test_the_keyboard_takes_the_panel_along(panel: SidePanel, theme: Theme) -> None:
    grow(theme, 200)
    panel.resize(panel.width(), 500)
    scroll = next(s for s in panel.findChildren(QScrollArea) if not isinstance(s, SpineList))
    spine = days(panel)
    spine.setFocus()
    scroll.verticalScrollBar().setValue(0)
    QTest.keyClick(spine, Qt.Key.Key_End)
    last = spine.visualRect(spine.model().index(6, 0)).center()
    assert scroll.viewport().rect().contains(spine.mapTo(scroll.viewport(), last))


def test_minutes_follow_the_settings(qtbot: QtBot, theme: Theme, content: Content) -> None:
    panel = panel_with(qtbot, theme, content, THREE_DONE, 4)
    slower = msgspec.structs.replace(CALM, rest_extra=30)
    before = lines(panel)
    panel.show_week(THREE_DONE, content, spans_of(content, slower), today=TODAY, shown_day=4)
    assert lines(panel)[3] != before[3]


def test_a_day_that_is_todays_again_stands_out_and_parts_no_cord(
    qtbot: QtBot, theme: Theme, content: Content
) -> None:
    """The third day of a normal week, when all seven are done."""
    week = week_with(*(done(n) for n in range(1, 8)))
    panel = panel_with(qtbot, theme, content, week, 1)
    spans, before = spans_of(content, CALM), days(panel).grab().toImage()
    panel.show_week(week, content, spans, today=TODAY, shown_day=1, routine_day=3)
    settle()
    after = days(panel).grab().toImage()
    assert lines(panel)[2] == "Loosen up: Today · 22 min"
    assert heard(panel)[2].endswith(", today")
    high = before.height() // 7
    for row in range(7):
        part = QRect(0, row * high + 8, before.width(), high - 16)
        assert (before.copy(part) == after.copy(part)) is (row != 2), row
