"""A day by ear alone: what is said and sounded, when, and what is never heard."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from backplan_gui import resources, words
from backplan_gui.content import Content
from backplan_gui.core.cues import Cue, Say
from backplan_gui.core.exercise import Version
from backplan_gui.core.finish import FinishView
from backplan_gui.core.floor import with_floor_help
from backplan_gui.core.plan import SetSide, set_sides
from backplan_gui.core.records import SessionRecord, done_records
from backplan_gui.core.score import score
from backplan_gui.core.script import Script, Step, StepKind, script_for, with_opening
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.core.sounds import Sound
from backplan_gui.core.switching import NewForm
from backplan_gui.cueing import LATE_MS, PATIENCE_MS, Cueing
from backplan_gui.runner import SessionRunner
from backplan_gui.ui.application import install_words
from backplan_gui.ui.ready_words import give_time
from backplan_gui.ui.step_lines import setup_lines
from backplan_gui.ui.voice_words import is_nowhere_else, lines_for
from tests.app import Person, somebody
from tests.fakes import FakeClock, HeardChimes, HeardVoice, InMemory
from tests.store.samples import record

pytestmark = pytest.mark.usefixtures("qapp")


class Listener:
    """Somebody with closed eyes: a session, and what is heard of it."""

    def __init__(self, speed: int = 1) -> None:
        install_words("en")
        self.clock = FakeClock(speed)
        self.store = InMemory()
        self.runner = SessionRunner(self.store, self.clock)
        self.content = Content(resources.root())
        give_time(self.content)
        self.settings = Settings()
        self.voice, self.chimes = HeardVoice(self.clock), HeardChimes(self.clock)
        self.cueing = Cueing(
            self.runner,
            self.content,
            self.voice,
            self.chimes,
            self.settings_now,
            self.clock.steady_ms,
            self.outcome,
        )
        self.given: list[tuple[int, Cue]] = []
        self.cueing.given.connect(self._on_given)

    def settings_now(self) -> Settings:
        return self.settings

    def outcome(self, record: SessionRecord) -> FinishView:
        """As the journal has it, of a round with nothing else in it."""
        done = [d for d in done_records(record.session) if d.done]
        sides = {SetSide(d.exercise, d.set_no, d.side) for d in done}
        number = record.day or 0
        day = self.content.plan.day(number)
        every = {side for p in day.exercises for side in set_sides(p)}
        part = record.session.script[0].exercise if day.parts and sides else ""
        return FinishView(number, (), len(sides), len(every), 0, 0, done=every <= sides, part=part)

    def _on_given(self, cue: Cue) -> None:
        self.given.append((self.clock.steady, cue))

    @property
    def session(self) -> Session:
        assert self.runner.session is not None
        return self.runner.session

    @property
    def texts(self) -> list[str]:
        """Everything that was said."""
        return [text for _, text in self.voice.said]

    def begin(self, day: int, only: str | None = None) -> None:
        """Begin a day of the plan, or one exercise of it."""
        plan = self.content.plan.day(day)
        script = script_for(plan, self.content.exercises, self.settings, only=only)
        opened = with_opening(script, self.content.opening_ms)
        self.runner.begin(record(Session(opened), day=day))

    def go_to(self, kind: StepKind, set_no: int = 1) -> None:
        """Skip to a step, and let what is said of the skipping end."""
        while (self.session.step.kind, self.session.step.set_no) != (kind, set_no):
            self.runner.do(Command.SKIP)
        self.voice.said.clear()
        self.chimes.played.clear()

    def wait(self, ms: int) -> None:
        """Time passes; the runner looks when its timer wants it to, as if nobody watched."""
        (timer,) = self.runner.findChildren(QTimer)
        while ms > 0 and self.runner.session is not None:
            step = min(ms, max(1, timer.interval())) if timer.isActive() else ms
            self.clock.turn(step)
            self.runner.look()
            ms -= step

    def follow(self) -> list[tuple[int, Step]]:
        """Follow the session to its end: when each of its steps began."""
        begun = [(self.clock.steady, self.session.step)]
        index = self.session.index
        while self.runner.session is not None:
            self.wait(1)
            (timer,) = self.runner.findChildren(QTimer)
            self.wait(timer.interval() if timer.isActive() else 0)
            now: Session | None = self.runner.session
            if now and now.index != index:
                index = now.index
                begun.append((self.clock.steady - now.elapsed, now.step))
        return begun


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.runner.release()


# A whole day


def between(heard: list[tuple[int, str]], start: int, end: int) -> list[str]:
    return [text for at, text in heard if start <= at < end]


def test_all_of_day_four_can_be_done_by_ear_alone(listener: Listener) -> None:
    listener.begin(4)
    _assert_all_followed(listener)


def test_all_of_day_four_can_be_done_with_the_window_hidden(tmp_path: Path) -> None:
    with somebody(tmp_path, voice=True) as person:
        person.app.start(4)
        person.have_no_signs()
        person.app.window.hide()
        QCoreApplication.processEvents()
        _assert_all_followed(Behind(person))
        assert not person.app.window.isVisible()
        assert person.page == "finish"


class Behind(Listener):
    """Somebody who hears the app as it is, out of sight."""

    def __init__(self, person: Person) -> None:
        self.clock, self.runner = person.clock, person.app.runner
        self.content = Content(resources.root())
        self.voice, self.chimes = HeardVoice(self.clock), HeardChimes(self.clock)
        cueing = person.app._sessions.senses.cueing
        cueing._voice, cueing._chimes = self.voice, self.chimes


def _assert_all_followed(listener: Listener) -> None:
    begun = listener.follow()
    assert len({(step.exercise, step.set_no) for _, step in begun}) == 6
    ends = [at for at, _ in begun[1:]] + [listener.clock.steady + 1]
    sounds = [(at, str(sound)) for at, sound in listener.chimes.played]
    before: Step | None = None
    for (start, step), end in zip(begun, ends, strict=True):
        said = between(listener.voice.said, start, end)
        heard = between(sounds, start, end)
        _assert_followed(step, said, heard, listener.content)
        if step.kind is StepKind.WORK or before is None or before.kind is not StepKind.WORK:
            assert "end" not in heard
        else:
            assert (start, "end") in sounds
        if step.kind is not StepKind.LEAVE and step.kind is not StepKind.ENTER and not step.reps:
            ticks = [at - start for at, sound in sounds if sound == "tick" and start <= at < end]
            assert ticks == [step.ms - 3_000, step.ms - 2_000, step.ms - 1_000]
        before = step
    assert listener.texts[-1] == "Day four is done. That counts."
    assert sounds[-1][1] == "dayDone"


def _assert_followed(step: Step, said: list[str], heard: list[str], content: Content) -> None:
    """A listener knows what is on, on which side, which set, and when it begins and ends."""
    text, whole = content.text(step.exercise), " ".join(said)
    version = text.version(step.version)
    name = version.title if version else text.name
    side = f"{words.side(step.side)} {text.limb}, " if step.side and not step.alternates else ""
    match step.kind:
        case StepKind.READY:
            assert name in whole
            assert f"{side}set 1 of {step.sets}, " in whole.replace("Left", "left").replace(
                "S", "s"
            )
            assert all(line in said for line in setup_lines(step, content))
            assert said[-3:] == ["Three.", "Two.", "One."]
        case StepKind.WORK if step.reps:
            assert heard[0] == "start"
            assert heard.count("rep") == step.reps - 1
            counts = [one for one in said if re.match(r"((Left|Right) )?\d+\.$|Last one", one)]
            assert counts[-len(_counted(step)) :] == _counted(step)
        case StepKind.WORK:
            assert heard[0] == "start"
            assert said[0].startswith("Hold")
            assert ("Halfway." in said) is (step.ms >= 20_000)
            assert ("halfway" in heard) is (step.ms >= 20_000)
            assert said[-3:] == ["Three.", "Two.", "One."]
        case StepKind.LEAVE:
            assert said[0] == "And release."
            assert len(said) == 2
        case StepKind.SWITCH:
            assert "switchSides" in heard
            assert step.side is not None
            assert f"Now the {words.side(step.side)} {text.limb}" in whole
        case StepKind.REST if step.part > 1:
            assert said[0].startswith("Rest, 5 seconds. Then hold 10 seconds.")
        case StepKind.REST:
            assert "rest" in heard
            assert said[0] == f"Rest, {step.ms // 1000} seconds."
            assert f"Next, {name}, {side}set {step.set_no} of {step.sets}." in said
        case _:
            assert said


def _counted(step: Step) -> list[str]:
    """Every rep from the third on, with its side where they take turns."""
    each = range(2, step.reps)
    if not step.alternates:
        return [*(f"{n + 1}." for n in each[:-1]), "Last one."]
    named = [f"{('Left', 'Right')[n % 2]} {n // 2 + 1}." for n in each]
    return [*named[:-2], "Last one, each side.", named[-1]]


def test_the_day_begins_with_what_it_is_and_when_to_stop_and_says_it_once(
    listener: Listener,
) -> None:
    listener.begin(4)
    listener.follow()
    assert listener.texts[:3] == ["Day four.", "Build strength.", "About 18 minutes."]
    for line in listener.content.safety.stop_lines:
        assert listener.texts.count(f"{line}.") == 1


def test_with_help_to_the_floor_too_it_is_said_before_the_first_exercise(
    listener: Listener,
) -> None:
    day, exercises = listener.content.plan.day(1), listener.content.exercises
    opened = with_opening(
        script_for(day, exercises, listener.settings), listener.content.opening_ms
    )
    listener.runner.begin(record(Session(with_floor_help(opened, exercises)), day=1))
    listener.follow()
    assert listener.texts.index("Roll onto your back with knees bent.") == 6
    assert listener.texts[7:10] == ["Day one.", "Settle and stretch.", "About 14 minutes."]
    for line in listener.content.safety.stop_lines:
        assert listener.texts.count(f"{line}.") == 1


def test_every_cue_of_a_walk_of_thirty_minutes_is_exact(listener: Listener) -> None:
    plan = listener.content.plan.day(5)
    exercises = listener.content.exercises
    script = script_for(plan, exercises, listener.settings, only="walking", minutes=30)
    listener.runner.begin(record(Session(script), day=5))
    begun = listener.follow()
    wanted: list[tuple[int, Cue]] = []
    for index, (start, _) in enumerate(begun):
        lines = lines_for(Session(script, index=index), listener.content, day=5)
        wanted += [(start + g.at, g.cue) for g in score(script, index, lines)]
    assert begun[-1][0] + begun[-1][1].ms - begun[1][0] == 30 * 60_000
    assert listener.given[: len(wanted)] == wanted
    assert len(wanted) > 50


def test_nothing_of_any_day_is_said_late_or_over_something_else(listener: Listener) -> None:
    listener.begin(6)
    listener.follow()  # the voice of these tests breaks if two sentences overlap
    assert listener.voice.stopped == []


# Sides, versions, one's own pace


def test_the_side_is_named_with_every_rep_where_sides_take_turns(listener: Listener) -> None:
    listener.begin(2, "dead-bug")
    listener.go_to(StepKind.WORK)
    listener.wait(60_000)
    assert [t for t in listener.texts if re.match(r"Left|Right", t)][:4] == [
        "Left 2.",
        "Right 2.",
        "Left 3.",
        "Right 3.",
    ]


def test_another_version_is_named_with_how_to_get_into_it(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.WORK)
    listener.wait(12_000)
    listener.voice.said.clear()
    exercise = listener.content.exercises["childs-pose"]
    listener.runner.do(Command.VERSION, NewForm(exercise, Version.EASIER, listener.settings))
    listener.wait(20_000)
    assert "Chair fold" in listener.texts[0]
    assert "Sit on a firm chair at a table." in listener.texts


def test_at_ones_own_pace_every_rep_is_counted_when_it_is_done(listener: Listener) -> None:
    listener.settings = msgspec.structs.replace(Settings(), pace=Pace.OWN)
    listener.begin(1, "cat-cow")
    listener.go_to(StepKind.WORK)
    listener.wait(40_000)
    listener.voice.said.clear()
    for _ in range(2):
        listener.wait(4_000)
        listener.runner.do(Command.REP)
    assert listener.texts == ["1.", "2."]
    assert [sound for _, sound in listener.chimes.played][-2:] == [Sound.REP, Sound.REP]


def test_at_ones_own_pace_the_side_is_named_with_every_count(listener: Listener) -> None:
    listener.settings = msgspec.structs.replace(Settings(), pace=Pace.OWN)
    listener.begin(2, "dead-bug")
    listener.go_to(StepKind.WORK)
    listener.wait(60_000)
    listener.voice.said.clear()
    for _ in range(3):
        listener.wait(6_000)
        listener.runner.do(Command.REP)
    assert listener.texts == ["Left 1.", "Right 1.", "Left 2."]


def test_at_ones_own_pace_the_movement_is_told(listener: Listener) -> None:
    listener.settings = msgspec.structs.replace(Settings(), pace=Pace.OWN)
    listener.begin(1, "cat-cow")
    listener.go_to(StepKind.WORK)
    listener.wait(40_000)
    assert set(listener.content.text("cat-cow").move) <= set(listener.texts)


# The end


def test_what_was_skipped_is_not_called_done(listener: Listener) -> None:
    listener.begin(1)
    while listener.runner.session is not None:
        listener.wait(700)
        listener.runner.do(Command.SKIP)
    assert listener.texts[-1] == "You did what was right today."


def test_of_a_day_in_parts_the_part_is_called_done(listener: Listener) -> None:
    listener.begin(5, "walking")
    listener.follow()
    assert listener.texts[-1] == "Walking is done. That counts."


# Pausing, going on, moving about


def test_a_pause_cuts_the_sentence_and_is_told(listener: Listener) -> None:
    listener.begin(1)
    listener.wait(15_500)
    listener.runner.do(Command.PAUSE)
    assert listener.voice.stopped[-1][1] == "Sharp or sudden new pain."
    assert listener.texts[-1] == "Paused."
    listener.wait(60_000)
    assert listener.texts[-1] == "Paused."


def test_going_on_is_told_and_the_start_sounds_when_it_goes_on(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.WORK)
    listener.wait(16_000)
    listener.runner.do(Command.PAUSE)
    listener.wait(5_000)
    listener.runner.do(Command.RESUME)
    assert listener.texts[-1] == "Going on."
    at = listener.clock.steady
    listener.wait(3_000)
    assert (at + 3_000, Sound.START) in listener.chimes.played
    listener.wait(20_000)
    assert listener.texts.count("Halfway.") == 1


def test_a_machine_that_slept_says_why_it_is_paused(listener: Listener) -> None:
    listener.begin(1)
    listener.wait(1_000)
    listener.clock.turn(60_000)
    listener.runner.look()
    assert listener.texts[-1] == "Paused while the computer was asleep or busy."


def test_who_skips_while_paused_hears_where_they_are(listener: Listener) -> None:
    listener.begin(1)
    listener.wait(1_000)
    listener.runner.do(Command.PAUSE)
    listener.runner.do(Command.SKIP)
    assert listener.texts[-1].startswith("Move in")


def test_what_still_sounds_fades_when_the_person_moves_on_or_pauses(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.wait(90_000)
    faded = listener.chimes.faded
    listener.wait(20_000)  # steps that begin by themselves leave it to end
    assert listener.chimes.faded == faded
    listener.runner.do(Command.SKIP)
    listener.runner.do(Command.PAUSE)
    assert listener.chimes.faded == faded + 2


def test_ten_seconds_more_move_the_count_and_repeat_nothing(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.WORK)
    listener.wait(5_000)
    said = len(listener.texts)
    listener.runner.do(Command.MORE)
    assert len(listener.texts) == said
    start = listener.clock.steady - 5_000
    listener.wait(36_000)
    ticks = [at - start for at, sound in listener.chimes.played if sound is Sound.TICK]
    assert ticks[:3] == [37_000, 38_000, 39_000]


def test_a_session_taken_up_again_does_not_say_what_was(listener: Listener) -> None:
    listener.begin(1)
    listener.wait(40_000)
    listener.runner.release()
    taken = listener.store.record
    assert taken is not None
    listener.voice.said.clear()
    listener.runner.adopt(taken)
    listener.wait(30_000)
    assert listener.texts == []
    listener.runner.do(Command.RESUME)
    assert listener.session.phase in (Phase.RUNNING, Phase.RESUMING)
    listener.wait(8_000)
    assert "About 13 minutes." not in listener.texts
    assert listener.texts[0] in ("Going on.", *listener.content.text("childs-pose").setup)


# What is turned off, and what waits


def test_quiet_lasts_until_the_session_ends(listener: Listener) -> None:
    told: list[bool] = []
    listener.cueing.quiet_changed.connect(told.append)
    listener.begin(1)
    listener.wait(1_000)
    listener.cueing.set_quiet(True)
    listener.cueing.set_quiet(True)
    heard = (len(listener.texts), len(listener.chimes.played))
    listener.wait(60_000)
    assert (len(listener.texts), len(listener.chimes.played)) == heard
    assert listener.given[-1][0] > 5_050_000  # it is given all the same, for the screen
    listener.runner.do(Command.END)
    assert told == [True, False]
    listener.begin(1)
    assert len(listener.texts) > heard[0]


def test_sound_comes_back_when_quiet_is_turned_off(listener: Listener) -> None:
    listener.begin(1)
    listener.cueing.set_quiet(True)
    listener.wait(10_000)
    listener.cueing.set_quiet(False)
    listener.wait(13_000)
    assert listener.texts[-1] == "New weakness."


@pytest.mark.parametrize(
    ("off", "voice", "chimes"),
    [({"voice": False}, False, True), ({"chimes": False}, True, False)],
)
def test_voice_and_chimes_have_a_switch_each(
    listener: Listener, off: dict[str, bool], voice: bool, chimes: bool
) -> None:
    listener.settings = msgspec.structs.replace(Settings(), **off)
    listener.begin(1)
    listener.wait(90_000)
    assert bool(listener.texts) is voice
    assert bool(listener.chimes.played) is chimes


def test_a_fast_clock_is_silent() -> None:
    listener = Listener(speed=20)
    listener.begin(1)
    listener.wait(5_000)
    assert listener.texts == []
    assert listener.chimes.played == []
    listener.runner.release()


class Slow:
    """A voice that is much slower than was thought."""

    def __init__(self, tells: Callable[[str], None]) -> None:
        self.busy, self._tells = False, tells

    def say(self, text: str) -> None:
        assert not self.busy
        self.busy = True
        self._tells(text)

    def stop(self) -> None:
        self.busy = False


def with_slow_voice(listener: Listener) -> tuple[Slow, list[str]]:
    said: list[str] = []
    slow = Slow(said.append)
    listener.cueing._voice = slow
    return slow, said


def test_a_sentence_waits_a_moment_for_the_one_before(listener: Listener) -> None:
    slow, said = with_slow_voice(listener)
    listener.begin(1)
    listener.wait(1_300)
    assert said == ["Day one."]
    slow.busy = False
    listener.cueing.on_voice_ended()
    assert said == ["Day one.", "Settle and stretch."]
    assert listener.chimes.ducked[-2:] == [False, True]


def test_a_late_sentence_is_dropped(listener: Listener) -> None:
    slow, said = with_slow_voice(listener)
    listener.begin(1)
    listener.wait(1_000 + PATIENCE_MS + 100)
    slow.busy = False
    listener.cueing.on_voice_ended()
    assert said == ["Day one."]
    listener.wait(1_000)
    assert said == ["Day one.", "About 13 minutes."]


def test_a_count_that_is_late_is_dropped_and_the_next_one_is_on_time(listener: Listener) -> None:
    slow, said = with_slow_voice(listener)
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.REST, set_no=2)
    slow.busy = False
    listener.wait(9_000)
    assert said[-1] == "Next, Child’s Pose, set 2 of 3."
    listener.wait(3_900)  # it takes nine tenths of a second more than was thought
    slow.busy = False
    listener.cueing.on_voice_ended()
    assert said[-1] == "Next, Child’s Pose, set 2 of 3."
    listener.wait(100)
    assert said[-1] == "Two."


def test_what_waited_for_its_turn_is_not_said_in_a_pause(listener: Listener) -> None:
    slow, said = with_slow_voice(listener)
    listener.begin(1)
    listener.wait(1_300)  # "Settle and stretch." waits
    listener.runner.do(Command.PAUSE)
    slow.busy = False
    listener.cueing.on_voice_ended()
    assert said == ["Day one.", "Paused."]


def test_sounds_are_as_loud_as_before_once_a_sentence_was_cut_short(listener: Listener) -> None:
    listener.begin(1)
    assert listener.chimes.ducked[-1] is True
    listener.cueing.hush()
    assert listener.chimes.ducked[-1] is False
    listener.wait(2_500)
    assert listener.chimes.ducked[-1] is True
    listener.settings = msgspec.structs.replace(Settings(), voice=False)
    listener.runner.do(Command.PAUSE)
    assert listener.chimes.ducked[-1] is False


def test_a_machine_that_was_busy_drops_the_cues_it_missed(listener: Listener) -> None:
    listener.begin(1)
    listener.clock.turn(1_000 - LATE_MS)
    listener.runner.look()
    listener.clock.turn(LATE_MS + LATE_MS + 100)
    listener.runner.look()
    assert listener.texts == ["Day one."]


# Asked for


def asked_again(listener: Listener) -> str:
    listener.cueing.repeat()
    return listener.texts[-1]


def test_r_says_again_what_to_do(listener: Listener) -> None:
    listener.cueing.repeat()
    assert listener.texts == []
    listener.begin(1, "childs-pose")
    assert asked_again(listener) == "Get ready. Child’s Pose."
    listener.go_to(StepKind.WORK)
    listener.wait(2_500)
    assert listener.texts == ["Walk your hands forward."]
    assert asked_again(listener) == "Walk your hands forward."


def test_r_after_the_time_a_count_or_a_pause_says_what_to_do(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    setup = listener.content.text("childs-pose").setup
    listener.wait(listener.session.step.ms - 400)
    assert listener.texts[-1] == "One."
    assert asked_again(listener) == setup[-1]
    listener.cueing.tell("Hold, 17 seconds left.")
    assert asked_again(listener) == setup[-1]
    listener.runner.do(Command.PAUSE)
    assert listener.texts[-1] == "Paused."
    assert asked_again(listener) == setup[-1]


def test_r_among_the_reps_says_what_to_do_and_no_number(listener: Listener) -> None:
    listener.begin(1, "cat-cow")
    listener.go_to(StepKind.WORK)
    listener.wait(24_500)
    assert listener.texts[-1] == "4."
    assert asked_again(listener) == "Breathe in. Let your belly sink slowly."


def test_r_in_a_rest_says_what_comes_next(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.REST, set_no=2)
    listener.wait(1_500)  # "Rest, 15 seconds." is over
    assert asked_again(listener) == "Next, Child’s Pose, set 2 of 3."


def test_r_in_a_hold_taken_up_in_its_middle_says_its_movement(listener: Listener) -> None:
    listener.begin(1, "childs-pose")
    listener.go_to(StepKind.WORK)
    listener.wait(16_000)
    taken = listener.store.record
    assert taken is not None
    other = Listener()
    other.runner.adopt(taken)
    assert asked_again(other) == "Breathe in. Stay still."
    other.runner.release()


def test_knees_or_feet_is_asked_in_whole_sentences(listener: Listener) -> None:
    for version, asked in (
        (Version.EASIER, "Knees come first. Press E for feet."),
        (Version.STANDARD, "Press E for knees."),
    ):
        script = script_for(
            listener.content.plan.day(7),
            listener.content.exercises,
            listener.settings,
            only="plank",
            versions={"plank": version},
        )
        opened = with_opening(script, listener.content.opening_ms)
        listener.runner.begin(record(Session(opened), day=7))
        listener.wait(opened[0].ms - 1)
        assert listener.texts[-4:] == [asked, "Three.", "Two.", "One."]
        listener.runner.release()


def test_what_is_said_before_the_start_and_stands_nowhere_is_written_for_a_while(
    listener: Listener,
) -> None:
    script = script_for(
        listener.content.plan.day(6), listener.content.exercises, listener.settings, only="step-ups"
    )
    session = Session(script)
    lines = lines_for(session, listener.content, day=6)
    written = [
        t for t in (*lines.now, *lines.todo) if is_nowhere_else(t, session, listener.content)
    ]
    assert written[:2] == ["Day six.", "Everyday moves."]
    foot = "Put your whole left foot on the step."
    assert foot in lines.todo
    assert foot not in written  # it stands on the stage
    assert not {*setup_lines(step_of(script), listener.content), "Step-Ups."} & set(written)
    assert not is_nowhere_else("Paused.", session, listener.content)


def step_of(script: Script) -> Step:
    """Its first work."""
    return next(step for step in script if step.kind is StepKind.WORK)


def test_practice_and_a_gentle_day_are_of_no_day(listener: Listener) -> None:
    script = script_for(
        listener.content.plan.day(1), listener.content.exercises, listener.settings, only="cat-cow"
    )
    opened = with_opening(script, listener.content.opening_ms)
    listener.runner.begin(record(Session(opened), day=None))
    assert listener.texts == ["About 4 minutes."]


def test_in_the_yoga_a_moving_pose_is_breathed_as_it_is_told(listener: Listener) -> None:
    listener.begin(5, "gentle-yoga")
    begun = listener.follow()
    at = next(at for at, step in begun if step.segment == "cat-cow")
    called = [
        (said - at, text)
        for said, text in listener.voice.said
        if text in ("Breathe in.", "Breathe out.") and at <= said < at + 80_000
    ]
    assert len(called) == 4
    assert all(ms % 8_000 // 4_000 == ("in" in text) for ms, text in called)


def test_what_is_told_replaces_what_is_being_said(listener: Listener) -> None:
    listener.begin(1)
    listener.cueing.tell("Hold, 17 seconds left.")
    assert listener.voice.stopped[-1][1] == "Day one."
    assert listener.texts[-1] == "Hold, 17 seconds left."


def test_worse_pain_fades_all_sounds_one_low_tone_and_says_the_choices(
    listener: Listener,
) -> None:
    listener.begin(1)
    listener.cueing.ease("Paused. Let’s ease off.")
    assert listener.chimes.faded > 0
    assert listener.chimes.played[-1][1] is Sound.EASE
    assert listener.texts[-1] == "Paused. Let’s ease off."


def test_all_scores_of_the_week_have_words_for_what_they_say(listener: Listener) -> None:
    for day in listener.content.plan.days:
        for version in Version:
            versions = {p.exercise: version for p in day.exercises}
            script: Script = script_for(
                day, listener.content.exercises, Settings(), versions=versions
            )
            for index in range(len(script)):
                lines = lines_for(Session(script, index=index), listener.content)
                said = [g.cue.text for g in score(script, index, lines) if isinstance(g.cue, Say)]
                assert all(text.strip() for text in said)
                assert not [t for t in said if re.search(r"\d (s|min)\b|·|×", t)]  # spelled out
