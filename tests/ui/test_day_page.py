"""The page of a day: what it says, what it offers, and what follows from a click."""

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.schedule import Week, week
from backplan_gui.core.settings import Settings
from backplan_gui.core.tailoring import Today
from backplan_gui.ui.day_head import Fact
from backplan_gui.ui.day_page import DayPage
from backplan_gui.ui.day_view import TodayPlan
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.exercise_card import ExerciseCard, ExerciseRow, StagePicture

from .conftest import CALM
from .fitting import painted
from .home import CONTENT, HOME, TODAY, done, plan_of, skipped, started, unfinished, week_with
from .seeing import clipped, controls, grow, name_of, press, settle, show, tab_order, words_on

NEW = week_with()
ALL_DONE = week_with(*(done(n) for n in range(1, 8)))
WIDTH, SMALL = 824, 648
BEGINNINGS = "Day 1 of 7 \u00b7 Today", "Start over"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, content: Content) -> DayPage:
    """As wide as beside the panel of the default window."""
    made = DayPage(theme, content)
    show(qtbot, made, WIDTH)
    return made


@pytest.fixture
def asked(page: DayPage) -> "Asked":
    return Asked(page)


class Asked:
    """Every wish of the page, in order."""

    def __init__(self, page: DayPage) -> None:
        self.wishes: list[tuple[object, ...]] = []
        page.start_asked.connect(self._start)
        page.continue_asked.connect(self._continue)
        page.restart_asked.connect(self._restart)
        page.mark_asked.connect(self._mark)
        page.moves_asked.connect(self._moves)
        page.log_walk_asked.connect(self._log)
        page.round_asked.connect(self._round)
        page.today_asked.connect(self._today)
        page.today_cleared.connect(self._cleared)
        page.equipment_asked.connect(self._equipment)

    def _start(self, day: int, exercise: str, minutes: int) -> None:
        self.wishes.append(("start", day, exercise, minutes))

    def _continue(self) -> None:
        self.wishes.append(("continue",))

    def _restart(self, day: int) -> None:
        self.wishes.append(("restart", day))

    def _mark(self, day: int, done: bool) -> None:
        self.wishes.append(("mark", day, done))

    def _moves(self, day: int, exercise: str) -> None:
        self.wishes.append(("moves", day, exercise))

    def _log(self, day: int) -> None:
        self.wishes.append(("log", day))

    def _round(self) -> None:
        self.wishes.append(("round",))

    def _today(self, day: int) -> None:
        self.wishes.append(("today", day))

    def _cleared(self, day: int) -> None:
        self.wishes.append(("cleared", day))

    def _equipment(self) -> None:
        self.wishes.append(("equipment",))


def show_day(
    page: DayPage,
    number: int,
    week: Week,
    *,
    unfinished: SessionRecord | None = None,
    settings: Settings = HOME,
    plan: TodayPlan | None = None,
) -> None:
    page.show_day(number, week, settings, unfinished=unfinished, today=TODAY, today_plan=plan)
    QApplication.processEvents()


def main_button(page: DayPage) -> str:
    """What the large button says."""
    return page._actions.primary.text()


def exercises(page: DayPage) -> list[QAbstractButton]:
    """Cards or rows of exercises in sight."""
    found = page.findChildren(QAbstractButton)
    return [b for b in found if isinstance(b, ExerciseCard | ExerciseRow) and b.isVisible()]


def scroll(page: DayPage) -> QScrollArea:
    return page.findChildren(QScrollArea)[0]


# What a day says


def test_the_first_day_says_what_it_is_for(page: DayPage) -> None:
    show_day(page, 1, NEW)
    said = words_on(page)
    for line in (
        "Day 1 of 7 · Today",
        "Gentle Stretching for Immediate Relief",
        "Relax tight muscles and restore mobility",
        "About 12 min",
        "3 exercises, 7 sets",
        "Mat or soft carpet",
        "Kneeling and lying",
        "Why this day",
        "Tip: stay hydrated",
    ):
        assert line in said
    assert page.accessibleName() == "Gentle Stretching for Immediate Relief"


@pytest.mark.parametrize("number", range(1, 8))
def test_every_day_has_its_exercises_in_order(page: DayPage, content: Content, number: int) -> None:
    show_day(page, number, NEW)
    wanted = [p.exercise for p in content.plan.day(number).exercises]
    assert [e.objectName() for e in exercises(page)] == wanted
    assert exercises(page)[0].accessibleName().startswith(content.text(wanted[0]).name)


