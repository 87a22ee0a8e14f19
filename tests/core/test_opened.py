"""Of a session that was, everything can be seen: what was planned, done, passed over and why."""

import msgspec
import pytest
from hypothesis import given

from backplan_gui.core.exercise import Version
from backplan_gui.core.opened import Fate, OpenedSession, opened, why_of
from backplan_gui.core.pain import Asked, CheckIn, LogLine
from backplan_gui.core.plan import Side
from backplan_gui.core.records import Done, SessionKind, SessionRecord, Unit, done_records
from backplan_gui.core.session import Command, Phase, Session
from tests import strategies

from .samples import DAY, SCRIPT, WALK, Person, laid_out, place

NAMES = {"plank": "Plank", "bridge": "Bridge", "dead-bug": "Dead Bug", "walk": "Walk"}
AT, DATE = "2026-11-24T09:30:00Z", "2026-11-24"
EASED = LogLine("1", "id", AT, DATE, "R4", "Day 1, Bridge: pain 3, then 5. Did fewer sets.")


def kept(session: Session, *, ended: str | None = AT, day: int | None = 1) -> SessionRecord:
    kind = SessionKind.PLAN if day else SessionKind.GENTLE
    return SessionRecord("id", "small", 1, day, AT, DATE, 60, session, ended, kind)


def look_at(session: Session, *lines: LogLine, ended: str | None = AT) -> OpenedSession:
    """A session of the small day, with what the log says of it."""
    record = kept(session, ended=ended)
    done = done_records(session)
    return opened(record, done, (), lines, "", names=NAMES, day=DAY)


def fates(session: OpenedSession, exercise: str) -> list[tuple[int, Side | None, Fate]]:
    (found,) = [one for one in session.exercises if one.exercise == exercise]
    return [(one.set_no, one.side, one.fate) for one in found.sets]


L, R = Side.LEFT, Side.RIGHT


def test_a_whole_session_has_every_set_on_every_side_done() -> None:
    person = Person()
    person.finishes()
    seen = look_at(person.session)
    done = Fate.DONE
    assert [e.exercise for e in seen.exercises] == ["plank", "bridge", "dead-bug", "walk"]
    assert fates(seen, "plank") == [(1, L, done), (1, R, done), (2, L, done), (2, R, done)]
    assert fates(seen, "dead-bug") == [(1, L, done), (1, R, done)]
    assert (seen.sets, seen.sets_done, seen.is_unfinished) == (6, 6, False)
    assert seen.length_ms == seen.planned_ms == person.session.guided


def test_planned_and_actual_stand_beside_each_other() -> None:
    person = Person()
    person.finishes(2)
    person.waits(8_000)
    person.asks(Command.SKIP)
    person.asks(Command.END)
    one = look_at(person.session).exercises[0].sets[0]
    assert (one.planned, one.actual, one.unit, one.fate) == (20, 8, Unit.SECONDS, Fate.PART)


def test_what_was_passed_over_is_told_from_what_was_not_reached() -> None:
    person = Person()
    person.finishes(2)
    person.asks(Command.SKIP_EXERCISE)
    person.finishes(2)
    person.waits(1)
    person.asks(Command.END)
    seen = look_at(person.session)
    assert fates(seen, "plank")[1] == (1, R, Fate.SKIPPED)
    assert fates(seen, "bridge") == [(1, None, Fate.NOT_REACHED), (2, None, Fate.NOT_REACHED)]
    reps = seen.exercises[1].sets[0]
    assert (reps.planned, reps.unit, seen.sets_done) == (4, Unit.REPS, 0)


def test_nothing_is_left_to_reach_in_a_session_that_ran_to_its_end() -> None:
    session = msgspec.structs.replace(place(len(SCRIPT)), phase=Phase.FINISHED)
    seen = look_at(session)
    assert {one.fate for e in seen.exercises for one in e.sets} == {Fate.SKIPPED}


def test_the_line_about_an_exercise_is_why_its_sets_were_not_done() -> None:
    session = msgspec.structs.replace(place(len(SCRIPT)), phase=Phase.FINISHED)
    seen = look_at(session, EASED)
    assert {one.why for one in seen.exercises[1].sets} == {"Pain 3, then 5. Did fewer sets."}
    assert {one.why for one in seen.exercises[0].sets} == {""}


def test_a_set_that_was_done_needs_no_reason() -> None:
    person = Person()
    person.finishes()
    seen = look_at(person.session, EASED)
    assert {one.why for e in seen.exercises for one in e.sets} == {""}


