"""All that there is to read about one exercise, from getting into place to when to stop."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ..core.exercise import Exercise
from ..core.texts import ExerciseText
from .day_head import Fact
from .theme import Theme
from .widgets.card import Card, Icon, column, row
from .widgets.exercise_card import StagePicture, dose_line
from .widgets.label import Label

_PICTURE = QSize(176, 112)
_BADGE = 26
_PAIR, _HEAD = 640, 470
"""The least widths, at 100 % text, for two columns and for the picture beside the words."""


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
        painter.setBrush(self._theme.colour("primaryTint"))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(self._theme.colour("primary"))
        painter.setFont(self._theme.font("smallStrong"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _restyle(self) -> None:
        if self._number:
            self.setFixedSize(self._theme.px(_BADGE), self._theme.px(_BADGE))
        else:
            self.setFixedSize(self._theme.px(8), self._theme.line_height("body"))
        self.update()


class ExerciseSection(Card):
    """One exercise, its words those of the content files."""

    def __init__(
        self, theme: Theme, how: Exercise, text: ExerciseText, dose: Sequence[str]
    ) -> None:
        super().__init__(theme)
        self._theme, self._text, self._how = theme, text, how
        self._pairs: list[QBoxLayout] = []
        self.setObjectName(how.id)
        self.setAccessibleName(text.name)
        self._head = self._build_head(dose)
        layout = column(gap=20, margins=(24, 24, 24, 24))
        layout.addLayout(self._head)
        layout.addLayout(
            self._pair(
                self._steps(self.tr("Set up"), text.setup),
                self._steps(self.tr("The movement"), text.move),
            )
        )
        segments = [text.segments[s.id] for s in how.segments if not s.change]
        if segments:
            lines = [f"{segment.title}. {segment.text}" for segment in segments]
            layout.addLayout(self._steps(self.tr("In this order"), lines))
        layout.addLayout(self._breathing())
        layout.addLayout(
            self._pair(
                self._list(self.tr("Keep in mind"), text.cues),
                self._list(self.tr("Common mistakes"), text.mistakes),
            )
        )
        layout.addLayout(
            self._pair(
                self._note("easier", self.tr("Easier"), text.easier.title, text.easier.text),
                self._note("plus", self.tr("Harder"), text.harder.title, text.harder.text),
            )
        )
        layout.addWidget(self._stop_if())
        layout.addLayout(self._list(self.tr("Take care"), [c.text for c in text.take_care]))
        self.setLayout(layout)

    def set_width(self, width: int) -> None:
        """Side by side where a section of that width has room for it, else below each other."""
        directions = QBoxLayout.Direction
        for boxes, least in ((self._pairs, _PAIR), ([self._head], _HEAD)):
            narrow = width < least * self._theme.scale
            for box in boxes:
                box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _build_head(self, dose: Sequence[str]) -> QBoxLayout:
        theme, text = self._theme, self._text
        words = column(
            Label(theme, text.name, "h2", wrap=True),
            dose_line(theme, dose),
            Label(theme, self.tr("Works: {}").format(text.works), ink="ink2", wrap=True),
            gap=4,
        )
        words.addSpacing(4)
        words.addWidget(Label(theme, text.aim, "bodyLarge", wrap=True))
        words.addStretch(1)
        picture = StagePicture(theme, self._how.id, _PICTURE, 14)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addLayout(words, 1)
        return head

    def _pair(self, first: QVBoxLayout | QWidget, second: QVBoxLayout | QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(16)
        for part in (first, second):
            if isinstance(part, QWidget):
                pair.addWidget(part, 1)
            else:
                part.addStretch(1)
                pair.addLayout(part, 1)
        self._pairs.append(pair)
        return pair

    def _steps(self, title: str, lines: Sequence[str]) -> QVBoxLayout:
        steps = column(Label(self._theme, title, "h3", wrap=True), gap=8)
        for number, line in enumerate(lines, start=1):
            steps.addLayout(self._line(Marker(self._theme, number), line))
        return steps

    def _list(self, title: str, lines: Sequence[str]) -> QVBoxLayout:
        points = column(Label(self._theme, title, "h3", wrap=True), gap=4)
        for line in lines:
            points.addLayout(self._line(Marker(self._theme), line))
        return points

    def _line(self, marker: Marker, text: str, ink: str = "ink2") -> QBoxLayout:
        line = row(marker, gap=12)
        line.setAlignment(marker, Qt.AlignmentFlag.AlignTop)
        words = column(Label(self._theme, text, ink=ink, wrap=True))
        words.setContentsMargins(0, 2 if marker.width() >= _BADGE else 0, 0, 0)
        line.addLayout(words, 1)
        return line

    def _breathing(self) -> QVBoxLayout:
        return column(
            Label(self._theme, self.tr("Breathing"), "h3"),
            Fact(self._theme, "breath", self._text.breathing),
            gap=4,
        )

    def _note(self, icon: str, kind: str, title: str, text: str) -> Card:
        note = Card(self._theme, "sunken", outline="", radius=16)
        sign = Icon(self._theme, icon)
        words = column(
            Label(self._theme, f"{kind}: {title}", "label", wrap=True),
            Label(self._theme, text, ink="ink2", wrap=True),
            gap=2,
        )
        words.addStretch(1)
        layout = row(sign, gap=14, margins=(18, 16, 18, 16))
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        note.setLayout(layout)
        return note

    def _stop_if(self) -> Card:
        card = Card(self._theme, "cautionTint", outline="", radius=16)
        sign = Icon(self._theme, "pain", "caution")
        words = column(Label(self._theme, self.tr("Stop if"), "label", "caution"), gap=2)
        for line in self._text.stop_if:
            words.addLayout(self._line(Marker(self._theme, ink="caution"), line, "ink"))
        layout = row(sign, gap=14, margins=(18, 16, 18, 16))
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        card.setLayout(layout)
        return card
