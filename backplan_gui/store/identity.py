"""How every kind of value is kept as a row, and by what one is known among the others."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

import msgspec

from ..core.pain import Asked, CheckIn
from ..core.portable import KeptSet, Note, Portable
from ..core.records import Mark
from . import rows

DONE_SET = "id, session, exercise_no, exercise, set_no, side, version, planned, actual, unit, done"
NOTE = "session, at, text"
MARK = ", ".join(Mark.__struct_fields__)
SAFETY = 'id, at, local_date, "group", codes, checked_on'

Key = tuple[Hashable, ...]


class SetOf(NamedTuple):
    session: str
    kept: KeptSet


class NoteOf(NamedTuple):
    session: str
    note: Note


class Table(NamedTuple):
    """How the values of one kind are kept, and by what they are known."""

    columns: str
    row: Callable[[Any], rows.Row]
    """The id comes first."""
    known_by: Callable[[Any], tuple[Key, ...]]
    here: tuple[str, ...]
    """Asks for the same of all that is here."""


def _by_id(value: Any) -> tuple[Key, ...]:
    return ((value.id,),)


def _set_known_by(one: SetOf) -> tuple[Key, ...]:
    done = one.kept.done
    return (one.kept.id,), (one.session, done.exercise_no, done.set_no, done.side or "")


def _answer_known_by(one: CheckIn) -> tuple[Key, ...]:
    if one.session is None or one.asked is Asked.DURING:
        return _by_id(one)
    return (one.id,), (one.session, one.asked)


TABLES = {
    "session": Table(rows.SESSION, rows.from_record, _by_id, ("SELECT id FROM session",)),
    "done_set": Table(
        DONE_SET,
        lambda one: (one.kept.id, one.session, *rows.from_done(one.kept.done)),
        _set_known_by,
        (
            "SELECT id FROM done_set",
            "SELECT session, exercise_no, set_no, side FROM done_set",
        ),
    ),
    "note": Table(
        NOTE,
        lambda one: (one.session, one.note.at, one.note.text),
        lambda one: ((one.session,),),
        ("SELECT session FROM note",),
    ),
    "check_in": Table(
        rows.CHECK_IN,
        msgspec.structs.astuple,
        _answer_known_by,
        (
            "SELECT id FROM check_in",
            "SELECT session, asked FROM check_in WHERE asked <> 'during'",
        ),
    ),
    "log": Table(rows.LOG, msgspec.structs.astuple, _by_id, ("SELECT id FROM log",)),
    "mark": Table(MARK, msgspec.structs.astuple, _by_id, ("SELECT id FROM mark",)),
    "safety": Table(SAFETY, rows.from_answer, _by_id, ("SELECT id FROM safety",)),
    "exclusion": Table(
        rows.EXCLUSION,
        msgspec.structs.astuple,
        lambda one: ((one.id,), (one.plan, one.round, one.exercise)),
        ("SELECT id FROM exclusion", "SELECT plan, round, exercise FROM exclusion"),
    ),
}


def values_of(portable: Portable) -> dict[str, Sequence[Any]]:
    """The values of each table, in an order in which each finds what it refers to."""
    kept = portable.sessions
    return {
        "session": [one.record for one in kept],
        "done_set": [SetOf(one.record.id, done) for one in kept for done in one.sets],
        "note": [NoteOf(one.record.id, one.note) for one in kept if one.note],
        "check_in": portable.check_ins,
        "log": portable.log,
        "mark": portable.marks,
        "safety": portable.answers,
        "exclusion": portable.exclusions,
    }


def is_first(known_by: tuple[Key, ...], taken: set[Key]) -> bool:
    """Nothing has one of these yet; from now on this has."""
    if not taken.isdisjoint(known_by):
        return False
    taken.update(known_by)
    return True
