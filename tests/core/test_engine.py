"""Time, keys that are held for a moment, and pauses, as a person meets them."""

import pytest

from backplan_gui.core import engine
from backplan_gui.core.acts import REENTRY_MS
from backplan_gui.core.engine import HELD_MS, Held, NotAllowed
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Side
from backplan_gui.core.script import StepKind, script_for
from backplan_gui.core.session import (
    Command,
    Phase,
    PhaseChanged,
    StepStarted,
    Worked,
    WorkEnded,
)
from backplan_gui.core.settings import Settings

from .samples import (
    BRIDGES,
    BRISK,
    COOL_DOWN,
    EXERCISES,
    PLANK_LEFT,
    REST,
    SCRIPT,
    SEVEN_DAYS,
    SWITCH,
    Person,
    form_of,
    laid_out,
    place,
    steps_begun,
    work_ended,
)

HOLDABLE = (Command.SKIP, Command.BACK, Command.NEXT)


# --- time -------------------------------------------------------------------------------


def test_a_session_starts_with_its_first_step() -> None:
    person = Person()
    assert person.events == [PhaseChanged(Phase.RUNNING), StepStarted(0, SCRIPT[0], False)]
    assert person.session.elapsed == 0


def test_a_30_minute_walk_ends_at_30_minutes_to_the_millisecond() -> None:
    walk = script_for(SEVEN_DAYS.day(5), EXERCISES, Settings(), only="walking", minutes=30)
    person = Person(walk)
    person.waits(60_000)
    for _ in range(59):
        person.waits(30_507)
    person.waits(30 * 60_000 - 59 * 30_507 - 1)
    assert person.session.is_open
    person.waits(1)
    assert person.session.phase is Phase.FINISHED
    assert person.session.guided == 31 * 60_000


def test_a_late_look_crosses_every_boundary_in_order() -> None:
    person = Person()
    events = person.waits(10_000 + 3_000 + 20_000 + 2_000 + 500)
    plank = Worked(1, 1, Side.LEFT, 1, 20_000, complete=True, version=Version.STANDARD)
    assert events == (
        StepStarted(1, SCRIPT[1], True),
        StepStarted(2, SCRIPT[2], True),
        WorkEnded(2, plank),
        StepStarted(3, SCRIPT[3], True),
        StepStarted(4, SCRIPT[4], True),
    )
    assert (person.session.index, person.session.elapsed) == (SWITCH, 500)


def test_a_step_ends_at_its_deadline_and_not_a_millisecond_before() -> None:
    person = Person()
    assert person.waits(9_999) == ()
    assert steps_begun(person.waits(1)) == [1]
    assert person.session.elapsed == 0


def test_the_last_step_finishes_the_session_and_tells_so_last() -> None:
    person = Person(laid_out(only="walk"))
    person.waits(149_999)
    events = person.waits(10_000)
    assert events[-1] == PhaseChanged(Phase.FINISHED)
    assert work_ended(events)[-1].amount == 30_000
    assert person.session.guided == 150_000
    assert (person.session.index, person.session.elapsed) == (len(person.session.script), 0)


def test_time_before_a_command_passes_before_it() -> None:
    session, events = engine.apply(place(PLANK_LEFT, 19_000), Command.PAUSE, 1_500)
    assert steps_begun(events) == [3]
    assert events[-1] == PhaseChanged(Phase.PAUSED)
    assert (session.index, session.elapsed) == (3, 500)


def test_a_command_is_judged_by_where_the_session_is_by_then() -> None:
    late, _ = engine.apply(place(7, 1_000), Command.NEXT, 3_000)
    assert (late.index, late.elapsed) == (9, 0)


def test_when_the_end_came_first_nothing_is_left_to_pause() -> None:
    session, events = engine.apply(place(COOL_DOWN, 29_000), Command.PAUSE, 1_500)
    assert session.phase is Phase.FINISHED
    assert events[-1] == PhaseChanged(Phase.FINISHED)


def test_when_the_rest_ended_by_itself_start_now_has_nothing_left_to_do() -> None:
    session, events = engine.apply(place(REST, 14_000), Command.NEXT, 1_500)
    assert steps_begun(events) == [9]
    assert (session.index, session.elapsed) == (9, 500)


def test_a_refused_command_changes_nothing_not_even_the_last_look() -> None:
    session = place(PLANK_LEFT, 5_000)
    with pytest.raises(NotAllowed) as refused:
        engine.apply(session, Command.BACK, 1_000)
    assert not isinstance(refused.value, Held)
    assert session == place(PLANK_LEFT, 5_000)


# --- held for a moment ------------------------------------------------------------------


@pytest.mark.parametrize("command", HOLDABLE)
def test_skip_back_and_enter_wait_600_ms_after_a_step_ended_by_itself(command: Command) -> None:
    person = Person()
    person.reaches(StepKind.REST)
    before = person.session
    person.is_away(HELD_MS - 1)
    with pytest.raises(Held):
        person.asks(command)
    assert person.session == before
    person.is_away(1)
    assert steps_begun(person.asks(command))


@pytest.mark.parametrize("command", HOLDABLE[:2])
def test_a_key_meant_for_the_step_that_just_ended_unseen_is_held(command: Command) -> None:
    person = Person()
    person.reaches(StepKind.WORK)
    person.is_away(20_100)
    with pytest.raises(Held):
        person.asks(command)
    assert steps_begun(person.waits(0)) == [3]


