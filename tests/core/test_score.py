"""When in a step which cue is given: by tables, and by what holds for every script."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backplan_gui.core.cues import COUNT_MS, Chime, Lines, MoveLine, Say, said_ms
from backplan_gui.core.exercise import Breath
from backplan_gui.core.movement import before_moving
from backplan_gui.core.plan import Side
from backplan_gui.core.score import score
from backplan_gui.core.script import Beat, Script, Step, StepKind
from backplan_gui.core.sounds import Sound
from backplan_gui.core.track import Given
from tests import strategies

IN, OUT = Breath.IN, Breath.OUT
COUNT = ("Three.", "Two.", "One.")
PACER = (Beat("in", 4_000, IN), Beat("out", 6_000, OUT))
TEMPO = (Beat("lift", 3_000, OUT), Beat("lower", 4_000, IN), Beat("wait", 1_000, IN))
MOVES = (
    MoveLine("Breathe out. Lift your hips.", OUT),
    MoveLine("Stop when it pulls."),
    MoveLine("Breathe in. Lower slowly.", IN),
    MoveLine("Let your back rest."),
)


def step(kind: StepKind, seconds: int, **changes: object) -> Step:
    return replace(Step(kind, 1_000 * seconds, "glute-bridge", 1, 1, 2), **changes)


def said(cues: tuple[Given, ...]) -> dict[int, str]:
    """Seconds and sentences."""
    found = {g.at: g.cue.text for g in cues if isinstance(g.cue, Say)}
    assert all(at % 1000 == 0 for at in found)
    return {at // 1000: text for at, text in found.items()}


def sounded(cues: tuple[Given, ...], *sounds: Sound) -> list[tuple[int, Sound]]:
    """Seconds and sounds; only these, if any are named."""
    every = [(g.at // 1000, g.cue.sound) for g in cues if isinstance(g.cue, Chime)]
    return [(at, sound) for at, sound in every if not sounds or sound in sounds]


# Getting ready, and between


def test_name_and_side_come_first_then_each_line_with_time_to_do_it() -> None:
    lines = Lines(
        now=("Bird Dog.", "Set 1 of 2, 10 slow reps."),
        todo=("Come to hands and knees.", "Look at the floor."),
        countdown=COUNT,
    )
    cues = score((step(StepKind.READY, 20),), 0, lines)
    assert said(cues) == {
        0: "Bird Dog.",
        1: "Set 1 of 2, 10 slow reps.",
        4: "Come to hands and knees.",
        9: "Look at the floor.",
        17: "Three.",
        18: "Two.",
        19: "One.",
    }
    assert sounded(cues) == [(17, Sound.TICK), (18, Sound.TICK), (19, Sound.TICK)]


def test_what_has_no_time_is_left_out_and_the_count_is_kept() -> None:
    lines = Lines(now=("Bird Dog.",), todo=("Come to hands and knees.",) * 3, countdown=COUNT)
    cues = score((step(StepKind.READY, 10),), 0, lines)
    assert list(said(cues).values()) == ["Bird Dog.", "Come to hands and knees.", *COUNT]


def test_a_rest_is_named_and_what_comes_next_ends_before_the_count() -> None:
    lines = Lines(now=("Rest, 15 seconds.",), next="Next, Bird Dog, set 2 of 2.", countdown=COUNT)
    script = (step(StepKind.LEAVE, 3), step(StepKind.REST, 15))
    cues = score(script, 1, lines)
    assert said(cues) == {
        0: "Rest, 15 seconds.",
        9: "Next, Bird Dog, set 2 of 2.",
        **dict(zip((12, 13, 14), COUNT, strict=True)),
    }
    assert sounded(cues, Sound.REST) == [(0, Sound.REST)]


def test_work_that_has_no_way_out_ends_with_a_sound_before_the_next() -> None:
    script = (step(StepKind.WORK, 80, reps=10, beats=TEMPO), step(StepKind.REST, 15))
    cues = score(script, 1, Lines(now=("Rest, 15 seconds.",)))
    assert sounded(cues)[:2] == [(0, Sound.END), (1, Sound.REST)]
    assert said(cues)[1] == "Rest, 15 seconds."


def test_the_other_side_is_told_with_what_to_change() -> None:
    lines = Lines(
        now=("Switch sides. Now the right leg.",), todo=("Step your right foot back.",),
        countdown=COUNT,
    )  # fmt: skip
    cues = score((step(StepKind.LEAVE, 3), step(StepKind.SWITCH, 10)), 1, lines)
    assert [said(cues)[at] for at in (0, 3)] == [lines.now[0], lines.todo[0]]
    assert sounded(cues, Sound.SWITCH_SIDES) == [(0, Sound.SWITCH_SIDES)]


def test_how_to_lie_or_stand_for_the_other_side_comes_before_the_spoken_count() -> None:
    now = ("Switch sides. Now the right side.", "Stand with your right side to a wall.")
    cues = score(
        (step(StepKind.LEAVE, 3), step(StepKind.SWITCH, 8)), 1, Lines(now, countdown=COUNT)
    )
    assert said(cues) == {0: now[0], 3: now[1], 7: "One."}
    assert [at for at, _ in sounded(cues, Sound.TICK)] == [5, 6, 7]


def test_in_a_very_short_rest_the_sentence_may_last_to_its_end() -> None:
    script = (step(StepKind.WORK, 10), step(StepKind.REST, 5, part=2))
    cues = score(script, 1, Lines(now=("Rest, then hold 10 seconds.",), countdown=COUNT))
    assert said(cues) == {1: "Rest, then hold 10 seconds."} | {4: "One."}
    assert len(sounded(cues, Sound.TICK)) == 3


def test_a_line_of_the_way_to_the_floor_is_said_at_once() -> None:
    script = (step(StepKind.READY, 6, help="getting-down"),)
    assert said(score(script, 0, Lines(todo=("Hold the seat.",)))) == {0: "Hold the seat."}


# Holds

HOLD = Lines(
    moves=(
        MoveLine("Breathe in. Stay still.", IN),
        MoveLine("Breathe out. Slide your hips back toward your heels.", OUT),
        MoveLine("Walk your hands forward."),
        MoveLine("Rest your forehead on the mat, or on your fists."),
        MoveLine("Let your back feel heavy. Keep breathing."),
    ),
    begin="Hold.",
    breaths=("Breathe in.", "Breathe out."),
    reminders=("Breathe into your back.", "Let your hips get heavy.", "Soften your jaw."),
    halfway="Halfway.",
    countdown=COUNT,
)
SET = (step(StepKind.ENTER, 6), step(StepKind.WORK, 30, beats=PACER), step(StepKind.LEAVE, 6))
THREE_SETS = SET + SET + SET


def test_the_lines_of_a_movement_begin_with_the_way_in() -> None:
    assert said(score(THREE_SETS, 0, HOLD)) == {
        0: "Breathe in. Stay still.",
        2: "Breathe out. Slide your hips back toward your heels.",
    }


LIFT = replace(
    HOLD,
    moves=(
        MoveLine("Breathe in.", IN),
        MoveLine(
            "Breathe out. Lift your hips into one line.", OUT, "Lift your hips into one line."
        ),
        MoveLine("Squeeze your buttocks gently."),
    ),
)


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [
        (5, ["Breathe in.", "Breathe out. Lift your hips into one line."]),
        (4, ["Breathe out. Lift your hips into one line."]),
        (3, ["Lift your hips into one line."]),
    ],
)
def test_what_gets_one_into_a_hold_comes_before_a_breath_that_finds_no_time(
    seconds: int, texts: list[str]
) -> None:
    script = (step(StepKind.ENTER, seconds), step(StepKind.WORK, 30, beats=PACER))
    assert list(said(score(script, 0, LIFT)).values()) == texts
    assert said(score(script, 1, LIFT))[1] == "Squeeze your buttocks gently."


def test_a_way_in_too_short_for_words_leaves_all_of_them_to_the_hold_and_its_breath() -> None:
    script = (step(StepKind.ENTER, 2), step(StepKind.WORK, 30, beats=PACER))
    moves = LIFT.moves[1:]
    assert said(score(script, 0, replace(LIFT, moves=moves))) == {}
    hold = said(score(script, 1, replace(LIFT, moves=moves)))
    assert (hold[1], hold[4]) == ("Breathe in.", moves[0].text)


KNEE = replace(
    HOLD,
    moves=(
        MoveLine("Breathe out. Draw the knee up.", OUT, "Draw the knee up."),
        MoveLine("Stop when the front of the hip stretches."),
        MoveLine("Stay tall."),
    ),
)


def test_a_line_of_a_hold_waits_for_the_breath_that_it_names() -> None:
    """What is begun in ten seconds is said to its end, the next one in the next hold."""
    script = (step(StepKind.WORK, 30, beats=PACER),) * 2
    cues = said(score(script, 0, KNEE))
    assert {at: text for at, text in cues.items() if at < 10} == {
        0: "Hold.",
        1: "Breathe in.",
        4: "Breathe out. Draw the knee up.",
        7: "Stop when the front of the hip stretches.",
    }
    late = replace(KNEE, begin="Hold this for thirty seconds.")
    slow = (Beat("in", 5_000, IN), Beat("out", 5_000, OUT))
    script = (step(StepKind.WORK, 30, beats=slow),) * 2
    assert said(score(script, 0, late))[8] == "Stop when the front of the hip stretches."
    assert "Stay tall." in said(score(script, 1, late)).values()


def test_a_line_that_waited_is_not_said_over_the_half() -> None:
    slow = (Beat("in", 5_000, IN), Beat("out", 5_000, OUT))
    script = (step(StepKind.WORK, 20, beats=slow),) * 2
    first, second = (said(score(script, n, KNEE)) for n in (0, 1))
    stop = "Stop when the front of the hip stretches."
    assert first[10] == "Halfway."
    assert stop not in first.values()
    assert second[1] == stop


def test_a_hold_too_short_for_the_breath_has_the_line_without_it() -> None:
    script = (step(StepKind.WORK, 8, beats=PACER),)
    assert said(score(script, 0, KNEE))[1] == "Draw the knee up."


def test_a_line_said_within_its_breath_does_not_wait_for_the_next() -> None:
    beats = (Beat("out", 6_000, OUT), Beat("in", 4_000, IN))
    script = (step(StepKind.WORK, 30, beats=beats),)
    assert said(score(script, 0, KNEE))[1] == "Breathe out. Draw the knee up."


def test_a_reminder_does_not_order_the_other_breath() -> None:
    lines = replace(HOLD, moves=(), reminders=("Breathe out. Soften.", "Breathe in. Grow tall."))
    cues = said(score((step(StepKind.WORK, 30, beats=PACER),), 0, lines))
    assert cues[11] == "Soften."
    assert "Breathe in. Grow tall." in cues.values()


def test_a_hold_says_the_rest_of_them_then_the_breath_reminders_and_the_half() -> None:
    cues = score(THREE_SETS, 1, HOLD)
    assert said(cues) == {
        0: "Hold.",
        1: "Walk your hands forward.",
        3: "Rest your forehead on the mat, or on your fists.",
        10: "Breathe in.",
        11: "Breathe into your back.",
        14: "Breathe out.",
        15: "Halfway.",
        20: "Breathe in.",
        21: "Let your hips get heavy.",
        24: "Breathe out.",
        27: "Three.",
        28: "Two.",
        29: "One.",
    }
    assert sounded(cues, Sound.START, Sound.HALFWAY, Sound.TICK) == [
        (0, Sound.START),
        (15, Sound.HALFWAY),
        (27, Sound.TICK),
        (28, Sound.TICK),
        (29, Sound.TICK),
    ]


def test_the_way_in_is_told_in_every_set_and_what_found_no_time_in_the_next_hold() -> None:
    assert said(score(THREE_SETS, 3, HOLD)) == said(score(THREE_SETS, 0, HOLD))
    assert said(score(THREE_SETS, 4, HOLD))[1] == "Let your back feel heavy. Keep breathing."
    assert said(score(THREE_SETS, 6, HOLD)) == said(score(THREE_SETS, 0, HOLD))
    assert not {m.text for m in HOLD.moves} & set(said(score(THREE_SETS, 7, HOLD)).values())


def test_over_the_sets_every_reminder_is_heard() -> None:
    sets = [replace(SET[1], set_no=n) for n in (1, 2, 3)]
    heard = [[t for t in said(score((one,), 0, HOLD)).values() if t in HOLD.reminders]
             for one in sets]  # fmt: skip
    first, second, third = HOLD.reminders
    assert heard == [[first, second], [third, first], [second, third]]


def test_in_later_sets_the_first_two_breaths_are_called_and_no_more() -> None:
    texts = [t for t in said(score(THREE_SETS, 7, HOLD)).values() if t.startswith("Breathe ")]
    assert texts.count("Breathe in.") == texts.count("Breathe out.") == 2
    assert said(score(THREE_SETS, 7, HOLD))[1] == "Breathe in."


def test_a_breath_sounds_as_long_as_it_is_and_the_last_to_the_end() -> None:
    script = (step(StepKind.WORK, 12, beats=PACER),)
    tones = [g for g in score(script, 0, HOLD) if isinstance(g.cue, Chime) and g.cue.ms]
    assert tones == [
        Given(0, Chime(Sound.BREATH_IN, 4_000)),
        Given(4_000, Chime(Sound.BREATH_OUT, 6_000)),
        Given(10_000, Chime(Sound.BREATH_IN, 2_000)),
    ]


def test_a_short_hold_has_no_half() -> None:
    cues = score((step(StepKind.WORK, 10, beats=PACER),), 0, HOLD)
    assert not sounded(cues, Sound.HALFWAY)
    assert "Halfway." not in said(cues).values()


def test_a_hold_without_a_pacer_calls_no_breath() -> None:
    texts = said(score((step(StepKind.WORK, 30),), 0, HOLD)).values()
    assert not {"Breathe in.", "Breathe out."} & set(texts)


def test_a_hold_ends_with_the_way_out() -> None:
    cues = score(THREE_SETS, 2, Lines(now=("And release.", "Walk your hands back in.")))
    assert sounded(cues) == [(0, Sound.END)]
    assert said(cues) == {0: "And release.", 1: "Walk your hands back in."}


def test_lines_of_another_exercise_or_version_are_not_counted() -> None:
    other = replace(SET[0], exercise_no=2)
    assert said(score((*SET, other), 3, HOLD)) == said(score(SET, 0, HOLD))


# Reps

REPS = Lines(
    moves=MOVES,
    other_moves=tuple(replace(m, text=m.text.replace("your", "the other")) for m in MOVES),
    breaths=("Breathe out, lift.", "Breathe in, lower.", "Wait."),
    phases=("Lift.", "Lower.", "Wait."),
    counts=tuple(f"{n}." for n in range(1, 6)),
    reminders=("Level hips.", "Slowly."),
)
FIVE = step(StepKind.WORK, 40, reps=5, beats=TEMPO)


def test_the_first_rep_is_heard_whole_the_second_has_more_of_it_and_then_comes_the_count() -> None:
    cues = score((FIVE,), 0, REPS)
    assert said(cues) == {
        0: "Breathe out, lift.",
        3: "Breathe in. Lower slowly.",
        5: "Let your back rest.",
        7: "Wait.",
        8: "Breathe out. Lift your hips.",
        11: "Breathe in, lower.",
        15: "Wait.",
        16: "3.",
        17: "Level hips.",
        24: "4.",
        32: "5.",
        33: "Slowly.",
    }
    assert [at for at, _ in sounded(cues, Sound.REP)] == [8, 16, 24, 32]
    assert [at for at, _ in sounded(cues, Sound.REP_TURN)][:2] == [3, 7]
    assert sounded(cues, Sound.START) == [(0, Sound.START)]


def test_no_line_of_the_movement_takes_the_place_of_the_third_count() -> None:
    breaths = (OUT, IN, None, None, None)
    moves = tuple(MoveLine(f"Line {n} is two seconds.", b) for n, b in enumerate(breaths))
    lines = replace(REPS, moves=moves)
    texts = said(score((FIVE,), 0, lines))
    assert texts[16] == "3."


def test_a_breath_sounds_once_though_a_rep_has_two_phases_of_it() -> None:
    cues = score((FIVE,), 0, REPS)
    tones = [(g.at, g.cue.ms) for g in cues if isinstance(g.cue, Chime) and g.cue.ms]
    assert tones[:4] == [(0, 3_000), (3_000, 5_000), (8_000, 3_000), (11_000, 5_000)]


def test_what_found_no_time_in_two_reps_is_said_in_the_next_set() -> None:
    texts = said(score((FIVE, step(StepKind.REST, 20), FIVE), 2, REPS))
    assert texts[1] == "Stop when it pulls."
    assert texts[3] == "Breathe in, lower."


def test_a_line_that_goes_on_from_an_earlier_one_has_the_breath_before_it_if_there_is_time() -> (
    None
):
    lines = replace(REPS, moves=(MOVES[0], MoveLine("Stop there."), *MOVES[2:]))
    texts = said(score((FIVE, FIVE), 1, lines))
    assert [texts[at] for at in (0, 2)] == ["Breathe out, lift.", "Stop there."]
    longer = replace(lines, moves=(MOVES[0], MoveLine("Stop if it pulls."), *MOVES[2:]))
    texts = said(score((FIVE, FIVE), 1, longer))
    assert [texts[at] for at in (0, 1)] == ["Lift.", "Stop if it pulls."]
    same = replace(lines, moves=(MOVES[0], MoveLine("Lift a little more."), *MOVES[2:]))
    assert said(score((FIVE, FIVE), 1, same))[0] == "Lift a little more."


def test_once_the_movement_is_known_the_breath_is_called_in_the_first_two_reps() -> None:
    texts = said(score((FIVE, FIVE, FIVE), 2, REPS))
    assert texts[0] == "Breathe out, lift."
    assert texts[3] == "Breathe in, lower."
    assert [texts[at] for at in (8, 9, 11)] == ["2.", "Breathe out, lift.", "Breathe in, lower."]
    assert 19 not in texts


def test_a_breath_that_is_too_short_to_be_named_has_the_word_of_its_phase() -> None:
    beats = (Beat("on", 1_000, IN), Beat("rise", 3_000, OUT), Beat("off", 4_000, IN))
    lines = Lines(
        breaths=("Breathe in, foot on.", "Breathe out, rise.", "Breathe in, foot off."),
        phases=("Foot on.", "Rise.", "Foot off."),
        counts=REPS.counts,
    )
    texts = said(score((replace(FIVE, beats=beats),), 0, lines))
    assert [texts[at] for at in (0, 1, 4)] == [
        "Foot on.",
        "Breathe out, rise.",
        "Breathe in, foot off.",
    ]


def test_where_sides_take_turns_a_later_line_waits_for_those_before_it() -> None:
    script = (replace(FIVE, alternates=True, side=Side.LEFT),)
    texts = said(score(script, 0, REPS))
    assert {at: text for at, text in texts.items() if at < 16} == {
        0: "Breathe out. Lift your hips.",  # no word of a phase says which arm and leg
        3: "Breathe in, lower.",
        7: "Wait.",
        8: "Lift.",
        9: "Stop when it pulls.",
        11: "Breathe in. Lower slowly.",
        13: "Let the other back rest.",
    }


def test_where_sides_take_turns_the_second_rep_is_said_for_the_other() -> None:
    script = (replace(FIVE, alternates=True, side=Side.LEFT),)
    texts = said(score(script, 0, REPS))
    assert texts[0] == "Breathe out. Lift your hips."
    assert texts[9] == "Stop when it pulls."
    longer = replace(REPS, moves=MOVES[:1], other_moves=REPS.other_moves[:1])
    again = (script[0], step(StepKind.REST, 20), replace(script[0], set_no=2))
    assert (
        said(score(again, 2, replace(REPS, counts=("Left 1.", *REPS.counts[1:]))))[0] == "Left 1."
    )
    first_rep_taken = (replace(FIVE, beats=TEMPO[:1], alternates=True, side=Side.LEFT),)
    assert said(score(first_rep_taken, 0, longer))[0] == "Breathe out. Lift your hips."


def test_at_ones_own_pace_the_movement_is_told_and_nothing_is_paced() -> None:
    lines = replace(REPS, begin="Five slow reps at your own pace. Press Enter after each.")
    cues = score((replace(FIVE, own_pace=True),), 0, lines)
    assert said(cues) == {
        0: lines.begin,
        5: "Breathe out. Lift your hips.",
        10: "Stop when it pulls.",
        15: "Breathe in. Lower slowly.",
        20: "Let your back rest.",
    }
    assert sounded(cues) == [(0, Sound.START)]
    paced = (replace(FIVE, own_pace=True), replace(FIVE, set_no=2))
    assert said(score(paced, 1, lines))[0] == "Breathe out, lift."


def test_a_movement_of_one_breath_is_said_in_the_order_it_is_written() -> None:
    lines = replace(REPS, moves=(MoveLine("Roll."), MoveLine("Stop."), MoveLine("Go on.")))
    texts = list(said(score((FIVE,), 0, replace(lines, other_moves=lines.moves))).values())
    assert texts[:3] == ["Roll.", "Stop.", "Go on."]


def test_the_way_back_goes_with_the_last_such_breath() -> None:
    beats = (Beat("up", 2_000, OUT), Beat("stay", 3_000, IN), Beat("on", 2_000, OUT),
             Beat("down", 3_000, IN))  # fmt: skip
    lines = replace(
        REPS, moves=(MOVES[0], MOVES[2]), other_moves=(), breaths=("",) * 4, phases=("",) * 4
    )
    texts = said(score((replace(FIVE, ms=50_000, beats=beats),), 0, lines))
    assert texts[7] == "Breathe in. Lower slowly."


def test_a_breath_that_a_rep_has_not_is_said_where_it_stands() -> None:
    lines = replace(REPS, moves=(MoveLine("Breathe in. Wait.", IN), MOVES[0]), other_moves=())
    texts = said(score((replace(FIVE, beats=TEMPO[:1] * 2),), 0, lines))
    assert texts[0] == "Breathe in. Wait."


# What is said before the movement starts


@pytest.mark.parametrize(
    ("breaths", "first", "before"),
    [
        ((IN, OUT, None, IN), OUT, 1),
        ((None, OUT, IN), OUT, 1),
        ((IN, None, OUT), OUT, 2),
        ((OUT, None, IN), OUT, 0),
        ((None, OUT, None, IN), IN, 1),
        ((IN, None), OUT, 0),
        ((None, None), OUT, 0),
        ((IN, OUT), None, 0),
    ],
)
def test_lines_that_prepare_are_told_from_those_of_the_movement(
    breaths: tuple[Breath | None, ...], first: Breath | None, before: int
) -> None:
    moves = tuple(MoveLine(f"Line {n}.", breath) for n, breath in enumerate(breaths))
    assert before_moving(moves, first) == (moves[:before], moves[before:])


# Long activities

PART = Lines(
    now=("Upper back.",),
    todo=("Lie on the roller.", "Roll slowly."),
    breaths=("Breathe in.", "Breathe out."),
    halfway="Halfway.",
    marks=((60_000, "1 minute left."),),
    next="Lower back, 1 min.",
    countdown=COUNT,
)


def test_a_part_of_a_long_activity_says_what_it_is_what_is_left_and_what_follows() -> None:
    cues = score((step(StepKind.WORK, 120, segment="upper-back", beats=PACER),), 0, PART)
    texts = said(cues)
    assert {at: texts[at] for at in (0, 1, 6, 60, 115)} == {
        0: "Upper back.",
        1: "Lie on the roller.",
        6: "Roll slowly.",
        60: "1 minute left.",
        115: "Lower back, 1 min.",
    }
    assert sounded(cues, Sound.START, Sound.HALFWAY) == [(0, Sound.START), (60, Sound.HALFWAY)]


def test_a_change_of_place_is_only_told_and_its_last_seconds_tick() -> None:
    cues = score((step(StepKind.WORK, 10, segment="change", change=True),), 0, PART)
    assert said(cues) == {
        0: "Upper back.",
        1: "Lie on the roller.",
        3: "Roll slowly.",
        **dict(zip((7, 8, 9), COUNT, strict=True)),
    }
    assert sounded(cues) == [(0, Sound.SWITCH_SIDES), *((at, Sound.TICK) for at in (7, 8, 9))]


def test_reminders_are_heard_in_the_parts_of_a_long_activity_too_each_in_its_turn() -> None:
    lines = replace(PART, reminders=HOLD.reminders)
    parts = [step(StepKind.WORK, 90, segment="part", part=n, beats=PACER) for n in (1, 2)]
    heard = [[t for t in said(score((part,), 0, lines)).values() if t in HOLD.reminders]
             for part in parts]  # fmt: skip
    assert heard == [list(HOLD.reminders[:2]), [HOLD.reminders[2], HOLD.reminders[0]]]


def test_a_short_part_has_no_half() -> None:
    cues = score((step(StepKind.WORK, 15, segment="wrist"),), 0, replace(PART, marks=()))
    assert not sounded(cues, Sound.HALFWAY)


# Whatever the script

WORDS = st.lists(st.sampled_from(("Breathe", "in.", "slowly", "your", "knee")), max_size=12)
TEXT = WORDS.map(" ".join)
MOVE = st.builds(MoveLine, TEXT, st.sampled_from((None, IN, OUT)), TEXT)
SOME = st.lists(TEXT, max_size=5).map(tuple)


@st.composite
def any_lines(draw: st.DrawFn, script: Script) -> Lines:
    most = max(step.reps for step in script)
    beats = max(len(step.beats) for step in script)
    moves = tuple(draw(st.lists(MOVE, max_size=6)))
    return Lines(
        now=(draw(TEXT), *draw(SOME)),
        todo=draw(SOME),
        moves=moves,
        other_moves=tuple(replace(m, text=draw(TEXT)) for m in moves),
        begin=draw(TEXT),
        breaths=tuple(draw(TEXT) for _ in range(beats)),
        phases=tuple(draw(TEXT) for _ in range(beats)),
        counts=tuple(f"{n}." for n in range(most)),
        reminders=draw(SOME),
        halfway=draw(TEXT),
        marks=((60_000, draw(TEXT)),),
        next=draw(TEXT),
        countdown=COUNT,
    )


@given(st.data(), strategies.scripts())
def test_nobody_is_ever_interrupted_and_nothing_outlasts_its_step(
    data: st.DataObject, script: Script
) -> None:
    lines = data.draw(any_lines(script))
    for index, step in enumerate(script):
        cues = score(script, index, lines)
        assert [g.at for g in cues] == sorted(g.at for g in cues)
        assert all(0 <= g.at < max(1, step.ms) for g in cues)
        spoken = [(g.at, g.at + said_ms(g.cue.text)) for g in cues if isinstance(g.cue, Say)]
        assert all(end <= begin for (_, end), (begin, _) in pairwise(spoken))
        assert all(end <= step.ms for _, end in spoken)


@given(st.data(), strategies.scripts())
def test_cues_lie_where_the_session_is_looked_at_anyway(
    data: st.DataObject, script: Script
) -> None:
    lines = data.draw(any_lines(script))
    for index, step in enumerate(script):
        starts = {0}
        for beat in step.beats * max(1, step.reps or step.ms // max(1, step.beat_ms) + 1):
            starts.add(max(starts) + beat.ms)
        for given_ in score(script, index, lines):
            on_a_second = (step.ms - given_.at) % 1000 == 0
            after_a_beat = any((given_.at - at) % 1000 == 0 for at in starts)
            assert on_a_second or given_.at in starts or after_a_beat


def test_the_count_is_as_long_as_the_last_seconds() -> None:
    assert len(COUNT) * 1000 == COUNT_MS
