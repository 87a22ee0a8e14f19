from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.choice import Choice
from backplan_gui.ui.widgets.flow import Flow

from .seeing import click, controls, role_of, settle, show

PACES = (("written", "As written"), ("slower", "Slower"), ("own", "My own"))


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> Iterator[Choice]:
    choice = Choice(theme, "Rep pace", PACES)
    choice.show_choice("written")
    page = QWidget()
    page.setLayout(Flow(choice))
    show(qtbot, page, 400, 200)
    yield choice
    page.close()


def part(choice: Choice, name: str) -> QRadioButton:
    (found,) = (p for p in choice.findChildren(QRadioButton) if p.text() == name)
    return found


def test_a_click_chooses_and_says_so_once(qtbot: QtBot, choice: Choice) -> None:
    said: list[str] = []
    choice.chosen.connect(said.append)
    click(part(choice, "Slower"))
    click(part(choice, "Slower"))
    assert said == ["slower"]
    assert part(choice, "Slower").isChecked()
    assert not part(choice, "As written").isChecked()


def test_arrow_keys_move_the_choice(choice: Choice) -> None:
    said: list[str] = []
    choice.chosen.connect(said.append)
    part(choice, "As written").setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or choice, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or choice, Qt.Key.Key_Left)
    assert said == ["slower", "own", "slower"]


def test_tab_reaches_only_the_chosen_one(choice: Choice) -> None:
    choice.show_choice("own")
    assert list(controls(choice)) == ["My own"]
    assert role_of(part(choice, "My own")) is QAccessible.Role.RadioButton
    assert part(choice, "My own").accessibleDescription() == "Rep pace"


def test_being_shown_a_value_is_not_a_choice(choice: Choice) -> None:
    said: list[str] = []
    choice.chosen.connect(said.append)
    choice.show_choice("own")
    choice.show_choice("own")
    assert part(choice, "My own").isChecked()
    assert not said


def test_an_unknown_value_is_our_fault(choice: Choice) -> None:
    with pytest.raises(KeyError):
        choice.show_choice("fastest")


def test_parts_lie_below_each_other_where_room_is_short(choice: Choice) -> None:
    beside = {p.y() for p in choice.findChildren(QRadioButton)}
    assert beside == {0}
    page = choice.window()
    page.resize(160, 300)
    settle()
    tops = [part(choice, text).y() for _, text in PACES]
    assert tops == sorted(set(tops))
    assert choice.height() == 3 * 44
    for p in choice.findChildren(QRadioButton):
        assert choice.rect().contains(p.geometry())