@pytest.mark.parametrize(
    ("number", "week", "overline"),
    [
        (4, week_with(done(1), done(2), done(3)), "Day 4 of 7 · Today"),
        (4, week_with(done(1), done(2), done(3, TODAY)), "Day 4 of 7 · Next"),
        (3, week_with(done(1), done(2), done(3, "2026-11-26")), "Day 3 of 7 · Done Thu"),
        (1, week_with(started(1, 5)), "Day 1 of 7 · Started, 5 of 7 sets"),
        (3, week_with(skipped(2), skipped(3), done(4)), "Day 3 of 7 · Skipped"),
        (2, week_with(skipped(1), skipped(2), done(3)), "Day 2 of 7 · Skipped"),
        (1, week_with(skipped(1), done(2)), "Day 1 of 7 · Today"),
        (6, NEW, "Day 6 of 7"),
    ],
)
def test_the_overline_says_how_the_day_stands(
    page: DayPage, number: int, week: Week, overline: str
) -> None:
    show_day(page, number, week)
    assert overline in words_on(page)


@pytest.mark.parametrize(
    ("number", "week", "line"),
    [
        (6, week_with(done(1), done(2), done(3)), "Day 4 is next. There is no rush."),
        (4, week_with(done(3, TODAY), done(1), done(2)), "Day 3 is done for today. Muscles like"),
        (
            4,
            week_with(done(1), done(2), msgspec.structs.replace(done(3, TODAY), by_hand=True)),
            "Day 3 is counted as done. Muscles like",
        ),
        (1, week_with(started(1, 5)), "Started, 5 of 7 sets. What you did counts."),
        (5, NEW, "Day 5 comes in three parts. Do them when it suits you."),
    ],
)
def test_what_is_different_today_has_a_line_of_its_own(
    page: DayPage, number: int, week: Week, line: str
) -> None:
    show_day(page, number, week)
    assert any(said.startswith(line) for said in words_on(page))


@pytest.mark.parametrize(
    ("number", "week"),
    [
        (4, week_with(done(1), done(2), done(3))),  # the next day, nothing done today
        (3, week_with(done(1), done(2), done(3, TODAY))),  # what was done today itself
        (3, week_with(done(1), skipped(2), done(3))),  # done before its turn
        (1, week_with(skipped(1), done(2))),  # left out, and now the next one
    ],
)
def test_an_ordinary_day_has_no_such_line(page: DayPage, number: int, week: Week) -> None:
    show_day(page, 6, week_with(done(1), started(6, 2)), unfinished=unfinished(2))
    show_day(page, number, week)
    said = " ".join(words_on(page))
    for part in ("no rush", "done for today", "counts", "three parts", "not finished"):
        assert part not in said


def test_the_unfinished_session_of_another_day_is_named(page: DayPage) -> None:
    line = "Day 2 is not finished. Starting this day ends it; what you did is saved."
    show_day(page, 3, week_with(done(1)), unfinished=unfinished(2))
    assert line in words_on(page)
    show_day(page, 2, week_with(done(1)), unfinished=unfinished(2))
    assert line not in words_on(page)


def test_the_unfinished_part_of_the_day_is_named(page: DayPage) -> None:
    show_day(page, 5, NEW, unfinished=unfinished(5, only="gentle-yoga"))
    line = "Gentle Yoga is not finished. Starting another part ends it; what you did is saved."
    assert line in words_on(page)


# What it offers


def test_start_says_how_long_and_starts_the_whole_day(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, NEW)
    assert main_button(page) == "Start Day 1 · 12 min"
    press(page, "Start Day 1 · 12 min")
    assert asked.wishes == [("start", 1, "", 0)]


def test_the_large_button_has_the_keyboard_first(page: DayPage) -> None:
    show_day(page, 1, NEW)
    assert name_of(page.first_focus) == "Start Day 1 · 12 min"


def test_enter_presses_the_large_button(page: DayPage, asked: Asked) -> None:
    show_day(page, 2, NEW)
    page.press_primary()
    assert asked.wishes == [("start", 2, "", 0)]


def test_an_unfinished_session_goes_on_or_starts_over(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, NEW, unfinished=unfinished(1))
    assert main_button(page) == "Continue Day 1 · 2 min left"
    page.press_primary()
    press(page, "Start over")
    assert asked.wishes == [("continue",), ("restart", 1)]


def test_starting_over_is_offered_only_where_something_is_unfinished(page: DayPage) -> None:
    show_day(page, 1, NEW, unfinished=unfinished(1))
    show_day(page, 1, NEW, unfinished=unfinished(2))
    assert "Start over" not in controls(page)


