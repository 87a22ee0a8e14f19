"""What there is to read about an exercise, in blocks: numbered steps, points, notes, stop if."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...core.signs import notes_for
from ...core.texts import ExerciseText
from ..theme import Theme
from .area import draw_area
from .card import Card, Icon, column, row
from .label import Label

_BADGE = 26
PAIR = 640
"""The least width, at 100 % text, for two columns."""


class Marker(QWidget):
    """What stands before a line of a list: a number on a tile, or a dot."""

    def __init__(self, theme: Theme, number: int = 0, ink: str = "ink3") -> None:
        super().__init__()
        self._theme, self._number, self._ink = theme, number, ink
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        if not self._number:
            painter.setBrush(self._theme.colour(self._ink))
            painter.drawEllipse(rect.center(), self._theme.px(2.5), self._theme.px(2.5))
            return
        draw_area(painter, self._theme, rect, 8, "primaryTint")
        painter.setPen(self._theme.colour("primary"))
        painter.setFont(self._theme.font("smallStrong"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _restyle(self) -> None:
        if self._number:
            self.setFixedSize(self._theme.px(_BADGE), self._theme.px(_BADGE))
        else:
            self.setFixedSize(self._theme.px(8), self._theme.line_height("body"))
        self.update()


class ExerciseWords(QWidget):
    """Blocks below each other, some of them in pairs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pairs: list[QBoxLayout] = []
        self._blocks = column(gap=20)
        self.setLayout(self._blocks)

    def set_width(self, width: int) -> None:
        """Pairs stand side by side where there is room for them, else below each other."""
        directions = QBoxLayout.Direction
        narrow = width < PAIR * self._theme.scale
        for pair in self._pairs:
            pair.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def add(self, block: QVBoxLayout | QWidget) -> None:
        """One more block, as wide as there is room."""
        if isinstance(block, QWidget):
            self._blocks.addWidget(block)
        else:
            self._blocks.addLayout(block)

    def add_pair(self, first: QVBoxLayout | QWidget, second: QVBoxLayout | QWidget) -> None:
        """Two blocks that belong side by side."""
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(16)
        for block in (first, second):
            if isinstance(block, QWidget):
                pair.addWidget(block, 1)
            else:
                block.addStretch(1)
                pair.addLayout(block, 1)
        self._pairs.append(pair)
        self._blocks.addLayout(pair)

    def steps(self, title: str, lines: Iterable[str]) -> QVBoxLayout:
        """Lines in their order, numbered."""
        steps = column(Label(self._theme, title, "h3", wrap=True), gap=8)
        for number, line in enumerate(lines, start=1):
            steps.addLayout(self._line(Marker(self._theme, number), line))
        return steps

    def points(self, title: str, lines: Iterable[str]) -> QVBoxLayout:
        """Lines in any order."""
        points = column(Label(self._theme, title, "h3", wrap=True), gap=4)
        for line in lines:
            points.addLayout(self._line(Marker(self._theme), line))
        return points

    def take_care(self, text: ExerciseText, codes: Collection[str] = ()) -> QVBoxLayout:
        """Notes for some people; what touches the person's ask-first codes stands first."""
        own = notes_for(text, codes)
        lines = column(Label(self._theme, self.tr("Take care"), "h3", wrap=True), gap=4)
        for note in own:
            said = self.tr("For you: {}").format(note)
            lines.addLayout(self._line(Marker(self._theme, ink="primary"), said, "ink"))
        for care in text.take_care:
            if care.text not in own:
                lines.addLayout(self._line(Marker(self._theme), care.text))
        return lines

    def note(self, icon: str, title: str, text: str) -> Card:
        """A title and a sentence or two on a quiet ground."""
        words = column(
            Label(self._theme, title, "label", wrap=True),
            Label(self._theme, text, ink="ink2", wrap=True),
            gap=2,
        )
        return self._card("sunken", Icon(self._theme, icon), words)

    def stop_if(self, title: str, lines: Sequence[str]) -> Card:
        """The reasons to stop this exercise."""
        words = column(Label(self._theme, title, "label", "caution"), gap=2)
        for line in lines:
            words.addLayout(self._line(Marker(self._theme, ink="caution"), line, "ink"))
        return self._card("cautionTint", Icon(self._theme, "pain", "caution"), words)

    def _card(self, fill: str, sign: Icon, words: QVBoxLayout) -> Card:
        card = Card(self._theme, fill, outline="", radius=16)
        words.addStretch(1)
        layout = row(sign, gap=14, margins=(18, 16, 18, 16))
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        card.setLayout(layout)
        return card

    def _line(self, marker: Marker, text: str, ink: str = "ink2") -> QBoxLayout:
        line = row(marker, gap=12)
        line.setAlignment(marker, Qt.AlignmentFlag.AlignTop)
        words = column(Label(self._theme, text, ink=ink, wrap=True))
        words.setContentsMargins(0, 2 if marker.width() >= _BADGE else 0, 0, 0)
        line.addLayout(words, 1)
        return line
