"""The player on all of the screen, to be read from three metres (picture 16).

The same values as in the window, in fewer and larger words. All lengths are those of the
picture times how large this screen is. Where the bars of the window come over it for a
while, its own head and foot make room for them.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from .far_foot import FarFoot
from .player_keys import Wish
from .player_top import SpeedPill
from .player_view import Shown
from .theme import Theme
from .widgets.countdown_ring import CountdownRing
from .widgets.far_label import FarLabel, far_px, far_times
from .widgets.far_line import FarLine
from .widgets.far_stage import FarStage
from .widgets.key_button import KeyButton
from .widgets.reading import put
from .widgets.ring_face import FULL
from .widgets.session_progress import SessionProgress, Sizes

MARGIN, HEAD = 64, 132
STAGE, GAP = 1010, 65
"""Of 1920 the stage takes so many, and so many lie between it and the ring."""
RING = 664
BARS_AT, BAR, GROUP_GAP, NAMES, NAMES_GAP = 48, 14, 36, 26, 0.08
"""The session so far in the head."""
TIME, LEFT = 44, 24
BESIDE_TIME = 50
LINE = 172
"""How high the line under the ring may be: two lines of words."""
INTO_FOOT = 36
"""So far the line may reach below the stage."""


class FarView(QWidget):
    """Head, stage, ring with its line, and foot."""

    wished = Signal(object)

    def __init__(self, theme: Theme, speed: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._times, self._taken = theme, 1.0, 0
        self.stage = FarStage(theme, self)
        self.ring = CountdownRing(theme, FULL, parent=self)
        self._line = FarLine(theme, self)
        self._foot = FarFoot(theme, self)
        self._build_head(speed)
        self.stage.pressed.connect(self._on_press)
        self.ring.pressed.connect(self._on_press)
        self._foot.wished.connect(self.wished)
        theme.changed.connect(self._place)

    @property
    def pause(self) -> KeyButton:
        """The control that has the keyboard first."""
        return self._foot.pause

    @property
    def line(self) -> FarLabel:
        """The words under the ring."""
        return self._line.label

    def show_player(self, shown: Shown) -> None:
        """Show this moment; what would look the same is left alone."""
        beside = shown.beside
        self.stage.show_stage(shown.stage)
        self.ring.show_face(shown.face)
        said = beside.breath or beside.text
        if beside.phase:
            said = f"{said},\n{beside.phase}"
        self._line.show_line(beside.icon, said, beside.ink)
        self._foot.show_player(shown)
        self._progress.show_session(shown.shares, shown.progress)
        if shown.left != self._time.text():
            self._time.setText(shown.left)

    def say(self, text: str) -> None:
        """What was refused or asked for, or with "" nothing."""
        self._foot.say(text)

    def make_room(self, taken: int) -> None:
        """Other bars lie over head and foot, the lower one so high; 0: no longer."""
        if taken != self._taken:
            self._taken = taken
            self._place()
        for part in (self._foot, self._progress, self._time, self._left):
            part.setVisible(not taken)
        self._pill.setVisible(not taken and self._pill.is_needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _build_head(self, speed: int) -> None:
        right = Qt.AlignmentFlag.AlignRight
        self._progress = SessionProgress(self._theme)
        self._progress.setParent(self)
        self._time = FarLabel(self._theme, "statValue", TIME, near="h3", align=right, parent=self)
        self._left = FarLabel(self._theme, "small", LEFT, "ink2", align=right, parent=self)
        self._left.setText(self.tr("left today"))
        self._pill = SpeedPill(self._theme, speed)
        self._pill.setParent(self)

    def _on_press(self) -> None:
        self.wished.emit(Wish.PAUSE)

    # Where everything lies

    def _px(self, length: float) -> int:
        return round(length * self._times)

    def _place(self) -> None:
        times = self._times = far_times(self.width(), self.height())
        for part in (self.stage, self._line, self._foot, self._time, self._left):
            part.set_times(times)
        side, head = self._px(MARGIN), self._place_head()
        foot = self._foot.needed_height(self.width())
        self._foot.setGeometry(0, self.height() - foot, self.width(), foot)
        foot = max(foot, self._taken)
        inner, high = self.width() - 2 * side, max(1, self.height() - head - foot)
        stage = round(inner * STAGE / (1920 - 2 * MARGIN))
        put(self.stage, side, head, stage, high)
        left = side + stage + self._px(GAP)
        into = self._px(INTO_FOOT)
        self._place_ring(QRect(left, head, self.width() - side - left, high + into))

    def _place_head(self) -> int:
        """The session so far and the time; returns where the stage begins."""
        side, high = self._px(MARGIN), self._px(BARS_AT)
        names = far_px(self._theme, "small", NAMES, self._times)
        self._progress.set_sizes(Sizes(self._px(BAR), self._px(GROUP_GAP), names, NAMES_GAP))
        time, left = self._time.heightForWidth(9999), self._left.heightForWidth(9999)
        wide = max(self._time.minimum_width("00:00"), self._left.taken(9999)) + 2
        at = self.width() - side - wide
        top = max(8, self._px(BARS_AT + 27) - (time + left) // 2)
        put(self._time, at, top, wide, time)
        put(self._left, at, top + time, wide, left)
        pill = self._pill.sizeHint() if self._pill.is_needed else self._pill.sizeHint() * 0
        at -= pill.width() + 8
        put(self._pill, at, high - 6, pill.width(), pill.height())
        wanted = self._progress.sizeHint().height()
        put(self._progress, side, high, at - side - self._px(BESIDE_TIME), wanted)
        return max(self._px(HEAD), high + wanted + 10, top + time + left + 10)

    def _place_ring(self, room: QRect) -> None:
        """The ring as large as it may be, its line in what is left below."""
        line = self._px(LINE)
        size = max(1, min(room.width(), room.height() - line, self._px(RING)))
        spare = max(0, room.height() - line - size) // 2
        left = room.left() + (room.width() - size) // 2
        put(self.ring, left, room.top() + spare, size, size)
        top = room.top() + spare + size
        free = self.height() - self._taken - top
        put(self._line, room.left(), top, room.width(), min(line, free))
