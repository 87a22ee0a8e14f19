"""Work that may take long, done in slices between two looks at the window.

What is done within the first moment is done at once. After that the person sees how far it is
and may stop it. There is no second thread: the record has one connection, in the one that draws.
"""

from __future__ import annotations  # the sheet is only imported to be checked

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..front import Front
from ..services.clock import Clock
from .contents import Making

if TYPE_CHECKING:
    from ..ui.working_sheet import WorkingSheet

AT_ONCE_MS, SLICE_MS = 400, 30


class Working(QObject):
    """Does one work at a time; `made` tells what came of it, unless it was stopped or refused."""

    made = Signal(object)

    def __init__(self, front: Front, clock: Clock) -> None:
        super().__init__()
        self._front, self._clock = front, clock
        self._work: Making | None = None
        self._sheet: WorkingSheet | None = None
        self._made: bytes | None = None
        front.window.closing.connect(self.stop)

    def start(self, work: Making) -> None:
        """Do it."""
        self.stop()
        self._work, self._made = work, None
        self._go_on(AT_ONCE_MS)

    def stop(self) -> None:
        """It is not wanted any more."""
        if self._work is not None:
            self._work.close()
            self._work = None
        if self._sheet is not None:
            sheet, self._sheet = self._sheet, None
            sheet.finish()

    def _go_on(self, ms: int = SLICE_MS) -> None:
        if self._work is None:
            return
        self._until = self._clock.steady_ms() + ms
        if not self._front.attempt(self._slice):
            self.stop()
        elif self._made is not None:
            self.stop()
            self.made.emit(self._made)
        else:
            QTimer.singleShot(0, self, self._go_on)

    def _slice(self) -> None:
        """As much of it as there is time for."""
        assert self._work is not None
        share = 0.0
        try:
            while self._clock.steady_ms() < self._until:
                share = next(self._work)
        except StopIteration as end:
            self._made = end.value
        else:
            self._show(share)

    def _show(self, share: float) -> None:
        if self._sheet is None:
            from ..ui.working_sheet import WorkingSheet

            title = self.tr("Getting everything together")
            self._sheet = WorkingSheet(self._front.theme, self._front.window, title)
            self._sheet.dismissed.connect(self._on_dismissed)
        self._sheet.show_share(share)

    def _on_dismissed(self) -> None:
        self._sheet = None
        self.stop()
