"""The words that follow from ticked warning signs: for an emergency, and for less urgent ones."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ...core.records import SafetyGroup
from ...core.signs import Answered
from ...core.texts import SafetyText, Sign, SignGroup, Titled
from ...words import weekday
from ..theme import Theme
from .card import Card, Icon, column, row
from .flow import Flow
from .label import Label
from .signs import sign_details
from .tick import Tick

BETWEEN = 14
"""From one block to the next."""


def _ticked(group: SignGroup, ids: Collection[str]) -> list[Sign]:
    return [sign for sign in group.signs if sign.id in ids]


class _Number(QWidget):
    """A number to call and where it works, half a card wide."""

    def __init__(self, theme: Theme, number: Titled) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # In a type whose digits are equally wide: what stands behind them is in a line.
        layout = row(Label(theme, number.title, "phase"), gap=14)
        place = Label(theme, number.text, ink="ink2", wrap=True)
        layout.addWidget(place, 1, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._theme.px(340), 0))


class EmergencyAnswer(QWidget):
    """Please do not exercise now; whom to call."""

    def __init__(
        self, theme: Theme, safety: SafetyText, answered: Answered, own_number: str
    ) -> None:
        super().__init__()
        self._theme, self._safety = theme, safety
        self.title = safety.emergency_title
        title = Label(theme, self.title, "stageTitle", "caution", wrap=True)
        head = row(Icon(theme, "phone", "caution", 32), title, gap=16)
        head.setStretch(1, 1)
        layout = column()
        layout.addLayout(head)
        layout.addSpacing(12)
        layout.addWidget(Label(theme, safety.emergency_text, "cueMin", wrap=True))
        layout.addSpacing(22)
        layout.addWidget(self._build_ticked(_ticked(safety.emergency, answered.ticked)))
        layout.addSpacing(14)
        layout.addWidget(self._build_numbers(own_number))
        layout.addSpacing(20)
        layout.addWidget(Label(theme, safety.emergency_note, ink="ink2", wrap=True))
        layout.addStretch(1)
        self.setLayout(layout)

    def _build_ticked(self, signs: list[Sign]) -> Card:
        lines = [Label(self._theme, sign.text, "bodyLarge", wrap=True) for sign in signs]
        title = Label(self._theme, self.tr("You ticked"), "h3", "caution")
        card = Card(self._theme, "cautionTint", outline="")
        card.setLayout(column(title, *lines, gap=2, margins=(24, 18, 24, 18)))
        return card

    def _build_numbers(self, own: str) -> Card:
        numbers = list(self._safety.numbers)
        if own:
            numbers.insert(0, Titled(own, self.tr("Your number, from Settings")))
        entries = Flow(*(_Number(self._theme, number) for number in numbers), gap=8)
        layout = column(margins=(24, 18, 24, 18))
        layout.addWidget(Label(self._theme, self.tr("Emergency numbers"), "h3", wrap=True))
        layout.addSpacing(8)
        layout.addLayout(entries)
        layout.addSpacing(10)
        layout.addWidget(Label(self._theme, self._safety.numbers_note, ink="ink2", wrap=True))
        card = Card(self._theme, "sunken", outline="")
        card.setLayout(layout)
        return card


class _Block(Card):
    """One group with what was ticked in it, and a box that opens the way on."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, signs: QLayout, agree: str
    ) -> None:
        super().__init__(theme, "sunken", outline="")
        self.tick = Tick(theme, agree, frame=48)
        prefix = column(Label(theme, self.tr("You ticked"), "label"), margins=(0, 1, 0, 0))
        prefix.addStretch(1)
        ticked = row(gap=6)
        ticked.addLayout(prefix)
        ticked.addLayout(signs, 1)
        words = column(Label(theme, title, "buttonXL", wrap=True))
        words.addSpacing(6)
        words.addWidget(Label(theme, text, ink="ink2", wrap=True))
        words.addSpacing(8)
        words.addLayout(ticked)
        words.addSpacing(12)
        words.addWidget(self.tick)
        layout = row(gap=16, margins=(26, 20, 24, 20))
        layout.addWidget(Icon(theme, icon, "primary", 26), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setLayout(layout)


class CheckedAnswer(QWidget):
    """Please get checked, or ask, first; each group with its own box to tick."""

    agreed = Signal(bool)
    """Whether every box is ticked."""

    def __init__(
        self, theme: Theme, safety: SafetyText, answered: Answered, kept_on: str = ""
    ) -> None:
        """`kept_on` is the local date of an answer given before, of which no line is kept."""
        super().__init__()
        self._theme, self._safety = theme, safety
        urgent = answered.group is SafetyGroup.CHECKED
        self.title = safety.checked_title if urgent else safety.ask_title
        text = safety.checked_text if urgent else safety.ask.text
        self._blocks = self._build_blocks(answered.ticked, kept_on if urgent else "")
        layout = column(Label(theme, self.title, "stageTitle", wrap=True))
        layout.addSpacing(8)
        layout.addWidget(Label(theme, text, "bodyLarge", "ink2", wrap=True))
        layout.addSpacing(26 - BETWEEN)
        for block in self._blocks:
            block.tick.toggled.connect(self._on_tick)
            layout.addSpacing(BETWEEN)
            layout.addWidget(block)
        layout.addStretch(1)
        self.setLayout(layout)

    def _build_blocks(self, ids: Collection[str], kept_on: str) -> list[_Block]:
        safety = self._safety
        kinds = (
            ("help", safety.checked, safety.checked_block, safety.checked_tick, kept_on),
            ("person", safety.ask, safety.ask_text, safety.ask_tick, ""),
        )
        return [
            _Block(self._theme, icon, group.title, text, self._lines(group, signs, kept), agree)
            for icon, group, text, agree, kept in kinds
            if (signs := _ticked(group, ids)) or kept
        ]

    def _lines(self, group: SignGroup, signs: list[Sign], kept_on: str) -> QLayout:
        """What was ticked; under what to ask about, its notes (content/safety.md R2)."""
        lines = column()
        if kept_on:
            said = self.tr("one of these lines on {}. Which one is not kept.")
            said = said.format(weekday(kept_on, "dddd, d MMMM"))
            lines.addWidget(Label(self._theme, said, wrap=True))
        for number, sign in enumerate(signs):
            noted = group is self._safety.ask
            if number and noted:
                lines.addSpacing(8)
            lines.addWidget(Label(self._theme, sign.text, wrap=True))
            if noted:
                lines.addLayout(sign_details(self._theme, sign))
        return lines

    def _on_tick(self) -> None:
        self.agreed.emit(all(block.tick.isChecked() for block in self._blocks))


class AllSigns(QWidget):
    """Every warning sign with its details, to read."""

    def __init__(self, theme: Theme, safety: SafetyText) -> None:
        super().__init__()
        layout = column(gap=4)
        for group in (safety.emergency, safety.checked, safety.ask):
            ink = "caution" if group is safety.emergency else "primary"
            layout.addWidget(Label(theme, group.title, "h3", ink, wrap=True))
            layout.addWidget(Label(theme, group.text, ink="ink2", wrap=True))
            for sign in group.signs:
                layout.addSpacing(6)
                layout.addWidget(Label(theme, sign.text, "label", wrap=True))
                layout.addLayout(sign_details(theme, sign))
            layout.addSpacing(20)
        self.setLayout(layout)
