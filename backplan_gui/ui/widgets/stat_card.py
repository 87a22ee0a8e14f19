"""One figure in a line: an icon, how many of how many, and what they are."""

from typing import NamedTuple

from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .card import Card, Icon, column, row
from .flow import Flow
from .label import Label

LOWER = 8
"""What puts the small words on the foot of the large digits."""


class Stat(NamedTuple):
    """As in "4", "of 7 days", "on the plan"."""

    value: str
    of: str
    what: str


class FigureCard(Card):
    """A small card with one figure."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme, radius=16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._value = Label(theme, role="h2")
        self._of = Label(theme, ink="ink2", wrap=True)
        self._what = Label(theme, role="small", ink="ink2", wrap=True)
        said = column(gap=0)
        said.addStretch(1)
        said.addWidget(self._figures())
        said.addWidget(self._what)
        said.addStretch(1)
        layout = row(Icon(theme, icon), gap=14, margins=(20, 12, 12, 12))
        layout.addLayout(said, 1)
        self.setLayout(layout)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_stat(self, stat: Stat) -> None:
        """The figure as it stands now."""
        self._value.setText(stat.value)
        self._of.setText(stat.of)
        self._what.setText(stat.what)
        self.setAccessibleName(" ".join(stat))

    def _figures(self) -> QWidget:
        """The rest of the line stands on the foot of the large digits."""
        self._foot = column(self._of)
        beside = QWidget()
        beside.setLayout(self._foot)
        figures = QWidget()
        figures.setLayout(Flow(self._value, beside, gap=5, line_gap=0))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        figures.setSizePolicy(policy)
        return figures

    def _restyle(self) -> None:
        self._foot.setContentsMargins(0, self._theme.px(LOWER), 0, 0)
