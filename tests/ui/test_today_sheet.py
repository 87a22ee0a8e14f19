"""A day fitted to today: what is asked, what an answer comes to, and what is told in the end."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.tailoring import Today
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.today_sheet import TodaySheet, asks_of

from .home import CONTENT, plan_of
from .seeing import click, clipped, controls, grow, name_of, settle, show, words_on

REST = "The rest stays for another time."
FLOOR = "The floor is not possible today"
HELP = "Help me get down and up"


class Opened:
    """A sheet for a day, and what came of it."""

    def __init__(self, theme: Theme, window: QWidget, day: int, today: Today, minutes: int) -> None:
        self._day = day
        self.told: list[Today] = []
        self.dismissed = 0
        asks = asks_of(CONTENT, day, minutes or plan_of(day, Today()).span[0])
        self.sheet = TodaySheet(theme, window, asks, today, self._tell)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.dismissed.connect(self._on_dismissed)
        settle()

    @property
    def line(self) -> str:
        """What is said under the time."""
        return next(text for text in words_on(self.sheet) if text.startswith("About"))

    def press(self, name: str) -> None:
        """A click; of a choice Tab reaches only what is chosen, the pointer all."""
        buttons = self.sheet.findChildren(QAbstractButton)
        click(next(b for b in buttons if b.isVisible() and name_of(b) == name))
        settle()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.sheet, key)
        settle()

    def has(self, name: str) -> bool:
        return name in controls(self.sheet)

    def _tell(self, today: Today) -> str:
        return plan_of(self._day, today).said

    def _on_chosen(self, today: Today) -> None:
        self.told.append(today)

    def _on_dismissed(self) -> None:
        self.dismissed += 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    show(qtbot, made)
    return made


def opened(
    theme: Theme, window: QWidget, day: int, today: Today | None = None, *, minutes: int = 0
) -> Opened:
    return Opened(theme, window, day, today or Today(), minutes)


# Time


def test_it_opens_with_all_of_the_day(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 1)
    assert one.line == "About 12 min. 3 exercises, 7 sets."
    assert not one.has("Fewer minutes")
    assert name_of(QApplication.focusWidget() or window) == "Time for all of it"


def test_less_time_says_what_it_holds_and_what_becomes_of_the_rest(
    theme: Theme, window: QWidget
) -> None:
    one = opened(theme, window, 1)
    one.press("Less time")
    assert "10 min" in words_on(one.sheet)
    assert one.line == f"About 10 min. 3 exercises, 5 of 7 sets. {REST}"
    one.press("Fewer minutes")
    assert "5 min" in words_on(one.sheet)
    assert one.line.endswith(f"of 7 sets. {REST}")
    one.press("Done")
    assert one.told == [Today(minutes=5)]


def test_minutes_go_by_fives_from_five_to_below_the_whole(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 2)
    one.press("Less time")
    assert "15 min" in words_on(one.sheet)
    assert not one.has("More minutes")
    one.press("Fewer minutes")
    one.press("Fewer minutes")
    assert "5 min" in words_on(one.sheet)
    assert not one.has("Fewer minutes")
    one.press("More minutes")
    one.press("Done")
    assert one.told == [Today(minutes=10)]


def test_a_length_of_a_round_number_is_not_offered_as_less(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 1, minutes=10)
    one.press("Less time")
    assert "5 min" in words_on(one.sheet)
    assert not one.has("More minutes")


def test_all_of_it_can_be_had_again(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 1, Today(minutes=5))
    one.press("Time for all of it")
    assert not one.has("More minutes")
    one.press("Done")
    assert one.told == [Today()]


def test_minutes_that_are_more_than_what_is_left_are_all_of_it(
    theme: Theme, window: QWidget
) -> None:
    one = opened(theme, window, 1, Today(minutes=10), minutes=8)
    assert not one.has("More minutes")
    one.press("Done")
    assert one.told == [Today()]


@pytest.mark.parametrize(
    ("name", "other"), [("Fewer minutes", "More minutes"), ("More minutes", "Fewer minutes")]
)
def test_at_an_end_the_keyboard_stays_at_the_minutes(
    theme: Theme, window: QWidget, name: str, other: str
) -> None:
    one = opened(theme, window, 2, Today(minutes=10))
    controls(one.sheet)[name].setFocus()
    one.key(Qt.Key.Key_Return)
    assert name_of(QApplication.focusWidget() or window) == other
    assert not one.told


# The floor, knees and feet


def test_without_the_floor_help_and_knees_are_no_question(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 4)
    assert one.has(HELP)
    assert one.has("Knees")
    one.press(FLOOR)
    assert not one.has(HELP)
    assert not one.has("Knees")
    one.press("Done")
    assert one.told == [Today(floor=False)]


def test_what_is_kept_stands_apart_from_what_is_for_today(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 4)
    said = words_on(one.sheet)
    assert "For today. The plan stays as it is." in said
    assert not [line for line in said if "only" in line.lower()]
    buttons = [b for b in one.sheet.findChildren(QAbstractButton) if name_of(b) in (HELP, FLOOR)]
    cards = {name_of(b): b.parentWidget() for b in buttons}
    assert cards[HELP] is not cards[FLOOR]


def test_what_was_out_of_sight_is_still_as_it_was(theme: Theme, window: QWidget) -> None:
    before = Today(floor=False, help=True, feet=frozenset({"side-plank"}))
    one = opened(theme, window, 4, before)
    one.press(FLOOR)
    assert one.has("Feet")
    one.press(HELP)
    one.press("Done")
    assert one.told == [Today(feet=frozenset({"side-plank"}))]


@pytest.mark.parametrize(
    ("day", "exercise", "name", "word"),
    [(4, "side-plank", "Side Plank", "Feet"), (7, "plank", "Plank", "Toes")],
)
def test_a_plank_begins_on_the_knees_unless_asked(
    theme: Theme, window: QWidget, day: int, exercise: str, name: str, word: str
) -> None:
    one = opened(theme, window, day)
    assert name in words_on(one.sheet)
    assert one.has("Knees")
    controls(one.sheet)["Knees"].setFocus()
    one.key(Qt.Key.Key_Right)
    assert one.has(word)
    one.key(Qt.Key.Key_Return)
    assert one.told == [Today(feet=frozenset({exercise}))]


def test_from_the_feet_back_to_the_knees(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 7, Today(feet=frozenset({"plank", "side-plank"})))
    controls(one.sheet)["Toes"].setFocus()
    one.key(Qt.Key.Key_Left)
    one.press("Done")
    assert one.told == [Today(feet=frozenset({"side-plank"}))]


def test_a_day_in_parts_is_not_asked_for_its_time(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 5)
    assert not one.has("Time for all of it")
    assert name_of(QApplication.focusWidget() or window) == FLOOR


def test_a_day_on_the_feet_is_not_asked_about_the_floor(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 6)
    assert one.has("Time for all of it")
    assert not one.has(FLOOR)
    assert not one.has(HELP)


# Keys


@pytest.mark.parametrize("at", ["Time for all of it", FLOOR, "Done"])
def test_enter_takes_the_answers_wherever_the_keyboard_is(
    theme: Theme, window: QWidget, at: str
) -> None:
    one = opened(theme, window, 1, Today(help=True))
    controls(one.sheet)[at].setFocus()
    one.key(Qt.Key.Key_Return)
    assert one.told == [Today(help=True)]
    assert one.dismissed == 0


def test_the_key_that_opened_it_does_not_close_it(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 1)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(one.sheet, held)
    assert not one.told
    assert one.sheet.isVisible()


@pytest.mark.parametrize("way", ["Leave it as it was", "Close", "Esc"])
def test_leaving_tells_nothing(theme: Theme, window: QWidget, way: str) -> None:
    one = opened(theme, window, 1)
    one.press(FLOOR)
    if way == "Esc":
        one.key(Qt.Key.Key_Escape)
    else:
        one.press(way)
    assert not one.told
    assert one.dismissed == 1


def test_space_turns_a_switch_and_leaves_the_sheet_open(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 1)
    controls(one.sheet)[FLOOR].setFocus()
    one.key(Qt.Key.Key_Space)
    assert not one.has(HELP)
    one.key(Qt.Key.Key_Return)
    assert one.told == [Today(floor=False)]


# Room


def test_a_day_with_every_question_fits_the_smallest_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    show(qtbot, window, 880, 600)
    one = opened(theme, window, 4, Today(minutes=10))
    (scroll,) = one.sheet.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0


def test_the_sheet_is_as_high_as_what_it_asks(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 4, Today(floor=False))
    (scroll,) = one.sheet.findChildren(QScrollArea)
    before = scroll.height()
    one.press(FLOOR)
    assert scroll.height() > before
    assert scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [100, 160, 200])
@pytest.mark.parametrize("width", [880, 1120])
def test_nothing_is_cut_off_before_or_after_an_answer(
    qtbot: QtBot, theme: Theme, size: int, width: int
) -> None:
    grow(theme, size)
    window = QWidget()
    show(qtbot, window, width, 600)
    one = opened(theme, window, 4)
    (scroll,) = one.sheet.findChildren(QScrollArea)
    for name in ("Less time", HELP, FLOOR):
        one.press(name)
        assert not clipped(one.sheet)
        assert scroll.horizontalScrollBar().maximum() == 0


def test_every_control_is_large_enough_to_hit(theme: Theme, window: QWidget) -> None:
    one = opened(theme, window, 4, Today(minutes=10))
    found = controls(one.sheet)
    assert {"Fewer minutes", "More minutes", "Knees"} <= found.keys()
    assert [n for n, c in found.items() if min(c.width(), c.height()) < 44] == []
