"""A card of settings: its icon and title, then one row a setting."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .card import Card, Icon, column, row
from .choice import Choice
from .flow import Flow
from .label import Label

GAP, BELOW_HEAD = 8, 6
"""Between two rows, so that no target touches the next; so much more below the title."""


class SettingsCard(Card):
    """Rows below a title; a row's control stands at the right, or below where room is short.

    There a choice is as wide as the card, so that it does not look like another kind.
    """

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = row(Icon(theme, icon, size=22), Label(theme, title, "h3", wrap=True), gap=10)
        head.setStretch(1, 1)
        self._rows = column(gap=GAP, margins=(20, 16, 20, 14))
        self._rows.addLayout(head)
        self._rows.addSpacing(BELOW_HEAD)
        self.setLayout(self._rows)

    def add(self, *parts: QWidget) -> None:
        """Rows as they are."""
        for part in parts:
            self._rows.addWidget(part)

    def add_setting(self, name: str, control: QWidget) -> None:
        """A setting's name, and what changes it."""
        label = Label(self._theme, name, wrap=True)
        fill = isinstance(control, Choice)
        if fill:
            policy = control.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
            control.setSizePolicy(policy)
        self._rows.addLayout(Flow(label, control, gap=16, line_gap=2, spread=True, fill=fill))

    def add_buttons(self, *buttons: QWidget) -> None:
        """Buttons beside each other."""
        self._rows.addLayout(Flow(*buttons, gap=8, line_gap=8))
