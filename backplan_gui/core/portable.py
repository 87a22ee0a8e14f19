"""The whole record as one value, and as a JSON file that can be taken to another computer.

The file names its format and version first. `scripts` holds every script once, however many
sessions went through it: ten years have a handful. Everything else stands there as it is
kept, row by row and with its id, in the order in which it was kept, so that what is read
back is the same record. What is read may have been changed by any hand or program, so every
number, instant and reference is looked at before anything is believed.
"""

import re
from datetime import date, datetime
from typing import Any

import msgspec

from .pain import CheckIn, Exclusion, LogLine
from .records import Done, Mark, SafetyAnswer, SessionKind, SessionRecord
from .script import Script

FORMAT = "backplan-record"
VERSION = 1
"""Raised when an older Backplan would misread the file, not when a field with a default comes."""
OF_THIS_MACHINE = frozenset({"window", "mini", "copy_folder", "place_told"})
"""Kept values that mean nothing elsewhere: where windows, copies and the record are."""

OTHER = "This file was not exported by Backplan."
NEWER = "This file was exported by a newer Backplan, and this one cannot read it."
BROKEN = "This file is broken or was changed by something else, so nothing can be taken from it."

_LARGEST = 2**31 - 1
"""Of any number without a limit of its own: what Qt's timers take in milliseconds."""
_INSTANT_MS = 2**53
_LIMITS = {
    "day": (0, 31),  # as many as a plan may have; 0 begins a round
    "utc_offset": (-24 * 60, 24 * 60),
    "seen": (-_INSTANT_MS, _INSTANT_MS),
    "until": (-_INSTANT_MS, _INSTANT_MS),
    "settings": (-_INSTANT_MS, _INSTANT_MS),
}
_LONGEST_ID, _LONGEST_TEXT = 100, 1_000_000
_DEEPEST = 20
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR, _NO_YEAR = "1970", "9000"
"""Farther out, a time zone or the length of a session may lead beyond the calendar."""


class NotPortable(ValueError):
    """What was read is no record to take in; `str` of it is a sentence for the person."""


class KeptSet(msgspec.Struct, frozen=True):
    """A recorded set-side with the id of its row."""

    id: str
    done: Done


class Note(msgspec.Struct, frozen=True):
    """What the person wrote after a session, and when."""

    at: str
    text: str


class KeptSession(msgspec.Struct, frozen=True):
    """A session with what was done in it, and its note."""

    record: SessionRecord
    sets: tuple[KeptSet, ...] = ()
    note: Note | None = None


