"""Every choice is told as a whole new value."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.plan import Side
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.choice import Choice
from backplan_gui.ui.widgets.field import Field
from backplan_gui.ui.widgets.settings_card import SettingsCard
from backplan_gui.ui.widgets.switch import Switch
from tests.app import somebody

from .seeing import (
    clipped,
    controls,
    grow,
    name_of,
    press,
    role_of,
    settle,
    show,
    tab_order,
    words_on,
)

FOLDER = "/home/anna/.local/share/Backplan"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SettingsPage:
    page = SettingsPage(theme)
    page.show_settings(Settings(), FOLDER)
    show(qtbot, page)
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[Settings]:
    found: list[Settings] = []
    page.settings_changed.connect(found.append)
    return found


def choose(page: SettingsPage, setting: str, word: str) -> None:
    (choice,) = (c for c in page.findChildren(Choice) if c.accessibleName() == setting)
    (part,) = (p for p in choice._parts.values() if p.text() == word)
    part.click()


def chosen(page: SettingsPage) -> dict[str, str]:
    return {
        choice.accessibleName(): part.text()
        for choice in page.findChildren(Choice)
        for part in choice._parts.values()
        if part.isChecked()
    }


def test_one_change_after_the_other_keeps_the_ones_before(
    page: SettingsPage, told: list[Settings]
) -> None:
    choose(page, "Get ready", "+20 s")
    choose(page, "Rest", "+15 s")
    choose(page, "Rep pace", "Slowest")
    choose(page, "Comfortable side first", "Right")
    press(page, "Fewer changes of side")
    choose(page, "Theme", "Dark")
    press(page, "Reduce motion")
    press(page, "Freeze the figure")
    press(page, "High contrast")
    assert len(told) == 9
    assert told[0] == Settings(get_ready_extra=20)
    assert told[-1] == Settings(
        get_ready_extra=20,
        rest_extra=15,
        pace=Pace.SLOWEST,
        first_side=Side.RIGHT,
        fewer_changes=True,
        theme=choices.Theme.DARK,
        reduce_motion=True,
        freeze_figure=True,
        high_contrast=True,
    )


def test_high_contrast_is_kept_and_shown_at_once(qapp: object, tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.show("settings")
        person.click("High contrast")
        assert person.app.theme.high_contrast
    with somebody(tmp_path) as person:
        assert person.app.theme.high_contrast
        person.app.show("settings")
        switch = person.button("High contrast")
        assert switch.isChecked()
        person.click("High contrast")
        assert not person.app.theme.high_contrast
        assert not switch.isChecked()


def test_high_contrast_says_that_the_system_turns_it_on_too(page: SettingsPage) -> None:
    switch = controls(page)["High contrast"]
    assert role_of(switch) is QAccessible.Role.CheckBox
    assert "system" in QAccessible.queryAccessibleInterface(switch).text(
        QAccessible.Text.Description
    )


def test_showing_settings_changes_none(page: SettingsPage, told: list[Settings]) -> None:
    wanted = Settings(
        rest_extra=30,
        pace=Pace.OWN,
        fewer_changes=True,
        text_size=150,
        high_contrast=True,
        questions=False,
        emergency_number="144",
    )
    for _ in range(2):
        page.show_settings(wanted, FOLDER)
    assert not told
    assert chosen(page) == {
        "Get ready": "As written",
        "Rest": "+30 s",
        "Rep pace": "My own",
        "Comfortable side first": "Left",
        "Theme": "System",
        "Speed": "A little slower",
    }
    assert {"150 %", FOLDER} <= set(words_on(page))
    assert page.findChildren(Field)[0].text() == "144"
    switches = {name_of(switch): switch.isChecked() for switch in page.findChildren(Switch)}
    assert switches == {
        "Spoken guidance": True,
        "Cue sounds": True,
        "Breathing tone": False,
        "Keep the screen on during a session": True,
        "Fewer changes of side": True,
        "Reduce motion": False,
        "Freeze the figure": False,
        "High contrast": True,
        "Mirror the figure": False,
        "Questions about pain": False,
        "Help me get down and up": False,
    }


def test_text_size_goes_in_tenths_from_90_to_200(page: SettingsPage, told: list[Settings]) -> None:
    press(page, "Smaller text")
    assert told[-1].text_size == 90
    assert "Smaller text" not in controls(page)
    page.show_settings(Settings(text_size=190), FOLDER)
    press(page, "Larger text")
    assert told[-1].text_size == 200
    assert "200 %" in words_on(page)
    assert "Larger text" not in controls(page)


def test_an_emergency_number_is_at_most_twenty_characters(
    page: SettingsPage, told: list[Settings]
) -> None:
    field = controls(page)["Emergency number"]
    QTest.keyClicks(field, " 112 or the one on the fridge")
    assert told[-1].emergency_number == "112 or the one on t"
    page.show_settings(told[-1], FOLDER)
    assert len(page.findChildren(Field)[0].text()) == 20


def test_a_space_typed_inside_a_number_stays(page: SettingsPage, told: list[Settings]) -> None:
    field = page.findChildren(Field)[0]
    for key in "01 2":
        QTest.keyClicks(field, key)
        page.show_settings(told[-1], FOLDER)
    assert told[-1].emergency_number == "01 2"


def test_buttons_ask_for_what_they_say(page: SettingsPage) -> None:
    asked: list[str] = []
    page.signs_asked.connect(lambda: asked.append("signs"))
    page.folder_asked.connect(lambda: asked.append("folder"))
    page.about_asked.connect(lambda: asked.append("about"))
    page.keys_asked.connect(lambda: asked.append("keys"))
    page.equipment_asked.connect(lambda: asked.append("home"))
    for name in (
        "Warning signs",
        "What I have",
        "Show folder",
        "About Backplan",
        "Keyboard",
    ):
        press(page, name)
    assert asked == ["signs", "home", "folder", "about", "keys"]


def test_tab_goes_card_by_card(page: SettingsPage) -> None:
    first = QApplication.focusWidget()
    assert first is not None
    order = [name_of(first), *tab_order(page, 33)]
    assert order == [
        "Spoken guidance",
        "Voice",
        "A little slower",
        "Quieter voice",
        "Hear an example",
        "Cue sounds",
        "Quieter cues",
        "Louder cues",
        "Breathing tone",
        "Keep the screen on during a session",
        "Emergency number",
        "Questions about pain",
        "Warning signs",
        "Help me get down and up",
        "What I have",
        "As written",
        "As written",
        "As written",
        "Left",
        "Fewer changes of side",
        "System",
        "Smaller text",
        "Larger text",
        "Reduce motion",
        "Freeze the figure",
        "High contrast",
        "Mirror the figure",
        "Show folder",
        "Export",
        "Import",
        "Erase everything",
        "Choose a folder",
        "About Backplan",
        "Keyboard",
    ]


def test_one_column_below_1040(page: SettingsPage) -> None:
    def columns() -> set[int]:
        return {c.mapTo(page, c.rect().topLeft()).x() for c in page.findChildren(SettingsCard)}

    assert len(columns()) == 2
    page.resize(1039, 700)
    settle()
    assert len(columns()) == 1


@pytest.mark.parametrize(
    ("width", "size"), [(1120, 100), (1120, 110), (620, 100), (824, 160), (648, 200)]
)
def test_nothing_is_cut_off(page: SettingsPage, theme: Theme, width: int, size: int) -> None:
    page.show_settings(Settings(text_size=size), "/a/very-long-path" * 12)
    grow(theme, size)
    page.resize(width, 700)
    settle()
    assert not [text for text in clipped(page) if not text.startswith("/a/")]
    assert page.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
    for control in controls(page).values():
        parent = control.parentWidget()
        assert parent is not None
        assert parent.rect().contains(control.geometry()), name_of(control)
        assert control.height() >= 44
        assert control.cursor().shape() in (
            Qt.CursorShape.PointingHandCursor,
            Qt.CursorShape.IBeamCursor,
        )


@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_the_text_grows_and_shrinks_under_the_pointer(
    qapp: object, tmp_path: Path, size: tuple[int, int], by: str
) -> None:
    """From the top too, and where one column becomes of two."""
    with somebody(tmp_path) as person:
        window = person.app.window
        window.resize(*size)
        person.app.show("settings")
        settle()
        window.findChildren(SettingsPage)[0]._scroll.ensureWidgetVisible(
            person.button("Larger text"), 0, 100
        )
        settle()
        for name, steps in (("Larger text", 10), ("Smaller text", 10)):
            button = person.button(name)
            there = button.mapTo(window, button.rect().center())
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            for step in range(steps):
                before = person.app.journal.settings.text_size
                here = QPoint(button.mapTo(window, button.rect().center()).x(), there.y())
                assert window.childAt(here) is button, step
                assert abs(here.x() - there.x()) < button.width() / 3, "the pointer hits it still"
                there = here
                if by == "pointer":
                    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=here)
                else:
                    QTest.keyClick(button, Qt.Key.Key_Space)
                settle()
                assert abs(person.app.journal.settings.text_size - before) == 10, step
                assert button.visibleRegion().boundingRect() == button.rect(), step


def test_the_data_buttons_stand_in_the_order_in_which_tab_reaches_them(
    page: SettingsPage,
) -> None:
    names = ["Show folder", "Export", "Import", "Erase everything"]
    for width in (1120, 900, 700, 620):
        page.resize(width, 700)
        settle()
        found = [controls(page)[name] for name in names]
        places = [(w.mapTo(page, QPoint(0, 0)).y(), w.x()) for w in found]
        assert places == sorted(places), width


def test_an_example_shows_what_a_number_looks_like(page: SettingsPage) -> None:
    assert page.findChildren(Field)[0].placeholderText() == "For example 112"


def test_the_scroll_bar_takes_no_width_from_the_cards(page: SettingsPage) -> None:
    def wide() -> list[int]:
        settle()
        return [card.width() for card in page.findChildren(SettingsCard)]

    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    with_bar = wide()
    assert bar.maximum() > 0
    page.resize(page.width(), 3000)
    assert wide() == with_bar
    assert bar.maximum() == 0
