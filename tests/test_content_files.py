"""Content from disk: all of it fits together, and a damaged file is named with its fault."""

import re
import shutil
from pathlib import Path

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.plan import PlanError, Side
from backplan_gui.core.script import script_for
from backplan_gui.core.settings import Pace, Settings
from backplan_gui.ui.widgets.figure_view import figures


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy that may be damaged."""
    for folder in ("plans", "exercises", "texts"):
        shutil.copytree(resources.root() / folder, tmp_path / folder)
    return tmp_path


def test_the_minutes_are_those_promised() -> None:
    content = Content(resources.root())
    minutes = [content.minutes(day, Settings()) for day in content.plan.days]
    assert minutes == [(12, 12), (18, 18), (22, 22), (17, 17), (44, 59), (16, 16), (17, 17)]


def test_a_slower_pace_makes_days_longer() -> None:
    content = Content(resources.root())
    slow = content.minutes(content.plan.day(1), Settings(pace=Pace.SLOWEST))
    assert slow > content.minutes(content.plan.day(1), Settings())


def test_every_pose_has_a_sentence_for_either_side() -> None:
    content = Content(resources.root())
    for pose in figures().poses:
        left, right = (content.figure(pose, side) for side in Side)
        assert left == content.figure(pose, None)
        assert left.endswith(".")
        assert (left == right) is (re.search(r"\b(left|right)\b", left.lower()) is None)
    assert content.figure("bird_dog_reach", Side.RIGHT).startswith(
        "On hands and knees, left arm reaching forward, right leg reaching back"
    )
    with pytest.raises(KeyError):
        content.figure("handstand", None)


def test_the_figures_words_are_read_when_they_are_first_wanted(root: Path) -> None:
    file = root / "texts" / "en" / "figures.toml"
    file.write_text('standing = "Standing tall."\nsitting = 3\n', encoding="utf-8")
    content = Content(root)
    with pytest.raises(PlanError, match=r"^the figure's words: "):
        content.figure("standing", None)
    file.unlink()
    with pytest.raises(PlanError, match=r"figures\.toml: cannot be read"):
        Content(root).figure("standing", None)


def test_every_text_fits_its_exercise(root: Path) -> None:
    content = Content(root)
    for name in content.exercises:
        assert content.text(name) is content.text(name)
    assert content.plan_text.days
    assert content.safety.emergency.signs
    assert content.words.mirror


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        (
            "plans/seven_days.toml",
            'exercise = "glute-bridge"\ndose = { kind = "reps", count = 12',
            'exercise = "glute-bridge"\ndose = { kind = "hold", seconds = 9999',
            "day 2, exercise 2: hold must be 1 to 600 seconds",
        ),
        (
            "plans/seven_days.toml",
            '"cat-cow"',
            '"cat-dog"',
            "cat-dog.toml: cannot be read: No such file or directory",
        ),
        ("exercises/plank.toml", 'place = "floor"', 'place = "moon"', "plank"),
        (
            "exercises/plank.toml",
            "bouts",
            "parts",
            "plank, easier version: parts is not known here",
        ),
        ("texts/en/safety.toml", "question", "questions", "the safety words"),
    ],
)
def test_a_damaged_file_is_named_with_its_fault(
    root: Path, file: str, before: str, after: str, sentence: str
) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(PlanError) as told:
        assert Content(root).safety.emergency.signs
    assert str(told.value).startswith(sentence)


def test_the_comfortable_side_first_swaps_the_segments_and_their_words() -> None:
    content = Content(resources.root())
    day = content.plan.day(5)

    def titles(first: Side) -> list[str]:
        script = script_for(
            day, content.exercises, Settings(first_side=first), only="gentle-yoga", minutes=15
        )
        return [content.segment(step).title for step in script if step.segment]

    left, right = titles(Side.LEFT), titles(Side.RIGHT)
    assert left.index("Knee to chest, left") < left.index("Knee to chest, right")
    assert right.index("Knee to chest, right") < right.index("Knee to chest, left")
    assert len(left) == len(right)
    rest = [(a, b) for a, b in zip(left, right, strict=True) if a == b]
    assert len(rest) > len(left) // 2
