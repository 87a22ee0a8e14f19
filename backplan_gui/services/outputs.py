"""Qt's sound, as far as `chime` needs it; importing this module is what costs.

QtMultimedia is imported here only: some 25 ms and 7 MB, and an ImportError where libpulse
is missing. Another 15 ms go by until it knows the devices. On a machine without pipewire
it writes two lines that mean nothing (services/logs.py leaves them out).
"""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect


class QtEffect:
    """A WAV file, played over and over from its beginning until it is stopped.

    Over and over because of Qt 6.11.3: what it keeps of a sound that ends by itself may be
    destroyed by the thread that plays, and with it a socket notifier of ours. From then on the
    event loop does nothing but complain of a file that is closed. It came to that with the
    first sound that ended while another went on, once in 1,200 that ended alone, and never in
    10,000 that were stopped.
    """

    def __init__(self, file: Path) -> None:
        self._effect = QSoundEffect(QMediaDevices.defaultAudioOutput())
        self._effect.setLoopCount(QSoundEffect.Loop.Infinite.value)
        self._effect.setSource(QUrl.fromLocalFile(str(file)))

    @property
    def failed(self) -> bool:
        """It will not play any more."""
        return self._effect.status() is QSoundEffect.Status.Error

    def play(self) -> None:
        """As soon as it is loaded."""
        self._effect.play()

    def stop(self) -> None:
        self._effect.stop()

    def set_volume(self, volume: float) -> None:
        """From 0 to 1, of the amplitude."""
        self._effect.setVolume(volume)


class QtOutputs(QObject):
    """Where sound can go on this machine."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.changed)

    @property
    def there(self) -> bool:
        """There is a device to play on; without one Qt complains of every effect."""
        return not QMediaDevices.defaultAudioOutput().isNull()

    def effect(self, file: Path) -> QtEffect:
        """For the device that is the default one now."""
        return QtEffect(file)
