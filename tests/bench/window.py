"""The measure of all launches: PySide6 and an empty window."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.told import Start, at_first_paint


class Window(QMainWindow):
    """Nothing in it."""


start = Start()
at_first_paint(Window, start.on_whole)
at_first_paint(Window, start.on_painted)
application = QApplication(sys.argv[:1])
window = Window()
window.resize(1120, 760)
window.show()
application.exec()
