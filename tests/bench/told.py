"""What a measured process tells of itself."""

import json
import math
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

SETTLE_MS = 500
"""After a start, before its memory is read."""


def pss() -> float:
    """Megabytes of memory, shared pages counted in part; 0 where the system does not say."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return 0.0
    (line,) = [x for x in rollup.read_text().splitlines() if x.startswith("Pss:")]
    return int(line.split()[1]) / 1000


def tell(**measured: float) -> None:
    """A line for the process that asked."""
    print(json.dumps(measured), flush=True)


def all_but_one_in_100(measured: Sequence[int]) -> int:
    """What 99 of 100 do not exceed: of fewer than 100 the worst one, which counts too."""
    return sorted(measured)[math.ceil(0.99 * len(measured)) - 1] if measured else 0


def at_first_paint(kind: type[QWidget], then: Callable[[], None]) -> None:
    """Do it once, when a widget of that kind has been painted for the first time."""
    paint = kind.paintEvent
    seen: list[bool] = []

    def painted(self: QWidget, event: QPaintEvent) -> None:
        paint(self, event)
        if not seen:
            seen.append(True)
            then()

    kind.paintEvent = painted  # type: ignore[method-assign]  # in this process only


class Start:
    """When a window was first painted, and when all of it was; ends the process then."""

    def __init__(self) -> None:
        self._painted = self._whole = 0.0

    def on_painted(self) -> None:
        """The first paint of the window."""
        self._painted = time.time()

    def on_whole(self) -> None:
        """What is wanted last is being painted; it is there when the event loop turns."""
        QTimer.singleShot(0, self._on_there)

    def _on_there(self) -> None:
        self._whole = time.time()
        QTimer.singleShot(SETTLE_MS, self._end)

    def _end(self) -> None:
        tell(painted=self._painted, whole=self._whole, pss=pss())
        os._exit(0)
