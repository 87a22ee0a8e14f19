"""More and less, reps and keeping going: what they do to a step."""

import pytest

from backplan_gui.core import engine
from backplan_gui.core.engine import NotAllowed
from backplan_gui.core.records import done_records
from backplan_gui.core.script import Step, StepKind, script_for
from backplan_gui.core.session import (
    Command,
    Phase,
    RepCounted,
    Session,
)
from backplan_gui.core.settings import Settings

from .samples import (
    BRIDGES,
    BRISK,
    DEAD_BUG,
    EXERCISES,
    OWN_PACE,
    PLANK_LEFT,
    REST,
    SCRIPT,
    SEVEN_DAYS,
    SWITCH,
    Person,
    after,
    laid_out,
    place,
    resized,
    steps_begun,
    work_ended,
)

# --- ten seconds more or less -----------------------------------------------------------


@pytest.mark.parametrize("index", [0, SWITCH, REST, PLANK_LEFT, BRISK])
def test_ten_seconds_more_lengthen_this_step_only(index: int) -> None:
    session = after(place(index, 1_000), Command.MORE)
    assert session.step.ms == SCRIPT[index].ms + 10_000
    assert session.elapsed == 1_000
    changed = [i for i, step in enumerate(session.script) if step != SCRIPT[i]]
    assert changed == [index]


@pytest.mark.parametrize("phase", [Phase.RUNNING, Phase.PAUSED, Phase.RESUMING])
@pytest.mark.parametrize("index", [PLANK_LEFT, 16])
def test_ten_seconds_less_shorten_this_step_only(index: int, phase: Phase) -> None:
    before = place(index, 1_000, phase)
    session = after(before, Command.LESS)
    assert session.step.ms == SCRIPT[index].ms - 10_000
    assert (session.phase, session.elapsed, session.reentry) == (phase, 1_000, before.reentry)
    assert [i for i, step in enumerate(session.script) if step != SCRIPT[i]] == [index]


def test_ten_seconds_less_never_leave_fewer_than_five() -> None:
    session = after(place(REST), Command.LESS)
    assert session.step.ms == 5_000
    assert after(session, Command.LESS).index == 9
    session = after(place(SWITCH), Command.MORE, Command.LESS)
    assert session.step.ms == 8_000


def test_a_step_of_eleven_seconds_is_shortened_to_five() -> None:
    script = (Step(StepKind.REST, 11_000, "plank", 1, 1, 2), *SCRIPT)
    assert after(place(0, script=script), Command.LESS).step.ms == 5_000


def test_no_step_gets_longer_than_ten_minutes() -> None:
    session = place(PLANK_LEFT)
    for _ in range(57):
        session = after(session, Command.MORE)
    assert session.step.ms == 590_000
    longer = after(place(SWITCH), *[Command.MORE] * 60)
    assert longer.step.ms == 600_000
    session = after(session, Command.MORE)
    assert session.step.ms == 600_000
    assert Command.MORE not in engine.allowed(session)
    with pytest.raises(NotAllowed):
        engine.apply(session, Command.MORE, 0)


@pytest.mark.parametrize("elapsed", [10_000, 10_001, 19_999])
def test_less_than_is_left_ends_the_step(elapsed: int) -> None:
    session, events = engine.apply(place(PLANK_LEFT, elapsed), Command.LESS, 0)
    assert steps_begun(events) == [3]
    assert [(w.amount, w.complete) for w in session.worked] == [(elapsed, False)]


def test_with_more_than_ten_seconds_left_the_step_goes_on() -> None:
    session = after(place(PLANK_LEFT, 9_999), Command.LESS)
    assert (session.index, session.step.ms, session.elapsed) == (PLANK_LEFT, 10_000, 9_999)


@pytest.mark.parametrize(
    ("phase", "then"),
    [
        (Phase.RUNNING, Phase.RUNNING),
        (Phase.PAUSED, Phase.PAUSED),
        (Phase.RESUMING, Phase.RUNNING),
    ],
)
@pytest.mark.parametrize("index", [PLANK_LEFT, BRIDGES])
def test_ending_a_step_with_less_is_like_skipping_it(index: int, phase: Phase, then: Phase) -> None:
    near_end = place(index, SCRIPT[index].ms - 1_000, phase)
    session = after(near_end, Command.LESS)
    assert (session.index, session.phase, session.reentry) == (index + 1, then, 0)
    assert session == after(near_end, Command.SKIP)


def test_a_shortened_hold_that_ends_by_itself_is_whole() -> None:
    session = after(place(PLANK_LEFT), Command.LESS)
    session, events = engine.apply(session, Command.TICK, 10_000)
    (worked,) = work_ended(events)
    assert (worked.amount, worked.complete) == (10_000, True)
    assert session.step.kind is StepKind.LEAVE


