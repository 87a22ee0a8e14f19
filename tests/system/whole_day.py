"""The app as its command starts it, with all that goes with a session, through a whole Day 1.

    python -m tests.system.whole_day FOLDER SPEED

It tells, a line each, what tests/system/victim.py tells, and ends with the session.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from backplan_gui import app, launch
from backplan_gui.core.records import SafetyGroup
from tests.system.victim import Follower


class Followed(app.App):
    """Somebody with nothing that would hold them back follows it from the start to the end."""

    def __init__(self, *parts: object, **more: object) -> None:
        super().__init__(*parts, **more)  # type: ignore[arg-type]  # handed on as they are
        self.journal.answer(SafetyGroup.NONE, (), checked=False)
        self._follower = Follower(self)
        QTimer.singleShot(2 * launch.CHECK_MS, self._follower.begin)


if __name__ == "__main__":
    app.App = Followed  # type: ignore[misc]  # in this process only
    sys.exit(launch.run(Path(sys.argv[1]), int(sys.argv[2]), "en"))
