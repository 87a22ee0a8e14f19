"""The runner: deadlines met, gaps paused, every set on disk before the next step."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QTimer

from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Command, Phase, PhaseChanged, Session
from backplan_gui.runner import CHECKPOINT_MS, GAP_MS, SessionRunner
from tests.fakes import FakeClock, StubbornStore
from tests.store.samples import SCRIPT, WHOLE_MS, record

pytestmark = pytest.mark.usefixtures("qapp")

MINUTES_9 = 540_000


class Bench:
    """A runner with a clock in hand and everything it tells written down."""

    def __init__(self, path: Path) -> None:
        self.clock = FakeClock()
        self.store = StubbornStore(path)
        self.runner = SessionRunner(self.store, self.clock)
        self.events: list[object] = []
        self.ended: list[SessionRecord] = []
        self.trouble: list[str] = []
        self.shown = 0
        self.runner.happened.connect(self.events.extend)
        self.runner.ended.connect(self.ended.append)
        self.runner.trouble.connect(self.trouble.append)
        self.runner.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.shown += 1

    @property
    def session(self) -> Session:
        assert self.runner.session is not None
        return self.runner.session

    @property
    def kept(self) -> Session:
        unfinished = self.store.store.unfinished()
        assert unfinished is not None
        return unfinished.session

    @property
    def timer(self) -> QTimer:
        (timer,) = self.runner.findChildren(QTimer)
        return timer

    def begin(self) -> None:
        self.runner.begin(record(Session(SCRIPT)))

    def turn(self, ms: int, look: int = 500) -> None:
        """Let time pass with a look every `look` ms."""
        while ms > 0:
            self.clock.turn(min(look, ms))
            ms -= look
            self.runner.look()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path / "backplan.sqlite")
    yield bench
    bench.runner.release()
    bench.store.store.close()


def test_a_session_runs_to_its_end_and_is_kept(bench: Bench) -> None:
    bench.begin()
    bench.turn(WHOLE_MS)
    assert [r.session.phase for r in bench.ended] == [Phase.FINISHED]
    assert bench.runner.session is None
    assert bench.store.store.unfinished() is None
    done = bench.store.store.done_sets("seven-days")
    assert [(d.set.set_no, d.set.side, d.set.done) for d in done] == [
        (1, "left", True),
        (1, "right", True),
        (2, "left", True),
        (2, "right", True),
    ]


def test_a_finished_set_is_on_disk_when_the_next_step_shows(bench: Bench) -> None:
    on_disk: list[int] = []

    def look_at_disk() -> None:
        session = bench.runner.session
        if session is not None and session.worked:
            on_disk.append(len(bench.store.store.done_sets("seven-days")))

    bench.runner.changed.connect(look_at_disk)
    bench.begin()
    bench.turn(31_000)
    assert on_disk[0] == 1


def test_a_kill_costs_at_most_five_seconds_of_the_step(bench: Bench) -> None:
    bench.begin()
    lost = []
    for _ in range(WHOLE_MS // 700 - 1):
        bench.turn(700)
        kept = bench.kept
        assert kept.index == bench.session.index
        lost.append(bench.session.elapsed - kept.elapsed)
    assert max(lost) <= CHECKPOINT_MS + 1000 <= 5_000


@pytest.mark.parametrize(
    ("steady", "wall"),
    [(2_001, 2_001), (2_500, 0), (100, 2_101), (100, 3_600_000)],
    ids=["stalled", "steady clock only", "slept a little", "slept an hour"],
)
def test_a_gap_pauses_and_credits_nothing(bench: Bench, steady: int, wall: int) -> None:
    bench.begin()
    bench.turn(12_000)
    before = bench.session.elapsed
    bench.clock.steady += steady
    bench.clock.wall += wall
    bench.runner.look()
    assert (bench.session.phase, bench.session.elapsed) == (Phase.PAUSED, before)
    assert PhaseChanged(Phase.PAUSED, suspended=True) in bench.events
    assert bench.kept.elapsed == before


@pytest.mark.parametrize(
    ("steady", "wall"),
    [(2_000, 2_000), (500, 2_500), (500, -3_600_000)],
    ids=["slow", "wall a little ahead", "wall set back"],
)
def test_what_is_no_gap_goes_on(bench: Bench, steady: int, wall: int) -> None:
    bench.begin()
    bench.turn(12_000)
    before = bench.session.guided
    bench.clock.steady += steady
    bench.clock.wall += wall
    bench.runner.look()
    assert bench.session.phase is Phase.RUNNING
    assert bench.session.guided == before + steady


def test_a_command_after_a_gap_finds_the_session_paused(bench: Bench) -> None:
    bench.begin()
    bench.turn(12_000)
    index = bench.session.index
    bench.clock.turn(60_000)
    assert not bench.runner.do(Command.SKIP)
    assert (bench.session.phase, bench.session.index) == (Phase.PAUSED, index)


def test_a_pause_of_ones_own_outlasts_a_gap(bench: Bench) -> None:
    bench.begin()
    assert bench.runner.do(Command.PAUSE)
    told = len(bench.events)
    bench.clock.turn(3_600_000)
    bench.runner.look()
    assert (bench.session.phase, len(bench.events)) == (Phase.PAUSED, told)
    assert bench.runner.do(Command.RESUME)
    assert bench.session.phase is Phase.RUNNING


def test_a_glance_shows_the_instant_and_does_nothing(bench: Bench) -> None:
    bench.begin()
    bench.turn(12_000)
    before, shown, told = bench.session, bench.shown, len(bench.events)
    saved, due = len(bench.store.saved), bench.timer.remainingTime()
    glanced = []
    for _ in range(3):
        bench.clock.turn(33)
        glanced.append(bench.runner.glance())
    assert [g.elapsed - before.elapsed for g in glanced if g] == [33, 66, 99]
    assert [g and g.step for g in glanced] == 3 * [before.step]
    assert bench.session is before
    assert (bench.shown, len(bench.events), len(bench.store.saved)) == (shown, told, saved)
    assert bench.timer.isActive()
    assert bench.timer.remainingTime() <= due
    bench.runner.look()
    assert bench.session.elapsed == before.elapsed + 99


def test_a_glance_never_leads_into_the_next_step(bench: Bench) -> None:
    bench.begin()
    bench.turn(9_500)
    before = bench.session
    bench.clock.turn(1_900)
    glanced = bench.runner.glance()
    assert glanced is not None
    assert (glanced.index, glanced.elapsed) == (before.index, 9_999)
    bench.runner.look()
    assert bench.session.index == before.index + 1


def test_after_a_gap_a_glance_shows_what_was_seen_last(bench: Bench) -> None:
    bench.begin()
    bench.turn(5_000)
    before = bench.session
    bench.clock.turn(GAP_MS)
    glanced = bench.runner.glance()
    assert glanced is not None
    assert glanced.elapsed == before.elapsed + GAP_MS
    bench.clock.turn(1)
    assert bench.runner.glance() is before


def test_a_fast_clock_is_glanced_at_as_fast(bench: Bench) -> None:
    bench.clock.speed = 20
    bench.begin()
    bench.clock.turn(33)
    glanced = bench.runner.glance()
    assert glanced is not None
    assert glanced.elapsed == 660


def test_a_glance_at_a_pause_sees_it_stand_still(bench: Bench) -> None:
    assert bench.runner.glance() is None
    bench.begin()
    bench.turn(12_000)
    bench.runner.do(Command.PAUSE)
    bench.clock.turn(1_500)
    assert bench.runner.glance() is bench.session
    bench.runner.do(Command.RESUME)
    bench.clock.turn(1_500)
    assert bench.runner.glance() is bench.session


def test_what_stands_is_counted_from_when_it_stopped(bench: Bench) -> None:
    bench.begin()
    bench.turn(12_000)
    assert bench.runner.stood_ms == 0
    bench.runner.do(Command.PAUSE)
    bench.clock.turn(MINUTES_9)
    assert bench.runner.stood_ms == MINUTES_9
    for command in (Command.RESTART, Command.MORE, Command.SUSPEND, Command.PAUSE):
        bench.runner.do(command)  # none of them begins another pause
    bench.runner.look()
    assert bench.runner.stood_ms == MINUTES_9
    bench.runner.do(Command.RESUME)
    assert bench.runner.stood_ms == 0


@pytest.mark.parametrize(
    ("steady", "wall"),
    [(MINUTES_9, MINUTES_9), (100, MINUTES_9), (MINUTES_9, MINUTES_9 - 3_600_000)],
    ids=["stalled", "slept", "stalled, and the clock set back"],
)
def test_after_a_gap_it_stands_since_the_last_good_instant(
    bench: Bench, steady: int, wall: int
) -> None:
    bench.begin()
    bench.turn(12_000)
    bench.clock.steady += steady
    bench.clock.wall += wall
    bench.runner.look()
    assert bench.session.phase is Phase.PAUSED
    assert bench.runner.stood_ms == MINUTES_9
    bench.clock.turn(1_000)
    assert bench.runner.stood_ms == MINUTES_9 + 1_000


def test_a_pause_that_goes_through_the_sleep_of_the_machine_counts_all_of_it(bench: Bench) -> None:
    bench.begin()
    bench.runner.do(Command.PAUSE)
    bench.clock.turn(60_000)
    bench.runner.do(Command.SUSPEND)
    bench.clock.wall += MINUTES_9
    bench.runner.look()
    assert bench.session.phase is Phase.PAUSED
    assert bench.runner.stood_ms == 60_000 + MINUTES_9


@pytest.mark.parametrize("died", [True, False], ids=["died", "closed"])
def test_taken_up_by_another_process_it_still_counts_from_there(bench: Bench, died: bool) -> None:
    bench.begin()
    bench.turn(14_000)
    if died:
        bench.clock.turn(300)  # and nothing of it was written
    else:
        bench.runner.release()
    found = bench.store.store.unfinished()
    assert found is not None
    bench.clock.turn(MINUTES_9)
    bench.clock.steady -= 4_000_000  # the machine was started anew
    another = SessionRunner(bench.store, bench.clock)
    another.adopt(found)
    assert 0 <= another.stood_ms - MINUTES_9 <= CHECKPOINT_MS
    another.do(Command.RESTART)
    another.release()
    bench.clock.turn(60_000)
    again = bench.store.store.unfinished()
    assert again is not None
    bench.runner.adopt(again)
    assert 0 <= bench.runner.stood_ms - MINUTES_9 - 60_000 <= CHECKPOINT_MS


def test_taken_up_by_a_clock_that_was_set_back_it_stands_since_now(bench: Bench) -> None:
    bench.begin()
    bench.turn(14_000)
    bench.runner.release()
    found = bench.store.store.unfinished()
    assert found is not None
    bench.clock.wall -= 86_400_000
    bench.runner.adopt(found)
    assert bench.runner.stood_ms == 0
    bench.clock.turn(MINUTES_9)
    assert bench.runner.stood_ms == MINUTES_9


def test_another_session_does_not_stand_because_the_one_before_did(bench: Bench) -> None:
    bench.begin()
    bench.runner.do(Command.PAUSE)
    bench.clock.turn(MINUTES_9)
    bench.runner.do(Command.END)
    bench.begin()
    assert bench.runner.stood_ms == 0


def test_a_refused_command_says_so_and_changes_nothing(bench: Bench) -> None:
    bench.begin()
    before = bench.session
    assert not bench.runner.do(Command.REP)
    assert bench.session == before


def test_a_refused_key_held_down_does_not_stop_the_time(bench: Bench) -> None:
    bench.begin()
    for _ in range(40):
        bench.clock.turn(30)
        assert not bench.runner.do(Command.REP)
    assert bench.session.guided == 1_200


def test_an_unfinished_session_comes_back_paused(bench: Bench) -> None:
    bench.begin()
    bench.turn(14_000)
    bench.runner.release()
    found = bench.store.store.unfinished()
    assert found is not None
    bench.runner.adopt(found)
    assert bench.session.phase is Phase.PAUSED
    assert bench.timer.isActive() is False
    bench.runner.do(Command.RESUME)
    bench.turn(WHOLE_MS)
    assert [r.session.phase for r in bench.ended] == [Phase.FINISHED]


def test_a_full_disk_is_said_and_tried_again_until_it_has_room(bench: Bench) -> None:
    bench.begin()
    bench.store.refuses = True
    bench.turn(31_000)
    assert bench.trouble == ["The disk is full."]
    assert len(bench.session.worked) == 1
    bench.store.refuses = False
    bench.turn(500)
    assert bench.trouble == ["The disk is full.", ""]
    assert bench.kept.worked == bench.session.worked


def test_a_session_does_not_end_before_its_end_is_kept(bench: Bench) -> None:
    bench.begin()
    bench.store.refuses = True
    bench.turn(WHOLE_MS)
    assert not bench.ended
    bench.store.refuses = False
    bench.runner.look()
    assert len(bench.ended) == 1
    assert bench.store.store.unfinished() is None


def test_it_wakes_for_the_second_and_rarely_when_nobody_looks(bench: Bench) -> None:
    bench.begin()
    bench.clock.turn(300)
    bench.runner.look()
    assert bench.timer.interval() == 700
    bench.runner.watch(True)
    assert bench.timer.interval() == 100
    bench.clock.turn(650)
    bench.runner.look()
    assert bench.timer.interval() == 50
    bench.runner.watch(False)
    assert bench.timer.interval() == 50
    bench.clock.turn(50)
    bench.runner.look()
    assert bench.timer.interval() == 1_000


def test_a_fast_clock_wakes_as_much_sooner(bench: Bench) -> None:
    bench.clock.speed = 100
    bench.begin()
    assert bench.timer.interval() == 10
    bench.clock.turn(10)
    bench.runner.look()
    assert bench.session.guided == 1_000


def test_nothing_ticks_while_paused(bench: Bench) -> None:
    bench.begin()
    bench.runner.watch(True)
    bench.runner.do(Command.PAUSE)
    assert not bench.timer.isActive()


def test_ending_early_keeps_what_was_done(bench: Bench) -> None:
    bench.begin()
    bench.turn(10_000 + 12_000)
    bench.runner.do(Command.END)
    (record,) = bench.ended
    assert record.session.phase is Phase.ABANDONED
    assert record.ended is not None
    (left,) = bench.store.store.done_sets("seven-days")
    assert (left.set.actual, left.set.planned, left.set.done) == (12, 20, True)


def test_without_a_session_nothing_happens(bench: Bench) -> None:
    bench.runner.look()
    assert not bench.runner.do(Command.PAUSE)
    assert bench.runner.allowed() == frozenset()
    assert bench.shown == 0


def test_the_record_is_told_as_it_ended(bench: Bench) -> None:
    bench.begin()
    begun = bench.runner.record
    assert begun is not None
    bench.turn(WHOLE_MS)
    (ended,) = bench.ended
    assert msgspec.structs.replace(ended, session=begun.session, ended=None) == begun
