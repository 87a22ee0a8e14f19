"""What goes with a session besides the window: started late, followed, and let go of."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.finish import FinishView
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import script_for
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.core.sounds import Sound
from backplan_gui.runner import SessionRunner
from backplan_gui.senses import Means, Senses, means_here
from backplan_gui.services.awake import Answer, Wake
from backplan_gui.services.voice import Silence, VoiceName
from backplan_gui.ui.application import install_words
from backplan_gui.ui.player_keys import Wish
from backplan_gui.ui.voice_words import example
from tests.fakes import FakeClock, InMemory
from tests.store.samples import record

pytestmark = pytest.mark.usefixtures("qapp")


class FakeVoice(QObject):
    """A voice that can be started, and is ready when the test says so."""

    ended, changed = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.starts, self.closed, self.busy = 0, False, False
        self.said: list[str] = []
        self.used: tuple[str, int, int, str] | None = None
        self.silence, self.engine = Silence.STARTING, ""
        self.voices: tuple[VoiceName, ...] = ()

    def start(self) -> None:
        self.starts += 1

    def become_ready(self) -> None:
        self.silence, self.engine = Silence.NONE, "eSpeak"
        self.voices = (VoiceName("Anna", "en-GB"),)
        self.changed.emit()

    def use(self, name: str, rate: int, volume: int, language: str) -> None:
        self.used = (name, rate, volume, language)

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.busy = False

    def close(self) -> None:
        self.closed = True


class FakeSounding(QObject):
    """Chimes that are there once they are warm."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.warm = self.closed = False
        self.volume = 0
        self.played: list[Sound] = []

    @property
    def available(self) -> bool:
        return self.warm

    def warm_up(self) -> None:
        self.warm = True

    def use(self, volume: int) -> None:
        self.volume = volume

    def play(self, sound: Sound, ms: int = 0) -> None:
        self.played.append(sound)

    def duck(self, on: bool) -> None:
        pass

    def fade(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class FakeKeep:
    """A desktop that keeps the screen on."""

    why = ""

    def __init__(self) -> None:
        self.state, self.answer = Wake.OFF, Answer.UNASKED

    def look(self) -> None:
        self.answer = Answer.OFFERED

    def hold(self) -> None:
        self.state, self.answer = Wake.ON, Answer.KEPT

    def release(self) -> None:
        self.state = Wake.OFF


class FakeRemote(QObject):
    """The desktop's media keys."""

    play_asked, pause_asked, play_pause_asked = Signal(), Signal(), Signal()
    next_asked, previous_asked, stop_asked, raise_asked = Signal(), Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[Any, ...]] = []
        self.there = False

    def show(self, *shown: Any) -> None:
        self.shown.append(shown)
        self.there = True

    def hide(self) -> None:
        self.there = False


class FakeSleep(QObject):
    """Tells when the machine goes away."""

    away = Signal()
    watching = False

    def watch(self) -> None:
        self.watching = True


def no_outcome(_record: SessionRecord) -> FinishView:
    """Of sessions that are never finished here."""
    raise AssertionError


