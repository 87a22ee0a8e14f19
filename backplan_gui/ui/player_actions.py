"""What follows from a wish in the player: a command, a question first, or the reason why not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.easing import Ease
from ..core.exercise import Version
from ..core.session import Command, Session
from ..core.settings import Settings
from ..core.switching import NewForm, version_on
from ..runner import SessionRunner
from .away_sheet import AwaySheet
from .player_away import PlayerAway
from .player_easing import PlayerEasing
from .player_keys import Wish
from .player_sheets import STOP, end_sheet
from .player_words import easier_near, held, off_floor, refusal
from .theme import Theme
from .ways_sheet import ways_sheet
from .widgets.sheet import Sheet

_COMMANDS = {
    Wish.LESS: Command.LESS,
    Wish.MORE: Command.MORE,
    Wish.SKIP: Command.SKIP,
    Wish.RESTART: Command.RESTART,
}
_GOING_ON = (Wish.PAUSE, Wish.PLAY, Wish.MAIN)
"""What goes on with a session that is paused."""
_ONE_WAY = {Wish.PLAY: (Command.RESUME, Command.START), Wish.HALT: (Command.PAUSE,)}
_PAUSES = (Wish.PAUSE, Wish.HALT)
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

    def __init__(
        self,
        theme: Theme,
        content: Content,
        runner: SessionRunner,
        settings: Callable[[], Settings],
        now: Callable[[], int],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme, self._content, self._runner = theme, content, runner
        self._settings = settings
        self._page = page
        self._resumes = False
        self.easing = PlayerEasing(theme, content, runner, now, page)
        """Asks what would help when pain is worse."""
        self.easing.wanted.connect(self._ease)
        self.easing.goes_on.connect(self._carry_on)
        self.away = PlayerAway(theme, content, runner, page)
        """Tells whoever comes back where the session stands."""
        self.away.wanted.connect(self._carry_out)

    def wish(self, wish: Wish) -> None:
        """Do what a key or a control asks for, or say why not."""
        session = self._runner.session
        if session is None:
            return
        if wish in _GOING_ON and self.away.holds():
            return
        self.away.note()
        match wish:
            case Wish.PAUSE:
                self._do_first(_PAUSING, Command.PAUSE)
            case Wish.PLAY | Wish.HALT:
                self._do_unless_so(_ONE_WAY[wish])
            case Wish.MAIN:
                self._do_first(_MAIN, Command.NEXT)
            case Wish.PAIN:
                self._ask_about_pain()
            case Wish.END:
                self._ask_about_end()
            case Wish.EASIER:
                self._change_version()
            case Wish.WAYS:
                self._ask_about_ways(session)
            case Wish.BACK:
                # What is done again is done in the version that is on.
                self._do(Command.BACK, self._form(session, version_on(session)))
            case _ if wish in _COMMANDS:
                self._do(_COMMANDS[wish])
            case _:
                self.passed_on.emit(wish)

    def wish_from_outside(self, wish: Wish) -> None:
        """The same by a key of the desktop, which nobody need be looking for.

        Over a question and on another page it pauses and does nothing else: after a warning
        sign no timer runs (content/safety.md 1.6).
        """
        pauses = wish in _PAUSES and Command.PAUSE in self._runner.allowed()
        if pauses or not self._is_held_back:
            self.wish(wish)

    @property
    def _is_held_back(self) -> bool:
        """Another page is in the window, or something is asked that a key does not answer."""
        window = self._page.window()
        sheets = [s for s in window.findChildren(Sheet) if not isinstance(s, AwaySheet)]
        return not self._page.isVisibleTo(window) or any(not s.isHidden() for s in sheets)

    def _do_first(self, commands: tuple[Command, ...], otherwise: Command) -> None:
        """The first of the commands that makes sense now."""
        allowed = self._runner.allowed()
        self._do(next((c for c in commands if c in allowed), otherwise))

    def _do_unless_so(self, commands: tuple[Command, ...]) -> None:
        """The first that makes sense; where none does, all is as it was asked to be."""
        command = next((c for c in commands if c in self._runner.allowed()), None)
        if command is not None:
            self._do(command)

    def _change_version(self) -> None:
        """The easier version, or from there back to the standard one."""
        session = self._runner.session
        if session is None:
            return
        if version_on(session) is Version.NO_FLOOR:  # where both others are on the floor
            self.refused.emit(off_floor())
            return
        easier = version_on(session) is Version.EASIER
        self._take(session, Version.STANDARD if easier else Version.EASIER)

    def _take(self, session: Session, version: Version) -> None:
        self._do(Command.VERSION, self._form(session, version))
        if self._runner.session is not None:
            self.easing.note_switch(self._runner.session)

    def _ask_about_ways(self, session: Session) -> None:
        """Which version of the exercise; where nothing of it is left to do, why not."""
        if Command.VERSION not in self._runner.allowed():
            self.refused.emit(refusal(Command.VERSION, session))
            return
        self._resumes = self._paused()
        window, settings = self._page.window(), self._settings()
        sheet = ways_sheet(self._theme, window, session, self._content, settings)
        sheet.chosen.connect(self._on_way)
        sheet.dismissed.connect(self._go_on)

    def _on_way(self, answer: str) -> None:
        """On as before, and then as E would: so the version is what is said last."""
        self._go_on()
        session = self._runner.session
        if session is not None and Version(answer) is not version_on(session):
            self._take(session, Version(answer))

    def _form(self, session: Session, version: Version) -> NewForm:
        exercise = self._content.exercises[session.step.exercise]
        return NewForm(exercise, version, self._settings())

    def _do(self, command: Command, new: NewForm | None = None) -> None:
        """Ask it of the session; what cannot be done is told."""
        session = self._runner.session
        if session is None:
            return
        if command not in self._runner.allowed():
            self.refused.emit(refusal(command, session))
        elif self._runner.do(command, new):
            self.done.emit(command)
        elif self._runner.session is not None and self._runner.session.phase is session.phase:
            self.refused.emit(held())

    def _paused(self) -> bool:
        """Pause; True if it ran until now."""
        runs = Command.PAUSE in self._runner.allowed()
        if runs:
            self._do(Command.PAUSE)
        return runs

    def _carry_out(self, commands: tuple[Command, ...]) -> None:
        for command in commands:
            self._do(command)

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

    def _carry_on(self, near: bool) -> None:
        """It is not more than what is fine: as it was, and perhaps easier is near (R4a)."""
        self._go_on()
        if near:
            self.refused.emit(easier_near())

    def _go_on(self) -> None:
        """As it was before the question, unless the person has been away since."""
        if self._resumes and not self.away.asks_late():
            self._do(Command.RESUME)

    def _ask_about_pain(self) -> None:
        self._resumes = self._paused()
        self.easing.ask()

    def _ease(self, ease: Ease) -> None:
        match ease:
            case Ease.EASIER:
                self._change_version()
            case Ease.FEWER:
                self._do(Command.FEWER)
            case Ease.SKIP:
                self._do(Command.SKIP_EXERCISE)
            case Ease.STOP:
                self._do(Command.END)
            case Ease.CARRY_ON:
                self._go_on()
