"""Help to the floor and up again: only around what is done there, and no part of a dose."""

import tomllib
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.exercise import Exercise, Place, Variant, Version
from backplan_gui.core.floor import DOWN, LINES, UP, WAY_MS, with_floor_help
from backplan_gui.core.plan import Day, Prescription, Reps, SetSide, Side
from backplan_gui.core.records import done_records
from backplan_gui.core.script import Script, Step, StepKind, script_for
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.core.switching import NewForm, version_on
from tests import strategies

from .samples import BRIDGE, EXERCISES, PLANK, RESOURCES, SEVEN_DAYS, Person, doses_in

STANDARD, EASIER, HARDER, NO_FLOOR = Version
READY, REST, WORK = StepKind.READY, StepKind.REST, StepKind.WORK


def played(
    number: int,
    only: str | None = None,
    remaining: frozenset[SetSide] | None = None,
    **versions: Version,
) -> Script:
    """A day of the week with help, exercises in versions; their names with underscores."""
    named = {name.replace("_", "-"): version for name, version in versions.items()}
    script = script_for(
        SEVEN_DAYS.day(number),
        EXERCISES,
        Settings(),
        only=only,
        remaining=remaining,
        versions=named,
    )
    return with_floor_help(script, EXERCISES)


def told(script: Script) -> list[str]:
    """The order of exercises and ways, rests before an exercise with it: "rest cat-cow"."""
    found: list[str] = []
    for index, step in enumerate(script):
        first = step.kind is REST and script[index - 1].exercise_no != step.exercise_no
        said = step.help or (f"rest {step.exercise}" if first else step.exercise)
        if said not in found[-1:]:
            found.append(said)
    return found


def without_help(script: Script) -> Script:
    return tuple(step for step in script if not step.help)


def is_floor_work(step: Step, known: Mapping[str, Exercise]) -> bool:
    floor = known[step.exercise].form(step.version).place is Place.FLOOR
    return floor and step.kind is WORK


def lines(script: Script, way: str) -> list[int]:
    return [step.part for step in script if step.help == way]


# --- where ------------------------------------------------------------------------------


@pytest.mark.parametrize("way", LINES)
def test_there_are_as_many_lines_as_texts_and_they_take_about_40_seconds(way: str) -> None:
    file = RESOURCES / "texts" / "en" / "plan.toml"
    texts = tomllib.loads(file.read_text(encoding="utf-8"))["floor"][way]["lines"]
    steps = [step for step in played(1) if step.help == way]
    assert [step.part for step in steps] == list(range(1, len(texts) + 1))
    assert abs(sum(step.ms for step in steps) - WAY_MS) <= 2_000
    assert {step.kind for step in steps} == {READY}
    assert all(step.ms % 1000 == 0 for step in steps)


def test_down_comes_before_the_first_floor_exercise_and_up_after_the_last() -> None:
    names = ["childs-pose", "rest cat-cow", "cat-cow", "rest pelvic-tilts", "pelvic-tilts"]
    assert told(played(1)) == [DOWN, *names, UP]
    assert told(played(4))[-3:] == [UP, "rest seated-band-row", "seated-band-row"]


def test_what_stands_or_sits_before_and_after_is_outside_of_the_ways() -> None:
    easier = played(1, childs_pose=EASIER, pelvic_tilts=NO_FLOOR)
    assert told(easier) == [
        "childs-pose",
        "rest cat-cow",
        DOWN,
        "cat-cow",
        UP,
        "rest pelvic-tilts",
        "pelvic-tilts",
    ]


@pytest.mark.parametrize(("day", "only"), [(6, None), (5, "walking"), (7, "lunges")])
def test_where_nothing_is_done_on_the_floor_there_is_no_help(day: int, only: str | None) -> None:
    script = played(day, only)
    assert script == without_help(script)


def test_of_a_day_that_goes_on_the_rest_is_not_spent_on_the_floor() -> None:
    """Set 1 was done before: the rest then leads to set 2 at once."""
    lunges = {SetSide("lunges", 2, side) for side in Side}
    script = played(7, remaining=frozenset({SetSide("upper-back-extensions", 2), *lunges}))
    assert told(script) == [
        "lunges",
        "rest upper-back-extensions",
        DOWN,
        "upper-back-extensions",
        UP,
    ]


def test_yoga_begins_standing_and_the_help_comes_where_it_goes_down() -> None:
    script = played(5, "gentle-yoga")
    first = next(i for i, step in enumerate(script) if step.help)
    assert [s.segment for s in script[:first]] == ["", "standing-tall", "half-forward-bend"]
    assert script[first + LINES[DOWN]].segment == "down-to-the-mat"
    assert [step.help for step in script[-LINES[UP] :]] == [UP] * LINES[UP]
    assert told(played(5, "gentle-yoga", gentle_yoga=EASIER)) == ["gentle-yoga"]


