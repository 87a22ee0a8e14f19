"""The seven days as a list that is drawn as a spine, and as a picture."""

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core.schedule import DayState
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.spine import SpineList, SpineRow
from backplan_gui.ui.widgets.spine_picture import SpinePicture

from .conftest import CALM
from .fitting import painted
from .seeing import click, grow, name_of, show

STATES = [DayState.DONE, DayState.STARTED, *[DayState.COMING] * 5]


def rows(states: Sequence[DayState] = STATES, *, today: int = 2) -> list[SpineRow]:
    """Seven days with names of their own."""
    return [
        SpineRow(n, f"Title {n}", f"{n} min", state, n == today, f"Sentence {n}")
        for n, state in enumerate(states, start=1)
    ]


@pytest.fixture
def days(qtbot: QtBot, theme: Theme) -> SpineList:
    """The list in a window of the panel's width, day 2 on show."""
    made = SpineList(theme)
    made.show_rows(rows(), 2)
    show(qtbot, made, 296, made.height())
    return made


def place(days: SpineList, number: int) -> QPoint:
    """The middle of a row."""
    return days.visualRect(days.model().index(number - 1, 0)).center()


def colour(days: SpineList, number: int, x: int) -> QColor:
    """What is painted in the middle of a row."""
    return days.grab().toImage().pixelColor(x, place(days, number).y())


def selected(days: SpineList) -> list[int]:
    return [index.row() + 1 for index in days.selectionModel().selectedIndexes()]


