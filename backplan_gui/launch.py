"""From a folder and a language to an open window; one sentence and status 2 where it cannot be.

The order matters: folder and lock, then the record, then the window's bare ground, and
only behind that what takes time: the modules of the pages, the content, the pages. So the
person's click is answered at once, in their colours and at their place, and filled a
moment later.
"""

from __future__ import annotations  # what is opened late is only imported to be checked

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from . import __version__, resources
from .core.plan import PlanError
from .core.settings import settings_from
from .services.clock import Clock, SystemClock
from .services.logs import Log
from .store.errors import AlreadyOpen, DamagedFile, NewerFile, StoreError
from .store.folder import prepared
from .store.store import SQLITE_VERSION, Store
from .ui.application import has_screen, install_words, make_application, refuse
from .ui.main_window import MainWindow
from .ui.theme import Theme, tokens

if TYPE_CHECKING:
    from .app import App
    from .keeping import Erasure, Wanted
    from .store.restoring import Undo

    Put = Undo | Erasure | StoreError | None
    """What came of putting another file in the record's place, or none."""

GROUND_MS = 200

CHECK_MS = 50
"""After the window has shown itself; checking ten years takes as long as painting it."""
AGAIN_MS, PATIENCE_MS = 100, 5_000
"""How often and how long a second start tries: the first may be about to begin, or to end."""


def run(data_dir: Path | None, speed: int, language: str) -> int:
    """Open the window and stay until it closes, or bring the one to the front that is open
    with the folder; the exit status.
    """
    application = make_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it
    folder, clock = (data_dir or _own_folder()).absolute(), SystemClock(speed)
    try:
        return _stay_or_ask(application, folder, clock, language)
    except (StoreError, PlanError) as error:
        return refuse(sentence_for(error))
    except Exception as fault:  # noqa: BLE001  # one of ours: a traceback helps no person
        Log(folder).note(fault)
        return refuse(f"Something in Backplan went wrong. Details are in the log in {folder}.")


def _stay_or_ask(application: QApplication, folder: Path, clock: SystemClock, language: str) -> int:
    """Stay, ask the one that is open already, or what shall stand in a useless file's place."""
    until = clock.steady_ms() + PATIENCE_MS
    put: Put = None
    while True:
        try:
            status, wanted = _stay(application, folder, clock, language, put)
            if wanted is None:
                return status
            put = _put_in_place(folder, wanted, clock)
        except AlreadyOpen:
            from .services.attention import ask

            if ask(folder):
                return 0
            if clock.steady_ms() > until:
                raise
            QThread.msleep(AGAIN_MS)
        except (DamagedFile, NewerFile) as error:
            if not has_screen():
                raise
            if not _recovered(folder, clock, language, error):
                return 2


def _stay(
    application: QApplication, folder: Path, clock: Clock, language: str, put: Put
) -> tuple[int, Wanted | None]:
    """The exit status, and what is to be done now that the record is closed."""
    with opened(folder, clock, language, at_once=True, heard=True) as app:
        from .services.attention import Attention

        attention, checker = Attention(folder), _Checker(app)
        attention.asked.connect(app.window.attend)
        for start in (checker.check, attention.listen):
            QTimer.singleShot(CHECK_MS, start)
        if put is not None:
            app.keeping.tell(put)
        status = application.exec()
        attention.close()
        if checker.fault is not None:
            raise checker.fault
        return status, app.keeping.wanted


def _put_in_place(folder: Path, wanted: Wanted, clock: Clock) -> Put:
    """Bring a backup back, or take that back, or erase everything; a fault is told when the
    app is there again.
    """
    from .keeping import Erasure
    from .store.restoring import Undo, restore, take_back

    today, lock = clock.now().local_date, prepared(folder)
    try:
        if isinstance(wanted, Erasure):
            return _erased(folder, wanted, today)
        if isinstance(wanted, Undo):
            take_back(wanted, today)
            return None
        return restore(folder, wanted, today)
    except StoreError as error:
        return error
    finally:
        lock.release()


