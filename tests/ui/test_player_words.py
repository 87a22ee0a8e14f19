"""What the player says about a session, for every kind of step."""

import msgspec
import pytest

from backplan_gui import words
from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Hold, Side
from backplan_gui.core.script import Step, StepKind, script_for
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.core.switching import NewForm
from backplan_gui.ui.player_beside import beside_ring, next_text, tempo
from backplan_gui.ui.player_steps import coming
from backplan_gui.ui.player_words import refusal, stage_text, version_said
from backplan_gui.ui.step_words import leave_line
from backplan_gui.ui.widgets.figure_stage import StageText

from .fakes_player import CONTENT, at, begun, laid_out

READY, ENTER, WORK = StepKind.READY, StepKind.ENTER, StepKind.WORK
LEAVE, SWITCH, REST = StepKind.LEAVE, StepKind.SWITCH, StepKind.REST
DAY1, DAY2, DAY3, DAY4 = (laid_out(n) for n in (1, 2, 3, 4))
HAMSTRING = laid_out(3, "standing-hamstring-stretch")
SIDE_PLANK = laid_out(4, "side-plank")
ROTATIONS = laid_out(3, "thoracic-rotations")
DEAD_BUG = laid_out(2, "dead-bug")
YOGA = laid_out(5, "gentle-yoga")
WALK = laid_out(5, "walking")
KNEES = script_for(
    CONTENT.plan.day(7),
    CONTENT.exercises,
    Settings(),
    only="plank",
    versions={"plank": Version.EASIER},
)
"""A plank on the knees: short holds with breathers between them."""
SET_1 = "Set 1 of 3"


def stage(session: Session) -> StageText:
    return stage_text(session, CONTENT)


def head(session: Session) -> tuple[str, str, str]:
    said = stage(session)
    return said.overline, said.title, said.set_line


def after(session: Session, command: Command, version: Version = Version.EASIER) -> Session:
    """The session after a command; VERSION leads to that one."""
    new = NewForm(CONTENT.exercises[session.step.exercise], version, Settings())
    asked = new if command is Command.VERSION else None
    return engine.apply(session, command, session.seen or 0, asked)[0]


# The head of the stage


def test_the_first_exercise_is_named_with_its_dose_before_it_begins() -> None:
    hold = words.seconds(30)
    assert head(begun(DAY1)) == ("First exercise", "Child’s Pose", f"Set 1 of 3, hold {hold}")
    assert stage(begun(DAY1)).pills == ()


def test_a_later_exercise_says_its_place() -> None:
    slow = words.slow_reps(10)
    assert head(at(DAY1, READY, nth=2)) == (
        "Exercise 2 of 3",
        "Cat-Cow Stretch",
        f"Set 1 of 2, {slow}",
    )


def test_a_session_of_one_exercise_does_not_count_it() -> None:
    assert stage(begun(ROTATIONS)).overline == ""


def test_while_working_the_set_stands_alone_and_the_pills_tell_how_far() -> None:
    said = stage(at(DAY1, WORK, 15_000, nth=2))
    assert (said.overline, said.title, said.set_line) == ("", "Child’s Pose", "Set 2 of 3")
    assert said.pills == (1.0, 0.5, 0.0)


def test_the_side_comes_before_the_set() -> None:
    assert stage(at(HAMSTRING, WORK, nth=3)).set_line == "Left leg, set 2 of 3"
    assert stage(at(HAMSTRING, WORK, nth=4)).set_line == "Right leg, set 2 of 3"
    hold = words.seconds(30)
    assert stage(begun(HAMSTRING)).set_line == f"Left leg, set 1 of 3, hold {hold}"


def test_a_switch_belongs_to_the_set() -> None:
    said = stage(at(HAMSTRING, SWITCH, nth=2))
    assert said.set_line == "Set 2 of 3"
    assert said.pills == (1.0, 0.5, 0.0)


def test_a_rest_is_about_what_comes_next() -> None:
    said = stage(at(DAY1, REST, nth=3))
    assert (said.overline, said.title) == ("Up next", "Cat-Cow Stretch")
    assert said.rest
    assert said.lines.texts == CONTENT.text("cat-cow").setup


def test_between_two_short_holds_of_a_set_nothing_changes_but_the_clock() -> None:
    hold, breather = at(KNEES, WORK, 4_000), at(KNEES, REST)
    assert breather.step.part == 2
    said, before = stage(breather), stage(hold)
    assert head(breather) == head(hold) == ("Plank, easier version", "Knees, short holds", SET_1)
    assert (said.lines.texts, said.line) == ((), "")
    assert said.cue == f"Rest, then hold {words.seconds(10)}."
    assert said.rest
    assert [round(share, 2) for share in said.pills] == [0.33, 0, 0]
    assert len(before.pills) == 3
    assert next_text(hold, CONTENT).text == "Rest 5 s, then hold 10 s"


