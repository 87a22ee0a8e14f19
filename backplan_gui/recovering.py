"""What stands in a window of its own while the record cannot be opened.

The person chooses: a backup, one from another folder, an empty record, to look once more
whether the file can be read, or to close. Whatever they choose, the file that is of no use
is set aside and never deleted; of a newer version nothing is changed.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QObject

from .core.settings import Settings
from .services.attention import Attention
from .services.clock import Clock
from .store import schema
from .store.backups import Backup, listed, lying_in
from .store.errors import DamagedFile, Finding, NewerFile, StoreError
from .store.folder import DATABASE
from .store.previews import known
from .store.restoring import examine, restore, start_afresh
from .ui.backup_words import Known
from .ui.main_window import MainWindow
from .ui.recovery_page import Found, RecoveryPage, stand_alone
from .ui.settings_backups import folder_chosen
from .ui.theme import Theme


class Recovering(QObject):
    """Asks what shall stand in the place of the record; `ask` answers whether there is one.

    The folder's lock is held meanwhile; a second start brings this window to the front.
    """

    def __init__(self, folder: Path, clock: Clock, error: DamagedFile | NewerFile) -> None:
        super().__init__()
        self._folder, self._today = folder, clock.now().local_date
        self._loop, self._is_done = QEventLoop(), False
        version = error.version if isinstance(error, NewerFile) else 0
        newest = len(schema.MIGRATIONS)
        backups = self._own_backups()
        self._found = Found(
            error.finding, self._today, backups, str(folder), version=version, newest=newest
        )
        theme = Theme(Settings())
        self.window = MainWindow(theme)
        self.page = RecoveryPage(theme)
        self._attention = Attention(folder)
        self._connect()
        stand_alone(self.page, self.window)

    def _connect(self) -> None:
        page = self.page
        page.use_asked.connect(self._on_use)
        page.afresh_asked.connect(self._on_afresh)
        page.again_asked.connect(self._on_again)
        page.elsewhere_asked.connect(self._on_elsewhere)
        page.close_asked.connect(self.window.close)
        self.window.closing.connect(self._loop.quit)
        self._attention.asked.connect(self.window.attend)

    def ask(self) -> bool:
        """Stay until the person has chosen; False if nothing can be opened."""
        self.page.show_found(self._found)
        self.window.show()
        self._attention.listen()
        self._loop.exec()
        self._attention.close()
        self.window.close()
        self.window.deleteLater()
        return self._is_done

    def _on_use(self, backup: Backup) -> None:
        self._try(partial(restore, self._folder, backup, self._today))

    def _on_afresh(self) -> None:
        self._try(partial(start_afresh, self._folder, self._today))

    def _on_again(self) -> None:
        """Look once more: the disk may be back, or the person has put the file back."""
        try:
            finding = examine(self._folder / DATABASE)
        except StoreError as error:
            self._show(trouble=str(error))
            return
        if finding in (Finding.SOUND, Finding.NEWER):  # of which the next look tells more
            self._end()
            return
        still = self.tr("It has been looked at again, and still cannot be opened.")
        self._show(finding=finding, backups=self._own_backups(), elsewhere="", trouble=still)

    def _on_elsewhere(self) -> None:
        """The backups in a folder of the person's choice, where copies may be kept too."""
        title = self.tr("Look for backups in another folder")
        chosen = folder_chosen(self.window, title, self._found.elsewhere)
        if chosen:
            self.look_in(Path(chosen))

    def look_in(self, place: Path) -> None:
        """Offer the backups there; it may be a data folder, too, which has them in one more."""
        try:
            backups = lying_in(place) or listed(place)
        except StoreError as error:
            self._show(trouble=str(error))
            return
        if not backups:
            self._show(trouble=self.tr("There is no backup in {}.").format(place))
            return
        self._show(backups=tuple(map(known, backups)), elsewhere=str(place), trouble="")

    def _own_backups(self) -> tuple[Known, ...]:
        return tuple(map(known, listed(self._folder)))

    def _show(self, **changes: object) -> None:
        self._found = msgspec.structs.replace(self._found, **changes)
        self.page.show_found(self._found)

    def _end(self) -> None:
        self._is_done = True
        self._loop.quit()

    def _try(self, act: Callable[[], object]) -> None:
        """Do it; where that fails say why, and offer the ways again."""
        try:
            act()
        except StoreError as error:
            self._show(trouble=str(error))
        else:
            self._end()
