"""Chimes: at their instant where there is something to play on, and nothing else otherwise."""

import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from backplan_gui import resources
from backplan_gui.core.sounds import SILENCE_MS, Sound
from backplan_gui.services.breath import RATE
from backplan_gui.services.chime import (
    BREATHS,
    DUCKED,
    STOP_BEFORE_MS,
    Chimes,
    Mute,
    Sounding,
    qt_outputs,
)

FOLDER = resources.file("sounds")
SHIPPED = {sound for sound in Sound if sound not in (Sound.BREATH_IN, Sound.BREATH_OUT)}
SOON_MS = 3_000
"""Longer than any of these sounds but the breaths."""


class FakeEffect:
    """A file that plays over and over until it is stopped, as loud as it is set."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.failed = False
        self.playing = False
        self.played: list[float] = []
        """The volume at the beginning of each time."""
        self.volume = 1.0

    def play(self) -> None:
        assert not self.playing, "it would sound twice at once"
        self.playing = True
        self.played.append(self.volume)

    def stop(self) -> None:
        self.playing = False

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class FakeOutputs(QObject):
    """A machine whose devices come and go."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.there = True
        self.effects: list[FakeEffect] = []

    def effect(self, file: Path) -> FakeEffect:
        assert self.there, "Qt complains of an effect without a device"
        assert file.is_file(), file
        self.effects.append(FakeEffect(file))
        return self.effects[-1]

    def plug(self, there: bool) -> None:
        """Devices change; Qt tells of it several times."""
        self.there = there
        for _ in range(3):
            self.changed.emit()
        QCoreApplication.processEvents()

    def effects_of(self, name: str) -> list[FakeEffect]:
        return [effect for effect in self.effects if effect.file.stem == name]

    def of(self, name: str) -> FakeEffect:
        """The one that was loaded last."""
        return self.effects_of(name)[-1]

    @property
    def playing(self) -> set[str]:
        return {effect.file.stem for effect in self.effects if effect.playing}


@pytest.fixture
def outputs() -> FakeOutputs:
    return FakeOutputs()


@pytest.fixture
def told() -> list[bool]:
    """What became of `available`, each time that it changed."""
    return []


@pytest.fixture
def chimes(qapp: QCoreApplication, outputs: FakeOutputs, told: list[bool]) -> Iterator[Sounding]:
    chimes = Sounding(FOLDER, lambda: outputs)

    def tell() -> None:
        told.append(chimes.available)

    chimes.changed.connect(tell)
    chimes.warm_up()
    yield chimes
    chimes.close()


def seconds_of(file: Path) -> float:
    with wave.open(str(file), "rb") as opened:
        return opened.getnframes() / opened.getframerate()


def run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout


# --- getting ready ----------------------------------------------------------------------


def test_nothing_is_imported_before_it_is_wanted() -> None:
    script = (
        "import sys, pathlib, backplan_gui.services.chime as chime;"
        "chime.Sounding(pathlib.Path()).play(chime.Sound.TICK);"
        "print([name for name in sys.modules if 'Multimedia' in name])"
    )
    assert run(script) == "[]\n"


@pytest.mark.usefixtures("qapp")
def test_before_the_warm_up_nothing_sounds(outputs: FakeOutputs) -> None:
    chimes = Sounding(FOLDER, lambda: outputs)
    chimes.play(Sound.START)
    chimes.play(Sound.BREATH_IN, 4000)
    chimes.fade()
    assert not chimes.available
    assert not outputs.effects


def test_the_warm_up_loads_every_sound_and_plays_one_of_them_silently(
    chimes: Sounding, outputs: FakeOutputs, told: list[bool]
) -> None:
    chimes.warm_up()
    assert sorted(effect.file.stem for effect in outputs.effects) == sorted(SHIPPED)
    assert [effect.played for effect in outputs.effects if effect.played] == [[0.0]]
    assert chimes.available
    assert told == [True]


def test_without_the_library_it_is_not_available_and_may_be_later(
    qapp: QCoreApplication, outputs: FakeOutputs
) -> None:
    found: list[FakeOutputs] = []

    def find() -> FakeOutputs:
        if not found:
            raise ImportError("libpulse.so.0")
        return found[0]

    chimes = Sounding(FOLDER, find)
    chimes.warm_up()
    chimes.play(Sound.TICK)
    assert not chimes.available
    found.append(outputs)
    chimes.warm_up()
    assert chimes.available
    chimes.close()


def test_a_missing_library_shows_as_an_import_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delitem(sys.modules, "backplan_gui.services.outputs", raising=False)
    with pytest.raises(ImportError):
        qt_outputs()


# --- playing ----------------------------------------------------------------------------


@pytest.mark.parametrize("sound", sorted(SHIPPED))
def test_a_sound_is_its_own_file(chimes: Sounding, outputs: FakeOutputs, sound: Sound) -> None:
    chimes.play(sound)
    assert sound in outputs.playing
    assert outputs.of(sound).played[-1] == 1.0


