"""What the sessions come to together: figures, months, the drawn numbers, the newest rows."""

import datetime as dt
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.counted import Counted, counted
from backplan_gui.core.history import (
    CHARTED,
    LISTED,
    MOST_GENTLE,
    CalendarDay,
    Figures,
    HistorySession,
    Month,
    PainChart,
    figures,
    held_on,
    month_of,
    newest,
    pain_chart,
    weeks_of,
)
from backplan_gui.core.records import SessionKind
from backplan_gui.core.schedule import DayStanding, DayState, Week
from backplan_gui.core.session import Command, Phase, Session

from .samples import BRIDGES, DEAD_BUG, PLANK_LEFT, SCRIPT, Person

PLAN, GENTLE = SessionKind.PLAN, SessionKind.GENTLE


def held(
    date: str = "2026-11-02",
    day: int | None = 1,
    before: int | None = None,
    after: int | None = None,
    *,
    hour: int = 9,
    **more: Any,
) -> HistorySession:
    """A session of some day, all of whose sets were done."""
    begun = f"{date}T{hour:02}:00:00Z"
    fields: dict[str, Any] = {
        "round": 1, "utc_offset": 60, "ended": begun, "phase": Phase.FINISHED,
        "guided_ms": 600_000, "sets": 7, "sets_done": 7,
    }  # fmt: skip
    kind = GENTLE if day is None else PLAN
    fields |= more
    return HistorySession(
        f"{date}-{hour}-{day}", kind, day, begun=begun, local_date=date, before=before, after=after,
        **fields,
    )  # fmt: skip


def week_of(**sets_done: int) -> Week:
    """A week of three days of seven sets: `day1=7` is done, `day2=3` is started."""

    def standing(number: int) -> DayStanding:
        sets = sets_done.get(f"day{number}", 0)
        state = (DayState.COMING, DayState.STARTED)[sets > 0] if sets < 7 else DayState.DONE
        return DayStanding(number, state, sets, 7)

    return Week(1, tuple(map(standing, (1, 2, 3))))


# --- what a session comes to ------------------------------------------------------------


def test_both_sides_of_a_set_are_one_set() -> None:
    person = Person()
    assert counted(person.session) == Counted(0, 6, 0)
    person.finishes()
    assert counted(person.session) == Counted(person.session.guided, 6, 6)
    assert person.session.guided > 0


@pytest.mark.parametrize(
    ("steps", "done"), [(PLANK_LEFT + 1, 0), (7, 1), (BRIDGES + 1, 3), (DEAD_BUG + 1, 5)]
)
def test_a_set_is_done_when_it_is_done_on_every_side(steps: int, done: int) -> None:
    person = Person()
    person.finishes(steps)
    assert counted(person.session).sets_done == done


def test_a_set_that_is_left_too_early_is_not_done() -> None:
    person = Person()
    person.finishes(BRIDGES)
    person.waits(1_000)
    person.asks(Command.SKIP)
    assert counted(person.session).sets_done == 2


def test_an_exercise_that_is_left_out_leaves_no_set_to_do() -> None:
    """What was done of it before counts all the same."""
    person = Person()
    person.finishes(8)  # both sides of the first set of the plank
    left_out = msgspec.structs.replace(person.session, left_out=(1,))
    assert counted(left_out)[1:] == (5, 1)


def test_what_has_no_script_comes_to_nothing() -> None:
    assert counted(Session((), phase=Phase.FINISHED)) == Counted(0, 0, 0)


@given(st.lists(st.sampled_from([Command.NEXT, Command.SKIP, Command.BACK, Command.TICK])))
def test_never_more_sets_are_done_than_there_are(commands: list[Command]) -> None:
    session, _ = engine.apply(Session(SCRIPT), Command.START, 0)
    for number, command in enumerate(commands):
        with suppress(engine.NotAllowed):
            session, _ = engine.apply(session, command, 15_000 * number)
    _, sets, done = counted(session)
    assert 0 <= done <= sets == 6


# --- figures ----------------------------------------------------------------------------


def test_the_figures_are_of_the_round_and_of_all_time() -> None:
    sessions = (held(round=1), held("2026-11-09"), held("2026-11-10", None, guided_ms=60_000))
    assert figures(week_of(day1=7, day2=3), sessions) == Figures(1, 3, 10, 14, 1_260_000)


def test_a_day_to_come_leaves_no_set_undone() -> None:
    assert figures(week_of(), ()) == Figures(0, 3, 0, 0, 0)


def test_a_day_counted_by_hand_leaves_no_set_undone() -> None:
    by_hand = DayStanding(1, DayState.DONE, 0, 7, "2026-11-02", by_hand=True)
    week = Week(1, (by_hand, DayStanding(2, DayState.STARTED, 3, 7)))
    assert figures(week, ()) == Figures(1, 2, 3, 7, 0)


# --- the calendar -----------------------------------------------------------------------


def test_a_day_tells_its_sessions_and_whether_it_is_today() -> None:
    sessions = (held("2026-06-01"), held("2026-06-01", 2), held("2026-06-06", 3))
    weeks = weeks_of(Month(2026, 6), held_on(sessions), "2026-06-06")
    days = {day.number: day for week in weeks for day in week if day}
    assert days[1] == CalendarDay(1, 2, is_today=False)
    assert days[6] == CalendarDay(6, 1, is_today=True)
    assert days[7] == CalendarDay(7, 0, is_today=False)
    assert weeks[0][0] == days[1]  # a Monday
    assert weeks[-1][2:] == (None,) * 5


def test_a_session_in_which_nothing_was_done_ticks_no_day() -> None:
    sessions = (held("2026-06-01", sets_done=0), held("2026-06-02", sets_done=1))
    assert held_on(sessions) == {"2026-06-02": 1}


