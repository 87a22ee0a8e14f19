"""A sound that lies ready: how loud it is while it sounds, and when it stops."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimeLine, QTimer, Slot

FADE_MS = 400
"""design-system.md section 10."""
RAMP_MS = 120
"""In which a sounding tone gets quieter or louder; at once it would click."""
STEP_MS = 10


class Effect(Protocol):
    """One file that is loaded, or being loaded; it plays until it is stopped."""

    @property
    def failed(self) -> bool: ...
    def play(self) -> None: ...
    def stop(self) -> None: ...
    def set_volume(self, volume: float) -> None: ...


class Tone(QObject):
    """An effect that is stopped after so many milliseconds."""

    def __init__(self, effect: Effect, ms: int) -> None:
        super().__init__()
        self._effect = effect
        self._held = False
        """Its volume is its own affair: it fades out, or is a silent one."""
        self._volume, self._from, self._to = 0.0, 0.0, 0.0
        self._end = QTimer(self, singleShot=True, interval=ms)
        self._end.timeout.connect(self.stop)
        self._line = QTimeLine(parent=self, updateInterval=STEP_MS)
        self._line.valueChanged.connect(self._on_line)
        self._line.finished.connect(self._on_line_ended)

    @property
    def failed(self) -> bool:
        return self._effect.failed

    @property
    def sounds(self) -> bool:
        return self._end.isActive()

    def play(self, volume: float) -> None:
        """From the beginning, also if it sounds already."""
        self.stop()
        self._held = not volume
        self._set(volume)
        self._effect.play()
        self._end.start()

    def turn(self, volume: float) -> None:
        """Get louder or quieter, if it sounds."""
        if self.sounds and not self._held:
            self._turn(volume, RAMP_MS)

    def fade(self) -> None:
        """Get silent and stop, if it sounds."""
        if self.sounds and not self._held:
            self._held = True
            self._turn(0.0, FADE_MS)

    @Slot()
    def stop(self) -> None:
        """Be silent at once."""
        self._line.stop()
        self._end.stop()
        self._effect.stop()

    def _set(self, volume: float) -> None:
        self._volume = volume
        self._effect.set_volume(volume)

    def _turn(self, volume: float, ms: int) -> None:
        self._line.stop()
        self._from, self._to = self._volume, volume
        self._line.setDuration(ms)
        self._line.start()

    @Slot(float)
    def _on_line(self, share: float) -> None:
        self._set(self._from + (self._to - self._from) * share)

    @Slot()
    def _on_line_ended(self) -> None:
        if self._held:
            self.stop()
