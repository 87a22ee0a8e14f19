"""Blocks on the page of a day that come and go: some words, and one thing to do about them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, column, row
from .widgets.flow import Flow
from .widgets.label import Label

ICON, GAP = 22, 14
"""Before the words of a block, as of a note."""
PADDING = 14
"""Of a button of 44, before its words."""


class _Block(Card):
    """The button stands behind the words, or below them where there is little room."""

    asked = Signal()

    def __init__(self, theme: Theme, said: QBoxLayout, *buttons: Button, edge: int) -> None:
        """The last of the buttons is the one that `asked` is about."""
        super().__init__(theme, "primarySoft", radius=16)
        self.buttons, self._edge = buttons, edge
        self.button = buttons[-1]
        self.button.clicked.connect(self.asked)
        self._under = Flow(*buttons, gap=8, line_gap=8)
        middle = column()
        middle.addStretch(1)
        middle.addLayout(self._under)
        middle.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addLayout(said, 1)
        self._box.addLayout(middle)
        self.setLayout(self._box)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """The button below the words."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._box.setContentsMargins(20, 14 if narrow else self._edge, 20, self._edge)
        self._box.setSpacing(self._edge if narrow else 12)
        self._under.setContentsMargins(self._indent() if narrow else 0, 0, 0, 0)

    def _indent(self) -> int:
        """Where the button begins when it stands below the words."""
        return 0


class RoundDone(_Block):
    """All seven are done: said calmly, with what they came to, and the way to begin again.

    Once a normal week is picked it says that instead, and the page's own button leads on.
    """

    week_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self._title = Label(theme, role="h3", wrap=True)
        self._said = Label(theme, ink="ink2", wrap=True)
        said = column(self._title, self._said)
        self._numbers = Button(theme, self.tr("Your week in numbers"), Kind.PRIMARY, size=48)
        self._change = Button(theme, self.tr("Change your days"))
        again = Button(theme, self.tr("Start the week again"))
        super().__init__(theme, said, self._numbers, self._change, again, edge=14)
        for button in (self._numbers, self._change):
            button.clicked.connect(self.week_asked)
        self.show_routine("")

    def show_routine(self, said: str) -> None:
        """What the routine says of today; "" where none is picked."""
        title = self.tr("Your normal week") if said else self.tr("Seven of seven.")
        self._title.setText(title)
        finished = self.tr("You finished the plan. Keep the days that help you.")
        self._said.setText(said or finished)
        self._numbers.setVisible(not said)
        self._change.setVisible(bool(said))


class SetForToday(_Block):
    """What is different today because the person set it so, and the way back."""

    def __init__(self, theme: Theme) -> None:
        self._said = Label(theme, role="label", wrap=True)
        said = row(Icon(theme, "check", size=ICON), self._said, gap=GAP)
        said.setStretch(1, 1)
        button = Button(theme, self.tr("As planned again"), Kind.QUIET, size=44)
        super().__init__(theme, said, button, edge=4)

    def show_set(self, said: str) -> None:
        """What is set; nothing hides it."""
        self._said.setText(self.tr("For today: {}").format(said))
        self.setVisible(bool(said))

    def _indent(self) -> int:
        return self._theme.px(ICON) + GAP - PADDING


class HomeQuestion(Card):
    """Asks once what there is at home; it stands where a note would, and is no higher."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sunken", outline="", radius=16)
        self._theme = theme
        self.button = Button(theme, self.tr("Tick what you have"), Kind.QUIET, size=44)
        self.button.clicked.connect(self.asked)
        icon = Icon(theme, "chair", size=ICON)
        said = column(
            Label(theme, self.tr("What do you have at home?"), "label", wrap=True),
            Label(
                theme,
                self.tr("If something is missing, Backplan shows a way without it."),
                ink="ink2",
                wrap=True,
            ),
            gap=2,
        )
        words = row(icon, gap=GAP)
        words.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        words.addLayout(said, 1)
        self._under = row(self.button)
        self._under.addStretch(1)
        layout = column(margins=(20, 16, 20, 2))
        layout.addLayout(words)
        layout.addLayout(self._under)
        layout.addStretch(1)
        self.setLayout(layout)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        """The words of the button begin below those above it."""
        self._under.setContentsMargins(self._theme.px(ICON) + GAP - PADDING, 0, 0, 0)
