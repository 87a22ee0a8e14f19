"""How loud something is, in tens of per cent."""

from PySide6.QtCore import Signal

from ... import words
from ..theme import Theme
from .stepper import Stepper

QUIETEST, LOUDEST, STEP = 10, 100, 10
"""There is no 0: what is not to be heard has a switch of its own."""


class VolumeStepper(Stepper):
    """Per cent between − and +; `changed` tells the next value, which it does not take itself."""

    changed = Signal(int)

    def __init__(self, theme: Theme, less: str, more: str) -> None:
        super().__init__(theme, less, more)
        self._volume = LOUDEST
        self.less_asked.connect(self._on_less)
        self.more_asked.connect(self._on_more)

    def show_volume(self, volume: int) -> None:
        """The volume in force."""
        self._volume = volume
        smallest, largest = volume <= QUIETEST, volume >= LOUDEST
        self.show_value(words.percent(volume), smallest=smallest, largest=largest)

    def _on_less(self) -> None:
        self.changed.emit(max(QUIETEST, self._volume - STEP))

    def _on_more(self) -> None:
        self.changed.emit(min(LOUDEST, self._volume + STEP))
