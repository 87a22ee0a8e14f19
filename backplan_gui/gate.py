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

from .core.records import SafetyGroup
from .core.signs import answered
from .front import Front

if TYPE_CHECKING:
    from .core.signs import Answered
    from .ui.signs_page import SignsPage
    from .ui.signs_result_page import SignsResultPage


class Gate(QObject):
    """Shows the warning signs and what follows from an answer."""

    passed = Signal(str)
    """Answered, nothing in the answer holds a session back, and nothing was waiting for it;
    with the page they were opened from."""
    checked = Signal()
    """A clinician has looked at it and said that exercise is fine."""
    left = Signal(str)
    """Closed without an answer; with the page they were opened from."""

    def __init__(self, front: Front) -> None:
        super().__init__()
        self._front, self._journal = front, front.journal
        self._answered: Answered | None = None
        self._first = True
        self._then: Callable[[], None] | None = None
        self._otherwise: Callable[[], object] | None = None
        self._back_to = ""

    def when_passed(self, then: Callable[[], None]) -> None:
        """Do it once the warning signs allow it; they are asked first if need be."""
        if self._journal.may_exercise:
            then()
        else:
            self.ask_before(then, back_to=self._front.window.page)

    def ask_before(
        self,
        then: Callable[[], None],
        *,
        back_to: str,
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask although they were answered before, and do it if they allow it.

        `otherwise` is done once where they do not, or where no answer is given.
        """
        self._wait(then, back_to, otherwise)
        self._open(first=True)

    def ask(self) -> None:
        """Show the list because the person wants to see it."""
        self._wait(None, self._front.window.page)
        self._open(first=False)

    def emergency(self, sign: str) -> None:
        """What to do at once, without another question (R6)."""
        self._wait(None, self._front.window.page)
        self._first = False
        self._on_answered(answered(self._front.content.safety, (sign,)))

    def leave(self) -> None:
        """Close the list without an answer."""
        self._hold_back()
        self.left.emit(self._back_to)

    def _wait(
        self,
        then: Callable[[], None] | None,
        back_to: str,
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        self._then, self._back_to, self._otherwise = then, back_to, otherwise

    def _hold_back(self) -> None:
        otherwise, self._otherwise = self._otherwise, None
        if otherwise is not None:
            otherwise()

    def _open(self, *, first: bool) -> None:
        """Show the list with empty boxes; the first time there is no way past it."""
        self._first = first
        self._signs.open_signs(first=first)
        self._front.window.show_page("signs")

    @cached_property
    def _signs(self) -> SignsPage:
        from .ui.signs_page import SignsPage

        page = SignsPage(self._front.theme, self._front.content)
        page.answered.connect(self._on_answered)
        page.closed.connect(self.leave)
        self._front.window.add_page("signs", page, alone=True)
        return page

    @cached_property
    def _result(self) -> SignsResultPage:
        from .ui.signs_result_page import SignsResultPage

        page = SignsResultPage(self._front.theme, self._front.content)
        page.again_asked.connect(self._ask_again)
        page.quit_asked.connect(self._front.window.close)
        page.accepted.connect(self._on_accepted)
        self._front.window.add_page("result", page, alone=True)
        return page

    def _ask_again(self) -> None:
        self._open(first=self._first)

    def _on_answered(self, answer: Answered) -> None:
        self._answered = answer
        if not self._keep(checked=False):
            return
        if answer.group is SafetyGroup.NONE:
            self._go_on()
        else:
            self._result.show_result(answer, self._journal.settings.emergency_number)
            self._front.window.show_page("result")
            if answer.group in (SafetyGroup.EMERGENCY, SafetyGroup.CHECKED):
                self._hold_back()

    def _on_accepted(self) -> None:
        assert self._answered is not None
        if self._keep(checked=True):
            if self._answered.group is SafetyGroup.CHECKED:
                self.checked.emit()
            self._go_on()

    def _go_on(self) -> None:
        """What was asked for before the warning signs came between."""
        then, self._then = self._then, None
        if then is not None:
            then()
        else:
            self.passed.emit(self._back_to)

    def _keep(self, *, checked: bool) -> bool:
        assert self._answered is not None
        group, codes = self._answered.group, self._answered.codes
        return self._front.attempt(partial(self._journal.answer, group, codes, checked=checked))
