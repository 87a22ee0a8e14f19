"""What there is at home, asked once (content/exercises.md 1.15)."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from .form_sheet import FormSheet
from .theme import Theme
from .widgets.card import column
from .widgets.tick import Tick


class EquipmentForm(QWidget):
    """A tick for each thing."""

    def __init__(self, theme: Theme, there: Collection[str] = ()) -> None:
        super().__init__()
        names = {
            "mat": self.tr("Mat or soft carpet"),
            "chair": self.tr("Firm chair without wheels"),
            "band": self.tr("Light resistance band"),
            "roller": self.tr("Foam roller or rolled towel"),
            "step": self.tr("Low step or stair with a rail"),
        }
        self._ticks = {id: Tick(theme, name, frame=48) for id, name in names.items()}
        for id, tick in self._ticks.items():
            tick.setChecked(id in there)
        self.setLayout(column(*self._ticks.values(), gap=8))

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._ticks["mat"]

    @property
    def there(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the list."""
        return tuple(id for id, tick in self._ticks.items() if tick.isChecked())


class EquipmentSheet(FormSheet):
    """`there` is what is known to be there; `kept` tells what is there from now on."""

    kept = Signal(tuple)

    def __init__(self, theme: Theme, window: QWidget, there: Collection[str] = ()) -> None:
        form = EquipmentForm(theme, there)
        super().__init__(
            theme,
            window,
            self.tr("What do you have at home?"),
            self.tr("Most exercises have a way without it. Any firm seat can be the chair."),
            form,
            take=self.tr("Keep"),
            leave=self.tr("Not now, go back"),
        )
        self._form = form
        self._form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Close, and tell what is there."""
        super().take()
        self.kept.emit(self._form.there)
