"""The page of one day: what it is for, its exercises, and one obvious button."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ..content import Content
from ..core.records import SessionRecord
from ..core.routine import RoutineNow
from ..core.schedule import Week
from ..core.settings import Settings
from . import week_words
from .day_actions import DayActions
from .day_blocks import HomeQuestion, RoundDone, SetForToday
from .day_exercises import CARD_GAP, DayExercises
from .day_head import DayHead
from .day_view import DayView, TodayPlan, view_of
from .theme import Theme
from .widgets.card import Note, Scroll, column

_WIDE = 1144
"""The page's width in a window of 1440."""
_WIDEST_CONTENT = 960
_ROW = 590
"""Below this width, at 100 % text, a row's second half goes under its first."""
_TWO_BUTTONS = 700
"""The same for a block with two buttons."""
_TIP_ICONS = {"hydrated": "drop", "sleep": "moonstar", "listen": "heart"}


class _Shown(NamedTuple):
    """What the page was told to show."""

    number: int
    week: Week
    settings: Settings
    unfinished: SessionRecord | None
    today: str
    plan: TodayPlan | None
    routine: RoutineNow | None


class DayPage(QWidget):
    """Shows one day of the plan as it stands, and asks for what the person wants to do."""

    start_asked = Signal(int, str, int)
    """Day, exercise ("" for the whole day), minutes (0 as planned)."""
    continue_asked = Signal()
    restart_asked = Signal(int)
    mark_asked = Signal(int, bool)
    moves_asked = Signal(int, str)
    log_walk_asked = Signal(int)
    round_asked = Signal()
    week_asked = Signal()
    """What the week came to, and a normal one."""
    today_asked = Signal(int)
    """The day shall be fitted to today."""
    today_cleared = Signal(int)
    """It shall be again as the plan has it."""
    equipment_asked = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._view: DayView | None = None
        self._shown: _Shown | None = None
        self._chosen: dict[str, int] = {}
        self._compact = False
        self._head = DayHead(theme)
        self._why, self._tip = Note(theme), Note(theme)
        self._build_blocks()
        self._build_exercises()
        self._build_actions()
        self._build_page()
        theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """The main button."""
        return self._actions.primary

    def show_day(
        self,
        number: int,
        week: Week,
        settings: Settings,
        *,
        unfinished: SessionRecord | None,
        today: str,
        today_plan: TodayPlan | None = None,
        routine: RoutineNow | None = None,
    ) -> None:
        """A day of the current round; `today` is the local date.

        `today_plan` is what Start would play; without it, the day as the plan writes it.
        `routine` is what there is of a normal week, when all days are done.
        """
        if self._view is None or number != self._view.number:
            self._chosen = {}
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = _Shown(number, week, settings, unfinished, today, today_plan, routine)
        self._refresh()

    def set_compact(self, compact: bool) -> None:
        """Rows instead of cards and smaller margins, for small windows."""
        if compact != self._compact:
            self._compact = compact
            self._fit()

    def press_primary(self) -> None:
        """What Enter does."""
        self._actions.primary.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_blocks(self) -> None:
        self._round_done = RoundDone(self._theme)
        self._round_done.asked.connect(self.round_asked)
        self._round_done.week_asked.connect(self.week_asked)
        self._set = SetForToday(self._theme)
        self._set.asked.connect(self._on_cleared)
        self._home = HomeQuestion(self._theme)
        self._home.asked.connect(self.equipment_asked)

    def _build_exercises(self) -> None:
        self._exercises = DayExercises(self._theme, self._content)
        self._exercises.moves_asked.connect(self._on_moves)
        self._exercises.part_asked.connect(self._on_part)
        self._exercises.minutes_chosen.connect(self._on_minutes)
        self._exercises.log_asked.connect(self._on_log)

    def _build_actions(self) -> None:
        self._actions = DayActions(self._theme)
        self._actions.start_asked.connect(self.start_asked)
        self._actions.continue_asked.connect(self.continue_asked)
        self._actions.restart_asked.connect(self.restart_asked)
        self._actions.mark_asked.connect(self.mark_asked)
        self._actions.moves_asked.connect(self.moves_asked)
        self._actions.today_asked.connect(self.today_asked)

    def _build_page(self) -> None:
        self._notes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._notes.setSpacing(CARD_GAP)
        self._notes.addWidget(self._why, 1)
        self._notes.addWidget(self._tip, 1)
        self._notes.addWidget(self._home, 1)
        self._column = column(self._round_done, self._head, self._set)
        self._column.addLayout(self._exercises.grid)
        self._column.addLayout(self._notes)
        self._column.addLayout(self._actions.spill)
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        self._scroll = Scroll(self._theme, inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_margins)
        self.setLayout(column(self._scroll, self._actions))

    def _refresh(self) -> None:
        if self._shown is None:
            return
        number, week, settings, unfinished, today, plan, routine = self._shown
        self._view = view = view_of(
            self._content,
            number,
            week,
            settings,
            unfinished=unfinished,
            today=today,
            chosen=self._chosen,
            plan=plan,
            routine=routine,
        )
        self.setAccessibleName(view.text.title)
        is_whole = week.next_day is None
        if is_whole and self._round_done.isHidden():
            self._scroll.verticalScrollBar().setValue(0)  # it comes in above what is in sight
        self._round_done.setVisible(is_whole)
        self._round_done.show_routine(week_words.routine_said(routine, today))
        self._head.show_day(view)
        self._set.show_set(view.set_for_today)
        self._show_notes(view, ask=settings.equipment is None)
        self._actions.show_day(view)
        self._fit()

    def _show_notes(self, view: DayView, *, ask: bool) -> None:
        """The question has the place of the tip: with all three the page would scroll."""
        self._why.show_note("info", self.tr("Why this day"), view.text.why)
        tip = self._content.plan_text.tips[view.text.tip]
        self._tip.show_note(_TIP_ICONS.get(view.text.tip, "info"), tip.title, tip.text)
        self._tip.setVisible(not ask)
        self._home.setVisible(ask)

    def _fit(self) -> None:
        """Margins, cards or rows, one column of notes or two."""
        if self._view is None:
            return
        wide = self._fit_margins()
        narrow = wide < _ROW * self._theme.scale
        compact = self._compact
        self._exercises.show_exercises(self._view, wide, compact=compact, narrow=narrow)
        self._round_done.set_narrow(wide < _TWO_BUTTONS * self._theme.scale)
        self._set.set_narrow(narrow)
        self._head.set_compact(compact)
        one = compact or narrow
        directions = QBoxLayout.Direction
        self._notes.setDirection(directions.TopToBottom if one else directions.LeftToRight)
        self._put_in_order()

    def _fit_margins(self) -> int:
        """The margins for the page's width; how wide the content is.

        The scroll bar lies in the right margin, so that nothing moves when it comes.
        """
        margin = 24 if self._compact else 48 if self.width() >= _WIDE else 32
        right = max(margin, self.width() - margin - _WIDEST_CONTENT)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        top = 22 if self._compact else 34
        self._column.setContentsMargins(margin, top, right - taken, 20)
        self._column.setSpacing(14 if self._compact else 20)
        self._actions.set_margins(margin, right, compact=self._compact)
        return self.width() - margin - right

    def _put_in_order(self) -> None:
        """Tab goes down the page and then along the bar."""
        stops: list[QWidget] = [*self._round_done.buttons, self._set.button]
        stops += [*self._exercises.stops, self._home.button, *self._actions.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _on_moves(self, exercise: str) -> None:
        assert self._view is not None
        self.moves_asked.emit(self._view.number, exercise)

    def _on_part(self, exercise: str) -> None:
        assert self._view is not None
        part = next(p for p in self._view.parts if p.exercise == exercise)
        if part.is_unfinished:
            self.continue_asked.emit()
        else:
            self.start_asked.emit(self._view.number, exercise, part.minutes)

    def _on_minutes(self, exercise: str, minutes: int) -> None:
        self._chosen[exercise] = minutes
        self._refresh()

    def _on_cleared(self) -> None:
        assert self._view is not None
        self.today_cleared.emit(self._view.number)

    def _on_log(self) -> None:
        assert self._view is not None
        self.log_walk_asked.emit(self._view.number)
