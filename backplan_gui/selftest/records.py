"""The record: written and read back, spoiled and brought back, of an earlier version."""

import tempfile
from pathlib import Path

from .. import resources
from ..content import Content
from ..core.records import Mark, MarkState
from ..core.schedule import DayState
from ..core.settings import Settings
from ..launch import opened
from ..recovering import Recovering
from ..services.clock import SystemClock
from ..store.backups import listed
from ..store.errors import DamagedFile
from ..store.folder import DATABASE
from ..store.schema import MIGRATIONS
from ..store.store import Store
from .expecting import expect

FIRST_VERSION = MIGRATIONS[:1]


def written(language: str) -> None:
    """A day and a setting are there again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, language)
        _expect_all(folder, language)


def brought_back(language: str) -> None:
    """A file that is of no use is found out, and the newest backup takes its place."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, language)
        with (folder / DATABASE).open("r+b") as file:
            file.write(b"\0" * 512)
        try:
            _expect_all(folder, language)
        except DamagedFile as error:
            _recover(folder, error)
        else:
            raise AssertionError("it was not found out")
        _expect_all(folder, language)


def brought_up_to_date(language: str) -> str:
    """A record as the first Backplan wrote it is opened, with a copy kept of it as it was."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), SystemClock()
        at, today, _ = clock.now()
        plan = Content(resources.root(), language).plan.id
        with Store.open(folder / DATABASE, FIRST_VERSION) as store:
            store.add_mark(Mark("1", plan, 1, 1, MarkState.DONE, at, today))
        with opened(folder, clock, language) as app:
            expect(app.journal.week().day(1).state is DayState.DONE, "the day was lost")
        expect(any(backup.version == 1 for backup in listed(folder)), "no copy was kept")
    return f"1 to {len(MIGRATIONS)}"


def _write(folder: Path, language: str) -> None:
    with opened(folder, SystemClock(), language) as app:
        app.journal.mark(1, True)
        app.journal.change_settings(Settings(text_size=120))
    with opened(folder, SystemClock(), language) as app:
        app.keeping.back_up()


def _expect_all(folder: Path, language: str) -> None:
    with opened(folder, SystemClock(), language) as app:
        expect(app.journal.week().day(1).state is DayState.DONE, "the day was lost")
        expect(app.journal.settings.text_size == 120, "the setting was lost")


def _recover(folder: Path, error: DamagedFile) -> None:
    """As a person does, who is shown that the file cannot be opened."""
    (newest, *_) = [backup for backup in listed(folder) if backup.sound]
    recovering = Recovering(folder, SystemClock(), error)
    try:
        recovering.look_in(folder)
        expect(not recovering.window.grab().isNull(), "the page cannot be painted")
        recovering.page.use_asked.emit(newest)
    finally:
        recovering.window.close()
        recovering.window.deleteLater()
