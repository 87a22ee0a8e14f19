"""What goes with a session besides the window: voice, sound, a screen that stays on, and
the keys of the desktop.

Nothing of it is needed to do a day: each part may be missing or refuse, and the session
goes on. Nothing of it is started before somebody wants to begin, for a start is not kept
waiting.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from . import resources
from .content import Content
from .core.finish import FinishView
from .core.records import SessionRecord
from .core.session import Command, Phase, Session
from .core.settings import Settings
from .cueing import Cueing
from .runner import SessionRunner
from .services.awake import Awake, KeepAwake, Wakefulness
from .services.chime import Mute, Sounding
from .services.media_keys import Remote
from .services.sleep import Sleep
from .services.voice import Silence, Silent, Spoken
from .ui import player_steps as steps
from .ui.player_keys import Wish
from .ui.player_ring import phase_word
from .ui.settings_sound import SoundState
from .ui.step_words import title
from .ui.voice_words import example

LANGUAGE = "en"


class Means(NamedTuple):
    """The real ones of this machine."""

    voice: Spoken
    chimes: Sounding
    keep: KeepAwake
    remote: Remote
    sleep: Sleep


def means_here() -> Means:
    """All there is to be had; nothing is started by it."""
    sounds = resources.root() / "sounds"
    return Means(Spoken(), Sounding(sounds), Awake(), Remote(), Sleep())


class Senses(QObject):
    """Gives the cues of a session, keeps the screen on, and answers the desktop's keys."""

    changed = Signal()
    """What can be heard, or whether the screen stays on."""
    wished = Signal(object)
    """A Wish that came from outside the window."""
    raise_asked = Signal()

    def __init__(
        self,
        runner: SessionRunner,
        content: Content,
        settings: Callable[[], Settings],
        now: Callable[[], int],
        outcome: Callable[[SessionRecord], FinishView],
        means: Means | None = None,
    ) -> None:
        super().__init__()
        self._runner, self._content, self._settings = runner, content, settings
        self._means, self._example_wanted = means, False
        voice = means.voice if means else Silent()
        chimes = means.chimes if means else Mute()
        self.cueing = Cueing(runner, content, voice, chimes, settings, now, outcome)
        if means is not None:
            self._wakefulness = Wakefulness(means.keep, allowed=settings().keep_awake)
            self._connect(means)

    def prepare(self) -> None:
        """Somebody is about to begin: start what takes a moment."""
        if self._means is None:
            return
        self.use_settings()
        self._means.sleep.watch()
        settings = self._settings()
        if settings.voice:
            self._means.voice.start()
        if settings.chimes or settings.breathing_tone:
            self._means.chimes.warm_up()

    def use_settings(self) -> None:
        """The person's choices, from now on."""
        if self._means is None:
            return
        settings = self._settings()
        self._means.voice.use(
            settings.voice_name, settings.voice_rate, settings.voice_volume, LANGUAGE
        )
        self._means.chimes.use(settings.chime_volume)
        self._wakefulness.allow(settings.keep_awake)

    @property
    def state(self) -> SoundState:
        """What can be heard, and whether the screen stays on."""
        means = self._means
        if means is None:
            return SoundState(silence=Silence.NO_ENGINE, sounds=False)
        voice = means.voice
        sounds = means.chimes.available
        return SoundState(voice.voices, voice.engine, voice.silence, sounds, means.keep.answer)

    def look_at_screen(self) -> None:
        """Somebody reads whether it stays on: see it, unless it is known from a session."""
        if self._means is not None:
            self._wakefulness.look_soon()

    def voice_tells(self) -> bool:
        """What happens in a session is said by the voice."""
        means = self._means
        if means is None or self.cueing.quiet or self._runner.speed > 1:
            return False
        return self._settings().voice and means.voice.silence is Silence.NONE

    def give_example(self) -> None:
        """Say how it sounds, as soon as the voice can; try again where it could not."""
        self.prepare()
        if self._means is not None:
            self._means.voice.start()
            self._example_wanted = True
            self._on_means_changed()

    def close(self) -> None:
        """Let go of everything."""
        if self._means is not None:
            self._wakefulness.close()
            self._means.remote.hide()
            self._means.chimes.close()
            self._means.voice.close()

    def _connect(self, means: Means) -> None:
        self._runner.changed.connect(self._on_changed)
        self._runner.ended.connect(self._on_ended)
        self._runner.released.connect(self._on_ended)
        means.voice.ended.connect(self.cueing.on_voice_ended)
        for part in (means.voice, means.chimes, self._wakefulness):
            part.changed.connect(self._on_means_changed)
        remote = means.remote
        remote.play_asked.connect(self._on_play)
        remote.pause_asked.connect(self._on_pause)
        remote.play_pause_asked.connect(self._on_play_pause)
        remote.next_asked.connect(self._on_next)
        remote.previous_asked.connect(self._on_previous)
        remote.stop_asked.connect(self._on_pause)
        remote.raise_asked.connect(self.raise_asked)
        means.sleep.away.connect(self._on_away)

    def _on_means_changed(self) -> None:
        means = self._means
        if self._example_wanted and means is not None and means.voice.silence is Silence.NONE:
            self._example_wanted = False
            means.voice.stop()
            means.voice.say(example())
        self.changed.emit()

    # The session

    def _on_changed(self) -> None:
        session = self._runner.session
        if self._means is None or session is None or not session.is_open:
            return
        if session.phase is Phase.PAUSED:
            self._wakefulness.paused()
        else:
            self._wakefulness.running()
        self._show(self._means.remote, session)

    def _show(self, remote: Remote, session: Session) -> None:
        step = steps.coming(session)
        remote.show(
            title(session, step, self._content),
            phase_word(session, self._content),
            session.phase is not Phase.PAUSED,
            session.step.ms,
            session.elapsed,
        )

    def _on_ended(self) -> None:
        if self._means is not None:
            self._wakefulness.ended()
            self._means.remote.hide()

    def _on_away(self) -> None:
        """The machine is about to sleep, or was locked: nobody exercises."""
        self._runner.do(Command.SUSPEND)

    # The keys of the desktop: what a key of the player does, with its rules

    def _on_play(self) -> None:
        self.wished.emit(Wish.PLAY)

    def _on_pause(self) -> None:
        self.wished.emit(Wish.HALT)

    def _on_play_pause(self) -> None:
        self.wished.emit(Wish.PAUSE)

    def _on_next(self) -> None:
        self.wished.emit(Wish.SKIP)

    def _on_previous(self) -> None:
        self.wished.emit(Wish.BACK)
