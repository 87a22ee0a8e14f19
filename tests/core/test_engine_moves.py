"""Restart, back, skip, the end and a crash: nothing that was done is lost."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.exercise import Exercise, Place, Version
from backplan_gui.core.plan import Day, Hold, Prescription, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import Script, StepKind, length_ms, script_for
from backplan_gui.core.session import (
    Command,
    Phase,
    PhaseChanged,
    Session,
    StepStarted,
    Worked,
    WorkEnded,
)
from backplan_gui.core.settings import Settings
from tests import strategies

from .samples import (
    BRIDGES,
    BRISK,
    COOL_DOWN,
    DEAD_BUG,
    OWN_PACE,
    PLANK_LEFT,
    REST,
    SCRIPT,
    SWITCH,
    Person,
    after,
    place,
    steps_begun,
    work_ended,
)

# --- restart, back, skip ----------------------------------------------------------------


def test_restart_begins_this_step_again_and_says_so() -> None:
    person = Person(OWN_PACE)
    person.session = place(BRIDGES, 5_000, script=OWN_PACE, counted=3)
    person.now = 0
    assert person.asks(Command.RESTART) == (StepStarted(BRIDGES, OWN_PACE[BRIDGES], False),)
    assert (person.session.elapsed, person.session.counted) == (0, 0)


def test_back_leads_to_the_work_before_by_way_of_getting_into_position() -> None:
    places = {6: 1, 8: 5, 9: 5, 10: 5, 17: 13, BRISK: 26, 26: DEAD_BUG, DEAD_BUG: 20, 20: BRIDGES}
    for index, then in places.items():
        assert after(place(index, 1_000), Command.BACK).index == then


def test_before_the_first_work_is_over_there_is_no_way_back() -> None:
    for index in (0, 1, PLANK_LEFT):
        for phase in (Phase.RUNNING, Phase.PAUSED, Phase.RESUMING):
            assert Command.BACK not in engine.allowed(place(index, 1_000, phase))
    assert Command.BACK in engine.allowed(place(3))


def test_back_without_a_get_ready_goes_to_the_very_first_step() -> None:
    plain = script_for(
        Day(1, (Prescription("plank", Hold(20, 2)),)),
        {"plank": Exercise("plank", Place.FLOOR, (), get_ready=0, rest=5)},
        Settings(),
    )
    session = Session(plain, index=1, phase=Phase.RUNNING, seen=0)
    assert after(session, Command.BACK).index == 0


def test_what_was_recorded_stays_until_it_is_redone() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 20_000 + 2_000 + 8_000)
    done = person.session.worked
    person.is_away(700)
    person.asks(Command.BACK)
    assert (person.session.index, person.session.worked) == (1, done)
    person.waits(3_000 + 12_000)
    person.asks(Command.SKIP)
    assert person.session.worked == done
    assert person.session.index == 3
    person.asks(Command.BACK)
    person.waits(23_000 + 500)
    (redone,) = person.session.worked
    assert (redone, len(work_ended(tuple(person.events)))) == (*done, 2)


def test_of_two_unfinished_tries_the_longer_one_stays() -> None:
    session = place(PLANK_LEFT, 12_000)
    session = after(session, Command.SKIP, Command.BACK, Command.SKIP)
    assert session.index == PLANK_LEFT
    shorter = after(engine.apply(session, Command.TICK, 5_000)[0], Command.SKIP, now=5_000)
    assert [w.amount for w in shorter.worked] == [12_000]
    longer = after(engine.apply(session, Command.TICK, 15_000)[0], Command.SKIP, now=15_000)
    assert [w.amount for w in longer.worked] == [15_000]
    same = engine.apply(session, Command.TICK, 12_000)[0]
    assert not work_ended(engine.apply(same, Command.SKIP, 12_000)[1])


def test_a_whole_try_stays_even_beside_a_longer_unfinished_one() -> None:
    session = after(place(PLANK_LEFT), Command.LESS)
    session = after(session, Command.TICK, Command.RESTART, now=10_500)
    session = after(session, Command.BACK, Command.SKIP, Command.MORE, now=11_200)
    assert session.index == PLANK_LEFT
    session = after(session, Command.SKIP, now=11_200 + 15_000)
    assert [(w.amount, w.complete) for w in session.worked] == [(10_000, True)]


def test_skipping_work_notes_what_was_done_of_it() -> None:
    person = Person()
    person.waits(10_000 + 3_000 + 12_345)
    events = person.asks(Command.SKIP)
    assert work_ended(events) == [
        Worked(1, 1, Side.LEFT, 1, 12_345, complete=False, version=Version.STANDARD)
    ]
    assert steps_begun(events) == [3]


def test_work_that_was_not_begun_leaves_no_record() -> None:
    session, events = engine.apply(place(PLANK_LEFT), Command.SKIP, 0)
    assert work_ended(events) == []
    assert session.worked == ()


def test_skipping_while_paused_stays_paused() -> None:
    session = after(place(PLANK_LEFT, 12_000, Phase.PAUSED), Command.SKIP)
    assert (session.phase, session.index, session.seen) == (Phase.PAUSED, 3, None)
    assert [w.amount for w in session.worked] == [12_000]
    session = after(session, Command.BACK)
    assert (session.phase, session.index) == (Phase.PAUSED, 1)


def test_skipping_the_last_step_finishes_even_while_paused() -> None:
    for phase in (Phase.RUNNING, Phase.PAUSED, Phase.RESUMING):
        session, events = engine.apply(place(COOL_DOWN, 9_000, phase), Command.SKIP, 0)
        assert session.phase is Phase.FINISHED
        assert events[-1] == PhaseChanged(Phase.FINISHED)
        assert [w.amount for w in session.worked] == [9_000]


def test_skipping_an_exercise_leads_to_the_rest_before_the_next_one() -> None:
    session, events = engine.apply(place(PLANK_LEFT, 12_000), Command.SKIP_EXERCISE, 0)
    assert steps_begun(events) == [16]
    assert [w.amount for w in work_ended(events)] == [12_000]
    assert after(session, Command.SKIP_EXERCISE).index == 21


def test_skipping_the_last_exercise_finishes() -> None:
    for index in (24, 25, BRISK):
        assert after(place(index, 1_000), Command.SKIP_EXERCISE).phase is Phase.FINISHED


def test_one_can_come_back_to_a_skipped_exercise() -> None:
    session = after(place(BRIDGES, 1_000), Command.SKIP_EXERCISE, Command.BACK)
    assert session.index == 20


@pytest.mark.parametrize("index", [0, SWITCH, REST, 16])
def test_enter_ends_a_waiting_step(index: int) -> None:
    session, events = engine.apply(place(index, 1_000), Command.NEXT, 0)
    assert session.index == index + 1
    assert steps_begun(events) == [index + 1]


@pytest.mark.parametrize("index", [1, PLANK_LEFT, 3, BRIDGES, BRISK])
def test_enter_never_cuts_movement_or_work_short(index: int) -> None:
    assert Command.NEXT not in engine.allowed(place(index, 1_000))


# --- the end, and a crash ---------------------------------------------------------------


@pytest.mark.parametrize("phase", [Phase.RUNNING, Phase.PAUSED, Phase.RESUMING])
def test_ending_early_records_the_set_one_is_in(phase: Phase) -> None:
    session, events = engine.apply(place(PLANK_LEFT, 12_000, phase), Command.END, 0)
    assert [(w.amount, w.complete) for w in session.worked] == [(12_000, False)]
    assert isinstance(events[0], WorkEnded)
    assert events[1:] == (PhaseChanged(Phase.ABANDONED),)
    assert (session.phase, session.reentry, session.seen) == (Phase.ABANDONED, 0, None)


def test_ending_between_sets_records_nothing_more() -> None:
    for index in (0, 1, 3, SWITCH, REST):
        session, events = engine.apply(place(index, 1_000), Command.END, 0)
        assert events == (PhaseChanged(Phase.ABANDONED),)
        assert session.worked == ()


def test_ending_before_the_start_records_nothing() -> None:
    session, events = engine.apply(Session(SCRIPT[PLANK_LEFT:]), Command.END, 0)
    assert (session.worked, events) == ((), (PhaseChanged(Phase.ABANDONED),))


def test_ending_keeps_a_longer_try_from_before() -> None:
    session = after(place(PLANK_LEFT, 18_000), Command.SKIP, Command.BACK, Command.SKIP)
    session, events = engine.apply(session, Command.END, 4_000)
    assert [w.amount for w in session.worked] == [18_000]
    assert work_ended(events) == []


@given(strategies.scripts(), st.integers(0, 3_600_000), st.integers(100, 1_000))
def test_a_crash_costs_at_most_five_seconds(script: Script, crash_at: int, look: int) -> None:
    """Kept at every event and every four seconds, as the runner does."""
    script = tuple(msgspec.structs.replace(step, own_pace=False) for step in script)
    crash_at %= length_ms(script)
    person = Person(script)
    kept = person.session
    for _ in range(crash_at // look):
        if person.waits(look) or person.session.elapsed - kept.elapsed >= 4_000:
            kept = person.session
    if person.waits(crash_at % look):
        kept = person.session
    lost = person.session
    person.crashes(kept)
    found = person.session
    assert (found.phase, found.index, found.worked) == (Phase.PAUSED, lost.index, lost.worked)
    assert 0 <= lost.elapsed - found.elapsed <= 5_000
    person.asks(Command.RESUME)
    person.waits(REENTRY_MS + length_ms(script))
    assert person.session.phase is Phase.FINISHED
    assert all(row.done for row in done_records(person.session))


def test_a_session_read_back_in_its_re_entry_gets_the_whole_of_it_again() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 12_000, Phase.PAUSED)
    person.asks(Command.RESUME)
    person.waits(2_000)
    person.crashes(person.session)
    assert (person.session.phase, person.session.reentry) == (Phase.PAUSED, 0)
    assert person.session.elapsed == 12_000
    person.asks(Command.RESUME)
    assert person.session.reentry == REENTRY_MS


def test_a_session_read_back_holds_no_key() -> None:
    person = Person()
    person.reaches(StepKind.REST)
    person.crashes(person.session)
    person.asks(Command.RESUME)
    person.asks(Command.SKIP)
    assert person.session.index == REST + 1


def test_counted_reps_survive_a_crash() -> None:
    person = Person(OWN_PACE)
    person.session, person.now = place(BRIDGES, script=OWN_PACE), 0
    person.asks(Command.REP)
    person.crashes(person.session)
    assert person.session.counted == 1


def test_a_session_that_is_over_stays_over() -> None:
    for phase, index in ((Phase.FINISHED, len(SCRIPT)), (Phase.ABANDONED, PLANK_LEFT)):
        over = place(index, phase=phase)
        assert engine.restored(over) == over