def test_a_started_day_starts_its_rest(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, week_with(started(1, 5)))
    assert main_button(page) == "Continue Day 1"
    page.press_primary()
    assert asked.wishes == [("start", 1, "", 0)]


def test_a_done_day_can_be_done_again(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, week_with(done(1)))
    assert main_button(page) == "Do Day 1 again"
    page.press_primary()
    assert asked.wishes == [("start", 1, "", 0)]


def test_the_sign_on_the_large_button_is_that_of_its_words(page: DayPage) -> None:
    """Also of a day in parts that was counted as done by hand."""
    by_hand = msgspec.structs.replace(done(5), by_hand=True, exercises_done=frozenset())
    for number, standing, begins, sign in (
        (1, NEW, "Start Day 1", "play"),
        (1, week_with(done(1)), "Do Day 1 again", "repeat"),
        (5, week_with(done(5)), "Do Foam Rolling again", "repeat"),
        (5, week_with(by_hand), "Start Foam Rolling", "play"),
    ):
        show_day(page, number, standing)
        assert main_button(page).startswith(begins)
        assert isinstance(page.first_focus, Button)
        assert page.first_focus._icon == sign


def test_a_day_can_be_counted_by_hand_and_not(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, NEW)
    press(page, "Count it as done")
    show_day(page, 1, week_with(done(1)))
    press(page, "Count it as not done")
    assert asked.wishes == [("mark", 1, True), ("mark", 1, False)]


def test_the_moves_can_be_seen_first_all_or_one(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, NEW)
    press(page, "See the moves first")
    exercises(page)[1].click()
    assert asked.wishes == [("moves", 1, ""), ("moves", 1, "cat-cow")]


def test_when_all_seven_are_done_the_week_can_start_again(page: DayPage, asked: Asked) -> None:
    show_day(page, 7, ALL_DONE)
    assert "Seven of seven." in words_on(page)
    press(page, "Start the week again")
    assert asked.wishes == [("round",)]
    show_day(page, 1, NEW)
    assert "Seven of seven." not in words_on(page)


def test_that_the_plan_is_finished_is_seen_wherever_the_page_was_scrolled_to(
    page: DayPage,
) -> None:
    last = tuple(done(number) for number in range(1, 7))
    show_day(page, 7, week_with(*last))
    page.resize(880, 500)
    settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    show_day(page, 7, ALL_DONE)
    settle()
    assert bar.value() == 0
    bar.setValue(20)
    show_day(page, 7, ALL_DONE)
    assert bar.value() == 20


# Fitted to today


def test_a_day_can_be_fitted_to_today(page: DayPage, asked: Asked) -> None:
    show_day(page, 3, NEW)
    press(page, "Fit it to today")
    assert asked.wishes == [("today", 3)]


@pytest.mark.parametrize(
    ("number", "today", "said"),
    [
        (1, Today(minutes=10), "For today: 10 min"),
        (1, Today(minutes=5, floor=False), "For today: 5 min · without the floor"),
        (5, Today(floor=False, help=True), "For today: without the floor"),
        (4, Today(feet=frozenset({"side-plank"})), "For today: Side Plank on the feet"),
        (7, Today(feet=frozenset({"plank", "side-plank"})), "For today: Plank on the toes"),
    ],
)
def test_what_is_set_for_today_stands_on_the_page(
    page: DayPage, asked: Asked, number: int, today: Today, said: str
) -> None:
    show_day(page, number, NEW, plan=plan_of(number, today))
    assert said in words_on(page)
    press(page, "As planned again")
    assert asked.wishes == [("cleared", number)]


@pytest.mark.parametrize(
    ("number", "today"),
    [
        (4, Today()),
        (4, Today(help=True)),  # kept for every day, so there is nothing to set back
        (1, Today(feet=frozenset({"plank"}))),  # of another day
        (4, Today(feet=frozenset({"plank"}))),
    ],
)
def test_a_day_as_the_plan_has_it_says_nothing_of_today(
    page: DayPage, number: int, today: Today
) -> None:
    show_day(page, 4, NEW, plan=plan_of(4, Today(minutes=10)))
    show_day(page, number, NEW, plan=plan_of(number, today))
    assert not [said for said in words_on(page) if said.startswith("For today")]
    assert "As planned again" not in controls(page)


def test_off_the_floor_the_feet_are_no_matter(page: DayPage) -> None:
    show_day(page, 7, NEW, plan=plan_of(7, Today(floor=False, feet=frozenset({"plank"}))))
    assert "For today: without the floor" in words_on(page)


