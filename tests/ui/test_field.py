import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.settings import Settings
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.field import Field, NoteField

from .seeing import name_of, role_of, show


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    page = QWidget()
    note = NoteField(theme, "Note for yourself", "How did it feel?")
    field = Field(theme, "Emergency number")
    page.setLayout(column(note, field, gap=12, margins=(10, 10, 10, 10)))
    show(qtbot, page, 400, 200)
    return page


def fields(page: QWidget) -> tuple[NoteField, Field]:
    return page.findChildren(NoteField)[0], page.findChildren(Field)[0]


def test_tab_leaves_the_note_and_tells_what_was_written(page: QWidget) -> None:
    note, field = fields(page)
    told: list[str] = []
    note.left.connect(told.append)
    note.setFocus()
    QTest.keyClicks(note, "Slept better")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert not told
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field
    assert told == ["Slept better\n"]


def test_a_note_is_plain_text(page: QWidget) -> None:
    note, _ = fields(page)
    note.setPlainText("<b>better</b>")
    assert note.toPlainText() == "<b>better</b>"


def test_both_are_editable_text_with_a_name(page: QWidget) -> None:
    for field, name in zip(fields(page), ("Note for yourself", "Emergency number"), strict=True):
        assert role_of(field) is QAccessible.Role.EditableText
        assert name_of(field) == name
        assert field.height() >= 44


def test_the_ground_follows_the_theme(page: QWidget, theme: Theme) -> None:
    for field in fields(page):
        theme.apply(Settings(theme=choices.Theme.LIGHT))
        light = field.grab().toImage().pixelColor(field.width() // 2, field.height() - 6)
        assert light == theme.colour("surface")
        theme.apply(Settings(theme=choices.Theme.DARK))
        dark = field.grab().toImage().pixelColor(field.width() // 2, field.height() - 6)
        assert dark == theme.colour("surface") != light