def _erased(folder: Path, wanted: Erasure, today: str) -> Erasure:
    """Remove everything of ours; what came of it.

    Backups that would not go, without a record beside them, would look like a record lost.
    """
    from msgspec.structs import replace

    from .store.erasing import erase
    from .store.restoring import start_afresh

    try:
        left = erase(folder)
        if left:
            start_afresh(folder, today)
        return replace(wanted, left=tuple(map(str, left)))
    except StoreError as error:
        return replace(wanted, trouble=str(error))


def _recovered(folder: Path, clock: Clock, language: str, error: DamagedFile | NewerFile) -> bool:
    """The person chose what to open instead."""
    from .recovering import Recovering

    install_words(language)
    lock = prepared(folder)
    try:
        return Recovering(folder, clock, error).ask()
    finally:
        lock.release()


def sentence_for(error: StoreError | PlanError) -> str:
    """What to tell where the app cannot start; a file of its own is not the person's to mend."""
    if isinstance(error, StoreError):
        return str(error)
    return f"This copy of Backplan is damaged, please install it again: {error}."


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("Backplan", appauthor=False)


@contextmanager
def opened(
    path: Path, clock: Clock, language: str, *, at_once: bool = False, heard: bool = False
) -> Iterator[App]:
    """The app on a folder, whose lock and files are let go of afterwards.

    With `at_once` its window is already on the screen, and the record only looked at from
    outside; `App.check` does the rest. With `heard` its sessions reach the world beside the
    window: voice, sound, the desktop. StoreError or PlanError with a sentence for the person.
    """
    folder = prepared(path)
    log = Log(folder.path)
    try:
        with Store.open(folder.database, check=not at_once, now=clock.now) as store:
            _look_at("design/tokens.json", tokens)
            theme = Theme(settings_from(store.settings())[0])
            window = MainWindow(theme)
            try:
                window.put(store.value(MainWindow.PLACE))
                if at_once:
                    _show_ground(window)
                app = _filled(window, theme, store, clock, folder.path, language, heard)
                log.watch(app.tell_fault)
                yield app
            finally:  # a window that outlives its record would wake on a closed one
                window.hide()  # what is gone is asked about no more
                window.close()
                window.deleteLater()
    finally:
        log.stop()
        folder.release()


def _show_ground(window: MainWindow) -> None:
    """Put the empty window on the screen, and wait until it is there."""
    loop = QEventLoop()
    window.painted.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(GROUND_MS, loop.quit)  # a window may start out of sight
    window.show()
    loop.exec()


def _filled(
    window: MainWindow,
    theme: Theme,
    store: Store,
    clock: Clock,
    folder: Path,
    language: str,
    heard: bool,
) -> App:
    from .app import App
    from .content import Content
    from .ui.icons import names
    from .ui.ready_words import give_time
    from .ui.widgets.figure_view import figures

    _look_at("design/icons.json", names)
    _look_at("the figure", figures)
    install_words(language)
    content = Content(resources.root(), language)
    give_time(content)
    return App(content, store, clock, window, theme, folder, facts, heard=heard)


def _look_at(file: str, read: Callable[[], object]) -> None:
    """Read what all painting rests on: a fault within a paint event would end the process."""
    from .core.plays import PoseError

    try:
        read()
    except PoseError as error:
        raise PlanError(error.where, error.what) from error
    except OSError as error:
        raise PlanError(Path(error.filename or file).name, "cannot be read") from error
    except ValueError as error:
        raise PlanError(file, "cannot be read") from error


def facts() -> tuple[tuple[str, str], ...]:
    """What the about page and a bug report say of this copy."""
    import platform

    return (
        ("Version", __version__),
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
        ("SQLite", SQLITE_VERSION),
        ("System", platform.platform(terse=True)),
    )


class _Checker(QObject):
    """Looks at every page of the record once the window is there; ends the app on damage."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self.fault: StoreError | None = None

    def check(self) -> None:
        gc.enable()
        gc.collect()
        try:
            self._app.check()
            self._app.keeping.back_up()
            self._app.keeping.tell_place()
        except StoreError as fault:
            self.fault = fault
            self._app.window.hide()
            QCoreApplication.exit(2)
