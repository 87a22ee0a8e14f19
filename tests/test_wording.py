"""Every word a person meets claims nothing, frightens and blames nobody, and is easy to read.

content/safety.md sections 5.3 and 7. Both checks read the words where they are written: the
content files, what the code hands to the translation, its plurals, and the README.
"""

import ast
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.exercise import Version
from backplan_gui.core.texts import ExerciseText, VersionText

from .readability import grade, sentences, syllables, words

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
CONTENT = Content(resources.root())
EXERCISES = {name: CONTENT.text(name) for name in CONTENT.exercises}
SIGNS = (CONTENT.safety.emergency, CONTENT.safety.checked, CONTENT.safety.ask)


class Said(NamedTuple):
    """A text and where it is written."""

    where: str
    text: str


def strings(value: Any) -> Iterator[str]:
    """Every text in a value of nested tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def translated(tree: ast.AST) -> Iterator[str]:
    """The texts handed to self.tr, _tr or translate; of translate the second is the text."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = {"tr": 0, "_tr": 0, "translate": 1}.get(name)
        if place is None or len(node.args) <= place:
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text.value


@cache
def in_content(folder: Path = RESOURCES) -> list[Said]:
    files = sorted(folder.rglob("*.toml"))
    return [
        Said(file.stem, text)
        for file in files
        for text in strings(tomllib.loads(file.read_text(encoding="utf-8")))
    ]


@cache
def in_code() -> list[Said]:
    files = sorted((ROOT / "backplan_gui").rglob("*.py"))
    said = [
        Said(file.name, text)
        for file in files
        for text in translated(ast.parse(file.read_text(encoding="utf-8")))
    ]
    plurals = ET.parse(resources.file("i18n/backplan_en.ts"))
    forms = [e.text for tag in ("source", "numerusform") for e in plurals.iter(tag) if e.text]
    return said + [Said("backplan_en.ts", form) for form in forms]


@cache
def in_readme() -> list[Said]:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return [Said("README.md", line) for line in lines]


# --- claims, and words that frighten or blame ---------------------------------------------

