"""About the page for the physiotherapist: of which days it tells, and whether notes are on it."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from . import export_words as said
from .form_sheet import FormSheet
from .moment_steppers import DaySteppers
from .theme import Theme
from .widgets.card import Card, column
from .widgets.choice import Choice
from .widgets.flow import Flow
from .widgets.label import Label
from .widgets.tick import Tick

WEEK, SINCE, ALL = "week", "since", "all"


class Kept(msgspec.Struct, frozen=True):
    """Between which ISO dates there is something to tell."""

    first: str
    week: str
    """When the seven days that are under way began."""
    today: str


class PageWish(msgspec.Struct, frozen=True):
    """What the page is to be about: two ISO dates, both of them included."""

    first: str
    last: str
    notes: bool


class ReportForm(QWidget):
    """The span in a card, the notes below it."""

    changed = Signal()

    def __init__(self, theme: Theme, kept: Kept, before: PageWish | None) -> None:
        super().__init__()
        self._theme, self._kept = theme, kept
        self._span, self._since = WEEK, kept.first
        self._notes = Tick(theme, self.tr("With my notes"), frame=48)
        if before is not None:
            # Those dates, however they were chosen.
            spans = {kept.first: ALL, kept.week: WEEK}
            self._span, self._since = spans.get(before.first, SINCE), before.first
            self._notes.setChecked(before.notes)
        about = self.tr("Only the page has them. Your record stays as it is.")
        self._notes.setAccessibleDescription(about)
        self.setLayout(column(self._build_span(), self._notes, gap=10))
        self._refresh()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._choice.current

    @property
    def wish(self) -> PageWish:
        """The answers as they stand."""
        kept = self._kept
        first = {WEEK: kept.week, SINCE: self._since, ALL: kept.first}[self._span]
        return PageWish(first, kept.today, self._notes.isChecked())

    def _build_span(self) -> QWidget:
        name = self.tr("Which days")
        options = (
            (WEEK, self.tr("This week")),
            (SINCE, self.tr("Since a date")),
            (ALL, self.tr("Everything")),
        )
        self._choice = Choice(self._theme, name, options)
        self._choice.chosen.connect(self._on_span)
        self._day = DaySteppers(self._theme)
        self._day.changed.connect(self._on_day)
        self._dates = Label(self._theme, ink="ink2", wrap=True)
        inside = column(gap=8, margins=(20, 12, 20, 12))
        inside.addLayout(Flow(Label(self._theme, name), self._choice, gap=16, line_gap=4))
        inside.addWidget(self._day)
        inside.addWidget(self._dates)
        card = Card(self._theme)
        card.setLayout(inside)
        return card

    def _on_span(self, value: str) -> None:
        self._span = value
        self._refresh()
        self.changed.emit()

    def _on_day(self, day: str) -> None:
        self._since = day
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        kept = self._kept
        self._choice.show_choice(self._span)
        self._day.show_day(self._since, kept.first, kept.today)
        self._day.setVisible(self._span == SINCE)
        wish = self.wish
        self._dates.setText(said.dates(wish.first, wish.last, kept.today))


class ReportSheet(FormSheet):
    """Asks; `wished` tells the answers, where they are taken."""

    wished = Signal(object)

    def __init__(
        self, theme: Theme, window: QWidget, kept: Kept, before: PageWish | None = None
    ) -> None:
        """`before`: the answers of another time, to begin with."""
        form = ReportForm(theme, kept, before)
        super().__init__(
            theme,
            window,
            self.tr("For my physiotherapist"),
            self.tr("One page, A4: days, sets and pain numbers, in plain words."),
            form,
            take=self.tr("Choose where"),
            leave=self.tr("Not now"),
        )
        self._form = form
        form.changed.connect(self.place)
        form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Close, and tell what the page is to be about."""
        super().take()
        self.wished.emit(self._form.wish)
