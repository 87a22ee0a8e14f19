"""The page for the physiotherapist as the programs of a desktop read it."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.report import Report, report
from backplan_gui.core.tallies import Dates
from backplan_gui.ui import report_words as said
from backplan_gui.ui.paper import report_pdf
from tests.conftest import needs
from tests.core.histories import split, whole_week
from tests.core.samples import SEVEN_DAYS

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.usefixtures("qapp"),
    needs("pdftotext", package="poppler-utils"),
    needs("pdffonts", package="poppler-utils"),
]
CONTENT = Content(resources.root())
NOTES = ("Slept better at 7:30", "", "Left hip tight. Ünïcödé, 100 %", "Прогулка")


WEEK = Dates("2026-11-16", "2026-11-22")


@pytest.fixture
def page() -> Report:
    """A whole week, some of its sessions with a note."""
    history, sets = split(list(whole_week()))
    noted = [
        replace(session, note=note)
        for session, note in zip(history, (*NOTES, *[""] * 5), strict=True)
    ]
    return report(SEVEN_DAYS, WEEK, "2026-11-23", noted, sets, with_notes=True)


@pytest.fixture
def file(page: Report, tmp_path: Path) -> Path:
    path = tmp_path / "backplan-2026-11-23.pdf"
    path.write_bytes(report_pdf(page, CONTENT))
    return path


def output_of(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert not done.stderr
    return done.stdout


def text_of(file: Path, how: str = "-raw") -> str:
    """The text in one line. Of an apostrophe a PDF keeps only how it looks, not which it is."""
    return " ".join(output_of("pdftotext", how, file, "-").split()).replace("\u02bc", "’")


def test_the_text_is_in_the_order_in_which_it_is_read(page: Report, file: Path) -> None:
    text = text_of(file)
    days = [(said.day_name(d, CONTENT), said.day_state(d, page.dates)) for d in page.days]
    parts = [
        said.addressee(),
        said.title(),
        said.span(page.dates),
        *(" ".join(day) for day in days),
        said.pain_title(),
        said.change(page.change),
        said.scale(),
        *(f"{number} {name}" for number, name in said.figures(page)),
        " ".join(said.session_heads(page)),
        *(
            " ".join((*said.session_cells(line, page.dates, CONTENT), line.note)).strip()
            for line in page.session_lines
        ),
        " ".join(said.exercise_heads()),
        *(" ".join(said.exercise_cells(line, CONTENT)) for line in page.exercise_lines),
        *said.foot(),
    ]
    assert len(parts) > 45
    places: list[int] = []
    for part in parts:
        places.append(text.find(part, places[-1] if places else 0))
        assert places[-1] >= 0, part
    assert all(one < other for one, other in pairwise(places))


def test_the_numbers_are_those_of_the_report(page: Report, file: Path) -> None:
    text = text_of(file)
    told = re.findall(r"min (\d+, then \d+|\d+ before|\d+ after|not said)", text)
    assert told == [said.numbers(line.numbers) for line in page.session_lines]
    chart = text[text.index(said.pain_title()) : text.index(said.change(page.change))]
    drawn = chart[: chart.index("16 Nov")].split()
    numbers = [n for p in page.points[:1] for n in (p.numbers.before, p.numbers.after)]
    assert [int(n) for n in drawn[-2:]] == numbers


def test_nothing_points_anywhere(file: Path) -> None:
    assert not re.search("[\u2190-\u21ff\u27a1\u2794]|->|=>", text_of(file))


def test_it_reads_the_same_as_it_is_laid_out(file: Path) -> None:
    laid_out = text_of(file, "-layout")
    assert "Mon 16 Nov Day 1, Settle and stretch 7 of 7 12 min 6, then 5 Slept better" in laid_out
    assert "Child’s Pose 30 s × 3 3 of 3 standard" in laid_out


def test_every_typeface_is_in_the_file(file: Path) -> None:
    _, _, *fonts = output_of("pdffonts", file).splitlines()
    assert any(font.startswith("Inter") for font in fonts)
    for font in fonts:
        embedded, _, with_text = font.split()[-5:-2]
        assert (embedded, with_text) == ("yes", "yes"), font


def test_it_is_one_page_of_a4_by_this_app(file: Path) -> None:
    told = dict(line.split(":", 1) for line in output_of("pdfinfo", file).splitlines())
    assert told["Pages"].strip() == "1"
    assert "A4" in told["Page size"]
    assert told["Creator"].strip() == "Backplan"
    assert told["Title"].strip().startswith("What I did, and how it was")
