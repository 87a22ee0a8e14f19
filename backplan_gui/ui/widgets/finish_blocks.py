"""The blocks of the page at the end of a session: figures in cards, and the day that follows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ... import words
from ...content import Content
from ...core.exercise import Version
from ..theme import Theme
from .button import Button
from .card import Card, Icon, column, row
from .exercise_card import StagePicture
from .flow import Flow
from .label import Label

PICTURE = QSize(104, 72)


class StatCard(Card):
    """One figure: what it counts, how much, and a line more about it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._value = Label(theme, role="statValue")
        self._of = Label(theme, role="cueMin", ink="ink2")
        self._note = Label(theme, role="small", ink="ink2", wrap=True)
        figures = row(self._value, gap=8)
        figures.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addStretch(1)
        layout = column(Label(theme, name, "label", "ink2"), gap=2, margins=(20, 18, 20, 18))
        layout.addLayout(figures)
        layout.addWidget(self._note)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_stat(self, value: str, note: str, of: str = "") -> None:
        """The figure, as in "7", "Nothing skipped", "of 7"."""
        self._value.setText(value)
        self._of.setText(of)
        self._of.setVisible(bool(of))
        self._note.setText(note)


class PainCard(Card):
    """The numbers before and after; no face and no colour judges them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._before = Label(theme, role="statValue", ink="ink2")
        self._after = Label(theme, role="statValue")
        self._note = Label(theme, role="small", ink="ink2", wrap=True)
        figures = row(self._before, Icon(theme, "arrowRight", "ink2", 26), self._after, gap=14)
        figures.addStretch(1)
        layout = column(
            Label(theme, name, "label", "ink2", wrap=True), gap=2, margins=(20, 18, 20, 18)
        )
        layout.addLayout(figures)
        layout.addWidget(self._note)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_pain(self, before: int, after: int, note: str) -> None:
        """The two numbers, and what may be said of them."""
        self._before.setText(str(before))
        self._after.setText(str(after))
        self._note.setText(note)
        self._note.setVisible(bool(note))  # an empty line would be as high as two


class NextDay(Card):
    """Which day comes next, how long it takes and what it needs."""

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__(theme, "sunken", outline="", radius=16)
        self._content = content
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._when = Label(theme, role="smallStrong", ink="ink2", wrap=True)
        self._name = Label(theme, role="label", wrap=True)
        self._needs = Label(theme, role="small", ink="ink2", wrap=True)
        self._picture: StagePicture | None = None
        lines = column(self._when, self._name, self._needs, gap=1)
        lines.insertStretch(0, 1)
        lines.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(10, 13, 14, 13)
        self._row.setSpacing(14)
        self._row.addLayout(lines, 1)
        self.setLayout(self._row)

    def show_day(self, number: int, minutes: tuple[int, int]) -> None:
        """The day to come."""
        text = self._content.day_text(number)
        self._when.setText(self.tr("Tomorrow, Day {}").format(number))
        self._name.setText(text.short)
        length = self.tr("About {}").format(words.minutes(*minutes))
        self._needs.setText(length + words.MIDDLE_DOT + text.equipment)
        first = self._content.plan.day(number).exercises[0].exercise
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
        self._picture = StagePicture(self._theme, first, PICTURE, 12)
        self._row.insertWidget(0, self._picture)


class VersionOffers(QWidget):
    """Whether a version that was changed to is the one to begin with next time."""

    kept = Signal(str, object)
    """Exercise, Version."""

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._offers: dict[str, tuple[str, Version]] = {}
        self._buttons: list[Button] = []
        self._flow = Flow(gap=8)
        self.setLayout(self._flow)
        self.hide()

    def show_changed(self, changed: Sequence[tuple[str, Version]]) -> None:
        """A button for each; nothing is kept unless it is pressed."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._offers = {}
        for exercise, version in changed:
            said = words.next_time(self._content.text(exercise), version)
            button = Button(self._theme, said, size=44)
            button.setObjectName(exercise)
            button.clicked.connect(self._on_kept)
            self._offers[exercise] = (exercise, version)
            self._buttons.append(button)
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(changed))

    def _on_kept(self) -> None:
        button = self.sender()
        assert button is not None
        self.kept.emit(*self._offers[button.objectName()])
