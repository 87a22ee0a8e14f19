"""The player as a person uses it: by key, by pointer, and by ear."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui import words
from backplan_gui.core import settings as choices
from backplan_gui.core.cues import Chime, Say
from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.settings import Settings
from backplan_gui.core.sounds import Sound
from backplan_gui.core.switching import NewForm
from backplan_gui.ui.player_beside import Beside
from backplan_gui.ui.player_column import BesideLine, RingColumn
from backplan_gui.ui.player_controls import ControlBar
from backplan_gui.ui.player_keys import Wish
from backplan_gui.ui.player_top import SpeedPill
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.card import Scroll
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.large_button import LargeButton
from backplan_gui.ui.widgets.next_card import NextCard
from backplan_gui.ui.widgets.round_control import RoundControl
from backplan_gui.ui.widgets.sheet import OptionRow
from backplan_gui.ui.widgets.stage import Stage
from backplan_gui.ui.widgets.tempo_bar import TempoBar

from .fakes_player import Player
from .fitting import painted
from .seeing import click, clipped, controls, name_of, press, role_of, settle, tab_order, words_on

Key = Qt.Key
READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
Make = Callable[..., Player]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Player] = []

    def player(day: int = 1, only: str | None = None, **more: object) -> Player:
        made.append(Player(qtbot, day, only, **more))  # type: ignore[arg-type]  # choices by name
        return made[-1]

    yield player
    for one in made:
        one.end()


def status(player: Player) -> str:
    (bar,) = player.page.findChildren(ControlBar)
    return bar.said


def enabled(player: Player) -> set[str]:
    return set(controls(player.window))


def options(player: Player) -> list[str]:
    assert player.sheet is not None
    return [w.text() for w in player.sheet.findChildren(OptionRow)]


def labels_on(page: QWidget) -> list[Label]:
    return [w for w in page.findChildren(Label) if w.isVisible() and w.text()]


def tab_to(player: Player, name: str) -> QWidget:
    """Press Tab until that control has the keyboard."""
    while tab_order(player.window, 1) != [name]:
        pass
    settle()
    return controls(player.page)[name]


def choose(player: Player, option: str) -> None:
    """Take one of the options of the sheet by its number."""
    player.key(Key(Key.Key_1 + options(player).index(option)))


# Opening and leaving


def test_pause_has_the_keyboard_first_and_tab_goes_in_reading_order(make: Make) -> None:
    player = make()
    player.reach(WORK, exercise="cat-cow")
    assert player.window.focusWidget() is player.page.first_focus
    assert name_of(player.page.first_focus) == "Pause"
    assert tab_order(player.window, 15) == [
        "1 rep more",
        "Skip",
        "My pain is worse",
        "End",
        "Warning signs",
        "Keys of this page",
        "Sound off",
        "Mini player",
        "Full screen",
        "Other ways",
        "Start this step again",
        "Easier version",
        "Back",
        "1 rep less",
        "Pause",
    ]


def test_the_session_is_watched_while_the_page_is_in_sight(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = make()
    player.reach(WORK)
    told: list[bool] = []
    monkeypatch.setattr(player.runner, "watch", told.append)
    player.page.hide()
    player.page.show()
    assert told == [False, True]
    player.window.showMinimized()
    settle()
    assert told[-1] is False
    player.window.showNormal()
    settle()
    assert told[-1] is True


def test_out_of_sight_the_keys_are_not_the_players(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.page.hide()
    player.key(Key.Key_Right)
    player.key(Key.Key_P)
    assert player.sheet is None
    assert player.session.phase is Phase.RUNNING
    assert player.session.step.kind is WORK


def test_a_session_taken_up_again_is_shown_paused(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    record = player.runner.record
    assert record is not None
    player.runner.release()
    player.runner.adopt(record)
    player.page.open_session()
    assert player.ring.face.word == "Paused"
    assert "Continue" in enabled(player)
    press(player.window, "Continue")
    assert player.session.phase is Phase.RESUMING


# Every command, by key and by pointer

STORIES = [
    ("pause", Key.Key_Space, "Pause", Command.PAUSE),
    ("skip", Key.Key_Right, "Skip", Command.SKIP),
    ("back", Key.Key_Left, "Back", Command.BACK),
    ("more", Key.Key_Up, "10 seconds more", Command.MORE),
    ("less", Key.Key_Down, "10 seconds less", Command.LESS),
    ("easier", Key.Key_E, "Easier version", Command.VERSION),
    ("restart", Key.Key_Backspace, "Start this step again", Command.RESTART),
]


@pytest.mark.parametrize("by", ["key", "pointer"])
@pytest.mark.parametrize(("key", "name", "command"), [s[1:] for s in STORIES], ids=str)
def test_every_command_is_reached(
    make: Make, monkeypatch: pytest.MonkeyPatch, by: str, key: Key, name: str, command: Command
) -> None:
    player = make()
    player.reach(WORK)
    player.reach(WORK, 5_000)
    asked: list[Command] = []
    do = player.runner.do

    def noted(wanted: Command, new: NewForm | None = None) -> bool:
        asked.append(wanted)
        return do(wanted, new)

    monkeypatch.setattr(player.runner, "do", noted)
    if by == "key":
        player.key(key)
    else:
        press(player.window, name)
    assert asked == [command]


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_a_step_that_waits_starts_at_once(make: Make, by: str) -> None:
    player = make()
    if by == "key":
        player.key(Key.Key_Return)
    else:
        press(player.window, "I’m ready, start now")
    assert player.session.step.kind is ENTER


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_reps_at_ones_own_pace_are_counted(make: Make, by: str) -> None:
    player = make(1, "cat-cow", pace="own")
    player.reach(WORK)
    for _ in range(3):
        if by == "key":
            player.key(Key.Key_Return)
        else:
            press(player.window, "Rep done")
    assert player.session.counted == 3
    assert (player.ring.face.digits, player.ring.face.unit) == ("3", "of 10")


@pytest.mark.parametrize("by", ["key", "pointer"])
def test_a_long_activity_can_go_on_a_minute(make: Make, by: str) -> None:
    player = make(5, "walking")
    for _ in range(4):
        player.reach(WORK)
    whole = player.session.script
    if by == "key":
        player.key(Key.Key_Enter)
    else:
        press(player.window, "Keep going, 1 minute more")
    assert len(player.session.script) == len(whole) + 1
    assert status(player) == "One minute more."


def test_space_and_a_click_on_stage_or_ring_pause_and_go_on(make: Make) -> None:
    player = make()
    (stage,) = player.page.findChildren(Stage)
    phases = []
    for way in ("key", "stage", "ring") * 2:
        if way == "key":
            player.key(Key.Key_Space)
        else:
            click(player.ring if way == "ring" else stage)
        phases.append(player.session.phase)
    assert phases == [Phase.PAUSED, Phase.RUNNING] * 3


def test_a_focused_skip_with_space_skips_and_does_not_pause(make: Make) -> None:
    player = make()
    player.reach(WORK)
    controls(player.window)["Skip"].setFocus(Qt.FocusReason.TabFocusReason)
    player.key(Key.Key_Space)
    assert player.session.phase is Phase.RUNNING
    assert player.session.step.kind is LEAVE


def test_clicking_leaves_the_keyboard_with_pause(make: Make) -> None:
    player = make()
    player.reach(WORK)
    press(player.window, "Skip")
    assert player.window.focusWidget() is player.page.first_focus


def test_a_control_that_goes_hands_the_keyboard_to_pause(make: Make) -> None:
    player = make()
    ready = controls(player.window)["I’m ready, start now"]
    ready.setFocus(Qt.FocusReason.TabFocusReason)
    player.key(Key.Key_Space)
    assert player.session.step.kind is ENTER
    assert not ready.isVisible()
    assert player.window.focusWidget() is player.page.first_focus
    player.reach(REST, 2_000)
    back = controls(player.window)["Back"]
    back.setFocus(Qt.FocusReason.TabFocusReason)
    player.key(Key.Key_Space)
    assert not back.isEnabled()
    assert player.window.focusWidget() is player.page.first_focus


# No


def test_controls_are_what_makes_sense_now(make: Make) -> None:
    player = make()
    assert "Back" not in enabled(player)
    player.reach(REST)
    assert "Back" in enabled(player)


def test_who_does_not_see_it_is_told_the_first_step_too(make: Make) -> None:
    player = make()
    assert player.said[:1] == ["Get ready. Child’s Pose."]


def test_nothing_is_announced_that_the_voice_says(make: Make) -> None:
    player = make()
    player.page.leave_telling_to(lambda: True)
    player.said.clear()
    player.reach(WORK, 16_000)
    assert player.said == []
    player.page.leave_telling_to(lambda: False)
    player.reach(LEAVE)
    assert player.said[-1] == "Walk your hands back in."


def test_a_key_too_soon_after_a_change_says_so_and_is_announced(make: Make) -> None:
    player = make()
    player.reach(WORK, 100)
    player.said.clear()
    player.key(Key.Key_Right)
    assert player.session.step.kind is WORK
    assert status(player) == "One moment: the step has just changed."
    assert player.said == ["One moment: the step has just changed."]
    player.turn(600)
    player.key(Key.Key_Right)
    assert player.session.step.kind is LEAVE
    assert status(player) == ""


def test_what_cannot_be_done_says_why_and_goes_after_a_while(make: Make) -> None:
    player = make()
    player.key(Key.Key_Left)
    assert status(player) == "This is the first set. There is nothing before it."
    player.turn(4_900)
    assert status(player)
    player.turn(200)
    assert status(player) == ""


def test_enter_during_a_hold_says_that_it_runs_by_itself(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_Return)
    assert status(player).startswith("Enter starts a step that waits.")


def test_a_machine_that_slept_is_said(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.clock.turn(60_000)
    player.runner.look()
    assert player.session.phase is Phase.PAUSED
    assert status(player) == "Paused while the computer was asleep or busy."
    assert player.said[-1] == status(player)


def test_trouble_with_the_disk_stands_at_the_top_until_it_is_over(make: Make) -> None:
    player = make()
    player.runner.trouble.emit("The disk is full.")
    settle()
    assert "The disk is full." in words_on(player.page)
    assert player.said[-1] == "The disk is full."
    player.runner.trouble.emit("")
    settle()
    assert "The disk is full." not in words_on(player.page)


# Pain, and stopping


def test_my_pain_is_worse_pauses_and_offers_in_one_order(make: Make) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.key(Key.Key_P)
    assert player.session.phase is Phase.PAUSED
    assert options(player) == [
        "Easier version",
        "Fewer sets",
        "Skip this exercise",
        "Stop for today",
    ]
    said = words_on(player.sheet) if player.sheet else []
    assert "Chair fold. Sit on a chair at a table." in said
    assert "Go on to Cat-Cow Stretch. You can come back any time." in said


def test_the_easier_version_waits_until_the_person_is_there(make: Make) -> None:
    player = make()
    player.reach(WORK, 5_000)
    press(player.window, "My pain is worse")
    player.key(Key.Key_1)
    assert player.session.step.version is Version.EASIER
    assert player.session.phase is Phase.PAUSED
    assert "Chair fold" in words_on(player.page)
    assert "Standard version" in enabled(player)
    assert status(player) == "Easier version: Chair fold."
    player.key(Key.Key_P)
    assert "Easier version" not in options(player)
    assert {"Skip this exercise", "Stop for today"} <= set(options(player))


def test_an_exercise_can_be_skipped_from_there(make: Make) -> None:
    player = make()
    player.reach(WORK, 5_000)
    player.key(Key.Key_P)
    choose(player, "Skip this exercise")
    assert player.session.step.exercise == "cat-cow"
    assert player.session.phase is Phase.PAUSED


def test_the_last_exercise_says_that_skipping_ends_it(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK)
    player.key(Key.Key_P)
    assert player.sheet is not None
    assert "It is the last one. The session ends here." in words_on(player.sheet)


@pytest.mark.parametrize("easier", [False, True])
def test_the_warning_signs_have_the_same_number_whatever_is_offered(
    make: Make, easier: bool
) -> None:
    player = make()
    player.reach(WORK)
    if easier:
        player.key(Key.Key_E)
    asked: list[bool] = []
    player.page.signs_asked.connect(lambda: asked.append(True))
    player.key(Key.Key_P)
    player.key(Key.Key_5)
    assert asked == [True]
    assert player.session.phase is Phase.PAUSED


def test_pressed_by_mistake_leaves_it_paused(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_P)
    player.key(Key.Key_Escape)
    assert player.sheet is None
    assert player.session.phase is Phase.PAUSED


def test_stopping_is_asked_and_ends_the_session(make: Make) -> None:
    player = make()
    ended: list[SessionRecord] = []
    player.runner.ended.connect(ended.append)
    player.reach(WORK, 20_000)
    player.key(Key.Key_Escape)
    assert player.session.phase is Phase.PAUSED
    assert options(player) == ["Stop for today", "Go on"]
    player.key(Key.Key_1)
    assert [record.session.phase for record in ended] == [Phase.ABANDONED]


@pytest.mark.parametrize("answer", [Key.Key_2, Key.Key_Escape])
def test_going_on_continues_what_ran(make: Make, answer: Key) -> None:
    player = make()
    player.reach(WORK)
    press(player.window, "End")
    player.key(answer)
    assert player.session.phase is Phase.RESUMING


@pytest.mark.parametrize("answer", [Key.Key_2, Key.Key_Escape])
def test_going_on_leaves_paused_what_was_paused(make: Make, answer: Key) -> None:
    player = make()
    player.reach(WORK)
    player.key(Key.Key_Space)
    player.key(Key.Key_Escape)
    player.key(answer)
    assert player.session.phase is Phase.PAUSED


def test_warning_signs_and_keys_are_one_press_away(make: Make) -> None:
    player = make()
    asked: list[str] = []
    player.page.signs_asked.connect(lambda: asked.append("signs"))
    player.page.keys_asked.connect(lambda: asked.append("keys"))
    press(player.window, "Warning signs")
    press(player.window, "Keys of this page")
    assert asked == ["signs", "keys"]


# By ear


def test_a_hold_is_told_in_words_and_never_each_second(make: Make) -> None:
    player = make()
    player.reach(ENTER, 0)
    player.said.clear()
    player.reach(REST, 0)
    assert player.said == [
        f"Hold, {words.seconds(30)}.",
        "Halfway",
        words.seconds_left(10),
        words.seconds_left(5),
        "Walk your hands back in.",
        f"Rest, {words.seconds(15)}. Next, Child’s Pose, set 2 of 3.",
    ]


def test_the_time_is_told_on_demand(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.key(Key.Key_T)
    assert status(player) == f"Hold, {words.seconds_left(17)}. 11:02 left today."
    assert player.said[-1] == status(player)


def test_ten_seconds_more_are_told_to_who_does_not_see_them(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.key(Key.Key_Up)
    assert player.said[-1] == f"Hold, {words.seconds_left(27)}"


def test_the_ring_is_static_text_with_a_living_name(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    assert role_of(player.ring) is QAccessible.Role.StaticText
    assert name_of(player.ring) == f"Hold, {words.seconds_left(17)}"
    player.turn(1_000)
    assert name_of(player.ring) == f"Hold, {words.seconds_left(16)}"


def test_sides_are_named_rightly_through_a_set(make: Make) -> None:
    player = make(3, "standing-hamstring-stretch")
    player.reach(WORK, 4_000)
    assert "Left leg, set 1 of 3" in words_on(player.page)
    assert "Breathe out. Push your hips back." in words_on(player.page)
    player.reach(SWITCH)
    assert {"Left leg done", "Right leg next", "Now the right leg"} <= set(words_on(player.page))
    assert "Place your right heel one foot length in front." in words_on(player.page)
    player.reach(WORK)
    assert "Right leg, set 1 of 3" in words_on(player.page)


# What is heard


def test_what_is_said_and_stands_nowhere_else_is_written_and_gives_way_to_answers(
    make: Make,
) -> None:
    player = make()
    player.reach(WORK)
    for cue in (Say("Hold."), Chime(Sound.START)):
        player.page.show_cue(cue)
    assert status(player) == ""
    player.page.show_cue(Say("Halfway."))
    assert status(player) == "Halfway."
    player.key(Key.Key_T)
    player.page.show_cue(Say("Halfway."))
    assert status(player).startswith("Hold, ")
    player.turn(5_100)
    assert status(player) == ""


def test_what_is_said_once_a_session_is_written_so_that_it_can_stand_alone(make: Make) -> None:
    player = make()
    player.page.show_cue(Say("Listen to your body."))
    assert status(player) == "Listen to your body."
    player.page.show_cue(Say("New weakness."))
    assert status(player) == "Stop if: new weakness."
    player.page.show_cue(Say("Come to hands and knees."))
    assert status(player) == "Stop if: new weakness."


def test_answers_can_be_heard(make: Make) -> None:
    player = make()
    told: list[str] = []
    player.page.told.connect(told.append)
    player.key(Key.Key_Left)
    assert told == ["This is the first set. There is nothing before it."]


def test_saying_it_again_and_quiet_are_asked_for_by_key_and_pointer(make: Make) -> None:
    player = make()
    asked: list[str] = []
    player.page.again_asked.connect(lambda: asked.append("again"))
    player.page.quiet_asked.connect(lambda: asked.append("quiet"))
    player.key(Key.Key_R)
    player.key(Key.Key_M)
    press(player.window, "Sound off")
    assert asked == ["again", "quiet", "quiet"]
    player.page.show_quiet(True)
    assert status(player) == "Sound is off until this session ends."
    assert "Sound on" in enabled(player)
    player.page.show_quiet(False)
    assert status(player) == "Sound is on."
    assert "Sound off" in enabled(player)


def test_wishes_from_outside_count_also_when_nobody_looks(make: Make) -> None:
    player = make()
    player.reach(WORK)
    player.page.wish(Wish.PAUSE)
    assert player.session.phase is Phase.PAUSED
    player.window.hide()
    player.page.wish(Wish.PAUSE)
    assert player.session.phase is not Phase.PAUSED


# By eye


def test_reps_change_by_one_and_say_so(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK)
    assert {"1 rep less", "1 rep more"} <= enabled(player)
    player.key(Key.Key_Up)
    assert player.ring.face.unit == "of 11"
    bug = make(2, "dead-bug")
    bug.reach(WORK)
    assert {"1 rep less", "1 rep more"} <= enabled(bug)
    bug.key(Key.Key_Up)
    assert bug.ring.face.unit == "of 11"


def test_a_fast_clock_says_so(make: Make) -> None:
    slow, fast = make(), make(speed=20)
    (pill,) = slow.page.findChildren(SpeedPill)
    assert not pill.isVisible()
    (pill,) = fast.page.findChildren(SpeedPill)
    assert pill.isVisible()
    assert name_of(pill) == "Clock runs 20 times faster"


class Paints(QObject):
    """Notes which parts of a window are painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted: list[str] = []
        for widget in [window, *window.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted.append(type(watched).__name__)
        return False


def test_nothing_repaints_when_nothing_changed(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    player.key(Key.Key_Space)
    settle()
    paints = Paints(player.window)
    for _ in range(5):
        player.runner.changed.emit()
        settle()
    assert paints.painted == []


def test_during_a_hold_only_what_moves_is_painted(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    settle()
    paints = Paints(player.window)
    player.turn(100)
    settle()
    assert "CountdownRing" in paints.painted
    assert not {"ControlBar", "RoundButton", "Button", "NumberedLines"} & set(paints.painted)


# The figure between two looks


def test_the_figure_moves_on_from_frame_to_frame_and_nothing_else_does(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK, 1_000)
    settle()
    before, said = player.session, list(player.said)
    drawings = [player.figure.drawing]
    paints = Paints(player.window)
    for _ in range(3):
        player.frame()
        settle()
        drawings.append(player.figure.drawing)
    assert len(set(drawings)) == 4
    assert "FigureView" in paints.painted
    assert not {"CountdownRing", "ControlBar", "RoundButton", "TempoBar"} & set(paints.painted)
    assert player.session is before
    assert player.said == said


def test_a_frame_never_shows_the_next_step_before_it_begins(make: Make) -> None:
    player = make()
    player.reach(ENTER, 5_900)
    player.frame(99)
    last = player.figure.drawing
    player.frame(300)
    assert player.figure.drawing is last
    assert player.session.step.kind is ENTER
    player.runner.look()
    assert player.session.step.kind is WORK


@pytest.mark.parametrize(
    ("kind", "ms", "runs"),
    [
        (READY, 5_000, False), (ENTER, 100, True), (ENTER, 5_900, True), (WORK, 13_000, False),
        (LEAVE, 3_000, True), (REST, 5_000, False),
    ],
)  # fmt: skip
def test_frames_are_drawn_only_while_the_figure_moves(
    make: Make, kind: StepKind, ms: int, runs: bool
) -> None:
    player = make(1, "childs-pose")
    if kind is READY:
        player.turn(ms)
    else:
        player.reach(kind, ms)
    assert player.frames.isActive() is runs
    assert player.frames.interval() == 33


def test_the_next_exercise_is_drawn_frame_by_frame_until_it_is_there(make: Make) -> None:
    player = make()
    player.reach(WORK, exercise="cat-cow")
    player.reach(REST, 100, exercise="pelvic-tilts")
    assert player.frames.isActive()
    seen = {player.figure.drawing}
    for _ in range(5):
        player.frame()
        seen.add(player.figure.drawing)
    assert len(seen) == 6
    player.turn(800)
    assert not player.frames.isActive()


def test_out_of_sight_no_frame_is_drawn(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK)
    assert player.frames.isActive()
    player.page.hide()
    assert not player.frames.isActive()
    player.turn(300)
    assert not player.frames.isActive()
    player.page.show()
    assert player.frames.isActive()
    player.window.showMinimized()
    settle()
    assert not player.frames.isActive()
    player.turn(300)
    assert not player.frames.isActive()
    player.window.showNormal()
    settle()
    player.turn(100)
    assert player.frames.isActive()


def test_a_pause_stops_the_figure_where_it_is(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK, 2_500)
    player.key(Key.Key_Space)
    assert not player.frames.isActive()
    drawing = player.figure.drawing
    player.turn(1_500)
    player.frame()
    assert player.figure.drawing is drawing
    player.key(Key.Key_Space)
    player.turn(2_900)
    assert player.session.phase is Phase.RESUMING
    assert (player.figure.drawing, player.frames.isActive()) == (drawing, False)
    player.turn(200)
    assert player.frames.isActive()
    assert player.figure.drawing is not drawing


def test_a_machine_that_slept_stops_the_figure_too(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK, 2_500)
    drawing = player.figure.drawing
    player.frame(60_000)
    assert player.figure.drawing is drawing
    player.runner.look()
    assert not player.frames.isActive()


def test_at_the_end_nothing_moves_any_more(make: Make) -> None:
    player = make(1, "cat-cow")
    player.reach(WORK)
    player.reach(WORK)
    player.turn(79_000)
    assert player.runner.session is None
    assert not player.frames.isActive()
    player.frame()


def test_a_frozen_figure_stands_while_the_ring_goes_on(make: Make) -> None:
    player = make(1, "childs-pose", freeze_figure=True)
    player.reach(WORK, 5_000)
    figure, ring = player.figure.drawing, player.ring.face
    player.turn(2_500)
    assert not player.frames.isActive()
    assert player.figure.drawing is figure
    assert player.ring.face.breath != ring.breath


@pytest.mark.parametrize("still", ["reduce_motion", "freeze_figure"])
def test_without_motion_frames_are_drawn_for_the_fades_alone(make: Make, still: str) -> None:
    player = make(1, "cat-cow", **{still: True})
    player.reach(WORK, 3_950)
    assert not player.frames.isActive()
    cat = player.figure.drawing
    player.turn(100)
    assert player.frames.isActive()
    cow = player.figure.drawing
    assert cow is not cat
    player.turn(200)
    assert not player.frames.isActive()
    player.turn(2_000)
    assert player.figure.drawing is cow


@pytest.mark.parametrize("option", ["Easier version", "Skip this exercise"])
def test_what_was_chosen_in_a_pause_is_what_the_figure_shows(make: Make, option: str) -> None:
    """Not the exercise that hurt, nor a way from it."""
    player = make()
    player.reach(WORK, 12_000)
    hurt = player.figure.drawing
    player.key(Key.Key_P)
    choose(player, option)
    phases = [player.session.phase]
    chosen = player.figure.drawing
    assert hurt is not None
    assert chosen is not None
    assert chosen.box != hurt.box
    player.key(Key.Key_Space)
    player.turn(500)
    phases.append(player.session.phase)
    assert phases == [Phase.PAUSED, Phase.RUNNING]
    assert player.figure.drawing == chosen
    player.reach(WORK, 100)
    assert player.frames.isActive()


def test_a_screen_reader_is_told_what_the_figure_does(make: Make) -> None:
    player = make(3, "standing-hamstring-stretch")
    player.reach(WORK)
    assert "left heel in front" in name_of(player.figure)
    player.reach(WORK)
    assert "right heel in front" in name_of(player.figure)
    assert player.said[-1] != name_of(player.figure)


def fixed_places(player: Player) -> dict[str, QRect]:
    """Where the parts lie that must never move."""
    parts = [player.ring, *player.page.findChildren(BesideLine)]
    parts += player.page.findChildren(NextCard)
    parts += player.page.findChildren(TempoBar)
    parts += controls(player.window).values()
    found = {}
    for part in parts:
        corner = part.mapTo(player.window, QPoint(0, 0))
        name = type(part).__name__ + (name_of(part) if part is not player.ring else "")
        found[name] = QRect(corner, part.size())
    return found


@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
def test_nothing_moves_when_the_step_changes(make: Make, size: tuple[int, int]) -> None:
    player = make(3, size=size)
    known = fixed_places(player)
    for kind in (WORK, REST, WORK, SWITCH, WORK, REST, ENTER, WORK, LEAVE, SWITCH, REST):
        player.reach(kind)
        settle()
        for name, place in fixed_places(player).items():
            assert known.setdefault(name, place) == place, (kind, name)
    player.key(Key.Key_E)
    player.key(Key.Key_Space)
    settle()
    for name, place in fixed_places(player).items():
        assert known.setdefault(name, place) == place, name


@pytest.mark.parametrize("per_cent", [90, 100, 130, 160, 200])
@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
def test_large_text_is_never_cut_and_controls_stay_apart(
    make: Make, per_cent: int, size: tuple[int, int]
) -> None:
    player = make(2, size=size, text_size=per_cent)
    for kind, exercise in (
        (READY, None), (WORK, "dead-bug"), (REST, None), (WORK, "seated-knee-to-chest"),
        (SWITCH, None),
    ):  # fmt: skip
        if kind is not READY:
            player.reach(kind, exercise=exercise)
        player.key(Key.Key_E)
        player.key(Key.Key_T)
        settle()
        assert not clipped(player.page)
        (bar,) = player.page.findChildren(ControlBar)
        (line,) = player.page.findChildren(BesideLine)
        assert player.ring.geometry().bottom() < line.y()
        slots = [*player.page.findChildren(NextCard), *player.page.findChildren(LargeButton)]
        slots += player.page.findChildren(TempoBar)
        assert line.geometry().bottom() < min(w.y() for w in slots if w.isVisible())
        assert all(w.width() >= 44 and w.height() >= 44 for w in controls(player.window).values())
        rects = [
            QRect(w.mapTo(player.window, QPoint(0, 0)), w.size()) for w in controls(bar).values()
        ]
        assert all(player.window.rect().contains(rect) for rect in rects)
        assert all(b.width() >= b.sizeHint().width() for b in bar.findChildren(Button))
        for n, one in enumerate(rects):
            assert not any(one.intersects(other) for other in rects[n + 1 :])


def test_what_does_not_fit_is_scrolled_to(make: Make) -> None:
    player = make(size=(880, 600), text_size=200)
    (column,) = player.page.findChildren(RingColumn)
    before = column.mapTo(player.window, QPoint(0, 0)).y()
    player.key(Key.Key_PageDown)
    settle()
    below = column.mapTo(player.window, QPoint(0, 0)).y()
    assert below < before
    player.key(Key.Key_PageUp)
    player.key(Key.Key_PageUp)
    settle()
    assert column.mapTo(player.window, QPoint(0, 0)).y() == before


def test_who_tabbed_to_what_is_below_sees_the_ring_again_once_that_is_done(make: Make) -> None:
    player = make(size=(880, 600), text_size=200)
    player.reach(WORK)
    (scroll,) = player.page.findChildren(Scroll)
    bar = scroll.verticalScrollBar()
    player.key(Key.Key_Space)
    tab_to(player, "Continue")
    assert bar.value() > 0
    player.key(Key.Key_Space)
    player.turn(3_100)
    assert player.window.focusWidget() is player.page.first_focus
    assert bar.value() == 0


def test_every_step_begins_with_its_first_words_in_sight(make: Make) -> None:
    player = make(size=(880, 600), text_size=200)
    player.reach(WORK)
    (scroll,) = player.page.findChildren(Scroll)
    bar = scroll.verticalScrollBar()
    player.key(Key.Key_PageDown)
    player.turn(2_000)
    assert bar.value() > 0
    player.reach(REST)
    assert bar.value() == 0


@pytest.mark.parametrize("kind", [READY, WORK, REST])
def test_in_a_small_window_what_to_do_now_is_in_sight_at_twice_the_text(
    make: Make, kind: StepKind
) -> None:
    player = make(2, size=(880, 600), text_size=200)
    if kind is not READY:
        player.reach(kind)
    settle()
    (stage,) = player.page.findChildren(Stage)
    (scroll,) = player.page.findChildren(Scroll)
    starts = {READY: "Lie on your back", WORK: "Breathe out. Reach your right", REST: "Lie on"}
    (line,) = (w for w in labels_on(stage) if w.text().startswith(starts[kind]))
    view = scroll.viewport()
    assert view.rect().contains(QRect(line.mapTo(view, QPoint()), line.size()))
    assert not clipped(stage)
    others = [w.geometry() for w in labels_on(stage) if w is not line]
    assert not any(line.geometry().intersects(other) for other in others)


def test_the_key_of_pause_has_room_whichever_name_it_had_first(make: Make) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.window.resize(1160, 760)
    settle()
    (control,) = (
        c for c in player.page.findChildren(RoundControl) if c.button is player.page.first_focus
    )
    place = control.geometry()
    player.key(Key.Key_Space)
    settle()
    assert control.width() >= control.caption_width(with_key=True)
    player.window.resize(1161, 760)
    settle()
    assert control.geometry().size() == place.size()


def test_it_follows_the_theme_while_it_runs(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    light = player.window.grab().toImage().pixelColor(5, 5).name()
    player.theme.apply(Settings(theme=choices.Theme.DARK, reduce_motion=True))
    settle()
    assert player.window.grab().toImage().pixelColor(5, 5).name() != light
    assert player.ring.face.breath == 1.0


@pytest.mark.parametrize("kind", [READY, ENTER, WORK])
def test_what_to_do_now_is_in_sight_without_scrolling_at_twice_the_text(
    make: Make, kind: StepKind
) -> None:
    player = make(text_size=200)
    if kind is not READY:
        player.reach(kind, 12_000 if kind is WORK else 1_000)
    settle()
    (stage,) = player.page.findChildren(Stage)
    (scroll,) = player.page.findChildren(Scroll)
    view = scroll.viewport()
    assert view.rect().contains(QRect(stage.mapTo(view, QPoint()), stage.size()))
    assert not clipped(stage)


@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
def test_at_twice_the_text_the_controls_still_stand_in_one_row(
    make: Make, size: tuple[int, int]
) -> None:
    player = make(size=size, text_size=200)
    (bar,) = player.page.findChildren(ControlBar)
    middle = bar.pause.mapTo(bar, bar.pause.rect().center()).y()
    known = {button: button.geometry() for button in bar.findChildren(Button)}
    assert all(place.top() < middle < place.bottom() for place in known.values())
    player.key(Key.Key_E)
    player.key(Key.Key_Space)
    settle()
    assert "Standard version" in controls(bar)
    assert {button: button.geometry() for button in bar.findChildren(Button)} == known


@pytest.mark.parametrize("kind", [READY, SWITCH, REST])
def test_the_large_button_is_in_sight_at_twice_the_text(make: Make, kind: StepKind) -> None:
    player = make(3, text_size=200)
    if kind is not READY:
        player.reach(kind)
    settle()
    (button,) = player.page.findChildren(LargeButton)
    (scroll,) = player.page.findChildren(Scroll)
    view = scroll.viewport()
    assert button.isVisible()
    assert view.rect().contains(QRect(button.mapTo(view, QPoint()), button.size()))


def test_what_is_done_and_what_is_left_today_stand_on_one_line(make: Make) -> None:
    player = make()
    found = {text.text: text for text in painted(player.page)}
    middles = [
        found[said].on.mapTo(player.page, found[said].ink.center()).y()
        for said in ("Cat-Cow Stretch", "left today")
    ]
    assert abs(middles[0] - middles[1]) <= 3


def test_the_mark_of_the_breath_stays_with_its_broken_words(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = BesideLine(theme, page)
    line.resize(300, 96)
    line.show_line(Beside("breath", "Breathe out, reach away from the middle"))
    (words,) = line.findChildren(Label)
    assert words.height() > theme.line_height("h3")
    assert words.width() < 250
    assert abs(line.rect().center().x() - (words.x() - 41 + words.geometry().right()) / 2) <= 2


def test_options_grow_with_their_words(make: Make) -> None:
    player = make(text_size=200)
    player.key(Key.Key_P)
    settle()
    assert player.sheet is not None
    assert not clipped(player.sheet)


@pytest.mark.parametrize("asked", [Key.Key_P, Key.Key_Escape, Key.Key_V])
def test_a_key_of_the_desktop_does_not_go_on_behind_a_question(make: Make, asked: Key) -> None:
    player = make()
    player.reach(WORK)
    player.key(asked)
    step = player.session.index
    for wish in (Wish.PAUSE, Wish.SKIP, Wish.BACK):
        player.page.wish(wish)
        assert (player.session.phase, player.session.index) == (Phase.PAUSED, step)
    assert player.sheet is not None
