"""The panel beside the pages at home: the seven days, and the way to the other pages."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .. import words
from ..content import Content
from ..core.schedule import Week
from .icons import draw_icon
from .main_window import panel_width
from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import pressable
from .widgets.card import Filled, Icon, Scroll, column, row
from .widgets.label import Label
from .widgets.logo import Brand
from .widgets.reading import as_read
from .widgets.spine import SpineList, SpineRow

_GROWTH = 80
"""How many pixels wider the panel is at twice the text size."""
_ROW = 44
_TALL = 804
"""From this height on there is room for the way to a page that the settings lead to as well."""


class NavRow(QAbstractButton):
    """The way to a page; the one on show lies on a card."""

    ring_radius = 12.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, page: str, text: str, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._current = False
        self.setObjectName(page)
        self.setText(text)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_current(self, current: bool) -> None:
        """Say that its page is the one on show."""
        if current != self._current:
            self._current = current
            self.setAccessibleDescription(self.tr("on show") if current else "")
            self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().grownBy(QMargins(0, 0, 12, 0))

    def minimumSizeHint(self) -> QSize:
        advance = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(ceil(self._text_left() + advance), max(_ROW, self._theme.px(36)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        ink = self._theme.colour("primary" if self._current else "ink2")
        side = self._side()
        square = QRectF(15, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, ink, as_read(self, square))
        painter.setFont(self._font())
        painter.setPen(ink)
        text = QRectF(self._text_left(), 0, self.width(), self.height())
        painter.drawText(as_read(self, text), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_ground(self, painter: QPainter) -> None:
        if not (self._current or self.isDown() or self.underMouse()):
            return
        rect, outline = QRectF(self.rect()).adjusted(0, 1, 0, -1), "line" if self._current else ""
        painter.setOpacity(1.0 if self._current or self.isDown() else 0.6)
        draw_area(painter, self._theme, rect, 12, "surface", outline, 1)
        painter.setOpacity(1.0)

    def _side(self) -> int:
        return round(20 + 6 * (self._theme.scale - 1))

    def _text_left(self) -> int:
        return 15 + self._side() + 13

    def _font(self) -> QFont:
        return self._theme.font("body", 600 if self._current else 400)


class SidePanel(Filled):
    """The days, the navigation, and the promise of privacy; scrolls when text is large."""

    day_chosen = Signal(int)
    page_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", edges=Qt.Edge.RightEdge)
        self._compact = False
        self._page = "day"
        self._shown_day = 0
        self._rows: list[SpineRow] = []
        self._spine = SpineList(theme)
        self._spine.day_chosen.connect(self.day_chosen)
        inside = QWidget()
        self._layout = column(self._build_head(), self._spine)
        self._layout.addStretch(1)
        self._layout.addWidget(self._build_foot())
        inside.setLayout(self._layout)
        self._inside = inside
        self._scroll = Scroll(theme, inside)
        self._scroll.turns = False  # the page beside it does
        self.setLayout(column(self._scroll, margins=(0, 0, 1, 0)))
        self._spine.selectionModel().currentChanged.connect(self._keep_in_view)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_week(
        self,
        week: Week,
        content: Content,
        spans: Mapping[int, tuple[int, int]],
        *,
        today: str,
        shown_day: int,
        routine_day: int = 0,
    ) -> None:
        """How the days stand, how many minutes each would take, and which the page shows.

        `routine_day` is today's of a normal week, when all are done.
        """
        self._count.setText(words.part_of(week.days_done, len(week.days)))
        self._shown_day = shown_day
        self._rows = []
        for standing in week.days:
            day = content.plan.day(standing.number)
            span = spans[standing.number]
            title = content.day_text(standing.number).short
            is_today = standing.number == (week.next_day or routine_day)
            on = is_today and not week.done_on(today)  # else it waits for tomorrow (R13)
            self._rows.append(
                SpineRow(
                    standing.number,
                    title,
                    words.day_line(standing, span, today, is_today=on, parts=day.parts),
                    standing.shown,
                    is_today,
                    words.day_sentence(standing, title, span, is_today=on, parts=day.parts),
                )
            )
        self._show_rows()

    def set_current(self, page: str) -> None:
        """Mark the page on show: "day", or the name that page_asked gave."""
        self._page = page
        for nav in self._navigation:
            nav.set_current(nav.objectName() == page)
        self._show_rows()

    def set_compact(self, compact: bool) -> None:
        """The narrow panel of small windows."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _build_head(self) -> QWidget:
        self._count = Label(self._theme, role="small", ink="ink2")
        title = Label(self._theme, self.tr("Your seven days"), "smallStrong", "ink2", wrap=True)
        head = QWidget()
        self._head_layout = column(Brand(self._theme))
        line = row(title, self._count, gap=8, margins=(2, 0, 2, 0))
        line.setStretch(0, 1)
        self._head_layout.addLayout(line)
        head.setLayout(self._head_layout)
        return head

    def _build_foot(self) -> QWidget:
        self._line = Filled(self._theme, "line")
        self._line.setFixedHeight(1)
        self._navigation = [
            NavRow(self._theme, "progress", self.tr("Progress"), "chart"),
            NavRow(self._theme, "library", self.tr("Exercises"), "library"),
            NavRow(self._theme, "signs", self.tr("Warning signs"), "help"),
            NavRow(self._theme, "settings", self.tr("Settings"), "settings"),
            NavRow(self._theme, "about", self.tr("About"), "info"),
        ]
        self._foot_layout = column()
        self._below_line = row(self._line, margins=(6, 0, 6, 9))
        self._foot_layout.addLayout(self._below_line)
        for nav in self._navigation:
            nav.clicked.connect(self._ask_page)
            self._foot_layout.addWidget(nav)
        self._private = QWidget()
        promise = Label(
            self._theme, self.tr("Private. Stays on this computer."), "small", "ink3", wrap=True
        )
        lock = Icon(self._theme, "lock", "ink3", 15)
        promise_layout = row(lock, promise, gap=8, margins=(15, 8, 0, 14))
        promise_layout.setStretch(1, 1)
        self._private.setLayout(promise_layout)
        self._foot_layout.addWidget(self._private)
        foot = QWidget()
        foot.setLayout(self._foot_layout)
        return foot

    def _show_rows(self) -> None:
        self._spine.show_rows(self._rows, self._shown_day if self._page == "day" else 0)

    def _ask_page(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.page_asked.emit(sender.objectName())

    def _keep_in_view(self) -> None:
        if self._spine.hasFocus():
            rect = self._spine.visualRect(self._spine.currentIndex())
            middle = self._spine.mapTo(self._inside, rect.center())
            self._scroll.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    def _restyle(self) -> None:
        compact = self._compact
        self.setFixedWidth(panel_width(self._theme, compact=compact))
        self._head_layout.setContentsMargins(*((18, 12, 19, 6) if compact else (22, 22, 23, 6)))
        self._head_layout.setSpacing(8 if compact else 20)
        left, right = (12, 12) if compact else (16, 16)
        self._foot_layout.setContentsMargins(left, 3 if compact else 12, right, 0)
        self._below_line.setContentsMargins(6, 0, 6, 4 if compact else 9)
        self._private.setVisible(not compact)
        self._make_room()
        self._spine.set_compact(compact)

    def _make_room(self) -> None:
        self._navigation[-1].setVisible(not self._compact and self.height() >= _TALL)
