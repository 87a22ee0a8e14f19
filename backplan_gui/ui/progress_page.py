"""What was done, and how it was: three figures, a month, the numbers, and every session.

It is a record to look at, not one to live up to: nothing counts days in a row, and what was
not done is not shown (R19 of content/safety.md).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ..content import Content
from ..core import history
from ..core.comparison import before_with_before
from ..core.history import HistorySession, Month
from ..core.schedule import Week
from . import page_margins
from . import progress_words as said
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.in_place import lay_out
from .widgets.label import Label
from .widgets.month_calendar import MonthCalendar, MonthSaid
from .widgets.pain_chart import PainChartCard
from .widgets.session_table import SessionTable
from .widgets.stat_card import FigureCard

NARROW = 740
"""Below this width of the page, which grows with the text, the calendar lies over the chart."""
STACKED = 500
"""Below this one the figures lie over each other."""
CALENDAR = 338
GAP = 14
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ProgressView(NamedTuple):
    """What the page is told to show."""

    sessions: Sequence[HistorySession]
    week: Week
    today: str


class ProgressPage(QWidget):
    """Shows the history; asks for a session, or for what is kept as a file."""

    session_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme = theme
        self._titles = {d.number: content.day_text(d.number).short for d in content.plan.days}
        self._view: ProgressView | None = None
        self._listed = history.LISTED
        self._held: Mapping[str, int] = {}
        self._compact = False
        self._frame = column()
        self._frame.addLayout(self._build_head())
        self._frame.addSpacing(GAP)
        self._parts = QWidget()
        parts = column(gap=GAP)
        parts.addLayout(self._build_figures())
        parts.addLayout(self._build_pictures())
        parts.addWidget(self._build_table())
        self._parts.setLayout(parts)
        self._empty = self._build_empty()
        self._frame.addWidget(self._parts)
        self._frame.addWidget(self._empty)
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """The newest session; before there is one, the page itself."""
        return self if self._view is None or not self._view.sessions else self._table.current

    def show_progress(self, view: ProgressView) -> None:
        """The record as it stands now."""
        if view == self._view:
            return
        self._view = view
        is_empty = not view.sessions
        self._empty.setVisible(is_empty)
        self._parts.setVisible(not is_empty)
        self._export.setVisible(not is_empty)
        if is_empty:
            return
        figures = history.figures(view.week, view.sessions)
        self._days.show_stat(said.days(figures))
        self._sets.show_stat(said.sets(figures))
        self._guided.show_stat(said.guided(figures))
        self._held = history.held_on(view.sessions)
        self._calendar.show_held(self._held, view.today, self._said_of_month)
        self._show_chart(view)
        self._show_table()
        if self.isVisible():
            lay_out()

    def set_compact(self, compact: bool) -> None:
        """There is little room."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Everything has its room before it is seen: by itself that takes several rounds."""
        super().showEvent(event)
        lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page scrolls by keys wherever they are not needed for something else."""
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build_head(self) -> QHBoxLayout:
        self._export = Button(self._theme, self.tr("Export"), size=44, icon="export")
        self._export.clicked.connect(self.export_asked)
        kept = self._export.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the title does not move
        self._export.setSizePolicy(kept)
        head = row(Label(self._theme, self.tr("Progress"), "h1"), gap=12)
        head.addStretch(1)
        head.addWidget(self._export)
        return head

    def _build_figures(self) -> QHBoxLayout:
        self._days = FigureCard(self._theme, "spine")
        self._sets = FigureCard(self._theme, "layers")
        self._guided = FigureCard(self._theme, "clock")
        self._figures = row(self._days, self._sets, self._guided, gap=GAP)
        for place in range(3):
            self._figures.setStretch(place, 1)
        return self._figures

    def _build_pictures(self) -> QHBoxLayout:
        self._calendar = MonthCalendar(self._theme)
        self._chart = PainChartCard(self._theme)
        self._pictures = row(self._calendar, gap=GAP)
        self._pictures.addWidget(self._chart, 1)
        return self._pictures

    def _build_table(self) -> SessionTable:
        self._table = SessionTable(self._theme)
        self._table.session_asked.connect(self.session_asked)
        self._table.more_asked.connect(self._show_more)
        return self._table

    def _build_empty(self) -> Card:
        first = Label(self._theme, self.tr("Nothing here yet."), "h3", wrap=True)
        then = self.tr("After your first session you will see it here.")
        words = column(first, Label(self._theme, then, ink="ink2", wrap=True), gap=2)
        line = row(Icon(self._theme, "chart", size=28), gap=18, margins=(24, 22, 24, 22))
        line.addLayout(words, 1)
        card = Card(self._theme)
        card.setLayout(line)
        return card

    def _show_chart(self, view: ProgressView) -> None:
        chart = history.pain_chart(view.sessions, view.week)
        columns = tuple(
            said.column(one, by_day=chart.by_day, today=view.today) for one in chart.columns
        )
        mine = [one for one in view.sessions if one.round == view.week.round]
        change = before_with_before(mine)
        only_week = len(mine) == len(view.sessions)
        line = said.change(change, only_week=only_week) if change else ""
        self._chart.show_chart(chart, columns, said.of_last(chart), line)

    def _show_table(self) -> None:
        assert self._view is not None
        rows = history.newest(self._view.sessions, self._listed)
        cells = [said.cells(one, self._titles, self._view.today) for one in rows]
        self._table.show_rows(cells, more=len(rows) < len(self._view.sessions))

    def _show_more(self) -> None:
        self._listed += history.LISTED
        self._show_table()

    def _said_of_month(self, month: Month) -> MonthSaid:
        assert self._view is not None
        return said.month(month, self._held, self._view.today)

    def _arrange(self) -> None:
        """Margins for the page's width; the scroll bar lies in the right one."""
        grown = max(1.0, self._theme.scale)
        margin = page_margins.left(self.width(), compact=self._compact)
        right = page_margins.right(self.width(), margin)
        across = self.width() - margin - right
        directions = QBoxLayout.Direction
        narrow = self._compact or across < NARROW * grown
        beside, below = directions.LeftToRight, directions.TopToBottom
        self._pictures.setDirection(below if narrow else beside)
        self._calendar.setMinimumWidth(0 if narrow else self._theme.px(CALENDAR))
        self._figures.setDirection(below if across < STACKED * grown else beside)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        top = 20 if self._compact else 26
        self._frame.setContentsMargins(margin, top, right - taken, 18)
