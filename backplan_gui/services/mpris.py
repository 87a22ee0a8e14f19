"""A player on the session's bus, as https://specifications.freedesktop.org/mpris-spec says.

Imported with the first session that has a desktop, for it needs QtDBus. Names of methods
and properties are the specification's. One thing Qt cannot say from Python: a length that
fits into 32 bits goes out as such a number where the specification asks for 64. Desktops
and playerctl read it, only playerctl's own function `duration` does not.
"""

import os
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

from .now_playing import Ask, Change, Shown, Wish

NAME = "org.mpris.MediaPlayer2.backplan"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
TRACKS = "/org/backplan/Backplan/track"

# Qt's names for types that Python has no name for, and a decorator; the stubs know neither.
LONG: Any = "qlonglong"
MAP: Any = "QVariantMap"
STRINGS: Any = "QStringList"
interface: Any = ClassInfo


class BusPlayer(QObject):
    """What hangs on the bus from `joined` until `leave`."""

    def __init__(self, bus: QDBusConnection, shown: Shown, ask: Ask) -> None:
        super().__init__()
        self._bus, self._name = bus, NAME
        self.shown, self.ask = shown, ask
        self._root = _Root(self)
        self._player = _Player(self)

    @classmethod
    def joined(cls, shown: Shown, ask: Ask) -> "BusPlayer | None":
        """A player on the bus, complete before it has its name; None if there is no bus."""
        player = cls(QDBusConnection.sessionBus(), shown, ask)
        if player._bus.registerObject(PATH, player) and player._take_name():
            return player
        player.leave()
        return None

    def tell(self, shown: Shown, changed: Collection[Change]) -> None:
        """Show something else, and say so to whoever watches."""
        self.shown = shown
        values = {
            Change.STATUS: self._player.status(),
            Change.METADATA: self._player.metadata(),
        }
        told = {change.value: value for change, value in values.items() if change in changed}
        if told:
            place = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
            message = QDBusMessage.createSignal(PATH, *place)
            message.setArguments([PLAYER, told, _no_names()])
            self._bus.send(message)
        if Change.POSITION in changed:
            self._player.Seeked.emit(shown.position_ms * 1_000)

    def leave(self) -> None:
        """Take the name and the player off the bus.

        The connection stays, for Qt closes it in a thread of its own, which then waits for
        Python, while Python waits for Qt as soon as the next session connects.
        """
        self._bus.unregisterService(self._name)
        self._bus.unregisterObject(PATH)
        self.ask = _to_nobody
        self.deleteLater()

    def _take_name(self) -> bool:
        """Our name, or the one for a second Backplan."""
        for self._name in (NAME, f"{NAME}.instance{os.getpid()}"):
            if self._bus.registerService(self._name):
                return True
        return False


def _to_nobody(_wish: Wish) -> None:
    """Where a call ends that was on its way when the player left."""


def _no_names() -> QDBusArgument:
    """An empty list of texts; Python's is sent as one of anything, which GLib throws away."""
    names = QDBusArgument()
    names.beginArray(QMetaType(QMetaType.Type.QString))
    names.endArray()
    return names


def _yes(_interface: object) -> bool:
    return True


def _no(_interface: object) -> bool:
    return False


def _one(_interface: object) -> float:
    return 1.0


def _nothing(_interface: object) -> list[str]:
    return []


def _identity(_interface: object) -> str:
    return "Backplan"


def _desktop_entry(_interface: object) -> str:
    return "org.backplan.Backplan"


@interface({"D-Bus Interface": ROOT})
class _Root(QDBusAbstractAdaptor):
    """The application."""

    def __init__(self, player: BusPlayer) -> None:
        super().__init__(player)
        self._on = player

    @Slot()
    def Raise(self) -> None:
        self._on.ask(Wish.RAISE)

    @Slot()
    def Quit(self) -> None:
        """Not from afar: CanQuit says so."""

    CanRaise = Property(bool, _yes)
    CanQuit = Property(bool, _no)
    HasTrackList = Property(bool, _no)
    Identity = Property(str, _identity)
    DesktopEntry = Property(str, _desktop_entry)
    SupportedUriSchemes = Property(STRINGS, _nothing)
    SupportedMimeTypes = Property(STRINGS, _nothing)


@interface({"D-Bus Interface": PLAYER})
class _Player(QDBusAbstractAdaptor):
    """The session."""

    Seeked = Signal(LONG)

    def __init__(self, player: BusPlayer) -> None:
        super().__init__(player)
        self._on = player

    @Slot()
    def Play(self) -> None:
        self._on.ask(Wish.PLAY)

    @Slot()
    def Pause(self) -> None:
        self._on.ask(Wish.PAUSE)

    @Slot()
    def PlayPause(self) -> None:
        self._on.ask(Wish.PLAY_PAUSE)

    @Slot()
    def Next(self) -> None:
        self._on.ask(Wish.NEXT)

    @Slot()
    def Previous(self) -> None:
        self._on.ask(Wish.PREVIOUS)

    @Slot()
    def Stop(self) -> None:
        self._on.ask(Wish.STOP)

    @Slot(LONG)
    def Seek(self, _microseconds: int) -> None:
        """Nothing is sought in an exercise: CanSeek says so."""

    @Slot("QDBusObjectPath", LONG)
    def SetPosition(self, _track: QDBusObjectPath, _microseconds: int) -> None:
        """As Seek."""

    @Slot(str)
    def OpenUri(self, _address: str) -> None:
        """No address is opened, ever: there are no schemes that we support."""

    def status(self) -> str:
        return "Playing" if self._on.shown.playing else "Paused"

    def metadata(self) -> dict[str, object]:
        shown = self._on.shown
        told = {
            "mpris:trackid": QDBusObjectPath(f"{TRACKS}/{shown.track}"),
            "xesam:title": shown.title,
            "xesam:artist": [shown.artist],
        }
        return {**told, "mpris:length": shown.length_ms * 1_000} if shown.length_ms else told

    def _position(self) -> int:
        return self._on.shown.position_ms * 1_000

    PlaybackStatus = Property(str, status)
    Metadata = Property(MAP, metadata)
    Position = Property(LONG, _position)
    Rate = Property(float, _one)
    MinimumRate = Property(float, _one)
    MaximumRate = Property(float, _one)
    Volume = Property(float, _one)
    CanGoNext = Property(bool, _yes)
    CanGoPrevious = Property(bool, _yes)
    CanPlay = Property(bool, _yes)
    CanPause = Property(bool, _yes)
    CanSeek = Property(bool, _no)
    CanControl = Property(bool, _yes)
