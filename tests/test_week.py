"""All seven days through the real window, and what they leave behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.plan import set_sides
from backplan_gui.core.schedule import DayState
from backplan_gui.store.store import Store
from tests.app import Person, somebody

pytestmark = pytest.mark.usefixtures("qapp")

PARTS = ("Foam Rolling", "Gentle Yoga", "Walking")


def do_the_day(person: Person, number: int) -> None:
    """Enter, follow, Enter; the parts of day 5 one after the other."""
    person.press(Qt.Key.Key_Return)
    if person.page == "signs":
        person.have_no_signs()
    assert person.page == "player"
    person.follow()
    assert person.page == "finish"
    person.press(Qt.Key.Key_Return)
    assert person.page == "day"


def test_seven_days_leave_exactly_the_sets_of_the_plan(tmp_path: Path) -> None:
    content = Content(resources.root())
    with somebody(tmp_path) as person:
        for day in content.plan.days:
            for _ in day.exercises if day.parts else (None,):
                assert person.app.journal.week().next_day == day.number
                do_the_day(person, day.number)
            assert person.app.journal.week().day(day.number).state is DayState.DONE
        assert person.app.journal.week().next_day is None
    with Store.open(tmp_path / "backplan.sqlite") as store:
        done = store.done_sets(content.plan.id)
    for day in content.plan.days:
        left = [d.set for d in done if d.day == day.number]
        assert all(d.done and d.actual == d.planned for d in left)
        kept = sorted((d.exercise, d.set_no, d.side or "") for d in left)
        planned = [s for p in day.exercises for s in set_sides(p)]
        assert kept == sorted((s.exercise, s.set_no, s.side or "") for s in planned)