class Bench:
    """Senses with means that are all fake, and a session for them."""

    def __init__(self) -> None:
        install_words("en")
        self.clock, self.content, self.settings = FakeClock(), Content(resources.root()), Settings()
        self.voice, self.chimes, self.keep = FakeVoice(), FakeSounding(), FakeKeep()
        self.remote, self.sleep = FakeRemote(), FakeSleep()
        self.runner = SessionRunner(InMemory(), self.clock)
        fakes: Any = (self.voice, self.chimes, self.keep, self.remote, self.sleep)
        self.senses = Senses(
            self.runner,
            self.content,
            self.settings_now,
            self.clock.steady_ms,
            no_outcome,
            Means(*fakes),
        )
        self.wishes: list[Wish] = []
        self.senses.wished.connect(self.wishes.append)

    def settings_now(self) -> Settings:
        return self.settings

    def change(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.senses.use_settings()

    def begin(self) -> None:
        script = script_for(self.content.plan.day(1), self.content.exercises, self.settings)
        self.runner.begin(record(Session(script)))

    @property
    def phase(self) -> Phase:
        assert self.runner.session is not None
        return self.runner.session.phase


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.runner.release()
    bench.senses.close()


# Who tells what happens


def test_the_voice_tells_it_once_it_speaks_unless_it_is_quiet_or_not_wanted(bench: Bench) -> None:
    assert not bench.senses.voice_tells()
    bench.voice.become_ready()
    assert bench.senses.voice_tells()
    bench.senses.cueing.set_quiet(True)
    assert not bench.senses.voice_tells()
    bench.senses.cueing.set_quiet(False)
    bench.change(voice=False)
    assert not bench.senses.voice_tells()


# Started late, with the person's choices


def test_nothing_is_started_before_somebody_wants_to_begin(bench: Bench) -> None:
    assert (bench.voice.starts, bench.chimes.warm, bench.sleep.watching) == (0, False, False)
    bench.senses.prepare()
    assert (bench.voice.starts, bench.chimes.warm, bench.sleep.watching) == (1, True, True)
    assert bench.voice.used == ("", -1, 100, "en")
    assert bench.chimes.volume == 70


def test_what_is_turned_off_is_not_started(bench: Bench) -> None:
    bench.change(voice=False, chimes=False)
    bench.senses.prepare()
    assert (bench.voice.starts, bench.chimes.warm) == (0, False)
    bench.change(breathing_tone=True)
    bench.senses.prepare()
    assert bench.chimes.warm


def test_a_change_of_settings_is_heard_at_once(bench: Bench) -> None:
    bench.change(voice_name="Anna", voice_rate=3, voice_volume=50, chime_volume=20)
    assert bench.voice.used == ("Anna", 3, 50, "en")
    assert bench.chimes.volume == 20


def test_cues_reach_the_voice_and_the_chimes(bench: Bench) -> None:
    bench.begin()
    assert bench.voice.said
    bench.runner.do(Command.PAUSE)
    assert bench.chimes.played[-1] is Sound.PAUSE


def test_a_sentence_that_waited_follows_the_one_before(bench: Bench) -> None:
    bench.begin()
    bench.voice.busy = True
    bench.senses.cueing.tell("Seventeen seconds left.")
    assert bench.voice.said[-1] == "Seventeen seconds left."
    bench.voice.busy = True
    bench.clock.turn(1_000)
    bench.runner.look()
    waited = len(bench.voice.said)
    bench.voice.busy = False
    bench.voice.ended.emit()
    assert len(bench.voice.said) == waited + 1


# How it stands


def test_how_it_stands_is_told_when_it_changes(bench: Bench) -> None:
    told: list[bool] = []
    bench.senses.changed.connect(lambda: told.append(True))
    bench.voice.become_ready()
    assert told
    state = bench.senses.state
    assert (state.engine, state.silence, state.voices) == (
        "eSpeak",
        Silence.NONE,
        bench.voice.voices,
    )
    assert state.sounds is False
    bench.senses.prepare()
    assert bench.senses.state.sounds is True


def test_an_example_is_said_as_soon_as_the_voice_can(bench: Bench) -> None:
    bench.senses.give_example()
    assert bench.voice.said == []
    bench.voice.become_ready()
    assert bench.voice.said == [example()]
    bench.voice.changed.emit()
    assert bench.voice.said == [example()]


def test_an_example_starts_the_voice_also_where_it_is_turned_off(bench: Bench) -> None:
    bench.change(voice=False)
    bench.senses.give_example()
    assert bench.voice.starts == 1


def test_without_means_all_of_it_does_nothing() -> None:
    bench = Bench()
    alone = Senses(
        bench.runner, bench.content, bench.settings_now, bench.clock.steady_ms, no_outcome
    )
    alone.prepare()
    alone.use_settings()
    alone.give_example()
    alone.look_at_screen()
    bench.begin()
    assert alone.state.silence is Silence.NO_ENGINE
    assert alone.state.sounds is False
    bench.runner.do(Command.END)
    alone.close()
    bench.senses.close()


def test_the_means_of_this_machine_are_only_made_not_started() -> None:
    means = means_here()
    assert means.voice.silence is Silence.STARTING
    assert not means.chimes.available
    assert means.keep.state is Wake.OFF


# The screen


def test_the_screen_stays_on_from_the_beginning_to_the_end(bench: Bench) -> None:
    bench.begin()
    states = [bench.keep.state]
    bench.runner.do(Command.END)
    assert [*states, bench.keep.state] == [Wake.ON, Wake.OFF]


def test_the_screen_may_go_dark_where_that_is_chosen(bench: Bench) -> None:
    bench.begin()
    bench.change(keep_awake=False)
    states = [bench.keep.state]
    bench.change(keep_awake=True)
    assert [*states, bench.keep.state] == [Wake.OFF, Wake.ON]


def test_five_minutes_into_a_pause_the_screen_may_go_dark(bench: Bench) -> None:
    bench.begin()
    bench.runner.do(Command.PAUSE)
    assert bench.keep.state is Wake.ON
    bench.senses._wakefulness._pause.timeout.emit()
    states = [bench.keep.state]
    bench.runner.do(Command.RESUME)
    assert [*states, bench.keep.state] == [Wake.OFF, Wake.ON]


def test_whether_it_stays_on_is_known_from_the_first_look_and_when_a_session_is_over(
    bench: Bench,
) -> None:
    told: list[Answer] = []
    bench.senses.changed.connect(lambda: told.append(bench.senses.state.awake))
    assert bench.senses.state.awake is Answer.UNASKED
    bench.senses.look_at_screen()
    bench.senses._wakefulness._soon.timeout.emit()
    assert told == [Answer.OFFERED]
    bench.begin()
    bench.runner.do(Command.END)
    assert told[-1] is Answer.KEPT


# The desktop


def test_the_desktop_sees_what_is_on_and_sees_it_leave(bench: Bench) -> None:
    bench.begin()
    assert bench.remote.there
    title, phase, playing, length, position = bench.remote.shown[-1]
    assert (title, playing, position) == ("Child’s Pose", True, 0)
    assert phase == "Get ready"
    assert length >= 20_000
    bench.runner.do(Command.PAUSE)
    assert bench.remote.shown[-1][2] is False
    bench.runner.do(Command.END)
    assert not bench.remote.there


def test_a_session_that_is_let_go_of_unfinished_leaves_the_desktop_too(bench: Bench) -> None:
    """Or the person's music would not get its keys back."""
    bench.begin()
    bench.runner.release()
    assert not bench.remote.there
    assert bench.keep.state is Wake.OFF


def test_keys_of_the_desktop_are_wishes_of_the_person(bench: Bench) -> None:
    bench.begin()
    bench.remote.next_asked.emit()
    bench.remote.previous_asked.emit()
    bench.remote.play_pause_asked.emit()
    assert bench.wishes == [Wish.SKIP, Wish.BACK, Wish.PAUSE]


def test_play_only_goes_on_and_pause_and_stop_only_pause(bench: Bench) -> None:
    bench.begin()
    bench.remote.play_asked.emit()
    bench.remote.pause_asked.emit()
    bench.remote.stop_asked.emit()
    assert bench.wishes == [Wish.PLAY, Wish.HALT, Wish.HALT]


def test_a_machine_that_goes_to_sleep_pauses_the_session(bench: Bench) -> None:
    bench.begin()
    bench.sleep.away.emit()
    assert bench.phase is Phase.PAUSED


def test_going_to_sleep_leaves_a_pause_of_ones_own_alone(bench: Bench) -> None:
    bench.begin()
    bench.runner.do(Command.PAUSE)
    said = len(bench.voice.said)
    bench.sleep.away.emit()
    assert bench.phase is Phase.PAUSED
    assert len(bench.voice.said) == said


def test_all_is_let_go_of_at_the_end(bench: Bench) -> None:
    bench.senses.prepare()
    bench.begin()
    bench.senses.close()
    assert bench.voice.closed
    assert bench.chimes.closed
    assert not bench.remote.there
    assert bench.keep.state is Wake.OFF
