"""The app as the command line starts it, until its home page is on the screen."""

import os
import sys

from backplan_gui import cli
from tests.bench.told import Start, at_first_paint

# Tools for developing brought it; where the app alone is installed msgspec does without.
sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # "not there"

start = Start()


def main() -> int:
    """Start, and watch for the ground and for the button that starts the day."""
    cli.import_plainly()  # as before every other module of a real start
    from backplan_gui.ui.main_window import MainWindow

    at_first_paint(MainWindow, on_ground)
    os.environ["BACKPLAN_DATA_DIR"] = sys.argv[1]
    return cli.main([])


def on_ground() -> None:
    """The pages are only imported from here on."""
    start.on_painted()
    from backplan_gui.ui.widgets.button import Button

    at_first_paint(Button, start.on_whole)


sys.exit(main())
