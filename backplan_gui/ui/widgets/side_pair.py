"""Left is done, right is next: the figure on both sides of a change, an arrow between."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ...core.shapes import Drawing
from ..icons import draw_icon
from ..theme import Theme, tokens
from .figure_paint import Framing, paint_figure, palette_of
from .fitting_label import FittingLabel
from .reading import as_read, put

ARROW, ARROW_SHARE = 64, 0.45
"""The arrow's size, and how much of a badge it is at most."""
SMALLEST, LARGEST = 64, 2.5
"""Badges: in pixels, for smaller ones would say nothing; in arrows."""
FEET = 12
"""How far below the horizon the figures stand."""
FLOOR = 36
"""From the horizon to words that stand clear of the mat."""
CLOSE = 16
"""From the horizon to words right below the feet."""
CHECK, CHECK_GAP = 0.62, 10
"""The mark before the side that is done, in lines of its words, and what parts it from them."""
CAPTIONS = ("breathMin", "h3", "label")
FAR_CAPTIONS, FAR_PX = ("cueFull", "hero", "stageTitle", "breath"), 56
"""On a screen that is read from afar, with the most pixels they may have on one of 1920."""
DETAILS = ("bodyLarge", "body")
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Sides(msgspec.Struct, frozen=True):
    """What is shown and said of the two sides."""

    figures: tuple[Drawing, Drawing]
    before: str
    done: bool
    after: str
    detail: str


class SidePair(QWidget):
    """Two figures with words below; the side that is next has the colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sides: Sides | None = None
        self._before = FittingLabel(theme, CAPTIONS, "ink2", align=CENTRE, parent=self)
        self._after = FittingLabel(theme, CAPTIONS, align=CENTRE, parent=self)
        self._detail = FittingLabel(theme, DETAILS, "ink2", align=CENTRE, parent=self)
        self._is_detailed = True
        self._captions: tuple[str, ...] = CAPTIONS
        self._arrow = ARROW
        self._badge = 0.0
        self._middle = self._foot = 0.0
        self._ground = self._floor = 0
        self._check = QRectF()
        theme.changed.connect(self._place)

    def set_times(self, times: float) -> None:
        """For who is far away, on a screen of that size."""
        fitting = [r for r in FAR_CAPTIONS if tokens().type.roles[r].px <= FAR_PX * times]
        self._captions = (*fitting, *CAPTIONS)
        self._arrow, self._is_detailed = round(2 * ARROW * times), False
        self._place()

    def show_sides(self, sides: Sides) -> None:
        """The side that is done and the one that comes."""
        if sides != self._sides:
            self._sides = sides
            self._before.setText(sides.before)
            self._after.setText(sides.after)
            self._detail.setText(sides.detail)
            self._place()
            self.update()

    def stand_on(self, ground: int) -> None:
        """Where the floor begins: badges above it, words on it, if there is room for both."""
        self._ground = ground
        self._place()

    @property
    def floor(self) -> int:
        """Where the floor has to begin for the figures and their words to stand on it.

        Where it is asked for, if even the words have no room.
        """
        return self._floor if self._before.isVisibleTo(self) else self._ground

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sides is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sides.done and not self._check.isNull():
            draw_icon(painter, "check", self._theme.colour("primary"), as_read(self, self._check))
        if self._badge < SMALLEST:
            return
        half = self.width() / 2 - self._arrow / 2
        for left, drawing, done in zip(
            (0.0, half + self._arrow), self._sides.figures, (True, False), strict=True
        ):
            framing = Framing(ground=self._foot, headroom=0, mat=False)
            colours = palette_of(self._theme, done=done)
            room = as_read(self, QRectF(left, 0, half, self.height()))
            paint_figure(painter, room, drawing, colours, framing)
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        theme = self._theme
        size = min(self._arrow, self._badge * ARROW_SHARE)
        centre = QPointF(self.width() / 2, self._middle)
        painter.setPen(QPen(theme.colour("primary"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(centre, size / 2, size / 2)
        icon = QRectF(centre.x() - size / 5, centre.y() - size / 5, size / 2.5, size / 2.5)
        draw_icon(painter, "arrowRight", theme.colour("primary"), icon)

    def _place(self) -> None:
        """Words on the floor or above it, badges in what is left; what has no room goes."""
        width = max(1, self.width() // 2 - 12)
        captions = self._captions
        for roles, detailed in ((captions, True), (captions[1:], True), (captions[-2:], False)):
            words = self._fit_words(width, roles, detailed=detailed and self._is_detailed)
            if words <= self.height():
                break
        self._floor, top = self._levels(words)
        above = self._floor
        beside = (self.width() / 2 - 24) / (1 + ARROW_SHARE)
        self._badge = max(0.0, min(LARGEST * self._arrow, above - 8, beside))
        self._middle = max(self._badge / 2 + 2, above / 2)
        self._foot = max(1.0, min(float(above) + FEET, self.height()))
        for label in (self._before, self._after):
            label.setVisible(words <= self.height())
        middle, after = self.width() // 2, self._after.heightForWidth(width)
        self._place_before(top, width, visible=words <= self.height())
        put(self._after, middle + 6, top, width, after)
        put(self._detail, middle + 6, top + after, width, words - after)

    def _place_before(self, top: int, width: int, *, visible: bool) -> None:
        """What is done, in the middle of its half together with its mark if both fit there."""
        high = self._before.heightForWidth(width)
        wide, side = self._before.natural_width, CHECK * high
        mark = side + CHECK_GAP
        self._check = QRectF()
        if not visible or wide + mark > width:
            put(self._before, 6, top, width, high)
            return
        left = 6 + (width - wide - mark) / 2
        self._check = QRectF(left, top + (high - side) / 2, side, side)
        put(self._before, round(left + mark), top, wide, high)

    def _fit_words(self, width: int, roles: tuple[str, ...], *, detailed: bool) -> int:
        """How high the words are in the first of these styles in which each side has one line:
        written apart, one would look more important than the other.
        """
        for role in roles:
            for label in (self._before, self._after):
                label.set_roles((role,))
            before, after = self._before.fit(width), self._after.fit(width)
            if max(before, after) <= self._theme.line_height(role):
                break
        self._detail.setVisible(detailed)
        return max(before, after + (self._detail.fit(width) if detailed else 0))

    def _levels(self, words: int) -> tuple[int, int]:
        """Where the floor and the words begin: clear of the mat, else close to the feet.

        Where the floor is too low for that, it has to come up to the words.
        """
        for below in (FLOOR, CLOSE):
            if self._ground + below + words <= self.height():
                return self._ground, self._ground + below
        top = self.height() - words
        return top - CLOSE, top
