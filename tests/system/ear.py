"""What a screen reader is told aloud by the apps on its bus, a line of JSON each.

    /usr/bin/python3 tests/system/ear.py

Says "listening" once it does; ends with its standard input. pyatspi comes from the system,
for its own Python.
"""

import json
import sys
from importlib import import_module
from typing import Any

pyatspi: Any = import_module("pyatspi")
GLib: Any = import_module("gi.repository.GLib")


def tell(*what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def on_announcement(event: Any) -> None:
    tell("said", str(event.any_data))


def on_input(_channel: object, _condition: object) -> bool:
    pyatspi.Registry.stop()
    return False


def main() -> None:
    pyatspi.Registry.registerEventListener(on_announcement, "object:announcement")
    GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.IO_HUP, on_input)
    GLib.idle_add(lambda: tell("listening"))
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
