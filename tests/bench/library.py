"""The library with a figure that moves, in the real window; and what of it runs out of sight.

python -m tests.bench.library FOLDER SECONDS
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from backplan_gui.app import App
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.ui.application import make_application
from backplan_gui.ui.library_page import LibraryPage
from backplan_gui.ui.library_panel import LibraryPanel
from backplan_gui.ui.widgets.figure_view import FigureView
from tests.bench.session import SETTLE_MS, run
from tests.bench.told import tell

EXERCISE = "cat-cow"
"""Reps, and the whole body moves in them."""
AWAY_S = 3


class Paints:
    """Counts how often a figure of the library is painted."""

    def __init__(self) -> None:
        self.seen = 0
        paint = FigureView.paintEvent

        def painted(figure: FigureView, event: QPaintEvent) -> None:
            self.seen += isinstance(figure.parent(), LibraryPanel)
            paint(figure, event)

        FigureView.paintEvent = painted  # type: ignore[method-assign,assignment]  # here only


def main(folder: Path, seconds: int) -> None:
    """Let the figure move, then put it out of sight in each way there is; tell both."""
    make_application()
    paints = Paints()
    with opened(folder, SystemClock(), "en") as app:
        app.window.resize(1120, 760)
        app.window.show()
        page = _library(app)
        run(SETTLE_MS)
        paints.seen, before = 0, time.process_time()
        run(seconds * 1000)
        cpu = 100 * (time.process_time() - before) / seconds
        assert paints.seen > seconds, "the figure does not move"
        ways = (app.window.hide, app.window.showMinimized, _other_page(app))
        left = [_away(app, page, paints, leave) for leave in ways]
        tell(cpu=cpu, timers=sum(t for t, _ in left), paints=sum(p for _, p in left))


def _library(app: App) -> LibraryPage:
    app.show("library")
    page = app.window.findChild(LibraryPage)
    assert isinstance(page, LibraryPage)
    page.show_exercise(EXERCISE)
    return page


def _other_page(app: App) -> Callable[[], None]:
    return lambda: app.show("day")


def _away(
    app: App, page: LibraryPage, paints: Paints, leave: Callable[[], None]
) -> tuple[int, int]:
    """Timers still running, and paints, while it is out of sight; then back to it."""
    leave()
    run(SETTLE_MS)
    paints.seen = 0
    run(AWAY_S * 1000)
    found = len([t for t in page.findChildren(QTimer) if t.isActive()]), paints.seen
    app.window.showNormal()
    app.show("library")
    run(SETTLE_MS)
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]))
