"""The sounds as they are shipped, measured against the table of design-system.md section 10."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, sin, tau
from typing import NamedTuple

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.plan import Reps
from backplan_gui.core.settings import Pace
from backplan_gui.core.sounds import SILENCE_MS, Sound
from backplan_gui.services.breath import tone
from tests import sounds

FULL_SCALE = 32_768
RATE = 44_100
ATTACK_MS = 8
BREATHS = {Sound.BREATH_IN: (220, 330), Sound.BREATH_OUT: (330, 220)}


class Row(NamedTuple):
    """A row of the table: pitches in Hz, lengths in ms, peak in dBFS, share of the octave."""

    pitches: tuple[int, ...]
    lengths: tuple[int, ...]
    peak: int
    octave: float = 0.0


TABLE = {
    Sound.TICK: Row((660,), (60,), -18),
    Sound.START: Row((392, 523), (160, 340), -12, octave=0.2),
    Sound.HALFWAY: Row((587,), (420,), -16),
    Sound.END: Row((523, 392), (160, 420), -12, octave=0.2),
    Sound.REP_TURN: Row((440,), (40,), -24),
    Sound.REP: Row((494,), (70,), -20),
    Sound.SWITCH_SIDES: Row((330, 440, 330), (140, 140, 260), -14, octave=0.2),
    Sound.REST: Row((220, 330), (700,), -16),
    Sound.PAUSE: Row((330,), (160,), -18),
    Sound.RESUME: Row((392,), (160,), -18),
    Sound.EASE: Row((196,), (520,), -18),
    Sound.DAY_DONE: Row((392, 523, 659, 784), (180, 180, 180, 900), -12, octave=0.2),
}
ONE_BY_ONE = [sound for sound, row in TABLE.items() if len(row.pitches) == len(row.lengths)]

Samples = Sequence[int]


def file(sound: Sound) -> Samples:
    return sounds.read(resources.file("sounds") / f"{sound}.wav")


def heard(sound: Sound) -> Samples:
    """Without the silence."""
    samples = file(sound)
    return samples[: len(samples) - frames(SILENCE_MS)]


def notes(sound: Sound) -> list[Samples]:
    samples, parts = heard(sound), []
    for ms in TABLE[sound].lengths:
        parts.append(samples[: frames(ms)])
        samples = samples[frames(ms) :]
    assert not samples
    return parts


def frames(ms: int) -> int:
    return RATE * ms // 1000


def value_of(decibels: float) -> int:
    return round(FULL_SCALE * 10 ** (decibels / 20))


def loudest(samples: Samples) -> int:
    return max(map(abs, samples))


def pitch_of(samples: Samples) -> float:
    """From the first to the last time that it rises through zero."""
    pairs = enumerate(pairwise(samples))
    rises = [at + a / (a - b) for at, (a, b) in pairs if a < 0 <= b]
    return RATE * (len(rises) - 1) / (rises[-1] - rises[0])


def strength(samples: Samples, pitch: float) -> float:
    """How much of a pitch there is."""
    turns = [tau * pitch * at / RATE for at in range(len(samples))]
    both = zip(samples, turns, strict=True)
    real, imaginary = zip(*((v * cos(t), v * sin(t)) for v, t in both), strict=True)
    return hypot(sum(real), sum(imaginary)) / len(samples)


def bend(samples: Samples) -> int:
    """The sharpest corner of the wave: what a click is made of."""
    padded = [0, 0, *samples, 0, 0]
    triples = zip(padded, padded[1:], padded[2:], strict=False)
    return max(abs(a - 2 * b + c) for a, b, c in triples)


def bend_of_a_tone(pitch: int, level: float, octave: float) -> float:
    """The sharpest a steady tone has, and a tenth more for its coming and going."""
    return level * (tau * pitch / RATE) ** 2 * (1 + 4 * octave) * 1.1 + 3


def test_every_sound_is_a_file_and_every_file_a_sound_but_for_the_breaths() -> None:
    names = {path.name for path in resources.file("sounds").iterdir()}
    assert names == {f"{sound}.wav" for sound in TABLE}
    assert set(Sound) == TABLE.keys() | BREATHS.keys()


@pytest.mark.parametrize("sound", TABLE)
def test_the_files_are_what_the_script_makes(sound: Sound) -> None:
    """Within one step, by which a sine may differ between two machines' mathematics."""
    made, shipped = sounds.samples(sound), file(sound)
    assert len(made) == len(shipped)
    assert max(abs(a - b) for a, b in zip(made, shipped, strict=True)) <= 1


