"""What a person looks at stays where it is while something above it grows or shrinks."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QWidget

from .card import Scroll

ROUNDS = 6
"""A label in a card in a column in a page: each tells the next that it needs other room."""


def lay_out() -> None:
    """Give everything its room now; by itself that happens later, in several rounds."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


@contextmanager
def in_place(scroll: Scroll) -> Iterator[None]:
    """Changes inside leave what has the keyboard where it is; without that in sight, what is
    in the middle.
    """
    if not scroll.isVisible():
        yield
        return
    anchor = _anchor(scroll)
    before = _top(scroll, anchor)
    yield
    lay_out()
    moved = _top(scroll, anchor) - before
    bar = scroll.verticalScrollBar()
    if moved and bar.value():  # at the very top nothing is above it
        bar.setValue(bar.value() + moved)


def _anchor(scroll: Scroll) -> QWidget:
    seen = scroll.viewport().rect()
    focused: QWidget | None = scroll.focusWidget()
    if focused is not None:
        place = focused.rect().translated(focused.mapTo(scroll.viewport(), QPoint(0, 0)))
        if seen.intersects(place):
            return focused
    return scroll.viewport().childAt(seen.center()) or scroll.viewport()


def _top(scroll: Scroll, widget: QWidget) -> int:
    return widget.mapTo(scroll.viewport(), QPoint(0, 0)).y()