@pytest.mark.parametrize(
    "command",
    [
        Command.PAUSE,
        Command.SUSPEND,
        Command.VERSION,
        Command.END,
        Command.RESTART,
        Command.LESS,
        Command.MORE,
        Command.SKIP_EXERCISE,
    ],
)
def test_no_other_key_is_ever_held(command: Command) -> None:
    person = Person()
    person.reaches(StepKind.REST)
    assert not engine.is_held(person.session, command)
    person.asks(command, form_of(person.session, Version.EASIER))


def test_nothing_is_held_after_ones_own_change_of_step() -> None:
    person = Person()
    for index in (1, 2, 3, 4):
        person.asks(Command.SKIP)
        assert person.session.index == index
    person.asks(Command.NEXT)
    person.asks(Command.BACK)
    assert person.session.index == 1


def test_nothing_is_held_after_a_restart_or_while_paused() -> None:
    person = Person()
    person.reaches(StepKind.WORK)
    person.asks(Command.RESTART)
    person.asks(Command.SKIP)
    person.waits(2_000)
    person.asks(Command.PAUSE)
    person.asks(Command.SKIP)
    assert (person.session.phase, person.session.index) == (Phase.PAUSED, 5)


# --- pause and resume -------------------------------------------------------------------


@pytest.mark.parametrize("index", [1, PLANK_LEFT, 3, BRIDGES, BRISK])
def test_the_body_has_three_seconds_to_get_back_into_position(index: int) -> None:
    person = Person()
    person.session = place(index, 1_000, Phase.PAUSED)
    assert person.asks(Command.RESUME) == (PhaseChanged(Phase.RESUMING),)
    assert person.waits(REENTRY_MS - 1) == ()
    assert person.session.elapsed == 1_000
    assert person.waits(1) == (PhaseChanged(Phase.RUNNING),)
    assert person.session.elapsed == 1_000
    person.waits(250)
    assert (person.session.elapsed, person.session.guided) == (1_250, 250)


@pytest.mark.parametrize("index", [0, SWITCH, REST])
def test_a_waiting_step_goes_on_at_once(index: int) -> None:
    person = Person()
    person.session = place(index, 1_000, Phase.PAUSED)
    assert person.asks(Command.RESUME) == (PhaseChanged(Phase.RUNNING),)
    person.waits(250)
    assert person.session.elapsed == 1_250


def test_a_late_look_at_the_re_entry_gives_the_rest_to_the_step() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 19_000, Phase.PAUSED)
    person.asks(Command.RESUME)
    events = person.waits(REENTRY_MS + 1_200)
    assert events[0] == PhaseChanged(Phase.RUNNING)
    assert steps_begun(events) == [3]
    assert (person.session.elapsed, person.session.guided) == (200, 1_200)


def test_enter_ends_the_re_entry_early() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 4_000, Phase.PAUSED)
    person.asks(Command.RESUME)
    person.is_away(500)
    assert person.asks(Command.NEXT) == (PhaseChanged(Phase.RUNNING),)
    person.waits(1_000)
    assert (person.session.index, person.session.elapsed) == (PLANK_LEFT, 5_000)


def test_enter_is_not_held_in_the_re_entry_of_a_step_that_has_just_begun() -> None:
    person = Person()
    person.reaches(StepKind.WORK)
    person.asks(Command.PAUSE)
    person.asks(Command.RESUME)
    person.asks(Command.NEXT)
    assert person.session.phase is Phase.RUNNING


def test_pausing_again_in_the_re_entry_gives_the_whole_three_seconds_next_time() -> None:
    person = Person()
    person.session = place(PLANK_LEFT, 4_000, Phase.PAUSED)
    person.asks(Command.RESUME)
    person.waits(2_000)
    person.asks(Command.PAUSE)
    person.is_away(60_000)
    person.asks(Command.RESUME)
    assert person.session.reentry == REENTRY_MS


def test_a_pause_stands_still_however_long_it_is() -> None:
    person = Person()
    person.waits(13_000 + 7_000)
    person.asks(Command.PAUSE)
    paused = person.session
    person.is_away(24 * 3_600_000)
    person.asks(Command.RESUME)
    assert (person.session.elapsed, person.session.guided) == (paused.elapsed, paused.guided)


def test_a_suspended_machine_is_told_apart_from_a_pause_and_credits_nothing() -> None:
    person = Person()
    person.waits(13_000 + 7_000)
    person.is_away(400)
    last_good = person.now
    person.is_away(3_600_000)
    session, events = engine.apply(person.session, Command.SUSPEND, last_good)
    assert events == (PhaseChanged(Phase.PAUSED, suspended=True),)
    assert (session.index, session.elapsed) == (PLANK_LEFT, 7_400)
    person.session = session
    person.asks(Command.RESUME)
    assert person.session.elapsed == 7_400
    assert engine.apply(session, Command.RESUME, 0)[1] == (PhaseChanged(Phase.RESUMING),)


def test_a_pause_of_ones_own_is_not_a_suspension() -> None:
    assert Person().asks(Command.PAUSE) == (PhaseChanged(Phase.PAUSED, suspended=False),)
