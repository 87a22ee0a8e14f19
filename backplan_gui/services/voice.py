"""The voice. It may take seconds to start, hang or die, so it lives in a child process.

Nobody waits for it: an utterance is taken as ended when it cannot be said, after a time
that no voice needs for it, and when the child gives no sign of life. A child that hangs or
dies is started once more; after that the voice is silent and says why.
"""

import sys
from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from .child import Child, log
from .speech import Able, Begun, Ended, Say, Silence, Stop, Use, VoiceName

__all__ = ["Silence", "Silent", "Spoken", "Voice", "VoiceName", "command"]

OPTION = "--speak"
"""With which the app's own program is the child; no person need know it."""

READY_MS = 20_000
"""Starting takes under 2 s on a machine at rest (platform.md section 4)."""
LIFE_MS = 3_000
"""From asking for something to the first answer; 30 ms are usual."""
WORD_MS, EXTRA_MS = 400, 3_000
"""An utterance takes less, even at the slowest rate offered: 370 ms a word in all."""
CLOSE_MS = 500


class Voice(Protocol):
    """What the app asks of a voice."""

    def say(self, text: str) -> None: ...
    def stop(self) -> None: ...
    @property
    def busy(self) -> bool: ...


class Silent:
    """No voice: whatever it is to say is over at once."""

    busy = False

    def say(self, text: str) -> None:
        pass

    def stop(self) -> None:
        pass


def command() -> list[str]:
    """What starts the child: this program again, from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-m", "backplan_gui", OPTION]


class Spoken(QObject):
    """The system's voice. Nothing here waits, but for `close` a moment."""

    ended = Signal()
    """An utterance ended or is taken as ended; one that was stopped is not told of."""
    changed = Signal()
    """Whether it can speak, why not, the engine or the voices."""

    def __init__(self, given: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(given or command())
        self._child: Child | None = None
        self._starts_left = 0
        self._use = Use()
        self._able = Able(Silence.STARTING)
        self._last = self._saying = self._sent = 0  # ids of utterances; 0 is none
        self._life = self._timer()
        self._life.timeout.connect(self._on_no_answer)
        self._longest = self._timer()
        self._longest.timeout.connect(self._on_too_long)

    def _timer(self) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        return timer

    # --- what is asked of it ------------------------------------------------------------

    def start(self) -> None:
        """Get ready, if it is not; try again where it could not."""
        if self._child is None or self.silence not in (Silence.NONE, Silence.STARTING):
            self._drop()
            self._starts_left = 2
            self._launch()

    def close(self) -> None:
        """End the child; a voice that was closed can be started again."""
        self._child = None
        self._life.stop()
        self._longest.stop()
        self._saying = 0
        self._able = replace(self._able, silence=Silence.STARTING)
        for child in self.findChildren(Child):
            child.close(CLOSE_MS)

    def use(self, name: str, rate: int, volume: int, language: str) -> None:
        """Speak so from the next utterance on: a voice, "" for the language's first, a rate
        in tenths, a volume in per cent.
        """
        use = Use(name, rate, volume, language)
        if use != self._use:
            self._use = use
            self._ask(use)

    def say(self, text: str) -> None:
        """Say it now, or be busy for a moment if it cannot be said. Ignored while busy: whoever
        wants to be heard looks at `busy` and asks it to stop.
        """
        if self.busy:
            return
        self._last += 1
        self._saying = self._last
        words = len(text.split())
        if self.silence or not words:
            self._longest.start(0)
            return
        self._sent = self._saying
        self._ask(Say(self._sent, text))
        self._life.start(LIFE_MS)
        self._longest.start(WORD_MS * words + EXTRA_MS)

    def stop(self) -> None:
        """Say no more of it."""
        if self._is_said():
            self._life.stop()
            self._ask(Stop())
        self._longest.stop()
        self._saying = 0

    # --- what it tells ------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return self._saying != 0

    @property
    def silence(self) -> Silence:
        return self._able.silence

    @property
    def engine(self) -> str:
        """Its name for people, "" while it is not known."""
        return self._able.engine

    @property
    def voices(self) -> tuple[VoiceName, ...]:
        """Those of the language; the one that is taken by itself is the first."""
        return self._able.voices

    # --- the child ----------------------------------------------------------------------

    def _launch(self) -> None:
        self._starts_left -= 1
        self._become(replace(self._able, silence=Silence.STARTING))
        self._life.start(READY_MS)
        self._child = Child(self._command, self)
        self._child.told.connect(self._hear)
        self._child.ended.connect(self._on_child_ended)
        self._child.start()
        self._ask(self._use)

    def _drop(self) -> None:
        """Have nothing more to do with the child."""
        child, self._child = self._child, None
        self._life.stop()
        if child is not None:
            child.kill()

    def _fail(self) -> None:
        """The child is of no use: take another, or none."""
        self._drop()
        if self._starts_left:
            self._launch()
        else:
            self._become(replace(self._able, silence=Silence.HANGS))
        self._end()

    def _ask(self, asked: Use | Say | Stop) -> None:
        if self._child is not None:
            self._child.ask(asked)

    @Slot(object)
    def _hear(self, told: Able | Begun | Ended) -> None:
        if isinstance(told, Able):
            if self.silence is Silence.STARTING:
                self._life.stop()
            self._become(told)
        elif told.id == self._sent and (self._is_said() or isinstance(told, Ended)):
            self._life.stop()
            if isinstance(told, Ended):
                self._end()

    @Slot()
    def _on_child_ended(self) -> None:
        if self.silence is Silence.NO_ENGINE:  # it has said why it ends
            self._drop()
        else:
            self._fail()

    # --- an utterance -------------------------------------------------------------------

    @Slot()
    def _on_no_answer(self) -> None:
        log("The voice gives no sign of life.", warn=True)
        self._fail()

    @Slot()
    def _on_too_long(self) -> None:
        """Do not wait for its end. An engine that is asked to stop and even then does not
        has hung: so it is where the sound server has gone (platform.md section 4).
        """
        if self._is_said():
            self._ask(Stop())
            self._life.start(LIFE_MS)
        self._end()

    def _is_said(self) -> bool:
        """The utterance that keeps it busy was given to the child."""
        return self.busy and self._saying == self._sent

    def _end(self) -> None:
        if self.busy:
            self._longest.stop()
            self._saying = 0
            self.ended.emit()

    def _become(self, able: Able) -> None:
        if able != self._able:
            self._able = able
            self.changed.emit()
