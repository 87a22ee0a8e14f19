"""The settings' card about backups: when the last was made, and where else they are kept.

It reads and copies nothing. What it shows is told by the owner, who also says why no copy
could be kept in the other folder.
"""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from .. import words
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Icon, column, row
from .widgets.label import Label
from .widgets.settings_card import SettingsCard

NARROWEST = 80
"""A path is one long word; it breaks anywhere."""


class BackupState(msgspec.Struct, frozen=True):
    """How it stands with the backups."""

    last: str = ""
    """When the last one was made, in words as of backup_words.made; "" where there is none."""
    count: int = 0
    folder: str = ""
    """Where copies are kept too; "" for nowhere."""
    trouble: str = ""
    """A sentence; "" while all is well."""


class BackupsCard(SettingsCard):
    """Tells what is wished; `show_backups` may be called at any time."""

    backups_asked = Signal()
    copy_folder_asked = Signal()
    copy_folder_cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "layers", self.tr("Backups"))
        self._build_last()
        self._build_elsewhere()
        self.show_backups(BackupState())

    def show_backups(self, state: BackupState) -> None:
        """How it stands now."""
        self._last.setText(state.last or self.tr("None yet"))
        self._count.setText(words.backups(state.count))
        self._bring.setEnabled(state.count > 0)
        self._folder.setText(state.folder)
        self._place.setVisible(bool(state.folder))
        chosen = self.tr("Choose another folder") if state.folder else self.tr("Choose a folder")
        self._choose.setText(chosen)
        if not state.folder and self._stop.hasFocus():
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stop.setVisible(bool(state.folder))
        self._trouble.setText(state.trouble)
        self._warning.setVisible(bool(state.trouble))

    def _build_last(self) -> None:
        note = self.tr("Made automatically, before the first change of each day.")
        self.add(Label(self._theme, note, "small", "ink2", wrap=True))
        self._last, self._count = (Label(self._theme, role="label", wrap=True) for _ in range(2))
        self.add_setting(self.tr("Last backup"), self._last)
        self.add_setting(self.tr("Kept here"), self._count)
        self._bring = Button(self._theme, self.tr("Bring one back"), size=44, icon="undo")
        self._bring.clicked.connect(self.backups_asked)
        self.add_buttons(self._bring)

    def _build_elsewhere(self) -> None:
        title = Label(self._theme, self.tr("Keep a copy in another folder"), wrap=True)
        note = self.tr("On a stick or another disk, for the day this one breaks.")
        self._folder = Label(self._theme, role="small", wrap=True)
        self._trouble = Label(self._theme, role="small", wrap=True)
        self._place = self._block("folder", self._folder)
        self._warning = self._block("info", self._trouble)
        self.add(title, Label(self._theme, note, "small", "ink2", wrap=True))
        self.add(self._place, self._warning)
        self._choose = Button(self._theme, "", size=44, icon="folder")
        self._stop = Button(self._theme, self.tr("Stop the copies"), size=44, icon="close")
        self._choose.clicked.connect(self.copy_folder_asked)
        self._stop.clicked.connect(self.copy_folder_cleared)
        self.add_buttons(self._choose, self._stop)

    def _block(self, icon: str, label: Label) -> QWidget:
        label.setMinimumWidth(NARROWEST)
        inside = row(Icon(self._theme, icon, "ink2", 18), gap=10, margins=(14, 10, 14, 10))
        inside.addLayout(column(label), 1)
        block = Card(self._theme, "sunken", outline="", radius=12)
        block.setLayout(inside)
        return block


def folder_chosen(window: QWidget, title: str, present: str) -> str:
    """A folder that the person picks in the system's own dialog; "" for none."""
    return QFileDialog.getExistingDirectory(window, title, present)
