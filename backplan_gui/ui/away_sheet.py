"""The sheet for whoever comes back: where the session stands, since when, and how to go on."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.away import span_of
from ..core.script import StepKind
from ..core.session import Session
from ..core.shown import left_ms, reps_left
from .player_ring import time_said
from .player_view import shown_of
from .step_words import length
from .theme import Theme
from .widgets.card import column
from .widgets.label import Label
from .widgets.sheet import Option, Sheet

GO_ON, AGAIN, END = "go_on", "again", "end"
MOVES = (StepKind.ENTER, StepKind.LEAVE)
"""Ways in and out, which have no digits (PRODUCT.md 2.3)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


class AwaySheet(Sheet):
    """Answers GO_ON, AGAIN or END; closed without an answer, the session stays paused."""

    def __init__(
        self, theme: Theme, window: QWidget, session: Session, content: Content, stood_ms: int
    ) -> None:
        self._session, self._place = session, place_said(session, content)
        self._options = _options(session)
        self._line = Label(theme, "", "bodyLarge", "ink2", wrap=True)
        body = QWidget()
        body.setLayout(column(self._line, margins=(0, 0, 0, 8)))
        super().__init__(theme, window, self._place, "", self._options, body=body)
        self.show_stood(stood_ms)

    @property
    def spoken(self) -> str:
        """All of it, for who does not look."""
        ways = (_tr("{}: {}.").format(n, o.title) for n, o in enumerate(self._options, start=1))
        return " ".join((f"{self._place}.", self.accessibleDescription(), *ways))

    def show_stood(self, ms: int) -> None:
        """How long the session has stood by now."""
        span = span_of(ms)
        paused = _tr("paused {}").format(words.span(span))
        line = words.MIDDLE_DOT.join(filter(None, (left_said(self._session), paused)))
        self._line.setText(line[:1].upper() + line[1:])
        ago = _tr("Paused {} ago.").format(words.span_spoken(span))
        spoken = filter(None, (left_said(self._session, spoken=True), ago))
        self.setAccessibleDescription(" ".join(spoken))
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key may still be down that brought the person here."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


def place_said(session: Session, content: Content) -> str:
    """As in "Side Plank, left side, set 2 of 2"."""
    shown = shown_of(session, content, frozenset(), reduce_motion=True)
    return ", ".join(filter(None, (shown.stage.title, _lower(shown.set_line))))


def left_said(session: Session, *, spoken: bool = False) -> str:
    """What is left of the step, "14 s left"; spoken a sentence, "14 seconds left."."""
    step = session.step
    if step.help:
        return ""
    kind = "" if step.kind is StepKind.WORK else words.kind(step)
    if step.kind in MOVES:
        left = ""
    elif step.reps:
        left = words.reps_left(reps_left(session), each=step.alternates)
    elif spoken:
        left = time_said(left_ms(session))
    else:
        left = _tr("{} left").format(length(left_ms(session)))
    said = ", ".join(filter(None, (kind, left)))
    return f"{said}." if spoken else said


def _options(session: Session) -> tuple[Option, ...]:
    waits = session.step.kind not in (StepKind.WORK, *MOVES)
    here = _tr("On from here.") if waits else _tr("3 s to get into position, then on.")
    again = _tr("From its beginning. What you did before it stays done.")
    saved = _tr("What you did is saved. You can go on with this day later.")
    return (
        Option(GO_ON, "play", _tr("Continue"), here),
        Option(AGAIN, "repeat", _tr("Do this step again"), again),
        Option(END, "rest", _tr("End for today"), saved),
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
