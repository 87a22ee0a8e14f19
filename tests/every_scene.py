"""All the screens there are, with a person in front of each, and what has no room there."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from backplan_gui.core.settings import Theme
from backplan_gui.ui.main_window import SIZE, SMALLEST
from tests import offscreen, scenes_far, shots
from tests.app import Person
from tests.scenes import Scene
from tests.ui.fitting import faint, faults
from tests.ui.seeing import settle

SCENES: dict[str, Scene] = dict((*shots.SCENES, *scenes_far.MINI, *scenes_far.FULL))
CHOSEN = (
    "01-day-1", "01c-day-5", "01g-fit-to-today", "02-hold", "04-switch", "06-pain",
    "07-ease-off", "08-finished", "09d-progress-busy", "10-library", "11-settings", "12-signs",
    "13-mini",
)  # fmt: skip
"""One of each kind, for the short run."""
Look = tuple[Theme, bool]
LOOKS: dict[str, Look] = {
    "light": (Theme.LIGHT, False),
    "dark": (Theme.DARK, False),
    "light contrast": (Theme.LIGHT, True),
    "dark contrast": (Theme.DARK, True),
}
SIZES = {"default": SIZE, "smallest": SMALLEST}
SCREENS = {"full HD": QSize(*offscreen.FULL_HD), "laptop": QSize(*offscreen.LAPTOP)}
Opened = Callable[[Path], AbstractContextManager[Person]]


def wear(person: Person, look: Look, text: int) -> None:
    """Another look, in which nothing moves."""
    theme, contrast = look
    journal = person.app.journal
    chosen = replace(
        journal.settings, theme=theme, high_contrast=contrast, text_size=text, reduce_motion=True
    )
    journal.change_settings(chosen)
    person.app.theme.apply(chosen)


def in_sight() -> QWidget:
    """The window that one sees: the app's own, or the one that took its place."""
    (window,) = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    return window


def sizes_of(name: str) -> dict[str, QSize]:
    """What sizes the window of a scene may have."""
    return SCREENS if name in dict(scenes_far.FULL) else SIZES


def sized(person: Person, size: QSize) -> QWidget:
    """The window in sight in that size, unless it is of a size of its own."""
    person.app.window.resize(size)
    settle()
    settle()
    return in_sight()


def unread(person: Person, look: Look) -> list[str]:
    """Texts that are too faint to be read, in a look."""
    _, contrast = look
    return faint(in_sight(), person.app.theme, 7 if contrast else 4.5)


def faults_of(
    opened: Opened, folder: Path, name: str, text: int, looks: dict[str, Look]
) -> Iterator[str]:
    """What has no room in a scene at a text size, in some looks and all sizes of the window.

    How faint a text is differs with the look alone, so that is looked at once in each.
    """
    with opened(folder) as person:
        wear(person, LOOKS["light"], text)
        SCENES[name](person)
        for worn, look in looks.items():
            wear(person, look, text)
            for called, size in sizes_of(name).items():
                for fault in faults(sized(person, size)):
                    yield f"{worn}, {text} %, {called}: {fault}"
            if text == 100:
                for fault in unread(person, look):
                    yield f"{worn}: {fault}"
