"""What is put in comes out again, equal and in order."""

import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core.plan import Side
from backplan_gui.core.records import (
    Mark,
    MarkState,
    SafetyAnswer,
    SafetyGroup,
    SessionRecord,
    done_records,
)
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.settings import Pace, Settings, settings_from
from backplan_gui.store.errors import Busy, DamagedFile, StoreError, Unwritable
from backplan_gui.store.store import Store
from tests.store.conftest import FullDisk
from tests.store.samples import WHOLE_MS, after, record, started, walk
from tests.strategies import sessions

same_store = profile(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
END = "2026-11-24T10:00:00Z"


def with_session(record: SessionRecord, session: Session, ended: str | None) -> SessionRecord:
    return msgspec.structs.replace(record, session=session, ended=ended)


def tables(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    names = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {n: store._db.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for (n,) in names}


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
        assert tables(store) != before
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

    def test_the_sets_of_a_plan_are_found_without_reading_scripts(self, store: Store) -> None:
        plan = store._db.execute(
            "EXPLAIN QUERY PLAN SELECT s.id, s.round, s.day, s.begun, s.local_date"
            " FROM session AS s WHERE s.plan = 'seven-days' ORDER BY s.begun, s.id"
        ).fetchall()
        assert [row[3] for row in plan] == [
            "SEARCH s USING COVERING INDEX session_of_plan (plan=?)"
        ]


class TestMarksAndAnswers:
    def test_rounds_are_those_of_sessions_and_marks(self, store: Store) -> None:
        assert store.rounds("seven-days") == ()
        store.add_finished(record(round=2, ended=END), ())
        store.add_finished(record(round=1, ended=END), ())
        store.add_finished(record(round=1, ended=END), ())
        store.add_finished(record(plan="other", round=7, ended=END), ())
        store.add_mark(Mark("m", "seven-days", 3, 0, MarkState.ROUND, END, "2026-11-24"))
        store.add_mark(Mark("n", "other", 8, 0, MarkState.ROUND, END, "2026-11-24"))
        assert store.rounds("seven-days") == (1, 2, 3)

    def test_marks_come_in_the_order_in_which_they_were_made(self, store: Store) -> None:
        later = Mark("b", "seven-days", 1, 2, MarkState.DONE, "2026-11-25T08:00:00Z", "2026-11-25")
        earlier = Mark("a", "seven-days", 1, 2, MarkState.OPEN, END, "2026-11-24")
        store.add_mark(later)
        store.add_mark(earlier)
        store.add_mark(earlier)
        assert store.marks("seven-days") == (later, earlier)
        assert store.marks("other") == ()
        store.remove_mark("b")
        assert store.marks("seven-days") == (earlier,)

    def test_the_answer_given_last_counts_whatever_its_clock_said(self, store: Store) -> None:
        assert store.last_answer() is None
        asked = SafetyAnswer("x", END, "2026-11-24", SafetyGroup.ASK, ("a1", "a4"), "2026-11-23")
        urgent = SafetyAnswer("y", "2026-11-24T08:00:00Z", "2026-11-24", SafetyGroup.EMERGENCY)
        store.add_answer(asked)
        store.add_answer(urgent)
        store.add_answer(urgent)
        assert store.answers() == (asked, urgent)
        assert store.last_answer() == urgent
        store.remove_answer("y")
        assert store.last_answer() == asked


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


class TestSettings:
    @same_store
    @given(values=st.dictionaries(st.text(), json_values))
    def test_any_values_come_back_equal(self, store: Store, values: dict[str, Any]) -> None:
        store.save_settings(values)
        assert {key: value for key, value in store.settings().items() if key in values} == values

    def test_settings_survive_a_restart(self, path: Path) -> None:
        mine = Settings(pace=Pace.OWN, text_size=150, emergency_number="112")
        with Store.open(path) as store:
            store.save_settings(msgspec.to_builtins(mine))
            store.put("window", "AdnQywAD")
        with Store.open(path) as store:
            assert settings_from(store.settings()) == (mine, ())
            assert store.value("window") == "AdnQywAD"
            assert store.value("other") is None

    def test_one_bad_value_costs_only_itself(self, store: Store) -> None:
        store.save_settings({"text_size": 150, "pace": "own"})
        store._db.execute("UPDATE setting SET value = '{' WHERE key = 'pace'")
        assert settings_from(store.settings()) == (Settings(text_size=150), ("pace",))
        assert store.value("pace") is None


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
        assert tables(store)["check_in"] == 1
        store.save_note(kept.id, "", END)
        assert tables(store)["check_in"] == 0

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


class TestFaults:
    def test_a_full_disk_costs_nothing_that_was_saved(
        self, store: Store, path: Path, full_disk: FullDisk
    ) -> None:
        kept = record()
        store.begin(kept)
        store.save(kept.id, after(31_000))
        with full_disk(path.stat().st_size), pytest.raises(Unwritable, match="full"):
            store.save_note(kept.id, "long " * 20_000, END)
        assert store.unfinished() == with_session(kept, after(31_000), None)
        assert store.note(kept.id) == ""
        store.save_note(kept.id, "long " * 20_000, END)
        assert len(store.note(kept.id)) == 100_000

    def test_another_program_makes_it_wait_only_a_moment(self, store: Store, path: Path) -> None:
        kept = record()
        store.begin(kept)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy):
            store.save(kept.id, after(31_000))
        with pytest.raises(Busy):
            store.unfinished()
        other.execute("ROLLBACK")
        other.close()
        store.save(kept.id, after(31_000))
        assert store.unfinished() == with_session(kept, after(31_000), None)

    @pytest.mark.parametrize(
        "fault",
        [
            "state = '{'",
            "state = '[]'",
            "script = '[{}]'",
            "phase = 'asleep'",
        ],
    )
    def test_a_session_that_makes_no_sense_is_damage(self, store: Store, fault: str) -> None:
        store.begin(record())
        store._db.execute(f"UPDATE session SET {fault}")
        with pytest.raises(DamagedFile):
            store.unfinished()

    @pytest.mark.parametrize("column", ["side", "version", "unit"])
    def test_a_set_that_makes_no_sense_is_damage(self, store: Store, column: str) -> None:
        store.begin(record(after(31_000)))
        store._db.execute(f"UPDATE done_set SET {column} = 'both'")
        with pytest.raises(DamagedFile):
            store.done_sets("seven-days")

    def test_a_closed_store_says_so(self, path: Path) -> None:
        store = Store.open(path)
        store.close()
        with pytest.raises(StoreError, match="closed"):
            store.marks("seven-days")
