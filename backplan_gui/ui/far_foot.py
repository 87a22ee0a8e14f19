"""The foot of the full screen: what comes next or is offered, and the keys.

The keys are buttons too, so that nobody needs a keyboard, and a screen reader finds them.
Every part has a place of its own, so that nothing moves when a step changes.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..core.session import Command
from .icons import draw_icon
from .player_keys import Wish
from .player_view import Offer, Shown
from .theme import Theme
from .widgets.far_label import FarLabel, far_px
from .widgets.key_button import REACH_X, KeyButton
from .widgets.next_card import NextText
from .widgets.reading import as_read, put

MARGIN = 64
HIGH, ROW = 148, 84
"""How high it is with one row, and how much more another row takes."""
NEXT, KEYS = 32, 26
ICON, ICON_GAP = 36, 16
BETWEEN = 28
"""Between two keys, besides the room around each."""
LEAST_AIR = 16
"""Above and below what comes next."""
LEAST_WORDS = 15
"""So many times as wide as high is what comes next, or it has a row of its own."""


class _Key(NamedTuple):
    """A key with its two meanings: as usual, and the other way."""

    button: KeyButton
    cap: str
    words: tuple[str, str]
    names: tuple[str, str]


class FarFoot(QWidget):
    """One row where there is room for all of it, else two."""

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._times = theme, 1.0
        self._next, self._offered = NextText("", "", ""), Offer(Wish.MAIN, "", "", "")
        self._said, self._offers = "", False
        self._square = QRectF()
        self._wishes: dict[QWidget, Wish] = {}
        self._label = FarLabel(theme, "body", NEXT, "ink2", near="label", least=0.8, parent=self)
        self._offer = KeyButton(theme, "", "primary", self)
        self._build_keys()
        for button in (self._offer, *self._wishes):
            assert isinstance(button, KeyButton)
            button.clicked.connect(self._on_click)

    @property
    def pause(self) -> KeyButton:
        """The control that has the keyboard first."""
        return self._keys[Wish.PAUSE].button

    def set_times(self, times: float) -> None:
        """How large things are on this screen."""
        self._times = times
        self._label.set_times(times)
        px = far_px(self._theme, "smallStrong", KEYS, times)
        for key in self._keys.values():
            key.button.set_px(px)
        self._place()

    def say(self, text: str) -> None:
        """Say this where else stands what comes next, or with "" nothing."""
        if text != self._said:
            self._said = text
            self._place()

    def show_player(self, shown: Shown) -> None:
        """What comes next, and what may be asked."""
        moved = self._show_key(Wish.PAUSE, other=shown.paused)
        moved |= self._show_key(Wish.EASIER, other=shown.easier)
        self._enable(Wish.SKIP, Command.SKIP in shown.allowed)
        self._enable(Wish.EASIER, Command.VERSION in shown.allowed)
        offer = shown.offer or self._offered
        now = (shown.following, offer, shown.offer is not None)
        if moved or now != (self._next, self._offered, self._offers):
            self._next, self._offered, self._offers = now
            self._offer.show_key(offer.key, offer.text)
            self._wishes[self._offer] = offer.wish
            if self._offer.hasFocus() and not self._offers:
                self.pause.setFocus(Qt.FocusReason.OtherFocusReason)
            self._place()

    def needed_height(self, width: int) -> int:
        """How high it is at a width."""
        row = max(self._px(ROW), self.pause.sizeHint().height() + 8)
        high = max(self._px(HIGH), row)
        return high if self._is_one_row(width) else high + row

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._square.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self._theme.colour("rest" if self._next.rest else "primary")
            draw_icon(painter, self._next.icon, ink, as_read(self, self._square))

    def _build_keys(self) -> None:
        pause = (self.tr("pause"), self.tr("go on")), (self.tr("Pause"), self.tr("Continue"))
        skip = (self.tr("skip"),) * 2, (self.tr("Skip"),) * 2
        easier = (
            (self.tr("easier"), self.tr("standard")),
            (self.tr("Easier version"), self.tr("Standard version")),
        )
        pain = (self.tr("my pain is worse"),) * 2, (self.tr("My pain is worse"),) * 2
        self._keys: dict[Wish, _Key] = {}
        for wish, cap, (words, names) in (
            (Wish.PAUSE, self.tr("Space"), pause),
            (Wish.SKIP, "\u2192", skip),
            (Wish.EASIER, "E", easier),
            (Wish.PAIN, "P", pain),
        ):
            ink = "caution" if wish is Wish.PAIN else "ink2"
            button = KeyButton(self._theme, cap, ink, self)
            button.show_key(cap, words[0], names[0])
            self._keys[wish] = _Key(button, cap, words, names)
            self._wishes[button] = wish

    def _show_key(self, wish: Wish, *, other: bool) -> bool:
        """Give it one of its two meanings; True if it had the other."""
        key = self._keys[wish]
        changes = key.button.text() != key.words[other]
        key.button.show_key(key.cap, key.words[other], key.names[other])
        return changes

    def _enable(self, wish: Wish, enabled: bool) -> None:
        """A key that can no longer be pressed hands the keyboard to Pause, not on."""
        button = self._keys[wish].button
        if button.isEnabled() != enabled:
            if not enabled and button.hasFocus():
                self.pause.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(enabled)

    def _on_click(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QWidget)
        self.wished.emit(self._wishes[sender])

    # Where everything lies

    def _px(self, length: float) -> int:
        return round(length * self._times)

    def _widths(self) -> list[int]:
        """Room for each key; Pause has it for both of its words, so that nothing moves."""
        return [
            key.button.width_for(key.words if wish is Wish.PAUSE else (key.button.text(),))
            for wish, key in self._keys.items()
        ]

    def _is_one_row(self, width: int) -> bool:
        keys = sum(self._widths()) + (len(self._keys) - 1) * self._px(BETWEEN)
        room = width - 2 * self._px(MARGIN) - keys - self._px(BETWEEN)
        return room >= LEAST_WORDS * self._label.largest

    def _place(self) -> None:
        side, inner = self._px(MARGIN), self.width() - 2 * self._px(MARGIN)
        widths = self._widths()
        spare = max(0, inner - sum(widths)) // (len(widths) - 1)
        between = min(self._px(BETWEEN), spare)
        keys = sum(widths) + between * (len(widths) - 1)
        one_row = self._is_one_row(self.width())
        rows = [0, self.height()] if one_row else [0, self.height() // 2, self.height()]
        left = self.width() - side - keys + REACH_X if one_row else side - REACH_X
        for key, width in zip(self._keys.values(), widths, strict=True):
            high = key.button.sizeHint().height()
            middle = (rows[-2] + rows[-1] - high) // 2
            put(key.button, left, middle, width, high)
            left += width + between
        room = inner - keys - self._px(BETWEEN) if one_row else inner
        self._place_words(side, rows[1], max(1, room))

    def _place_words(self, side: int, bottom: int, room: int) -> None:
        """What was said, or is offered, or comes next."""
        offers = self._offers and not self._said
        self._offer.setVisible(offers)
        self._label.setVisible(not offers)
        has_icon = not offers and not self._said and bool(self._next.icon)
        if offers:
            hint = self._fitted_offer(room)
            top = (bottom - hint.height()) // 2
            put(self._offer, side - REACH_X, top, min(hint.width(), room), hint.height())
        icon = self._px(ICON) if has_icon else 0
        left = side + icon + self._px(ICON_GAP) if icon else side
        self._label.say(self._said or _next_said(self._next))
        wide = max(1, side + room - left)
        high = self._label.fit(wide, 2, bottom - LEAST_AIR)
        put(self._label, left, (bottom - high) // 2, wide, high)
        self._square = QRectF(side, (bottom - icon) / 2, icon, icon) if icon else QRectF()
        self.update()

    def _fitted_offer(self, room: int) -> QSize:
        """The offer as large as it is wished, or as its words fit beside the keys."""
        px = far_px(self._theme, "label", NEXT, self._times)
        self._offer.set_px(px)
        wide = self._offer.sizeHint().width()
        if wide > room:
            self._offer.set_px(max(far_px(self._theme, "small", 0, 0), px * room / wide))
        return self._offer.sizeHint()


def _next_said(following: NextText) -> str:
    """As in "Next: rest 15 s, then set 3 of 3"."""
    text = following.text
    if following.rest:
        text = text[:1].lower() + text[1:]
    return f"{following.title}: {text}" if text else ""
