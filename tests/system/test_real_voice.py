"""A real voice, recorded from a real sound server; and machines that have no voice.

A machine without something is a namespace of mounts in which its file is empty.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from backplan_gui.services.voice import Silence, Spoken, command
from tests.conftest import MISSING, leave_out, needs
from tests.sound import NEEDED, SERVER, Recording, recorded, runtime
from tests.system.outside import started

MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
DISPATCHER = "/usr/bin/speech-dispatcher"

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="heard elsewhere by ear"),
    *NEEDED,
    needs("speech-dispatcher", package="speech-dispatcher"),
    pytest.mark.skipif(
        not MODULE.exists(), reason=f"needs {MODULE}, {MISSING} speech-dispatcher-espeak-ng"
    ),
    needs("unshare", package="util-linux"),
]

READY_MS = 15_000
LOUD = 300


@contextmanager
def voice_in(
    env: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, *without: str
) -> Iterator[Spoken]:
    """The app's voice in an environment, on a machine without some files."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    spoken = Spoken([*on_a_machine_without(*without), *command()])
    spoken.start()
    try:
        yield spoken
    finally:
        spoken.close()


def on_a_machine_without(*files: str) -> list[str]:
    """What a command is put behind, so that it finds the files empty."""
    if not files:
        return []
    unshare = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if subprocess.run([*unshare, "true"], capture_output=True).returncode:
        leave_out("only root may hide files on this machine")
    hide = " && ".join(f"mount --bind /dev/null {file}" for file in files)
    return [*unshare, "sh", "-c", f'{hide} && exec "$@"', "sh"]


def library(name: str) -> str:
    """Where the system has a library."""
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    return next(line.split()[-1] for line in told.stdout.splitlines() if name in line)


def ready(spoken: Spoken, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE, timeout=READY_MS)


def heard(spoken: Spoken, text: str, recording: Recording, qtbot: QtBot) -> tuple[int, int, int]:
    """When the text was asked for and when it was over, in the recording, and for how long it
    was loud between the two.
    """
    begun = recording.ms
    with qtbot.waitSignal(spoken.ended, timeout=20_000):
        spoken.say(text)
    ended = recording.ms
    spans = [(max(a, begun), b) for a, b in recording.loud_spans(LOUD) if b > begun]
    return begun, ended, sum(b - a for a, b in spans)


# --- it speaks --------------------------------------------------------------------------


def test_it_is_heard_from_its_beginning_to_its_end(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch) as spoken,
    ):
        ready(spoken, qtbot)
        assert spoken.engine == "eSpeak"
        names = [voice.name for voice in spoken.voices]
        assert names[0] == "English (Great Britain)"
        assert "English (America)" in names
        assert {voice.locale for voice in spoken.voices} == {"en-GB", "en-US"}

        begun, ended, loud = heard(spoken, "Ten seconds left. Change side.", recording, qtbot)
        assert loud > 500
        assert recording.peak(begun, ended) > LOUD
        first = next(a for a, b in recording.loud_spans(LOUD) if b > begun)
        assert first - begun < 1_000
        qtbot.waitUntil(lambda: recording.ms > ended + 500)
        assert recording.peak(ended + 200) < LOUD


def test_rate_volume_and_voice_are_heard(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch) as spoken,
    ):
        ready(spoken, qtbot)

        def said(name: str, rate: int, volume: int) -> tuple[int, list[int]]:
            """How long it took, and how loud it was every 10 ms of its first second."""
            spoken.use(name, rate, volume, "en")
            begun, ended, _ = heard(spoken, "Come down to your hands and knees.", recording, qtbot)
            first = next(a for a, b in recording.loud_spans(LOUD) if a >= begun)
            return ended - begun, [
                recording.peak(t, t + 10) for t in range(first, first + 1000, 10)
            ]

        plain, again = said("", 0, 100), said("", 0, 100)
        assert unlike(plain[1], again[1]) < 0.1
        assert unlike(plain[1], said("English (America)", 0, 100)[1]) > 0.15
        assert LOUD < max(said("", 0, 10)[1]) < max(plain[1]) / 2
        assert said("", -3, 100)[0] > 1.3 * said("", 3, 100)[0]


