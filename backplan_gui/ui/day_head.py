"""The upper part of a day's page: which day, its goal, the facts, and how it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from .. import words
from ..core.exercise import Place
from ..core.schedule import DayStanding, DayState
from . import icons
from .day_view import DayView
from .theme import Theme
from .widgets.card import Icon, column, row
from .widgets.flow import Flow
from .widgets.label import Label


class Fact(QWidget):
    """An icon and a few words."""

    def __init__(self, theme: Theme, icon: str, text: str = "", ink: str = "ink2") -> None:
        super().__init__()
        self._icon = Icon(theme, icon, size=20)
        self._label = Label(theme, text, ink=ink, wrap=True)
        layout = row(self._icon, self._label, gap=8)
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_fact(self, icon: str, text: str) -> None:
        """What it says from now on; nothing hides it. Without an icon the words stand alone."""
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon)
        self._label.setText(text)
        self.setVisible(bool(text))


class DayHead(QWidget):
    """Overline, title, goal, facts, and a line for everything that is different today."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._overline = Label(theme, role="label", ink="primary", wrap=True)
        self._title = Label(theme, role="h1", wrap=True)
        self._goal = Label(theme, role="bodyLarge", ink="ink2", wrap=True)
        self._length = Fact(theme, "clock")
        self._amount = Fact(theme, "layers")
        self._equipment = Fact(theme, "mat")
        self._positions = Fact(theme, "floor")
        facts = QWidget()
        facts.setLayout(
            Flow(self._length, self._amount, self._equipment, self._positions, gap=20, line_gap=6)
        )
        self._lines = [Fact(theme, "info", ink="ink") for _ in range(4)]
        self._said_place = QWidget()
        self._said_place.setLayout(column(*self._lines, gap=4, margins=(0, 12, 0, 0)))
        layout = column(self._overline)
        layout.addSpacing(6)
        layout.addWidget(self._title)
        layout.addSpacing(4)
        layout.addWidget(self._goal)
        layout.addSpacing(16)
        layout.addWidget(facts)
        layout.addWidget(self._said_place)
        self.setLayout(layout)

    def show_day(self, view: DayView) -> None:
        """The words for a day as it stands."""
        self._overline.setText(words.MIDDLE_DOT.join(self._overline_parts(view)))
        self._title.setText(view.text.title)
        self._goal.setText(view.text.goal)
        low, high = view.span
        self._length.show_fact("clock", self.tr("About {}").format(words.minutes(low, high)))
        self._amount.show_fact("layers", self._amount_of(view))
        mat_first = sorted(view.things, key="mat".__ne__)  # as the plan says it
        self._equipment.show_fact(icons.of_things(mat_first), view.equipment)
        self._positions.show_fact(icons.of_place(view.place), self._positions_of(view))
        said = self._said(view)
        for number, line in enumerate(self._lines):
            line.show_fact(*(said[number] if number < len(said) else ("info", "")))
        self._said_place.setVisible(bool(said))
        self._fit_title()

    def set_compact(self, compact: bool) -> None:
        """Small windows have no room for every fact."""
        self._positions.setVisible(not compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _amount_of(self, view: DayView) -> str:
        """What there is to do, and of how much that is a part."""
        plan, whole = view.plan, view.standing.sets
        count = plan.exercises if plan else len(view.day.exercises) - len(view.left_out)
        if view.parts:
            return words.exercises(count)
        sets = words.sets(whole)
        if plan is not None:
            short = plan.sets < plan.whole
            sets = words.sets_of(plan.sets, plan.whole) if short else words.sets(plan.sets)
        return ", ".join((words.exercises(count), sets))

    def _positions_of(self, view: DayView) -> str:
        if view.plan is not None and not view.plan.today.floor:
            return self.tr("Sitting and standing")
        if view.places:
            said = ", ".join(map(self._place, view.places))
            return said[:1].upper() + said[1:]
        return view.text.positions

    def _place(self, place: Place) -> str:
        match place:
            case Place.FLOOR:
                return self.tr("floor")
            case Place.SITTING:
                return self.tr("sitting")
            case Place.STANDING:
                return self.tr("standing")

    def _overline_parts(self, view: DayView) -> list[str]:
        standing = view.standing
        parts = [self.tr("Day {} of {}").format(view.number, len(view.week.days))]
        if view.turn:
            parts += [self.tr("Routine"), self._turn_of(view)]
        elif view.is_done:
            parts.append(words.done_on(standing, view.today))
        elif view.is_started:
            parts.append(_started(view))
        elif view.is_next:
            waits = view.week.done_on(view.today)
            parts.append(self.tr("Next") if waits else self.tr("Today"))
        elif standing.state is DayState.SKIPPED:
            parts.append(self.tr("Skipped"))
        return parts

    def _turn_of(self, view: DayView) -> str:
        """When the routine comes to it."""
        return self.tr("Today") if view.turn == view.today else words.weekday(view.turn, "dddd")

    def _said(self, view: DayView) -> list[tuple[str, str]]:
        """What is worth a line of its own: icon and sentence."""
        said: list[tuple[str, str]] = []
        if view.is_started:
            said.append(("check", self.tr("{}. What you did counts.").format(_started(view))))
        if view.elsewhere is not None:
            text = self.tr(
                "Day {} is not finished. Starting this day ends it; what you did is saved."
            )
            said.append(("pause", text.format(view.elsewhere)))
        part = view.first_part
        if part is not None and part.is_unfinished:
            text = self.tr(
                "{} is not finished. Starting another part ends it; what you did is saved."
            )
            said.append(("pause", text.format(part.name)))
        following, done_today = view.week.next_day, view.week.done_on(view.today)
        if following is not None and following < view.number and not view.is_done:
            text = self.tr("Day {} is next. There is no rush.")
            said.append(("calendar", text.format(following)))
        elif view.is_next and done_today:
            said.append(("rest", self._night_said(view.week.day(max(done_today)))))
        if view.parts:
            text = self.tr("Day {} comes in three parts. Do them when it suits you.")
            said.append(("layers", text.format(view.number)))
        return said

    def _night_said(self, done: DayStanding) -> str:
        """A day was completed today, in the words of R13."""
        said = self.tr("Day {} is counted as done.")
        if not done.by_hand:
            said = self.tr("Day {} is done for today.")
        return " ".join((said.format(done.number), self.tr("Muscles like a night between.")))

    def _fit_title(self) -> None:
        """One size smaller if that saves a line."""
        wide, less = (
            QFontMetricsF(self._theme.font(role)).horizontalAdvance(self._title.text()) + 2
            for role in ("h1", "h2")
        )
        self._title.set_role("h2" if less <= self.width() < wide else "h1")


def _started(view: DayView) -> str:
    standing = view.standing
    return words.started(standing.sets_done, standing.sets, parts=bool(view.parts))
