"""What runs in the child: one utterance at a time, a voice chosen on purpose, an early end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backplan_gui.services.engine import State, engine_name, in_order
from backplan_gui.services.speaker import Speaker
from backplan_gui.services.speech import (
    Able,
    Begun,
    Ended,
    Say,
    Silence,
    Stop,
    Told,
    Use,
    VoiceName,
    told_in,
)

BRITISH, AMERICAN = VoiceName("British", "en-GB"), VoiceName("American", "en-US")


class FakeEngine:
    """Keeps what it is asked; a test moves it."""

    name = "eSpeak"

    def __init__(self) -> None:
        self.asked: list[object] = []

    def voices(self, language: str) -> tuple[VoiceName, ...]:
        return (BRITISH, AMERICAN) if language == "en" else ()

    def use(self, voice: VoiceName, rate: int, volume: int) -> None:
        self.asked.append((voice.name, rate, volume))

    def say(self, text: str) -> None:
        self.asked.append(text)

    def stop(self) -> None:
        self.asked.append("(stop)")


class Stage:
    """A speaker with a fake engine, and what it told."""

    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.told: list[Told] = []
        self.speaker = Speaker(self.engine, self.told.append)
        self.do = self.speaker.do

    def begin(self) -> None:
        self.speaker.become(State.SPEAKING)

    def end(self) -> None:
        self.speaker.become(State.RESTING)


@pytest.fixture
def stage() -> Stage:
    return Stage()


# --- one utterance at a time ------------------------------------------------------------


def test_an_utterance_is_told_when_it_begins_and_when_it_ends(stage: Stage) -> None:
    stage.do(Say(1, "Rest."))
    assert stage.told == []
    stage.begin()
    stage.begin()
    assert stage.told == [Begun(1)]
    stage.end()
    stage.end()
    assert stage.told == [Begun(1), Ended(1)]
    assert stage.engine.asked == ["Rest."]


def test_the_next_waits_until_the_one_before_has_stopped(stage: Stage) -> None:
    stage.do(Say(1, "Come down to your hands and knees."))
    stage.begin()
    stage.do(Stop())
    stage.do(Say(2, "Rest."))
    assert stage.engine.asked == ["Come down to your hands and knees.", "(stop)"]
    stage.end()
    assert stage.engine.asked[2:] == ["Rest."]
    stage.begin()
    stage.end()
    assert stage.told == [Begun(1), Ended(1), Begun(2), Ended(2)]


def test_the_next_stops_the_one_before_by_itself_and_the_last_of_several_is_said(
    stage: Stage,
) -> None:
    stage.do(Say(1, "one"))
    stage.begin()
    stage.do(Say(2, "two"))
    stage.do(Say(3, "three"))
    stage.end()
    assert stage.engine.asked == ["one", "(stop)", "three"]


def test_what_is_stopped_before_it_begins_is_stopped_when_it_does(stage: Stage) -> None:
    """An engine has it in a queue and would begin it still."""
    stage.do(Say(1, "one"))
    stage.do(Stop())
    stage.do(Say(2, "two"))
    stage.end()  # a state of before
    assert stage.engine.asked == ["one"]
    stage.begin()
    assert stage.engine.asked == ["one", "(stop)"]
    stage.end()
    assert stage.engine.asked == ["one", "(stop)", "two"]


def test_what_was_to_come_next_can_be_stopped(stage: Stage) -> None:
    stage.do(Say(1, "one"))
    stage.begin()
    stage.do(Say(2, "two"))
    stage.do(Stop())
    stage.end()
    assert stage.engine.asked == ["one", "(stop)"]
    assert stage.told == [Begun(1), Ended(1)]


def test_a_stop_in_silence_and_states_of_nothing_tell_nothing(stage: Stage) -> None:
    stage.do(Stop())
    stage.begin()
    stage.end()
    assert stage.told == []
    assert stage.engine.asked == []


# --- the voice --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "taken"), [("", "British"), ("American", "American"), ("Gone", "British")]
)
def test_a_voice_is_taken_by_its_name_or_is_the_first(stage: Stage, name: str, taken: str) -> None:
    stage.do(Use(name, -3, 70, "en"))
    assert stage.engine.asked == [(taken, -3, 70)]
    assert stage.told == [Able(Silence.NONE, "eSpeak", (BRITISH, AMERICAN))]


def test_no_voice_of_the_language_is_a_reason(stage: Stage) -> None:
    stage.do(Use("", 0, 100, "tlh"))
    assert stage.engine.asked == []
    assert stage.told == [Able(Silence.NO_VOICE, "eSpeak")]


ESPEAK = [
    VoiceName("English (Caribbean)", "en-US"),  # as Qt tells them
    VoiceName("English (America)+Adam", "en-US"),
    VoiceName("English (America)", "en-US"),
    VoiceName("English (Scotland)", "en-GB"),
    VoiceName("English (Great Britain)", "en-GB"),
]


@pytest.mark.parametrize(
    ("home", "first"),
    [
        ("C", "English (Great Britain)"),
        ("de-DE", "English (Great Britain)"),
        ("en-GB", "English (Great Britain)"),
        ("en-US", "English (America)"),
    ],
)
def test_a_plain_voice_of_the_own_country_comes_first(home: str, first: str) -> None:
    names = [voice.name for voice in in_order(ESPEAK, home)]
    assert names[0] == first
    assert len(names) == 4
    assert not [name for name in names if "+" in name]


def test_within_a_country_the_choice_of_the_engine_comes_first() -> None:
    voices = [VoiceName(name, "en-US") for name in ("Albert", "Bells", "Samantha")]
    ordered = in_order([*voices, VoiceName("Karen", "en-AU")], "C", [voices[2]])
    assert [voice.name for voice in ordered] == ["Samantha", "Albert", "Bells", "Karen"]


@pytest.mark.parametrize(
    ("known_as", "name"),
    [
        ("espeak-ng", "eSpeak"),
        ("espeak-ng-mbrola", "eSpeak"),
        ("rhvoice", "RHVoice"),
        ("darwin", "macOS"),
        ("speechd", "Speech Dispatcher"),
        ("something-else", "something-else"),
    ],
)
def test_an_engine_has_a_name_for_people(known_as: str, name: str) -> None:
    assert engine_name(known_as) == name


# --- the process ------------------------------------------------------------------------


def spoken_to(told: bytes, runtime: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """The child, told something, whose input then ends; there is no sound for it to find."""
    return subprocess.run(
        [sys.executable, "-m", "backplan_gui", *options],
        input=told,
        capture_output=True,
        env={**os.environ, "XDG_RUNTIME_DIR": str(runtime), "PULSE_SERVER": "unix:/nowhere"},
        timeout=60,
    )


def test_the_process_ends_with_its_input(tmp_path: Path) -> None:
    ended = spoken_to(b"", tmp_path, "--speak")
    assert ended.returncode == 0
    assert [told_in(line) for line in ended.stdout.splitlines()] in (
        [],
        [Able(Silence.NO_ENGINE)],  # Qt's own libraries are not there
    )


def test_the_process_understands_what_it_can(tmp_path: Path) -> None:
    ended = spoken_to(b'}{\n{"type": "sing"}\n{"type": "stop"}\n', tmp_path, "--speak")
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr


def test_nobody_need_know_how_it_is_started(tmp_path: Path) -> None:
    assert b"speak" not in spoken_to(b"", tmp_path, "--help").stdout
    refused = spoken_to(b"", tmp_path, "--speak", "--speed")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
