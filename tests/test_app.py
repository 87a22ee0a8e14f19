"""The app as a person meets it: first day, coming back, changing one's mind."""

from pathlib import Path

import pytest
from msgspec.structs import astuple
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from backplan_gui import words
from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SafetyGroup, SessionKind
from backplan_gui.core.schedule import DayState
from backplan_gui.core.script import StepKind, length_ms
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.switching import NewForm
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.store import Store
from backplan_gui.ui.library_list import LibraryList
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.field import NoteField
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import Sheet
from backplan_gui.ui.widgets.spine import SpineList
from backplan_gui.ui.widgets.tick import Tick
from backplan_gui.ui.widgets.toast import HELD_MS
from tests.app import Person, somebody
from tests.fakes import FakeClock
from tests.ui.seeing import words_on

pytestmark = pytest.mark.usefixtures("qapp")

Enter, Escape, Space = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
Control = Qt.KeyboardModifier.ControlModifier


def begin(person: Person) -> None:
    """Start the day shown, with no warning signs."""
    person.press(Enter)
    if person.page == "signs":
        person.have_no_signs()
    assert person.page == "player"


def sheet(person: Person) -> Sheet:
    """The sheet that lies over the window."""
    found = [s for s in person.app.window.findChildren(Sheet) if s.isVisible()]
    assert len(found) == 1
    return found[0]


def texts(person: Person) -> str:
    """Every word in sight."""
    labels = person.app.window.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def state(person: Person, day: int) -> DayState:
    """How a day stands."""
    return person.app.journal.week().day(day).state


# --- the first session ------------------------------------------------------------------


