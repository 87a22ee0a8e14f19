"""A day fitted to today: what is set, what Start would play then, and how long it holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core import settings as choices
from backplan_gui.core.exercise import Place, Version
from backplan_gui.core.floor import DOWN, UP
from backplan_gui.core.pain import Exclusion
from backplan_gui.core.script import Script, StepKind, length_ms
from backplan_gui.core.session import Command
from backplan_gui.core.settings import Settings
from backplan_gui.core.tailoring import Today
from backplan_gui.front import Front
from backplan_gui.journal import Journal
from backplan_gui.store.store import Store
from backplan_gui.todays import Todays
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.sheet import Sheet
from tests.fakes import FakeClock
from tests.ui.seeing import click, name_of, settle, show, words_on

FLOOR, HELP = "The floor is not possible today", "Help me get down and up"
LESS, DONE = "Less time", "Done"


class Home:
    """A window at home, the record behind it, and who sets a day for today."""

    def __init__(self, qtbot: QtBot, store: Store, content: Content) -> None:
        self.store, self.content, self.clock = store, content, FakeClock()
        self.journal = Journal(store, content, self.clock)
        theme = Theme(Settings(theme=choices.Theme.LIGHT, reduce_motion=True))
        self.window = MainWindow(theme)
        self.window.furnish(QWidget(), QWidget())
        self.refuses = False
        front = Front(theme, content, self.journal, self.window, self._attempt)
        self.todays = Todays(front)
        self.changes = 0
        self.todays.changed.connect(self._on_changed)
        show(qtbot, self.window)

    def _attempt(self, act: Callable[[], object]) -> bool:
        if not self.refuses:
            act()
        return not self.refuses

    def _on_changed(self) -> None:
        self.changes += 1

    @property
    def sheet(self) -> Sheet:
        (sheet,) = (s for s in self.window.findChildren(Sheet) if s.isVisible())
        return sheet

    def press(self, *names: str) -> None:
        for name in names:
            buttons = self.sheet.findChildren(QAbstractButton)
            click(next(b for b in buttons if b.isVisible() and name in (b.text(), name_of(b))))
            settle()

    def sets(self, day: int, *names: str) -> None:
        """Open the sheet of a day, press these, and be done."""
        self.todays.ask(day)
        self.press(*names, DONE)

    def played(self, day: int) -> Script:
        """What Start would play."""
        return self.journal.new_session(day, today=self.todays.of(day)).session.script

    def does(self, day: int, ms: int = 10**8) -> None:
        """Plays the day for so long."""
        record = self.journal.new_session(day, today=self.todays.of(day))
        self.store.begin(record)
        session = engine.apply(record.session, Command.START, 0)[0]
        session = engine.apply(session, Command.TICK, ms)[0]
        self.store.save(record.id, session, self.clock.now().utc)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(resources.root())


@pytest.fixture
def home(qtbot: QtBot, qapp: object, tmp_path: Path, content: Content) -> Iterator[Home]:
    with Store.open(tmp_path / "backplan.sqlite") as store:
        yield Home(qtbot, store, content)


def work(script: Script) -> set[tuple[str, int]]:
    return {(step.exercise, step.set_no) for step in script if step.kind is StepKind.WORK}


def minutes(script: Script) -> int:
    return -(-length_ms(script) // 60_000)


def test_nothing_set_is_the_day_as_the_plan_has_it(home: Home) -> None:
    plan = home.todays.plan(1)
    assert plan.today == home.todays.of(1) == Today()
    assert (plan.exercises, plan.sets, plan.whole) == (3, 7, 7)
    assert plan.span == (minutes(home.played(1)),) * 2
    assert plan.versions == {}


@pytest.mark.parametrize("day", range(1, 8))
def test_what_is_said_of_a_day_is_what_would_be_played(home: Home, day: int) -> None:
    plan, script = home.todays.plan(day), home.played(day)
    assert plan.span[0] == minutes(script)
    assert plan.sets == len(work(script)) == plan.whole
    assert plan.exercises == len({exercise for exercise, _ in work(script)})
    assert (plan.span[1] > plan.span[0]) is (day == 5)


def test_less_time_is_a_shorter_session_of_the_same_day(home: Home) -> None:
    home.sets(1, LESS)
    today = home.todays.of(1)
    assert today.minutes is not None
    script = home.played(1)
    assert length_ms(script) <= today.minutes * 60_000
    assert 0 < home.todays.plan(1).sets < home.todays.plan(1).whole == 7
    assert home.changes == 1
    assert home.todays.of(2) == Today(), "for that day alone"


def test_with_help_less_time_is_no_longer_either(home: Home) -> None:
    home.sets(1, LESS, HELP)
    today = home.todays.of(1)
    assert today.minutes is not None
    script = home.played(1)
    assert {step.help for step in script} == {"", DOWN, UP}
    assert length_ms(script) <= today.minutes * 60_000


def test_what_a_short_session_leaves_stays_open(home: Home) -> None:
    home.sets(1, LESS, "Fewer minutes")
    first = work(home.played(1))
    home.does(1)
    assert home.journal.week().next_day == 1
    home.todays.clear(1)
    assert not first & work(home.played(1))
    home.does(1)
    assert home.journal.week().next_day == 2


def test_of_a_day_that_was_started_only_the_open_sets_are_counted(home: Home) -> None:
    home.does(1, (20 + 42) * 1000)
    plan = home.todays.plan(1)
    assert (plan.sets, plan.whole) == (6, 6)
    home.todays.ask(1)
    assert any(text.startswith(f"About {plan.span[0]} min") for text in words_on(home.sheet))
    home.sheet.dismiss()


def test_without_the_floor_every_exercise_has_another_way(home: Home) -> None:
    home.sets(1, FLOOR)
    for step in home.played(1):
        form = home.content.exercises[step.exercise].form(step.version)
        assert form.place is not Place.FLOOR
    assert home.todays.plan(1).versions["pelvic-tilts"] is Version.NO_FLOOR


def test_planks_can_be_done_from_the_feet_today(home: Home) -> None:
    assert home.todays.plan(7).versions == {"plank": Version.EASIER}
    home.sets(7, "Toes")
    assert home.todays.of(7).feet == {"plank"}
    assert home.todays.plan(7).versions == {}
    assert {s.version for s in home.played(7)} == {Version.STANDARD}


def test_help_is_kept_for_every_day(home: Home) -> None:
    home.sets(1, HELP)
    assert home.journal.settings.floor_help
    assert home.todays.of(4).help
    assert {step.help for step in home.played(4)} == {"", DOWN, UP}
    home.clock.local_date = "2026-11-25"
    assert home.todays.of(1) == Today(help=True)
    kept = Journal(home.store, home.content, home.clock).settings
    assert kept.floor_help


def test_the_line_in_the_sheet_counts_help_as_it_stands_there(home: Home) -> None:
    """Also while it is on in the settings, and off in the sheet."""
    home.sets(1, HELP)
    with_help = home.todays.plan(1).span[0]
    home.todays.ask(1)
    home.press(HELP)
    plain = home.todays.plan(1, Today()).span[0]
    assert plain < with_help
    assert any(text.startswith(f"About {plain} min") for text in words_on(home.sheet))
    home.press(DONE)
    assert not home.journal.settings.floor_help
    assert home.todays.plan(1).span[0] == plain


def test_leaving_the_sheet_changes_nothing(home: Home) -> None:
    home.todays.ask(1)
    home.press(HELP, FLOOR)
    home.sheet.dismiss()
    assert home.todays.of(1) == Today()
    assert not home.journal.settings.floor_help
    assert home.changes == 0


def test_what_was_set_can_be_set_back(home: Home) -> None:
    home.sets(1, FLOOR)
    home.todays.clear(1)
    assert home.todays.of(1) == Today()
    home.todays.clear(2)
    assert home.changes == 3


def test_it_holds_until_midnight(home: Home) -> None:
    home.sets(1, FLOOR)
    home.sets(3, FLOOR)
    home.clock.local_date = "2026-11-25"
    assert home.todays.of(1) == home.todays.of(3) == Today()


def test_a_sheet_that_was_open_at_midnight_sets_only_its_own_day(home: Home) -> None:
    home.sets(3, FLOOR)
    home.todays.ask(1)
    home.clock.local_date = "2026-11-25"
    home.press(DONE)
    assert home.todays.of(3) == Today()
    home.todays.ask(1)
    home.press(FLOOR)
    home.clock.local_date = "2026-11-26"
    home.press(DONE)
    assert not home.todays.of(1).floor


def test_what_cannot_be_kept_is_not_set_either(home: Home) -> None:
    home.refuses = True
    home.sets(1, HELP, FLOOR)
    assert home.todays.of(1) == Today()
    assert home.changes == 0
    home.sets(1, FLOOR)
    assert not home.todays.of(1).floor, "nothing of this is kept on disk"


def test_what_is_at_home_is_asked_once_and_kept(home: Home) -> None:
    assert home.journal.settings.equipment is None
    home.todays.ask_equipment()
    home.press("Mat or soft carpet", "Firm chair without wheels", "Keep")
    assert home.journal.settings.equipment == ("mat", "chair")
    assert home.changes == 1
    assert home.todays.plan(4).versions["seated-band-row"] is Version.EASIER
    home.todays.ask_equipment()
    ticked = [name_of(b) for b in home.sheet.findChildren(QAbstractButton) if b.isChecked()]
    assert ticked == ["Mat or soft carpet", "Firm chair without wheels"]
    home.refuses = True
    home.press("Light resistance band", "Keep")
    assert home.journal.settings.equipment == ("mat", "chair")
    assert home.changes == 1


def test_nothing_at_home_is_an_answer(home: Home) -> None:
    home.todays.ask_equipment()
    home.press("Keep")
    assert home.journal.settings.equipment == ()
    assert home.todays.plan(1).versions == {"pelvic-tilts": Version.NO_FLOOR}, "by the wall"


def test_what_is_left_out_is_not_counted(home: Home) -> None:
    out = Exclusion("a", home.content.plan.id, 1, "cat-cow", "2026-11-24T10:00:00Z", "2026-11-24")
    home.store.add_exclusion(out)
    plan = home.todays.plan(1)
    assert (plan.exercises, plan.sets, plan.whole) == (2, 5, 5)


def test_a_gentle_day_can_be_off_the_floor_too(home: Home) -> None:
    script = home.journal.new_gentle(Today(floor=False)).session.script
    assert {s.version for s in script if s.exercise == "pelvic-tilts"} == {Version.NO_FLOOR}
    home.journal.change_settings(msgspec.structs.replace(home.journal.settings, floor_help=True))
    helped = home.journal.new_gentle().session.script
    assert {step.help for step in helped} == {"", DOWN, UP}
