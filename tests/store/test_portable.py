"""Everything that is remembered leaves as one value, and makes the same record elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given

from backplan_gui.core.portable import OF_THIS_MACHINE, Portable, decode, encode
from backplan_gui.keeping import COPY_FOLDER, PLACE_TOLD
from backplan_gui.store.errors import DamagedFile
from backplan_gui.store.gathering import AT_ONCE
from backplan_gui.store.store import Store
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.mini_window import MiniWindow
from tests.bench import history
from tests.portables import Rows, all_rows, histories, in_memory, keep, short
from tests.store.samples import after, record, walk
from tests.store.test_old_files import VERSIONS, old
from tests.strategies import sessions

AT, DATE = "2026-11-24T10:00:00Z", "2026-11-24"


def carried(portable: Portable) -> Portable:
    """Through a file."""
    return decode(encode(portable))


def sorted_sets(rows: Rows) -> Rows:
    """A set that was saved later may be in an earlier session; of sets the order means nothing."""
    return rows | {"done_set": sorted(rows["done_set"])}


class TestTheSameRecordElsewhere:
    @given(days=histories(short | sessions()))
    def test_any_history_is_the_same_row_by_row(self, days: Portable) -> None:
        with in_memory() as here, in_memory() as there:
            keep(here, days)
            there.merge(carried(here.everything()))
            assert sorted_sets(all_rows(there)) == sorted_sets(all_rows(here))

    @pytest.mark.parametrize("version", VERSIONS)
    def test_the_files_of_every_version_too(self, path: Path, version: int) -> None:
        """Row by row; of a session the state has a field for whatever came since."""
        old(path, version)
        with Store.open(path) as here, in_memory() as there:
            assert here.unfinished()
            there.merge(carried(here.everything()))
            assert there.everything() == here.everything()
            assert there.history("seven-days") == here.history("seven-days")

    def test_more_sessions_than_are_read_at_once(self) -> None:
        with in_memory() as here, in_memory() as there:
            for number in range(AT_ONCE + 1):
                one = record(ended=AT)
                here.add_finished(one, (walk(number),))
                here.save_note(one.id, f"Walk {number}.", AT)
            portable = here.everything()
            assert [kept.sets[0].done for kept in portable.sessions] == [
                walk(number) for number in range(AT_ONCE + 1)
            ]
            there.merge(portable)
            assert all_rows(there) == all_rows(here)

    def test_what_is_only_of_this_machine_stays(self, store: Store) -> None:
        kept = {MainWindow.PLACE, MiniWindow.PLACE, COPY_FOLDER, PLACE_TOLD}
        assert kept == OF_THIS_MACHINE
        store.save_settings(dict.fromkeys(OF_THIS_MACHINE, "here") | {"text_size": 120})
        assert store.everything().settings == {"text_size": 120}


class TestAPartAtATime:
    def test_it_tells_how_much_is_done(self) -> None:
        with in_memory() as store:
            for _ in range(2 * AT_ONCE + 10):
                store.add_finished(record(ended=AT), ())
            shares = list(store.gathering())
        assert len(shares) == 3
        assert 0 < shares[0] < shares[1] < shares[2] < 1

    def test_whoever_stops_asking_leaves_everything_as_it_was(self) -> None:
        with in_memory() as store:
            for _ in range(AT_ONCE + 1):
                store.add_finished(record(ended=AT), ())
            parts = store.gathering()
            next(parts)
            parts.close()
            store.begin(record(after(31_000)))
            assert len(store.everything().sessions) == AT_ONCE + 2

    def test_an_empty_record_has_no_parts(self, store: Store) -> None:
        assert list(store.gathering()) == []
        assert store.everything() == Portable()


def test_a_row_that_makes_no_sense_is_said_to_be_damage(store: Store) -> None:
    store.add_finished(record(ended=AT), ())
    store._db.execute("UPDATE session SET script = 'none'")
    with pytest.raises(DamagedFile):
        store.everything()


@pytest.mark.long
@pytest.mark.timeout(600)
def test_ten_years_are_the_same_row_by_row(tmp_path: Path) -> None:
    history.write(tmp_path / "here", years=10)
    took: dict[str, float] = {}

    @contextmanager
    def timed(what: str) -> Iterator[None]:
        began = perf_counter()
        yield
        took[what] = perf_counter() - began

    here, there = tmp_path / "here" / "backplan.sqlite", tmp_path / "there.sqlite"
    with Store.open(here) as one, Store.open(there) as another:
        with timed("everything"):
            portable = one.everything()
        with timed("encode"):
            data = encode(portable)
        with timed("decode"):
            found = decode(data)
        assert found == portable
        empty = all_rows(another)
        with timed("merge"):
            merged = another.merge(found)
        assert len(portable.sessions) == 3650
        assert sorted_sets(all_rows(another)) == sorted_sets(all_rows(one))
        assert not another.merging(found).brings_something
        another.unmerge(merged)
        assert all_rows(another) == empty
    # Far from what it takes, so that only another order of magnitude fails.
    assert max(took.values()) < 20, took
    print({what: round(seconds, 2) for what, seconds in took.items()}, len(data))  # noqa: T201
