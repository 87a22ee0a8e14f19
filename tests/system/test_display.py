"""A real window on a real screen, used by nothing but its keys."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.records import SafetyAnswer, SafetyGroup
from backplan_gui.core.schedule import DayState
from backplan_gui.journal import Journal
from backplan_gui.services.clock import SystemClock
from backplan_gui.store.store import Store
from tests.conftest import needs
from tests.system.outside import APP, PATIENCE_S, RECORD, rows, started, until
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
CHECK_INS = "SELECT asked, pain, legs, ache FROM check_in ORDER BY at"
LOG = "SELECT line FROM log ORDER BY at, rowid"
FIRST_HOLD = 2
"""Its place among the steps: get ready and enter come before."""


@pytest.fixture(scope="module")
def shown() -> Iterator[Screen]:
    with screen() as made:
        yield made


class Running:
    """Backplan with its keyboard; what it writes to the terminal goes to a file."""

    def __init__(self, window: Window, process: subprocess.Popen[str], folder: Path) -> None:
        self.window, self._process, self.folder = window, process, folder

    @property
    def phase(self) -> str:
        """How the only session stands; empty before there is one."""
        found = rows(self.folder, "SELECT phase FROM session")
        assert len(found) <= 1
        return str(found[0][0]) if found else ""

    @property
    def step(self) -> int:
        """The step the only session is in."""
        return int(rows(self.folder, "SELECT step FROM session")[0][0])

    def until_it_is(self, phase: str) -> None:
        """Wait until the session stands so."""
        until(lambda: self.phase == phase, f"the session is {phase}")

    def have_no_signs(self) -> None:
        """Go past every warning sign, and the word "More" beside it, to "None of these"."""
        safety = Content(resources.root()).safety
        groups = (safety.emergency, safety.checked, safety.ask)
        signs = [s for group in groups for s in group.signs if s.only_with is None]
        self.window.press("Tab", times=2 * len(signs))
        self.window.press("space", "Tab", "Return")

    def say(self, number: int) -> None:
        """How strong the pain is, and on."""
        self.window.press(str(number), "Return")

    def pause_in_the_first_hold(self) -> None:
        """Wherever it is paused, from there by whole steps."""
        self.window.press("space")
        self.until_it_is("paused")
        while self.step != FIRST_HOLD:
            self._move()

    def _move(self) -> None:
        """One step nearer to the first hold."""
        here = self.step
        self.window.press("Right" if here < FIRST_HOLD else "Left")
        until(lambda: self.step != here, "another step")

    def follow(self) -> None:
        """To the end; a machine too busy to keep time pauses the session, so it is resumed."""

        def is_over() -> bool:
            if self.phase == "paused":
                self.window.press("space")
                until(lambda: self.phase != "paused", "the session goes on")
            return self.phase == "finished"

        until(is_over, "the session is finished")

    def close(self) -> None:
        """As with a click on its cross."""
        self.window.close()
        assert self._process.wait(PATIENCE_S) == 0


@contextmanager
def backplan(shown: Screen, folder: Path, *, speed: int) -> Iterator[Running]:
    """Started, and heard out: a start that is quiet is part of passing."""
    errors = folder.with_suffix(".errors")
    command = ("dbus-run-session", "--", *APP, "--data-dir", str(folder), "--speed", str(speed))
    with (
        errors.open("w") as stderr,
        started(*command, env=shown.environment, stderr=stderr.fileno()) as process,
    ):
        window = shown.window("Backplan")
        window.wait_for_icon()
        window.take_keyboard()
        yield Running(window, process, folder)
    assert said(errors) == []


def said(errors: Path) -> list[str]:
    """What the app wrote to its terminal; the session bus writes there too."""
    return [line for line in errors.read_text().splitlines() if not line.startswith("dbus-")]


def test_day_1_is_done_by_keys_alone(shown: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with backplan(shown, folder, speed=200) as app:
        app.window.press("Return")
        app.have_no_signs()
        app.say(2)
        app.until_it_is("running")
        app.window.press("space")
        app.until_it_is("paused")
        app.follow()
        app.say(1)
        app.window.press("Return")  # Done
        app.close()
    assert rows(folder, SETS) == DAY_1
    assert rows(folder, 'SELECT "group", codes FROM safety') == [("none", "[]")]
    assert rows(folder, CHECK_INS) == [("before", 2, 0, 0), ("after", 1, 0, 0)]
    assert rows(folder, LOG) == []
    assert not (folder / "backplan.lock").exists()


def test_from_launch_to_the_first_countdown_it_takes_enter_a_number_and_enter(
    shown: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    answer = SafetyAnswer("one", "2026-07-01T10:00:00.000000Z", "2026-07-01", SafetyGroup.NONE)
    with Store.open(folder / RECORD) as store:
        store.add_answer(answer)
    with backplan(shown, folder, speed=1) as app:
        app.window.press("Return", "3", "Return")
        app.until_it_is("running")
        app.close()
    assert app.phase == "paused"
    assert rows(folder, CHECK_INS) == [("before", 3, 0, 0)]


def test_a_day_with_pain_is_fitted_by_keys_and_stays_open(shown: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with backplan(shown, folder, speed=200) as app:
        app.window.press("Return")
        app.have_no_signs()
        app.say(5)
        app.until_it_is("running")
        app.pause_in_the_first_hold()
        app.window.press("p", "Return")  # the first that is offered: fewer sets
        app.follow()
        app.say(6)
        app.window.press("Return")  # Done
        app.close()

    fewer = [done for done in DAY_1 if done[:2] != ("childs-pose", 3)]
    assert rows(folder, SETS) == fewer
    assert rows(folder, "SELECT DISTINCT version FROM done_set") == [("easier",)]
    assert rows(folder, CHECK_INS) == [("before", 5, 0, 0), ("after", 6, 0, 0)]
    assert rows(folder, LOG) == [
        ("Day 1: pain 5. Chose: Easier.",),
        ("Day 1, Child\u2019s Pose: pain 5. Did fewer sets.",),
        ("Day 1: pain 5, then 6.",),
    ]
    with Store.open(folder / RECORD) as store:
        week = Journal(store, Content(resources.root()), SystemClock()).week()
    assert (week.day(1).state, week.next_day) == (DayState.STARTED, 1)
    assert (week.day(1).sets_done, week.day(1).sets) == (6, 7)


def test_closing_in_the_middle_pauses_and_leaves_nothing_running(
    shown: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with backplan(shown, folder, speed=20) as app:
        app.window.press("Return")
        app.have_no_signs()
        app.say(2)
        until(lambda: len(rows(folder, SETS)) == 1, "the first set is done")
        app.close()
    assert app.phase == "paused"
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
