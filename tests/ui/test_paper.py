"""The page for the physiotherapist as a PDF: one page, its own typeface, always light."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import settings as choices
from backplan_gui.core.report import Report, report
from backplan_gui.core.settings import Settings
from backplan_gui.core.tallies import Dates
from backplan_gui.ui import report_words as said
from backplan_gui.ui.paper import FOOT, GAP, MARGIN, report_pdf
from backplan_gui.ui.paper_chart import CHART_HEIGHT
from backplan_gui.ui.paper_days import DAYS_HEIGHT
from backplan_gui.ui.paper_pen import Style
from backplan_gui.ui.theme import Theme, colour_of, tokens
from tests.core.histories import Held, held, split, stories, whole_week
from tests.core.samples import SEVEN_DAYS

pytestmark = pytest.mark.usefixtures("qapp")
WEEK = Dates("2026-11-16", "2026-11-22")
YEARS = Dates("2026-11-16", "2037-11-16")
A4 = QSize(595, 842)
RULE = round(842 - MARGIN - FOOT)
ABOVE_FOOT = range(RULE - 11, RULE - 2)
NOTE = "Left hip tight at first, then easier after the second set of the stretch. "


def page(story: list[Held], dates: Dates = WEEK, *, with_notes: bool = False) -> Report:
    history, sets = split(story)
    return report(SEVEN_DAYS, dates, "2026-11-23", history, sets, with_notes=with_notes)


def noted(weeks: int = 1) -> list[Held]:
    """Whole weeks with a long note in each session."""
    return [
        Held(replace(one.session, note=NOTE * 3), one.sets)
        for n in range(weeks)
        for one in whole_week(first=7 * n, round=n + 1)
    ]


class Read:
    """The page as another program reads it."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(pdf)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        self.pages = self._document.pageCount()

    def text(self) -> str:
        return self._document.getAllText(0).text()

    def title(self) -> str:
        return str(self._document.metaData(QPdfDocument.MetaDataField.Title))

    def maker(self) -> str:
        return str(self._document.metaData(QPdfDocument.MetaDataField.Creator))

    def size(self) -> tuple[int, int]:
        size = self._document.pagePointSize(0)
        return round(size.width()), round(size.height())

    def printed(self, scale: int = 1) -> QImage:
        """On white paper."""
        image = QImage(A4 * scale, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, self._document.render(0, A4 * scale))
        painter.end()
        return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def ink_in(image: QImage, rows: range) -> bool:
    """Something is printed in these rows, right of the margin."""
    return any(image.pixelColor(x, y).lightness() < 250 for y in rows for x in range(image.width()))


@pytest.fixture(scope="module")
def week(qapp: object) -> bytes:
    return report_pdf(page(list(whole_week())), Content(resources.root()))


def test_it_is_one_a4_page_with_a_title_and_a_maker(week: bytes) -> None:
    read = Read(week)
    assert (read.pages, read.size()) == (1, (595, 842))
    assert read.title().startswith("What I did, and how it was, 16 to 22 November 2026")
    assert read.maker() == "Backplan"


def test_the_typeface_is_in_the_file_and_nothing_is_a_picture(week: bytes) -> None:
    names = set(re.findall(rb"/FontName /[A-Z]{6}\+(\w+)", week))
    assert names
    assert all(name.startswith(b"Inter") for name in names)
    assert week.count(b"/FontFile2") == len(re.findall(rb"/FontName", week))
    assert b"/Subtype /Image" not in week


def test_all_of_it_is_there_as_text(week: bytes) -> None:
    text = Read(week).text()
    for words in (
        "For my physiotherapist",
        "What I did, and how it was",
        "16 to 22 November 2026 · 7 days",
        "Done 19 Nov",
        "7 of 7",
        "108 Minutes guided",
        "Pain before exercise went from 6 to 3, that is 3 points (50 %) lower.",
        "Day 1, Settle and stretch",
        "6, then 5",
        "4 before",
        "left 2 of 2 · right 2 of 2",
        "Upper Back Extensions",
        "It does not find, treat or prevent any illness or injury.",
    ):
        assert words in " ".join(text.split()), words
    assert not set("\u2190\u2192\u2191\u2193\u21d2\u27a1") & set(text)


def test_letters_are_printed_as_far_apart_as_they_were_measured(week: bytes) -> None:
    image = Read(week).printed(2)
    rows = range(int(2 * (MARGIN + 20)), int(2 * (MARGIN + 36)))
    printed = [x for x in range(image.width()) for y in rows if image.pixelColor(x, y).value() < 90]
    measured = Style("hero", 23).width(said.title())
    assert abs((max(printed) - min(printed)) / 2 - measured) < 5


def test_notes_are_there_only_if_asked_for(content: Content) -> None:
    story = [held(1, 0, note="Slept better at 7:30")]
    assert "Slept better" not in Read(report_pdf(page(story), content)).text()
    told = Read(report_pdf(page(story, with_notes=True), content)).text()
    assert "Slept better at 7:30" in told


