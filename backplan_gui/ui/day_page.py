"""The page of one day: what it is for, its exercises, and one obvious button."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from .. import words
from ..content import Content
from ..core.plan import Prescription
from ..core.records import SessionRecord
from ..core.schedule import Week
from ..core.settings import Settings
from .day_actions import DayActions
from .day_head import DayHead
from .day_parts import PartRow
from .day_view import DayView, view_of
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Note, Scroll, column
from .widgets.exercise_card import ExerciseCard, ExerciseRow
from .widgets.label import Label

_WIDE = 1144
"""The page's width in a window of 1440."""
_WIDEST_CONTENT = 960
_CARD, _CARDS, _CARD_GAP, _ROW_GAP = 195, 3, 16, 10
_ROW = 590
"""Below this width, at 100 % text, a row's second half goes under its first."""
_TIP_ICONS = {"hydrated": "drop", "sleep": "moonstar", "listen": "heart"}

Exercise = ExerciseCard | ExerciseRow | PartRow


class RoundDone(Card):
    """All seven are done: said once, calmly, with the way to begin again."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "primarySoft", radius=16)
        self.button = Button(theme, self.tr("Start the week again"))
        self.button.clicked.connect(self.asked)
        said = column(
            Label(theme, self.tr("Seven of seven."), "h3", wrap=True),
            Label(
                theme,
                self.tr("You finished the plan. Keep the days that help you."),
                ink="ink2",
                wrap=True,
            ),
        )
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(20, 14, 20, 14)
        self._box.setSpacing(12)
        self._box.addLayout(said, 1)
        self._box.addWidget(self.button)
        self.setLayout(self._box)

    def set_narrow(self, narrow: bool) -> None:
        """The button below the words."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)


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

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._view: DayView | None = None
        self._shown: tuple[int, Week, Settings, SessionRecord | None, str] | None = None
        self._chosen: dict[str, int] = {}
        self._compact = False
        self._built: tuple[int, bool] | None = None
        self._exercises: list[Exercise] = []
        self._round_done = RoundDone(theme)
        self._round_done.asked.connect(self.round_asked)
        self._head = DayHead(theme)
        self._grid = QGridLayout()
        self._why, self._tip = Note(theme), Note(theme)
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
    ) -> None:
        """A day of the current round; `today` is the local date."""
        if self._view is None or number != self._view.number:
            self._chosen = {}
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = (number, week, settings, unfinished, today)
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

    def _build_actions(self) -> None:
        self._actions = DayActions(self._theme)
        self._actions.start_asked.connect(self.start_asked)
        self._actions.continue_asked.connect(self.continue_asked)
        self._actions.restart_asked.connect(self.restart_asked)
        self._actions.mark_asked.connect(self.mark_asked)
        self._actions.moves_asked.connect(self.moves_asked)

    def _build_page(self) -> None:
        self._notes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._notes.setSpacing(_CARD_GAP)
        self._notes.addWidget(self._why, 1)
        self._notes.addWidget(self._tip, 1)
        self._column = column(self._round_done, self._head)
        self._column.addLayout(self._grid)
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
        number, week, settings, unfinished, today = self._shown
        self._view = view = view_of(
            self._content,
            number,
            week,
            settings,
            unfinished=unfinished,
            today=today,
            chosen=self._chosen,
        )
        self._round_done.setVisible(week.next_day is None)
        self.setAccessibleName(view.text.title)
        self._head.show_day(view)
        self._why.show_note("info", self.tr("Why this day"), view.text.why)
        tip = self._content.plan_text.tips[view.text.tip]
        self._tip.show_note(_TIP_ICONS.get(view.text.tip, "info"), tip.title, tip.text)
        self._actions.show_day(view)
        self._fit()

    def _fit(self) -> None:
        """Margins, cards or rows, one column of notes or two."""
        if self._view is None:
            return
        wide = self._fit_margins()
        narrow = self._is_narrow(wide)
        least = _CARDS * _CARD * self._theme.scale + 2 * _CARD_GAP
        cards = wide >= least and not self._compact and not self._view.parts
        self._show_exercises(self._view, wide, cards=cards)
        self._round_done.set_narrow(narrow)
        self._head.set_compact(self._compact)
        one = self._compact or narrow
        directions = QBoxLayout.Direction
        self._notes.setDirection(directions.TopToBottom if one else directions.LeftToRight)
        self._put_in_order()

    def _is_narrow(self, wide: int) -> bool:
        return wide < _ROW * self._theme.scale

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
        self._grid.setContentsMargins(0, 4 if self._compact else 6, 0, 0)
        self._actions.set_margins(margin, right, compact=self._compact)
        return self.width() - margin - right

    def _show_exercises(self, view: DayView, wide: int, *, cards: bool) -> None:
        narrow = self._is_narrow(wide)
        if self._built != (view.number, cards):
            self._built = (view.number, cards)
            self._clear_exercises()
            self._grid.setSpacing(_CARD_GAP if cards else _ROW_GAP)
            columns = _CARDS if cards else 1
            for place in range(_CARDS):
                self._grid.setColumnStretch(place, 1 if place < columns else 0)
            for place, prescription in enumerate(view.day.exercises):
                made = self._exercise(view, prescription, cards=cards)
                self._exercises.append(made)
                self._grid.addWidget(made, place // columns, place % columns)
                made.show()  # at once, so that Tab and readers meet it before the next event
        for made in self._exercises:
            if isinstance(made, ExerciseRow):
                made.set_narrow(narrow)
        for part, made in zip(view.parts, self._exercises, strict=False):
            if isinstance(made, PartRow):
                made.show_part(part)
                made.set_width(wide)

    def _exercise(self, view: DayView, prescription: Prescription, *, cards: bool) -> Exercise:
        exercise = prescription.exercise
        text = self._content.text(exercise)
        dose = words.dose(prescription.dose, text)
        if view.parts:
            part = PartRow(self._theme, exercise, text, dose)
            part.start_asked.connect(self._on_part)
            part.minutes_chosen.connect(self._on_minutes)
            part.log_asked.connect(self._on_log)
            part.moves_asked.connect(self._on_moves)
            return part
        kind = ExerciseCard if cards else ExerciseRow
        made = kind(self._theme, exercise, text, dose)
        made.clicked.connect(self._on_exercise)
        return made

    def _clear_exercises(self) -> None:
        for made in self._exercises:
            self._grid.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._exercises = []

    def _put_in_order(self) -> None:
        """Tab goes down the page and then along the bar."""
        stops: list[QWidget] = [self._round_done.button]
        for made in self._exercises:
            stops += made.stops if isinstance(made, PartRow) else [made]
        stops += self._actions.stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _on_exercise(self) -> None:
        sender = self.sender()
        assert sender is not None
        self._on_moves(sender.objectName())

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

    def _on_log(self) -> None:
        assert self._view is not None
        self.log_walk_asked.emit(self._view.number)
