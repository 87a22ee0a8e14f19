from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.stepper import Stepper

from .seeing import controls, press, show, words_on


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
