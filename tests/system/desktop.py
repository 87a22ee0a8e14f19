"""A desktop as strict as a real one: what a call says in the wrong type is refused.

Run by the system's Python, which has PyGObject; GLib compares every message with the
description below. What to emit comes in on lines, `[path, interface, signal, values]` with
the values as GLib writes them, and what happened goes out on lines.
"""

import json
import sys
from importlib import import_module
from typing import Any

Gio: Any = import_module("gi.repository.Gio")
GLib: Any = import_module("gi.repository.GLib")

SERVICES = {
    "org.freedesktop.ScreenSaver": (
        "/org/freedesktop/ScreenSaver",
        """<interface name="org.freedesktop.ScreenSaver">
          <method name="Inhibit">
            <arg type="s" direction="in"/><arg type="s" direction="in"/>
            <arg type="u" direction="out"/>
          </method>
          <method name="UnInhibit"><arg type="u" direction="in"/></method>
          <signal name="ActiveChanged"><arg type="b"/></signal>
        </interface>""",
    ),
    "org.gnome.SessionManager": (
        "/org/gnome/SessionManager",
        """<interface name="org.gnome.SessionManager">
          <method name="Inhibit">
            <arg type="s" direction="in"/><arg type="u" direction="in"/>
            <arg type="s" direction="in"/><arg type="u" direction="in"/>
            <arg type="u" direction="out"/>
          </method>
          <method name="Uninhibit"><arg type="u" direction="in"/></method>
        </interface>""",
    ),
    "org.freedesktop.login1": (
        "/org/freedesktop/login1",
        """<interface name="org.freedesktop.login1.Manager">
          <method name="GetSession">
            <arg type="s" direction="in"/><arg type="o" direction="out"/>
          </method>
          <signal name="PrepareForSleep"><arg type="b"/></signal>
        </interface>""",
    ),
}
FIRST_COOKIE = 4_000_000_000
"""More than a signed number of 32 bits can hold."""
SESSIONS = {"auto": "/org/freedesktop/login1/session/_32"}


class Desktop:
    """The services on the bus, and the wishes they have granted."""

    def __init__(self, address: str, services: list[str]) -> None:
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self.granted: set[int] = set()
        self.cookie = FIRST_COOKIE
        self.silent = False
        for service in services:
            path, interface = SERVICES[service]
            node = Gio.DBusNodeInfo.new_for_xml(f"<node>{interface}</node>")
            self.bus.register_object(path, node.interfaces[0], self.called, None, None)
            Gio.bus_own_name_on_connection(self.bus, service, 0, self.there, None)

    def there(self, _bus: Any, service: str) -> None:
        say("there", service)

    def called(
        self,
        _bus: Any,
        caller: str,
        _path: str,
        interface: str,
        method: str,
        values: Any,
        invocation: Any,
    ) -> None:
        said = list(values.unpack())
        if self.silent:
            say("ignored", interface, method)
            Gio.bus_watch_name_on_connection(self.bus, caller, 0, None, self.left)
        elif method == "Inhibit":
            self.cookie += 1
            self.granted.add(self.cookie)
            say("granted", interface, said, self.cookie)
            invocation.return_value(GLib.Variant("(u)", (self.cookie,)))
        elif method == "GetSession":
            invocation.return_value(GLib.Variant("(o)", (SESSIONS[said[0]],)))
        elif said[0] in self.granted:
            self.granted.remove(said[0])
            say("returned", interface, said[0])
            invocation.return_value(None)
        else:
            say("unknown", interface, said[0])
            invocation.return_dbus_error("org.backplan.Unknown", "no such cookie")

    def left(self, _bus: Any, _caller: str) -> None:
        say("left")

    def told(self, channel: Any, _condition: Any) -> bool:
        line = channel.readline()
        if not line:
            loop.quit()
            return False
        told = json.loads(line)
        if told == ["be silent"]:
            self.silent = True
            say("silent")
        else:
            path, interface, signal, values = told
            values = GLib.Variant.parse(None, values, None, None)
            self.bus.emit_signal(None, path, interface, signal, values)
            self.bus.flush_sync(None)
            say("emitted", signal)
        return True


def say(*what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__" and sys.argv[1:] != ["--try"]:
    loop = GLib.MainLoop()
    desktop = Desktop(sys.argv[1], sys.argv[2:])
    condition = GLib.IOCondition.IN | GLib.IOCondition.HUP
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, condition, desktop.told)
    loop.run()
