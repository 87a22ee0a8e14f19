"""Buttons drawn from the tokens: primary, secondary, quiet, caution; and round controls.

They paint themselves because a style sheet can neither draw the focus ring outside the
shape nor set the type. The ring is the window's (focus_ring.py).
"""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ..icons import draw_icon
from ..theme import Theme
from .area import draw_area, edge
from .reading import as_read
from .toggling import Toggling


class Kind(StrEnum):
    """What a button is for (design-system.md section 6)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    CAUTION = "caution"


_SIZES = {
    # height: (text role, radius, padding, icon)
    40: ("label", 12, 16, 18),
    44: ("label", 12, 14, 18),
    48: ("button", 14, 18, 20),
    56: ("button", 14, 20, 22),
    60: ("buttonL", 16, 24, 22),
    72: ("buttonL", 18, 28, 22),
}
_MAIN = ("buttonXL", 18, 28, 22)
"""A primary button of 60: the one a page is about."""


def pressable(button: QAbstractButton) -> None:
    """A hand for the pointer, Tab for the keyboard; a click leaves the focus where it is."""
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def key_width(theme: Theme, key: str) -> float:
    """How wide a key cap is."""
    return max(theme.px(22), QFontMetricsF(theme.font("key")).horizontalAdvance(key) + theme.px(12))


def draw_key(painter: QPainter, theme: Theme, key: str, centre: QPointF, ink: QColor) -> None:
    """A key cap with its middle at a point, outlined in the ink of its text."""
    width, height = key_width(theme, key), theme.px(20)
    rect = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 6, 6)
    painter.setFont(theme.font("key"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class Button(Toggling, QAbstractButton):
    """A button with text, and if wished an icon before and a key cap behind it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        size: int = 48,
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._size = theme, kind, size
        self._icon, self._key = icon, key
        self.setText(text)
        pressable(self)
        self.hear_toggles()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        theme.changed.connect(self._restyle)

    @property
    def ring_radius(self) -> float:
        """Corner radius for the focus ring."""
        return self._look[1]

    @property
    def ring_colour(self) -> str:
        """Token of the focus ring."""
        return "caution" if self._kind is Kind.CAUTION else "focus"

    def set_icon(self, name: str) -> None:
        """Another icon, or none."""
        self._icon = name
        self._restyle()

    def set_key(self, key: str) -> None:
        """Another key cap, or none."""
        self._key = key
        self._restyle()

    def set_size(self, size: int) -> None:
        """Another height, one of those that the design knows."""
        if size != self._size:
            self._size = size
            self._restyle()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        role, _, padding, _ = self._look
        advance = QFontMetricsF(self._theme.font(role)).horizontalAdvance(self.text())
        width = 2 * padding + advance + self._icon_width() + self._key_width()
        return QSize(round(width) + 1, max(self._size, self._theme.px(self._size * 0.8)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, radius, _, icon = self._look
        fill, ink, outline, width = self._state()
        draw_area(painter, self._theme, QRectF(self.rect()), radius, fill, outline, width)
        font = self._theme.font(role)
        advance = QFontMetricsF(font).horizontalAdvance(self.text())
        x = (self.width() - advance - self._icon_width() - self._key_width()) / 2
        middle = self.height() / 2
        colour = self._theme.colour(ink)
        if self._icon:
            side = self._theme.px(icon)
            tint = colour
            if self._kind is Kind.SECONDARY and self.isEnabled():
                tint = self._theme.colour("primary")
            square = QRectF(x, middle - side / 2, side, side)
            draw_icon(painter, self._icon, tint, as_read(self, square))
            x += self._icon_width()
        painter.setPen(colour)
        painter.setFont(font)
        text = QRectF(x, 0, advance + 2, self.height())
        painter.drawText(as_read(self, text), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            x += advance + self._key_width() - self._cap()
            cap = as_read(self, QRectF(x, 0, self._cap(), self.height()))
            draw_key(painter, self._theme, self._key, cap.center(), colour)

    @property
    def _look(self) -> tuple[str, int, int, int]:
        """Text role, corner radius, padding and side of the icon."""
        main = self._kind is Kind.PRIMARY and self._size == 60
        return _MAIN if main else _SIZES[self._size]

    def _state(self) -> tuple[str, str, str, float]:
        """Fill, ink and outline tokens and the outline's width, for the state it is in."""
        down = self.isDown() or self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return ("" if self._kind is Kind.QUIET else "disabledFill"), "disabledInk", "", 0
        match self._kind:
            case Kind.PRIMARY:
                fill = "primaryPressed" if down else "primaryHover" if hover else "primary"
                return fill, "onPrimary", "", 0
            case Kind.QUIET:
                fill = "primaryTint" if down else "primarySoft" if hover else ""
                return fill, "primary", "", 0
            case Kind.CAUTION:
                if down:
                    return "caution", "onCaution", "", 0
                return "cautionTint", "caution", "caution", 2.5 if hover else 1.5
            case _:
                fill = "primaryTint" if down else "primarySoft" if hover else "surface"
                return fill, "ink", "primary" if hover or down else "lineStrong", 1.5

    def _icon_width(self) -> float:
        gap = 10 if self.text() else 0
        return self._theme.px(self._look[3]) + gap if self._icon else 0

    def _cap(self) -> float:
        return key_width(self._theme, self._key)

    def _key_width(self) -> float:
        return self._cap() + 12 if self._key else 0

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class RoundButton(QAbstractButton):
    """A round control with an icon or a short text; `main` is the large one in primary."""

    def __init__(
        self, theme: Theme, name: str, *, icon: str = "", main: bool = False, diameter: int = 60
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._main = theme, icon, main
        self._diameter = diameter
        self.setAccessibleName(name)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def ring_radius(self) -> float:
        """Corner radius for the focus ring."""
        return self.height() / 2

    ring_colour = "focus"

    def set_icon(self, name: str) -> None:
        """Another icon; what it shows is also said by the accessible name."""
        if name != self._icon:
            self._icon = name
            self.update()

    def set_diameter(self, diameter: int) -> None:
        """Another size, as small windows need."""
        if diameter != self._diameter:
            self._diameter = diameter
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = self._state()
        pen = edge(self._theme, fill, outline, 1.5)
        inset = max(0.75, pen.widthF() / 2)
        painter.setBrush(self._theme.colour(fill))
        painter.setPen(pen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        colour = self._theme.colour(ink)
        if self._icon:
            side = self._diameter * (0.48 if self._main else 0.4)
            corner = (self._diameter - side) / 2
            draw_icon(painter, self._icon, colour, QRectF(corner, corner, side, side))
        else:
            painter.setFont(self._theme.font("button"))
            painter.setPen(colour)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a sign stays before 10
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _state(self) -> tuple[str, str, str]:
        down, hover = self.isDown(), self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return "disabledFill", "disabledInk", ""
        if self._main:
            fill = "primaryPressed" if down else "primaryHover" if hover else "primary"
            return fill, "onPrimary", ""
        fill = "primaryTint" if down else "primarySoft" if hover else "surface"
        return fill, "ink", "primary" if hover or down else "lineStrong"


class IconButton(QAbstractButton):
    """A frameless icon that can be pressed; at least 44 px, more with large text."""

    ring_radius = 12.0
    ring_colour = "focus"

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        pressable(self)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_icon(self, name: str) -> None:
        """Another icon; what it shows is also said by the accessible name."""
        if name != self._icon:
            self._icon = name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            fill = "primaryTint" if self.isDown() else "primarySoft"
            draw_area(painter, self._theme, QRectF(self.rect()), self.ring_radius, fill)
        side = self._theme.px(22)
        edge = (self.width() - side) / 2
        draw_icon(painter, self._icon, self._theme.colour("ink2"), QRectF(edge, edge, side, side))

    def _restyle(self) -> None:
        side = max(44, self._theme.px(36))
        self.setFixedSize(side, side)
        self.update()
