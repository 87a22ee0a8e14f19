import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.stepper import MinutesStepper, Stepper

from .seeing import controls, name_of, press, show, words_on


def test_it_asks_for_less_and_more_and_shows_what_it_is_told(qtbot: QtBot, theme: Theme) -> None:
    stepper = Stepper(theme, "Smaller text", "Larger text")
    show(qtbot, stepper, 200, 44)
    asked: list[str] = []
    stepper.less_asked.connect(lambda: asked.append("less"))
    stepper.more_asked.connect(lambda: asked.append("more"))
    stepper.show_value("100 %")
    press(stepper, "Larger text")
    press(stepper, "Smaller text")
    assert asked == ["more", "less"]
    assert words_on(stepper) == ["100 %"]


def test_at_an_end_only_the_way_back_is_open(qtbot: QtBot, theme: Theme) -> None:
    stepper = Stepper(theme, "Smaller text", "Larger text")
    show(qtbot, stepper, 200, 44)
    stepper.show_value("200 %", largest=True)
    assert list(controls(stepper)) == ["Smaller text"]
    stepper.show_value("90 %", smallest=True)
    assert list(controls(stepper)) == ["Larger text"]
    assert controls(stepper)["Larger text"].accessibleDescription() == "90 %"


@pytest.fixture
def page(qapp: object) -> QWidget:
    """What a stepper stands on."""
    return QWidget()


@pytest.fixture
def minutes(qtbot: QtBot, theme: Theme, page: QWidget) -> MinutesStepper:
    """Between two buttons, at 18 of 15 to 20 minutes; takes what it asks for."""
    minutes = MinutesStepper(theme)

    def take(value: int) -> None:
        minutes.show_minutes(value, 15, 20, "Yoga")

    minutes.changed.connect(take)
    take(18)
    page.setLayout(column(Button(theme, "Before"), minutes, Button(theme, "After")))
    show(qtbot, page, 300, 200)
    return minutes


def hold(name: str, key: Qt.Key, minutes: MinutesStepper, times: int) -> None:
    """That key on the button of that name, and on whatever has the keyboard then."""
    controls(minutes)[name].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def keyboard() -> str:
    focused = QApplication.focusWidget()
    return name_of(focused) if focused is not None else ""


@pytest.mark.parametrize(
    ("name", "left", "then"),
    [("Yoga: more time", 2, "Yoga: less time"), ("Yoga: less time", 3, "Yoga: more time")],
)
def test_at_an_end_the_keyboard_stays_in_the_stepper(
    minutes: MinutesStepper, name: str, left: int, then: str
) -> None:
    hold(name, Qt.Key.Key_Space, minutes, left)
    assert keyboard() == then
    assert name not in controls(minutes)


def test_from_one_end_to_the_other_it_stays_too(minutes: MinutesStepper) -> None:
    minutes.show_minutes(15, 15, 20, "Yoga")
    controls(minutes)["Yoga: more time"].setFocus()
    minutes.show_minutes(20, 15, 20, "Yoga")
    assert keyboard() == "Yoga: less time"


@pytest.mark.parametrize("name", ["Yoga: less time", "Yoga: more time"])
def test_arrows_up_and_down_change_the_value_and_go_nowhere(
    minutes: MinutesStepper, name: str
) -> None:
    hold(name, Qt.Key.Key_Up, minutes, 1)
    assert words_on(minutes) == ["19 min"]
    assert keyboard() == name
    hold(name, Qt.Key.Key_Down, minutes, 2)
    assert words_on(minutes) == ["17 min"]
    assert keyboard() == name
    hold(name, Qt.Key.Key_Up, minutes, 9)
    assert words_on(minutes) == ["20 min"]
    assert keyboard() == "Yoga: less time"
    hold("Yoga: less time", Qt.Key.Key_Down, minutes, 9)
    assert words_on(minutes) == ["15 min"]
    assert keyboard() == "Yoga: more time"
