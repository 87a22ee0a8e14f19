"""On Windows the app has no terminal: what it would say there stands in a box."""

import sys

import pytest

from backplan_gui import __version__, cli, selftest
from backplan_gui.selftest import NOT_WELL, WELL, expecting
from backplan_gui.ui import application


def without_terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person is shown in boxes from now on, with nothing else to read from."""
    shown: list[str] = []
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(application, "show_in_box", shown.append)
    monkeypatch.setattr(selftest, "show_in_box", shown.append)
    monkeypatch.setattr(selftest, "make_application", str)
    return shown


def test_the_version_and_the_help_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = without_terminal(monkeypatch)
    assert cli.main(["--version"]) == 0
    assert cli.main(["--help"]) == 0
    version, help = boxes
    assert version == f"Backplan {__version__}"
    assert "--data-dir DIR" in help


def test_a_wrong_option_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = without_terminal(monkeypatch)
    assert cli.main(["--nonsense"]) == 2
    assert boxes == ["Unrecognized arguments: --nonsense. backplan --help lists the options."]


def test_the_self_test_shows_how_it_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = without_terminal(monkeypatch)

    def sound(_language: str) -> None:
        pass

    def spoiled(_language: str) -> None:
        expecting.expect(False, "is gone")

    monkeypatch.setattr(selftest, "CHECKS", (("one", sound),))
    assert cli.main(["--self-test"]) == 0
    monkeypatch.setattr(selftest, "CHECKS", (("one", sound), ("two", spoiled)))
    assert cli.main(["--self-test"]) == 1
    assert boxes == [WELL, f"FAILED  two: AssertionError: is gone\n{NOT_WELL}"]


def test_a_report_belongs_to_the_self_test(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--report", "file"]) == 2
    assert capsys.readouterr().err == "--report needs --self-test, whose lines it keeps.\n"
