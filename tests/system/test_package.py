"""The .deb in a clean room: it brings or names all it needs, works, and goes without a trace."""

import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan_gui import __version__
from tests.conftest import needs
from tests.system.outside import ROOT, rows
from tests.system.room import NEEDED, Room, room
from tests.system.screen import screen
from tests.system.test_display import DAY_1, SETS, Running

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="packed elsewhere by hand so far"),
    needs("objdump", package="binutils"),
]
IN_ROOM = [
    *NEEDED,
    needs("dpkg-deb", package="dpkg"),
    needs("Xvfb", package="xvfb"),
    needs("xdotool", package="xdotool"),
]
HURRIED = "1"
"""A preset of xz: a tenth larger in a fifth of the time."""
PACKAGE = f"backplan_{__version__}_amd64.deb"
TAR = f"backplan-{__version__}-linux-x86_64"


def packed(folder: Path) -> Path:
    """A folder with a frozen app, and beside it now what `./run build` makes of that."""
    script = ROOT / "resources/packaging/pack.py"
    command = [sys.executable, str(script), str(folder), HURRIED]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return folder


@pytest.fixture(scope="session")
def packages(frozen: Path) -> Path:
    """The folder with all that people download."""
    return packed(frozen.parent)


@pytest.fixture(scope="session")
def unpacked(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the .deb puts onto a disk."""
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "-x", packages / PACKAGE, folder], check=True)
    return folder


def said(*command: str | Path) -> str:
    """What a checker complains of; empty if it is content."""
    told = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return "" if told.returncode == 0 else told.stdout + told.stderr


@needs("desktop-file-validate", package="desktop-file-utils")
@needs("dpkg-deb", package="dpkg")
def test_the_menu_entry_is_one(unpacked: Path) -> None:
    entry = unpacked / "usr/share/applications/org.backplan.Backplan.desktop"
    assert said("desktop-file-validate", entry) == ""


@needs("appstreamcli", package="appstream")
@needs("dpkg-deb", package="dpkg")
def test_software_centres_understand_the_description(unpacked: Path) -> None:
    metainfo = unpacked / "usr/share/metainfo/org.backplan.Backplan.metainfo.xml"
    assert said("appstreamcli", "validate", "--no-net", metainfo) == ""
    assert f'<release version="{__version__}"' in metainfo.read_text("utf-8")


@needs("lintian", package="lintian")
def test_debian_finds_no_errors_in_the_package(packages: Path) -> None:
    assert said("lintian", "--allow-root", "--fail-on", "error,warning", packages / PACKAGE) == ""


def test_the_same_files_make_the_same_packages(frozen: Path, tmp_path: Path) -> None:
    """Whenever and by whomever; of the app itself the program alone will do."""
    made = []
    for name, mode in (("one", 0o755), ("two", 0o700)):
        program = tmp_path / name / "backplan/backplan"
        program.parent.mkdir(parents=True)
        program.write_bytes((frozen / "backplan").read_bytes())
        program.chmod(mode)
        made.append(packed(tmp_path / name))
    for name in (PACKAGE, f"{TAR}.tar.xz"):
        one, two = ((folder / name).read_bytes() for folder in made)
        assert one == two, name


def test_the_tar_starts_where_it_is_unpacked(packages: Path, tmp_path: Path) -> None:
    with tarfile.open(packages / f"{TAR}.tar.xz") as tar:
        tar.extractall(tmp_path, filter="tar")
    program = tmp_path / TAR / "backplan"
    told = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    assert told.stdout == f"Backplan {__version__}\n"
    assert (tmp_path / TAR / "share/applications/org.backplan.Backplan.desktop").is_file()


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A Debian 12 in which nothing was ever installed."""
    with room(tmp_path_factory.mktemp("clean")) as made:
        made.apt("update")
        yield made


class TestInACleanRoom:
    """One story, because each part rests on the one before."""

    pytestmark = IN_ROOM

    @pytest.mark.timeout(900)
    def test_it_comes_works_and_goes(self, clean: Room, packages: Path, tmp_path: Path) -> None:
        (clean.root / "tmp" / PACKAGE).write_bytes((packages / PACKAGE).read_bytes())
        before = clean.files()
        clean.apt("install", f"/tmp/{PACKAGE}")
        assert clean.ask("backplan", "--version").stdout == f"Backplan {__version__}\n"
        self.finds_itself_sound(clean)
        self.plays_day_1(clean, tmp_path)
        self.leaves_nothing_but_what_is_the_persons(clean, before)

    def finds_itself_sound(self, clean: Room) -> None:
        """Off screen and on a screen."""
        with screen() as shown:
            for where in ("QT_QPA_PLATFORM=offscreen", f"DISPLAY={shown.name}"):
                told = clean.ask("env", where, "backplan", "--self-test")
                assert (told.returncode, told.stderr) == (0, ""), told
                assert told.stdout.endswith("\nAll is well.\n")

    def plays_day_1(self, clean: Room, tmp_path: Path) -> None:
        """By keys, and fast."""
        folder, errors = clean.home / "data", tmp_path / "errors"
        command = ("backplan", "--data-dir", "data", "--speed", "200")
        with (
            screen() as shown,
            errors.open("w") as stderr,
            clean.running(*command, stderr=stderr.fileno(), display=shown.name) as process,
        ):
            window = shown.window("Backplan")
            window.wait_for_icon()
            window.take_keyboard()
            app = Running(window, process, folder)
            window.press("Return")
            app.have_no_signs()
            app.say(2)
            app.follow()
            app.say(1)
            window.press("Return")  # Done
            app.close()
        assert rows(folder, SETS) == DAY_1
        assert errors.read_text() == ""

    def leaves_nothing_but_what_is_the_persons(self, clean: Room, before: set[str]) -> None:
        """Nor anything that came with it."""
        clean.apt("purge", "--auto-remove", "backplan")
        left = clean.files() - before
        ours = {name for name in left if re.search("backplan", name, re.IGNORECASE)}
        assert {name for name in ours if not name.startswith("home/person/data")} == set()
        assert (clean.home / "data/backplan.sqlite").is_file()
        assert clean.ask("backplan", "--version").returncode == 127
