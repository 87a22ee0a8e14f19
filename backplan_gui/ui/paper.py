"""The page for the physiotherapist as a PDF: one A4 page, sharp in print, with real text.

Everything is drawn in the order in which it is read, which is the order in which a program
takes the text out again.
"""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from ..content import Content
from ..core.report import Report
from . import report_words as said
from .paper_chart import CHART_HEIGHT, draw_chart
from .paper_days import DAYS_HEIGHT, draw_days
from .paper_pen import RESOLUTION, Pen, Style
from .paper_tables import Tables

MARGIN = 45.0
"""16 mm."""
GAP = 12.0
FIGURES = 132.0
"""The width of the three figures, right of the chart."""
FOOT = 24.0


def report_pdf(report: Report, content: Content) -> bytes:
    """The page; the application must be there, for its typeface."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    writer.setTitle(f"{said.title()}, {said.span(report.dates)}")
    writer.setCreator("Backplan")
    pen = Pen(writer)
    try:
        _draw(pen, report, content)
    finally:
        pen.end()  # a page that goes while it is drawn on takes the program with it
    buffer.close()
    return bytes(buffer.data().data())


def _draw(pen: Pen, report: Report, content: Content) -> None:
    width, bottom = pen.width - 2 * MARGIN, pen.height - MARGIN
    y = _draw_head(pen, report, width)
    draw_days(pen, report, content, QRectF(MARGIN, y, width, DAYS_HEIGHT))
    y += DAYS_HEIGHT + GAP
    y = _draw_pain(pen, report, y, width) + GAP + 2
    room = QRectF(MARGIN, y, width, bottom - FOOT - GAP - y)
    Tables(report, content, room).draw(pen)
    _draw_foot(pen, bottom, width)


def _draw_head(pen: Pen, report: Report, width: float) -> float:
    overline, small = Style("label", 9.5, "primary"), Style("small", 8.5, "ink3")
    pen.text(MARGIN, MARGIN + 8, said.addressee(), overline)
    pen.text(MARGIN + width, MARGIN + 8, "Backplan", Style("label", 9.5, "ink3"), share=1)
    pen.text(MARGIN, MARGIN + 34, said.title(), Style("hero", 23))
    pen.text(MARGIN, MARGIN + 51, said.span(report.dates), Style("body", 10.5, "ink2"))
    pen.text(MARGIN + width, MARGIN + 51, said.made(report.made), small, share=1)
    return MARGIN + 66


def _draw_pain(pen: Pen, report: Report, y: float, width: float) -> float:
    """The chart, what may be said of it, and the figures beside it; where it ends."""
    chart = QRectF(MARGIN, y, width - FIGURES - 24, CHART_HEIGHT)
    end = draw_chart(pen, report, chart)
    _draw_figures(pen, report, MARGIN + width - FIGURES, y)
    return end


def _draw_figures(pen: Pen, report: Report, x: float, y: float) -> None:
    """The three figures, and below them what the numbers of the chart mean."""
    value, label = Style("statValue", 19), Style("small", 8.5, "ink2")
    for place, (number, name) in enumerate(said.figures(report)):
        top = y + 44 * place
        pen.text(x, top + 17, number, value)
        for i, line in enumerate(label.lines(name, FIGURES)):
            pen.text(x, top + 29 + 10.5 * i, line, label)


def _draw_foot(pen: Pen, bottom: float, width: float) -> None:
    style = Style("small", 7.5, "ink3")
    pen.rule(MARGIN, bottom - FOOT, width)
    lines = [line for text in said.foot() for line in style.lines(text, width)]
    for place, line in enumerate(lines):
        pen.text(MARGIN, bottom - FOOT + 12 + 10 * place, line, style)
