"""The settings' card about the person's data: where it is, out of it, into it, and away with it."""

from PySide6.QtCore import Signal

from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, column
from .widgets.label import Label
from .widgets.settings_card import SettingsCard

NARROWEST = 80
"""A path is one long word; it breaks anywhere."""


class DataCard(SettingsCard):
    """Tells what is wished; `show_folder` may be called at any time."""

    folder_asked = Signal()
    export_asked = Signal()
    import_asked = Signal()
    erase_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "lock", self.tr("Your data"))
        promise = self.tr("Only on this computer. No account, no tracking.")
        self._folder = Label(theme, role="small", wrap=True)
        self._folder.setMinimumWidth(NARROWEST)
        block = Card(theme, "sunken", outline="", radius=12)
        block.setLayout(column(self._folder, margins=(14, 10, 14, 10)))
        self.add(Label(theme, promise, "small", "ink2", wrap=True), block)
        show = Button(theme, self.tr("Show folder"), size=44, icon="folder")
        export = Button(theme, self.tr("Export"), size=44, icon="export")
        take_in = Button(theme, self.tr("Import"), size=44, icon="plus")
        erase = Button(theme, self.tr("Erase everything"), Kind.CAUTION, size=44, icon="trash")
        show.clicked.connect(self.folder_asked)
        export.clicked.connect(self.export_asked)
        take_in.clicked.connect(self.import_asked)
        erase.clicked.connect(self.erase_asked)
        self.add_buttons(show, export, take_in, erase)

    def show_folder(self, folder: str) -> None:
        """Where everything is kept."""
        self._folder.setText(folder)
