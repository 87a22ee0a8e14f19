"""What a symptom, a clinician's word and a kept answer lead to, in the whole app (R2, R6, R10)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import OptionRow, Sheet
from tests.app import Person, somebody
from tests.fakes import FakeClock, WallClock

pytestmark = pytest.mark.usefixtures("qapp")

Key = Qt.Key
Enter, Escape, Space = Key.Key_Return, Key.Key_Escape, Key.Key_Space
WHY = "You stopped because of this: spreading down a leg. Please answer this before you go on."
CANCER = "Cancer now or before, losing weight without trying, or heavy night sweats"
CHECKED = "I have been checked and told that exercise is fine"
PREGNANT = "Pregnant, or gave birth in the last 3 months"
GENTLY = "I have an OK, or I accept to go gently"


def texts(person: Person) -> str:
    labels = person.app.window.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def choose(person: Person, title: str) -> None:
    (sheet,) = (s for s in person.app.window.findChildren(Sheet) if s.isVisible())
    rows = [*sheet.findChildren(OptionRow), *sheet.findChildren(Button)]
    (row,) = (r for r in rows if title in (r.text(), r.accessibleName()))
    row.click()
    QApplication.processEvents()


def under_way(person: Person, exercise: str = "childs-pose") -> None:
    """Somebody who said a 3, or nothing, and works at that exercise."""
    person.press(Enter)
    if person.page == "signs":
        person.have_no_signs()
    if person.page == "pain":
        person.press(Key.Key_3)
        person.press(Enter)
    assert person.page == "player"
    while person.session.step.exercise != exercise or person.session.step.kind is not StepKind.WORK:
        person.app.runner.do(Command.SKIP)
        person.wait(1_500)


def feels(person: Person, symptom: str) -> None:
    person.click("My pain is worse")
    choose(person, "Say how it is")
    choose(person, symptom)


# --- a symptom (R6) ---------------------------------------------------------------------


def test_the_check_that_a_symptom_asks_for_says_why(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        feels(person, "Spreading down a leg")
        assert person.page == "signs"
        assert WHY in texts(person)
        person.have_no_signs()
        person.click("Warning signs")
        assert WHY not in texts(person), "who wants to see the list needs no reason"


@pytest.mark.parametrize("leave", ["key", "button"])
def test_leaving_it_unanswered_holds_the_session_until_it_is_answered(
    tmp_path: Path, leave: str
) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        feels(person, "Spreading down a leg")
        if leave == "key":
            person.press(Escape)
        else:
            person.click("Back")
        assert (person.page, person.app.runner.session) == ("day", None)
        person.press(Enter)
        assert person.page == "signs"
        assert WHY in texts(person)
        person.press(Escape)
        assert person.page == "day"
    with somebody(tmp_path, questions=True) as person:
        person.press(Enter)
        assert person.page == "signs", "closing the window is no way around it"
        assert WHY in texts(person)
        person.have_no_signs()
        assert (person.page, person.session.phase) == ("player", Phase.RUNNING)
        assert person.session.step.exercise == "cat-cow"


def test_dizzy_and_unanswered_starts_nothing_else_today(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        feels(person, "Dizzy")
        person.click("Next")
        assert person.page == "signs"
        person.press(Escape)
        assert person.page == "pain", "the question at the end waits"
        person.press(Escape)
        person.press(Enter)
        assert person.page == "day"
        person.press(Enter)
        assert person.page == "signs"


def test_back_skips_over_what_is_left_out(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person, "cat-cow")
        feels(person, "Tingling or numb")
        person.have_no_signs()
        assert person.session.step.exercise == "pelvic-tilts"
        person.press(Space)
        person.wait(1_500)
        person.press(Key.Key_Left)
        assert person.session.step.exercise == "childs-pose"
        ahead = person.session.script[person.session.index :]
        assert {step.exercise for step in ahead} == {"childs-pose", "pelvic-tilts"}


def test_a_restart_of_the_app_does_not_bring_it_back(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        under_way(person)
        feels(person, "Weak")
        person.have_no_signs()
        assert person.session.step.exercise == "cat-cow"
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.session.step.exercise == "cat-cow"
        assert Command.BACK not in person.app.runner.allowed()


def test_what_is_left_out_counts_nowhere_and_the_last_page_says_so(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        feels(person, "Spreading down a leg")
        person.have_no_signs()
        person.press(Space)
        person.follow()
        person.press(Key.Key_3)
        person.press(Enter)
        assert person.page == "finish"
        read = texts(person)
        assert "Day 1 is done." in read
        assert "Nothing skipped" in read
        assert "Child’s Pose is left out until you have been checked." in read


# --- a clinician's word (R2) ------------------------------------------------------------


def is_checked(person: Person) -> None:
    person.click(CANCER)
    person.click("Continue")
    assert person.page == "result"
    assert "Continue opens with the easier versions." in texts(person)
    person.click(CHECKED)
    person.click("Continue")


def versions_ahead(person: Person) -> set[Version]:
    session = person.session
    return {step.version for step in session.script[session.index :]}


@pytest.mark.parametrize("questions", [True, False])
def test_in_the_middle_of_a_session_the_rest_is_easier(tmp_path: Path, questions: bool) -> None:
    with somebody(tmp_path, questions=questions) as person:
        under_way(person, "cat-cow")
        person.wait(6_000)
        person.click("Warning signs")
        is_checked(person)
        assert (person.page, person.session.phase) == ("player", Phase.PAUSED)
        assert versions_ahead(person) == {Version.EASIER}
        person.click("Standard version")
        assert Version.STANDARD in versions_ahead(person), "and one may switch back"


def test_who_has_switched_back_since_is_not_made_easier_again(tmp_path: Path) -> None:
    clock = WallClock("2026-11-24T09:00:00+00:00")
    with somebody(tmp_path, clock) as person:
        under_way(person)
        clock.turn(5_000)
        person.click("Warning signs")
        is_checked(person)
        clock.turn(5_000)
        person.click("Standard version")
        person.press(Space)
        person.wait(8_000)
    with somebody(tmp_path, clock) as person:
        person.press(Enter)
        assert person.session.step.version is Version.STANDARD


def test_easier_is_kept_on_disk_at_once(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        under_way(person)
        person.click("Warning signs")
        is_checked(person)
        unfinished = person.app.journal.unfinished()
        assert unfinished is not None
        session = unfinished.session
        assert {step.version for step in session.script[session.index :]} == {Version.EASIER}


def test_a_session_that_waited_for_the_clinician_goes_on_easier(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        under_way(person)
        person.click("Warning signs")
        person.click(CANCER)
        person.click("Continue")
        assert person.page == "result"
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.page == "result"
        person.click(CHECKED)
        person.click("Continue")
        assert person.page == "player"
        assert versions_ahead(person) == {Version.EASIER}


def test_without_questions_the_day_begins_easier_too(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        is_checked(person)
        assert person.page == "player"
        assert versions_ahead(person) == {Version.EASIER}


def test_off_the_floor_stays_off_the_floor(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        under_way(person)
        person.app.journal.keep_version("pelvic-tilts", Version.NO_FLOOR)
        person.press(Escape)
        choose(person, "Stop for today")
        person.click("Continue")
        person.click("Warning signs")
        is_checked(person)
        versions = {step.exercise: step.version for step in person.session.script}
        assert versions["childs-pose"] is Version.EASIER
        assert versions["pelvic-tilts"] is Version.NO_FLOOR


# --- an answer that was kept ------------------------------------------------------------


def test_after_a_restart_the_kept_answer_is_shown_and_need_not_be_given_again(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    with somebody(tmp_path, clock) as person:
        person.press(Enter)
        person.click(CANCER)
        person.click(PREGNANT)
        person.click("Continue")
        assert person.page == "result"
    clock.local_date = "2026-11-26"
    with somebody(tmp_path, clock) as person:
        person.press(Enter)
        assert person.page == "result"
        read = texts(person)
        assert "one of these lines on Tuesday, 24 November. Which one is not kept." in read
        assert PREGNANT in read
        assert not person.button("Continue").isEnabled()
        person.click(CHECKED)
        person.click(GENTLY)
        person.click("Continue")
        assert person.page == "player"
        answer = person.app.journal.last_answer
        assert answer is not None
        assert (answer.group, answer.codes, answer.checked_on) == (
            SafetyGroup.CHECKED,
            ("A1",),
            "2026-11-26",
        )


def test_a_kept_answer_to_ask_first_is_shown_too_and_may_be_given_anew(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.click(PREGNANT)
        person.click("Continue")
        person.app.window.close()
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.page == "result"
        assert PREGNANT in texts(person)
        person.click("Answer the check again")
        person.have_no_signs()
        assert person.page == "player"


# --- the keyboard -----------------------------------------------------------------------


def test_none_of_these_is_one_key_and_enter_goes_on(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        assert person.page == "signs"
        assert "N" in texts(person).split("\n")
        person.press(Key.Key_Tab)
        person.press(Key.Key_N)
        assert person.button("None of these").isChecked()
        person.press(Key.Key_N)
        assert person.button("None of these").isChecked(), "twice is not the opposite"
        person.press(Enter)
        assert person.page == "player"


def test_the_key_is_told_with_the_others(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.press(Key.Key_Question)
        read = texts(person)
        assert "none of these" in read
        assert "tick a line, or take the tick away" in read
        person.press(Escape)


# --- what is kept of it -----------------------------------------------------------------


def test_only_what_began_is_told_as_chosen(tmp_path: Path) -> None:
    """R10, and the signs it asks for are left: no gentle day began."""
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        person.follow()
        person.press(Key.Key_3)
        person.press(Enter)
        person.clock.local_date = "2026-11-25"
        person.app.show_day(2)
        person.press(Enter)
        person.press(Key.Key_5)
        person.press(Enter)
        assert person.page == "signs"
        assert "The pain has not settled yet." in texts(person)
        person.press(Escape)
        last = person.app.diary.log()
        assert [line.line for line in last if line.rule == "R10"] == [
            "Day 2: pain 5. Give it time to settle."
        ]
        person.press(Enter)
        person.press(Key.Key_5)
        person.press(Enter)
        person.have_no_signs()
        assert person.page == "player"
        told = [line.line for line in person.app.diary.log() if line.rule == "R10"]
        assert told[-1] == "Day 2: pain 5. Chose: Gentle day."


def test_how_moving_is_in_words_stays_in_the_record(tmp_path: Path) -> None:
    with somebody(tmp_path, questions=True) as person:
        under_way(person)
        person.follow()
        person.press(Key.Key_3)
        person.press(Enter)
        person.clock.local_date = "2026-11-25"
        person.app.show_day(2)
        person.press(Enter)
        person.press(Key.Key_S)
        person.click("Harder")
        person.press(Enter)
        assert person.page == "player"
        last = [line.line for line in person.app.diary.log() if line.rule == "R17"][-1]
        assert last == "Day 2: moving is harder than last time. Chose: Easier."


def test_a_version_changed_after_a_restart_may_be_kept_too(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        under_way(person)
    with somebody(tmp_path) as person:
        person.press(Enter)
        person.press(Key.Key_E)
        person.follow()
        person.click("Child’s Pose: easier next time too")
        person.press(Enter)
        person.app.show_day(1)
        versions = person.app.journal.versions_of(1)
        assert versions["childs-pose"] is Version.EASIER
