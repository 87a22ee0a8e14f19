"""The full screen and the mini player, photographed: read from afar, and beside other work."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from tests import scenes
from tests.app import Person
from tests.scenes import Scene


def full(scene: Scene) -> Scene:
    """The same on all of the screen."""

    def on_all(person: Person) -> None:
        scene(person)
        person.press(Qt.Key.Key_F)

    return on_all


def mini(scene: Scene) -> Scene:
    """The same in the mini player."""

    def beside(person: Person) -> None:
        scene(person)
        person.press(Qt.Key.Key_C)

    return beside


def stirred(person: Person) -> None:
    """Somebody moves the pointer."""
    full(scenes.hold)(person)
    handle = person.app.window.windowHandle()
    for x in (300, 320):
        QTest.mouseMove(handle, QPoint(x, 300))
    QCoreApplication.processEvents()


def told(person: Person) -> None:
    """Somebody asked for the time."""
    scenes.hold(person)
    person.press(Qt.Key.Key_T)


FULL: tuple[tuple[str, Scene], ...] = (
    ("16-full-screen", full(scenes.hold)),
    ("16b-full-screen-ready", full(scenes.ready)),
    ("16c-full-screen-rest", full(scenes.rest)),
    ("16d-full-screen-paused", full(scenes.paused)),
    ("16e-full-screen-reps", full(scenes.reps)),
    ("16f-full-screen-switch", full(scenes.switch)),
    ("16g-full-screen-bars", stirred),
)
MINI: tuple[tuple[str, Scene], ...] = (
    ("13-mini", mini(scenes.hold)),
    ("13b-mini-rest", mini(scenes.rest)),
    ("13c-mini-paused", mini(scenes.paused)),
    ("13d-mini-enter", mini(scenes.enter)),
    ("13e-mini-told", mini(told)),
)
