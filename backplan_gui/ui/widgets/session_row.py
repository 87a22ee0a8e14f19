"""One session in a row of columns, or where there is no room for them in a short block."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .button import pressable
from .label import broken
from .reading import as_read

ROW, BLOCK_AIR, LINE = 44, 10, 43
EDGE = 8
"""From a row's edge to its first letter."""
GAP = 20
WIDTHS = (200, 106, 72, 80, 146)
"""Columns as they are wherever there is room, at 100 % (design/09)."""
LEAST_NOTE = 110
ARROW = 18
"""Room for the arrow between two numbers."""
NOTE_LINES = 2
_PLAIN = Qt.KeyboardModifier.KeypadModifier


class Cells(NamedTuple):
    """What stands in a row."""

    id: str
    day: str
    name: str
    date: str
    sets: str
    time: str
    before: str
    after: str
    change: str
    """As in "(−2)"; beside one number alone, which it is.
    """
    line: str
    """Date, sets, time and pain where there is no room for columns."""
    note: str
    sentence: str
    """All of it, as it is heard."""


class Columns:
    """How wide each column is, so that all rows keep to the same."""

    def __init__(self, theme: Theme, heads: Sequence[str]) -> None:
        self._theme, self.heads = theme, tuple(heads)
        self._at: dict[int, tuple[float, ...]] = {}
        self.measure(())

    def measure(self, rows: Sequence[Cells]) -> None:
        """Find out what the widest cell of each column needs."""
        head = QFontMetricsF(self._theme.font("smallStrong"))
        heads = tuple(map(head.horizontalAdvance, self.heads[:-1]))
        needs = (heads, *map(self._needs, rows))
        self._natural = tuple(max(column) for column in zip(*needs, strict=True))
        self._at = {}

    def lefts(self, width: int) -> tuple[float, ...]:
        """Where each column begins in a row of that width; none where they do not fit."""
        if width not in self._at:
            self._at[width] = self._fit(width - 2 * EDGE)
        return self._at[width]

    def _needs(self, cells: Cells) -> tuple[float, ...]:
        strong, plain, small = (
            QFontMetricsF(self._theme.font(role)).horizontalAdvance
            for role in ("label", "body", "small")
        )
        return (
            strong(cells.day) + plain(_after_day(cells)),
            plain(cells.date),
            plain(cells.sets),
            plain(cells.time),
            strong(cells.before + cells.after) + small(cells.change) + 3 * self._theme.px(ARROW),
        )

    def _fit(self, width: int) -> tuple[float, ...]:
        tight = [need + GAP for need in self._natural]
        roomy = [max(t, self._theme.px(w)) for t, w in zip(tight, WIDTHS, strict=True)]
        note = self._theme.px(LEAST_NOTE)
        for widths in (roomy, tight):
            if sum(widths) + note <= width:
                return tuple(EDGE + sum(widths[:n]) for n in range(len(widths) + 1))
        return ()


def _after_day(cells: Cells) -> str:
    return f", {cells.name}" if cells.name else ""


