"""The questions around a session: asked, answered, and what begins then (safety.md 2.1, 3)."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui import resources
from backplan_gui.asking import Asking, Going, Wanted
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core import settings as choices
from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import Choice, Way
from backplan_gui.core.pain import Asked, CheckIn, Settled
from backplan_gui.core.records import SafetyGroup, SessionKind, SessionRecord
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command
from backplan_gui.core.settings import Settings
from backplan_gui.core.starting import Answers
from backplan_gui.diary import Diary
from backplan_gui.front import Front
from backplan_gui.journal import Journal
from backplan_gui.store.store import Store
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.pain_page import PainPage
from backplan_gui.ui.pain_words import told_line
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.label import Label
from tests.app import Person, somebody
from tests.fakes import FakeClock
from tests.ui.seeing import controls, show, words_on

Key = Qt.Key
LEGS, RELIEF, SILENT = (
    "Anything new in your legs",
    "I took pain relief today",
    "Prefer not to say",
)
SETTLED = "Did any extra pain from last time settle within a day?"
ACHE = "Is it your back pain, or the ordinary ache of muscles you used?"
MOVING = "How is moving today, compared with last time?"


class Desk:
    """The question in its window, over a real record, and a hand on mouse and keys."""

    def __init__(self, qtbot: QtBot, store: Store, content: Content) -> None:
        self.store, self.clock = store, FakeClock()
        self.journal = Journal(store, content, self.clock)
        self.journal.answer(SafetyGroup.NONE, (), checked=False)
        line = partial(told_line, content=content)
        self.diary = Diary(store, self.clock, content.plan.id, line)
        self.refuses = False
        theme = Theme(Settings(theme=choices.Theme.LIGHT, reduce_motion=True))
        self.window = MainWindow(theme)
        self.window.furnish(QWidget(), QWidget())
        self.window.add_page("day", QWidget())
        front = Front(theme, content, self.journal, self.window, self._attempt)
        self.asking = Asking(front, self.diary, self.clock.steady_ms)
        self.going: list[Going] = []
        self.told: list[str] = []
        self.after: list[tuple[SessionRecord, int | None, bool | None]] = []
        self.asking.going.connect(self.going.append)
        self.asking.rested.connect(self.told.append)
        self.asking.left.connect(lambda: self.told.append("left"))
        self.asking.signs_asked.connect(lambda: self.told.append("signs"))
        self.asking.told_after.connect(lambda *told: self.after.append(told))
        self.window.primary_asked.connect(self.asking.press_primary)
        show(qtbot, self.window)

    def _attempt(self, act: Callable[[], object]) -> bool:
        if not self.refuses:
            act()
        return not self.refuses

    # What a person does

    def asked(self, day: int = 1, **more: object) -> "Desk":
        self.asking.ask_before(Wanted(day, **more))  # type: ignore[arg-type]  # wanted by name
        return self

    def press(self, *keys: Key) -> None:
        for key in keys:
            focused: QWidget | None = self.window.focusWidget()
            QTest.keyClick(self.window if focused is None else focused, key)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.control(name), Qt.MouseButton.LeftButton)

    def control(self, name: str) -> QAbstractButton:
        named = [b for b in self.page.findChildren(QAbstractButton) if b.isVisible()]
        (found,) = (b for b in named if name in (b.text(), b.accessibleName()))
        return found

    def goes_on(self) -> Going:
        """Press the main button, and what begins then."""
        self.press(Key.Key_Return)
        (going,) = self.going
        return going

    # What a person sees

    @property
    def page(self) -> PainPage:
        (page,) = self.window.findChildren(PainPage)
        return page

    @property
    def words(self) -> set[str]:
        return set(words_on(self.page))

    @property
    def ways(self) -> list[str]:
        """What may be chosen, without the answers to other questions."""
        offered = [
            "Easier", "Standard", "Gentle day", "Short walk", "Rest", "Do the day anyway", "Go on",
            "Begin again with day 1",
        ]  # fmt: skip
        return [name for name in offered if name in self.checked]

    @property
    def checked(self) -> dict[str, bool]:
        boxes = self.page.findChildren(QAbstractButton)
        return {b.text(): b.isChecked() for b in boxes if b.isVisible() and b.isCheckable()}

    @property
    def main(self) -> tuple[str, bool]:
        """The main button, and whether it can be pressed."""
        button = self.page._continue
        return button.text(), button.isEnabled()

    def kept(self) -> list[CheckIn]:
        return list(self.store.check_ins())

    # What was before

    def did(
        self,
        before: int | None,
        after: int | None,
        day: int = 1,
        kind: SessionKind = SessionKind.PLAN,
        stopped: bool = False,
        **said: object,
    ) -> SessionRecord:
        """A session that was held today, or `stopped` in its first set."""
        gentle = kind is SessionKind.GENTLE
        record = self.journal.new_gentle() if gentle else self.journal.new_session(day)
        at = self.diary.situation(day, self.journal.week())
        self.store.begin(record)
        answers = Answers(before, **said)  # type: ignore[arg-type]  # answers by name
        self.diary.keep_start(at, answers, Choice(Way.PLAN), record.id)
        session = engine.apply(record.session, Command.START, 0)[0]
        if stopped:
            session = engine.apply(session, Command.END, 60_000)[0]
        else:
            session = engine.apply(session, Command.TICK, 10**8)[0]
        self.store.save(record.id, session, self.clock.now().utc)
        if after is not None:
            self.diary.keep_after(record, self.journal.week(), after)
        return replace(record, session=session)

    def tomorrow(self, day_of_month: int = 25) -> None:
        self.clock.local_date = f"2026-11-{day_of_month}"


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(resources.root())


@pytest.fixture
def desk(qtbot: QtBot, qapp: object, tmp_path: Path, content: Content) -> Iterator[Desk]:
    with Store.open(tmp_path / "backplan.sqlite") as store:
        yield Desk(qtbot, store, content)


# --- a number, an offer, and on ---------------------------------------------------------


def test_one_number_and_enter_begin_the_day_as_written(desk: Desk) -> None:
    desk.asked()
    assert desk.main == ("Continue", False)
    desk.press(Key.Key_2)
    assert {"The plan as written", "Easier is one key away, at any time."} <= desk.words
    going = desk.goes_on()
    assert (going.wanted, going.kind, going.easier) == (Wanted(1), SessionKind.PLAN, False)
    assert not going.new_round
    assert not going.asks_signs


def test_nothing_is_kept_before_a_session_is_there_to_keep_it_with(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_2)
    going = desk.goes_on()
    assert desk.kept() == []
    record = desk.journal.new_session(1)
    desk.store.begin(record)
    going.keep(record.id)
    (answer,) = desk.kept()
    assert (answer.session, answer.pain, answer.asked) == (record.id, 2, Asked.BEFORE)


def test_what_was_asked_for_is_what_begins(desk: Desk) -> None:
    desk.asked(5, exercise="walking", minutes=25)
    desk.press(Key.Key_1)
    assert desk.goes_on().wanted == Wanted(5, "walking", 25)


@pytest.mark.parametrize("number", [Key.Key_4, Key.Key_5])
def test_4_and_5_have_easier_chosen_and_begin_easier(desk: Desk, number: Key) -> None:
    desk.asked()
    desk.press(number)
    assert desk.ways == ["Easier", "Standard"]
    assert desk.checked["Easier"]
    assert desk.goes_on().easier


def test_who_chooses_standard_begins_as_written(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_4)
    desk.click("Standard")
    assert desk.checked["Standard"]
    assert not desk.goes_on().easier


@pytest.mark.parametrize(("first", "then"), [(4, 5), (2, 3), (6, 7)])
def test_another_number_of_the_same_offer_is_shown_and_goes_on(
    desk: Desk, first: int, then: int
) -> None:
    desk.asked()
    desk.press(Key(Key.Key_0 + first), Key(Key.Key_0 + then))
    assert str(then) in desk.words
    going = desk.goes_on()
    record = desk.journal.new_session(1)
    desk.store.begin(record)
    going.keep(record.id)
    assert [answer.pain for answer in desk.kept()] == [then]


def test_another_number_is_chosen_for_anew(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_4)
    desk.click("Standard")
    desk.press(Key.Key_5)
    assert desk.checked["Easier"]
    assert desk.goes_on().easier


@pytest.mark.parametrize("number", [Key.Key_6, Key.Key_7])
def test_6_and_7_begin_a_gentle_day(desk: Desk, number: Key) -> None:
    desk.asked(4)
    desk.press(number)
    assert desk.ways == ["Gentle day", "Short walk", "Rest", "Do the day anyway"]
    assert desk.main == ("Start the gentle day", True)
    going = desk.goes_on()
    assert (going.kind, going.easier) == (SessionKind.GENTLE, True)


def test_at_6_the_day_itself_can_be_done_and_is_easier(desk: Desk) -> None:
    desk.asked(2)
    desk.press(Key.Key_6)
    desk.click("Do the day anyway")
    going = desk.goes_on()
    assert (going.kind, going.wanted, going.easier) == (SessionKind.PLAN, Wanted(2), True)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (
            "Short walk",
            "A short walk at an easy pace, as long as it feels fine. Your day waits.",
        ),
        ("Rest", "Resting is a good decision too. Your day waits."),
    ],
)
def test_a_walk_or_rest_begins_nothing_and_is_kept(desk: Desk, way: str, said: str) -> None:
    desk.asked()
    desk.press(Key.Key_6)
    desk.click(way)
    assert desk.main == ("Done for now", True)
    desk.press(Key.Key_Return)
    assert (desk.going, desk.told) == ([], [said])
    (answer,) = desk.kept()
    assert (answer.session, answer.pain) == (None, 6)
    assert [line.line for line in desk.diary.log()] == [f"Day 1: pain 6. Chose: {way}."]


@pytest.mark.parametrize("keys", [(Key.Key_8,), (Key.Key_9,), (Key.Key_1, Key.Key_0)])
def test_8_to_10_begin_nothing_and_are_kept_without_a_session(
    desk: Desk, keys: tuple[Key, ...]
) -> None:
    desk.asked()
    desk.press(*keys)
    assert "Not today" in desk.words
    assert desk.ways == []
    assert desk.main == ("Close", True)
    desk.press(Key.Key_Return)
    assert (desk.going, desk.told) == ([], ["Your day waits."])
    (answer,) = desk.kept()
    assert answer.session is None
    assert answer.pain in (8, 9, 10)


def test_an_answer_that_cannot_be_kept_leaves_the_question_on_show(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_8)
    desk.refuses = True
    desk.press(Key.Key_Return)
    assert desk.told == []
    assert desk.window.page == "pain"


def test_answering_again_is_always_possible(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_8)
    desk.press(Key.Key_Return)
    desk.asked()
    assert desk.main == ("Continue", False)
    assert "Not today" not in desk.words
    desk.press(Key.Key_3)
    assert desk.goes_on().wanted == Wanted(1)


# --- without a number -------------------------------------------------------------------


def test_prefer_not_to_say_begins_the_day_and_shows_no_offer(desk: Desk) -> None:
    desk.asked()
    desk.click(SILENT)
    assert desk.ways == []
    assert desk.main == ("Continue", True)
    assert MOVING not in desk.words, "there was no last time"
    going = desk.goes_on()
    assert (going.easier, going.kind) == (False, SessionKind.PLAN)


def test_without_a_number_how_moving_is_may_make_it_easier_and_says_so(desk: Desk) -> None:
    desk.did(2, 2)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_S)
    assert MOVING in desk.words
    desk.click("Harder")
    assert desk.ways == ["Easier", "Standard"]
    assert desk.goes_on().easier


def test_a_number_after_all_asks_no_more_in_words(desk: Desk) -> None:
    desk.did(2, 2)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_S)
    desk.click("Harder")
    desk.press(Key.Key_2)
    assert MOVING not in desk.words
    assert not desk.goes_on().easier


def test_a_number_taken_back_begins_as_if_none_was_said(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_8, Key.Key_S)
    going = desk.goes_on()
    record = desk.journal.new_session(1)
    desk.store.begin(record)
    going.keep(record.id)
    assert [answer.pain for answer in desk.kept()] == [None]


def test_easier_after_a_session_that_ended_higher_is_never_silent(desk: Desk) -> None:
    desk.did(1, 4)
    desk.tomorrow()
    desk.asked(2)
    desk.click(SILENT)
    assert desk.ways == ["Easier", "Standard"]
    desk.click("Standard")
    assert not desk.goes_on().easier


def test_without_a_number_a_note_stands_beside_the_plan(desk: Desk) -> None:
    desk.did(2, 2)
    desk.asked(2)
    desk.click(SILENT)
    assert "The plan as written" in desk.words
    assert "You did a day today. Muscles like a night between. You decide." in desk.words


# --- legs, and the signs ----------------------------------------------------------------


def test_legs_open_the_signs_at_once(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_2, Key.Key_L)
    assert desk.told == ["signs"]
    assert "Something new in your legs" in desk.words
    assert desk.main == ("Warning signs", True)
    desk.press(Key.Key_Return)
    assert desk.told == ["signs", "signs"]
    assert desk.going == []


def test_after_the_signs_were_answered_the_offer_is_as_without_the_legs(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_4, Key.Key_L)
    desk.journal.answer(SafetyGroup.NONE, (), checked=False)
    desk.asking.signs_answered()
    assert desk.ways == ["Easier", "Standard"]
    going = desk.goes_on()
    assert (going.easier, going.asks_signs) == (True, False)
    record = desk.journal.new_session(1)
    desk.store.begin(record)
    going.keep(record.id)
    assert [answer.legs for answer in desk.kept()] == [True], "it was ticked"


def test_signs_that_were_opened_and_left_change_nothing(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_2, Key.Key_L)
    assert "Something new in your legs" in desk.words
    desk.press(Key.Key_L)
    assert "The plan as written" in desk.words
    assert desk.goes_on().wanted == Wanted(1)


def test_who_does_the_day_with_new_legs_reads_the_signs_first(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_2, Key.Key_L)
    desk.click("Do the day anyway")
    assert desk.goes_on().asks_signs


def test_legs_before_a_number_wait_for_the_number(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_L)
    assert desk.told == ["signs"]
    assert desk.main[1] is False
    desk.press(Key.Key_8)
    assert desk.main == ("Warning signs", True)


def test_the_next_question_forgets_that_the_signs_were_read(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_2, Key.Key_L)
    desk.asking.signs_answered()
    desk.asked()
    desk.press(Key.Key_2, Key.Key_L)
    assert "Something new in your legs" in desk.words


def test_what_has_not_settled_asks_for_the_signs_before_the_session(desk: Desk) -> None:
    desk.did(3, 3)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_5)
    assert "Give it time to settle" in desk.words
    assert desk.goes_on().asks_signs


# --- what else is asked -----------------------------------------------------------------


def test_whether_it_settled_is_asked_only_the_day_after_a_session(desk: Desk) -> None:
    assert SETTLED not in desk.asked().words
    desk.did(2, 3)
    assert SETTLED not in desk.asked(2).words
    desk.tomorrow()
    assert SETTLED in desk.asked(2).words


def test_what_did_not_settle_changes_the_offer_at_once(desk: Desk) -> None:
    desk.did(1, 2)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_3)
    assert "The plan as written" in desk.words
    desk.click("No")
    assert "Give it time to settle" in desk.words
    desk.click("Short walk")
    desk.press(Key.Key_Return)
    assert [answer.settled for answer in desk.kept()] == [None, None, Settled.NO]
    assert SETTLED not in desk.asked(2).words, "asked once"


def test_a_higher_number_asks_whether_it_is_the_ache_of_muscles(desk: Desk) -> None:
    desk.did(3, 3)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_5)
    assert ACHE in desk.words
    desk.click("Muscle ache")
    assert desk.ways == ["Easier", "Standard"]
    desk.press(Key.Key_3)
    assert ACHE not in desk.words
    assert "The plan as written" in desk.words


def test_ache_of_muscles_is_kept_as_such(desk: Desk) -> None:
    desk.did(1, 1)
    desk.tomorrow()
    desk.asked(2)
    desk.press(Key.Key_3)
    desk.click("Muscle ache")
    going = desk.goes_on()
    record = desk.journal.new_session(2)
    desk.store.begin(record)
    going.keep(record.id)
    assert [answer.ache for answer in desk.kept()] == [False, False, True]


def test_a_choice_stays_when_something_else_is_answered(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_4)
    desk.click("Standard")
    desk.click(RELIEF)
    assert desk.checked["Standard"]
    going = desk.goes_on()
    record = desk.journal.new_session(1)
    desk.store.begin(record)
    going.keep(record.id)
    assert [answer.medicine for answer in desk.kept()] == [True]
    assert not going.easier


# --- other days, other rounds -----------------------------------------------------------


def test_week_again_from_day_1_begins_a_new_round(desk: Desk) -> None:
    desk.did(2, 2)
    desk.clock.local_date = "2026-12-04"
    desk.asked(2)
    desk.press(Key.Key_2)
    assert desk.ways == ["Go on", "Begin again with day 1"]
    assert desk.main == ("Start Day 1", True)
    going = desk.goes_on()
    assert (going.wanted, going.new_round) == (Wanted(1), True)


def test_going_on_after_days_away_is_the_day_asked_for(desk: Desk) -> None:
    desk.did(2, 2)
    desk.clock.local_date = "2026-12-04"
    desk.asked(2)
    desk.press(Key.Key_2)
    desk.click("Go on")
    going = desk.goes_on()
    assert (going.wanted, going.new_round) == (Wanted(2), False)


def test_repeating_a_day_is_all_of_that_day(desk: Desk) -> None:
    desk.did(2, 2)
    desk.tomorrow(28)
    desk.asked(2)
    desk.press(Key.Key_2)
    assert desk.main == ("Start Day 1", True)
    going = desk.goes_on()
    assert (going.wanted, going.new_round, going.easier) == (Wanted(1, whole=True), False, False)


def test_repeating_after_two_rises_is_easier(desk: Desk) -> None:
    desk.did(2, 3)
    desk.tomorrow()
    desk.did(2, 3, 2)
    desk.tomorrow(26)
    desk.asked(3)
    desk.press(Key.Key_2)
    going = desk.goes_on()
    assert (going.wanted, going.easier) == (Wanted(2, whole=True), True)


# --- after ------------------------------------------------------------------------------


def test_the_same_question_comes_after_and_tells_the_number(desk: Desk) -> None:
    record = desk.did(3, None)
    desk.asking.ask_after(record)
    assert not desk.asking.is_before
    assert {"Day 1 · finished", "How strong is your back pain right now?"} <= desk.words
    assert RELIEF not in desk.words
    desk.press(Key.Key_3)
    assert ACHE not in desk.words
    desk.press(Key.Key_Return)
    assert desk.after == [(record, 3, None)]
    assert desk.going == []


def test_higher_after_asks_whether_it_is_the_ache_of_muscles(desk: Desk) -> None:
    record = desk.did(3, None)
    desk.asking.ask_after(record)
    desk.press(Key.Key_5)
    assert ACHE in desk.words
    desk.press(Key.Key_2)
    assert ACHE not in desk.words
    desk.press(Key.Key_5)
    desk.click("Muscle ache")
    desk.press(Key.Key_Return)
    assert desk.after == [(record, 5, True)]


def test_nothing_is_offered_after(desk: Desk) -> None:
    record = desk.did(3, None)
    desk.asking.ask_after(record)
    desk.press(Key.Key_9)
    assert desk.ways == []
    assert "Not today" not in desk.words
    assert desk.main == ("Continue", True)


def test_prefer_not_to_say_after_tells_no_number(desk: Desk) -> None:
    record = desk.did(3, None)
    desk.asking.ask_after(record)
    desk.click(SILENT)
    assert MOVING not in desk.words
    desk.press(Key.Key_Return)
    assert desk.after == [(record, None, None)]


def test_after_a_gentle_day_it_is_the_gentle_days_question(desk: Desk) -> None:
    record = desk.did(6, None, kind=SessionKind.GENTLE)
    desk.asking.ask_after(record)
    assert "Gentle day · finished" in desk.words


def test_what_was_not_done_to_its_end_is_not_called_finished(desk: Desk) -> None:
    desk.asking.ask_after(desk.did(3, None, stopped=True))
    assert "Day 1 · after" in desk.words
    desk.asking.ask_after(desk.did(6, None, kind=SessionKind.GENTLE, stopped=True))
    assert "Gentle day · after" in desk.words
    whole = desk.did(3, None)
    desk.asking.ask_after(whole)
    assert "Day 1 · finished" in desk.words
    desk.journal.mark(1, False)  # as where a part of the day, or a skipped set, is left
    desk.asking.ask_after(whole)
    assert "Day 1 · after" in desk.words


def test_legs_after_open_the_signs_too(desk: Desk) -> None:
    desk.asking.ask_after(desk.did(3, None))
    desk.press(Key.Key_L)
    assert desk.told == ["signs"]
    desk.asking.signs_answered()
    assert "Something new in your legs" not in desk.words


def test_back_leaves_and_keeps_nothing(desk: Desk) -> None:
    desk.asked()
    desk.press(Key.Key_5)
    desk.click("Back")
    assert desk.told == ["left"]
    assert desk.kept() == []
    desk.asking.ask_after(desk.did(3, None))
    assert "Back" not in controls(desk.page), "there is nothing to go back to"


# --- in the whole app -------------------------------------------------------------------


Enter, Escape = Key.Key_Return, Key.Key_Escape


def ready(person: Person) -> None:
    """Past the warning signs, at the question."""
    person.press(Enter)
    if person.page == "signs":
        person.have_no_signs()
    assert person.page == "pain"


def seen(person: Person) -> str:
    labels = person.app.window.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def again(person: Person, date: str) -> None:
    """The app is looked at on another date."""
    person.clock.local_date = date
    person.app.show_day(person.app.journal.week().next_day or 1)


def wants_the_day_anyway(person: Person) -> None:
    """The morning after a 3 it is a 5, which asks for the signs again (R10)."""
    ready(person)
    person.press(Key.Key_3)
    person.press(Enter)
    person.follow()
    person.press(Key.Key_3)
    person.press(Enter)
    again(person, "2026-11-25")
    ready(person)
    person.press(Key.Key_5)
    person.click("Do the day anyway")
    person.press(Enter)
    assert person.page == "signs"


def has_an_emergency(person: Person) -> None:
    person.click("Numb or odd feeling between the legs")
    person.click("Continue")
    assert person.page == "result"


def before_numbers(folder: Path) -> list[tuple[bool, int | None]]:
    """Every number before a session, and whether one followed."""
    with Store.open(folder / "backplan.sqlite") as store:
        asked = [c for c in store.check_ins() if c.asked is Asked.BEFORE]
    return [(c.session is not None, c.pain) for c in asked]


@pytest.mark.usefixtures("qapp")
class TestInTheApp:
    def test_enter_one_number_enter_begins_the_day(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_2)
            person.press(Enter)
            assert person.page == "player"
            record = person.app.runner.record
            assert record is not None
            assert person.app.diary.before_of(record.id) == 2

    def test_not_today_goes_home_with_a_word(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_9)
            person.press(Enter)
            assert person.page == "day"
            assert "Your day waits." in seen(person)
            assert person.app.runner.session is None
            with Store.open(tmp_path / "backplan.sqlite") as store:
                assert [(c.session, c.pain) for c in store.check_ins()] == [(None, 9)]

    def test_prefer_not_to_say_is_asked_nothing_after(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_S)
            person.press(Enter)
            assert person.page == "player"
            person.follow()
            assert person.page == "finish"

    def test_legs_open_the_signs_and_none_of_them_leads_back_to_the_question(
        self, tmp_path: Path
    ) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_4)
            person.press(Key.Key_L)
            assert person.page == "signs"
            person.have_no_signs()
            assert person.page == "pain"
            assert "The easier versions come first" in seen(person)
            person.press(Enter)
            assert person.page == "player"
            assert person.session.step.version is Version.EASIER

    def test_an_emergency_there_starts_nothing(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_2)
            person.press(Key.Key_L)
            person.click("Numb or odd feeling between the legs")
            person.click("Continue")
            assert person.page == "result"
            assert person.app.runner.session is None

    def test_the_gentle_day_begins_and_the_day_waits(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_6)
            person.press(Enter)
            record = person.app.runner.record
            assert record is not None
            assert (record.kind, record.day) == (SessionKind.GENTLE, None)
            work = [s for s in record.session.script if s.kind is StepKind.WORK]
            assert {step.version for step in work} == {Version.EASIER}
            assert len(work) == 3
            person.follow()
            assert person.page == "pain"
            person.press(Key.Key_5)
            person.press(Enter)
            assert "You did a gentle day." in seen(person)
            assert person.app.journal.week().next_day == 1

    def test_what_has_not_settled_shows_the_signs_before_the_session(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            wants_the_day_anyway(person)
            assert person.app.runner.session is None
            person.have_no_signs()
            assert person.page == "player"
            assert person.session.step.version is Version.EASIER

    def test_a_number_is_kept_though_the_signs_after_it_are_an_emergency(
        self, tmp_path: Path
    ) -> None:
        with somebody(tmp_path, questions=True) as person:
            wants_the_day_anyway(person)
            has_an_emergency(person)
            assert person.app.runner.session is None
        assert before_numbers(tmp_path)[-1] == (False, 5)

    def test_a_number_is_kept_though_the_signs_after_it_are_left(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            wants_the_day_anyway(person)
            person.press(Escape)
            assert person.page == "day"
        assert before_numbers(tmp_path)[-1] == (False, 5)

    def test_a_number_kept_alone_goes_with_the_session_that_follows_after_all(
        self, tmp_path: Path
    ) -> None:
        with somebody(tmp_path, questions=True) as person:
            wants_the_day_anyway(person)
            has_an_emergency(person)
            person.click("Answer the check again")
            person.have_no_signs()
            record = person.app.runner.record
            assert record is not None
            assert person.app.diary.before_of(record.id) == 5
        assert before_numbers(tmp_path) == [(True, 3), (True, 5)]

    def test_the_week_again_is_a_new_round(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_2)
            person.press(Enter)
            person.follow()
            person.press(Key.Key_2)
            person.press(Enter)
            again(person, "2026-12-10")
            ready(person)
            person.press(Key.Key_2)
            person.press(Enter)
            record = person.app.runner.record
            assert record is not None
            assert (record.round, record.day) == (2, 1)
            assert person.app.diary.before_of(record.id) == 2

    def test_escape_before_goes_home_and_after_goes_on_without_a_number(
        self, tmp_path: Path
    ) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Escape)
            assert person.page == "day"
            ready(person)
            person.press(Key.Key_3)
            person.press(Enter)
            person.follow()
            assert person.page == "pain"
            person.press(Escape)
            assert person.page == "finish"
            assert "Pain, before and after" not in seen(person)
            person.press(Enter)
            QCoreApplication.processEvents()
            assert person.page == "day"

    def test_higher_after_is_said_on_the_last_page(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            ready(person)
            person.press(Key.Key_4)
            person.press(Enter)
            person.follow()
            person.press(Key.Key_7)
            person.press(Enter)
            assert {"4", "7", "3 points higher"} <= set(seen(person).split("\n"))
            assert "It may settle within a day." in seen(person)
