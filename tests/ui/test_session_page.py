"""A session that is opened tells all of it in plain words, and offers what may be changed."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.opened import Fate, OpenedExercise, OpenedSession, OpenedSet
from backplan_gui.core.pain import Asked, CheckIn, LogLine, Settled
from backplan_gui.core.plan import Side
from backplan_gui.core.records import SessionKind, Unit
from backplan_gui.core.schedule import DayStanding, DayState
from backplan_gui.core.session import Phase
from backplan_gui.core.timing import Fault, Timing
from backplan_gui.ui import session_words as said
from backplan_gui.ui.session_page import SessionPage
from backplan_gui.ui.session_parts import SetRow
from backplan_gui.ui.session_remove_sheet import SessionRemoveSheet
from backplan_gui.ui.session_time_sheet import SessionTimeSheet
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.field import NoteField
from backplan_gui.ui.widgets.label import Label

from .seeing import clipped, controls, grow, press, settle, show, tab_order, words_on

AT, DATE = "2026-06-05T08:30:00Z", "2026-06-05"
LINE = "Day 4, Side Plank: pain 4, then 6. Took the easier version."
DONE, OPEN = (
    DayStanding(4, DayState.DONE, 6, 6, DATE),
    DayStanding(4, DayState.STARTED, 5, 6),
)
CHANGES = {"Correct the time", "Remove this session", "Count as open"}


def one(
    set_no: int,
    side: Side | None,
    fate: Fate = Fate.DONE,
    *,
    actual: int = 10,
    why: str = "",
    unit: Unit = Unit.REPS,
    version: Version = Version.STANDARD,
) -> OpenedSet:
    return OpenedSet(set_no, side, 10, actual, unit, version, fate, why)


def answer(asked: Asked, pain: int | None, **more: Any) -> CheckIn:
    return CheckIn(str(asked), "id", AT, DATE, asked, pain, **more)


EXERCISES = (
    OpenedExercise(1, "bird-dog", tuple(one(n, side) for n in (1, 2) for side in Side)),
    OpenedExercise(
        2,
        "side-plank",
        (
            one(1, Side.LEFT, Fate.PART, actual=3, unit=Unit.SECONDS),
            one(1, Side.RIGHT, unit=Unit.SECONDS, version=Version.EASIER),
            one(2, Side.LEFT, Fate.SKIPPED, actual=0, why="Took the easier version."),
            one(2, Side.RIGHT, Fate.LEFT_OUT, actual=0, why="Took the easier version."),
        ),
    ),
    OpenedExercise(
        3, "seated-rows", tuple(one(n, None, Fate.NOT_REACHED, actual=0) for n in (1, 2))
    ),
)
SESSION = OpenedSession(
    "id",
    "seven-days",
    SessionKind.PLAN,
    4,
    1,
    AT,
    DATE,
    120,
    Phase.ABANDONED,
    is_unfinished=False,
    length_ms=1_022_000,
    planned_ms=1_040_000,
    exercises=EXERCISES,
    before=answer(Asked.BEFORE, 4),
    during=(answer(Asked.DURING, 6), answer(Asked.DURING, 5)),
    after=answer(Asked.AFTER, 2),
    log=(LogLine("1", "id", AT, DATE, "R4", LINE),),
    note="Left hip tight",
)


def like(**other: Any) -> OpenedSession:
    return msgspec.structs.replace(SESSION, **other)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> SessionPage:
    page = SessionPage(theme, content)
    page.show_session(SESSION, "10:30", DONE)
    show(qtbot, page, 824, 760)
    return page


def rows(page: SessionPage) -> list[list[str]]:
    """The lines of the table, as they are in sight."""
    return [words_on(row) for row in page.findChildren(SetRow) if row.isVisible()]


# --- what it tells -----------------------------------------------------------------------


def test_it_says_when_it_was_and_what_it_came_to(page: SessionPage) -> None:
    told = words_on(page)
    assert {"Friday, 5 June 2026, 10:30", "Day 4, Build strength"} <= set(told)
    assert {"17:02 · 17:20 planned", "2 of 6 sets", "Stopped before the end"} <= set(told)
    assert page.accessibleName() == "Day 4, Build strength"


def test_every_set_stands_there_with_side_planned_done_and_version(page: SessionPage) -> None:
    assert rows(page) == [
        ["1", "Left leg", "10 reps", "10 reps", "Standard"],
        ["1", "Right leg", "10 reps", "10 reps", "Standard"],
        ["2", "Left leg", "10 reps", "10 reps", "Standard"],
        ["2", "Right leg", "10 reps", "10 reps", "Standard"],
        ["1", "Left side", "10 s", "3 s", "Standard", "Ended early."],
        ["1", "Right side", "10 s", "10 s", "Easier"],
        ["2", "Left side", "10 reps", "Skipped", "Standard"],
        ["2", "Right side", "10 reps", "Left out", "Standard", "Took the easier version."],
        ["1", "10 reps", "Not begun", "Standard"],
        ["2", "10 reps", "Not begun", "Standard", "The session ended before it."],
    ]
    assert {"Bird Dog", "Side Plank"} <= set(words_on(page))


def test_a_screen_reader_hears_a_set_as_one_sentence(page: SessionPage) -> None:
    names = [row.accessibleName() for row in page.findChildren(SetRow)]
    assert names[4] == ("Set 1 · Left side · 10 s planned · 3 s done · Standard. Ended early.")


def test_where_there_is_little_room_a_set_is_one_line(
    qtbot: QtBot, theme: Theme, page: SessionPage
) -> None:
    grow(theme, 160)
    assert rows(page)[0] == ["Set 1 · Left leg · 10 reps planned · 10 reps done · Standard"]
    grow(theme, 100)
    assert rows(page)[0][0] == "1"


def test_pain_is_told_before_during_and_after(page: SessionPage) -> None:
    told = words_on(page)
    start = told.index("Pain")
    assert told[start + 1 : start + 8] == [
        "Before", "4", "During", "6, 5", "After", "2", "2 points lower"
    ]  # fmt: skip


def test_the_lines_of_the_log_stand_as_they_were_written(page: SessionPage) -> None:
    assert LINE in words_on(page)
    page.show_session(like(log=()), "10:30", DONE)
    assert "What happened" not in words_on(page)


def test_it_may_be_told_twice(page: SessionPage) -> None:
    before = words_on(page)
    page.show_session(SESSION, "10:30", DONE)
    settle()
    assert words_on(page) == before


@pytest.mark.parametrize(
    ("other", "title"),
    [
        ({"kind": SessionKind.GENTLE, "day": None}, "Gentle day"),
        (
            {"kind": SessionKind.PRACTICE, "day": None, "exercises": EXERCISES[:1]},
            "Practice, Bird Dog",
        ),
        ({"day": 9}, "Day 9"),
    ],
)
def test_every_kind_of_session_has_its_name(
    content: Content, other: dict[str, Any], title: str
) -> None:
    assert said.title(like(**other), content) == title


def test_what_no_plan_has_any_more_is_told_all_the_same(content: Content) -> None:
    assert said.exercise_name("headstand", content) == "headstand"
    assert said.side_said(Side.LEFT, "headstand", content) == "Left"


@pytest.mark.parametrize(
    ("other", "ending"),
    [
        ({"phase": Phase.FINISHED}, "All the way through"),
        ({}, "Stopped before the end"),
        ({"is_unfinished": True}, "Not finished yet"),
        ({"planned_ms": 0}, "Outside, told afterwards"),
    ],
)
def test_how_it_went_blames_nobody(page: SessionPage, other: dict[str, Any], ending: str) -> None:
    page.show_session(like(**other), "10:30")
    assert ending in words_on(page)


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        (DONE, "Day 4 is done."),
        (OPEN, "Day 4 is open, with 5 of 6 sets done."),
        (DayStanding(4, DayState.SKIPPED, 0, 6), "Day 4 is open."),
        (
            msgspec.structs.replace(DONE, by_hand=True),
            "Day 4 is done. You counted it as done.",
        ),
        (DayStanding(5, DayState.STARTED, 1, 3), "Day 5 is open, with 1 of 3 parts done."),
    ],
)
def test_how_the_day_stands_is_said(page: SessionPage, standing: DayStanding, line: str) -> None:
    page.show_session(SESSION, "10:30", standing)
    assert line in words_on(page)


@pytest.mark.parametrize(
    ("count", "unit", "text"),
    [
        (1, Unit.REPS, "1 rep"),
        (119, Unit.SECONDS, "119 s"),
        (1500, Unit.SECONDS, "25 min"),
        (1503, Unit.SECONDS, "25:03"),
    ],
)
@pytest.mark.usefixtures("theme", "page")
def test_an_amount_is_said_as_it_is_read_best(count: int, unit: Unit, text: str) -> None:
    assert said.amount(count, unit) == text


def test_why_a_set_is_not_whole_is_always_said() -> None:
    less = one(1, None, actual=6)
    assert said.why_said(less, unfinished=False) == "A little less, and it counts."
    assert said.why_said(one(1, None), unfinished=False) == ""
    gone = one(1, None, Fate.SKIPPED, actual=0)
    assert said.why_said(gone, unfinished=False) == "You went on without it."
    later = one(1, None, Fate.NOT_REACHED, actual=0)
    assert said.why_said(later, unfinished=True) == ""


def test_what_else_was_said_about_pain_is_told() -> None:
    before = answer(Asked.BEFORE, None, legs=True, settled=Settled.NO, medicine=True, ache=True)
    session = like(before=before, during=(), after=answer(Asked.AFTER, 5, ache=True))
    assert said.pain_facts(session) == [("Before", "Not said"), ("After", "5")]
    assert said.pain_lines(session) == [
        "Extra pain from last time had not settled.",
        "Before: the ordinary ache of muscles.",
        "Took pain relief before.",
        "Something new in the legs.",
        "After: the ordinary ache of muscles.",
    ]
    settled = like(before=answer(Asked.BEFORE, 3, settled=Settled.YES), after=None)
    assert said.pain_facts(settled)[-1] == ("After", "Not asked")
    under_way = msgspec.structs.replace(settled, is_unfinished=True)
    assert said.pain_facts(under_way)[-1] == ("After", "Not yet")
    assert said.pain_lines(settled) == ["Extra pain from last time had settled."]


# --- what may be changed -----------------------------------------------------------------


def test_tab_goes_down_the_page(page: SessionPage) -> None:
    page.first_focus.setFocus()
    assert tab_order(page, 4) == [
        "Correct the time",
        "Count as open",
        "Note for yourself",
        "Remove this session",
    ]


def test_the_ways_lead_where_they_say(qtbot: QtBot, page: SessionPage) -> None:
    for name, signal in (
        ("Back", page.back_asked),
        ("Correct the time", page.time_asked),
        ("Remove this session", page.remove_asked),
    ):
        with qtbot.waitSignal(signal):
            press(page, name)


@pytest.mark.parametrize(
    ("standing", "name", "done"), [(DONE, "Count as open", False), (OPEN, "Count as done", True)]
)
def test_the_day_is_counted_by_hand_or_not(
    qtbot: QtBot, page: SessionPage, standing: DayStanding, name: str, done: bool
) -> None:
    page.show_session(SESSION, "10:30", standing)
    with qtbot.waitSignal(page.mark_asked) as asked:
        press(page, name)
    assert asked.args == [4, done]


def test_a_day_of_another_round_is_not_counted_from_here(page: SessionPage) -> None:
    page.show_session(SESSION, "10:30", None)
    assert set(controls(page)) & CHANGES == {"Correct the time", "Remove this session"}


def test_nothing_is_changed_of_a_session_that_is_not_finished(page: SessionPage) -> None:
    page.show_session(like(is_unfinished=True), "10:30", OPEN)
    assert not set(controls(page)) & {*CHANGES, "Count as done"}
    assert "This session is not finished. When it is, it can be changed here." in words_on(page)
    page.show_session(SESSION, "10:30", DONE)
    assert set(controls(page)) >= CHANGES


class TestNote:
    @pytest.fixture
    def told(self, page: SessionPage) -> list[str]:
        told: list[str] = []
        page.note_written.connect(told.append)
        return told

    @pytest.fixture
    def note(self, page: SessionPage) -> NoteField:
        (note,) = page.findChildren(NoteField)
        return note

    def test_it_is_there_to_be_written_on(self, note: NoteField) -> None:
        assert note.toPlainText() == "Left hip tight"

    def test_it_is_told_once_when_the_person_goes_on(
        self, page: SessionPage, note: NoteField, told: list[str]
    ) -> None:
        note.setFocus()
        QTest.keyClicks(note, "Well. ")
        assert told == []
        page.first_focus.setFocus()
        page.hide()
        assert told == ["Well. Left hip tight"]

    def test_it_is_told_before_the_page_is_left(
        self, page: SessionPage, note: NoteField, told: list[str]
    ) -> None:
        heard: list[str] = []
        page.note_written.connect(heard.append)
        page.back_asked.connect(lambda: heard.append("back"))
        note.setPlainText("Better")
        press(page, "Back")
        assert heard == ["Better", "back"]

    def test_what_is_being_written_outlasts_another_look(
        self, page: SessionPage, note: NoteField, told: list[str]
    ) -> None:
        note.setPlainText("Half a sen")
        page.show_session(SESSION, "10:30", DONE)
        assert note.toPlainText() == "Half a sen"
        page.show_session(like(note="Taken back"), "10:30", DONE)
        assert (note.toPlainText(), told) == ("Taken back", [])


# --- the page in its window --------------------------------------------------------------


@pytest.mark.parametrize("per_cent", [90, 100, 160, 200])
@pytest.mark.parametrize("size", [(584, 600), (824, 760)])
def test_nothing_is_clipped(
    theme: Theme, page: SessionPage, per_cent: int, size: tuple[int, int]
) -> None:
    page.set_compact(size[0] < 800)
    page.resize(*size)
    grow(theme, per_cent)
    assert clipped(page) == []
    (scroll,) = [s for s in page.findChildren(QScrollArea) if not isinstance(s, NoteField)]
    assert scroll.horizontalScrollBar().maximum() == 0


def test_the_arrow_keys_scroll_the_table(page: SessionPage) -> None:
    (scroll,) = page.findChildren(QScrollArea)
    page.first_focus.setFocus()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    page.to_top()
    assert scroll.verticalScrollBar().value() == 0


# --- the sheets --------------------------------------------------------------------------

TIMING = Timing("2026-11-24T09:30:12Z", "2026-11-24", 60, "2026-11-24T09:45:00Z", 700_000)
NOW, TODAY = "2026-11-24T12:00:00Z", "2026-11-24"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    show(qtbot, window)
    return window


class TestTime:
    @pytest.fixture
    def sheet(self, theme: Theme, window: QWidget) -> SessionTimeSheet:
        return SessionTimeSheet(theme, window, TIMING, now=NOW, today=TODAY)

    @pytest.fixture
    def told(self, sheet: SessionTimeSheet) -> list[Timing]:
        told: list[Timing] = []
        sheet.corrected.connect(told.append)
        return told

    def test_it_begins_with_what_is_kept(self, sheet: SessionTimeSheet) -> None:
        shown = words_on(sheet)
        assert {"24", "Nov", "2026", "10", ":30", "12 min"} <= set(shown)
        assert "Tuesday, 24 November 2026, 10:30" in shown

    def test_date_time_and_minutes_are_told_together(
        self, sheet: SessionTimeSheet, told: list[Timing]
    ) -> None:
        press(sheet, "A day earlier")
        press(sheet, "An hour earlier")
        press(sheet, "Session: more time")
        assert "Monday, 23 November 2026, 09:30" in words_on(sheet)
        press(sheet, "Keep this time")
        (timing,) = told
        assert (timing.local_date, timing.begun[:16]) == ("2026-11-23", "2026-11-23T08:30")
        assert timing.minutes == 13

    def test_what_was_not_changed_is_not_told(
        self, sheet: SessionTimeSheet, told: list[Timing]
    ) -> None:
        press(sheet, "A day earlier")
        press(sheet, "A day later")
        QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)
        assert told == []

    def test_enter_keeps_it_and_the_same_is_no_change(
        self, sheet: SessionTimeSheet, told: list[Timing]
    ) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        assert (told, sheet.isVisible()) == ([], False)

    def test_what_cannot_be_says_why_and_stays_open(
        self, sheet: SessionTimeSheet, told: list[Timing]
    ) -> None:
        for _ in range(3):
            press(sheet, "An hour later")
        assert "That has not come yet." in words_on(sheet)
        press(sheet, "Keep this time")
        assert (told, sheet.isVisible()) == ([], True)
        press(sheet, "An hour earlier")
        press(sheet, "Keep this time")
        assert [one.begun[:16] for one in told] == ["2026-11-24T11:30"]

    def test_it_goes_no_further_than_today_and_back_to_2000(
        self, theme: Theme, window: QWidget
    ) -> None:
        old = msgspec.structs.replace(TIMING, begun="2000-01-01T09:30:00Z", local_date="2000-01-01")
        sheet = SessionTimeSheet(theme, window, old, now=NOW, today=TODAY)
        assert {"A day later", "A year later"} <= set(controls(sheet))
        assert not {"A day earlier", "A year earlier"} & set(controls(sheet))
        sheet.dismiss()

    def test_a_walk_has_an_hour_at_most(self, theme: Theme, window: QWidget) -> None:
        walk = msgspec.structs.replace(TIMING, length_ms=60 * 60_000)
        sheet = SessionTimeSheet(theme, window, walk, now=NOW, today=TODAY, outside=True)
        assert "Session: more time" not in controls(sheet)
        sheet.dismiss()

    @pytest.mark.parametrize("per_cent", [100, 200])
    def test_nothing_is_clipped(self, theme: Theme, sheet: SessionTimeSheet, per_cent: int) -> None:
        grow(theme, per_cent)
        sheet.place()
        settle()
        assert clipped(sheet) == []


@pytest.mark.usefixtures("theme")
def test_a_fault_is_one_plain_sentence() -> None:
    found = [
        said.fault_said(fault, outside=outside) for fault in Fault for outside in (True, False)
    ]
    assert found == [
        "That has not come yet.",
        "That has not come yet.",
        "That is before the year 2000.",
        "That is before the year 2000.",
        "The longest is 60 minutes.",
        "The longest is 1440 minutes.",
    ]


class TestRemoving:
    @pytest.fixture
    def sheet(self, theme: Theme, window: QWidget) -> SessionRemoveSheet:
        goes = said.goes(6, 2, 0)
        return SessionRemoveSheet(theme, window, goes, "Day 4 will be open again.")

    @pytest.fixture
    def told(self, sheet: SessionRemoveSheet) -> list[bool]:
        told: list[bool] = []
        sheet.remove_asked.connect(told.append)
        return told

    def test_it_says_what_goes_and_what_becomes_of_the_day(self, sheet: SessionRemoveSheet) -> None:
        assert "6 sets · 2 answers about pain\nDay 4 will be open again." in words_on(sheet)

    def test_a_yes_leaves_the_backups_alone(
        self, sheet: SessionRemoveSheet, told: list[bool]
    ) -> None:
        press(sheet, "Remove it")
        assert told == [False]

    def test_from_the_backups_too_only_with_the_tick(
        self, sheet: SessionRemoveSheet, told: list[bool]
    ) -> None:
        press(sheet, "Also from the backups; that cannot be undone")
        press(sheet, "Remove it")
        assert told == [True]

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    def test_no_key_removes_by_itself(
        self, sheet: SessionRemoveSheet, told: list[bool], key: Qt.Key
    ) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        assert (told, sheet.isVisible()) == ([], False)

    @pytest.mark.parametrize("per_cent", [100, 200])
    def test_nothing_is_clipped(
        self, theme: Theme, sheet: SessionRemoveSheet, per_cent: int
    ) -> None:
        grow(theme, per_cent)
        sheet.place()
        settle()
        assert clipped(sheet) == []


def test_what_was_done_stands_in_one_line_with_its_heading(page: SessionPage) -> None:
    """A check hangs before it, so that a set without one is not out of line."""
    named = [label for label in page.findChildren(Label) if label.isVisible()]
    lefts = {
        word: {label.mapTo(page, QPoint()).x() for label in named if label.text() == word}
        for word in ("10 reps", "Done", "3 s", "Skipped", "Left out")
    }
    done = lefts.pop("10 reps") & lefts["Done"]
    assert len(done) == 1
    assert all(found == done for found in lefts.values())


def test_the_columns_go_apart_where_there_is_room(qtbot: QtBot, page: SessionPage) -> None:
    def version() -> int:
        settle()
        heads = (label for label in page.findChildren(Label) if label.text() == "Version")
        return next(heads).mapTo(page, QPoint()).x()

    before = version()
    page.resize(1024, 760)
    assert version() > before + 50
