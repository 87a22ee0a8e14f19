"""How every exercise of the plan is told, in all its versions and paces: in the order it moves.

Who has their eyes closed cannot see what is missing, so the first rep must be heard whole.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.cues import Lines, Say
from backplan_gui.core.exercise import Version
from backplan_gui.core.movement import Run, runs
from backplan_gui.core.score import score
from backplan_gui.core.script import Script, Step, StepKind, script_for, with_opening
from backplan_gui.core.session import Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.ui.application import install_words
from backplan_gui.ui.ready_words import give_time
from backplan_gui.ui.step_lines import move_lines, written_for
from backplan_gui.ui.voice_words import lines_for

pytestmark = pytest.mark.usefixtures("qapp")

PACED = (Pace.WRITTEN, Pace.SLOWER, Pace.SLOWEST)


@cache
def content() -> Content:
    install_words("en")
    found = Content(resources.root())
    give_time(found)
    return found


class Heard(NamedTuple):
    """A step, what could be said in it, and what is: milliseconds and sentences."""

    step: Step
    lines: Lines
    said: list[tuple[int, str]]


def script_of(name: str, version: Version, pace: Pace = Pace.WRITTEN) -> Script:
    day = next(d for d in content().plan.days if any(p.exercise == name for p in d.exercises))
    settings = msgspec.structs.replace(Settings(), pace=pace)
    script = script_for(day, content().exercises, settings, only=name, versions={name: version})
    return with_opening(script, content().opening_ms)


def heard(script: Script) -> Iterator[Heard]:
    for index, step in enumerate(script):
        lines = lines_for(Session(script, index=index), content())
        given = score(script, index, lines)
        yield Heard(step, lines, [(g.at, g.cue.text) for g in given if isinstance(g.cue, Say)])


EVERY = [
    (name, version)
    for name, exercise in Content(resources.root()).exercises.items()
    for version in exercise.versions
]
every_version = pytest.mark.parametrize(("name", "version"), EVERY)


def calls(lines: Lines, run: Run) -> set[str]:
    """What tells that a breath begins: its word, or a line of the movement that names it."""
    first = run.beats[0]
    named = {line.text for line in lines.moves if line.breath is run.breath}
    return {lines.breaths[first], lines.phases[first]} | named


@every_version
@pytest.mark.parametrize("pace", PACED)
def test_in_the_first_rep_every_breath_is_called_in_its_time(
    name: str, version: Version, pace: Pace
) -> None:
    paced = [one for one in heard(script_of(name, version, pace)) if one.step.reps]
    for step, lines, said in paced[:1]:
        for run in runs(step):
            assert calls(lines, run) & {t for at, t in said if run.begin <= at < run.end}, run


@every_version
@pytest.mark.parametrize("pace", PACED)
def test_in_the_first_rep_no_breath_is_told_in_part(
    name: str, version: Version, pace: Pace
) -> None:
    """Unless sides take turns: then a part is told, and the lines after it wait."""
    paced = [one for one in heard(script_of(name, version, pace)) if one.step.reps]
    for step, lines, said in paced[:1]:
        told = {text for at, text in said if at < step.beat_ms}
        line_told = [line.text in told for line in lines.moves]
        if step.alternates:
            assert line_told == sorted(line_told, reverse=True)
            continue
        if len(runs(step)) == 2:
            turn = [line.breath for line in lines.moves].index(runs(step)[1].breath)
            assert len(set(line_told[:turn])) == len(set(line_told[turn:])) == 1, told


@every_version
@pytest.mark.parametrize("pace", PACED)
def test_in_every_rep_the_lines_come_in_the_order_of_the_movement(
    name: str, version: Version, pace: Pace
) -> None:
    for step, lines, said in heard(script_of(name, version, pace)):
        moves = {line.text: n for n, line in enumerate(lines.moves)}
        moves |= {line.text: n for n, line in enumerate(lines.other_moves)}
        for breath in lines.breaths:  # "Breathe in." may be a line, or only the breath
            moves.pop(breath, None)
        each = step.beat_ms if step.reps else step.ms
        for rep in range(2):
            places = [moves[t] for at, t in said if at // each == rep and t in moves]
            assert places == sorted(places), (step, said)


@every_version
def test_every_line_of_a_movement_is_told_at_some_time(name: str, version: Version) -> None:
    script = script_of(name, version)
    work = [step for step in script if step.kind is StepKind.WORK]
    if work[0].segment:
        return
    said = {text for one in heard(script) for _, text in one.said}
    for line in move_lines(work[0], content()):
        sides = {written_for(line, step, content()) for step in work} | {line}
        if work[0].alternates:
            other = msgspec.structs.replace(work[0], side=work[0].side and work[0].side.other)
            sides.add(written_for(line, other, content()))
        bare = {form.split(". ", 1)[-1] for form in sides if form.startswith("Breathe out. ")}
        assert sides & said or bare & said, line


def test_the_glute_bridge_lifts_before_it_lowers() -> None:
    step, _, said = next(one for one in heard(script_of("glute-bridge", Version.STANDARD))
                         if one.step.reps)  # fmt: skip
    assert [t for at, t in said if at < step.beat_ms] == [
        "Breathe out, lift.",
        "Hold.",
        "Breathe in. Lower slowly.",
        "Rest.",
    ]


def test_one_rises_onto_the_step_before_a_foot_goes_down() -> None:
    parts = list(heard(script_of("step-ups", Version.STANDARD)))
    assert [t for _, t in parts[0].said][-4] == "Put your whole left foot on the step."
    step, _, said = next(one for one in parts if one.step.reps)
    assert [t for at, t in said if at < step.beat_ms] == [
        "Foot on.",
        "Breathe out, rise.",
        "Stand tall.",
        "Breathe in, lower.",
        "Foot off.",
    ]


@pytest.mark.parametrize(
    ("name", "version", "lift"),
    [
        ("plank", Version.STANDARD, "Lift your hips into one line."),
        ("plank", Version.EASIER, "Lift your hips. Knees stay down."),
        ("plank", Version.HARDER, "Lift your hips into one line."),
        ("plank", Version.NO_FLOOR, "Bring your hips into one line."),
        ("side-plank", Version.STANDARD, "Lift your hips off the floor."),
        ("side-plank", Version.EASIER, "Lift your hips off the floor."),
        ("side-plank", Version.HARDER, "Lift your hips off the floor."),
        ("side-plank", Version.NO_FLOOR, "Breathe out. Lean sideways into your forearm."),
    ],
)
def test_one_is_told_to_lift_before_one_is_told_to_hold(
    name: str, version: Version, lift: str
) -> None:
    ways_in = [one for one in heard(script_of(name, version)) if one.step.kind is StepKind.ENTER]
    assert ways_in
    assert all(said == [(0, lift)] for _, _, said in ways_in)
