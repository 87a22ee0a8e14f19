"""The backups, as the settings show them: made, kept a second time elsewhere, brought back;
and all of it erased.

Bringing one back needs the record closed. So the window closes, `launch` puts the file in
its place, and the app begins anew with it; there the step can be taken back. Erasing goes the
same way, and there is none back.
"""

from __future__ import annotations  # sheets and pages are only imported to be checked

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
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
PLACE_TOLD = "place_told"
"""Under this key is kept for which folder it was told that it lies elsewhere too."""
KEEP, TAKE_BACK = "keep", "take_back"


class Erasure(msgspec.Struct, frozen=True):
    """Everything is to go; then, what came of that."""

    copies: str
    """Where copies of backups stay."""
    left: tuple[str, ...] = ()
    """Files that would not go."""
    trouble: str = ""
    """A sentence; "" if all went well."""


Wanted = Backup | Undo | Erasure
"""What needs the record closed."""


class Keeping(QObject):
    """Looks after the backups while the app runs."""

    restart_asked = Signal()
    """`wanted` is to be done, with the record closed."""
    changed = Signal()

    def __init__(self, front: Front, store: Store, clock: Clock, folder: Path) -> None:
        super().__init__()
        self._front, self._store, self._clock, self._folder = front, store, clock, folder
        self._trouble = ""
        self.wanted: Wanted | None = None

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

    def ask_to_erase(self) -> None:
        """Show all that would go, and ask twice."""
        self._front.attempt(self._show_what_goes)

    def tell(self, put: Undo | Erasure | StoreError) -> None:
        """A backup was brought back, which may be taken back; or why it could not be.

        Or everything is gone.
        """
        from .ui.widgets.sheet import Option, Sheet

        theme, window = self._front.theme, self._front.window
        if isinstance(put, Erasure):
            from .ui.erase_sheet import erased_sheet

            erased_sheet(theme, window, put.left, put.copies, put.trouble)
            return
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

    def tell_place(self) -> None:
        """Say once if the folder lies on a network or in a cloud; nothing is refused for it."""
        from .store.placing import Place, placed

        front, folder = self._front, self._folder
        if front.journal.kept(PLACE_TOLD) == str(folder):
            return
        where = placed(folder)
        if where.place is Place.HERE:
            return
        from .ui.place_sheet import say_place

        if say_place(front.theme, front.window, where, folder):
            with suppress(StoreError):  # else it is said once more
                front.journal.keep(PLACE_TOLD, str(folder))

    def _on_told(self, answer: str) -> None:
        if answer == TAKE_BACK:
            self._begin_anew(self._undo)

    def _show_what_goes(self) -> None:
        from .store.erasing import what_goes
        from .store.folder import SET_ASIDE
        from .ui.erase_sheet import EraseSheet, Going

        aside = self._folder / SET_ASIDE
        going = Going(
            str(self._folder),
            len(self._store.history(self._front.content.plan.id)),
            len(listed(self._folder)),
            any(path.is_relative_to(aside) for path in what_goes(self._folder)),
            self.copy_folder,
        )
        sheet = EraseSheet(self._front.theme, self._front.window, going)
        sheet.erase_asked.connect(self._on_erase)

    def _on_erase(self) -> None:
        self._begin_anew(Erasure(self.copy_folder))

    def _begin_anew(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.restart_asked.emit()
        if self._front.window.isVisible():
            self.wanted = None  # it stays for a reason of its own, and will close for another

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
