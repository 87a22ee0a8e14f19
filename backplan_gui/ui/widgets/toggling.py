"""A box or a radio button that a screen reader toggles counts as pressed by the person.

Readers press a button, but toggle what can be checked, and Qt then tells `toggled` alone, as
when a page checks it. A page listens to `clicked`, so that its own changes are no answers. The
difference is who asked: Python's `setChecked` is the page, `nextCheckState` a click or a key.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class Toggling(_Button):
    """To be mixed into a button that can be checked, before Qt's class."""

    _is_told = False
    """Why it changes is known: the page, or the click that tells itself."""

    def hear_toggles(self) -> None:
        """Tell `clicked` for those, from the constructor on."""
        self.toggled.connect(self._on_toggled_by_reader)

    def setChecked(self, on: bool) -> None:
        self._is_told = True
        super().setChecked(on)
        self._is_told = False

    def nextCheckState(self) -> None:
        self._is_told = True
        super().nextCheckState()
        self._is_told = False

    def _on_toggled_by_reader(self, on: bool) -> None:
        one_of_many_lost_it = self.autoExclusive() and not on
        if not self._is_told and not one_of_many_lost_it:
            self.clicked[bool].emit(on)  # type: ignore[index]  # the stubs know no overloads
