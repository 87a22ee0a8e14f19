"""The app as its command starts it, which tells what becomes of it, a line each.

`listening`; `asked` to come to the front; `not heard` by the first one, whose folder it wants.

    python -m tests.system.first FOLDER
"""

import sys
from pathlib import Path

from backplan_gui import launch
from backplan_gui.services import attention
from backplan_gui.services.attention import Attention
from backplan_gui.ui.main_window import MainWindow
from tests.system.victim import tell


def main(folder: Path) -> int:
    """Stay until the window closes; the exit status."""
    ask, listen, attend = attention.ask, Attention.listen, MainWindow.attend

    def asking(folder: Path) -> bool:
        heard = ask(folder)
        if not heard:
            tell("not heard")
        return heard

    def listening(attention: Attention) -> None:
        listen(attention)
        tell("listening")

    def attended(window: MainWindow) -> None:
        attend(window)
        tell("asked")

    attention.ask = asking
    Attention.listen = listening  # type: ignore[method-assign,assignment]  # in this process only
    MainWindow.attend = attended  # type: ignore[method-assign,assignment]  # in this process only
    return launch.run(folder, 1, "en")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
