"""The bar below a day: the one thing to do next, and quieter ones beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from .. import words
from .day_view import DayView
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Filled, row
from .widgets.flow import Flow
from .widgets.key_cap import KeyCap
from .widgets.label import Label

HEIGHT, COMPACT_HEIGHT = 92, 80
_GAP = 8
_QUIET_GAP = 12
_QUIET_SIZES = {48: 18, 44: 14}
"""How high the quiet buttons are, and the air before and behind their words."""
_HANG = 18
"""How far the air behind the last words may reach into the margin."""


class DayActions(Filled):
    """Always in view. What has no room in it goes to `spill`, which ends the page above."""

    start_asked = Signal(int, str, int)
    continue_asked = Signal()
    restart_asked = Signal(int)
    mark_asked = Signal(int, bool)
    moves_asked = Signal(int, str)
    today_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "paper", edges=Qt.Edge.TopEdge)
        self._view: DayView | None = None
        self._compact = False
        self._margins = (32, 32)
        self.primary = Button(theme, "", Kind.PRIMARY, size=60, icon="play")
        self.primary.clicked.connect(self.press)
        self._moves = Button(theme, self.tr("See the moves first"), Kind.QUIET)
        self._moves.clicked.connect(self._on_moves)
        self._today = Button(theme, self.tr("Fit it to today"), Kind.QUIET)
        self._today.clicked.connect(self._on_today)
        self._restart = Button(theme, self.tr("Start over"), Kind.QUIET)
        self._restart.clicked.connect(self._on_restart)
        self._mark = Button(theme, "", Kind.QUIET)
        self._mark.clicked.connect(self._on_mark)
        self._all = (self._moves, self._today, self._restart, self._mark)
        self._hint = QWidget()
        starts = Label(theme, self.tr("starts"), "small", "ink3")
        self._hint.setLayout(row(KeyCap(theme, self.tr("Enter")), starts, gap=8))
        self.spill = Flow(gap=_GAP)
        self._outside: list[Button] = []
        self._layout = row(self.primary, *self._all, gap=_GAP)
        self._layout.insertSpacing(1, _QUIET_GAP - _GAP)
        self._layout.addStretch(1)
        self._layout.addWidget(self._hint)
        self.setLayout(self._layout)
        theme.changed.connect(self.fit)

    @property
    def quiet(self) -> list[Button]:
        """The quiet buttons that make sense now, in reading order."""
        view = self._view
        can_fit = view is not None and view.can_fit
        under_way = view is not None and view.under_way is not None
        wanted = (True, can_fit, under_way, True)
        return [button for button, there in zip(self._all, wanted, strict=True) if there]

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order: first what has gone to `spill`."""
        return [*self._outside, self.primary, *(b for b in self.quiet if b not in self._outside)]

    def show_day(self, view: DayView) -> None:
        """What can be done with a day as it stands."""
        self._view = view
        for button in self._all:
            button.setVisible(button in self.quiet)
        self._mark.setText(
            self.tr("Count it as not done") if view.is_done else self.tr("Count it as done")
        )
        self.fit()

    def set_margins(self, left: int, right: int, *, compact: bool) -> None:
        """The margins of the page above, and whether the bar is low."""
        self._compact, self._margins = compact, (left, right)
        self.fit()

    def press(self) -> None:
        """Start, or go on."""
        view = self._view
        if view is None:
            return
        if view.under_way is not None:
            self.continue_asked.emit()
        elif view.first_part is not None:
            part = view.first_part
            self.start_asked.emit(view.number, part.exercise, part.minutes)
        else:
            self.start_asked.emit(view.number, "", 0)

    def fit(self) -> None:
        """Fill the bar with what its width allows."""
        if self._view is None:
            return
        left, right = self._margins
        room = self.width() - left - right
        self._fit_primary(self._view, room)
        self.setFixedHeight(
            max(COMPACT_HEIGHT if self._compact else HEIGHT, self.primary.sizeHint().height() + 20)
        )
        used, spilled = self._fit_quiet(room)
        self._layout.setContentsMargins(left, 10, right - max(0, used - room), 10)
        if spilled != self._outside:
            self._spill(spilled)
        enough = used + _GAP + self._hint.sizeHint().width() <= room
        self._hint.setVisible(enough and not self._compact)

    def minimumSizeHint(self) -> QSize:
        """What has no room goes, so the bar never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _fit_quiet(self, room: int) -> tuple[int, list[Button]]:
        """The width used, and which buttons have no room; all smaller where that takes more in."""
        tried = [self._laid_out(size, room) for size in _QUIET_SIZES]
        best = min(tried, key=lambda one: len(one[1]))
        size = list(_QUIET_SIZES)[tried.index(best)]
        for button in self._all:
            button.set_size(size)
        self.spill.set_hang(_QUIET_SIZES[size])
        return best

    def _laid_out(self, size: int, room: int) -> tuple[int, list[Button]]:
        used = self.primary.sizeHint().width() + _QUIET_GAP - _GAP
        spilled: list[Button] = []
        for button in self.quiet:
            button.set_size(size)
            wanted = _GAP + button.sizeHint().width()
            if spilled or used + wanted > room + _HANG:
                spilled.append(button)
            else:
                used += wanted
        return used, spilled

    def _fit_primary(self, view: DayView, room: int) -> None:
        """The words with the minutes where they fit, without them and smaller where not."""
        text, length = self._primary_words(view)
        whole = words.MIDDLE_DOT.join((text, length)) if length else text
        self.primary.setAccessibleName(whole)
        again = _is_again(view) and view.under_way is None
        self.primary.set_icon("repeat" if again else "play")
        for size, shown in ((60, whole), (60, text), (48, text)):
            self.primary.set_size(size)
            self.primary.setText(shown)
            if self.primary.sizeHint().width() <= room:
                return

    def _primary_words(self, view: DayView) -> tuple[str, str]:
        """What the main button says, and how long it takes ("" where nobody knows)."""
        part = view.first_part
        name = part.name if part else self.tr("Day {}").format(view.number)
        if view.under_way is not None:
            left = self.tr("{} left").format(words.minutes(view.minutes_left))
            return self.tr("Continue {}").format(name), left
        if _is_again(view):
            length = words.minutes(*view.span) if view.set_for_today and part is None else ""
            return self.tr("Do {} again").format(name), length
        if part is not None:
            return self.tr("Start {}").format(name), words.minutes(part.length)
        if view.is_started:
            length = words.minutes(*view.span) if view.plan else ""
            return self.tr("Continue {}").format(name), length
        return self.tr("Start {}").format(name), words.minutes(*view.span)

    def _spill(self, spilled: list[Button]) -> None:
        self._outside = spilled
        for place, button in enumerate(self._all):
            self._layout.removeWidget(button)
            self.spill.removeWidget(button)
            if button in spilled:
                self.spill.addWidget(button)
            else:
                self._layout.insertWidget(2 + place, button)
        for button in self.quiet:
            button.show()  # Qt hides what gets another parent

    def _on_moves(self) -> None:
        if self._view is not None:
            self.moves_asked.emit(self._view.number, "")

    def _on_today(self) -> None:
        if self._view is not None:
            self.today_asked.emit(self._view.number)

    def _on_restart(self) -> None:
        if self._view is not None:
            self.restart_asked.emit(self._view.number)

    def _on_mark(self) -> None:
        if self._view is not None:
            self.mark_asked.emit(self._view.number, not self._view.is_done)


def _is_again(view: DayView) -> bool:
    """What the main button is about was done; of a day in parts, that part."""
    part = view.first_part
    return view.is_done if part is None else part.is_done
