"""The shape of the code, held by tests: who imports whom, and the rules of the house."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "backplan_gui"
TOML = sorted((ROOT / "resources").rglob("*.toml"))


def test_imports_point_down() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("file", TOML, ids=lambda file: file.stem)
def test_every_resource_is_toml_with_something_in_it(file: Path) -> None:
    assert tomllib.loads(file.read_text(encoding="utf-8"))


class Rule(NamedTuple):
    """What no line may say, in the files of a pattern but for some."""

    claim: str
    never: str
    files: str
    but: tuple[str, ...] = ()


RULES = [
    Rule(
        "only the command line prints",
        r"\bprint\(",
        "backplan_gui/**/*.py",
        ("backplan_gui/cli.py", "backplan_gui/demo.py", "backplan_gui/selftest.py"),
    ),
    Rule("colours are tokens", r"""["']#[0-9a-fA-F]{3,8}["']""", "backplan_gui/ui/**/*.py"),
    Rule("colours are tokens", r"Qt\.GlobalColor\.(?!transparent)", "backplan_gui/ui/**/*.py"),
    Rule("signals go to named methods", r"\.connect\(\s*(lambda|partial)", "backplan_gui/**/*.py"),
    Rule("names say what a thing is", r"class \w*(Manager|Helper|Utils?)\b", "**/*.py"),
    Rule(
        "one module reads the clock",
        r"^\s*(import time$|from time import)|\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(",
        "backplan_gui/**/*.py",
        ("backplan_gui/services/clock.py",),
    ),
    Rule("nothing speaks to a network", r"QtNetwork|QtWebEngine", "backplan_gui/**/*.py"),
    Rule("widgets live in ui/", r"QtWidgets", "backplan_gui/[!u_]*/**/*.py"),
    Rule(
        "tests do not sleep",
        r"\bsleep\(|qtbot\.wait\(",
        "tests/**/*.py",
        ("tests/test_architecture.py",),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.claim)
def test_the_rules_of_the_house(rule: Rule) -> None:
    found = []
    for file in sorted(ROOT.glob(rule.files)):
        name = file.relative_to(ROOT).as_posix()
        if name in rule.but or name.startswith((".venv", "build", "dist", "tests/bench")):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(rule.never, line):
                found.append(f"{name}:{number}: {line.strip()}")
    assert not found, "\n".join([rule.claim, *found])


def test_one_module_makes_labels_and_they_are_plain_text() -> None:
    """QLabel guesses rich text and then loads pictures from disk; ours never does."""
    makers = {}
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if re.search(r"\bQLabel\(|\(QLabel[,)]", text):
            makers[file.relative_to(PACKAGE).as_posix()] = text
    assert len(makers) <= 1, sorted(makers)
    for name, text in makers.items():
        assert "TextFormat.PlainText" in text, name


def test_no_file_is_named_after_nothing() -> None:
    names = {file.stem for file in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common", "manager"}
