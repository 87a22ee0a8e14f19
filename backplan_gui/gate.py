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

from .core.records import SafetyAnswer, SafetyGroup
from .core.signs import answered, recalled
from .front import Front
from .journal import Journal

if TYPE_CHECKING:
    from .core.signs import Answered
    from .ui.signs_page import SignsPage
    from .ui.signs_result_page import SignsResultPage


DUE = "signs_due"
"""Under this key is kept after which answer a symptom asked for another one, and which (R6)."""


def require(journal: Journal, symptom: str) -> None:
    """Nothing goes on until the warning signs are answered anew; it outlasts a restart."""
    journal.keep(DUE, {"after": journal.answered, "symptom": symptom})


def _due(journal: Journal) -> str:
    """The symptom that asked for an answer which was not given yet; "" for none."""
    kept = journal.kept(DUE)
    return str(kept["symptom"]) if kept and kept["after"] == journal.answered else ""


_WAITING = (SafetyGroup.CHECKED, SafetyGroup.ASK)
"""Answers after which the person's word leads on; after an emergency only another answer."""


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
        self._then: Callable[[], None] | None = None
        self._otherwise: Callable[[], object] | None = None
        self._back_to, self._why = "", ""

    @property
    def is_open(self) -> bool:
        """The warning signs are answered, and nothing in the answer holds a session back."""
        return self._journal.may_exercise and not _due(self._journal)

    def when_passed(self, then: Callable[[], None]) -> None:
        """Do it once the warning signs allow it; they are asked first if need be."""
        page, answer = self._front.window.page, self._journal.last_answer
        if self.is_open:
            then()
        elif answer is not None and answer.group in _WAITING and not answer.may_exercise:
            self._wait(then, page)
            self._recall(answer)
        else:
            self.ask_before(then, back_to=page, why=_due(self._journal))

    def ask_before(
        self,
        then: Callable[[], None],
        *,
        back_to: str,
        otherwise: Callable[[], object] | None = None,
        why: str = "",
    ) -> None:
        """Ask although they were answered before, and do it if they allow it.

        `otherwise` is done once where they do not, or where no answer is given; `why` they
        are asked is said on the page (`signs_why`).
        """
        self._wait(then, back_to, otherwise, why)
        self._open()

    def ask(self) -> None:
        """Show the list because the person wants to see it, or because of a symptom."""
        self._wait(None, self._front.window.page, why=_due(self._journal))
        self._open()

    def emergency(self, sign: str) -> None:
        """What to do at once, without another question (R6)."""
        self._wait(None, self._front.window.page)
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
        why: str = "",
    ) -> None:
        self._then, self._back_to, self._otherwise = then, back_to, otherwise
        self._why = why

    def _hold_back(self) -> None:
        otherwise, self._otherwise = self._otherwise, None
        if otherwise is not None:
            otherwise()

    def _open(self) -> None:
        """Show the list with empty boxes."""
        self._signs.open_signs(why=self._why)
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
        page.again_asked.connect(self._open)
        page.quit_asked.connect(self._front.window.close)
        page.accepted.connect(self._on_accepted)
        self._front.window.add_page("result", page, alone=True)
        return page

    def _recall(self, answer: SafetyAnswer) -> None:
        """Show what follows from an answer that was kept: it need not be given once more."""
        self._answered = recalled(self._front.content.safety, answer)
        self._result.show_result(self._answered, "", kept_on=answer.local_date)
        self._front.window.show_page("result")

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