def test_sounds_do_not_cut_each_other_off(chimes: Sounding, outputs: FakeOutputs) -> None:
    for sound in (Sound.REP, Sound.END, Sound.REST):
        chimes.play(sound)
    assert outputs.playing >= {"rep", "end", "rest"}


def test_a_sound_that_still_sounds_begins_anew(chimes: Sounding, outputs: FakeOutputs) -> None:
    for _ in range(3):
        chimes.play(Sound.REP)
    assert outputs.of("rep").played == [1.0, 1.0, 1.0]


def test_a_sound_is_stopped_in_the_silence_after_it(
    chimes: Sounding, outputs: FakeOutputs, qtbot: QtBot
) -> None:
    """At its end it would begin again: see outputs.QtEffect."""
    assert 0 < STOP_BEFORE_MS < SILENCE_MS
    for sound in SHIPPED:
        chimes.play(sound)
        shortest = 1000 * seconds_of(FOLDER / f"{sound}.wav") - STOP_BEFORE_MS
        assert chimes._tones[sound, 0]._end.interval() == pytest.approx(shortest, abs=1)
    qtbot.waitUntil(lambda: not outputs.playing, timeout=SOON_MS)


def test_a_file_that_is_missing_is_a_sound_less(
    qapp: QCoreApplication, outputs: FakeOutputs, tmp_path: Path
) -> None:
    for name in ("start", "end"):
        (tmp_path / f"{name}.wav").write_bytes((FOLDER / f"{name}.wav").read_bytes())
    chimes = Sounding(tmp_path, lambda: outputs)
    chimes.warm_up()
    chimes.play(Sound.TICK)
    chimes.play(Sound.END)
    assert outputs.playing == {"end"}
    chimes.close()


def test_nothing_sounds_after_the_end(chimes: Sounding, outputs: FakeOutputs) -> None:
    chimes.play(Sound.DAY_DONE)
    chimes.close()
    assert not outputs.playing
    chimes.play(Sound.DAY_DONE)
    outputs.plug(True)
    assert not outputs.playing
    assert not chimes.available


def test_after_the_end_it_can_begin_anew(chimes: Sounding, outputs: FakeOutputs) -> None:
    chimes.close()
    chimes.warm_up()
    chimes.play(Sound.DAY_DONE)
    assert "dayDone" in outputs.playing


def test_mute_is_chimes_too() -> None:
    chimes: Chimes = Mute()
    chimes.play(Sound.TICK)
    chimes.duck(True)
    chimes.fade()


# --- how loud ---------------------------------------------------------------------------


def test_the_volume_is_the_persons(chimes: Sounding, outputs: FakeOutputs) -> None:
    chimes.use(70)
    chimes.play(Sound.START)
    chimes.use(10)
    chimes.play(Sound.END)
    assert outputs.of("start").played == [0.7]
    assert outputs.of("end").played == [0.1]


def test_under_the_voice_a_sound_is_9_db_quieter(chimes: Sounding, outputs: FakeOutputs) -> None:
    assert pytest.approx(0.3548, abs=0.0001) == DUCKED
    chimes.use(50)
    chimes.duck(True)
    chimes.play(Sound.START)
    chimes.duck(False)
    chimes.play(Sound.END)
    assert outputs.of("start").played == [pytest.approx(0.5 * DUCKED)]
    assert outputs.of("end").played == [0.5]


def test_a_tone_that_sounds_gives_way_to_the_voice_and_comes_back(
    chimes: Sounding, outputs: FakeOutputs, qtbot: QtBot
) -> None:
    chimes.play(Sound.BREATH_IN, 6000)
    tone = outputs.of("breathIn-6000")
    chimes.duck(True)
    assert tone.volume > 0.9
    qtbot.waitUntil(lambda: tone.volume == pytest.approx(DUCKED), timeout=SOON_MS)
    chimes.duck(False)
    qtbot.waitUntil(lambda: tone.volume == pytest.approx(1.0), timeout=SOON_MS)
    assert tone.playing


def test_the_silent_one_stays_silent(chimes: Sounding, outputs: FakeOutputs, qtbot: QtBot) -> None:
    (silent,) = (effect for effect in outputs.effects if effect.playing)
    chimes.use(80)
    chimes.duck(True)
    chimes.duck(False)
    chimes.fade()
    qtbot.waitUntil(lambda: not silent.playing, timeout=SOON_MS)
    assert silent.volume == 0.0
    chimes.play(Sound(silent.file.stem))
    assert silent.volume == 0.8


def test_everything_fades_but_what_comes_after(
    chimes: Sounding, outputs: FakeOutputs, qtbot: QtBot
) -> None:
    chimes.play(Sound.BREATH_OUT, 6000)
    chimes.play(Sound.DAY_DONE)
    fading = [outputs.of("breathOut-6000"), outputs.of("dayDone")]
    chimes.fade()
    chimes.play(Sound.EASE)
    assert all(effect.volume > 0.9 for effect in fading)
    qtbot.waitUntil(lambda: all(0.1 < e.volume < 0.9 for e in fading), timeout=SOON_MS)
    chimes.duck(True)
    chimes.duck(False)
    chimes.fade()
    qtbot.waitUntil(lambda: not any(e.playing for e in fading), timeout=SOON_MS)
    assert all(effect.volume == 0.0 for effect in fading)
    chimes.play(Sound.DAY_DONE)
    assert outputs.of("dayDone").played == [0.0, 1.0, 1.0]


