"""Sound without a sound card: a PulseAudio of one's own, and a recording of what it plays.

`Recording.env` is the environment for the process under test. Its sound server, and the
speech-dispatcher that a voice starts by itself, live in a runtime folder that is removed
at the end, after both were ended.
"""

import os
import signal
import subprocess
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory

from tests.conftest import needs
from tests.system.outside import environment, started, until

A_MS = 48
"""Samples of a millisecond: mono, 16 bits, 48 kHz."""
SERVER = (
    *("pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--use-pid-file=no"),
    *("-L", "module-native-protocol-unix", "-L", "module-null-sink sink_name=nul rate=48000"),
)
RECORDER = (
    *("parec", "-d", "nul.monitor", "--format=s16le", "--rate=48000", "--channels=1"),
    *("--latency-msec=10", "--raw"),
)
GRACE_S = 2.0
"""For speech-dispatcher to end its modules."""
NEEDED = [
    needs("pulseaudio", package="pulseaudio"),
    needs("parec", package="pulseaudio-utils"),
]
"""Marks for the tests that record."""


class Recording:
    """What was played so far, from the instant at which the recording began."""

    def __init__(self, file: Path, env: dict[str, str]) -> None:
        self._file = file
        self.env = env

    @property
    def ms(self) -> int:
        """How long it is by now; a few milliseconds behind what is being played."""
        return self._file.stat().st_size // (2 * A_MS)

    def samples(self) -> "array[int]":
        """Signed 16 bit values, A_MS to the millisecond."""
        data = self._file.read_bytes()
        values = array("h", data[: len(data) // 2 * 2])
        if sys.byteorder == "big":
            values.byteswap()
        return values

    def peak(self, start_ms: int = 0, end_ms: int | None = None) -> int:
        """The loudest value within two instants; 32768 is full scale."""
        part = self.samples()[start_ms * A_MS : None if end_ms is None else end_ms * A_MS]
        return max(*part, -min(part)) if part else 0

    def loud_spans(self, level: int, *, gap_ms: int = 50) -> list[tuple[int, int]]:
        """Where it is louder than `level`; silences shorter than `gap_ms` are part of a sound."""
        samples = self.samples()
        spans: list[tuple[int, int]] = []
        for ms in range(len(samples) // A_MS):
            part = samples[ms * A_MS : (ms + 1) * A_MS]
            if max(part) > level or min(part) < -level:
                joined = spans and ms - spans[-1][1] < gap_ms
                start = spans.pop()[0] if joined else ms
                spans.append((start, ms + 1))
        return spans


@contextmanager
def runtime() -> Iterator[dict[str, str]]:
    """The environment of a person who has just logged in: no sound server, no speech running."""
    with TemporaryDirectory(prefix="bp-") as folder:  # its sockets need a short path
        env = environment(
            XDG_RUNTIME_DIR=folder,
            QT_QPA_PLATFORM="offscreen",
            PULSE_SERVER=f"unix:{folder}/pulse/native",
        )
        try:
            yield env
        finally:
            _end_speech(Path(folder))


@contextmanager
def recorded(tmp_path: Path) -> Iterator[Recording]:
    """All that is played by processes with the recording's environment."""
    file = tmp_path / "recording.raw"
    with runtime() as env, started(*SERVER, env=env, stderr=subprocess.DEVNULL):
        until(lambda: _answers(env), "the sound server answers")
        with file.open("wb") as out, _recorder(out.fileno(), env):
            until(lambda: file.stat().st_size > 0, "the recording has begun")
            yield Recording(file, env)


@contextmanager
def _recorder(out: int, env: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(RECORDER, env=env, stdout=out, stderr=subprocess.DEVNULL) as recorder:
        try:
            yield
        finally:
            recorder.terminate()


def _answers(env: dict[str, str]) -> bool:
    told = subprocess.run(["pactl", "info"], env=env, capture_output=True, timeout=10)
    return told.returncode == 0


def _end_speech(folder: Path) -> None:
    """End the speech-dispatcher of a runtime folder; it takes no notice of SIGTERM."""
    for file in folder.glob("speech-dispatcher/pid/*.pid"):
        pid = int(file.read_text())
        with suppress(ProcessLookupError):
            ends = os.pidfd_open(pid)
            os.kill(pid, signal.SIGINT)
            select([ends], [], [], GRACE_S)
            os.kill(pid, signal.SIGKILL)
            os.close(ends)
