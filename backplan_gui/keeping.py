"""The backups, as the settings show them: made, kept a second time elsewhere, brought back.

Bringing one back needs the record closed. So the window closes, `launch` puts the file in
its place, and the app begins anew with it; there the step can be taken back.
"""

from __future__ import annotations  # sheets and pages are only imported to be checked

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .front import Front
from .services.clock import Clock
from .store.backups import Backup, listed
from .store.errors import StoreError
from .store.restoring import Undo
from .store.store import Store

if TYPE_CHECKING:
    from .ui.settings_backups import BackupState

COPY_FOLDER = "copy_folder"
"""Under this key is kept where copies go too."""
KEEP, TAKE_BACK = "keep", "take_back"


class Keeping(QObject):
    """Looks after the backups while the app runs."""

    restart_asked = Signal()
    """`wanted` is to be done, with the record closed."""
    changed = Signal()

    def __init__(self, front: Front, store: Store, clock: Clock, folder: Path) -> None:
        super().__init__()
        self._front, self._store, self._clock, self._folder = front, store, clock, folder
        self._trouble = ""
        self.wanted: Backup | Undo | None = None

    def back_up(self) -> None:
        """The backup of today, at a quiet moment, and its copy in the other folder."""
        self._store.back_up_today()
        self._copy()

    @property
    def copy_folder(self) -> str:
        """Where copies go too; "" for nowhere."""
        return str(self._front.journal.kept(COPY_FOLDER) or "")

    @property
    def state(self) -> BackupState:
        """When the last one was made, how many there are, where copies go, and what is wrong."""
        from .ui.backup_words import made
        from .ui.settings_backups import BackupState

        backups = listed(self._folder)
        last = made(backups[0], self._today) if backups else ""
        trouble = self._trouble or self._store.backup_trouble
        return BackupState(last, len(backups), self.copy_folder, trouble)

    def ask_which(self) -> None:
        """Show all of them, with what they hold."""
        from .store.previews import known
        from .ui.backups_sheet import BackupsSheet

        backups = tuple(known(backup) for backup in listed(self._folder))
        sheet = BackupsSheet(self._front.theme, self._front.window, backups, self._today)
        sheet.restore_asked.connect(self._begin_anew)

    def ask_where(self) -> None:
        """Choose a folder for copies."""
        from .ui.settings_backups import folder_chosen

        title = self.tr("Keep a copy in this folder too")
        chosen = folder_chosen(self._front.window, title, self.copy_folder)
        if chosen:
            self.keep_copies(chosen)

    def keep_copies(self, folder: str) -> None:
        """Copies go there from now on, the first at once; "" for nowhere."""
        self._trouble = ""
        if self._front.attempt(partial(self._front.journal.keep, COPY_FOLDER, folder)):
            self._copy()
        self.changed.emit()

    def stop_copies(self) -> None:
        """What lies there stays there."""
        self.keep_copies("")

    def tell(self, put: Undo | StoreError) -> None:
        """A backup was brought back, which may be taken back; or why it could not be."""
        from .ui.widgets.sheet import Option, Sheet

        theme, window = self._front.theme, self._front.window
        if isinstance(put, StoreError):
            Sheet(theme, window, self.tr("That could not be brought back."), str(put),
                  back=self.tr("Close"))  # fmt: skip
            return
        keep = self.tr("Go on with this record"), self.tr("The one before stays set aside.")
        back = self.tr("Take it back"), self.tr("The record before comes back.")
        options = Option(KEEP, "check", *keep), Option(TAKE_BACK, "undo", *back)
        title = self.tr("Your record is back.")
        text = self.tr("It is as it was when that backup was made.")
        self._undo = put
        sheet = Sheet(theme, window, title, text, options)
        sheet.chosen.connect(self._on_told)

    def _on_told(self, answer: str) -> None:
        if answer == TAKE_BACK:
            self._begin_anew(self._undo)

    def _begin_anew(self, wanted: Backup | Undo) -> None:
        self.wanted = wanted
        self.restart_asked.emit()

    def _copy(self) -> None:
        """The newest one, to where copies go."""
        backups = listed(self._folder)
        if not self.copy_folder or not backups:
            return
        from .store.elsewhere import copy_to

        try:
            copy_to(Path(self.copy_folder), backups[0])
            self._trouble = ""
        except StoreError as error:
            self._trouble = str(error)

    @property
    def _today(self) -> str:
        return self._clock.now().local_date
