"""The history as the file has it: all of it in one look, and nothing of practice."""

import msgspec
import pytest

from backplan_gui.core.counted import Counted, counted
from backplan_gui.core.history import HistorySession
from backplan_gui.core.pain import Asked, CheckIn
from backplan_gui.core.records import SessionKind, SessionRecord
from backplan_gui.core.session import Phase, Session
from backplan_gui.store import schema
from backplan_gui.store.counting import count_sessions
from backplan_gui.store.errors import DamagedFile
from backplan_gui.store.schema import MIGRATIONS
from backplan_gui.store.store import Store
from tests.store.samples import WHOLE_MS, after, record, walk

END = "2026-11-24T10:00:00Z"
PLAN = "seven-days"


def said(kept: SessionRecord, asked: Asked, pain: int | None, *, ache: bool = False) -> CheckIn:
    return CheckIn(f"{kept.id}-{asked}-{pain}", kept.id, END, END[:10], asked, pain, ache=ache)


def only(store: Store) -> HistorySession:
    (one,) = store.history(PLAN)
    return one


def test_a_session_comes_with_all_that_is_told_of_it(store: Store) -> None:
    kept = record(after(WHOLE_MS), ended=END)
    store.begin(kept)
    store.add_check_in(said(kept, Asked.BEFORE, 5))
    store.add_check_in(said(kept, Asked.DURING, 9))
    store.add_check_in(said(kept, Asked.AFTER, 3, ache=True))
    store.save_note(kept.id, "Slept better", END)
    assert only(store) == HistorySession(
        kept.id, SessionKind.PLAN, 1, 1, kept.begun, kept.local_date, 60, END, Phase.FINISHED,
        WHOLE_MS, 2, 2, 5, 3, "Slept better", after_ache=True,
    )  # fmt: skip
    assert isinstance(only(store).kind, SessionKind)
    assert isinstance(only(store).phase, Phase)


def test_who_said_nothing_has_no_numbers(store: Store) -> None:
    kept = record(ended=END)
    store.begin(kept)
    store.add_check_in(said(kept, Asked.BEFORE, None))
    store.add_check_in(said(kept, Asked.DURING, 6))
    one = only(store)
    assert (one.before, one.after, one.note, one.has_numbers) == (None, None, "", False)


def test_the_ache_of_muscles_is_told_apart(store: Store) -> None:
    kept = record(ended=END)
    store.begin(kept)
    store.add_check_in(said(kept, Asked.BEFORE, 4, ache=True))
    assert (only(store).before_ache, only(store).after_ache) == (True, False)


def test_an_answer_without_a_session_belongs_to_none(store: Store) -> None:
    store.begin(record(ended=END))
    store.add_check_in(CheckIn("id", None, END, END[:10], Asked.BEFORE, 8))
    assert not only(store).has_numbers


def test_sessions_come_in_order_of_time_without_practice(store: Store) -> None:
    first = record(begun="2026-01-01T09:00:00Z", ended=END)
    gentle = record(begun="2026-02-01T09:00:00Z", ended=END, day=None, kind=SessionKind.GENTLE)
    practice = record(begun="2026-03-01T09:00:00Z", ended=END, day=None, kind=SessionKind.PRACTICE)
    last = record(begun="2026-04-01T09:00:00Z", round=2)
    for kept in (last, practice, record(plan="other", ended=END), gentle, first):
        store.begin(kept)
    assert [one.id for one in store.history(PLAN)] == [first.id, gentle.id, last.id]
    assert store.history("none") == ()


def test_a_session_under_way_grows_with_every_save(store: Store) -> None:
    kept = record()
    store.begin(kept)
    assert (only(store).sets, only(store).sets_done, only(store).ended) == (2, 0, None)
    half = after(WHOLE_MS // 2)
    store.save(kept.id, half)
    assert only(store).guided_ms == WHOLE_MS // 2
    store.save(kept.id, after(WHOLE_MS), END)
    assert (only(store).sets_done, only(store).ended) == (2, END)
    assert only(store).guided_ms == WHOLE_MS


@pytest.mark.parametrize(("minutes", "done"), [(25, 1), (10, 0)])
def test_a_walk_that_was_logged_tells_its_own_length(store: Store, minutes: int, done: int) -> None:
    kept = record(Session((), phase=Phase.FINISHED), day=5, ended=END)
    store.add_finished(kept, (walk(minutes),))
    one = only(store)
    assert (one.guided_ms, one.outside_ms) == (0, 60_000 * minutes)
    assert (one.sets, one.sets_done) == (1, done)


def test_a_session_of_nothing_is_no_walk(store: Store) -> None:
    store.add_finished(record(Session((), phase=Phase.FINISHED), ended=END), ())
    one = only(store)
    assert (one.outside_ms, one.sets, one.sets_done) == (0, 0, 0)


def test_the_history_is_read_without_reading_scripts(store: Store) -> None:
    """An index holds all that is asked of a session: the table itself is not looked at."""
    asked: list[str] = []
    store._db.set_trace_callback(asked.append)
    store.history(PLAN)
    store._db.set_trace_callback(None)
    looked = [sql for sql in asked if "session AS s" in sql or "FROM session " in sql]
    assert len(looked) == 2
    for sql in looked:
        plan = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert any("COVERING INDEX session_of_plan (plan=?)" in line for line in plan), plan


def test_a_phase_that_makes_no_sense_is_damage(store: Store) -> None:
    store.begin(record())
    store._db.execute("UPDATE session SET phase = 'asleep'")
    with pytest.raises(DamagedFile):
        store.history(PLAN)


def test_what_was_counted_at_once_is_what_is_counted_at_every_save(store: Store) -> None:
    """An older file ends with the same columns as if this version had written it."""
    ids = []
    for number, session in enumerate((after(WHOLE_MS // 2), after(WHOLE_MS))):
        kept = msgspec.structs.replace(record(session, ended=END), id=str(number))
        store.begin(kept)
        ids.append(kept.id)
    before = [(s.guided_ms, s.sets, s.sets_done) for s in store.history(PLAN)]
    store._db.execute("UPDATE session SET guided = 0, sets = 0, sets_done = 0")
    count_sessions(store._db)
    assert [(s.guided_ms, s.sets, s.sets_done) for s in store.history(PLAN)] == before
    assert before[1] == counted(after(WHOLE_MS)) == Counted(WHOLE_MS, 2, 2)


@pytest.mark.parametrize("column", ["script", "state"])
@pytest.mark.parametrize("text", ["no JSON", "17", "null", '["odd"]', '{"guided": "long"}'])
def test_a_session_that_cannot_be_understood_is_no_reason_to_refuse_a_file(
    store: Store, column: str, text: str
) -> None:
    store.begin(record(after(WHOLE_MS), ended=END))
    store._db.execute(f"UPDATE session SET {column} = ?", (text,))
    count_sessions(store._db)
    found = store._db.execute("SELECT guided, sets, sets_done FROM session").fetchone()
    assert found == Counted(0, 0, 0)
    assert only(store).sets == 4  # what is recorded of it is told all the same


def test_the_version_that_counts_is_the_third() -> None:
    assert MIGRATIONS[2] is schema._to_v3