def test_the_minutes_and_sets_of_today_are_those_that_start_would_play(
    page: DayPage, asked: Asked
) -> None:
    show_day(page, 1, NEW, plan=plan_of(1, Today(minutes=5)))
    assert main_button(page) == "Start Day 1 · 5 min"
    assert "About 5 min" in words_on(page)
    assert "2 exercises, 3 of 7 sets" in words_on(page)
    page.press_primary()
    assert asked.wishes == [("start", 1, "", 0)]
    show_day(page, 1, NEW, plan=plan_of(1, Today()))
    assert main_button(page) == "Start Day 1 · 12 min"
    assert "3 exercises, 7 sets" in words_on(page)


def test_a_started_day_says_how_long_its_rest_is(page: DayPage) -> None:
    plan = TodayPlan(Today(), (4, 4), 1, 2, 2)
    show_day(page, 1, week_with(started(1, 5)), plan=plan)
    assert main_button(page) == "Continue Day 1 · 4 min"
    assert "1 exercise, 2 sets" in words_on(page)


def test_a_done_day_is_done_again_in_the_minutes_there_are(page: DayPage) -> None:
    show_day(page, 1, week_with(done(1)), plan=plan_of(1, Today()))
    assert main_button(page) == "Do Day 1 again"
    show_day(page, 1, week_with(done(1)), plan=plan_of(1, Today(minutes=10)))
    assert main_button(page) == "Do Day 1 again · 10 min"


def test_off_the_floor_other_things_are_needed(page: DayPage) -> None:
    show_day(page, 1, NEW, plan=plan_of(1, Today(floor=False)))
    said = words_on(page)
    assert "Chair, table, wall" in said
    assert "Sitting and standing" in said
    seated = "Whole spine\nOff the floor: Seated cat-cow"
    assert seated in said
    assert exercises(page)[1].accessibleDescription() == seated
    show_day(page, 1, NEW, plan=plan_of(1, Today()))
    assert "Mat or soft carpet" in words_on(page)
    assert "Whole spine" in words_on(page)


def test_what_is_not_on_the_floor_anyway_says_nothing(page: DayPage) -> None:
    show_day(page, 2, NEW, plan=plan_of(2, Today(floor=False)))
    assert "Buttock, low back" in words_on(page)


def test_a_session_under_way_goes_on_as_it_began(page: DayPage) -> None:
    plan = plan_of(1, Today(minutes=5))
    show_day(page, 1, NEW, unfinished=unfinished(1), plan=plan)
    assert main_button(page) == "Continue Day 1 · 2 min left"
    assert "Fit it to today" not in controls(page)
    assert "As planned again" not in controls(page)
    assert "3 exercises, 7 sets" in words_on(page)


def test_of_a_day_in_parts_the_next_part_can_still_be_fitted(page: DayPage) -> None:
    part = unfinished(5, only="gentle-yoga")
    show_day(page, 5, NEW, unfinished=part, plan=plan_of(5, Today(floor=False)))
    assert "Fit it to today" in controls(page)
    assert "For today: without the floor" in words_on(page)
    assert "3 exercises" in words_on(page)


def test_nothing_is_to_be_fitted_where_little_is_left_and_all_of_it_standing(
    page: DayPage,
) -> None:
    week = week_with(started(6, 5))
    show_day(page, 6, week, plan=TodayPlan(Today(), (3, 3), 1, 1, 1))
    assert "Fit it to today" not in controls(page)
    show_day(page, 6, week, plan=TodayPlan(Today(minutes=5), (3, 3), 1, 1, 4))
    assert "Fit it to today" in controls(page)


# The version that begins


def picture(page: DayPage, place: int) -> QImage:
    """What the card or row at that place shows of the figure."""
    return exercises(page)[place].findChildren(StagePicture)[0].grab().toImage()


@pytest.mark.parametrize("compact", [False, True])
def test_a_card_shows_the_version_that_begins(page: DayPage, compact: bool) -> None:
    page.set_compact(compact)
    show_day(page, 7, NEW, plan=plan_of(7, Today(feet=frozenset(("plank",)))))
    assert "Belly, back, shoulders" in words_on(page)
    toes = picture(page, 0)
    show_day(page, 7, NEW, plan=plan_of(7, Today()))
    knees = "Belly, back, shoulders\nEasier: Knees, short holds"
    assert knees in words_on(page)
    assert exercises(page)[0].accessibleDescription() == knees
    assert picture(page, 0) != toes
    assert "Plank" in words_on(page)
    assert exercises(page)[0].accessibleName() == "Plank, 30 seconds × 3 sets"


