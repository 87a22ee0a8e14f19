"""Marks, answers and settings come out as they were put in, and faults cost nothing kept."""

import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core.records import Mark, MarkState, SafetyAnswer, SafetyGroup
from backplan_gui.core.settings import Pace, Settings, settings_from
from backplan_gui.store.errors import Busy, DamagedFile, StoreError, Unwritable
from backplan_gui.store.store import Store
from tests.store.conftest import FullDisk, is_one_sentence
from tests.store.samples import after, record, with_session

same_store = profile(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
END = "2026-11-24T10:00:00Z"


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
        with pytest.raises(StoreError, match="closed") as told:
            store.marks("seven-days")
        assert is_one_sentence(str(told.value))
