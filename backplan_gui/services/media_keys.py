"""Play, pause, next and back from the keyboard's media keys, a headset or a telephone.

While a session runs, Backplan is a player on the desktop's bus, by the MPRIS
specification, version 2.2; the desktop sends the keys to the player last active. So it
leaves the bus at the end of the session, or the person's music would not get them back.
Elsewhere, and where there is no bus, all of this does nothing.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot

from .now_playing import Ask, Player, Shown, Wish, changes, track_of

Joined = Callable[[Shown, Ask], Player | None]


def on_the_bus(shown: Shown, ask: Ask) -> Player | None:
    """A player on the session's bus; None where there is no such thing."""
    if sys.platform in ("win32", "darwin"):
        return None
    try:
        from .mpris import BusPlayer
    except ImportError:
        return None
    return BusPlayer.joined(shown, ask)


class Remote(QObject):
    """The session as a player, and what its keys ask for.

    A wish arrives after the desktop has its answer, so whoever hears it may `hide`.
    """

    play_asked = Signal()
    pause_asked = Signal()
    play_pause_asked = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    stop_asked = Signal()
    raise_asked = Signal()
    """The window is wanted in front."""

    _asked = Signal(str)

    def __init__(self, joined: Joined = on_the_bus) -> None:
        super().__init__()
        self._joined = joined
        self._player: Player | None = None
        self._shown: Shown | None = None
        self._asked.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def show(
        self, title: str, artist: str, playing: bool, length_ms: int, position_ms: int
    ) -> None:
        """Show this; it may be said at every look, for only what is different is told."""
        before = self._shown
        track = track_of(before, title, artist)
        self._shown = Shown(track, title, artist, playing, length_ms, position_ms)
        if before is None:
            self._player = self._joined(self._shown, self._asked.emit)
        elif self._player is not None and self._shown != before:
            self._player.tell(self._shown, changes(before, self._shown))

    def hide(self) -> None:
        """Leave the bus; the keys belong to others again."""
        player, self._player, self._shown = self._player, None, None
        if player is not None:
            player.leave()

    @Slot(str)
    def _pass_on(self, wish: str) -> None:
        if self._player is not None:  # it may have left in between
            self._signals()[Wish(wish)].emit()

    def _signals(self) -> dict[Wish, SignalInstance]:
        return {
            Wish.PLAY: self.play_asked,
            Wish.PAUSE: self.pause_asked,
            Wish.PLAY_PAUSE: self.play_pause_asked,
            Wish.NEXT: self.next_asked,
            Wish.PREVIOUS: self.previous_asked,
            Wish.STOP: self.stop_asked,
            Wish.RAISE: self.raise_asked,
        }
