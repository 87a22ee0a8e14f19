"""The tone of a breath: it glides up or down for as long as the breath takes.

There are too many lengths to ship: two dozen at the three paces, up to nine seconds, and
what is left of a breath where a step ends. So a tone is made when it is first wanted. It is
put together of whole waves, those of one pitch being the same bytes: 5 ms for six seconds
of sound, where computing every sample takes 25.
"""

import wave
from array import array
from functools import cache
from math import cos, pi, sin, tau
from pathlib import Path

from ..core.sounds import SILENCE_MS, Sound

RATE = 44_100
PITCHES = {Sound.BREATH_IN: (220, 330), Sound.BREATH_OUT: (330, 220)}
"""From and to, in Hz, and below the loudest sample: design-system.md section 10."""
PEAK = round(32_768 * 10 ** (-30 / 20))
SWELL_MS = 200
"""How long it comes and goes; a third of the tone if that is less."""


def write_breath(file: Path, sound: Sound, ms: int) -> None:
    """A WAV file like those of the other sounds, silence at its end included."""
    with file.open("wb") as raw, wave.open(raw, "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes(tone(sound, ms).tobytes())
        out.writeframes(bytes(2 * (RATE * SILENCE_MS // 1000)))


def tone(sound: Sound, ms: int) -> "array[int]":
    """The samples of a breath's tone."""
    first, last = PITCHES[sound]
    length = RATE * ms // 1000
    samples = array("h")
    while len(samples) < length:
        pitch = first + (last - first) * len(samples) / length
        samples.extend(_one_wave(round(RATE / pitch)))
    del samples[length:]
    swell = min(RATE * SWELL_MS, RATE * ms // 3) // 1000
    for at in range(swell):
        level = 0.5 - 0.5 * cos(pi * at / swell)
        samples[at] = round(level * samples[at])
        samples[-1 - at] = round(level * samples[-1 - at])
    return samples


@cache
def _one_wave(length: int) -> "array[int]":
    return array("h", [round(PEAK * sin(tau * at / length)) for at in range(length)])