def test_long_notes_are_cut_and_the_page_says_so(content: Content) -> None:
    text = Read(report_pdf(page(noted(), with_notes=True), content)).text()
    assert "Long notes are cut short on this page." in text
    assert text.count("\N{HORIZONTAL ELLIPSIS}") == 9
    short = [held(1, 0, note=NOTE)]
    whole = Read(report_pdf(page(short, with_notes=True), content)).text()
    assert "cut short" not in whole
    assert NOTE.strip() in " ".join(whole.split())


def test_what_has_no_row_is_said(content: Content) -> None:
    story = [held(1, n, 5, 4, round=n) for n in range(1, 60)]
    text = Read(report_pdf(page(story, YEARS), content)).text()
    assert "33 more sessions before these" in text
    assert "Each mark is the middle number of" in text


def test_without_numbers_it_says_so_instead_of_drawing(content: Content) -> None:
    text = Read(report_pdf(page([held(1, 0)]), content)).text()
    assert "No numbers about pain were kept on these days." in text
    assert Read(report_pdf(page([]), content)).pages == 1


def test_it_is_the_same_light_page_when_the_app_is_dark_and_large(
    week: bytes, content: Content
) -> None:
    loud = Settings(theme=choices.Theme.DARK, text_size=200, high_contrast=True)
    theme = Theme(loud)
    try:
        dark = report_pdf(page(list(whole_week())), content)
    finally:
        theme.apply(Settings(theme=choices.Theme.LIGHT, reduce_motion=True))
    assert Read(dark).printed() == Read(week).printed()
    found = colours(Read(dark).printed())
    light = tokens().color["light"]
    assert {colour_of(light[name]).name() for name in ("primary", "cord")} <= found
    assert "#ffffff" in found


def test_the_margins_stay_white(content: Content) -> None:
    image = Read(report_pdf(page(noted(), with_notes=True), content)).printed()
    edge = int(MARGIN) - 1
    assert edge > 15 / 25.4 * 72
    inner = image.copy(edge, edge, 595 - 2 * edge, 842 - 2 * edge)
    blank = QImage(image.size(), image.format())
    blank.fill(Qt.GlobalColor.white)
    painter = QPainter(blank)
    painter.drawImage(edge, edge, inner)
    painter.end()
    assert blank == image


@pytest.mark.parametrize("with_notes", [False, True])
@pytest.mark.parametrize("weeks", [1, 2, 9])
def test_the_fullest_page_keeps_its_tables_above_the_foot(
    content: Content, weeks: int, *, with_notes: bool
) -> None:
    story = noted(weeks)
    image = Read(report_pdf(page(story, YEARS, with_notes=with_notes), content)).printed()
    assert ink_in(image, range(RULE - 1, RULE + 2)), "the rule above the foot"
    assert not ink_in(image, ABOVE_FOOT)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stories, st.booleans())
def test_whatever_happened_it_is_one_page(
    content: Content, story: list[Held], with_notes: bool
) -> None:
    pdf = report_pdf(page(story, YEARS, with_notes=with_notes), content)
    read = Read(pdf)
    assert read.pages == 1
    assert not ink_in(read.printed(), ABOVE_FOOT)


def test_a_page_that_cannot_be_drawn_does_not_end_the_program(content: Content) -> None:
    strange = page([held(1, 0)])
    line = replace(strange.exercise_lines[0], exercise="handstand")
    with pytest.raises(KeyError):
        report_pdf(replace(strange, exercise_lines=(line,)), content)


def test_the_numbers_drawn_are_those_of_the_report(content: Content) -> None:
    """The chart has nothing else that is printed in the two colours of the marks."""
    one, other = (
        Read(report_pdf(page([held(1, 0, before, after)]), content)).printed(2)
        for before, after in ((8, 2), (4, 6))
    )
    assert [_marks(one, name) for name in ("cautionFill", "primary")] == [8, 2]
    assert [_marks(other, name) for name in ("cautionFill", "primary")] == [4, 6]


def _marks(image: QImage, name: str) -> int:
    """The number at whose height the mark of the first session lies in the chart."""
    top = MARGIN + 66 + DAYS_HEIGHT + GAP
    upper, lower = top + 24, top + CHART_HEIGHT - 18
    wanted = colour_of(tokens().color["light"][name])
    rows = [
        y / 2
        for y in range(int(2 * upper) - 8, int(2 * lower) + 8)
        for x in range(int(2 * MARGIN) + 60, int(2 * MARGIN) + 120)
        if image.pixelColor(x, y) == wanted
    ]
    middle = (min(rows) + max(rows)) / 2
    return round(10 * (lower - middle) / (lower - upper))


def test_it_is_small_enough_to_send(week: bytes) -> None:
    assert len(week) < 150_000
