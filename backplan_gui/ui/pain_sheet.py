"""How the pain is during a session: compared with the start, in one answer and at most a number.

What follows from it is decided elsewhere (content/safety.md section 3, R4 to R6). A symptom
counts more than any number, so all six stand beside the question.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..core.pain import Symptom
from .pain_keys import PainKeys, Wish
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, column, row
from .widgets.flow import Flow
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.pain_scale import SMALL, PainScale, PainTile
from .widgets.sheet import Sheet

_BESIDE = (REACH, 0, REACH, 0)
_EDGES = (REACH, REACH, REACH, REACH)


class Compared(StrEnum):
    """The pain now, against the start."""

    LESS = "less"
    SAME = "same"
    LITTLE_MORE = "little_more"
    LOT_MORE = "lot_more"


NONE_KEY = "1"
MORE = (Compared.LITTLE_MORE, Compared.LOT_MORE)
"""After these the number is asked."""


class PainNowSheet(Sheet):
    """`told` tells the comparison and the number, None where it was not asked or not said."""

    told = Signal(str, object)
    symptom_told = Signal(str)
    none_told = Signal()
    """None of the symptoms fits, where no number is asked."""
    beside = REACH

    def __init__(
        self, theme: Theme, window: QWidget, now: Callable[[], int], *, numbers: bool = True
    ) -> None:
        """Without `numbers`, as for who did not say one before, only symptoms are asked (R17)."""
        asked = self.tr("Compared with when you started, is the pain less, the same, or more?")
        if not numbers:
            asked = self.tr("The timer is paused. Nothing is lost.")
        super().__init__(theme, window, self.tr("How is the pain now?"), asked)
        self._numbers = numbers
        self._digits = PainKeys(now)
        self._compared: Compared | None = None
        self._answers = self._build_answers()
        self._number = _NumberPart(theme)
        self._number.told.connect(self._tell)
        self._number.scale.chosen.connect(self._show_chosen)
        self._number.hide()
        self._else = _SomethingElse(theme, numbers=numbers)
        self._else.told.connect(self._on_symptom)
        symptoms = row(self._else, margins=_BESIDE)
        if not numbers:
            self.body.addLayout(symptoms)
        self.body.addWidget(self._answers)
        self.body.addWidget(self._number)
        if numbers:
            self.body.addLayout(symptoms)
        self._build_back(self.tr("Not now, go back"))
        for late in self.findChildren(QWidget):
            if late is not self._number:
                late.show()  # what joins an open sheet would show, and count, only later
        self.place()
        self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._numbers:
            if event.text() == NONE_KEY and not event.isAutoRepeat():
                self._first.click()
                return
        elif self._compared is None:
            answers = dict(zip("1234", Compared, strict=True))
            if event.text() in answers and not event.isAutoRepeat():
                self._buttons[answers[event.text()]].click()
                return
        elif self._number.take(event, self._digits, self.focusWidget()):
            return
        super().keyPressEvent(event)

    def _build_answers(self) -> QWidget:
        """Against the start; where no number is asked, that none of the symptoms fits."""
        buttons = self._build_compared() if self._numbers else [self._build_none()]
        self._first = buttons[0]
        answers, flow = QWidget(), Flow(*buttons, gap=8, line_gap=10)
        flow.setContentsMargins(*_EDGES)
        answers.setLayout(flow)
        return answers

    def _build_none(self) -> Button:
        none = Button(self._theme, self.tr("None of these"), size=56, key=NONE_KEY)
        none.clicked.connect(self._on_none)
        return none

    def _on_none(self) -> None:
        self._end()
        self.none_told.emit()

    def _build_compared(self) -> list[Button]:
        self._words = {
            Compared.LESS: self.tr("Less"),
            Compared.SAME: self.tr("The same"),
            Compared.LITTLE_MORE: self.tr("A little more"),
            Compared.LOT_MORE: self.tr("A lot more"),
        }
        self._buttons: dict[Compared, Button] = {}
        for key, (compared, text) in enumerate(self._words.items(), start=1):
            button = Button(self._theme, text, size=56, key=str(key))
            button.setObjectName(compared)
            button.setCheckable(compared in MORE)
            button.clicked.connect(self._on_answer)
            self._buttons[compared] = button
        return list(self._buttons.values())

    def _on_answer(self) -> None:
        sender = self.sender()
        assert sender is not None
        compared = Compared(sender.objectName())
        self._compared = compared
        if compared in MORE:
            self._ask_number(compared)
        else:
            self._tell(None)

    def _ask_number(self, compared: Compared) -> None:
        for answer, button in self._buttons.items():
            button.setChecked(answer is compared)
            button.setMinimumWidth(button.width())  # it stays where it was
            button.set_key("")  # digits are numbers from now on
        self._number.ask(self._words[compared])
        self.place()
        self.body.activate()
        self._show_chosen()
        self._number.scale.current.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_chosen(self) -> None:
        """The number and the way on, where a small window cannot show all."""
        for part in (self._number, self._number.scale.current):
            self._scroll.ensureWidgetVisible(part, 0, REACH)

    def _tell(self, number: int | None) -> None:
        compared = self._compared
        assert compared is not None
        self._end()
        self.told.emit(compared.value, number)

    def _on_symptom(self, symptom: str) -> None:
        self._end()
        self.symptom_told.emit(symptom)


class _NumberPart(QWidget):
    """The number, once the pain is more."""

    told = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._question = self.tr("How strong is your back pain right now?")
        self._title = Label(theme, role="h3", wrap=True)
        self.scale = PainScale(theme, self._question, SMALL)
        self.scale.chosen.connect(self._on_number)
        ends = Flow(
            Label(theme, self.tr("0 = no pain"), "smallStrong", "ink2"),
            Label(theme, self.tr("10 = the worst pain you can imagine"), "smallStrong", "ink2"),
            gap=16,
            line_gap=0,
            spread=True,
            counted=True,
        )
        ends.setContentsMargins(REACH, 0, REACH, 4)
        self._continue = Button(theme, self.tr("Continue"), Kind.PRIMARY, size=56)
        self._continue.setMinimumWidth(180)
        self._continue.clicked.connect(self._on_continue)
        self._prefer = Button(theme, self.tr("Prefer not to say"), Kind.QUIET, size=56)
        self._prefer.clicked.connect(self._on_silent)
        actions = Flow(self._continue, self._prefer, gap=10)
        actions.setContentsMargins(*_EDGES)
        layout = column(margins=(0, 6, 0, 6))
        layout.addLayout(row(self._title, margins=(REACH, 0, REACH, 4)))
        layout.addWidget(self.scale)
        layout.addLayout(ends)
        layout.addLayout(actions)
        self.setLayout(layout)

    def ask(self, compared: str) -> None:
        """Ask anew, after an answer in words."""
        self._title.setText(f"{compared}. {self._question}")
        self.scale.show_number(None)
        self._continue.setEnabled(False)
        self.show()

    def take(self, event: QKeyEvent, keys: PainKeys, focused: QWidget | None) -> bool:
        """Whether a key was for the number."""
        meant = keys.read(event, self.scale.number)
        match meant:
            case int():
                self.scale.choose(meant)
            case Wish.SILENT:
                self._prefer.click()
            case Wish.CONTINUE if isinstance(focused, PainTile):
                self._continue.click()
            case _:
                return False
        return True

    def _on_number(self) -> None:
        self._continue.setEnabled(True)

    def _on_continue(self) -> None:
        self.told.emit(self.scale.number)

    def _on_silent(self) -> None:
        self.told.emit(None)


class _SomethingElse(Card):
    """The six symptoms that outrank every number (R6)."""

    told = Signal(str)

    def __init__(self, theme: Theme, *, numbers: bool) -> None:
        super().__init__(theme, "cautionTint", outline="", radius=20)
        asked = self.tr("It is something else") if numbers else self.tr("Is it one of these?")
        said = self.tr("Stop this exercise. Which one fits?")
        if not numbers:
            said = self.tr("Then stop this exercise. Which one fits?")
        title = Label(theme, asked, "h3", "caution", wrap=True)
        words = column(title, Label(theme, said, wrap=True), gap=2)
        words.addSpacing(12 - REACH)
        words.addLayout(self._build_symptoms(theme))
        icon = Icon(theme, "help", "caution", 24)
        layout = row(icon, gap=16, margins=(20, 16, 18, 16 - REACH))
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setLayout(layout)

    def _build_symptoms(self, theme: Theme) -> Flow:
        names = {
            Symptom.SHARP: self.tr("Sharp and sudden"),
            Symptom.SPREADING: self.tr("Spreading down a leg"),
            Symptom.TINGLING: self.tr("Tingling or numb"),
            Symptom.WEAK: self.tr("Weak"),
            Symptom.DIZZY: self.tr("Dizzy"),
            Symptom.CHEST: self.tr("Chest or breath"),
        }
        flow = Flow(gap=8, line_gap=8)
        flow.setContentsMargins(0, REACH, REACH, REACH)
        for symptom, text in names.items():
            button = Button(theme, text, Kind.CAUTION, size=44)
            button.setObjectName(symptom)
            button.clicked.connect(self._on_symptom)
            flow.addWidget(button)
        return flow

    def _on_symptom(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.told.emit(sender.objectName())
