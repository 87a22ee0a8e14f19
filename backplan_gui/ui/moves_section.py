"""All that there is to read about one exercise, from getting into place to when to stop."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from .. import words
from ..core.exercise import Exercise, Version
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
    """One exercise in the version it begins in, its words those of the content files."""

    def __init__(
        self,
        theme: Theme,
        how: Exercise,
        text: ExerciseText,
        dose: Sequence[str],
        codes: Collection[str] = (),
        *,
        version: Version = Version.STANDARD,
    ) -> None:
        super().__init__(theme)
        self._theme, self._text, self._how, self._codes = theme, text, how, codes
        self._version, self._own = version, text.version(version)
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
        said = column(
            Label(theme, text.name, "h2", wrap=True),
            dose_line(theme, dose),
            *self._build_version(),
            Label(theme, self.tr("Works: {}").format(text.works), ink="ink2", wrap=True),
            gap=4,
        )
        said.addSpacing(4)
        said.addWidget(Label(theme, text.aim, "bodyLarge", wrap=True))
        said.addStretch(1)
        picture = StagePicture(theme, self._how.id, _PICTURE, 14, self._version)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addLayout(said, 1)
        return head

    def _build_version(self) -> list[Label]:
        """Which one it is, where it is not the standard one."""
        if self._own is None:
            return []
        said = words.begins_as(self._version, self._own.title)
        return [Label(self._theme, said[:1].upper() + said[1:], "label", wrap=True)]

    def _written(self, lines: str) -> tuple[str, ...]:
        """Lines of this version or, where it has none, of the standard one."""
        own: tuple[str, ...] = getattr(self._own, lines, ())
        standard: tuple[str, ...] = getattr(self._text, lines)
        return own or standard

    def _fill_words(self) -> None:
        blocks, text = self._words, self._text
        blocks.add_pair(
            blocks.steps(self.tr("Set up"), self._written("setup")),
            blocks.steps(self.tr("The movement"), self._written("move")),
        )
        told = (self._own and self._own.segments) or text.segments
        segments = [told[s.id] for s in self._how.segments if not s.change]
        if segments:
            lines = [f"{segment.title}. {segment.text}" for segment in segments]
            blocks.add(blocks.steps(self.tr("In this order"), lines))
        blocks.add(self._breathing())
        blocks.add_pair(
            blocks.points(self.tr("Keep in mind"), self._written("cues")),
            blocks.points(self.tr("Common mistakes"), text.mistakes),
        )
        blocks.add_pair(
            blocks.note("easier", f"{self.tr('Easier')}: {text.easier.title}", text.easier.text),
            blocks.note("plus", f"{self.tr('Harder')}: {text.harder.title}", text.harder.text),
        )
        if text.no_floor is not None:
            title = f"{self.tr('Off the floor')}: {text.no_floor.title}"
            blocks.add(blocks.note("chair", title, text.no_floor.text))
        blocks.add(blocks.stop_if(self.tr("Stop if"), text.stop_if))
        blocks.add(blocks.take_care(text, self._codes))

    def _breathing(self) -> QVBoxLayout:
        return column(
            Label(self._theme, self.tr("Breathing"), "h3"),
            Fact(self._theme, "breath", self._text.breathing),
            gap=4,
        )