def test_a_version_that_was_kept_is_named_too(page: DayPage) -> None:
    kept = plan_of(2, Today())._replace(versions={"dead-bug": Version.HARDER})
    show_day(page, 2, NEW, plan=kept)
    assert "Belly, hips, shoulders\nHarder: Longer pause" in words_on(page)


def test_a_session_under_way_shows_the_versions_it_is_in(page: DayPage) -> None:
    show_day(page, 7, week_with(), unfinished=unfinished(7), plan=plan_of(7, Today()))
    assert "Belly, back, shoulders" in words_on(page), "it began on the toes"


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7])
def test_with_the_versions_named_a_day_fits_the_default_window(page: DayPage, number: int) -> None:
    week = week_with(*(done(n) for n in range(1, number)))
    show_day(page, number, week, settings=CALM, plan=plan_of(number, Today(), CALM))
    assert scroll(page).verticalScrollBar().maximum() == 0


# The icons of the facts


def icon_of(page: DayPage, said: str) -> str:
    """The icon beside a fact; "" for none."""
    facts = (f for f in page.findChildren(Fact) if said in words_on(f))
    icon = next(facts)._icon
    return "" if icon.isHidden() else icon._name


def test_a_fact_has_the_icon_of_what_it_says(page: DayPage) -> None:
    show_day(page, 1, NEW, plan=plan_of(1, Today()))
    assert icon_of(page, "Mat or soft carpet") == "mat"
    assert icon_of(page, "Kneeling and lying") == "floor"
    show_day(page, 2, NEW, plan=plan_of(2, Today(floor=False)))
    assert icon_of(page, "Chair") == "chair"
    assert icon_of(page, "Sitting and standing") == "chair"
    show_day(page, 5, NEW)
    assert icon_of(page, "Mat, roller, cushions, shoes") == "mat"
    show_day(page, 6, NEW)
    assert icon_of(page, "Low step with a rail, chair") == "step"
    assert icon_of(page, "Standing") == "stand"


def test_the_positions_are_those_of_the_versions_on_the_cards(page: DayPage) -> None:
    chair = plan_of(1, Today())._replace(versions={"childs-pose": Version.EASIER})
    show_day(page, 1, NEW, plan=chair)
    assert "Kneeling and lying" not in words_on(page)
    assert icon_of(page, "Sitting, floor") == "chair"
    lying = plan_of(2, Today())._replace(versions={"dead-bug": Version.EASIER})
    show_day(page, 2, NEW, plan=lying)
    assert "Floor, then a chair" in words_on(page)


# What there is at home


def test_what_there_is_at_home_is_asked_once(page: DayPage, asked: Asked) -> None:
    show_day(page, 1, NEW, settings=CALM)
    assert "If something is missing, Backplan shows a way without it." in words_on(page)
    press(page, "Tick what you have")
    assert asked.wishes == [("equipment",)]
    show_day(page, 1, NEW)
    assert "Tick what you have" not in controls(page)
    assert "Tip: stay hydrated" in words_on(page)


@pytest.mark.parametrize("compact", [False, True])
def test_what_is_missing_is_said_where_it_is_done_without(page: DayPage, compact: bool) -> None:
    page.set_compact(compact)
    no_band = msgspec.structs.replace(CALM, equipment=("mat", "chair"))
    show_day(page, 4, NEW, settings=no_band, plan=plan_of(4, Today(), no_band))
    assert "Upper back, arms\nWithout the band" in words_on(page)
    assert "Mat, chair" in words_on(page)
    show_day(page, 4, NEW, plan=plan_of(4, Today()))
    assert "Upper back, arms" in words_on(page)


def test_off_the_floor_for_want_of_a_mat_is_without_the_mat(page: DayPage) -> None:
    no_mat = msgspec.structs.replace(CALM, equipment=("chair",))
    show_day(page, 1, NEW, settings=no_mat, plan=plan_of(1, Today(), no_mat))
    assert "Whole spine\nWithout the mat: Seated cat-cow" in words_on(page)


def test_what_cannot_be_done_without_says_what_it_needs(page: DayPage) -> None:
    no_chair = msgspec.structs.replace(CALM, equipment=("mat",))
    show_day(page, 2, NEW, settings=no_chair, plan=plan_of(2, Today(), no_chair))
    assert "Buttock, low back\nNeeds a firm chair" in words_on(page)