def press(days: SpineList, key: Qt.Key, text: str = "") -> bool:
    """Press a key; whether the list took it."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(days, event)
    return event.isAccepted()


def test_a_click_chooses_a_day(qtbot: QtBot, days: SpineList) -> None:
    with qtbot.waitSignal(days.day_chosen) as chosen:
        click(days.viewport(), place(days, 5))
    assert chosen.args == [5]


def test_arrows_move_and_only_enter_chooses(qtbot: QtBot, days: SpineList) -> None:
    chosen: list[int] = []
    days.day_chosen.connect(chosen.append)
    press(days, Qt.Key.Key_Down)
    press(days, Qt.Key.Key_Down)
    assert chosen == []
    assert press(days, Qt.Key.Key_Return)
    assert chosen == [4]


def test_enter_on_the_day_on_show_is_left_to_its_page(qtbot: QtBot, days: SpineList) -> None:
    with qtbot.assertNotEmitted(days.day_chosen):
        assert not press(days, Qt.Key.Key_Return)


def test_number_keys_are_left_to_the_window(days: SpineList) -> None:
    assert not press(days, Qt.Key.Key_5, "5")


def test_where_two_facts_of_a_day_break_nothing_stands_between_them(
    days: SpineList, theme: Theme
) -> None:
    done = rows()[0]._replace(line="13 min \u00b7 Done Tue")
    days.show_rows([done, *rows()[1:]], 2)
    assert "13\u00a0min\u00a0\u00b7 Done\u00a0Tue" in {text.text for text in painted(days)}
    grow(theme, 200)
    said = {text.text.replace("\u00a0", " ") for text in painted(days)}
    assert {"13 min", "Done Tue"} <= said


def test_a_screen_reader_hears_one_sentence_a_row(days: SpineList) -> None:
    assert name_of(days) == "Your seven days"
    table = QAccessible.queryAccessibleInterface(days)
    heard = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert heard == [f"Sentence {n}" for n in range(1, 8)]


def test_what_is_selected_is_the_day_on_show(days: SpineList) -> None:
    assert selected(days) == [2]
    press(days, Qt.Key.Key_Down)
    assert selected(days) == [2]
    days.show_rows(rows(), 6)
    assert selected(days) == [6]
    days.show_rows(rows(), 0)
    assert selected(days) == []


def test_the_keyboard_stays_where_it_is_when_the_rows_are_shown_again(days: SpineList) -> None:
    days.setFocus()
    press(days, Qt.Key.Key_End)
    days.show_rows(rows(), 2)
    assert days.currentIndex().row() == 6


def test_enter_goes_on_with_the_day_that_a_number_key_has_shown(
    qtbot: QtBot, days: SpineList
) -> None:
    days.setFocus()
    days.show_rows(rows(), 5)
    with qtbot.assertNotEmitted(days.day_chosen):
        assert not press(days, Qt.Key.Key_Return)


def test_rows_have_the_heights_of_the_design(days: SpineList) -> None:
    assert {days.sizeHintForRow(n) for n in range(7)} == {60}
    assert days.height() == 420
    days.set_compact(True)
    assert {days.sizeHintForRow(n) for n in range(7)} == {47}
    assert days.height() == 329


def test_rows_grow_with_the_text_and_the_list_with_them(days: SpineList, theme: Theme) -> None:
    grow(theme, 200)
    heights = [days.sizeHintForRow(n) for n in range(7)]
    assert min(heights) > 90
    assert days.height() == sum(heights)


def test_today_lies_on_a_card_and_the_day_on_show_is_marked_too(
    days: SpineList, theme: Theme
) -> None:
    days.show_rows(rows(), 5)
    plain, card, shown = (colour(days, number, 210) for number in (4, 2, 5))
    assert card == theme.colour("surface")
    assert shown == theme.colour("primarySoft")
    assert len({c.name() for c in (plain, card, shown)}) == 3


def test_the_pointer_lights_a_row_up(days: SpineList) -> None:
    before = colour(days, 4, 210)
    QTest.mouseMove(days.viewport(), place(days, 4))
    assert colour(days, 4, 210) != before


def test_the_focus_shows_inside_the_row_once_the_keyboard_is_used(
    days: SpineList,
) -> None:
    edge = place(days, 3).x(), days.visualRect(days.model().index(2, 0)).top() + 7
    before = days.grab().toImage().pixelColor(*edge)
    press(days, Qt.Key.Key_Down)
    assert days.grab().toImage().pixelColor(*edge) != before


def test_the_column_goes_on_across_the_edge_of_two_rows(days: SpineList, theme: Theme) -> None:
    edge = days.visualRect(days.model().index(3, 0)).bottom()
    image = days.grab().toImage()
    disc = theme.colour("cord")
    assert [image.pixelColor(54, edge + y) for y in (-1, 0, 1, 2)] == [disc] * 4


def test_the_cord_is_done_as_far_as_today(days: SpineList, theme: Theme) -> None:
    image = days.grab().toImage()
    edges = [days.visualRect(days.model().index(n, 0)).bottom() for n in (0, 1)]
    done, coming = (image.pixelColor(64, edge) for edge in edges)
    assert done == theme.colour("cordDone")
    assert coming == theme.colour("cord")


@pytest.fixture
def moving(qapp: object) -> Theme:
    """The look with motion."""
    return Theme(msgspec.structs.replace(CALM, reduce_motion=False))


def picture(qtbot: QtBot, theme: Theme, *, height: int = 760, new: int = 0) -> SpinePicture:
    """The column on screen, day 1 done."""
    made = SpinePicture(theme)
    show(qtbot, made, 300, height)
    made.show_states(STATES, "1 of 7 days done", new=new)
    return made


def top_of_day_one(picture: SpinePicture) -> QColor:
    """What is painted where a day that fills from below is full last."""
    return picture.grab().toImage().pixelColor(130, 80)


def test_the_picture_says_in_a_sentence_what_it_shows(qtbot: QtBot, theme: Theme) -> None:
    shown = picture(qtbot, theme)
    assert name_of(shown) == "Your seven days"
    assert shown.accessibleDescription() == "1 of 7 days done"


def test_a_new_day_fills_unless_motion_is_reduced(
    qtbot: QtBot, theme: Theme, moving: Theme
) -> None:
    main = theme.colour("primary")
    assert top_of_day_one(picture(qtbot, moving, new=1)) != main
    assert top_of_day_one(picture(qtbot, theme, new=1)) == main


def test_a_day_that_was_done_before_is_shown_at_once(qtbot: QtBot, moving: Theme) -> None:
    assert top_of_day_one(picture(qtbot, moving)) == moving.colour("primary")


def test_nothing_moves_on_when_the_picture_is_left(qtbot: QtBot, moving: Theme) -> None:
    shown = picture(qtbot, moving, new=1)
    shown.hide()
    assert top_of_day_one(shown) == moving.colour("primary")


def test_the_picture_fits_a_lower_window(qtbot: QtBot, theme: Theme) -> None:
    image = picture(qtbot, theme, height=500).grab().toImage()
    main = theme.colour("primary")
    assert any(image.pixelColor(x, y) == main for x in range(100, 200) for y in range(30, 90))
