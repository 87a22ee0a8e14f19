"""The sentences of the page for the physiotherapist."""

import pytest

from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import change_said
from backplan_gui.core.plan import Hold, Reps, Side, Timed
from backplan_gui.core.report import Numbers, Report, SessionLine, report
from backplan_gui.core.tallies import Dates, DayLine, ExerciseLine, SideSets
from backplan_gui.ui import report_words as said
from tests.core.histories import GENTLE, Held, held, split
from tests.core.samples import SEVEN_DAYS

pytestmark = pytest.mark.usefixtures("qapp")
WEEK = Dates("2026-11-16", "2026-11-22")
YEARS = Dates("2024-01-01", "2026-11-22")


OPEN = "Pain goes up and down on its own, so this may or may not be because of the plan."


def page(*story: Held, dates: Dates = YEARS, with_notes: bool = False) -> Report:
    history, sets = split(story)
    return report(SEVEN_DAYS, dates, "2026-11-22", history, sets, with_notes=with_notes)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-11-16", "2026-11-22", "16 to 22 November 2026 · 7 days"),
        ("2026-10-30", "2026-11-22", "30 October to 22 November 2026 · 24 days"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026 · 4 days"),
        ("2026-11-22", "2026-11-22", "22 November 2026"),
    ],
)
def test_the_dates_are_said_once(first: str, last: str, sentence: str) -> None:
    assert said.span(Dates(first, last)) == sentence


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (5, 3, "5, then 3"),
        (0, 0, "0, then 0"),
        (5, None, "5 before"),
        (None, 0, "0 after"),
        (None, None, "not said"),
    ],
)
def test_numbers_are_words_and_no_arrows(
    before: int | None, after: int | None, sentence: str
) -> None:
    assert said.numbers(Numbers(before, after)) == sentence


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (
            6,
            4,
            f"Pain before exercise went from 6 to 4, that is 2 points (33 %) lower. {OPEN}",
        ),
        (
            4,
            7,
            f"Pain before exercise went from 4 to 7, that is 3 points (75 %) higher. {OPEN}",
        ),
        (
            5,
            4,
            "Pain before exercise: 5, then 4, about the same. Pain goes up and down on its own.",
        ),
        (3, 0, "Pain before exercise: 3, then 0."),
        (8, 6, "Pain before exercise: 8, then 6."),
    ],
)
def test_a_change_is_said_as_the_display_rule_has_it(start: int, end: int, sentence: str) -> None:
    assert said.change(change_said(start, end)) == sentence


def test_without_two_numbers_nothing_is_compared() -> None:
    assert said.change(None) == ""


@pytest.mark.parametrize(
    ("line", "dates", "sentence"),
    [
        (DayLine(1, 1, "2026-11-16", begun=True), WEEK, "Done 16 Nov"),
        (DayLine(1, 1, "2026-11-16", begun=True), YEARS, "Done Nov 2026"),
        (DayLine(1, 3, "2026-11-16", begun=True), WEEK, "Done 3 times"),
        (DayLine(1, 0, None, begun=True), WEEK, "Started"),
        (DayLine(1, 0, None, begun=False), WEEK, "Not yet"),
    ],
)
def test_a_day_is_done_or_started_or_still_waits(
    line: DayLine, dates: Dates, sentence: str
) -> None:
    assert said.day_state(line, dates) == sentence


def test_the_figures_say_what_they_are() -> None:
    week = page(held(1, 0), held(2, 1, outside_ms=1_500_000))
    assert said.figures(week) == (
        ("2 of 7", "Days done"),
        ("2", "Sessions"),
        ("24", "Minutes guided, and 25 min outside"),
    )
    rounds = page(held(1, -9), held(1, 0, round=2))
    assert said.figures(rounds)[0] == ("2", "Days done, in 2 rounds")
    assert said.figures(rounds)[2] == ("24", "Minutes guided")


def test_a_session_in_one_row(content: Content) -> None:
    line = SessionLine("2026-11-16", 2, 6, 7, 1_040_000, 0, Numbers(5, 3))
    row = ("Mon 16 Nov", "Day 2, Gentle core", "6 of 7", "17 min", "5, then 3")
    assert said.session_cells(line, WEEK, content) == row
    assert said.session_cells(line, YEARS, content)[0] == "16 Nov 2026"
    walk = SessionLine("2026-11-16", None, 1, 1, 0, 1_500_000, Numbers(None, None))
    assert said.session_cells(walk, WEEK, content)[1:4] == (
        "Gentle day",
        "1 of 1",
        "25 min outside",
    )
    assert len(said.session_heads(page())) == 5
    assert said.session_heads(page(with_notes=True))[5] == "Note"


def test_an_exercise_in_one_row(content: Content) -> None:
    both = SideSets(Side.LEFT, 2, 2), SideSets(Side.RIGHT, 1, 2)
    mixed = (Version.STANDARD, 2), (Version.EASIER, 1)
    line = ExerciseLine("dead-bug", Reps(10, 2), both, mixed)
    row = ("Dead Bug", "10 × 2", "left 2 of 2 · right 1 of 2", "standard 2 · easier 1")
    assert said.exercise_cells(line, content) == row
    hold = ExerciseLine("plank", Hold(30, 3), (SideSets(None, 3, 3),), ((Version.NO_FLOOR, 3),))
    assert said.exercise_cells(hold, content) == ("Plank", "30 s × 3", "3 of 3", "off the floor")
    yoga = ExerciseLine("gentle-yoga", Timed(15, 20), (SideSets(None, 0, 1),), ())
    assert said.exercise_cells(yoga, content)[1:] == ("15 to 20 min", "0 of 1", "")


def test_what_has_no_row_is_counted() -> None:
    assert said.sessions_more(page(held(GENTLE, 0))) == ""
    story = [held(1, n - 60, round=n, note="x" * (n < 4)) for n in range(1, 40)]
    found = page(*story, with_notes=True)
    assert said.sessions_more(found) == "13 more sessions before these, with 3 notes"
    assert said.sessions_more(page(*story)) == "13 more sessions before these"
    assert said.sessions_more(page(*story[:28])) == "2 more sessions before these"
    assert said.exercises_more(found) == ""


def test_a_mark_of_many_sessions_says_so() -> None:
    assert said.grouped(0) == ""
    assert said.grouped(1) == "Each mark is the middle number of 1 week."
    assert said.grouped(13) == "Each mark is the middle number of 13 weeks."
