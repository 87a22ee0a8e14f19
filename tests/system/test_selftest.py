"""`--self-test`: a sound copy says so, a spoiled one says what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.outside import copy_of_the_app, ended, refused

pytestmark = pytest.mark.long

CHECKS = [
    "every file",
    "every text",
    "every icon, the typeface",
    "every page in every look",
    "every sheet in every look",
    "the player in every look",
    "the record, written and read back",
    "the record, spoiled and brought back",
    "the record of an earlier version",
    "the page for print and the calendar",
    "others’ programs",
    "voice",
    "sound",
]


def names(lines: list[str]) -> list[str]:
    """What was looked at, without what came of it."""
    return [line[8:].split(":")[0] for line in lines]


def spoil(file: Path) -> None:
    file.write_text("[half of")


def remove(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("display", ["offscreen", ""], ids=["offscreen", "no display"])
def test_a_sound_copy_says_so_and_leaves_nothing_behind(tmp_path: Path, display: str) -> None:
    told = ended("--self-test", cwd=tmp_path, display=display)
    assert (told.returncode, told.stderr) == (0, "")
    *lines, last = told.stdout.splitlines()
    assert names(lines) == CHECKS
    assert all(line.startswith("ok ") for line in lines)
    assert last == "All is well."
    assert not list(tmp_path.rglob("*ackplan*"))  # a speech server may have been at home


def test_the_report_has_the_same_lines(tmp_path: Path) -> None:
    told = ended("--self-test", "--report", str(tmp_path / "report"), cwd=tmp_path)
    assert told.returncode == 0
    assert (tmp_path / "report").read_text("utf-8") == told.stdout


def test_a_report_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    where = tmp_path / "nowhere" / "report"
    said = refused(ended("--self-test", "--report", str(where), cwd=tmp_path))
    assert said == f"{where} cannot be written: No such file or directory."


@pytest.mark.parametrize(
    ("file", "spoiled", "named"),
    [
        ("plans/seven_days.toml", spoil, "seven_days.toml"),
        ("plans/seven_days.toml", remove, "seven_days.toml"),
        ("exercises/plank.toml", remove, "plank.toml"),
        ("texts/en/exercises/plank.toml", spoil, "plank.toml"),
        ("texts/en/safety.toml", remove, "safety.toml"),
        ("design/tokens.json", remove, "tokens.json"),
        ("design/icons.json", spoil, "icons.json"),
        ("figure/body.json", remove, "body.json"),
        ("exercises/cat-cow.json", remove, "cat-cow.json"),
        ("exercises/cat-cow.json", spoil, "cat-cow"),
        ("design/app-icon.svg", remove, "tile"),
        ("changelog.md", remove, "changelog.md"),
        ("sounds/tick.wav", spoil, "tick.wav"),
        ("i18n/backplan_en.qm", spoil, "backplan_en.qm"),
        ("i18n/backplan_en.qm", remove, "words that count"),
    ],
)
def test_a_spoiled_copy_names_what_failed(
    tmp_path: Path, file: str, spoiled: Callable[[Path], None], named: str
) -> None:
    folder = copy_of_the_app(tmp_path)
    spoiled(folder / "resources" / file)
    told = ended("--self-test", cwd=folder)
    assert told.returncode == 1, told
    *lines, last = told.stdout.splitlines()
    assert names(lines) == CHECKS
    assert named in next(line for line in lines if line.startswith("FAILED"))
    assert last == "Something is wrong with this copy of Backplan."


@pytest.mark.parametrize(
    ("module", "kind", "page"),
    [
        ("session_page", "SessionPage", "session"),
        ("signs_result_page", "SignsResultPage", "result"),
        ("recovery_page", "RecoveryPage", "recovery"),
    ],
)
def test_a_page_that_cannot_be_painted_is_named(
    tmp_path: Path, module: str, kind: str, page: str
) -> None:
    """Qt itself goes on as if nothing was."""
    folder = copy_of_the_app(tmp_path)
    file = folder / "backplan_gui" / "ui" / f"{module}.py"
    head = f"class {kind}(QWidget):\n"
    breaks = (
        "    def paintEvent(self, event: object) -> None:\n        raise ValueError('of ours')\n"
    )
    text = file.read_text("utf-8")
    assert head in text
    file.write_text(text.replace(head, head + breaks), "utf-8")
    told = ended("--self-test", cwd=folder)
    assert told.returncode == 1, told
    *lines, last = told.stdout.splitlines()
    assert names(lines) == CHECKS
    failed = next(line for line in lines if line.startswith("FAILED"))
    assert failed.startswith("FAILED  every page in every look: ")
    assert failed.endswith(f"{page} (light): ValueError: of ours")
    assert last == "Something is wrong with this copy of Backplan."
