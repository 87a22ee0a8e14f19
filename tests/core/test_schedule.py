"""Which day is next and how each stands, from the records alone."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import (
    Day,
    Each,
    Hold,
    Plan,
    Prescription,
    Reps,
    SetSide,
    Side,
    Timed,
    set_sides,
)
from backplan_gui.core.records import Done, DoneSet, Mark, MarkState, Unit
from backplan_gui.core.schedule import DayState, Week, current_round, week

from .samples import SEVEN_DAYS

PLAN = Plan(
    "three",
    (
        Day(1, (Prescription("plank", Hold(20, 2, Each.SIDE)), Prescription("bridge", Reps(4, 3)))),
        Day(2, (Prescription("bug", Reps(4, 1, Each.SIDE)),)),
        Day(
            3,
            (Prescription("roll", Timed(5, 5)), Prescription("walk", Timed(20, 30))),
            parts=True,
        ),
    ),
)
SETS = {day.number: [s for p in day.exercises for s in set_sides(p)] for day in PLAN.days}
COMING, STARTED, DONE, SKIPPED = DayState


def at(date: str, minute: int = 0) -> str:
    return f"{date}T09:{minute:02}:00Z"


def done_set(
    day: int | None,
    one: SetSide,
    *,
    on: str = "2026-11-16",
    begun: str = "",
    round: int = 1,
    done: bool = True,
    version: Version = Version.STANDARD,
) -> DoneSet:
    row = Done(1, one.exercise, one.set_no, one.side, version, 20, 20, Unit.SECONDS, done)
    return DoneSet("session", round, day, begun or at(on), on, row)


def whole_day(number: int, *, on: str = "2026-11-16", round: int = 1) -> list[DoneSet]:
    return [done_set(number, one, on=on, round=round) for one in SETS[number]]


def mark(
    day: int, state: MarkState, *, on: str = "2026-11-17", minute: int = 0, round: int = 1
) -> Mark:
    return Mark("id", "three", round, day, state, at(on, minute), on)


def states(found: Week) -> list[DayState]:
    return [day.state for day in found.days]


def test_a_fresh_week_is_all_to_come_and_begins_with_day_1() -> None:
    fresh = week(PLAN, [], [], 1)
    assert states(fresh) == [COMING] * 3
    assert (fresh.next_day, fresh.days_done, fresh.round) == (1, 0, 1)
    assert [(day.sets_done, day.sets) for day in fresh.days] == [(0, 5), (0, 1), (0, 2)]
    assert fresh.day(2).open_sets == set(SETS[2])


def test_a_day_is_done_when_every_set_side_is() -> None:
    done = week(PLAN, whole_day(1), [], 1)
    assert states(done) == [DONE, COMING, COMING]
    assert (done.next_day, done.days_done) == (2, 1)
    day = done.day(1)
    assert (day.sets_done, day.sets, day.done_on, day.by_hand) == (5, 5, "2026-11-16", False)
    assert day.exercises_done == {"plank", "bridge"}
    assert day.open_sets == set()


@pytest.mark.parametrize("missing", range(len(SETS[1])))
def test_with_any_set_side_missing_a_day_is_only_started(missing: int) -> None:
    records = whole_day(1)
    left_out = records.pop(missing)
    found = week(PLAN, records, [], 1)
    assert states(found) == [STARTED, COMING, COMING]
    assert found.next_day == 1
    day = found.day(1)
    assert (day.sets_done, day.done_on) == (4, None)
    assert day.open_sets == {SETS[1][missing]}
    assert left_out.set.exercise not in day.exercises_done


def test_a_set_that_was_tried_but_not_done_leaves_the_day_as_it_was() -> None:
    assert states(week(PLAN, [done_set(1, SETS[1][0], done=False)], [], 1))[0] is COMING


@pytest.mark.parametrize("version", Version)
def test_every_version_counts(version: Version) -> None:
    records = [done_set(2, one, version=version) for one in SETS[2]]
    assert week(PLAN, records, [], 1).day(2).state is DONE


def test_a_day_done_over_several_dates_is_done_on_the_last_of_them() -> None:
    dates = ["2026-11-19", "2026-11-16", "2026-11-17", "2026-11-16", "2026-11-18", "2026-11-16"]
    dates.append("2026-11-17")
    records = [done_set(1, one, on=on) for one, on in zip(SETS[1], dates, strict=True)]
    found = week(PLAN, records, [], 1)
    assert found.day(1).done_on == "2026-11-19"
    assert found.done_on("2026-11-19") == (1,)
    assert found.done_on("2026-11-18") == ()


def test_doing_a_done_day_again_does_not_move_its_date() -> None:
    records = [*whole_day(1, on="2026-11-20"), *whole_day(1, on="2026-11-16")]
    assert week(PLAN, records, [], 1).day(1).done_on == "2026-11-16"


def test_a_set_belongs_to_the_date_its_session_began_on_whatever_the_clock_says() -> None:
    """Flown west over the date line: later by the clock, earlier by the calendar."""
    first, second = SETS[2]
    records = [
        done_set(2, first, on="2026-11-17", begun="2026-11-17T01:00:00Z"),
        done_set(2, second, on="2026-11-16", begun="2026-11-17T03:00:00Z"),
    ]
    assert week(PLAN, records, [], 1).day(2).done_on == "2026-11-17"


def test_the_parts_of_a_day_are_done_in_any_order() -> None:
    walk = done_set(3, SETS[3][1])
    found = week(PLAN, [walk], [], 1).day(3)
    assert (found.state, found.sets_done) == (STARTED, 1)
    assert found.exercises_done == {"walk"}


def test_one_side_of_a_set_is_not_the_set() -> None:
    found = week(PLAN, [done_set(2, SetSide("bug", 1, Side.LEFT))], [], 1).day(2)
    assert (found.state, found.sets_done) == (STARTED, 0)
    assert found.open_sets == {SetSide("bug", 1, Side.RIGHT)}


def test_a_day_is_skipped_when_a_later_one_is_done_and_is_still_next() -> None:
    found = week(PLAN, whole_day(2), [], 1)
    assert states(found) == [SKIPPED, DONE, COMING]
    assert found.next_day == 1
    begun = [*whole_day(2), done_set(1, SETS[1][0])]
    assert states(week(PLAN, begun, [], 1)) == [SKIPPED, DONE, COMING]
    assert states(week(PLAN, [*whole_day(2), *whole_day(1)], [], 1)) == [DONE, DONE, COMING]


def test_a_skipped_day_that_was_begun_is_shown_as_started() -> None:
    """Both are true of it; what was done is the one that helps."""
    records = [*whole_day(3), *(done_set(1, one) for one in SETS[1] if one.set_no == 1)]
    found = week(PLAN, records, [], 1)
    assert states(found) == [SKIPPED, SKIPPED, DONE]
    assert found.day(1).sets_done
    assert [day.shown for day in found.days] == [STARTED, SKIPPED, DONE]


def test_a_started_later_day_skips_nobody() -> None:
    assert states(week(PLAN, [done_set(3, SETS[3][0])], [], 1)) == [COMING, COMING, STARTED]


def test_practice_and_gentle_days_complete_nothing() -> None:
    records = [done_set(None, one) for one in SETS[1]]
    assert states(week(PLAN, records, [], 1)) == [COMING] * 3


def test_sets_of_another_day_or_exercise_do_not_count() -> None:
    records = [done_set(2, one) for one in SETS[1]]
    assert states(week(PLAN, records, [], 1)) == [COMING] * 3


def test_a_set_beyond_the_plan_does_not_move_the_date_of_a_day() -> None:
    records = [*whole_day(2), done_set(2, SetSide("bug", 2, Side.LEFT), on="2026-11-20")]
    assert week(PLAN, records, [], 1).day(2).done_on == "2026-11-16"


def test_another_round_starts_with_day_1_and_leaves_the_first_as_it_was() -> None:
    records = [*whole_day(1), *whole_day(2), *whole_day(1, on="2026-12-01", round=2)]
    marks = [mark(3, MarkState.DONE, round=2), mark(0, MarkState.ROUND, round=2)]
    assert states(week(PLAN, records, marks, 1)) == [DONE, DONE, COMING]
    assert states(week(PLAN, records, marks, 2)) == [DONE, SKIPPED, DONE]
    assert week(PLAN, records, marks, 3).next_day == 1


def test_the_round_is_the_newest_of_any_record() -> None:
    assert current_round([]) == 1
    assert current_round([1, 3, 2]) == 3


def test_a_day_can_be_counted_as_done_by_hand() -> None:
    found = week(PLAN, [done_set(1, SETS[1][0])], [mark(1, MarkState.DONE)], 1)
    day = found.day(1)
    assert (day.state, day.by_hand, day.done_on) == (DONE, True, "2026-11-17")
    assert (day.sets_done, day.sets) == (0, 5)
    assert found.next_day == 2
    assert found.done_on("2026-11-17") == (1,)


def test_undoing_a_mark_brings_the_day_back() -> None:
    records = [done_set(1, SETS[1][0])]
    marks = [mark(1, MarkState.DONE)]
    before = week(PLAN, records, [], 1)
    assert week(PLAN, records, marks, 1) != before
    assert week(PLAN, records, marks[:-1], 1) == before


def test_a_done_day_can_be_unmarked_and_done_again() -> None:
    records = whole_day(1)
    unmarked = mark(1, MarkState.OPEN)
    day = week(PLAN, records, [unmarked], 1).day(1)
    assert (day.state, day.sets_done, day.done_on) == (COMING, 0, None)
    again = [*records, *whole_day(1, on="2026-11-18")]
    day = week(PLAN, again, [unmarked], 1).day(1)
    assert (day.state, day.done_on) == (DONE, "2026-11-18")


def test_a_set_of_the_very_instant_of_the_unmarking_does_not_count() -> None:
    records = [done_set(2, one, on="2026-11-17") for one in SETS[2]]
    assert week(PLAN, records, [mark(2, MarkState.OPEN)], 1).day(2).state is COMING


def test_the_last_mark_of_a_day_wins() -> None:
    done, undone = mark(1, MarkState.DONE), mark(1, MarkState.OPEN, minute=5)
    assert week(PLAN, [], [done, undone], 1).day(1).state is COMING
    assert week(PLAN, [], [undone, done], 1).day(1).state is DONE


def test_what_was_done_weighs_more_than_a_mark_that_says_the_same() -> None:
    day = week(PLAN, whole_day(1), [mark(1, MarkState.DONE)], 1).day(1)
    assert (day.done_on, day.by_hand) == ("2026-11-16", False)


def test_marks_touch_their_own_day_only() -> None:
    assert states(week(PLAN, whole_day(1), [mark(2, MarkState.OPEN)], 1)) == [DONE, COMING, COMING]


def test_starting_the_week_again_is_no_mark_of_a_day() -> None:
    assert states(week(PLAN, [], [mark(0, MarkState.ROUND)], 1)) == [COMING] * 3


def test_a_day_that_is_not_in_the_plan_is_not_in_the_week() -> None:
    with pytest.raises(KeyError, match="4"):
        week(PLAN, [], [], 1).day(4)
    with pytest.raises(KeyError, match="4"):
        PLAN.day(4)


def test_there_is_never_a_day_8() -> None:
    records = [
        done_set(day.number, one)
        for day in SEVEN_DAYS.days
        for prescription in day.exercises
        for one in set_sides(prescription)
    ]
    for number in range(1, 8):
        so_far = [r for r in records if r.day is not None and r.day < number]
        assert week(SEVEN_DAYS, so_far, [], 1).next_day == number
    found = week(SEVEN_DAYS, records, [], 1)
    assert (found.next_day, found.days_done) == (None, 7)
    assert len(found.days) == 7


class Happening(NamedTuple):
    """A set done or a day marked, some days and minutes after the one before."""

    day: int
    which: int | MarkState
    done: bool
    round: int
    later: int


happenings = st.builds(
    Happening,
    day=st.integers(1, 3),
    which=st.integers(0, 6) | st.sampled_from([MarkState.DONE, MarkState.OPEN]),
    done=st.sampled_from([True, True, True, False]),
    round=st.sampled_from([1, 1, 1, 2]),
    later=st.integers(0, 2),
)


class Diary:
    """A week kept by hand, page by page, to hold the computed one against."""

    def __init__(self) -> None:
        self.done: list[DoneSet] = []
        self.marks: list[Mark] = []
        self.date, self.minute = 1, 0
        self.ticked: dict[int, dict[SetSide, str]] = {1: {}, 2: {}, 3: {}}
        self.before: dict[int, dict[SetSide, str]] = {1: {}, 2: {}, 3: {}}
        self.by_hand: dict[int, str] = {}

    def write(self, happening: Happening) -> None:
        self.date += happening.later
        self.minute += 1
        on = f"2026-{1 + self.date // 28:02}-{1 + self.date % 28:02}"
        begun = f"{on}T{self.minute // 60:02}:{self.minute % 60:02}:00Z"
        if isinstance(happening.which, MarkState):
            self.mark(happening, begun, on)
        else:
            self.tick(happening, happening.which, begun, on)

    def mark(self, happening: Happening, instant: str, on: str) -> None:
        day, state = happening.day, happening.which
        assert isinstance(state, MarkState)
        self.marks.append(Mark("id", "three", happening.round, day, state, instant, on))
        if happening.round != 1:
            return
        if state is MarkState.DONE:
            self.by_hand[day] = on
            self.ticked[day] = {**self.ticked[day], **self.before[day]}
        else:
            self.by_hand.pop(day, None)
            self.before[day] = {**self.ticked[day], **self.before[day]}
            self.ticked[day] = {}

    def tick(self, happening: Happening, which: int, begun: str, on: str) -> None:
        sets = SETS[happening.day]
        one = sets[which % len(sets)]
        self.done.append(
            done_set(
                happening.day,
                one,
                on=on,
                begun=begun,
                round=happening.round,
                done=happening.done,
            )
        )
        if happening.done and happening.round == 1:
            self.ticked[happening.day].setdefault(one, on)

    def standings(self) -> list[tuple[DayState, str | None]]:
        found: list[tuple[DayState, str | None]] = []
        for day, ticked in self.ticked.items():
            if len(ticked) == len(SETS[day]):
                found.append((DONE, max(ticked.values())))
            elif day in self.by_hand:
                found.append((DONE, self.by_hand[day]))
            else:
                found.append((STARTED if ticked else COMING, None))
        last = max((i for i, (state, _) in enumerate(found) if state is DONE), default=-1)
        return [
            (SKIPPED, None) if i < last and state is not DONE else (state, on)
            for i, (state, on) in enumerate(found)
        ]


@given(st.lists(happenings, max_size=60))
def test_the_week_stands_as_a_diary_would_have_it(story: list[Happening]) -> None:
    diary = Diary()
    for happening in story:
        diary.write(happening)
    found = week(PLAN, diary.done, diary.marks, 1)
    assert [(day.state, day.done_on) for day in found.days] == diary.standings()
    open_days = [day.number for day in found.days if day.state is not DONE]
    assert found.next_day == (min(open_days) if open_days else None)
    assert found.days_done == 3 - len(open_days)
    for day in found.days:
        assert 0 <= day.sets_done <= day.sets
        assert day.open_sets <= set(SETS[day.number])


@given(st.lists(happenings, max_size=30), st.data())
def test_the_order_in_which_records_come_does_not_matter(
    story: list[Happening], data: st.DataObject
) -> None:
    diary = Diary()
    for happening in story:
        diary.write(happening)
    shuffled = data.draw(st.permutations(diary.done))
    assert week(PLAN, shuffled, diary.marks, 1) == week(PLAN, diary.done, diary.marks, 1)


@given(st.lists(happenings, min_size=1, max_size=30))
def test_doing_more_never_takes_a_done_day_away(story: list[Happening]) -> None:
    diary = Diary()
    done: set[int] = set()
    for happening in story:
        diary.write(happening)
        found = {
            day.number for day in week(PLAN, diary.done, diary.marks, 1).days if day.state is DONE
        }
        unmarked = {happening.day} if happening.which is MarkState.OPEN else set()
        assert done - unmarked <= found
        done = found


# --- exercises that are left out (R6) ---------------------------------------------------


def test_a_day_is_done_without_what_is_left_out() -> None:
    records = [done_set(1, one) for one in SETS[1] if one.exercise == "plank"]
    assert week(PLAN, records, [], 1).day(1).state is STARTED
    day = week(PLAN, records, [], 1, ("bridge",)).day(1)
    assert (day.state, day.done_on, day.by_hand) == (DONE, "2026-11-16", False)
    assert (day.sets_done, day.sets) == (2, 2)
    assert day.exercises_done == {"plank"}
    assert day.open_sets == set()


def test_sets_of_what_is_left_out_neither_start_nor_date_a_day() -> None:
    bridges = [done_set(1, one, on="2026-11-20") for one in SETS[1] if one.exercise == "bridge"]
    assert week(PLAN, bridges, [], 1, {"bridge"}).day(1).state is COMING
    planks = [done_set(1, one) for one in SETS[1] if one.exercise == "plank"]
    assert week(PLAN, planks + bridges, [], 1, {"bridge"}).day(1).done_on == "2026-11-16"


def test_a_day_of_which_all_is_left_out_counts_as_it_is() -> None:
    """Nothing to do is not done."""
    day = week(PLAN, [], [], 1, {"bug"}).day(2)
    assert (day.state, day.sets, len(day.open_sets)) == (COMING, 1, 2)
    assert week(PLAN, whole_day(2), [], 1, {"bug"}).day(2).state is DONE


def test_what_is_left_out_can_come_back() -> None:
    records = [done_set(1, one) for one in SETS[1] if one.exercise == "plank"]
    day = week(PLAN, records, [], 1, ()).day(1)
    assert {one.exercise for one in day.open_sets} == {"bridge"}


@given(
    st.frozensets(st.sampled_from(("plank", "bridge", "bug", "roll", "walk", "nothing"))),
    st.frozensets(st.sampled_from([(n, one) for n, sets in SETS.items() for one in sets])),
)
def test_leaving_out_counts_nothing_else(
    left_out: frozenset[str], done: frozenset[tuple[int, SetSide]]
) -> None:
    records = [done_set(number, one) for number, one in done]
    plain, fewer = week(PLAN, records, [], 1), week(PLAN, records, [], 1, left_out)
    for day in PLAN.days:
        before, after = plain.day(day.number), fewer.day(day.number)
        names = {p.exercise for p in day.exercises}
        if names <= left_out or not names & left_out:
            assert (before.sets, before.open_sets) == (after.sets, after.open_sets)
            continue
        assert after.open_sets == {s for s in before.open_sets if s.exercise not in left_out}
        assert after.exercises_done == before.exercises_done - left_out
        assert (after.state is DONE) is (not after.open_sets)
