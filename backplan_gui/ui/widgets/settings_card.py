"""A card of settings: its icon and title, then one row a setting."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .card import Card, Icon, column, row
from .flow import Flow
from .label import Label

GAP = 8
"""Between two rows, so that no target touches the next."""


class SettingsCard(Card):
    """Rows below a title; a row's control stands at the right, or below where room is short."""

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = row(Icon(theme, icon, size=22), Label(theme, title, "h3", wrap=True), gap=10)
        head.setStretch(1, 1)
        self._rows = column(gap=GAP, margins=(20, 16, 20, 14))
        self._rows.addLayout(head)
        self.setLayout(self._rows)

    def add(self, *parts: QWidget) -> None:
        """Rows as they are."""
        for part in parts:
            self._rows.addWidget(part)

    def add_setting(self, name: str, control: QWidget) -> None:
        """A setting's name, and what changes it."""
        label = Label(self._theme, name, wrap=True)
        self._rows.addLayout(Flow(label, control, gap=16, line_gap=2, spread=True))

    def add_buttons(self, *buttons: QWidget) -> None:
        """Buttons beside each other."""
        self._rows.addLayout(Flow(*buttons, gap=8, line_gap=8))