class Portable(msgspec.Struct, frozen=True):
    """Everything that is remembered of a person, but for `OF_THIS_MACHINE`."""

    sessions: tuple[KeptSession, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    log: tuple[LogLine, ...] = ()
    marks: tuple[Mark, ...] = ()
    answers: tuple[SafetyAnswer, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    settings: dict[str, Any] = {}


class _Head(msgspec.Struct):
    """What any JSON object says of its format."""

    format: Any = None
    version: Any = None


class _FiledSession(msgspec.Struct, frozen=True):
    """A session as the file has it: its script is empty there, and `script` says which it is."""

    record: SessionRecord
    script: int
    sets: tuple[KeptSet, ...]
    note: Note | None


class _File(msgspec.Struct, frozen=True):
    """The file; the fields of `Portable`, and the scripts of all sessions, each once."""

    format: str
    version: int
    scripts: tuple[Script, ...]
    sessions: tuple[_FiledSession, ...]
    check_ins: tuple[CheckIn, ...]
    log: tuple[LogLine, ...]
    marks: tuple[Mark, ...]
    answers: tuple[SafetyAnswer, ...]
    exclusions: tuple[Exclusion, ...]
    settings: dict[str, Any]


def encode(portable: Portable) -> bytes:
    """The file, in lines that a person can read."""
    scripts: dict[Script, int] = {}
    sessions = tuple(_filed(kept, scripts) for kept in portable.sessions)
    rest = msgspec.structs.asdict(portable) | {"sessions": sessions}
    file = _File(FORMAT, VERSION, tuple(scripts), **rest)
    return msgspec.json.format(msgspec.json.encode(file), indent=1)


def decode(data: bytes) -> Portable:
    """What `encode` made; NotPortable with the reason for anything else."""
    data = data.removeprefix(b"\xef\xbb\xbf")  # some editors put it there
    try:
        _check_head(data)
        file = msgspec.json.decode(data, type=_File)
        if not _is_sound(file) or not _holds_together(file):
            raise NotPortable(BROKEN)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotPortable(BROKEN) from error
    fields = {name: getattr(file, name) for name in Portable.__struct_fields__}
    fields["sessions"] = tuple(_kept(filed, file.scripts) for filed in file.sessions)
    return Portable(**fields)


def _check_head(data: bytes) -> None:
    """NotPortable for what is not ours, or comes from a later Backplan."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.ValidationError as error:
        raise NotPortable(OTHER) from error
    except msgspec.DecodeError as error:
        is_ours = f'"{FORMAT}"'.encode() in data[:100]  # and its end is missing
        raise NotPortable(BROKEN if is_ours else OTHER) from error
    if head.format != FORMAT:
        raise NotPortable(OTHER)
    if not isinstance(head.version, int) or head.version < 1:
        raise NotPortable(BROKEN)
    if head.version > VERSION:
        raise NotPortable(NEWER)


def _filed(kept: KeptSession, scripts: dict[Script, int]) -> _FiledSession:
    number = scripts.setdefault(kept.record.session.script, len(scripts))
    return _FiledSession(_with_script(kept.record, ()), number, kept.sets, kept.note)


def _kept(filed: _FiledSession, scripts: tuple[Script, ...]) -> KeptSession:
    record = _with_script(filed.record, scripts[filed.script])
    return KeptSession(record, filed.sets, filed.note)


def _with_script(record: SessionRecord, script: Script) -> SessionRecord:
    session = msgspec.structs.replace(record.session, script=script)
    return msgspec.structs.replace(record, session=session)


# --- what may be believed ---------------------------------------------------------------


def _holds_together(file: _File) -> bool:
    """Every session has its script and its place in it; answers and lines have their session."""
    known = {filed.record.id for filed in file.sessions} | {None}
    meant = {one.session for one in file.check_ins} | {one.session for one in file.log}
    return meant <= known and all(_stands(filed, file.scripts) for filed in file.sessions)


def _stands(filed: _FiledSession, scripts: tuple[Script, ...]) -> bool:
    """Only a session that has ended may have no script, as a walk outside has none."""
    record = filed.record
    if filed.script >= len(scripts) or record.session.script:
        return False
    if record.kind is not SessionKind.PLAN and record.day is not None:
        return False
    steps = len(scripts[filed.script])
    return record.session.index <= steps and (steps > 0 or record.ended is not None)


def _is_sound(value: Any, name: str = "", depth: int = 0) -> bool:
    """Every number, text and instant in it is one that the record can keep, and a page show."""
    match value:
        case str():
            return _is_sound_text(value, name)
        case int():
            least, most = _LIMITS.get(name, (0, _LARGEST))
            return least <= value <= most
        case None | float():
            return True
        case tuple() | list():
            return depth < _DEEPEST and all(_is_sound(one, name, depth + 1) for one in value)
        case dict():
            inner = (*value, *value.values())
            return depth < _DEEPEST and all(_is_sound(one, name, depth + 1) for one in inner)
    names = value.__struct_fields__
    return all(_is_sound(getattr(value, name), name, depth + 1) for name in names)


def _is_sound_text(text: str, name: str) -> bool:
    match name:
        case "at" | "begun" | "ended":
            return bool(_INSTANT.fullmatch(text)) and _is_in_time(text)
        case "local_date" | "checked_on":
            return bool(_DATE.fullmatch(text)) and _is_in_time(text)
        case "id":
            return 0 < len(text) <= _LONGEST_ID
    return len(text) <= _LONGEST_TEXT


def _is_in_time(text: str) -> bool:
    """A date, with or without a time of day, that there is in the calendar."""
    if not _FIRST_YEAR <= text < _NO_YEAR:
        return False
    try:
        return bool(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))
    except ValueError:
        return False