def test_a_set_that_was_not_reached_has_the_end_as_its_reason_and_no_other() -> None:
    person = Person()
    person.asks(Command.END)
    assert {one.why for one in look_at(person.session, EASED).exercises[1].sets} == {""}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Day 4, Side Plank: pain 3, then 5. Did fewer sets.", ""),
        ("Day 7, Plank: pain 3, then 5. Did fewer sets.", "Pain 3, then 5. Did fewer sets."),
        ("Plank: dizzy. Stopped for today.", "Dizzy. Stopped for today."),
        ("Day 7: pain 5. Chose: Easier.", ""),
    ],
)
def test_a_line_is_about_the_exercise_that_it_names(line: str, why: str) -> None:
    assert why_of([LogLine("1", None, AT, DATE, "R4", line)], "Plank") == why


def test_the_last_line_about_an_exercise_counts() -> None:
    lines = [msgspec.structs.replace(EASED, line=f"Day 1, Bridge: pain {n}.") for n in (4, 6)]
    assert why_of(lines, "Bridge") == "Pain 6."


def test_sets_that_were_taken_off_on_the_way_are_shown_with_the_reason() -> None:
    person = Person()
    while person.session.step.exercise != "bridge":
        person.finishes(1)
    person.finishes(2)
    person.asks(Command.FEWER)
    person.finishes()
    seen = look_at(person.session, EASED)
    assert fates(seen, "bridge") == [(1, None, Fate.DONE), (2, None, Fate.LEFT_OUT)]
    gone = seen.exercises[1].sets[1]
    assert (gone.planned, gone.actual, gone.unit) == (4, 0, Unit.REPS)
    assert gone.why == "Pain 3, then 5. Did fewer sets."
    assert (seen.sets, seen.sets_done) == (6, 5)


def test_of_a_hold_they_are_counted_in_seconds() -> None:
    person = Person()
    person.finishes(2)
    person.asks(Command.FEWER)
    person.finishes()
    line = msgspec.structs.replace(EASED, line="Day 1, Plank: pain 6. Did fewer sets.")
    gone = look_at(person.session, line).exercises[0].sets[2:]
    assert [(one.side, one.planned, one.unit) for one in gone] == [
        (L, 20, Unit.SECONDS),
        (R, 20, Unit.SECONDS),
    ]


def test_without_a_line_a_shorter_session_is_only_a_shorter_session() -> None:
    script = laid_out(only="bridge")[:2]
    session = Session(script, index=len(script), phase=Phase.FINISHED)
    assert [len(e.sets) for e in look_at(session).exercises] == [1]


def test_the_versions_used_are_told_set_by_set() -> None:
    person = Person()
    person.finishes(8)
    person.switches(Version.EASIER)
    person.finishes()
    versions = [one.version for one in look_at(person.session).exercises[0].sets]
    assert versions == [Version.STANDARD] * 2 + [Version.EASIER] * 2


def test_a_set_that_the_script_has_not_any_more_stays_as_it_was_recorded() -> None:
    done = Done(1, "bridge", 2, None, Version.STANDARD, 4, 4, Unit.REPS, done=True)
    session = Session(laid_out(only="bridge")[:2], phase=Phase.FINISHED)
    seen = opened(kept(session), (done,), (), (), "", names=NAMES)
    assert fates(seen, "bridge") == [(1, None, Fate.SKIPPED), (2, None, Fate.DONE)]


def test_a_walk_outside_is_as_long_as_was_told() -> None:
    walk = Done(1, WALK.id, 1, None, Version.STANDARD, 1200, 1500, Unit.SECONDS, done=True)
    seen = opened(kept(Session((), phase=Phase.FINISHED)), (walk,), (), (), "", names=NAMES)
    assert (seen.is_outside, seen.length_ms, seen.sets_done) == (True, 1_500_000, 1)
    assert fates(seen, "walk") == [(1, None, Fate.DONE)]


def test_a_session_that_can_go_on_says_so() -> None:
    assert look_at(Person().session, ended=None).is_unfinished


def test_answers_lines_and_note_are_told_as_they_were_given() -> None:
    said = [
        CheckIn(str(n), "id", AT, DATE, asked, n)
        for n, asked in enumerate((Asked.BEFORE, Asked.DURING, Asked.DURING, Asked.AFTER))
    ]
    record = kept(place(1), day=None)
    seen = opened(record, (), said, (EASED,), "Slept better", names=NAMES)
    assert (seen.before, seen.during, seen.after) == (said[0], tuple(said[1:3]), said[3])
    assert (seen.log, seen.note, seen.day) == ((EASED,), "Slept better", None)
    assert opened(record, (), (), (), "", names=NAMES).before is None


@given(session=strategies.sessions())
def test_of_any_session_every_recorded_set_is_there_as_recorded(session: Session) -> None:
    done = done_records(session)
    seen = opened(kept(session), done, (), (), "", names={})
    rows = {
        (e.number, one.set_no, one.side): (one.planned, one.actual, one.version)
        for e in seen.exercises
        for one in e.sets
    }
    for one in done:
        key = (one.exercise_no, one.set_no, one.side)
        assert rows[key] == (one.planned, one.actual, one.version)
    assert [e.number for e in seen.exercises] == sorted({s.exercise_no for s in session.script})
