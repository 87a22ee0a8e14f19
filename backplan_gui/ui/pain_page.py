"""How strong the back pain is, before a session and after it.

The page asks and shows; what a number offers is told to it. Nothing of an earlier answer is
on it while it asks (content/safety.md 2.1).
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from .pain_form import EDGE, LOW, PainAnswer, PainForm
from .pain_keys import PainKeys, Wish
from .pain_offer import OfferView
from .pain_parts import FollowingScroll, KeyRow, PainTop, centred
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import column, row
from .widgets.focus_ring import REACH
from .widgets.foot_line import FootLine

_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PainPage(QWidget):
    """Asks for a number; `answered` tells each one, and None for "Prefer not to say"."""

    answered = Signal(object)
    skipped = Signal()
    legs_ticked = Signal(bool)
    medicine_ticked = Signal(bool)
    settled_chosen = Signal(str)
    ache_chosen = Signal(str)
    moving_chosen = Signal(str)
    choice_made = Signal(str)
    continue_asked = Signal()
    back_asked = Signal()
    signs_asked = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._keys = theme, PainKeys(now)
        self._silent = False
        self._offer: OfferView | None = None
        self._top, self._form = PainTop(theme), PainForm(theme)
        self._scroll = FollowingScroll(theme, centred(self._form))
        FootLine(theme, self._scroll)
        self._bar = self._build_bar()
        self._key_row = self._build_keys()
        # What comes with an answer may move no button under the pointer: the buttons are at the
        # foot, and the keys, which go where there is no room for them, above.
        self._page = column(self._top, self._scroll)
        self._page.setStretch(1, 1)
        self._page.addWidget(self._key_row)
        self._page.addLayout(self._bar)
        self.setLayout(self._page)
        self._connect_parts()
        theme.changed.connect(self._arrange)
        self._ask(before=True, settled=False)

    @property
    def first_focus(self) -> QWidget:
        """The chosen number, at first the lowest."""
        return self._form.scale.current

    @property
    def answer(self) -> PainAnswer:
        """All that is answered by now."""
        return self._form.answer

    def open_before(self, day_title: str, *, ask_settled: bool = False) -> None:
        """Ask anew before a session, if wished also how pain from the last one settled."""
        self._top.show_title(self.tr("{} · before you start").format(day_title), back=True)
        self._open(before=True, settled=ask_settled)

    def open_after(self, day_title: str, *, whole: bool = True) -> None:
        """Ask anew after a session; `whole`: nothing of what it is called is left to do."""
        said = self.tr("{} · finished") if whole else self.tr("{} · after")
        self._top.show_title(said.format(day_title), back=False)
        self._open(before=False, settled=False)

    def ask_ache(self, asked: bool) -> None:
        """Whether a higher number is the back, or only muscles that were used."""
        if asked == self._form.ache.isHidden():
            self._form.ache.ask(asked)
            self._set_order()
            self._arrange()

    def ask_moving(self, asked: bool) -> None:
        """How moving is, in words, where the number is not said (R17)."""
        if asked == self._form.moving.isHidden():
            self._form.moving.ask(asked)
            self._set_order()
            self._arrange()

    def show_offer(self, view: OfferView) -> None:
        """What the answer offers; said aloud where it is news."""
        news = self._offer is None or view.said != self._offer.said
        self._offer = view
        card = self._form.offer
        card.show_offer(view)
        card.show()
        self._set_order()
        self._show_ready()
        self._arrange()
        self._show_parts()
        if news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, view.said))

    def _show_parts(self) -> None:
        """The number in any case, then what is offered, then the box about the legs."""
        for part in (self._form.legs, self._form.offer, self._form.scale.current):
            self._scroll.show_part(part, REACH)

    def _on_unfolded(self) -> None:
        self._arrange()
        self._show_parts()

    def hide_offer(self) -> None:
        """Nothing is offered."""
        self._offer = None
        self._form.offer.hide()
        self._show_ready()

    def set_continue(self, text: str) -> None:
        """What the main button says, until the page is opened again."""
        self._continue.setText(text)

    def choose(self, number: int | None) -> None:
        """Choose a number, or none."""
        if number is None:
            self._prefer.click()
        else:
            self._form.scale.choose(number)

    def press_primary(self) -> None:
        """What Enter does."""
        self._continue.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self._keys.read(event, self._form.scale.number)
        focused = self.focusWidget()
        is_button = isinstance(focused, QAbstractButton) and not focused.isCheckable()
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        elif meant is None or (meant is Wish.CONTINUE and is_button):
            super().keyPressEvent(event)  # a button with the keyboard is pressed by the window
        elif isinstance(meant, Wish):
            self._do(meant)
        else:
            self._form.scale.choose(meant)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_bar(self) -> QHBoxLayout:
        self._continue = Button(self._theme, "", Kind.PRIMARY, size=60)
        self._continue.setMinimumWidth(240)
        self._prefer = Button(self._theme, self.tr("Prefer not to say"), Kind.QUIET, size=60)
        bar = row(self._continue, self._prefer, gap=10)
        bar.insertStretch(0, 1)
        bar.addStretch(1)
        return bar

    def _keep_places(self) -> None:
        """Room for the tick of who does not say from the start, so that Continue stays put."""
        self._prefer.set_icon("check")
        self._prefer.setFixedWidth(self._prefer.sizeHint().width())
        self._show_silent(self._silent)

    def _build_keys(self) -> KeyRow:
        keys = (
            (("0", self.tr("to"), "9"), self.tr("choose")),
            (("1", self.tr("then"), "0"), self.tr("for ten")),
            (("L",), self.tr("something new in the legs")),
            (("S",), self.tr("prefer not to say")),
            (("Enter",), self.tr("continue")),
        )
        return KeyRow(self._theme, keys)

    def _connect_parts(self) -> None:
        form = self._form
        self._top.back_asked.connect(self.back_asked)
        self._top.signs_asked.connect(self.signs_asked)
        form.scale.chosen.connect(self._on_number)
        form.settled.chosen.connect(self.settled_chosen)
        form.ache.chosen.connect(self.ache_chosen)
        form.moving.chosen.connect(self.moving_chosen)
        form.offer.choice_made.connect(self.choice_made)
        form.offer.signs_asked.connect(self.signs_asked)
        form.offer.unfolded.connect(self._on_unfolded)
        form.legs.clicked.connect(self.legs_ticked)
        form.medicine.clicked.connect(self.medicine_ticked)
        self._continue.clicked.connect(self.continue_asked)
        self._prefer.clicked.connect(self._on_silent)

    def _open(self, *, before: bool, settled: bool) -> None:
        self._ask(before=before, settled=settled)
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        question = self._form.question
        self.setAccessibleName(question)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, question))

    def _ask(self, *, before: bool, settled: bool) -> None:
        self._form.ask(before=before, settled=settled)
        self._show_silent(False)
        self.hide_offer()
        self.set_continue(self.tr("Continue"))
        self._set_order()
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)

    def _do(self, wish: Wish) -> None:
        match wish:
            case Wish.LEGS:
                self._form.legs.click()
            case Wish.SILENT:
                self._prefer.click()
            case Wish.SIGNS:
                self.signs_asked.emit()
            case Wish.CONTINUE:
                self.press_primary()

    def _on_number(self, number: int) -> None:
        self._show_silent(False)
        self._show_ready()
        self.answered.emit(number)

    def _on_silent(self) -> None:
        """No number is an answer too; it switches the rules about numbers off (R17)."""
        news = not self._silent
        self._show_silent(True)
        self._form.scale.show_number(None)
        self.hide_offer()
        if news:
            self.answered.emit(None)
        self.skipped.emit()

    def _show_silent(self, silent: bool) -> None:
        self._silent = silent
        self._prefer.set_icon("check" if silent else "")
        self._prefer.setAccessibleDescription(self.tr("chosen") if silent else "")

    def _show_ready(self) -> None:
        view = self._offer
        undecided = view is not None and bool(view.choices) and not view.chosen
        said = self._silent or self._form.scale.number is not None
        self._continue.setEnabled(said and not undecided)

    def _set_order(self) -> None:
        """Tab goes in reading order, also to what came later than the rest."""
        top = self._top.findChildren(QAbstractButton)
        parts = [*top, *self._form.controls, self._continue, self._prefer]
        policies = [part.focusPolicy() for part in parts]
        for part in parts:  # Qt leaves those alone that Tab does not reach: all but one of a group
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        for part, policy in zip(parts, policies, strict=True):
            part.setFocusPolicy(policy)

    def _arrange(self) -> None:
        across = self._form.arrange(self.width(), self.height())
        low = self.height() < LOW
        self._top.set_low(low)
        above, foot = (8, 4) if low else (12, 8)
        self._bar.setContentsMargins(EDGE, above, EDGE, 8)
        self._keep_places()
        self._page.setContentsMargins(0, 0, 0, foot)
        bar = self._bar.sizeHint().height()
        room = self.height() - self._top.sizeHint().height() - bar - foot
        left = self._form.fit(across, room)
        keys = self._key_row.sizeHint()
        self._key_row.setVisible(not low and keys.width() <= across and keys.height() <= left)
