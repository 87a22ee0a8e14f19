"""Back from a walk outside: how many minutes it was. No clock ran, so none is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from .. import words
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import row
from .widgets.sheet import Sheet
from .widgets.stepper import MinutesStepper

LONGEST = 60
"""Minutes (PRODUCT.md 2.4)."""


class WalkSheet(Sheet):
    """Asks for whole minutes; `logged` tells the day, the exercise and the minutes."""

    logged = Signal(int, str, int)

    def __init__(
        self, theme: Theme, window: QWidget, day: int, exercise: str, *, low: int, name: str
    ) -> None:
        super().__init__(
            theme,
            window,
            self.tr("How long was your walk?"),
            self.tr("{} or more is all of it. Less counts as what was right today.").format(
                words.minutes_spoken(low)
            ),
            back=self.tr("Not yet, go back"),
        )
        self._day, self._exercise, self._name = day, exercise, name
        self._minutes = low
        self._stepper = MinutesStepper(theme)
        self._stepper.changed.connect(self._on_minutes)
        self._keep = Button(theme, self.tr("Keep this walk"), Kind.PRIMARY, size=56)
        self._keep.clicked.connect(self._on_keep)
        line = row(self._stepper, self._keep, gap=20, margins=(5, 8, 5, 8))
        line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.body.insertLayout(self.body.count() - 1, line)
        self._on_minutes(low)
        for part in (self._stepper, self._keep):
            part.show()  # at once, so that the sheet is as high as they need
        self.place()
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._stepper.show_minutes(minutes, 0, LONGEST, self._name)

    def _on_keep(self) -> None:
        self.dismiss()
        self.logged.emit(self._day, self._exercise, self._minutes)
