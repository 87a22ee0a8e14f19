"""What the about page tells of others' work is what is installed."""

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from backplan_gui.services import licences

ROOT = Path(__file__).parents[2]


def test_everything_that_the_app_needs_is_there_with_its_licence() -> None:
    said = {part.name.lower().replace("_", "-"): part for part in licences.on_board()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {name.split("==")[0].lower() for name in project["dependencies"]}
    assert needed | {"shiboken6", "pyside6-addons"} <= set(said)
    assert "LGPL" in said["pyside6"].licence
    assert "OFL" in said["fontpkg-inter"].licence
    assert said["wakepy"].licence == "MIT License"
    for part in said.values():
        assert part.licence, part
        assert "\n" not in part.licence
        assert part.version == metadata.version(part.name)


def test_what_only_develops_it_is_not_there() -> None:
    names = {part.name.lower() for part in licences.on_board()}
    assert not names & {"backplan", "pytest", "ruff", "pyinstaller", "pyyaml", "testpath"}


def test_a_copy_that_was_never_installed_tells_of_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", nowhere)
    assert licences.on_board() == ()
