"""How long the page of progress takes to open, the first time and again.

python -m tests.bench.progress FOLDER
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from backplan_gui.app import App
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.ui.application import make_application
from tests.bench.told import tell


def main(folder: Path) -> None:
    """Open it twice, each time until it is painted; tell both."""
    make_application()
    with opened(folder, SystemClock(), "en") as app:
        app.window.resize(1120, 760)
        app.window.show()
        QCoreApplication.processEvents()
        first = _ms_to_open(app)
        app.show("day")
        QCoreApplication.processEvents()
        tell(first=first, again=_ms_to_open(app))


def _ms_to_open(app: App) -> float:
    begun = time.perf_counter()
    app.show("progress")
    QCoreApplication.processEvents()
    app.window.repaint()
    return 1000 * (time.perf_counter() - begun)


main(Path(sys.argv[1]))
