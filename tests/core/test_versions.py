"""The versions of an exercise: the same dose in another form, and every one has its words."""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec
import pytest

from backplan_gui.core.exercise import (
    Bouts,
    Breath,
    Exercise,
    Order,
    Place,
    TempoPhase,
    Variant,
    Version,
)
from backplan_gui.core.plan import Hold, Reps, Timed
from backplan_gui.core.texts import ExerciseText, VersionText, mirrored

from .test_content import DOSES, EXERCISES, TEXTS, WORDS

FORMS = {
    (name, version): exercise.form(version)
    for name, exercise in EXERCISES.items()
    for version in exercise.versions
}
OTHERS = [key for key in FORMS if key[1] is not Version.STANDARD]
REPS = [key for key in FORMS if isinstance(DOSES[key[0]], Reps)]
LONG = [name for name in EXERCISES if isinstance(DOSES[name], Timed)]
NO_HARDER = {"gentle-yoga", "walking"}
NO_FLOOR = {"bird-dog", "dead-bug", "glute-bridge", "pelvic-tilts", "plank", "side-plank"}

each_exercise = pytest.mark.parametrize("name", sorted(EXERCISES))
each_form = pytest.mark.parametrize("key", FORMS, ids=" ".join)
each_version = pytest.mark.parametrize("key", OTHERS, ids=" ".join)
each_rep = pytest.mark.parametrize("key", REPS, ids=" ".join)

LIFT = TempoPhase("lift", 2, Breath.OUT)
SLIDE = TempoPhase("slide", 5, Breath.OUT)
BRIDGE = Exercise(
    "bridge",
    Place.FLOOR,
    ("mat",),
    20,
    rest=45,
    order=Order.SET,
    phases=(LIFT,),
    optional_equipment=("pillow",),
    easier=Variant(),
    no_floor=Variant(
        place=Place.SITTING,
        equipment=("chair",),
        optional_equipment=(),
        rest=0,
        phases=(SLIDE,),
        bouts=Bouts(10, 5),
    ),
)


def words_of(key: tuple[str, Version]) -> VersionText:
    words = TEXTS[key[0]].version(key[1])
    assert words is not None
    return words


def lines_of(words: VersionText) -> Iterator[str]:
    yield from (*words.setup, *words.move, *words.cues)
    for segment in words.segments.values():
        yield segment.text


# --- what a version is ------------------------------------------------------------------


def test_a_version_changes_what_it_names_and_leaves_the_rest() -> None:
    sitting = BRIDGE.form(Version.NO_FLOOR)
    assert (sitting.place, sitting.equipment) == (Place.SITTING, ("chair",))
    assert (sitting.optional_equipment, sitting.rest, sitting.get_ready) == ((), 0, 20)
    assert (sitting.rep_ms, sitting.order, sitting.bouts) == (5_000, Order.SET, Bouts(10, 5))
    assert BRIDGE.rep_ms == 2_000


def test_a_version_that_names_nothing_is_done_like_the_standard_one() -> None:
    assert BRIDGE.form(Version.EASIER) == BRIDGE.form(Version.STANDARD) == BRIDGE


def test_a_version_that_is_not_there_cannot_be_asked_for() -> None:
    assert BRIDGE.versions == (Version.STANDARD, Version.EASIER, Version.NO_FLOOR)
    with pytest.raises(KeyError):
        BRIDGE.form(Version.HARDER)


@pytest.mark.parametrize(
    ("exercise", "way"),
    [
        (BRIDGE, Version.NO_FLOOR),
        (Exercise("a", Place.FLOOR, (), 5, easier=Variant(Place.SITTING)), Version.EASIER),
        (Exercise("a", Place.STANDING, (), 5, easier=Variant(Place.FLOOR)), Version.STANDARD),
        (Exercise("a", Place.STANDING, (), 5), Version.STANDARD),
        (Exercise("a", Place.FLOOR, (), 5, easier=Variant()), None),
    ],
)
def test_off_the_floor_is_its_own_version_then_the_easier_then_the_standard_one(
    exercise: Exercise, way: Version | None
) -> None:
    assert exercise.off_floor is way


