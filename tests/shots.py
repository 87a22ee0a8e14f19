"""Every screen as a picture: `./run shots DIR`.

Each page in light and dark at 100 %, in light at 160 and 200 %, in the window's usual and
smallest size; in high contrast, light and dark, in the usual size. The full screen on two
screens, and the mini player as the window that is in sight then. Off screen, with our
own typeface and a clock that is turned by hand, so that the pictures of two days can be
laid side by side. Contact sheets of the figure are made beside them (sheets.py).
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from backplan_gui.core.settings import Settings, Theme
from backplan_gui.launch import opened
from backplan_gui.ui.application import make_application
from backplan_gui.ui.main_window import SIZE, SMALLEST
from tests import (
    offscreen,
    scenes,
    scenes_far,
    scenes_pain,
    scenes_progress,
    scenes_saving,
    scenes_session,
    scenes_sharing,
    scenes_week,
    sheets,
)
from tests.app import Person
from tests.fakes import FakeClock
from tests.scenes import Scene

LOOKS = (
    ("light", Settings(theme=Theme.LIGHT)),
    ("dark", Settings(theme=Theme.DARK)),
    ("light-160", Settings(theme=Theme.LIGHT, text_size=160)),
    ("light-200", Settings(theme=Theme.LIGHT, text_size=200)),
    ("contrast", Settings(theme=Theme.LIGHT, high_contrast=True)),
    ("contrast-dark", Settings(theme=Theme.DARK, high_contrast=True)),
)
SIZES: tuple[tuple[str, QSize], ...] = (("", SIZE), ("-small", SMALLEST))

SCENES = sorted(
    (
        *scenes.SCENES,
        *scenes_pain.SCENES,
        *scenes_progress.SCENES,
        *scenes_saving.SCENES,
        *scenes_session.SCENES,
        *scenes_sharing.SCENES,
        *scenes_week.SCENES,
    )
)
ON_SCREENS = (("", QPoint(0, 0)), ("-laptop", QPoint(offscreen.FULL_HD[0], 0)))
"""Where the window is when it takes all of the screen."""


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with _home() as home:
        platform = offscreen.platform(home, offscreen.FULL_HD, offscreen.LAPTOP)
        os.environ["QT_QPA_PLATFORM"] = platform
        make_application()
    for look, settings in LOOKS:
        for suffix, size in SIZES[:1] if settings.high_contrast else SIZES:
            for name, scene in SCENES:
                with _home() as data:
                    _shoot(data, settings, size, scene, folder / f"{name}-{look}{suffix}.png")
            print(f"{look}{suffix}: {len(SCENES)} pictures", flush=True)
        for name, scene in scenes_far.MINI:
            with _home() as data:
                _shoot(data, settings, SIZE, scene, folder / f"{name}-{look}.png")
        for suffix, place in ON_SCREENS:
            for name, scene in scenes_far.FULL:
                with _home() as data:
                    file = folder / f"{name}-{look}{suffix}.png"
                    _shoot(data, settings, SIZE, scene, file, place)
    for name, scene in scenes_progress.LONG_AGO:
        with _home() as data:
            _shoot(data, LOOKS[0][1], SIZE, scene, folder / f"{name}.png")
    sheets.main(folder)


@contextmanager
def _home() -> Iterator[Path]:
    data = Path(tempfile.mkdtemp())
    yield data
    shutil.rmtree(data)


def _shoot(
    data: Path,
    settings: Settings,
    size: QSize,
    scene: Scene,
    file: Path,
    place: QPoint = QPoint(0, 0),
) -> None:
    """One scene in one look; motion is reduced, so that it stands still."""
    clock = FakeClock()
    with opened(data, clock, "en") as app:
        person = Person(app, clock, data)
        still = msgspec.structs.replace(settings, reduce_motion=True)
        app.journal.change_settings(still)
        app.theme.apply(still)
        app.window.resize(size)
        app.window.move(place + QPoint(40, 40))
        app.window.show()
        QCoreApplication.processEvents()
        scene(person)
        for _ in range(3):
            QCoreApplication.processEvents()
        _in_sight().grab().save(str(file))


def _in_sight() -> QWidget:
    """The window that one sees: the app's own, or the one that took its place."""
    (window,) = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    return window


if __name__ == "__main__":
    main(Path(sys.argv[1]))
