"""A record that was exported, brought in: looked at first, then put among what is here."""

from __future__ import annotations  # the sheets' values are only imported to be checked

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..core.settings import settings_from
from ..front import Front
from ..services.whole_file import FileRefused, read
from ..store.store import Store

if TYPE_CHECKING:
    from ..store.joining import Merged, Merging
    from ..ui.import_sheet import Coming


class TakingIn(QObject):
    """Asks for a file, shows what comes with it, and brings it in if that is wanted."""

    brought_in = Signal(str)
    """What to say of it; it can be taken back."""

    def __init__(self, front: Front, store: Store) -> None:
        super().__init__()
        self._front, self._store = front, store

    def ask(self, folder: str) -> None:
        """Ask for a file; the system's dialog begins in that folder."""
        from ..ui.import_sheet import file_to_read

        chosen = file_to_read(self._front.window, folder)
        if chosen:
            self._look_at(Path(chosen))

    def _look_at(self, path: Path) -> None:
        from ..core.portable import NotPortable, decode

        try:
            self._portable = decode(read(path))
        except (FileRefused, NotPortable) as error:
            self._refuse(str(error))
        else:
            self._front.attempt(partial(self._show, path.name))

    def _refuse(self, reason: str) -> None:
        from ..ui.import_sheet import refused_sheet

        refused_sheet(self._front.theme, self._front.window, reason)

    def _show(self, name: str) -> None:
        from ..ui.import_sheet import ImportSheet, nothing_new_sheet

        theme, window = self._front.theme, self._front.window
        merging = self._store.merging(self._portable)
        if not merging.brings_something:
            nothing_new_sheet(theme, window, name)
            return
        self._coming = _coming(name, merging)
        sheet = ImportSheet(theme, window, self._coming, self._front.journal.today)
        sheet.taken.connect(self._on_taken)

    def _on_taken(self) -> None:
        if self._front.attempt(self._bring_in):
            said = self.tr("Imported: {}.")
            self.brought_in.emit(said.format(self._said))

    def _bring_in(self) -> None:
        from ..ui.import_sheet import counted

        merged = self._store.merge(self._portable)
        self._said = counted(self._coming)
        self._front.journal.changed_by(partial(self._take_out, merged))
        self._look_anew()

    def _take_out(self, merged: Merged) -> None:
        self._store.unmerge(merged)
        self._look_anew()

    def _look_anew(self) -> None:
        """The settings may be others now."""
        journal = self._front.journal
        journal.settings, journal.unusable_settings = settings_from(self._store.settings())
        self._front.theme.apply(journal.settings)


def _coming(name: str, merging: Merging) -> Coming:
    from ..ui.import_sheet import Coming

    return Coming(
        name,
        merging.sessions.new,
        merging.check_ins.new,
        merging.notes.new,
        merging.others.new,
        merging.sessions.here,
        merging.first_date or "",
        merging.last_date or "",
        settings=merging.settings,
        closes=merging.closes,
    )
