"""A first day in the app by somebody who sees no pixels, or who has only keys, or only a mouse.

    python -m tests.system.walk reader|keys|mouse FOLDER SPEED

The app is started with an empty folder. Where things are is read over the accessibility bus
in any case; what differs is how they are pressed. Through the warning signs and the
question it goes to Day 1 and to its end, finds it done, opens Progress, exports, changes the
theme and leaves. It tells where it has got to, a line each, and ends with status 0 if all of
it went so. The bus and the screen are those that it is started with.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Protocol

import xa11y

from tests.system.outside import APP, PATIENCE_S, started, until
from tests.system.victim import tell

WAIT_S = 60
"""The longest that anything takes here, a whole day at that speed among it."""
TABS = 160
"""More than there are places to stop at on any page."""
TURNS, EDGE = 60, 20
"""Of the wheel; and pixels at the window's edge where nothing is clicked."""
PRESSED = ("button", "check_box", "radio_button", "list_item")


class Hand(Protocol):
    """How something that was found is pressed."""

    def press(self, reader: "Reader", found: xa11y.Element) -> None: ...

    def leave(self, reader: "Reader") -> None: ...


class Reader:
    """Knows the app by roles and names alone."""

    def __init__(self, app: xa11y.App, hand: Hand) -> None:
        self.app, self._hand = app, hand

    def all(self) -> list[xa11y.Element]:
        """What is to be met now."""
        try:
            return [one for one in self.app.locator("*").elements() if one.visible]
        except xa11y.XA11yError:
            return []  # it changed while it was read

    def met(self, name: str, roles: tuple[str, ...] = PRESSED) -> xa11y.Element:
        """What begins with that name, once it is there and can be used."""
        end, there = time.monotonic() + WAIT_S, list[xa11y.Element]()
        while time.monotonic() < end:
            there = self.all()
            for one in there:
                is_it = one.role in roles and (one.name or "").startswith(name)
                if is_it and one.enabled:
                    return one
        met = "\n".join(f"{one.role} {one.name!r}" for one in there if one.name)
        raise AssertionError(f"{name!r} is not to be met, but:\n{met}")

    def press(self, name: str) -> None:
        """Press that, once it is there and can be."""
        self._hand.press(self, self.met(name))

    def leave(self) -> None:
        """Close the window."""
        self._hand.leave(self)

    @property
    def window(self) -> xa11y.Element:
        return self.met("Backplan", ("window",))

    @property
    def focus(self) -> xa11y.Element | None:
        """What has the keyboard."""
        found = [one for one in self.all() if one.focused and one.role != "window"]
        # Qt says so of the current row of a list whether or not the list has it.
        rows = [one for one in found if one.role == "list_item"]
        holders = [one for one in found if one not in rows]
        if not holders:
            return None
        return rows[0] if rows and holders[0].role == "list" else holders[0]


class ByReader:
    """Asks the control itself, as a screen reader does."""

    def press(self, reader: Reader, found: xa11y.Element) -> None:
        if "press" in found.actions:
            found.press()
        else:
            found.toggle()

    def leave(self, reader: Reader) -> None:
        reader.window.close()


class ByKeys:
    """Tab to it; within a group or a list the arrows; then Space."""

    def press(self, reader: Reader, found: xa11y.Element) -> None:
        grouped = found.role in ("radio_button", "list_item")

        def is_it(one: xa11y.Element | None) -> bool:
            return one is not None and (one.role, one.name) == (found.role, found.name)

        def is_near(one: xa11y.Element | None) -> bool:
            of_its_group = (
                one is not None and grouped and one.role == found.role
            ) and one.description == found.description
            return is_it(one) or of_its_group

        give_keyboard()
        self._go(reader, "Tab", is_near)
        if grouped:
            self._go(reader, "Right" if found.role == "radio_button" else "Down", is_it)
        if found.role != "radio_button" or reader.met(str(found.name)).checked != "on":
            xdotool("key", "space")

    def leave(self, reader: Reader) -> None:
        give_keyboard()
        xdotool("key", "ctrl+q")

    def _go(
        self, reader: Reader, key: str, is_there: Callable[[xa11y.Element | None], bool]
    ) -> None:
        """One key until what has the keyboard is right."""
        passed: list[str] = []
        for _ in range(TABS):
            here = reader.focus
            if is_there(here):
                return
            passed.append(f"{here.role} {here.name!r}" if here else "nothing")
            xdotool("key", key)
        raise AssertionError(f"{key} leads past:\n" + "\n".join(dict.fromkeys(passed)))


class ByMouse:
    """Points at its middle and clicks; turns the wheel for what lies above or below."""

    def press(self, reader: Reader, found: xa11y.Element) -> None:
        for _ in range(TURNS):
            bounds, window = found.bounds, reader.window.bounds
            assert bounds is not None
            assert window is not None
            x, y = bounds.x + bounds.width // 2, bounds.y + bounds.height // 2
            if window.y + EDGE <= y <= window.y + window.height - EDGE:
                xdotool("mousemove", str(x), str(y), "click", "1")
                return
            page = window.x + window.width * 2 // 3, window.y + window.height // 2
            wheel = "5" if y > page[1] else "4"
            xdotool("mousemove", *map(str, page), "click", wheel)
            found = reader.met(str(found.name), (found.role,))
        raise AssertionError(f"{found.name!r} never comes into sight")

    def leave(self, reader: Reader) -> None:
        reader.window.close()  # the cross of a title bar, which no window manager draws here


def give_keyboard() -> None:
    """To the window on top, a dialog's perhaps, as a window manager would."""
    on_top = xdotool("search", "--sync", "--onlyvisible", "--class", "backplan").split()[-1]
    xdotool("windowfocus", "--sync", on_top)


def xdotool(*command: str) -> str:
    """Keyboard and mouse; what it answers."""
    told = subprocess.run(
        ["xdotool", *command], check=True, timeout=PATIENCE_S, stdout=subprocess.PIPE, text=True
    )
    return told.stdout


HANDS: dict[str, Callable[[], Hand]] = {"reader": ByReader, "keys": ByKeys, "mouse": ByMouse}


def main(way: str, folder: str, speed: str) -> None:
    """Start the app and go through the day."""
    command = (*APP, "--data-dir", folder, "--speed", speed)
    with started(*command, env=dict(os.environ)) as process:
        found: list[xa11y.App] = []

        def is_there() -> bool:
            try:
                found.append(xa11y.App.by_pid(process.pid))
            except xa11y.XA11yError:
                return False
            return True

        until(is_there, "the app is on the bus")
        give_keyboard()
        first_day(Reader(found[-1], HANDS[way]()))
        assert process.wait(PATIENCE_S) == 0


def first_day(reader: Reader) -> None:
    """All of it, in the words that stand there."""
    reader.press("Start Day 1")
    for answer in ("None of these", "Continue"):
        reader.press(answer)
    for answer in ("3", "Continue"):
        reader.press(answer)
    tell("player")
    reader.met("My pain is worse")
    for answer in ("2", "Continue"):
        reader.press(answer)
    tell("finish")
    reader.press("Done")
    reader.met("Day 1, Settle and stretch, 13 minutes, done", ("list_item",))
    reader.press("Progress")
    reader.met("7 of 7 sets finished", ("group",))
    tell("progress")
    for part in ("Export", "Everything", "Save", "Close"):
        reader.press(part)
    tell("exported")
    reader.press("Settings")
    reader.press("Dark")
    tell("dark")
    reader.leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
