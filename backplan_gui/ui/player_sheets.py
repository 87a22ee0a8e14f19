"""The two questions of the player: stop here, and what would help when pain is worse."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.easing import During, Ease
from ..core.session import Session
from . import player_steps as steps
from . import step_lines
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, column, row
from .widgets.flow import Flow
from .widgets.label import Label
from .widgets.sheet import Option, OptionRow, Sheet

STOP, GO_ON = "stop", "go_on"
SIGNS, NOW = "signs", "now"
KEYS = {Ease.EASIER: "1", Ease.FEWER: "2", Ease.SKIP: "3", Ease.STOP: "4", Ease.CARRY_ON: ""}
SIGNS_KEY, NOW_KEY = "5", "6"
"""The same keys whatever else is offered (design-system.md section 12)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def end_sheet(theme: Theme, window: QWidget) -> Sheet:
    """Asks whether to end the session; answers STOP or GO_ON."""
    options = (
        Option(STOP, "rest", _tr("Stop for today"), _tr("You can go on with this day later.")),
        Option(GO_ON, "play", _tr("Go on"), _tr("Back to where you were.")),
    )
    return Sheet(theme, window, _tr("Stop here?"), _tr("What you did is saved."), options)


def dizzy_sheet(theme: Theme, window: QWidget) -> Sheet:
    """What to do at once (R6); the warning signs follow."""
    text = _tr("Stop for today. What you did is saved. The warning signs come next.")
    return Sheet(theme, window, _tr("Lie or sit down."), text, back=_tr("Next"))


class PainSheet(Sheet):
    """Offers ways to ease off; answers an Ease, NOW (say how it is) or SIGNS."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        session: Session,
        content: Content,
        during: During,
        *,
        ask: bool = True,
    ) -> None:
        options = tuple(_way(ease, session, content, during) for ease in during.choices)
        said = _tr("The timer is paused. Nothing is lost. What would help?")
        super().__init__(theme, window, _tr("Let’s ease off."), said, options)
        self.spoken = _spoken(options)
        self._keys[SIGNS_KEY] = SIGNS
        warning = _SomethingElse(theme, SIGNS_KEY)
        warning.signs.clicked.connect(self._on_signs)
        self.body.addWidget(warning)
        self.body.addLayout(self._build_foot(ask=ask))
        for late in self.findChildren(QWidget):
            late.show()  # what joins an open sheet would show, and count, only later
        self.place()
        first = self.findChild(OptionRow, during.default)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _build_foot(self, *, ask: bool) -> Flow:
        """What is not a way to ease off, in one line where there is room."""
        foot = Flow(gap=8, line_gap=8, centred=True)
        if ask:
            self._keys[NOW_KEY] = NOW
            now = Button(self._theme, _tr("Say how it is"), Kind.QUIET, key=NOW_KEY)
            now.clicked.connect(self._on_now)
            foot.addWidget(now)
        mistake = _tr("Pressed by mistake, go back")
        back = Button(self._theme, mistake, Kind.QUIET, key="Esc")
        back.clicked.connect(self.dismiss)
        foot.addWidget(back)
        return foot

    def _on_signs(self) -> None:
        self.choose(SIGNS)

    def _on_now(self) -> None:
        self.choose(NOW)


def _spoken(options: tuple[Option, ...]) -> str:
    """The ways and their keys, for who does not look (design-system.md section 11)."""
    ways = (_tr("{}: {}.").format(o.key, o.title) for o in options if o.key)
    signs = _tr("{}: Warning signs.").format(SIGNS_KEY)
    return " ".join((_tr("Let’s ease off."), *ways, signs))


def _way(ease: Ease, session: Session, content: Content, during: During) -> Option:
    match ease:
        case Ease.EASIER:
            text = content.text(steps.coming(session).exercise)
            first = step_lines.sentences(text.easier.text)[0]
            said = f"{text.easier.title}. {first}"
            return Option(ease, "easier", _tr("Easier version"), said, KEYS[ease])
        case Ease.FEWER:
            said = _fewer_said(session, content, during)
            return Option(ease, "layers", _tr("Fewer sets"), said, KEYS[ease])
        case Ease.SKIP:
            said = _after_skipping(session, content)
            return Option(ease, "skip", _tr("Skip this exercise"), said, KEYS[ease])
        case Ease.STOP:
            said = _tr("What you did is saved. It counts as what was right today.")
            return Option(ease, "rest", _tr("Stop for today"), said, KEYS[ease])
        case Ease.CARRY_ON:
            return Option(ease, "play", _tr("Carry on"), _tr("As planned, as it is now."))


def _fewer_said(session: Session, content: Content, during: During) -> str:
    """Half of the sets to come, rounded down; then the next exercise."""
    following = _following(session, content)
    if during.sets_to_come:
        left = words.sets_more(during.sets_to_come)
    else:
        left = _tr("This set is the last one.")
    return f"{left} " + (_tr("Then go on to {}.").format(following) if following else "")


def _following(session: Session, content: Content) -> str:
    """The name of the next exercise; "" for the last one."""
    here = session.step.exercise_no
    later = (s.exercise for s in session.script[session.index :] if s.exercise_no != here)
    exercise = next(later, None)
    return content.text(exercise).name if exercise is not None else ""


def _after_skipping(session: Session, content: Content) -> str:
    name = _following(session, content)
    if not name and session.script[-1].help and not session.step.help:
        return _tr("It is the last one. Only the way up is left.")
    if not name:
        return _tr("It is the last one. The session ends here.")
    return _tr("Go on to {}. You can come back any time.").format(name)


class _SomethingElse(Card):
    """Symptoms count more than numbers: the way to the warning signs."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, "cautionTint", outline="", radius=20)
        said = _tr(
            "Sharp and sudden, spreading down a leg, tingling or numb, weak, dizzy, chest or"
            " breath: stop this exercise."
        )
        title = Label(theme, _tr("Is it something else?"), "label", "caution", wrap=True)
        words = column(title, Label(theme, said, wrap=True), gap=2)
        icon = Icon(theme, "help", "caution", 24)
        self.signs = Button(theme, _tr("Warning signs"), Kind.CAUTION, size=48, key=key)
        layout = row(icon, gap=18, margins=(20, 14, 18, 14))
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.signs)
        layout.setAlignment(self.signs, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
