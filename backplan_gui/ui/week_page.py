"""After the seven days: what they came to in plain numbers, and the days of a normal week.

Nothing here is a goal. What is picked says which day opens by itself, and can be changed or
dropped at any time (R18 and R19 of content/safety.md).
"""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.history import Figures
from ..core.routine import WEEKDAYS, Routine, is_picked, suggestion_of, whole
from ..core.week_numbers import WeekNumbers
from . import export_words, page_margins, progress_words, week_words
from .day_head import Fact
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Note, Scroll, column, row
from .widgets.choice import Choice
from .widgets.finish_blocks import PainCard
from .widgets.flow import Flow
from .widgets.in_place import in_place, lay_out
from .widgets.label import Label
from .widgets.stat_card import FigureCard
from .widgets.weekday_row import WeekdayRow

STACKED = 500
"""Below this width, which grows with the text, the figures lie over each other."""
GAP, AIR = 14, 16
"""Between two cards, and around what is scrolled into sight."""


class WeekView(NamedTuple):
    """What the page is told to show."""

    numbers: WeekNumbers
    routine: Routine
    today: str


class WeekPage(QWidget):
    """Shows a week and a routine; asks for another one, or for a calendar with it."""

    back_asked, calendar_asked = Signal(), Signal()
    suggestion_asked = Signal(str)
    """A Suggestion."""
    day_asked = Signal(int, int)
    """A weekday, Monday is 0, and the day of the plan for it, or REST."""

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._compact = theme, False
        self._routine: Routine = ()
        self.setAccessibleName(self.tr("Your week in numbers"))
        self._column = column(gap=GAP)
        self._column.addLayout(self._build_head())
        self._build_numbers()
        self._build_routine(content)
        self._build_foot()
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """The way back."""
        return self._back

    def show_week(self, view: WeekView) -> None:
        """The numbers, and what is picked; what is in sight stays where it is."""
        numbers, dates = view.numbers, view.numbers.dates
        with in_place(self._scroll):
            self._dates.setText(export_words.dates(*dates, view.today) if dates else "")
            self._dates.setVisible(dates is not None)
            self._show_figures(numbers.figures)
            self._forms.show_fact("easier", week_words.forms(numbers.forms))
            self._show_pain(numbers)
            self._show_routine(view.routine)

    def set_compact(self, compact: bool) -> None:
        """Smaller margins, for small windows."""
        if compact != self._compact:
            self._compact = compact
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_head(self) -> QHBoxLayout:
        """It scrolls along: with large text it would leave little room."""
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        self._dates = Label(self._theme, role="label", ink="primary", wrap=True)
        title = Label(self._theme, self.tr("Your week in numbers"), "h2", wrap=True)
        head = row(self._back, gap=20)
        head.addLayout(column(self._dates, title, gap=2), 1)
        return head

    def _build_numbers(self) -> None:
        self._days = FigureCard(self._theme, "spine")
        self._sets = FigureCard(self._theme, "layers")
        self._guided = FigureCard(self._theme, "clock")
        self._figures = row(self._days, self._sets, self._guided, gap=GAP)
        for place in range(3):
            self._figures.setStretch(place, 1)
        self._forms = Fact(self._theme, "easier")
        self._pain = PainCard(self._theme, self.tr("Pain before the first and the last session"))
        self._no_pain = Fact(self._theme, "info")
        self._column.addLayout(self._figures)
        for part in (self._forms, self._pain, self._no_pain):
            self._column.addWidget(part)

    def _build_routine(self, content: Content) -> None:
        title = Label(self._theme, self.tr("A normal week"), "h3", wrap=True)
        said = self.tr("Keep the days that help you. Rest days are good days, too.")
        heading = column(title, Label(self._theme, said, ink="ink2", wrap=True), gap=2)
        heading.setContentsMargins(0, GAP, 0, 0)
        self._suggestions = Choice(self._theme, self.tr("A normal week"), week_words.suggestions())
        self._suggestions.chosen.connect(self._on_suggestion)
        titles = {day.number: content.day_text(day.number).short for day in content.plan.days}
        options = [week_words.day(n, titles.get(n, "")) for n in (0, *titles)]
        self._rows = [
            WeekdayRow(self._theme, n, words.day_of_week(n), options) for n in range(WEEKDAYS)
        ]
        card = Card(self._theme)
        card.setLayout(column(*self._rows, gap=8, margins=(20, 14, 20, 14)))
        for weekday in self._rows:
            weekday.picked.connect(self._on_day)
            weekday.opened.connect(self._on_opened)
            weekday.moved.connect(self._reveal)
        self._column.addLayout(heading)
        self._column.addLayout(Flow(self._suggestions))
        self._column.addWidget(card)

    def _build_foot(self) -> None:
        later = self.tr("Add to my calendar")
        self._calendar = Button(self._theme, later, size=48, icon="calendar")
        self._calendar.clicked.connect(self.calendar_asked)
        self._said = Label(self._theme, ink="ink2", wrap=True)
        note = Note(self._theme)
        note.show_note(
            "heart",
            self.tr("After the seven days"),
            self.tr(
                "Regular walks go well with these days. See a doctor or physiotherapist if your"
                " back is not better after about 2 weeks, or if it gets worse."
            ),
        )
        self._column.addWidget(self._said)
        self._column.addLayout(Flow(self._calendar))
        self._column.addWidget(note)

    def _show_figures(self, figures: Figures) -> None:
        """Days that were counted by hand have no sets and no minutes, which is nothing to tell."""
        self._days.show_stat(progress_words.days(figures))
        self._sets.show_stat(progress_words.sets(figures))
        self._sets.setVisible(figures.sets > 0)
        self._guided.show_stat(progress_words.guided(figures))
        self._guided.setVisible(figures.guided_ms > 0)

    def _show_pain(self, numbers: WeekNumbers) -> None:
        change = numbers.pain
        self._pain.setVisible(change is not None)
        if change is not None:
            self._pain.show_pain(change.start, change.end, week_words.pain(change))
        none = self.tr("Not enough pain numbers to compare yet.")
        self._no_pain.show_fact("info", "" if change is not None else none)

    def _on_suggestion(self, value: str) -> None:
        """Where it cannot be kept, what is in force stands there again."""
        self.suggestion_asked.emit(value)
        self._show_routine(self._routine)

    def _on_day(self, weekday: int, day: int) -> None:
        self.day_asked.emit(weekday, day)
        self._show_routine(self._routine)

    def _show_routine(self, routine: Routine) -> None:
        self._routine = routine
        self._suggestions.show_choice(suggestion_of(routine))
        for weekday, number in zip(self._rows, whole(routine), strict=True):
            weekday.show_value(number)
        there = is_picked(routine)
        opens = self.tr("Backplan opens with the day of today. You can do any other one as well.")
        none = self.tr("Nothing is picked. Press one of the three, or pick a day yourself.")
        self._said.setText(opens if there else none)
        self._calendar.setVisible(there)

    def _on_opened(self, weekday: int) -> None:
        """One list is enough to look at."""
        for number, other in enumerate(self._rows):
            if number != weekday:
                other.close_list()

    def _reveal(self, widget: QWidget) -> None:
        lay_out()
        self._scroll.ensureWidgetVisible(widget, 0, AIR)

    def _fit(self) -> None:
        """Margins for the page's width; the scroll bar lies in the right one."""
        margin = page_margins.left(self.width(), compact=self._compact)
        right = page_margins.right(self.width(), margin)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._column.setContentsMargins(margin, 16 if self._compact else 26, right - taken, 24)
        across = self.width() - margin - right
        directions = QBoxLayout.Direction
        stacked = across < STACKED * max(1.0, self._theme.scale)
        self._figures.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
