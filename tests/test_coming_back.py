"""Coming back to a session in the whole app: after a sleep, and after a start anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.schedule import DayState
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Phase
from backplan_gui.ui.away_sheet import AwaySheet
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("qapp")

Enter, Space = Qt.Key.Key_Return, Qt.Key.Key_Space
MINUTE, DAY = 60_000, 86_400_000


@contextmanager
def on_the_mat(folder: Path, clock: FakeClock) -> Iterator[Person]:
    """Somebody who is 15 seconds into the first hold of day 1."""
    with somebody(folder, clock) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        while person.session.step.kind is not StepKind.WORK or person.session.elapsed < 15_000:
            person.wait(500)
        yield person


def card(person: Person) -> AwaySheet | None:
    sheets = [s for s in person.app.window.findChildren(Sheet) if s.isVisible()]
    assert len(sheets) < 2
    return next((s for s in sheets if isinstance(s, AwaySheet)), None)


def test_the_app_is_opened_again_and_the_day_comes_to_its_end(tmp_path: Path) -> None:
    clock = FakeClock()
    with on_the_mat(tmp_path, clock):
        pass
    clock.turn(9 * MINUTE)
    clock.steady = 7_000  # the machine was started anew
    with somebody(tmp_path, clock) as person:
        assert card(person) is None
        person.press(Enter)
        found = card(person)
        assert found is not None
        assert found.spoken.startswith(
            "Child’s Pose, set 1 of 3. 15 seconds left. Paused 9 minutes ago."
        )
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "go_on"
        person.press(Enter)
        assert card(person) is None
        assert (person.session.phase, person.session.reentry) == (Phase.RESUMING, 3_000)
        person.follow()
        assert person.app.journal.week().day(1).state is DayState.DONE


def test_the_day_that_is_under_way_is_the_one_on_show(tmp_path: Path) -> None:
    """Also where another day is the next one: it would be ended without a word else."""
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(2)
        person.wait(90_000)
    with somebody(tmp_path, clock) as person:
        assert person.app.journal.week().next_day == 1
        assert person.button("Continue Day 2 · 16 min left").isVisible()
        person.app.runner.release()
        person.app.show_day(1)
        person.press(Enter)
        person.follow()
        person.click("Done")
        assert person.button("Start Day 2 · 18 min").isVisible()


def test_opened_again_at_once_it_goes_on_at_once(tmp_path: Path) -> None:
    clock = FakeClock()
    with on_the_mat(tmp_path, clock):
        pass
    clock.turn(MINUTE)
    with somebody(tmp_path, clock) as person:
        person.press(Enter)
        assert card(person) is None
        assert (person.session.phase, person.session.reentry) == (Phase.RESUMING, 3_000)
        QCoreApplication.processEvents()
        assert card(person) is None
        person.press(Space)
        assert person.session.phase is Phase.PAUSED


def test_with_a_clock_that_was_set_back_a_day_nothing_is_lost_and_nothing_made_up(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    with on_the_mat(tmp_path, clock) as person:
        before = person.session
    clock.wall -= DAY
    clock.local_date = "2026-11-23"
    with somebody(tmp_path, clock) as person:
        person.press(Enter)
        assert card(person) is None
        assert (person.session.index, person.session.elapsed) == (before.index, before.elapsed)
        person.follow()
        day = person.app.journal.week().day(1)
        assert (day.state, day.done_on) == (DayState.DONE, "2026-11-24")


def test_warning_signs_read_for_long_lead_back_to_where_one_was(tmp_path: Path) -> None:
    clock = FakeClock()
    with on_the_mat(tmp_path, clock) as person:
        person.app.show("signs")
        clock.turn(9 * MINUTE)
        assert card(person) is None
        person.press(Qt.Key.Key_Escape)
        assert person.page == "player"
        assert card(person) is not None


def test_ended_from_the_card_the_day_says_what_was_done_and_can_go_on(tmp_path: Path) -> None:
    clock = FakeClock()
    with on_the_mat(tmp_path, clock) as person:
        clock.turn(9 * MINUTE)
        person.app.runner.look()
        QCoreApplication.processEvents()
        person.click("End for today")
        assert person.page == "finish"
        assert person.app.journal.unfinished() is None
        day = person.app.journal.week().day(1)
        assert (day.state, day.sets_done) == (DayState.STARTED, 1)  # half of its seconds


def test_a_walk_outside_has_no_clock_that_could_stand(tmp_path: Path) -> None:
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.show_day(5)
        person.click("Outside: log minutes when back")
        clock.turn(25 * MINUTE)
        person.click("Keep this walk")
        QCoreApplication.processEvents()
        assert card(person) is None
        assert "walking" in person.app.journal.week().day(5).exercises_done
