"""The questions about pain around a session: asked, answered, and what is chosen then.

Before: one number, what it offers, and the person's choice. After: the same number again.
The answers are kept with the session that follows, or without one where none does. Whoever
prefers not to say is asked no more in that session (content/safety.md 2.1, R17).
"""

from __future__ import annotations  # page types are only imported to be checked

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from .core.exercise import Version
from .core.offers import Choice, Start, Way, start_offer
from .core.records import SessionKind, SessionRecord
from .core.rules import Kind
from .core.schedule import DayState
from .core.session import Phase
from .core.starting import Answers, Situation
from .diary import Diary
from .front import Front

if TYPE_CHECKING:
    from .ui.pain_page import PainPage


class Wanted(msgspec.Struct, frozen=True):
    """What was asked for: a day, or one exercise of it, perhaps for so many minutes."""

    day: int
    exercise: str = ""
    minutes: int = 0
    whole: bool = False
    """All of it, whatever was done before."""
    taken_up: bool = False
    """The session that was left unfinished on another day."""


class Going(msgspec.Struct, frozen=True):
    """What is begun after the answer."""

    wanted: Wanted
    kind: SessionKind = SessionKind.PLAN
    easier: bool = False
    """The easier versions come first."""
    new_round: bool = False
    asks_signs: bool = False
    """The warning signs are to be answered again first."""
    why: str = ""
    """Why, as a reason of `signs_why`."""
    keep: Callable[[str | None], object] = str
    """Keeps the answer with the session of that id, or without one."""


