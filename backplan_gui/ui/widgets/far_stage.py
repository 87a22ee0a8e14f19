"""The stage as it is read from three metres: name, set, figure, one cue, and nothing else.

The list of instructions has no place here: the line that is on now stands at the foot.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .far_label import FarLabel
from .figure_paint import Framing
from .figure_stage import GROUND, MAT_WIDTH, SCALE, WIDTH, FigureStage, StageText
from .reading import put

SIDE, TOP, FOOT = 56, 43, 40
"""Margins of the words in the picture (16)."""
HORIZON = 0.66
TITLE, SET_LINE, OVERLINE, CUE = 80, 48, 38, 54
LEAST = 0.935
"""How small the name may get: 10 minutes of arc at three metres."""
PILLS = 2.24
"""So many times as large as in the window."""
CUE_LINES, CUE_LEAST, CUE_GAP = 3, 0.8, 8
GROWTHS = (1.0, 0.75, 0.5, 0.25, 0.0)
"""How much of the person's text size the words take: all of it, or what a low screen allows."""
LEAST_FIGURE = 0.22
"""Of the stage's height, which words leave to the figure."""
MAT_DEPTH = 20
"""How far the mat reaches below the feet, in a stage as wide as in the window."""


class FarStage(FigureStage):
    """The stage of the full screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._times = 1.0
        self._build_words()
        self._read_in_order(self._pills, self._cue, self._sides)
        theme.changed.connect(self._look_changed)

    @property
    def labels(self) -> tuple[FarLabel, FarLabel]:
        """The name of the exercise, and the cue."""
        return self._title, self._cue

    def set_times(self, times: float) -> None:
        """How large things are on this screen."""
        self._times = times
        for label in (self._overline, self._title, self._set_line, self._cue):
            label.set_times(times)
        self._pills.set_times(max(PILLS * times, 1.0))
        self._sides.set_times(times)
        self._look_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        flat = self._is_flat and self._text.sides is None
        QPainter(self).drawPixmap(0, 0, self._ground(0 if flat else self._horizon()))

    def _say(self, text: StageText) -> None:
        self._overline.setText(text.overline)
        self._overline.set_role("button", "rest" if text.rest else "primary")
        self._title.setText(text.title)
        self._set_line.setText(text.set_line)

    def _build_words(self) -> None:
        theme = self._theme
        self._overline = FarLabel(theme, "button", OVERLINE, "primary", parent=self)
        self._title = FarLabel(
            theme, "stageTitleFull", TITLE, near="stageTitle", least=LEAST, parent=self
        )
        self._set_line = FarLabel(theme, "h3", SET_LINE, least=CUE_LEAST, leading=1.2, parent=self)
        self._cue = FarLabel(theme, "cueFull", CUE, near="cue", least=CUE_LEAST, parent=self)

    def _px(self, length: float) -> int:
        return round(length * self._times)

    def _horizon(self) -> int:
        """Where the floor begins."""
        return round(self._ground_at() - GROUND * self.width() / WIDTH)

    def _ground_at(self) -> float:
        """Where the feet stand; higher where the cue takes more of the floor."""
        size = self.width() / WIDTH
        usual = self.height() * HORIZON + GROUND * size
        if self._cue.isHidden():
            return usual
        return min(usual, self._cue.y() - CUE_GAP - MAT_DEPTH * size)

    # Where everything lies

    def _place(self) -> None:
        """Name on top, cue at the foot, the figure or the two sides between them."""
        room, cue = self._place_words()
        self._sides.setVisible(self._text.sides is not None)
        self._figure.setVisible(self._text.sides is None and self._figure.drawing is not None)
        if self._text.sides is not None:
            high = max(0, room.height() - cue - CUE_GAP)
            self._sides.setGeometry(room.left(), room.top() + CUE_GAP, room.width(), high)
            self._sides.stand_on(self._horizon() - room.top() - CUE_GAP)
        else:
            self._place_figure(room, cue)

    def _place_words(self) -> tuple[QRect, int]:
        """All of them; what lies below the head, and how much of that the cue takes."""
        side = self._px(SIDE)
        width = max(1, self.width() - 2 * side)
        wanted = CUE_GAP if self._text.sides is not None else LEAST_FIGURE * self.height()
        for growth in GROWTHS:
            for label in (self._overline, self._title, self._set_line, self._cue):
                label.grow_by(growth)
            top = self._place_head(side, width)
            room = QRect(side, top, width, self.height() - self._px(FOOT) - top)
            cue = self._place_cue(room)
            if room.height() - cue >= wanted or self._theme.scale <= 1:
                break
        return room, cue

    def _place_head(self, side: int, width: int) -> int:
        """The overline, the name and the set line; returns where they end."""
        top = self._px(TOP)
        self._overline.setVisible(bool(self._text.overline))
        if self._text.overline:
            top -= self._px(TOP // 3)
            high = self._overline.fit(width, 1)
            put(self._overline, side, top, width, high)
            top += high
        high = self._title.fit(width, 1)
        self._title.setGeometry(side, top, width, high)
        return self._place_set_line(side, top + high + self._px(8), width)

    def _place_set_line(self, side: int, top: int, width: int) -> int:
        pills = self._pills.sizeHint()
        has_pills, gap = bool(self._text.pills), self._px(28)
        self._pills.setVisible(has_pills)
        self._set_line.setVisible(bool(self._text.set_line))
        if not self._text.set_line:
            return top
        room = width - pills.width() - gap if has_pills else width
        high = self._set_line.fit(room, 1)
        put(self._set_line, side, top, room, high)
        left = side + self._set_line.taken(room) + gap
        middle = top + (high - pills.height()) // 2
        put(self._pills, left, middle, pills.width(), pills.height())
        return top + high

    def _place_cue(self, room: QRect) -> int:
        """The line on the floor, at the foot of its room; its height."""
        text = self._text
        below = (GROUND + MAT_DEPTH) * self.width() / WIDTH + 2 * CUE_GAP
        floor = round(room.bottom() - self.height() * HORIZON - below)
        said = text.line or text.cue
        if text.sides is not None:
            said = text.cue
        elif text.whole:
            self._cue.setText(text.whole)
            if self._cue.fit(room.width(), CUE_LINES, floor) <= floor:
                said = text.whole
        self._cue.say(said)
        self._cue.setVisible(bool(said))
        if not said:
            return 0
        high = self._cue.fit(room.width(), CUE_LINES, floor)
        self._cue.setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high)
        return high

    def _place_figure(self, room: QRect, cue: int) -> None:
        size = self.width() / WIDTH
        self._figure.setGeometry(self.rect())
        self._figure.set_framing(
            Framing(
                ground=self._ground_at(),
                headroom=room.top() + 8,
                top=room.top() + 8,
                foot=self.height() - room.bottom() + cue + CUE_GAP,
                max_scale=SCALE * size,
                mat=self._text.mat,
                mat_width=MAT_WIDTH if self._text.mat else None,
            )
        )
