"""The ring: time left or reps done, with the phase word, the digits and the breath inside.

Everything is drawn from one frozen face, so what a face says is all that can be on show,
and an equal face repaints nothing. The ring has no timer.

To screen readers it is static text with a living name ("Hold, 17 seconds left"), not a
progress bar, which would be beeped or spoken all the time. platform.md appendix B: keep
the interfaces, never override `interface_cast` in Python.
"""

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ..icons import draw_icon
from ..theme import Theme, sized_font
from .area import PLAIN, edge
from .met_as import met_as
from .ring_face import RingFace, RingMode, Shares

REP_GAP = 1.55
"""Between the middles of two arcs' round ends, in strokes."""
CELL = 0.95
"""Of the widest digit, which has more air beside it than digits of this size need."""
MOST_ARCS = 40
"""More reps than this are one plain arc."""


class CountdownRing(QWidget):
    """Shows a face; a click on it is a wish to pause or go on."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, shares: Shares = Shares(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        met_as(CountdownRing, _RingText)
        self._theme, self._shares = theme, shares
        self._face = RingFace()
        self._painted: tuple[object, QPixmap] | None = None
        """What of the face stays for a second or a rep, and the picture of it."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._look_changed)

    @property
    def face(self) -> RingFace:
        """What is on show."""
        return self._face

    def show_face(self, face: RingFace) -> None:
        """Show this; nothing happens if it is on show already."""
        if face != self._face:
            self._face = face
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(376, 376)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(min(self.width(), self.height()))
        self._middle(painter)
        self._paint_disc(painter, size)
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._lasting(size))
        self._middle(painter)
        self._paint_arc(painter, size)

    def _middle(self, painter: QPainter) -> None:
        painter.translate(self.width() / 2, self.height() / 2)

    def _lasting(self, size: float) -> QPixmap:
        """All but the breath and the arc on its way: painted once a second, or once a rep."""
        face = msgspec.structs.replace(self._face, share=0.0, breath=1.0, name="")
        look = (face, self.size(), self.devicePixelRatio())
        if self._painted is None or self._painted[0] != look:
            picture = QPixmap(self.size() * self.devicePixelRatio())
            picture.setDevicePixelRatio(self.devicePixelRatio())
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._middle(painter)
            self._paint_lasting(painter, size)
            painter.end()
            self._painted = (look, picture)
        return self._painted[1]

    def _paint_lasting(self, painter: QPainter, size: float) -> None:
        if self._face.disc and self._shares.word:
            self._paint_reach(painter, size)
        self._paint_tracks(painter, size)
        if self._face.mode is not RingMode.MOVE:
            self._paint_digits(painter, size)
        if self._shares.word:
            self._paint_words(painter, size)

    def _paint_words(self, painter: QPainter, size: float) -> None:
        self._paint_word(painter, size)
        if self._face.mode is RingMode.MOVE:
            self._paint_line(painter, size)
        else:
            self._paint_unit(painter, size)

    def _look_changed(self) -> None:
        self._painted = None
        self.update()

    def _paint_disc(self, painter: QPainter, size: float) -> None:
        if not self._face.disc or not self._shares.word:
            return
        painter.setPen(edge(self._theme, self._face.disc))
        painter.setBrush(self._theme.colour(self._face.disc))
        radius = self._reach(size) * self._face.breath
        painter.drawEllipse(QPointF(0, 0), radius, radius)

    def _paint_reach(self, painter: QPainter, size: float) -> None:
        """How large the disc will be, breathed in."""
        pen = QPen(self._theme.colour("line"), 1.2)
        pen.setDashPattern([2.5, 3.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), self._reach(size), self._reach(size))

    @property
    def _in_arcs(self) -> bool:
        return self._face.mode is RingMode.REPS and self._face.reps <= MOST_ARCS

    def _paint_tracks(self, painter: QPainter, size: float) -> None:
        """What is to be filled, and the reps that are done."""
        if not self._in_arcs:
            self._draw_track(painter, size, 0, 360)
            return
        for number in range(self._face.reps):
            begin, span = self._rep_arc(number, size)
            if number < self._face.done:
                self._draw_arc(painter, size, self._face.colour, begin, span)
            else:
                self._draw_track(painter, size, begin, span)

    def _paint_arc(self, painter: QPainter, size: float) -> None:
        """The time that is left clockwise from twelve; or what is done of the rep that is on."""
        face = self._face
        if self._in_arcs:
            begin, span = self._rep_arc(face.done, size)
            share = face.share if face.done < face.reps else 0.0
        else:
            begin, span, share = 0.0, 360.0, face.share
            if face.mode is RingMode.REPS:
                share = (face.done + face.share) / face.reps
        if share > 0:
            self._draw_arc(painter, size, face.colour, begin, span * share)

    def _rep_arc(self, number: int, size: float) -> tuple[float, float]:
        """Where the arc of a rep begins, and how far it goes; degrees clockwise from twelve."""
        pitch = 360 / max(1, self._face.reps)
        stroke = size * self._shares.stroke
        middle = (size - stroke) / 2
        span = max(0.2, pitch - REP_GAP * stroke / middle * 57.2958)
        return number * pitch + (pitch - span) / 2, span

    def _draw_track(self, painter: QPainter, size: float, begin: float, span: float) -> None:
        """What is not filled yet; in high contrast with an edge."""
        edged = self._theme.high_contrast
        if edged:
            self._draw_arc(painter, size, "lineStrong", begin, span)
        self._draw_arc(painter, size, "track", begin, span, 2 * PLAIN if edged else 0)

    def _draw_arc(
        self, painter: QPainter, size: float, ink: str, begin: float, span: float, less: float = 0
    ) -> None:
        """An arc in degrees clockwise from twelve o'clock; `less` makes its stroke thinner."""
        stroke = size * self._shares.stroke
        half = (size - stroke) / 2
        pen = QPen(self._theme.colour(ink), stroke - less)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(-half, -half, 2 * half, 2 * half)
        painter.drawArc(rect, round((90 - begin) * 16), -max(1, round(span * 16)))

    def _paint_word(self, painter: QPainter, size: float) -> None:
        face, shares = self._face, self._shares
        share = shares.rep_word if face.mode is RingMode.REPS else shares.word
        wanted = min(max(share * size, 20 * self._theme.scale), shares.word_most * size)
        ink = self._theme.colour(face.ink)
        icon = 0.8 * shares.word * size if face.icon else 0.0
        room = self._chord(size, shares.word_at) - 1.6 * icon
        px = self._fitted(shares.role, wanted, face.word, room)
        width = self._width(shares.role, px, face.word) + 1.6 * icon
        y = shares.word_at * size
        if icon:
            rect = QRectF(-width / 2, y - icon / 2, icon, icon)
            draw_icon(painter, face.icon, ink, rect)
        painter.setPen(ink)
        self._draw_text(painter, shares.role, px, face.word, 0.8 * icon, y)

    def _paint_digits(self, painter: QPainter, size: float) -> None:
        """Every digit in the middle of a cell of one width, so that none ever moves."""
        digits = self._face.digits
        share = self._shares.minutes if ":" in digits else self._shares.digits
        font = sized_font(self._shares.digits_role, share * size)
        font.setFeature(QFont.Tag("tnum"), 0)  # the cells do that, and its 1 has a foot
        metrics = QFontMetricsF(font)
        widest = CELL * max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        cells = [widest if c.isdigit() else metrics.horizontalAdvance(c) for c in digits]
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        baseline = (0.02 * size if self._shares.word else 0.0) + metrics.capHeight() / 2
        left = -sum(cells) / 2
        for character, cell in zip(digits, cells, strict=True):
            inside = (cell - metrics.horizontalAdvance(character)) / 2
            # As a shape: drawn as text, the seams of the font's overlapping strokes show.
            shape.addText(QPointF(left + inside, baseline), font, character)
            left += cell
        painter.fillPath(shape, self._theme.colour("ink"))

    def _paint_unit(self, painter: QPainter, size: float) -> None:
        face, shares = self._face, self._shares
        share, at = shares.unit, shares.unit_at
        if face.mode is RingMode.REPS:
            share = shares.rep_unit
        painter.setPen(self._theme.colour("ink2"))
        if face.note:
            wanted = min(max(13.0, shares.note * size), 0.06 * size)
            px = self._fitted("body", wanted, face.note, self._chord(size, 0.345))
            self._draw_text(painter, "body", px, face.note, 0, 0.335 * size)
            at = 0.255
        wanted = min(max(share * size, 16 * self._theme.scale), shares.unit_most * size)
        px = self._fitted("body", wanted, face.unit, self._chord(size, at + 0.03))
        self._draw_text(painter, "body", px, face.unit, 0, at * size)

    def _paint_line(self, painter: QPainter, size: float) -> None:
        """A sentence in the middle, as large as its lines allow."""
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        rect = QRectF(-0.34 * size, -0.17 * size, 0.68 * size, 0.44 * size)
        px = self._shares.line * size
        while px > 12:
            metrics = QFontMetricsF(sized_font("breath", px))
            words = max(metrics.horizontalAdvance(w) for w in (self._face.line.split() or [""]))
            needed = metrics.boundingRect(rect, int(flags), self._face.line)
            if needed.height() <= rect.height() and words <= rect.width():
                break
            px -= 1
        painter.setFont(sized_font("breath", px))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(rect, int(flags), self._face.line)

    def _draw_text(
        self, painter: QPainter, role: str, px: float, text: str, x: float, y: float
    ) -> None:
        """One line with its middle at a point."""
        font = sized_font(role, px)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        left = x - metrics.horizontalAdvance(text) / 2
        painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text)

    def _width(self, role: str, px: float, text: str) -> float:
        return QFontMetricsF(sized_font(role, px)).horizontalAdvance(text)

    def _fitted(self, role: str, px: float, text: str, room: float) -> float:
        """The size at which a line is no wider than its room."""
        width = self._width(role, px, text)
        return px if width <= room else px * room / width

    def _reach(self, size: float) -> float:
        """Radius of the disc at its largest."""
        return size / 2 - size * self._shares.stroke - 10

    def _chord(self, size: float, offset: float) -> float:
        """How wide the ring is inside, so far (in diameters) from its middle."""
        inner = 0.5 - self._shares.stroke - 0.03
        return 2 * size * float((inner**2 - offset**2) ** 0.5)


class _RingText(QAccessibleWidget):
    """The ring as a screen reader meets it."""

    def __init__(self, ring: QWidget) -> None:
        assert isinstance(ring, CountdownRing)
        super().__init__(ring, QAccessible.Role.StaticText)
        self._ring = ring

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            return self._ring.face.name
        return super().text(kind)
