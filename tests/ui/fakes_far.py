"""A player in the app's own window, which can take all of the screen or step aside."""

from itertools import count
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from backplan_gui.ui.far_view import FarView
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.mini_window import MiniWindow
from backplan_gui.ui.player_page import PlayerPage

from .fakes_player import Player
from .seeing import settle

_spots = count(200, 7)
"""Where the pointer goes next; in the same place it would not have moved."""


class FarAway(Player):
    """Wired as the app wires it."""

    def window_for(self, page: PlayerPage) -> QMainWindow:
        window = MainWindow(self.theme)
        window.furnish(QWidget(), QWidget())
        window.add_page("player", page, alone=True)
        window.add_page("other", QWidget())
        window.show_page("player")
        page.full_asked.connect(window.set_full)
        page.aside_asked.connect(window.set_aside)
        self.main = window
        self.placed: list[Any] = []
        self.offered: list[str] = []
        page.mini_placed.connect(self.placed.append)
        page.far_away_offered.connect(self._on_offered)
        return window

    def _on_offered(self) -> None:
        self.offered.append("full screen")

    @property
    def mini(self) -> MiniWindow:
        """The mini player, which must be in sight."""
        (mini,) = _minis()
        return mini

    @property
    def has_mini(self) -> bool:
        """The mini player is in sight."""
        return bool(_minis())

    @property
    def far(self) -> FarView | None:
        """What is on all of the screen, if that is what one sees."""
        return next((v for v in self.page.findChildren(FarView) if v.isVisible()), None)

    @property
    def in_sight(self) -> QWidget:
        """The window that one sees."""
        return self.mini if self.has_mini else self.main

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key as the window system does: to the window in sight."""
        handle = self.in_sight.windowHandle()
        QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()

    def move_pointer(self) -> None:
        """To another spot of the window."""
        self._tell_pointer(next(_spots))

    def rest_pointer(self) -> None:
        """The pointer stays where it is, and the window system says so."""
        self._tell_pointer(self._spot)

    def _tell_pointer(self, spot: int) -> None:
        self._spot = spot
        here, none = QPointF(spot, 300), Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, here, here, none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.main.windowHandle(), event)
        settle()

    def end(self) -> None:
        super().end()
        settle()


def _minis() -> list[MiniWindow]:
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if isinstance(w, MiniWindow) and w.isVisible()]