CLAIMS = [
    (r"\bstop(s|ped|ping)? (the |your |muscle |back )*(spasm|pain)", "stop muscle spasms"),
    (r"\bcur(e|es|ed|ing)\b", "cure muscle spasms"),
    (r"\bfix(es|ed|ing)? (the|your|my|a|any|it|muscle|back|pain)\b", "fix muscle spasms"),
    (r"\bheal(s|ed|ing)?\b", "heal muscle spasms"),
    (r"\btreat(s|ed|ing|ment|ments)?\b", "treat muscle spasms; treatment"),
    (r"(?<!took pain )(?<!with pain )\brelief\b|\breliev", "relieves pain; lasting relief"),
    (r"\bpain[- ]free\b", "pain-free in 7 days"),
    (r"\bprevent(s|ed|ing|ion)?\b|\bflare-?ups?\b", "prevents future spasms; flare-ups"),
    (r"\bclinically\b|\bproven\b|-approved\b|-designed\b", "physiotherapist-designed"),
    (r"\byou(.ll| will) (notice|feel)\b|\bsignificant", "you will notice a reduction in pain"),
    (r"\bdiagnos|\bassess|\btriag|\bmonitor(s|ed|ing)?\b", "assess; monitor your condition"),
    (r"\bscreening\b|\bscreens? (you|your|people)\b", "screen your back"),
    (r"\brisks?\b|\bscor(e|es|ed|ing)\b", "risk score"),
    (r"\btherap(y|ies)\b|\brehab|\bprescri", "rehabilitation programme, prescription"),
    (r"\bpatients?\b|\bdos(e|es|age)\b", "patient, dose"),
    (r"\bsafe for\b|\bside effects?\b|\bcleared\b", "safe for everyone"),
    (r"\bposture\b|\brealign", "corrects posture, realigns"),
    (r"\breleas\w+ (a |the |your )?(nerve|muscle|tension)", "releases nerves"),
    (r"\bweak core\b|\bout of place\b", "weak core, out of place"),
]
UNKIND = [
    (r"\bdamag", "damage"),
    (r"\bwear and tear\b|\bslipped disc\b", "wear and tear, slipped disc"),
    (r"\bunstable\b|\bfragile\b|\bcrush", "unstable, fragile, crushed"),
    (r"\bweak (back|spine|core|trunk|muscle|side|leg)|\b(is|are|too) weak\b", "your back is weak"),
    (r"\bimbalance|\byou caused\b|\byour (own )?fault\b", "muscle imbalance, you caused it"),
    (r"\bprotect(s|ing)? your\b|\bnever bend\b|\bcareful or\b", "be careful or you will"),
    (r"\bfail|\bmissed\b|\bincomplete\b|\bstreaks?\b", "failed, missed, broken streak"),
    (r"\bno gain\b|\bpush through (the |your |any )?(pain|it)\b|\bthe burn\b", "push through pain"),
    (r"\bsuffer|\bvictim", "suffering from, victim of"),
    (r"\bnormal people\b|\bable-bodied\b|\belderly\b|\bgirls?\b|\bguys?\b", "normal people, girls"),
    (r"\bladies|\bman up\b", "ladies’ push-up"),
    (r"\b(bad|good) (side|leg|knee|hip|arm|shoulder)\b", "your bad side"),
]
TRADE = [
    (r"\bsupine\b|\bprone\b|\blumbar\b|\bthoracic\b", "prone, thoracic"),
    (r"\bflexion\b|\bcore\b|\bengag|\bactivat", "engage your core"),
    (r"\bneutral spine\b|\bcontraindicat", "neutral spine"),
    (r"\biliopsoas\b|\bquadratus\b|\babdominal|\bproximal\b|\bdistal\b", "abdominal wall"),
]
"""What only people of the trade know (7.2); the README speaks to them too."""
MARKS = [
    (r"\[S?\d|general knowledge", "as shown [S30]"),
    (r"[\u2013\u2014\u00d7'\"]|\.\.\.", "Don't"),
    (r"!|  ", "Well done!"),
]
"""Marks of a draft, and signs that are not used (design-system.md section 13)."""
STUMBLED = [
    (r"\bwhatever the number\b", "stop, whatever the number, where none is asked"),
    (r"(?<!use )\bwarmth if\b", "walk gently, warmth if you like it"),
    (r"\bsaid you go\b", "you said you go gently"),
    (r"\bshall go too\b|\bmade by itself\b", "if they shall go too"),
    (r"\bthe way without\b|\bno two numbers\b", "the way without what is missing"),
    (r"\bmoved gently\b", "you moved gently for twelve minutes, rests and all"),
]
"""What people who tried it stumbled over."""
EXCEPT = {
    "7 Days to Stop Muscle Spasms: The Ultimate Back Pain Workout Plan": "the plan's own name",
    "Gentle Stretching for Immediate Relief": "the title of a day",
    "Light Core Engagement to Stabilize the Spine": "the title of a day",
    "Strengthening Key Muscles for Long-Term Relief": "the title of a day",
    "Full-Body Integration and Prevention": "the title of a day",
    "Activate core muscles to support the back": "the goal of a day, as the source plan has it",
    "Gentle core": "the short title of a day",
    "Thoracic Rotations": "the name of an exercise in the source plan",
    "It does not find, treat or prevent any illness or injury.": "what the app does not (5.4)",
    "does not diagnose, treat, monitor, predict or prevent": "the same in the formal statement",
    "no scores, no streaks, no diagnosis": "the same in the README",
    "exits 0 or says what failed": "of the program, not of a person",
    "abdominal aortic aneurysm": "the title of a source",
}
"""Passages that are left out, and why."""

EVERYWHERE = [*CLAIMS, *UNKIND]
SHOWN = [*TRADE, *MARKS, *STUMBLED]


