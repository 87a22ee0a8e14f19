"""The exercises of a day: cards beside each other, rows where room is short, or parts."""

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from .. import words
from ..content import Content
from ..core.plan import Prescription
from .day_parts import PartRow
from .day_view import DayView
from .theme import Theme
from .widgets.exercise_card import ExerciseCard, ExerciseRow

CARD, CARDS, CARD_GAP, ROW_GAP = 195, 3, 16, 10

Exercise = ExerciseCard | ExerciseRow | PartRow


class DayExercises(QObject):
    """They lie in `grid`, and are built anew only where they show another thing.

    A layout and no widget, so that the page settles at once; signals tell ids.
    """

    moves_asked = Signal(str)
    part_asked = Signal(str)
    minutes_chosen = Signal(str, int)
    log_asked = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._built: object = None
        self._made: list[Exercise] = []
        self.grid = QGridLayout()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        found: list[QWidget] = []
        for made in self._made:
            found += made.stops if isinstance(made, PartRow) else [made]
        return found

    def show_exercises(self, view: DayView, wide: int, *, compact: bool, narrow: bool) -> None:
        """Those of a day in so much width."""
        least = CARDS * CARD * self._theme.scale + 2 * CARD_GAP
        cards = wide >= least and not compact and not view.parts
        self.grid.setContentsMargins(0, 4 if compact else 6, 0, 0)
        built = (view.number, cards, view.ways, view.versions, view.left_out)
        if self._built != built:
            self._built = built
            self._build(view, cards=cards)
        for made in self._made:
            if isinstance(made, ExerciseRow):
                made.set_narrow(narrow)
        for part, made in zip(view.parts, self._made, strict=False):
            if isinstance(made, PartRow):
                made.show_part(part)
                made.set_width(wide)

    def _build(self, view: DayView, *, cards: bool) -> None:
        self._clear()
        self.grid.setSpacing(CARD_GAP if cards else ROW_GAP)
        columns = CARDS if cards else 1
        for place in range(CARDS):
            self.grid.setColumnStretch(place, 1 if place < columns else 0)
        for place, prescription in enumerate(view.day.exercises):
            made = self._exercise(view, prescription, cards=cards)
            self._made.append(made)
            self.grid.addWidget(made, place // columns, place % columns)
            made.show()  # at once, so that Tab and readers meet it before the next event

    def _exercise(self, view: DayView, prescription: Prescription, *, cards: bool) -> Exercise:
        exercise = prescription.exercise
        text = self._content.text(exercise)
        way = view.ways.get(exercise, "")
        if exercise in view.left_out:
            way = self.tr("Left out until you have been checked")
        if way:
            text = msgspec.structs.replace(text, works=f"{text.works}\n{way}")
        dose = words.dose(prescription.dose, text)
        version = view.version_of(exercise)
        if view.parts:
            part = PartRow(self._theme, exercise, text, dose, version=version)
            part.start_asked.connect(self.part_asked)
            part.minutes_chosen.connect(self.minutes_chosen)
            part.log_asked.connect(self.log_asked)
            part.moves_asked.connect(self.moves_asked)
            return part
        kind = ExerciseCard if cards else ExerciseRow
        made = kind(self._theme, exercise, text, dose, version=version)
        made.clicked.connect(self._on_exercise)
        return made

    def _clear(self) -> None:
        for made in self._made:
            self.grid.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._made = []

    def _on_exercise(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.moves_asked.emit(sender.objectName())
