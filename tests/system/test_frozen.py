"""The frozen app: it needs nothing of the checkout, and brings along nothing it does not use."""

import ctypes
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan_gui import __version__
from tests.conftest import needs
from tests.system.outside import PATIENCE_S, ROOT, rows, started
from tests.system.screen import screen

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="frozen elsewhere by hand so far"),
    needs("objdump", package="binutils"),
]

UNUSED = re.compile(
    r"gtk|qml|quick|pdf|avcodec|avformat|multimediawidgets|webengine|virtualkeyboard|eglfs|tts_mock"
    r"|italic|tkinter|(?:^|/)_?(?:ssl|yaml)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `./run build` makes, made elsewhere."""
    need_libpython()
    folder = tmp_path_factory.mktemp("frozen")
    options = ["--noconfirm", "--log-level=ERROR", f"--distpath={folder / 'dist'}"]
    options += [f"--workpath={folder / 'work'}", "build.spec"]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *options],
        cwd=ROOT,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(folder / "cache")},
        check=True,
        capture_output=True,
    )
    return folder / "dist" / "backplan"


def need_libpython() -> None:
    """PyInstaller takes Python's library along; Debian has it in a package of its own."""
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        name = sysconfig.get_config_var("INSTSONAME")
        try:
            ctypes.CDLL(name)
        except OSError:
            package = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
            pytest.skip(f"needs {name}, Debian package {package}")


def asked(frozen: Path, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The frozen app in a folder, with nothing in its environment that leads elsewhere."""
    return subprocess.run(
        [str(frozen / "backplan"), *options],
        cwd=folder,
        env={"HOME": str(folder), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def test_it_tells_its_version(frozen: Path, tmp_path: Path) -> None:
    told = asked(frozen, tmp_path, "--version")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"Backplan {__version__}\n", "")


def test_it_finds_all_of_it_sound(frozen: Path, tmp_path: Path) -> None:
    told = asked(frozen, tmp_path, "--self-test")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.endswith("\nAll is well.\n")
    assert list(tmp_path.iterdir()) == []


def test_what_it_finds_is_its_own(frozen: Path, tmp_path: Path) -> None:
    plan = frozen / "_internal/backplan_gui/resources/plans/seven_days.toml"
    kept = plan.rename(tmp_path / "plan")
    try:
        told = asked(frozen, tmp_path, "--self-test")
    finally:
        kept.rename(plan)
    assert told.returncode == 1
    assert "seven_days.toml" in told.stdout


def test_it_plays_the_demo(frozen: Path, tmp_path: Path) -> None:
    told = asked(frozen, tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert len(list((tmp_path / "demo").glob("*.png"))) == 8
    sets = "FROM session JOIN done_set ON done_set.session = session.id WHERE day = 1"
    assert rows(tmp_path / "demo", f"SELECT count(*), sum(done) {sets}") == [(7, 7)]


@needs("Xvfb", package="xvfb")
@needs("xdotool", package="xdotool")
@needs("dbus-run-session", package="dbus")
def test_it_opens_a_window_that_can_be_closed(frozen: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    program = (str(frozen / "backplan"), "--data-dir", str(folder))
    with (
        screen() as shown,
        started("dbus-run-session", "--", *program, env=shown.environment) as app,
    ):
        window = shown.window("Backplan")
        window.wait_for_icon()
        window.close()
        assert app.wait(PATIENCE_S) == 0
    assert rows(folder, "SELECT count(*) FROM session") == [(0,)]


def test_it_has_every_resource_and_the_typeface_with_its_license(frozen: Path) -> None:
    inside = frozen / "_internal"
    resources = [f.relative_to(ROOT) for f in (ROOT / "resources").rglob("*") if f.is_file()]
    assert not [f for f in resources if not (inside / "backplan_gui" / f).is_file()]
    assert (inside / "backplan_gui/resources/i18n/backplan_en.qm").is_file()
    assert (inside / "PySide6/Qt/translations/qtbase_en.qm").is_file()
    assert list(inside.glob("fontpkg_inter/files/Inter*.ttf"))
    assert list(inside.glob("fontpkg_inter-*.dist-info/METADATA"))
    assert list(inside.rglob("fontpkg_inter*/**/LICENSE"))


def files(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        for name in names:
            yield Path(where, name)


def test_it_has_nothing_it_does_not_use(frozen: Path) -> None:
    names = [file.relative_to(frozen).as_posix() for file in files(frozen)]
    assert not [name for name in names if UNUSED.search(name)]
    assert not [file for file in files(frozen) if not file.exists()]  # links that lead nowhere
