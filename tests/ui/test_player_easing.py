"""My pain is worse, in the player itself and in the whole app (safety.md 3, R4 to R6)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui import words
from backplan_gui.core.easing import Ease, Opens
from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import Asked, Light, Symptom
from backplan_gui.core.records import SessionKind, SessionRecord
from backplan_gui.core.rules import Kind
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.settings import Settings
from backplan_gui.core.switching import NewForm
from backplan_gui.store.store import Store
from backplan_gui.ui.pain_sheet import PainNowSheet
from backplan_gui.ui.player_controls import ControlBar
from backplan_gui.ui.player_easing import Eased
from backplan_gui.ui.player_sheets import PainSheet
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.sheet import OptionRow, Sheet
from tests.app import Person, somebody

from .fakes_player import CONTENT, Player
from .seeing import clipped, controls, press, settle, words_on

Key = Qt.Key
WORK, REST = StepKind.WORK, StepKind.REST
SAY, NEAR = "Say how it is", "Easier is one key away: E."
ALL = ["Easier version", "Fewer sets", "Skip this exercise", "Stop for today"]
LAST = ALL[2:]


class Sore(Player):
    """Somebody in the player who says that it is worse, and all that was told of it."""

    def __init__(
        self,
        qtbot: QtBot,
        before: int | None = 3,
        day: int = 1,
        only: str | None = None,
        *,
        gentle: bool = False,
        **more: object,
    ) -> None:
        super().__init__(qtbot, day, only, **more)  # type: ignore[arg-type]  # choices by name
        self.told: list[Eased] = []
        self.asked: list[str] = []
        self.ended: list[SessionRecord] = []
        easing = self.page.easing
        easing.told.connect(self.told.append)
        easing.emergency_asked.connect(lambda: self.asked.append("emergency"))
        self.page.signs_asked.connect(lambda: self.asked.append("signs"))
        self.runner.ended.connect(self.ended.append)
        self.page.open_session(before, gentle=gentle)
        self.reach(WORK, 5_000)

    def worse(self) -> list[str]:
        """Press P; what is offered."""
        self.key(Key.Key_P)
        return self.options

    def says(self, number: int, compared: str = "A lot more") -> list[str]:
        """Press P and say how it is; what is offered then, nothing if no sheet is left."""
        self.key(Key.Key_P)
        self.choose(SAY)
        assert isinstance(self.sheet, PainNowSheet)
        press(self.sheet, compared)
        settle()
        for digit in str(number):
            self.key(Key(Key.Key_0 + int(digit)))
        press(self.sheet, "Continue")
        settle()
        return self.options

    def feels(self, word: str) -> list[str]:
        """Press P and say in a word how it is."""
        self.key(Key.Key_P)
        self.choose(SAY)
        assert self.sheet is not None
        press(self.sheet, word)
        settle()
        return self.options

    def names(self, symptom: str) -> None:
        self.key(Key.Key_P)
        self.choose(SAY)
        assert self.sheet is not None
        press(self.sheet, symptom)
        settle()

    def choose(self, title: str) -> None:
        assert self.sheet is not None
        pressable = [*self.sheet.findChildren(OptionRow), *self.sheet.findChildren(Button)]
        (row,) = (w for w in pressable if w.text() == title)
        row.click()
        settle()

    @property
    def options(self) -> list[str]:
        """What the open sheet offers, in order."""
        sheet = self.sheet
        rows = sheet.findChildren(OptionRow) if isinstance(sheet, PainSheet) else []
        return [row.text() for row in rows]

    @property
    def status(self) -> str:
        (bar,) = self.page.findChildren(ControlBar)
        return bar.said

    def to_version(self, version: Version) -> None:
        exercise = CONTENT.exercises[self.session.step.exercise]
        assert self.runner.do(Command.VERSION, NewForm(exercise, version, Settings()))

    @property
    def work(self) -> list[tuple[str, int]]:
        """The sets that are done, on or to come."""
        return [(s.exercise, s.set_no) for s in self.session.script if s.kind is WORK]


Make = Callable[..., Sore]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Sore] = []

    def sore(*args: object, **more: object) -> Sore:
        made.append(Sore(qtbot, *args, **more))  # type: ignore[arg-type]  # as for the class
        return made[-1]

    yield sore
    for one in made:
        one.end()


# --- what is offered --------------------------------------------------------------------


def test_it_pauses_and_offers_easier_fewer_skip_and_stop_in_this_order(make: Make) -> None:
    sore = make()
    assert sore.worse() == ALL
    assert sore.session.phase is Phase.PAUSED
    assert isinstance(sore.sheet, PainSheet)
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    assert focused.text() == "Easier version"


def test_in_the_easier_version_easier_is_not_offered(make: Make) -> None:
    sore = make()
    sore.to_version(Version.EASIER)
    assert sore.worse() == ALL[1:]


def test_in_the_last_set_fewer_is_not_offered(make: Make) -> None:
    sore = make()
    while sore.session.step.set_no < 3:
        sore.reach(WORK, 2_000)
    assert sore.worse() == ["Easier version", *LAST]


def test_off_the_floor_the_version_on_the_floor_is_not_offered(make: Make) -> None:
    sore = make(3, 7, "plank")
    sore.to_version(Version.NO_FLOOR)
    assert sore.worse() == ["Fewer sets", *LAST]


def test_on_a_gentle_day_only_skip_and_stop_are_left(make: Make) -> None:
    assert make(6, gentle=True).worse() == LAST


def test_without_a_number_before_all_of_it_is_offered(make: Make) -> None:
    assert make(None).worse() == ALL


def test_the_warning_signs_are_one_key_away(make: Make) -> None:
    sore = make()
    sore.worse()
    sore.key(Key.Key_5)
    assert sore.asked == ["signs"]
    assert [eased.choice for eased in sore.told] == [None]


# --- what is chosen ---------------------------------------------------------------------


def test_fewer_sets_shorten_the_script_and_it_waits(make: Make) -> None:
    sore = make()
    before = len(sore.session.script)
    sore.worse()
    assert isinstance(sore.sheet, PainSheet)
    assert f"{words.sets_more(1)} Then go on to Cat-Cow Stretch." in words_on(sore.sheet)
    sore.choose("Fewer sets")
    assert len(sore.session.script) < before
    assert sore.work[:3] == [("childs-pose", 1), ("childs-pose", 2), ("cat-cow", 1)]
    assert sore.session.phase is Phase.PAUSED
    assert sore.session.elapsed == 5_000
    (eased,) = sore.told
    assert (eased.choice, eased.exercise) == (Ease.FEWER, "childs-pose")


def test_fewer_sets_of_two_make_this_one_the_last(make: Make) -> None:
    sore = make(3, 1, "cat-cow")
    sore.worse()
    assert isinstance(sore.sheet, PainSheet)
    assert "This set is the last one. " in words_on(sore.sheet)
    sore.choose("Fewer sets")
    assert sore.work == [("cat-cow", 1)]
    assert Command.FEWER not in sore.runner.allowed()


def test_skip_goes_to_the_next_exercise_and_stop_ends_the_day(make: Make) -> None:
    sore = make()
    sore.worse()
    sore.choose("Skip this exercise")
    assert sore.session.step.exercise == "cat-cow"
    assert sore.session.phase is Phase.PAUSED
    sore.worse()
    sore.choose("Stop for today")
    assert [record.session.phase for record in sore.ended] == [Phase.ABANDONED]
    assert [eased.choice for eased in sore.told] == [Ease.SKIP, Ease.STOP]


def test_easier_is_told_of_the_exercise_that_was_on(make: Make) -> None:
    sore = make()
    sore.worse()
    sore.choose("Easier version")
    (eased,) = sore.told
    assert (eased.exercise, eased.choice, eased.at.now) == ("childs-pose", Ease.EASIER, None)
    assert eased.during.fired is not None
    assert eased.during.fired.kind is Kind.EASE_OFF


# --- how it stands ----------------------------------------------------------------------


@pytest.mark.parametrize("day", range(1, 8))
def test_all_of_it_fits_the_default_window_at_every_exercise(make: Make, day: int) -> None:
    sore = make(3, day)
    for one in CONTENT.plan.day(day).exercises:
        while sore.session.step.exercise != one.exercise:
            assert sore.runner.do(Command.SKIP_EXERCISE)
        sore.worse()
        assert isinstance(sore.sheet, PainSheet)
        settle()
        assert sore.sheet._scroll.verticalScrollBar().maximum() == 0, one.exercise
        sore.key(Key.Key_Escape)


@pytest.mark.parametrize(
    ("size", "text"), [((880, 600), 100), ((1120, 760), 160), ((880, 600), 200)]
)
def test_where_it_does_not_fit_it_scrolls_and_tab_brings_the_last_button_into_sight(
    make: Make, size: tuple[int, int], text: int
) -> None:
    sore = make(size=size, text_size=text)
    sore.worse()
    assert isinstance(sore.sheet, PainSheet)
    settle()
    assert not clipped(sore.sheet)
    assert sore.sheet._scroll.verticalScrollBar().maximum() > 0
    assert sore.sheet._scroll.horizontalScrollBar().maximum() == 0
    last = controls(sore.sheet)["Pressed by mistake, go back"]
    for _ in range(10):
        if QApplication.focusWidget() is last:
            break
        QTest.keyClick(QApplication.focusWidget() or sore.sheet, Key.Key_Tab)
    settle()
    assert QApplication.focusWidget() is last
    assert last.visibleRegion().boundingRect() == last.rect()


# --- pressed by mistake -----------------------------------------------------------------


def test_pressed_by_mistake_nothing_has_changed_and_nothing_is_told(make: Make) -> None:
    sore = make()
    before = sore.session
    sore.worse()
    press(sore.sheet or sore.window, "Pressed by mistake, go back")
    assert sore.sheet is None
    after = sore.session
    assert (after.script, after.index, after.elapsed) == (
        before.script,
        before.index,
        before.elapsed,
    )
    assert sore.told == []
    sore.key(Key.Key_Space)
    assert sore.session.phase is Phase.RESUMING


def test_a_number_that_was_said_is_told_though_nothing_was_chosen(make: Make) -> None:
    sore = make()
    assert sore.says(6) == ALL
    sore.key(Key.Key_Escape)
    (eased,) = sore.told
    assert (eased.at.now, eased.choice) == (6, None)
    assert sore.session.phase is Phase.PAUSED


def test_the_question_can_be_left_without_an_answer(make: Make) -> None:
    sore = make()
    sore.worse()
    sore.choose(SAY)
    sore.key(Key.Key_Escape)
    assert sore.sheet is None
    assert sore.told == []


# --- a number ---------------------------------------------------------------------------


def test_8_and_more_leave_only_skip_and_stop_with_stop_in_hand(make: Make) -> None:
    sore = make()
    assert sore.says(8) == LAST
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    assert focused.text() == "Stop for today"
    sore.choose("Skip this exercise")
    (eased,) = sore.told
    assert (eased.at.before, eased.at.now, eased.choice) == (3, 8, Ease.SKIP)
    assert eased.during.light is Light.RED


def test_after_a_number_it_is_not_asked_again(make: Make) -> None:
    sore = make()
    sore.says(6)
    assert isinstance(sore.sheet, PainSheet)
    assert SAY not in [button.text() for button in sore.sheet.findChildren(Button)]


def test_amber_goes_on_and_says_that_easier_is_near(make: Make) -> None:
    sore = make(4)
    assert sore.says(5, "A little more") == []
    assert sore.session.phase is Phase.RESUMING
    assert sore.status == NEAR
    (eased,) = sore.told
    assert (eased.at.now, eased.choice, eased.during.light) == (5, Ease.CARRY_ON, Light.AMBER)


def test_amber_while_paused_stays_paused(make: Make) -> None:
    sore = make(4)
    sore.key(Key.Key_Space)
    sore.says(5, "A little more")
    assert sore.session.phase is Phase.PAUSED


def test_amber_in_the_easier_version_does_not_say_that_easier_is_near(make: Make) -> None:
    sore = make(4)
    sore.to_version(Version.EASIER)
    sore.says(5, "A little more")
    assert sore.status != NEAR
    assert [eased.choice for eased in sore.told] == [Ease.CARRY_ON]


@pytest.mark.parametrize(("word", "number"), [("Less", 2), ("The same", 3)])
def test_less_or_the_same_goes_on_without_a_word(make: Make, word: str, number: int) -> None:
    sore = make()
    assert sore.feels(word) == []
    assert sore.session.phase is Phase.RESUMING
    assert sore.status != NEAR
    (eased,) = sore.told
    assert (eased.at.now, eased.during.fired) == (number, None)


def test_a_lot_more_without_a_number_is_at_least_two_more(make: Make) -> None:
    sore = make()
    sore.key(Key.Key_P)
    sore.choose(SAY)
    assert sore.sheet is not None
    press(sore.sheet, "A lot more")
    settle()
    press(sore.sheet, "Prefer not to say")
    settle()
    assert sore.options == ALL
    sore.choose("Easier version")
    assert [eased.at.now for eased in sore.told] == [5]


def test_who_said_no_number_before_is_asked_none_and_has_symptoms_and_all_ways(
    make: Make,
) -> None:
    """R17: nothing follows from a number then, so it is not asked."""
    sore = make(None)
    assert sore.worse() == ALL
    sore.choose(SAY)
    assert isinstance(sore.sheet, PainNowSheet)
    pressable = set(controls(sore.sheet))
    assert pressable == {*SYMPTOMS, "None of these", "Not now, go back", "Close"}
    sore.key(Key.Key_6)
    assert isinstance(sore.sheet, PainNowSheet)
    sore.key(Key.Key_1)
    assert sore.options == ALL
    assert SAY not in controls(sore.sheet)
    sore.choose("Fewer sets")
    (eased,) = sore.told
    assert (eased.at.now, eased.choice) == (None, Ease.FEWER)


def test_without_a_number_before_a_symptom_still_ends_the_exercise(make: Make) -> None:
    sore = make(None)
    sore.names("Weak")
    (eased,) = sore.told
    assert eased.during.excludes
    assert sore.session.step.exercise == "cat-cow"


# --- easier was not enough (R5) ---------------------------------------------------------


def to_easier(sore: Sore) -> None:
    sore.key(Key.Key_E)
    assert sore.session.step.version is Version.EASIER


def test_red_after_changing_to_easier_ends_the_exercise_and_the_second_one_the_day(
    make: Make,
) -> None:
    sore = make()
    to_easier(sore)
    assert sore.says(6) == LAST
    assert QApplication.focusWidget() in sore.window.findChildren(OptionRow)
    sore.choose("Skip this exercise")
    assert sore.session.step.exercise == "cat-cow"
    sore.key(Key.Key_Space)
    sore.reach(WORK, 5_000)
    to_easier(sore)
    sore.says(6)
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    assert focused.text() == "Stop for today"
    sore.choose("Stop for today")
    fired = [eased.during.fired.kind for eased in sore.told if eased.during.fired is not None]
    assert fired == [Kind.EXERCISE_ENDED, Kind.ENOUGH_TODAY]


def test_coming_back_from_the_signs_forgets_none_of_it(make: Make) -> None:
    sore = make()
    to_easier(sore)
    sore.page.open_session(3)
    sore.says(6)
    sore.choose("Skip this exercise")
    sore.page.open_session(3)
    sore.key(Key.Key_Space)
    sore.reach(WORK, 5_000)
    to_easier(sore)
    sore.says(6)
    sore.choose("Skip this exercise")
    fired = [eased.during.fired.kind for eased in sore.told if eased.during.fired is not None]
    assert fired == [Kind.EXERCISE_ENDED, Kind.ENOUGH_TODAY]


def test_who_began_easier_is_offered_the_rest_and_nothing_has_ended(make: Make) -> None:
    sore = make()
    sore.to_version(Version.EASIER)
    assert sore.says(6) == ALL[1:]
    sore.choose("Skip this exercise")
    (eased,) = sore.told
    assert not eased.during.ends_exercise


def test_another_session_begins_afresh(make: Make) -> None:
    sore = make()
    to_easier(sore)
    sore.says(6)
    sore.choose("Stop for today")
    sore.runner.begin(
        SessionRecord(
            "t", "seven-days", 1, 1, "2026-11-24T11:30:00Z", "2026-11-24", 60,
            type(sore.ended[0].session)(sore.ended[0].session.script[:6]),
        )
    )  # fmt: skip
    sore.page.open_session(3)
    sore.reach(WORK, 5_000)
    sore.says(6)
    sore.key(Key.Key_Escape)
    assert sore.told[-1].at.ended == 0
    assert not sore.told[-1].during.ends_exercise


# --- symptoms (R6) ----------------------------------------------------------------------

SYMPTOMS = {
    "Sharp and sudden": Symptom.SHARP,
    "Spreading down a leg": Symptom.SPREADING,
    "Tingling or numb": Symptom.TINGLING,
    "Weak": Symptom.WEAK,
    "Dizzy": Symptom.DIZZY,
    "Chest or breath": Symptom.CHEST,
}
LEGS = (Symptom.SPREADING, Symptom.TINGLING, Symptom.WEAK)


@pytest.mark.parametrize(("said", "symptom"), SYMPTOMS.items())
def test_a_symptom_ends_the_exercise_and_opens_what_it_must(
    make: Make, said: str, symptom: Symptom
) -> None:
    sore = make()
    sore.names(said)
    (eased,) = sore.told
    assert (eased.at.symptom, eased.exercise) == (symptom, "childs-pose")
    assert eased.during.excludes is (symptom in LEGS)
    if symptom is Symptom.DIZZY:
        assert sore.sheet is not None
        assert "Lie or sit down." in words_on(sore.sheet)
        sore.sheet.dismiss()
    assert sore.sheet is None
    if symptom in (Symptom.DIZZY, Symptom.CHEST):
        assert [record.session.phase for record in sore.ended] == [Phase.ABANDONED]
        assert sore.runner.session is None
    else:
        assert (sore.session.step.exercise, sore.session.phase) == ("cat-cow", Phase.PAUSED)
        assert bool(sore.session.left_out) is (symptom in LEGS)
    opened = "emergency" if eased.during.opens is Opens.EMERGENCY else "signs"
    assert sore.asked == [opened]
    assert (opened == "emergency") is (symptom is Symptom.CHEST)


def test_in_the_last_exercise_a_symptom_ends_the_session(make: Make) -> None:
    sore = make(3, 1, "cat-cow")
    sore.names("Spreading down a leg")
    assert [record.session.phase for record in sore.ended] == [Phase.FINISHED]
    assert sore.asked == ["signs"]


def test_in_the_rest_it_is_the_exercise_before_that_hurt(make: Make) -> None:
    sore = make()
    while sore.session.step.kind is not REST or sore.session.step.exercise != "cat-cow":
        sore.reach(REST, 2_000)
    sore.names("Spreading down a leg")
    (eased,) = sore.told
    assert eased.exercise == "childs-pose"
    assert (sore.session.step.exercise, sore.session.step.kind) == ("cat-cow", REST)
    assert sore.asked == ["signs"]


def test_in_the_rest_between_two_sets_the_exercise_is_on(make: Make) -> None:
    sore = make()
    sore.reach(REST, 2_000)
    assert sore.session.step.exercise == "childs-pose"
    sore.names("Weak")
    assert [eased.exercise for eased in sore.told] == ["childs-pose"]
    assert sore.session.step.exercise == "cat-cow"


# --- in the whole app -------------------------------------------------------------------


def under_way(person: Person, number: Key = Key.Key_3) -> None:
    """Somebody who said a number, and is in the first set."""
    person.press(Key.Key_Return)
    if person.page == "signs":
        person.have_no_signs()
    person.press(number)
    person.press(Key.Key_Return)
    assert person.page == "player"
    while person.session.step.kind is not WORK:
        person.wait(1_500)


def click_row(person: Person, title: str) -> None:
    (sheet,) = (s for s in person.app.window.findChildren(Sheet) if s.isVisible())
    rows = [*sheet.findChildren(OptionRow), *sheet.findChildren(Button)]
    (row,) = (r for r in rows if title in (r.text(), r.accessibleName()))
    row.click()
    QApplication.processEvents()


def says(person: Person, *titles: str) -> None:
    person.click("My pain is worse")
    for title in titles:
        click_row(person, title)


def seen(person: Person) -> str:
    labels = person.app.window.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.mark.usefixtures("qapp")
class TestInTheApp:
    def test_spreading_ends_the_exercise_leaves_it_out_and_opens_the_signs(
        self, tmp_path: Path
    ) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person)
            says(person, SAY, "Spreading down a leg")
            assert person.page == "signs"
            journal, diary = person.app.journal, person.app.diary
            assert diary.excluded(1) == {"childs-pose"}
            assert "childs-pose" not in {one.exercise for one in journal.wanted_sets(1)}
            person.have_no_signs()
            assert person.page == "player"
            assert person.session.step.exercise == "cat-cow"
            assert person.session.phase is Phase.PAUSED
            (line,) = diary.log()
            name = CONTENT.text("childs-pose").name
            assert line.line == (
                f"Day 1, {name}: pain 3; spreading down a leg. Went on to the next exercise."
            )
            person.press(Key.Key_Space)
            person.follow()
            assert journal.week().next_day == 2, "the day is done without it"

    def test_chest_shows_the_emergency_page_and_no_timer_runs(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person)
            says(person, SAY, "Chest or breath")
            assert person.page == "result"
            assert "Please do not exercise now." in seen(person)
            assert person.app.runner.session is None
            assert not person.app.journal.may_exercise
        with somebody(tmp_path, questions=True) as person:
            person.press(Key.Key_Return)
            assert person.page == "signs", "only another answer leads on"

    def test_dizzy_ends_the_day_and_asks_for_the_signs(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person)
            says(person, SAY, "Dizzy")
            person.click("Next")
            assert person.page == "signs"
            assert person.app.runner.session is None
            person.have_no_signs()
            assert person.page == "pain"

    def test_e_does_not_lead_from_off_the_floor_down_to_it(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person)
            tilts = CONTENT.exercises["pelvic-tilts"]
            while person.session.step.exercise != tilts.id:
                person.app.runner.do(Command.SKIP)
            new = NewForm(tilts, Version.NO_FLOOR, person.app.journal.settings)
            person.app.runner.do(Command.VERSION, new)
            person.press(Key.Key_E)
            assert person.session.step.version is Version.NO_FLOOR
            assert "This is the way off the floor. V: other ways." in words_on(person.app.window)

    def test_what_was_said_and_chosen_is_kept(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person)
            says(person, SAY, "A lot more")
            person.press(Key.Key_6)
            click_row(person, "Continue")
            click_row(person, "Easier version")
            assert person.session.step.version is Version.EASIER
            with Store.open(tmp_path / "backplan.sqlite") as store:
                during = [c.pain for c in store.check_ins() if c.asked is Asked.DURING]
                assert during == [6]
                (line,) = store.log()
            assert line.rule == "R4"
            assert line.line.endswith("pain 3, then 6. Took the easier version.")

    def test_a_gentle_day_knows_that_it_is_one(self, tmp_path: Path) -> None:
        with somebody(tmp_path, questions=True) as person:
            under_way(person, Key.Key_6)
            record = person.app.runner.record
            assert record is not None
            assert record.kind is SessionKind.GENTLE
            person.click("My pain is worse")
            (sheet,) = (s for s in person.app.window.findChildren(Sheet) if s.isVisible())
            rows = [row.text() for row in sheet.findChildren(OptionRow)]
            assert rows == [*LAST]
            sheet.dismiss()
