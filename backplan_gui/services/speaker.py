"""The child process that speaks. It hears lines on its standard input, and tells lines.

A process of its own, because an engine blocks its interpreter while it starts, and for good
when the sound server has gone. It ends with its input, and when a call takes too long.
"""

import faulthandler
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from .engine import QtEngine, State
from .speech import (
    Able,
    Asked,
    Begun,
    BrokenLine,
    Ended,
    Say,
    Silence,
    Told,
    Use,
    VoiceName,
    asked_in,
    line_of,
)

LONGEST_S = 30
"""For one call of the engine; the app has given up on it before."""


class Engine(Protocol):
    """What is asked of an engine; its states are told to Speaker.become."""

    @property
    def name(self) -> str: ...
    def voices(self, language: str) -> tuple[VoiceName, ...]: ...
    def use(self, voice: VoiceName, rate: int, volume: int) -> None: ...
    def say(self, text: str) -> None: ...
    def stop(self) -> None: ...


# --- one utterance at a time ------------------------------------------------------------


class Speaker:
    """Does what is asked by an engine, and tells of every utterance when it begins and ends.

    Engines tell their states late and without saying of what. So the next text is given to
    them only after the one before has begun and ended.
    """

    def __init__(self, engine: Engine, tell: Callable[[Told], None]) -> None:
        self._engine = engine
        self._tell = tell
        self._said: Say | None = None
        self._next: Say | None = None
        self._begun = self._stopping = False

    def do(self, asked: Asked) -> None:
        if isinstance(asked, Use):
            self._take(asked)
            return
        self._next = asked if isinstance(asked, Say) else None
        if self._said is None:
            self._say_next()
        elif not self._stopping:
            self._stopping = True
            if self._begun:
                self._engine.stop()

    def become(self, state: State) -> None:
        """The engine is in another state."""
        said = self._said
        if said is None:
            return
        if state is State.SPEAKING and not self._begun:
            self._begun = True
            self._tell(Begun(said.id))
            if self._stopping:
                self._engine.stop()
        elif state is State.RESTING and self._begun:
            self._said = None
            self._tell(Ended(said.id))
            self._say_next()

    def _take(self, use: Use) -> None:
        voices = self._engine.voices(use.language)
        named = [voice for voice in voices if voice.name == use.name]
        for voice in (named or voices)[:1]:
            self._engine.use(voice, use.rate, use.volume)
        silence = Silence.NONE if voices else Silence.NO_VOICE
        self._tell(Able(silence, self._engine.name, voices))

    def _say_next(self) -> None:
        self._said, self._next = self._next, None
        self._begun = self._stopping = False
        if self._said is not None:
            self._engine.say(self._said.text)


# --- the process ------------------------------------------------------------------------


class Listener(QObject):
    """Hears what the app asks, and has it done once there is a device to play on."""

    heard = Signal(bytes)
    left = Signal()

    def __init__(self, parent: QObject) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look)
        self._use: Use | None = None
        self._engine: QtEngine | None = None
        self._speaker: Speaker | None = None
        self.heard.connect(self._on_heard)
        self.left.connect(self._on_left)
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with open(0, "rb", closefd=False) as lines:
            for line in lines:
                self.heard.emit(line)
        self.left.emit()

    @Slot(bytes)
    def _on_heard(self, line: bytes) -> None:
        try:
            asked = asked_in(line)
        except BrokenLine as error:
            note(f"not understood: {error}")
            return
        if isinstance(asked, Use):
            self._use = asked
            self._look()
        elif self._speaker is not None:
            with in_time():
                self._speaker.do(asked)

    @Slot()
    def _look(self) -> None:
        """Whether it can speak by now."""
        if self._use is None:
            return
        with in_time():
            if self._devices.defaultAudioOutput().isNull():
                tell(Able(Silence.NO_SOUND))
                return
            if self._speaker is None:
                self._speaker = self._made()
            self._speaker.do(self._use)

    def _made(self) -> Speaker:
        self._engine = QtEngine()
        if not self._engine.works:
            tell(Able(Silence.NO_ENGINE))
            os._exit(0)
        speaker = Speaker(self._engine, tell)
        self._engine.moved.connect(self._on_moved)
        return speaker

    @Slot(State)
    def _on_moved(self, state: State) -> None:
        if state is State.FAILED:  # a new one may do better, and finds out why
            os._exit(1)
        if self._speaker is not None:
            self._speaker.become(state)

    @Slot()
    def _on_left(self) -> None:
        """The app has gone. An engine that hangs would hang in its destructor too."""
        with in_time():
            if self._engine is not None:
                self._engine.stop()
        os._exit(0)


def tell(told: Told) -> None:
    with suppress(OSError):  # the app has gone; the end of the input says so too
        os.write(1, line_of(told))


def note(text: str) -> None:
    """For the app's log."""
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())


@contextmanager
def in_time() -> Iterator[None]:
    """End the process when this takes too long: nothing of Python's could, while Qt waits."""
    faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=2)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def main() -> int:
    """Speak until the input ends; the exit status."""
    application = QCoreApplication(["backplan"])
    application.setApplicationName("Backplan")
    try:
        with in_time():
            import PySide6.QtTextToSpeech  # noqa: F401  # its libraries may be missing

            Listener(application)
    except ImportError as error:
        note(str(error))
        tell(Able(Silence.NO_ENGINE))
        return 0
    return application.exec()
