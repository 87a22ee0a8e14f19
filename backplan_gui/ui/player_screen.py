"""The parts of the player in their places: as in the window, or as on all of the screen.

The bars of the window are there once. On all of the screen they lie over its head and foot
while somebody is near (far_bars.py).
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from .far_bars import FarBars
from .far_view import FarView
from .player_column import Middle
from .player_controls import ControlBar
from .player_frames import FigureStage
from .player_top import TopBar
from .player_view import Shown
from .theme import Theme
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.countdown_ring import CountdownRing
from .widgets.label import Label


class PlayerScreen(QWidget):
    """Trouble at the top, and below it what the window or the screen has room for."""

    wished = Signal(object)
    signs_asked = Signal()
    far_offered = Signal()
    """The full screen was offered, or used unasked."""

    def __init__(self, theme: Theme, speed: int) -> None:
        super().__init__()
        self._theme, self._speed = theme, speed
        self._compact = self._is_far = False
        self._offers_far = self._is_offered = False
        self._far: tuple[FarView, FarBars] | None = None
        """Built when first wanted."""
        self._top, self._middle = TopBar(theme, speed), Middle(theme)
        self._controls = ControlBar(theme)
        self._build_banner()
        self._build_layout()
        for part in (self._top, self._controls, self._middle):
            part.wished.connect(self.wished)
        self._top.signs_asked.connect(self.signs_asked)

    @property
    def is_far(self) -> bool:
        """Everything is laid out for all of the screen."""
        return self._is_far

    @property
    def stage(self) -> FigureStage:
        """Where the figure stands."""
        return self._far[0].stage if self._far and self._is_far else self._middle.stage

    @property
    def ring(self) -> CountdownRing:
        """The ring in sight."""
        return self._far[0].ring if self._far and self._is_far else self._middle.column.ring

    @property
    def pause(self) -> QAbstractButton:
        """The control that has the keyboard first."""
        return self._far[0].pause if self._far and self._is_far else self._controls.pause

    def begin(self, *, offer_far: bool) -> None:
        """Another session, in which the full screen may be offered."""
        self._offers_far, self._is_offered = offer_far, False

    def begin_step(self) -> None:
        """See the ring and the first words again, unless the keyboard is on what is below."""
        self._scroll.verticalScrollBar().setValue(0)
        focused = self.window().focusWidget()
        if self._middle.isAncestorOf(focused):  # of nothing, where nothing has the keyboard
            self._scroll.ensureWidgetVisible(focused)

    def show_player(self, shown: Shown) -> None:
        """Show this moment, but for the figure."""
        if self._far is not None and self._is_far:
            self._far[0].show_player(shown)
        else:
            if shown.offer is None and self._middle.column.button.hasFocus():
                self._controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)
                self.begin_step()
            self._middle.show_player(shown)
        self._top.show_player(shown)
        self._controls.show_player(shown)
        self._offer_far(shown)

    def say(self, text: str) -> None:
        """Say this in the status line, or with "" nothing."""
        self._controls.say(text)
        if self._far is not None:
            self._far[0].say(text)

    def show_caption(self, text: str) -> None:
        """What the voice says; from afar it is read on the stage."""
        self._controls.say(text)

    def show_quiet(self, quiet: bool) -> None:
        """Voice and sound are off, or on."""
        self._top.show_quiet(quiet)

    def show_trouble(self, said: str) -> None:
        """Why the record cannot be written; "" takes it away."""
        self._trouble.setText(said)
        self._banner.setVisible(bool(said))

    def set_compact(self, compact: bool) -> None:
        """Smaller bars, margins and words in a small window."""
        self._compact = compact
        self._middle.set_compact(compact)
        if not self._is_far:
            self._top.set_compact(compact)
            self._controls.set_compact(compact)

    def set_far(self, far: bool) -> None:
        """Lay everything out for all of the screen, or for the window."""
        if far != self._is_far:
            self._is_far = far
            self._top.show_far(far)
            if far:
                self._go_far()
            else:
                self._come_near()

    def turn(self, pages: float) -> None:
        """See what is further down, or with a negative number up."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def stir(self) -> None:
        """Somebody is near."""
        if self._far is not None:
            self._far[1].stir()

    def rest(self) -> None:
        """Nobody looks."""
        if self._far is not None:
            self._far[1].rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage follows what of it is in sight."""
        if event.type() is QEvent.Type.Resize:
            self._middle.set_seen(self._scroll.viewport().height())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        self.stir()
        return super().focusNextPrevChild(next)

    def _offer_far(self, shown: Shown) -> None:
        """Once, while one gets ready for the first time; used unasked it is known."""
        offers = self._offers_far and shown.begins and not self._is_far
        self._middle.column.offer_far(offers)
        if self._offers_far and (self._is_far or (self._is_offered and not offers)):
            self._offers_far = False
            self.far_offered.emit()
        self._is_offered = offers

    def _build_banner(self) -> None:
        theme = self._theme
        self._banner = QWidget()
        self._trouble = Label(theme, "", "label", "caution", wrap=True)
        card = Card(theme, "cautionTint", outline="caution", radius=12)
        inside = row(Icon(theme, "info", "caution", 20), gap=12, margins=(16, 10, 16, 10))
        inside.addWidget(self._trouble, 1)
        card.setLayout(inside)
        self._banner.setLayout(row(card, margins=(24, 8, 24, 0)))
        self._banner.hide()

    def _build_layout(self) -> None:
        self._layout = column()
        self._layout.addWidget(self._banner)
        self._layout.addWidget(self._top)
        self._scroll = Scroll(self._theme, self._middle)
        self._scroll.viewport().installEventFilter(self)
        self._layout.addWidget(self._scroll, 1)
        self._layout.addWidget(self._controls)
        self.setLayout(self._layout)

    def _built_far(self) -> tuple[FarView, FarBars]:
        view = FarView(self._theme, self._speed, self)
        view.wished.connect(self.wished)
        self._layout.insertWidget(3, view, 1)
        return view, FarBars(view, self._top, self._controls)

    def _go_far(self) -> None:
        view, bars = self._far = self._far or self._built_far()
        for bar in (self._top, self._controls):
            self._layout.removeWidget(bar)
        self._scroll.hide()
        view.show()
        self._layout.activate()
        bars.begin()

    def _come_near(self) -> None:
        assert self._far is not None
        view, bars = self._far
        bars.end()
        view.hide()
        self._layout.insertWidget(1, self._top)
        self._layout.addWidget(self._controls)
        self._scroll.show()
        self.set_compact(self._compact)
        self._controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)
