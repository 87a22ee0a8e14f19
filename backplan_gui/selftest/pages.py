"""Every page, painted in every look, as it is after a session in which it hurt more."""

from pathlib import Path

from .. import words
from ..core.easing import Ease
from ..core.script import StepKind
from ..core.session import Command
from ..core.signs import answered
from ..core.tailoring import Today
from ..progress import Progress
from ..store.backups import Backup
from ..store.errors import Finding
from ..store.previews import Preview
from ..ui.day_page import DayPage
from ..ui.finish_page import FinishPage
from ..ui.main_window import MainWindow
from ..ui.pain_page import PainPage
from ..ui.player_keys import Wish
from ..ui.player_page import PlayerPage
from ..ui.player_sheets import PainSheet
from ..ui.recovery_page import Found, RecoveryPage, stand_alone
from ..ui.signs_page import SignsPage
from ..ui.today_sheet import TodaySheet
from ..ui.widgets.search_field import SearchField
from ..ui.widgets.weekday_row import WeekdayRow
from .expecting import expect
from .looking import Onlooker, onlooker, tidy

PANEL = (Progress.PAGE, "settings", "about")
DAYS, OUTSIDE = range(1, 8), 5
"""The days, and the one that comes in parts."""
TODAY = Today(minutes=10)
"""As a person may set a day."""
ON = "2026-11-26"
GOOD = Backup(Path("good"), f"{ON}T10:30:05Z", ON, 3, None, "")
BAD = Backup(Path("bad"), f"{ON}T09:30:05Z", ON, 3, None, "")
BACKUPS = ((GOOD, Preview(1, 1, ON, 1, 1)), (BAD, None))
FOUND = (
    Found(Finding.DAMAGED, ON, BACKUPS, "folder", trouble="trouble"),
    Found(Finding.NEWER, ON, version=4, newest=3),
)


def every_page(language: str) -> None:
    """Light and dark, with and without high contrast."""
    with onlooker(language) as one:
        expect("(" not in words.sets(2), "the words that count are missing")
        past = _past(one)
        for day in DAYS:
            one.app.show_day(day)
            one.see("day")
        for _ in one.looks():
            _see_the_panel(one)
            _see_the_days(one)
            one.app.progress.session_asked.emit(past)
            one.see("session")
            _see_a_session(one)
            _see_the_signs(one)
            _see_recovery(one)


def _past(one: Onlooker) -> str:
    """The id of a session that ended where it hurt."""
    app = one.app
    app.start(1)
    app.answer(2)
    one.follow_to(StepKind.REST)
    record = app.runner.record
    assert record is not None
    one.the(PlayerPage).wish(Wish.PAIN)
    one.sheet(PainSheet).choose(Ease.SKIP)
    app.runner.do(Command.END)
    app.answer(3)
    tidy()
    return record.id


def _see_the_panel(one: Onlooker) -> None:
    """What it leads to, with a list that is open and a field that is in use."""
    app = one.app
    for page in PANEL:
        app.show(page)
        one.see(page)
    app.show(Progress.WEEK)
    one.the(WeekdayRow).picker.click()
    one.see(Progress.WEEK)
    one.the(WeekdayRow).close_list()
    app.show("library")
    app.window.focusNextPrevChild(True)
    one.the(SearchField).setText("a")
    one.see("library")
    one.the(SearchField).clear()


def _see_the_days(one: Onlooker) -> None:
    """As they are planned; and one as it is set for today, with all of them done."""
    app, day = one.app, one.the(DayPage)
    for number in (1, OUTSIDE):
        app.show_day(number)
        one.see("day")
    app.show_moves(1, "")
    one.see("moves")
    for number in DAYS:
        app.journal.mark(number, True)
    day.today_asked.emit(1)
    one.sheet(TodaySheet).chosen.emit(TODAY)
    one.sheet(TodaySheet).dismiss()
    app.show_day(1)
    one.see("day")
    for number in DAYS:
        app.journal.mark(number, False)
    day.today_cleared.emit(1)


def _see_a_session(one: Onlooker) -> None:
    """The question before it and after it, what is offered then, and what is said in the end."""
    app = one.app
    app.start(1)
    for number in (6, None, 2):
        one.the(PainPage).choose(number)
        one.see("pain")
    app.answer(2)
    one.the(PlayerPage).wish(Wish.EASIER)
    one.follow_to(StepKind.REST)
    app.runner.do(Command.END)
    one.see("pain")
    app.answer(2)
    one.see("finish")
    one.the(FinishPage).count_asked.emit()
    one.see("finish")
    app.journal.mark(1, False)


def _see_the_signs(one: Onlooker) -> None:
    """The list, and what follows from each kind of answer."""
    safety = one.content.safety
    one.app.show("signs")
    one.see("signs")
    for group in (safety.emergency, safety.checked, safety.ask):
        one.app.show("signs")
        one.the(SignsPage).answered.emit(answered(safety, (group.signs[0].id,)))
        one.see("result")
    one.have_no_signs()


def _see_recovery(one: Onlooker) -> None:
    """In a window of its own, instead of everything else."""
    window, page = MainWindow(one.app.theme), RecoveryPage(one.app.theme)
    stand_alone(page, window)
    window.show()
    try:
        for found in FOUND:
            page.show_found(found)
            one.paint(window, "recovery")
    finally:
        window.close()
        window.deleteLater()
        tidy()
