"""A clean room: a minimal Debian 12 in a folder, with nothing in it but what is installed there.

Root alone can make one. Its base is fetched once from where this machine's apt fetches, and
kept among the temporary files; each room is a copy of it. What runs there has its own
processes and mounts, which go with it.
"""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import needs
from tests.system.outside import PATIENCE_S, started

RELEASE = "bookworm"
PERSON = "person"
HOME = f"home/{PERSON}"
FETCHING_S = 600
NEEDED = [
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root"),
    needs("debootstrap", package="debootstrap"),
    needs("unshare", package="util-linux"),
]
_ENTER = """
mount -t proc proc "$0/proc"
if [ -d /tmp/.X11-unix ]; then
    mkdir -p "$0/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
fi
exec chroot "$@"
"""


class Room:
    """A folder that is the whole world to what runs in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def home(self) -> Path:
        """Of the person who uses it, seen from outside."""
        return self.root / HOME

    def command(self, *command: str, person: bool = True, **environment: str) -> tuple[str, ...]:
        """What starts a command in there, as the person or else as root."""
        who = ("--userspec", f"{PERSON}:{PERSON}") if person else ()
        home = f"/{HOME}" if person else "/root"
        given = [f"{name}={value}" for name, value in environment.items()]
        alone = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc", _ENTER)
        clean = ("env", "-i", f"HOME={home}", "LANG=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin")
        inside = ("sh", "-c", 'cd && exec "$@"', "sh", *command)
        return (*alone, str(self.root), *who, str(self.root), *clean, *given, *inside)

    def ask(
        self, *command: str, person: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """How a command in there ended, and what it said."""
        return subprocess.run(
            self.command(*command, person=person, **environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=FETCHING_S,
        )

    def apt(self, *command: str) -> None:
        """Install or remove; nothing that is only recommended."""
        quiet = ("apt-get", "--yes", "--no-install-recommends", "-qq")
        told = self.ask(*quiet, *command, person=False, DEBIAN_FRONTEND="noninteractive")
        assert told.returncode == 0, told.stdout + told.stderr

    @contextmanager
    def running(self, *command: str, stderr: int, display: str) -> Iterator[subprocess.Popen[str]]:
        """A program of the person on a screen."""
        with started(*self.command(*command, DISPLAY=display), env={}, stderr=stderr) as process:
            yield process

    def files(self) -> set[str]:
        """All that lies in it, but what apt notes for itself."""
        noted = ("var/lib/", "var/cache/", "var/log/", "proc/", "tmp/", "dev/")
        inside = {
            Path(where, name).relative_to(self.root).as_posix()
            for where, folders, names in os.walk(self.root)
            for name in (*folders, *names)
        }
        return {name for name in inside if not name.startswith(noted)}


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """A room of its own in a folder, made of the base that is kept."""
    base = _kept() / RELEASE
    if not base.is_dir():
        _fetch(base, _mirror())
    root = folder / "room"
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(root)], check=True)
    shutil.copy("/etc/resolv.conf", root / "etc")
    made = Room(root)
    assert made.ask("useradd", "--create-home", PERSON, person=False).returncode == 0
    try:
        yield made
    finally:
        shutil.rmtree(root)


def _kept() -> Path:
    """A folder that nobody else can have put there or looks into."""
    folder = Path(tempfile.gettempdir(), f"backplan-tests-{os.geteuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (os.geteuid(), 0o700), folder
    return folder


def _fetch(base: Path, mirror: str) -> None:
    half = base.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    command = ("debootstrap", "--variant=minbase", RELEASE, str(half), mirror)
    _done(command)
    _done(("chroot", str(half), "apt-get", "clean"))
    half.rename(base)


def _done(command: Sequence[str]) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, timeout=FETCHING_S)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr


def _mirror() -> str:
    """From where this machine gets its own Debian 12."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN) $(CODENAME) $(COMPONENT) $(REPO_URI)"],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    ).stdout
    for line in told.splitlines():
        origin, codename, component, address = line.split(maxsplit=3)
        if (origin, codename, component) == ("Debian", RELEASE, "main"):
            return address
    pytest.skip("apt of this machine knows no mirror of Debian 12")
