"""The player: draws the session that runs, and passes on what is asked of it.

It has no clock. Every time the runner says that something may have changed, the page asks
for the session and shows it; parts that would look the same are left alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.exercise import Version
from ..core.session import Command, Event, Phase, PhaseChanged, Session, StepStarted
from ..core.settings import Settings
from ..core.shown import left_today_ms
from ..core.switching import version_on
from ..runner import SessionRunner
from . import player_steps as steps
from .player_actions import PlayerActions
from .player_beside import beside_ring, next_text, tempo
from .player_column import Middle, Offer
from .player_controls import ControlBar
from .player_easing import PlayerEasing
from .player_figure import FRAME_MS, figure_said, is_moving, sight_now
from .player_keys import PlayerKeys, Wish
from .player_ring import ring_face
from .player_said import (
    Announcer,
    events_said,
    mark_said,
    progress_said,
    suspended_said,
    time_left_said,
)
from .player_top import TopBar
from .player_words import stage_text, version_said
from .theme import Theme
from .widgets.button import Kind
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.label import Label

SAID_MS = 5_000
"""How much of the session a line in the status bar outlasts."""


class PlayerPage(QWidget):
    """One session on show."""

    signs_asked = Signal()
    keys_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        content: Content,
        runner: SessionRunner,
        settings: Callable[[], Settings],
        now: Callable[[], int],
    ) -> None:
        super().__init__()
        self._theme, self._content, self._runner = theme, content, runner
        self._before: Session | None = None
        self._said_at = 0
        self._placed: int | None = None
        self._watched = False
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._show_frame)
        self._build_parts()
        self._build_layout()
        self._keys = PlayerKeys(self, self._controls.pause)
        self._actions = PlayerActions(theme, content, runner, settings, now, self)
        self.announcer = Announcer(self._middle.column.ring)
        self._connect()

    @property
    def first_focus(self) -> QWidget:
        """What has the keyboard when the page opens: Pause."""
        return self._controls.pause

    @property
    def easing(self) -> PlayerEasing:
        """What is asked and told when pain is worse."""
        return self._actions.easing

    def open_session(self, before: int | None = None, *, gentle: bool = False) -> None:
        """The page comes to the front with a session that has just begun or been taken up.

        `before` is the number that was said before it, None where none was.
        """
        self.easing.begin(before, gentle=gentle)
        self._before = self._placed = None
        self._say("")
        self._draw()
        self._controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        """Smaller bars, margins and words in a small window."""
        self._top.set_compact(compact)
        self._middle.set_compact(compact)
        self._controls.set_compact(compact)

    def show_trouble(self, said: str) -> None:
        """Why the record cannot be written, at the top of the page; "" takes it away."""
        self._trouble.setText(said)
        self._banner.setVisible(bool(said))
        if said and self.isVisible():
            self.announcer.say(said)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._keys.listen(True)
        self._draw()
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._keys.listen(False)
        self._watched = False
        self._frames.stop()
        self._runner.watch(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is minimised shows nothing; the stage follows what is in sight."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._watch()
        elif event.type() is QEvent.Type.Resize and watched is self._scroll.viewport():
            self._middle.set_seen(self._scroll.viewport().height())
        return False

    def _build_parts(self) -> None:
        theme = self._theme
        self._top = TopBar(theme, self._runner.speed)
        self._middle = Middle(theme)
        self._controls = ControlBar(theme)
        self._banner = QWidget()
        self._trouble = Label(theme, "", "label", "caution", wrap=True)
        card = Card(theme, "cautionTint", outline="caution", radius=12)
        inside = row(Icon(theme, "info", "caution", 20), gap=12, margins=(16, 10, 16, 10))
        inside.addWidget(self._trouble, 1)
        card.setLayout(inside)
        self._banner.setLayout(row(card, margins=(24, 8, 24, 0)))
        self._banner.hide()

    def _build_layout(self) -> None:
        layout = column()
        layout.addWidget(self._banner)
        layout.addWidget(self._top)
        self._scroll = Scroll(self._theme, self._middle)
        self._scroll.viewport().installEventFilter(self)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._controls)
        self.setLayout(layout)

    def _connect(self) -> None:
        runner, actions = self._runner, self._actions
        runner.changed.connect(self._refresh)
        runner.happened.connect(self._on_happened)
        runner.trouble.connect(self.show_trouble)
        for part in (self._keys, self._top, self._controls, self._middle):
            part.wished.connect(actions.wish)
        self._top.signs_asked.connect(self.signs_asked)
        actions.done.connect(self._on_done)
        actions.refused.connect(self._tell)
        actions.passed_on.connect(self._on_other)
        self.easing.signs_asked.connect(self.signs_asked)
        self._theme.changed.connect(self._refresh)

    # Showing

    def _refresh(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        session = self._runner.session
        if session is None:
            return
        content, column = self._content, self._middle.column
        mark = mark_said(self._before, session)
        self._before = session
        if mark:
            self.announcer.say(mark)
        if session.guided - self._said_at >= SAID_MS * self._runner.speed:
            self._say("")
        still = self._theme.reduce_motion
        self._middle.stage.show_stage(stage_text(session, content))
        self._show_figure(session)
        face = ring_face(session, content, reduce_motion=still)
        column.ring.show_face(face)
        column.show_line(beside_ring(session, content))
        self._show_slot(session)
        self._show_bars(session)

    def _show_figure(self, session: Session) -> None:
        """The figure of this instant; while it is on its way, again at every frame."""
        still, at_once = self._theme.reduce_motion, self._is_placed(session)
        moving = is_moving(session, self._content, reduce_motion=still, at_once=at_once)
        self._show_sight(session)
        self._middle.stage.describe_figure(figure_said(session, self._content))
        if not (self._watched and moving):
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start()

    def _show_frame(self) -> None:
        session = self._runner.glance()
        if session is not None:
            self._show_sight(session)

    def _show_sight(self, session: Session) -> None:
        still, at_once = self._theme.reduce_motion, self._is_placed(session)
        sight = sight_now(session, self._content, reduce_motion=still, at_once=at_once)
        self._middle.stage.show_figure(sight, paused=session.phase is Phase.PAUSED)

    def _is_placed(self, session: Session) -> bool:
        """The person was put into this step while nothing moved, so there is no way to it."""
        waits = session.phase in (Phase.PAUSED, Phase.RESUMING)
        if session.index != self._placed:
            self._placed = session.index if waits and not session.elapsed else None
        return session.index == self._placed

    def _show_slot(self, session: Session) -> None:
        column, content = self._middle.column, self._content
        offer = self._offer(session)
        if offer is None and column.button.hasFocus():
            self._controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        column.show_slot(offer, tempo(session, content), next_text(session, content))

    def _show_bars(self, session: Session) -> None:
        shares = steps.shares(session, self._content)
        left = words.clock(left_today_ms(session))
        self._top.show_progress(shares, progress_said(shares), left)
        step = session.step
        self._controls.show_controls(
            self._runner.allowed(),
            paused=session.phase in (Phase.PAUSED, Phase.READY),
            reps=bool(step.reps),
        )
        self._controls.show_version(easier=version_on(session) is Version.EASIER)

    def _offer(self, session: Session) -> Offer | None:
        """What the large button is for now."""
        allowed = self._runner.allowed()
        if session.phase is Phase.PAUSED:
            return Offer(Wish.PAUSE, self.tr("Continue"), "play", self.tr("Space"))
        if session.step.help and Command.NEXT in allowed:
            return Offer(Wish.MAIN, self.tr("Next"), "chevronRight", self.tr("Enter"))
        if Command.NEXT in allowed or Command.START in allowed:
            return Offer(Wish.MAIN, self.tr("I’m ready, start now"), "play", self.tr("Enter"))
        if Command.REP in allowed:
            return Offer(Wish.MAIN, self.tr("Rep done"), "check", self.tr("Enter"))
        if Command.KEEP_GOING in allowed:
            more = self.tr("Keep going, 1 minute more")
            return Offer(Wish.MAIN, more, "plus", self.tr("Enter"), Kind.SECONDARY)
        return None

    def _on_happened(self, events: tuple[Event, ...]) -> None:
        session = self._runner.session
        if session is None or not self.isVisible():
            return
        if any(isinstance(event, StepStarted) for event in events):
            self._say("")
        if any(isinstance(e, PhaseChanged) and e.suspended for e in events):
            self._say(suspended_said())
        said = events_said(events, session, self._content)
        if said:
            self.announcer.say(said)

    # Saying

    def _tell(self, text: str) -> None:
        """Say it on screen and to screen readers."""
        self._say(text)
        self.announcer.say(text)

    def _say(self, text: str) -> None:
        session = self._runner.session
        self._said_at = session.guided if session is not None else 0
        self._controls.say(text)

    def _on_done(self, command: Command) -> None:
        """What changed without a new step, for who does not see it."""
        self._say("")
        session = self._runner.session
        if session is None:
            return
        match command:
            case Command.LESS | Command.MORE:
                self.announcer.say(self._middle.column.ring.face.name)
            case Command.VERSION:
                self._tell(version_said(session, self._content))
            case Command.KEEP_GOING:
                self._tell(self.tr("One minute more."))
            case _:
                pass

    def _on_other(self, wish: Wish) -> None:
        """What is asked of the page and not of the session."""
        session = self._runner.session
        bar = self._scroll.verticalScrollBar()
        match wish:
            case Wish.TIME if session is not None:
                self._tell(time_left_said(session, self._content))
            case Wish.KEYS:
                self.keys_asked.emit()
            case Wish.UP:
                bar.setValue(bar.value() - bar.pageStep() // 2)
            case Wish.DOWN:
                bar.setValue(bar.value() + bar.pageStep() // 2)
            case _:
                pass

    def _watch(self) -> None:
        self._watched = self.isVisible() and not self.window().isMinimized()
        self._runner.watch(self._watched)
        if not self._watched:
            self._frames.stop()