def test_ten_seconds_leave_the_dose_alone() -> None:
    session = after(place(PLANK_LEFT), Command.MORE, Command.MORE)
    session, _ = engine.apply(session, Command.TICK, 40_000)
    (row,) = done_records(session)
    assert (row.planned, row.actual, row.done) == (20, 40, True)


# --- reps -------------------------------------------------------------------------------


def test_one_rep_more_or_less_at_the_same_tempo() -> None:
    bridges = place(BRIDGES, 1_000)
    assert resized(bridges) == (24_000, 4)
    assert resized(after(bridges, Command.MORE)) == (30_000, 5)
    assert resized(after(bridges, Command.LESS)) == (18_000, 3)


def test_an_alternating_exercise_gets_one_rep_more_or_less_on_each_side() -> None:
    bug = place(DEAD_BUG, 1_000)
    assert resized(bug) == (40_000, 8)
    assert resized(after(bug, Command.MORE)) == (50_000, 10)
    assert resized(after(bug, Command.LESS)) == (30_000, 6)


@pytest.mark.parametrize(
    ("index", "elapsed", "left"),
    [(BRIDGES, 17_999, 3), (DEAD_BUG, 29_999, 6)],
)
def test_the_last_rep_of_all_cannot_be_taken_away_but_ends_the_step(
    index: int, elapsed: int, left: int
) -> None:
    session = after(place(index, elapsed), Command.LESS)
    assert (session.index, session.step.reps) == (index, left)
    ended = after(place(index, elapsed + 1), Command.LESS)
    assert ended.index == index + 1
    assert [(w.amount, w.complete) for w in ended.worked] == [(left, False)]


def test_reps_stop_growing_at_ten_minutes() -> None:
    session = place(BRIDGES)
    while Command.MORE in engine.allowed(session):
        session = after(session, Command.MORE)
    assert resized(session) == (600_000, 100)
    session = place(DEAD_BUG)
    while Command.MORE in engine.allowed(session):
        session = after(session, Command.MORE)
    assert resized(session) == (600_000, 120)


def test_both_sides_of_an_alternating_rep_must_fit_into_the_ten_minutes() -> None:
    script = script_for(SEVEN_DAYS.day(2), EXERCISES, Settings(), only="dead-bug")
    session = Session(script, index=1, phase=Phase.RUNNING, seen=0)
    while Command.MORE in engine.allowed(session):
        session = after(session, Command.MORE)
    assert resized(session) == (592_000, 74)


def test_paced_reps_end_with_the_last_one() -> None:
    person = Person(laid_out(only="bridge"))
    person.waits(5_000)
    (worked,) = work_ended(person.waits(24_000))
    assert (worked.amount, worked.complete) == (4, True)


def test_a_rep_that_was_not_finished_does_not_count() -> None:
    session = after(place(BRIDGES, 11_999), Command.SKIP)
    assert [w.amount for w in session.worked] == [1]
    assert after(place(BRIDGES, 5_999), Command.SKIP).worked == ()


def test_at_ones_own_pace_one_key_counts_and_the_last_rep_ends_the_set() -> None:
    person = Person(OWN_PACE)
    person.session, person.now = place(BRIDGES, script=OWN_PACE), 0
    for count in (1, 2, 3):
        person.is_away(9_000)
        assert person.asks(Command.REP) == (RepCounted(count),)
    person.is_away(9_000)
    events = person.asks(Command.REP)
    assert events[0] == RepCounted(4)
    assert [(w.amount, w.complete) for w in work_ended(events)] == [(4, True)]
    assert steps_begun(events) == [19]
    assert (person.session.counted, person.session.guided) == (0, 36_000)


def test_at_ones_own_pace_nothing_ends_by_itself() -> None:
    person = Person(OWN_PACE)
    person.session, person.now = place(BRIDGES, script=OWN_PACE), 0
    assert person.waits(3_600_000) == ()
    assert (person.session.index, person.session.elapsed) == (BRIDGES, 3_600_000)


def test_at_ones_own_pace_only_counted_reps_are_recorded() -> None:
    session = place(BRIDGES, 60_000, script=OWN_PACE)
    session = after(session, Command.REP, Command.REP, Command.SKIP)
    assert [(w.amount, w.complete) for w in session.worked] == [(2, False)]
    assert after(place(BRIDGES, 60_000, script=OWN_PACE), Command.SKIP).worked == ()


