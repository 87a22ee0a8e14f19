"""Everything once, in the app as it was installed: does all of it load, open, write and read?

A resource missing from a package, a plug-in that was trimmed away, a folder nobody may
write: they show here in seconds instead of in the middle of somebody's first session.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from ..ui.application import make_application, show_in_box
from . import files, pages, papers, player, records, senses, sheets
from .expecting import expect_calm, uncaught

WELL, NOT_WELL = "All is well.", "Something is wrong with this copy of Backplan."

CHECKS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("every file", files.every_file),
    ("every text", files.every_text),
    ("every icon, the typeface", files.every_drawing),
    ("every page in every look", pages.every_page),
    ("every sheet in every look", sheets.every_sheet),
    ("the player in every look", player.every_moment),
    ("the record, written and read back", records.written),
    ("the record, spoiled and brought back", records.brought_back),
    ("the record of an earlier version", records.brought_up_to_date),
    ("the page for print and the calendar", papers.written),
    ("others’ programs", senses.others),
    ("voice", senses.voice),
    ("sound", senses.sound),
)
"""Each raises if it finds a fault; what it returns is only told."""


def self_test(language: str, report: Path | None) -> int:
    """Run every check, a line each; 0 if all went well, else 1. With `report` the lines go into
    that file too, where there is no terminal. OSError if it cannot be written.
    """
    make_application()
    if report is None:
        return _run(language, [sys.stdout])
    with report.open("w", encoding="utf-8", newline="\n") as file:
        return _run(language, [sys.stdout, file])


def _run(language: str, outputs: list[TextIO | None]) -> int:
    told = [_result(name, check, language, outputs) for name, check in CHECKS]
    failed = [line for line in told if line.startswith("FAILED")]
    last = NOT_WELL if failed else WELL
    _say(last, outputs)
    if not any(outputs):
        show_in_box("\n".join([*failed, last]))
    return 1 if failed else 0


def _result(
    name: str,
    check: Callable[[str], str | None],
    language: str,
    outputs: list[TextIO | None],
) -> str:
    try:
        with uncaught() as faults:
            told = check(language)
        expect_calm(faults)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
        line = f"FAILED  {name}: {type(error).__name__}: {error}"
    else:
        line = f"ok      {name}: {told}" if told else f"ok      {name}"
    _say(line, outputs)
    return line


def _say(line: str, outputs: list[TextIO | None]) -> None:
    for output in outputs:
        if output is not None:
            output.write(line + "\n")
            output.flush()