def test_a_breather_that_leads_to_another_version_says_how_to_get_into_it() -> None:
    toes = after(at(KNEES, REST), Command.VERSION, Version.STANDARD)
    assert toes.step.kind is REST
    said = stage(toes)
    assert said.overline == "Up next"
    assert said.lines.texts


def test_the_rest_between_two_sets_of_short_holds_is_about_the_next_set() -> None:
    said = stage(at(KNEES, REST, nth=3))
    assert said.overline == "Up next · Plank, easier version"
    assert said.lines.texts


def test_sides_in_turn_are_counted_each() -> None:
    assert stage(begun(DEAD_BUG)).set_line == f"Set 1 of 2, {words.slow_reps(10)} each side"
    assert stage(at(DEAD_BUG, WORK, 30_000)).set_line == "Set 1 of 2"


def test_a_part_of_a_long_activity_has_its_own_name() -> None:
    assert head(begun(YOGA)) == ("", "Gentle Yoga", words.minutes_spoken(15))
    assert head(at(YOGA, WORK, nth=2)) == ("Gentle Yoga", "Half forward bend", "Part 2 of 12")
    assert head(at(YOGA, WORK, nth=3)) == ("Gentle Yoga", "Go down to the mat", "Part 2 of 12")


def test_a_minute_more_is_one_part_more_and_takes_nothing_away() -> None:
    walking = at(WALK, WORK, 60_000, nth=4)
    longer = after(walking, Command.KEEP_GOING)
    assert stage(walking).set_line == "Part 4 of 5"
    assert stage(longer).set_line == "Part 4 of 6"
    last = after(longer, Command.SKIP)
    assert stage(last).set_line == "Part 5 of 6"


# The lines


def test_set_up_lines_are_numbered_and_all_equal() -> None:
    lines = stage(begun(DAY1)).lines
    assert lines.texts == CONTENT.text("childs-pose").setup
    assert lines.numbered
    assert lines.current is None
    assert not lines.quiet


def test_movement_lines_are_on_one_by_one_until_ten_seconds_into_the_hold() -> None:
    marked = []
    for kind, ms in ((ENTER, 0), (ENTER, 5_900), (WORK, 0), (WORK, 9_900), (WORK, 10_000)):
        lines = stage(at(DAY1, kind, ms)).lines
        assert lines.texts == CONTENT.text("childs-pose").move[:-1]
        marked.append(lines.current)
    assert marked == [0, 1, 2, 3, None]


def test_movement_lines_are_on_during_the_first_two_reps() -> None:
    cat_cow = laid_out(1, "cat-cow")
    marked = [stage(at(cat_cow, WORK, ms)).lines.current for ms in (8_000, 12_000, 16_000)]
    assert marked == [0, 2, None]


def test_two_cues_a_set_are_on_as_they_are_said() -> None:
    cues = CONTENT.text("childs-pose").cues
    said = [stage(at(DAY1, WORK, ms)).cue for ms in (5_000, 10_000, 17_000, 24_000, 29_900)]
    assert said == ["", cues[0], cues[0], cues[1], cues[1]]
    assert stage(at(DAY1, WORK, 10_000, nth=2)).cue == cues[2]