def test_a_phase_is_called_what_its_version_calls_it_or_else_the_exercise() -> None:
    one = ("a",)
    easier = VersionText("A", "b", phases={"lift": "slide"})
    text = ExerciseText(
        *("A", "a", "a", "a", "a", one, one, "a", one, one),
        easier=easier,
        harder=VersionText("A", "b"),
        stop_if=one,
        take_care=(),
        phases={"lift": "lift", "lower": "lower"},
    )
    assert [text.version(version) for version in Version] == [None, easier, text.harder, None]
    versions = (Version.STANDARD, Version.EASIER, Version.HARDER, Version.NO_FLOOR)
    assert [text.phase("lift", v) for v in versions] == ["lift", "slide", "lift", "lift"]
    assert text.phase("lower", Version.EASIER) == "lower"


# --- the versions that ship -------------------------------------------------------------


@each_exercise
def test_every_exercise_is_easier_and_harder_where_the_content_says_so(name: str) -> None:
    harder = () if name in NO_HARDER else (Version.HARDER,)
    no_floor = (Version.NO_FLOOR,) if name in NO_FLOOR else ()
    assert EXERCISES[name].versions == (Version.STANDARD, Version.EASIER, *harder, *no_floor)


@each_exercise
def test_every_exercise_can_be_done_off_the_floor(name: str) -> None:
    way = EXERCISES[name].off_floor
    assert way is not None
    assert FORMS[name, way].place is not Place.FLOOR


@each_exercise
def test_only_an_exercise_whose_easier_version_is_on_the_floor_has_a_no_floor_one(
    name: str,
) -> None:
    on_the_floor = FORMS[name, Version.EASIER].place is Place.FLOOR
    assert on_the_floor == (EXERCISES[name].no_floor is not None)


@each_form
def test_the_sets_and_sides_are_those_of_the_standard_form(key: tuple[str, Version]) -> None:
    form, standard = FORMS[key], EXERCISES[key[0]]
    assert (form.id, form.order, form.segments, form.outside) == (
        standard.id,
        standard.order,
        standard.segments,
        standard.outside,
    )


@each_exercise
def test_a_version_names_only_what_differs(name: str) -> None:
    standard = EXERCISES[name]
    for variant in filter(None, (standard.easier, standard.harder, standard.no_floor)):
        named = {k: v for k, v in msgspec.structs.asdict(variant).items() if v is not None}
        assert [field for field, value in named.items() if getattr(standard, field) == value] == []


