"""The line under the large ring: an icon and a few words, readable from three metres."""

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..icons import draw_icon
from ..theme import Theme
from .far_label import FarLabel
from .reading import as_read, put

PX, LEAST = 80, 0.935
"""Of the words, and how small they may get: 10 minutes of arc at three metres."""
LINES = 2
SQUEEZED = 0.5
"""While the bars of the window take some of its place."""
ICON, GAP = 80, 24
LEADING = 1.02


class FarLine(QWidget):
    """In the middle of its place, in one line or two; long words do without the icon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon, self._ink = "", ""
        self._times = 1.0
        self._square = QRectF()
        self._label = FarLabel(
            theme, "phaseFull", PX, near="breath", least=LEAST, leading=LEADING, parent=self,
            align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip

    @property
    def label(self) -> FarLabel:
        """Its words."""
        return self._label

    def set_times(self, times: float) -> None:
        """How large things are on this screen."""
        self._times = times
        self._label.set_times(times)
        self._place()

    def show_line(self, icon: str, text: str, ink: str) -> None:
        """Say this, with an icon in that colour, or none."""
        changed = self._label.say(text)
        if changed or (icon, ink) != (self._icon, self._ink):
            self._icon, self._ink = icon, ink
            self._place()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            square = as_read(self, self._square)
            draw_icon(painter, self._icon, self._theme.colour(self._ink), square)

    def _place(self) -> None:
        side = ICON * self._times if self._icon else 0.0
        room, high = self._fit(side)
        if side and self._label.lines_at(room) > LINES:  # the words need all of it
            side = 0.0
            room, high = self._fit(side)
        if high > self.height():
            high = self._label.fit(room, LINES, self.height(), least=SQUEEZED)
        wide, before = self._label.balanced(room), self.width() - room
        left = (room - wide) // 2
        put(self._label, left + before, (self.height() - high) // 2, wide, high)
        self._square = QRectF(left, (self.height() - side) / 2, side, side)

    def _fit(self, side: float) -> tuple[int, int]:
        """The room beside an icon, and how high the words are in it."""
        room = max(1, self.width() - (ceil(side + GAP * self._times) if side else 0))
        return room, self._label.fit(room, 1)
