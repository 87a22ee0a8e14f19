"""Words that count: English has its plurals in a file, as every other language would."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from backplan_gui import resources, words

ROOT = Path(__file__).parents[1]
COUNTS = "backplan_gui/words/counts.py"
TS = resources.file("i18n/backplan_en.ts")
QM = resources.file("i18n/backplan_en.qm")


def test_everything_that_counts_has_its_plurals() -> None:
    source = (ROOT / COUNTS).read_text(encoding="utf-8")
    counted = set(re.findall(r'\btr\("([^"]*(?:%n|\(s\))[^"]*)"', source))
    told = {m.findtext("source") for m in ET.parse(TS).iter("message")}
    assert counted == told


def test_nothing_is_counted_outside_the_one_module() -> None:
    for file in (ROOT / "backplan_gui").rglob("*.py"):
        if file != ROOT / COUNTS:
            assert "%n" not in file.read_text(encoding="utf-8"), file


def test_the_built_file_is_the_one_its_source_gives(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    built = tmp_path / "built.qm"
    subprocess.run([tool, TS, "-qm", built], check=True, capture_output=True)
    assert built.read_bytes() == QM.read_bytes(), f"run: {tool.name} {TS.name} -qm {QM.name}"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 sets"), (1, "1 set"), (2, "2 sets"), (21, "21 sets")]
)
def test_one_set_is_not_one_sets(n: int, said: str) -> None:
    assert words.sets(n) == said
