"""What is in each kind of file, made from the record as it stands."""

from __future__ import annotations  # the sheets' values are only imported to be checked

from collections.abc import Generator
from typing import TYPE_CHECKING

from ..front import Front
from ..store.store import Store

if TYPE_CHECKING:
    from ..core.pain import Exclusion
    from ..ui.report_sheet import Kept, PageWish


Making = Generator[float, None, bytes]
"""Makes the content of a file: yields how far it is, from 0 to 1, and returns the content."""


class Contents:
    """Reads the record; StoreError where it refuses. What grows with the record takes longer
    and is made in parts.
    """

    def __init__(self, front: Front, store: Store) -> None:
        self._front, self._store = front, store

    @property
    def kept(self) -> Kept:
        """Between which dates there is something to tell."""
        from ..ui.report_sheet import Kept

        journal = self._front.journal
        today, round = journal.today, journal.round
        held = self._store.history(self._plan)
        dates = [one.local_date for one in held if one.local_date <= today]
        this_week = [one.local_date for one in held if one.round == round]
        first = min(dates, default=today)
        return Kept(first, min(this_week, default=today), today)

    def page(self, wish: PageWish) -> Making:
        """One page about some days."""
        from ..core.report import report
        from ..core.tallies import Dates
        from ..ui.paper import report_pdf

        content, store = self._front.content, self._store
        about = report(
            content.plan,
            Dates(wish.first, wish.last),
            self._front.journal.today,
            store.history(self._plan),
            store.done_sets(self._plan),
            marks=store.marks(self._plan),
            exclusions=self._exclusions(),
            with_notes=wish.notes,
        )
        yield 0.5
        return report_pdf(about, content)

    def spreadsheet(self) -> Making:
        """A row for each set."""
        from ..services.spreadsheet import spreadsheet

        content = self._front.content
        names = {exercise: content.text(exercise).name for exercise in content.exercises}
        portable = yield from self._store.gathering()
        return spreadsheet(portable, names)

    def whole(self) -> Making:
        """Everything there is."""
        from ..core.portable import encode

        portable = yield from self._store.gathering()
        return encode(portable)

    @property
    def _plan(self) -> str:
        return self._front.content.plan.id

    def _exclusions(self) -> list[Exclusion]:
        rounds = self._store.rounds(self._plan)
        return [one for round in rounds for one in self._store.exclusions(self._plan, round)]
