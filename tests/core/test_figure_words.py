"""What the figure shows, said in words: a sentence for every pose, short, plain and modest."""

import re

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.plays import Play, named, poses_from
from backplan_gui.core.texts import mirrored

BODY = resources.file("figure/body.json").read_bytes()
FILES = {file.stem: file.read_bytes() for file in resources.file("exercises").glob("*.json")}
BOOK = poses_from(BODY, FILES)
TEXT = resources.file("texts/en/figures.toml").read_bytes()
SENTENCES = msgspec.toml.decode(TEXT, type=dict[str, str])
WORDS = Content(resources.root()).words
LONGEST = 18
"""A sentence that is heard whole."""

AVOID = (
    # words of the trade (content/safety.md 7.2)
    r"supine|prone|lumbar|thoracic|flexion|extension|\bcore\b|engage|activat|neutral spine",
    r"contraindicat|hamstring|flexor|glute|abdominal|quadruped|scapula|pelvis|pelvic|torso",
    # words that frighten or blame (7.3), and claims (5.3)
    r"damage|fragile|unstable|\bweak|posture|correct|protect|never|\bmust\b|\bshould\b|\bfail|careful",
    r"relie(f|ve)|\bheal|\bcur(e|es|ed|ing)\b|\btreat|therap|\bpain|stretch(es|ing) the|safe",
    # the drawing in place of the body
    r"figure|picture|drawing|drawn person|seen from|view|camera|side view|arrow|beads|colou?r",
    r"[\u2013\u2014'\"!?;:]|\.\.|  ",
)


def poses_of(play: Play) -> set[str]:
    return {name for version in play.versions for name in named(play.form(version))}


def test_every_pose_has_a_sentence_and_none_is_left_over() -> None:
    assert len(SENTENCES) > 100
    assert sorted(SENTENCES) == sorted(BOOK.poses)


def test_no_sentence_is_longer_than_one_can_follow() -> None:
    assert [text for text in SENTENCES.values() if len(text.split()) > LONGEST] == []


def test_a_sentence_is_one_sentence() -> None:
    whole = re.compile(r"[A-Z][^.]*[^. ,]\.")
    assert [text for text in SENTENCES.values() if not whole.fullmatch(text)] == []


@pytest.mark.parametrize("pattern", AVOID)
def test_a_sentence_says_in_plain_words_what_the_body_does(pattern: str) -> None:
    found = [x for x in SENTENCES.values() if re.search(pattern, x, re.IGNORECASE)]
    assert found == []


def test_a_side_is_named_only_where_every_exercise_with_the_pose_has_sides() -> None:
    sided = {
        name
        for name in BOOK.poses
        if all(play.side for play in BOOK.plays.values() if name in poses_of(play))
    }
    naming = {name for name, text in SENTENCES.items() if mirrored(text, WORDS) != text}
    assert naming <= sided
    assert {"bird_dog_reach", "knee_hug", "step_on", "lying_twist"} <= naming


def test_the_other_turn_says_the_other_side() -> None:
    said = mirrored(SENTENCES["bird_dog_reach"], WORDS)
    assert said == (
        "On hands and knees, left arm reaching forward, right leg reaching back, back level."
    )
    for text in SENTENCES.values():
        assert mirrored(mirrored(text, WORDS), WORDS) == text


def test_two_poses_of_one_movement_are_told_apart() -> None:
    for play in BOOK.plays.values():
        for version in play.versions:
            names = set(named(play.form(version)))
            assert len({SENTENCES[name] for name in names}) == len(names), play.picture
