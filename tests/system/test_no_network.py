"""The app opens no network connection, ever: looked at from the kernel's side, and in the source.

What a process and all that it starts ask of the kernel about sockets is traced through a session. A
socket of the family AF_UNIX is a file of this machine, as those of the desktop's buses, of the
sound server, of the screen and of our own second start; any other would be a network.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MISSING, needs
from tests.sound import NEEDED, recorded
from tests.system.bus import SESSION, private_bus
from tests.system.outside import ROOT, environment, rows, started, until
from tests.system.test_real_voice import DISPATCHER, MODULE

PACKAGE = ROOT / "backplan_gui"
QT = {"QtCore", "QtDBus", "QtGui", "QtMultimedia", "QtSvg", "QtTextToSpeech", "QtWidgets"}
"""Its parts that are used; QtDBus and QtMultimedia speak to this machine's own services."""
SPEED = 200

TRACED = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="traced elsewhere by other programs"),
    needs("strace", package="strace"),
]


HEARD = [
    *TRACED,
    *NEEDED,
    needs("dbus-daemon", package="dbus"),
    needs("speech-dispatcher", package="speech-dispatcher"),
    pytest.mark.skipif(
        not MODULE.exists(), reason=f"needs {MODULE}, {MISSING} speech-dispatcher-espeak-ng"
    ),
]


class Trace:
    """What a command and all that it started asked of the kernel about sockets."""

    def __init__(self, file: Path, env: dict[str, str], *command: str) -> None:
        strace = ("strace", "-f", "--seccomp-bpf", "-qq", "-s", "200", "-o", str(file))
        told = subprocess.run(
            [*strace, "-e", "trace=%network", *command],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert told.returncode == 0, told.stderr
        self.told = told.stdout.splitlines()
        self.calls = file.read_text(errors="replace").splitlines()

    @property
    def families(self) -> Counter[str]:
        """How often each family of addresses is named."""
        return Counter(re.findall(r"\b[AP]F_\w+", "\n".join(self.calls)))

    def names(self, what: str) -> bool:
        """Something of that name was called."""
        return any(what in call for call in self.calls)


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")


class TestAWholeDay:
    """As a click starts it, but at a speed, at which it is silent."""

    pytestmark = TRACED

    def test_speaks_to_nothing_but_this_machine(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Seen to fail with a socket in `launch.run` that connects to 127.0.0.1, and with a
        QTcpSocket there that connects to ::1.
        """
        folder = tmp_path / "own"
        day = (sys.executable, "-m", "tests.system.whole_day", str(folder), str(SPEED))
        env = environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(tmp_path))
        trace = Trace(tmp_path / "trace", env, *day)
        assert set(trace.families) == {"AF_UNIX"}, trace.calls
        assert trace.names("/backplan-")  # where a second start would ask
        assert rows(folder, "SELECT phase FROM session") == [("finished",)]
        assert rows(folder, "SELECT count(*), sum(done) FROM done_set") == [(7, 7)]
        say(capsys, f"Day 1: {len(trace.calls)} calls about sockets, all of them AF_UNIX")


class TestWithVoiceAndMediaKeys:
    """On a machine with a sound server, a speech engine and a desktop's bus."""

    pytestmark = HEARD

    @pytest.fixture
    def env(self, tmp_path: Path) -> Iterator[dict[str, str]]:
        """The engine is there before: it is not ours, and looks for others at 127.0.0.1."""
        with private_bus(tmp_path) as bus, recorded(tmp_path) as recording:
            env = {**recording.env, SESSION: bus}
            engine = Path(env["XDG_RUNTIME_DIR"], "speech-dispatcher", "speechd.sock")
            with started(DISPATCHER, "--run-single", env=env, stderr=subprocess.DEVNULL):
                until(engine.exists, "the speech engine is there")
                yield env
            assert recording.peak() > 0

    def test_nor_does_a_set(
        self, tmp_path: Path, env: dict[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The voice is a process of its own. Seen to fail with an engine that it had to start."""
        one_set = (sys.executable, "-m", "tests.system.heard", str(tmp_path / "own"))
        trace = Trace(tmp_path / "trace", env, *one_set)
        assert {"voice speaks", "sounds True", "page finish"} <= set(trace.told)
        assert set(trace.families) == {"AF_UNIX"}, trace.calls
        for service in ("/native", "/speechd.sock", env[SESSION].split("=")[1].split(",")[0]):
            assert trace.names(service), service
        say(capsys, f"A set, heard: {len(trace.calls)} calls about sockets, all of them AF_UNIX")


# --- in the source ----------------------------------------------------------------------


def test_of_qt_only_parts_without_a_network_are_used() -> None:
    used = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            used |= {name.split(".")[1] for name in names if name.startswith("PySide6.")}
    assert used == QT
