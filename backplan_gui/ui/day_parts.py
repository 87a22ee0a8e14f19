"""The parts of a day that comes in parts: each a session of its own, in any order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from .. import words
from ..core.exercise import Version
from ..core.texts import ExerciseText
from .day_head import Fact
from .day_view import PartView
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, column
from .widgets.exercise_card import THUMB, ExerciseRow
from .widgets.flow import Flow
from .widgets.stepper import MinutesStepper

_WORDS = 175
"""The least width for the words of a part, at 100 % text."""
_WORDS_AT = 135
"""Where the words of a part begin, behind its picture."""
_LOG_AIR = 18
"""Before and behind the words of the quiet button."""


class PartRow(Card):
    """One part: what it is, how long it shall be, and its own start."""

    start_asked = Signal(str)
    log_asked = Signal()
    moves_asked = Signal(str)
    minutes_chosen = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        exercise: str,
        text: ExerciseText,
        dose: Sequence[str],
        *,
        version: Version = Version.STANDARD,
    ) -> None:
        super().__init__(theme)
        self._theme, self._exercise = theme, exercise
        self._about = ExerciseRow(theme, exercise, text, dose, version=version, bare=True)
        self._about.set_narrow(True)
        self._about.clicked.connect(self._on_about)
        self._done = Fact(theme, "check", ink="primary")
        self._stepper = MinutesStepper(theme)
        self._stepper.changed.connect(self._on_minutes)
        self._start = Button(theme, "", Kind.SECONDARY)
        self._start.clicked.connect(self._on_start)
        self._log = Button(theme, "", Kind.QUIET)
        self._log.setAccessibleName(self.tr("Outside: log minutes when back"))
        self._log.clicked.connect(self.log_asked)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 4, 20, 4)
        self._box.setSpacing(12)
        self._box.addWidget(self._about, 1)
        self._box.addLayout(self._build_controls())
        self.setLayout(self._box)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        return [self._about, *self._stepper.findChildren(QAbstractButton), self._start, self._log]

    def show_part(self, part: PartView) -> None:
        """How it stands and what is chosen."""
        self._done.show_fact("check", self.tr("Done") if part.is_done else "")
        self._stepper.setVisible(bool(part.minutes))
        self._stepper.show_minutes(part.minutes, part.low, part.high, part.name)
        self._log.setVisible(part.outside)
        if part.is_unfinished:
            text = self.tr("Continue")
        elif part.outside:
            text = self.tr("Here, with the timer")
        else:
            text = self.tr("Do it again") if part.is_done else self.tr("Start")
        self._start.setText(text)
        length = words.minutes(part.length)
        self._start.setAccessibleName(f"{text}: {part.name}, {length}")

    def set_width(self, width: int) -> None:
        """The controls beside the words where a row of that width has room for both."""
        self._log.setText(self._log.accessibleName())
        if self._log.sizeHint().width() > width - 40:
            self._log.setText(self.tr("Log minutes"))
        beside = self._first.sizeHint().width() + THUMB.width() + self._theme.px(_WORDS) + 60
        narrow = beside > width
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._box.setContentsMargins(0, 4, 20, 4)
        self._place_controls(width, narrow=narrow)

    def _place_controls(self, width: int, *, narrow: bool) -> None:
        """At the end of the row; or below the words, and begin where they begin if they fit."""
        widest = max(self._first.sizeHint().width(), self._log.sizeHint().width() - _LOG_AIR)
        left = _WORDS_AT if _WORDS_AT + widest + 20 <= width else 20
        hang = min(left, _LOG_AIR)
        self._controls.setContentsMargins(left - hang if narrow else 0, 0 if narrow else 12, 0, 8)
        self._first.setContentsMargins(hang if narrow else 0, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._controls.setAlignment(self._log, side)

    def _build_controls(self) -> QBoxLayout:
        self._first = Flow(self._done, self._stepper, self._start, gap=12)
        self._controls = column(gap=8)
        self._controls.addStretch(1)
        self._controls.addLayout(self._first)
        self._controls.addWidget(self._log)
        self._controls.addStretch(1)
        return self._controls

    def _on_about(self) -> None:
        self.moves_asked.emit(self._exercise)

    def _on_start(self) -> None:
        self.start_asked.emit(self._exercise)

    def _on_minutes(self, minutes: int) -> None:
        self.minutes_chosen.emit(self._exercise, minutes)