def test_while_nobody_was_asked_nothing_is_missing(page: DayPage) -> None:
    show_day(page, 4, NEW, settings=CALM, plan=plan_of(4, Today(), CALM))
    assert "Upper back, arms" in words_on(page)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7])
def test_with_the_question_a_day_fits_the_default_window(page: DayPage, number: int) -> None:
    week = week_with(*(done(n) for n in range(1, number)))
    show_day(page, number, week, settings=CALM)
    assert scroll(page).verticalScrollBar().maximum() == 0


# Day 5


def test_each_part_starts_by_itself(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW)
    press(page, "Start: Foam Rolling, 6 min")
    press(page, "Start: Gentle Yoga, 16 min")
    press(page, "Here, with the timer: Walking, 21 min")
    assert asked.wishes == [
        ("start", 5, "foam-rolling", 0),
        ("start", 5, "gentle-yoga", 15),
        ("start", 5, "walking", 20),
    ]


def test_minutes_go_up_and_down_between_their_ends(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW)
    assert "Gentle Yoga: less time" not in controls(page)
    for _ in range(5):
        press(page, "Gentle Yoga: more time")
    assert "20 min" in words_on(page)
    assert "Gentle Yoga: more time" not in controls(page)
    press(page, "Gentle Yoga: less time")
    press(page, "Start: Gentle Yoga, 20 min")
    assert asked.wishes == [("start", 5, "gentle-yoga", 19)]


def test_chosen_minutes_stay_while_the_day_is_on_show(page: DayPage) -> None:
    show_day(page, 5, NEW)
    press(page, "Walking: more time")
    show_day(page, 5, NEW)
    assert "21 min" in words_on(page)
    show_day(page, 1, NEW)
    show_day(page, 5, NEW)
    assert "20 min" in words_on(page)


def test_a_walk_outside_is_logged_afterwards(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW)
    press(page, "Outside: log minutes when back")
    assert asked.wishes == [("log", 5)]


def test_the_large_button_starts_the_first_part_not_done(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW)
    assert main_button(page) == "Start Foam Rolling · 6 min"
    show_day(page, 5, week_with(started(5, 1, ["foam-rolling"])))
    press(page, "Gentle Yoga: more time")
    assert main_button(page) == "Start Gentle Yoga · 17 min"
    page.press_primary()
    assert asked.wishes == [("start", 5, "gentle-yoga", 16)]


def test_a_part_that_is_left_out_is_not_the_one_offered(page: DayPage, asked: Asked) -> None:
    """R6: an exercise that sent pain down the leg waits until a clinician says otherwise."""
    show_day(page, 5, week(CONTENT.plan, [], [], 1, {"foam-rolling"}))
    assert main_button(page) == "Start Gentle Yoga · 16 min"
    show_day(page, 5, without_set(week_with(done(5)), "foam-rolling"))
    assert main_button(page) == "Do Gentle Yoga again"


def test_an_exercise_that_is_left_out_says_so(page: DayPage) -> None:
    """R6: the plan never changes silently."""
    left_out = "Left out until you have been checked"
    show_day(page, 1, week(CONTENT.plan, [], [], 1))
    assert not any(left_out in said for said in words_on(page))
    show_day(page, 1, week(CONTENT.plan, [], [], 1, {"cat-cow"}))
    assert [said for said in words_on(page) if left_out in said] == [f"Whole spine\n{left_out}"]


def test_what_is_left_out_is_not_counted_in_a_session_that_goes_on(page: DayPage) -> None:
    standing = week(CONTENT.plan, [], [], 1, {"cat-cow"})
    show_day(page, 1, standing, unfinished=unfinished(1))
    assert "2 exercises, 5 sets" in words_on(page)


def without_set(week: Week, exercise: str) -> Week:
    """As if that exercise of day 5 was left out, and so was never done."""
    day = week.day(5)
    changed = msgspec.structs.replace(
        day,
        exercises_done=day.exercises_done - {exercise},
        open_sets=frozenset(one for one in day.open_sets if one.exercise != exercise),
    )
    return Week(week.round, tuple(changed if d is day else d for d in week.days))


def test_a_done_part_says_so_and_can_be_done_again(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, week_with(started(5, 1, ["foam-rolling"])))
    assert words_on(page).count("Done") == 1
    press(page, "Do it again: Foam Rolling, 6 min")
    assert asked.wishes == [("start", 5, "foam-rolling", 0)]


def test_an_unfinished_part_goes_on(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW, unfinished=unfinished(5, only="gentle-yoga"))
    assert main_button(page) == "Continue Gentle Yoga · 1 min left"
    press(page, "Continue: Gentle Yoga, 16 min")
    page.press_primary()
    assert asked.wishes == [("continue",), ("continue",)]


