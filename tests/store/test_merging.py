"""A record from elsewhere comes in once, changes nothing that is here, and can go again."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from backplan_gui.core.pain import Asked, CheckIn, Exclusion
from backplan_gui.core.portable import KeptSession, KeptSet, Note, Portable
from backplan_gui.core.records import Mark, MarkState, SafetyAnswer, SafetyGroup, SessionRecord
from backplan_gui.core.session import Phase
from backplan_gui.store.backups import listed
from backplan_gui.store.errors import StoreError
from backplan_gui.store.joining import Compared
from backplan_gui.store.store import Store
from tests.portables import all_rows, few, histories, in_memory, keep, portables
from tests.store.conftest import Calendar, FullDisk
from tests.store.samples import after, record, walk

AT, DATE = "2026-11-24T10:00:00Z", "2026-11-24"


def session(minutes: int = 5, note: str = "", begun: str = AT) -> KeptSession:
    """A walk that has ended."""
    walked = KeptSet(f"{minutes} minutes from {begun}", walk(minutes))
    ended = record(ended=begun, begun=begun)
    return KeptSession(ended, (walked,), Note(AT, note) if note else None)


def said(asked: Asked, of: SessionRecord, pain: int) -> CheckIn:
    return CheckIn(f"{asked} {pain}", of.id, AT, DATE, asked, pain)


def signs(id: str, at: str, group: SafetyGroup = SafetyGroup.NONE) -> SafetyAnswer:
    return SafetyAnswer(id, at, at[:10], group)


def mark(id: str, at: str) -> Mark:
    return Mark(id, "seven-days", 1, 1, MarkState.DONE, at, at[:10])


class TestAnyRecords:
    @given(here=histories(), file=histories())
    def test_twice_is_as_once_and_it_can_be_taken_back(
        self, here: Portable, file: Portable
    ) -> None:
        with in_memory() as elsewhere, in_memory() as store:
            keep(elsewhere, file)
            portable = elsewhere.everything()
            keep(store, here)
            before = all_rows(store)
            merged = store.merge(portable)
            once = all_rows(store)
            assert not store.merging(portable).brings_something
            again = store.merge(portable)
            assert all_rows(store) == once
            store.unmerge(again)
            assert all_rows(store) == once
            store.unmerge(merged)
            assert all_rows(store) == before

    @given(here=portables(few), file=portables(few))
    def test_whatever_meets_nothing_fails_and_what_was_here_stays(
        self, here: Portable, file: Portable
    ) -> None:
        with in_memory() as store:
            store.merge(here)
            before = all_rows(store)
            coming = store.merging(file)
            merged = store.merge(file)
            once = all_rows(store)
            for table, rows in before.items():
                came = set(once[table]) - set(rows)
                if not coming.settings:
                    assert set(rows) <= set(once[table])
                    assert len(once[table]) == len(rows) + len(came)
            assert coming.brings_something == (once != before)
            assert coming.sessions.new == len(once["session"]) - len(before["session"])
            assert coming.check_ins.new == len(once["check_in"]) - len(before["check_in"])
            assert coming.notes.new == len(once["note"]) - len(before["note"])
            store.merge(file)
            assert all_rows(store) == once
            store.unmerge(merged)
            assert all_rows(store) == before

    @given(one=histories(), other=histories())
    def test_what_is_here_and_what_comes_are_both_there(
        self, one: Portable, other: Portable
    ) -> None:
        with in_memory() as here, in_memory() as there:
            keep(here, one)
            keep(there, other)
            here.merge(there.everything())
            ids = [kept.record.id for kept in (*one.sessions, *other.sessions)]
            found = [kept.record.id for kept in here.everything().sessions]
            assert sorted(found) == sorted(ids)


class TestPreview:
    def test_it_says_what_is_new_and_what_is_here(self, store: Store) -> None:
        known, fresh = session(note="Good."), session(begun="2026-11-26T09:30:00Z")
        store.merge(Portable((known,)))
        before = all_rows(store)
        file = Portable(
            (fresh, known),
            (said(Asked.BEFORE, known.record, 3),),
            marks=(mark("mark", AT),),
            settings={"text_size": 120},
        )
        coming = store.merging(file)
        assert coming.sessions == Compared(new=1, here=1)
        assert coming.check_ins == Compared(new=1, here=0)
        assert coming.notes == Compared(new=0, here=1)
        assert coming.others == Compared(new=2, here=1)
        assert (coming.first_date, coming.last_date) == ("2026-11-24", "2026-11-26")
        assert (coming.settings, coming.closes) == (False, False)
        assert coming.brings_something
        assert all_rows(store) == before

    def test_a_file_with_nothing_in_it_brings_nothing(self, store: Store) -> None:
        coming = store.merging(Portable())
        assert not coming.brings_something
        assert (coming.first_date, coming.last_date) == (None, None)


class TestWhatIsHereStays:
    def test_a_session_that_was_corrected_here(self, store: Store) -> None:
        kept = session()
        store.merge(Portable((kept,)))
        other = msgspec.structs.replace(kept.record, local_date="2026-11-25")
        store.merge(Portable((msgspec.structs.replace(kept, record=other),)))
        assert store.session(kept.record.id) == kept.record

    @pytest.mark.parametrize("asked", [Asked.BEFORE, Asked.AFTER])
    def test_an_answer_that_was_corrected_here(self, store: Store, asked: Asked) -> None:
        kept = session()
        mine, theirs = said(asked, kept.record, 3), said(asked, kept.record, 7)
        store.merge(Portable((kept,), (mine,)))
        store.merge(Portable((kept,), (theirs,)))
        assert store.check_ins() == (mine,)

    def test_during_a_session_any_number_of_answers_come(self, store: Store) -> None:
        kept = session()
        both = tuple(said(Asked.DURING, kept.record, pain) for pain in (3, 7))
        store.merge(Portable((kept,), both[:1]))
        store.merge(Portable((kept,), both))
        assert store.check_ins() == both

    def test_without_a_session_any_number_of_answers_come(self, store: Store) -> None:
        both = tuple(CheckIn(id, None, AT, DATE, Asked.BEFORE, 8) for id in "ab")
        store.merge(Portable(check_ins=both[:1]))
        store.merge(Portable(check_ins=both))
        assert store.check_ins() == both

    def test_a_note_that_was_written_here(self, store: Store) -> None:
        kept = session(note="Mine.")
        store.merge(Portable((kept,)))
        store.merge(Portable((msgspec.structs.replace(kept, note=Note(AT, "Theirs.")),)))
        assert store.note(kept.record.id) == "Mine."

    def test_an_exercise_that_is_left_out_here(self, store: Store) -> None:
        mine, theirs = (Exclusion(id, "seven-days", 1, "plank", AT, DATE) for id in "ab")
        store.add_exclusion(mine)
        store.merge(Portable(exclusions=(theirs,)))
        assert store.exclusions("seven-days", 1) == (mine,)

    def test_a_set_that_was_done_here_and_others_come(self, store: Store) -> None:
        kept = session()
        store.merge(Portable((kept,)))
        second = KeptSet("second", msgspec.structs.replace(walk(9), set_no=2))
        same = KeptSet("same", walk(30))
        store.merge(Portable((msgspec.structs.replace(kept, sets=(same, second)),)))
        assert [d.set for d in store.done_sets("seven-days")] == [walk(5), second.done]


class TestTheLastWord:
    """What was said last counts, wherever it was said."""

    def test_an_older_answer_does_not_become_the_last_one(self, store: Store) -> None:
        store.add_answer(signs("here", "2026-11-24T10:00:00Z", SafetyGroup.EMERGENCY))
        merged = store.merge(Portable(answers=(signs("older", "2026-11-20T10:00:00Z"),)))
        assert [answer.id for answer in store.answers()] == ["older", "here"]
        store.unmerge(merged)
        assert [answer.id for answer in store.answers()] == ["here"]

    def test_a_later_one_does(self, store: Store) -> None:
        store.add_answer(signs("here", "2026-11-24T10:00:00Z"))
        store.merge(Portable(answers=(signs("later", "2026-11-26T10:00:00Z"),)))
        last = store.last_answer()
        assert last
        assert last.id == "later"

    def test_marks_come_among_each_other_and_a_clock_that_went_back_changes_nothing(
        self, store: Store
    ) -> None:
        for id, day in (("first", 24), ("second", 20)):
            store.add_mark(mark(id, f"2026-11-{day}T10:00:00Z"))
        file = tuple(mark(str(day), f"2026-11-{day}T09:00:00Z") for day in (22, 26))
        store.merge(Portable(marks=file))
        assert [one.id for one in store.marks("seven-days")] == ["22", "first", "second", "26"]
        store.add_mark(mark("new", AT))
        assert store.marks("seven-days")[-1].id == "new"


class TestUnfinished:
    @pytest.fixture
    def file(self) -> Portable:
        """With a session under way that ran for 31 seconds."""
        return Portable((KeptSession(record(after(31_000))),))

    def test_it_can_go_on_where_there_is_none(self, store: Store, file: Portable) -> None:
        assert not store.merging(file).closes
        store.merge(file)
        assert store.unfinished() == file.sessions[0].record

    def test_it_is_closed_where_another_one_is(self, store: Store, file: Portable) -> None:
        own = record(after(5_000))
        store.begin(own)
        assert store.merging(file).closes
        store.merge(file)
        assert store.unfinished() == own
        came = store.session(file.sessions[0].record.id)
        assert came
        assert came.session.phase is Phase.ABANDONED
        assert came.ended == "2026-11-24T09:30:31.000000Z"

    def test_of_two_in_a_file_the_first_goes_on(self, store: Store, file: Portable) -> None:
        both = (*file.sessions, KeptSession(record(after(5_000))))
        store.merge(Portable(both))
        assert store.unfinished() == both[0].record

    def test_its_own_other_state_closes_nothing(self, store: Store, file: Portable) -> None:
        store.merge(file)
        assert not store.merging(file).closes


class TestSettings:
    FILE = Portable(settings={"text_size": 120, "voice": False})

    def test_they_come_into_an_empty_record(self, store: Store) -> None:
        store.save_settings({"text_size": 200, "window": [1, 2]})
        assert store.merging(self.FILE).settings
        merged = store.merge(self.FILE)
        assert store.settings() == {"text_size": 120, "voice": False, "window": [1, 2]}
        assert not store.merging(self.FILE).settings
        store.unmerge(merged)
        assert store.settings() == {"text_size": 200, "window": [1, 2]}

    def test_where_something_was_done_the_own_ones_stay(self, store: Store) -> None:
        store.save_settings({"text_size": 200})
        store.add_answer(signs("here", AT))
        assert not store.merging(self.FILE).settings
        store.merge(self.FILE)
        assert store.settings() == {"text_size": 200}

    def test_a_place_of_a_window_does_not_come(self, store: Store) -> None:
        store.merge(Portable(settings={"window": [1, 2]}))
        assert store.settings() == {}


class TestWholeOrNotAtAll:
    def test_a_full_disk_lets_nothing_in(
        self, store: Store, path: Path, full_disk: FullDisk
    ) -> None:
        many = tuple(session(note="x" * 5_000) for _ in range(50))
        many = tuple(msgspec.structs.replace(one, sets=()) for one in many)
        before = all_rows(store)
        with full_disk(path.stat().st_size + 50_000), pytest.raises(StoreError):
            store.merge(Portable(many))
        assert all_rows(store) == before
        store.merge(Portable(many))
        assert len(store.everything().sessions) == 50

    def test_there_is_a_backup_of_what_was_before(self, path: Path, calendar: Calendar) -> None:
        with Store.open(path) as store:
            store.merge(Portable((session(),)))
        calendar.turn(days=1)
        with Store.open(path, now=calendar) as store:
            store.merge(Portable((session(7),)))
        assert [backup.local_date for backup in listed(path.parent)] == ["2026-11-25"]