@pytest.mark.parametrize("sound", TABLE)
def test_a_sound_is_as_loud_and_as_long_as_in_the_table(sound: Sound) -> None:
    samples, row = file(sound), TABLE[sound]
    assert abs(loudest(samples) - value_of(row.peak)) <= 1
    assert loudest(samples) <= value_of(-12)
    length = frames(sum(row.lengths))
    assert loudest(samples[length - frames(5) : length]) > 0
    assert list(samples[length:]) == [0] * frames(SILENCE_MS)


@pytest.mark.parametrize("sound", ONE_BY_ONE)
def test_its_notes_have_their_pitches(sound: Sound) -> None:
    row = TABLE[sound]
    for note, pitch in zip(notes(sound), row.pitches, strict=True):
        assert pitch_of(note) == pytest.approx(pitch, rel=0.01)
        share = strength(note, 2 * pitch) / strength(note, pitch)
        assert share == pytest.approx(row.octave, abs=0.02)


def test_rest_is_two_pitches_at_once() -> None:
    (note,) = notes(Sound.REST)
    low, high = strength(note, 220), strength(note, 330)
    assert low == pytest.approx(high, rel=0.05)
    assert max(strength(note, other) for other in (196, 275, 392, 440, 660)) < 0.1 * low


@pytest.mark.parametrize("sound", TABLE)
def test_no_sound_clicks(sound: Sound) -> None:
    row = TABLE[sound]
    sharpest = bend_of_a_tone(max(row.pitches), value_of(row.peak), row.octave)
    assert bend(heard(sound)) <= sharpest
    for note in notes(sound):
        start = note[: frames(1)]
        assert loudest(start) < 0.1 * loudest(note)
        assert loudest(note[: frames(ATTACK_MS)]) > 0.4 * loudest(note)


@pytest.mark.parametrize("sound", TABLE)
def test_every_note_dies_away_by_itself(sound: Sound) -> None:
    for note in notes(sound):
        third = len(note) // 3
        levels = [loudest(note[third * part : third * (part + 1)]) for part in range(3)]
        assert levels == sorted(levels, reverse=True)


# --- the breath --------------------------------------------------------------------------


def breath_lengths() -> set[int]:
    """Milliseconds of every phase of every exercise, at every pace where there is one."""
    content = Content(resources.root())
    reps = {p.exercise for d in content.plan.days for p in d.exercises if isinstance(p.dose, Reps)}
    return {
        phase.seconds * pace.permille
        for name, exercise in content.exercises.items()
        for version in exercise.versions
        for phase in exercise.form(version).phases
        for pace in (Pace if name in reps else (Pace.WRITTEN,))
    }


@pytest.mark.parametrize("sound", BREATHS)
@pytest.mark.parametrize("ms", sorted(breath_lengths()))
def test_a_breath_glides_for_as_long_as_it_takes(sound: Sound, ms: int) -> None:
    first, last = BREATHS[sound]
    samples = tone(sound, ms)
    assert len(samples) == frames(ms)
    assert loudest(samples) == value_of(-30)
    edge = frames(100)
    per_edge = (last - first) * 100 / ms / 2
    assert pitch_of(samples[:edge]) == pytest.approx(first + per_edge, abs=5)
    assert pitch_of(samples[-edge:]) == pytest.approx(last - per_edge, abs=5)
    assert pitch_of(samples) == pytest.approx((first + last) / 2, abs=5)
    assert bend(samples) <= bend_of_a_tone(330, value_of(-30), 0)


@pytest.mark.parametrize("ms", [0, 1, 5, 40, 150])
def test_what_is_left_of_a_breath_at_the_end_of_a_step_may_be_short(ms: int) -> None:
    samples = tone(Sound.BREATH_OUT, ms)
    assert len(samples) == frames(ms)
    assert all(abs(value) <= value_of(-30) for value in samples)


def test_a_breath_comes_and_goes_softly() -> None:
    samples = tone(Sound.BREATH_IN, 4000)
    for edge in (samples, samples[::-1]):
        levels = [loudest(edge[frames(ms) : frames(ms + 20)]) for ms in (0, 60, 120, 180)]
        assert levels == sorted(levels)
        assert levels[0] < 0.1 * levels[-1]