def unlike(one: list[int], other: list[int]) -> float:
    """How far two courses of loudness are from each other; 0 is the same."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / sum(one)


def test_stopped_it_falls_silent_and_says_the_next_at_once(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch) as spoken,
    ):
        ready(spoken, qtbot)
        begun = recording.ms
        spoken.say("Come down to your hands and knees, slowly, and let your belly hang.")
        qtbot.waitUntil(lambda: recording.peak(begun) > LOUD)
        spoken.stop()
        stopped = recording.ms
        qtbot.waitUntil(lambda: recording.ms > stopped + 900)
        assert recording.peak(stopped + 500) < LOUD

        spoken.say("Come down to your hands and knees, slowly, and let your belly hang.")
        qtbot.waitUntil(lambda: recording.peak(stopped + 500) > LOUD)
        spoken.stop()
        _, ended, loud = heard(spoken, "Change side.", recording, qtbot)
        assert loud > 300
        assert recording.ms - ended < 1_000


# --- it cannot --------------------------------------------------------------------------


def silent(spoken: Spoken, why: Silence, qtbot: QtBot) -> None:
    """It says why, within seconds, and nobody waits for it."""
    qtbot.waitUntil(
        lambda: spoken.silence not in (Silence.STARTING, Silence.NONE), timeout=READY_MS
    )
    assert spoken.silence is why
    clock = QElapsedTimer()
    clock.start()
    with qtbot.waitSignal(spoken.ended):
        spoken.say("Ten seconds left.")
    spoken.close()
    assert clock.elapsed() < 1_000


@pytest.mark.parametrize(
    "without",
    [
        lambda: DISPATCHER,
        lambda: str(MODULE),
        lambda: library("libspeechd.so.2"),
        lambda: library("libpulse.so.0"),
    ],
    ids=["no speech-dispatcher", "no synthesizer", "no libspeechd", "no libpulse"],
)
def test_no_engine(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, without: Callable[[], str]
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch, without()) as spoken,
    ):
        silent(spoken, Silence.NO_ENGINE, qtbot)
        assert recording.peak() == 0


def test_no_voice_of_the_language(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch) as spoken,
    ):
        spoken.use("", 0, 100, "ii")  # Nuosu
        silent(spoken, Silence.NO_VOICE, qtbot)
        assert spoken.engine == "eSpeak"


@pytest.mark.parametrize("without", [(), (DISPATCHER,)], ids=["no sound", "nor an engine"])
def test_no_sound_server(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, without: tuple[str, ...]
) -> None:
    with runtime() as env, voice_in(env, monkeypatch, *without) as spoken:
        silent(spoken, Silence.NO_SOUND, qtbot)


def test_a_sound_server_that_goes_away_is_noticed_and_one_that_comes_is_used(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        recorded(tmp_path) as recording,
        voice_in(recording.env, monkeypatch) as spoken,
    ):
        ready(spoken, qtbot)
        begun = recording.ms
        spoken.say("Come down to your hands and knees.")
        qtbot.waitUntil(lambda: recording.peak(begun) > LOUD)
        subprocess.run(["pactl", "exit"], env=recording.env, check=True, capture_output=True)
        qtbot.waitUntil(lambda: not spoken.busy, timeout=8_000)
        silent(spoken, Silence.NO_SOUND, qtbot)

        with started(*SERVER, env=recording.env, stderr=subprocess.DEVNULL):
            spoken.start()
            ready(spoken, qtbot)
            clock = QElapsedTimer()
            clock.start()
            with qtbot.waitSignal(spoken.ended):
                spoken.say("Rest.")
            assert clock.elapsed() < 3_000  # it ended, rather than being given up
