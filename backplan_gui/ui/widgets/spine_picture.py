"""The spine as a large picture, for the end of a day."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QHideEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ...core.schedule import DayState
from ..theme import Theme, tokens
from .area import PLAIN
from .reading import as_read
from .spine_row import at_spine, draw_link
from .vertebra import draw_vertebra

_PITCH = 94.0
_PICTURE_HEIGHT = 760.0
_SWAY = 2.15
_LARGE = 1.75
_FILL_MS = 1000


class SpinePicture(QWidget):
    """The whole column, large, on the colours of the stage: what a finished day adds to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: tuple[DayState, ...] = ()
        self._new = 0
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self.update)
        self.setFixedWidth(300)
        self.setAccessibleName(self.tr("Your seven days"))
        theme.changed.connect(self.update)

    def show_states(self, states: Sequence[DayState], sentence: str, *, new: int = 0) -> None:
        """How the days stand; `sentence` says it, as in "4 of 7 days done".

        The day `new` fills from below and gets its check, unless motion is reduced.
        """
        self._states, self._new = tuple(states), new
        self.setAccessibleDescription(sentence)
        self._growth.stop()
        duration = self._theme.motion_ms(_FILL_MS)
        if new and duration:
            self._growth.setDuration(duration)
            self._growth.start()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._growth.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, self._theme.colour("stageTop"))
        ground.setColorAt(1, self._theme.colour("stageMid"))
        painter.fillRect(self.rect(), ground)
        if self._theme.high_contrast:
            line = QRectF(self.width() - PLAIN, 0, PLAIN, self.height())
            painter.fillRect(as_read(self, line), self._theme.colour("lineStrong"))
        size = min(1.0, self.height() / _PICTURE_HEIGHT)
        points = self._points(size)
        until = next((i for i, s in enumerate(self._states) if s is not DayState.DONE), 7)
        for i, (start, end) in enumerate(pairwise(points)):
            draw_link(painter, self._theme, start, end, 0.5, _LARGE * size, done=i < until)
        for i, point in enumerate(points):
            painter.save()
            at_spine(painter, point, _LARGE * size, tokens().spine.tilt_degrees[i])
            grown, scale = self._grown(i + 1), _LARGE * size
            draw_vertebra(painter, self._theme, i + 1, self._states[i], grown=grown, scale=scale)
            painter.restore()

    def _points(self, size: float) -> list[QPointF]:
        middle = QPointF(self.width() / 2, self.height() / 2)
        halfway = (len(self._states) - 1) / 2
        return [
            middle + QPointF(tokens().spine.offset_x[i] * _SWAY, (i - halfway) * _PITCH) * size
            for i in range(len(self._states))
        ]

    def _grown(self, number: int) -> float:
        running = self._growth.state() is QVariantAnimation.State.Running
        return float(self._growth.currentValue()) if running and number == self._new else 1.0
