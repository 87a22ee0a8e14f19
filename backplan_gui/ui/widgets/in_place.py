"""What a person looks at stays where it is while something above it grows or shrinks."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QWidget

from .card import Scroll

AIR = 8
"""Around what must stay in sight: the ring of the keyboard needs some."""
ROUNDS = 6
"""A label in a card in a column in a page: each tells the next that it needs other room."""


def lay_out() -> None:
    """Give everything its room now; by itself that happens later, in several rounds."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


@contextmanager
def in_place(scroll: Scroll, control: QWidget | None = None) -> Iterator[None]:
    """Changes inside leave the control that brings them where it is, as far as the page can
    scroll, and at least in sight. News that come by themselves leave what has the keyboard;
    without that in sight, what is in the middle; and at the very top the page as it is.
    """
    if not scroll.isVisible():
        yield
        return
    anchor = control or _anchor(scroll)
    before = _top(scroll, anchor)
    yield
    lay_out()
    bar = scroll.verticalScrollBar()
    if control is not None or bar.value():
        bar.setValue(bar.value() + _top(scroll, anchor) - before)
    if control is not None:
        scroll.ensureWidgetVisible(control, 0, AIR)


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
