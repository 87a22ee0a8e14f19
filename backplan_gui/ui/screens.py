"""Which screens there are, and where on them a window can be seen.

A screen may be unplugged at any time, and another may be smaller than the one a place was
kept on. Qt tells of both before it has moved its own windows, so what is to be done about
it is done a moment later.

A window is never asked for its screen: PySide takes what `QWidget.screen` returns for a part
of the window and deletes it with it (seen with 6.11.3: the next text that is laid out ends
the process).
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

NO_LONGER_ON_TOP = "wayland"
"""There a window can neither be kept on top nor say where it wants to be."""


def keeps_on_top() -> bool:
    """Windows can stay above the others here."""
    return not QGuiApplication.platformName().startswith(NO_LONGER_ON_TOP)


def not_on_top() -> str:
    """What to tell where they cannot."""
    return QCoreApplication.translate("player", "This system does not keep it on top.")


def areas() -> list[QRect]:
    """The room for windows on each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [screen.availableGeometry() for screen in screens]


def is_lost(window: QRect, areas: Sequence[QRect]) -> bool:
    """Less than half of it can be seen."""
    return 2 * sum(_size(window.intersected(area)) for area in areas) < _size(window)


def area_around(window: QRect) -> QRect:
    """The room for windows on the screen that a window is on."""
    return _screen_around(window).availableGeometry()


def screen_around(window: QRect) -> QRect:
    """All of the screen that a window is on."""
    return _screen_around(window).geometry()


def _screen_around(window: QRect) -> QScreen:
    screen: QScreen | None = QGuiApplication.screenAt(window.center())
    return screen or QGuiApplication.primaryScreen()


def in_sight(window: QRect, areas: Sequence[QRect]) -> QRect:
    """The same window where all of it can be seen: moved no further than it must be.

    One that lies across two screens is in sight; a larger one has its top left corner there.
    """
    parts = [window.intersected(area) for area in areas]
    if not areas or sum(_size(part) for part in parts) >= _size(window):
        return window
    nearest = max(areas, key=lambda area: (_size(window.intersected(area)), -_far(window, area)))
    left = max(nearest.left(), min(window.left(), nearest.right() + 1 - window.width()))
    top = max(nearest.top(), min(window.top(), nearest.bottom() + 1 - window.height()))
    return QRect(QPoint(left, top), window.size())


def _size(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _far(one: QRect, other: QRect) -> int:
    return (one.center() - other.center()).manhattanLength()


class Screens(QObject):
    """Tells that a screen went, came, or has another size."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._on_change)
        application.primaryScreenChanged.connect(self._on_change)
        application.screenAdded.connect(self._on_added)
        for screen in application.screens():
            screen.availableGeometryChanged.connect(self._on_change)

    def _on_added(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._on_change)
        self._on_change()

    def _on_change(self) -> None:
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self.changed.emit()