def test_what_is_played_while_others_fade_keeps_its_volume(
    chimes: Sounding, outputs: FakeOutputs, qtbot: QtBot
) -> None:
    chimes.play(Sound.BREATH_OUT, 6000)
    chimes.fade()
    chimes.play(Sound.EASE)
    qtbot.waitUntil(lambda: outputs.playing <= {"ease", "dayDone"}, timeout=SOON_MS)
    assert "ease" in outputs.playing
    assert outputs.of("ease").volume == 1.0


# --- devices ----------------------------------------------------------------------------


def test_without_a_device_nothing_is_loaded_until_there_is_one(
    qapp: QCoreApplication, outputs: FakeOutputs
) -> None:
    outputs.there = False
    chimes = Sounding(FOLDER, lambda: outputs)
    chimes.warm_up()
    chimes.play(Sound.START)
    assert not chimes.available
    outputs.plug(True)
    assert chimes.available
    chimes.play(Sound.START)
    assert "start" in outputs.playing
    chimes.close()


def test_a_device_that_is_pulled_out_takes_its_sounds_along(
    chimes: Sounding, outputs: FakeOutputs, told: list[bool]
) -> None:
    chimes.play(Sound.DAY_DONE)
    outputs.plug(False)
    assert not outputs.playing
    chimes.play(Sound.START)
    assert not outputs.playing
    outputs.plug(True)
    assert told == [True, False, True]


def test_another_device_gets_effects_of_its_own_once(
    chimes: Sounding, outputs: FakeOutputs, told: list[bool]
) -> None:
    chimes.use(60)
    outputs.plug(True)
    assert len(outputs.effects) == 2 * len(SHIPPED)
    assert outputs.of("dayDone").played == [0.0]
    chimes.play(Sound.START)
    assert [effect.played for effect in outputs.effects_of("start")] == [[], [0.6]]
    assert told == [True]


def test_an_effect_that_failed_is_loaded_anew(chimes: Sounding, outputs: FakeOutputs) -> None:
    outputs.of("start").failed = True
    chimes.play(Sound.START)
    chimes.play(Sound.START)
    assert [effect.played for effect in outputs.effects_of("start")] == [[], [1.0, 1.0]]


# --- the breath --------------------------------------------------------------------------


@pytest.mark.parametrize("sound", [Sound.BREATH_IN, Sound.BREATH_OUT])
@pytest.mark.parametrize("ms", [40, 3000, 6250])
def test_a_breath_sounds_as_long_as_it_takes(
    chimes: Sounding, outputs: FakeOutputs, sound: Sound, ms: int
) -> None:
    chimes.play(sound, ms)
    effect = outputs.of(f"{sound}-{ms}")
    assert effect.playing
    frames = RATE * ms // 1000 + RATE * SILENCE_MS // 1000
    assert seconds_of(effect.file) == frames / RATE


def test_a_breath_is_made_once(chimes: Sounding, outputs: FakeOutputs) -> None:
    for _ in range(3):
        chimes.play(Sound.BREATH_IN, 4000)
        chimes.play(Sound.BREATH_OUT, 6000)
    assert len(outputs.effects) == len(SHIPPED) + 2


def test_few_breaths_are_kept_those_that_were_wanted_last(
    chimes: Sounding, outputs: FakeOutputs
) -> None:
    for ms in range(1, BREATHS + 1):
        chimes.play(Sound.BREATH_IN, 1000 * ms)
    chimes.play(Sound.BREATH_IN, 1000)
    chimes.play(Sound.BREATH_OUT, 1000)
    assert not outputs.of("breathIn-2000").playing
    chimes.play(Sound.BREATH_IN, 1000)
    chimes.play(Sound.BREATH_IN, 2000)
    assert len(outputs.effects_of("breathIn-1000")) == 1
    assert len(outputs.effects_of("breathIn-2000")) == 2
    assert len(outputs.effects) == len(SHIPPED) + BREATHS + 2
    assert {sound for sound, _ in chimes._tones} >= SHIPPED


def test_the_files_of_breaths_go_with_us(chimes: Sounding, outputs: FakeOutputs) -> None:
    chimes.play(Sound.BREATH_IN, 4000)
    file = outputs.of("breathIn-4000").file
    assert file.exists()
    chimes.close()
    assert not file.parent.exists()


def test_where_nothing_can_be_written_only_breaths_are_missing(
    chimes: Sounding,
    outputs: FakeOutputs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for variable in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(tmp_path / "not there"))
    chimes.play(Sound.BREATH_IN, 4000)
    chimes.play(Sound.START)
    assert outputs.playing == {"dayDone", "start"}
