"""Every version that ever was, with all that it held, becomes the newest one."""

import subprocess
import sys
from pathlib import Path

import pytest

from backplan_gui.core import engine
from backplan_gui.core.pain import Asked, CheckIn, Exclusion, LogLine, Settled
from backplan_gui.core.records import MarkState, SafetyGroup, SessionKind, SessionRecord
from backplan_gui.core.session import Command, Phase
from backplan_gui.store.backups import listed
from backplan_gui.store.restoring import restore
from backplan_gui.store.schema import MIGRATIONS
from backplan_gui.store.store import Store
from tests.store.conftest import from_sql, schema

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "data"
VERSIONS = tuple(range(1, len(MIGRATIONS) + 1))
DONE = "60f7734d-0564-4a7d-a61a-8ad0eb0c7354"
"""The session of round 1 in v1.sql; it began at half past ten in the morning, UTC + 60 min."""
OPEN = "1875e344-95e9-4303-b05b-578f460584e0"

SAID = f"""
INSERT INTO check_in VALUES
  ('b1', '{DONE}', '2026-11-16T09:29:00Z', 'before', 3, 0, ''),
  ('b2', '{DONE}', '2026-11-16T09:29:30Z', 'before', 4, 1, ''),
  ('d', '{DONE}', '2026-11-16T09:40:00Z', 'during', 6, 0, 'Left hip.'),
  ('n', '{DONE}', '2026-11-17T23:30:00Z', 'next_day', 2, 0, ''),
  ('a', '{OPEN}', 'some time', 'after', 0, 1, 'Much better.');
INSERT INTO log VALUES
  ('l2', '{DONE}', '2026-11-16T23:30:00Z', 'R8', 'Pain 4, then 6.'),
  ('l1', '{DONE}', '2026-11-16T09:40:00Z', 'R4', 'Took the easier cat-cow.');
INSERT INTO session
  SELECT 'p', plan, round, NULL, '2026-11-18T09:00:00Z', '2026-11-18', utc_offset, ended,
    step, elapsed, phase, state, script FROM session WHERE id = '{DONE}';
"""
"""What version 1 had room for, though it asked nothing of it yet but notes after a session."""

DIES = """
import os, sys
from pathlib import Path
from backplan_gui.store.schema import MIGRATIONS
from backplan_gui.store.store import Store
def dies(db):
    MIGRATIONS[1](db)
    db.execute("PRAGMA cache_spill = 1")
    db.execute("UPDATE session SET plan = plan || hex(zeroblob(200000))")
    os._exit(7)
Store.open(Path(sys.argv[1]), (MIGRATIONS[0], dies))
"""


def old(path: Path, version: int) -> None:
    """The file of that version that is kept."""
    from_sql(path, (DATA / f"v{version}.sql").read_text(encoding="utf-8"))


@pytest.fixture
def full(path: Path) -> Path:
    """A file of version 1 with rows of every kind."""
    old(path, 1)
    from_sql(path, SAID)
    return path


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_file_becomes_as_a_new_one(path: Path, version: int) -> None:
    fresh = path.with_name("fresh.sqlite")
    Store.open(fresh).close()
    old(path, version)
    Store.open(path).close()
    assert schema(path) == schema(fresh)
    is_old = version < len(MIGRATIONS)
    backups = [(backup.version, backup.before) for backup in listed(path.parent)]
    assert backups == ([(version, len(MIGRATIONS))] if is_old else [])


@pytest.mark.parametrize("version", VERSIONS)
def test_the_file_that_is_kept_is_as_that_version_made_it(path: Path, version: int) -> None:
    fresh = path.with_name("fresh.sqlite")
    Store.open(fresh, MIGRATIONS[:version]).close()
    old(path, version)
    assert schema(path) == schema(fresh)


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_what_was_before_can_be_gone_back_to_and_its_session_goes_on(
    path: Path, version: int
) -> None:
    old(path, version)
    with Store.open(path) as store:
        kept = store.unfinished()
        assert kept
        assert_goes_on(store, kept)
    (before,) = listed(path.parent)
    assert before.sound
    restore(path.parent, before, "2026-11-25")
    with Store.open(path) as store:
        assert store.unfinished() == kept
        assert_goes_on(store, kept)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_every_version_held_is_there_and_its_session_goes_on(path: Path, version: int) -> None:
    old(path, version)
    with Store.open(path) as store:
        kept = store.unfinished()
        assert kept
        assert (kept.plan, kept.round, kept.day, kept.kind) == ("seven-days", 2, 1, "plan")
        assert_goes_on(store, kept)
        assert [d.set.done for d in store.done_sets("seven-days", 2)][:3] == [True] * 3
        assert [m.state for m in store.marks("seven-days")] == [MarkState.ROUND]
        answer = store.last_answer()
        assert answer
        assert (answer.group, answer.codes) == (SafetyGroup.ASK, ("A2",))
        assert store.settings() == {"text_size": 120, "theme": "dark"}
        first = store.sessions("seven-days", 1)[0]
        assert (first.day, first.phase) == (1, Phase.FINISHED)
        assert store.note(first.id) == "Knees a bit stiff."


