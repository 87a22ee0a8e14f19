"""The first day from outside: as a screen reader meets it, by keyboard alone, by mouse alone."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MISSING, needs
from tests.system.bus import SESSION, SYSTEM_PYTHON, private_bus
from tests.system.outside import ROOT, environment, rows, started
from tests.system.screen import screen

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SPEED = 40
"""A phase of 3 s lasts 75 ms: long enough to be told by itself."""
PATIENCE_S = 400

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.timeout(600),  # it looks and presses as slowly as a person
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux’s"),
    needs("Xvfb", package="xvfb"),
    needs("xdotool", package="xdotool"),
    needs("dbus-daemon", package="dbus"),
    pytest.mark.skipif(not LAUNCHER.exists(), reason=f"needs {LAUNCHER}, {MISSING} at-spi2-core"),
]


class Room:
    """A screen and an accessibility bus of its own, and an ear on it."""

    def __init__(self, env: dict[str, str], folder: Path, ear: "subprocess.Popen[str]") -> None:
        self._env, self._folder = env, folder
        self._heard: list[str] = []
        self._ear = threading.Thread(target=self._listen, args=(ear,), daemon=True)
        self._ear.start()

    def walk(self, way: str) -> list[str]:
        """Go through the day that way: what is told on it."""
        told = subprocess.run(
            [sys.executable, "-m", "tests.system.walk", way, self.record, str(SPEED)],
            cwd=ROOT,
            env=self._env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout.splitlines()

    @property
    def record(self) -> str:
        return str(self._folder / "own")

    @property
    def heard(self) -> list[str]:
        """What was announced, in order."""
        return list(self._heard)

    def _listen(self, ear: "subprocess.Popen[str]") -> None:
        assert ear.stdout
        for line in ear.stdout:
            self._heard.append(json.loads(line)[1])


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    try:
        command = (SYSTEM_PYTHON, "-c", "import pyatspi")
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"needs pyatspi, {MISSING} python3-pyatspi")
    with screen() as shown, private_bus(tmp_path) as bus:
        env = environment(
            DISPLAY=shown.name,
            HOME=str(tmp_path),
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            **{SESSION: bus},
        )
        quiet = subprocess.DEVNULL
        ear_command = (SYSTEM_PYTHON, str(Path(__file__).with_name("ear.py")))
        with (
            started(str(LAUNCHER), "--launch-immediately", env=env, stderr=quiet),
            started(*ear_command, env=env, stderr=quiet) as ear,
        ):
            assert ear.stdout
            assert json.loads(ear.stdout.readline()) == ["listening"]
            yield Room(env, tmp_path, ear)


@pytest.mark.parametrize("way", ["reader", "keys", "mouse"])
def test_a_first_day_can_be_done(room: Room, tmp_path: Path, way: str) -> None:
    assert room.walk(way) == ["player", "finish", "progress", "exported", "dark"]
    folder = Path(room.record)
    assert rows(folder, "SELECT day, phase FROM session") == [(1, "finished")]
    assert rows(folder, "SELECT count(*), sum(done) FROM done_set") == [(7, 7)]
    assert rows(folder, "SELECT asked, pain FROM check_in ORDER BY at") == [
        ("before", 3),
        ("after", 2),
    ]
    assert rows(folder, "SELECT value FROM setting WHERE key = 'theme'") == [('"dark"',)]
    (exported,) = tmp_path.glob("backplan-*.json")
    assert json.loads(exported.read_text("utf-8"))["sessions"]


def test_every_phase_is_announced_once_and_in_order(room: Room) -> None:
    room.walk("reader")
    heard = [said for said in room.heard if not said.endswith("seconds left")]
    started_at = heard.index("Get ready. Child’s Pose.")
    end = heard.index("How strong is your back pain right now?", started_at)
    phases = [said for said in heard[started_at:end] if said != "Halfway"]
    assert phases == list(expected())


def expected() -> Iterator[str]:
    """What stands in the plan for Day 1, a sentence for each step."""
    pose, cat, tilts = "Child’s Pose", "Cat-Cow Stretch", "Pelvic Tilts"
    for number in (1, 2, 3):
        if number == 1:
            yield f"Get ready. {pose}."
        yield "Move in. Breathe in. Stay still."
        yield "Hold, 30 seconds."
        yield "Walk your hands back in."
        if number < 3:
            yield f"Rest, 15 seconds. Next, {pose}, set {number + 1} of 3."
    for name in (cat, tilts):
        yield f"Rest, 60 seconds. Next, {name}, set 1 of 2."
        yield f"Get ready. {name}."
        yield "Set 1 of 2, 10 slow reps."
        yield f"Rest, 20 seconds. Next, {name}, set 2 of 2."
        yield "Set 2 of 2, 10 slow reps."
