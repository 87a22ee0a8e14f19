"""The player: draws the session that runs, and passes on what is asked of it.

It has no clock. Every time the runner says that something may have changed, the page asks
for the session and shows it where it is looked at: in the window, on all of the screen, or
in the mini player. Parts that would look the same are left alone.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.cues import Cue
from ..core.session import Event, StepStarted
from ..core.settings import Settings
from ..runner import SessionRunner
from .mini_player import MiniPlayer
from .player_actions import PlayerActions
from .player_easing import PlayerEasing
from .player_frames import FigureFrames
from .player_keys import PlayerKeys, Wish
from .player_said import Announcer
from .player_screen import PlayerScreen
from .player_telling import PlayerTelling
from .player_view import shown_of
from .screens import keeps_on_top, not_on_top
from .theme import Theme
from .widgets.card import column

IN_THE_WINDOW = (Wish.END, Wish.PAIN, Wish.WAYS, Wish.KEYS)
"""Wishes that open a sheet."""
PAGE_SHARE = 0.5
"""How much of what is in sight Page Up and Page Down move."""


class PlayerPage(QWidget):
    """One session on show."""

    signs_asked = Signal()
    keys_asked = Signal()
    again_asked, quiet_asked = Signal(), Signal()
    """Say the last sentence again; turn voice and sound off, or on again."""
    told = Signal(str)
    """A sentence that was asked for, or answers what was."""
    full_asked = Signal(bool)
    """The window should take all of the screen, or be as it was."""
    aside_asked = Signal(bool)
    """The window should step aside for the mini player, or come back."""
    mini_placed = Signal(object)
    """Where the person has put the mini player, to be kept."""
    far_away_offered = Signal()
    """The full screen was offered, or used unasked: once is enough."""

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
        self._watched = False
        self._screen = PlayerScreen(theme, runner.speed)
        self.setLayout(column(self._screen))
        self._keys = PlayerKeys(self, self._screen.pause)
        self._actions = PlayerActions(theme, content, runner, settings, now, self)
        self._frames = FigureFrames(theme, content, runner, self._screen.stage, self)
        self._telling = PlayerTelling(content, runner, self._screen.ring, self)
        self._mini = MiniPlayer(theme, self)
        self._connect()
        self._connect_parts()

    @property
    def first_focus(self) -> QWidget:
        """What has the keyboard when the page opens: Pause."""
        return self._screen.pause

    @property
    def easing(self) -> PlayerEasing:
        """What is asked and told when pain is worse."""
        return self._actions.easing

    @property
    def announcer(self) -> Announcer:
        """What screen readers hear."""
        return self._telling.announcer

    def open_session(
        self, before: int | None = None, *, gentle: bool = False, offer_far: bool = False
    ) -> None:
        """The page comes to the front with a session that has just begun or been taken up.

        `before` is the number that was said before it, None where none was; `offer_far`:
        nobody has offered the full screen yet.
        """
        self.easing.begin(before, gentle=gentle)
        self._screen.begin(offer_far=offer_far)
        self._frames.forget()
        self._telling.begin()
        self._draw()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._telling.tell_step()

    def go_on(self) -> None:
        """Go on with the session, as Space does: who was away is told first where it stands."""
        self._actions.wish(Wish.PAUSE)

    def leave_telling_to(self, voice_tells: Callable[[], bool]) -> None:
        """Screen readers are told of steps unless the voice does so."""
        self._telling.leave_to(voice_tells)

    def show_cue(self, cue: Cue) -> None:
        """What is said stands on the stage and in the ring; what does not, stands here."""
        if self.isVisible():
            self._telling.caption(cue)

    def show_quiet(self, quiet: bool) -> None:
        """Voice and sound are off until the session ends, or on again."""
        self._screen.show_quiet(quiet)
        if self._is_looked_at and self._runner.session is not None:
            self._telling.tell_quiet(quiet)

    def wish(self, wish: Wish) -> None:
        """Something was asked for from outside, whether or not anybody looks."""
        self._actions.wish_from_outside(wish)

    def put_mini(self, place: Any) -> None:
        """Where the mini player was kept to be."""
        self._mini.put(place)

    def set_compact(self, compact: bool) -> None:
        """Smaller bars, margins and words in a small window."""
        self._screen.set_compact(compact)

    def show_trouble(self, said: str) -> None:
        """Why the record cannot be written, at the top of the page; "" takes it away."""
        self._screen.show_trouble(said)
        if said:
            self._mini.leave()
        if said and self.isVisible():
            self.announcer.say(said)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mini.close()
        self.window().installEventFilter(self)
        self._keys.listen(True)
        self._follow_window()
        self._screen.stir()
        self._draw()
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._keys.listen(False)
        self._screen.rest()
        self._watch()
        if self._screen.is_far and not self.window().isHidden() and not event.spontaneous():
            self.full_asked.emit(False)  # another page came, and wants its window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is minimised shows nothing; one may take all of the screen."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._follow_window()
            self._watch()
        return False

    def _connect(self) -> None:
        runner, actions = self._runner, self._actions
        runner.changed.connect(self._refresh)
        runner.happened.connect(self._on_happened)
        runner.trouble.connect(self.show_trouble)
        runner.ended.connect(self._on_ended)
        actions.done.connect(self._telling.tell_done)
        actions.refused.connect(self._telling.tell)
        actions.passed_on.connect(self._on_other)
        actions.away.told.connect(self.announcer.say)
        actions.away.told.connect(self.told)
        self.easing.signs_asked.connect(self.signs_asked)
        self._theme.changed.connect(self._refresh)

    def _connect_parts(self) -> None:
        self._screen.wished.connect(self._on_wish)
        self._screen.signs_asked.connect(self.signs_asked)
        self._screen.far_offered.connect(self.far_away_offered)
        self._keys.wished.connect(self._on_key)
        self._telling.said.connect(self._screen.say)
        self._telling.said.connect(self._mini.say)
        self._telling.captioned.connect(self._screen.show_caption)
        self._telling.told.connect(self.told)
        self._mini.wished.connect(self._on_wish)
        self._mini.opened.connect(self._on_mini)
        self._mini.closed.connect(self._on_window)
        self._mini.aside_asked.connect(self.aside_asked)
        self._mini.placed.connect(self.mini_placed)

    # Showing

    @property
    def _is_looked_at(self) -> bool:
        return self.isVisible() or self._mini.is_open

    def _refresh(self) -> None:
        if self._is_looked_at:
            self._draw()

    def _draw(self) -> None:
        session = self._runner.session
        if session is None:
            return
        self._telling.look(session)
        still = self._theme.reduce_motion
        shown = shown_of(session, self._content, self._runner.allowed(), reduce_motion=still)
        if self._mini.is_open:
            self._mini.show_player(shown)
            return
        self._screen.show_player(shown)
        self._frames.show_figure(session, watched=self._watched)

    def _on_happened(self, events: tuple[Event, ...]) -> None:
        session = self._runner.session
        if any(isinstance(event, StepStarted) for event in events):
            self._screen.begin_step()
        if session is not None and self._is_looked_at:
            self._telling.tell_events(events, session)

    # What is asked

    def _on_key(self, wish: Wish) -> None:
        """Esc leaves the full screen first."""
        if wish is Wish.END and self._screen.is_far:
            self.full_asked.emit(False)
        else:
            self._on_wish(wish)

    def _on_wish(self, wish: Wish) -> None:
        if wish in IN_THE_WINDOW:
            self._mini.leave()
        self._actions.wish(wish)

    def _on_other(self, wish: Wish) -> None:
        """What is asked of the page and not of the session."""
        match wish:
            case Wish.TIME:
                self._telling.tell_time()
            case Wish.KEYS:
                self.keys_asked.emit()
            case Wish.AGAIN:
                self.again_asked.emit()
            case Wish.QUIET:
                self.quiet_asked.emit()
            case Wish.FULL:
                self._mini.leave()
                self.full_asked.emit(not self._screen.is_far)
            case Wish.MINI if self._mini.is_open:
                self._mini.leave()
            case Wish.MINI:
                self._mini.open()
            case Wish.UP:
                self._screen.turn(-PAGE_SHARE)
            case Wish.DOWN:
                self._screen.turn(PAGE_SHARE)
            case _:
                pass

    # Near, far, and in the mini player

    def _follow_window(self) -> None:
        """Lay everything out for the window as it is, or for all of the screen."""
        far = self.window().isFullScreen()
        if far != self._screen.is_far:
            self._screen.set_far(far)
            self._screen.say(self._telling.line)
            self._keys.add_pause(self._screen.pause)
            self._frames.move_to(self._screen.stage)
            self._telling.speak_for(self._screen.ring)
            self._draw()

    def _on_mini(self) -> None:
        """The mini player came; it is watched instead of this page."""
        self._watch()
        self._draw()
        mini = self._mini.window
        if mini is not None:
            mini.say(self._telling.line)
            self._telling.speak_for(mini.ring)
        if not keeps_on_top():
            self._telling.tell(not_on_top())

    def _on_window(self) -> None:
        """The large window is back."""
        self._telling.speak_for(self._screen.ring)
        self._watch()

    def _on_ended(self) -> None:
        """What comes next is on another page."""
        if self._screen.is_far:
            self.full_asked.emit(False)
        self._mini.leave()

    def _watch(self) -> None:
        self._watched = self.isVisible() and not self.window().isMinimized()
        self._runner.watch(self._watched or self._mini.is_open)
        if not self._watched:
            self._frames.stop()