def assert_goes_on(store: Store, kept: SessionRecord) -> None:
    session = engine.restored(kept.session)
    assert session.step.exercise == "cat-cow"
    assert session.elapsed > 7000
    session, _ = engine.apply(session, Command.RESUME, 0)
    session, _ = engine.apply(session, Command.TICK, 10**8)
    assert session.phase is Phase.FINISHED
    store.save(kept.id, session, "2026-11-24T10:00:00Z")
    assert store.unfinished() is None


class TestFromVersion1:
    def test_a_row_that_only_held_a_note_is_no_answer(self, path: Path) -> None:
        old(path, 1)
        with Store.open(path) as store:
            assert store.check_ins() == ()
            assert store.note(DONE) == "Knees a bit stiff."

    def test_answers_come_along(self, full: Path) -> None:
        """The date is that of the instant where the session was, else the session's own."""
        with Store.open(full) as store:
            at = "2026-11-16T09:{}Z"
            assert store.check_ins() == (
                CheckIn("b2", DONE, at.format("29:30"), "2026-11-16", Asked.BEFORE, 4, legs=True),
                CheckIn("d", DONE, at.format("40:00"), "2026-11-16", Asked.DURING, 6),
                CheckIn("n", None, "2026-11-17T23:30:00Z", "2026-11-18", Asked.BEFORE, 2),
                CheckIn("a", OPEN, "some time", "2026-11-24", Asked.AFTER, 0, legs=True),
            )

    def test_no_note_is_lost(self, full: Path) -> None:
        with Store.open(full) as store:
            assert store.note(DONE) == "Left hip.\nKnees a bit stiff."
            assert store.note(OPEN) == "Much better."

    def test_the_log_comes_along(self, full: Path) -> None:
        with Store.open(full) as store:
            assert [(line.local_date, line.rule, line.line) for line in store.log(DONE)] == [
                ("2026-11-16", "R4", "Took the easier cat-cow."),
                ("2026-11-17", "R8", "Pain 4, then 6."),
            ]

    def test_a_session_of_no_day_was_practice(self, full: Path) -> None:
        with Store.open(full) as store:
            assert {s.id: s.kind for s in store.sessions("seven-days")} == {
                DONE: SessionKind.PLAN,
                "p": SessionKind.PRACTICE,
                OPEN: SessionKind.PLAN,
            }

    def test_a_death_on_the_way_leaves_the_old_file(self, full: Path) -> None:
        before, untouched = schema(full), full.read_bytes()
        died = subprocess.run([sys.executable, "-c", DIES, str(full)], cwd=ROOT, check=False)
        assert died.returncode == 7
        assert full.read_bytes() != untouched  # it was on the way
        assert schema(full) == before
        with Store.open(full) as store:
            assert len(store.check_ins()) == 4
            assert store.unfinished()


def test_what_version_2_held_besides(path: Path) -> None:
    old(path, 2)
    with Store.open(path) as store:
        kinds = [(s.kind, s.day) for s in store.sessions("seven-days")]
        assert kinds == [("plan", 1), ("gentle", None), ("practice", None), ("plan", 1)]
        first, gentle, _, last = (s.id for s in store.sessions("seven-days"))
        assert [(c.session, c.asked, c.pain, c.settled) for c in store.check_ins()] == [
            (first, Asked.BEFORE, 3, None),
            (first, Asked.DURING, 5, None),
            (first, Asked.DURING, 4, None),
            (first, Asked.AFTER, 4, None),
            (gentle, Asked.BEFORE, 6, Settled.NO),
            (None, Asked.BEFORE, 8, None),
            (last, Asked.BEFORE, None, Settled.YES),
        ]
        assert [c.pain for c in store.check_ins() if c.medicine] == [3]
        assert [c.asked for c in store.check_ins() if c.ache] == [Asked.AFTER]
        assert [c.local_date for c in store.check_ins() if c.legs] == ["2026-11-19"]
        assert [exclusion.exercise for exclusion in store.exclusions("seven-days", 1)] == [
            "cat-cow"
        ]
        assert [(line.session, line.rule) for line in store.log()] == [(first, "R4"), (None, "R3")]
        assert isinstance(store.exclusions("seven-days", 1)[0], Exclusion)
        assert isinstance(store.log()[0], LogLine)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_session_comes_with_what_it_came_to(path: Path, version: int) -> None:
    """Version 3 keeps it beside the session; for older ones it is counted once."""
    old(path, version)
    with Store.open(path) as store:
        found = store.history("seven-days")
    counts = {(str(one.kind), one.round): (one.guided_ms, one.sets, one.sets_done) for one in found}
    assert counts["plan", 1] == (701_000, 7, 7)
    assert counts["plan", 2][1:] == (7, 3)
    assert counts["plan", 2][0] > 200_000
    assert counts.get(("gentle", 1), (62_000, 1, 1)) == (62_000, 1, 1)
    assert found[0].note == "Knees a bit stiff."
