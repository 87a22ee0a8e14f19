"""A session is corrected, taken out and put back, and the way back leaves no trace."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core.pain import Asked, CheckIn, LogLine
from backplan_gui.core.records import SessionKind, SessionRecord, done_records
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.timing import Timing
from backplan_gui.store.amending import CHILDREN
from backplan_gui.store.errors import DamagedFile, StoreError
from backplan_gui.store.store import Store
from tests.store.samples import WHOLE_MS, after, record, walk
from tests.strategies import sessions

END = "2026-11-24T10:00:00Z"
EARLIER = Timing("2026-11-22T18:00:00Z", "2026-11-22", 60, "2026-11-22T18:20:00Z", 480_000)
same_store = profile(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
Rows = dict[str, list[tuple[Any, ...]]]


def everything(store: Store) -> Rows:
    """All rows of all tables, each in its place among the others."""
    found = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: store._db.execute(f"SELECT rowid, * FROM {name} ORDER BY rowid").fetchall()
        for (name,) in found
    }


def keep(
    store: Store, session: Session, *, answers: int = 0, lines: int = 0, note: str = ""
) -> SessionRecord:
    """A session that has ended, with so much said in it."""
    kept = record(session, ended=END)
    store.add_finished(kept, done_records(session))
    asked = [Asked.BEFORE, Asked.AFTER, *[Asked.DURING] * 9]
    for number in range(answers):
        id = f"{kept.id}-{number}"
        store.add_check_in(CheckIn(id, kept.id, END, END[:10], asked[number], number))
    for number in range(lines):
        store.add_log(LogLine(f"{kept.id}-{number}", kept.id, END, END[:10], "R4", f"{number}"))
    store.save_note(kept.id, note, END)
    return kept


@pytest.fixture
def kept(store: Store) -> SessionRecord:
    """A whole session between two others."""
    keep(store, after(31_000), answers=2, lines=1, note="First")
    kept = keep(store, after(WHOLE_MS), answers=4, lines=3, note="Slept better")
    keep(store, after(40_000), answers=3, lines=2, note="Last")
    return kept


histories = st.lists(
    st.tuples(sessions(), st.integers(0, 5), st.integers(0, 4), st.sampled_from(("", "Well"))),
    min_size=1,
    max_size=4,
)


class TestTakingOut:
    @same_store
    @given(history=histories, data=st.data())
    def test_out_and_back_is_the_same_file_row_by_row(
        self, store: Store, history: list[tuple[Session, int, int, str]], data: st.DataObject
    ) -> None:
        made = [keep(store, s, answers=a, lines=n, note=note) for s, a, n, note in history]
        before = everything(store)
        chosen = data.draw(st.sampled_from(made)).id
        taken = store.take_out(chosen)
        assert everything(store) != before
        store.put_back(taken)
        assert everything(store) == before

    def test_nothing_of_it_stays_and_nothing_else_goes(
        self, store: Store, kept: SessionRecord
    ) -> None:
        before = everything(store)
        taken = store.take_out(kept.id)
        now = everything(store)
        for name, rows in before.items():
            gone = [row for row in rows if row not in now[name]]
            assert len(gone) == taken.count(name)
            assert all(kept.id in row for row in gone)
            assert [row for row in now[name] if row not in rows] == []
        assert [taken.count(name) for name in ("session", *CHILDREN)] == [1, 4, 4, 1, 3]

    def test_every_table_that_belongs_to_sessions_is_known(self, store: Store) -> None:
        names = [name for name in everything(store) if name != "session"]
        belong = {
            name
            for name in names
            if store._db.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        }
        assert belong == set(CHILDREN)

    def test_where_its_place_was_taken_meanwhile_it_gets_another(self, store: Store) -> None:
        kept = keep(store, after(WHOLE_MS), answers=3, lines=2, note="Well")
        taken = store.take_out(kept.id)
        other = keep(store, after(31_000), answers=2, lines=2, note="Other")
        store.put_back(taken)
        assert store.session(kept.id) is not None
        assert len(store.check_ins_of(kept.id)) == 3
        assert len(store.check_ins_of(other.id)) == 2
        assert (store.note(kept.id), store.note(other.id)) == ("Well", "Other")

    def test_putting_back_twice_is_putting_back(self, store: Store, kept: SessionRecord) -> None:
        before = everything(store)
        taken = store.take_out(kept.id)
        store.put_back(taken)
        store.put_back(taken)
        assert everything(store) == before

    def test_one_that_is_not_finished_stays(self, store: Store) -> None:
        kept = record(after(31_000))
        store.begin(kept)
        before = everything(store)
        with pytest.raises(StoreError, match="not finished"):
            store.take_out(kept.id)
        with pytest.raises(StoreError, match="not finished"):
            store.correct(kept.id, EARLIER)
        assert everything(store) == before

    def test_one_that_is_not_there_cannot_be_taken(self, store: Store) -> None:
        with pytest.raises(StoreError, match="no longer"):
            store.take_out("nobody")

    def test_one_whose_script_cannot_be_read_can_be_taken_out_all_the_same(
        self, store: Store, kept: SessionRecord
    ) -> None:
        store._db.execute("UPDATE session SET script = '[' WHERE id = ?", (kept.id,))
        with pytest.raises(DamagedFile):
            store.correct(kept.id, EARLIER)
        store.put_back(store.take_out(kept.id))
        store.take_out(kept.id)
        assert store.check_ins_of(kept.id) == ()


class TestCorrecting:
    def test_date_time_and_length_are_those_that_were_said(
        self, store: Store, kept: SessionRecord
    ) -> None:
        store.correct(kept.id, EARLIER)
        found = store.session(kept.id)
        session = msgspec.structs.replace(kept.session, guided=EARLIER.length_ms)
        assert found == msgspec.structs.replace(
            kept,
            begun=EARLIER.begun,
            local_date=EARLIER.local_date,
            ended=EARLIER.ended,
            session=session,
        )
        (past,) = [one for one in store.history("seven-days") if one.id == kept.id]
        assert (past.guided_ms, past.local_date) == (480_000, "2026-11-22")

    def test_what_was_done_and_said_stays_as_it_was(
        self, store: Store, kept: SessionRecord
    ) -> None:
        before = everything(store)
        store.correct(kept.id, EARLIER)
        now = everything(store)
        assert [name for name in before if before[name] != now[name]] == ["session"]

    @same_store
    @given(session=sessions(), length=st.integers(0, 1440))
    def test_put_back_it_is_as_it_was_row_by_row(
        self, store: Store, session: Session, length: int
    ) -> None:
        kept = keep(store, session, answers=3, lines=2, note="Well")
        before = everything(store)
        taken = store.as_it_is(kept.id)
        store.correct(kept.id, msgspec.structs.replace(EARLIER, length_ms=60_000 * length))
        store.save_note(kept.id, "Other", END)
        store.put_back(taken)
        assert everything(store) == before

    @pytest.mark.parametrize(("minutes", "done"), [(0, False), (19, False), (20, True)])
    def test_a_walk_outside_is_done_from_its_planned_time_on(
        self, store: Store, minutes: int, done: bool
    ) -> None:
        kept = record(Session((), phase=Phase.FINISHED), ended=END, day=5)
        store.add_finished(kept, (walk(25),))
        store.correct(kept.id, msgspec.structs.replace(EARLIER, length_ms=60_000 * minutes))
        (one,) = store.sets_of(kept.id)
        assert (one.actual, one.done) == (60 * minutes, done)


class TestLooking:
    def test_only_what_belongs_to_it_is_told(self, store: Store, kept: SessionRecord) -> None:
        rows = sorted(
            done_records(kept.session), key=lambda d: (d.exercise_no, d.set_no, d.side or "")
        )
        assert list(store.sets_of(kept.id)) == rows
        asked = [c.asked for c in store.check_ins_of(kept.id)]
        assert asked == [Asked.BEFORE, Asked.AFTER, Asked.DURING, Asked.DURING]
        assert {c.session for c in store.check_ins_of(kept.id)} == {kept.id}

    def test_a_gentle_session_is_looked_at_like_any_other(self, store: Store) -> None:
        kept = record(after(31_000), ended=END, day=None, kind=SessionKind.GENTLE)
        store.add_finished(kept, done_records(kept.session))
        assert len(store.sets_of(kept.id)) == 1
