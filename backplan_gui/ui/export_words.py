"""What is said of a file that is written: what is in it, its name, and where it went."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication

from .. import words
from .backup_words import day_said
from .widgets.sheet import Option

EVERY_DAY = "d MMMM yyyy"


class Export(StrEnum):
    """The kinds of files there are, each by the ending of its name."""

    PAGE = "pdf"
    SHEET = "csv"
    WHOLE = "json"
    CALENDAR = "ics"


class Saved(msgspec.Struct, frozen=True):
    """A file that was just written."""

    path: Path

    @property
    def folder(self) -> str:
        """The folder by its own name; a disk has none."""
        return self.path.parent.name or str(self.path.parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("export", text)


def options() -> tuple[Option, ...]:
    """What can be written, and in one sentence what is in it."""
    return (
        Option(
            Export.PAGE,
            "person",
            _tr("For my physiotherapist"),
            _tr("One page to print: what you did, and pain before and after. PDF."),
        ),
        Option(
            Export.SHEET,
            "chart",
            _tr("Spreadsheet"),
            _tr("One row for each set, with day, pain numbers and notes. CSV."),
        ),
        Option(
            Export.WHOLE,
            "layers",
            _tr("Everything"),
            _tr("Sessions, answers, notes and settings, to import again. JSON."),
        ),
        Option(
            Export.CALENDAR,
            "calendar",
            _tr("Calendar"),
            _tr("Your coming days at a time you choose, without pain or notes. ICS."),
        ),
    )


def file_name(kind: Export, today: str) -> str:
    """As in "backplan-2026-11-26.pdf": a person finds it by its day."""
    return f"backplan-{today}.{kind}"


def with_ending(path: str, kind: Export) -> Path:
    """A chosen path, with the ending that opens it in the right program."""
    ending = f".{kind}"
    return Path(path if path.lower().endswith(ending) else path + ending)


def dialog_title(kind: Export) -> str:
    """What the system's dialog is about."""
    return {
        Export.PAGE: _tr("Save the page"),
        Export.SHEET: _tr("Save the spreadsheet"),
        Export.WHOLE: _tr("Save everything"),
        Export.CALENDAR: _tr("Save the calendar file"),
    }[kind]


def pattern(kind: Export) -> str:
    """Which files the system's dialog shows."""
    name = {
        Export.PAGE: _tr("PDF page"),
        Export.SHEET: _tr("Spreadsheet"),
        Export.WHOLE: _tr("Backplan record"),
        Export.CALENDAR: _tr("Calendar file"),
    }[kind]
    return f"{name} (*.{kind})"


def next_step(kind: Export) -> str:
    """What can be done with the file now."""
    return {
        Export.PAGE: _tr("It is ready to print, or to take along."),
        Export.SHEET: _tr("Any spreadsheet program opens it."),
        Export.WHOLE: _tr("Keep it in a safe place. Import brings it back."),
        Export.CALENDAR: _tr("Open it, and your calendar takes the days over."),
    }[kind]


def dates(first: str, last: str, today: str) -> str:
    """As in "18 to 24 November 2026": which days a page is about."""
    if first == last:
        said = day_said(first, today)
        return f"{said[:1].upper()}{said[1:]}"
    if first[:4] != last[:4]:
        start = words.weekday(first, EVERY_DAY)
    else:
        start = words.weekday(first, "d" if first[:7] == last[:7] else "d MMMM")
    return _tr("{} to {}").format(start, words.weekday(last, EVERY_DAY))


def coming(numbers: Sequence[int], first: str, today: str) -> str:
    """As in "Days 2 to 7, one a day from tomorrow on."; "" for no days."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return _tr("Day {}, {}.").format(numbers[0], _from(first, today))
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        which = _tr("{} to {}").format(numbers[0], numbers[-1])
    else:
        which = _tr("{} and {}").format(", ".join(map(str, numbers[:-1])), numbers[-1])
    return _tr("Days {}, one a day from {} on.").format(which, _from(first, today))


def _from(first: str, today: str) -> str:
    return _tr("today") if first == today else _tr("tomorrow")
