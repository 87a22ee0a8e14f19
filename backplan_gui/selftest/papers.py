"""What leaves the app as a file for other programs: the page as a PDF, the days as a calendar."""

from .. import resources
from ..content import Content
from ..core.coming import Appointment
from ..core.report import report
from ..core.tallies import Dates
from .expecting import expect

ZONE = "Europe/Berlin"
"""One in which clocks change: whoever writes it down needs the whole list of zones."""
DAY = "2026-11-26"


def written(language: str) -> None:
    """Both begin as they should."""
    from ..services.calendar_file import calendar
    from ..ui.paper import report_pdf

    content = Content(resources.root(), language)
    page = report_pdf(report(content.plan, Dates(DAY, DAY), DAY, (), ()), content)
    expect(page.startswith(b"%PDF-"), "the page is no PDF")
    coming = Appointment("day-1", "Day 1", f"{DAY}T18:30", 15, alarm=10)
    file = calendar((coming,), f"{DAY}T08:00:00+00:00", ZONE)
    for line in (b"BEGIN:VCALENDAR", b"BEGIN:VTIMEZONE", b"BEGIN:VALARM", b"SUMMARY:Day 1"):
        expect(line in file, f"the calendar has no {line.decode()}")
