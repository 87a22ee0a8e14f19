"""What a printed page is drawn with: text, rules and marks, in points from its upper left.

A page is light whatever the app shows, so colours come straight from the tokens. The
typeface is set without the alternates of its letters: a PDF would keep no character for
them, and a search for "7:30" would find nothing.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from .theme import colour_of, sized_font, tokens

UNITS = 20
"""To a point: letters are placed as finely as that."""
RESOLUTION = 72 * UNITS
_SHAPED = ("calt", "tnum")
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class Style:
    """One way to set text: a role of the tokens at a size in points, and a colour."""

    def __init__(self, role: str, size: float, ink: str = "ink") -> None:
        self.font = _font(role, size)
        self.ink = ink
        self._metrics = QFontMetricsF(self.font)

    def width(self, text: str) -> float:
        """How wide a line is, in points."""
        return self._metrics.horizontalAdvance(text) / UNITS

    def fitted(self, text: str, width: float) -> str:
        """The text, or the beginning of it that fits."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * UNITS)

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines of that width."""
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        found, units = [], text.encode("utf-16-le")  # in which Qt counts
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * UNITS)
            start, end = line.textStart(), line.textStart() + line.textLength()
            found.append(units[2 * start : 2 * end].decode("utf-16-le").strip())
        layout.endLayout()
        return tuple(found)

    def cut(self, text: str, width: float, most: int, *, goes_on: bool) -> tuple[str, ...]:
        """At most so many lines; where the text goes on after them the last one says it."""
        if not text or most < 1:
            return ()
        lines = self.lines(text, width)
        if len(lines) <= most and not goes_on:
            return lines
        *first, last = lines[:most]
        return (*first, self.fitted(f"{last} {ELLIPSIS}", width))


class Pen:
    """Draws on one page."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._painter = QPainter(writer)
        self.width = writer.width() / UNITS
        self.height = writer.height() / UNITS

    def end(self) -> None:
        """The page is finished."""
        self._painter.end()

    def text(self, x: float, y: float, text: str, style: Style, *, share: float = 0) -> None:
        """A line on the base line `y`; of its width the share lies left of `x`."""
        if not text:
            return
        x -= share * style.width(text)
        self._painter.setFont(style.font)
        self._painter.setPen(colour(style.ink))
        self._painter.drawText(QPointF(x, y) * UNITS, text)

    def rule(self, x: float, y: float, width: float, ink: str = "line", size: float = 0.6) -> None:
        """A level line."""
        self.line(QPointF(x, y), QPointF(x + width, y), ink, size)

    def line(self, start: QPointF, end: QPointF, ink: str, size: float) -> None:
        """A straight line."""
        self._painter.setPen(_pen(ink, size))
        self._painter.drawLine(start * UNITS, end * UNITS)

    def dot(self, at: QPointF, radius: float, fill: str, outline: str, size: float) -> None:
        """A disc in one colour with an edge in another."""
        self._painter.setPen(_pen(outline, size))
        self._painter.setBrush(colour(fill))
        self._painter.drawEllipse(at * UNITS, radius * UNITS, radius * UNITS)

    def shape(
        self, path: QPainterPath, at: QPointF, scale: float, fill: str, outline: str, size: float
    ) -> None:
        """A shape around a place; `size` is the width of its outline in the shape's own units."""
        self._painter.save()
        self._painter.translate(at * UNITS)
        self._painter.scale(scale * UNITS, scale * UNITS)
        if fill:
            self._painter.fillPath(path, colour(fill))
        if outline:
            pen = QPen(colour(outline), size)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.strokePath(path, pen)
        self._painter.restore()


def colour(name: str) -> QColor:
    """A token's light colour."""
    return colour_of(tokens().color["light"][name])


def _pen(ink: str, size: float) -> QPen:
    pen = QPen(colour(ink), size * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _font(role: str, size: float) -> QFont:
    font = sized_font(role, size * UNITS)
    style = tokens().type.roles[role]
    # A printer stretches spacing that is given in pixels with its own resolution.
    share = 100 + 100 * style.letter_spacing_px / style.px
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, share)
    for feature in _SHAPED:
        font.setFeature(QFont.Tag(feature), 0)
    return font
