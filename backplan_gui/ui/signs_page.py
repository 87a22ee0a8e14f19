"""The warning signs: three groups of lines to tick, asked before the first session and later.

Nothing is scored. What was ticked is told as a value; what follows is another page's to show.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ..content import Content
from ..core import signs
from .signs_words import signs_why
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Scroll, column, row
from .widgets.foot_line import FootLine
from .widgets.key_cap import KeyCap
from .widgets.label import Label
from .widgets.logo import Brand
from .widgets.signs import SignCard, SignRow
from .widgets.tick import Tick

NARROW = 1000
"""Below this width, which grows with the text, the groups stand below each other."""
AIR = 12
"""Between a line that is scrolled to and the edge."""


class SignsPage(QWidget):
    """Asks whether any sign fits today."""

    answered = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._safety = theme, content.safety
        purpose = self.tr("{} This list stays one click away: Warning signs.").format(
            content.safety.purpose
        )
        self._why = Label(theme, role="label", ink="ink", wrap=True)
        self._purpose_below = Label(theme, purpose, "small", "ink2", wrap=True)
        self._purpose_beside = Label(theme, purpose, "small", "ink2", wrap=True)
        self._inside = QWidget()
        self._columns = QHBoxLayout()
        self._head = self._build_head()
        self._cards = self._build_cards()
        self._fill_inside()
        self._scroll = Scroll(theme, self._inside)
        FootLine(theme, self._scroll)
        self._bar = self._build_bar()
        layout = column(self._scroll)
        layout.addLayout(self._bar)
        self.setLayout(layout)
        theme.changed.connect(self._arrange)
        self.open_signs()

    @property
    def first_focus(self) -> QWidget:
        """The first box."""
        return self._cards[0].rows[0].tick

    def open_signs(self, *, why: str = "") -> None:
        """Ask anew: every box empty.

        `why` it is asked by itself is one of the reasons of `signs_why`.
        """
        self._show_why(signs_why(why) if why else "")
        for card in self._cards:
            for sign_row in card.rows:
                sign_row.reset()
                sign_row.setVisible(sign_row.sign.only_with is None)
        self._none.setChecked(False)
        self._scroll.verticalScrollBar().setValue(0)
        self._arrange()
        self._show_ready()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_why(self, said: str) -> None:
        self._why.setText(said)
        self._why.setVisible(bool(said))
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N is none of these, which lies behind all lines.

        A box is set by Space or a click, so on one Enter goes on with what is answered.

        Who came here by Enter, or clicked on a box, may not know which one has the keyboard.
        """
        if event.key() == Qt.Key.Key_N and not event.isAutoRepeat():
            self._none.setChecked(True)
            self._none.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or not isinstance(self.focusWidget(), Tick):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._continue.click()

    def _build_head(self) -> QHBoxLayout:
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.closed)
        head = row(Brand(self._theme), gap=12)
        head.setStretch(0, 1)
        head.addWidget(self._back)
        head.addStrut(44)
        return head

    def _build_cards(self) -> list[SignCard]:
        safety = self._safety
        cards = [
            SignCard(self._theme, safety.emergency, "phone", urgent=True),
            SignCard(self._theme, safety.checked, "help"),
            SignCard(self._theme, safety.ask, "person"),
        ]
        self._columns.setSpacing(14)
        for card, share in zip(cards, (346, 364, 318), strict=True):
            card.toggled.connect(self._on_sign)
            for sign_row in card.rows:
                sign_row.opened.connect(self._bring_into_sight)
            self._columns.addWidget(card, share)
        return cards

    def _fill_inside(self) -> None:
        layout = column()
        layout.addLayout(self._head)
        layout.addSpacing(12)
        layout.addWidget(self._why)
        layout.addWidget(Label(self._theme, self._safety.question, "h1", wrap=True))
        layout.addSpacing(4)
        layout.addWidget(Label(self._theme, self._safety.intro, "bodyLarge", "ink2", wrap=True))
        layout.addSpacing(16)
        layout.addLayout(self._columns, 1)
        layout.addWidget(self._purpose_below)
        self._inside.setLayout(layout)

    def _build_bar(self) -> QHBoxLayout:
        self._none = Tick(self._theme, self.tr("None of these"), "buttonL", frame=60)
        self._none.toggled.connect(self._on_none)
        self._continue = Button(self._theme, self.tr("Continue"), Kind.PRIMARY, size=60)
        self._continue.setMinimumWidth(180)
        self._continue.clicked.connect(self._answer)
        self._key = KeyCap(self._theme, "N")
        bar = row(self._none, self._key, self._continue, gap=16)
        bar.setAlignment(self._key, Qt.AlignmentFlag.AlignVCenter)
        bar.addStretch(1)
        bar.addWidget(self._purpose_beside, 4)
        return bar

    def _rows(self) -> list[SignRow]:
        return [sign_row for card in self._cards for sign_row in card.rows]

    def _on_sign(self, changed: SignRow) -> None:
        if changed.is_ticked:
            self._none.setChecked(False)
        for sign_row in self._rows():
            if sign_row.sign.only_with == changed.sign.id:
                self._show_only_with(sign_row, shown=changed.is_ticked)
        self._show_ready()

    def _show_only_with(self, sign_row: SignRow, *, shown: bool) -> None:
        """A line that comes and goes with another one must not be missed where it comes."""
        sign_row.setVisible(shown)
        if not shown:
            sign_row.reset()
            return
        self._scroll.ensureWidgetVisible(sign_row)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sign_row.sign.text))

    def _bring_into_sight(self, grown: QWidget) -> None:
        """The details of the lowest line would open below the edge."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scroll.ensureWidgetVisible(grown, 0, AIR)

    def _on_none(self, ticked: bool) -> None:
        if ticked:
            for sign_row in self._rows():
                sign_row.set_ticked(False)
        self._show_ready()

    def _show_ready(self) -> None:
        some = any(sign_row.is_ticked for sign_row in self._rows())
        self._continue.setEnabled(some or self._none.isChecked())

    def _answer(self) -> None:
        ticked = {sign_row.sign.id for sign_row in self._rows() if sign_row.is_ticked}
        self.answered.emit(signs.answered(self._safety, ticked))

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * max(1, self._theme.scale)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._purpose_below.setVisible(narrow)
        self._purpose_beside.setVisible(not narrow)
        edge = 24 if narrow else 32
        layout = self._inside.layout()
        assert layout is not None
        layout.setContentsMargins(edge, 16, edge, 16 if narrow else 0)
        self._columns.setContentsMargins(0, 0, 0, 16 if narrow else 0)
        self._bar.setContentsMargins(edge, 16, edge, 20)
