"""One exercise of the library: its pictures, its choices, its words, and a button to try it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.exercise import Exercise, Place, Version
from ..core.plan import Side
from ..core.settings import Pace
from . import icons
from . import library_look as look
from .day_head import Fact
from .library_controls import LibraryControls
from .library_look import Subject
from .library_stage import LibraryStage
from .library_words import LibraryWords
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Scroll, column, row
from .widgets.flow import Flow
from .widgets.label import Label

WIDEST = 760
"""At 100 % text; wider lines are hard to read."""
_AIR = 24
"""Between a control that is scrolled to and the edge."""
_HEAD = 380
"""The least width, at 100 % text, for the button beside the name."""


class LibraryDetail(QWidget):
    """Shows the standard version of an exercise until another one is chosen."""

    back_asked = Signal()
    try_asked = Signal(str, str)
    """Exercise, version."""

    def __init__(self, theme: Theme, content: Content, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._subject: Subject | None = None
        self._pace = Pace.WRITTEN
        self._alone = self._compact = False
        self._words: LibraryWords | None = None
        self._codes: tuple[str, ...] = ()
        self._stage = LibraryStage(theme, content, now)
        self._controls = LibraryControls(theme, content.exercises.values())
        self._controls.version_chosen.connect(self._on_version)
        self._controls.pace_chosen.connect(self._on_pace)
        self._controls.side_chosen.connect(self._on_side)
        self._build_head()
        self._build_facts()
        self._build_page()
        theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """The way back, where there is one."""
        return self._back if self._alone else self._try

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """The person's ask-first codes: their notes stand first."""
        if codes != self._codes:
            self._codes = codes
            if self._subject is not None:
                self._show(self._subject)

    def show_exercise(self, name: str) -> None:
        """Another exercise, from its top."""
        if self._subject is not None and self._subject.exercise == name:
            return
        exercise = self._content.exercises[name]
        side = Side.LEFT if look.has_sides(exercise) else None
        self._show_head(name)
        self._controls.show_exercise(exercise)
        self._show(Subject(name, side=side))
        self._scroll.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to it, if it is one of the controls."""
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, _AIR)

    def set_room(self, *, alone: bool, compact: bool) -> None:
        """Whether it has the page for itself, and how much of it there is."""
        self._alone, self._compact = alone, compact
        self._back_line.setVisible(alone)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_head(self) -> None:
        theme = self._theme
        self._back = Button(theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        self._back_line = QWidget()
        line = row(self._back, margins=(0, 0, 0, 14))
        line.addStretch(1)
        self._back_line.setLayout(line)
        self._back_line.setVisible(False)
        self._overline = Label(theme, role="label", ink="primary", wrap=True)
        self._name = Label(theme, role="h2", wrap=True)
        self._try = Button(theme, self.tr("Try it"), Kind.PRIMARY, size=44, icon="play")
        self._try.clicked.connect(self._on_try)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addLayout(column(self._overline, self._name, gap=4), 1)
        self._head.addWidget(self._try, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _build_facts(self) -> None:
        theme = self._theme
        self._tempo, self._equipment = Fact(theme, "clock"), Fact(theme, "mat")
        self._place = Fact(theme, "floor")
        facts = QWidget()
        facts.setLayout(Flow(self._tempo, self._equipment, self._place, gap=20, line_gap=6))
        self._works = Label(theme, ink="ink2", wrap=True)
        self._working = column(Label(theme, self.tr("Works"), "label"))
        self._working.addStretch(1)
        works = row(gap=8)
        works.addLayout(self._working)
        works.addWidget(self._works, 1)
        self._facts = column(facts, gap=10)
        self._facts.addLayout(works)

    def _build_page(self) -> None:
        self._frame = column(self._back_line)
        self._frame.addLayout(self._head)
        self._frame.addSpacing(14)
        self._frame.addWidget(self._stage)
        self._frame.addSpacing(14)
        self._frame.addWidget(self._controls)
        self._frame.addSpacing(16)
        self._frame.addLayout(self._facts)
        self._frame.addSpacing(20)
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(self._theme, inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        self.setLayout(column(self._scroll))

    def _show_head(self, name: str) -> None:
        text = self._content.text(name)
        day, prescription = next(
            (day, p) for day in self._content.plan.days for p in day.exercises if p.exercise == name
        )
        dose = words.TIMES.join(words.dose(prescription.dose, text))
        where = self.tr("Day {}").format(day.number)
        self._overline.setText(words.MIDDLE_DOT.join((where, dose)))
        self._name.setText(text.name)
        self._works.setText(text.muscles[:1].lower() + text.muscles[1:])
        self._try.setAccessibleDescription(text.name)

    def _show(self, subject: Subject) -> None:
        """Pictures, facts and words of a subject."""
        self._subject = subject
        self._stage.show_subject(subject)
        self._show_facts()
        if self._words is not None:
            self._frame.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
        self._words = LibraryWords(self._theme, self._content, subject, self._codes)
        self._frame.insertWidget(self._frame.count() - 1, self._words)
        self._words.show()
        self._fit()

    def _show_facts(self) -> None:
        assert self._subject is not None
        exercise = look.form(self._subject, self._content)
        permille = self._pace.permille if look.has_reps(exercise) else Pace.WRITTEN.permille
        self._stage.set_pace(permille)
        self._tempo.show_fact("clock", look.tempo(self._subject, self._content, permille))
        self._equipment.show_fact(*self._needed(exercise))
        self._place.show_fact(icons.of_place(exercise.place), self._where(exercise.place))

    def _needed(self, exercise: Exercise) -> tuple[str, str]:
        """Icon and names of the equipment."""
        needed, extra = map(self._named, (exercise.equipment, exercise.optional_equipment))
        said = needed or ("" if extra else self.tr("No equipment"))
        if extra:
            optional = self.tr("optional: {}").format(extra)
            said = f"{needed} ({optional})" if needed else optional
        things = (*exercise.equipment, *exercise.optional_equipment)
        icon = icons.of_things(things) if things else "check"
        return icon, said[:1].upper() + said[1:]

    def _named(self, things: Sequence[str]) -> str:
        return ", ".join(self._content.words.equipment[thing] for thing in things)

    def _where(self, place: Place) -> str:
        match place:
            case Place.FLOOR:
                return self.tr("Floor")
            case Place.SITTING:
                return self.tr("Sitting")
            case Place.STANDING:
                return self.tr("Standing")

    def _on_version(self, value: str) -> None:
        assert self._subject is not None
        self._show(Subject(self._subject.exercise, Version(value), self._subject.side))

    def _on_side(self, value: str) -> None:
        assert self._subject is not None
        self._show(Subject(self._subject.exercise, self._subject.version, Side(value)))

    def _on_pace(self, value: str) -> None:
        self._pace = Pace(value)
        self._show_facts()

    def _on_try(self) -> None:
        assert self._subject is not None
        self.try_asked.emit(self._subject.exercise, self._subject.version)

    def _fit(self) -> None:
        """Margins for its room; the scroll bar lies in the right one."""
        scale = max(1.0, self._theme.scale)
        edge = 24 if self._compact else 32
        left = edge if self._alone else 28
        right = max(edge, self.width() - left - round(WIDEST * scale))
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        lower = (self._theme.line_height("body") - self._theme.line_height("label")) // 2
        self._working.setContentsMargins(0, lower, 0, 0)
        top = 16 if self._compact else 28
        self._frame.setContentsMargins(left, top, right - taken, 28)
        width = self.width() - left - right
        narrow = width < _HEAD * scale
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        if self._words is not None:
            self._words.set_width(width)