@given(st.dates(dt.date(1, 2, 1), dt.date(9998, 12, 1)))
def test_every_month_has_all_its_days_once_from_monday_to_sunday(date: dt.date) -> None:
    month = month_of(date.isoformat())
    weeks = weeks_of(month, {}, date.isoformat())
    assert all(len(week) == 7 for week in weeks)
    numbers = [day.number for week in weeks for day in week if day]
    assert numbers == list(range(1, len(numbers) + 1))
    assert 28 <= len(numbers) <= 31
    (today,) = (day for week in weeks for day in week if day and day.is_today)
    place = [week.index(today) for week in weeks if today in week]
    assert (today.number, place) == (date.day, [date.weekday()])


def test_months_follow_each_other_across_the_year() -> None:
    assert Month(2026, 12).moved(1) == Month(2027, 1)
    assert Month(2026, 1).moved(-1) == Month(2025, 12)
    assert Month(2026, 3).moved(-15) == Month(2024, 12)
    assert Month(2025, 12) < Month(2026, 1)
    assert Month(2026, 3).first == "2026-03-01"


# --- the chart --------------------------------------------------------------------------


def drawn(chart: PainChart) -> list[tuple[int | None, list[tuple[int | None, int | None]]]]:
    """Days and their numbers, from left to right."""
    return [(c.day, [(p.before, p.after) for p in c.points]) for c in chart.columns]


def test_a_week_has_a_column_for_every_day() -> None:
    sessions = (held("2026-11-02", 1, 5, 3), held("2026-11-03", 2, 4, None))
    chart = pain_chart(sessions, week_of(day1=7))
    assert chart.by_day
    assert drawn(chart) == [(1, [(5, 3)]), (2, [(4, None)]), (3, [])]
    assert [c.local_date for c in chart.columns] == ["2026-11-02", "2026-11-03", ""]
    assert [c.is_next for c in chart.columns] == [False, True, False]


def test_every_session_of_a_day_in_parts_is_drawn_with_its_own_numbers() -> None:
    sessions = [held("2026-11-02", 2, n, n + 1, hour=9 + n) for n in range(3)]
    chart = pain_chart(sessions, week_of())
    assert drawn(chart)[1] == (2, [(0, 1), (1, 2), (2, 3)])
    assert [p.session for p in chart.columns[1].points] == [one.id for one in sessions]


def test_a_gentle_day_stands_before_the_day_that_waited() -> None:
    first, second = held("2026-11-02", 1, 5, 5), held("2026-11-04", 2, 4, 4)
    chart = pain_chart((first, held("2026-11-03", None, 7, 6), second), week_of(day1=7))
    assert drawn(chart) == [(1, [(5, 5)]), (None, [(7, 6)]), (2, [(4, 4)]), (3, [])]


def test_a_gentle_day_after_all_the_others_stands_last() -> None:
    sessions = [held(f"2026-11-0{day}", day, 2, 2) for day in (1, 2, 3)]
    chart = pain_chart((*sessions, held("2026-11-04", None, 6, 5)), week_of())
    assert drawn(chart)[-1] == (None, [(6, 5)])


def test_later_the_last_sessions_are_drawn() -> None:
    sessions = [held(f"2026-11-{n:02}", 1, n % 10, 1, round=n) for n in range(1, 21)]
    chart = pain_chart(sessions, Week(20, week_of().days))
    assert not chart.by_day
    assert [c.local_date for c in chart.columns] == [s.local_date for s in sessions[-CHARTED:]]
    assert not any(c.is_next for c in chart.columns)


def test_a_new_round_without_numbers_still_shows_those_of_the_one_before() -> None:
    assert not pain_chart((held(before=5),), Week(2, week_of().days)).by_day


def test_many_gentle_days_are_drawn_as_the_last_sessions() -> None:
    gentle = [held(f"2026-11-0{n}", None, 6, 6) for n in range(1, MOST_GENTLE + 2)]
    assert pain_chart(gentle[:-1], week_of()).by_day
    assert not pain_chart(gentle, week_of()).by_day


def test_without_numbers_there_is_nothing_to_draw() -> None:
    assert PainChart().is_empty
    assert pain_chart((held(), held("2026-11-03", None)), week_of()).is_empty
    assert not pain_chart((held(after=0),), week_of()).is_empty


@given(
    st.lists(
        st.builds(
            held,
            st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)).map(str),
            st.sampled_from((None, 1, 2, 3)),
            st.none() | st.integers(0, 10),
            st.none() | st.integers(0, 10),
            round=st.integers(1, 2),
        ),
        max_size=20,
    ).map(lambda made: [msgspec.structs.replace(s, id=str(n)) for n, s in enumerate(made)])
)
def test_every_number_drawn_is_the_sessions_own_and_each_is_drawn_once(
    sessions: list[HistorySession],
) -> None:
    sessions.sort(key=lambda one: one.begun)
    chart = pain_chart(sessions, week_of())
    points = [point for column in chart.columns for point in column.points]
    own = {one.id: (one.before, one.after) for one in sessions if one.has_numbers}
    assert len({point.session for point in points}) == len(points)
    assert all(own[point.session] == (point.before, point.after) for point in points)
    assert len(points) == (len(own) if chart.by_day else min(len(own), CHARTED))


# --- the table --------------------------------------------------------------------------


def test_the_newest_come_first_and_so_many_of_them() -> None:
    sessions = [held(hour=n % 24, round=n) for n in range(LISTED + 5)]
    assert [one.round for one in newest(sessions, 2)] == [LISTED + 4, LISTED + 3]
    assert len(newest(sessions)) == LISTED
    assert newest(sessions, 0) == ()
    assert newest(()) == ()
