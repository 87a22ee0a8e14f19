"""Which line of a movement stands on the screen when: by tables."""

from msgspec.structs import replace

from backplan_gui.core.cues import Lines, MoveLine
from backplan_gui.core.exercise import Breath
from backplan_gui.core.plan import Side
from backplan_gui.core.script import Beat, Script, Step, StepKind
from backplan_gui.core.written import Written, reminded, written

IN, OUT = Breath.IN, Breath.OUT
PACER = (Beat("in", 4_000, IN), Beat("out", 6_000, OUT))
TEMPO = (Beat("lift", 3_000, OUT), Beat("lower", 4_000, IN), Beat("wait", 1_000, IN))
MOVES = (
    MoveLine("Breathe out. Lift your hips.", OUT, "Lift your hips."),
    MoveLine("Stop when it pulls."),
    MoveLine("Breathe in. Lower slowly.", IN, "Lower slowly."),
    MoveLine("Let your back rest."),
)
HOLD = Lines(
    moves=(
        MoveLine("Breathe in. Grow tall.", IN, "Grow tall."),
        MoveLine("Breathe out. Lean forward.", OUT, "Lean forward."),
        MoveLine("Fold your arms."),
        MoveLine("Stop when it pulls."),
    ),
    begin="Hold.",
    breaths=("Breathe in.", "Breathe out."),
)
REPS = Lines(
    moves=MOVES,
    other_moves=tuple(replace(m, text=m.text.replace("your", "the other")) for m in MOVES),
    breaths=("Breathe out, lift.", "Breathe in, lower.", "Wait."),
    phases=("Lift.", "Lower.", "Wait."),
    counts=tuple(f"{n}." for n in range(1, 6)),
)


def step(kind: StepKind, seconds: int, **changes: object) -> Step:
    return replace(Step(kind, 1_000 * seconds, "glute-bridge", 1, 1, 2), **changes)


FIVE = step(StepKind.WORK, 40, reps=5, beats=TEMPO)
INTO = step(StepKind.ENTER, 4)
LONG = step(StepKind.WORK, 30, beats=PACER)


