"""The pages beside the day: library, settings, about, moves; each built when first wanted."""

from __future__ import annotations  # page types are only imported to be checked

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from . import resources
from .front import Front

if TYPE_CHECKING:
    from .core.exercise import Version
    from .ui.about_page import AboutPage
    from .ui.library_page import LibraryPage
    from .ui.moves_page import MovesPage
    from .ui.settings_backups import BackupState
    from .ui.settings_page import SettingsPage
    from .ui.settings_sound import SoundState

Facts = Callable[[], Sequence[tuple[str, str]]]
"""What the about page says of this copy."""


class Pages(QObject):
    """Makes them ready to be shown, and passes on what is asked for there."""

    NAMES = ("library", "settings", "about")
    """Those that are opened by their name alone."""

    page_asked = Signal(str)
    back_asked, signs_asked, keys_asked, equipment_asked = Signal(), Signal(), Signal(), Signal()
    settings_changed = Signal(object)
    state_asked, example_asked = Signal(), Signal()
    """How voice, sound and backups stand is to be shown; and a voice to be heard."""
    backups_asked, copy_folder_asked, copy_folder_cleared = Signal(), Signal(), Signal()
    export_asked, import_asked, erase_asked = Signal(), Signal(), Signal()
    try_asked = Signal(str, str)
    """An exercise for its own sake, in a version."""

    def __init__(self, front: Front, folder: Path, facts: Facts, now: Callable[[], int]) -> None:
        super().__init__()
        self._front, self._folder, self._facts, self._now = front, folder, facts, now

    def open(self, page: str) -> None:
        """Make the page of that name ready, as the record stands now."""
        journal = self._front.journal
        match page:
            case "library":
                self._library.show_codes(journal.asked_codes)
            case "settings":
                self._settings.show_settings(journal.settings, str(self._folder))
                self.state_asked.emit()
            case _:
                assert self._about is not None

    def open_moves(self, day: int, exercise: str, versions: Mapping[str, Version]) -> None:
        """How the exercises of a day are done, in these versions; the named one first."""
        self._moves.show_day(day, exercise, self._front.journal.asked_codes, versions)

    def show_sound(self, state: SoundState) -> None:
        """How voice and sound stand, where that is on show."""
        if "_settings" in self.__dict__:
            self._settings.show_sound(state)

    def show_backups(self, state: BackupState) -> None:
        """How the backups stand, where that is on show."""
        if "_settings" in self.__dict__:
            self._settings.backups.show_backups(state)

    def leaves(self, page: str) -> bool:
        """Going back leaves that page: in the library it may lead to the list first."""
        if page == "library":
            return not self._library.go_back()
        return page in ("moves", "settings", "about")

    @cached_property
    def _library(self) -> LibraryPage:
        from .ui.library_page import LibraryPage

        page = LibraryPage(self._front.theme, self._front.content, self._now)
        page.try_asked.connect(self.try_asked)
        self._front.window.add_page("library", page)
        return page

    @cached_property
    def _settings(self) -> SettingsPage:
        from .ui.settings_page import SettingsPage

        page = SettingsPage(self._front.theme)
        page.settings_changed.connect(self.settings_changed)
        page.signs_asked.connect(self.signs_asked)
        page.about_asked.connect(self._ask_about)
        page.keys_asked.connect(self.keys_asked)
        page.folder_asked.connect(self._open_folder)
        page.example_asked.connect(self.example_asked)
        page.backups.backups_asked.connect(self.backups_asked)
        page.backups.copy_folder_asked.connect(self.copy_folder_asked)
        page.backups.copy_folder_cleared.connect(self.copy_folder_cleared)
        page.equipment_asked.connect(self.equipment_asked)
        page.data.export_asked.connect(self.export_asked)
        page.data.import_asked.connect(self.import_asked)
        page.data.erase_asked.connect(self.erase_asked)
        self._front.window.add_page("settings", page)
        return page

    @cached_property
    def _about(self) -> AboutPage:
        from .core.changelog import releases
        from .services.licences import on_board
        from .ui.about_page import AboutPage

        news = releases(resources.file("changelog.md").read_text("utf-8"))
        theme, content = self._front.theme, self._front.content
        page = AboutPage(theme, content, self._facts(), news, on_board())
        page.back_asked.connect(self.back_asked)
        self._front.window.add_page("about", page)
        return page

    @cached_property
    def _moves(self) -> MovesPage:
        from .ui.moves_page import MovesPage

        page = MovesPage(self._front.theme, self._front.content)
        page.back_asked.connect(self.back_asked)
        self._front.window.add_page("moves", page)
        return page

    def _ask_about(self) -> None:
        self.page_asked.emit("about")

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