def test_who_lay_down_for_the_roller_stays_there_until_yoga_is_over() -> None:
    script = played(5)
    assert told(script)[:5] == [DOWN, "foam-rolling", "rest gentle-yoga", "gentle-yoga", UP]


@given(strategies.days())
def test_help_is_only_around_floor_work_and_changes_nothing_else(laid: strategies.Laid) -> None:
    script = with_floor_help(laid.script, laid.exercises)
    assert without_help(script) == laid.script
    assert doses_in(script) == doses_in(laid.script)
    on_floor = [i for i, step in enumerate(script) if is_floor_work(step, laid.exercises)]
    if not on_floor:
        assert script == laid.script
        return
    assert lines(script, DOWN) == list(range(1, LINES[DOWN] + 1))
    assert lines(script, UP) == list(range(1, LINES[UP] + 1))
    ways = [i for i, step in enumerate(script) if step.help]
    last_down, first_up = ways[LINES[DOWN] - 1], ways[LINES[DOWN]]
    assert ways == [
        *range(last_down - LINES[DOWN] + 1, last_down + 1),
        *range(first_up, first_up + LINES[UP]),
    ]
    assert last_down < on_floor[0]
    assert on_floor[-1] < first_up
    leads = script[last_down + 1 : on_floor[0]]
    assert {s.exercise_no for s in leads} <= {script[on_floor[0]].exercise_no}
    assert not [s for s in leads if s.kind is REST and s.part == 1 and s.set_no == 1]
    assert script[first_up - 1].exercise_no == script[on_floor[-1]].exercise_no


# --- on the way -------------------------------------------------------------------------


def on_line(way: str, line: int, script: Script | None = None) -> Person:
    """Somebody who has just come to a line of a way, in day 1."""
    person = Person(script or played(1), known=EXERCISES)
    while (person.session.step.help, person.session.step.part) != (way, line):
        person.finishes(1)
    person.waits(engine.HELD_MS)
    return person


def test_the_lines_come_one_after_the_other_by_themselves() -> None:
    person = Person(played(1), known=EXERCISES)
    seen = []
    while person.session.step.help:
        seen.append(person.session.step.part)
        person.waits(person.session.step.ms - person.session.elapsed)
    assert seen == list(range(1, LINES[DOWN] + 1))
    assert (person.session.step.exercise, person.session.step.kind) == ("childs-pose", READY)


@pytest.mark.parametrize("command", [Command.NEXT, Command.LESS])
def test_a_line_can_be_ended_early(command: Command) -> None:
    person = on_line(DOWN, 3)
    person.asks(command)
    assert (person.session.step.help, person.session.step.part) == (DOWN, 4)


@pytest.mark.parametrize("line", [1, 4, LINES[DOWN]])
def test_skip_leaves_the_whole_way_down(line: int) -> None:
    person = on_line(DOWN, line)
    person.asks(Command.SKIP)
    step = person.session.step
    assert (step.help, step.kind, step.exercise, step.set_no) == ("", READY, "childs-pose", 1)


def test_skip_leaves_the_whole_way_up_for_what_comes_or_the_end() -> None:
    person = on_line(UP, 2)
    person.asks(Command.SKIP)
    assert person.session.phase is Phase.FINISHED
    person = on_line(UP, 2, played(4))
    person.asks(Command.SKIP)
    assert (person.session.step.kind, person.session.step.exercise) == (REST, "seated-band-row")


def test_restart_is_the_line_again_and_back_goes_to_the_set_before() -> None:
    person = on_line(UP, 5)
    person.asks(Command.RESTART)
    assert (person.session.step.part, person.session.elapsed) == (5, 0)
    person.asks(Command.BACK)
    assert (person.session.step.exercise, person.session.step.set_no) == ("pelvic-tilts", 2)


def test_help_is_nothing_that_was_done() -> None:
    person = on_line(DOWN, LINES[DOWN])
    assert done_records(person.session) == ()
    person.asks(Command.SKIP)
    person.finishes()
    helpless = Person(without_help(played(1)), known=EXERCISES)
    helpless.finishes()
    assert done_records(person.session) == done_records(helpless.session)


def test_who_skips_the_last_floor_exercise_is_still_helped_up() -> None:
    person = Person(played(1), known=EXERCISES)
    while person.session.step.exercise != "pelvic-tilts" or person.session.step.kind is not WORK:
        person.finishes(1)
    person.asks(Command.SKIP_EXERCISE)
    assert (person.session.step.help, person.session.step.part) == (UP, 1)
    person.asks(Command.SKIP_EXERCISE)
    assert person.session.phase is Phase.FINISHED


