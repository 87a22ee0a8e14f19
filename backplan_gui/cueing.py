"""Gives the cues of the session that runs to the voice and the chimes, at their instants.

It follows the runner, not a page, so a day can be done with the window out of sight. What
to give is decided by `core.score` and `core.cues`; here only the time passes. Nothing waits
for a voice: a sentence that comes while another is being said is said right after it or,
if that takes too long, not at all.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from .content import Content
from .core.cues import Chime, Cue, Lines, Say, cues_for, is_wanted, said_ms
from .core.finish import FinishView
from .core.records import SessionKind, SessionRecord
from .core.score import score
from .core.script import Script, StepKind
from .core.session import Event, Phase, PhaseChanged, Session, StepStarted
from .core.settings import Settings
from .core.sounds import Sound
from .core.track import Given
from .runner import SessionRunner
from .services.chime import Chimes
from .services.voice import Voice
from .ui.player_said import step_said
from .ui.voice_words import answers, finished_said, lines_for

LATE_MS = 500
"""A cue that is later than this is not given: the machine was busy, and the moment is gone."""
PATIENCE_MS = 1_500
"""So long a sentence waits for the one that is being said, at most."""

ON_THE_WAY = (StepKind.ENTER, StepKind.WORK, StepKind.LEAVE)
"""What was told before such a step is of the same movement."""


def patience_ms(text: str) -> int:
    """No longer than it takes itself: "Three." belongs to one second, and is wrong in the next."""
    return min(PATIENCE_MS, said_ms(text))


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
        outcome: Callable[[SessionRecord], FinishView],
    ) -> None:
        super().__init__()
        self._runner, self._content = runner, content
        self._voice, self._chimes = voice, chimes
        self._settings, self._now, self._outcome = settings, now, outcome
        self._quiet = False
        self._place: tuple[Script, int] | None = None
        self._lines, self._score = Lines(), tuple[Given, ...]()
        self._gone = -1
        self._phase = Phase.READY
        self._how = ""
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
        self._cut()
        self._chimes.fade()

    def tell(self, text: str) -> None:
        """Say something now, in place of what is being said."""
        self._cut()
        self._give((Say(text),))

    def ease(self, text: str) -> None:
        """My pain is worse: all fades, one low tone, and then the choices."""
        self.hush()
        self._give((Chime(Sound.EASE), Say(text)))

    def repeat(self) -> None:
        """Say again what is to be done: no count, no time, and nothing that was asked for."""
        session = self._runner.session
        if session is not None:
            self.tell(self._how or self._to_do(session))

    def _to_do(self, session: Session) -> str:
        """Where nothing was told yet, as after a beginning in the middle."""
        lines = self._lines
        if session.step.kind is StepKind.WORK:
            return next(iter((*(line.text for line in lines.moves), *lines.todo)))
        return lines.next or step_said(session, self._content)

    def on_voice_ended(self) -> None:
        """The voice is free: what waited may still be said."""
        waiting, self._waiting = self._waiting, None
        self._chimes.duck(False)
        if waiting is not None and self._now() - waiting[1] <= patience_ms(waiting[0]):
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
        for event in events:
            if isinstance(event, PhaseChanged):
                self._cut()
                self._chimes.fade()
            said = answers(self._finished(session))
            self._give(cues_for(event, self._phase, self._lines, said))
            if isinstance(event, PhaseChanged):
                self._phase = event.phase

    def _finished(self, session: Session) -> str:
        """What is said at the end, and so only then: it is looked up in the record."""
        record = self._runner.record
        if record is None or session.phase is not Phase.FINISHED:
            return ""
        practised = record.kind is SessionKind.PRACTICE
        return finished_said(None if practised else self._outcome(record), self._content)

    def _begin(self, session: Session) -> None:
        """A step begins: what belongs to the one before is over."""
        self._cut()
        self._read(session)
        self._gone = -1
        if session.step.kind not in ON_THE_WAY:
            self._how = ""
        if session.phase is Phase.PAUSED:
            self._give((Say(step_said(session, self._content)),))

    def _read(self, session: Session) -> None:
        self._place = (session.script, session.index)
        record = self._runner.record
        self._lines = lines_for(session, self._content, record.day if record else None)
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
            for given in due:
                if session.elapsed - given.at <= late:
                    self._note(given.cue, session)
                    self._give((given.cue,))
        self._phase = session.phase

    def _note(self, cue: Cue, session: Session) -> None:
        if isinstance(cue, Say) and self._lines.tells_how(cue.text, session.step.kind):
            self._how = cue.text

    def _on_ended(self) -> None:
        self._place, self._phase, self._how = None, Phase.READY, ""
        self.set_quiet(False)

    def _give(self, cues: Iterable[Cue]) -> None:
        settings = self._settings()
        for cue in cues:
            self.given.emit(cue)
            if self._quiet or self._runner.speed > 1 or not is_wanted(cue, settings):
                continue
            match cue:
                case Chime(sound, ms):
                    self._chimes.play(sound, ms)
                case Say(text):
                    self._speak(text)

    def _cut(self) -> None:
        """Nobody speaks now, and nobody waits to; a voice that was stopped tells no end."""
        self._waiting = None
        self._voice.stop()
        self._chimes.duck(False)

    def _speak(self, text: str) -> None:
        if self._voice.busy:
            self._waiting = (text, self._now())
            return
        self._chimes.duck(True)
        self._voice.say(text)