def test_the_held_positions_come_in_three_short_bouts_where_the_content_says_so() -> None:
    short = {key: form.bouts for key, form in FORMS.items() if form.bouts}
    assert sorted(short) == [
        (name, version)
        for name in ("plank", "side-plank")
        for version in (Version.EASIER, Version.NO_FLOOR)
    ]
    for (name, _), bouts in short.items():
        dose = DOSES[name]
        assert isinstance(dose, Hold)
        assert (dose.seconds // bouts.seconds, dose.seconds % bouts.seconds) == (3, 0)
        assert bouts.rest == 5


# --- tempo and breath -------------------------------------------------------------------

EFFORTS = {
    "round-up-cat",
    "press-down",
    "reach-away",
    "lift",
    "open",
    "close",
    "reach",
    "pull",
    "rise",
    "lean-back",
    "push-up-and-step-in",
}


@each_rep
def test_the_effort_of_every_rep_is_on_the_breath_out(key: tuple[str, Version]) -> None:
    efforts = [phase for phase in FORMS[key].phases if phase.id in EFFORTS]
    assert efforts
    assert {phase.breath for phase in efforts} == {Breath.OUT}


@each_form
def test_no_breath_is_shorter_than_two_seconds_or_longer_than_six(
    key: tuple[str, Version],
) -> None:
    phases = FORMS[key].phases
    begin = next((i for i, p in enumerate(phases) if p.breath is not phases[i - 1].breath), 0)
    around = [*phases[begin:], *phases[:begin]]
    breaths = [sum(p.seconds for p in run) for _, run in groupby(around, lambda p: p.breath)]
    assert all(2 <= seconds <= 6 for seconds in breaths)
    assert len(breaths) != 1


@each_rep
def test_a_rep_lasts_seven_to_ten_seconds_and_a_harder_one_at_most_fifteen(
    key: tuple[str, Version],
) -> None:
    longest = 15_000 if key[1] is Version.HARDER else 10_000
    assert 7_000 <= FORMS[key].rep_ms <= longest


HOLDS = {
    ("cat-cow", "pause-up"): 2,
    ("cat-cow", "pause-down"): 2,
    ("pelvic-tilts", "hold-lightly hold-on"): 5,
    ("dead-bug", "pause"): 3,
    ("glute-bridge", "hold"): 3,
    ("bird-dog", "hold hold-on"): 5,
    ("bodyweight-squats", "stay"): 3,
    ("upper-back-extensions", "hold hold-on"): 4,
}


@pytest.mark.parametrize(("name", "phases"), HOLDS)
def test_a_harder_rep_stays_as_long_as_its_words_say(name: str, phases: str) -> None:
    stays = [p.seconds for p in FORMS[name, Version.HARDER].phases if p.id in phases.split()]
    assert sum(stays) == HOLDS[name, phases]
    assert f"{HOLDS[name, phases]} s" in TEXTS[name].harder.text


# --- words ------------------------------------------------------------------------------


@each_version
def test_every_version_says_how_to_get_there_and_what_to_do(key: tuple[str, Version]) -> None:
    words = words_of(key)
    assert 3 <= len(words.move) <= 6
    assert len(words.setup) in ((0, 3, 4) if key[1] is Version.HARDER else (3, 4, 5))
    assert len(words.cues) in (0, 2, 3)


@each_form
def test_a_hold_ends_with_the_way_out_and_nothing_else_does(key: tuple[str, Version]) -> None:
    version = TEXTS[key[0]].version(key[1])
    move = version.move if version else TEXTS[key[0]].move
    ways_out = [line for line in move if line.startswith("When I say,")]
    assert ways_out == ([move[-1]] if isinstance(DOSES[key[0]], Hold) else [])


@each_version
def test_no_sentence_of_a_version_has_more_than_ten_words(key: tuple[str, Version]) -> None:
    sentences = [
        sentence for line in lines_of(words_of(key)) for sentence in re.split(r"(?<=[.?]) ", line)
    ]
    assert [sentence for sentence in sentences if len(sentence.split()) > 10] == []
    assert all(sentence.endswith((".", "?")) for sentence in sentences)


@each_exercise
def test_a_version_has_a_title_of_four_words_at_most(name: str) -> None:
    titles = [words.title for words in map(TEXTS[name].version, Version) if words]
    assert [title for title in titles if len(title.split()) > 4] == []
    assert len(set(titles)) == len(titles)


@each_version
def test_a_side_that_changes_is_named_before_the_move_begins(key: tuple[str, Version]) -> None:
    words, text = words_of(key), TEXTS[key[0]]
    lines = (*(words.setup or text.setup), *words.move)
    named = [line for line in lines if mirrored(line, WORDS) != line]
    assert named or FORMS[key].order is None


@pytest.mark.parametrize("name", LONG)
def test_every_row_of_a_long_activity_is_told_for_its_easier_version(name: str) -> None:
    assert set(TEXTS[name].easier.segments) == {segment.id for segment in EXERCISES[name].segments}


@pytest.mark.parametrize("name", ["foam-rolling", "gentle-yoga"])
def test_off_the_floor_nobody_is_sent_to_the_mat(name: str) -> None:
    text = " ".join(segment.text for segment in TEXTS[name].easier.segments.values())
    assert re.findall(r"\b(mat|lie|lying|roller|roll onto|floor)\b", text, re.IGNORECASE) == []


@each_rep
def test_a_phase_word_never_says_the_breath_again(key: tuple[str, Version]) -> None:
    said = [TEXTS[key[0]].phase(phase.id, key[1]) for phase in FORMS[key].phases]
    assert [word for word in said if "breath" in word] == []


def test_what_is_ours_alone_waits_for_a_clinician() -> None:
    waiting = [key for key in OTHERS if words_of(key).review]
    assert waiting == [(name, Version.NO_FLOOR) for name in ("dead-bug", "glute-bridge")]
