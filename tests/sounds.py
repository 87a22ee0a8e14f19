"""Makes the sounds: `python -m tests.sounds` writes resources/sounds/*.wav.

The table of design-system.md section 10 as notes: pitch, length, and how each is struck.
The loudest sample of a sound is exactly its peak. The two breaths are not here: they are as
long as the breath, so backplan_gui/services/breath.py makes them when they are wanted.
"""

import math
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backplan_gui.core.sounds import SILENCE_MS, Sound

FOLDER = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 44_100
FULL_SCALE = 32_768
ATTACK_MS = 8
CLOSE_MS = 24
"""The last of a note, in which what is left of it goes to nothing; short ones take a third."""


class Strike(NamedTuple):
    """How a note sounds after its attack."""

    decay: float
    """How often it falls to 37 % within its length."""
    octave: float = 0.0
    """The share of the second harmonic."""


SINE = Strike(decay=1.0)
TICK = Strike(decay=4.0)
BELL = Strike(decay=4.5)
MALLET = Strike(decay=3.5, octave=0.2)
SLOW = Strike(decay=2.5)
WARM = Strike(decay=1.5)


class Note(NamedTuple):
    """One or more pitches together."""

    pitches: tuple[int, ...]
    ms: int


class Recipe(NamedTuple):
    """A sound: its peak in dB below full scale, how it is struck, its notes one by one."""

    peak: int
    strike: Strike
    notes: tuple[Note, ...]


def one(pitch: int, ms: int) -> tuple[Note, ...]:
    return (Note((pitch,), ms),)


def tune(*notes: tuple[int, int]) -> tuple[Note, ...]:
    return tuple(Note((pitch,), ms) for pitch, ms in notes)


RECIPES = {
    Sound.TICK: Recipe(-18, TICK, one(660, 60)),
    Sound.START: Recipe(-12, MALLET, tune((392, 160), (523, 340))),
    Sound.HALFWAY: Recipe(-16, BELL, one(587, 420)),
    Sound.END: Recipe(-12, MALLET, tune((523, 160), (392, 420))),
    Sound.REP_TURN: Recipe(-24, SINE, one(440, 40)),
    Sound.REP: Recipe(-20, SINE, one(494, 70)),
    Sound.SWITCH_SIDES: Recipe(-14, MALLET, tune((330, 140), (440, 140), (330, 260))),
    Sound.REST: Recipe(-16, SLOW, (Note((220, 330), 700),)),
    Sound.PAUSE: Recipe(-18, SINE, one(330, 160)),
    Sound.RESUME: Recipe(-18, SINE, one(392, 160)),
    Sound.EASE: Recipe(-18, WARM, one(196, 520)),
    Sound.DAY_DONE: Recipe(-12, MALLET, tune((392, 180), (523, 180), (659, 180), (784, 900))),
}


def samples(sound: Sound) -> "array[int]":
    """The sound, and the silence after it."""
    recipe = RECIPES[sound]
    values = [value for note in recipe.notes for value in _struck(note, recipe.strike)]
    scale = round(FULL_SCALE * 10 ** (recipe.peak / 20)) / max(map(abs, values))
    silence = bytes(2 * (RATE * SILENCE_MS // 1000))
    return array("h", [round(scale * value) for value in values]) + array("h", silence)


def _struck(note: Note, strike: Strike) -> Iterator[float]:
    length = RATE * note.ms // 1000
    attack = RATE * ATTACK_MS // 1000
    close = min(RATE * CLOSE_MS // 1000, length // 3)
    for at in range(length):
        level = math.exp(-strike.decay * at / length)
        level *= _eased(at / attack) * _eased((length - at) / close)
        yield level * sum(_wave(pitch * at / RATE, strike.octave) for pitch in note.pitches)


def _wave(turns: float, octave: float) -> float:
    return math.sin(math.tau * turns) + octave * math.sin(2 * math.tau * turns)


def _eased(share: float) -> float:
    """From 0 to 1 without a corner."""
    return 0.5 - 0.5 * math.cos(math.pi * min(share, 1.0))


def write(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for sound in RECIPES:
        with wave.open(str(folder / f"{sound}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(samples(sound).tobytes())


def read(file: Path) -> "array[int]":
    """The samples of a file of ours."""
    with wave.open(str(file), "rb") as opened:
        form = opened.getnchannels(), opened.getsampwidth(), opened.getframerate()
        assert form == (1, 2, RATE), file.name
        values = array("h", opened.readframes(opened.getnframes()))
    if sys.byteorder == "big":
        values.byteswap()
    return values


if __name__ == "__main__":
    write(FOLDER)
