"""The bars of the window over the full screen, for three seconds after the pointer moves.

They come for the Tab key too, stay while one of their controls has the keyboard, and never
go while a screen reader is at work, which could not find them again.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from .far_view import FarView
from .player_controls import ControlBar
from .player_top import TopBar

SHOWN_MS = 3_000
COMPACT_BELOW = 900
"""On a lower screen the bars are those of a small window."""


class FarBars(QObject):
    """Shows and hides them while the full screen is on."""

    def __init__(self, view: FarView, top: TopBar, controls: ControlBar) -> None:
        super().__init__(view)
        self._view, self._top, self._controls = view, top, controls
        self._window: QWindow | None = None
        self._pointer = QPointF()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        view.installEventFilter(self)

    @property
    def _bars(self) -> tuple[QWidget, QWidget]:
        return self._top, self._controls

    def begin(self) -> None:
        """The full screen is on: the pointer is followed."""
        for bar in self._bars:
            bar.setAutoFillBackground(True)  # they lie over the stage
            bar.raise_()
        self._window = self._view.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)
        self._place()
        self._show(QAccessible.isActive())

    def end(self) -> None:
        """It is off: the bars are the window's again."""
        self.rest()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        for bar in self._bars:
            bar.setAutoFillBackground(False)
        self._show(True)

    def rest(self) -> None:
        """Nobody looks, so nothing of ours runs."""
        self._timer.stop()

    def stir(self) -> None:
        """Somebody is there: the bars come, or stay."""
        if self._window is not None:
            self._show(True)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._view:
            if kind in (QEvent.Type.Resize, QEvent.Type.Move) and self._window is not None:
                self._place()
        elif kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            here = event.globalPosition()
            if here != self._pointer:  # a window that moves under a pointer tells of it too
                self._pointer = here
                self.stir()
        return False

    def _on_time(self) -> None:
        focused = self._focused
        used = focused is not self._controls.pause and self._has(focused)
        if used or QAccessible.isActive():
            self._timer.start()
        else:
            self._show(False)

    @property
    def _focused(self) -> QWidget | None:
        return self._view.window().focusWidget()

    def _has(self, widget: QWidget | None) -> bool:
        return widget is not None and any(bar.isAncestorOf(widget) for bar in self._bars)

    def _show(self, shown: bool) -> None:
        """The bars, or else the head and foot of the full screen; the keyboard stays at Pause."""
        focused = self._focused
        if shown:
            for bar in self._bars:
                bar.show()
            if focused is not None and self._view.isAncestorOf(focused):
                self._controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)
            self._view.make_room(self._controls.height())
        else:
            self._view.make_room(0)
            if focused is None or self._has(focused):
                self._view.pause.setFocus(Qt.FocusReason.OtherFocusReason)
            for bar in self._bars:
                bar.hide()

    def _place(self) -> None:
        """Over the head and the foot, each as high as it must be."""
        area = self._view.geometry()
        compact = area.height() < COMPACT_BELOW
        for bar in (self._top, self._controls):
            bar.set_compact(compact)
            bar.resize(area.width(), bar.height())
        self._top.move(area.topLeft())
        self._controls.move(area.left(), area.bottom() + 1 - self._controls.height())