def found(pattern: str, said: Iterable[Said]) -> list[str]:
    """Where a pattern stands outside of the named exceptions."""
    offenders = []
    for where, text in said:
        rest = text
        for passage in EXCEPT:
            rest = rest.replace(passage, "-")
        if re.search(pattern, rest, re.IGNORECASE):
            offenders.append(f"{where}: {text.strip()}")
    return offenders


def test_every_kind_of_place_is_looked_at() -> None:
    content = {said.text for said in in_content()}
    assert EXERCISES["plank"].take_care[0].text in content
    assert CONTENT.safety.ask.signs[0].details[0] in content
    code = {said.text for said in in_code()}
    assert {"Emergency numbers", "Breathe out slowly", "You did what was right today."} <= code
    assert any("minutes" in text for where, text in in_code() if where == "backplan_en.ts")
    assert any("not a medical device" in said.text for said in in_readme())


@pytest.mark.parametrize(("pattern", "example"), [*EVERYWHERE, *SHOWN])
def test_each_pattern_catches_what_it_is_there_for(pattern: str, example: str) -> None:
    assert found(pattern, [Said("", f"This is {example} here")])


@pytest.mark.parametrize(("pattern", "example"), EVERYWHERE)
def test_nothing_claims_frightens_or_blames(pattern: str, example: str) -> None:
    offenders = found(pattern, [*in_content(), *in_code(), *in_readme()])
    assert not offenders, "\n".join([f"as in “{example}”:", *offenders])


@pytest.mark.parametrize(("pattern", "example"), SHOWN)
def test_no_text_lectures_or_shows_a_mark_of_the_draft(pattern: str, example: str) -> None:
    offenders = found(pattern, [*in_content(RESOURCES / "texts"), *in_code()])
    assert not offenders, "\n".join([f"as in “{example}”:", *offenders])


@pytest.mark.parametrize("passage", EXCEPT)
def test_an_exception_is_there_and_is_needed(passage: str) -> None:
    everything = [*in_content(), *in_code(), *in_readme()]
    assert any(passage in said.text for said in everything)
    patterns = [pattern for pattern, _ in [*EVERYWHERE, *SHOWN]]
    assert any(re.search(pattern, passage, re.IGNORECASE) for pattern in patterns)


@pytest.mark.parametrize(
    "instead",
    [
        "a gentle 7-day movement plan for your back",
        "many people find gentle movement comfortable",
        "helps you build a habit of regular movement",
        "based on a public exercise plan; sources listed",
        "everyone is different; you can see your own numbers",
        "check the warning signs; note how you feel",
        "plan, session, exercises, you, sets and reps",
        "stop if it does not feel right; ask a professional if unsure",
        "sensitive, stiff, sore, easily irritated, can get stronger",
        "did what was right today, waiting for you, next time",
        "your sore side / more comfortable side",
    ],
)
def test_what_to_write_instead_is_let_through(instead: str) -> None:
    assert [p for p, _ in EVERYWHERE if found(p, [Said("", instead)])] == []


def test_the_plans_name_stands_only_in_its_own_place() -> None:
    assert CONTENT.plan_text.name.startswith("7 Days to Stop Muscle Spasms")
    everywhere = [*in_content(), *in_code(), *in_readme()]
    assert [said.text for said in everywhere if "Ultimate" in said.text] == [CONTENT.plan_text.name]


# --- how hard it is to read ---------------------------------------------------------------

ALONE = 7
"""Words a line must have to be graded on its own; in a shorter one, one syllable more moves
the grade by two or more, so it is graded with its neighbours only."""
NAMES = {
    "arthritis",
    "diabetes",
    "glaucoma",
    "immune",
    "inflammation",
    "inflammatory",
    "maternity",
    "osteoporosis",
    "psoriasis",
    "reflux",
    "scoliosis",
    "spondylolisthesis",
    "stenosis",
    "steroid",
    "varicose",
    "vertebra",
    "vertigo",
}
"""Who has it knows its name, and a plainer word would be another thing."""
Block = tuple[str, tuple[str, ...]]
"""A name and lines that are read together."""


