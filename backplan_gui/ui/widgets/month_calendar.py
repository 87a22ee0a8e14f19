"""A month with a tick at each day on which a session was held, and a ring around today.

The days are one picture with one sentence, for nothing can be done to them: a screen reader
hears which dates there were. With the keyboard on them the arrows turn the month.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ...core.history import CalendarDay, CalendarWeek, Month, month_of, weeks_of
from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .button import IconButton
from .card import Card, column, row
from .flow import Flow
from .label import Label
from .reading import as_read

PITCH, HEAD = 40, 26
"""From one day to the next, and the line with their names, at 100 %."""
CHIP, RADIUS = 35, 11
RING = 4
"""How far the ring of today reaches into a day that is filled: half of it is the gap."""
LEAST_WEEKS = 5
"""What most months need; fewer leave a line empty, so that what is below stands still."""
KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
"""They point the way the months go."""
_PLAIN = Qt.KeyboardModifier.KeypadModifier


class MonthSaid(NamedTuple):
    """What is said of a month."""

    title: str
    sentence: str


Said = Callable[[Month], MonthSaid]


class _Arrow(IconButton):
    """The way to another month; faint where there is none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():
            super().paintEvent(event)
            return
        side = self._theme.px(22)
        edge = (self.width() - side) / 2
        ink = self._theme.colour("disabledInk")
        draw_icon(QPainter(self), self._icon, ink, QRectF(edge, edge, side, side))


