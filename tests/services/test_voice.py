"""The voice as the app sees it: it never makes anybody wait, whatever the child does.

The child is a script that does as the texts it is given say. What it was asked is kept in
a file, a line each, after a line `start` for every process.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QProcess
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from backplan_gui.services import voice
from backplan_gui.services.speech import Say, Stop, Use, asked_in
from backplan_gui.services.voice import Silence, Silent, Spoken, Voice, VoiceName, command

CHILD = """
import json, os, sys

kept, mode = open(sys.argv[1], "a", buffering=1), sys.argv[2]
kept.write("start\\n")
tell = lambda type, **values: print(json.dumps({"type": type, **values}), flush=True)
voices = [{"name": "British", "locale": "en-GB"}, {"name": "American", "locale": "en-US"}]
stopped_by, ended_late = 0, 0

if mode == "reads nothing":
    tell("able", silence="", voices=voices)
    while True:
        os.read(os.pipe()[0], 1)
for line in sys.stdin:
    kept.write(line)
    asked = json.loads(line)
    if mode == "dies at once":
        sys.exit(3)
    elif mode == "never ready":
        pass
    elif mode in ("no engine", "no voice", "no sound"):
        tell("able", silence=mode)
        if mode == "no engine":
            break
    elif asked["type"] == "use":
        if mode == "no sound at first":
            tell("able", silence="no sound")
        sys.stderr.write("no pipewire\\n")
        tell("able", silence="", engine="eSpeak", voices=voices)
    elif asked["type"] == "stop":
        if stopped_by:
            tell("ended", id=stopped_by)
    else:
        id, text = asked["id"], asked["text"]
        stopped_by = 0
        if ended_late:
            tell("ended", id=ended_late)
        if "die" in text:
            sys.exit(3)
        if "no answer" in text:
            continue
        if "broken" in text:
            print("}{", flush=True)
            print('{"type": "sung", "id": 1}', flush=True)
            print('{"type": "ended", "id": "one"}', flush=True)
        tell("begun", id=id)
        if "until stopped" in text:
            stopped_by = id
        elif "late" in text:
            ended_late = id
        elif "never ends" not in text:
            tell("ended", id=id)
while mode == "stays":
    os.read(os.pipe()[0], 1)
