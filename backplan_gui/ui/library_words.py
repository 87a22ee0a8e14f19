"""What there is to read about an exercise in the version and on the side that is looked at."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout

from ..content import Content
from . import library_look as look
from .library_look import Subject
from .theme import Theme
from .widgets.card import column
from .widgets.exercise_words import ExerciseWords
from .widgets.label import Label


class LibraryWords(ExerciseWords):
    """Made anew for every subject."""

    def __init__(
        self, theme: Theme, content: Content, subject: Subject, codes: Collection[str] = ()
    ) -> None:
        super().__init__(theme)
        self._content, self._subject = content, subject
        self._text = content.text(subject.exercise)
        self._own = self._text.version(subject.version)
        if self._own is not None:
            self.add(self._version())
        self._add_steps()
        self.add_pair(
            self.points(self.tr("Keep in mind"), self._written("cues")),
            self.points(self.tr("Common mistakes"), self._text.mistakes),
        )
        self._add_versions()
        self.add(self.stop_if(self.tr("Stop if"), self._text.stop_if))
        self.add(self.points(self.tr("Stop any exercise if"), content.safety.stop_lines))
        self.add(self.take_care(self._text, codes))

    def _version(self) -> QVBoxLayout:
        """What is different, before the steps."""
        assert self._own is not None
        said = column(
            Label(self._theme, self._own.title, "h3", wrap=True),
            Label(self._theme, self._own.text, ink="ink2", wrap=True),
            gap=4,
        )
        if self._own.review:
            ours = self.tr("This version is ours. Not yet reviewed by a clinician.")
            said.addWidget(Label(self._theme, ours, "small", "ink2", wrap=True))
        return said

    def _add_steps(self) -> None:
        self.add_pair(
            self.steps(self.tr("Set up"), self._written("setup")),
            self.steps(self.tr("The movement"), self._written("move")),
        )
        exercise = look.form(self._subject, self._content)
        parts = [
            look.segment(self._subject, segment.id, self._content)
            for segment in exercise.segments
            if not segment.change
        ]
        if parts:
            lines = [f"{part.title}. {part.text}" for part in parts]
            self.add(self.steps(self.tr("In this order"), lines))

    def _add_versions(self) -> None:
        """The other ways, each in a sentence or two."""
        text = self._text
        self.add_pair(
            self.note("easier", f"{self.tr('Easier')}: {text.easier.title}", text.easier.text),
            self.note("plus", f"{self.tr('Harder')}: {text.harder.title}", text.harder.text),
        )
        if text.no_floor is not None:
            title = f"{self.tr('Off the floor')}: {text.no_floor.title}"
            self.add(self.note("chair", title, text.no_floor.text))

    def _written(self, lines: str) -> tuple[str, ...]:
        """Lines of this version or, where it has none, of the standard one."""
        own: tuple[str, ...] = getattr(self._own, lines, ())
        standard: tuple[str, ...] = getattr(self._text, lines)
        return look.written(self._subject, own or standard, self._content)
