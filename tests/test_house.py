"""What the app stands on: the pinned Qt, the lock, the workflow, the wheel."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PARTS = LOCK.split("# --- to develop ---\n")


def name_of(requirement: str) -> str:
    """The name before the version, spelled as the lock spells it."""
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return found[0].lower().replace("_", "-")


def test_void_calls_of_qt_leave_none_alone() -> None:
    """PySide6 6.12.0 lost a reference to None with each, until the process died."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 50


def test_everything_locked_has_hashes_and_no_address() -> None:
    entries = [e for e in re.split(r"^(?=\w)", LOCK, flags=re.MULTILINE) if "==" in e]
    assert len(entries) > 30
    for entry in entries:
        assert "--hash=sha256:" in entry, entry
    assert not re.search(r"://|--(index|extra-index|find-links)|file:| @ ", LOCK)


def test_the_lock_has_what_the_project_asks_for_and_the_app_runs_on_its_first_part() -> None:
    app, develop = ({name_of(r) for r in part.splitlines() if "==" in r} for part in PARTS)
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    assert {name_of(r) for r in needed} <= app
    tools = [r for r in PROJECT["dependency-groups"]["dev"] if isinstance(r, str)]
    assert {name_of(r) for r in tools} <= develop


def test_the_workflow_parses_and_tries_three_systems() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    job = flow["jobs"]["test"]
    systems = {system.split("-")[0] for system in job["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu", "windows", "macos"}
    said = [step["run"] for step in job["steps"] if "run" in step]
    assert said[-2:] == ["python run check", "python run test"]


@pytest.mark.long
def test_the_wheel_brings_every_resource_along_but_what_packs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = [f for f in (ROOT / "resources").rglob("*") if f.is_file()]
    assert files
    for file in files:
        place = file.relative_to(ROOT / "resources")
        name = f"backplan_gui/resources/{place.as_posix()}"
        assert (name in packed) is (place.parts[0] != "packaging"), name
