"""The mini player: a small window above the others, where the system allows that.

It shows what the ring shows and a few words, and can be dragged from anywhere. All lengths
grow with the text (design-system.md section 7, picture 13).
"""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ..core.session import Command
from .icons import draw_icon
from .player_keys import Wish
from .player_view import Shown
from .screens import areas, in_sight
from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import RoundButton, pressable
from .widgets.countdown_ring import CountdownRing
from .widgets.focus_ring import FocusRing
from .widgets.mini_words import MiniWords, Words
from .widgets.reading import put
from .widgets.ring_face import MINI

SIZE = QSize(360, 120)
RING = QRect(14, 14, 92, 92)
WORDS = QRect(120, 8, 118, 104)
PAUSE = QRect(244, 32, 56, 56)
SKIP, BACK = QRect(306, 13, 44, 44), QRect(306, 63, 44, 44)
CORNER_GAP = 16
"""From the corner of the screen where it stands at first."""


class MiniButton(QAbstractButton):
    """An icon on a surface with an outline."""

    ring_radius = 11.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        pressable(self)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return SKIP.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = "surface", "ink2", "lineStrong"
        if not self.isEnabled():
            fill, ink, outline = "disabledFill", "disabledInk", ""
        elif self.isDown() or self.underMouse():
            fill, outline = ("primaryTint" if self.isDown() else "primarySoft"), "primary"
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1)
        side = self._theme.px(20)
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, self._theme.colour(ink), square)


class MiniWindow(QWidget):
    """Ring, words, pause, skip, and the way back."""

    PLACE = "mini"
    """Under this key its place is kept."""

    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Window | flags)
        self._theme = theme
        self._pressed: QPoint | None = None
        self._put = QPoint()
        """Where it was put by us; anywhere else the person has put it."""
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._build()
        self._focus = FocusRing(theme, self)
        self._resize()
        theme.changed.connect(self._resize)

    def _build(self) -> None:
        theme = self._theme
        self.ring = CountdownRing(theme, MINI, parent=self)
        self.ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = MiniWords(theme, self)
        self.pause = RoundButton(theme, self.tr("Pause"), icon="pause", main=True)
        """The control that has the keyboard first."""
        self.pause.setParent(self)
        self._skip = MiniButton(theme, self.tr("Skip"), "skip", self)
        self._back = MiniButton(theme, self.tr("Back to the window"), "windowed", self)
        self.pause.clicked.connect(self._on_pause)
        self._skip.clicked.connect(self._on_skip)
        self._back.clicked.connect(self._on_back)

    def show_player(self, shown: Shown) -> None:
        """Show this moment."""
        face, stage, beside = shown.face, shown.stage, shown.beside
        self.ring.show_face(face)
        breath = beside.breath or beside.text
        line = " ".join(face.line.split())
        words = Words(face.word, face.ink, stage.title, shown.set_line, breath, line)
        self._words.show_words(words)
        name = self.tr("Continue") if shown.paused else self.tr("Pause")
        if name != self.pause.accessibleName():
            self.pause.setAccessibleName(name)
            self.pause.set_icon("play" if shown.paused else "pause")
        self._skip.setEnabled(Command.SKIP in shown.allowed)
        title = self.tr("{} · Backplan").format(stage.title)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def say(self, text: str) -> None:
        """What was refused or asked for, or with "" nothing."""
        self._words.say(text)

    # Where it is

    @property
    def place(self) -> list[int] | None:
        """Where the person has put it, to be kept; None where we did."""
        return None if self.pos() == self._put else [self.x(), self.y()]

    def put(self, place: Any, corner: QRect) -> None:
        """To a kept place, or what is not one: to the lower right of a screen's room."""
        if _is_place(place):
            self._go(QPoint(*place))
        else:
            gap = QPoint(self.width() + CORNER_GAP - 1, self.height() + CORNER_GAP - 1)
            self._go(corner.bottomRight() - gap)

    def come_in_sight(self) -> None:
        """Onto a screen that there is; that is no place of the person's choice."""
        if in_sight(self.geometry(), areas()) != self.geometry():
            self._go(self.pos())

    def _go(self, corner: QPoint) -> None:
        self._put = in_sight(QRect(corner, self.size()), areas()).topLeft()
        self.move(self._put)

    def _resize(self) -> None:
        """As large as the text is."""
        scale = self._theme.scale
        self.setFixedSize(SIZE * scale)
        for part, place in (
            (self.ring, RING),
            (self._words, WORDS),
            (self.pause, PAUSE),
            (self._skip, SKIP),
            (self._back, BACK),
        ):
            corner, size = place.topLeft() * scale, place.size() * scale
            put(part, corner.x(), corner.y(), size.width(), size.height())
        self.pause.set_diameter(round(PAUSE.width() * scale))
        self.update()

    # What a person does with it

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        width = 2 if self._theme.high_contrast else 1
        painter.setPen(QPen(self._theme.colour("lineStrong"), width))
        inset = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged by the system where it can, so that it sticks to edges as others do."""
        if self._pressed is None:
            return
        here = event.globalPosition().toPoint()
        way = here - self._pressed
        if way.manhattanLength() < QApplication.startDragDistance():
            return
        if self.windowHandle().startSystemMove():
            self._pressed = None
        else:
            self.move(self.pos() + way)
            self._pressed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.wished.emit(Wish.MINI)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the keyboard; the rest belongs to the player's keys."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if isinstance(focused, QAbstractButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        self._focus.wake()
        return super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to go back: a session never runs out of sight."""
        if self.isVisible():
            self.wished.emit(Wish.MINI)
        super().closeEvent(event)

    def _on_pause(self) -> None:
        self.wished.emit(Wish.PAUSE)

    def _on_skip(self) -> None:
        self.wished.emit(Wish.SKIP)

    def _on_back(self) -> None:
        self.wished.emit(Wish.MINI)


def _is_place(place: Any) -> bool:
    """What was kept is two whole numbers."""
    return isinstance(place, list) and len(place) == 2 and all(type(n) is int for n in place)
