"""Made-up records of any shape: as values, and as a person's days kept by the store."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import strategies as st

from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import Asked, CheckIn, Exclusion, LogLine, Settled
from backplan_gui.core.plan import Side
from backplan_gui.core.portable import KeptSession, KeptSet, Note, Portable
from backplan_gui.core.records import (
    Done,
    Mark,
    MarkState,
    SafetyAnswer,
    SafetyGroup,
    SessionKind,
    SessionRecord,
    Unit,
    done_records,
)
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.store.opening import Opening
from backplan_gui.store.schema import MIGRATIONS, migrate
from backplan_gui.store.store import Store
from tests.store.samples import after
from tests.strategies import settings

uuids = st.uuids().map(str)
few = st.sampled_from(("a", "b", "c"))
"""So few ids that they meet."""
_FIRST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
instants = st.integers(0, 10**15).map(
    lambda us: f"{_FIRST + dt.timedelta(microseconds=us):%Y-%m-%dT%H:%M:%S.%fZ}"
)
dates = instants.map(lambda at: at[:10])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
rounds, days = st.integers(1, 3), st.integers(1, 7)
exercises = st.sampled_from(("cat-cow", "plank", "walking"))
short = st.sampled_from((after(0), after(31_000), after(10**6), Session((), phase=Phase.FINISHED)))
notes = st.builds(Note, instants, texts.filter(bool))
done = st.builds(
    Done,
    st.integers(1, 3),
    exercises,
    st.integers(1, 2),
    st.none() | st.sampled_from(Side),
    st.sampled_from(Version),
    st.integers(0, 1800),
    st.integers(0, 1800),
    st.sampled_from(Unit),
    st.booleans(),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
chosen = st.one_of(
    settings.map(lambda whole: msgspec.json.decode(msgspec.json.encode(whole))),
    st.dictionaries(st.sampled_from((*Settings.__struct_fields__, "another")), values, max_size=4),
)


@st.composite
def records(
    draw: st.DrawFn, id: str, gone_through: st.SearchStrategy[Session] = short
) -> SessionRecord:
    """A session of any kind, that has ended unless it may go on."""
    kind, begun = draw(st.sampled_from(SessionKind)), draw(instants)
    session = draw(gone_through)
    ended = None if session.is_open and session.script and draw(st.booleans()) else draw(instants)
    return SessionRecord(
        id,
        draw(st.sampled_from(("seven-days", "seven-days", "another"))),
        draw(rounds),
        draw(st.none() | days) if kind is SessionKind.PLAN else None,
        begun,
        draw(dates),
        draw(st.integers(-720, 840)),
        session,
        ended,
        kind,
    )


def _said(ids: st.SearchStrategy[str], of: Sequence[str]) -> st.SearchStrategy[Portable]:
    """All but sessions and settings, about sessions of these ids or none."""
    about = st.sampled_from((None, *of))

    def some(value: type, *parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object]]:
        return st.lists(st.builds(value, *parts), max_size=4).map(tuple)

    return st.builds(
        Portable,
        st.just(()),
        some(
            CheckIn,
            ids,
            about,
            instants,
            dates,
            st.sampled_from(Asked),
            st.none() | st.integers(0, 10),
            st.booleans(),
            st.none() | st.sampled_from(Settled),
            st.booleans(),
            st.booleans(),
        ),
        some(LogLine, ids, about, instants, dates, st.just("R4"), texts),
        some(
            Mark,
            ids,
            st.just("seven-days"),
            rounds,
            st.integers(0, 7),
            st.sampled_from(MarkState),
            instants,
            dates,
        ),
        some(
            SafetyAnswer,
            ids,
            instants,
            dates,
            st.sampled_from(SafetyGroup),
            st.lists(texts, max_size=2).map(tuple),
            st.none() | dates,
        ),
        some(Exclusion, ids, st.just("seven-days"), rounds, exercises, instants, dates),
    )


@st.composite
def portables(draw: st.DrawFn, ids: st.SearchStrategy[str] = uuids) -> Portable:
    """Values as they may stand in a file; with few ids also such as no store gives."""
    of = draw(st.lists(ids, max_size=3))
    sets = st.lists(st.builds(KeptSet, ids, done), max_size=3).map(tuple)
    kept = tuple(KeptSession(draw(records(id)), draw(sets), draw(st.none() | notes)) for id in of)
    return msgspec.structs.replace(draw(_said(ids, of)), sessions=kept, settings=draw(chosen))


@st.composite
def histories(draw: st.DrawFn, gone_through: st.SearchStrategy[Session] = short) -> Portable:
    """A person's days, of which the last may be unfinished; the store gives the sets their ids."""
    of = draw(st.lists(uuids, max_size=4, unique=True))
    kept = [draw(records(id, gone_through)) for id in of]
    for place, record in enumerate(kept[:-1]):
        kept[place] = msgspec.structs.replace(record, ended=record.ended or record.begun)
    said = draw(_said(uuids, of))
    return msgspec.structs.replace(
        said,
        sessions=tuple(KeptSession(one, (), draw(st.none() | notes)) for one in kept),
        settings=draw(chosen),
    )


def keep(store: Store, history: Portable) -> None:
    """Live through these days, as the app keeps them."""
    for kept in history.sessions:
        record = kept.record
        store.add_finished(record, done_records(record.session) or _walk(record))
        if kept.note:
            store.save_note(record.id, kept.note.text, kept.note.at)
    for check_in in history.check_ins:
        store.add_check_in(check_in)
    for line in history.log:
        store.add_log(line)
    for mark in history.marks:
        store.add_mark(mark)
    for answer in history.answers:
        store.add_answer(answer)
    for exclusion in history.exclusions:
        store.add_exclusion(exclusion)
    store.save_settings(history.settings)


def _walk(record: SessionRecord) -> tuple[Done, ...]:
    if record.session.script:
        return ()
    return (Done(1, "walking", 1, None, Version.STANDARD, 1200, 900, Unit.SECONDS, False),)


def in_memory() -> Store:
    """A record of its own that no disk has to keep; close it."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db, MIGRATIONS)
    return Store(db, Opening(Path(), MIGRATIONS, None), None)


Rows = dict[str, list[tuple[object, ...]]]


def all_rows(store: Store) -> Rows:
    """Every row of every table, in the order in which they were kept; settings by their names."""
    names = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: store._db.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
        for (name,) in names
        if name != "setting"
    } | {"setting": store._db.execute("SELECT * FROM setting ORDER BY key").fetchall()}
