"""An exercise on the page of a day: as a card with a picture, or as a row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from ...core.exercise import Version
from ...core.texts import ExerciseText
from ..theme import Theme
from .area import LIT, PLAIN, draw_area
from .button import pressable
from .card import column, row
from .flow import Flow
from .ground import draw_ground, draw_rim
from .label import Label

PICTURE = 160
THUMB = QSize(112, 60)
TIMES = "\u00d7"
_HORIZON, _GROUND, _AIR = 0.74, 0.06, 0.1
"""Shares of the height."""


class StagePicture(QWidget):
    """An exercise as a still picture: the figure in the pose that tells it, on the stage."""

    def __init__(
        self,
        theme: Theme,
        exercise: str,
        size: QSize,
        radius: float,
        version: Version = Version.STANDARD,
    ) -> None:
        super().__init__()
        self._theme, self._exercise, self._version = theme, exercise, version
        self._radius = radius
        self._only_top = not size.width()
        self.setFixedHeight(size.height())
        if size.width():
            self.setFixedWidth(size.width())
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The poses are read with the first picture, when the window already stands.
        from ...core.moments import Standing
        from .figure_paint import Framing, paint_figure, palette_of
        from .figure_view import figures

        drawing = figures().figure_at(self._exercise, None, Standing(), self._version)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, rect = self._shape(), QRectF(self.rect())
        horizon = 0 if drawing.mat else rect.height() * _HORIZON
        draw_ground(painter, self._theme, shape, horizon, edged=False)
        painter.setClipPath(shape)
        air = rect.height() * _AIR
        framing = Framing(ground=rect.height() * (_HORIZON + _GROUND), headroom=air)
        around = rect.adjusted(air, 0, -air, 0)
        paint_figure(painter, around, drawing, palette_of(self._theme), framing)
        if not self._only_top:
            draw_rim(painter, self._theme, shape)
        elif self._theme.high_contrast:
            foot = QRectF(0, rect.bottom() - PLAIN, rect.width(), PLAIN)
            painter.fillRect(foot, self._theme.colour("lineStrong"))

    def _shape(self) -> QPainterPath:
        """All corners round, or only the upper ones."""
        path = QPainterPath()
        rect = QRectF(self.rect())
        if self._only_top:
            rect.adjust(0, 0, 0, self._radius)
        path.addRoundedRect(rect, self._radius, self._radius)
        if self._only_top:
            visible = QPainterPath()
            visible.addRect(QRectF(self.rect()))
            return path.intersected(visible)
        return path


def dose_line(theme: Theme, parts: Sequence[str]) -> QWidget:
    """A dose in the words of the plan, the sign between its parts quieter than they are."""
    flow = Flow(gap=5, line_gap=0)
    for number, part in enumerate(parts):
        words = Label(theme, part, "label", "primary", wrap=True)
        flow.addWidget(_times(theme, words) if number else words)
    line = QWidget()
    line.setLayout(flow)
    return line


def _times(theme: Theme, words: Label) -> QWidget:
    """The sign and what comes after it, which stay in one line."""
    pair = QWidget()
    pair.setLayout(row(Label(theme, TIMES, "label", "ink3"), words, gap=5))
    return pair


class _Exercise(QAbstractButton):
    """What a card and a row have in common: ground, states, name; a click shows the moves."""

    ring_radius = 20.0
    ring_colour = "focus"
    _least = 0
    _bare = False

    @property
    def ring_rect(self) -> QRect:
        """Inside the card that a bare row fills to the edge."""
        return self.rect().adjusted(6, 2, -2, -2) if self._bare else self.rect()

    def __init__(self, theme: Theme, exercise: str, text: ExerciseText, dose: Sequence[str]):
        super().__init__()
        self._theme = theme
        self.setObjectName(exercise)
        self.setAccessibleName(f"{text.name}, {f' {TIMES} '.join(dose)}")
        self.setAccessibleDescription(text.works)
        pressable(self)
        self.setMinimumHeight(self._least)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        if self._bare and not lit:
            return
        fill, outline = "primarySoft" if self.isDown() else "surface", "primary" if lit else "line"
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1)


class ExerciseCard(_Exercise):
    """Picture above, words below (242 x 280 at 100 %)."""

    _least = 280

    def __init__(
        self,
        theme: Theme,
        exercise: str,
        text: ExerciseText,
        dose: Sequence[str],
        *,
        version: Version = Version.STANDARD,
    ) -> None:
        super().__init__(theme, exercise, text, dose)
        size, radius = QSize(0, PICTURE), self.ring_radius - 1
        picture = StagePicture(theme, exercise, size, radius, version)
        words = column(
            Label(theme, text.name, "button", wrap=True),
            Label(theme, text.works, "small", "ink2", wrap=True),
            gap=1,
            margins=(17, 12, 8, 14),
        )
        words.addStretch(1)
        words.addSpacing(6)
        words.addWidget(dose_line(theme, dose))
        self._above = row(picture)
        layout = column()
        layout.addLayout(self._above)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        let_clicks_through(self)
        self._leave_edge()
        theme.changed.connect(self._leave_edge)

    def _leave_edge(self) -> None:
        """The picture lies inside of the card's edge."""
        edge = round(LIT) if self._theme.high_contrast else 1
        self._above.setContentsMargins(edge, edge, edge, 0)


class ExerciseRow(_Exercise):
    """Small picture, words, dose beside each other; 78 high at 100 %.

    A `bare` one lies on a card already and shows its ground only to the pointer.
    """

    _least = 78

    def __init__(
        self,
        theme: Theme,
        exercise: str,
        text: ExerciseText,
        dose: Sequence[str],
        *,
        version: Version = Version.STANDARD,
        bare: bool = False,
    ) -> None:
        super().__init__(theme, exercise, text, dose)
        self._bare = bare
        words = column(
            Label(theme, text.name, "label", wrap=True),
            Label(theme, text.works, "small", "ink2", wrap=True),
        )
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setContentsMargins(0, 6, 0, 6)
        self._words.setSpacing(8)
        self._words.addLayout(words, 1)
        self._words.addWidget(dose_line(theme, dose), 0, Qt.AlignmentFlag.AlignVCenter)
        picture = StagePicture(theme, exercise, THUMB, 10, version)
        layout = row(picture, gap=14, margins=(9, 3, 20, 3))
        centred = column()
        centred.addStretch(1)
        centred.addLayout(self._words)
        centred.addStretch(1)
        layout.addLayout(centred, 1)
        self.setLayout(layout)
        let_clicks_through(self)

    def set_narrow(self, narrow: bool) -> None:
        """The dose below the name instead of beside it."""
        self._words.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def let_clicks_through(button: QAbstractButton) -> None:
    """Only the button reacts, not what lies on it."""
    for part in button.findChildren(QWidget):
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
