"""Coming back to a session that stood still: asked once, wherever it was left."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui import words
from backplan_gui.core.away import span_of
from backplan_gui.core.floor import DOWN
from backplan_gui.core.plan import Side
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Pace
from backplan_gui.ui.away_sheet import AwaySheet, left_said, place_said
from backplan_gui.ui.player_keys import Wish
from backplan_gui.ui.widgets.sheet import OptionRow

from .fakes_far import FarAway
from .fakes_player import CONTENT, at, laid_out
from .seeing import clipped, name_of, press, settle, tab_order, words_on

Key = Qt.Key
READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
Make = Callable[..., FarAway]
MINUTE = 60_000


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """A session 13 seconds into its first hold."""
    made: list[FarAway] = []

    def player(day: int = 1, only: str | None = None, **more: object) -> FarAway:
        made.append(FarAway(qtbot, day, only, **more))  # type: ignore[arg-type]  # choices by name
        made[-1].reach(WORK, 13_000)
        return made[-1]

    yield player
    for one in made:
        one.end()


def nap(player: FarAway, minutes: int, *, steady: bool = False) -> None:
    """The machine sleeps, with or without its steady clock, and wakes up again."""
    player.clock.wall += minutes * MINUTE
    player.clock.steady += minutes * MINUTE if steady else 0
    player.runner.look()
    settle()


def come_back(player: FarAway) -> None:
    """The window comes to the front again."""
    QApplication.sendEvent(player.main, QEvent(QEvent.Type.WindowActivate))
    settle()


def line(player: FarAway) -> str:
    """What the card says of the step, and how long ago; "" where there is no card."""
    if not isinstance(player.sheet, AwaySheet):
        return ""
    return words_on(player.sheet)[1]


def away(minutes: int) -> str:
    """What it says of the step that `make` leads to."""
    return f"17 s left · paused {words.minutes(minutes)}"


# What it says


@pytest.mark.parametrize("steady", [False, True], ids=["clock asleep too", "clock awake"])
def test_the_machine_slept_and_the_card_says_where_one_was(make: Make, steady: bool) -> None:
    player = make()
    nap(player, 9, steady=steady)
    assert player.sheet is not None
    assert words_on(player.sheet)[0] == "Child’s Pose, set 1 of 3"
    assert line(player) == away(9)
    rows = player.sheet.findChildren(OptionRow)
    assert [row.text() for row in rows] == ["Continue", "Do this step again", "End for today"]
    assert rows[0].hasFocus()
    rest = ["Do this step again", "End for today", "Close"]
    assert tab_order(player.sheet, 4) == [*rest, "Continue"]


def test_ears_hear_all_of_it(make: Make) -> None:
    player = make()
    told: list[str] = []
    player.page.told.connect(told.append)
    nap(player, 9)
    place, left = "Child’s Pose, set 1 of 3", "17 seconds left. Paused 9 minutes ago."
    ways = "1: Continue. 2: Do this step again. 3: End for today."
    assert told == [f"{place}. {left} {ways}"]
    assert player.said[-1] == told[0]
    assert player.sheet is not None
    assert (name_of(player.sheet), player.sheet.accessibleDescription()) == (place, left)


def in_(day: int, only: str, kind: StepKind, ms: int, **more: object) -> Session:
    return at(laid_out(day, only, **more), kind, ms)


@pytest.mark.parametrize(
    ("session", "place", "left"),
    [
        (
            at(laid_out(4, "side-plank"), WORK, 0, side=Side.LEFT),
            "Side Plank, left side, set 1 of 2",
            "30 s left",
        ),
        (in_(1, "childs-pose", READY, 2_000), "Child’s Pose, set 1 of 3", "Get ready, 18 s left"),
        (in_(1, "childs-pose", ENTER, 2_000), "Child’s Pose, set 1 of 3", "Move in"),
        (in_(1, "childs-pose", LEAVE, 2_000), "Child’s Pose, set 1 of 3", "Move out"),
        (in_(1, "childs-pose", REST, 5_500), "Child’s Pose, set 2 of 3", "Rest, 10 s left"),
        (in_(1, "cat-cow", WORK, 41_000), "Cat-Cow Stretch, set 1 of 2", "5 reps left"),
        (in_(2, "dead-bug", WORK, 58_000), "Dead Bug, set 1 of 2", "7 reps left each side"),
        (
            in_(3, "standing-hamstring-stretch", SWITCH, 1_000),
            "Standing Hamstring Stretch, set 1 of 3",
            "Switch sides, 7 s left",
        ),
        (in_(5, "walking", WORK, 30_000), "Warm-up, easy pace, part 1 of 5", "2:30 min left"),
        (in_(5, "foam-rolling", READY, 0), "Foam Rolling, 5 minutes", "Get ready, 30 s left"),
        (
            in_(1, "cat-cow", WORK, 30_000, pace=Pace.OWN.value),
            "Cat-Cow Stretch, set 1 of 2",
            "10 reps left",
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_every_step_says_where_it_stands(session: Session, place: str, left: str) -> None:
    assert (place_said(session, CONTENT), left_said(session)) == (place, left)


def test_on_the_way_to_the_floor_there_is_no_time_that_is_left(make: Make) -> None:
    player = make()
    down = msgspec.structs.replace(player.session.step, kind=READY, help=DOWN, part=3)
    session = Session((down, *player.session.script))
    assert left_said(session) == left_said(session, spoken=True) == ""
    sheet = AwaySheet(player.theme, player.main, session, CONTENT, 200 * MINUTE)
    assert words_on(sheet)[:2] == ["Getting down to the floor, line 3 of 7", "Paused 3 h 20 min"]
    assert sheet.accessibleDescription() == "Paused 3 hours 20 minutes ago."
    sheet.dismiss()


@pytest.mark.parametrize(
    ("ms", "said", "spoken"),
    [
        (MINUTE + 1, "1 min", "1 minute"),
        (59 * MINUTE, "59 min", "59 minutes"),
        (60 * MINUTE, "1 h", "1 hour"),
        (125 * MINUTE, "2 h 5 min", "2 hours 5 minutes"),
        (24 * 60 * MINUTE, "1 day", "1 day"),
        (80 * 60 * MINUTE, "3 days", "3 days"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_how_long_ago_is_told_in_few_words(ms: int, said: str, spoken: str) -> None:
    assert (words.span(span_of(ms)), words.span_spoken(span_of(ms))) == (said, spoken)


# What follows from it


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_1, Key.Key_Space])
def test_continue_goes_on_from_there_after_three_seconds(make: Make, key: Key) -> None:
    player = make()
    nap(player, 9)
    player.key(key)
    assert player.sheet is None
    assert (player.session.phase, player.session.reentry) == (Phase.RESUMING, 3_000)
    assert player.session.elapsed == 13_000
    assert player.main.focusWidget() is player.page.first_focus


def test_the_step_is_done_again_from_its_beginning(make: Make) -> None:
    player = make()
    player.reach(WORK, 13_000)
    nap(player, 9)
    player.key(Key.Key_2)
    assert (player.session.phase, player.session.elapsed) == (Phase.RESUMING, 0)
    assert player.session.step.set_no == 2
    assert [(w.set_no, w.complete) for w in player.session.worked] == [(1, True)]


def test_the_end_is_the_end_and_asks_nothing_more(make: Make) -> None:
    player = make()
    ended: list[SessionRecord] = []
    player.runner.ended.connect(ended.append)
    nap(player, 9)
    player.key(Key.Key_3)
    (record,) = ended
    assert record.session.phase is Phase.ABANDONED
    assert [(w.set_no, w.amount) for w in record.session.worked] == [(1, 13_000)]
    assert player.sheet is None


def test_closed_without_an_answer_it_stays_paused_until_it_is_asked_to_go_on(make: Make) -> None:
    player = make()
    nap(player, 9)
    player.key(Key.Key_Escape)
    assert player.sheet is None
    assert Command.RESUME in player.runner.allowed()
    player.clock.turn(MINUTE)
    player.key(Key.Key_Space)
    assert player.session.phase is Phase.RESUMING


def test_who_left_it_open_for_long_and_closes_it_is_here(make: Make) -> None:
    player = make()
    nap(player, 9)
    player.clock.turn(5 * MINUTE)
    player.key(Key.Key_Escape)
    player.key(Key.Key_Space)
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


@pytest.mark.parametrize("by", ["Space", "sleep"])
def test_another_pause_is_counted_anew(make: Make, by: str) -> None:
    player = make()
    nap(player, 9)
    player.key(Key.Key_1)
    player.turn(5_000)
    if by == "sleep":
        nap(player, 2)
    else:
        player.key(Key.Key_Space)
        player.clock.turn(2 * MINUTE)
        player.key(Key.Key_Space)
    assert line(player).endswith("paused 2 min")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_a_key_that_is_still_down_answers_nothing(make: Make, key: Key) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(9 * MINUTE)
    player.key(key)
    assert player.sheet is not None
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, autorep=True)
        QApplication.sendEvent(player.main.windowHandle(), held)
    assert player.sheet is not None
    assert player.session.phase is Phase.PAUSED


# When it comes


def test_a_minute_is_not_long_enough(make: Make) -> None:
    player = make()
    player.clock.wall += MINUTE
    player.runner.look()
    come_back(player)
    assert player.session.phase is Phase.PAUSED
    assert player.sheet is None
    player.clock.turn(1)
    come_back(player)
    assert line(player) == away(1)


@pytest.mark.parametrize("by", ["Space", "Enter", "button", "window"])
def test_after_a_pause_of_ones_own_it_comes_with_whoever_goes_on(make: Make, by: str) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(9 * MINUTE)
    settle()
    assert player.sheet is None
    match by:
        case "Space":
            player.key(Key.Key_Space)
        case "Enter":
            player.key(Key.Key_Return)
        case "button":
            press(player.page, "Continue")
        case _:
            come_back(player)
    assert line(player) == away(9)
    assert player.session.phase is Phase.PAUSED


def test_after_a_short_pause_one_goes_on_at_once(make: Make) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(MINUTE)
    player.key(Key.Key_Space)
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


def test_a_pause_of_ones_own_outlasts_the_sleep_of_the_machine_and_counts_from_its_beginning(
    make: Make,
) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(3 * MINUTE)
    player.runner.do(Command.SUSPEND)
    nap(player, 6)
    assert player.session.phase is Phase.PAUSED
    come_back(player)
    assert line(player) == away(9)
    assert player.session.phase is Phase.PAUSED


def test_a_clock_that_was_set_back_meanwhile_makes_no_nonsense_of_it(make: Make) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(9 * MINUTE)
    player.clock.wall -= 24 * 60 * MINUTE
    come_back(player)
    assert line(player) == away(9)


def test_it_comes_once_a_return(make: Make) -> None:
    player = make()
    nap(player, 9)
    come_back(player)
    assert len([s for s in player.main.findChildren(AwaySheet) if s.isVisible()]) == 1
    player.key(Key.Key_Escape)
    player.clock.turn(MINUTE)
    come_back(player)
    assert player.sheet is None
    player.clock.turn(MINUTE)
    come_back(player)
    assert line(player) == away(11)


def test_while_it_is_open_it_says_how_long_by_now(make: Make) -> None:
    player = make()
    nap(player, 9)
    player.clock.turn(3 * MINUTE)
    come_back(player)
    assert line(player) == away(12)


def test_who_does_something_else_first_is_here_and_is_not_asked(make: Make) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(9 * MINUTE)
    player.key(Key.Key_T)
    player.key(Key.Key_Space)
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


def test_pain_that_is_worse_waits_for_no_card(make: Make) -> None:
    player = make()
    player.key(Key.Key_Space)
    player.clock.turn(9 * MINUTE)
    player.key(Key.Key_P)
    assert player.sheet is not None
    assert not isinstance(player.sheet, AwaySheet)


def test_it_is_not_laid_over_another_question_but_follows_it(make: Make) -> None:
    player = make()
    player.key(Key.Key_Escape)  # the question whether to stop here
    question = player.sheet
    player.clock.wall += 9 * MINUTE
    come_back(player)
    assert player.sheet is question
    player.key(Key.Key_2)
    assert line(player) == away(9)
    assert player.session.phase is Phase.PAUSED


def test_who_takes_time_over_another_question_was_here_all_the_while(make: Make) -> None:
    player = make()
    player.key(Key.Key_Escape)
    player.clock.turn(9 * MINUTE)
    player.key(Key.Key_2)
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


def test_what_was_missed_under_another_question_is_not_asked_of_a_later_pause(make: Make) -> None:
    player = make()
    player.key(Key.Key_P)
    player.clock.wall += 9 * MINUTE
    come_back(player)
    player.key(Key.Key_Escape)
    player.key(Key.Key_Space)
    assert line(player) == away(9)
    player.key(Key.Key_1)
    player.turn(5_000)
    player.key(Key.Key_Escape)
    player.clock.turn(2 * MINUTE)
    player.key(Key.Key_2)
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


@pytest.mark.parametrize("wish", [Wish.PAUSE, Wish.MAIN])
def test_asked_to_go_on_twice_by_a_key_of_the_desktop_it_does(make: Make, wish: Wish) -> None:
    player = make()
    player.runner.do(Command.SUSPEND)
    player.clock.wall += 9 * MINUTE
    player.page.wish(wish)
    assert line(player) == away(9)
    player.page.wish(wish)
    settle()
    assert player.sheet is None
    assert player.session.phase is Phase.RESUMING


def test_it_goes_when_the_session_does_not_stand_there_any_more(make: Make) -> None:
    player = make()
    nap(player, 9)
    player.page.wish(Wish.SKIP)
    settle()
    assert player.sheet is None
    assert player.session.phase is Phase.PAUSED


# Wherever it was left


def test_a_window_that_is_minimised_is_waited_for(make: Make) -> None:
    player = make()
    player.main.showMinimized()
    settle()
    nap(player, 9)
    assert player.sheet is None
    player.clock.turn(3 * MINUTE)
    player.main.showNormal()
    settle()
    assert line(player) == away(12)


def test_all_of_the_screen_stays_all_of_the_screen(make: Make) -> None:
    player = make()
    player.key(Key.Key_F)
    nap(player, 9)
    assert player.sheet is not None
    assert player.sheet.size() == player.main.size()
    player.key(Key.Key_Escape)
    assert player.sheet is None
    assert player.main.isFullScreen()
    assert player.session.phase is Phase.PAUSED


@pytest.mark.parametrize("by", ["wake", "Space"])
def test_from_the_mini_player_one_is_asked_in_the_window(make: Make, by: str) -> None:
    player = make()
    player.key(Key.Key_C)
    assert player.has_mini
    if by == "wake":
        nap(player, 9)
    else:
        player.key(Key.Key_Space)
        player.clock.turn(9 * MINUTE)
        player.key(Key.Key_Space)
    assert not player.has_mini
    assert player.main.isVisible()
    assert line(player) == away(9)


def test_on_another_page_nobody_is_asked_until_the_session_is_on_show_again(make: Make) -> None:
    player = make()
    player.main.show_page("other")
    nap(player, 9)
    come_back(player)
    assert player.sheet is None
    player.clock.turn(MINUTE)
    player.main.show_page("player")
    settle()
    assert line(player) == away(10)


# By eye


@pytest.mark.parametrize("size", [(1120, 760), (880, 600)])
@pytest.mark.parametrize("text_size", [100, 160, 200])
def test_no_word_is_cut_at_any_size(make: Make, size: tuple[int, int], text_size: int) -> None:
    player = make(3, "standing-hamstring-stretch", size=size, text_size=text_size)
    nap(player, 125)
    assert player.sheet is not None
    assert line(player).endswith("paused 2 h 5 min")
    assert clipped(player.sheet) == []