def versions(name: str, text: ExerciseText) -> Iterator[tuple[str, VersionText | ExerciseText]]:
    """The words of an exercise in every version it has words for."""
    yield name, text
    for version in Version:
        if (own := text.version(version)) is not None:
            yield f"{name} {version}", own


def spoken() -> Iterator[Block]:
    """All that is said: set-up, movement, cues, segments, and how to get down and up."""
    for name, text in EXERCISES.items():
        for where, own in versions(name, text):
            for lines in (own.setup, own.move, own.cues):
                yield where, lines
            for segment in own.segments.values():
                yield where, (segment.text,)
    for where, floor in CONTENT.plan_text.floor.items():
        yield where, floor.lines


def safety() -> Iterator[Block]:
    """The pages about safety, the disclaimer, the tips, the reasons to stop."""
    safe = CONTENT.safety
    yield "purpose", (safe.purpose,)
    yield "disclaimer", safe.disclaimer
    for group in SIGNS:
        texts = tuple(sign.text for sign in group.signs)
        yield group.title, (safe.question, safe.intro, group.title, group.text, *texts)
    yield (
        "emergency",
        (
            safe.emergency_title,
            safe.emergency_text,
            safe.emergency_note,
            safe.numbers_note,
        ),
    )
    checked = safe.checked_title, safe.checked_text, safe.checked_block
    yield "get checked", (*checked, safe.checked_tick)
    yield "ask", (safe.ask_title, safe.ask_text, safe.ask_tick)
    yield "stop", safe.stop_lines
    for tip in CONTENT.plan_text.tips.values():
        yield tip.title, (tip.text,)
    for name, text in EXERCISES.items():
        yield f"{name}, stop if", text.stop_if


def on_demand() -> Iterator[Block]:
    """What is behind "more", on the pages about an exercise and on the about page."""
    for group in SIGNS:
        for sign in group.signs:
            yield sign.id, sign.details
    for part in CONTENT.plan_text.about:
        yield "about", (part.title, part.text)
    for day in CONTENT.plan_text.days:
        yield "day", (day.why,)
    for name, text in EXERCISES.items():
        yield f"{name}, take care", tuple(care.text for care in text.take_care)
        yield f"{name}, mistakes", text.mistakes
        yield name, (text.aim, text.muscles, text.start, text.breathing)
        yield f"{name}, versions", tuple(own.text for own in map(text.version, Version) if own)


def alone(blocks: Iterable[Block]) -> Iterator[Block]:
    """The lines that are long enough to be graded on their own."""
    for where, lines in blocks:
        for line in lines:
            if len(words(line)) >= ALONE:
                yield where, (line,)


def too_hard(blocks: Iterable[Block], limit: float, names: Collection[str] = ()) -> list[str]:
    """What is above a grade, the worst first."""
    graded = [(grade(lines, names), where, " ".join(lines)) for where, lines in blocks if lines]
    return [f"{g} {where}: {text}" for g, where, text in sorted(graded, reverse=True) if g > limit]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "pain breathe knees walked shoes squeezed calves 8 thighs times"),
        (2, "belly shoulder buttocks muscles people lying quiet gentle movement cushion 16 every"),
        (3, "exercise surgeries usual easier clinician forearm-deep trying-on 911 everyone"),
        (4, "emergency’s usually diabetes operation temperature comfortable immediate"),
        (6, "osteoporosis spondylolisthesis physiotherapist"),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(count: int, said: str) -> None:
    assert {word: syllables(word) for word in said.split()} == dict.fromkeys(said.split(), count)


def test_sentences_end_where_a_breath_is_taken() -> None:
    said = "Sit tall. Is it sore? Stop: rest; breathe\nHold 0.5 m (or so.) Go"
    parts = ["Sit tall", "Is it sore", "Stop", "rest", "breathe", "Hold 0.5 m (or so", "Go"]
    assert sentences(said) == parts


