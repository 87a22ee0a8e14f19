"""The journal: weeks, sessions to come, changes by hand and taking them back."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Side
from backplan_gui.core.records import SafetyGroup, SessionKind, SessionRecord
from backplan_gui.core.schedule import DayState
from backplan_gui.core.script import StepKind, length_ms
from backplan_gui.core.session import Command, Phase, Session
from backplan_gui.core.settings import Settings, Theme
from backplan_gui.core.switching import NewForm
from backplan_gui.journal import Journal
from backplan_gui.store.store import Store
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(resources.root())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "backplan.sqlite") as store:
        yield store


@pytest.fixture
def journal(store: Store, content: Content, clock: FakeClock) -> Journal:
    return Journal(store, content, clock)


def keep(store: Store, record: SessionRecord, session: Session, ended: str | None = "9") -> None:
    """Put a session with all that was done in it on disk."""
    store.begin(record)
    store.save(record.id, session, ended)


def played(record: SessionRecord, ms: int = 10**8) -> Session:
    """The session, begun and left alone for so long."""
    session, _ = engine.apply(record.session, Command.START, 0)
    return engine.apply(session, Command.TICK, ms)[0]


def sets_left(record: SessionRecord) -> list[tuple[str, int, Side | None]]:
    work = [s for s in record.session.script if s.kind is StepKind.WORK]
    return [(s.exercise, s.set_no, s.side) for s in work]


def test_a_played_day_is_done_and_the_next_one_waits(journal: Journal, store: Store) -> None:
    assert journal.week().next_day == 1
    record = journal.new_session(1)
    keep(store, record, played(record))
    assert journal.week().next_day == 2
    assert journal.week().day(1).done_on == journal.today == "2026-11-24"


def test_a_started_day_goes_on_with_the_sets_still_open(journal: Journal, store: Store) -> None:
    record = journal.new_session(1)
    session, _ = engine.apply(record.session, Command.START, 0)
    session, _ = engine.apply(session, Command.TICK, (20 + 42) * 1000)
    session, _ = engine.apply(session, Command.END, (20 + 42) * 1000)
    keep(store, record, session)
    assert journal.week().day(1).state is DayState.STARTED
    rest = journal.new_session(1)
    assert sets_left(rest)[:3] == [
        ("childs-pose", 2, None),
        ("childs-pose", 3, None),
        ("cat-cow", 1, None),
    ]
    keep(store, rest, played(rest))
    assert journal.week().day(1).state is DayState.DONE


def test_a_done_day_can_be_done_again_whole(journal: Journal, store: Store) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record))
    assert len(sets_left(journal.new_session(1))) == 7


def test_a_part_of_day_five_takes_the_minutes_chosen(journal: Journal) -> None:
    record = journal.new_session(5, "gentle-yoga", 17)
    work = [s.ms for s in record.session.script if s.kind is StepKind.WORK]
    assert sum(work) == 17 * 60_000


def test_a_mark_counts_a_day_until_it_is_taken_back(journal: Journal) -> None:
    journal.mark(3, True)
    assert journal.week().day(3).state is DayState.DONE
    assert journal.week().day(1).state is DayState.SKIPPED
    assert journal.undo()
    assert journal.week().day(3).state is DayState.COMING
    assert not journal.undo()


def test_a_day_counted_as_not_done_is_open_again(journal: Journal, store: Store) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record))
    journal.mark(1, False)
    assert journal.week().next_day == 1
    journal.undo()
    assert journal.week().next_day == 2


def test_only_the_last_change_can_be_taken_back(journal: Journal) -> None:
    journal.mark(1, True)
    journal.mark(2, True)
    journal.undo()
    assert not journal.can_undo
    assert journal.week().next_day == 2


def test_a_new_week_begins_with_nothing_done_and_can_be_taken_back(journal: Journal) -> None:
    for day in range(1, 8):
        journal.mark(day, True)
    assert journal.week().next_day is None
    journal.start_again()
    assert (journal.week().round, journal.week().days_done) == (2, 0)
    journal.undo()
    assert (journal.week().round, journal.week().days_done) == (1, 7)


def test_what_is_under_way_ends_with_its_week_and_comes_back_with_it(
    journal: Journal, store: Store
) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record, (20 + 42) * 1000), ended=None)
    journal.start_again()
    assert (journal.round, journal.unfinished()) == (2, None)
    ended = store.session(record.id)
    assert ended is not None
    assert ended.session.phase is Phase.ABANDONED
    assert store.done_sets("seven-days", 1)
    journal.undo()
    back = journal.unfinished()
    assert back is not None
    assert (back.id, back.round, back.session.phase) == (record.id, 1, Phase.RUNNING)
    assert journal.week().day(1).sets_done == 1


def test_it_does_not_come_back_where_something_was_begun_in_the_new_week(
    journal: Journal, store: Store
) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record), ended=None)
    journal.start_again()
    another = journal.new_session(1)
    keep(store, another, played(another), ended=None)
    journal.undo()
    found = journal.unfinished()
    assert found is not None
    assert (found.id, journal.round) == (another.id, 2)
    journal.end_unfinished()


@pytest.mark.parametrize(("minutes", "done"), [(0, False), (9, False), (10, True), (35, True)])
def test_a_walk_outside_counts_by_its_minutes(
    journal: Journal, store: Store, minutes: int, done: bool
) -> None:
    journal.log_walk(5, "walking", minutes)
    (walk,) = store.done_sets("seven-days")
    assert (walk.set.actual, walk.set.planned) == (60 * minutes, 1200)
    assert ("walking" in journal.week().day(5).exercises_done) is (minutes >= 20)
    assert walk.set.done is (minutes >= 20) or done


def test_a_walk_can_be_taken_back(journal: Journal, store: Store) -> None:
    journal.log_walk(5, "walking", 25)
    journal.undo()
    assert not store.done_sets("seven-days")
    assert journal.round == 1


def test_an_unfinished_session_can_be_ended_and_keeps_its_sets(
    journal: Journal, store: Store
) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record, (20 + 42) * 1000), ended=None)
    assert journal.unfinished() is not None
    journal.end_unfinished()
    assert journal.unfinished() is None
    kept = store.session(record.id)
    assert kept is not None
    assert kept.session.phase is Phase.ABANDONED
    assert journal.week().day(1).sets_done == 1
    journal.end_unfinished()


def test_practice_is_one_exercise_in_its_dose_and_belongs_to_no_day(journal: Journal) -> None:
    record = journal.new_practice("cat-cow", Version.EASIER)
    assert (record.day, record.kind, record.round) == (None, SessionKind.PRACTICE, 1)
    assert journal.new_session(1).kind is SessionKind.PLAN
    script = record.session.script
    work = [step for step in script if step.kind is StepKind.WORK]
    assert {(step.exercise, step.version) for step in script} == {("cat-cow", Version.EASIER)}
    assert [(step.set_no, step.reps) for step in work] == [(1, 10), (2, 10)]


def test_every_exercise_can_be_practised_in_every_version(
    journal: Journal, content: Content
) -> None:
    for name, exercise in content.exercises.items():
        for version in exercise.versions:
            script = journal.new_practice(name, version).session.script
            assert {step.version for step in script} == {version}
    assert length_ms(journal.new_practice("walking", Version.STANDARD).session.script) > 1_200_000


def test_practice_is_kept_and_no_day_has_more_of_it(journal: Journal, store: Store) -> None:
    started = journal.new_session(1)
    keep(store, started, played(started, (20 + 42) * 1000))
    before = journal.week()
    record = journal.new_practice("cat-cow", Version.STANDARD)
    keep(store, record, played(record))
    kept = [done for done in store.done_sets("seven-days") if done.session == record.id]
    assert [(done.day, done.set.set_no, done.set.done) for done in kept] == [
        (None, 1, True),
        (None, 2, True),
    ]
    assert journal.week() == before
    assert ("cat-cow", 1, None) in sets_left(journal.new_session(1))


def test_unfinished_practice_gives_way_to_a_day(journal: Journal, store: Store) -> None:
    record = journal.new_practice("plank", Version.HARDER)
    keep(store, record, played(record, 60_000), ended=None)
    found = journal.unfinished()
    assert found is not None
    assert (found.day, found.kind) == (None, SessionKind.PRACTICE)
    journal.end_unfinished()
    store.begin(journal.new_session(1))


def test_nothing_starts_before_the_warning_signs_were_answered(journal: Journal) -> None:
    assert not journal.may_exercise


@pytest.mark.parametrize(
    ("group", "checked", "may"),
    [
        (SafetyGroup.NONE, False, True),
        (SafetyGroup.ASK, False, False),
        (SafetyGroup.ASK, True, True),
        (SafetyGroup.CHECKED, False, False),
        (SafetyGroup.CHECKED, True, True),
        (SafetyGroup.EMERGENCY, False, False),
        (SafetyGroup.EMERGENCY, True, False),
    ],
)
def test_the_last_answer_decides(
    journal: Journal, group: SafetyGroup, checked: bool, may: bool
) -> None:
    journal.answer(SafetyGroup.NONE, (), checked=False)
    journal.answer(group, ("A1",), checked=checked)
    assert journal.may_exercise is may


def test_settings_are_kept_and_can_be_taken_back(
    journal: Journal, store: Store, content: Content, clock: FakeClock
) -> None:
    chosen = Settings(theme=Theme.DARK, first_side=Side.RIGHT, text_size=150)
    journal.change_settings(chosen)
    assert Journal(store, content, clock).settings == chosen
    journal.undo()
    assert Journal(store, content, clock).settings == journal.settings == Settings()


def test_a_setting_nobody_can_read_falls_back_alone(
    store: Store, content: Content, clock: FakeClock
) -> None:
    store.save_settings({"text_size": 7, "theme": "dark"})
    journal = Journal(store, content, clock)
    assert journal.settings == Settings(theme=Theme.DARK)
    assert journal.unusable_settings == ("text_size",)


def test_notes_and_the_windows_place_are_kept(journal: Journal, store: Store) -> None:
    record = journal.new_session(1)
    keep(store, record, played(record))
    journal.save_note(record.id, "  Slept better.\n")
    assert journal.note(record.id) == "Slept better."
    journal.keep("window", "abc")
    assert journal.kept("window") == "abc"
    assert journal.kept("nothing") is None


def test_a_session_belongs_to_the_date_and_round_in_which_it_began(
    journal: Journal, clock: FakeClock
) -> None:
    journal.start_again()
    clock.local_date = "2026-11-25"
    record = journal.new_session(2)
    assert (record.local_date, record.round, record.day, record.plan) == (
        "2026-11-25",
        2,
        2,
        "seven-days",
    )
    assert record.utc_offset == 60
    assert msgspec.structs.replace(record, session=record.session).ended is None


# --- versions kept, and what a changed one offers ----------------------------------------


def test_a_kept_version_begins_until_the_easier_ones_come_first(journal: Journal) -> None:
    journal.keep_version("dead-bug", Version.HARDER)
    journal.keep_version("glute-bridge", Version.EASIER)
    assert journal.versions_of(2) == {
        "dead-bug": Version.HARDER,
        "glute-bridge": Version.EASIER,
    }
    first = journal.versions_of(2, easier=True)
    assert set(first.values()) == {Version.EASIER}
    assert journal.undo()
    assert journal.versions_of(2) == {"dead-bug": Version.HARDER}


def test_only_what_was_changed_and_is_not_kept_is_offered_to_be_kept(
    journal: Journal, store: Store, content: Content
) -> None:
    record = journal.new_session(1)
    began = {step.exercise: step.version for step in record.session.script}
    session, _ = engine.apply(record.session, Command.START, 0)
    form = NewForm(content.exercises["childs-pose"], Version.EASIER, Settings())
    session, _ = engine.apply(session, Command.VERSION, 0, form)
    session, _ = engine.apply(session, Command.TICK, 10**8)
    keep(store, record, session)
    ended = msgspec.structs.replace(record, session=session)
    assert journal.outcome(ended, began).changed == (("childs-pose", Version.EASIER),)
    assert journal.outcome(ended).changed == ()
    journal.keep_version("childs-pose", Version.EASIER)
    assert journal.outcome(ended, began).changed == ()


@pytest.mark.parametrize(
    ("hour", "day", "tip"),
    [(9, 1, "hydrated"), (15, 1, "hydrated"), (16, 1, "sleep"), (9, 7, "sleep")],
)
def test_the_tip_at_the_end_fits_the_hour(
    journal: Journal, store: Store, clock: FakeClock, hour: int, day: int, tip: str
) -> None:
    """The clock of the tests is an hour east of UTC."""
    record = journal.new_session(day)
    session = played(record)
    keep(store, record, session)
    clock.hour = hour
    assert journal.outcome(msgspec.structs.replace(record, session=session)).tip == tip


def test_the_minutes_of_the_next_day_are_those_of_the_session_that_would_begin(
    journal: Journal, store: Store
) -> None:
    """The side planks of day 4 begin on the knees, in short holds that take longer."""
    for day in (1, 2):
        journal.mark(day, True)
    record = journal.new_session(3)
    session = played(record)
    keep(store, record, session)
    view = journal.outcome(msgspec.structs.replace(record, session=session))
    minutes = -(-length_ms(journal.new_session(4).session.script) // 60_000)
    assert (view.next_day, view.next_minutes) == (4, (minutes, minutes))
