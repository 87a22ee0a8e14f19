"""Chimes: a short sound at its instant, where there is something to play it on.

Nothing is loaded before `warm_up`, so that a start does not pay for sound; from then on
every sound lies ready. The first to be played takes 80 ms to come out, and longer from a
sound server that slept: it is the longest one, and a silent one.
Devices come and go: then everything is loaded anew, for the one that is the default now.
What cannot be played is not played, and nothing else happens.

A sound is stopped by us in the silence that follows it, well before its file ends:
outputs.QtEffect says why. Should the program stall until then, it is heard once more.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal, SignalInstance, Slot

from ..core.sounds import Sound
from .breath import PITCHES, RATE, write_breath
from .tone import Effect, Tone

DUCKED = 10 ** (-9 / 20)
"""What is left of a chime under the voice: 9 dB less (design-system.md section 10)."""
STOP_BEFORE_MS = 350
"""So long before the end of its file a sound is stopped; its silence is longer."""
HEADER = 44
"""Bytes of a WAV file before its samples."""
BREATHS = 6
"""How many breath tones are kept: an exercise has three, and the rest of one."""


class Chimes(Protocol):
    """Whoever makes sounds."""

    def play(self, sound: Sound, ms: int = 0) -> None:
        """Sound it now; `ms` is how long a breath takes."""

    def duck(self, on: bool) -> None:
        """Be quieter, while the voice speaks."""

    def fade(self) -> None:
        """All that sounds fades out; what is played from now on does not."""


class Mute:
    """Makes no sound."""

    def play(self, sound: Sound, ms: int = 0) -> None:
        pass

    def duck(self, on: bool) -> None:
        pass

    def fade(self) -> None:
        pass


class Outputs(Protocol):
    """What there is to play on."""

    @property
    def changed(self) -> SignalInstance:
        """More devices, or fewer, or another default one."""

    @property
    def there(self) -> bool: ...
    def effect(self, file: Path) -> Effect: ...


def qt_outputs() -> Outputs:
    """Those of Qt; ImportError where a library is missing that it needs."""
    from .outputs import QtOutputs

    return QtOutputs()


class Sounding(QObject):
    """Plays the files of a folder on the machine's default device."""

    changed = Signal()
    """`available` is another than before."""

    def __init__(self, folder: Path, find: Callable[[], Outputs] = qt_outputs) -> None:
        super().__init__()
        self._folder, self._find = folder, find
        self._outputs: Outputs | None = None
        self._available = False
        self._volume, self._ducked = 1.0, False
        self._tones: dict[tuple[Sound, int], Tone] = {}
        """The one that was wanted last is the last."""
        self._own: QTemporaryDir | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        """Several changes come at once, and Qt is still telling its own of them."""
        self._later.timeout.connect(self._load)

    @property
    def available(self) -> bool:
        """Something can be heard; False before `warm_up`."""
        return self._available

    def warm_up(self) -> None:
        """Get ready: some 50 ms when it is asked for the first time, then nothing."""
        if self._outputs is not None:
            return
        try:
            self._outputs = self._find()
        except ImportError:
            return
        self._outputs.changed.connect(self._on_outputs_changed)
        self._load()

    def use(self, volume: int) -> None:
        """How loud, in per cent of the amplitude."""
        self._volume = volume / 100
        self._turn()

    def duck(self, on: bool) -> None:
        self._ducked = on
        self._turn()

    def play(self, sound: Sound, ms: int = 0) -> None:
        tone = self._tone(sound, ms) if self._available else None
        if tone is not None:
            tone.play(self._level)

    def fade(self) -> None:
        for tone in self._tones.values():
            tone.fade()

    def close(self) -> None:
        """Be silent at once, and let go of everything; `warm_up` begins anew."""
        if self._outputs is not None:
            self._outputs.changed.disconnect(self._on_outputs_changed)
        self._later.stop()
        self._forget()
        self._outputs = self._own = None
        self._available = False

    @property
    def _level(self) -> float:
        return self._volume * (DUCKED if self._ducked else 1.0)

    def _turn(self) -> None:
        for tone in self._tones.values():
            tone.turn(self._level)

    @Slot()
    def _on_outputs_changed(self) -> None:
        self._later.start()

    @Slot()
    def _load(self) -> None:
        """Everything, for the device that is the default one now."""
        assert self._outputs is not None
        self._forget()
        there = self._outputs.there
        if there:
            for sound in set(Sound) - PITCHES.keys():
                self._tone(sound)
            longest = self._tone(Sound.DAY_DONE)
            if longest is not None:
                longest.play(0.0)
        if there is not self._available:
            self._available = there
            self.changed.emit()

    def _forget(self) -> None:
        for tone in self._tones.values():
            tone.stop()
        self._tones.clear()

    def _tone(self, sound: Sound, ms: int = 0) -> Tone | None:
        """A sound that lies ready; one that failed is loaded anew."""
        key = sound, ms if sound in PITCHES else 0
        tone = self._tones.pop(key, None)
        if tone is None or tone.failed:
            try:
                tone = self._loaded(*key)
            except OSError:
                return None
        self._tones[key] = tone
        return tone

    def _loaded(self, sound: Sound, ms: int) -> Tone:
        assert self._outputs is not None
        if sound in PITCHES:
            self._make_room()
            file = self._made(sound, ms)
        else:
            file = self._folder / f"{sound}.wav"
        length = (file.stat().st_size - HEADER) * 1000 // (2 * RATE)
        return Tone(self._outputs.effect(file), length - STOP_BEFORE_MS)

    def _make_room(self) -> None:
        """For one more breath tone, in place of the one that was not wanted for longest."""
        breaths = [key for key in self._tones if key[0] in PITCHES]
        for key in breaths[: 1 - BREATHS]:
            self._tones.pop(key).stop()

    def _made(self, sound: Sound, ms: int) -> Path:
        """A breath tone in a folder of our own, which goes with us."""
        if self._own is None:
            self._own = QTemporaryDir()
        file = Path(self._own.filePath(f"{sound}-{ms}.wav"))  # "." where there is no folder
        write_breath(file, sound, ms)
        return file
