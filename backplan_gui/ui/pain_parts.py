"""The parts of the page that asks about pain: the bar above, one more question, the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QWidget

from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Scroll, row
from .widgets.choice import Choice
from .widgets.key_cap import KeyCap
from .widgets.label import Label


class PainTop(QWidget):
    """Back, the day, the warning signs."""

    back_asked = Signal()
    signs_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        centre, left, right = (
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignRight,
        )
        self._back = Button(theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        keeps = self._back.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the title stays in the middle
        self._back.setSizePolicy(keeps)
        self._title = Label(theme, role="label", ink="ink2", wrap=True, align=centre)
        signs = Button(theme, self.tr("Warning signs"), size=44, icon="help")
        signs.clicked.connect(self.signs_asked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._back, 0, 0, left)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(signs, 0, 2, right)
        self.setLayout(grid)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """With less air in a low window."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(24, 10 if low else 16, 24, 6 if low else 12)

    def show_title(self, title: str, *, back: bool) -> None:
        """What day it is, and whether there is a way back."""
        self._title.setText(title)
        self._back.setVisible(back)


class Question(Card):
    """One more question, answered by one of a few words; nothing is chosen beforehand."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, text: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, "sunken", outline="")
        self._text, self._options = text, options
        self._choice: Choice | None = None
        self._value = ""
        self._frame = row(Label(theme, text, "label", wrap=True), gap=16)
        self._frame.setStretch(0, 1)
        self.setLayout(self._frame)
        self.ask(False)

    @property
    def value(self) -> str:
        """What was chosen, or ""."""
        return self._value

    @property
    def controls(self) -> list[QAbstractButton]:
        """What can be pressed."""
        return self._choice.findChildren(QAbstractButton) if self._choice is not None else []

    def ask(self, asked: bool) -> None:
        """Ask it anew, or not at all."""
        self._value = ""
        if self._choice is not None:  # a group of radio buttons cannot be emptied again
            self._choice.hide()
            self._frame.removeWidget(self._choice)
            self._choice.deleteLater()
        self._choice = Choice(self._theme, self._text, self._options)
        self._choice.chosen.connect(self._on_chosen)
        self._frame.addWidget(
            self._choice, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._choice.show()
        self.setVisible(asked)

    def set_across(self, width: int) -> None:
        """How wide it will be: the answers stand beside the question, or below it."""
        narrow = width < 700 * max(1, self._theme.scale)
        directions = QBoxLayout.Direction
        side = 20 if narrow else 26
        self._frame.setContentsMargins(side, 8, side, 8)
        self._frame.setSpacing(2 if narrow else 16)
        self._frame.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._frame.activate()

    def _on_chosen(self, value: str) -> None:
        self._value = value
        self.chosen.emit(value)


class KeyRow(QWidget):
    """Which keys there are, each with what it does: texts, nothing to press."""

    def __init__(self, theme: Theme, keys: Sequence[tuple[tuple[str, ...], str]]) -> None:
        """`keys` as the caps with the words between them, and what they do."""
        super().__init__()
        groups = []
        for parts, does in keys:
            group = QWidget()
            made: list[Label] = []
            for number, part in enumerate(parts):
                made.append(
                    Label(theme, part, "small", "ink2") if number % 2 else KeyCap(theme, part)
                )
            group.setLayout(row(*made, Label(theme, does, "small", "ink2"), gap=7))
            groups.append(group)
        line = row(*groups, gap=22, margins=(0, 8, 0, 4))
        line.insertStretch(0, 1)
        line.addStretch(1)
        self.setLayout(line)


class FollowingScroll(Scroll):
    """Scrolls to what has just come with an answer."""

    def show_part(self, part: QWidget, margin: int) -> None:
        """Scroll as far as needed to see a part that may just have come."""
        # What came is laid out later by itself, and would be looked for where it is not yet:
        # first it asks for its room, then the page gives it.
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.ensureWidgetVisible(part, 0, margin)


def centred(content: QWidget) -> QWidget:
    """A content that is no wider than it may be, in the middle of the page."""
    inside = QWidget()
    layout = row(content)
    layout.setStretch(0, 1000)
    layout.insertStretch(0, 1)
    layout.addStretch(1)
    inside.setLayout(layout)
    return inside
