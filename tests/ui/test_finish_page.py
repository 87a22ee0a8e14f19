"""The end of a session (PRODUCT.md 2.6, design-system.md section 13)."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui import words
from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.finish import FinishView
from backplan_gui.core.pain import change_said
from backplan_gui.core.rules import Kind, Note
from backplan_gui.core.schedule import DayState
from backplan_gui.ui.finish_page import FinishPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.field import NoteField
from backplan_gui.ui.widgets.finish_blocks import PainCard, StatCard
from backplan_gui.ui.widgets.spine_picture import SpinePicture

from .seeing import clipped, controls, grow, press, settle, show, words_on

DONE, COMING = DayState.DONE, DayState.COMING
WAYS_ON = {"Continue", "Do it again", "Count it as done"}
CALENDAR = "Add to my calendar"
KNOWN = {"Done", "Warning signs", "Note for yourself", CALENDAR, *WAYS_ON}


def view(**fields: Any) -> FinishView:
    """Day 1 done as planned, but for some fields."""
    given: dict[str, Any] = {
        "day": 1,
        "states": (DONE, *[COMING] * 6),
        "sets_done": 7,
        "sets": 7,
        "guided_ms": 730_000,
        "planned_ms": 701_000,
        "done": True,
        "next_day": 2,
        "next_minutes": (18, 18),
    }
    return FinishView(**(given | fields))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> FinishPage:
    page = FinishPage(theme, content, SpinePicture(theme))
    page.show_finish(view())
    show(qtbot, page)
    return page


def test_what_is_left_out_is_said(page: FinishPage) -> None:
    page.show_finish(view(left_out=("childs-pose",), said=(Note(Kind.UP),)))
    read = " ".join(words_on(page))
    assert "Next time the easier versions come first. Child’s Pose is left out until" in read
    page.show_finish(view())
    assert "left out" not in " ".join(words_on(page))


@pytest.fixture
def notes(page: FinishPage) -> list[str]:
    found: list[str] = []
    page.note_written.connect(found.append)
    return found


def write(page: FinishPage, text: str) -> NoteField:
    (note,) = page.findChildren(NoteField)
    note.setFocus()
    QTest.keyClicks(note, text)
    return note


def test_a_done_day_is_said_with_its_figures(page: FinishPage) -> None:
    said = words_on(page)
    assert {"One of seven", "Day 1 is done.", words.moved(730_000)} <= set(said)
    assert {"7", "of 7", "Nothing skipped", "12:10", "11:41 planned"} <= set(said)
    assert {"Tomorrow, Day 2", "Gentle core", "About 18 min · Mat, chair"} <= set(said)
    assert not WAYS_ON & controls(page).keys()


def test_a_done_day_offers_the_coming_ones_for_the_calendar(qtbot: QtBot, page: FinishPage) -> None:
    with qtbot.waitSignal(page.calendar_asked):
        press(page, CALENDAR)
    page.show_finish(view(done=False, sets_done=3, next_day=None))
    settle()
    assert CALENDAR not in controls(page)


def test_an_open_day_was_right_too_and_offers_three_ways_on(page: FinishPage) -> None:
    asked: list[str] = []
    page.continue_asked.connect(lambda: asked.append("Continue"))
    page.again_asked.connect(lambda: asked.append("Do it again"))
    page.count_asked.connect(lambda: asked.append("Count it as done"))
    started = (DayState.STARTED, *[COMING] * 6)
    page.show_finish(view(states=started, done=False, sets_done=5, skipped=2))
    said = words_on(page)
    assert {"You did what was right today.", words.started(5, 7), words.skipped(2)} <= set(said)
    assert "Tomorrow, Day 2" not in said
    page.show_finish(view(states=started, done=False, sets_done=5))
    assert "2 sets left" in words_on(page)
    page.show_finish(view(states=started, done=False, sets_done=4, skipped=1))
    assert "3 sets left" in words_on(page)  # of which one was passed over
    for name in sorted(WAYS_ON):
        press(page, name)
    assert asked == sorted(WAYS_ON)


def test_a_day_that_was_done_stays_done_when_its_repeat_stops_early(page: FinishPage) -> None:
    page.show_finish(view(done=False, first_time=False, sets_done=1, next_day=None))
    said = words_on(page)
    assert {"Day 1 stays done.", "You did what was right today.", "Nothing skipped"} <= set(said)
    assert not [line for line in said if "Started" in line or "left" in line]
    page.show_finish(view(done=False, first_time=False, sets_done=1, skipped=2, next_day=None))
    assert words.skipped(2) in words_on(page)
    assert not WAYS_ON & controls(page).keys()


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (730_000, "You took twelve minutes for your back. That counts."),
        (61_000, "You took one minute for your back. That counts."),
        (20_000, "You took a moment for your back. That counts."),
    ],
)
def test_the_time_is_not_all_said_to_be_moving(page: FinishPage, ms: int, said: str) -> None:
    """Rests and getting ready are in it (`Session.guided`)."""
    page.show_finish(view(guided_ms=ms))
    assert said in words_on(page)


def test_a_part_of_a_day_is_done_and_the_others_wait(page: FinishPage) -> None:
    page.show_finish(view(day=5, done=False, part="foam-rolling", parts_left=2, next_day=None))
    said = words_on(page)
    assert "Foam Rolling is done." in said
    assert "Two parts are left; do them when it suits you." in said
    page.show_finish(view(day=5, done=False, part="walking", parts_left=1, next_day=None))
    assert "One part is left; do it when it suits you." in words_on(page)
    assert not WAYS_ON & controls(page).keys()


def test_the_seventh_day_finishes_the_plan(page: FinishPage) -> None:
    page.show_finish(view(day=7, states=(DONE,) * 7, next_day=None))
    said = words_on(page)
    assert {"Seven of seven", "You finished the plan.", "Keep the days that help you."} <= set(said)
    assert "Gentle core" not in said


def test_a_day_done_again_is_not_celebrated_as_new(page: FinishPage) -> None:
    page.show_finish(view(states=(DONE,) * 7, first_time=False, next_day=None))
    assert "Day 1 is done again." in words_on(page)


def test_the_picture_says_how_the_week_stands(page: FinishPage) -> None:
    (picture,) = page.findChildren(SpinePicture)
    assert picture.isVisible()
    assert picture.accessibleDescription() == words.days_done(1, 7)
    page.resize(980, 700)
    settle()
    assert not picture.isVisible()


def test_a_note_is_told_when_it_is_left(page: FinishPage, notes: list[str]) -> None:
    note = write(page, "Slept better")
    assert not notes
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert notes == ["Slept better"]
    write(page, "")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert notes == ["Slept better"]


def test_done_tells_the_note_first(page: FinishPage, notes: list[str]) -> None:
    page.done_asked.connect(lambda: notes.append("done"))
    write(page, "Fine")
    page.press_primary()
    assert notes == ["Fine", "done"]


def test_leaving_the_page_loses_no_note(page: FinishPage, notes: list[str]) -> None:
    write(page, "Fine")
    page.hide()
    assert notes == ["Fine"]


def test_a_note_that_was_kept_is_shown_and_not_told_again(
    page: FinishPage, notes: list[str]
) -> None:
    for _ in range(2):
        page.show_finish(view(note="Stiff at first"))
    assert page.findChildren(NoteField)[0].toPlainText() == "Stiff at first"
    page.press_primary()
    assert not notes


def test_the_keyboard_starts_at_done(page: FinishPage) -> None:
    assert QApplication.focusWidget() is controls(page)["Done"]


def test_the_tip_is_the_one_asked_for(page: FinishPage) -> None:
    page.show_finish(view(tip="hydrated"))
    assert "Have some water near you. Drink when you are thirsty." in words_on(page)


# --- how the pain was, and what there is to say of it -----------------------------------


def card(page: FinishPage) -> list[str]:
    """What stands on the card with the two numbers; nothing where it is not in sight."""
    (found,) = page.findChildren(PainCard)
    return words_on(found) if found.isVisible() else []


def said(page: FinishPage, title: str) -> str:
    """The text of a note with that title; "" where it is not in sight."""
    lines = words_on(page)
    return lines[lines.index(title) + 1] if title in lines else ""


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (6, 4, ["2 points lower"]),
        (10, 6, ["4 points lower"]),
        (4, 5, ["About the same"]),
        (6, 6, ["About the same"]),
        (4, 7, ["3 points higher"]),
        (3, 1, []),
        (0, 2, []),
        (8, 6, []),
    ],
)
def test_two_numbers_are_said_with_what_may_be_said_of_them(
    page: FinishPage, before: int, after: int, line: list[str]
) -> None:
    page.show_finish(view(pain=change_said(before, after)))
    assert card(page) == ["Pain, before and after", str(before), str(after), *line]


def test_numbers_alone_take_no_more_room_than_the_other_figures(page: FinishPage) -> None:
    page.show_finish(view(pain=change_said(6, 4)))
    settle()
    cards = [*page.findChildren(StatCard), *page.findChildren(PainCard)]
    before = [card.height() for card in cards]
    page.show_finish(view(pain=change_said(3, 1)))
    settle()
    assert [card.height() for card in cards] == before


def test_without_both_numbers_there_is_no_card(page: FinishPage) -> None:
    page.show_finish(view(pain=change_said(6, 4)))
    assert card(page)
    page.show_finish(view())
    assert card(page) == []


def test_no_face_and_no_praise_stand_beside_the_numbers(page: FinishPage) -> None:
    for before, after in ((9, 1), (1, 9)):
        page.show_finish(view(pain=change_said(before, after), said=(Note(Kind.UP),)))
        text = " ".join(words_on(page)).lower()
        for word in ("great", "well done", "good job", "sorry", "worse", "bad", ":)", ":(", "!"):
            assert word not in text
        assert not re.search("[\U0001f300-\U0001faff\u2639-\u263b]", text)


def test_ending_higher_says_that_it_may_settle_and_what_may_ease_it(page: FinishPage) -> None:
    page.show_finish(view(pain=change_said(1, 4), said=(Note(Kind.UP),)))
    assert said(page, "How it goes on") == (
        "It may settle within a day. Walk gently, change position, use warmth if you like."
        " Next time the easier versions come first."
    )


def test_a_fine_end_says_no_more_than_its_numbers(page: FinishPage) -> None:
    page.show_finish(view(pain=change_said(4, 4), said=(Note(Kind.FINE),)))
    assert said(page, "How it goes on") == ""


def test_all_that_is_mentioned_stands_together(page: FinishPage) -> None:
    mentioned = (Note(Kind.FINE), Note(Kind.TWO_RISES), Note(Kind.WEEK_DONE))
    page.show_finish(view(day=7, states=(DONE,) * 7, next_day=None, said=mentioned))
    assert said(page, "How it goes on") == (
        "A little more two times in a row: a day of rest is a good choice."
        " Any day may be repeated. Walking regularly is a good habit to keep."
        " See someone if it is not getting better."
    )


def test_a_gentle_day_says_so_and_that_the_day_waits(page: FinishPage) -> None:
    states = (DONE, *[COMING] * 6)
    page.show_finish(
        view(day=0, states=states, done=False, gentle=True, sets_done=3, sets=3, next_day=None)
    )
    lines = words_on(page)
    assert {"You did a gentle day.", f"{words.moved(730_000)} Your day waits."} <= set(lines)
    assert not [line for line in lines if line.startswith("Tomorrow")]
    assert not WAYS_ON & controls(page).keys()
    (picture,) = page.findChildren(SpinePicture)
    assert picture.accessibleDescription() == words.days_done(1, 7)


def test_what_happened_stands_there_in_plain_lines(page: FinishPage) -> None:
    lines = ("Day 1, Cat-Cow Stretch: pain 3, then 5. Took the easier version.", "Day 1: pain 3.")
    page.show_finish(view(log=lines))
    assert said(page, "What happened") == "\n".join(lines)
    page.show_finish(view())
    assert said(page, "What happened") == ""


def test_what_two_rules_say_of_one_number_stands_there_once(page: FinishPage) -> None:
    up, twice = (
        "Day 3: pain 2, then 4.",
        "Day 3: pain 2, then 4. A little more, two times in a row.",
    )
    easier = "Day 4: pain 4. The easier versions come first."
    page.show_finish(view(log=(easier, easier, up, twice, up)))
    assert said(page, "What happened") == f"{easier}\n{twice}\n{up}"


def test_a_version_that_was_changed_to_can_be_kept(page: FinishPage) -> None:
    kept: list[tuple[str, Version]] = []
    page.version_kept.connect(lambda exercise, version: kept.append((exercise, version)))
    page.show_finish(view(changed=(("cat-cow", Version.EASIER),)))
    (name,) = [name for name in controls(page) if name not in KNOWN]
    press(page, name)
    assert kept == [("cat-cow", Version.EASIER)]
    page.show_finish(view())
    assert set(controls(page)) <= KNOWN


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1120, 760, 100), (880, 600, 100), (1120, 760, 160), (880, 600, 200)],
)
def test_nothing_is_cut_off(
    page: FinishPage, theme: Theme, done: bool, width: int, height: int, size: int
) -> None:
    grow(theme, size)
    page.resize(width, height)
    more = {"pain": change_said(4, 7), "said": (Note(Kind.UP), Note(Kind.TWO_RISES))}
    page.show_finish(view(done=done, log=("Day 1: pain 4, then 7.",), **more))
    settle()
    assert not clipped(page)
    assert page.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
    for name in controls(page).keys() - {"Note for yourself"}:
        assert page.rect().contains(controls(page)[name].geometry())
