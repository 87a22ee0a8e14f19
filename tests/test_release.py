"""What a release is made of, as far as it can be looked at without making one."""

import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from PySide6.QtGui import QImage, QImageReader

from backplan_gui.options import _parser
from backplan_gui.ui.application import APPLICATION_ID
from backplan_gui.ui.icons import app_pixmap

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "resources/packaging"


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the app's icon in every form."""
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, PACKAGING / "icons.py", folder], cwd=ROOT, check=True)
    return folder


def pictures(file: Path) -> Iterator[QImage]:
    """All that Qt finds in a file of many."""
    reader = QImageReader(str(file))
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        yield reader.read()


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_the_icon_is_drawn_in_every_size(qapp: object, icons: Path, size: int) -> None:
    picture = QImage(str(icons / f"{size}.png"))
    assert (picture.width(), picture.height()) == (size, size)
    drawn = app_pixmap(size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert picture.convertToFormat(QImage.Format.Format_ARGB32) == drawn


def test_windows_and_macos_find_every_size_in_one_file(icons: Path) -> None:
    for name, sizes in (
        ("backplan.ico", [16, 24, 32, 48, 64, 128, 256]),
        ("backplan.icns", [16, 32, 128, 256, 512, 32, 64, 256, 512, 1024]),
    ):
        found = list(pictures(icons / name))
        assert [picture.width() for picture in found] == sizes
        assert all(p.pixelColor(p.rect().center()).alpha() == 255 for p in found)
    length = (icons / "backplan.icns").read_bytes()[4:8]
    assert struct.unpack(">I", length)[0] == (icons / "backplan.icns").stat().st_size


def test_all_that_a_desktop_is_told_has_the_one_id() -> None:
    component = ET.fromstring(
        (PACKAGING / f"{APPLICATION_ID}.metainfo.xml").read_text("utf-8").replace("$releases", "")
    )
    assert component.findtext("id") == APPLICATION_ID
    assert component.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    entry = (PACKAGING / f"{APPLICATION_ID}.desktop").read_text("utf-8")
    assert f"\nIcon={APPLICATION_ID}\n" in entry
    assert f'ID = "{APPLICATION_ID}"' in (ROOT / "build.spec").read_text("utf-8")


def test_the_manual_page_has_every_option() -> None:
    page = (PACKAGING / "backplan.1").read_text("utf-8").replace("\\-", "-")
    options = {action.option_strings[-1] for action in _parser()._actions}
    assert options <= set(re.findall(r"--[a-z-]+", page))


def test_a_tag_builds_tries_and_uploads_on_three_systems() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    assert flow[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads `on` as a truth value
    build, release = flow["jobs"]["build"], flow["jobs"]["release"]
    systems = [entry["os"] for entry in build["strategy"]["matrix"]["include"]]
    assert {system.split("-")[0] for system in systems} == {"ubuntu", "windows", "macos"}
    said = "\n".join(step.get("run", "") for step in build["steps"])
    assert "run build" in said
    assert "--self-test --report" in said
    assert release["needs"] == "build"
    assert "sha256sum" in "\n".join(step.get("run", "") for step in release["steps"])
    assert flow["permissions"] == {"contents": "read"}
    assert release["permissions"] == {"contents": "write"}


def test_a_release_has_the_version_of_its_tag() -> None:
    flow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    assert 'test "$GITHUB_REF_NAME" = "v$(sed' in flow
