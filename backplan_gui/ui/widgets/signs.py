"""The warning signs as rows to tick, in the three groups of content/safety.md section 1."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ...core.texts import Sign, SignGroup
from ..theme import Theme
from .area import draw_area
from .button import pressable
from .card import Card, Icon, column, row
from .focus_ring import REACH
from .label import Label
from .tick import BOX, GAP, Tick

TARGET = 44


class MoreButton(QAbstractButton):
    """A small word that shows and hides the details of one line."""

    ring_colour = "focus"
    ring_radius = 8.0

    def __init__(self, theme: Theme, about: str) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleDescription(about)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._say)
        theme.changed.connect(self._restyle)
        self._say()

    @property
    def ring_rect(self) -> QRect:
        """The part that lights up."""
        above = (self.height() - self._theme.px(30)) // 2
        return self.rect().adjusted(5, above, -5, -above)

    def sizeHint(self) -> QSize:
        advance = QFontMetricsF(self._theme.font("small")).horizontalAdvance(self.text())
        return QSize(max(TARGET, round(advance) + 10), max(TARGET, self._theme.px(34)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, QRectF(self.ring_rect), self.ring_radius, fill)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _say(self) -> None:
        self.setText(self.tr("Less") if self.isChecked() else self.tr("More"))
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class SignRow(QWidget):
    """One sign: its tick, and its details on demand."""

    toggled = Signal()
    opened = Signal(QWidget)
    """The details are shown: the row itself, which has grown."""

    def __init__(self, theme: Theme, sign: Sign) -> None:
        super().__init__()
        self.sign = sign
        self._theme = theme
        self._tick = Tick(theme, sign.text)
        self._more = MoreButton(theme, sign.text)
        self._details = QWidget()
        self._lines = sign_details(theme, sign)
        self._details.setLayout(self._lines)
        self._details.hide()
        self._tick.toggled.connect(self.toggled)
        self._more.toggled.connect(self._show_details)
        top = row(self._tick, self._more)
        top.setStretch(0, 1)
        layout = column(margins=(REACH, 0, 0, 0))
        layout.addLayout(top)
        layout.addWidget(self._details)
        self.setLayout(layout)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def tick(self) -> Tick:
        """The box with its words."""
        return self._tick

    @property
    def is_ticked(self) -> bool:
        """The person says it fits."""
        return self._tick.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick it or clear it."""
        self._tick.setChecked(ticked)

    def reset(self) -> None:
        """As at first: no tick, no details."""
        self._tick.setChecked(False)
        self._more.setChecked(False)

    def _show_details(self, shown: bool) -> None:
        """Also to somebody who does not see them come: they lie outside the way of Tab."""
        self._details.setVisible(shown)
        if shown:
            said = " ".join(self.sign.details)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._more, said))
            self.opened.emit(self)

    def _restyle(self) -> None:
        self._lines.setContentsMargins(self._theme.px(BOX) + GAP, 2, 12, 8)


def sign_details(theme: Theme, sign: Sign) -> QVBoxLayout:
    """What a sign condenses, in full sentences."""
    labels = [Label(theme, line, "small", "ink2", wrap=True) for line in sign.details]
    return column(*labels, gap=4)


class SignCard(Card):
    """A group of signs; `urgent` is the one in the colour of caution."""

    toggled = Signal(SignRow)

    def __init__(self, theme: Theme, group: SignGroup, icon: str, *, urgent: bool = False) -> None:
        fill, outline = ("cautionTint", "") if urgent else ("surface", "line")
        super().__init__(theme, fill, outline=outline)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._rows = [SignRow(theme, sign) for sign in group.signs]
        ink = "caution" if urgent else "primary"
        title = Label(theme, group.title, "h3", ink, wrap=True)
        head = row(Icon(theme, icon, ink, 22), title, gap=12, margins=(REACH, 0, 14, 0))
        head.setStretch(1, 1)
        layout = column(margins=(16 - REACH, 16, 2, 14))
        layout.addLayout(head)
        layout.addSpacing(2)
        about = Label(theme, group.text, "small", "ink2", wrap=True)
        layout.addLayout(row(about, margins=(REACH, 0, 0, 0)))
        for sign_row in self._rows:
            sign_row.toggled.connect(self._on_row)
            layout.addSpacing(8)
            layout.addStretch(1)
            layout.addWidget(sign_row)
        self.setLayout(layout)

    @property
    def rows(self) -> Sequence[SignRow]:
        """The signs from top to bottom."""
        return self._rows

    def _on_row(self) -> None:
        sender = self.sender()
        assert isinstance(sender, SignRow)
        self.toggled.emit(sender)