def test_the_first_start_asks_the_warning_signs_once(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.page == "signs"
        assert person.app.runner.session is None
        person.have_no_signs()
        assert person.page == "player"
        person.follow()
        person.press(Enter)
        person.press(Enter)
        assert person.page == "player"


@pytest.mark.parametrize("sign", ["Chest pain, breathlessness or fainting"])
def test_an_emergency_starts_no_timer_and_closing_is_no_way_around(
    tmp_path: Path, sign: str
) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.click(sign)
        person.click("Continue")
        assert person.page == "result"
        assert "Please do not exercise now." in texts(person)
        buttons = person.app.window.findChildren(Tick)
        assert not [b for b in buttons if b.isVisible()]
    with somebody(tmp_path) as person:
        assert not person.app.journal.may_exercise
        person.press(Enter)
        assert person.page == "signs"
        person.have_no_signs()
        assert person.page == "player"


def test_getting_checked_opens_the_day_and_keeps_only_the_date(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.click("Cancer now or before, losing weight without trying, or heavy night sweats")
        person.click("Pregnant, or gave birth in the last 3 months")
        person.click("Continue")
        assert not person.button("Continue").isEnabled()
        person.click("I have been checked and told that exercise is fine")
        assert not person.button("Continue").isEnabled()
        person.click("I have an OK, or I accept to go gently")
        person.click("Continue")
        assert person.page == "player"
    with Store.open(tmp_path / "backplan.sqlite") as store:
        answer = store.last_answer()
    assert answer is not None
    assert (answer.group, answer.checked_on) == (SafetyGroup.CHECKED, "2026-11-24")
    assert answer.codes == ("A1",)


def test_the_warning_signs_are_one_step_away_and_pause_the_session(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(3_000)
        person.click("Warning signs")
        assert person.page == "signs"
        assert person.session.phase is Phase.PAUSED
        person.click("Back")
        assert (person.page, person.session.phase) == ("player", Phase.PAUSED)
        person.click("Warning signs")
        person.have_no_signs()
        assert person.page == "player"


def test_a_sign_in_the_middle_of_a_session_holds_it_back_until_answered_again(
    tmp_path: Path,
) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.click("Warning signs")
        person.click("A serious accident or fall")
        person.click("Continue")
        assert person.page == "result"
        person.press(Escape)
        assert person.page == "result"
        person.click("Answer the check again")
        person.have_no_signs()
        assert person.page == "player"


def test_a_held_back_session_is_not_reached_by_leaving_the_signs(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(35_000)
        person.click("Warning signs")
        person.click("A serious accident or fall")
        person.click("Continue")
        person.click("Answer the check again")
        person.press(Escape)
        assert person.page == "day"
        person.press(Enter)
        assert person.page == "signs"
        person.have_no_signs()
        assert person.page == "player"
        assert person.session.elapsed > 0


def test_esc_leads_back_from_the_signs_with_nothing_started(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.press(Escape)
        assert (person.page, person.app.runner.session) == ("day", None)


def test_back_leads_from_the_first_signs_too_and_they_are_asked_again(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        for _ in range(2):
            person.press(Enter)
            assert person.page == "signs"
            person.click("Back")
            assert (person.page, person.app.runner.session) == ("day", None)
        person.press(Enter)
        person.click("A serious accident or fall")
        person.click("Continue")
        person.click("Answer the check again")
        person.click("Back")
        assert (person.page, person.app.runner.session) == ("day", None)
        person.press(Enter)
        assert person.page == "signs"


@pytest.mark.parametrize("leave", ["answer", "close"])
def test_the_end_of_a_session_is_one_step_from_the_signs_too(tmp_path: Path, leave: str) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.follow()
        person.click("Warning signs")
        if leave == "answer":
            person.have_no_signs()
        else:
            person.click("Back")
        assert person.page == "finish"
        assert "Day 1 is done." in texts(person)


# --- coming back ------------------------------------------------------------------------


def test_closing_in_the_middle_pauses_and_continue_goes_on_with_the_same_step(
    tmp_path: Path,
) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(35_000)
        step, elapsed = person.session.step, person.session.elapsed
        assert step.kind is StepKind.WORK
    with somebody(tmp_path) as person:
        assert person.button("Continue Day 1 · 12 min left").isVisible()
        person.press(Enter)
        session = person.session
        assert (session.step, session.elapsed, session.phase) == (step, elapsed, Phase.RESUMING)
        person.follow()
        assert state(person, 1) is DayState.DONE


def test_a_session_of_another_day_is_taken_up_after_the_question(tmp_path: Path) -> None:
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        person.app.start(1)
        person.have_no_signs()
        person.wait(90_000)
        left = person.session
    clock.local_date = "2026-11-26"
    with somebody(tmp_path, clock, questions=True) as person:
        person.press(Enter)
        assert person.page == "pain"
        person.app.answer(2)
        assert person.page == "player"
        assert (person.session.script, person.session.index) == (left.script, left.index)


def test_a_session_of_another_day_goes_on_easier_where_that_is_chosen(tmp_path: Path) -> None:
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        person.app.start(1)
        person.have_no_signs()
        person.wait(90_000)
    clock.local_date = "2026-11-26"
    with somebody(tmp_path, clock, questions=True) as person:
        person.press(Enter)
        person.app.answer(4)
        assert person.session.step.version is Version.EASIER


def test_a_repeat_that_is_stopped_early_is_not_called_done(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.start(1)
        person.have_no_signs()
        person.follow()
        person.app._sessions.start_over(1)
        person.wait(90_000)
        person.app.runner.do(Command.END)
        read = words_on(person.app.window)
        assert "You did what was right today." in read
        assert "Day 1 is done again." not in read
        assert "Day 1 stays done." in read
        assert not [b for b in enabled(person) if b in ("Count it as done", "Continue")]
        assert person.app.journal.week().day(1).state is DayState.DONE


def enabled(person: Person) -> list[str]:
    """The buttons that can be pressed."""
    buttons = person.app.window.findChildren(QAbstractButton)
    return [b.text() for b in buttons if b.isVisible() and b.isEnabled()]


def test_an_unfinished_session_waits_for_the_warning_signs_too(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.app.journal.answer(SafetyGroup.EMERGENCY, (), checked=False)
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.page == "signs"
        person.have_no_signs()
        assert person.page == "player"


def test_starting_another_day_ends_the_unfinished_one_and_keeps_its_sets(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(63_000)
        person.app.runner.release()
        person.app.show_day(3)
        person.press(Enter)
        assert person.session.step.exercise == "thoracic-rotations"
        assert state(person, 1) is DayState.STARTED
        assert person.app.journal.week().day(1).sets_done == 1


def test_the_next_morning_it_is_the_next_day(tmp_path: Path) -> None:
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        begin(person)
        person.follow()
        assert "Day 1 is done." in texts(person)
        person.press(Enter)
        assert "Day 1 is done for today." in texts(person)
    clock.local_date = "2026-11-25"
    with somebody(tmp_path, clock) as person:
        assert "Day 2 of 7" in texts(person)
        assert "done for today" not in texts(person)
        assert person.button("Start Day 2 · 18 min").isVisible()


# --- ending early -----------------------------------------------------------------------


def test_stopping_early_keeps_what_was_done_and_offers_the_rest(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(63_000)
        person.press(Escape)
        assert person.session.phase is Phase.PAUSED
        person.click("Stop for today", sheet(person))
        assert person.page == "finish"
        assert "You did what was right today." in texts(person)
        person.click("Continue")
        work = [s for s in person.session.script if s.kind is StepKind.WORK]
        assert (work[0].exercise, work[0].set_no, len(work)) == ("childs-pose", 2, 6)
        person.follow()
        assert state(person, 1) is DayState.DONE


def test_changing_ones_mind_about_the_end_goes_on(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.press(Escape)
        person.press(Escape)
        assert person.page == "player"
        assert person.session.phase in (Phase.RUNNING, Phase.RESUMING)


def test_a_started_day_can_be_counted_and_uncounted_from_its_end(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(63_000)
        person.press(Escape)
        person.click("Stop for today", sheet(person))
        person.click("Count it as done")
        assert state(person, 1) is DayState.DONE
        assert "Day 1 is done." in texts(person)
        person.click("Done")
        QTest.keyClick(person.app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert state(person, 1) is DayState.STARTED


def test_a_note_is_kept_with_its_session(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.follow()
        (note,) = person.app.window.findChildren(NoteField)
        QTest.mouseClick(note.viewport(), Qt.MouseButton.LeftButton)
        QTest.keyClicks(note, "Warm bath helped")
        person.click("Done")
        assert person.page == "day"
    with Store.open(tmp_path / "backplan.sqlite") as store:
        (session,) = {d.session for d in store.done_sets("seven-days")}
        assert store.note(session) == "Warm bath helped"


# --- changes by hand --------------------------------------------------------------------


def test_any_day_can_be_opened_counted_and_taken_back(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        QTest.keyClick(person.app.window, Qt.Key.Key_4)
        assert "Day 4 of 7" in texts(person)
        person.click("Count it as done")
        assert state(person, 4) is DayState.DONE
        assert "Day 4 counted as done." in texts(person)
        person.undo()
        assert state(person, 4) is DayState.COMING
        assert "Day 4 counted as done." not in texts(person)


def test_the_second_of_two_clicks_does_not_take_back_the_first(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        QTest.keyClick(person.app.window, Qt.Key.Key_4)
        person.click("Count it as done")
        undo = person.button("Undo")
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(undo, Qt.MouseButton.LeftButton)
        assert state(person, 4) is DayState.DONE
        person.clock.turn(HELD_MS - 1)
        person.click("Undo")
        assert state(person, 4) is DayState.DONE
        person.clock.turn(1)
        person.click("Undo")
        assert state(person, 4) is DayState.COMING


@pytest.mark.parametrize("way", ["Space", "Ctrl+Z", "screen reader"])
def test_keys_and_a_screen_reader_take_back_at_once(tmp_path: Path, way: str) -> None:
    with somebody(tmp_path) as person:
        QTest.keyClick(person.app.window, Qt.Key.Key_4)
        person.click("Count it as done")
        undo = person.button("Undo")
        if way == "Space":
            QTest.keyClick(undo, Qt.Key.Key_Space)
        elif way == "Ctrl+Z":
            person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            undo.click()
        assert state(person, 4) is DayState.COMING


def test_a_walk_outside_is_kept_by_its_minutes(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        QTest.keyClick(person.app.window, Qt.Key.Key_5)
        person.click("Outside: log minutes when back")
        over = sheet(person)
        person.click("Walking: more time", over)
        person.click("Keep this walk", over)
        assert "Walk kept: 21 minutes." in texts(person)
        assert "walking" in person.app.journal.week().day(5).exercises_done
        QTest.keyClick(person.app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not person.app.journal.week().day(5).exercises_done


def test_the_week_can_start_again_and_there_is_no_day_eight(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        for day in range(1, 8):
            person.app.journal.mark(day, True)
        person.app.show_day(7)
        assert "Seven of seven." in texts(person)
        QTest.keyClick(person.app.window, Qt.Key.Key_8)
        assert "Day 7 of 7" in texts(person)
        person.click("Start the week again")
        assert person.app.journal.week().next_day == 1
        assert "Day 1 of 7" in texts(person)
        person.undo()
        assert person.app.journal.week().next_day is None


def test_a_new_week_does_not_go_on_with_the_session_of_the_old_one(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(90_000)
        left = person.session
    with somebody(tmp_path) as person:
        for day in range(1, 8):
            person.app.journal.mark(day, True)
        person.app.show_day(7)
        person.click("Start the week again")
        assert person.button("Start Day 1 · 12 min").isVisible()
        person.undo()
        found = person.app.journal.unfinished()
        assert found is not None
        assert (found.session.index, found.session.elapsed) == (left.index, left.elapsed)
        assert person.app.journal.week().next_day is None


# --- getting about ----------------------------------------------------------------------


@pytest.mark.parametrize("page", ["Settings", "Progress"])
def test_esc_leads_home_from_every_side_page(tmp_path: Path, page: str) -> None:
    with somebody(tmp_path) as person:
        person.click(page)
        assert person.page == page.lower()
        person.press(Escape)
        assert person.page == "day"


def test_the_moves_can_be_read_before(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.click("See the moves first")
        assert person.page == "moves"
        assert "Rest your forehead on the mat, or on your fists." in texts(person)
        person.press(Escape)
        assert person.page == "day"


def test_the_moves_are_those_of_the_version_on_the_card(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.journal.keep_version("childs-pose", Version.EASIER)
        person.app.show_day(1)
        person.click("See the moves first")
        assert "Sit on a firm chair at a table." in texts(person)
        person.press(Escape)
        person.app.journal.keep_version("childs-pose", Version.STANDARD)
        person.app.show_day(1)
        begin(person)
        person.app.runner.do(
            Command.VERSION,
            NewForm(
                person.app._front.content.exercises["childs-pose"],
                Version.EASIER,
                person.app.journal.settings,
            ),
        )
    with somebody(tmp_path) as person:
        person.click("See the moves first")
        assert "Sit on a firm chair at a table." in texts(person)


def test_the_keys_of_a_page_are_told_on_it(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        QTest.keyClicks(person.app.window, "?")
        assert "start the day shown" in texts(person)
        person.press(Escape)
        begin(person)
        QTest.keyClicks(person.app.window.focusWidget(), "?")
        assert "my pain is worse" in texts(person)


def test_a_setting_shows_at_once_and_lasts(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.click("Settings")
        person.click("Dark")
        assert person.app.theme.dark
    with somebody(tmp_path) as person:
        assert person.app.theme.dark
        QTest.keyClick(person.app.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        assert person.page == "settings"


def test_a_key_closes_the_window(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        window = person.app.window
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        assert not window.isVisible()


def test_the_window_comes_back_where_it_was(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.window.resize(900, 640)  # higher than the least, lower than by default
    with somebody(tmp_path) as person:
        assert person.app.window.height() == 640


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Comma, Qt.Key.Key_Z, Qt.Key.Key_Q]
)
def test_no_key_leads_away_from_a_session_that_runs(tmp_path: Path, key: Qt.Key) -> None:
    with somebody(tmp_path) as person:
        person.click("Count it as done")
        begin(person)
        focused = person.app.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)
        assert person.page == "player"
        assert state(person, 1) is DayState.DONE


# --- the library and practice -----------------------------------------------------------


def look_up(person: Person, row: str) -> None:
    """Open the library and one of its exercises."""
    person.press(Qt.Key.Key_3, Control)
    assert person.page == "library"
    person.click(row)


CAT_COW = "Cat-Cow Stretch, Day 1 · 10 × 2"


def test_the_library_is_one_key_or_one_click_away(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Qt.Key.Key_3, Control)
        assert person.page == "library"
        assert "Exercises" in texts(person)
        assert person.button("Exercises").accessibleDescription() == "on show"
        person.press(Escape)
        assert person.page == "day"
        person.click("Exercises")
        assert person.page == "library"
        person.press(Qt.Key.Key_1, Control)
        assert person.page == "day"


def test_in_a_small_window_esc_leads_back_one_step_at_a_time(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.window.resize(880, 600)
        look_up(person, CAT_COW)
        assert person.button("Try it").isVisible()
        assert not person.app.window.findChildren(LibraryList)[0].isVisible()
        person.press(Escape)
        assert person.page == "library"
        assert person.button(CAT_COW).isVisible()
        person.press(Escape)
        assert person.page == "day"


def test_trying_an_exercise_asks_the_warning_signs_first(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        look_up(person, CAT_COW)
        person.click("Try it")
        assert (person.page, person.app.runner.session) == ("signs", None)
        person.press(Escape)
        assert (person.page, person.app.runner.session) == ("library", None)
        person.click("Try it")
        person.have_no_signs()
        assert person.page == "player"
        assert {step.exercise for step in person.session.script} == {"cat-cow"}


def test_practice_is_kept_and_counts_for_no_day(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(63_000)
        person.press(Escape)
        person.click("Stop for today", sheet(person))
        person.press(Enter)
        day_one = person.app.journal.week().day(1)
        look_up(person, CAT_COW)
        person.click("Easier")
        person.click("Try it")
        assert person.page == "player"
        record = person.app.runner.record
        assert record is not None
        assert (record.day, record.kind) == (None, SessionKind.PRACTICE)
        assert {step.version for step in person.session.script} == {Version.EASIER}
        person.follow()
        assert person.page == "library"
        assert "Kept in your record, and not part of a day." in texts(person)
        assert not [b for b in person.app.window.findChildren(Button) if shows(b, "Undo")]
        assert person.app.journal.week().day(1) == day_one
        assert ("cat-cow", 1, None) in [astuple(open) for open in day_one.open_sets]
        person.press(Escape)
        assert "Kept in your record" not in texts(person)
    with Store.open(tmp_path / "backplan.sqlite") as store:
        kept = [d for d in store.done_sets("seven-days") if d.day is None]
    assert [(d.set.exercise, d.set.set_no, d.set.version, d.set.done) for d in kept] == [
        ("cat-cow", 1, Version.EASIER, True),
        ("cat-cow", 2, Version.EASIER, True),
    ]


def shows(button: QAbstractButton, text: str) -> bool:
    return button.isVisible() and button.text() == text


def test_the_line_after_practice_says_how_much_it_was(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        look_up(person, CAT_COW)
        person.click("Try it")
        person.have_no_signs()
        person.wait(20_000 + 85_000)
        done = words.practised(person.session)
        assert "1" in done
        person.press(Escape)
        person.click("Stop for today", sheet(person))
        assert person.page == "library"
        assert done in texts(person)
        person.click("Try it")
        person.press(Escape)
        person.click("Stop for today", sheet(person))
        assert "Practice ended." in texts(person)


def test_unfinished_practice_is_offered_by_no_day_and_stands_in_no_way(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        look_up(person, CAT_COW)
        person.click("Try it")
        person.have_no_signs()
        person.wait(30_000)
    with somebody(tmp_path) as person:
        assert person.app.journal.unfinished() is not None
        for day in range(1, 8):
            person.app.show_day(day)
            buttons = [b for b in person.app.window.findChildren(Button) if b.isVisible()]
            assert not [b.text() for b in buttons if b.text().startswith("Continue")]
        person.app.show_day(1)
        person.press(Enter)
        assert person.page == "player"
        assert (person.app.runner.record or pytest.fail("no session")).day == 1
        person.follow()
        assert state(person, 1) is DayState.DONE


def test_practice_ends_an_unfinished_day_and_keeps_its_sets(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        begin(person)
        person.wait(63_000)
        person.app.runner.release()
        person.app.show_day(1)
        look_up(person, CAT_COW)
        person.click("Try it")
        person.follow()
        assert person.app.journal.week().day(1).sets_done == 1
        assert person.app.journal.unfinished() is None


def test_a_practice_that_a_sign_held_back_is_not_gone_on_with(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        look_up(person, CAT_COW)
        person.click("Try it")
        person.have_no_signs()
        person.click("Warning signs")
        person.click("A serious accident or fall")
        person.click("Continue")
        person.click("Answer the check again")
        person.press(Escape)
        assert (person.page, person.app.runner.session) == ("day", None)
        look_up(person, CAT_COW)
        person.click("Try it")
        assert person.page == "signs"


# --- what the world may do --------------------------------------------------------------


def test_a_record_that_cannot_be_written_is_said_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Unwritable("The disk is full.")

    with somebody(tmp_path) as person:
        with monkeypatch.context() as patch:
            patch.setattr(Store, "add_mark", refuse)
            person.click("Count it as done")
            assert "The disk is full." in texts(person)
            assert state(person, 1) is DayState.COMING
            person.press(Escape)
        person.click("Count it as done")
        assert state(person, 1) is DayState.DONE


def test_a_fault_of_ours_is_told_plainly(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.tell_fault()
        QCoreApplication.processEvents()
        assert "Something in Backplan went wrong." in texts(person)
        assert str(tmp_path) in texts(person)
        person.press(Escape)


@pytest.mark.parametrize("day", [4, 7])
def test_panel_and_start_say_the_minutes_of_the_session_that_would_begin(
    tmp_path: Path, day: int
) -> None:
    """Planks begin on the knees, in short holds that take longer."""
    with somebody(tmp_path) as person:
        for before in range(1, day):
            person.app.journal.mark(before, True)
        person.app.show_day(day)
        script = person.app.journal.new_session(day).session.script
        length = words.minutes(-(-length_ms(script) // 60_000))
        assert person.button(f"Start Day {day} · {length}").isVisible()
        row = person.app.window.findChildren(SpineList)[0]._days.rows[day - 1]
        assert row.line == length, "a day is done on this date, so the next one waits"