class MonthGrid(QWidget):
    """The days of one month in weeks from Monday to Sunday."""

    ring_radius = 12.0
    ring_colour = "focus"

    turned = Signal(int)
    """So many months on; 0 is back to this one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._weeks: tuple[CalendarWeek, ...] = ()
        self._names = (
            self.tr("Mo"), self.tr("Tu"), self.tr("We"), self.tr("Th"), self.tr("Fr"),
            self.tr("Sa"), self.tr("Su"),
        )  # fmt: skip
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.tr("Left and right arrow: the month before, after"))
        theme.changed.connect(self._restyle)

    def show_weeks(self, weeks: tuple[CalendarWeek, ...], sentence: str) -> None:
        """Another month, and what there is to see in it."""
        if weeks == self._weeks and sentence == self.accessibleName():
            return
        self._weeks = weeks
        self.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self._restyle()

    def sizeHint(self) -> QSize:
        lines = max(LEAST_WEEKS, len(self._weeks))
        high = self._theme.px(HEAD) + lines * self._theme.px(PITCH)
        return QSize(7 * self._theme.px(PITCH), high)

    def minimumSizeHint(self) -> QSize:
        digits = QFontMetricsF(self._theme.font("body")).horizontalAdvance("30")
        return QSize(7 * (round(digits) + 6), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_PLAIN
        if plain and event.key() in KEYS:
            ahead = KEYS[Qt.Key(event.key())]
            turns = self.isRightToLeft() and event.key() in ARROWS
            self.turned.emit(-ahead if turns else ahead)
        elif plain and event.key() == Qt.Key.Key_Home:
            self.turned.emit(0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / 7
        head, pitch = self._theme.px(HEAD), self._theme.px(PITCH)
        painter.setFont(self._theme.font("smallStrong"))
        painter.setPen(self._theme.colour("ink2"))
        for place, name in enumerate(self._names):
            rect = as_read(self, QRectF(place * wide, 0, wide, head))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
        for line, week in enumerate(self._weeks):
            for place, day in enumerate(week):
                if day is not None:
                    cell = QRectF(place * wide, head + line * pitch, wide, pitch)
                    draw_day(painter, self._theme, day, self._chip(as_read(self, cell)))

    def _chip(self, cell: QRectF) -> QRectF:
        wide = min(self._theme.px(CHIP), cell.width() - 4)
        high = min(self._theme.px(CHIP), cell.height() - 4)
        chip = QRectF(0, 0, wide, high)
        chip.moveCenter(cell.center())
        return chip

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def draw_day(painter: QPainter, theme: Theme, day: CalendarDay, chip: QRectF) -> None:
    """A day: plain, filled with a tick below its number, ringed, or both."""
    if not day.sessions:
        if day.is_today:
            draw_area(painter, theme, chip, RADIUS, "surface", "primary", 2)
        painter.setFont(theme.font("label" if day.is_today else "body"))
        painter.setPen(theme.colour("primary" if day.is_today else "ink2"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(day.number))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(chip, RADIUS, RADIUS)
    inside = QRectF(chip)
    if day.is_today:
        inside = chip.adjusted(RING, RING, -RING, -RING)
        painter.setPen(QPen(theme.colour("surface"), RING / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = chip.adjusted(0.75 * RING, 0.75 * RING, -0.75 * RING, -0.75 * RING)
        painter.drawRoundedRect(line, RADIUS - 0.75 * RING, RADIUS - 0.75 * RING)
    painter.setPen(theme.colour("onPrimary"))
    painter.setFont(theme.font("smallStrong" if day.is_today else "label"))
    high = inside.height()
    number = QRectF(inside.left(), inside.top() + 0.02 * high, inside.width(), 0.64 * high)
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.number))
    side = 0.34 * high
    tick = QRectF(0, 0, side, side)
    tick.moveCenter(QRectF(inside.left(), inside.top() + 0.6 * high, inside.width(), 0.4 * high)
                    .center())  # fmt: skip
    draw_tick(painter, theme, tick)


def draw_tick(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """A tick, bolder than the icon is where it is this small."""
    pen = QPen(theme.colour("onPrimary"), max(1.6, rect.width() * 0.15))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.14, 0.52), (0.4, 0.76), (0.86, 0.26))
    points = [
        QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in corners
    ]
    painter.drawPolyline(points)


class _Sign(QWidget):
    """What a look of a day means, beside its words in the legend."""

    def __init__(self, theme: Theme, *, done: bool) -> None:
        super().__init__()
        self._theme, self._done = theme, done
        self._restyle()
        theme.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._done:
            draw_area(painter, self._theme, rect, 5, "primary")
            inset = 0.14 * rect.width()
            tick = rect.adjusted(inset, inset, -inset, -inset)
            draw_tick(painter, self._theme, tick)
        else:
            draw_area(painter, self._theme, rect, 5, "surface", "primary", 2)

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self.setFixedSize(side, side)
        self.update()


class MonthCalendar(Card):
    """The month, the way to the others, and what the signs mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._held: Mapping[str, int] = {}
        self._today = ""
        self._said: Said = _silent
        self._month = Month(1, 1)
        self._earliest = self._latest = self._month
        self._title = Label(theme, role="h3")
        self._grid = MonthGrid(theme)
        self._grid.turned.connect(self._turn)
        grid = row(self._grid, margins=(14, 0, 14, 0))
        layout = column(margins=(6, 12, 6, 14))
        layout.addLayout(self._build_head())
        layout.addLayout(grid)
        layout.addSpacing(8)
        layout.addWidget(self._build_legend())
        layout.addStretch(1)
        self.setLayout(layout)

    def show_held(self, held: Mapping[str, int], today: str, said: Said) -> None:
        """How many sessions there were on which dates; the month on show stays if it can."""
        was_latest = self._month in (self._latest, Month(1, 1))
        self._held, self._today, self._said = held, today, said
        self._latest = month_of(max([today, *held]))
        self._earliest = month_of(min([today, *held]))
        if was_latest or not self._earliest <= self._month <= self._latest:
            self._month = month_of(today)
        self._show_month()

    @property
    def month(self) -> Month:
        """The one on show."""
        return self._month

    def _build_head(self) -> QHBoxLayout:
        self._before = _Arrow(self._theme, self.tr("Month before"), "chevronLeft")
        self._after = _Arrow(self._theme, self.tr("Month after"), "chevronRight")
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        head = row(self._title, margins=(14, 0, 8, 0))
        head.setStretch(0, 1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        return head

    def _build_legend(self) -> QWidget:
        legend = QWidget()
        parts = ((True, self.tr("Session done")), (False, self.tr("Today")))
        pairs = []
        for done, text in parts:
            pair = QWidget()
            label = Label(self._theme, text, "small", "ink2")
            pair.setLayout(row(_Sign(self._theme, done=done), label, gap=8))
            pairs.append(pair)
        flow = Flow(*pairs, gap=20, line_gap=4)
        flow.setContentsMargins(14, 0, 14, 0)
        legend.setLayout(flow)
        return legend

    def _go_back(self) -> None:
        self._turn(-1)

    def _go_on(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        month = self._month.moved(by) if by else month_of(self._today)
        if self._earliest <= month <= self._latest:
            self._month = month
            self._show_month()

    def _show_month(self) -> None:
        said = self._said(self._month)
        self._title.setText(said.title)
        self._grid.show_weeks(weeks_of(self._month, self._held, self._today), said.sentence)
        for arrow, can in (
            (self._before, self._month > self._earliest),
            (self._after, self._month < self._latest),
        ):
            if not can and arrow.hasFocus():
                self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            arrow.setEnabled(can)


def _silent(_month: Month) -> MonthSaid:
    return MonthSaid("", "")
