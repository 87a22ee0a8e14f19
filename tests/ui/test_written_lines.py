"""What the screen says of a movement is what the voice says of it, in every exercise."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from backplan_gui.core.cues import Lines, Say
from backplan_gui.core.exercise import Breath, Version
from backplan_gui.core.score import score
from backplan_gui.core.script import Script, StepKind, script_for
from backplan_gui.core.session import Session
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.core.shown import beat_at
from backplan_gui.core.written import Written, written
from backplan_gui.ui import written_lines
from backplan_gui.ui.player_ring import ring_face
from backplan_gui.ui.player_said import step_said
from backplan_gui.ui.player_words import stage_text
from backplan_gui.ui.voice_words import lines_for
from backplan_gui.ui.written_lines import line_now

from .fakes_player import CONTENT, at, begun, laid_out

AHEAD_MS = 2_000
"""A line is read so much before it is heard, where a count or the hold is said first."""
NAMED = re.compile(r"[Bb]reath(?:e|ing) (in|out)\b")
ORDERED = re.compile(r"^Breathe (in|out)\.")
"""In a cue: "Keep breathing out as you reach." is true during both."""
FORMS = [
    (day.number, p.exercise, version)
    for day in CONTENT.plan.days
    for p in day.exercises
    for version in CONTENT.exercises[p.exercise].versions
    if not CONTENT.exercises[p.exercise].form(version).segments
]
every_form = pytest.mark.parametrize(("day", "exercise", "version"), FORMS)


def script_of(day: int, exercise: str, version: Version, pace: Pace = Pace.WRITTEN) -> Script:
    return script_for(
        CONTENT.plan.day(day),
        CONTENT.exercises,
        Settings(pace=pace),
        only=exercise,
        versions={exercise: version},
    )


def moments(script: Script, every: int = 1_000) -> Iterator[Session]:
    """The ways in and the work, looked at so often; seldom once three reps are done."""
    running = begun(script)
    for index, step in enumerate(script):
        if step.kind in (StepKind.ENTER, StepKind.WORK):
            often = min(step.ms, 3 * step.beat_ms) if step.reps else step.ms
            for ms in (*range(0, often, every), *range(often, step.ms, 7_000)):
                yield replace(running, index=index, elapsed=ms)


def told_by(session: Session) -> list[tuple[int, str]]:
    """When the voice is given a movement line in the step that is on, and which.

    A word of the pacer is none, even where the words are the same: "Breathe in.".
    """
    lines = lines_for(session, CONTENT)
    moves = {
        form
        for line in (*lines.moves, *lines.other_moves)
        for form in filter(None, (line.text, line.bare))
    }
    if session.step.kind is StepKind.WORK:
        moves -= {*lines.breaths, *lines.phases}
    given = score(session.script, session.index, lines)
    return [(g.at, g.cue.text) for g in given if isinstance(g.cue, Say) and g.cue.text in moves]


def breath_now(session: Session) -> Breath | None:
    beat = beat_at(session) if session.step.kind is StepKind.WORK else None
    return session.step.beats[beat[0]].breath if beat is not None else None


@pytest.mark.parametrize("pace", [Pace.WRITTEN, Pace.SLOWEST])
@every_form
def test_a_line_that_names_a_breath_is_never_on_during_the_other(
    day: int, exercise: str, version: Version, pace: Pace
) -> None:
    for session in moments(script_of(day, exercise, version, pace)):
        said, breath = stage_text(session, CONTENT), breath_now(session)
        if breath is not None:
            named = NAMED.findall(said.line) or ORDERED.findall(said.cue)
            assert breath.value in named or not named, (session.elapsed, said.line or said.cue)


@every_form
def test_the_line_on_the_stage_is_the_last_that_the_voice_was_given(
    day: int, exercise: str, version: Version
) -> None:
    """With the same breath of the rep before, where this one has nothing new to say."""
    script = script_of(day, exercise, version)
    told = [told_by(replace(begun(script), index=index)) for index in range(len(script))]
    for session in moments(script, 500):
        line, gone = stage_text(session, CONTENT).line, session.elapsed
        heard = [text for at, text in told[session.index] if at <= gone + AHEAD_MS]
        assert not line or any(text.endswith(line) for text in _turned(heard, session))
        now = [text for at, text in told[session.index] if at == gone]
        if now and session.step.kind is StepKind.WORK:
            assert line == now[0]


def _turned(told: list[str], session: Session) -> list[str]:
    """The same, and where sides take turns for the other one."""
    if not session.step.alternates:
        return told
    lines = lines_for(session, CONTENT)
    pairs = dict(zip(lines.moves, lines.other_moves, strict=True))
    other = {a.text: b.text for a, b in pairs.items()} | {b.text: a.text for a, b in pairs.items()}
    return told + [other.get(text, "") for text in told]


@pytest.mark.parametrize("pace", Pace)
@every_form
def test_in_a_hold_the_voice_never_orders_the_other_breath(
    day: int, exercise: str, version: Version, pace: Pace
) -> None:
    script = script_of(day, exercise, version, pace)
    for index, step in enumerate(script):
        if step.kind is not StepKind.WORK or step.reps:
            continue
        running = replace(begun(script), index=index)
        for given in score(script, index, lines_for(running, CONTENT)):
            text = given.cue.text if isinstance(given.cue, Say) else ""
            breath = breath_now(replace(running, elapsed=given.at))
            assert ORDERED.findall(text) in ([], [breath]), (given.at, text)


@every_form
def test_the_cue_on_the_stage_is_a_reminder_of_this_set(
    day: int, exercise: str, version: Version
) -> None:
    """The last that the voice has said, or before that the first one."""
    script = script_of(day, exercise, version)
    for session in moments(script):
        cue = stage_text(session, CONTENT).cue
        if cue:
            lines = lines_for(session, CONTENT)
            given = score(script, session.index, lines)
            every = [(g.at, g.cue.text) for g in given if isinstance(g.cue, Say)]
            said = [(at, t) for at, t in every if any(r.endswith(t) for r in lines.reminders)]
            heard = [t for at, t in said if at <= session.elapsed][-1:] or [t for _, t in said[:1]]
            assert not heard or cue.endswith(heard[0]) or heard[0].endswith(cue)


@every_form
def test_a_way_in_is_announced_as_the_voice_tells_it(
    day: int, exercise: str, version: Version
) -> None:
    script = script_of(day, exercise, version)
    for index, step in enumerate(script):
        if step.kind is StepKind.ENTER:
            session = replace(begun(script), index=index)
            assert step_said(session, CONTENT) == f"Move in. {told_by(session)[0][1]}"


@every_form
def test_whatever_the_voice_tells_of_a_movement_is_on_the_stage_too(
    day: int, exercise: str, version: Version
) -> None:
    script = script_of(day, exercise, version)
    heard: set[str] = set()
    read: set[str] = set()
    for session in moments(script):
        if not session.elapsed:
            heard |= {text for _, text in told_by(session)}
        read.add(stage_text(session, CONTENT).line)
    assert heard <= read


@every_form
def test_what_comes_before_the_movement_is_read_while_one_gets_ready(
    day: int, exercise: str, version: Version
) -> None:
    script = script_of(day, exercise, version)
    ready, lines = begun(script), lines_for(begun(script), CONTENT)
    read = stage_text(ready, CONTENT).lines.texts
    assert len(read) == len(lines.todo)
    assert [line for line in lines.todo if line not in read] in ([], [lines.todo[-1]])


def test_a_breath_before_the_movement_belongs_to_getting_ready() -> None:
    tilts = laid_out(1, "pelvic-tilts")
    before = "Breathe in. Let your back rest."
    assert stage_text(begun(tilts), CONTENT).lines.texts[-1] == before
    assert before not in stage_text(at(tilts, StepKind.WORK), CONTENT).lines.texts


def test_on_the_way_in_the_ring_says_what_the_voice_says() -> None:
    days = laid_out(1)
    for ms in (0, 1_900, 2_000, 5_900):
        session = at(days, StepKind.ENTER, ms)
        told = [text for since, text in told_by(session) if since <= ms]
        assert ring_face(session, CONTENT).line.replace("\n", " ") == told[-1]


def test_a_way_in_too_short_for_a_word_says_the_first_line() -> None:
    script = tuple(
        replace(step, ms=500) if step.kind is StepKind.ENTER else step for step in laid_out(1)
    )
    face = ring_face(at(script, StepKind.ENTER), CONTENT)
    assert face.line == "Breathe in.\nStay still."


def test_a_step_is_laid_out_once_however_often_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []

    def counted(script: Script, index: int, lines: Lines) -> tuple[Written, ...]:
        calls.append(index)
        return written(script, index, lines)

    monkeypatch.setattr(written_lines, "written", counted)
    script = laid_out(1, "cat-cow", rest_extra=15)
    for ms in range(0, 16_000, 100):
        stage_text(at(script, StepKind.WORK, ms), CONTENT)
    assert len(calls) == 1


def test_where_no_movement_is_on_no_line_is() -> None:
    assert line_now(at(laid_out(5, "walking"), StepKind.WORK), CONTENT) is None