def test_when_every_part_is_done_the_first_can_be_done_again(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, week_with(done(5)))
    assert main_button(page) == "Do Foam Rolling again"
    page.press_primary()
    assert asked.wishes == [("start", 5, "foam-rolling", 0)]


def test_the_moves_of_a_part_are_one_click_away(page: DayPage, asked: Asked) -> None:
    show_day(page, 5, NEW)
    exercises(page)[2].click()
    assert asked.wishes == [("moves", 5, "walking")]


# Room


def test_cards_become_rows_in_a_small_window(page: DayPage) -> None:
    show_day(page, 1, NEW)
    assert all(isinstance(e, ExerciseCard) for e in exercises(page))
    assert {e.height() for e in exercises(page)} == {280}
    page.set_compact(True)
    page.resize(SMALL, 600)
    assert all(isinstance(e, ExerciseRow) for e in exercises(page))
    assert {e.height() for e in exercises(page)} == {78}


def test_the_cards_of_a_day_are_equally_wide(page: DayPage) -> None:
    show_day(page, 4, NEW)
    widths = [e.width() for e in exercises(page)]
    assert max(widths) - min(widths) <= 1


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7])
def test_a_day_fits_the_default_window(page: DayPage, number: int) -> None:
    show_day(page, number, week_with(*(done(n) for n in range(1, number))))
    assert scroll(page).verticalScrollBar().maximum() == 0


def test_all_that_an_unfinished_day_offers_is_in_the_default_window(page: DayPage) -> None:
    show_day(page, 1, NEW, unfinished=unfinished(1))
    assert "Count it as done" in controls(page)
    assert scroll(page).verticalScrollBar().maximum() == 0


def test_what_has_no_room_in_the_bar_begins_where_the_page_does(page: DayPage) -> None:
    page.resize(560, 600)
    show_day(page, 1, NEW, unfinished=unfinished(1))
    (mark,) = (b for b in page.findChildren(Button) if name_of(b) == "Count it as done")
    assert scroll(page).isAncestorOf(mark)
    found = {text.text: text for text in painted(page)}
    begins = [found[said].on.mapTo(page, found[said].ink.topLeft()).x() for said in BEGINNINGS]
    assert max(begins) - min(begins) <= 3


def test_the_way_outside_begins_below_the_words_of_the_walk(page: DayPage) -> None:
    show_day(page, 5, week_with(started(5, 1, ["walking"])))
    found = {text.text: text for text in painted(page)}
    walk, outside = found["Walking"], found["Outside: log minutes when back"]
    ways = [text.on.mapTo(page, text.ink.topLeft()).x() for text in (walk, outside)]
    assert abs(ways[0] - ways[1]) <= 3


def test_the_bar_never_scrolls_away(page: DayPage) -> None:
    page.set_compact(True)
    page.resize(SMALL, 600)
    show_day(page, 1, NEW)
    primary = page._actions.primary
    assert primary.mapTo(page, primary.rect().bottomLeft()).y() < 600
    assert not scroll(page).isAncestorOf(primary)
    assert page._actions.height() == 80


def test_what_has_no_room_in_the_bar_ends_the_page(page: DayPage) -> None:
    show_day(page, 1, NEW)
    assert not scroll(page).isAncestorOf(controls(page)["Count it as done"])
    page.set_compact(True)
    page.resize(SMALL, 600)
    assert scroll(page).isAncestorOf(controls(page)["Count it as done"])
    assert not scroll(page).isAncestorOf(controls(page)["See the moves first"])
    page.set_compact(False)
    page.resize(WIDTH, 760)
    assert not scroll(page).isAncestorOf(controls(page)["Count it as done"])


def test_the_large_button_drops_the_minutes_before_it_is_cut(page: DayPage, theme: Theme) -> None:
    page.set_compact(True)
    show_day(page, 4, NEW, unfinished=unfinished(4, left=8))
    grow(theme, 200)
    page.resize(560, 600)
    assert main_button(page) == "Continue Day 4"
    assert "left" in name_of(page._actions.primary)
    assert page._actions.primary.geometry().right() < 560


