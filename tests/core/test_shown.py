"""What is on show: seconds, reps and beats, and when the next of them changes."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.script import StepKind, length_ms
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.shown import (
    at_instant,
    beat_at,
    left_ms,
    left_today_ms,
    next_change_ms,
    reps_done,
    reps_left,
)
from tests import strategies

from .samples import BRIDGES, DEAD_BUG, OWN_PACE, PLANK_LEFT, REST, SCRIPT, Person, after, place

MOVING = (Phase.RUNNING, Phase.RESUMING)


def on_show(session: Session) -> tuple[object, ...]:
    """All that a page draws of a moving session: whole seconds left, reps, beats."""
    beat = beat_at(session)
    round_no = session.elapsed // session.step.beat_ms if beat else 0
    seconds = -(-left_ms(session) // 1000)
    return session.phase, session.index, seconds, reps_done(session), round_no, beat and beat[0]


@st.composite
def moving(draw: st.DrawFn) -> Session:
    """A session that runs or gets back into position, somewhere in a script."""
    person = Person(draw(strategies.scripts()))
    person.waits(draw(st.integers(0, length_ms(person.session.script) - 1)))
    if draw(st.booleans()):
        person.asks(Command.PAUSE)
        person.asks(Command.RESUME)
        person.waits(draw(st.integers(0, min(2_999, left_ms(person.session) - 1))))
    return person.session


@given(moving(), st.data())
def test_nothing_on_show_changes_before_its_instant_and_something_does_then(
    session: Session, data: st.DataObject
) -> None:
    assert session.seen is not None
    change = next_change_ms(session)
    if change is None:
        return
    assert 0 < change <= 1_000
    early = data.draw(st.integers(0, change - 1))
    before, events = engine.apply(session, Command.TICK, session.seen + early)
    assert not events
    assert on_show(before) == on_show(session)
    then, _ = engine.apply(session, Command.TICK, session.seen + change)
    assert on_show(then) != on_show(session)


@given(strategies.sessions())
def test_only_what_moves_by_itself_has_a_next_change(session: Session) -> None:
    waits_for_a_key = session.phase is Phase.RUNNING and session.step.own_pace
    still = session.phase not in MOVING or waits_for_a_key
    assert (next_change_ms(session) is None) is still


@given(moving(), st.integers(0, 20_000))
def test_left_today_runs_down_with_the_clock_and_stands_still_in_a_pause(
    session: Session, ms: int
) -> None:
    assert session.seen is not None
    session = after(session, Command.PAUSE, now=session.seen)
    left = left_today_ms(session)
    session = after(session, Command.RESUME, now=0)
    session = after(session, Command.TICK, now=session.reentry)
    assert left_today_ms(session) == left
    assert session.seen is not None
    later = after(session, Command.TICK, now=session.seen + ms)
    if not later.step.own_pace:
        assert left_today_ms(later) == max(0, left - ms)


def test_left_today_begins_with_the_length_of_the_script_and_ends_with_nothing() -> None:
    person = Person()
    assert left_today_ms(person.session) == length_ms(SCRIPT)
    person.waits(length_ms(SCRIPT) - 1)
    assert left_today_ms(person.session) == 1
    person.waits(1)
    assert left_today_ms(person.session) == 0


def test_of_an_abandoned_session_the_steps_not_begun_are_left() -> None:
    assert left_today_ms(place(len(SCRIPT) - 2, 5_000, Phase.ABANDONED)) == SCRIPT[-1].ms


@pytest.mark.parametrize(("elapsed", "left"), [(0, 20_000), (1, 19_999), (19_999, 1)])
def test_what_is_left_of_a_step_is_its_time_less_what_passed(elapsed: int, left: int) -> None:
    assert left_ms(place(PLANK_LEFT, elapsed)) == left
    assert left_ms(place(PLANK_LEFT, elapsed, Phase.PAUSED)) == left


def test_while_resuming_what_is_left_of_the_re_entry_is_on_show() -> None:
    session = place(PLANK_LEFT, 5_000, Phase.RESUMING)
    assert left_ms(session) == 3_000
    assert next_change_ms(session) == 1_000
    session = msgspec.structs.replace(session, reentry=2_300)
    assert (left_ms(session), next_change_ms(session)) == (2_300, 300)


def test_a_person_who_takes_longer_than_expected_has_nothing_left_but_not_less() -> None:
    slow = place(BRIDGES, 90_000, script=OWN_PACE)
    assert left_ms(slow) == 0
    rest = sum(step.ms for step in OWN_PACE[BRIDGES + 1 :])
    assert left_today_ms(slow) == rest


@pytest.mark.parametrize(
    ("elapsed", "done"), [(0, 0), (5_999, 0), (6_000, 1), (17_999, 2), (23_999, 3), (24_000, 4)]
)
def test_a_rep_is_done_when_its_tempo_has_run_through(elapsed: int, done: int) -> None:
    assert reps_done(place(BRIDGES, elapsed)) == done


def test_an_alternating_exercise_counts_every_movement() -> None:
    assert reps_done(place(DEAD_BUG, 15_000)) == 3


@pytest.mark.parametrize(("elapsed", "left"), [(0, 4), (14_999, 3), (15_000, 3), (20_000, 2)])
def test_of_sides_in_turn_what_is_left_is_told_of_each(elapsed: int, left: int) -> None:
    assert reps_left(place(DEAD_BUG, elapsed)) == left


def test_of_other_reps_every_one_is_left_until_it_is_done() -> None:
    assert [reps_left(place(BRIDGES, ms)) for ms in (0, 5_999, 6_000, 23_999)] == [4, 4, 3, 1]
    assert reps_left(place(BRIDGES, 60_000, script=OWN_PACE, counted=3)) == 1


def test_there_are_never_more_reps_done_than_asked_for() -> None:
    assert reps_done(place(BRIDGES, 80_000)) == 4


def test_a_hold_has_no_reps() -> None:
    assert reps_done(place(PLANK_LEFT, 15_000)) == 0


def test_at_ones_own_pace_the_person_counts_and_no_beat_shows() -> None:
    session = place(BRIDGES, 60_000, script=OWN_PACE, counted=2)
    assert reps_done(session) == 2
    assert beat_at(session) is None
    assert next_change_ms(session) is None


def test_at_ones_own_pace_the_re_entry_counts_down_all_the_same() -> None:
    assert next_change_ms(place(BRIDGES, 60_000, Phase.RESUMING, script=OWN_PACE)) == 1_000


@pytest.mark.parametrize(
    ("elapsed", "beat"),
    [
        (0, (0, 0)),
        (1_999, (0, 1_999)),
        (2_000, (1, 0)),
        (5_999, (1, 3_999)),
        (6_000, (0, 0)),
        (20_500, (1, 500)),
    ],
)
def test_beats_follow_each_other_and_begin_again(elapsed: int, beat: tuple[int, int]) -> None:
    assert beat_at(place(BRIDGES, elapsed)) == beat


def test_a_hold_is_breathed_by_its_pacer() -> None:
    assert beat_at(place(PLANK_LEFT, 14_000)) == (1, 0)


def test_a_rest_has_no_beat() -> None:
    assert beat_at(place(REST, 1_000)) is None


@pytest.mark.parametrize(
    ("index", "elapsed", "change"),
    [
        (REST, 0, 1_000),
        (REST, 1, 999),
        (REST, 14_999, 1),
        (BRIDGES, 1_500, 500),
        (PLANK_LEFT, 3_999, 1),
    ],
)
def test_the_next_change_is_the_next_second_or_beat(index: int, elapsed: int, change: int) -> None:
    assert next_change_ms(place(index, elapsed)) == change


def test_a_beat_between_two_seconds_is_a_change_too() -> None:
    slower = Person(tuple(msgspec.structs.replace(s, beats=BEATS) for s in SCRIPT[BRIDGES:]))
    slower.waits(1_000)
    assert next_change_ms(slower.session) == 500


BEATS = tuple(
    msgspec.structs.replace(beat, ms=ms)
    for beat, ms in zip(SCRIPT[BRIDGES].beats, (1_500, 4_500), strict=True)
)


@pytest.mark.parametrize("phase", [Phase.READY, Phase.PAUSED, Phase.FINISHED, Phase.ABANDONED])
def test_nothing_changes_by_itself_while_the_session_stands_still(phase: Phase) -> None:
    index = len(SCRIPT) if phase is Phase.FINISHED else PLANK_LEFT
    assert next_change_ms(place(index, 0, phase)) is None


@given(moving(), st.integers(0, 3_000))
def test_between_two_looks_a_session_is_where_a_look_would_find_it(
    session: Session, ms: int
) -> None:
    """As long as the step is the same; getting back into position moves nothing."""
    assert session.seen is not None
    looked = after(session, Command.TICK, now=session.seen + ms)
    between = at_instant(session, session.seen + ms)
    if (looked.index, looked.phase, session.phase) == (session.index,) + 2 * (Phase.RUNNING,):
        assert between.elapsed == looked.elapsed
        assert between == msgspec.structs.replace(session, elapsed=looked.elapsed)
    elif session.phase is not Phase.RUNNING:
        assert between is session


@given(strategies.sessions(), st.integers(-5_000, 5_000_000))
def test_no_instant_leads_out_of_the_step(session: Session, now: int) -> None:
    between = at_instant(session, now)
    assert between.elapsed >= session.elapsed
    assert msgspec.structs.replace(between, elapsed=session.elapsed) == session
    if between != session and not session.step.own_pace:
        assert between.elapsed < session.step.ms


def test_the_last_instant_of_a_step_is_the_millisecond_before_its_end() -> None:
    assert at_instant(place(REST, 14_000), 60_000).elapsed == 14_999
    assert at_instant(place(REST, 15_000), 60_000).elapsed == 15_000


def test_at_ones_own_pace_time_goes_on_past_the_estimate() -> None:
    slow = place(BRIDGES, 23_000, script=OWN_PACE)
    assert OWN_PACE[BRIDGES].kind is StepKind.WORK
    assert at_instant(slow, 90_000).elapsed == 113_000


@pytest.mark.parametrize("phase", [Phase.READY, Phase.PAUSED, Phase.RESUMING, Phase.ABANDONED])
def test_what_does_not_run_stands_still_between_two_looks(phase: Phase) -> None:
    session = place(PLANK_LEFT, 5_000, phase)
    assert at_instant(session, 4_000) is session


def test_a_clock_that_went_back_moves_nothing() -> None:
    session = place(PLANK_LEFT, 5_000)
    assert at_instant(session, -3_000) == session
