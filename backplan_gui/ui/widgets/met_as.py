"""What a widget of ours is to a screen reader, where Qt would only say that it is a group."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
Make = Callable[[QWidget], QAccessibleWidget]

_makers: dict[type[QWidget], Make] = {}
_kept: list[QAccessibleWidget] = []
"""Qt asks for these again and again; Python must not collect them."""


def met_as(kind: type[QWidget], make: Make) -> None:
    """Have Qt ask `make` about widgets of that kind; to be called before one is on show."""
    if not _makers:
        QAccessible.installFactory(_factory)
    _makers[kind] = make


def dialog(widget: QWidget) -> QAccessibleWidget:
    """It asks for an answer before anything else."""
    return QAccessibleWidget(widget, Role.Dialog)


def picture(widget: QWidget) -> QAccessibleWidget:
    """Its name tells what it shows."""
    return QAccessibleWidget(widget, Role.Graphic)


def chart(widget: QWidget) -> QAccessibleWidget:
    """Its name and description tell its numbers."""
    return QAccessibleWidget(widget, Role.Chart)


def _factory(_name: str, thing: object) -> QAccessibleInterface | None:
    make = next((make for kind, make in _makers.items() if isinstance(thing, kind)), None)
    if make is None or not isinstance(thing, QWidget):
        return None
    _kept.append(make(thing))
    return _kept[-1]
