"""What follows from a wish in the player: a command, a question first, or the reason why not."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.session import Command
from ..runner import SessionRunner
from .player_keys import Wish
from .player_sheets import EASIER, SKIP, STOP, PainSheet, end_sheet
from .player_words import held, refusal
from .theme import Theme

_COMMANDS = {
    Wish.BACK: Command.BACK,
    Wish.LESS: Command.LESS,
    Wish.MORE: Command.MORE,
    Wish.SKIP: Command.SKIP,
    Wish.EASIER: Command.VERSION,
    Wish.RESTART: Command.RESTART,
}
_PAUSING = (Command.PAUSE, Command.RESUME, Command.START)
_MAIN = (Command.RESUME, Command.START, Command.NEXT, Command.REP, Command.KEEP_GOING)


class PlayerActions(QObject):
    """Asks things of the session; keys, bars, stage and ring all end here."""

    done = Signal(object)
    """The Command that was carried out."""
    refused = Signal(str)
    """Why something was not done."""
    passed_on = Signal(object)
    """A Wish that is none of the session's business."""
    signs_asked = Signal()

    def __init__(
        self, theme: Theme, content: Content, runner: SessionRunner, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme, self._content, self._runner = theme, content, runner
        self._page = page
        self._resumes = False

    def wish(self, wish: Wish) -> None:
        """Do what a key or a control asks for, or say why not."""
        if self._runner.session is None:
            return
        match wish:
            case Wish.PAUSE:
                self._do_first(_PAUSING, Command.PAUSE)
            case Wish.MAIN:
                self._do_first(_MAIN, Command.NEXT)
            case Wish.PAIN:
                self._ask_about_pain()
            case Wish.END:
                self._ask_about_end()
            case _ if wish in _COMMANDS:
                self._do(_COMMANDS[wish])
            case _:
                self.passed_on.emit(wish)

    def _do_first(self, commands: tuple[Command, ...], otherwise: Command) -> None:
        """The first of the commands that makes sense now."""
        allowed = self._runner.allowed()
        self._do(next((c for c in commands if c in allowed), otherwise))

    def _do(self, command: Command) -> None:
        """Ask it of the session; what cannot be done is told."""
        session = self._runner.session
        if session is None:
            return
        if command not in self._runner.allowed():
            self.refused.emit(refusal(command, session))
        elif self._runner.do(command):
            self.done.emit(command)
        elif self._runner.session is not None and self._runner.session.phase is session.phase:
            self.refused.emit(held())

    def _paused(self) -> bool:
        """Pause; True if it ran until now."""
        runs = Command.PAUSE in self._runner.allowed()
        if runs:
            self._do(Command.PAUSE)
        return runs

    def _ask_about_end(self) -> None:
        self._resumes = self._paused()
        sheet = end_sheet(self._theme, self._page.window())
        sheet.chosen.connect(self._on_end_answer)
        sheet.dismissed.connect(self._go_on)

    def _on_end_answer(self, answer: str) -> None:
        if answer == STOP:
            self._do(Command.END)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """As it was before the question."""
        if self._resumes:
            self._do(Command.RESUME)

    def _ask_about_pain(self) -> None:
        self._paused()
        session = self._runner.session
        if session is None:
            return
        allowed = self._runner.allowed()
        sheet = PainSheet(self._theme, self._page.window(), session, self._content, allowed)
        sheet.chosen.connect(self._on_pain_answer)

    def _on_pain_answer(self, answer: str) -> None:
        match answer:
            case _ if answer == EASIER:
                self._do(Command.VERSION)
            case _ if answer == SKIP:
                self._do(Command.SKIP_EXERCISE)
            case _ if answer == STOP:
                self._do(Command.END)
            case _:
                self.signs_asked.emit()
