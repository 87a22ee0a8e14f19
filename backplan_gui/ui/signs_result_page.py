"""What follows from a ticked warning sign: get help now, or get checked or ask first.

After an emergency sign there is no way on from here but to answer the list again.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ..content import Content
from ..core.records import SafetyGroup
from ..core.signs import Answered
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Scroll, column, row
from .widgets.flow import Flow
from .widgets.foot_line import FootLine
from .widgets.label import Label
from .widgets.sheet import Sheet
from .widgets.signs_answer import AllSigns, CheckedAnswer, EmergencyAnswer
from .widgets.tick import Tick

WIDEST, MARGIN = 760, 24
BAR = 420
"""What the buttons below take at 100 % text."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SignsResultPage(QWidget):
    """Shows an answer to the warning signs in which something was ticked."""

    again_asked = Signal()
    quit_asked = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._safety = theme, content.safety
        self._words: QWidget | None = None
        self._again = Button(theme, self.tr("Answer the check again"), size=44, icon="chevronLeft")
        self._again.clicked.connect(self.again_asked)
        top = row(self._again, margins=(MARGIN, 16, MARGIN, 0))
        top.addStretch(1)
        self._inside = QWidget()
        self._frame = column()
        self._inside.setLayout(self._frame)
        self._scroll = Scroll(theme, self._inside)
        self._bar = self._build_bar()
        layout = column()
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._bar)
        FootLine(theme, self._scroll)
        self.setLayout(layout)
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """The way back to the list."""
        return self._again

    def show_result(self, answered: Answered, emergency_number: str, *, kept_on: str = "") -> None:
        """What this answer means; the person's own number stands first.

        `kept_on` is the local date of an answer that was given before.
        """
        self._clear()
        emergency = answered.group is SafetyGroup.EMERGENCY
        if emergency:
            words: EmergencyAnswer | CheckedAnswer = EmergencyAnswer(
                self._theme, self._safety, answered, emergency_number.strip()
            )
        else:
            words = self._build_checked(answered, kept_on)
        self._words = words
        self._frame.addWidget(words)
        self._continue.setVisible(not emergency)
        self._continue.setEnabled(False)
        self._close.setVisible(emergency)
        self._read.setVisible(emergency)
        self._close_quietly.setVisible(not emergency)
        self._easier.setVisible(answered.group is SafetyGroup.CHECKED)  # content/safety.md R2
        self._scroll.verticalScrollBar().setValue(0)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(words.title)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words.title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Long words scroll although nothing in them takes the keyboard; a box is set by Space."""
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        elif event.key() in _ENTER and isinstance(self.focusWidget(), Tick):
            if not event.isAutoRepeat():
                self._continue.click()
        else:
            super().keyPressEvent(event)

    def _build_checked(self, answered: Answered, kept_on: str) -> CheckedAnswer:
        words = CheckedAnswer(self._theme, self._safety, answered, kept_on)
        words.agreed.connect(self._on_agreed)
        return words

    def _on_agreed(self, agreed: bool) -> None:
        """The way on is open; Enter takes it, unless the keyboard was moved to something else."""
        self._continue.setEnabled(agreed)
        if agreed and self.focusWidget() is self._again:
            self._continue.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_bar(self) -> QBoxLayout:
        close = self.tr("Close Backplan")
        self._continue = Button(self._theme, self.tr("Continue"), Kind.PRIMARY, size=60)
        self._continue.setMinimumWidth(180)
        self._close = Button(self._theme, close, Kind.PRIMARY, size=60)
        self._read = Button(self._theme, self.tr("Read all warning signs"), Kind.QUIET, size=60)
        self._close_quietly = Button(self._theme, close, Kind.QUIET, size=60)
        self._continue.clicked.connect(self.accepted)
        self._close.clicked.connect(self.quit_asked)
        self._close_quietly.clicked.connect(self.quit_asked)
        self._read.clicked.connect(self._read_all)
        ways = Flow(self._continue, self._close, self._read, self._close_quietly, gap=12)
        easier = self.tr("Continue opens with the easier versions.")
        self._easier = Label(self._theme, easier, "small", "ink2", wrap=True)
        bar = row(gap=12)
        bar.addLayout(ways, 1)
        bar.addWidget(self._easier)
        return bar

    def _read_all(self) -> None:
        Sheet(
            self._theme,
            self.window(),
            self.tr("Warning signs"),
            body=AllSigns(self._theme, self._safety),
        )

    def _clear(self) -> None:
        if self._words is not None:
            self._frame.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()

    def _arrange(self) -> None:
        """A column in the middle, as wide as lines are good to read."""
        widest = WIDEST * max(1, self._theme.scale)
        side = max(MARGIN, round((self.width() - widest) / 2))
        self._frame.setContentsMargins(side, 28, side, 16)
        self._bar.setContentsMargins(side, 16, side, 40 if self.height() > 700 else 20)
        beside = self._easier.natural_width + BAR * self._theme.scale <= self.width() - 2 * side
        directions = QBoxLayout.Direction
        self._bar.setDirection(directions.LeftToRight if beside else directions.BottomToTop)
