"""Without a display: Day 1 as pictures, a record and a line for every step."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.conftest import needs
from tests.system.outside import ROOT, ended, refused, rows, without_rights

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display"),
]

PICTURES = ["home", "question", "get-ready", "hold", "rest", "reps", "finished", "switch-sides"]
SCRIPTS = ROOT / "tests" / "data" / "scripts"
LINE = re.compile(
    r"\d\d:\d\d  (\w+), ([\w-]+), (?:(left|right), )?set (\d) of (\d), (\d+) (?:s|reps)"
)


def pictures(folder: Path) -> list[bytes]:
    """What each picture shows, in the order in which they were taken."""
    seen = []
    for number, name in enumerate(PICTURES, start=1):
        image = QImage(str(folder / f"{number}-{name}.png"))
        assert (image.width(), image.height()) == (1120, 760), name
        seen.append(bytes(image.constBits()))
    return seen


def steps(script: str) -> list[tuple[str, ...]]:
    """Kind, exercise, set and sets of each step, as written down beside the tests of the core."""
    found = re.findall(r"^ *\d+  (\w+) .*  ([\w-]+)  set (\d) of (\d)", script, re.MULTILINE)
    assert found
    return found


def test_it_plays_day_1_and_a_change_of_sides_and_says_so(tmp_path: Path) -> None:
    told = ended(cwd=tmp_path, display="")
    assert (told.returncode, told.stderr) == (0, "")
    first, last = told.stdout.splitlines()
    assert first == "There is no display, so Backplan plays Day 1 off screen."
    assert last == "demo: backplan.sqlite, log.txt and 8 pictures."
    assert sorted(file.name for file in tmp_path.iterdir()) == ["demo"]

    demo = tmp_path / "demo"
    assert len(set(pictures(demo))) == len(PICTURES)
    assert len(list(demo.glob("*.png"))) == len(PICTURES)

    day_1, day_2 = ((SCRIPTS / f"day-{day}.txt").read_text() for day in (1, 2))
    played = [*steps(day_1), *steps(day_2)[: day_2[: day_2.index("  switch ")].count("\n") + 1]]
    lines = (demo / "log.txt").read_text().splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert [(m[1], m[2], m[4], m[5]) if m else "" for m in found] == played

    sets = "FROM session JOIN done_set ON done_set.session = session.id GROUP BY day"
    assert rows(demo, f"SELECT day, count(*), sum(done) {sets}") == [(1, 7, 7), (2, 7, 7)]
    assert rows(demo, "SELECT day, phase FROM session ORDER BY day") == [
        (1, "finished"),
        (2, "abandoned"),
    ]


def test_a_second_time_it_does_the_same_and_leaves_other_files_alone(tmp_path: Path) -> None:
    ended(cwd=tmp_path, display="")
    demo = tmp_path / "demo"
    before = pictures(demo), (demo / "log.txt").read_text()
    (demo / "notes.txt").write_text("mine")
    (demo / "4-hold.png").write_bytes(b"half a picture")
    told = ended(cwd=tmp_path, display="")
    assert (told.returncode, told.stderr) == (0, "")
    assert (pictures(demo), (demo / "log.txt").read_text()) == before
    assert (demo / "notes.txt").read_text() == "mine"
    assert rows(demo, "SELECT count(*) FROM session") == [(2,)]


def test_the_persons_own_record_is_not_touched(tmp_path: Path) -> None:
    own = tmp_path / "data"  # BACKPLAN_DATA_DIR
    assert ended("--data-dir", str(own), cwd=tmp_path, display="").returncode == 0
    assert not own.exists()
    assert (tmp_path / "demo").is_dir()


def test_a_file_in_its_place_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine")
    told = ended(cwd=tmp_path, display="")
    assert told.stdout.count("\n") == 1
    told.stdout = ""
    assert "demo" in refused(told)
    assert (tmp_path / "demo").read_text() == "mine"


@pytest.mark.system
@needs("setpriv", package="util-linux")
@pytest.mark.parametrize("there", [False, True], ids=["no folder", "a folder"])
def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path, there: bool) -> None:
    if there:
        ended(cwd=tmp_path, display="")
    folder = tmp_path / "demo" if there else tmp_path
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    folder.chmod(0o555)
    try:
        told = ended(app=without_rights(), cwd=tmp_path, display="")
    finally:
        folder.chmod(0o755)
    told.stdout = ""
    assert "demo" in refused(told)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before
