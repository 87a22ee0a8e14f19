"""The player at every kind of moment: near, on all of the screen, and in its mini window."""

from ..core.exercise import Version
from ..core.pain import Symptom
from ..core.script import StepKind
from ..core.session import Command
from ..playing import FAR_OFFERED
from ..ui.away_sheet import AwaySheet
from ..ui.day_page import DayPage
from ..ui.library_page import LibraryPage
from ..ui.mini_player import MiniPlayer
from ..ui.pain_sheet import MORE, PainNowSheet
from ..ui.player_keys import Wish
from ..ui.player_page import PlayerPage
from ..ui.player_sheets import NOW, PainSheet
from ..ui.widgets.button import Button
from ..ui.widgets.sheet import Sheet
from .expecting import expect
from .looking import Onlooker, onlooker

MOMENTS = (StepKind.READY, StepKind.ENTER, StepKind.WORK, StepKind.REST)
SINGLE = {"cat-cow": StepKind.WORK, "standing-hamstring-stretch": StepKind.SWITCH}
"""In one the tempo is told, in the other the side."""
STOOD_MS = 3_600_000


def every_moment(language: str) -> None:
    """With all that is asked there."""
    with onlooker(language) as one:
        for _ in one.looks():
            _see_a_day(one)
            _see_what_is_asked(one)
            for exercise, kind in SINGLE.items():
                _see_one(one, exercise, kind)
        _begin(one)
        _see_from_afar(one)
        _see_the_mini_window(one)


def _begin(one: Onlooker) -> None:
    """Day 1 of a new week, by somebody to whom the full screen was never offered."""
    one.app.journal.keep(FAR_OFFERED, False)
    one.the(DayPage).round_asked.emit()
    one.app.start(1)
    one.app.answer(2)


def _see_a_day(one: Onlooker) -> None:
    _begin(one)
    for kind in MOMENTS:
        one.follow_to(kind)
        one.see("player")
    one.the(PlayerPage).wish(Wish.PAUSE)
    one.see("player")


def _see_what_is_asked(one: Onlooker) -> None:
    """In the end that somebody is dizzy, which leads to the warning signs."""
    player, session = one.the(PlayerPage), one.app.runner.session
    assert session is not None
    AwaySheet(one.app.theme, one.app.window, session, one.content, STOOD_MS)
    one.see_sheet(AwaySheet)
    for wish in (Wish.END, Wish.WAYS):
        player.wish(wish)
        one.see_sheet(Sheet)
    player.wish(Wish.PAIN)
    one.paint_sheet(PainSheet).choose(NOW)
    asked = one.paint_sheet(PainNowSheet)
    one.the(Button, MORE[0]).click()
    one.paint_sheet(PainNowSheet)
    asked.dismiss()
    asked.symptom_told.emit(Symptom.DIZZY)
    one.see_sheet(Sheet)
    one.see("signs")
    one.have_no_signs()


def _see_one(one: Onlooker, exercise: str, kind: StepKind) -> None:
    """For its own sake."""
    one.app.show("library")
    one.the(LibraryPage).try_asked.emit(exercise, Version.STANDARD)
    one.follow_to(kind)
    one.see("player")
    one.app.runner.do(Command.END)


def _see_from_afar(one: Onlooker) -> None:
    """All of the screen is taken once: on some systems it takes long to come and go."""
    player = one.the(PlayerPage)
    player.wish(Wish.FULL)
    expect(one.app.window.isFullScreen(), "the window does not take all of the screen")
    for _ in one.looks():
        one.see("player")
    player.wish(Wish.FULL)


def _see_the_mini_window(one: Onlooker) -> None:
    player = one.the(PlayerPage)
    player.wish(Wish.MINI)
    mini = one.the(MiniPlayer).window
    if mini is None:
        raise AssertionError("the mini window does not open")
    try:
        for _ in one.looks():
            one.paint(mini, "mini window")
    finally:
        player.wish(Wish.MINI)
    one.see("player")
