"""Sheets are dialogs, figures are pictures and charts are charts to a screen reader."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.figure_view import FigureView
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.pain_plot import PainPlot
from backplan_gui.ui.widgets.sheet import Sheet
from backplan_gui.ui.widgets.stage import Stage

from .seeing import name_of, role_of, show

Role = QAccessible.Role


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    show(qtbot, window)
    return window


def test_a_sheet_is_a_dialog_with_its_title_and_all_that_is_in_it(
    theme: Theme, window: QMainWindow
) -> None:
    sheet = Sheet(theme, window, "Export", "You choose where the file goes.", back="Not now")
    assert (role_of(sheet), name_of(sheet)) == (Role.Dialog, "Export")
    met = QAccessible.queryAccessibleInterface(sheet)
    assert met is not None
    assert met.childCount() > 0
    sheet.dismiss()


def test_a_figure_is_a_picture_a_ring_a_text_and_a_chart_a_chart(theme: Theme) -> None:
    stage, ring = Stage(theme), CountdownRing(theme)
    stage.describe_figure("On hands and knees.")
    figures = [f for f in stage.findChildren(FigureView) if f.parent() is stage]
    assert [(role_of(f), name_of(f)) for f in figures] == [(Role.Graphic, "On hands and knees.")]
    assert role_of(ring) is Role.StaticText
    assert role_of(PainPlot(theme)) is Role.Chart


def test_what_is_none_of_these_stays_what_it_is(theme: Theme, window: QMainWindow) -> None:
    Sheet(theme, window, "Export").dismiss()
    assert role_of(Label(theme, "Progress")) is Role.StaticText
    assert role_of(QWidget()) is not Role.Dialog