"""

Maker = Callable[..., Spoken]


class Child:
    """What the script was asked, over all its processes."""

    def __init__(self, folder: Path) -> None:
        self._script, self._kept = folder / "child.py", folder / "asked"
        self._script.write_text(CHILD)
        self._kept.touch()

    def command(self, mode: str) -> list[str]:
        return [sys.executable, str(self._script), str(self._kept), mode]

    @property
    def starts(self) -> int:
        return self._kept.read_text().count("start\n")

    @property
    def asked(self) -> list[Use | Say | Stop]:
        lines = self._kept.read_bytes().splitlines()
        return [asked_in(line) for line in lines if line != b"start"]


@pytest.fixture
def child(tmp_path: Path) -> Child:
    return Child(tmp_path)


@pytest.fixture
def made(qtbot: QtBot, child: Child) -> Iterator[Maker]:
    """Makes a voice that is started and, if it ever will be, ready."""
    voices: list[Spoken] = []

    def make(mode: str = "well") -> Spoken:
        spoken = Spoken(child.command(mode))
        voices.append(spoken)
        spoken.start()
        if mode in ("well", "stays", "reads nothing"):
            qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
        return spoken

    yield make
    for spoken in voices:
        spoken.close()


def end_of(spoken: Spoken, text: str, qtbot: QtBot) -> int:
    """Milliseconds from saying something until it is over."""
    clock = QElapsedTimer()
    clock.start()
    with qtbot.waitSignal(spoken.ended):
        spoken.say(text)
        assert spoken.busy
    assert not spoken.busy
    return clock.elapsed()


def process_of(spoken: Spoken) -> QProcess:
    assert spoken._child is not None
    return spoken._child._process


# --- when all is well -------------------------------------------------------------------


def test_it_is_silent_until_it_is_ready_and_then_knows_its_voices(
    made: Maker, child: Child, qtbot: QtBot
) -> None:
    assert Spoken(child.command("well")).silence is Silence.STARTING
    spoken = made("never ready")
    assert (spoken.silence, spoken.engine, spoken.voices) == (Silence.STARTING, "", ())

    spoken = made("well")
    assert not spoken._life.isActive()  # it need not get ready any more
    assert spoken.engine == "eSpeak"
    assert spoken.voices == (VoiceName("British", "en-GB"), VoiceName("American", "en-US"))


def test_it_is_busy_from_being_asked_until_the_end(made: Maker, qtbot: QtBot) -> None:
    spoken = made()
    ended = QSignalSpy(spoken.ended)
    for _ in range(3):
        end_of(spoken, "Ten seconds left.", qtbot)
    assert ended.count() == 3


def test_started_twice_it_is_one_process(made: Maker, child: Child, qtbot: QtBot) -> None:
    spoken = made()
    spoken.start()
    assert spoken.silence is Silence.NONE
    end_of(spoken, "Rest.", qtbot)
    assert child.starts == 1


def test_how_to_speak_is_told_before_the_first_word_and_when_it_changes(
    child: Child, qtbot: QtBot
) -> None:
    spoken = Spoken(child.command("well"))
    spoken.use("American", -1, 70, "en")
    spoken.start()
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    end_of(spoken, "Rest.", qtbot)
    spoken.use("American", -1, 70, "en")
    spoken.use("", 3, 10, "en")
    end_of(spoken, "Go on.", qtbot)
    spoken.close()
    use, changed = Use("American", -1, 70, "en"), Use("", 3, 10, "en")
    assert child.asked == [use, Say(1, "Rest."), changed, Say(2, "Go on.")]


def test_while_it_is_busy_it_hears_nothing_more(made: Maker, child: Child, qtbot: QtBot) -> None:
    spoken = made()
    with qtbot.waitSignal(spoken.ended):
        spoken.say("Rest.")
        spoken.say("Something else.")
    spoken.close()
    assert child.asked == [Use(), Say(1, "Rest.")]


def test_stopped_it_is_free_at_once_and_tells_no_end(
    made: Maker, child: Child, qtbot: QtBot
) -> None:
    spoken = made()
    ended = QSignalSpy(spoken.ended)
    spoken.say("until stopped")
    spoken.stop()
    assert not spoken.busy
    end_of(spoken, "Rest.", qtbot)
    assert ended.count() == 1
    spoken.stop()
    spoken.close()
    assert child.asked == [Use(), Say(1, "until stopped"), Stop(), Say(2, "Rest.")]


def test_the_late_end_of_what_was_stopped_is_not_the_end_of_the_next(
    made: Maker, qtbot: QtBot
) -> None:
    spoken = made()
    spoken.say("ends late")
    spoken.stop()
    ended = QSignalSpy(spoken.ended)
    spoken.say("until stopped")
    qtbot.waitUntil(lambda: not spoken._life.isActive())  # what it told has arrived
    assert spoken.busy
    assert ended.count() == 0


def test_it_goes_when_it_is_closed_and_can_be_started_again(
    made: Maker, child: Child, qtbot: QtBot
) -> None:
    spoken = made()
    process = process_of(spoken)
    spoken.say("never ends")
    spoken.close()
    spoken.close()
    assert process.state() == process.ProcessState.NotRunning
    assert process.exitStatus() == process.ExitStatus.NormalExit
    assert not spoken.busy
    assert spoken.silence is Silence.STARTING
    spoken.start()
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    assert child.starts == 2


def test_a_child_that_stays_is_ended(
    made: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(voice, "CLOSE_MS", 100)
    spoken = made("stays")
    process = process_of(spoken)
    clock = QElapsedTimer()
    clock.start()
    spoken.close()
    assert process.state() == process.ProcessState.NotRunning
    assert clock.elapsed() < 1_000


# --- why it cannot speak ----------------------------------------------------------------


@pytest.mark.parametrize("silence", [Silence.NO_ENGINE, Silence.NO_VOICE, Silence.NO_SOUND])
def test_it_says_why_it_cannot_speak_and_tries_again_when_asked(
    made: Maker, child: Child, qtbot: QtBot, silence: Silence
) -> None:
    spoken = made(silence.value)
    for starts in (1, 2):
        qtbot.waitUntil(lambda: spoken.silence is silence)
        end_of(spoken, "Rest.", qtbot)
        if silence is Silence.NO_ENGINE:
            qtbot.waitUntil(lambda: spoken._child is None)
        assert spoken.silence is silence
        assert child.starts == starts
        assert not [asked for asked in child.asked if isinstance(asked, Say)]
        spoken.start()
        assert spoken.silence is Silence.STARTING


def test_it_speaks_as_soon_as_there_is_something_to_play_on(made: Maker, qtbot: QtBot) -> None:
    spoken = made("no sound at first")
    seen = []
    spoken.changed.connect(lambda: seen.append(spoken.silence))
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    assert seen == [Silence.NO_SOUND, Silence.NONE]
    end_of(spoken, "Rest.", qtbot)


def test_what_cannot_be_said_is_over_at_once(made: Maker, child: Child, qtbot: QtBot) -> None:
    for mode, text in (("never ready", "Rest."), ("no voice", "Rest."), ("well", " ")):
        assert end_of(made(mode), text, qtbot) < 1_000
    end_of(Spoken(child.command("well")), "Rest.", qtbot)  # not even started
    assert not [asked for asked in child.asked if isinstance(asked, Say)]


def test_a_program_that_is_not_there_is_no_voice(tmp_path: Path, qtbot: QtBot) -> None:
    spoken = Spoken([str(tmp_path / "nothing")])
    spoken.start()
    qtbot.waitUntil(lambda: spoken.silence is Silence.HANGS)
    end_of(spoken, "Rest.", qtbot)


# --- when it hangs or dies --------------------------------------------------------------


def test_what_never_ends_is_taken_as_ended_by_its_length(
    made: Maker, child: Child, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (voice.WORD_MS, voice.EXTRA_MS) == (400, 3_000)
    monkeypatch.setattr(voice, "WORD_MS", 50)
    monkeypatch.setattr(voice, "EXTRA_MS", 100)
    spoken = made()
    assert 199 <= end_of(spoken, "until stopped", qtbot) < 1_000
    assert 499 <= end_of(spoken, "it would go on and on until stopped", qtbot) < 1_300
    end_of(spoken, "Rest.", qtbot)
    assert child.starts == 1  # it stopped when it was asked to: it does not hang
    assert Stop() in child.asked


def test_what_does_not_even_stop_has_hung_and_is_started_once_more(
    made: Maker, child: Child, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, ms in (("EXTRA_MS", 50), ("WORD_MS", 10), ("LIFE_MS", 500)):
        monkeypatch.setattr(voice, name, ms)
    spoken = made()
    end_of(spoken, "never ends", qtbot)
    qtbot.waitUntil(lambda: child.starts == 2 and spoken.silence is Silence.NONE)
    end_of(spoken, "never ends", qtbot)
    qtbot.waitUntil(lambda: spoken.silence is Silence.HANGS)
    assert child.starts == 2


@pytest.mark.parametrize("text", ["no answer", "die"])
def test_a_child_that_gives_no_sign_of_life_is_started_once_more_and_told_how_to_speak(
    made: Maker, child: Child, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(voice, "LIFE_MS", 500)
    spoken = made()
    spoken.use("American", -1, 70, "en")
    end_of(spoken, text, qtbot)
    assert spoken.silence is Silence.STARTING
    assert spoken.voices  # the list of the settings page stays
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    monkeypatch.undo()
    end_of(spoken, "Rest.", qtbot)
    assert child.starts == 2
    use = Use("American", -1, 70, "en")
    assert child.asked == [Use(), use, Say(1, text), use, Say(2, "Rest.")]


def test_after_the_second_time_it_is_silent_until_it_is_asked_to_start(
    made: Maker, child: Child, qtbot: QtBot
) -> None:
    spoken = made()
    end_of(spoken, "die", qtbot)
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    end_of(spoken, "die", qtbot)
    assert spoken.silence is Silence.HANGS
    end_of(spoken, "Rest.", qtbot)
    assert child.starts == 2
    spoken.start()
    qtbot.waitUntil(lambda: spoken.silence is Silence.NONE)
    end_of(spoken, "Rest.", qtbot)
    assert child.starts == 3


def test_a_child_that_has_hung_is_ended(
    made: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LIFE_MS", "CLOSE_MS"):
        monkeypatch.setattr(voice, name, 500)
    spoken = made("reads nothing")
    process = process_of(spoken)
    with qtbot.waitSignal(process.destroyed):
        spoken.say("no answer")


@pytest.mark.parametrize("mode", ["dies at once", "never ready"])
def test_a_child_that_never_gets_ready_is_given_up_after_the_second(
    made: Maker, child: Child, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(voice, "READY_MS", 1_000)
    spoken = made(mode)
    qtbot.waitUntil(lambda: spoken.silence is Silence.HANGS)
    assert child.starts == 2


def test_a_child_that_reads_nothing_holds_nobody_up(
    made: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = made("reads nothing")
    monkeypatch.setattr(voice, "CLOSE_MS", 100)
    clock = QElapsedTimer()
    clock.start()
    spoken.say("word " * 100_000)
    spoken.stop()
    spoken.say("Rest.")
    assert clock.elapsed() < 500


# --- what is logged ---------------------------------------------------------------------


def test_broken_lines_are_logged_and_ignored(
    made: Maker, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    spoken = made()
    with qtbot.waitSignal(spoken.ended):
        spoken.say("broken")
    end_of(spoken, "Rest.", qtbot)
    warnings = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    assert len(warnings) == 3
    assert all(text.startswith("The voice told something else: ") for text in warnings)


def test_what_engines_write_goes_to_the_log_for_developers(
    made: Maker, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    made()
    qtbot.waitUntil(
        lambda: ("backplan.voice", logging.DEBUG, "no pipewire") in caplog.record_tuples
    )


# --- the null voice, and the command ----------------------------------------------------


def test_the_null_voice_is_never_busy() -> None:
    null: Voice = Silent()
    null.say("Rest.")
    assert not null.busy
    null.stop()


def test_the_child_is_this_program_from_source_and_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command() == [sys.executable, "-m", "backplan_gui", "--speak"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, "--speak"]
