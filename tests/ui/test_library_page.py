"""The library: every exercise can be found, looked at in all its versions, and tried."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.preview import preview_at, stills
from backplan_gui.core.shapes import Drawing
from backplan_gui.ui import library_look as look
from backplan_gui.ui.library_look import Subject
from backplan_gui.ui.library_page import LibraryPage
from backplan_gui.ui.library_panel import LibraryPanel
from backplan_gui.ui.library_row import LibraryRow
from backplan_gui.ui.library_stage import LibraryStage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import Scroll

from .conftest import CALM
from .home import CONTENT
from .seeing import click, clipped, controls, grow, name_of, press, role_of, settle, show, words_on

MOVING = msgspec.structs.replace(CALM, reduce_motion=False)
FORMS = [(name, version) for name, e in CONTENT.exercises.items() for version in e.versions]


class Time:
    """Milliseconds, turned by hand."""

    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content, time: Time) -> Iterator[LibraryPage]:
    theme.apply(MOVING)
    made = LibraryPage(theme, content, time)
    show(qtbot, made)
    yield made
    made.close()


@pytest.fixture
def narrow(qtbot: QtBot, theme: Theme, content: Content, time: Time) -> Iterator[LibraryPage]:
    """In a window with no room for both."""
    made = LibraryPage(theme, content, time)
    made.set_compact(True)
    show(qtbot, made, 880, 600)
    yield made
    made.close()


def rows(page: LibraryPage) -> list[LibraryRow]:
    return [row for row in page.findChildren(LibraryRow) if row.isVisible()]


def names(page: LibraryPage) -> list[str]:
    return [row.objectName() for row in rows(page)]


def chosen(page: LibraryPage) -> list[str]:
    return [row.objectName() for row in rows(page) if row.isChecked()]


def row(page: LibraryPage, exercise: str) -> LibraryRow:
    return next(row for row in rows(page) if row.objectName() == exercise)


def search(page: LibraryPage, text: str) -> None:
    (field,) = page.findChildren(QLineEdit)
    field.setFocus()
    field.clear()
    field.insert(text)
    settle()


def pick(page: LibraryPage, word: str) -> None:
    """A filter, a version, a pace or a side."""
    buttons = (b for b in page.findChildren(QRadioButton) if b.isVisible() and b.text() == word)
    click(next(buttons))
    settle()


def offered(page: LibraryPage, group: str) -> list[str]:
    """The words of a choice that is in sight."""
    parts = (b for b in page.findChildren(QRadioButton) if b.accessibleDescription() == group)
    return [part.text() for part in parts if part.isVisible()]


def key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def stage(page: LibraryPage) -> LibraryStage:
    return page.findChildren(LibraryStage)[0]


def figures(page: LibraryPage) -> tuple[Drawing, Drawing]:
    """The one that moves, and where it leads."""
    moving, goal = (panel.drawing for panel in page.findChildren(LibraryPanel))
    assert moving is not None
    assert goal is not None
    return moving, goal


def captions(page: LibraryPage) -> list[str]:
    return [line for panel in page.findChildren(LibraryPanel) for line in words_on(panel)]


def wait(page: LibraryPage, time: Time, ms: int) -> None:
    """So much later, the timer looks, if it runs."""
    time.ms += ms
    if stage(page).is_moving:
        stage(page)._timer.timeout.emit()
    settle()


def is_shown(page: LibraryPage, name: str) -> bool:
    """The exercise that is looked at."""
    return name in words_on(page) and "Stop if" in words_on(page)


# The list


def test_all_twenty_one_are_there_with_day_and_dose(page: LibraryPage) -> None:
    assert len(rows(page)) == 21
    said = words_on(page)
    for line in ("Day 1 · 30 s × 3", "Day 2 · 10 per side × 2", "Day 2 · 30 s per leg × 3"):
        assert line in said
    assert "Day 5 · 15 to 20 min" in said
    (field,) = page.findChildren(QLineEdit)
    assert field.placeholderText() == "Search 21 exercises"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("childs pose", ["childs-pose"]),
        ("Child's", ["childs-pose"]),
        ("pose child’s", ["childs-pose"]),
        ("BALÁSANA", ["childs-pose"]),
        ("knee to chest", ["seated-knee-to-chest"]),
        ("open book", ["thoracic-rotations"]),
        ("calf", ["step-ups"]),
        ("front bridge", ["plank"]),
    ],
)
def test_search_knows_names_aliases_and_areas(
    page: LibraryPage, text: str, found: list[str]
) -> None:
    search(page, text)
    assert set(found) <= set(names(page))
    assert len(names(page)) < 8


def test_nothing_found_is_said(page: LibraryPage) -> None:
    search(page, "jumping jacks")
    assert names(page) == []
    assert "No exercise with that name." in words_on(page)
    press(page, "Clear the search")
    settle()
    assert len(rows(page)) == 21
    assert "No exercise with that name." not in words_on(page)


def test_a_filter_shows_one_place(page: LibraryPage) -> None:
    pick(page, "Sitting")
    assert names(page) == ["seated-knee-to-chest", "seated-band-row"]
    pick(page, "All")
    assert len(rows(page)) == 21


def test_search_and_filter_work_together(page: LibraryPage) -> None:
    pick(page, "Standing")
    search(page, "hamstring")
    assert names(page) == ["standing-hamstring-stretch"]
    pick(page, "Floor")
    assert "No exercise with that name." in words_on(page)


def test_arrow_keys_move_between_filters(page: LibraryPage) -> None:
    chips = controls(page)
    chips["All"].setFocus()
    key(Qt.Key.Key_Right)
    assert {CONTENT.exercises[name].place.value for name in names(page)} == {"floor"}
    assert role_of(chips["All"]) is QAccessible.Role.RadioButton


def test_arrow_keys_move_through_what_was_found(page: LibraryPage) -> None:
    search(page, "bridge")
    key(Qt.Key.Key_Down)
    assert chosen(page) == [names(page)[0]] == ["glute-bridge"]
    key(Qt.Key.Key_Down)
    assert chosen(page) == [names(page)[1]]
    key(Qt.Key.Key_End)
    assert chosen(page) == [names(page)[-1]]
    key(Qt.Key.Key_Down)
    assert chosen(page) == [names(page)[-1]]
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Up)
    assert chosen(page) == ["glute-bridge"]
    assert is_shown(page, "Glute Bridge")


def test_arrow_keys_keep_the_row_in_sight(page: LibraryPage) -> None:
    row(page, "childs-pose").setFocus()
    key(Qt.Key.Key_End)
    last = rows(page)[-1]
    scroll = next(s for s in page.findChildren(Scroll) if s.isAncestorOf(last))
    assert last.hasFocus()
    assert scroll.viewport().rect().contains(last.mapTo(scroll.viewport(), last.rect().center()))


def test_tab_brings_what_it_reaches_into_sight(page: LibraryPage) -> None:
    page.show_exercise("plank")
    for scroll in page.findChildren(Scroll):
        bar = scroll.verticalScrollBar()
        bar.setValue(0 if scroll.isAncestorOf(row(page, "plank")) else bar.maximum())
    controls(page)["All"].setFocus()
    for _ in range(2):
        key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect() == focused.rect()


def test_after_a_click_the_arrow_keys_go_on_from_there(page: LibraryPage) -> None:
    click(row(page, "cat-cow"))
    key(Qt.Key.Key_Down)
    assert chosen(page) == ["pelvic-tilts"]


def test_enter_in_the_search_opens_the_first_that_was_found(page: LibraryPage) -> None:
    search(page, "squat")
    key(Qt.Key.Key_Return)
    assert is_shown(page, "Bodyweight Squats")
    search(page, "jumping jacks")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Down)
    assert is_shown(page, "Bodyweight Squats")


def test_the_row_that_is_chosen_has_the_keyboard_first(page: LibraryPage) -> None:
    page.show_exercise("plank")
    assert name_of(page.first_focus).startswith("Plank, ")
    search(page, "squat")
    assert name_of(page.first_focus).startswith("Bodyweight Squats, ")
    search(page, "jumping jacks")
    assert name_of(page.first_focus) == "Search"


def test_a_row_says_name_day_and_dose(page: LibraryPage) -> None:
    first = row(page, "childs-pose")
    assert name_of(first) == "Child’s Pose, Day 1 · 30 s × 3"
    assert role_of(first) is QAccessible.Role.RadioButton


def test_tab_goes_from_the_search_through_the_list_to_the_choices(page: LibraryPage) -> None:
    page.show_exercise("hip-flexor-stretch")
    page.findChildren(QLineEdit)[0].setFocus()
    found = []
    for _ in range(7):
        key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        found.append(name_of(focused) if focused else "")
    row_name = "Hip Flexor Stretch, Day 3 · 30 s per side × 3"
    assert found == ["All", row_name, "Try it", "Pause", "Standard", "Left", "Search"]


def test_an_exercise_asked_for_is_shown_though_it_was_filtered_away(page: LibraryPage) -> None:
    pick(page, "Sitting")
    search(page, "band")
    page.show_exercise("plank")
    settle()
    assert chosen(page) == ["plank"]
    assert len(rows(page)) == 21
    assert is_shown(page, "Plank")


# The exercise


@pytest.mark.parametrize("name", sorted(CONTENT.exercises))
def test_all_there_is_to_read_about_an_exercise(
    page: LibraryPage, content: Content, name: str
) -> None:
    page.show_exercise(name)
    settle()
    text, said = content.text(name), words_on(page)
    wanted = [text.name, *text.setup, *text.move, *text.mistakes, *text.stop_if]
    wanted += [text.easier.text, text.harder.text, *(caution.text for caution in text.take_care)]
    assert [line for line in wanted if line not in said] == []


def test_the_facts_are_tempo_equipment_and_place(page: LibraryPage) -> None:
    page.show_exercise("glute-bridge")
    settle()
    said = words_on(page)
    assert "Day 2 · 12 reps × 2 sets" in said
    assert "2 s lift, 1 s hold, 3 s lower, 1 s rest" in said
    assert "Mat" in said
    assert "the buttocks, the back of the thighs and the trunk muscles." in said
    page.show_exercise("lunges")
    settle()
    assert "Optional: chair" in words_on(page)
    assert "Standing" in words_on(page)


@pytest.mark.parametrize(
    ("exercise", "version", "icon"),
    [
        ("glute-bridge", Version.STANDARD, "mat"),
        ("glute-bridge", Version.NO_FLOOR, "chair"),
        ("seated-band-row", Version.STANDARD, "band"),
        ("foam-rolling", Version.STANDARD, "roller"),
        ("step-ups", Version.STANDARD, "step"),
        ("side-plank", Version.NO_FLOOR, "wall"),
        ("plank", Version.NO_FLOOR, ""),
        ("walking", Version.STANDARD, ""),
        ("lunges", Version.HARDER, "check"),
    ],
)
def test_equipment_has_its_own_icon_or_none(
    page: LibraryPage, content: Content, exercise: str, version: Version, icon: str
) -> None:
    page.show_exercise(exercise)
    detail = page._detail
    detail._on_version(version)
    settle()
    shown = detail._equipment._icon
    assert ("" if shown.isHidden() else shown._name) == icon


def test_the_picture_beside_the_movement_is_where_it_leads(page: LibraryPage, time: Time) -> None:
    page.show_exercise("glute-bridge")
    settle()
    up = figures(page)[1]
    wait(page, time, 1_000)
    assert captions(page) == ["Breathe out, lift", "Breathe out, lift"]
    wait(page, time, 1_500)
    assert figures(page)[0] == up
    wait(page, time, 2_000)
    assert captions(page) == ["Breathe in, lower", "Breathe out, lift"]
    assert figures(page)[1] == up


def test_a_hold_says_where_it_is(page: LibraryPage, time: Time) -> None:
    page.show_exercise("childs-pose")
    settle()
    said = []
    for ms in (1_000, 6_000, 4_000, 12_000, 7_000):
        wait(page, time, ms)
        said.append(captions(page)[0])
    assert said == ["Move in", "Breathe in", "Breathe out slowly", "Breathe out slowly", "Move out"]
    assert captions(page)[1] == "Hold"


def test_sides_that_take_turns_are_named(page: LibraryPage, time: Time) -> None:
    page.show_exercise("dead-bug")
    wait(page, time, 1_000)
    left = figures(page)[1]
    assert captions(page)[0] == "Left leg · Breathe out, reach away"
    wait(page, time, 8_000)
    assert captions(page)[0] == "Right leg · Breathe out, reach away"
    assert figures(page)[1] != left
    assert offered(page, "Side") == []


def test_a_long_activity_tells_its_parts_and_the_next(page: LibraryPage, time: Time) -> None:
    page.show_exercise("foam-rolling")
    wait(page, time, 12_500)
    assert captions(page) == ["Left buttock", "Then: Right buttock"]


def test_only_the_versions_that_there_are_can_be_chosen(page: LibraryPage) -> None:
    page.show_exercise("plank")
    settle()
    assert offered(page, "Version") == ["Standard", "Easier", "Harder", "Off the floor"]
    page.show_exercise("childs-pose")
    settle()
    assert offered(page, "Version") == ["Standard", "Easier", "Harder"]


def test_another_version_has_its_own_figure_and_words(page: LibraryPage, content: Content) -> None:
    page.show_exercise("plank")
    settle()
    before = figures(page)[1]
    pick(page, "Off the floor")
    own = content.text("plank").no_floor
    assert own is not None
    said = words_on(page)
    assert [line for line in (own.title, *own.setup, *own.move) if line not in said] == []
    assert "Worktop" in said
    assert figures(page)[1] != before
    page.show_exercise("cat-cow")
    page.show_exercise("plank")
    settle()
    assert figures(page)[1] == before


def test_the_other_side_has_mirrored_words_and_figure(page: LibraryPage) -> None:
    page.show_exercise("lunges")
    settle()
    left = figures(page)[1]
    assert "Breathe in. Step your right foot back." in words_on(page)
    pick(page, "Right")
    assert "Breathe in. Step your left foot back." in words_on(page)
    assert figures(page)[1] != left


def test_a_slower_pace_slows_figure_and_facts(page: LibraryPage, time: Time) -> None:
    page.show_exercise("glute-bridge")
    wait(page, time, 1_000)
    before = figures(page)[0]
    pick(page, "Slowest")
    assert figures(page)[0] == before
    assert "3 s lift, 1.5 s hold, 4.5 s lower, 1.5 s rest" in words_on(page)
    wait(page, time, 1_400)
    assert captions(page)[0] == "Breathe out, lift"
    page.show_exercise("childs-pose")
    settle()
    assert offered(page, "Pace") == []
    assert "4 s breathe in, 6 s breathe out" in words_on(page)


def test_trying_tells_exercise_and_version(qtbot: QtBot, page: LibraryPage) -> None:
    page.show_exercise("side-plank")
    settle()
    with qtbot.waitSignal(page.try_asked) as asked:
        press(page, "Try it")
    assert asked.args == ["side-plank", "standard"]
    pick(page, "Easier")
    with qtbot.waitSignal(page.try_asked) as asked:
        press(page, "Try it")
    assert asked.args == ["side-plank", "easier"]


@pytest.mark.parametrize(("name", "version"), FORMS)
def test_every_instant_of_every_version_has_a_figure_and_a_caption(
    content: Content, name: str, version: Version
) -> None:
    subject = Subject(name, version)
    exercise, ways = look.form(subject, content), look.ways(subject, content)
    way = stills(exercise, ways)
    said = look.captions(subject, content, way)
    for preview in (*(preview_at(exercise, ms, ways) for ms in range(0, 60_000, 1_300)), *way):
        goal = look.goal(subject, preview, content, way)
        assert look.drawing(subject, preview).shapes
        assert look.drawing(subject, goal).shapes
        assert look.caption(subject, preview, content) in said
        assert look.goal_caption(subject, goal, content) in said


# Motion


def test_pause_holds_the_figure_and_play_goes_on_from_there(page: LibraryPage, time: Time) -> None:
    page.show_exercise("glute-bridge")
    wait(page, time, 1_000)
    press(page, "Pause")
    before = figures(page)[0]
    wait(page, time, 700)
    assert not stage(page).is_moving
    assert figures(page)[0] == before
    press(page, "Play")
    assert figures(page)[0] == before
    wait(page, time, 700)
    assert figures(page)[0] != before


def test_nothing_moves_while_the_page_is_hidden_or_the_window_minimised(page: LibraryPage) -> None:
    page.show_exercise("glute-bridge")
    settle()
    assert stage(page).is_moving
    page.hide()
    assert not stage(page).is_moving
    page.show()
    assert stage(page).is_moving
    page.showMinimized()
    settle()
    assert not stage(page).is_moving
    page.showNormal()
    settle()
    assert stage(page).is_moving


def test_time_out_of_sight_does_not_count(page: LibraryPage, time: Time) -> None:
    page.show_exercise("glute-bridge")
    wait(page, time, 1_000)
    before = figures(page)[0]
    page.hide()
    time.ms += 1_800
    page.show()
    settle()
    assert figures(page)[0] == before


def test_reduced_motion_cuts_from_one_key_pose_to_the_next(
    page: LibraryPage, theme: Theme, time: Time
) -> None:
    page.show_exercise("glute-bridge")
    wait(page, time, 1_000)
    theme.apply(CALM)
    settle()
    assert not stage(page).is_moving
    assert captions(page)[0] == "Start position"
    start = figures(page)[0]
    wait(page, time, 60_000)
    assert figures(page)[0] == start
    press(page, "Show the next position")
    assert captions(page)[0] == "Breathe out, lift"
    assert figures(page)[0] == figures(page)[1]
    assert any(line.startswith("The figure stands still") for line in words_on(page))
    for _ in range(4):
        press(page, "Show the next position")
    assert captions(page)[0] == "Start position"


# Room


def test_without_room_the_list_stands_alone_and_the_exercise_opens_over_it(
    narrow: LibraryPage,
) -> None:
    assert len(rows(narrow)) == 21
    assert "Stop if" not in words_on(narrow)
    click(row(narrow, "cat-cow"))
    settle()
    assert rows(narrow) == []
    assert is_shown(narrow, "Cat-Cow Stretch")
    assert QApplication.focusWidget() is controls(narrow)["Back"]
    press(narrow, "Back")
    settle()
    assert chosen(narrow) == ["cat-cow"]
    assert QApplication.focusWidget() is row(narrow, "cat-cow")


def test_going_back_says_whether_there_was_anything_to_leave(narrow: LibraryPage) -> None:
    assert not narrow.go_back()
    narrow.show_exercise("plank")
    assert narrow.first_focus is controls(narrow)["Back"]
    assert narrow.go_back()
    assert len(rows(narrow)) == 21
    assert not narrow.go_back()


def test_going_back_empties_the_search_first(page: LibraryPage) -> None:
    search(page, "squat")
    assert page.go_back()
    assert len(rows(page)) == 21
    assert not page.go_back()


def test_arrow_keys_alone_open_nothing(narrow: LibraryPage) -> None:
    row(narrow, "childs-pose").setFocus()
    key(Qt.Key.Key_Down)
    assert chosen(narrow) == ["cat-cow"]
    key(Qt.Key.Key_Space)
    assert is_shown(narrow, "Cat-Cow Stretch")


def test_a_wider_window_shows_both_again(narrow: LibraryPage) -> None:
    narrow.show_exercise("plank")
    narrow.resize(1120, 760)
    settle()
    assert chosen(narrow) == ["plank"]
    assert is_shown(narrow, "Plank")
    assert "Back" not in controls(narrow)


@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
@pytest.mark.parametrize("text_size", [90, 100, 160, 200])
@pytest.mark.parametrize("name", ["lunges", "seated-band-row", "gentle-yoga"])
def test_nothing_is_cut_off_at_any_text_size(
    page: LibraryPage, theme: Theme, size: tuple[int, int], text_size: int, name: str
) -> None:
    window = QWidget.window(page)
    window.resize(*size)
    page.set_compact(size[0] < 1040)
    grow(theme, text_size)
    settle()
    assert clipped(page) == []
    page.show_exercise(name)
    settle()
    assert clipped(page) == []
    for scroll in page.findChildren(Scroll):
        assert scroll.horizontalScrollBar().maximum() == 0


def test_every_target_is_large_enough(page: LibraryPage) -> None:
    page.show_exercise("lunges")
    settle()
    small = [n for n, w in controls(page).items() if min(w.width(), w.height()) < 44]
    assert small == []
