from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.focus_ring import REACH, FocusRing
from backplan_gui.ui.widgets.switch import Switch

from .seeing import clipped, grow, role_of, show


def test_its_words_switch_it_too(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Reduce motion")
    show(qtbot, switch, 300, 44)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert role_of(switch) is QAccessible.Role.CheckBox


def test_on_and_off_differ_in_shape_and_not_only_in_colour(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "")
    show(qtbot, switch, 100, 44)
    left = switch.ring_rect.center() - QPoint(9, 0)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    scale = on.devicePixelRatio()
    right = switch.ring_rect.center() + QPoint(11, 0)
    assert off.pixelColor(left * scale) != off.pixelColor(right * scale)
    assert on.pixelColor(right * scale) == theme.colour("onPrimary")
    assert on.pixelColor(left * scale) != theme.colour("onPrimary")


def test_the_ring_follows_the_drawn_switch_and_not_the_row(qtbot: QtBot, theme: Theme) -> None:
    window = QMainWindow()
    switch = Switch(theme, "Reduce motion")
    inside = QWidget()
    inside.setLayout(column(switch, margins=(10, 10, 10, 10)))
    window.setCentralWidget(inside)
    ring = FocusRing(theme, window)
    show(qtbot, window, 300, 100)
    ring.wake()
    switch.clearFocus()
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    (drawn,) = (w for w in inside.children() if type(w).__name__ == "_Ring")
    assert isinstance(drawn, QWidget)
    assert drawn.width() == switch.ring_rect.width() + 2 * REACH < switch.width()
    assert drawn.geometry().center().x() > switch.geometry().center().x()


def test_words_and_note_stay_whole_at_twice_the_size(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Fewer changes of side", "One side is finished before the other")
    page = QWidget()
    layout = column(switch)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, 300, 500)
    grow(theme, 200)
    assert not clipped(page)
    assert switch.height() >= switch.ring_rect.height()
