"""The keys of the pages that ask about pain (design-system.md section 12).

Digits choose, and a 0 shortly after a 1 makes it ten: the 1 is chosen at once, so nobody
waits for it and nothing has to run in between. The arrows are the scale's own.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

TEN_WITHIN_MS = 800


class Wish(StrEnum):
    """What a key other than a digit stands for."""

    LEGS = "legs"
    SILENT = "silent"
    """Prefer not to say."""
    SIGNS = "signs"
    CONTINUE = "continue"


_KEYS = {
    Qt.Key.Key_L: Wish.LEGS,
    Qt.Key.Key_S: Wish.SILENT,
    Qt.Key.Key_W: Wish.SIGNS,
    Qt.Key.Key_Return: Wish.CONTINUE,
    Qt.Key.Key_Enter: Wish.CONTINUE,
}
_OURS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Shift, because some keyboards have their digits there."""


class PainKeys:
    """Reads keys as numbers and wishes; `now` tells steady milliseconds."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._one_at: int | None = None

    def read(self, event: QKeyEvent, number: int | None) -> int | Wish | None:
        """What a key means while a number is chosen; None where it is not ours."""
        if event.modifiers() & ~_OURS or event.isAutoRepeat():
            return None
        if len(event.text()) == 1 and event.text() in "0123456789":
            return self._digit(int(event.text()), number)
        return _KEYS.get(Qt.Key(event.key()))

    def _digit(self, digit: int, number: int | None) -> int:
        began, self._one_at = self._one_at, self._now() if digit == 1 else None
        if digit == 0 and number == 1 and began is not None:
            return 10 if self._now() - began <= TEN_WITHIN_MS else 0
        return digit
