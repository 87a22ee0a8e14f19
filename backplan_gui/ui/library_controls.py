"""What can be chosen about an exercise that is looked at: version, pace, side."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..core.exercise import Exercise, Version
from ..core.plan import Side
from ..core.settings import Pace
from .library_look import has_reps, has_sides
from .theme import Theme
from .widgets.card import column
from .widgets.choice import Choice
from .widgets.flow import Flow
from .widgets.label import Label


class _Named(QWidget):
    """A choice with its name above it."""

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.choice = Choice(theme, name, options)
        self.choice.show_choice(options[0][0])
        label = Label(theme, name, "smallStrong", "ink2")
        self.setLayout(column(label, self.choice, gap=2))


class LibraryControls(QWidget):
    """Only what the exercise has is in sight; the pace stays as it was chosen."""

    version_chosen = Signal(str)
    pace_chosen = Signal(str)
    side_chosen = Signal(str)

    def __init__(self, theme: Theme, exercises: Iterable[Exercise]) -> None:
        super().__init__()
        self._theme = theme
        sets = {exercise.versions for exercise in exercises}
        self._versions = {versions: self._build_versions(versions) for versions in sorted(sets)}
        self._pace = _Named(theme, self.tr("Pace"), self._paces())
        self._pace.choice.chosen.connect(self.pace_chosen)
        sides = ((Side.LEFT, self.tr("Left")), (Side.RIGHT, self.tr("Right")))
        self._side = _Named(theme, self.tr("Side"), sides)
        self._side.choice.chosen.connect(self.side_chosen)
        parts = (*self._versions.values(), self._pace, self._side)
        self.setLayout(Flow(*parts, gap=20, line_gap=12))

    def show_exercise(self, exercise: Exercise) -> None:
        """The choices of another exercise: its standard version, the left side."""
        for versions, named in self._versions.items():
            named.choice.show_choice(Version.STANDARD)
            named.setVisible(versions == exercise.versions and len(versions) > 1)
        self._side.choice.show_choice(Side.LEFT)
        self._side.setVisible(has_sides(exercise))
        self._pace.setVisible(has_reps(exercise))

    def _build_versions(self, versions: Iterable[Version]) -> _Named:
        words = {
            Version.STANDARD: self.tr("Standard"),
            Version.EASIER: self.tr("Easier"),
            Version.HARDER: self.tr("Harder"),
            Version.NO_FLOOR: self.tr("Off the floor"),
        }
        options = [(version, words[version]) for version in versions]
        named = _Named(self._theme, self.tr("Version"), options)
        named.choice.chosen.connect(self.version_chosen)
        return named

    def _paces(self) -> list[tuple[str, str]]:
        return [
            (Pace.WRITTEN, self.tr("As written")),
            (Pace.SLOWER, self.tr("Slower")),
            (Pace.SLOWEST, self.tr("Slowest")),
        ]
