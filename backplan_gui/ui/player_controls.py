"""The bar below the player: everything that can be asked of a session."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..core.session import Command
from .player_keys import Wish
from .player_view import Shown
from .theme import Theme
from .widgets.button import Kind, RoundButton
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.reading import put
from .widgets.round_control import RoundControl
from .widgets.side_button import SideButton

CAPS_FROM = 1000
"""A player narrower than this has no key caps in its bar, and no button for the mini player."""
STATUS_WIDTH = 180
"""What the status line needs at 100 % to say what it says in a few lines."""
GROWTH = 0.4
"""How much of the text size round controls follow."""


class Look(NamedTuple):
    """What the two buttons and the round controls have beside their words."""

    caps: bool = False
    icons: bool = False
    stacked: bool = False


LOOKS = (Look(caps=True, icons=True), Look(icons=True), Look(), Look(stacked=True))
"""From the fullest to the smallest; the first needs a wide window."""


class ControlBar(QWidget):
    """Everything that can be asked of a session, and a line that says why something is not."""

    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._compact = theme, False
        self._wishes: dict[QWidget, Wish] = {}
        self._versions = (self.tr("Easier version"), self.tr("Standard version"))
        self._easier = SideButton(
            theme, self._versions[False], size=56, icon="easier", key="E", parent=self
        )
        self._wishes[self._easier] = Wish.EASIER
        self._build_rounds()
        self._pain = SideButton(
            theme, self.tr("My pain is worse"), Kind.CAUTION, size=56, icon="pain", key="P",
            parent=self,
        )  # fmt: skip
        self._wishes[self._pain] = Wish.PAIN
        for button in self._wishes:
            assert isinstance(button, QAbstractButton)
            button.clicked.connect(self._on_click)
        self._status = Label(theme, "", "small", "ink2", wrap=True, parent=self)
        self._status.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._place)

    @property
    def pause(self) -> RoundButton:
        """The control that has the keyboard first."""
        return self._rounds[Wish.PAUSE].button

    @property
    def said(self) -> str:
        """What the status line says."""
        return self._status.text()

    def say(self, text: str) -> None:
        """Say this in the status line, or with "" nothing."""
        if text != self._status.text():
            self._status.setText(text)

    def set_compact(self, compact: bool) -> None:
        """Smaller controls in a small window."""
        self._compact = compact
        self._place()

    def show_player(self, shown: Shown) -> None:
        """What can be asked now; in reps less and more mean one of them, not seconds."""
        allowed, paused, reps = shown.allowed, shown.paused, shown.reps
        for wish, command in (
            (Wish.BACK, Command.BACK),
            (Wish.LESS, Command.LESS),
            (Wish.MORE, Command.MORE),
            (Wish.SKIP, Command.SKIP),
        ):
            self._enable(self._rounds[wish].button, command in allowed)
        self._enable(self._easier, Command.VERSION in allowed)
        self._enable(self._pain, bool(allowed))
        name = self.tr("Play") if paused else self.tr("Pause")
        self._rounds[Wish.PAUSE].set_caption(name)
        self.pause.set_icon("play" if paused else "pause")
        _name(self.pause, name)
        # A rep more or less is one of each side where the sides take turns.
        amount, unit = ("1", self.tr("rep")) if reps else ("10", self.tr("seconds"))
        for wish, sign, word in (
            (Wish.LESS, "\u2212", self.tr("less")),
            (Wish.MORE, "+", self.tr("more")),
        ):
            button = self._rounds[wish].button
            button.setText(sign + amount)
            _name(button, f"{amount} {unit} {word}")
        self._easier.setText(self._versions[shown.easier])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _build_rounds(self) -> None:
        self._rounds: dict[Wish, RoundControl] = {}
        for wish, icon, caption, key in (
            (Wish.BACK, "back", self.tr("Back"), "\u2190"),
            (Wish.LESS, "", self.tr("Less"), "\u2193"),
            (Wish.PAUSE, "pause", self.tr("Pause"), self.tr("Space")),
            (Wish.MORE, "", self.tr("More"), "\u2191"),
            (Wish.SKIP, "skip", self.tr("Skip"), "\u2192"),
        ):
            button = RoundButton(self._theme, caption, icon=icon, main=wish is Wish.PAUSE)
            control = RoundControl(self._theme, button, caption, key)
            control.setParent(self)
            self._rounds[wish] = control
            self._wishes[button] = wish
        self._rounds[Wish.PAUSE].reserve(self.tr("Play"))

    def _on_click(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QWidget)
        self.wished.emit(self._wishes[sender])

    def _enable(self, button: QAbstractButton, enabled: bool) -> None:
        """A control that can no longer be pressed hands the keyboard to Pause, not on."""
        if button.isEnabled() == enabled:
            return
        if not enabled and button.hasFocus():
            self.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(enabled)
        button.update()
        for control in self._rounds.values():
            control.update()

    # Where everything lies

    def _place(self) -> None:
        """Rounds between the two buttons, or above them where even broken words are too large."""
        scale = 1 + (self._theme.scale - 1) * GROWTH
        base, main = (49, 69) if self._compact else (60, 84)
        for button in (self._easier, self._pain):
            button.set_size(48 if self._compact else 56)
        for wish, control in self._rounds.items():
            control.button.set_diameter(round((main if wish is Wish.PAUSE else base) * scale))
        side = 20 if self._compact else 24
        caps = self.width() >= CAPS_FROM
        for look in LOOKS[not caps :]:
            self._wear(look)
            apart = self._apart(look.caps)
            around = self._middle_of_row(side, apart, exactly=look.caps)
            if around:
                self._place_in_one_row(side, apart, around)
                return
        self._wear(Look(icons=True))
        self._place_in_two_rows(side, min(apart, (self.width() - 2 * side) / 5))

    def _middle_of_row(self, side: int, apart: float, *, exactly: bool) -> float:
        """Where Pause has its middle between the two buttons; 0 where they have no room."""
        easier, pain = self._easier_width(), self._pain.sizeHint().width()
        free = self.width() - 2 * side - 5 * apart - 24
        if free >= 2 * max(easier, pain):
            return self.width() / 2
        if not exactly and free >= easier + pain:
            return self.width() / 2 + (easier - pain) / 2
        return 0.0

    def _wear(self, look: Look) -> None:
        """Key caps and icons, as far as there is room."""
        for button, icon, key in ((self._easier, "easier", "E"), (self._pain, "pain", "P")):
            button.set_icon(icon if look.icons else "")
            button.set_key(key if look.caps else "")
            button.set_stacked(look.stacked)
        for control in self._rounds.values():
            control.set_key_shown(look.caps)

    def _easier_width(self) -> int:
        """Room for either of its texts, so that nothing moves when it changes."""
        return max(self._easier.width_for(text) for text in self._versions)

    def _apart(self, with_caps: bool) -> float:
        """From the middle of one round control to that of the next."""
        widest = max(control.caption_width(with_caps) for control in self._rounds.values())
        rounds = self._rounds[Wish.BACK].button.sizeHint().width()
        main = self.pause.sizeHint().width()
        return max(76 if self._compact else 92, widest - 2, (rounds + main) / 2 + 10)

    def _top(self) -> int:
        """Above the controls; the focus ring of what is above the bar has its room already."""
        return (10 if self._compact else 14) - REACH

    def _place_rounds(self, apart: float, around: float) -> float:
        """Back, less, pause, more, skip around a middle; returns where their captions end.

        In this order however one reads, as everything that plays, and as the arrow keys.
        """
        if self.isRightToLeft():
            around = self.width() - around
        main = self.pause.sizeHint().width()
        middle = self._top() + main / 2
        caption = middle + main / 2 + self._theme.px(14 if self._compact else 16)
        for number, control in enumerate(self._rounds.values()):
            centre = around + (number - 2) * apart
            control.place(centre, apart, middle, caption)
        return caption + self._theme.px(11)

    def _place_in_one_row(self, side: int, apart: float, around: float) -> None:
        end = round(self._place_rounds(apart, around))
        middle = self._top() + self.pause.sizeHint().width() / 2
        easier = QSize(self._easier_width(), self._easier.sizeHint().height())
        pain = self._pain.sizeHint()
        top = round(middle - easier.height() / 2)
        put(self._easier, side, top, easier.width(), easier.height())
        right = self.width() - side - pain.width()
        put(self._pain, right, top, pain.width(), pain.height())
        line = self._theme.line_height("small")
        if self._easier.is_stacked:
            self._place_status(side, max(end, top + easier.height()) + 2, line)
            return
        status = top + easier.height() + (4 if self._compact else 6)
        room = round(around - 2.5 * apart) - side - 8
        put(self._status, side, status, room, 2 * line)
        fixed = (108 if self._compact else 132) - REACH
        self.setFixedHeight(max(fixed, end + 8, status + 2 * line + 2))

    def _place_status(self, side: int, top: int, line: int) -> None:
        """One line below everything else."""
        put(self._status, side, top, self.width() - 2 * side, line)
        self.setFixedHeight(top + line + 8)

    def _place_in_two_rows(self, side: int, apart: float) -> None:
        """The status line between the two buttons if there is room, else below them."""
        top = round(self._place_rounds(apart, self.width() / 2)) + 6
        easier = QSize(self._easier_width(), self._easier.sizeHint().height())
        pain = self._pain.sizeHint()
        right = self.width() - side - pain.width()
        put(self._easier, side, top, easier.width(), easier.height())
        put(self._pain, right, top, pain.width(), pain.height())
        end = top + pain.height()
        left, line = side + easier.width() + 12, self._theme.line_height("small")
        if right - 12 - left >= self._theme.px(STATUS_WIDTH):
            put(self._status, left, top, right - 12 - left, end - top)
            self.setFixedHeight(end + 8)
        else:
            self._place_status(side, end + 4, line)


def _name(button: QAbstractButton, name: str) -> None:
    if name != button.accessibleName():
        button.setAccessibleName(name)
