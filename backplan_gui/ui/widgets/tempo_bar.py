"""The phases of a rep as a bar: how long each is, and how far the current one has gone."""

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .area import draw_bar
from .card import Card
from .reading import as_read

PADDING, GAP, BAR = 18, 18, 16


class TempoPart(msgspec.Struct, frozen=True):
    """One phase of the rep: its word and its length, said as in "4 s"."""

    word: str
    length: str
    ms: int


class Tempo(msgspec.Struct, frozen=True):
    """A rep's phases and the place in it: which part, and its share done, 0 to 1."""

    parts: tuple[TempoPart, ...] = ()
    current: int = 0
    share: float = 0.0
    then: str = ""
    """The phase after this one, as in "then pause", for when not every part can be labelled."""


class TempoBar(Card):
    """One part for each phase; labels below, only the current one where they do not all fit.

    To screen readers it is silent decoration: the line beside the ring says the phase.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=20, parent=parent)
        self._tempo = Tempo()
        self._drawn: object = None

    def show_tempo(self, tempo: Tempo) -> None:
        """Where in the rep the session is."""
        before, self._tempo = self._tempo, tempo
        if self._look() == self._drawn:
            return
        if tempo.parts and msgspec.structs.replace(tempo, share=before.share) == before:
            self.update(self._rects()[tempo.current].toAlignedRect())
        else:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawn = self._look()
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rects = self._rects()
        for number, rect in enumerate(rects):
            self._paint_part(painter, number, rect)
        if rects and event.rect().bottom() <= rects[0].bottom() + 1:
            return
        if all(self._fits(part, rect) for part, rect in self._labelled(rects)):
            for number, rect in enumerate(rects):
                self._paint_label(painter, number, rect)
        elif rects:
            self._paint_current(painter)

    def _rects(self) -> list[QRectF]:
        tempo = self._tempo
        whole = sum(part.ms for part in tempo.parts)
        room = self.width() - 2 * PADDING - GAP * (len(tempo.parts) - 1)
        text = self._theme.line_height("label")
        top = (self.height() - BAR - 8 - text) / 2
        found: list[QRectF] = []
        left = float(PADDING)
        for part in tempo.parts:
            width = room * part.ms / whole
            found.append(as_read(self, QRectF(left, top, width, BAR)))
            left += width + GAP
        return found

    def _paint_part(self, painter: QPainter, number: int, rect: QRectF) -> None:
        width = rect.width() if number < self._tempo.current else 0.0
        if number == self._tempo.current:
            width = rect.width() * self._tempo.share
        draw_bar(painter, self._theme, rect, BAR / 2, width)

    def _labelled(self, rects: list[QRectF]) -> list[tuple[TempoPart, QRectF]]:
        return list(zip(self._tempo.parts, rects, strict=True))

    def _fits(self, part: TempoPart, rect: QRectF) -> bool:
        strong = QFontMetricsF(self._theme.font("label"))
        needed = strong.horizontalAdvance(part.word) + strong.horizontalAdvance(part.length) + 6
        return needed <= rect.width()

    def _paint_label(self, painter: QPainter, number: int, rect: QRectF) -> None:
        part = self._tempo.parts[number]
        current = number == self._tempo.current
        painter.setFont(self._theme.font("label" if current else "body"))
        painter.setPen(self._theme.colour("primary" if current else "ink2"))
        below = self._below(rect)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, part.word)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, part.length)

    def _paint_current(self, painter: QPainter) -> None:
        """The current phase where one begins to read, what follows it at the other end."""
        part = self._tempo.parts[self._tempo.current]
        row = self._below(QRectF(PADDING, self._rects()[0].top(), 0, BAR))
        row.setWidth(self.width() - 2 * PADDING)
        said = f"{part.word}  {part.length}"
        painter.setFont(self._theme.font("label"))
        painter.setPen(self._theme.colour("primary"))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, said)
        taken = QFontMetricsF(self._theme.font("label")).horizontalAdvance(said) + 12
        wanted = QFontMetricsF(self._theme.font("body")).horizontalAdvance(self._tempo.then)
        if taken + wanted <= row.width():
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, self._tempo.then)

    def _below(self, rect: QRectF) -> QRectF:
        high = self._theme.line_height("label")
        return QRectF(rect.left(), rect.bottom() + 8, rect.width(), high)

    def _look(self) -> object:
        tempo = self._tempo
        return tempo.parts, tempo.current, tempo.then, round(tempo.share * self.width() / 2)
