"""The system's speech engine, through Qt. Only the child process comes here."""

from collections.abc import Collection
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QDataStream,
    QIODevice,
    QLocale,
    QObject,
    Signal,
    Slot,
)

from .speech import VoiceName

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QVoice

PREFERRED = ("en-GB", "en-US")
SPEECHD = "speechd"
ENGINES = {
    "espeak": "eSpeak",
    "festival": "Festival",
    "flite": "Flite",
    "piper": "Piper",
    "rhvoice": "RHVoice",
    SPEECHD: "Speech Dispatcher",
    "winrt": "Windows",
    "sapi": "Windows",
    "darwin": "macOS",
}
"""Names for people, by what engines and the modules of Speech Dispatcher call themselves."""


class State(Enum):
    """What an engine is doing."""

    RESTING = auto()
    SPEAKING = auto()
    FAILED = auto()


def in_order(
    voices: Collection[VoiceName], home: str, chosen: Collection[VoiceName] = ()
) -> tuple[VoiceName, ...]:
    """Voices worth offering, the best first: of the person's own locale, then British, then
    American; within a locale the one that the engine would choose, then by name.

    eSpeak has a hundred variants of each voice, named with a plus; they are left out.
    """
    locales = (home, *PREFERRED)

    def rank(voice: VoiceName) -> tuple[int, str, bool, str]:
        place = locales.index(voice.locale) if voice.locale in locales else len(locales)
        return place, voice.locale, voice not in chosen, voice.name

    return tuple(sorted({voice for voice in voices if "+" not in voice.name}, key=rank))


def engine_name(known_as: str) -> str:
    """For people: `espeak-ng` is eSpeak."""
    return ENGINES.get(known_as.lower().partition("-")[0], known_as)


# --- Qt's engine ------------------------------------------------------------------------


class QtEngine(QObject):
    """QTextToSpeech as an engine."""

    moved = Signal(State)

    def __init__(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        super().__init__()
        self._voices: dict[VoiceName, QVoice] = {}
        self._states = {
            QTextToSpeech.State.Ready: State.RESTING,
            QTextToSpeech.State.Speaking: State.SPEAKING,
            QTextToSpeech.State.Error: State.FAILED,
        }
        self._speech = QTextToSpeech(self)
        self._speech.stateChanged.connect(self._on_state)

    @property
    def works(self) -> bool:
        """There is an engine; Qt's `mock` is for its own tests and says nothing."""
        resting = self._states.get(self._speech.state()) is State.RESTING
        return resting and self._speech.engine() not in ("", "mock")

    @property
    def name(self) -> str:
        engine = self._speech.engine()
        module = module_of(self._speech.voice()) if engine == SPEECHD else ""
        return engine_name(module or engine)

    def voices(self, language: str) -> tuple[VoiceName, ...]:
        self._voices.clear()
        chosen = []
        wanted = QLocale(language).language()
        for locale in self._speech.availableLocales():
            if locale.language() == wanted != QLocale.Language.C:  # C: Qt does not know it
                self._speech.setLocale(locale)
                self._voices |= {_named(voice): voice for voice in self._speech.availableVoices()}
                if self._speech.engine() != SPEECHD:  # it takes any: English (Caribbean)
                    chosen.append(_named(self._speech.voice()))
        return in_order(self._voices.keys(), _dashed(QLocale.system()), chosen)

    def use(self, voice: VoiceName, rate: int, volume: int) -> None:
        own = self._voices[voice]
        self._speech.setLocale(own.locale())
        self._speech.setVoice(own)
        self._speech.setRate(rate / 10)
        self._speech.setVolume(volume / 100)

    def say(self, text: str) -> None:
        self._speech.say(text)

    def stop(self) -> None:
        self._speech.stop()

    @Slot()
    def _on_state(self) -> None:
        state = self._states.get(self._speech.state())
        if state is not None:
            self.moved.emit(state)


def module_of(voice: "QVoice") -> str:
    """The module of Speech Dispatcher that a voice belongs to. Only the stream knows it: name,
    locale, gender, age, and the engine's own data.
    """
    written = QByteArray()
    QDataStream(written, QIODevice.OpenModeFlag.WriteOnly) << voice
    stream = QDataStream(written)
    stream.readQString(), stream.readQString()
    stream.readInt32(), stream.readInt32()
    data = stream.readQVariant()
    return bytes(data.data()).decode() if isinstance(data, QByteArray) else ""


def _named(voice: "QVoice") -> VoiceName:
    return VoiceName(voice.name(), _dashed(voice.locale()))


def _dashed(locale: QLocale) -> str:
    return locale.name().replace("_", "-")
