"""The README says what is there: commands, options, keys, the picture."""

import re
from pathlib import Path

from backplan_gui.options import _parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_option_is_told() -> None:
    told = set(re.findall(r"^\| `(--[\w-]+)", README, re.MULTILINE))
    known = {a.option_strings[-1] for a in _parser()._actions} - {"--help"}
    assert told == known


def test_every_command_of_a_checkout_is_told() -> None:
    commands = re.findall(
        r"^\./run (\w+) ", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(commands) == 6
    for command in commands:
        assert f"./run {command}" in README


def test_the_keys_that_turn_a_page_are_told() -> None:
    assert "| everywhere | Page Up, Page Down | turn the page |" in README
    assert "| Home, End | its beginning, its end; in a list, of the list |" in README


def test_what_has_not_been_done_is_said() -> None:
    assert "not yet been reviewed by a clinician" in README
    assert "not yet been tried on Windows or macOS" in README


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file()
