"""Tells that the machine is about to sleep, or that its screen was locked.

Only Linux says so on a bus; elsewhere nothing is told. It is an extra: whoever was asleep
is found out afterwards by the clocks (runner.py), and this only pauses a session at once
instead of two seconds late.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

LOGIN = "org.freedesktop.login1"
SCREENSAVER = "org.freedesktop.ScreenSaver"
ANSWER_MS = 300
"""How long the login service may take to say which session is ours."""


class Sleep(QObject):
    """Watches for the person going away.

    Once it watches it does so for good: Qt closes a connection in a thread of its own, which
    may then wait for Python for ever (mpris.py).
    """

    away = Signal()
    """The machine is about to sleep, or the screen was locked; may come twice for one."""

    def __init__(self) -> None:
        super().__init__()
        self._watches = False

    def watch(self) -> None:
        """Watch from now on, where there is anything to watch."""
        if self._watches or sys.platform in ("win32", "darwin"):
            return
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        self._watches = True
        self._listen_to_system(QDBusConnection.systemBus())
        self._listen_to_session(QDBusConnection.sessionBus())

    def _listen_to_system(self, bus: "QDBusConnection") -> None:
        """The login service tells of sleep, and of the lock of each session."""
        manager = (f"/{LOGIN.replace('.', '/')}", f"{LOGIN}.Manager")
        bus.connect(LOGIN, *manager, "PrepareForSleep", self, _slot("prepare(bool)"))
        session = _own_session(bus, *manager)
        if not session:
            return
        bus.connect(LOGIN, session, f"{LOGIN}.Session", "Lock", self, _slot("lock()"))
        properties = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
        changed = _slot("changed(QString,QVariantMap,QStringList)")
        bus.connect(LOGIN, session, *properties, self, changed)

    def _listen_to_session(self, bus: "QDBusConnection") -> None:
        """KDE and others tell here; each has its own path for it."""
        bus.connect(SCREENSAVER, "", SCREENSAVER, "ActiveChanged", self, _slot("prepare(bool)"))

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """Sleep, or a lock, begins; or is over."""
        if begins:
            self.away.emit()

    @Slot()
    def lock(self) -> None:
        """The session is asked to lock itself."""
        self.away.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def changed(self, _interface: str, values: Mapping[str, object], _others: list[str]) -> None:
        """GNOME locks without being asked to, and leaves a hint."""
        if values.get("LockedHint"):
            self.away.emit()


def _own_session(bus: "QDBusConnection", path: str, interface: str) -> str:
    """The path of the session whose screen this is; empty where nobody knows."""
    from PySide6.QtDBus import QDBus, QDBusMessage, QDBusObjectPath

    call = QDBusMessage.createMethodCall(LOGIN, path, interface, "GetSession")
    call.setArguments(["auto"])
    call.setAutoStartService(False)
    said = bus.call(call, QDBus.CallMode.Block, ANSWER_MS).arguments()
    return said[0].path() if said and isinstance(said[0], QDBusObjectPath) else ""


def _slot(signature: str) -> Any:
    """As QtDBus takes it: text, though its stub asks for bytes, and no bound method."""
    return SLOT(signature)
