"""The stage: what is being done, as a figure and in words on a calm ground with a horizon.

It lays its words out by hand, so that the name and the set line stay at the top, the cue at
the foot, and nothing outside ever moves when they change. The figure stands between them,
and the cue shows the line that is on now; where large text leaves it no room, the list of
instructions takes its place.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .button import IconButton
from .figure_paint import Framing
from .figure_stage import GROUND, MAT_WIDTH, SCALE, WIDTH, FigureStage, StageText
from .fitting_label import FittingLabel
from .label import Label
from .numbered_lines import NumberedLines
from .reading import put

HORIZON, COMPACT_HORIZON = 0.7, 0.78
"""Where the floor begins, as a share of the height; a low stage leaves the words more room."""

FIGURE_LEAST = 110
"""Pixels from the words down to the floor below which a figure would say nothing."""

BESIDE = 600
"""Below this width, at 100 % text, the two buttons stand below each other."""
CUE_GAP = 12
MAT_DEPTH = 32
"""How far the mat and the air around it reach down from the horizon."""


class Stage(FigureStage):
    """The stage in the window, with a list of lines and two buttons."""

    needs_changed = Signal()
    """Its words need another height."""
    restart_asked = Signal()
    ways_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._compact, self._beside = False, True
        self._needed = self._cue_least = self._seen = 0
        self._is_lifted = False
        self._asked: tuple[object, ...] = ()
        """For what the height was found."""
        self._build_head()
        self._lines = NumberedLines(theme, parent=self)
        self._cue = FittingLabel(theme, ("cue",), parent=self)
        self._read_in_order(self._pills, self._lines, self._sides, self._cue)
        self._use_roles()
        theme.changed.connect(self._look_changed)

    @property
    def restart_button(self) -> IconButton:
        """Starts the current step again."""
        return self._restart

    @property
    def ways_button(self) -> IconButton:
        """Leads to the other versions of the exercise."""
        return self._ways

    @property
    def needed_height(self) -> int:
        """What its head and its cue in the smallest style take at its width."""
        return self._needed

    def set_compact(self, compact: bool) -> None:
        """Smaller words and margins for a small window."""
        if compact != self._compact:
            self._compact = compact
            self._use_roles()
            self._place()

    def set_seen(self, height: int) -> None:
        """How much of it is in sight: what to do now comes first where not all of it is."""
        self._seen = height
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(640, 552)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        horizon = self._horizon()
        seen_from_above = not self._figure.isHidden() and self._is_flat
        painter.drawPixmap(0, 0, self._ground(0 if seen_from_above else horizon))
        bare = self._text.sides is None and self._figure.isHidden()
        if self._text.mat and bare and self._is_clear(horizon):
            self._paint_mat(painter, horizon)

    def _horizon(self) -> int:
        """Where the floor begins; higher where two sides and their words need more of it."""
        floor = self._floor()
        if self._text.sides is None:
            return floor
        return max(1, min(floor, self._sides.y() + self._sides.floor))

    def _floor(self) -> int:
        """Where it begins for the cue, which may take more of it than usual."""
        low = self._compact and self._figure.isHidden()
        usual = round(self.height() * (COMPACT_HORIZON if low else HORIZON))
        if self._is_lifted:
            return self.height()
        return usual if self._cue.isHidden() else min(usual, self._cue.y() - 8)

    def _is_clear(self, horizon: int) -> bool:
        """No words stand where the mat would lie."""
        above = self._lines.isHidden() or self._lines.geometry().bottom() < horizon
        return above and (self._cue.isHidden() or self._cue.y() > horizon + MAT_DEPTH)

    def _paint_mat(self, painter: QPainter, horizon: int) -> None:
        inset = self.width() * 0.125
        mat = QRectF(inset, horizon + 12, self.width() - 2 * inset, MAT_DEPTH - 15)
        colour = self._theme.colour("cord")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.darker(108))
        painter.drawRoundedRect(mat, 5, 5)
        painter.setBrush(colour)
        painter.drawRoundedRect(mat.adjusted(0, 0, 0, -5), 5, 5)

    def _build_head(self) -> None:
        theme = self._theme
        self._overline = FittingLabel(theme, ("button", "label"), "primary", parent=self)
        self._title = FittingLabel(theme, ("stageTitle",), parent=self)
        self._set_line = FittingLabel(theme, ("h3",), parent=self)
        self._ways = IconButton(theme, self.tr("Other ways"), "stand")
        self._restart = IconButton(theme, self.tr("Start this step again"), "repeat")
        for button in (self._ways, self._restart):
            button.setParent(self)
        self._ways.clicked.connect(self.ways_asked)
        self._restart.clicked.connect(self.restart_asked)

    def _say(self, text: StageText) -> None:
        self._overline.setText(text.overline)
        self._overline.set_role("button", "rest" if text.rest else "primary")
        self._title.setText(text.title)
        self._set_line.setText(text.set_line)
        self._lines.show_lines(text.lines)

    def _use_roles(self) -> None:
        small = self._compact
        self._title.set_roles(
            ("stageTitleMin", "phaseMin", "breathMin") if small else ("stageTitle", "h1", "h2")
        )
        self._cue.set_roles(
            ("cueMin", "bodyLarge", "body") if small else ("cue", "cueMin", "bodyLarge")
        )

    def _place(self) -> None:
        """Name on top, cue at the foot, the list or the two sides between them."""
        side, self._is_lifted = 24 if self._compact else 32, False
        width = max(1, self.width() - 2 * side)
        top = self._place_head(side, width)
        foot = self.height() - (20 if self._compact else 24)
        room = QRect(side, top, width, foot - top)
        self._sides.setVisible(self._text.sides is not None)
        if self._text.sides is not None:
            self._figure.hide()
            self._place_sides(room)
        elif not self._place_figure(room):
            self._place_lines(room)
        needed = top + self.height() - foot
        if not self._cue.isHidden():
            needed += CUE_GAP + self._cue_least
            if 0 < self._seen < needed and self._text.sides is None:
                needed += self._lift_cue()
        asked = (self._text, self.width(), self._seen, self._compact, self._theme.scale)
        if asked == self._asked:  # in other heights other words stand: two might ask for each other
            needed = max(needed, self._needed)
        self._asked = asked
        if needed != self._needed:
            self._needed = needed
            self.needs_changed.emit()

    def _lift_cue(self) -> int:
        """Put what to do now above the name; how much more height that takes."""
        head = (self._overline, self._title, self._set_line, self._pills)
        shown = [part for part in head if not part.isHidden()]
        place = self._title.geometry()
        place.setTop(min(part.y() for part in shown))
        place.setHeight(self._cue.fit(place.width(), 0))
        self._cue.setGeometry(place)
        for part in shown:
            part.move(part.x(), part.y() + place.height() + CUE_GAP)
        self._is_lifted = True
        return place.height() - self._cue_least

    def _place_sides(self, room: QRect) -> None:
        self._lines.hide()
        cue = self._place_cue(self._text.cue, room)
        high = max(0, room.height() - cue - 32)
        self._sides.setGeometry(room.left(), room.top() + 16, room.width(), high)
        self._sides.stand_on(self._floor() - room.top() - 16)

    def _place_head(self, side: int, width: int) -> int:
        """The overline, the name and the set line; returns where they end."""
        beside = self._place_buttons(side)
        room = self.width() - side // 2 - self._restart.width() * (1 + beside) - side - 8
        top = 22 if self._compact else 26
        if self._text.overline:
            top = _put(self._overline, side, top, room, self._overline.fit(room)) + 3
        self._overline.setVisible(bool(self._text.overline))
        top = _put(self._title, side, top, room, self._title.fit(room, 1)) + 8
        self._set_line.setVisible(bool(self._text.set_line))
        if self._text.set_line:
            top = self._place_set_line(side, top, width if beside else room)
        return max(top, self._ways.geometry().bottom() - 8)

    def _place_buttons(self, side: int) -> bool:
        """In the upper corner behind the name, beside each other where that leaves it room."""
        edge, size = side // 2, self._restart.width()
        left, beside = self.width() - size - edge, self.width() >= BESIDE * self._theme.scale
        put(self._restart, left, edge, size, size)
        if beside:
            put(self._ways, left - size, edge, size, size)
        else:
            put(self._ways, left, edge + size, size, size)
        if beside != self._beside:
            self._beside = beside
            pair = (self._ways, self._restart) if beside else (self._restart, self._ways)
            _read_in_turn(*pair)
        return beside

    def _place_set_line(self, side: int, top: int, width: int) -> int:
        pills = self._pills.sizeHint()
        self._pills.setVisible(bool(self._text.pills))
        wanted = self._set_line.fit(width)
        beside = min(width, self._set_line.sizeHint().width()) + 14
        below = beside + pills.width() > width
        end = _put(self._set_line, side, top, width if below else beside, wanted)
        if below and self._text.pills:
            put(self._pills, side, end + 6, pills.width(), pills.height())
            return end + 6 + pills.height()
        middle = top + (wanted - pills.height()) // 2
        put(self._pills, side + beside, middle, pills.width(), pills.height())
        return end

    def _place_figure(self, room: QRect) -> bool:
        """The figure between the head and the cue; False where it has too little room."""
        self._figure.setVisible(self._figure.drawing is not None)
        if self._figure.isHidden():
            return False
        cue = self._place_cue(self._figure_cue(room), room)
        size = self.width() / WIDTH
        ground = min(self._horizon() + GROUND * size, room.bottom() - cue - CUE_GAP)
        if ground - room.top() < FIGURE_LEAST:
            self._figure.hide()
            return False
        self._lines.hide()
        self._figure.setGeometry(self.rect())
        self._figure.set_framing(
            Framing(
                ground=ground,
                headroom=room.top() + 8,
                top=room.top() + 8,
                foot=self.height() - room.bottom() + cue + CUE_GAP,
                max_scale=SCALE * size,
                mat=self._text.mat,
                mat_width=MAT_WIDTH if self._text.mat else None,
            )
        )
        return True

    def _figure_cue(self, room: QRect) -> str:
        """What is on now; while one gets ready all of it, if it fits on the floor."""
        text = self._text
        if text.whole:
            self._cue.setText(text.whole)
            floor = self.height() - round(self.height() * HORIZON) - 44
            if self._cue.fit(room.width(), 3) <= floor:
                return text.whole
        return text.line or text.cue

    def _place_lines(self, room: QRect) -> None:
        """The list above the floor if it fits there, else above the cue, else not at all."""
        text = self._text
        cue = self._place_cue(text.cue, room)
        gap = 18
        above_floor = self._horizon() - room.top() - gap - 10
        above_cue = room.height() - cue - 2 * gap
        high = 0
        if text.lines.texts:
            high = self._lines.fit(room.width(), above_floor, small=self._compact)
            high = high or self._lines.fit(room.width(), above_cue, small=True)
        self._lines.setVisible(bool(high))
        if high:
            self._lines.setGeometry(room.left(), room.top() + gap + 4, room.width(), high)
        elif text.line:
            self._place_cue(text.line, room)

    def _place_cue(self, text: str, room: QRect) -> int:
        """The line on the floor, at the foot of its room; its height."""
        self._cue.setText(text)
        self._cue.setVisible(bool(text))
        if not text:
            return 0
        self._cue_least = self._cue.fit(room.width(), 0)
        high = self._cue.fit(room.width(), 3, room.height() - CUE_GAP)
        self._cue.setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high)
        return high


def _read_in_turn(first: QWidget, second: QWidget) -> None:
    """In this order for Tab, and for a screen reader, which goes by who lies above whom."""
    QWidget.setTabOrder(first, second)
    first.stackUnder(second)


def _put(label: Label, left: int, top: int, width: int, height: int) -> int:
    put(label, left, top, width, height)
    return top + height