def test_who_skips_an_exercise_before_going_down_is_not_helped_up() -> None:
    only = played(1, "childs-pose")
    person = on_line(DOWN, 2, only)
    person.asks(Command.SKIP_EXERCISE)
    assert person.session.phase is Phase.FINISHED
    waiting = Person(played(1, childs_pose=EASIER, pelvic_tilts=NO_FLOOR), known=EXERCISES)
    while waiting.session.step.exercise != "cat-cow":
        waiting.finishes(1)
    assert waiting.session.step.kind is REST
    waiting.asks(Command.SKIP_EXERCISE)
    step = waiting.session.step
    assert (step.help, step.kind, step.exercise) == ("", REST, "pelvic-tilts")


def test_skipping_any_other_exercise_goes_to_the_next_one() -> None:
    person = Person(played(1), known=EXERCISES)
    person.reaches(WORK)
    person.asks(Command.SKIP_EXERCISE)
    assert (person.session.step.kind, person.session.step.exercise) == (REST, "cat-cow")


# --- another version on the way ---------------------------------------------------------


@pytest.mark.parametrize("line", [1, 4, LINES[DOWN]])
def test_another_version_on_the_way_down_keeps_the_way(line: int) -> None:
    person = on_line(DOWN, line, played(7, "plank"))
    before = person.session
    assert person.switches(EASIER) == ()
    after = person.session
    assert (after.index, after.elapsed, after.step.part) == (before.index, before.elapsed, line)
    assert lines(after.script, DOWN) == lines(before.script, DOWN)
    assert lines(after.script, UP) == lines(before.script, UP)
    assert version_on(after) is EASIER
    assert without_help(after.script) == without_help(played(7, "plank", plank=EASIER))
    person.switches(STANDARD)
    assert without_help(person.session.script) == without_help(played(7, "plank"))
    assert version_on(person.session) is STANDARD


def test_another_version_in_the_rest_before_the_way_keeps_it_where_it_was() -> None:
    script = played(7, plank=NO_FLOOR)
    assert told(script)[-4:] == ["rest upper-back-extensions", DOWN, "upper-back-extensions", UP]
    person = Person(script, known=EXERCISES)
    while person.session.step.exercise != "upper-back-extensions":
        person.finishes(1)
    person.switches(HARDER)
    assert told(person.session.script) == told(script)
    assert doses_in(person.session.script) == doses_in(script)
    harder = played(7, plank=NO_FLOOR, upper_back_extensions=HARDER)
    assert person.session.script[person.session.index :] == harder[person.session.index :]


def test_yoga_in_another_version_keeps_the_way_in_its_middle() -> None:
    """Who sits down for it may leave the way with one key."""
    person = Person(played(5, "gentle-yoga"), known=EXERCISES)
    person.finishes(1)
    person.switches(EASIER)
    script = person.session.script
    assert [(s.help, s.part, s.segment) for s in script] == [
        (s.help, s.part, s.segment) for s in played(5, "gentle-yoga")
    ]
    assert {step.version for step in script[1:]} == {EASIER}


@given(strategies.days(), st.data())
def test_a_version_may_change_anywhere_and_both_ways_stay_whole(
    laid: strategies.Laid, data: st.DataObject
) -> None:
    script = with_floor_help(laid.script, laid.exercises)
    index = data.draw(st.integers(0, len(script) - 1))
    session = Session(script, index=index, phase=Phase.RUNNING, seen=0)
    assume(Command.VERSION in engine.allowed(session))
    exercise = laid.exercises[session.step.exercise]
    others = [v for v in exercise.versions if v is not version_on(session)]
    assume(others)
    new = NewForm(exercise, data.draw(st.sampled_from(others)), laid.settings)
    after = engine.apply(session, Command.VERSION, 0, new)[0]
    assert lines(after.script, DOWN) == lines(script, DOWN)
    assert lines(after.script, UP) == lines(script, UP)
    assert doses_in(after.script) == doses_in(script)
    assert version_on(after) is new.version
    bare = engine.apply(
        msgspec.structs.replace(
            session, script=without_help(script), index=len(without_help(script[:index]))
        ),
        Command.VERSION,
        0,
        new,
    )[0]
    assert without_help(after.script) == bare.script


def test_an_exercise_without_a_get_ready_can_change_on_the_way_too() -> None:
    at_once = msgspec.structs.replace(BRIDGE, id="plank", get_ready=0, harder=Variant())
    day = Day(1, (Prescription("plank", Reps(4, 1)),))
    script = with_floor_help(script_for(day, {"plank": at_once}, Settings()), {"plank": at_once})
    person = Person(script, known={"plank": at_once})
    person.switches(HARDER)
    assert told(person.session.script) == [DOWN, "plank", UP]
    assert PLANK.id == person.session.step.exercise
