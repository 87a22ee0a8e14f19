"""A day with the sound off: what a listener hears, somebody who looks can read."""

from pathlib import Path

import pytest

from backplan_gui import resources, words
from backplan_gui.content import Content
from backplan_gui.core.script import Step, StepKind
from backplan_gui.core.session import Session
from backplan_gui.core.shown import reps_done
from backplan_gui.core.written import written
from backplan_gui.ui.step_lines import cues, setup_lines
from backplan_gui.ui.voice_words import lines_for
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.label import Label
from tests.app import Person, somebody

pytestmark = pytest.mark.usefixtures("qapp")

LOOK_MS = 500


class Reader:
    """Somebody who looks at the player twice a second, and what they read in each step."""

    def __init__(self, person: Person, content: Content) -> None:
        self._person, self._content = person, content
        (self._ring,) = person.app.window.findChildren(CountdownRing)
        self.steps: list[tuple[Step, Session]] = []
        self.read: list[list[str]] = []
        self.turns: list[tuple[int, list[str]]] = []
        """Where sides take turns: the number of the movement, and what is read just then."""

    def follow(self) -> None:
        """To the end of the session."""
        person, index = self._person, -1
        while person.app.runner.session is not None:
            session = person.session
            if session.index != index:
                index = session.index
                self.steps.append((session.step, session))
                self.read.append([])
            seen = self.seen()
            self.read[-1] += seen
            if session.step.alternates and session.step.kind is StepKind.WORK:
                self.turns.append((reps_done(session), seen))
            person.wait(LOOK_MS)

    def seen(self) -> list[str]:
        labels = self._person.app.window.findChildren(Label)
        face = self._ring.face
        ring = [face.word, face.digits, face.unit, face.note, face.line]
        return [*(label.text() for label in labels if label.isVisible()), *ring]


def _assert_readable(step: Step, read: list[str], content: Content) -> None:
    """Exercise, side, set, start, count, end, rest and next are all there to be read."""
    text, whole = content.text(step.exercise), "\n".join(read)
    match step.kind:
        case StepKind.READY:
            assert text.name in whole
            assert f"et 1 of {step.sets}" in whole
            assert all(line in whole for line in setup_lines(step, content))
            assert {"3", "2", "1"} <= set(read)
            assert words.kind(step) in read
        case StepKind.WORK if step.reps:
            each = step.reps // 2 if step.alternates else step.reps
            assert {str(n) for n in range(1, each + 1)} <= set(read)
            assert f"of {each}" in read
            assert any(cue in read for cue in cues(step, content))
        case StepKind.WORK:
            assert "Hold" in read
            assert {"1", "2", "3", str(step.ms // 1000)} <= set(read)
        case StepKind.SWITCH:
            assert step.side is not None
            assert f"Now the {words.side(step.side)} {text.limb}" in read
            assert words.kind(step) in read
        case StepKind.REST if step.part == 1:
            assert "Rest" in read
            assert "Up next" in whole
            assert text.name in whole
            assert f"et {step.set_no} of {step.sets}" in whole
            assert str(step.ms // 1000) in read
        case StepKind.LEAVE:
            assert words.kind(step) in read
        case _:
            assert whole


def _told(session: Session, content: Content) -> set[str]:
    """The lines of the movement that a voice would be given in the step that is on."""
    lines = lines_for(session, content)
    return {one.text for one in written(session.script, session.index, lines)}


def test_all_of_day_four_can_be_done_with_the_sound_off(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.start(4)
        person.have_no_signs()
        content = Content(resources.root())
        reader = Reader(person, content)
        reader.follow()
        assert len(reader.steps) > 20
        for (step, session), read in zip(reader.steps, reader.read, strict=True):
            _assert_readable(step, read, content)
            assert _told(session, content) <= set(read)
        assert {done for done, _ in reader.turns} == set(range(20))
        for done, read in reader.turns:
            assert (("Left, rep", "Right, rep")[done % 2]) in read
            assert str(done // 2 + 1) in read
            assert f"left {(done + 1) // 2} · right {done // 2}" in read
        assert person.page == "finish"
        assert "Day 4 is done." in reader.seen()
        assert any("That counts." in line for line in reader.seen())