def test_the_grade_agrees_with_what_was_measured_elsewhere() -> None:
    """safety.md 5.4 and 5.5: the formal text about 13, the disclaimer about 5."""
    (formal,) = [said.text for said in in_code() if "does not diagnose" in said.text]
    assert 12 <= grade([formal]) <= 14
    assert 4 <= grade(CONTENT.safety.disclaimer) <= 6
    assert grade(["A name like osteoporosis."], {"osteoporosis"}) == grade(["A name like."])


def test_spoken_lines_have_grade_4_at_most() -> None:
    hard = too_hard([*spoken(), *alone(spoken())], 4)
    assert not hard, "\n".join(hard)


@pytest.mark.parametrize("name", EXERCISES)
def test_spoken_sentences_have_ten_words_at_most_and_six_on_average(name: str) -> None:
    blocks = [lines for where, lines in spoken() if where.split()[0] == name]
    counts = {s: len(words(s)) for lines in blocks for line in lines for s in sentences(line)}
    assert [sentence for sentence, count in counts.items() if count > 10] == []
    assert fmean(counts.values()) <= 6


def test_pages_about_safety_have_grade_6_at_most() -> None:
    hard = too_hard(safety(), 6)
    assert not hard, "\n".join(hard)


def test_no_line_to_tick_is_above_grade_8() -> None:
    signs = [(sign.id, (sign.text,)) for group in SIGNS for sign in group.signs]
    hard = too_hard(alone(signs), 8, NAMES)
    assert not hard, "\n".join(hard)


def test_what_is_read_on_demand_has_grade_9_at_most() -> None:
    hard = too_hard([*on_demand(), *alone(on_demand())], 9, NAMES)
    assert not hard, "\n".join(hard)


def test_what_the_pages_say_has_grade_8_at_most() -> None:
    said = [s for s in in_code() if "does not diagnose" not in s.text]
    plain = [(where, (text,)) for where, text in said if "\n" not in text]
    hard = too_hard(alone(plain), 8)
    assert not hard, "\n".join(hard)


def test_lists_of_sources_have_grade_9_at_most_besides_their_names() -> None:
    lists = [said for said in in_code() if "\n" in said.text]
    assert {said.where for said in lists} == {"about_page.py"}
    names = {word.lower() for said in lists for word in words(said.text) if not word.islower()}
    hard = too_hard([(where, (text,)) for where, text in lists], 9, names)
    assert not hard, "\n".join(hard)


def test_what_is_too_hard_is_told_worst_first() -> None:
    hard = "Osteoporosis necessitates circumspection."
    blocks = [("a", ("Go slowly, and stop if it is sore.",)), ("b", (hard,)), ("c", (hard * 2,))]
    assert [line.split()[1] for line in too_hard(blocks, 6)] == ["c:", "b:"]


# --- buttons and headings -----------------------------------------------------------------


def button_words() -> Iterator[Said]:
    """The words that a button is made with."""
    for file in sorted((ROOT / "backplan_gui" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name.endswith("Button"):
                yield from (Said(file.name, text) for text in translated(node))


def heading_words() -> Iterator[Said]:
    """Titles of groups, tips and the about page; other titles are names of exercises."""
    yield from (Said("signs", group.title) for group in SIGNS)
    for tip in CONTENT.plan_text.tips.values():
        yield Said("tips", tip.title.removeprefix("Tip: "))
    yield from (Said("about", part.title) for part in CONTENT.plan_text.about)
    yield from (Said("days", day.short) for day in CONTENT.plan_text.days)


def test_buttons_and_headings_have_four_words_at_most() -> None:
    buttons = list(button_words())
    assert "Count it as done" in {said.text for said in buttons}
    said = [*buttons, *heading_words()]
    assert [s for s in said if len(words(s.text)) > 4] == []
