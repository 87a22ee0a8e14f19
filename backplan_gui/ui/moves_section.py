"""All that there is to read about one exercise, from getting into place to when to stop."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from ..core.exercise import Exercise
from ..core.texts import ExerciseText
from .day_head import Fact
from .theme import Theme
from .widgets.card import Card, column
from .widgets.exercise_card import StagePicture, dose_line
from .widgets.exercise_words import ExerciseWords
from .widgets.label import Label

_PICTURE = QSize(176, 112)
_HEAD = 470
"""The least width, at 100 % text, for the picture beside the words."""


class ExerciseSection(Card):
    """One exercise, its words those of the content files."""

    def __init__(
        self,
        theme: Theme,
        how: Exercise,
        text: ExerciseText,
        dose: Sequence[str],
        codes: Collection[str] = (),
    ) -> None:
        super().__init__(theme)
        self._theme, self._text, self._how, self._codes = theme, text, how, codes
        self.setObjectName(how.id)
        self.setAccessibleName(text.name)
        self._head = self._build_head(dose)
        self._words = ExerciseWords(theme)
        layout = column(gap=20, margins=(24, 24, 24, 24))
        layout.addLayout(self._head)
        layout.addWidget(self._words)
        self.setLayout(layout)
        self._fill_words()

    def set_width(self, width: int) -> None:
        """Side by side where a section of that width has room for it, else below each other."""
        directions = QBoxLayout.Direction
        narrow = width < _HEAD * self._theme.scale
        self._head.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._words.set_width(width)

    def _build_head(self, dose: Sequence[str]) -> QBoxLayout:
        theme, text = self._theme, self._text
        words = column(
            Label(theme, text.name, "h2", wrap=True),
            dose_line(theme, dose),
            Label(theme, self.tr("Works: {}").format(text.works), ink="ink2", wrap=True),
            gap=4,
        )
        words.addSpacing(4)
        words.addWidget(Label(theme, text.aim, "bodyLarge", wrap=True))
        words.addStretch(1)
        picture = StagePicture(theme, self._how.id, _PICTURE, 14)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addLayout(words, 1)
        return head

    def _fill_words(self) -> None:
        words, text = self._words, self._text
        words.add_pair(
            words.steps(self.tr("Set up"), text.setup),
            words.steps(self.tr("The movement"), text.move),
        )
        segments = [text.segments[s.id] for s in self._how.segments if not s.change]
        if segments:
            lines = [f"{segment.title}. {segment.text}" for segment in segments]
            words.add(words.steps(self.tr("In this order"), lines))
        words.add(self._breathing())
        words.add_pair(
            words.points(self.tr("Keep in mind"), text.cues),
            words.points(self.tr("Common mistakes"), text.mistakes),
        )
        words.add_pair(
            words.note("easier", f"{self.tr('Easier')}: {text.easier.title}", text.easier.text),
            words.note("plus", f"{self.tr('Harder')}: {text.harder.title}", text.harder.text),
        )
        if text.no_floor is not None:
            title = f"{self.tr('Off the floor')}: {text.no_floor.title}"
            words.add(words.note("chair", title, text.no_floor.text))
        words.add(words.stop_if(self.tr("Stop if"), text.stop_if))
        words.add(words.take_care(text, self._codes))

    def _breathing(self) -> QVBoxLayout:
        return column(
            Label(self._theme, self.tr("Breathing"), "h3"),
            Fact(self._theme, "breath", self._text.breathing),
            gap=4,
        )
