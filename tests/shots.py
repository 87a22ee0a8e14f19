"""Every screen as a picture: `./run shots DIR`.

Each page in light and dark at 100 %, in light at 160 and 200 %, in the window's usual and
smallest size; in high contrast, light and dark, in the usual size. Off screen, with our
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
from PySide6.QtCore import QCoreApplication, QSize

from backplan_gui.core.settings import Settings, Theme
from backplan_gui.launch import make_application, opened
from backplan_gui.ui.main_window import SIZE, SMALLEST
from tests import scenes, scenes_pain, sheets
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

SCENES = sorted((*scenes.SCENES, *scenes_pain.SCENES))


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    for look, settings in LOOKS:
        for suffix, size in SIZES[:1] if settings.high_contrast else SIZES:
            for name, scene in SCENES:
                with _home() as data:
                    _shoot(data, settings, size, scene, folder / f"{name}-{look}{suffix}.png")
            print(f"{look}{suffix}: {len(SCENES)} pictures", flush=True)
    sheets.main(folder)


@contextmanager
def _home() -> Iterator[Path]:
    data = Path(tempfile.mkdtemp())
    yield data
    shutil.rmtree(data)


def _shoot(data: Path, settings: Settings, size: QSize, scene: Scene, file: Path) -> None:
    """One scene in one look; motion is reduced, so that it stands still."""
    clock = FakeClock()
    with opened(data, clock, "en") as app:
        person = Person(app, clock)
        still = msgspec.structs.replace(settings, reduce_motion=True)
        app.journal.change_settings(still)
        app.theme.apply(still)
        app.window.resize(size)
        app.window.show()
        QCoreApplication.processEvents()
        scene(person)
        for _ in range(3):
            QCoreApplication.processEvents()
        app.window.grab().save(str(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