def test_at_ones_own_pace_the_cues_follow_the_count() -> None:
    own = laid_out(1, "cat-cow", pace="own")
    session = at(own, WORK)
    cues = CONTENT.text("cat-cow").cues
    heard = []
    for _ in range(9):
        heard.append(stage(session).cue)
        session = after(session, Command.REP)
    assert heard == [cues[n * 3 // 10] for n in range(9)]
    assert stage(session).lines.current is None


@pytest.mark.parametrize(
    "exercise",
    [p.exercise for day in CONTENT.plan.days for p in day.exercises if isinstance(p.dose, Hold)],
)
def test_the_way_out_of_a_hold_is_said_as_it_is_done(exercise: str) -> None:
    text = CONTENT.text(exercise)
    step = Step(LEAVE, 4_000, exercise, 1, 1, 3)
    assert text.move[-1].startswith("When I say, ")
    for version in CONTENT.exercises[exercise].versions:
        line = leave_line(msgspec.structs.replace(step, version=version), CONTENT)
        assert "When I say" not in line
        assert line[0].isupper()


def test_paused_and_going_on_say_so() -> None:
    paused = after(at(DAY1, WORK, 5_000), Command.PAUSE)
    tip = "Listen to your body. Easier is always fine."
    assert stage(paused).cue == f"Paused. Breathe normally and move if you like. {tip}"
    going_on = after(paused, Command.RESUME)
    assert going_on.phase is Phase.RESUMING
    assert stage(going_on).cue == "Get back into position."


def test_where_all_lines_have_no_room_one_is_on_for_four_seconds() -> None:
    setup = CONTENT.text("childs-pose").setup
    said = [stage(at(DAY1, READY, ms)).line for ms in (0, 3_999, 4_000, 15_000, 16_000)]
    assert said == [setup[0], setup[0], setup[1], setup[3], setup[0]]
    assert stage(at(DAY1, WORK, 2_000)).line == CONTENT.text("childs-pose").move[2]
    assert stage(at(DAY1, WORK, 20_000)).line == ""
    assert stage(after(begun(DAY1), Command.PAUSE)).line == ""


# Left and right


def test_lines_are_turned_round_for_the_right() -> None:
    left, right = at(SIDE_PLANK, READY), at(SIDE_PLANK, REST)
    assert "Lie on your left side." in stage(left).lines.texts
    assert coming(right).side is Side.LEFT
    switched = stage(at(SIDE_PLANK, SWITCH))
    assert switched.cue == "Lie on your right side."
    hip = laid_out(3, "hip-flexor-stretch")
    assert "Squeeze your left buttock." in stage(at(hip, WORK, side=Side.LEFT)).lines.texts
    assert "Squeeze your right buttock." in stage(at(hip, WORK, side=Side.RIGHT)).lines.texts


def test_a_person_who_begins_on_the_right_is_told_the_right() -> None:
    script = laid_out(4, "side-plank", first_side="right")
    said = stage(begun(script))
    assert "Lie on your right side." in said.lines.texts
    assert said.cue == "Right first. That is the side you lean on."
    assert said.lines.texts[-1] == "Feet. E: knees."
    pair = stage(at(script, SWITCH)).sides
    assert pair is not None
    assert (pair.before, pair.after) == ("Right side done", "Left side next")


def test_the_sides_of_a_segment_are_in_its_own_words() -> None:
    rolling = laid_out(5, "foam-rolling")
    right = at(rolling, WORK, nth=6)
    assert right.step.side is Side.RIGHT
    assert stage(right).lines.texts[0] == "Lean a little to the right."


def test_the_order_of_sides_is_said_once() -> None:
    assert stage(begun(HAMSTRING)).cue == "Left first. That is the front leg, the one you stretch."
    assert stage(begun(DEAD_BUG)).cue.startswith("Left and right take turns.")
    assert stage(at(HAMSTRING, REST)).cue == ""
    assert stage(begun(DAY1)).cue == ""


def test_a_switch_shows_what_is_done_and_what_is_next() -> None:
    pair = stage(at(HAMSTRING, SWITCH)).sides
    assert pair is not None
    assert (pair.before, pair.done) == ("Left leg done", True)
    assert (pair.after, pair.detail) == ("Right leg next", "30 s, set 1 of 3")


def test_a_side_that_was_skipped_is_not_called_done() -> None:
    session = begun(SIDE_PLANK)
    while session.step.kind is not SWITCH:
        session = after(session, Command.SKIP)
    pair = stage(session).sides
    assert pair is not None
    assert (pair.before, pair.done) == ("Left side", False)


def test_a_switch_without_a_side_in_its_set_up_says_the_first_move() -> None:
    step_ups = laid_out(6, "step-ups")
    assert stage(at(step_ups, SWITCH)).cue == "Put your whole right foot on the step."


# The easier version


def test_the_easier_version_has_its_own_name_and_words() -> None:
    session = after(at(DAY1, WORK, 12_000), Command.VERSION)
    said = stage(session)
    assert session.step.kind is READY
    assert said.overline.endswith("Child’s Pose, easier version")
    assert (said.title, said.lines.texts[0]) == ("Chair fold", "Sit on a firm chair at a table.")
    assert version_said(session, CONTENT) == "Easier version: Chair fold."
    on = after(after(session, Command.SKIP), Command.SKIP)
    assert on.step.kind is WORK
    assert head(on)[:2] == ("Child’s Pose, easier version", "Chair fold")
    assert on.step.dose == 18
    back = after(session, Command.VERSION, Version.STANDARD)
    assert stage(back).title == "Child’s Pose"
    assert version_said(back, CONTENT) == "Standard version: Child’s Pose."


@pytest.mark.parametrize(
    ("version", "overline", "said"),
    [
        (Version.HARDER, "Dead Bug, harder version", "Harder version: "),
        (Version.NO_FLOOR, "Dead Bug, off the floor", "Off the floor: "),
    ],
)
def test_every_version_says_which_it_is(version: Version, overline: str, said: str) -> None:
    session = after(begun(DEAD_BUG), Command.VERSION, version)
    assert stage(session).overline == overline
    assert version_said(session, CONTENT).startswith(said)
    assert stage(session).title in version_said(session, CONTENT)


# Beside the ring


@pytest.mark.parametrize(
    ("session", "icon", "said"),
    [
        (begun(DAY1), "", "Take your time"),
        (at(DAY1, WORK, 1_000), "breath", "Breathe in"),
        (at(DAY1, WORK, 5_000), "breath", "Breathe out slowly"),
        (at(SIDE_PLANK, WORK, 4_000), "breath", "Breathe out"),
        (at(laid_out(1, "cat-cow"), WORK, 1_000), "breath", "Breathe out, round up"),
        (at(laid_out(1, "cat-cow"), WORK, 5_000), "breath", "Breathe in, sink down"),
        (at(DAY1, REST), "rest", "Breathe normally"),
        (at(HAMSTRING, SWITCH), "swap", "Now the right leg"),
        (at(DAY1, LEAVE), "breath", "Breathe normally"),
        (at(WALK, WORK), "breath", "Breathe normally"),
        (begun(WALK), "drop", "Have some water near you"),
        (begun(YOGA), "drop", "Have some water near you"),
        (begun(laid_out(5, "foam-rolling")), "", "Take your time"),
        (at(YOGA, WORK, nth=3), "", "Move slowly"),
        (at(laid_out(1, "cat-cow", pace="own"), WORK), "", "At your own pace"),
        (at(laid_out(2, "dead-bug", pace="own"), WORK), "swap", "Now the left leg"),
        (after(at(DAY1, WORK), Command.PAUSE), "", "Take the time you need"),
    ],
)
def test_the_line_beside_the_ring(session: Session, icon: str, said: str) -> None:
    assert beside_ring(session, CONTENT)[:2] == (icon, said)


def test_on_the_way_in_it_says_what_for() -> None:
    assert beside_ring(at(DAY1, ENTER), CONTENT).text == f"Then hold {words.seconds(30)}"


def test_the_tempo_has_a_part_for_each_phase_as_long_as_it_takes() -> None:
    bar = tempo(at(laid_out(1, "cat-cow"), WORK, 6_000), CONTENT)
    assert [(p.word, p.length) for p in bar.parts] == [
        ("Out · round up", "4 s"),
        ("In · sink down", "4 s"),
    ]
    assert (bar.current, bar.share, bar.then) == (1, 0.5, "then round up")
    slower = tempo(at(laid_out(3, "thoracic-rotations", pace="slower"), WORK), CONTENT)
    assert [(p.word, p.length) for p in slower.parts][:2] == [
        ("Open", "3.75 s"),
        ("Rest open", "2.5 s"),
    ]
    assert tempo(at(DAY1, WORK), CONTENT).parts == ()


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (at(DAY1, WORK, nth=2), "Rest 15 s, then set 3 of 3"),
        (at(DAY1, LEAVE, nth=2), "Rest 15 s, then set 3 of 3"),
        (at(DAY1, WORK, nth=3), "Rest 60 s, then Cat-Cow Stretch"),
        (at(DAY1, ENTER), "Set 1 of 3, 30 s"),
        (at(HAMSTRING, ENTER, nth=4), "Right leg, set 2 of 3, 30 s"),
        (at(HAMSTRING, WORK), "Switch sides, then right leg"),
        (at(HAMSTRING, WORK, nth=2), "Rest 15 s, then left leg, set 2 of 3"),
        (at(WALK, WORK), "Moderate pace, part 1, 5 min"),
        (at(YOGA, WORK, nth=20), "Rest, 3 min"),
        (at(DAY1, WORK, nth=7), "You are done for now"),
    ],
)
def test_what_comes_next(session: Session, said: str) -> None:
    assert next_text(session, CONTENT).text == said


# No


def test_what_cannot_be_done_says_why() -> None:
    session = at(DAY1, WORK)
    assert "nothing before it" in refusal(Command.BACK, session)
    assert "Enter starts a step that waits" in refusal(Command.NEXT, session)
    assert "Ten minutes" in refusal(Command.MORE, session)
    assert refusal(Command.REP, session)
    assert refusal(Command.BACK, Session(DAY1)) == "The session has not begun yet."
