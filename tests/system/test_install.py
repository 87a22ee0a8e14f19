"""The wheel in an empty environment: what it asks for is all that it needs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from backplan_gui import __version__
from tests.conftest import REAL_ENVIRONMENT
from tests.system.outside import ROOT, ended

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

BIN, ENDING = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the installed command is; of each package the version that is locked."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    locked = re.findall(
        r"^[\w.-]+==[^\s;]+", (ROOT / "requirements.lock").read_text(), re.MULTILINE
    )
    (folder / "locked").write_text("\n".join(locked))
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    pip = [str(folder / "venv" / BIN / f"python{ENDING}"), "-m", "pip", "--no-input", "install"]
    told = subprocess.run(
        [*pip, "--quiet", "--constraint", str(folder / "locked"), str(wheel)],
        cwd=folder,
        env=REAL_ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stderr
    return folder / "venv" / BIN / f"backplan{ENDING}"


def test_the_command_tells_its_version(command: Path, tmp_path: Path) -> None:
    told = ended("--version", app=[str(command)], cwd=tmp_path)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"Backplan {__version__}\n", "")


def test_it_finds_all_of_it_sound(command: Path, tmp_path: Path) -> None:
    told = ended("--self-test", app=[str(command)], cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, ""), told
    assert told.stdout.endswith("\nAll is well.\n")