@pytest.mark.parametrize("number", [1, 4, 5])
@pytest.mark.parametrize("text_size", [90, 130, 160, 200])
@pytest.mark.parametrize("compact", [False, True])
def test_what_is_set_and_asked_is_not_cut_off_at_any_text_size(
    page: DayPage, theme: Theme, number: int, text_size: int, compact: bool
) -> None:
    wider = round(max(0, text_size - 100) * 0.8)
    page.set_compact(compact)
    page.resize((SMALL if compact else WIDTH) - wider, 600 if compact else 760)
    show_day(page, number, NEW, settings=CALM, plan=plan_of(number, Today(5, False)))
    grow(theme, text_size)
    assert scroll(page).horizontalScrollBar().maximum() == 0
    assert clipped(page) == []
    for control in controls(page).values():
        assert control.width() >= control.minimumSizeHint().width(), name_of(control)


@pytest.mark.parametrize("number", [4, 5])
@pytest.mark.parametrize("text_size", [90, 130, 160, 200])
@pytest.mark.parametrize("compact", [False, True])
def test_nothing_is_cut_off_at_any_text_size(
    page: DayPage, theme: Theme, number: int, text_size: int, compact: bool
) -> None:
    wider = round(max(0, text_size - 100) * 0.8)
    page.set_compact(compact)
    page.resize((SMALL if compact else WIDTH) - wider, 600 if compact else 760)
    show_day(page, number, week_with(started(number, 1)), unfinished=unfinished(number))
    grow(theme, text_size)
    assert scroll(page).horizontalScrollBar().maximum() == 0
    assert clipped(page) == []
    for control in controls(page).values():
        assert control.width() >= control.minimumSizeHint().width(), name_of(control)


def test_in_a_wide_window_the_content_stays_left(page: DayPage) -> None:
    page.resize(1500, 860)
    show_day(page, 1, NEW)
    cards = exercises(page)
    left = cards[0].mapTo(page, cards[0].rect().topLeft()).x()
    right = cards[-1].mapTo(page, cards[-1].rect().topRight()).x()
    assert left == 48
    assert right - left + 1 == 960


def test_the_scroll_bar_moves_nothing(page: DayPage) -> None:
    show_day(page, 1, NEW)
    QApplication.processEvents()
    before = [e.mapTo(page, e.rect().topLeft()).x() for e in exercises(page)]
    page.resize(WIDTH, 600)
    QApplication.processEvents()
    assert scroll(page).verticalScrollBar().isVisible()
    assert [e.mapTo(page, e.rect().topLeft()).x() for e in exercises(page)] == before


# Keys


def test_tab_goes_down_the_page_and_then_along_the_bar(page: DayPage) -> None:
    show_day(page, 1, NEW)
    exercises(page)[0].setFocus()
    assert tab_order(page, 6) == [
        exercises(page)[1].accessibleName(),
        exercises(page)[2].accessibleName(),
        "Start Day 1 · 12 min",
        "See the moves first",
        "Fit it to today",
        "Count it as done",
    ]


def test_tab_meets_what_is_set_and_what_is_asked_in_reading_order(page: DayPage) -> None:
    show_day(page, 1, NEW, settings=CALM, plan=plan_of(1, Today(minutes=10), CALM))
    controls(page)["As planned again"].setFocus()
    assert tab_order(page, 5) == [
        *(e.accessibleName() for e in exercises(page)),
        "Tick what you have",
        "Start Day 1 · 10 min",
    ]


def test_tab_meets_what_left_the_bar_where_it_now_stands(page: DayPage) -> None:
    page.set_compact(True)
    page.resize(SMALL, 600)
    show_day(page, 1, NEW)
    exercises(page)[2].setFocus()
    assert tab_order(page, 3) == [
        "Count it as done",
        "Start Day 1 · 12 min",
        "See the moves first",
    ]


def test_tab_goes_through_the_parts_of_day_5(page: DayPage) -> None:
    show_day(page, 5, NEW)
    exercises(page)[1].setFocus()
    assert tab_order(page, 3) == [
        "Gentle Yoga: more time",
        "Start: Gentle Yoga, 16 min",
        exercises(page)[2].accessibleName(),
    ]


def test_every_control_is_large_enough_to_hit(page: DayPage) -> None:
    for number in (1, 5):
        show_day(page, number, ALL_DONE, settings=CALM, plan=plan_of(number, Today(floor=False)))
        small = [n for n, c in controls(page).items() if min(c.width(), c.height()) < 44]
        assert small == []


def test_showing_a_day_again_changes_nothing(page: DayPage) -> None:
    show_day(page, 4, NEW)
    before, parts = words_on(page), [id(e) for e in exercises(page)]
    show_day(page, 4, NEW)
    assert words_on(page) == before
    assert [id(e) for e in exercises(page)] == parts
