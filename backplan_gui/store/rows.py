"""Values into rows and rows into values; what does not fit raises an error as it comes.

Of a Session the place (step, elapsed, phase) has columns of its own, so that the file can
be read by people too; its small fields are one JSON object and its script another. What it
comes to is counted from these whenever they are written, so that a look at the past reads
neither.
"""

from typing import TYPE_CHECKING, Any

import msgspec

from ..core.counted import Counted, counted
from ..core.exercise import Version
from ..core.pain import Asked, CheckIn, Exclusion, LogLine, Settled
from ..core.plan import Side
from ..core.records import (
    Done,
    DoneSet,
    Mark,
    SafetyAnswer,
    SessionKind,
    SessionRecord,
    SessionSummary,
    Unit,
)
from ..core.session import Phase, Session

if TYPE_CHECKING:
    from ..core.history import HistorySession

Row = tuple[Any, ...]
Told = tuple[int | None, int | None, str, bool, bool]
"""Of a session: before, after, note, and which of the two numbers was an ache of muscles."""

_KEPT = ("id", "plan", "round", "day", "begun", "local_date", "utc_offset", "ended", "kind")
_PLACE = ("step", "elapsed", "phase", "state", "script")
_COUNTED = Counted._fields
SESSION = ", ".join(_KEPT + _PLACE + _COUNTED)
SESSION_MARKS = ", ".join("?" * len(_KEPT + _PLACE + _COUNTED))
PUT_SESSION = ", ".join(f"{name} = ?" for name in _PLACE + _COUNTED)
HISTORY = (
    "id, kind, day, round, begun, local_date, utc_offset, ended, phase, guided, sets, sets_done"
)
SUMMARY = ", ".join(SessionSummary.__struct_fields__)
CHECK_IN = ", ".join(CheckIn.__struct_fields__)
EXCLUSION = ", ".join(Exclusion.__struct_fields__)
LOG = ", ".join(LogLine.__struct_fields__)

# Twice as fast as calling the enums, which counts in a history of ten years.
_SIDES: dict[str, Side | None] = {"": None, **{side.value: side for side in Side}}
_VERSIONS = {version.value: version for version in Version}
_UNITS = {unit.value: unit for unit in Unit}
_KINDS = {kind.value: kind for kind in SessionKind}
_PHASES = {phase.value: phase for phase in Phase}
_ASKED = {asked.value: asked for asked in Asked}
_SETTLED: dict[str | None, Settled | None] = {None: None, **{s.value: s for s in Settled}}


def from_session(session: Session) -> Row:
    """The columns of PUT_SESSION: its place, and what it comes to."""
    state = msgspec.structs.asdict(session)
    script = json(state.pop("script"))
    place = state.pop("index"), state.pop("elapsed"), state.pop("phase"), json(state), script
    return *place, *counted(session)


def from_record(record: SessionRecord) -> Row:
    """The columns of SESSION."""
    return *(getattr(record, name) for name in _KEPT), *from_session(record.session)


def record(row: Row) -> SessionRecord:
    """A row of the columns of SESSION."""
    kept = dict(zip(_KEPT, row, strict=False))
    kept["kind"] = _KINDS[kept["kind"]]
    step, elapsed, phase, state, script = row[len(_KEPT) : -len(_COUNTED)]
    fields = msgspec.json.decode(state, type=dict[str, Any])
    fields |= {"index": step, "elapsed": elapsed, "phase": phase}
    fields["script"] = msgspec.json.decode(script)
    return SessionRecord(**kept, session=msgspec.convert(fields, Session))


def summary(row: Row) -> SessionSummary:
    """A row of the columns of SUMMARY."""
    id, kind, day, round, begun, local_date, ended, phase = row
    return SessionSummary(id, _KINDS[kind], day, round, begun, local_date, ended, _PHASES[phase])


def history(row: Row, told: Told, walk: tuple[int, int, int] | None) -> "HistorySession":
    """A row of the columns of HISTORY, what was said of it, and of a walk what was logged."""
    from ..core.history import HistorySession  # no start needs it

    id, kind, day, round, begun, local_date, utc_offset, ended, phase, guided, sets, done = row
    sets, done, seconds = walk or (sets, done, 0)
    return HistorySession(
        id,
        _KINDS[kind],
        day,
        round,
        begun,
        local_date,
        utc_offset,
        ended,
        _PHASES[phase],
        guided,
        sets,
        done,
        *told,
        outside_ms=1000 * seconds,
    )


def from_done(done: Done) -> Row:
    """The columns exercise_no to done, in the order of the fields."""
    return msgspec.structs.astuple(msgspec.structs.replace(done, side=done.side or ""))


def done_set(row: Row) -> DoneSet:
    """A row of the fields of DoneSet and then those of Done."""
    session, round, day, begun, local_date, *rest = row
    number, exercise, set_no, side, version, planned, actual, unit, done = rest
    made = Done(
        number,
        exercise,
        set_no,
        _SIDES[side],
        _VERSIONS[version],
        planned,
        actual,
        _UNITS[unit],
        bool(done),
    )
    return DoneSet(session, round, day, begun, local_date, made)


def mark(row: Row) -> Mark:
    """A row of the fields of a mark."""
    return msgspec.convert(dict(zip(Mark.__struct_fields__, row, strict=True)), Mark)


def from_answer(answer: SafetyAnswer) -> Row:
    """The fields of an answer, its codes as JSON."""
    return msgspec.structs.astuple(msgspec.structs.replace(answer, codes=json(answer.codes)))


def answer(row: Row) -> SafetyAnswer:
    """A row of the fields of an answer."""
    fields = dict(zip(SafetyAnswer.__struct_fields__, row, strict=True))
    fields["codes"] = msgspec.json.decode(fields["codes"])
    return msgspec.convert(fields, SafetyAnswer)


def check_in(row: Row) -> CheckIn:
    """A row of the columns of CHECK_IN."""
    id, session, at, local_date, asked, pain, legs, settled, medicine, ache = row
    return CheckIn(
        id,
        session,
        at,
        local_date,
        _ASKED[asked],
        pain,
        bool(legs),
        _SETTLED[settled],
        bool(medicine),
        bool(ache),
    )


def json(value: Any) -> str:
    """Any value that JSON knows, as text."""
    return msgspec.json.encode(value).decode()


def value(text: str) -> Any:
    """A kept value; None where the text is not JSON."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None
