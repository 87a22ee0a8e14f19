"""The keys of a page, on a sheet over it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from .theme import Theme
from .widgets.key_cap import KeyCap
from .widgets.label import Label
from .widgets.sheet import Sheet


class KeysSheet(Sheet):
    """Lists keys as (key, what it does)."""

    def __init__(
        self, theme: Theme, window: QWidget, title: str, rows: Sequence[tuple[str, str]]
    ) -> None:
        table = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for line, (key, what) in enumerate(rows):
            grid.addWidget(KeyCap(theme, key), line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Label(theme, what, wrap=True), line, 1)
        table.setLayout(grid)
        super().__init__(theme, window, title, body=table)
