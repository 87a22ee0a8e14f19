"""What a person says about pain is kept as it was said, and can be corrected."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backplan_gui.core.pain import Asked, CheckIn, Exclusion, LogLine, Settled
from backplan_gui.core.records import SessionRecord
from backplan_gui.store.errors import DamagedFile, StoreError
from backplan_gui.store.store import Store
from tests.store.samples import record

END = "2026-11-24T10:00:00Z"
DATE = "2026-11-24"

instants = st.datetimes().map(lambda instant: f"{instant.isoformat()}Z")
answers = st.builds(
    CheckIn,
    id=st.uuids().map(str),
    session=st.none(),
    at=instants,
    local_date=st.dates().map(str),
    asked=st.sampled_from(Asked),
    pain=st.none() | st.integers(0, 10),
    legs=st.booleans(),
    settled=st.none() | st.sampled_from(Settled),
    medicine=st.booleans(),
    ache=st.booleans(),
)


def said(asked: Asked, pain: int | None, session: str | None, at: str = END) -> CheckIn:
    """An answer named by what it says."""
    return CheckIn(f"{asked}-{pain}", session, at, DATE, asked, pain)


@pytest.fixture
def kept(store: Store) -> SessionRecord:
    """A session under way."""
    kept = record()
    store.begin(kept)
    return kept


class TestCheckIns:
    @profile(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(answer=answers)
    def test_any_answer_comes_back_equal(self, store: Store, answer: CheckIn) -> None:
        store.add_check_in(answer)
        (found,) = store.check_ins()
        assert found == answer
        # A value of another type may be equal too, and would mislead a `match`.
        assert msgspec.convert(msgspec.structs.asdict(found), CheckIn) == found
        assert isinstance(found.asked, Asked)
        assert isinstance(found.settled, Settled | None)
        store.remove_check_in(answer.id)
        assert store.check_ins() == ()

    def test_answers_come_in_order_of_time(self, store: Store, kept: SessionRecord) -> None:
        last = said(Asked.AFTER, 2, kept.id, "2026-11-24T10:00:00Z")
        first = said(Asked.BEFORE, 3, kept.id, "2026-11-24T09:29:00Z")
        middle = said(Asked.DURING, 4, kept.id, "2026-11-24T09:40:00Z")
        same = said(Asked.DURING, 1, kept.id, "2026-11-24T09:40:00Z")
        for answer in (last, first, middle, same):
            store.add_check_in(answer)
        assert store.check_ins() == (first, middle, same, last)
        assert store.check_ins(middle.at) == (middle, same, last)
        assert store.check_ins("2026-11-25") == ()

    def test_answers_survive_a_restart(self, path: Path) -> None:
        answer = said(Asked.BEFORE, 9, None)
        with Store.open(path) as store:
            store.add_check_in(answer)
        with Store.open(path) as store:
            assert store.check_ins() == (answer,)

    @pytest.mark.parametrize("asked", [Asked.BEFORE, Asked.AFTER])
    def test_a_number_can_be_corrected(
        self, store: Store, kept: SessionRecord, asked: Asked
    ) -> None:
        store.add_check_in(said(asked, 3, kept.id))
        store.add_check_in(said(asked, 5, kept.id, "2026-11-24T10:00:30Z"))
        assert store.check_ins() == (said(asked, 5, kept.id, "2026-11-24T10:00:30Z"),)
        store.add_check_in(said(asked, 3, kept.id))  # undone
        assert store.check_ins() == (said(asked, 3, kept.id),)

    def test_before_and_after_do_not_get_in_each_others_way(
        self, store: Store, kept: SessionRecord
    ) -> None:
        first = said(Asked.BEFORE, 3, kept.id)
        store.add_check_in(first)
        store.add_check_in(said(Asked.AFTER, 4, kept.id))
        store.save(kept.id, kept.session, END)
        other = record()
        store.begin(other)
        second = msgspec.structs.replace(said(Asked.BEFORE, 2, other.id), id="other")
        store.add_check_in(second)
        assert [c.pain for c in store.check_ins()] == [3, 4, 2]

    def test_every_answer_during_a_session_stays(self, store: Store, kept: SessionRecord) -> None:
        for pain in (4, 6, 5):
            store.add_check_in(said(Asked.DURING, pain, kept.id))
        assert [c.pain for c in store.check_ins()] == [4, 6, 5]

    def test_answers_that_started_nothing_all_stay(self, store: Store) -> None:
        for pain in (10, 8):
            store.add_check_in(said(Asked.BEFORE, pain, None))
        assert [c.pain for c in store.check_ins()] == [10, 8]

    def test_an_answer_can_be_given_its_session_later(self, store: Store) -> None:
        answer = said(Asked.BEFORE, 3, None)
        store.add_check_in(answer)
        kept = record()
        store.begin(kept)
        store.add_check_in(msgspec.structs.replace(answer, session=kept.id))
        assert [c.session for c in store.check_ins()] == [kept.id]

    def test_saying_it_twice_is_saying_it_once(self, store: Store, kept: SessionRecord) -> None:
        for session in (kept.id, None):
            answer = said(Asked.DURING, 4, session)
            store.add_check_in(answer)
            store.add_check_in(answer)
            assert store.check_ins() == (answer,)

    @pytest.mark.parametrize(
        ("change", "why"),
        [({"pain": 11}, "CHECK"), ({"pain": -1}, "CHECK"), ({"session": "none"}, "FOREIGN KEY")],
    )
    def test_what_cannot_be_kept_costs_nothing_that_was(
        self, store: Store, kept: SessionRecord, change: dict[str, object], why: str
    ) -> None:
        answer = said(Asked.AFTER, 3, kept.id)
        store.add_check_in(answer)
        with pytest.raises(StoreError, match=why):
            store.add_check_in(msgspec.structs.replace(answer, **change))
        assert store.check_ins() == (answer,)

    def test_only_answers_of_a_removed_session_go_with_it(
        self, store: Store, kept: SessionRecord
    ) -> None:
        alone = said(Asked.BEFORE, 8, None)
        for answer in (alone, said(Asked.BEFORE, 3, kept.id), said(Asked.AFTER, 2, kept.id)):
            store.add_check_in(answer)
        store.remove_session(kept.id)
        assert store.check_ins() == (alone,)

    @pytest.mark.parametrize("column", ["asked", "settled"])
    def test_an_answer_that_makes_no_sense_is_damage(self, store: Store, column: str) -> None:
        store.add_check_in(said(Asked.BEFORE, 3, None))
        store._db.execute("PRAGMA ignore_check_constraints = ON")
        store._db.execute(f"UPDATE check_in SET {column} = 'perhaps'")
        with pytest.raises(DamagedFile):
            store.check_ins()

    def test_ten_years_of_answers_are_not_read_for_those_of_a_week(self, store: Store) -> None:
        said: list[str] = []
        store._db.set_trace_callback(said.append)
        store.check_ins(END)
        store._db.set_trace_callback(None)
        plan = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {said[0]}")]
        assert plan == ["SEARCH check_in USING INDEX check_in_at (at>?)"]


class TestExclusions:
    LATER = Exclusion("b", "seven-days", 1, "plank", "2026-11-25T10:00:00Z", "2026-11-25")
    EARLIER = Exclusion("a", "seven-days", 1, "dead-bug", END, DATE)

    @pytest.fixture(autouse=True)
    def two(self, store: Store) -> None:
        store.add_exclusion(self.LATER)
        store.add_exclusion(self.EARLIER)

    def test_they_come_in_order_of_time(self, store: Store) -> None:
        assert store.exclusions("seven-days", 1) == (self.EARLIER, self.LATER)

    def test_they_are_those_of_one_round_of_one_plan(self, store: Store) -> None:
        next_round = msgspec.structs.replace(self.EARLIER, id="c", round=2)
        other_plan = msgspec.structs.replace(self.EARLIER, id="d", plan="other")
        store.add_exclusion(next_round)
        store.add_exclusion(other_plan)
        store.remove_exclusions("seven-days", 1)
        assert store.exclusions("seven-days", 1) == ()
        assert store.exclusions("seven-days", 2) == (next_round,)
        assert store.exclusions("other", 1) == (other_plan,)

    def test_what_is_left_out_already_stays_as_it_was(self, store: Store) -> None:
        store.add_exclusion(self.EARLIER)
        store.add_exclusion(msgspec.structs.replace(self.EARLIER, id="c", at=self.LATER.at))
        assert store.exclusions("seven-days", 1) == (self.EARLIER, self.LATER)


class TestLog:
    def test_lines_come_in_order_of_time(self, store: Store, kept: SessionRecord) -> None:
        later = LogLine("a", kept.id, "2026-11-24T10:00:05Z", DATE, "R8", "Pain 3, then 6.")
        alone = LogLine("b", None, "2026-11-23T10:00:00Z", "2026-11-23", "R3", "No start: pain 8.")
        first = LogLine("c", kept.id, END, DATE, "R4", "Took the easier plank.")
        second = LogLine("d", kept.id, END, DATE, "R5", "Went on to the next.")
        for line in (later, alone, first, second, first):
            store.add_log(line)
        assert store.log() == (alone, first, second, later)
        assert store.log(kept.id) == (first, second, later)
        store.remove_session(kept.id)
        assert store.log() == (alone,)

    def test_a_line_of_an_unknown_session_is_refused(self, store: Store) -> None:
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            store.add_log(LogLine("a", "none", END, DATE, "R4", "Took the easier plank."))
        assert store.log() == ()
