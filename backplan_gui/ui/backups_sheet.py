"""The backups on a sheet, the newest first, each with what it holds.

Nothing is read here: the owner hands over what is known of each. One that cannot be brought
back is shown all the same, because a person who remembers its day looks for it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ..store.backups import Backup
from . import backup_words as said
from .backup_row import BackupRow, UnreadableBackup
from .backup_words import Known
from .theme import Theme
from .widgets.card import column
from .widgets.sheet import Option, Sheet

GAP = 8
_BRING = "bring"


class _Rows(QWidget):
    """A row for each backup."""

    def __init__(self, theme: Theme, backups: Sequence[Known], today: str) -> None:
        super().__init__()
        layout = column(gap=GAP)
        self.good: list[BackupRow] = []
        """Those that can be chosen."""
        for backup, preview in backups:
            title = said.title(backup, today)
            if preview is None:
                layout.addWidget(UnreadableBackup(theme, title, said.unreadable()))
            else:
                self.good.append(BackupRow(theme, backup, title, said.held(preview, today)))
                layout.addWidget(self.good[-1])
        self.setLayout(layout)


class BackupList(Sheet):
    """Takes what is known of each backup; choosing one closes it and tells which."""

    picked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, backups: Sequence[Known], today: str) -> None:
        self._list = _Rows(theme, backups, today)
        text = self.tr("Each is a copy of your whole record.")
        if not backups:
            text = self.tr("There is none yet. The first one is made automatically.")
        super().__init__(theme, window, self.tr("Backups"), text, body=self._list)
        for found in self._list.good:
            found.clicked.connect(self._on_row)
        if self._list.good:
            self._list.good[0].setFocus(Qt.FocusReason.TabFocusReason)

    def pick(self, backup: Backup) -> None:
        """Close with one of them."""
        self._end()
        self.picked.emit(backup)

    def _on_row(self) -> None:
        sender = self.sender()
        assert isinstance(sender, BackupRow)
        self.pick(sender.backup)


class BackupsSheet(BackupList):
    """Asks once before it tells which one to bring back; a no leads back to the list."""

    restore_asked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, backups: Sequence[Known], today: str) -> None:
        super().__init__(theme, window, backups, today)
        self._today = today
        self._picked: Backup | None = None
        self._row: QWidget | None = None

    def pick(self, backup: Backup) -> None:
        """Ask whether this one is meant."""
        self._picked, self._row = backup, self._list.focusWidget()
        asking = Sheet(
            self._theme,
            self._window,
            self.tr("Bring back this record?"),
            self.tr("The present one is set aside, and you can take this back."),
            (self._answer(backup),),
            back=self.tr("Keep the present one"),
        )
        asking.chosen.connect(self._on_yes)
        asking.dismissed.connect(self._on_no)
        self.hide()

    def _answer(self, backup: Backup) -> Option:
        text = self.tr("As it was: {}").format(said.title(backup, self._today))
        return Option(_BRING, "undo", self.tr("Bring it back"), text)

    def _on_yes(self) -> None:
        assert self._picked is not None
        super().pick(self._picked)
        self.restore_asked.emit(self._picked)

    def _on_no(self) -> None:
        self.show()
        self.raise_()
        if self._row is not None:
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
