"""What stands in a window of its own while the record cannot be opened.

The person chooses: a backup, an empty record, or to close. Whatever they choose, the file
that is of no use is set aside and never deleted; of a newer version nothing is changed.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QObject

from .core.settings import Settings
from .services.clock import Clock
from .store import schema
from .store.backups import Backup, listed
from .store.errors import DamagedFile, NewerFile, StoreError
from .store.previews import known
from .store.restoring import restore, start_afresh
from .ui.main_window import MainWindow
from .ui.recovery_page import Found, RecoveryPage, stand_alone
from .ui.theme import Theme


class Recovering(QObject):
    """Asks what shall stand in the place of the record; `ask` answers whether there is one."""

    def __init__(self, folder: Path, clock: Clock, error: DamagedFile | NewerFile) -> None:
        super().__init__()
        self._folder, self._today = folder, clock.now().local_date
        self._loop, self._is_done = QEventLoop(), False
        backups = tuple(known(backup) for backup in listed(folder))
        version = error.version if isinstance(error, NewerFile) else 0
        newest = len(schema.MIGRATIONS)
        self._found = Found(error.finding, self._today, backups, str(folder), version, newest)
        theme = Theme(Settings())
        self.window = MainWindow(theme)
        self.page = RecoveryPage(theme)
        self.page.use_asked.connect(self._on_use)
        self.page.afresh_asked.connect(self._on_afresh)
        self.page.close_asked.connect(self.window.close)
        self.window.closing.connect(self._loop.quit)
        stand_alone(self.page, self.window)

    def ask(self) -> bool:
        """Stay until the person has chosen; False if nothing can be opened."""
        self.page.show_found(self._found)
        self.window.show()
        self._loop.exec()
        self.window.close()
        self.window.deleteLater()
        return self._is_done

    def _on_use(self, backup: Backup) -> None:
        self._try(partial(restore, self._folder, backup, self._today))

    def _on_afresh(self) -> None:
        self._try(partial(start_afresh, self._folder, self._today))

    def _try(self, act: Callable[[], object]) -> None:
        """Do it; where that fails say why, and offer the ways again."""
        try:
            act()
        except StoreError as error:
            self.page.show_found(msgspec.structs.replace(self._found, trouble=str(error)))
        else:
            self._is_done = True
            self._loop.quit()
