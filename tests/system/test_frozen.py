"""The frozen app: it needs nothing of the checkout, and brings along nothing it does not use."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan_gui import __version__
from backplan_gui.services.licences import on_board
from tests.bench.frozen import BAR_SIZE, freeze, size
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
    r"|italic|tkinter|(?:^|(?<!msgspec)/)_?(?:ssl|yaml)\b",
    re.IGNORECASE,
)


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
    assert not list(tmp_path.rglob("*ackplan*"))  # a speech server may have been at home


def test_what_it_starts_of_others_keeps_their_own_surroundings(
    frozen: Path, tmp_path: Path
) -> None:
    told = asked(frozen, tmp_path, "--self-test")
    assert "\nok      others’ programs\n" in told.stdout


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


def test_it_has_every_resource_but_what_packs_it(frozen: Path) -> None:
    inside = frozen / "_internal"
    resources = [f.relative_to(ROOT) for f in (ROOT / "resources").rglob("*") if f.is_file()]
    wanted = [f for f in resources if f.parts[1] != "packaging"]
    assert not [f for f in wanted if not (inside / "backplan_gui" / f).is_file()]
    assert not (inside / "backplan_gui/resources/packaging").exists()
    assert (inside / "backplan_gui/resources/i18n/backplan_en.qm").is_file()
    assert (inside / "PySide6/Qt/translations/qtbase_en.qm").is_file()
    assert list(inside.glob("fontpkg_inter/files/Inter*.ttf"))


def plain(name: str) -> str:
    """A package's name as all its spellings come to."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_in_it_comes_with_its_licence(frozen: Path) -> None:
    inside = frozen / "_internal"
    brought = {plain(file.parent.name.split("-")[0]) for file in inside.glob("*/METADATA")}
    wanted = {plain(part.name) for part in on_board()}
    assert wanted <= brought
    assert list(inside.glob("fontpkg_inter*/**/LICENSE"))
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        assert (inside / "backplan_gui/resources/licences" / name).is_file()
    if shutil.which("dpkg-query"):
        assert list(inside.glob("licences/libxcb-cursor0*"))


def test_it_is_hardly_larger_than_an_empty_window(frozen: Path, tmp_path: Path) -> None:
    """PRODUCT.md section 7, frozen with the same trimming; `./run build` tells the start, too."""
    window = freeze(tmp_path, "--window") / "window"
    assert size(frozen) <= BAR_SIZE * size(window)


def files(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        for name in names:
            yield Path(where, name)


def test_it_has_nothing_it_does_not_use(frozen: Path) -> None:
    names = [file.relative_to(frozen).as_posix() for file in files(frozen)]
    assert not [name for name in names if UNUSED.search(name)]
    assert not [file for file in files(frozen) if not file.exists()]  # links that lead nowhere