class Asking(QObject):
    """Shows the page with the numbers before a session and after it."""

    going = Signal(object)
    """A Going."""
    rested = Signal(str)
    """No session follows: what there is to say instead."""
    told_after = Signal(object, object, object)
    """The record, the number or None, and whether it was the ache of muscles (None: not asked)."""
    left = Signal()
    signs_asked = Signal()

    def __init__(self, front: Front, diary: Diary, now: Callable[[], int]) -> None:
        super().__init__()
        self._front, self._journal = front, front.journal
        self._diary, self._now = diary, now
        self._wanted = Wanted(1)
        self._record: SessionRecord | None = None
        self._start: Start | None = None
        self._chosen: Choice | None = None
        self._signs_read = ""

    def ask_before(self, wanted: Wanted) -> None:
        """Ask before a session."""
        self._wanted, self._record = wanted, None
        self._start = self._chosen = None
        self._signs_read = ""
        title = self.tr("Day {}").format(wanted.day)
        settled = self._diary.asks_settled(self._journal.week())
        self._page.open_before(title, ask_settled=settled)
        self._front.window.show_page("pain")

    def ask_after(self, record: SessionRecord) -> None:
        """Ask after a session."""
        self._record = record
        self._start = self._chosen = None
        day, whole = record.day, record.session.phase is Phase.FINISHED
        title = self.tr("Gentle day")
        if day is not None:
            title = self.tr("Day {}").format(day)
            whole = whole and self._journal.week().day(day).state is DayState.DONE
        self._page.open_after(title, whole=whole)
        self._front.window.show_page("pain")

    def answer(self, number: int | None) -> None:
        """Answer the question that is on show, and go on."""
        self._page.choose(number)
        self._page.press_primary()

    def press_primary(self) -> None:
        """What Enter does."""
        self._page.press_primary()

    @property
    def is_before(self) -> bool:
        """The question on show comes before a session."""
        return self._record is None

    @cached_property
    def _page(self) -> PainPage:
        from .ui.pain_page import PainPage

        page = PainPage(self._front.theme, self._now)
        page.answered.connect(self._on_answered)
        page.settled_chosen.connect(self._offer_anew)
        page.ache_chosen.connect(self._offer_anew)
        page.medicine_ticked.connect(self._offer_anew)
        page.moving_chosen.connect(self._offer_anew)
        page.legs_ticked.connect(self._on_legs)
        page.choice_made.connect(self._on_choice)
        page.continue_asked.connect(self._on_continue)
        page.back_asked.connect(self.left)
        page.signs_asked.connect(self.signs_asked)
        self._front.window.add_page("pain", page, alone=True)
        return page

    # What is said

    @property
    def _said(self) -> Answers:
        answer = self._page.answer
        legs = answer.legs and self._signs_read != self._journal.answered
        ache, medicine = bool(answer.ache), answer.medicine
        return Answers(answer.number, legs, answer.settled, ache, medicine, answer.moving)

    @property
    def _situation(self) -> Situation:
        return self._diary.situation(self._wanted.day, self._journal.week())

    def _on_answered(self, number: int | None) -> None:
        if self._record is not None:
            before = self._diary.before_of(self._record.id)
            higher = number is not None and before is not None and number > before
            self._page.ask_ache(higher)
        else:
            self._start = None  # another number is chosen for anew
            week = self._journal.week()
            self._page.ask_ache(number is not None and self._diary.asks_ache(week, number))
            if number is not None:
                self._page.ask_moving(False)
            self._offer_anew()
            if number is None and self._start is not None:
                before = bool(self._situation.past)  # there was a last time
                self._page.ask_moving(before and self._start.asks_in_words)

    def _offer_anew(self) -> None:
        """What all that is said by now offers."""
        if self._record is not None:
            return
        start = start_offer(self._situation, self._said)
        if self._start is None or start.offer != self._start.offer:
            self._chosen = start.offer.chosen
        self._start = start
        self._show_offer()

    def _on_choice(self, id: str) -> None:
        from .ui.pain_words import choice_of

        if self._start is not None:
            self._chosen = choice_of(id, self._start.offer)
            self._show_offer()

    def _show_offer(self) -> None:
        from .ui.pain_words import continue_said, offer_view

        start, chosen = self._start, self._chosen
        if start is None or chosen is None:
            return
        number = self._page.answer.number
        plain = start.offer.kind is Kind.NO_NUMBERS and start.offer.version is Version.STANDARD
        if plain and not start.notes:
            self._page.hide_offer()
        else:
            self._page.show_offer(offer_view(start, number, chosen))
        self._page.set_continue(continue_said(start.offer, chosen))

    def _on_legs(self, ticked: bool) -> None:
        """Something new in the legs opens the warning signs at once (R6)."""
        self._offer_anew()
        if ticked:
            self.signs_asked.emit()

    # What follows

    def signs_answered(self) -> None:
        """The warning signs were answered while the question was on show."""
        self._signs_read = self._journal.answered
        self._offer_anew()

    def _on_continue(self) -> None:
        if self._record is not None:
            answer = self._page.answer
            self.told_after.emit(self._record, answer.number, answer.ache)
            return
        if self._start is None:
            self._offer_anew()
        assert self._start is not None
        assert self._chosen is not None
        offer, choice, said = self._start.offer, self._chosen, self._said
        if choice.way is Way.SIGNS:
            self.signs_asked.emit()
            return
        legs = self._page.answer.legs
        keep = self._diary.start_keeper(self._situation, said, choice, legs=legs)
        if not offer.timer or choice.way in (Way.WALK, Way.REST, Way.CLOSE):
            from .ui.pain_words import rested_said

            if self._front.attempt(partial(keep, None)):
                self.rested.emit(rested_said(choice.way))
            return
        self.going.emit(msgspec.structs.replace(self._going(choice), keep=keep))

    def _going(self, choice: Choice) -> Going:
        assert self._start is not None
        offer = self._start.offer
        easier = choice.way is Way.EASIER or (
            choice.way is not Way.STANDARD and offer.version is Version.EASIER
        )
        why = "legs" if self._said.legs else "not_settled"
        going = Going(self._wanted, easier=easier, asks_signs=offer.asks_signs, why=why)
        match choice.way:
            case Way.GENTLE:
                return msgspec.structs.replace(going, kind=SessionKind.GENTLE, easier=True)
            case Way.REPEAT if choice.day is not None:
                return msgspec.structs.replace(going, wanted=Wanted(choice.day, whole=True))
            case Way.DAY_ONE:
                return msgspec.structs.replace(going, wanted=Wanted(1), new_round=True)
            case _:
                return going
