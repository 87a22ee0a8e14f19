"""The table of sessions: every row says all of it, and opens its session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.core.history import HistorySession
from backplan_gui.ui import progress_words
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.session_row import Cells, SessionRow
from backplan_gui.ui.widgets.session_table import SessionTable

from .histories import TODAY, WEEK, held
from .seeing import click, controls, grow, name_of, settle, show, tab_order

TITLES = {1: "Settle and stretch", 2: "Gentle core", 3: "Loosen up", 4: "Build strength"}


def cells(*sessions: HistorySession) -> list[Cells]:
    return [progress_words.cells(one, TITLES, TODAY) for one in reversed(sessions)]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> SessionTable:
    table = SessionTable(theme)
    table.show_rows(cells(*WEEK), more=False)
    show(qtbot, table, 760, 300)
    return table


def rows(table: SessionTable) -> list[SessionRow]:
    return [row for row in table._rows if row.isVisible()]


def focused(table: SessionTable) -> int:
    """Which row has the keyboard."""
    return [row.hasFocus() for row in rows(table)].index(True)


def opened(table: SessionTable) -> list[str]:
    """The ids that are asked for from now on."""
    asked: list[str] = []
    table.session_asked.connect(asked.append)
    return asked


def test_a_row_says_all_of_its_session(table: SessionTable) -> None:
    assert name_of(rows(table)[0]) == (
        "Day 4, Build strength. Friday 5 June 2026. 6 of 6 sets. 17 minutes. 4 before, 2 after."
        " no note"
    )
    assert name_of(rows(table)[1]).endswith("Note: Left hip tight")


def test_the_cells_are_those_of_the_picture(table: SessionTable) -> None:
    assert [row.cells[1:9] for row in rows(table)] == [
        ("Day 4", "Build strength", "Fri 5 Jun", "6 / 6", "17:02", "4", "2", "(−2)"),
        ("Day 3", "Loosen up", "Thu 4 Jun", "7 / 8", "20:48", "4", "3", "(−1)"),
        ("Day 2", "Gentle core", "Tue 2 Jun", "7 / 7", "17:20", "5", "4", "(−1)"),
        ("Day 1", "Settle and stretch", "Mon 1 Jun", "7 / 7", "12:10", "5", "3", "(−2)"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown", "line"),
    [
        (4, 6, ("4", "6", "(+2)"), "Pain 4, then 6"),
        (0, 0, ("0", "0", "(0)"), "Pain 0, then 0"),
        (10, None, ("10", "", "before"), "Pain 10 before"),
        (None, 0, ("", "0", "after"), "Pain 0 after"),
    ],
)
def test_numbers_stand_as_they_were_said(
    before: int | None, after: int | None, shown: tuple[str, ...], line: str
) -> None:
    (row,) = cells(held("2026-06-01", 1, before=before, after=after))
    assert (row.before, row.after, row.change) == shown
    assert row.line.endswith(f" · {line}")


def test_without_numbers_nothing_is_made_of_it() -> None:
    (row,) = cells(held("2026-06-01", 1))
    assert (row.before, row.after, row.change) == ("", "", "")
    assert row.line == "Mon 1 Jun · 7 of 7 sets · 10:00"
    assert "no number for pain" in row.sentence


def test_a_gentle_day_and_another_year() -> None:
    (row,) = cells(held("2025-06-01", None))
    assert (row.day, row.name, row.date) == ("Gentle day", "", "1 Jun 2025")
    assert row.sentence.startswith("Gentle day. Sunday 1 June 2025.")


def test_a_walk_outside_tells_its_own_length() -> None:
    (row,) = cells(held("2026-06-01", 5, guided_ms=0, outside_ms=1_500_000))
    assert row.time == "25:00"


def test_a_click_opens_a_session(table: SessionTable) -> None:
    asked = opened(table)
    click(rows(table)[2])
    assert asked == [WEEK[1].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_a_key_opens_the_session_that_has_the_keyboard(table: SessionTable, key: Qt.Key) -> None:
    asked = opened(table)
    table.current.setFocus()
    QTest.keyClick(table.current, Qt.Key.Key_Down)
    QTest.keyClick(rows(table)[focused(table)], key)
    assert asked == [WEEK[2].id]


def test_tab_stops_once_and_arrows_move(table: SessionTable) -> None:
    table.show_rows(cells(*WEEK), more=True)
    settle()
    assert set(controls(table)) == {name_of(rows(table)[0]), "Show more"}
    rows(table)[0].setFocus()
    for key, there in (
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Down, 3), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 0), (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 0),
    ):  # fmt: skip
        QTest.keyClick(rows(table)[focused(table)], key)
        assert focused(table) == there
    assert tab_order(table, 1) == ["Show more"]


def test_arrows_with_a_modifier_are_not_ours(table: SessionTable) -> None:
    rows(table)[0].setFocus()
    QTest.keyClick(rows(table)[0], Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert focused(table) == 0


def test_the_row_that_was_looked_at_keeps_the_keyboard_when_others_come(
    table: SessionTable,
) -> None:
    asked = opened(table)
    click(rows(table)[3])
    newer = held("2026-06-06", 2)
    table.show_rows(cells(*WEEK, newer), more=False)
    settle()
    assert len(rows(table)) == 5
    click(table.current)
    assert asked == [WEEK[0].id] * 2


def test_a_session_that_is_gone_has_no_row(table: SessionTable) -> None:
    click(rows(table)[3])
    table.show_rows(cells(*WEEK[2:]), more=False)
    settle()
    assert [row.cells.id for row in rows(table)] == [WEEK[3].id, WEEK[2].id]
    assert table.current is rows(table)[0]


def test_more_are_asked_for_and_the_keyboard_goes_on_where_there_are_no_others(
    table: SessionTable,
) -> None:
    asked: list[bool] = []

    def on_more() -> None:
        asked.append(True)

    table.more_asked.connect(on_more)
    table.show_rows(cells(*WEEK[2:]), more=True)
    settle()
    more = controls(table)["Show more"]
    more.setFocus()
    click(more)
    assert asked == [True]
    table.show_rows(cells(*WEEK), more=False)
    settle()
    assert QApplication.focusWidget() is rows(table)[-1]
    assert "Show more" not in controls(table)


def test_with_columns_every_row_is_one_line_and_without_a_block(
    table: SessionTable, theme: Theme
) -> None:
    assert {row.height() for row in rows(table)} == {44}
    table.resize(560, 700)
    settle()
    assert min(row.height() for row in rows(table)) > 60
    table.resize(760, 300)
    settle()
    assert {row.height() for row in rows(table)} == {44}


def test_a_long_note_takes_two_lines_of_a_block_at_most(table: SessionTable) -> None:
    long = held("2026-06-06", 1, note="A very long day in the car. " * 20)
    table.show_rows(cells(*WEEK, long), more=False)
    table.resize(500, 900)
    settle()
    lines = [text for text, _, _ in rows(table)[0]._block(rows(table)[0].width())]
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert name_of(rows(table)[0]).count("car") == 20


@pytest.mark.parametrize("per_cent", [90, 160, 200])
@pytest.mark.parametrize("width", [480, 900])
def test_every_line_has_room(table: SessionTable, theme: Theme, per_cent: int, width: int) -> None:
    grow(theme, per_cent)
    table.resize(width, 2000)
    settle()
    assert not isinstance(table.parent(), QScrollArea)
    for row in rows(table):
        assert row.height() >= max(44, row.heightForWidth(row.width()))
        lefts = row._columns.lefts(row.width())
        assert not lefts or lefts[-1] + theme.px(90) < row.width()