class SessionRow(QAbstractButton):
    """One session; all of it can be pressed."""

    ring_radius = 10.0
    ring_colour = "focus"

    moved = Signal(int)
    """An arrow key, Home or End."""

    def __init__(self, theme: Theme, columns: Columns, add: str) -> None:
        super().__init__()
        self._theme, self._columns, self._add = theme, columns, add
        self._cells = Cells(*[""] * len(Cells._fields))
        self.is_first = False
        """No line is needed above it, unless to the names of the columns."""
        self._blocks: dict[int, list[tuple[str, str, str]]] = {}
        pressable(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def cells(self) -> Cells:
        """What it shows."""
        return self._cells

    @property
    def ring_rect(self) -> QRect:
        """The ring stays between the lines."""
        return self.rect().adjusted(5, 6, -5, -5)

    def show_cells(self, cells: Cells) -> None:
        """Another session, or the same one changed."""
        if cells != self._cells:
            self._cells = cells
            self.setAccessibleName(cells.sentence)
            self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self.heightForWidth(self._theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), max(ROW, self._theme.px(LINE)))

    def heightForWidth(self, width: int) -> int:
        if self._columns.lefts(width):
            return max(ROW, self._theme.px(LINE))
        lines = self._block(width)
        high = sum(self._theme.line_height(role) for _, role, _ in lines)
        return max(ROW, high + 2 * BLOCK_AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES and not event.modifiers() & ~_PLAIN:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lefts = self._columns.lefts(self.width())
        if lefts or not self.is_first:
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPoint(EDGE, 0), QPoint(self.width() - EDGE, 0))
        if self.underMouse() or self.isDown():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            rect = QRectF(self.rect()).adjusted(0, 2, 0, -1)
            draw_area(painter, self._theme, rect, self.ring_radius, fill)
        if lefts:
            self._draw_cells(painter, lefts)
        else:
            self._draw_block(painter)

    def _draw_cells(self, painter: QPainter, lefts: tuple[float, ...]) -> None:
        cells, right = self._cells, self.width() - EDGE
        x = self._draw(painter, lefts[0], cells.day, "label", "ink")
        self._draw(painter, x, _after_day(cells), "body", "ink2")
        self._draw(painter, lefts[1], cells.date, "body", "ink2")
        self._draw(painter, lefts[2], cells.sets, "body", "ink")
        self._draw(painter, lefts[3], cells.time, "body", "ink")
        self._draw_pain(painter, lefts[4])
        note = " ".join(cells.note.split())
        metrics = QFontMetricsF(self._theme.font("body"))
        shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, right - lefts[5])
        self._draw(painter, lefts[5], shown or self._add, "body", "ink2" if note else "ink3")

    def _draw_pain(self, painter: QPainter, x: float) -> None:
        """Both numbers around an arrow; one alone with the word for it."""
        cells, arrow = self._cells, self._theme.px(ARROW)
        x = self._draw(painter, x, cells.before, "label", "caution")
        if cells.before and cells.after:
            side = self._theme.px(16)
            icon = QRectF(x + arrow / 2, (self.height() - side) / 2, side, side)
            draw_icon(painter, "arrowRight", self._theme.colour("ink2"), as_read(self, icon))
            x += 2 * arrow
        x = self._draw(painter, x, cells.after, "label", "primary")
        self._draw(painter, x + arrow / 2, cells.change, "small", "ink2")

    def _draw(self, painter: QPainter, x: float, text: str, role: str, ink: str) -> float:
        """A text in the middle of the height; where it ends."""
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        wide = QFontMetricsF(font).horizontalAdvance(text)
        rect = QRectF(x, 0, wide + 2, self.height())
        painter.drawText(as_read(self, rect), Qt.AlignmentFlag.AlignVCenter, text)
        return x + wide

    # Where there is no room for columns

    def _draw_block(self, painter: QPainter) -> None:
        lines = self._block(self.width())
        high = sum(self._theme.line_height(role) for _, role, _ in lines)
        top = (self.height() - high) / 2
        for text, role, ink in lines:
            line = self._theme.line_height(role)
            painter.setFont(self._theme.font(role))
            painter.setPen(self._theme.colour(ink))
            rect = QRectF(EDGE, top, self.width(), line)
            painter.drawText(as_read(self, rect), Qt.AlignmentFlag.AlignVCenter, text)
            top += line

    def _block(self, width: int) -> list[tuple[str, str, str]]:
        """Lines with their role and ink."""
        if width not in self._blocks:
            cells, inside = self._cells, width - 2 * EDGE
            lines = self._lines(f"{cells.day}{_after_day(cells)}", "label", "ink", inside)
            lines += self._lines(cells.line, "small", "ink2", inside)
            note = self._lines(" ".join(cells.note.split()), "small", "ink2", inside)
            if len(note) > NOTE_LINES:
                note[NOTE_LINES - 1] = (f"{note[NOTE_LINES - 1][0][:-1]}…", "small", "ink2")
            lines += note[:NOTE_LINES] if cells.note else [(self._add_long, "small", "ink3")]
            self._blocks[width] = lines
        return self._blocks[width]

    @property
    def _add_long(self) -> str:
        return self.tr("Add a note")

    def _lines(self, text: str, role: str, ink: str, width: int) -> list[tuple[str, str, str]]:
        font: QFont = self._theme.font(role)
        return [(line, role, ink) for line in broken(text, font, width)]

    def _restyle(self) -> None:
        self._blocks = {}
        self.updateGeometry()
        self.update()


MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}
"""How many rows a key goes."""
