"""What a person finds on a page: controls by their names, and the words in sight."""

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.label import Label

from .conftest import CALM


def name_of(widget: QWidget) -> str:
    """The name as a screen reader hears it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    """What kind of control a screen reader takes it for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def controls(page: QWidget) -> dict[str, QWidget]:
    """Everything in sight that Tab can reach, by name."""
    return {
        name_of(w): w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def words_on(page: QWidget) -> list[str]:
    """The texts in sight, in the order in which they were made."""
    return [w.text() for w in page.findChildren(Label) if w.isVisible() and w.text()]


def click(widget: QWidget, pos: QPoint | None = None) -> None:
    """A click with the left button, in the middle unless told otherwise."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pos or widget.rect().center())


def press(page: QWidget, name: str) -> None:
    """A click on the control of that name."""
    click(controls(page)[name])


def tab_order(page: QWidget, count: int) -> list[str]:
    """The names of what Tab reaches, one after the other."""
    found = []
    for _ in range(count):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        found.append(name_of(focused) if focused else "")
    return found


def settle() -> None:
    """Let layouts inside of layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def show(qtbot: QtBot, page: QWidget, width: int = 1120, height: int = 760) -> None:
    """Put it on the screen, at a size."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    settle()


def grow(theme: Theme, per_cent: int) -> None:
    """Text of another size."""
    theme.apply(msgspec.structs.replace(CALM, text_size=per_cent))
    settle()


def clipped(page: QWidget) -> list[str]:
    """Texts in sight that lie in less room than their lines need."""
    found = []
    for label in page.findChildren(Label):
        if not label.isVisible() or not label.text():
            continue
        too_low = label.height() < label.heightForWidth(label.width())
        if too_low or label.width() < label.minimumSizeHint().width() > 0:
            found.append(label.text())
    return found
