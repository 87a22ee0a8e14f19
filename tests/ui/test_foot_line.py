"""The hairline above a bar: there as long as more lies below it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import Scroll
from backplan_gui.ui.widgets.foot_line import FootLine

from .seeing import settle, show


@pytest.fixture
def scroll(qtbot: QtBot, theme: Theme) -> Scroll:
    inside = QWidget()
    inside.setMinimumHeight(400)
    made = Scroll(theme, inside)
    FootLine(theme, made)
    show(qtbot, made, 300, 500)
    return made


def foot(scroll: Scroll, x: int = 40) -> str:
    """The colour of the lowest row."""
    return scroll.grab().toImage().pixelColor(x, scroll.height() - 1).name()


def test_where_all_is_in_sight_there_is_no_line(scroll: Scroll, theme: Theme) -> None:
    assert foot(scroll) != theme.colour("line").name()


def test_where_more_lies_below_a_line_says_so_until_the_end(scroll: Scroll, theme: Theme) -> None:
    scroll.resize(300, 200)
    settle()
    assert foot(scroll) == foot(scroll, 290) == theme.colour("line").name()
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert foot(scroll) != theme.colour("line").name()
    bar.setValue(0)
    scroll.resize(300, 250)
    settle()
    assert foot(scroll) == theme.colour("line").name()
