"""A real window on a real screen, used by nothing but its keys."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from tests.conftest import needs
from tests.system.outside import APP, PATIENCE_S, rows, started, until
from tests.system.screen import Screen, Window, screen

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    needs("Xvfb", package="xvfb"),
    needs("xdotool", package="xdotool"),
    needs("dbus-run-session", package="dbus"),
]

DAY_1 = [
    *[("childs-pose", number, "", 30, "s", 1) for number in (1, 2, 3)],
    *[("cat-cow", number, "", 10, "reps", 1) for number in (1, 2)],
    *[("pelvic-tilts", number, "", 10, "reps", 1) for number in (1, 2)],
]
SETS = (
    "SELECT exercise, set_no, side, actual, unit, done FROM done_set ORDER BY exercise_no, set_no"
)


@pytest.fixture(scope="module")
def shown() -> Iterator[Screen]:
    with screen() as made:
        yield made


def phase(folder: Path) -> str:
    """How the only session stands; empty before there is one."""
    found = rows(folder, "SELECT phase FROM session")
    assert len(found) <= 1
    return str(found[0][0]) if found else ""


def has_no_signs(window: Window) -> None:
    """Go past every warning sign, and the word "More" beside it, to "None of these"."""
    safety = Content(resources.root()).safety
    groups = (safety.emergency, safety.checked, safety.ask)
    signs = [s for group in groups for s in group.signs if s.only_with is None]
    window.press("Tab", times=2 * len(signs))
    window.press("space", "Tab", "Return")


def follow(window: Window, folder: Path) -> None:
    """To the end; a machine too busy to keep time pauses the session, so it is resumed."""

    def is_over() -> bool:
        if phase(folder) == "paused":
            window.press("space")
            until(lambda: phase(folder) != "paused", "the session goes on")
        return phase(folder) == "finished"

    until(is_over, "the session is finished")


def said(errors: Path) -> list[str]:
    """What the app wrote to its terminal; the session bus writes there too."""
    return [line for line in errors.read_text().splitlines() if not line.startswith("dbus-")]


def test_day_1_is_done_by_keys_alone(shown: Screen, tmp_path: Path) -> None:
    folder, errors = tmp_path / "data", tmp_path / "errors"
    command = ("dbus-run-session", "--", *APP, "--data-dir", str(folder), "--speed", "200")
    with (
        errors.open("w") as stderr,
        started(*command, env=shown.environment, stderr=stderr.fileno()) as app,
    ):
        window = shown.window("Backplan")
        window.wait_for_icon()
        window.take_keyboard()
        window.press("Return")
        has_no_signs(window)
        until(lambda: phase(folder) == "running", "the session runs")
        window.press("space")
        until(lambda: phase(folder) == "paused", "Space pauses it")
        follow(window, folder)
        window.press("Return")  # Done
        window.close()
        assert app.wait(PATIENCE_S) == 0
    assert rows(folder, SETS) == DAY_1
    assert rows(folder, 'SELECT "group", codes FROM safety') == [("none", "[]")]
    assert not (folder / "backplan.lock").exists()
    assert said(errors) == []


def test_closing_in_the_middle_pauses_and_leaves_nothing_running(
    shown: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    command = ("dbus-run-session", "--", *APP, "--data-dir", str(folder), "--speed", "20")
    with started(*command, env=shown.environment, stderr=subprocess.DEVNULL) as app:
        window = shown.window("Backplan")
        window.wait_for_icon()
        window.take_keyboard()
        window.press("Return")
        has_no_signs(window)
        until(lambda: len(rows(folder, SETS)) == 1, "the first set is done")
        window.close()
        assert app.wait(PATIENCE_S) == 0
    assert phase(folder) == "paused"
    assert rows(folder, SETS)[:1] == DAY_1[:1]


def test_a_start_that_fails_is_a_box_that_a_key_closes(shown: Screen, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    errors = tmp_path / "errors"
    command = ("dbus-run-session", "--", *APP, "--data-dir", str(tmp_path / "file"))
    with (
        errors.open("w") as stderr,
        started(*command, env=shown.environment, stderr=stderr.fileno()) as app,
    ):
        box = shown.window("Backplan")
        box.take_keyboard()
        box.press("Return")
        assert app.wait(PATIENCE_S) == 2
    (sentence,) = said(errors)
    assert sentence.startswith("Backplan cannot create its folder ")
