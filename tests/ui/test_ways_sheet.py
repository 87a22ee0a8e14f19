"""Another version of an exercise at any moment, from a sheet with all there are."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core.exercise import Version
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.ui.player_controls import ControlBar
from backplan_gui.ui.widgets.sheet import OptionRow

from .fakes_player import CONTENT, Player
from .seeing import clipped, press, settle, words_on

Key = Qt.Key
WORK, LEAVE = StepKind.WORK, StepKind.LEAVE
Make = Callable[..., Player]
PLANK = [
    "As written: Plank · now",
    "Easier: Knees, short holds",
    "Harder: One foot up",
    "Off the floor: Forearms on a worktop",
]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Player] = []

    def player(*args: object, **more: object) -> Player:
        made.append(Player(qtbot, *args, **more))  # type: ignore[arg-type]  # as for the class
        return made[-1]

    yield player
    for one in made:
        one.end()


@pytest.fixture
def planking(make: Make) -> Player:
    """Twelve seconds into a plank on the toes."""
    player = make(7, "plank")
    player.reach(WORK, 12_000)
    return player


def ways(player: Player) -> list[str]:
    """What the open sheet offers, in order; nothing where there is none."""
    rows = player.sheet.findChildren(OptionRow) if player.sheet is not None else []
    return [row.text() for row in rows]


def said(player: Player) -> str:
    (bar,) = player.page.findChildren(ControlBar)
    return bar.said


def open_ways(player: Player) -> None:
    player.key(Key.Key_V)
    settle()


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_it_pauses_and_shows_every_version_with_the_one_that_is_on_in_hand(
    planking: Player, by: str
) -> None:
    if by == "key":
        open_ways(planking)
    else:
        press(planking.page, "Other ways")
    assert planking.session.phase is Phase.PAUSED
    assert ways(planking) == PLANK
    assert planking.sheet is not None
    assert "On the toes, lift one foot a little for 5 s, then the other." in words_on(
        planking.sheet
    )
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    assert focused.text() == PLANK[0]


@pytest.mark.parametrize(
    ("key", "version", "told"),
    [
        (Key.Key_2, Version.EASIER, "Easier version: Knees, short holds."),
        (Key.Key_3, Version.HARDER, "Harder version: One foot up."),
        (Key.Key_4, Version.NO_FLOOR, "Off the floor: Forearms on a worktop."),
    ],
)
def test_a_digit_changes_the_version_and_what_was_done_stays(
    planking: Player, key: Key, version: Version, told: str
) -> None:
    open_ways(planking)
    planking.key(key)
    assert planking.sheet is None
    session = planking.session
    assert session.phase is not Phase.PAUSED, "it ran, so it goes on"
    assert said(planking) == told
    assert [(w.amount, w.version) for w in session.worked] == [(12_000, Version.STANDARD)]
    works = [s for s in session.script[session.index :] if s.kind is WORK]
    assert {s.version for s in works} == {version}
    assert sum(s.dose for s in works if s.set_no == 1) == 18


def test_from_there_the_way_back_is_the_same_key(planking: Player) -> None:
    open_ways(planking)
    planking.key(Key.Key_3)
    open_ways(planking)
    assert ways(planking)[0] == "As written: Plank"
    assert ways(planking)[2] == "Harder: One foot up · now"
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionRow)
    assert focused.text() == "Harder: One foot up · now"
    planking.key(Key.Key_1)
    ahead = planking.session.script[planking.session.index :]
    assert {s.version for s in ahead if s.kind is WORK} == {Version.STANDARD}


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_1, Key.Key_Return])
def test_staying_with_the_one_that_is_on_changes_nothing_and_goes_on(
    planking: Player, key: Key
) -> None:
    before = planking.session
    open_ways(planking)
    planking.key(key)
    after = planking.session
    assert planking.sheet is None
    assert (after.script, after.index, after.elapsed) == (
        before.script,
        before.index,
        before.elapsed,
    )
    assert after.phase is Phase.RESUMING


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_2])
def test_what_was_paused_stays_paused(planking: Player, key: Key) -> None:
    planking.key(Key.Key_Space)
    open_ways(planking)
    planking.key(key)
    assert planking.session.phase is Phase.PAUSED


def test_a_version_that_there_is_not_has_no_row_and_leaves_the_other_keys(make: Make) -> None:
    player = make(1, "childs-pose")
    player.reach(WORK, 5_000)
    open_ways(player)
    assert ways(player) == [
        "As written: Child’s Pose · now",
        "Easier: Chair fold",
        "Harder: Walk to the sides",
    ]
    player.key(Key.Key_4)
    assert player.sheet is not None


def test_in_the_rest_it_is_about_the_exercise_to_come(make: Make) -> None:
    player = make(1)
    while player.session.step.exercise != "cat-cow":
        player.reach(StepKind.REST, 2_000)
    open_ways(player)
    assert ways(player)[0] == "As written: Cat-Cow Stretch · now"


def test_where_nothing_is_left_of_the_exercise_it_says_why_not(make: Make) -> None:
    player = make(7, "plank")
    for _ in range(3):
        player.reach(LEAVE, 500)
    assert Command.VERSION not in player.runner.allowed()
    open_ways(player)
    assert player.sheet is None
    assert said(player) == "This exercise is at its end. The next one can be changed."
    assert player.session.phase is Phase.RUNNING


def test_what_a_version_needs_and_nobody_has_is_said(make: Make) -> None:
    player = make(3, "standing-hamstring-stretch", equipment=("chair",))
    player.reach(WORK, 5_000)
    open_ways(player)
    assert player.sheet is not None
    needing = [said for said in words_on(player.sheet) if said.endswith("Needs a step.")]
    assert len(needing) == 1


def test_easier_from_here_is_easier_for_the_rules_too(planking: Player) -> None:
    """Red after it ends the exercise, as after E (R5)."""
    open_ways(planking)
    planking.key(Key.Key_2)
    assert planking.page.easing._switched == {1}


@pytest.mark.parametrize("day", range(1, 8))
def test_every_sheet_fits_the_default_window_and_no_harder_one_comes_first(
    make: Make, day: int
) -> None:
    player = make(day)
    for one in CONTENT.plan.day(day).exercises:
        while player.session.step.exercise != one.exercise:
            assert player.runner.do(Command.SKIP_EXERCISE)
        open_ways(player)
        assert player.sheet is not None
        assert player.sheet._scroll.verticalScrollBar().maximum() == 0, one.exercise
        focused = QApplication.focusWidget()
        assert isinstance(focused, OptionRow)
        assert focused.text().startswith("As written")
        player.key(Key.Key_Escape)


@pytest.mark.parametrize(
    ("size", "text"), [((880, 600), 100), ((880, 600), 200), ((1120, 760), 160)]
)
def test_no_words_are_cut_off(make: Make, size: tuple[int, int], text: int) -> None:
    player = make(7, "plank", size=size, text_size=text)
    player.reach(WORK, 5_000)
    open_ways(player)
    assert player.sheet is not None
    assert not clipped(player.sheet)
    assert player.sheet._scroll.horizontalScrollBar().maximum() == 0
