"""The two questions of the player: stop here, and what would help when pain is worse."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.script import Version
from ..core.session import Command, Session
from . import player_steps as steps
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, column, row
from .widgets.label import Label
from .widgets.sheet import Option, Sheet

STOP, GO_ON = "stop", "go_on"
EASIER, SKIP, SIGNS = "easier", "skip", "signs"


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def end_sheet(theme: Theme, window: QWidget) -> Sheet:
    """Asks whether to end the session; answers STOP or GO_ON."""
    options = (
        Option(STOP, "rest", _tr("Stop for today"), _tr("You can go on with this day later.")),
        Option(GO_ON, "play", _tr("Go on"), _tr("Back to where you were.")),
    )
    return Sheet(theme, window, _tr("Stop here?"), _tr("What you did is saved."), options)


class PainSheet(Sheet):
    """Offers ways to ease off; answers EASIER, SKIP, STOP or SIGNS."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        session: Session,
        content: Content,
        allowed: frozenset[Command],
    ) -> None:
        options = _ways(session, content, allowed)
        said = _tr("The timer is paused. Nothing is lost. What would help?")
        super().__init__(theme, window, _tr("Let’s ease off."), said, options)
        key = str(len(options) + 1)
        self._keys[key] = SIGNS
        warning = _SomethingElse(theme, key)
        warning.signs.clicked.connect(self._on_signs)
        self.body.addWidget(warning)
        self._build_back(_tr("Pressed by mistake, go back"))
        for late in self.findChildren(QWidget):
            late.show()  # what joins an open sheet would show, and count, only later
        self.place()

    def _on_signs(self) -> None:
        self.choose(SIGNS)


def _ways(session: Session, content: Content, allowed: frozenset[Command]) -> tuple[Option, ...]:
    """Easier where there is an easier form, skip, stop: always in this order."""
    step = steps.coming(session)
    text = content.text(step.exercise)
    ways: list[Option] = []
    if step.version is Version.STANDARD and Command.VERSION in allowed:
        first = steps.sentences(text.easier.text)[0]
        ways.append(
            Option(EASIER, "easier", _tr("Easier version"), f"{text.easier.title}. {first}")
        )
    if Command.SKIP_EXERCISE in allowed:
        ways.append(
            Option(SKIP, "skip", _tr("Skip this exercise"), _after_skipping(session, content))
        )
    said = _tr("What you did is saved. It counts as what was right today.")
    ways.append(Option(STOP, "rest", _tr("Stop for today"), said))
    return tuple(ways)


def _after_skipping(session: Session, content: Content) -> str:
    here = session.step.exercise_no
    later = (s.exercise for s in session.script[session.index :] if s.exercise_no != here)
    following = next(later, None)
    if following is None:
        return _tr("It is the last one. The session ends here.")
    name = content.text(following).name
    return _tr("Go on to {}. You can come back any time.").format(name)


class _SomethingElse(Card):
    """Symptoms count more than numbers: the way to the warning signs."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, "cautionTint", outline="", radius=20)
        said = _tr(
            "Sharp and sudden, spreading down a leg, tingling or numb, weak, dizzy, chest or"
            " breath: stop this exercise, whatever the number."
        )
        title = Label(theme, _tr("Is it something else?"), "label", "caution", wrap=True)
        words = column(title, Label(theme, said, wrap=True), gap=2)
        icon = Icon(theme, "help", "caution", 24)
        self.signs = Button(theme, _tr("Warning signs"), Kind.CAUTION, size=48, key=key)
        layout = row(icon, gap=18, margins=(20, 16, 18, 16))
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.signs)
        layout.setAlignment(self.signs, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