def test_at_ones_own_pace_reps_are_added_and_taken_away_too() -> None:
    session = after(place(BRIDGES, 60_000, script=OWN_PACE), Command.REP, Command.MORE)
    assert session.step.reps == 5
    session = after(session, Command.LESS, Command.LESS)
    assert (session.step.reps, session.counted) == (3, 1)
    session = after(session, Command.REP, Command.LESS)
    assert (session.index, session.worked[0].amount) == (19, 2)


def test_with_a_pacer_there_is_no_key_to_count() -> None:
    assert Command.REP not in engine.allowed(place(BRIDGES))
    assert Command.REP not in engine.allowed(place(PLANK_LEFT, script=OWN_PACE))


# --- keep going -------------------------------------------------------------------------


def walked(minutes: int | None = None) -> Session:
    """In the brisk part of a walk of two to four minutes."""
    return Session(laid_out(only="walk", minutes=minutes), index=2, phase=Phase.RUNNING, seen=0)


def planned_seconds(session: Session) -> int:
    work = (step for step in session.script if step.kind is StepKind.WORK)
    return sum(step.ms for step in work) // 1000


@pytest.mark.parametrize(("target", "times"), [(None, 2), (2, 2), (3, 1), (4, 0)])
def test_keep_going_adds_minutes_up_to_the_high_end(target: int | None, times: int) -> None:
    session = walked(target)
    added = 0
    while Command.KEEP_GOING in engine.allowed(session):
        session = after(session, Command.KEEP_GOING)
        added += 1
    assert added == times
    assert planned_seconds(session) == 240
    with pytest.raises(NotAllowed):
        engine.apply(session, Command.KEEP_GOING, 0)


def test_the_added_minute_comes_before_the_cool_down_and_breathes_alike() -> None:
    session = after(walked(), Command.KEEP_GOING)
    brisk, minute, cool_down = session.script[2:]
    assert (minute.segment, minute.ms, minute.beats) == ("brisk", 60_000, brisk.beats)
    assert cool_down.segment == "cool-down"
    assert minute.part not in {step.part for step in session.script if step is not minute}


def test_keep_going_is_there_in_an_added_minute_too() -> None:
    session = after(walked(), Command.KEEP_GOING, Command.SKIP)
    assert session.index == 3
    session = after(session, Command.KEEP_GOING)
    assert [step.segment for step in session.script[1:]] == [
        "warm-up",
        "brisk",
        "brisk",
        "brisk",
        "cool-down",
    ]
    assert Command.KEEP_GOING not in engine.allowed(session)


@pytest.mark.parametrize("index", [0, 1, 3])
def test_keep_going_is_offered_nowhere_else(index: int) -> None:
    session = Session(laid_out(only="walk"), index=index, phase=Phase.RUNNING, seen=0)
    assert Command.KEEP_GOING not in engine.allowed(session)


def test_seconds_added_by_hand_count_towards_the_high_end() -> None:
    session = after(walked(3), Command.MORE)
    assert Command.KEEP_GOING not in engine.allowed(session)
    assert Command.KEEP_GOING in engine.allowed(after(session, Command.LESS))


def test_keep_going_does_not_raise_the_dose() -> None:
    person = Person(laid_out(only="walk"))
    person.waits(30_000 + 30_000 + 30_000)
    assert [d.done for d in done_records(person.session)] == [False]
    person.asks(Command.KEEP_GOING)
    person.asks(Command.KEEP_GOING)
    person.asks(Command.END)
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done) == (120, 60, True)


def test_minutes_that_were_kept_going_are_recorded() -> None:
    person = Person(laid_out(only="walk"))
    person.waits(60_000)
    person.asks(Command.KEEP_GOING)
    person.waits(60_000 + 60_000 + 30_000)
    assert person.session.phase is Phase.FINISHED
    (row,) = done_records(person.session)
    assert (row.planned, row.actual, row.done) == (120, 180, True)


@pytest.mark.parametrize(
    ("exercise", "minutes", "times"),
    [
        ("gentle-yoga", None, 5),
        ("gentle-yoga", 17, 3),
        ("gentle-yoga", 20, 0),
        ("walking", None, 10),
        ("walking", 23, 7),
        ("foam-rolling", None, 0),
    ],
)
def test_the_real_activities_can_be_kept_going_to_their_high_end(
    exercise: str, minutes: int | None, times: int
) -> None:
    script = script_for(SEVEN_DAYS.day(5), EXERCISES, Settings(), only=exercise, minutes=minutes)
    session = Session(script, phase=Phase.RUNNING, seen=0)
    added = 0
    while session.is_open:
        while Command.KEEP_GOING in engine.allowed(session):
            session = after(session, Command.KEEP_GOING)
            added += 1
        session = after(session, Command.SKIP)
    assert added == times
