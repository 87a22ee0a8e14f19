"""A screen that nobody sees: Xvfb, a person's keys by xdotool, and closing a window.

There is no window manager. So a window gets the keyboard by being given it, and is closed
by the message that a window manager sends when its cross is clicked.
"""

import ctypes
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from tests.system.outside import PATIENCE_S, environment, started, until

_CLIENT_MESSAGE = 33


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, padded to the size of any XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    )


class Screen:
    """An X display."""

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def environment(self) -> dict[str, str]:
        """For a process that shows itself here."""
        return environment(DISPLAY=self.name)

    def window(self, kind: str) -> "Window":
        """The window of that class, as soon as it is on the screen."""
        found = self.ask("search", "--sync", "--onlyvisible", "--class", kind)
        return Window(self, int(found.split()[0]))

    def ask(self, *command: str) -> str:
        """What xdotool answers."""
        return subprocess.run(
            ["xdotool", *command],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        ).stdout


class Window:
    """A window of another process."""

    def __init__(self, screen: Screen, id: int) -> None:
        self.screen, self.id = screen, id

    def take_keyboard(self) -> None:
        """Keys go to it from now on."""
        self.screen.ask("windowfocus", "--sync", str(self.id))

    def press(self, *keys: str, times: int = 1) -> None:
        """Keys of the keyboard, one after the other."""
        for _ in range(times):
            self.screen.ask("key", *keys)

    def wait_for_icon(self) -> None:
        """Until it has got its icon, which the app gives it when it is furnished."""
        until(self._has_icon, "the window has its icon")

    def close(self) -> None:
        """What a click on the cross of a title bar comes to."""
        lib = self._lib
        with self._connection() as display:
            message = _ClientMessage(
                type=_CLIENT_MESSAGE,
                window=self.id,
                message_type=lib.XInternAtom(display, b"WM_PROTOCOLS", False),
                format=32,
            )
            message.data[0] = lib.XInternAtom(display, b"WM_DELETE_WINDOW", False)
            assert lib.XSendEvent(display, self.id, False, 0, ctypes.byref(message))

    def _has_icon(self) -> bool:
        lib, kind = self._lib, ctypes.c_ulong()
        size, number, left = ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.c_void_p()
        with self._connection() as display:
            icon = lib.XInternAtom(display, b"_NET_WM_ICON", False)
            out = [ctypes.byref(value) for value in (kind, size, number, left, data)]
            lib.XGetWindowProperty(display, self.id, icon, 0, 0, False, 0, *out)
            lib.XFree(data)
        return bool(kind.value)

    @contextmanager
    def _connection(self) -> Iterator[ctypes.c_void_p]:
        display = ctypes.c_void_p(self._lib.XOpenDisplay(self.screen.name.encode()))
        assert display.value
        yield display
        self._lib.XCloseDisplay(display)

    @cached_property
    def _lib(self) -> ctypes.CDLL:
        lib = ctypes.CDLL("libX11.so.6")
        lib.XOpenDisplay.restype = ctypes.c_void_p
        lib.XInternAtom.restype = ctypes.c_ulong
        window, number = ctypes.c_ulong, ctypes.c_long
        lib.XGetWindowProperty.argtypes = (
            *(ctypes.c_void_p, window, window, number, number, ctypes.c_int, window),
            *(ctypes.c_void_p,) * 5,
        )
        lib.XSendEvent.argtypes = (
            *(ctypes.c_void_p, window, ctypes.c_int, number, ctypes.c_void_p),
        )
        return lib


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen of its own, under a number that nobody uses."""
    server = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
    with started(*server, env=environment(), stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        yield Screen(f":{process.stdout.readline().strip()}")
