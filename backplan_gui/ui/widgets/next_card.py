"""What comes after this step, in one card."""

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area
from .card import Card
from .fitting_label import FittingLabel
from .label import Label
from .reading import as_read, put

PADDING, TEXT_GAP = 10, 16
ROLES = ("h3", "label", "smallStrong")


class NextText(msgspec.Struct, frozen=True):
    """What the card says; `rest` gives it the colour of rest."""

    icon: str
    title: str
    text: str
    rest: bool = False


class NextCard(Card):
    """An icon, "Next", and a line; the icon gives way where the words need the room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=20, parent=parent)
        self._next = NextText("", "", "")
        self._title = Label(theme, role="smallStrong", ink="ink2", parent=self)
        self._text = FittingLabel(theme, ROLES, parent=self)
        self._thumb = QRectF()
        theme.changed.connect(self._place)

    def show_next(self, text: NextText) -> None:
        """What comes next."""
        if text != self._next:
            self._next = text
            self._title.setText(text.title)
            self._text.setText(text.text)
            self._place()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._thumb.isNull() or not self._next.icon:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ("restTint", "rest") if self._next.rest else ("primarySoft", "primary")
        thumb = as_read(self, self._thumb)
        draw_area(painter, self._theme, thumb, 12, ground)
        centre = thumb.center()
        side = min(self._theme.px(28), 0.6 * min(thumb.width(), thumb.height()))
        icon = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_icon(painter, self._next.icon, self._theme.colour(ink), icon)

    def _place(self) -> None:
        """Words beside the icon; without it where they would not fit."""
        high = self.height() - 2 * PADDING
        thumb = min(92, round(high * 1.45))
        title = self._title.sizeHint().height()
        for shown, roles in ((thumb, ROLES[:2]), (0, ROLES[:2]), (0, ROLES)):
            left = PADDING + shown + TEXT_GAP if shown else 2 * PADDING
            width = max(1, self.width() - left - TEXT_GAP)
            self._text.set_roles(roles)
            text = self._text.fit(width, 2, high - title)
            if title + text <= high:
                break
        self._thumb = QRectF(PADDING, PADDING, thumb, high) if shown else QRectF()
        top = (self.height() - title - text) // 2
        put(self._title, left, top, width, title)
        put(self._text, left, top + title, width, text)
