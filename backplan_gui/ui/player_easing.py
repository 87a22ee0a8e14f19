"""My pain is worse: the timer pauses, and what would help is offered (R4 to R6).

The offer comes first and asks nothing; whoever wants to say how strong it is, or what else
it is, can. What was said and chosen is told, so that it can be kept.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.conditions import ended_before
from ..core.easing import During, Ease, Easier, Moment, Opens, during_offer
from ..core.exercise import Version
from ..core.fewer import sets_to_come
from ..core.pain import Compared, Symptom
from ..core.script import Step
from ..core.session import Command, Session
from ..core.switching import version_on
from ..runner import SessionRunner
from . import player_steps as steps
from .pain_sheet import PainNowSheet
from .player_sheets import NOW, SIGNS, PainSheet, dizzy_sheet
from .theme import Theme


class Eased(msgspec.Struct, frozen=True):
    """What was said and chosen."""

    at: Moment
    during: During
    exercise: str
    choice: Ease | None
    """None: nothing was chosen."""


class PlayerEasing(QObject):
    """Asks what would help, and carries it out."""

    wanted = Signal(object)
    """An Ease that was chosen."""
    goes_on = Signal(bool)
    """Nothing is to be done: as it was before; True: say that easier is near (R4a)."""
    told = Signal(object)
    """An Eased."""
    offered = Signal(str)
    """The ways to ease off are on show; in words, for who does not look."""
    signs_asked = Signal()
    emergency_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        content: Content,
        runner: SessionRunner,
        now: Callable[[], int],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme, self._content, self._runner = theme, content, runner
        self._now, self._page = now, page
        self._session = ""
        self._before: int | None = None
        self._gentle = False
        self._ended = 0
        self._switched: set[int] = set()
        self._at, self._during = Moment(None, None), during_offer(Moment(None, None))

    def begin(self, before: int | None, *, gentle: bool) -> None:
        """A session with that number before it, None where it was not said.

        Whoever comes back to it, as from the warning signs, goes on where it was.
        """
        self._before, self._gentle = before, gentle
        record = self._runner.record
        session = record.id if record is not None else ""
        if session != self._session:
            self._session, self._ended = session, 0
            self._switched.clear()

    def ask(self) -> None:
        """The session is paused; offer what would help."""
        self._offer(None, ask=True)

    def note_switch(self, session: Session) -> None:
        """The person changed to the easier version of this exercise."""
        if version_on(session) is Version.EASIER:
            self._switched.add(session.step.exercise_no)

    def _offer(self, now: int | None, *, ask: bool = False) -> None:
        session = self._runner.session
        if session is None:
            return
        self._at = self._moment(session, now, None)
        self._during = during_offer(self._at)
        if now is not None and not self._during.pauses:
            self._tell(Ease.CARRY_ON)
            self.goes_on.emit(self._during.default is Ease.EASIER)
            return
        sheet = PainSheet(
            self._theme, self._page.window(), session, self._content, self._during, ask=ask
        )
        self.offered.emit(sheet.spoken)
        sheet.chosen.connect(self._on_answer)
        if now is not None:
            sheet.dismissed.connect(self._on_nothing_chosen)

    def _moment(self, session: Session, now: int | None, symptom: Symptom | None) -> Moment:
        return Moment(
            self._before,
            now,
            self._gentle,
            self._easier(session),
            1 + len(sets_to_come(session)),
            self._ended,
            symptom,
        )

    def _easier(self, session: Session) -> Easier:
        exercise = self._content.exercises[steps.coming(session).exercise]
        if Command.VERSION not in self._runner.allowed():
            return Easier.NONE
        match version_on(session):
            case Version.EASIER:
                switched = session.step.exercise_no in self._switched
                return Easier.SWITCHED if switched else Easier.ON
            case Version.NO_FLOOR:  # where there is one, the easier version is on the floor
                return Easier.NONE
            case _:
                return Easier.THERE if Version.EASIER in exercise.versions else Easier.NONE

    def _on_answer(self, answer: str) -> None:
        if answer == NOW:
            numbers = self._before is not None
            sheet = PainNowSheet(self._theme, self._page.window(), self._now, numbers=numbers)
            sheet.told.connect(self._on_number)
            sheet.symptom_told.connect(self._on_symptom)
            sheet.none_told.connect(self._on_no_symptom)
            return
        if answer == SIGNS:
            self._tell(None)
            self.signs_asked.emit()
            return
        choice = Ease(answer)
        self._tell(choice)
        if self._during.ends_exercise:
            self._ended += 1
        self.wanted.emit(choice)

    def _on_nothing_chosen(self) -> None:
        """What was said is kept, though nothing comes of it."""
        self._tell(None)

    def _on_number(self, compared: str, number: int | None) -> None:
        assert self._before is not None  # else no number is asked (R17)
        self._offer(Compared(compared).number(self._before) if number is None else number)

    def _on_no_symptom(self) -> None:
        """The ways on are left."""
        self._offer(None)

    def _on_symptom(self, symptom: str) -> None:
        """It ends the exercise whatever the number (R6); dizzy and chest end the day.

        In the rest before another exercise it is the one before that hurt, and that has ended.
        """
        session = self._runner.session
        if session is None:
            return
        self._at = self._moment(session, None, Symptom(symptom))
        self._during = during_offer(self._at)
        opens, choice = self._during.opens, self._during.default
        before = ended_before(session)
        self._tell(choice, before)
        if self._during.excludes:
            self._runner.do(Command.LEAVE_OUT)
        elif choice is Ease.STOP or before is None:
            self.wanted.emit(choice)
        if opens is Opens.EMERGENCY:
            self.emergency_asked.emit()
        elif Symptom(symptom) is Symptom.DIZZY:
            sheet = dizzy_sheet(self._theme, self._page.window())
            sheet.dismissed.connect(self.signs_asked)
        else:
            self.signs_asked.emit()

    def _tell(self, choice: Ease | None, step: Step | None = None) -> None:
        session = self._runner.session
        if session is not None:
            exercise = (step or steps.coming(session)).exercise
            self.told.emit(Eased(self._at, self._during, exercise, choice))
