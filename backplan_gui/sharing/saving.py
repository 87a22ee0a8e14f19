"""Where a file goes, in the person's own folders, and that it is there whole."""

from __future__ import annotations  # the sheets' values are only imported to be checked

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from ..front import Front
from ..services.clock import Clock
from ..services.whole_file import FileRefused, write
from .contents import Making
from .working import Working

if TYPE_CHECKING:
    from ..ui.export_words import Export


class Saving(QObject):
    """Asks where to, makes the file, and says where it is."""

    given_up = Signal()
    """No name was given."""

    def __init__(self, front: Front, clock: Clock) -> None:
        super().__init__()
        self._front, self._working = front, Working(front, clock)
        self._working.made.connect(self._on_made)
        self._folder = ""
        """Where the last one went."""

    def save(self, kind: Export, make: Callable[[], Making]) -> None:
        """A file of that kind, if the person names one."""
        self._kind, self._start = kind, make
        self._ask_where()

    @property
    def folder(self) -> str:
        """Where the system's dialogs begin."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        for folder in (self._folder, QStandardPaths.writableLocation(documents)):
            if folder and Path(folder).is_dir():
                return folder
        return str(Path.home())

    def _ask_where(self) -> None:
        from ..ui.export_sheet import file_to_write
        from ..ui.export_words import Saved, file_name, with_ending

        name = file_name(self._kind, self._front.journal.today)
        chosen = file_to_write(self._front.window, self._kind, str(Path(self.folder) / name))
        if not chosen:
            self.given_up.emit()
            return
        path = with_ending(chosen, self._kind)
        self._saved = Saved(path)
        self._folder = str(path.parent)
        if str(path) != chosen and path.exists():
            self._ask_to_replace()  # the system asked about another name
        else:
            self._make()

    def _ask_to_replace(self) -> None:
        from ..ui.export_sheet import replace_sheet

        sheet = replace_sheet(self._front.theme, self._front.window, self._saved)
        sheet.chosen.connect(self._on_answer)

    def _on_answer(self, answer: str) -> None:
        from ..ui.export_sheet import FOLDER, OTHER, REPLACE

        if answer == REPLACE:
            self._make()
        elif answer == OTHER:
            self._ask_where()
        elif answer == FOLDER:
            self._show_folder()

    def _make(self) -> None:
        self._working.start(self._start())

    def _on_made(self, content: bytes) -> None:
        from ..ui.export_sheet import refused_sheet, saved_sheet

        theme, window = self._front.theme, self._front.window
        try:
            write(self._saved.path, content)
        except FileRefused as error:
            sheet = refused_sheet(theme, window, str(error))
        else:
            sheet = saved_sheet(theme, window, self._kind, self._saved)
        sheet.chosen.connect(self._on_answer)

    def _show_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.path.parent)))
