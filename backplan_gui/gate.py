"""The warning signs between a person and a session: asked, answered, and what follows.

An answer is kept the moment it is given, so that closing the window is no way around it.
After an emergency or clinician answer nothing leads on from here but another answer, or
the person's word that somebody has looked at it (content/safety.md 1.6).
"""

from __future__ import annotations  # page types are only imported to be checked

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .content import Content
from .core.records import SafetyGroup
from .core.signs import answered
from .journal import Journal
from .ui.main_window import MainWindow
from .ui.theme import Theme

if TYPE_CHECKING:
    from .core.signs import Answered
    from .ui.signs_page import SignsPage
    from .ui.signs_result_page import SignsResultPage

Attempt = Callable[[Callable[[], object]], bool]
"""Does something with the record; False, after saying why, if the record refused."""


class Gate(QObject):
    """Shows the warning signs and what follows from an answer."""

    passed = Signal()
    """Answered, and nothing in the answer holds a session back."""
    checked = Signal()
    """A clinician has looked at it and said that exercise is fine."""
    left = Signal()
    """Closed without an answer."""

    def __init__(
        self,
        theme: Theme,
        content: Content,
        journal: Journal,
        window: MainWindow,
        attempt: Attempt,
    ) -> None:
        super().__init__()
        self._theme, self._content, self._journal = theme, content, journal
        self._window, self._attempt = window, attempt
        self._answered: Answered | None = None
        self._first = True

    def ask(self, *, first: bool) -> None:
        """Show the list with empty boxes; the first time there is no way past it."""
        self._first = first
        self._signs.open_signs(first=first)
        self._window.show_page("signs")

    @cached_property
    def _signs(self) -> SignsPage:
        from .ui.signs_page import SignsPage

        page = SignsPage(self._theme, self._content)
        page.answered.connect(self._on_answered)
        page.closed.connect(self.left)
        self._window.add_page("signs", page, alone=True)
        return page

    @cached_property
    def _result(self) -> SignsResultPage:
        from .ui.signs_result_page import SignsResultPage

        page = SignsResultPage(self._theme, self._content)
        page.again_asked.connect(self._ask_again)
        page.quit_asked.connect(self._window.close)
        page.accepted.connect(self._on_accepted)
        self._window.add_page("result", page, alone=True)
        return page

    def emergency(self, sign: str) -> None:
        """What to do at once, without another question (R6)."""
        self._first = False
        self._on_answered(answered(self._content.safety, (sign,)))

    def _ask_again(self) -> None:
        self.ask(first=self._first)

    def _on_answered(self, answer: Answered) -> None:
        self._answered = answer
        if not self._keep(checked=False):
            return
        if answer.group is SafetyGroup.NONE:
            self.passed.emit()
        else:
            self._result.show_result(answer, self._journal.settings.emergency_number)
            self._window.show_page("result")

    def _on_accepted(self) -> None:
        assert self._answered is not None
        if self._keep(checked=True):
            if self._answered.group is SafetyGroup.CHECKED:
                self.checked.emit()
            self.passed.emit()

    def _keep(self, *, checked: bool) -> bool:
        assert self._answered is not None
        group, codes = self._answered.group, self._answered.codes
        return self._attempt(partial(self._journal.answer, group, codes, checked=checked))
