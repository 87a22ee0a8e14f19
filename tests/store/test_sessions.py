"""Sessions, their sets and their notes come out as they were put in."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core.pain import Asked, CheckIn, LogLine
from backplan_gui.core.plan import Side
from backplan_gui.core.records import SessionKind, SessionSummary, done_records
from backplan_gui.core.session import Phase, Session
from backplan_gui.store.errors import DamagedFile, StoreError
from backplan_gui.store.store import Store
from tests.store.conftest import tables
from tests.store.samples import WHOLE_MS, after, record, started, walk, with_session
from tests.strategies import sessions

same_store = profile(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
END = "2026-11-24T10:00:00Z"


class TestSessions:
    @same_store
    @given(session=sessions())
    def test_any_session_comes_back_equal(self, store: Store, session: Session) -> None:
        kept = record(session)
        store.begin(kept)
        assert store.unfinished() == kept
        store.save(kept.id, session, END)
        assert store.session(kept.id) == with_session(kept, session, END)
        rows = sorted(done_records(session), key=lambda d: (d.exercise_no, d.set_no, d.side or ""))
        found = [d for d in store.done_sets("seven-days") if d.session == kept.id]
        assert [d.set for d in found] == rows

    def test_a_checkpoint_takes_the_place_of_the_one_before(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(12_000))
        store.save(kept.id, after(47_000))
        assert store.unfinished() == with_session(kept, after(47_000), None)

    def test_a_set_appears_once_however_often_it_is_saved(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(31_000))
        ids = store._db.execute("SELECT id FROM done_set").fetchall()
        store.save(kept.id, after(31_000))
        store.save(kept.id, after(32_000))
        assert [d.set.side for d in store.done_sets("seven-days")] == [Side.LEFT]
        assert store._db.execute("SELECT id FROM done_set").fetchall() == ids

    def test_a_set_done_again_is_brought_up_to_date(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        early = msgspec.structs.replace(after(31_000).worked[0], amount=9_000, complete=False)
        store.save(kept.id, msgspec.structs.replace(after(31_000), worked=(early,)))
        assert [(d.set.actual, d.set.done) for d in store.done_sets("seven-days")] == [(9, False)]
        store.save(kept.id, after(31_000))
        assert [(d.set.actual, d.set.done) for d in store.done_sets("seven-days")] == [(20, True)]

    def test_only_one_session_is_unfinished(self, store: Store) -> None:
        first, second = record(), record()
        assert store.unfinished() is None
        store.begin(first)
        with pytest.raises(StoreError, match="UNIQUE"):
            store.begin(second)
        assert store.unfinished() == first
        store.save(first.id, after(WHOLE_MS), END)
        assert store.unfinished() is None
        store.begin(second)
        assert store.unfinished() == second

    def test_beginning_twice_is_beginning_once(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        store.begin(kept)
        assert store.unfinished() == kept

    def test_an_ended_session_can_be_opened_again(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(12_000), END)
        store.save(kept.id, after(12_000))
        assert store.unfinished() == with_session(kept, after(12_000), None)

    def test_a_walk_is_kept_as_it_is_told(self, store: Store) -> None:
        store.begin(record())
        told = record(msgspec.structs.replace(started(), phase=Phase.FINISHED), ended=END, day=5)
        store.add_finished(told, (walk(25),))
        assert store.session(told.id) == told
        (found,) = store.done_sets("seven-days")
        assert found.set == walk(25)
        assert (found.session, found.day, found.local_date) == (told.id, 5, "2026-11-24")

    def test_a_removed_session_leaves_nothing_behind(self, store: Store) -> None:
        before = tables(store)
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(WHOLE_MS), END)
        store.save_note(kept.id, "went well", END)
        store.add_check_in(CheckIn("a", kept.id, END, "2026-11-24", Asked.BEFORE, 3))
        store.add_log(LogLine("l", kept.id, END, "2026-11-24", "R7", "Day 1: all done."))
        assert {"session", "done_set", "note", "check_in", "log"} == {
            name for name, count in tables(store).items() if count > before[name]
        }
        store.remove_session(kept.id)
        assert tables(store) == before
        assert store.session(kept.id) is None

    def test_saving_a_removed_session_says_so(self, store: Store) -> None:
        with pytest.raises(StoreError, match="no longer"):
            store.save("gone", started())

    def test_sets_come_in_the_order_of_their_sessions(self, store: Store) -> None:
        begun = ("2026-03-02T09:00:00Z", "2026-01-01T09:00:00Z", "2026-02-01T09:00:00Z")
        for number, instant in enumerate(begun, start=1):
            day = None if number == 2 else number
            kept = record(begun=instant, round=number, day=day, ended=END)
            store.add_finished(kept, (walk(number),))
        other = record(plan="other", round=9, ended=END)
        store.add_finished(other, (walk(60),))
        assert [d.set.actual for d in store.done_sets("seven-days")] == [120, 180, 60]
        assert [d.day for d in store.done_sets("seven-days")] == [None, 3, 1]
        assert [d.begun for d in store.done_sets("seven-days", 3)] == [begun[2]]
        assert store.done_sets("none") == ()

    @pytest.mark.parametrize("kind", [SessionKind.GENTLE, SessionKind.PRACTICE])
    def test_a_gentle_day_and_practice_belong_to_no_day(
        self, store: Store, kind: SessionKind
    ) -> None:
        with pytest.raises(StoreError, match="CHECK"):
            store.begin(record(kind=kind))
        kept = record(kind=kind, day=None)
        store.begin(kept)
        found = store.unfinished()
        assert found == kept
        assert isinstance(found.kind, SessionKind)


class TestThePast:
    def test_sessions_come_in_order_of_time(self, store: Store) -> None:
        later = record(after(31_000), begun="2026-03-02T09:00:00Z", round=2)
        earlier = record(after(WHOLE_MS), begun="2026-01-01T09:00:00Z", ended=END, day=3)
        gentle = record(begun="2026-02-01T09:00:00Z", ended=END, day=None, kind=SessionKind.GENTLE)
        for kept in (later, earlier, gentle, record(plan="other", ended=END)):
            store.begin(kept)
        expected = [
            SessionSummary(k.id, k.kind, k.day, k.round, k.begun, k.local_date, k.ended, phase)
            for k, phase in (
                (earlier, Phase.FINISHED),
                (gentle, Phase.RUNNING),
                (later, Phase.RUNNING),
            )
        ]
        assert list(store.sessions("seven-days")) == expected
        assert list(store.sessions("seven-days", 2)) == expected[2:]
        assert store.sessions("none") == ()
        for summary in store.sessions("seven-days"):
            assert isinstance(summary.kind, SessionKind)
            assert isinstance(summary.phase, Phase)

    def test_a_summary_follows_its_session(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(WHOLE_MS), END)
        (summary,) = store.sessions("seven-days")
        assert (summary.ended, summary.phase) == (END, Phase.FINISHED)

    def test_the_past_is_read_without_reading_scripts(self, store: Store) -> None:
        """An index holds all that is asked for: the table itself is not looked at."""
        said: list[str] = []
        store._db.set_trace_callback(said.append)
        store.sessions("seven-days")
        store.sessions("seven-days", 2)
        store.done_sets("seven-days")
        store._db.set_trace_callback(None)
        assert len(said) == 3
        for sql in said:
            plan = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert any("COVERING INDEX session_of_plan (plan=?)" in line for line in plan), plan

    def test_a_phase_that_makes_no_sense_is_damage(self, store: Store) -> None:
        store.begin(record())
        store._db.execute("UPDATE session SET phase = 'asleep'")
        with pytest.raises(DamagedFile):
            store.sessions("seven-days")


class TestNotes:
    @same_store
    @given(text=st.text())
    def test_any_text_comes_back_equal(self, store: Store, text: str) -> None:
        kept = record(ended=END)
        store.add_finished(kept, ())
        store.save_note(kept.id, text, END)
        assert store.note(kept.id) == text

    def test_a_note_is_replaced_and_an_empty_one_is_gone(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        assert store.note(kept.id) == ""
        store.save_note(kept.id, "first", END)
        store.save_note(kept.id, "second", END)
        assert store.note(kept.id) == "second"
        assert tables(store)["note"] == 1
        store.save_note(kept.id, "", END)
        assert tables(store)["note"] == 0

    def test_an_erased_note_is_not_left_in_the_file(self, store: Store, path: Path) -> None:
        kept = record()
        store.begin(kept)
        store.save_note(kept.id, "a private matter", END)
        assert b"a private matter" in path.read_bytes()
        store.save_note(kept.id, "", END)
        assert b"a private matter" not in path.read_bytes()

    def test_a_note_that_cannot_be_kept_says_so(self, store: Store) -> None:
        kept = record()
        store.begin(kept)
        with pytest.raises(StoreError, match="character"):
            store.save_note(kept.id, "half a \ud83d", END)
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            store.save_note("no session", "text", END)
