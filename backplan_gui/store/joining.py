"""What is new in a record from elsewhere, put among what is here, and taken out again.

A row is known by its id, and whatever is here already stays as it is here: also where another
row has the only place that there is, as the answer before a session has, its note, or a set on
a side. So taking in the same file again changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from heapq import merge as in_turn
from operator import itemgetter
from typing import Any

import msgspec

from ..core.portable import OF_THIS_MACHINE, Portable
from ..core.records import SessionRecord
from ..core.session import Phase
from . import rows
from .identity import TABLES, Key, is_first, values_of

_BEGUN = ("session", "check_in", "mark", "safety")
"""A record with a row in one of these is in use."""
_Values = dict[str, str | None]
"""Settings as the file keeps them; None where there is no value."""


class Compared(msgspec.Struct, frozen=True):
    """How many rows of one kind a file has: new ones, and such as are here already."""

    new: int
    here: int


class Merging(msgspec.Struct, frozen=True):
    """What a merge would do."""

    sessions: Compared
    check_ins: Compared
    notes: Compared
    others: Compared
    """Sets, log lines, marks by hand, answers to the warning signs, exercises left out."""
    first_date: str | None
    """The local date of the first session in the file, new or not; None without one."""
    last_date: str | None
    settings: bool
    """They come too, for nothing was done here yet."""
    closes: bool
    """A session in the file is unfinished, but another one is here; it comes as ended."""

    @property
    def brings_something(self) -> bool:
        """Anything would change."""
        found = (self.sessions, self.check_ins, self.notes, self.others)
        return self.settings or any(compared.new for compared in found)


class Merged(msgspec.Struct, frozen=True):
    """What takes a merge back: which rows came, and which settings were there before."""

    keys: dict[str, tuple[str, ...]]
    """Of the rows that came, by table."""
    settings: _Values


def compared(db: sqlite3.Connection, portable: Portable) -> Merging:
    """What `join` would do."""
    new = _new_of(db, portable)
    counts = {
        name: Compared(len(new[name]), len(values) - len(new[name]))
        for name, values in values_of(portable).items()
    }
    sessions, check_ins, notes = (counts.pop(name) for name in ("session", "check_in", "note"))
    others = Compared(sum(c.new for c in counts.values()), sum(c.here for c in counts.values()))
    dates = [kept.record.local_date for kept in portable.sessions]
    return Merging(
        sessions,
        check_ins,
        notes,
        others,
        min(dates, default=None),
        max(dates, default=None),
        settings=bool(_settings_to_come(db, portable)),
        closes=_placed(db, new["session"]) != new["session"],
    )


def join(db: sqlite3.Connection, portable: Portable) -> Merged:
    """Put what is new among what is here."""
    new = _new_of(db, portable)
    before = _put_settings(db, _settings_to_come(db, portable))
    new["session"] = _placed(db, new["session"])
    keys = {name: _put(db, name, values) for name, values in new.items()}
    for name in ("mark", "safety"):
        _put_in_turn(db, name, frozenset(keys[name]))
    return Merged(keys, before)


def part(db: sqlite3.Connection, merged: Merged) -> None:
    """Take out what came."""
    for name, keys in merged.keys.items():
        key = "session" if name == "note" else "id"
        db.executemany(f"DELETE FROM {name} WHERE {key} = ?", [(one,) for one in keys])
    _put_settings(db, merged.settings)


def _new_of(db: sqlite3.Connection, portable: Portable) -> dict[str, list[Any]]:
    """What is not here yet, by table."""
    new: dict[str, list[Any]] = {}
    for name, values in values_of(portable).items():
        here: set[Key] = set()
        for question in TABLES[name].here:
            here.update(db.execute(question))
        known_by = TABLES[name].known_by
        new[name] = [value for value in values if is_first(known_by(value), here)]
    return new


def _placed(db: sqlite3.Connection, records: Sequence[SessionRecord]) -> list[SessionRecord]:
    """As they may be here, where one session at most is unfinished."""
    is_free = not db.execute("SELECT 1 FROM session WHERE ended IS NULL").fetchone()
    placed = []
    for record in records:
        can_stay = is_free or record.ended is not None
        placed.append(record if can_stay else _closed(record))
        is_free = is_free and record.ended is not None
    return placed


def _closed(record: SessionRecord) -> SessionRecord:
    """A session as if it had been ended when it last ran."""
    session = msgspec.structs.replace(record.session, phase=Phase.ABANDONED)
    ended = datetime.fromisoformat(record.begun) + timedelta(milliseconds=session.guided)
    return msgspec.structs.replace(record, session=session, ended=f"{ended:%Y-%m-%dT%H:%M:%S.%fZ}")


def _put(db: sqlite3.Connection, name: str, values: Iterable[Any]) -> tuple[str, ...]:
    """Keep them; their keys."""
    columns, keys = TABLES[name].columns, []
    marks = ", ".join("?" * len(columns.split(",")))
    for value in values:
        row = TABLES[name].row(value)
        db.execute(f"INSERT INTO {name} ({columns}) VALUES ({marks})", row)
        keys.append(row[0])
    return tuple(keys)


def _put_in_turn(db: sqlite3.Connection, name: str, new: frozenset[str]) -> None:
    """Let what came have its place by its instant, so that what was said last stays the last.

    Neither what was here nor what came changes its own order: a clock may have gone back.
    """
    found = db.execute(f"SELECT rowid, at, id FROM {name} ORDER BY rowid").fetchall()
    here = [row for row in found if row[2] not in new]
    came = [row for row in found if row[2] in new]
    if here and came:
        ordered = in_turn(here, came, key=itemgetter(1))
        db.executemany(
            f"UPDATE {name} SET rowid = ? WHERE id = ?",
            [(found[-1][0] + place, id) for place, (_, _, id) in enumerate(ordered, start=1)],
        )


def _settings_to_come(db: sqlite3.Connection, portable: Portable) -> _Values:
    """Those that are other here, where nothing was done yet; else the person's own stay."""
    begun = " UNION ALL ".join(f"SELECT 1 FROM {name}" for name in _BEGUN)
    if db.execute(f"{begun} LIMIT 1").fetchone():
        return {}
    here = dict(db.execute("SELECT key, value FROM setting"))
    values = {key: rows.json(value) for key, value in portable.settings.items()}
    return {k: v for k, v in values.items() if k not in OF_THIS_MACHINE and here.get(k) != v}


def _put_settings(db: sqlite3.Connection, values: _Values) -> _Values:
    """Keep them; what was there before."""
    here = dict(db.execute("SELECT key, value FROM setting"))
    for key, value in values.items():
        if value is None:
            db.execute("DELETE FROM setting WHERE key = ?", (key,))
        else:
            db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
    return {key: here.get(key) for key in values}
