"""A session is to go: what goes with it, said before. No key removes it by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Note, column
from .widgets.flow import Flow
from .widgets.sheet import Sheet
from .widgets.tick import Tick


class RemoveForm(QWidget):
    """What goes, and the box for the backups."""

    def __init__(self, theme: Theme, goes: str, day: str) -> None:
        super().__init__()
        gone = Note(theme, "trash")
        what = "\n".join(filter(None, (goes, day))) or self.tr("Nothing was done in it.")
        gone.show_note("trash", self.tr("What goes"), what)
        self.tick = Tick(theme, self.tr("Also from the backups; that cannot be undone"), frame=48)
        self.setLayout(column(gone, self.tick, gap=8))


class SessionRemoveSheet(Sheet):
    """Asks; `remove_asked` tells a yes, and whether it goes from the backups too."""

    remove_asked = Signal(bool)

    def __init__(self, theme: Theme, window: QWidget, goes: str, day: str) -> None:
        """`goes` and `day` say what goes with it, and what becomes of the day of the plan."""
        self._form = RemoveForm(theme, goes, day)
        super().__init__(
            theme,
            window,
            self.tr("Remove this session?"),
            self.tr("You can bring it back until you change something else."),
            body=self._form,
        )
        self._remove = Button(theme, self.tr("Remove it"), Kind.CAUTION, icon="trash")
        self._keep = Button(theme, self.tr("Keep it"), Kind.SECONDARY, key=self.tr("Esc"))
        self._keep.clicked.connect(self.dismiss)
        self._remove.clicked.connect(self._on_remove)
        buttons = Flow(self._remove, self._keep, gap=12)
        buttons.setContentsMargins(0, 8, 0, 0)
        self.body.addLayout(buttons)
        for part in (self._form, self._remove, self._keep):
            part.show()  # at once, so that the sheet is as high as they need
        self.place()
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remove(self) -> None:
        self._end()
        self.remove_asked.emit(self._form.tick.isChecked())
