"""Every recorded set as a row that any spreadsheet program opens (CSV, RFC 4180).

A cell that begins like a formula would be run by the program that opens the file, whoever
wrote the text: https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe before it
makes it text. Every cell is in quotes, so that none can begin another one.
"""

import csv
import io
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ..core.exercise import Version
from ..core.pain import Asked
from ..core.plan import Side
from ..core.portable import KeptSession, KeptSet, Portable
from ..core.records import SessionKind, Unit

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Also the wide forms, which some programs take for the narrow ones."""


def spreadsheet(portable: Portable, names: Mapping[str, str]) -> bytes:
    """One row for each set on each side, the earliest session first; `names` of exercises by id.

    UTF-8 with the mark by which spreadsheet programs know it.
    """
    written = io.StringIO(newline="")
    sheet = csv.writer(written, quoting=csv.QUOTE_ALL)
    sheet.writerow(_headings())
    pain = {(one.session, one.asked): one.pain for one in portable.check_ins}
    for kept in sorted(portable.sessions, key=lambda kept: kept.record.begun):
        id = kept.record.id
        about = pain.get((id, Asked.BEFORE)), pain.get((id, Asked.AFTER)), _note(kept)
        for one in sorted(kept.sets, key=_place):
            sheet.writerow(_cell(value) for value in (*_about_set(kept, one, names), *about))
    return written.getvalue().encode("utf-8-sig")


def _headings() -> tuple[str, ...]:
    return (
        _tr("Date"),
        _tr("Day"),
        _tr("Exercise"),
        _tr("Set"),
        _tr("Side"),
        _tr("Version"),
        _tr("Planned"),
        _tr("Actual"),
        _tr("Unit"),
        _tr("Done"),
        _tr("Pain before"),
        _tr("Pain after"),
        _tr("Note"),
    )


def _about_set(
    kept: KeptSession, one: KeptSet, names: Mapping[str, str]
) -> tuple[str | int | None, ...]:
    done = one.done
    return (
        kept.record.local_date,
        _day(kept),
        names.get(done.exercise, done.exercise),
        done.set_no,
        {None: "", Side.LEFT: _tr("left"), Side.RIGHT: _tr("right")}[done.side],
        _version(done.version),
        done.planned,
        done.actual,
        {Unit.SECONDS: _tr("seconds"), Unit.REPS: _tr("reps")}[done.unit],
        _tr("yes") if done.done else _tr("no"),
    )


def _place(one: KeptSet) -> tuple[int, int, str]:
    return one.done.exercise_no, one.done.set_no, one.done.side or ""


def _day(kept: KeptSession) -> str | int | None:
    match kept.record.kind:
        case SessionKind.PLAN:
            return kept.record.day
        case SessionKind.GENTLE:
            return _tr("gentle day")
        case SessionKind.PRACTICE:
            return _tr("practice")


def _version(version: Version) -> str:
    return {
        Version.STANDARD: _tr("standard"),
        Version.EASIER: _tr("easier"),
        Version.HARDER: _tr("harder"),
        Version.NO_FLOOR: _tr("off the floor"),
    }[version]


def _note(kept: KeptSession) -> str:
    return kept.note.text if kept.note else ""


def _cell(value: str | int | None) -> str | int | None:
    """Never the beginning of a formula."""
    is_formula = isinstance(value, str) and value.startswith(_BEGINS_FORMULA)
    return f"'{value}" if is_formula else value


def _tr(text: str) -> str:
    return QCoreApplication.translate("spreadsheet", text)
