"""What answers an event, how long it takes to say something, and what a person turned off."""

import pytest
from msgspec.structs import replace

from backplan_gui.core.cues import (
    Answers,
    Chime,
    Cue,
    Lines,
    MoveLine,
    Say,
    cues_for,
    is_wanted,
    said_ms,
    takes_ms,
    told_ms,
)
from backplan_gui.core.exercise import Breath
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Event, Phase, PhaseChanged, RepCounted, StepStarted
from backplan_gui.core.settings import Settings
from backplan_gui.core.sounds import Sound

from .samples import SCRIPT

LINES = Lines(counts=("1.", "2.", "Last one."))
ANSWERS = Answers("Paused.", "Paused while away.", "Going on.", "Day one is done.")

TABLE: tuple[tuple[Event, Phase, tuple[Cue, ...]], ...] = (
    (PhaseChanged(Phase.PAUSED), Phase.RUNNING, (Chime(Sound.PAUSE), Say("Paused."))),
    (
        PhaseChanged(Phase.PAUSED, suspended=True),
        Phase.RUNNING,
        (Chime(Sound.PAUSE), Say("Paused while away.")),
    ),
    (PhaseChanged(Phase.RESUMING), Phase.PAUSED, (Chime(Sound.RESUME), Say("Going on."))),
    (PhaseChanged(Phase.RUNNING), Phase.RESUMING, (Chime(Sound.START),)),
    (PhaseChanged(Phase.RUNNING), Phase.PAUSED, (Chime(Sound.START),)),
    (PhaseChanged(Phase.RUNNING), Phase.READY, ()),
    (PhaseChanged(Phase.FINISHED), Phase.RUNNING, (Chime(Sound.DAY_DONE), Say("Day one is done."))),
    (PhaseChanged(Phase.ABANDONED), Phase.RUNNING, ()),
    (RepCounted(3), Phase.RUNNING, (Chime(Sound.REP), Say("Last one."))),
    (RepCounted(4), Phase.RUNNING, (Chime(Sound.REP),)),
    (StepStarted(0, SCRIPT[0], by_itself=True), Phase.RUNNING, ()),
)


@pytest.mark.parametrize(("event", "before", "cues"), TABLE)
def test_every_event_has_its_answer(event: Event, before: Phase, cues: tuple[Cue, ...]) -> None:
    assert cues_for(event, before, LINES, ANSWERS) == cues


def test_a_word_takes_four_tenths_of_a_second() -> None:
    assert said_ms("Come to hands and knees.") == 2_000
    assert said_ms("") == 0


def test_a_sentence_and_the_air_after_it_take_full_seconds() -> None:
    assert takes_ms("Breathe in.") == 1_000
    assert takes_ms("Come to hands and knees.") == 3_000
    assert takes_ms("Come to hands and knees.", 3_000) == 5_000


def test_what_is_to_be_done_takes_the_time_to_do_it_and_the_count() -> None:
    assert told_ms(("Cat-Cow Stretch.",), ("Look at the floor.",)) == 1_000 + 5_000 + 3_000


HOW = Lines(
    now=("Switch sides.",),
    todo=("Stand tall.",),
    moves=(MoveLine("Breathe out. Lift.", Breath.OUT, "Lift."),),
    other_moves=(MoveLine("Lift the other."),),
    begin="Hold.",
    breaths=("Breathe in.",),
    counts=("1.",),
    reminders=("Slowly.",),
    halfway="Halfway.",
    marks=((60_000, "1 minute left."),),
    next="Next, Plank.",
    countdown=("One.",),
)


def test_what_to_do_is_told_from_names_counts_and_times() -> None:
    def told(lines: Lines, kind: StepKind) -> set[str]:
        texts = {*lines.now, *lines.todo, *lines.breaths, *lines.counts, *lines.reminders}
        texts |= {line.text for line in (*lines.moves, *lines.other_moves)} | {"Lift."}
        texts |= {lines.begin, lines.halfway, lines.marks[0][1], lines.next, *lines.countdown}
        return {text for text in texts if lines.tells_how(text, kind)}

    how = {"Stand tall.", "Breathe out. Lift.", "Lift.", "Lift the other.", "Slowly."}
    assert told(HOW, StepKind.WORK) == how | {"Next, Plank."}
    assert told(replace(HOW, phases=("In.",)), StepKind.WORK) == how | {
        "Next, Plank.",
        "Breathe in.",
    }
    assert told(HOW, StepKind.SWITCH) == how | {"Next, Plank.", "Switch sides."}


@pytest.mark.parametrize(
    ("off", "cue"),
    [
        (replace(Settings(), voice=False), Say("Hold.")),
        (replace(Settings(), chimes=False), Chime(Sound.START)),
        (Settings(), Chime(Sound.BREATH_IN, 4_000)),
    ],
)
def test_what_is_turned_off_is_not_wanted(off: Settings, cue: Cue) -> None:
    on = Settings(voice=True, chimes=True, breathing_tone=True)
    assert is_wanted(cue, on)
    assert not is_wanted(cue, off)


def test_each_switch_is_its_own() -> None:
    no_voice = replace(Settings(), voice=False, breathing_tone=True)
    assert is_wanted(Chime(Sound.TICK), no_voice)
    no_chimes = replace(Settings(), chimes=False, breathing_tone=True)
    assert is_wanted(Say("Hold."), no_chimes)
    assert is_wanted(Chime(Sound.BREATH_OUT, 6_000), no_chimes)
