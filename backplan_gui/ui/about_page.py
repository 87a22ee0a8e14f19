"""What Backplan is and is not, where the plan comes from, and whose work it stands on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.texts import Titled
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.label import Label
from .widgets.logo import Logo

WIDEST = 760


class AboutPage(QWidget):
    """Facts are names and values, as in ("Version", "0.1.0")."""

    back_asked = Signal()

    def __init__(self, theme: Theme, content: Content, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._frame = column(gap=14)
        self._frame.addLayout(self._build_back())
        self._frame.addSpacing(4)
        self._frame.addLayout(self._build_head(facts))
        self._frame.addWidget(Label(theme, content.safety.purpose, "bodyLarge", wrap=True))
        self._frame.addWidget(Label(theme, self._intended(), ink="ink2", wrap=True))
        self._frame.addSpacing(4)
        self._frame.addWidget(self._build_plan())
        self._frame.addWidget(self._build_disclaimer())
        self._frame.addWidget(self._build_state())
        self._frame.addWidget(self._build_licences())
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self.setLayout(column(Scroll(theme, inside)))
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """The way back."""
        return self._back

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_back(self) -> QBoxLayout:
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        top = row(self._back)
        top.addStretch(1)
        return top

    def _build_head(self, facts: Sequence[tuple[str, str]]) -> QBoxLayout:
        line = words.MIDDLE_DOT.join(f"{name} {value}" for name, value in facts)
        name = Label(self._theme, "Backplan", "h1", wrap=True)
        said = Label(self._theme, line, "small", "ink2", wrap=True)
        said.setMinimumWidth(1)  # the name of a system may break anywhere
        named = column(name, said)
        head = row(Logo(self._theme, 56), gap=16)
        head.addLayout(named, 1)
        return head

    def _build_plan(self) -> Card:
        plan = self._content.plan_text
        named = Titled(self.tr("The plan"), plan.name)
        return self._card("spine", (named, *plan.about))

    def _build_disclaimer(self) -> Card:
        text = "\n".join(self._content.safety.disclaimer)
        return self._card("help", (Titled(self.tr("Please read"), text),))

    def _build_state(self) -> Card:
        state = self.tr("Not yet reviewed by a clinician. Not yet tried on Windows or macOS.")
        return self._card("info", (Titled(self.tr("How far it is"), state),))

    def _build_licences(self) -> Card:
        licences = (
            self.tr("Backplan: MIT licence."),
            self.tr("Inter, the typeface: SIL Open Font Licence."),
            self.tr("Qt and PySide6, the toolkit: GNU LGPL version 3."),
        )
        return self._card("heart", (Titled(self.tr("Licences"), "\n".join(licences)),))

    def _card(self, icon: str, parts: Sequence[Titled]) -> Card:
        texts = column(gap=2)
        for number, part in enumerate(parts):
            if number:
                texts.addSpacing(12)
            texts.addWidget(Label(self._theme, part.title, "h3", wrap=True))
            texts.addWidget(Label(self._theme, part.text, ink="ink2", wrap=True))
        texts.addStretch(1)
        beside = column(Icon(self._theme, icon, size=22), margins=(0, 1, 0, 0))
        beside.addStretch(1)
        layout = row(gap=14, margins=(20, 18, 20, 18))
        layout.addLayout(beside)
        layout.addLayout(texts, 1)
        card = Card(self._theme)
        card.setLayout(layout)
        return card

    def _intended(self) -> str:
        """The intended purpose (content/safety.md 5.4), of what is there so far."""
        return self.tr(
            "Backplan is a desktop exercise companion for adults who want to follow a gentle,"
            " seven-day plan of stretching, strength, mobility and walking for general fitness"
            " and well-being. It shows and times the exercises, and lets people note for"
            " themselves how they feel. It does not diagnose, treat, monitor, predict or prevent"
            " any disease or injury, does not give individual medical advice and is not meant to"
            " replace care from a health professional."
        )

    def _arrange(self) -> None:
        """A column as wide as lines are good to read, at the left as on every page."""
        edge = 24 if self.width() < 720 else 32
        widest = round(WIDEST * max(1, self._theme.scale))
        right = max(edge, self.width() - edge - widest)
        self._frame.setContentsMargins(edge, 24, right, 28)
