"""A message bus of its own for a test, and processes on it that are told things and tell.

The bus has no services but those that a test starts: what is installed here cannot answer.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MISSING
from tests.system.outside import ROOT, environment, started

SESSION, SYSTEM = "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"
SYSTEM_PYTHON = "/usr/bin/python3"
"""PyGObject comes from the system, for its own Python."""

_CONFIG = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:tmpdir=/tmp</listen>
  <servicedir>{folder}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a bus on which there is nobody yet; it starts what the folder describes."""
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(folder=folder), encoding="utf-8")
    daemon = ("dbus-daemon", f"--config-file={config}", "--print-address", "--nofork")
    with started(*daemon, env=environment(), stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        yield process.stdout.readline().strip()


class Talker:
    """A process that takes and gives lines of JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tell(self, *what: object) -> None:
        """Hand it something to do."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()

    def said(self) -> list[Any]:
        """The next thing it says; waits for it."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, f"it ended with status {self.process.wait()}"
        said = json.loads(line)
        assert isinstance(said, list)
        return said

    def end(self) -> int:
        """Its exit status, once it has nothing more to be told."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait()


@contextmanager
def talking(*command: str, **variables: str) -> Iterator[Talker]:
    """A process to talk to; it is killed at the end if it is still there."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(**variables), stdin=pipe, stdout=pipe, text=True
    ) as process:
        try:
            yield Talker(process)
        finally:
            process.kill()


@contextmanager
def desktop(bus: str, *services: str) -> Iterator[Talker]:
    """A desktop that has just these services and takes nothing but the exact types."""
    script = Path(__file__).with_name("desktop.py")
    try:
        subprocess.run([SYSTEM_PYTHON, script, "--try"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"needs PyGObject, {MISSING} python3-gi")
    with talking(SYSTEM_PYTHON, str(script), bus, *services) as strict:
        for service in services:
            assert strict.said() == ["there", service]
        yield strict
