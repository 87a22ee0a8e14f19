"""The list of all exercises: looked for by name or area, filtered by place, chosen from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.exercise import Place
from .library_row import LibraryRow
from .library_search import is_found
from .theme import Theme
from .widgets.card import Filled, Scroll, column
from .widgets.filter_chip import FilterChips
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.search_field import SearchField

WIDTH = 316
"""Beside the exercise, at 100 % text."""
EVERYWHERE = "all"
_ANY = 16_777_215
"""Qt's own number for a width without a limit."""
_AIR = 12
"""Between a row that is scrolled to and the edge."""
_BAR = 10
"""The width of a scroll bar."""


class LibraryList(Filled):
    """Knows which exercise is chosen; the choice stays when the row is filtered away."""

    chosen = Signal(str)
    """Another exercise, by arrow key or by click."""
    opened = Signal(str)
    """The exercise that was clicked, or confirmed with Enter or Space."""

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__(theme, "paper", edges=Qt.Edge.RightEdge)
        self._content = content
        self._exercise = ""
        self._compact = self._alone = False
        self._rows = {row.objectName(): row for row in self._build_rows()}
        self.setLayout(column(self._build_head(), self._build_scroll()))
        self._connect()
        self._fit()

    @property
    def first_focus(self) -> QWidget:
        """The row that is chosen or, without it, the search."""
        reached = [row for row in self._found() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return reached[0] if reached else self._search

    def show_exercise(self, exercise: str) -> None:
        """Choose it, also if it was filtered away."""
        if self._rows[exercise].isHidden():
            self._search.clear()
            self._places.show_choice(EVERYWHERE)
            self._filter()
        self._choose(self._rows[exercise])

    def take_focus(self) -> None:
        """The keyboard goes to the list."""
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to it, if it is one of the rows."""
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, _AIR)

    def clear_search(self) -> bool:
        """Empty the search if it has the keyboard; False if there is nothing to empty."""
        if not self._search.hasFocus() or not self._search.text():
            return False
        self._search.clear()
        return True

    def set_room(self, *, alone: bool, compact: bool) -> None:
        """Whether it has the page for itself, and how much of it there is."""
        self._alone, self._compact = alone, compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_rows(self) -> list[LibraryRow]:
        plan, text = self._content.plan, self._content.text
        return [
            LibraryRow(self._theme, day.number, prescription, text(prescription.exercise))
            for day in plan.days
            for prescription in day.exercises
        ]

    def _build_head(self) -> QWidget:
        theme = self._theme
        title = Label(theme, self.tr("Exercises"), "h1", wrap=True)
        hint = self.tr("Search {}").format(words.exercises(len(self._rows)))
        self._search = SearchField(theme, self.tr("Search"), hint)
        places = (
            (EVERYWHERE, self.tr("All")),
            (Place.FLOOR, self.tr("Floor")),
            (Place.STANDING, self.tr("Standing")),
            (Place.SITTING, self.tr("Sitting")),
        )
        self._places = FilterChips(theme, self.tr("Where"), places)
        self._places.show_choice(EVERYWHERE)
        self._head_layout = column(gap=7)
        inner = column(title, self._search, gap=10, margins=(REACH, 0, REACH, 0))
        self._head_layout.addLayout(inner)
        self._head_layout.addWidget(self._places)  # has the room for its focus ring itself
        head = QWidget()
        head.setLayout(self._head_layout)
        return head

    def _build_scroll(self) -> QWidget:
        self._nothing = Label(
            self._theme, self.tr("No exercise with that name."), ink="ink2", wrap=True
        )
        self._nothing.hide()
        self._list = column(self._nothing, *self._rows.values(), gap=4)
        self._list.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._list)
        self._scroll = Scroll(self._theme, inside)
        return self._scroll

    def _connect(self) -> None:
        for row in self._rows.values():
            row.clicked.connect(self._on_row)
            row.moved.connect(self._on_moved)
        self._search.textChanged.connect(self._filter)
        self._search.list_asked.connect(self._on_list)
        self._search.returnPressed.connect(self._on_enter)
        self._places.chosen.connect(self._filter)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        self._theme.changed.connect(self._fit)

    def _filter(self) -> None:
        """Show what is looked for, from its top."""
        place = self._places.current.objectName()
        for name, row in self._rows.items():
            there = place in (EVERYWHERE, self._content.exercises[name].place)
            found = is_found(self._search.text(), self._content.text(name))
            row.setVisible(there and found)
        found_rows = self._found()
        self._nothing.setVisible(not found_rows)
        self._search.setAccessibleDescription(words.exercises(len(found_rows)))
        self._settle()
        self._scroll.verticalScrollBar().setValue(0)

    def _found(self) -> list[LibraryRow]:
        return [row for row in self._rows.values() if not row.isHidden()]

    def _on_row(self) -> None:
        sender = self.sender()
        assert isinstance(sender, LibraryRow)
        sender.setFocus(Qt.FocusReason.MouseFocusReason)  # so that the arrow keys go on from it
        self._take(sender)
        self.opened.emit(self._exercise)

    def _on_moved(self, key: int) -> None:
        """To the next row, to the one before, to either end."""
        rows = self._found()
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), 0)
        to = {
            Qt.Key.Key_Up: max(0, here - 1),
            Qt.Key.Key_Down: min(len(rows) - 1, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }.get(Qt.Key(key), here)
        self._go_to(rows[to])

    def _on_list(self) -> None:
        rows = self._found()
        if rows:
            self._go_to(rows[0])

    def _on_enter(self) -> None:
        """The first that was found, if anything was looked for."""
        rows = self._found()
        if rows and self._search.text():
            self._take(rows[0])
            self.opened.emit(self._exercise)

    def _go_to(self, row: LibraryRow) -> None:
        self._take(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, row: LibraryRow) -> None:
        """The person chose it."""
        before = self._exercise
        self._choose(row)
        if self._exercise != before:
            self.chosen.emit(self._exercise)

    def _choose(self, row: LibraryRow) -> None:
        self._exercise = row.objectName()
        row.setChecked(True)
        self._settle()
        self.reveal(row)

    def _settle(self) -> None:
        """Tab reaches the chosen row or, where it is not in sight, the first."""
        rows = self._found()
        reached = self._rows.get(self._exercise)
        if rows and (reached is None or reached.isHidden()):
            reached = rows[0]
        for row in self._rows.values():
            tab = row is reached
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if tab else Qt.FocusPolicy.NoFocus)

    def _fit(self) -> None:
        """Margins for its room; the scroll bar lies in the right one."""
        edge = (24 if self._compact else 32) if self._alone else 20
        right = edge if self._alone else _BAR + REACH
        bar = self._scroll.verticalScrollBar()
        taken = _BAR if bar.maximum() else 0
        top = 16 if self._compact else 26
        self._head_layout.setContentsMargins(edge - REACH, top, right - REACH, 3)
        self._list.setContentsMargins(edge, 6, right - taken, 24)
        width = round(WIDTH * max(1.0, self._theme.scale))
        self.setMinimumWidth(0 if self._alone else width)
        self.setMaximumWidth(_ANY if self._alone else width)
        self._edge = None if self._alone else Qt.Edge.RightEdge
