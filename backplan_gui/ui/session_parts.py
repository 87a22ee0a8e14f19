"""The blocks of the page of one session: facts in a card, and the table of its sets."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ..content import Content
from ..core.opened import Fate, OpenedExercise, OpenedSession, OpenedSet
from . import session_words as said
from .session_words import Fact
from .theme import Theme
from .widgets.card import Card, Icon, column, row
from .widgets.label import Label

COLUMNS = (56, 124, 104, 128, 116)
"""Pixels at 100 % for set, side, planned, done and version."""
DONE = 3
"""The place of what was done among them."""
LABEL = 116
"""Pixels at 100 % for what a fact is."""
STRETCHED = 1.5
"""How much wider the columns may be where there is room."""
MARK, BESIDE = 16, 6
"""A check, and from it to its words."""
EDGE, AIR = 20, 9


class Ruled(QWidget):
    """A line of a table with a hairline above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        high = 2 if self._theme.high_contrast else 1
        QPainter(self).fillRect(0, 0, self.width(), high, self._theme.colour("line"))


class Facts(Card):
    """A title, facts with their names before them, and lines below."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._rows = column()
        self._names: list[Label] = []
        self.body = column(Label(theme, title, "h3", wrap=True), margins=(EDGE, 16, EDGE, 18))
        """Where more can be added."""
        self.body.addSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.setLayout(self.body)
        theme.changed.connect(self._fit)

    def show_facts(self, facts: Sequence[Fact], lines: Sequence[str] = ()) -> None:
        """What there is to say."""
        _empty(self._rows)
        self._names = []
        for name, value in facts:
            line = Ruled(self._theme)
            self._names.append(Label(self._theme, name, ink="ink2"))
            told = row(self._names[-1], gap=12, margins=(0, AIR, 0, AIR))
            told.setAlignment(self._names[-1], Qt.AlignmentFlag.AlignTop)
            told.addWidget(Label(self._theme, value, wrap=True), 1)
            self._add(line, told)
        for said_whole in lines:
            text = Label(self._theme, said_whole, ink="ink2", wrap=True)
            self._add(Ruled(self._theme), column(text, margins=(0, AIR, 0, AIR)))
        self._fit()

    def _add(self, line: Ruled, told: QLayout) -> None:
        line.setLayout(told)
        self._rows.addWidget(line)
        line.show()  # at once, not when the page is next laid out

    def _fit(self) -> None:
        widest = [name.minimumSizeHint().width() for name in self._names]
        wide = max([self._theme.px(LABEL), *widest])
        for name in self._names:
            name.setFixedWidth(wide)


class SetRow(Ruled):
    """A set on one side: in columns, or in one line where there is little room."""

    def __init__(self, theme: Theme, one: OpenedSet, side: str, why: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(" ".join(filter(None, (said.set_said(one, side) + ".", why))))
        self._one, self._side = one, side
        self._ink = "ink" if one.fate is Fate.DONE else "ink2"
        self._wide, self._narrow = QWidget(), QWidget()
        self._wide.setLayout(self._build_columns())
        self._narrow.setLayout(self._build_line())
        reason = Label(theme, why, "small", "ink2", wrap=True)
        self.setLayout(column(self._wide, self._narrow, reason, gap=2, margins=(0, AIR, 0, AIR)))
        reason.setVisible(bool(why))

    def set_columns(self, widths: Sequence[int]) -> None:
        """In columns as wide as these, or in one line where there are none."""
        self._wide.setVisible(bool(widths))
        self._narrow.setVisible(not widths)
        for cell, width in zip(self._cells, widths, strict=False):
            cell.setFixedWidth(width)

    def _build_columns(self) -> QHBoxLayout:
        one = self._one
        planned, done = said.amount(one.planned, one.unit), said.done_said(one)
        version = said.version_said(one.version)
        self._cells = [self._cell(t) for t in (str(one.set_no), self._side, planned)]
        self._cells += [self._checked(self._cell(done)), self._cell(version)]
        line = row(*self._cells)
        line.addStretch(1)
        return line

    def _build_line(self) -> QHBoxLayout:
        said_whole = self._cell(said.set_said(self._one, self._side))
        line = row(self._checked(said_whole))
        line.setStretch(0, 1)
        return line

    def _cell(self, text: str) -> QWidget:
        """An empty label would be two lines high."""
        return Label(self._theme, text, ink=self._ink, wrap=True) if text else QWidget()

    def _checked(self, label: QWidget) -> QWidget:
        """With a check before it, where the set is done."""
        return _beside_mark(self._theme, label, done=self._one.fate is Fate.DONE)


class SetsTable(Card):
    """Every exercise with its sets."""

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__(theme)
        self._content = content
        self._sided, self._room = False, 0
        self._sets: list[SetRow] = []
        self._rows = column()
        self._head = QWidget()
        names = (self.tr("Set"), self.tr("Side"), self.tr("Planned"), self.tr("Done"),
                 self.tr("Version"))  # fmt: skip
        heads = [Label(theme, name, "smallStrong", "ink2") for name in names]
        checked = _beside_mark(theme, heads[DONE], done=False)
        self._names = [*heads[:DONE], checked, *heads[DONE + 1 :]]
        head = row(*self._names, margins=(0, 0, 0, 8))
        head.addStretch(1)
        self._head.setLayout(head)
        layout = column(self._head, margins=(EDGE, 16, EDGE, 10))
        layout.addLayout(self._rows)
        self.setLayout(layout)
        theme.changed.connect(self._fit)

    def show_sets(self, session: OpenedSession) -> None:
        """What was planned and done."""
        _empty(self._rows)
        self._sets = []
        self._sided = any(one.side for each in session.exercises for one in each.sets)
        for exercise in session.exercises:
            self._add_exercise(exercise, session)
        self._fit()

    def set_room(self, width: int) -> None:
        """How wide it is; one line a set, where there is no room for columns."""
        if width != self._room:
            self._room = width
            self._fit()

    def _add_exercise(self, exercise: OpenedExercise, session: OpenedSession) -> None:
        name = said.exercise_name(exercise.exercise, self._content)
        head = Ruled(self._theme)
        head.setLayout(
            column(Label(self._theme, name, "label", wrap=True), margins=(0, 14, 0, AIR))
        )
        self._rows.addWidget(head)
        head.show()
        reasons = said.reasons(exercise.sets, unfinished=session.is_unfinished)
        for one, why in zip(exercise.sets, reasons, strict=True):
            side = said.side_said(one.side, exercise.exercise, self._content)
            self._sets.append(SetRow(self._theme, one, side, why))
            self._rows.addWidget(self._sets[-1])
            self._sets[-1].show()

    def _fit(self) -> None:
        """Columns for this text size; none for sides where nothing has any."""
        widths = [self._theme.px(width) for width in COLUMNS]
        if not self._sided:
            widths[1] = 0
        spread = (self._room - 2 * EDGE) / sum(widths)
        widths = [round(width * max(1.0, min(STRETCHED, spread))) for width in widths]
        narrow = self._room < table_width(self._theme)
        self._head.setVisible(not narrow)
        for name, width in zip(self._names, widths, strict=True):
            name.setFixedWidth(width)
        for line in self._sets:
            line.set_columns([] if narrow else widths)


def _beside_mark(theme: Theme, label: QWidget, *, done: bool) -> QWidget:
    """Words with a check before them, or with the room for one, so that all stand in line."""
    cell, mark = QWidget(), Icon(theme, "check", size=MARK)
    kept = mark.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    mark.setSizePolicy(kept)
    if not done:
        mark.hide()
    line = row(mark, gap=BESIDE)
    line.addWidget(label, 1)
    cell.setLayout(line)
    return cell


def table_width(theme: Theme) -> int:
    """How wide a page must be inside its margins for the columns."""
    return theme.px(sum(COLUMNS)) + 2 * EDGE


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        assert widget is not None
        widget.hide()
        widget.deleteLater()