def seen(script: Script, index: int, lines: Lines) -> list[tuple[int, int, str]]:
    """From which second to which what is on."""
    on = written(script, index, lines)
    assert all((one.begin % 1000, one.end % 1000) == (0, 0) for one in on)
    return [(one.begin // 1000, one.end // 1000, one.text) for one in on]


# Reps


def test_a_line_is_on_with_its_breath_and_no_longer() -> None:
    assert seen((FIVE,), 0, REPS) == [
        (3, 5, "Breathe in. Lower slowly."),  # the first breath out is only called
        (5, 8, "Let your back rest."),
        (8, 11, "Breathe out. Lift your hips."),
        (11, 16, "Let your back rest."),
    ]


def test_a_breath_with_nothing_new_keeps_the_line_that_was_last_said_with_it() -> None:
    assert seen((FIVE, FIVE), 1, REPS) == [
        (0, 3, "Stop when it pulls."),
        (8, 11, "Stop when it pulls."),
    ]


def test_once_all_has_been_said_nothing_is_on() -> None:
    assert written((FIVE, FIVE, FIVE), 2, REPS) == ()


def test_a_line_after_the_count_is_on_from_the_beginning_of_its_breath() -> None:
    script = (replace(FIVE, alternates=True, side=Side.LEFT),) * 2
    moves = (MOVES[0], *(MoveLine(f"Then {n}.") for n in range(3)))
    lines = replace(REPS, moves=moves, other_moves=moves, counts=("Left 1.", *REPS.counts[1:]))
    first = written(script, 1, lines)[0]
    assert first.begin == 0
    assert first.text.startswith("Then ")


def test_where_sides_take_turns_the_second_rep_is_written_for_the_other() -> None:
    one = MoveLine("Breathe out. Lift your leg.", OUT)
    lines = replace(
        REPS, moves=(one,), other_moves=(MoveLine("Breathe out. Lift the other.", OUT),)
    )
    script = (replace(FIVE, alternates=True, side=Side.LEFT),)
    assert seen(script, 0, lines) == [
        (0, 3, "Breathe out. Lift your leg."),
        (8, 11, "Breathe out. Lift the other."),
    ]


def test_a_line_said_late_in_a_breath_comes_when_it_is_said() -> None:
    slow = (Beat("press", 4_000, OUT), Beat("go", 4_000, IN))
    lines = replace(
        REPS,
        moves=(
            MoveLine("Breathe out. Lift your hips as high as feels easy.", OUT),
            MoveLine("Stop there at once."),
        ),
        breaths=("Breathe out, lift.", "Breathe in, lower."),
        phases=("Lift.", "Lower."),
    )
    script = (replace(FIVE, beats=slow),) * 2
    on = written(script, 1, lines)
    assert on[0].begin == 2_000
    assert on[0].text == "Stop there at once."


def test_at_ones_own_pace_each_line_has_time_to_be_done() -> None:
    lines = replace(REPS, begin="Five slow reps at your own pace. Press Enter after each.")
    assert seen((replace(FIVE, own_pace=True),), 0, lines) == [
        (5, 10, "Breathe out. Lift your hips."),
        (10, 15, "Stop when it pulls."),
        (15, 20, "Breathe in. Lower slowly."),
        (20, 25, "Let your back rest."),
    ]


# Holds


def test_the_way_in_has_its_lines_to_its_end() -> None:
    assert seen((INTO, LONG), 0, HOLD) == [
        (0, 2, "Breathe in. Grow tall."),
        (2, 4, "Breathe out. Lean forward."),
    ]


def test_what_is_left_is_on_in_the_first_ten_seconds_of_the_hold() -> None:
    assert seen((INTO, LONG), 1, HOLD) == [
        (0, 3, "Fold your arms."),
        (3, 10, "Stop when it pulls."),
    ]


def test_a_line_of_the_other_breath_waits_on_the_screen_as_it_does_for_the_ear() -> None:
    moves = (MoveLine("Breathe out. Draw the knee up.", OUT, "Draw the knee up."),)
    lines = replace(HOLD, moves=moves)
    first = written((LONG,), 0, lines)[0]
    on = seen((LONG,), 0, lines)
    assert on == [(4, 10, "Breathe out. Draw the knee up.")]
    assert first.line == 0
    waits = replace(lines, moves=(replace(moves[0], bare=""),))
    assert seen((LONG,), 0, waits) == [(4, 10, "Breathe out. Draw the knee up.")]


def test_a_hold_without_a_pacer_has_its_lines_all_the_same() -> None:
    assert seen((replace(LONG, beats=()),), 0, HOLD)[0] == (0, 3, "Breathe in. Grow tall.")


def test_a_step_without_a_movement_has_no_line() -> None:
    assert written((step(StepKind.REST, 20),), 0, Lines(now=("Rest.",))) == ()
    assert written((LONG,), 0, replace(HOLD, moves=())) == ()


def test_a_line_is_written_as_it_is_said() -> None:
    lines = replace(HOLD, moves=(MoveLine("Breathe out. Lift to one line.", OUT, "Lift."),))
    assert written((step(StepKind.ENTER, 2), LONG), 0, lines) == (Written(0, 2_000, 0, "Lift."),)


def test_a_word_of_the_pacer_is_no_line_of_the_movement() -> None:
    moves = (MoveLine("Breathe in.", IN), MoveLine("Breathe out. Lift.", OUT, "Lift."))
    lines = replace(HOLD, moves=moves)
    script = (step(StepKind.ENTER, 4), LONG)
    assert seen(script, 0, lines) == [(0, 1, "Breathe in."), (1, 4, "Breathe out. Lift.")]
    assert written(script, 1, lines) == ()


# Reminders

REMINDED = replace(HOLD, moves=(), reminders=("Sit tall.", "Breathe out. Soften.", "Jaw loose."))


def thought_of(one: Step, lines: Lines = REMINDED) -> list[tuple[int, int, str]]:
    on = reminded((one,), 0, lines)
    assert [lines.reminders[r.line] for r in on] == [r.text for r in on]
    return [(r.begin // 1000, r.end // 1000, r.text) for r in on]


def test_the_two_reminders_of_a_set_are_on_as_they_are_said() -> None:
    assert thought_of(LONG) == [(0, 20, "Sit tall."), (20, 30, "Breathe out. Soften.")]
    assert [text for _, _, text in thought_of(replace(LONG, set_no=2))] == [
        "Jaw loose.",
        "Sit tall.",
    ]
    assert [begin for begin, _, _ in thought_of(replace(FIVE, set_no=1), REPS_REMINDED)] == [0, 33]


REPS_REMINDED = replace(REPS, reminders=REMINDED.reminders)


def test_where_none_finds_time_the_first_of_the_set_is_on() -> None:
    assert thought_of(step(StepKind.WORK, 4, beats=PACER)) == [(0, 4, "Sit tall.")]
    assert thought_of(LONG, HOLD) == []
