"""What the player says: to screen readers, and for a while in the line beside the controls."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.cues import Cue, Say
from ..core.session import Command, Event, PhaseChanged, Session, StepStarted
from ..runner import SessionRunner
from .between_words import suspended_said
from .player_ring import ring_face, time_left_said
from .player_said import (
    Announcer,
    events_said,
    mark_said,
    step_said,
)
from .player_words import version_said
from .voice_words import is_nowhere_else, written_alone

SAID_MS = 5_000
"""How much of the session a line in the status bar outlasts."""


class PlayerTelling(QObject):
    """Words about a session that come and go."""

    said = Signal(str)
    """What the status line says from now on; "" nothing."""
    captioned = Signal(str)
    """What the voice says, until something is said by us or has been there long enough."""
    told = Signal(str)
    """A sentence that was asked for, or answers what was."""

    def __init__(
        self, content: Content, runner: SessionRunner, speaker: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._content, self._runner = content, runner
        self._before: Session | None = None
        self._said_at = 0
        self._line = ""
        self.announcer = Announcer(speaker)
        self._voice_tells: Callable[[], bool] = bool

    @property
    def line(self) -> str:
        """What the status line says of itself, and not for the voice."""
        return self._line

    def leave_to(self, voice_tells: Callable[[], bool]) -> None:
        """Announce nothing while the voice says it: two speak over each other."""
        self._voice_tells = voice_tells

    def begin(self) -> None:
        """Another session."""
        self._before = None
        self.say("")

    def tell_step(self) -> None:
        """Where it stands, for who has just come to it and does not see it."""
        session = self._runner.session
        if session is not None:
            self._announce(step_said(session, self._content))

    def speak_for(self, speaker: QWidget) -> None:
        """Screen readers hear it as of this, which must be in sight."""
        self.announcer.setParent(speaker)

    def look(self, session: Session) -> None:
        """Time has passed: tell its marks, and take away what was said long enough."""
        mark = mark_said(self._before, session)
        self._before = session
        if mark:
            self._announce(mark)
        if session.guided - self._said_at >= SAID_MS * self._runner.speed:
            self.say("")

    def tell(self, text: str) -> None:
        """Say it on screen and to screen readers."""
        self.say(text)
        self._announce(text)
        self.told.emit(text)

    def tell_quiet(self, quiet: bool) -> None:
        """Voice and sound are off, or on again."""
        off, on = self.tr("Sound is off until this session ends."), self.tr("Sound is on.")
        self.tell(off if quiet else on)

    def caption(self, cue: Cue) -> None:
        """What the voice says, on screen, where it stands nowhere else and we say nothing."""
        session = self._runner.session
        if session is None or self._line or not isinstance(cue, Say):
            return
        if is_nowhere_else(cue.text, session, self._content):
            self._mark()
            self.captioned.emit(written_alone(cue.text, self._content))

    def say(self, text: str) -> None:
        """Say it on screen, or with "" nothing."""
        self._mark()
        self._line = text
        self.said.emit(text)

    def _announce(self, text: str) -> None:
        if not self._voice_tells():
            self.announcer.say(text)

    def _mark(self) -> None:
        session = self._runner.session
        self._said_at = session.guided if session is not None else 0

    def tell_events(self, events: tuple[Event, ...], session: Session) -> None:
        """What happened by itself."""
        if any(isinstance(event, StepStarted) for event in events):
            self.say("")
        if any(isinstance(e, PhaseChanged) and e.suspended for e in events):
            self.say(suspended_said())
        said = events_said(events, session, self._content)
        if said:
            self._announce(said)

    def tell_done(self, command: Command) -> None:
        """What changed without a new step, for who does not see it."""
        self.say("")
        session = self._runner.session
        if session is None:
            return
        match command:
            case Command.LESS | Command.MORE:
                self._announce(ring_face(session, self._content).name)
            case Command.VERSION:
                self.tell(version_said(session, self._content))
            case Command.KEEP_GOING:
                self.tell(self.tr("One minute more."))
            case _:
                pass

    def tell_time(self) -> None:
        """The time, for who asks."""
        session = self._runner.session
        if session is not None:
            self.tell(time_left_said(session, self._content))
