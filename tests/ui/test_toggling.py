"""What a screen reader toggles or selects counts as pressed; what a page sets does not."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.schedule import DayState
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.choice import Choice
from backplan_gui.ui.widgets.pain_scale import PainScale, PainTile
from backplan_gui.ui.widgets.spine import SpineList, SpineRow
from backplan_gui.ui.widgets.switch import Switch
from backplan_gui.ui.widgets.tick import Tick

from .seeing import click, show


def toggle(widget: QWidget) -> None:
    """What the accessibility bridge does when a reader asks it to toggle."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    action = interface.actionInterface()
    name = QAccessibleActionInterface.toggleAction()
    assert action is not None
    assert name in action.actionNames()
    action.doAction(name)


@pytest.mark.parametrize("make", [Tick, Switch])
def test_a_box_tells_a_toggle_once_and_a_click_once_and_the_page_not_at_all(
    qtbot: QtBot, theme: Theme, make: type[Tick | Switch]
) -> None:
    box = make(theme, "With my notes")
    show(qtbot, box)
    told: list[bool] = []

    def on_clicked(on: bool) -> None:
        told.append(on)

    box.clicked.connect(on_clicked)
    toggle(box)
    assert (told, box.isChecked()) == ([True], True)
    toggle(box)
    assert told == [True, False]
    box.setChecked(True)
    assert told == [True, False]
    click(box)
    assert told == [True, False, False]


def test_a_number_that_a_reader_picks_is_the_answer(qtbot: QtBot, theme: Theme) -> None:
    scale = PainScale(theme, "How strong is it?")
    show(qtbot, scale)
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    tiles = scale.findChildren(PainTile)
    toggle(tiles[3])
    assert (chosen, scale.number) == ([3], 3)
    toggle(tiles[5])
    assert chosen == [3, 5]
    scale.show_number(7)
    assert (chosen, scale.number) == ([3, 5], 7)


def test_so_is_one_of_a_few_values(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "Theme", [("light", "Light"), ("dark", "Dark")])
    choice.show_choice("light")
    show(qtbot, choice)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    toggle(choice.findChildren(QAbstractButton)[1])
    assert chosen == ["dark"]
    choice.show_choice("light")
    assert chosen == ["dark"]


def test_and_a_day_that_is_selected(qtbot: QtBot, theme: Theme) -> None:
    rows = [SpineRow(n, f"Day {n}", "", DayState.COMING, n == 1, f"Day {n}") for n in (1, 2, 3)]
    spine = SpineList(theme)
    spine.show_rows(rows, 1)
    home = QWidget()
    QVBoxLayout(home).addWidget(spine)
    show(qtbot, home)
    chosen: list[int] = []
    spine.day_chosen.connect(chosen.append)
    interface = QAccessible.queryAccessibleInterface(spine)
    assert interface is not None
    row = interface.child(2)
    assert row is not None
    action = row.actionInterface()
    assert action is not None
    action.doAction(QAccessibleActionInterface.toggleAction())
    assert chosen == [3]
    spine.show_rows(rows, 3)
    assert chosen == [3]
