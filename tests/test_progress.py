"""Progress in the whole app: found, filled from the record, and never stale."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from backplan_gui.core.pain import Asked
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command
from backplan_gui.ui.progress_page import ProgressPage
from backplan_gui.ui.widgets.month_calendar import MonthGrid
from backplan_gui.ui.widgets.pain_plot import PainPlot
from backplan_gui.ui.widgets.session_row import SessionRow
from tests import scenes, scenes_progress
from tests.app import Person, somebody
from tests.ui.seeing import name_of, words_on

pytestmark = pytest.mark.usefixtures("qapp")

Control = Qt.KeyboardModifier.ControlModifier
Escape, Return = Qt.Key.Key_Escape, Qt.Key.Key_Return


def page(person: Person) -> ProgressPage:
    (found,) = person.app.window.findChildren(ProgressPage)
    return found


def rows(person: Person) -> list[SessionRow]:
    return [row for row in page(person).findChildren(SessionRow) if row.isVisible()]


def plot(person: Person) -> PainPlot:
    (found,) = page(person).findChildren(PainPlot)
    return found


def test_it_is_one_step_away_by_pointer_and_by_key(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.click("Progress")
        assert person.page == "progress"
        assert person.button("Progress").accessibleDescription() == "on show"
        person.press(Escape)
        assert person.page == "day"
        person.press(Qt.Key.Key_2, Control)
        assert person.page == "progress"
        assert "Nothing here yet." in words_on(page(person))


def test_a_running_session_is_not_left_for_it(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes.hold(person)
        person.press(Qt.Key.Key_2, Control)
        assert person.page == "player"
        person.press(Escape)


def test_its_keys_are_told(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.show("progress")
        person.press(Qt.Key.Key_F1)
        assert "in the table: the session above, below" in words_on(person.app.window)
        person.press(Escape)


def test_what_is_drawn_and_listed_is_what_the_record_says(tmp_path: Path) -> None:
    """From the answers in the store to the marks in the picture."""
    with somebody(tmp_path, questions=True) as person:
        for before, after in ((4, 2), (5, 5)):
            scenes.start(person, 1, pain=before)
            person.follow()
            person.app.answer(after)
            person.press(Return)
        person.app.show("progress")
        said = scenes_progress.store_of(person).check_ins()
        asked = {Asked.BEFORE: [4, 5], Asked.AFTER: [2, 5]}
        assert {a: [c.pain for c in said if c.asked is a] for a in asked} == asked
        assert [(m.before, m.after) for m in plot(person).marks] == [(4, 2), (5, 5)]
        assert [(r.cells.before, r.cells.after) for r in rows(person)] == [("5", "5"), ("4", "2")]


def test_a_session_that_ended_early_is_there_without_blame(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes.play(person, 1, StepKind.WORK, 5_000, exercise="cat-cow")
        person.app.runner.do(Command.END)
        person.press(Return)
        person.app.show("progress")
        (row,) = rows(person)
        assert row.cells.sets == "3 / 7"
        seen = " ".join(words_on(page(person))).lower()
        assert not [word for word in ("missed", "streak", "failed", "incomplete") if word in seen]


def test_practice_is_no_progress(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes.off_floor(person)
        person.app.runner.do(Command.END)
        person.app.show("progress")
        assert "Nothing here yet." in words_on(page(person))


def test_a_change_by_hand_shows_at_once_and_so_does_its_undo(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_progress.held(person)
        person.app.show("progress")
        person.app._home.changes.mark(6, True)
        assert "4" in words_on(page(person))
        person.press(Qt.Key.Key_Z, Control)
        assert "4" not in words_on(page(person))
        assert person.page == "progress"


def test_the_panel_stands_as_the_page_does(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_progress.held(person)
        person.app.show("progress")
        assert "3 of 7" in words_on(person.app._home.panel)  # a set of the third was passed over


def test_the_next_morning_today_is_another_day(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        scenes_progress.week(person)
        (days,) = page(person).findChildren(MonthGrid)
        assert name_of(days).endswith("Today is Saturday 6 June.")
        person.clock.local_date = "2026-06-07"
        person.app.window.woken.emit()
        assert name_of(days).endswith("Today is Sunday 7 June.")


def test_a_row_and_the_button_are_passed_on(tmp_path: Path) -> None:
    asked: list[str] = []

    def on_export() -> None:
        asked.append("export")

    with somebody(tmp_path) as person:
        person.app.progress.session_asked.connect(asked.append)
        person.app.progress.export_asked.connect(on_export)
        scenes_progress.week(person)
        person.press(Return)
        person.press(Escape)
        person.click("Export")
        person.press(Escape)
    assert asked[0] == "day-4"
    assert asked[-1] == "export"


@pytest.mark.parametrize("scene", [scene for _, scene in scenes_progress.SCENES])
def test_every_picture_is_of_progress(tmp_path: Path, scene: scenes.Scene) -> None:
    with somebody(tmp_path) as person:
        scene(person)
        assert person.page == "progress"
