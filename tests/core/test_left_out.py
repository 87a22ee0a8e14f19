"""An exercise that is left out (R6) is never come back to; and all the rest made easier (R2)."""

import pytest
from msgspec.structs import replace

from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.floor import with_floor_help
from backplan_gui.core.records import done_records
from backplan_gui.core.script import StepKind, script_for
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.settings import Settings
from backplan_gui.core.switching import NewForm

from .samples import (
    BRIDGES,
    EXERCISES,
    KNOWN,
    PLANK_LEFT,
    SCRIPT,
    SEVEN_DAYS,
    Person,
    after,
    doses_in,
    laid_out,
    place,
)

C, P = Command, Phase
PLANK, BRIDGE, BUG, WALK = 1, 2, 3, 4


def test_what_is_left_out_ends_and_what_was_done_of_it_stays() -> None:
    person = Person()
    person.finishes(BRIDGES + 1)
    assert person.session.step.kind is StepKind.REST
    person.asks(C.LEAVE_OUT)
    assert (person.session.step.exercise, person.session.left_out) == ("dead-bug", (BRIDGE,))
    done = [d for d in done_records(person.session) if d.done]
    assert [(d.exercise, d.set_no) for d in done][-1] == ("bridge", 1)


def test_back_skips_over_it_and_the_way_on_again_does_too() -> None:
    person = Person()
    person.finishes(BRIDGES)
    person.asks(C.LEAVE_OUT)
    person.asks(C.BACK)
    assert person.session.step.exercise == "plank"
    ahead = person.session.script[person.session.index :]
    assert next(s.exercise for s in ahead if s.exercise != "plank") == "dead-bug"
    assert "bridge" not in {s.exercise for s in ahead}
    person.finishes()
    assert doses_in(person.session.script) == doses_in(SCRIPT)


def test_two_in_a_row_are_passed_by_too() -> None:
    session = after(place(BRIDGES), C.LEAVE_OUT, C.SKIP, C.LEAVE_OUT)
    assert (session.step.exercise, session.left_out) == ("walk", (BRIDGE, BUG))
    back = after(session, C.BACK)
    assert back.step.exercise == "plank"
    ahead = {s.exercise for s in back.script[back.index :]}
    assert ahead == {"plank", "walk"}


def test_before_the_first_that_is_not_left_out_there_is_nothing() -> None:
    session = after(place(PLANK_LEFT), C.LEAVE_OUT, C.SKIP, C.SKIP)
    assert (session.step.exercise, session.step.kind) == ("bridge", StepKind.WORK)
    assert C.BACK not in engine.allowed(session)


def test_in_the_rest_before_another_one_the_one_before_is_left_out() -> None:
    person = Person()
    person.reaches(StepKind.REST)
    while person.session.step.exercise != "bridge":
        person.reaches(StepKind.REST)
    index = person.session.index
    person.asks(C.LEAVE_OUT)
    assert (person.session.index, person.session.left_out) == (index, (PLANK,))


def test_the_last_one_left_out_ends_the_session() -> None:
    session = after(place(1, script=laid_out(only="bridge")), C.LEAVE_OUT)
    assert session.phase is P.FINISHED


def test_the_way_up_is_still_said_after_going_back_past_it() -> None:
    day = SEVEN_DAYS.day(1)
    script = with_floor_help(script_for(day, EXERCISES, Settings()), EXERCISES)
    ready = next(i for i, s in enumerate(script) if s.exercise == "pelvic-tilts") + 1
    session = after(place(ready, script=script), C.LEAVE_OUT)
    assert session.step.help == "getting-up"
    back = after(session, C.BACK)
    assert back.step.exercise == "cat-cow"
    ahead = [s for s in back.script[back.index :] if s.exercise == "pelvic-tilts"]
    assert ahead
    assert {s.help for s in ahead} == {"getting-up"}


# --- all the rest in the easier versions (R2) -------------------------------------------


def easier(*exercises: str) -> NewForm:
    first, *others = (NewForm(KNOWN[one], Version.EASIER, Settings()) for one in exercises)
    return replace(first, later=tuple(others))


def test_the_rest_of_the_session_is_in_the_versions_that_are_named() -> None:
    person = Person()
    person.finishes(BRIDGES)
    person.waits(7_000)
    person.asks(C.PAUSE)
    person.asks(C.VERSIONS, easier("bridge", "dead-bug", "walk"))
    session = person.session
    assert session.phase is P.PAUSED
    versions = {s.exercise: s.version for s in session.script[session.index :]}
    assert versions == dict.fromkeys(("bridge", "dead-bug", "walk"), Version.EASIER)
    assert {s.version for s in session.script if s.exercise == "plank"} == {Version.STANDARD}
    assert doses_in(session.script) == doses_in(SCRIPT)
    person.asks(C.RESUME)
    person.finishes()
    assert all(d.done for d in done_records(person.session))


def test_what_is_past_or_has_no_such_version_stays() -> None:
    person = Person()
    person.finishes(BRIDGES)
    person.asks(C.VERSIONS, easier("plank", "walk"))
    session = person.session
    versions = {s.exercise: s.version for s in session.script}
    assert versions["walk"] is Version.EASIER
    assert {versions[one] for one in ("plank", "bridge", "dead-bug")} == {Version.STANDARD}
    again = person.asks(C.VERSIONS, easier("walk"))
    assert (again, person.session.script) == ((), session.script)


def test_out_of_the_last_hold_only_what_comes_is_changed() -> None:
    person = Person(laid_out(only="plank"))
    person.finishes(15)
    assert person.session.step.kind is StepKind.LEAVE
    before = person.session.script
    person.asks(C.VERSIONS, easier("plank"))
    assert person.session.script == before


def test_a_helped_day_keeps_its_ways_to_the_floor_and_up() -> None:
    day = SEVEN_DAYS.day(2)
    script = with_floor_help(script_for(day, EXERCISES, Settings()), EXERCISES)
    helps = [s.help for s in script if s.help]
    forms = (NewForm(EXERCISES[p.exercise], Version.EASIER, Settings()) for p in day.exercises)
    first, *others = forms
    person = Person(script, known=EXERCISES)
    person.asks(C.VERSIONS, replace(first, later=tuple(others)))
    assert [s.help for s in person.session.script if s.help] == helps
    assert doses_in(person.session.script) == doses_in(script)
    assert {s.version for s in person.session.script} == {Version.EASIER}


def test_without_a_version_nothing_is_changed() -> None:
    person = Person()
    with pytest.raises(engine.NotAllowed, match="no version is named"):
        person.asks(C.VERSIONS)
