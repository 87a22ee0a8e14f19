"""Gives the cues of the session that runs to the voice and the chimes, at their instants.

It follows the runner, not a page, so a day can be done with the window out of sight. What
to give is decided by `core.score` and `core.cues`; here only the time passes. Nothing waits
for a voice: a sentence that comes while another is being said is said right after it or,
if that takes too long, not at all.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from .content import Content
from .core.cues import Chime, Cue, Lines, Say, cues_for, is_wanted
from .core.score import Given, score
from .core.script import Script
from .core.session import Event, Phase, PhaseChanged, Session, StepStarted
from .core.settings import Settings
from .core.sounds import Sound
from .runner import SessionRunner
from .services.chime import Chimes
from .services.voice import Voice
from .ui.player_said import step_said
from .ui.voice_words import answers_for, lines_for

LATE_MS = 500
"""A cue that is later than this is not given: the machine was busy, and the moment is gone."""
PATIENCE_MS = 1_500
"""So long a sentence waits for the one that is being said."""


class Cueing(QObject):
    """What is said and sounded of the session on."""

    given = Signal(object)
    """A Cue, at its instant, whether or not anything can be heard."""
    quiet_changed = Signal(bool)

    def __init__(
        self,
        runner: SessionRunner,
        content: Content,
        voice: Voice,
        chimes: Chimes,
        settings: Callable[[], Settings],
        now: Callable[[], int],
    ) -> None:
        super().__init__()
        self._runner, self._content = runner, content
        self._voice, self._chimes = voice, chimes
        self._settings, self._now = settings, now
        self._quiet = False
        self._place: tuple[Script, int] | None = None
        self._lines, self._score = Lines(), tuple[Given, ...]()
        self._gone = -1
        self._phase = Phase.READY
        self._last = ""
        self._waiting: tuple[str, int] | None = None
        runner.happened.connect(self._on_happened)
        runner.changed.connect(self._on_changed)
        runner.ended.connect(self._on_ended)

    @property
    def quiet(self) -> bool:
        """Neither voice nor sound until this session ends."""
        return self._quiet

    def set_quiet(self, quiet: bool) -> None:
        """Turn both off, or on again."""
        if quiet != self._quiet:
            self._quiet = quiet
            if quiet:
                self.hush()
            self.quiet_changed.emit(quiet)

    def hush(self) -> None:
        """Stop what is being said; all that sounds fades out."""
        self._waiting = None
        self._voice.stop()
        self._chimes.fade()

    def tell(self, text: str) -> None:
        """Say something now, in place of what is being said."""
        self._waiting = None
        self._voice.stop()
        self._give((Say(text),))

    def ease(self, text: str) -> None:
        """My pain is worse: all fades, one low tone, and then the choices."""
        self.hush()
        self._give((Chime(Sound.EASE), Say(text)))

    def repeat(self) -> None:
        """Say it again: the sentence before, or where one is."""
        session = self._runner.session
        if session is not None:
            self.tell(self._last or step_said(session, self._content))

    def on_voice_ended(self) -> None:
        """The voice is free: what waited may still be said."""
        waiting, self._waiting = self._waiting, None
        self._chimes.duck(False)
        if waiting is not None and self._now() - waiting[1] <= PATIENCE_MS:
            self._speak(waiting[0])

    def _on_happened(self, events: tuple[Event, ...]) -> None:
        session = self._runner.session
        if session is None:
            return
        begun = [event for event in events if isinstance(event, StepStarted)]
        if begun:
            self._begin(session)
            if not begun[-1].by_itself:
                self._chimes.fade()  # a breath may sound for a while yet
        answers = answers_for(session, self._content, self._day())
        for event in events:
            if isinstance(event, PhaseChanged):
                self._voice.stop()
                self._chimes.fade()
            self._give(cues_for(event, self._phase, self._lines, answers))
            if isinstance(event, PhaseChanged):
                self._phase = event.phase

    def _day(self) -> int | None:
        record = self._runner.record
        return record.day if record is not None else None

    def _begin(self, session: Session) -> None:
        """A step begins: what belongs to the one before is over."""
        self._waiting = None
        self._voice.stop()
        self._read(session)
        self._gone = -1
        if session.phase is Phase.PAUSED:
            self._give((Say(step_said(session, self._content)),))

    def _read(self, session: Session) -> None:
        self._place = (session.script, session.index)
        self._lines = lines_for(session, self._content)
        self._score = score(session.script, session.index, self._lines)

    def _on_changed(self) -> None:
        session = self._runner.session
        if session is None or not session.is_open:
            return
        if self._place is None or self._place[1] != session.index:
            self._read(session)
            self._gone = session.elapsed
        elif self._place[0] is not session.script:
            self._read(session)
        if session.phase is Phase.RUNNING:
            gone, self._gone = self._gone, session.elapsed
            due = (g for g in self._score if gone < g.at <= session.elapsed)
            late = LATE_MS * self._runner.speed
            self._give(g.cue for g in due if session.elapsed - g.at <= late)
        self._phase = session.phase

    def _on_ended(self) -> None:
        self._place, self._phase, self._last = None, Phase.READY, ""
        self.set_quiet(False)

    def _give(self, cues: Iterable[Cue]) -> None:
        settings = self._settings()
        for cue in cues:
            self.given.emit(cue)
            if isinstance(cue, Say):
                self._last = cue.text
            if self._quiet or self._runner.speed > 1 or not is_wanted(cue, settings):
                continue
            match cue:
                case Chime(sound, ms):
                    self._chimes.play(sound, ms)
                case Say(text):
                    self._speak(text)

    def _speak(self, text: str) -> None:
        if self._voice.busy:
            self._waiting = (text, self._now())
            return
        self._chimes.duck(True)
        self._voice.say(text)
