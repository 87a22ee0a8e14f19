"""Which way one reads: what is laid out or painted by hand says where it is for reading from
left to right, and lies the other way round where one reads from right to left.

Layouts turn round by themselves, but for their margins, which `column` and `row` (card.py)
turn. What is the same everywhere stays: figures, rings, charts, and numbers in a row.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

Margins = tuple[int, int, int, int]


def as_read(widget: QWidget, rect: QRectF, within: QRectF | None = None) -> QRectF:
    """Where a rectangle of a widget, or of a part of it, lies; said for reading from left to
    right.
    """
    if not widget.isRightToLeft():
        return rect
    within = QRectF(widget.rect()) if within is None else within
    left = within.left() + within.right() - rect.right()
    return QRectF(left, rect.top(), rect.width(), rect.height())


def put(part: QWidget, left: int, top: int, width: int, height: int) -> None:
    """Place a part in its parent, said for reading from left to right."""
    parent = part.parentWidget()
    if parent is not None and parent.isRightToLeft():
        left = parent.width() - left - width
    part.setGeometry(left, top, width, height)


def margins_as_read(left: int, top: int, right: int, bottom: int) -> Margins:
    """Margins said for reading from left to right."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return right, top, left, bottom
    return left, top, right, bottom
